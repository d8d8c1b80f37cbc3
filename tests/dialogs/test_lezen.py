"""Reading a description: what the words carry, where they stand, and what they do not carry."""

import datetime as dt
import re

import pytest

from dialogs.fouten import LexiconOnjuist
from dialogs.lezen import LANGSTE_TEKST, beschrijft, lees
from dialogs.lezen.lexicon import tabel
from dialogs.lezen.nakijken import kijk_na
from dialogs.lezen.register import Register
from dialogs.lezen.sjabloon import maak
from dialogs.lezen.spelling import Spelling
from dialogs.lezen.woorden import splits

DAG = dt.date(2026, 3, 2)
SPELLING = Spelling(
    frozenset(("gemeente", "toestemming", "gestopt")),
    (),
    frozenset(("gestort",)),
    frozenset(),
    (),
    {},
)


def feiten(tekst: str) -> dict[str, object]:
    return lees(tekst, DAG).feiten


def test_een_hele_situatie_in_een_zin() -> None:
    lezing = lees(
        "knul van 20, entree in juni afgerond. Mag ik als klantmanager bij het roc "
        "het stageverslag opvragen?",
        DAG,
    )

    assert lezing.feiten == {
        "leeftijd": 20,
        "opleiding": "entree",
        "schoolstatus": "gediplomeerd",
        "maanden_sinds_uitstroom": 9,
        "van": "mbo",
        "naar": "gemeente",
        "gebruiker": "ontvanger",
    }
    assert set(lezing.partijen) == {"mbo", "gemeente"}
    assert lezing.gegevenssoorten == ("gewoon",)


def test_de_woorden_staan_waar_de_vondst_zegt() -> None:
    tekst = "Zó: een jongen van negentien, zónder startkwalificatie."
    lezing = lees(tekst, DAG)

    assert {vondst.feit for vondst in lezing.vondsten} == {"leeftijd", "startkwalificatie"}
    for vondst in lezing.vondsten:
        assert tekst[vondst.begin : vondst.einde] == vondst.woorden


@pytest.mark.parametrize(
    ("tekst", "feit", "waarde"),
    [
        ("een achttienjarige", "leeftijd", 18),
        ("Hij heeft nog geen startkwalificatie.", "startkwalificatie", False),
        ("Ze vindt het prima.", "toestemming", "gegeven"),
        ("Hij heeft ons verboden te bellen.", "toestemming", "geweigerd"),
        ("Toestemming is nog niet gevraagd.", "toestemming", "niet_gevraagd"),
        ("Eerst zei hij nee, maar nu vindt hij het goed.", "toestemming", "gegeven"),
        ("anderhalf jaar geleden gestopt met school", "maanden_sinds_uitstroom", 18),
        ("drie kwart jaar geleden gestopt met school", "maanden_sinds_uitstroom", 9),
        ("diploma in juli '24", "maanden_sinds_uitstroom", 20),
        ("14 mnd geleden gestopt", "maanden_sinds_uitstroom", 14),
        ("Hij dreigt van het dak te springen.", "levensgevaar", True),
        ("jongen van 20 zonder diploma", "leeftijd", 20),
        ("bol niveau 2", "opleiding", "mbo2_bol"),
        ("tostemming gegeven", "toestemming", "gegeven"),
    ],
)
def test_wat_de_woorden_dragen(tekst: str, feit: str, waarde: object) -> None:
    assert feiten(tekst)[feit] == waarde


@pytest.mark.parametrize(
    ("tekst", "feit"),
    [
        ("Hij zit thuis.", "schoolstatus"),
        ("Zijn vader is 45.", "leeftijd"),
        ("jongeren tot 27", "leeftijd"),
        ("Als hij toestemming geeft, mag het dan?", "toestemming"),
        ("Mag het zonder toestemming?", "toestemming"),
        ("Zijn moeder vindt het goed.", "toestemming"),
        ("Hij heeft niet geweigerd.", "toestemming"),
        ("Hij wil mbo-4 gaan doen.", "opleiding"),
        ("mbo-2 diploma", "opleiding"),
        ("Hij is gestopt met zijn medicatie.", "schoolstatus"),
        ("vorig schooljaar gestopt", "maanden_sinds_uitstroom"),
        ("Hij was vroeger suïcidaal.", "levensgevaar"),
        ("Hij zit in de bijstand.", "doel"),
    ],
)
def test_wat_de_woorden_niet_dragen(tekst: str, feit: str) -> None:
    assert feit not in feiten(tekst)


