"""Waarvoor het is, in de woorden van wie het vroeg; en wat er gebeurt als niets gedeeld wordt."""

import pytest

from dialogs.lezen import lees
from dialogs.lezen.doelzin import doelzin
from dialogs.samenvatting.maken import maak
from dialogs.samenvatting.markdown import markdown
from dialogs.teksten import tekst
from tests.dialogs.tot import DAG, begin, tot, van_casus, zeg

VERHAAL = """\
    Mag ik als klantmanager bij het roc het stageverslag opvragen om hem aan werk te helpen? \
    Hij is 20 en wil geen aanvullende loopbaanbegeleiding."""


@pytest.mark.parametrize(
    ("verhaal", "eigen"),
    [
        ("Het roc vraagt zijn verslag om hem aan werk te helpen.", "om hem aan werk te helpen"),
        (
            "Wij bellen de gemeente voor de begeleiding naar werk, want hij zit thuis.",
            "voor de begeleiding naar werk",
        ),
        (
            "De gemeente wil het weten om zijn uitkering te beoordelen en hij weigert.",
            "om zijn uitkering te beoordelen",
        ),
    ],
)
def test_het_zinsdeel_met_het_doel_wordt_gelezen(verhaal: str, eigen: str) -> None:
    assert lees(verhaal, DAG).doelzin == eigen


@pytest.mark.parametrize("verhaal", ["Het gaat om werkbegeleiding.", "Hij is 17.", ""])
def test_wie_alleen_de_naam_van_het_doel_noemt_heeft_geen_eigen_woorden(verhaal: str) -> None:
    assert lees(verhaal, DAG).doelzin is None


def test_het_zinsdeel_blijft_binnen_zijn_zin() -> None:
    zin = "Hij is gestopt. Aan werk helpen. Hij is ziek."
    begin_ = zin.index("Aan")

    assert doelzin(zin, begin_, begin_ + len("Aan werk helpen")) == "Aan werk helpen"


def test_eigen_woorden_tellen_na_een_ja_en_staan_in_het_verslag() -> None:
    ervoor = zeg(begin(), VERHAAL)
    assert "doel_woorden" not in ervoor.dossier.antwoorden

    erna = zeg(ervoor, "ja").dossier

    assert erna.antwoorden["doel_woorden"].waarde == "om hem aan werk te helpen"
    verslag = maak(erna, DAG)
    assert verslag.doel_woorden == "om hem aan werk te helpen"
    assert tekst("samenvatting.doel_woorden") in markdown(verslag)


def test_een_ander_doel_laat_de_eigen_woorden_los() -> None:
    erna = zeg(begin(), VERHAAL, "ja", "wijzig doel", "behoud van werk").dossier

    assert erna.antwoorden["doel"].waarde == ["behoud_van_werk"]
    assert "doel_woorden" not in erna.antwoorden


def test_eigen_woorden_zijn_te_wijzigen_zonder_dat_het_doel_verandert() -> None:
    erna = zeg(begin(), VERHAAL, "ja", "wijzig doel in eigen woorden", "een baan die past").dossier

    assert erna.antwoorden["doel_woorden"].waarde == "een baan die past"
    assert erna.antwoorden["doel"].waarde == ["begeleiding_naar_werk"]


def test_eigen_woorden_zijn_er_ook_bij_te_schrijven() -> None:
    ervoor = tot("nodig", van_casus("3.3.2-nieuw-gemeente"))
    assert "doel_woorden" not in ervoor.dossier.antwoorden

    erna = zeg(ervoor, "wijzig doel in eigen woorden", "dat zij werk houdt").dossier

    assert erna.antwoorden["doel_woorden"].waarde == "dat zij werk houdt"


def test_wie_het_doel_in_een_zin_zegt_heeft_het_in_eigen_woorden_gezegd() -> None:
    vraag = zeg(begin(), "overslaan", "één voor één", "geven", "mbo", "gemeente")
    assert vraag.dossier.stand.vraag == "doel"

    gezegd = zeg(vraag, "om haar naar passend werk te begeleiden").dossier
    gekozen = zeg(vraag, "1").dossier

    assert gezegd.antwoorden["doel_woorden"].waarde == "om haar naar passend werk te begeleiden"
    assert gezegd.antwoorden["doel"].waarde == ["begeleiding_naar_werk"]
    assert "doel_woorden" not in gekozen.antwoorden


def test_ook_tussen_andere_antwoorden_wordt_het_doel_in_eigen_woorden_bewaard() -> None:
    vraag = zeg(begin(), "overslaan")

    gezegd = zeg(vraag, "geven, mbo aan gemeente, om haar naar passend werk te begeleiden").dossier
    gekozen = zeg(vraag, "geven, mbo, gemeente, Onderzoeken of de jongere nog kan leren").dossier

    assert gezegd.antwoorden["doel_woorden"].waarde == "om haar naar passend werk te begeleiden"
    assert gekozen.antwoorden["doel"].waarde == ["onderzoek_leerbaarheid"]
    assert "doel_woorden" not in gekozen.antwoorden


@pytest.mark.parametrize("antwoord", ["nee", "ja"])
def test_wat_er_gebeurt_zonder_delen_wordt_gevraagd_bij_ja_en_bij_nee(antwoord: str) -> None:
    """At 'needed' with the reason of stap 4, at 'not needed' with the reason of stap 3."""
    bij = tot("nodig", van_casus("3.3.2-nieuw-gemeente"))
    erna = zeg(bij, "geen" if antwoord == "nee" else "allemaal")
    if antwoord == "ja":
        erna = zeg(erna, "Zonder dit kan de gemeente niets doen.", "nee, het kan niet anders")
    vraag = erna.dossier.stand.vraag or ""

    assert vraag.startswith("nodig_reden" if antwoord == "nee" else "alternatief_reden")
    dossier = zeg(erna, "Niet nodig. Zonder delen zoekt hij zelf verder.").dossier

    assert "Zonder delen zoekt hij zelf verder." in markdown(maak(dossier, DAG))


def test_wat_is_weggelaten_staat_ook_niet_in_het_doel_in_eigen_woorden() -> None:
    verhaal = """\
        Het roc wil de gemeente zijn adhd en zijn stageverslag geven om hem met adhd aan werk \
        te helpen. Hij is 20."""
    ervoor = zeg(begin(), verhaal, "ja")
    assert "adhd" in str(ervoor.dossier.antwoorden["doel_woorden"].waarde)

    erna = zeg(ervoor, "laat adhd weg").dossier

    assert "adhd" not in erna.model_dump_json()
