"""De lijst van wat begrepen is: één regel per ding, kort, met nummers die niet verspringen."""

import datetime as dt
from statistics import median

import pytest

from dialogs import gesprek
from dialogs.beeld.begrepen import regels
from dialogs.beeld.delen import BegrepenRegel
from dialogs.beurt import Beurt
from dialogs.dossier import Dossier
from dialogs.dossier.wacht import OpBegrepen
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import nu_op
from tests.taal.sets import beschrijvingen

DAG = dt.date(2026, 3, 2)
NU = nu_op(DAG)
VERTELD = (
    "Ik ben klantmanager bij de gemeente. Een jongen van 19 stopte in juni met mbo 2. Ik wil van "
    "het roc zijn stageverslag en of hij adhd heeft, om hem naar werk te begeleiden."
)
TWEE_DOELEN = (
    "Wij zijn beschermd wonen. Onze cliënt van 19 werkt op een beschutte plek. Er dreigt aangifte "
    "tegen hem. We willen het zijn werkgever vertellen, want we zijn bang dat hij zijn baan "
    "verliest en dat collega's gevaar lopen."
)


def begin() -> Dossier:
    return gesprek.begroet(gesprek.nieuw("proef", DAG), NU).dossier


def zeg(*zinnen: str, dossier: Dossier | None = None) -> Beurt:
    beurt = Beurt(dossier or begin())
    for zin in zinnen:
        bewaard = Dossier.model_validate_json(beurt.dossier.model_dump_json())
        beurt = spreken.beantwoord(bewaard, zin, NU)
    return beurt


def per_nummer(dossier: Dossier) -> dict[int, BegrepenRegel]:
    return {regel.nummer: regel for regel in regels(dossier)}


def tekst_van(beurt: Beurt) -> str:
    return "\n".join(bericht.tekst for bericht in spreken.berichten(beurt))


def bij(dossier: Dossier, begin_: str) -> BegrepenRegel:
    return next(r for r in regels(dossier) if f"{r.onderwerp}: {r.antwoord}".startswith(begin_))


def test_een_gegeven_en_zijn_soort_zijn_een_regel() -> None:
    dossier = zeg(VERTELD).dossier

    gegevens = [r.antwoord for r in regels(dossier) if r.onderwerp == "gegeven"]
    assert gegevens == ["stageverslag \u2013 gewoon", "adhd \u2013 gezondheid"]


def test_wat_zeker_is_is_ingeklapt_en_wordt_wel_genoemd() -> None:
    beurt = zeg(VERTELD)
    zeker = [regel for regel in regels(beurt.dossier) if regel.zeker]

    assert {regel.onderwerp for regel in zeker} >= {"leeftijd", "school"}
    assert "jongen van 19" not in tekst_van(beurt)
    assert "leeftijd: 19" in tekst_van(beurt)


def test_wie_alles_wil_zien_ziet_alles() -> None:
    beurt = zeg(VERTELD, "toon alles")

    assert beurt.dossier.stand.wacht == OpBegrepen(alles=True)
    assert "jongen van 19" in tekst_van(beurt)
    assert zeg("ja", dossier=beurt.dossier).dossier.antwoorden["leeftijd"].waarde == 19


def test_wat_twijfelachtig_is_staat_bovenaan() -> None:
    beurt = zeg(f"{VERTELD} Ik ben bang dat hij zichzelf iets aan wil doen.")

    assert regels(beurt.dossier)[0].onderwerp == "gevaar"
    klaar = zeg(VERTELD, "ja", "hij is 22, en de melding is van leerplicht").dossier
    assert regels(klaar)[0].was is not None


def test_gewone_beschrijvingen_geven_hooguit_zeven_regels() -> None:
    aantallen = []
    for een in beschrijvingen(apart=False)[::6]:
        dossier = zeg(een.tekst).dossier
        lijst = [r for r in regels(dossier) if not r.zeker] if dossier.stand.voorgesteld else []
        gezegd = [r for r in lijst if r.woorden]
        aantallen.append(len(gezegd) + (len(gezegd) < len(lijst)))

    assert median(aantallen) <= 6
    assert sum(aantal <= 7 for aantal in aantallen) / len(aantallen) >= 0.98


@pytest.mark.parametrize(
    "zin", ["hij is 20", "haal stageverslag weg", "het gaat ook om zijn adres", "wij zijn het uwv"]
)
def test_een_nummer_blijft_van_hetzelfde_ding(zin: str) -> None:
    voor = zeg(VERTELD).dossier
    erna = zeg(zin, dossier=voor).dossier
    toen, nu = per_nummer(voor), per_nummer(erna)

    for nummer in toen.keys() & nu.keys():
        assert nu[nummer].onderwerp == toen[nummer].onderwerp
        if nu[nummer].onderwerp == "gegeven":
            assert nu[nummer].antwoord == toen[nummer].antwoord
    nieuw = nu.keys() - toen.keys()
    assert not nieuw or min(nieuw) > max(toen)


def test_na_een_verbetering_wijst_een_nummer_nog_naar_hetzelfde() -> None:
    voor = zeg(VERTELD).dossier
    adhd = bij(voor, "gegeven: adhd").nummer
    erna = zeg("haal stageverslag weg", str(adhd), dossier=voor).dossier

    assert "gegevens" not in erna.antwoorden
    assert erna.antwoorden["leeftijd"].waarde == 19


def test_wat_veranderde_is_gemerkt_en_uitgeklapt() -> None:
    beurt = zeg(VERTELD, "hij is 20")
    leeftijd = bij(beurt.dossier, "leeftijd")

    assert (leeftijd.aangepast, leeftijd.zeker) == (True, False)
    assert [r.onderwerp for r in regels(beurt.dossier) if r.aangepast] == ["leeftijd"]
    sleutels = [getattr(deel, "sleutel", "") for deel in beurt.gezegd]
    assert sleutels == ["begrepen.anders"]


def test_wie_zegt_wat_er_al_staat_past_niets_aan() -> None:
    beurt = zeg(VERTELD, "hij is 19")

    assert [getattr(deel, "sleutel", "") for deel in beurt.gezegd] == ["begrepen.al_zo"]
    assert not any(regel.aangepast for regel in regels(beurt.dossier))


def test_twee_doelen_worden_elk_bevestigd() -> None:
    dossier = zeg(TWEE_DOELEN).dossier
    doelen = [r for r in regels(dossier) if r.onderwerp.startswith("doel")]
    assert len(doelen) == 2
    assert not any(regel.zeker for regel in doelen)

    erna = zeg(f"{doelen[1].nummer} klopt niet", dossier=dossier).dossier

    assert erna.antwoorden["doel"].waarde == ["behoud_van_werk"]
    assert not any("@veiligheid" in sleutel for sleutel in erna.antwoorden)


def test_een_gegeven_dat_als_fout_is_aangewezen_is_overal_weg() -> None:
    voor = zeg(VERTELD).dossier
    erna = zeg(str(bij(voor, "gegeven: adhd").nummer), dossier=voor).dossier

    assert erna.antwoorden["gegevens"].waarde == ["stageverslag"]
    assert "adhd" not in erna.model_dump_json().casefold()


def test_een_onbekend_nummer_zegt_niets() -> None:
    beurt = zeg(VERTELD, "31")

    assert beurt.dossier.stand.vraag == "begrepen"
    assert spreken.misverstaan(beurt.dossier) == 1