ONTVANGER, VERSTREKKER = "ontvanger", "verstrekker"


@pytest.mark.parametrize(
    ("tekst", "van", "naar", "gebruiker"),
    [
        # Where the writer works, in other words than 'ik werk bij'.
        ("Mijn roc krijgt een verzoek van het UWV.", "mbo", "uwv", VERSTREKKER),
        ("De baas vraagt naar zijn diagnose. Wijkteam.", "wijkteam", "werkgever", VERSTREKKER),
        ("Wij dsp geven zijn adres door aan de gemeente.", "doorstroompunt", "gemeente", "*"),
        ("Vso-docent, leerling is 18. De gemeente belt.", "vso", "gemeente", VERSTREKKER),
        ("Het RMC vraagt zich af of wij W&I mogen inlichten.", "doorstroompunt", "gemeente", "*"),
        # People stand for their organisation, 'zij vragen' for the one named before.
        ("Een mentor van een praktijkschool praat met de gemeente.", "pro", "gemeente", "*"),
        ("Ons vso sprak met het UWV. Zij vragen zijn cijfers.", "vso", "uwv", VERSTREKKER),
        # Passive, nominalised, telegram style.
        ("Ons roc is benaderd door het Doorstroompunt.", "mbo", "doorstroompunt", VERSTREKKER),
        ("Overdracht van roc naar gemeente: mag dat?", "mbo", "gemeente", "*"),
        ("Gegevens delen. Roc aan dsp.", "mbo", "doorstroompunt", "*"),
        # Whoever wants a data item asks for it; 'die willen' is who was named before.
        ("Wijkagent wil camerabeelden. Wij zijn een roc.", "mbo", "politie", VERSTREKKER),
        ("Hij gaat naar de hogeschool. Die willen zijn cijfers van ons vmbo.", "vo", "hbo_wo", "*"),
        # A row without sentences, in the order of the questions.
        ("Geven, vmbo, leerplicht, verzuim melden", "vo", "leerplicht", VERSTREKKER),
        ("Krijgen, roc, gemeente, cijfers", "mbo", "gemeente", ONTVANGER),
        # Who somebody is, said between brackets.
        ("Ik wil (als klantmanager) van het roc weten hoe het ging.", "mbo", "gemeente", ONTVANGER),
        (
            "Wij, vso, willen dat jeugdzorg ons vertelt wat hij heeft.",
            "jeugdzorg",
            "vso",
            ONTVANGER,
        ),
        # What is told to us is no question.
        ("Mogen wij als mbo ontvangen wat jeugdzorg heeft?", "jeugdzorg", "mbo", ONTVANGER),
        ("Mag de politie zijn adres van mij? Ik ben van het UWV.", "uwv", "politie", VERSTREKKER),
    ],
)
def test_wie_geeft_en_wie_krijgt(tekst: str, van: str, naar: str, gebruiker: str) -> None:
    gelezen = feiten(tekst)

    assert (gelezen.get("van"), gelezen.get("naar")) == (van, naar)
    assert gebruiker in ("*", gelezen.get("gebruiker"))


@pytest.mark.parametrize(
    "tekst",
    [
        "Wat is het verschil tussen het RMC en de gemeente?",
        "Hij heeft entree gedaan en niveau 2.",
        "Het gaat over de school.",
    ],
)
def test_wie_niets_geeft_of_krijgt(tekst: str) -> None:
    assert not {"van", "naar", "gebruiker"} & feiten(tekst).keys()


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("Op 9 maart 2026 dragen wij hem over.", "2026-03-09"),
        ("We sturen op 20-03-2026 een brief.", "2026-03-20"),
        ("Mag ik het morgen aan de gemeente doorgeven?", "2026-03-03"),
        ("Op 1 oktober 2025 uitgeschreven. Mogen wij dat delen?", None),
        ("Vandaag kwam hij niet.", None),
    ],
)
def test_de_dag_van_het_delen(tekst: str, dag: str | None) -> None:
    assert feiten(tekst).get("datum") == dag


def test_wie_achttien_wordt_is_zeventien() -> None:
    assert feiten("Ze wordt volgende maand 18.")["leeftijd"] == 17


