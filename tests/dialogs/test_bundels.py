"""Questions that belong together are asked in one message; an answer may say it in many ways."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dialogs import gesprek
from dialogs.beurt import Beurt
from dialogs.dossier import Dossier
from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.procedure import plaats
from dialogs.procedure.bundels import BUNDELS, Bundel
from dialogs.teksten import tekst
from dialogs.verstaan.bundel import per_regel, versta_samen
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.keuze import Waarde
from tests.dialogs import spreken

DAG = dt.date(2026, 3, 2)
NU = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)
PER_ID = {bundel.id: bundel for bundel in BUNDELS}
DRIE = Bundel(
    "proef",
    ("levensgevaar", "jongere_aanwezig", "overeenkomst_nodig"),
    rijtje=True,
    nee_is_geen=True,
)
TOT_STAP_1 = ("overslaan", "geven, mbo, gemeente, begeleiding naar werk", "adres", "gewoon")


def zeg(*zinnen: str) -> Beurt:
    beurt = gesprek.begroet(gesprek.nieuw("proef", DAG), NU)
    for zin in zinnen:
        bewaard = Dossier.model_validate_json(beurt.dossier.model_dump_json())
        beurt = spreken.beantwoord(bewaard, zin, NU)
    return beurt


def gevraagd(beurt: Beurt) -> list[str]:
    return [keer.vraag.id for keer in plaats(beurt.dossier).samen]


def waarden(beurt: Beurt) -> dict[str, Any]:
    return {s.split("@")[0]: a.waarde for s, a in beurt.dossier.antwoorden.items()}


def teksten(beurt: Beurt) -> str:
    return "\n".join(bericht.tekst for bericht in spreken.berichten(beurt))


def versta(bundel: Bundel, zin: str) -> dict[str, Any]:
    keren = [Keer(VRAGEN[id_]) for id_ in bundel.vragen]
    gezegd = versta_samen(bundel, keren, Zin(zin, DAG), ["adres"])
    assert all(isinstance(antwoord, Waarde) for antwoord in gezegd.values())
    return {sleutel: antwoord.waarde for sleutel, antwoord in gezegd.items()}


# --- rijtjes: nummers van wat klopt -------------------------------------------------------------

JA, NEE, WEET_NIET, OPEN = True, False, None, "open"


@pytest.mark.parametrize(
    ("zin", "rijen"),
    [
        ("geen", [NEE, NEE, NEE]),
        ("nee", [NEE, NEE, NEE]),
        ("nee hoor", [NEE, NEE, NEE]),
        ("geen van deze", [NEE, NEE, NEE]),
        ("allemaal", [JA, JA, JA]),
        ("2", [NEE, JA, NEE]),
        ("nummer 2", [NEE, JA, NEE]),
        ("1 en 3", [JA, NEE, JA]),
        ("de eerste en de derde", [JA, NEE, JA]),
        ("1, 3", [JA, NEE, JA]),
        ("alleen 2 klopt", [NEE, JA, NEE]),
        ("alles behalve 2", [JA, NEE, JA]),
        ("1 ja, 2 nee, 3 weet ik niet", [JA, NEE, WEET_NIET]),
        ("1 nee, 2 en 3 wel", [NEE, JA, JA]),
        ("1 wel, de rest niet", [JA, NEE, NEE]),
        ("2 nee", [OPEN, NEE, OPEN]),
        ("2 weet ik niet", [OPEN, WEET_NIET, OPEN]),
        ("de jongere zit erbij", [OPEN, JA, OPEN]),
    ],
)
def test_een_rijtje_met_nummers(zin: str, rijen: list[object]) -> None:
    verwacht = {id_: rij for id_, rij in zip(DRIE.vragen, rijen, strict=True) if rij is not OPEN}
    assert versta(DRIE, zin) == verwacht


@pytest.mark.parametrize("zin", ["ja", "4", "0", "misschien", "1 of zo iets", "appeltaart"])
def test_wat_geen_antwoord_op_een_rijtje_is(zin: str) -> None:
    assert versta(DRIE, zin) == {}


def test_nee_op_de_eisen_kan_over_een_ervan_gaan() -> None:
    assert versta(PER_ID["eisen"], "nee") == {}
    assert set(versta(PER_ID["eisen"], "geen").values()) == {False}


# --- afweging: wat de jongere raakt weegt iemand zelf -------------------------------------------


def weeg(zin: str, *gegevens: str) -> dict[str, Any]:
    keren = [Keer(VRAGEN[id_], "voorkomen_vsv") for id_ in PER_ID["afweging"].vragen]
    gezegd = versta_samen(PER_ID["afweging"], keren, Zin(zin, DAG), gegevens)
    return {sleutel.partition("@")[0]: antwoord.waarde for sleutel, antwoord in gezegd.items()}


@pytest.mark.parametrize(
    ("zin", "past", "nodig", "anders"),
    [
        ("alle", JA, ["adres"], "geen"),
        ("1 ja 2 ja 3 ja", JA, ["adres"], "geen"),
        ("1 en 2", JA, ["adres"], OPEN),
        ("ja, ja, nee", JA, ["adres"], OPEN),
        ("1 ja, 2 nee, 3 weet ik niet", JA, [], WEET_NIET),
        ("alles behalve 1", NEE, ["adres"], "geen"),
        ("1 ja, 2 ja, 3 in algemene termen", JA, ["adres"], "anoniem"),
        ("ja, ja, kan niet anders", JA, ["adres"], "geen"),
        ("3 niet", OPEN, OPEN, OPEN),
        ("ja", JA, ["adres"], OPEN),
        ("ja hoor", JA, ["adres"], OPEN),
        ("nee", OPEN, OPEN, OPEN),
    ],
)
def test_wat_iemand_weegt_zegt_hij_zelf(
    zin: str, past: object, nodig: object, anders: object
) -> None:
    """Who names two of three says nothing of the third: it is asked."""
    rijen = {"doel_verenigbaar": past, "nodig": nodig, "alternatief": anders}
    assert weeg(zin, "adres") == {id_: rij for id_, rij in rijen.items() if rij is not OPEN}


def test_niet_alles_nodig_zegt_niet_wat_wel() -> None:
    assert weeg("alle", "adres", "verslag")["nodig"] == ["adres", "verslag"]
    assert weeg("1 ja, 2 nee", "adres", "verslag") == {"doel_verenigbaar": True}
    assert weeg("2 alleen het verslag", "adres", "verslag") == {"nodig": ["verslag"]}


TOT_AFWEGING = (
    *TOT_STAP_1,
    "geen",
    "mbo-2 bol, nog ingeschreven",
    "1 ja, 2 ja, 3 ja",
    "nog niet gevraagd",
)


def test_de_afweging_gaat_over_drie_stappen() -> None:
    beurt = zeg(*TOT_AFWEGING)
    assert gevraagd(beurt) == ["doel_verenigbaar", "nodig", "alternatief"]
    beurt = zeg(*TOT_AFWEGING, "alle")
    # Each norm still asks for its reason, in its own stap.
    assert gevraagd(beurt) == ["nodig_reden"]
    assert gevraagd(zeg(*TOT_AFWEGING, "alle", "Dat is nodig.")) == ["alternatief_reden"]


@pytest.mark.parametrize(
    ("zin", "nodig", "anders"),
    [
        ("alle, want zonder adres komt er niets aan", "zonder adres komt er niets aan", None),
        ("1 ja, 2 ja want er is niets anders. 3 klopt", "er is niets anders", None),
        ("1 ja, 2 ja, 3 klopt want hij zit in Polen", None, "hij zit in Polen"),
        (
            "1 en 2 want er is niets anders, 3 klopt omdat hij in Polen zit",
            "er is niets anders",
            "omdat hij in Polen zit",
        ),
    ],
)
def test_een_reden_in_een_bundel_staat_bij_haar_rij(
    zin: str, nodig: str | None, anders: str | None
) -> None:
    erna = waarden(zeg(*TOT_AFWEGING, zin))
    assert (erna["nodig"], erna["alternatief"]) == (["adres"], "geen")
    assert (erna.get("nodig_reden"), erna.get("alternatief_reden")) == (nodig, anders)


@pytest.mark.parametrize(
    ("zin", "daarna", "gevraagd_"),
    [
        ("1 ja, 2 ja want de gemeente vroeg erom. 3 klopt want hij zit ver weg", (), "gevolg"),
        ("1 ja, 2 ja want anders krijgt hij geen hulp. 3 klopt want hij is ver weg", (), None),
        (
            "alle, want het is belangrijk",
            ("Hij zit ver weg. Deel ik niets, dan moet dat wel.",),
            None,
        ),
        ("1 ja, 2 ja, 3 klopt want hij zit ver weg", ("Dat is belangrijk.",), "gevolg"),
        ("1 ja, 2 ja, 3 klopt want hij zit ver weg", ("Zonder het verslag lukt het niet.",), None),
        ("1 ja, 2 nee want hij weet dat zelf wel", (), "gevolg"),
        ("alle", ("Dat is belangrijk.", "Hij zit ver weg."), None),
    ],
)
def test_wat_er_gebeurt_als_je_niets_deelt_wordt_een_keer_gevraagd(
    zin: str, daarna: tuple[str, ...], gevraagd_: str | None
) -> None:
    """The question for the reason asks it; who gave the reason before never saw that question."""
    beurt = zeg(*TOT_AFWEGING, zin, *daarna)

    assert (gevraagd(beurt) == ["gevolg"]) is (gevraagd_ == "gevolg")
    if gevraagd_:
        assert gevraagd(zeg(*TOT_AFWEGING, zin, *daarna, "overslaan")) != ["gevolg"]
        erna = waarden(zeg(*TOT_AFWEGING, zin, *daarna, "Dan krijgt hij geen plek."))
        assert erna["gevolg"] == "Dan krijgt hij geen plek."


def test_wie_een_afweging_niet_begrepen_krijgt_hoort_niet_dat_hij_geen_kan_zeggen() -> None:
    assert tekst("bundelzinnen.niet_verstaan_afweging") in teksten(zeg(*TOT_AFWEGING, "xyz qrs"))


def test_een_kaal_ja_is_een_ja_en_waar_dat_niets_zegt_wordt_het_los_gevraagd() -> None:
    assert gevraagd(zeg(*TOT_AFWEGING, "ja")) == ["nodig_reden"]
    zinnen = (*TOT_AFWEGING, "ja, want zonder adres komt er niets aan")
    assert gevraagd(zeg(*zinnen)) == ["alternatief"]
    assert waarden(zeg(*zinnen))["nodig_reden"] == "zonder adres komt er niets aan"


def test_na_de_vraag_welke_niet_klopt_zegt_een_nummer_dat() -> None:
    assert waarden(zeg(*TOT_AFWEGING, "nee", "2"))["nodig"] == []
    assert waarden(zeg(*TOT_AFWEGING, "nee", "1 ja, 2 nee"))["doel_verenigbaar"] is True
    assert waarden(zeg(*TOT_AFWEGING, "2"))["nodig"] == ["adres"]


@pytest.mark.parametrize(
    ("ervoor", "zin", "welke"),
    [
        (TOT_AFWEGING, "nee", "welke_niet_afweging"),
        (TOT_AFWEGING[:-2], "ja", "welke_wel"),
        (TOT_AFWEGING[:-3], "ja", "welke_zin"),
        (TOT_AFWEGING[:-4], "ja hoor", "welke_wel"),
    ],
)
def test_een_kaal_woord_bij_een_rijtje_wordt_gevraagd_op_welke_rij(
    ervoor: tuple[str, ...], zin: str, welke: str
) -> None:
    vooraf = zeg(*ervoor)
    erna = zeg(*ervoor, zin)
    assert tekst(f"bundelzinnen.{welke}") in teksten(erna)
    assert gevraagd(erna) == gevraagd(vooraf)


def test_hoe_het_anders_kan_wordt_daarna_gevraagd() -> None:
    zinnen = (*TOT_AFWEGING, "1 ja, 2 ja, 3 niet", "Dat is nodig.")
    assert gevraagd(zeg(*zinnen)) == ["alternatief"]
    assert gevraagd(zeg(*TOT_AFWEGING, "3 niet")) == ["doel_verenigbaar"]


def test_wat_niet_nodig_is_hoeft_ook_niet_anders() -> None:
    erna = zeg(*TOT_AFWEGING, "1 ja, 2 nee, 3 ja want het kan niet anders dan zo")
    assert not {"alternatief", "alternatief_reden"} & set(waarden(erna))
    assert waarden(erna)["nodig"] == []


# --- zinnen -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bundel", "zin", "verwacht"),
    [
        (
            "jongere",
            "18, entree, gestopt, geen startkwalificatie",
            {
                "leeftijd": 18,
                "opleiding": "entree",
                "schoolstatus": "gestopt",
                "startkwalificatie": False,
            },
        ),
        ("jongere", "19", {"leeftijd": 19}),
        (
            "jongere",
            "mbo-2 bol, nog ingeschreven",
            {"opleiding": "mbo2_bol", "schoolstatus": "ingeschreven"},
        ),
        (
            "route",
            "geven, roc, gemeente, begeleiding naar werk",
            {
                "gebruiker": "verstrekker",
                "van": "mbo",
                "naar": "gemeente",
                "doel": ["begeleiding_naar_werk"],
            },
        ),
        (
            "route",
            "wij van de gemeente willen bij het roc navragen hoe de stage ging",
            {"gebruiker": "ontvanger", "van": "mbo", "naar": "gemeente"},
        ),
        ("verzuim", "ja, vijf weken", {"verzuim_weken": 5}),
        ("mandaat", "geen mandaat", {"mandaat": False}),
        ("mandaat", "nee, nog niet gevraagd", {"mandaat": False, "toestemming": "niet_gevraagd"}),
        ("mandaat", "nee", {}),
        ("mandaat", "ja", {}),
    ],
)
def test_een_zin_beantwoordt_wat_erin_staat(
    bundel: str, zin: str, verwacht: dict[str, Any]
) -> None:
    assert versta(PER_ID[bundel], zin) == verwacht


def test_een_naam_in_een_zin_is_niet_vanzelf_de_gever() -> None:
    gezegd = versta(PER_ID["route"], "wij van school willen iets delen met de gemeente")

    assert "van" not in gezegd
    assert gezegd["naar"] == "gemeente"


def test_een_formulier_zegt_wat_het_vraagt_en_niets_meer() -> None:
    keren = [Keer(VRAGEN[id_]) for id_ in PER_ID["route"].vragen]
    formulier = "gever: Mbo-school (ook entree)\nontvanger: UWV"

    gezegd = per_regel(keren, Zin(formulier, DAG), ())

    assert {s: a.waarde for s, a in gezegd.items()} == {"van": "mbo", "naar": "uwv"}
    beurt = zeg("overslaan", formulier)
    assert not beurt.dossier.stand.voorgesteld
    assert "opleiding" not in beurt.dossier.antwoorden


# --- in het gesprek -----------------------------------------------------------------------------


def test_wat_een_antwoord_openlaat_vraagt_ze_daarna_los() -> None:
    beurt = zeg("overslaan", "geven, mbo")

    assert beurt.dossier.stand.vraag == "naar"
    assert len(gevraagd(beurt)) == 1


def test_wat_genoteerd_is_wordt_teruggezegd() -> None:
    beurt = zeg("overslaan", "geven, roc, gemeente, begeleiding naar werk")

    assert tekst("keuzes.organisatie.gemeente") in spreken.berichten(beurt)[0].tekst
    assert beurt.gezegd[0].over_jongere, "in een kanaal leest anders iedereen mee"


def test_wat_weet_ik_niet_is_blijft_onbekend_en_hoe_je_erachter_komt_staat_erbij() -> None:
    beurt = zeg(*TOT_STAP_1, "1 nee, 2 weet ik niet")

    assert waarden(beurt)["jongere_aanwezig"] is None
    assert tekst("vragen.jongere_aanwezig.uitzoeken") in teksten(beurt)


def test_gevaar_in_een_rijtje_brengt_112() -> None:
    beurt = zeg(*TOT_STAP_1, "1")

    assert spreken.soorten(beurt)[0] == "gevaar"


def test_een_voor_een_kan_altijd() -> None:
    beurt = zeg("overslaan", "één voor één")

    assert gevraagd(beurt) == ["gebruiker"]
    assert gevraagd(zeg("overslaan", "weet ik niet")) == ["gebruiker"]


def test_twee_keer_niet_verstaan_dan_een_voor_een() -> None:
    assert len(gevraagd(zeg("overslaan", "blauw"))) == 5
    assert gevraagd(zeg("overslaan", "blauw", "groen")) == ["gebruiker"]


def test_wat_dubbel_gezegd_is_wordt_eerst_gevraagd() -> None:
    beurt = zeg(*TOT_STAP_1, "geen", "Hij is 18. Volgens school is hij 19. Hij doet entree.")

    assert beurt.dossier.stand.vraag == "begrepen"
    assert "leeftijd" not in waarden(beurt)
    assert waarden(beurt)["opleiding"] == "entree"
    assert [v.waarde for v in beurt.dossier.stand.twijfel[0]] == [18, 19]


def test_een_uitstapje_laat_de_bundel_staan() -> None:
    beurt = zeg(*TOT_STAP_1, "help")

    assert len(gevraagd(beurt)) == 2
    assert tekst("bundels.bijzonder.kop") in spreken.berichten(beurt)[-1].tekst


def test_waarom_bij_een_bundel_noemt_elke_reden_met_bron() -> None:
    beurt = zeg(*TOT_STAP_1, "waarom")

    for id_ in ("levensgevaar", "jongere_aanwezig"):
        assert tekst(f"vragen.{id_}.waarom") in teksten(beurt)
    assert "2026" in spreken.berichten(beurt)[0].tekst


def test_wijzig_opent_een_vraag_en_niet_de_hele_bundel() -> None:
    beurt = zeg(*TOT_STAP_1, "wijzig ontvanger")

    assert beurt.dossier.stand.vraag == "naar"
    assert tekst("bundels.route.kop") not in teksten(beurt)


def test_zonder_loopbaanbegeleiding_zegt_het_overgangsdocument_niets() -> None:
    tot = (*TOT_STAP_1, "geen", "18, entree, diploma gehaald in juni")
    beurt = zeg(*tot, "geen")

    assert waarden(beurt)["alb_gebruik"] is False
    assert "overgangsdocument_akkoord" not in waarden(beurt)


@pytest.mark.parametrize(
    ("zin", "open_"),
    [
        ("17, mbo-2 of mbo-3, ingeschreven", "opleiding"),
        ("17, mbo-3, ingeschreven of gestopt", "schoolstatus"),
    ],
)
def test_wat_tussen_twee_keuzes_open_blijft_wordt_gevraagd(zin: str, open_: str) -> None:
    beurt = zeg(*TOT_STAP_1, "geen", zin)

    assert waarden(beurt)["leeftijd"] == 17
    assert open_ not in waarden(beurt)
    assert beurt.dossier.stand.vraag == open_


def test_een_zin_met_twee_ontvangers_kiest_er_geen() -> None:
    zin = "ik werk op het mbo en wil iets geven aan de gemeente of het uwv, voor begeleiding"
    beurt = zeg("overslaan", zin)

    assert waarden(beurt)["van"] == "mbo"
    assert "naar" not in waarden(beurt)
    assert all(v.sleutel != "naar" for v in beurt.dossier.stand.voorgesteld)


# --- aannames -----------------------------------------------------------------------------------

VERHAAL = "Meisje van 18 deed entree. De gemeente wil van ons roc weten hoe haar stage ging."


def test_waar_een_verhaal_over_zwijgt_is_een_aanname_die_je_bevestigt() -> None:
    beurt = zeg(VERHAAL)

    assert "levensgevaar" not in beurt.dossier.antwoorden
    assert tekst("begrepen.aannames", lijst="|").partition("|")[0] in teksten(beurt)
    assert waarden(zeg(VERHAAL, "ja"))["levensgevaar"] is False


def test_een_aanname_die_niet_klopt_wordt_gevraagd() -> None:
    beurt = zeg(VERHAAL)
    sleutels = [v.sleutel for v in beurt.dossier.stand.voorgesteld]

    erna = zeg(VERHAAL, str(sleutels.index("jongere_aanwezig") + 1))

    assert "jongere_aanwezig" not in erna.dossier.antwoorden


def test_bij_gevaar_wordt_niets_aangenomen() -> None:
    beurt = zeg("Meisje van 18 dreigt van het dak te springen, ze zit op ons roc.")

    voorstel = {v.sleutel: v.waarde for v in beurt.dossier.stand.voorgesteld}
    assert voorstel.get("levensgevaar") is not False
