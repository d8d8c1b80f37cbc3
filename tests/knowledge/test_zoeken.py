"""Looking up: the right topic first, and honestly nothing where there is nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.onderwerpen import onderwerpen
from knowledge.zoeken import HOOGSTENS, in_de_buurt, zoek, zoekindex
from knowledge.zoeken.antwoord import antwoord
from knowledge.zoeken.bm25 import Bm25
from knowledge.zoeken.niet_delen import praktisch
from knowledge.zoeken.termen import namen, termen
from knowledge.zoeken.vergelijken import OVERZICHTEN, van_alles
from knowledge.zoeken.woorden import letterreeksen, stam, stopwoorden, vlak, woorden
from knowledge.zoeken.woordenschat import Woordenschat

ONZIN = "asdfgh qwerty"
RUIM = 0.5
"""Who asks so clearly, is answered whatever stands around it."""


def eerste(vraag: str) -> str:
    return zoek(vraag)[0].id


# --- wat iemand vraagt ------------------------------------------------------------------------


@pytest.mark.parametrize("id_", onderwerpen())
def test_wie_id_of_titel_typt_krijgt_dat_onderwerp(id_: str) -> None:
    onderwerp = onderwerpen()[id_]
    for vraag in (id_, onderwerp.titel, onderwerp.titel.upper(), f"  {onderwerp.naam}? "):
        treffer = zoek(vraag)[0]
        assert (treffer.id, treffer.score) == (id_, 1.0)


@pytest.mark.parametrize(
    ("vraag", "id_"),
    [
        ("casus 3.1.2", "casus-3.1.2"),
        ("§3.3.1", "casus-3.3.1"),
        ("verschil oud nieuw 3.3.1", "casus-3.3.1"),
        ("2.3.1", "casus-3.3.1"),
        ("casus verzuim", "casus-verzuim"),
    ],
)
def test_een_casus_op_nummer(vraag: str, id_: str) -> None:
    assert eerste(vraag) == id_


@pytest.mark.parametrize(
    ("vraag", "id_"),
    [
        ("RMC", "begrip-doorstroompunt"),
        ("wat doet het leerwerkloket", "begrip-werkcentrum"),
        ("transitieformulier", "begrip-overgangsdocument"),
        ("inlichtingenbureau", "begrip-inkomensgegevens-bidn"),
        ("spijbelen", "begrip-verzuim-melden"),
    ],
)
def test_oude_namen_en_gewone_woorden(vraag: str, id_: str) -> None:
    assert eerste(vraag) == id_


@pytest.mark.parametrize("vraag", ["toesteming", "TOESTEMMING!!", "toestemmming", "tóéstemming"])
def test_schrijffouten(vraag: str) -> None:
    assert eerste(vraag) == "grondslag-toestemming"


def test_een_samenstelling_die_nergens_staat() -> None:
    assert eerste("datalekmelding") == "begrip-datalek"
    assert "begrip-verzuim-melden" in [t.id for t in zoek("verzuimmeldingsplicht")]


def test_een_hele_vraag() -> None:
    assert eerste("mag de baas horen dat ze epilepsie heeft") == "casus-3.1.3"


@pytest.mark.parametrize("beroep", ["school", "doorstroompunt", "gemeente"])
def test_wat_er_veranderde_voor_een_beroep(beroep: str) -> None:
    assert eerste(f"wat is er veranderd voor {beroep}?") == f"wetswijziging-{beroep}"


def test_zonder_vraag_naar_verandering_gaat_het_begrip_voor() -> None:
    assert eerste("voortijdig schoolverlater") == "begrip-voortijdig-schoolverlater"


@pytest.mark.parametrize(
    "vraag",
    [
        "verschil oud nieuw",
        "Wat is het verschil tussen de oude en de nieuwe wet?",
        "wat is er anders dan vroeger",
        "oud/nieuw vergelijken",
        "wetswijzigingen 2026 op een rij",
    ],
)
def test_wie_kaal_naar_het_verschil_vraagt_krijgt_de_wet_en_dan_elk_beroep(vraag: str) -> None:
    gevonden = antwoord(vraag)

    assert gevonden.onderwerp is onderwerpen()["begrip-wet-van-school-naar-duurzaam-werk"]
    assert gevonden.vergelijkt
    assert {treffer.id for treffer in gevonden.treffers} == set(OVERZICHTEN)


@pytest.mark.parametrize(
    "vraag", ["verschil oud nieuw verzuim", "verschil met de fg", "hoe was het"]
)
def test_met_een_onderwerp_erbij_gaat_het_daarover(vraag: str) -> None:
    assert van_alles(vraag) == {}


# --- niets gevonden ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "vraag", ["", "   ", "?", "en dan", ONZIN, "recept voor appeltaart", "parkeren bij het stadion"]
)
def test_niets_is_niets(vraag: str) -> None:
    assert zoek(vraag) == []


def test_wat_in_de_buurt_ligt_is_er_wel_maar_niet_gevonden() -> None:
    vraag = "recept voor appeltaart"
    gevonden = antwoord(vraag)

    assert gevonden.onderwerp is None
    assert gevonden.treffers == ()
    assert gevonden.buurt == tuple(in_de_buurt(vraag))
    assert gevonden.buurt


EROMHEEN = (
    "{} sinds deze zomer",
    "gisteren sprak ik haar op de gang, ze had haast en moest naar de bus. {}",
    "{} en ik weet niet zo goed wat ik daar nu mee moet",
    "De printer is ook weer kapot. {}",
    "{} Verder: hoeveel vakantiedagen heb ik nog dit jaar?",
    "ik moest gisteren mijn ov-kaart nog zoeken, maar {}",
    "{} en de koffie is op",
    "{} ik hoor het graag voor de teamvergadering van dinsdag",
)


def test_meer_woorden_laten_een_treffer_niet_verdwijnen() -> None:
    kernen = [
        vraag
        for onderwerp in onderwerpen().values()
        for vraag in onderwerp.vragen[::9]
        if len(set(woorden(vraag)) - stopwoorden()) > 1
        and any(treffer.score >= RUIM for treffer in in_de_buurt(vraag))
    ]
    weg = [(kern, om) for kern in kernen for om in EROMHEEN if not zoek(om.format(kern))]

    assert len(kernen) > 200
    assert weg == []


def test_een_heel_verhaal_vindt_wat_de_kern_ervan_vindt() -> None:
    assert "begrip-veilig-thuis" in [t.id for t in zoek("leerling is deze zomer uitgehuwelijkt")]


@pytest.mark.parametrize(
    "vraag",
    [
        "hoe laat begint de vergadering",
        "wat kost een jaar mbo",
        "hoe schrijf ik een sollicitatiebrief",
        "welke printer staat op de derde verdieping",
        "hoeveel vakantiedagen heb ik",
        "wanneer zijn de proefexamens",
        "hoeveel ouderschapsverlof krijgt een docent",
        "mijn teamleider heeft mij op zaterdag ingeroosterd, mag hij dat",
        "wanneer krijgt een student zijn ov-kaart",
        "mogen telefoons in de klas, of zijn mobieltjes verboden",
    ],
)
def test_iets_praktisch_heeft_hier_geen_antwoord(vraag: str) -> None:
    assert praktisch(vraag)
    assert zoek(vraag) == []
    assert in_de_buurt(vraag)


@pytest.mark.parametrize(
    "vraag",
    [
        "mag ik zijn salaris doorgeven aan de gemeente",
        "ouder vraagt bij de ouderavond naar het dossier van een ander kind",
        "laptop met gegevens gestolen",
        "mijn leidinggevende wil dat ik het dossier doorstuur",
        "de lijst met leerlingen in de trein laten liggen",
    ],
)
def test_ook_met_zulke_woorden_kan_het_over_gegevens_gaan(vraag: str) -> None:
    assert not praktisch(vraag)
    assert zoek(vraag)


@pytest.mark.parametrize("id_", onderwerpen())
def test_geen_vraag_van_een_onderwerp_is_iets_praktisch(id_: str) -> None:
    onderwerp = onderwerpen()[id_]
    assert [v for v in (onderwerp.titel, *onderwerp.vragen) if praktisch(v)] == []


@given(st.text(max_size=200))
def test_elke_tekst_mag(vraag: str) -> None:
    treffers = zoek(vraag, HOOGSTENS)

    scores = [treffer.score for treffer in treffers]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert zoek(vraag, HOOGSTENS) == treffers


@pytest.mark.parametrize(
    "vraag", ["a" * 4000, "verzuim" * 500, "verzuim melding " * 250, "|" * 4000]
)
def test_een_rare_lange_vraag_loopt_niet_vast(vraag: str) -> None:
    assert zoek(vraag) == zoek(vraag)


# --- wat je te zien krijgt --------------------------------------------------------------------


def test_wat_eruit_springt_wordt_meteen_getoond() -> None:
    gevonden = antwoord("wat is een startkwalificatie?")

    assert gevonden.onderwerp is onderwerpen()["begrip-startkwalificatie"]
    assert not gevonden.vergelijkt
    assert "begrip-startkwalificatie" not in [t.id for t in gevonden.treffers]


def test_wat_niet_eruit_springt_wordt_een_lijst() -> None:
    gevonden = antwoord("mag ik dit delen")

    assert gevonden.onderwerp is None
    assert len(gevonden.treffers) > 1


@pytest.mark.parametrize(
    ("vraag", "vergelijkt"),
    [
        ("casus 3.3.1", False),
        ("verschil oud nieuw 3.3.1", True),
    ],
)
def test_wie_naar_het_verschil_vraagt_ziet_oud_naast_nieuw(vraag: str, *, vergelijkt: bool) -> None:
    assert antwoord(vraag).vergelijkt == vergelijkt


# --- de delen ---------------------------------------------------------------------------------


def test_woorden_zijn_kaal_en_nummers_blijven_heel() -> None:
    assert vlak("Coördinátor") == "coordinator"
    assert woorden("Mag W&I, §3.1.2, met mbo-4?") == ["mag", "w&i", "3.1.2", "met", "mbo", "4"]
    assert woorden("slb'er") == ["slber"]


def test_stammen_van_een_woord_zijn_gelijk() -> None:
    assert stam("gemeenten") == stam("gemeente")
    assert stam("begeleiding") != stam("beleid")
    assert stam("informatie") != stam("informeren")


SCHAT = Woordenschat(["verzuim", "melding", "vragen", "overgangsdocument", "school", "vraag"])


def test_een_samenstelling_valt_uiteen_in_bekende_woorden() -> None:
    assert SCHAT.delen("verzuimmelding") == ("verzuim", "melding")
    assert SCHAT.delen("schoolsverzuim") == ("school", "verzuim")
    assert SCHAT.delen("verzuimblabla") == ()


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("overgangsdokument", "overgangsdocument"),
        ("vezuim", "verzuim"),
        ("verzuim", "verzuim"),
        ("fiets", "fiets"),
        ("schoolmelding", "schoolmelding"),
    ],
)
def test_een_schrijffout_is_dichtbij_en_een_ander_woord_niet(getypt: str, bedoeld: str) -> None:
    assert SCHAT.bedoeld(getypt) == bedoeld


def test_de_derde_persoon_hoort_bij_het_werkwoord() -> None:
    assert SCHAT.stam("vraagt") == stam("vragen")


def test_synoniemen_worden_een_begrip_en_een_ziekte_hoort_bij_gezondheid() -> None:
    schat = zoekindex().schat
    assert termen(["werk", "en", "inkomen"], schat) == {"=gemeente": 1.0}
    assert "=gezondheid" in termen(["epilepsie"], schat)
    assert termen(["wat", "is", "een"], schat) == {}


def test_geen_synoniem_is_een_los_stopwoord_zonder_betekenis() -> None:
    betekenis_toch = {"vertel", "zeg", "weten", "zelf", "erbij", "ok", "handig", "graag"}
    los = {naam[0] for naam in namen().gelijk if len(naam) == 1}
    stop = {stam(w) for w in stopwoorden()} - {stam(w) for w in betekenis_toch}
    assert los & stop == set()


def test_letterreeksen_lopen_niet_over_woorden_heen() -> None:
    assert set(letterreeksen("rmc wat")) == {" rmc", "rmc "}


def test_bm25_kent_het_zeldzame_woord_meer_toe() -> None:
    bm25 = Bm25([{"vaak": 1.0, "soms": 1.0}, {"vaak": 1.0}, {"vaak": 1.0}])

    assert bm25.scores({"soms": 1.0}).keys() == {0}
    scores = bm25.scores({"soms": 1.0, "vaak": 1.0})
    assert max(scores, key=lambda plaats: scores[plaats]) == 0
    assert bm25.scores({"nooit": 1.0}) == {}