def test_wat_een_ander_zegt_over_de_jongere_gaat_over_de_jongere() -> None:
    gelezen = feiten("Zijn moeder zegt dat hij gestopt is met school. Zijn broer heeft mbo 4.")

    assert gelezen["schoolstatus"] == "gestopt"
    assert "opleiding" not in gelezen


def test_wie_niet_meer_wil_leven_weigert_geen_toestemming() -> None:
    zin = "Een leerling heeft net gezegd dat ze niet meer wil leven"
    assert feiten(zin) == {"levensgevaar": True}


def test_twee_lezingen_zijn_geen_keuze() -> None:
    lezing = lees("Hij is 17. Volgens school is hij 18.", DAG)

    assert "leeftijd" not in lezing.feiten
    assert lezing.tegenstrijdig is not None
    assert {vondst.waarde for vondst in lezing.tegenstrijdig["leeftijd"]} == {17, 18}


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        ("Hij is niet 17 maar 16.", {"leeftijd": 16}),
        ("Hij is 17. Of nee, hij is 16.", {"leeftijd": 16}),
        ("17, nee wacht, 16", {"leeftijd": 16}),
        ("Ze is 20, niet 21.", {"leeftijd": 20}),
        ("Ze is 20 in plaats van 21.", {"leeftijd": 20}),
        ("Ik zei dat hij 18 is, maar hij is 17.", {"leeftijd": 17}),
        ("Hij spijbelt niet drie maar vijf weken.", {"verzuim_weken": 5}),
        ("Niet mbo 3 maar mbo 4.", {"opleiding": "mbo4"}),
        ("Hij is 17, niet ingeschreven.", {"leeftijd": 17}),
    ],
)
def test_wat_iemand_terugneemt_telt_niet(zin: str, verwacht: dict[str, object]) -> None:
    gelezen = feiten(zin)
    assert {naam: gelezen.get(naam) for naam in verwacht} == verwacht


def test_meer_doelen_zijn_een_lijst() -> None:
    lezing = lees("om hem naar werk te begeleiden of terug naar school te krijgen", DAG)

    assert lezing.feiten["doel"] == ["begeleiding_naar_werk", "begeleiding_naar_onderwijs"]


@pytest.mark.parametrize(
    ("tekst", "ja"),
    [
        ("Jongen van 18, gestopt met entree, mag W&I het roc bellen?", True),
        ("Mag het roc gegevens delen met de gemeente?", False),
    ],
)
def test_wie_vertelt_zoekt_niets_op(tekst: str, *, ja: bool) -> None:
    assert beschrijft(lees(tekst, DAG)) is ja


@pytest.mark.parametrize(
    ("tekst", "soort", "aantal"),
    [
        ("twee jaar en drie maanden", "duur", 27),
        ("1,5 jaar", "duur", 18),
        ("vijf weken", "weken", 5),
        ("vorige maand", "moment", 1),
        ("op 15 juli 2025", "moment", 7),
        ("paar maanden", "duur", None),
        ("ruim een jaar", "duur", None),
    ],
)
def test_tijd_in_woorden(tekst: str, soort: str, aantal: int | None) -> None:
    [tijd] = lees(tekst, DAG).tijden

    assert (tijd.soort, tijd.aantal) == (soort, aantal)


@pytest.mark.parametrize(
    ("fout", "goed"),
    [
        ("gemeete", "gemeente"),
        ("tostemming", "toestemming"),
        ("gesotpt", "gestopt"),
        ("gestort", "gestort"),
        ("gemeenschap", "gemeenschap"),
    ],
)
def test_een_tikfout_wordt_hersteld_een_ander_woord_niet(fout: str, goed: str) -> None:
    assert SPELLING.herstel(fout) == goed


@pytest.mark.parametrize("tekst", ["", " ", "?!", "\u0301\u0000", "e\u0301e\u0301n", "18" * 5000])
def test_rare_tekst_breekt_niets(tekst: str) -> None:
    assert lees(tekst, DAG).feiten == {}


@pytest.mark.parametrize(
    "woord", ["roc, ", "heeft geen toestemming ", "wil niet dat ", "(?", "18 "]
)
def test_de_langste_tekst_loopt_niet_vast(woord: str) -> None:
    # Not a measurement (that is `make bench`): a template that explodes would take minutes.
    lees((woord * LANGSTE_TEKST)[:LANGSTE_TEKST], DAG)


@pytest.mark.parametrize("bron", ["(ja", "ja)", "<bestaat_niet>", "ja?", "..3 ja"])
def test_een_sjabloon_dat_niet_kan_wordt_geweigerd(bron: str) -> None:
    with pytest.raises(LexiconOnjuist):
        maak(bron, {})


