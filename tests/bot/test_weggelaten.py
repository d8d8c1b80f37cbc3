"""Een gegeven dat iemand weghaalt, is overal weg: uit het bestand, het journaal en het verslag."""

import logging
from pathlib import Path

import pytest

from bot.gesprekken import Gesprekken
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in
from dialogs.bedoeling import Ingevuld
from dialogs.procedure.plek import plek
from dialogs.samenvatting.boom import heel
from dialogs.samenvatting.maken import maak
from dialogs.stukken.markdown import markdown
from tests.bot.nep import ANNE, Teller, klok, na

WOORD = "epilepsie"
VERTELD = (
    "Ik ben mentor op een praktijkschool. Jongen van 17 met Epilepsie loopt stage bij een garage. "
    "Mag ik zijn stageverslag aan de gemeente geven voor begeleiding naar werk? "
    "Hij zegt dat het mag."
)
KAAL = (
    "overslaan",
    "geven, roc, gemeente, begeleiding naar werk",
    "stageverslag, epilepsie",
)

WEGEN: dict[str, tuple[str, ...]] = {
    "in de lijst": (VERTELD, "geen epilepsie", "ja"),
    "in de lijst, in een zin": (VERTELD, "haal epilepsie weg", "ja"),
    "in de lijst, de hele regel": (VERTELD, "gegevens klopt niet", "stageverslag"),
    "in de lijst, alles": (
        VERTELD,
        "nee",
        "geven, roc, gemeente, begeleiding naar werk",
        "stageverslag",
    ),
    "later": (VERTELD, "ja", "haal epilepsie weg"),
    "later, met wijzig": (VERTELD, "ja", "wijzig gegevens", "stageverslag"),
    "in de lijst van soorten": (*KAAL, "geen epilepsie", "ja"),
    "als antwoord, dan wijzig": (*KAAL, "ja", "wijzig gegevens", "stageverslag"),
    "als antwoord, dan weg": (*KAAL, "ja", "epilepsie hoort er niet bij"),
    "bij de vraag naar de soort": (*KAAL, "nee", "ja", "gewoon", "hoort er niet bij"),
}


def _bestanden(databestand: Path) -> bytes:
    delen = sorted(databestand.parent.glob(f"{databestand.name}*"))
    assert delen
    return b"\n".join(deel.read_bytes() for deel in delen)


def _staat_er(inhoud: bytes) -> bool:
    return WOORD.encode() in inhoud.lower()


@pytest.fixture
def gesprekken(sqlite: SqliteOpslag) -> Gesprekken:
    """The real dialogue, on a real file."""
    return richt_in(sqlite, klok, Teller()).gesprekken


@pytest.mark.parametrize("weg", WEGEN)
async def test_wat_weg_is_staat_nergens_meer(
    weg: str, gesprekken: Gesprekken, databestand: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    stond_er = False
    reactie = await na(gesprekken.begroet(ANNE, "g"))
    for zin in WEGEN[weg]:
        reactie = await na(gesprekken.beurt(ANNE, "g", zin))
        stond_er = stond_er or _staat_er(_bestanden(databestand))

    assert stond_er, "het gegeven is nooit opgeslagen: dan toont dit niets"
    assert not _staat_er(_bestanden(databestand))
    assert reactie.dossier is not None
    assert not _staat_er(reactie.dossier.model_dump_json().encode())
    assert "stageverslag" in reactie.dossier.antwoorden["gegevens"].waarde

    samenvatting = maak(reactie.dossier, klok().date())
    assert not _staat_er(samenvatting.model_dump_json().encode())
    assert not _staat_er(markdown(heel(samenvatting)).encode())
    assert "gezondheid" not in " ".join(v.antwoord for v in samenvatting.vooraf).casefold()
    assert not _staat_er(caplog.text.encode())


async def test_een_ingevuld_formulier_laat_ook_niets_achter(
    gesprekken: Gesprekken, databestand: Path
) -> None:
    reactie = await na(gesprekken.begroet(ANNE, "g"))
    for zin in (*KAAL, "ja", "wijzig gegevens"):
        reactie = await na(gesprekken.beurt(ANNE, "g", zin))
    assert _staat_er(_bestanden(databestand))
    assert reactie.dossier is not None

    nieuw = Ingevuld({"gegevens": ["stageverslag"]})
    reactie = await na(gesprekken.beurt(ANNE, "g", nieuw, bij=plek(reactie.dossier)))

    assert not _staat_er(_bestanden(databestand))


async def test_wat_blijft_staan_heeft_zijn_eigen_woorden_nog(gesprekken: Gesprekken) -> None:
    reactie = await na(gesprekken.begroet(ANNE, "g"))
    for zin in (VERTELD, "geen epilepsie", "ja"):
        reactie = await na(gesprekken.beurt(ANNE, "g", zin))

    assert reactie.dossier is not None
    verteld = reactie.dossier.antwoorden["omschrijving"].waarde
    assert verteld == VERTELD.replace("Epilepsie", "[weggelaten]")
