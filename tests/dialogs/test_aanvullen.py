"""Na het oordeel aanvullen: in regels of in een formulier, en waar het in het dossier komt."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

import pytest

from dialogs import gesprek
from dialogs.bedoeling import Gezegd, Ingevuld
from dialogs.beeld import beeld
from dialogs.beeld.als_tekst import berichten
from dialogs.beeld.gezegd import Zin
from dialogs.beeld.scherm import schermbeeld
from dialogs.beurt import Beurt, Bewaar
from dialogs.dossier import Dossier
from dialogs.dossier.migratie import bijgewerkt
from dialogs.dossier.vragen import keer_van
from dialogs.procedure.weglaten import uit_eigen_woorden
from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.aanvulling import sleutels
from dialogs.samenvatting.maken import maak
from dialogs.samenvatting.markdown import markdown
from dialogs.samenvatting.papieren import maak as maak_papier
from dialogs.teksten import tekst
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import nu_op
from tests.transcripten import transcripten

TRANSCRIPTEN = {t.naam: t for t in transcripten()}
VANDAAG = dt.date(2026, 12, 1)
NU = nu_op(VANDAAG)
GEWOON = "3_1_1-nieuw"
MET_TOESTEMMING = "3_1_2-nieuw"
MET_MANDAAT = "3_3_1-nieuw-mandaat"


@cache
def klaar(naam: str = GEWOON) -> Dossier:
    transcript = TRANSCRIPTEN[naam]
    nu = nu_op(transcript.vandaag)
    beurt = gesprek.begroet(gesprek.nieuw("proef", transcript.vandaag), nu)
    for _, zin in transcript.gesprek:
        beurt = spreken.beantwoord(beurt.dossier, zin, nu)
    return beurt.dossier


def zeg(dossier: Dossier, woorden: str) -> Beurt:
    return gesprek.beantwoord(dossier, Gezegd(woorden), NU)


def vul(dossier: Dossier, **waarden: Any) -> Beurt:
    return gesprek.beantwoord(dossier, Ingevuld(waarden), NU)


def gezegd(beurt: Beurt) -> list[str]:
    return [deel.sleutel for deel in beurt.gezegd if isinstance(deel, Zin)]


def record(dossier: Dossier) -> Samenvatting:
    return maak(dossier, VANDAAG)


def ingevuld(dossier: Dossier, sleutel: str) -> str | None:
    regel = record(dossier).ingevuld(sleutel)
    return None if regel is None else regel.waarde


# --- in regels ---


def test_regel_voor_regel_aanvullen() -> None:
    beurt = zeg(klaar(), "functie: decaan\nBewaartermijn: 1 jaar; opnieuw bekijken op: 3 mei 2027")
    assert gezegd(beurt) == ["aanvulling.genoteerd"]
    assert ingevuld(beurt.dossier, "functie") == "decaan"
    assert ingevuld(beurt.dossier, "bewaartermijn") == "1 jaar"
    assert ingevuld(beurt.dossier, "herziening") == "2027-05-03"


def test_vul_aan_toont_de_lijst_met_wat_er_staat() -> None:
    dossier = zeg(klaar(), "organisatie: roc").dossier
    beurt = zeg(dossier, "vul aan")
    assert gezegd(beurt) == ["aanvulling.lijst"]
    [zin] = beurt.gezegd
    regels = str(zin).splitlines()
    assert "- organisatie: roc" in regels
    assert f"- bewaartermijn: {tekst('aanvulling.lijst_leeg')}" in regels
    assert zeg(beurt.dossier, "functie: mentor").dossier.aanvulling["functie"] == "mentor"


def test_voor_het_oordeel_kan_aanvullen_nog_niet() -> None:
    begin = gesprek.begroet(gesprek.nieuw("proef", VANDAAG), NU).dossier
    assert gezegd(zeg(begin, "vul aan")) == ["aanvulling.eerst_oordeel"]


def test_een_veld_weer_leeg_maken() -> None:
    dossier = zeg(klaar(), "bewaartermijn: 1 jaar").dossier
    beurt = zeg(dossier, "bewaartermijn: leeg")
    assert gezegd(beurt) == ["aanvulling.gewist"]
    assert ingevuld(beurt.dossier, "bewaartermijn") is None


def test_wat_niet_past_wordt_gezegd_en_de_rest_telt() -> None:
    beurt = zeg(klaar(), "functie: decaan\nopnieuw bekijken op: ooit\nkleur: rood")
    assert gezegd(beurt) == [
        "aanvulling.genoteerd",
        "aanvulling.past_niet",
        "aanvulling.onbekend",
    ]
    assert set(beurt.dossier.aanvulling) == {"functie"}


def test_een_gewone_zin_aan_het_slot_is_geen_aanvulling() -> None:
    assert not zeg(klaar(), "casus: 3.1.2").dossier.aanvulling


# --- in een formulier ---


def test_het_scherm_heeft_het_formulier_en_neemt_het_aan() -> None:
    formulier = schermbeeld(klaar(), VANDAAG).vraag.aanvulling
    assert formulier is not None
    velden = [veld.sleutel for groep in formulier.groepen for veld in groep.velden]
    assert velden == list(sleutels(klaar()))
    erna = vul(klaar(), functie="decaan", herziening="2027-05-03").dossier
    opnieuw = schermbeeld(erna, VANDAAG).vraag.aanvulling
    assert opnieuw is not None
    staat = {veld.sleutel: veld.waarde for groep in opnieuw.groepen for veld in groep.velden}
    assert (staat["functie"], staat["herziening"]) == ("decaan", "2027-05-03")


@pytest.mark.parametrize(
    "waarden",
    [
        {"functie": 3},
        {"functie": "x" * 601},
        {"herziening": "morgen"},
        {"besluit": "misschien"},
        {"bestaat_niet": "x"},
        {"mandaat_nummer": "12"},
        {},
    ],
    ids=str,
)
def test_een_formulier_dat_niet_past_verandert_niets(waarden: dict[str, Any]) -> None:
    beurt = gesprek.beantwoord(klaar(), Ingevuld(waarden), NU)
    assert gezegd(beurt)[0].startswith("misverstaan.formulier")
    assert beurt.dossier.aanvulling == {}


def test_meelezers_zien_niet_wat_er_ingevuld_is() -> None:
    dossier = zeg(klaar(), "mening van de jongere: wil het niet").dossier
    lijst = zeg(dossier, "vul aan")
    getoond = beeld(lijst.dossier, lijst.gezegd, meelezers=True)
    alles = "\n".join(bericht.tekst for bericht in berichten(getoond))
    assert "wil het niet" not in alles + getoond.model_dump_json()


# --- wat er gevraagd wordt ---


def test_alleen_wat_bij_dit_oordeel_past() -> None:
    alle = {naam: set(sleutels(klaar(naam))) for naam in (GEWOON, MET_TOESTEMMING, MET_MANDAAT)}
    assert "mandaat_nummer" in alle[MET_MANDAAT]
    assert "mandaat_nummer" not in alle[GEWOON]
    for naam, velden in alle.items():
        oordelen = {d.oordeel for d in record(klaar(naam)).doelen}
        gronden = {g.grondslag for d in record(klaar(naam)).doelen for g in d.gegevens}
        nodig = "mag_met_toestemming" in oordelen or "toestemming" in gronden
        assert ("toestemming_vorm" in velden) is nodig, naam


def test_van_wie_een_feit_is_wordt_gevraagd_waar_het_oordeel_erop_kantelt() -> None:
    gevraagd = [s for naam in TRANSCRIPTEN for s in sleutels(klaar(naam)) if "herkomst:" in s]
    assert gevraagd
    for naam in TRANSCRIPTEN:
        bekend = {sleutel.partition("@")[0] for sleutel in klaar(naam).antwoorden}
        eigen = {s.partition(":")[2] for s in sleutels(klaar(naam)) if "herkomst:" in s}
        assert eigen <= bekend


# --- in het dossier ---


def test_open_velden_heten_niet_ingevuld() -> None:
    woorden = markdown(record(klaar()))
    assert tekst("samenvatting.aangevuld") in woorden
    assert record(klaar()).ingevuld("bewaartermijn") is None


def test_een_eigen_besluit_staat_op_het_voorblad_met_de_reden() -> None:
    beurt = vul(klaar(), besluit="anders")
    assert "aanvulling.zonder_reden" in gezegd(beurt)
    assert tekst("samenvatting.besluit_zonder_reden") in markdown(record(beurt.dossier))
    beurt = vul(beurt.dossier, besluit_reden="de ouders vroegen om uitstel")
    assert "aanvulling.zonder_reden" not in gezegd(beurt)
    voorblad = markdown(record(beurt.dossier)).partition(tekst("samenvatting.redenen"))[0]
    assert "de ouders vroegen om uitstel" in voorblad
    assert record(klaar()).doelen == record(beurt.dossier).doelen, "de uitkomst zelf blijft"


def test_besluit_zoals_de_uitkomst_staat_er_niet_apart() -> None:
    dossier = vul(klaar(), besluit="zoals").dossier
    assert tekst("samenvatting.besluit") not in markdown(record(dossier))


def test_functie_en_organisatie_staan_onder_de_weging() -> None:
    dossier = vul(klaar(), functie="decaan", organisatie="vo-school").dossier
    assert record(dossier).gemaakt_door == "decaan, vo-school"


def test_de_papieren_blijven_te_maken() -> None:
    dossier = vul(klaar(), bewaartermijn="1 jaar", verteld="waarom het roc dit krijgt").dossier
    assert maak_papier("weging", record(dossier)).stukken
    blad = maak_papier("ontvanger", record(dossier))
    assert "waarom het roc" not in str(blad), "wie iets anders krijgt, krijgt de weging niet mee"


def test_een_weging_van_voor_het_formulier_opent_nog() -> None:
    oud = record(klaar()).model_dump(mode="json")
    oud |= {"versie": 3}
    del oud["aanvulling"]
    s = Samenvatting.model_validate(oud)
    assert s.aanvulling is None
    assert tekst("samenvatting.aangevuld") not in markdown(s)


# --- wat blijft en wat weggaat ---


def test_na_bewaren_aanvullen_maakt_dat_bewaren_weer_kan() -> None:
    bewaard = gesprek.na_bewaren(klaar(), "WW-2026-0001").dossier
    beurt = zeg(bewaard, "bewaartermijn: 1 jaar")
    assert "aanvulling.opnieuw_bewaren" in gezegd(beurt)
    opnieuw = zeg(beurt.dossier, "bewaar omdat dit nog ontbrak")
    assert isinstance(opnieuw.verzoek, Bewaar)
    assert opnieuw.verzoek.samenvatting.ingevuld("bewaartermijn") is not None
    assert beurt.dossier.noemt("WW-2026-0001")


def test_wat_van_de_persoon_is_gaat_mee_naar_de_volgende_weging() -> None:
    dossier = vul(klaar(), functie="decaan", organisatie="roc", bewaartermijn="1 jaar").dossier
    assert gesprek.volgend(dossier, NU).aanvulling == {"functie": "decaan", "organisatie": "roc"}


def test_een_antwoord_wijzigen_laat_de_aanvulling_staan() -> None:
    dossier = vul(klaar(), bewaartermijn="1 jaar").dossier
    assert dossier.beantwoord(dossier.antwoorden).aanvulling == {"bewaartermijn": "1 jaar"}


def test_een_weggelaten_gegeven_gaat_ook_uit_de_aanvulling() -> None:
    dossier = vul(klaar(), mening_jongere="vindt de astma prive", herziening="2027-05-03").dossier
    erna = uit_eigen_woorden(dossier, ["astma"])
    assert "astma" not in erna.aanvulling["mening_jongere"]
    assert erna.aanvulling["herziening"] == "2027-05-03"


def test_een_dossier_van_voor_het_formulier_wordt_bijgewerkt() -> None:
    oud = klaar().model_dump(mode="json")
    oud |= {"versie": 4}
    del oud["aanvulling"]
    del oud["stand"]["naar_feiten"]
    assert Dossier.model_validate(bijgewerkt(oud)) == klaar()


# --- feiten, geen oordelen ---


def test_een_oordeel_over_iemand_krijgt_een_keer_een_vraag() -> None:
    beurt = vul(klaar(), mening_jongere="hij is manipulatief")
    assert "feitelijk.vraag" in gezegd(beurt)
    assert ingevuld(beurt.dossier, "mening_jongere") == "hij is manipulatief"
    assert "feitelijk.vraag" not in gezegd(vul(beurt.dossier, verteld="hij is lui"))


def test_luisteren_is_niet_lui() -> None:
    assert "feitelijk.vraag" not in gezegd(vul(klaar(), verteld="hij wilde luisteren"))


def test_ook_een_reden_in_het_gesprek_krijgt_de_vraag() -> None:
    transcript = TRANSCRIPTEN[GEWOON]
    nu = nu_op(transcript.vandaag)
    beurt = gesprek.begroet(gesprek.nieuw("proef", transcript.vandaag), nu)
    gevraagd = []
    for vraag, zin in transcript.gesprek:
        keer = keer_van(vraag) if vraag else None
        reden = keer is not None and keer.vraag.reden_bij is not None
        beurt = spreken.beantwoord(
            beurt.dossier, f"{zin} Hij is onbetrouwbaar." if reden else zin, nu
        )
        gevraagd += [reden] * gezegd(beurt).count("feitelijk.vraag")
    assert gevraagd == [True]
    assert beurt.dossier.stand.vraag is None


# --- papieren in het gesprek ---


def test_een_papier_is_in_het_gesprek_te_lezen() -> None:
    lijst = zeg(klaar(), "papieren")
    assert gezegd(lijst) == ["papier.gesprek.lijst"]
    assert "- papier jongere" in str(lijst.gezegd[0])
    papier = zeg(lijst.dossier, "papier jongere")
    assert tekst("papier.titel.jongere") in str(papier.gezegd[0])
    assert gezegd(zeg(klaar(), "papier artsverklaring")) == ["papier.gesprek.past_niet"]


def test_voor_het_oordeel_is_er_geen_papier() -> None:
    begin = gesprek.begroet(gesprek.nieuw("proef", VANDAAG), NU).dossier
    assert gezegd(zeg(begin, "papier jongere")) == ["papier.gesprek.eerst_oordeel"]