def test_alle_woordenlijsten_kunnen() -> None:
    kijk_na()


@pytest.mark.parametrize(
    ("regel", "wat"),
    [
        ({"feiten": {"lengte": 3}, "zinnen": ["lang"]}, "lengte = 3"),
        ({"feiten": {"toestemming": "misschien"}, "zinnen": ["tja"]}, "toestemming = 'misschien'"),
        ({"feiten": {}, "niet_bij": ["maandag"], "zinnen": ["tja"]}, "niet_bij"),
        ({"feiten": {}, "slok": True, "zinnen": ["tja"]}, "slok"),
        ({"feiten": {}, "zinnen": ["(tja"]}, "haakje te weinig"),
        ({"feiten": {}, "zinnen": ["<gek> tja"]}, "onbekende klasse gek"),
    ],
)
def test_een_woordenlijst_die_niet_kan_zegt_waar(
    regel: dict[str, object], wat: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(tabel("doelen"), "regel", [regel])

    with pytest.raises(LexiconOnjuist, match=re.escape(wat)) as fout:
        kijk_na()
    assert "doelen.toml" in str(fout.value)


def test_een_sjabloon_met_een_leesteken_wordt_ook_gevonden() -> None:
    register = Register([(maak("toestemming , ja", {}), "gegeven"), (maak("ja", {}), "ja")])

    gevonden = list(register.vind(splits("toestemming, ja", SPELLING)))

    assert [(t.wat, t.van, t.tot) for t in gevonden] == [("gegeven", 1, 4), ("ja", 3, 4)]


def test_een_gat_gaat_niet_over_een_komma_of_een_voegwoord() -> None:
    register = Register([(maak("heeft ..3 toestemming", {}), "gegeven")])

    assert list(register.vind(splits("heeft nu toestemming", SPELLING)))
    assert not list(register.vind(splits("heeft nu, toestemming", SPELLING)))
    assert not list(register.vind(splits("heeft werk en toestemming", SPELLING)))


def test_een_label_van_iets_dat_verborgen_is_wordt_niet_gelezen() -> None:
    lezing = lees(
        "Het gaat om [naam], [adres], geboren [geboortedatum], 17 jaar.", dt.date(2026, 3, 2)
    )

    assert lezing.feiten == {"leeftijd": 17}
    assert lezing.gegevens == ()


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("De gemeente vraagt ons of hij vrienden heeft.", "of hij vrienden heeft"),
        ("Kan ik doorgeven hoe zij met klanten omgaat?", "hoe zij met klanten omgaat"),
        ("Wat verdient ze? Dat wil de gemeente weten.", "Wat verdient ze"),
        ("Mag ik iets vertellen over haar planning?", "haar planning"),
        ("Mag ik zeggen dat hij verhuisd is?", "dat hij verhuisd is"),
    ],
)
def test_wat_iemand_wil_weten_is_een_gegeven(tekst: str, woorden: str) -> None:
    assert [(g.soort, g.woorden) for g in lees(tekst, DAG).gegevens] == [("gewoon", woorden)]


@pytest.mark.parametrize(
    "tekst",
    [
        "De gemeente vraagt of hij toestemming geeft.",
        "Ik weet niet of hij nog komt.",
        "Ik heb hem gevraagd waarom hij boos was.",
        "Wij vragen of wij mogen bellen.",
        "De gemeente vraagt zich af wat ze moeten doen.",
        "Ik bel om zijn plek te houden.",
    ],
)
def test_wat_niemand_wil_weten_is_geen_gegeven(tekst: str) -> None:
    assert lees(tekst, DAG).gegevens == ()


def test_bij_iets_gevoeligs_is_de_bijzin_dat_en_niet_meer() -> None:
    lezing = lees("Hij heeft autisme. Zijn baas vraagt waarom hij zo reageert.", DAG)

    assert lezing.gegevenssoorten == ("gezondheid",)


def test_een_lange_tekst_zonder_leestekens_heeft_toch_zinnen() -> None:
    tekst = (
        "ik werk als mentor op een roc een jongen van zeventien uit mijn klas heeft autisme "
        "en zijn baas wil weten waarom hij zo doet de jongen wil niet dat ik dat zeg"
    )

    assert feiten(tekst)["toestemming"] == "geweigerd"
