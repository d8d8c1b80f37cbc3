"""Een reden bij het antwoord hoort bij die vraag, en wordt niet nog eens gevraagd."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from dialogs.bedoeling import Antwoorden, Gezegd
from dialogs.dossier import Antwoord, Dossier
from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.dossier.wacht import OpVraag
from dialogs.verstaan import verstaan
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import nu_op

DAG = dt.date(2026, 3, 2)
DOEL = "veiligheid_van_anderen"
MAP = Path(__file__).parents[1] / "taal"


class MetReden(BaseModel):
    """An answer with a reason in it, or with none."""

    model_config = ConfigDict(extra="forbid")

    vraag: str
    tekst: str
    waarde: bool | str
    reden: str


def deel(naam: str) -> tuple[MetReden, ...]:
    ruw = tomllib.loads((MAP / f"{naam}.toml").read_text(encoding="utf-8"))
    return tuple(MetReden(**een) for een in ruw["antwoord"])


OEFEN, APART = deel("redenen"), deel("redenen_apart")


def bij(vraag: str) -> Dossier:
    sleutel = Keer(VRAGEN[vraag], DOEL).sleutel
    antwoorden = {
        "doel": Antwoord(waarde=[DOEL]),
        "gegevens": Antwoord(waarde=["stageverslag"]),
    }
    leeg = Dossier(id="proef", begonnen=DAG, antwoorden=antwoorden)
    return leeg.wachtend(OpVraag(vraag=sleutel, wijzigt=True))


def gehoord(een: MetReden) -> tuple[object, str]:
    """Return the value and the reason that were understood."""
    wat = verstaan(Gezegd(een.tekst), bij(een.vraag), DAG).bedoeling
    if not isinstance(wat, Antwoorden):
        return None, ""
    per_vraag = {keer.vraag.id: waarde for keer, waarde in wat.waarden.items()}
    waarde = per_vraag.pop(een.vraag, None)
    if een.vraag == "nodig":
        waarde = None if waarde is None else bool(waarde)
    return waarde, "".join(per_vraag.values()).casefold().strip(" .")


@pytest.mark.parametrize("een", OEFEN, ids=lambda een: een.tekst[:40])
def test_een_reden_bij_het_antwoord_wordt_gehoord(een: MetReden) -> None:
    assert gehoord(een) == (een.waarde, een.reden.casefold().strip(" ."))


def test_redenen_van_wie_de_lijst_niet_zag() -> None:
    """No reason is invented; of those given, some may be asked once more."""
    met = [een for een in APART if een.reden]
    zonder = [een for een in APART if not een.reden]
    goed = [een for een in met if gehoord(een)[1] == een.reden.casefold().strip(" .")]
    assert len(goed) / len(met) >= 0.85, [een.tekst for een in met if een not in goed]
    assert [een.tekst for een in zonder if gehoord(een)[1]] == []


@pytest.mark.parametrize(
    "zin",
    ["ja, maar alleen als hij erbij is", "nee, want", "ja, want dat is nodig", "ja, dat vind ik"],
)
def test_wat_geen_reden_is_wordt_nog_gevraagd(zin: str) -> None:
    wat = verstaan(Gezegd(zin), bij("belang_zwaarder"), DAG).bedoeling
    if isinstance(wat, Antwoorden):
        assert [keer.vraag.id for keer in wat.waarden] == ["belang_zwaarder"]


def test_de_reden_staat_bij_haar_vraag_en_wordt_teruggezegd() -> None:
    beurt = spreken.beantwoord(bij("nodig"), "ja, want hij kan anders niet beginnen", nu_op(DAG))

    assert beurt.dossier.antwoorden[f"nodig_reden@{DOEL}"].waarde == "hij kan anders niet beginnen"
    assert "genoteerd" in spreken.soorten(beurt)


def test_een_nieuwe_reden_bij_een_ander_antwoord_blijft() -> None:
    nu = nu_op(DAG)
    eerst = spreken.beantwoord(bij("nodig"), "ja, want hij kan anders niet beginnen", nu).dossier
    weer = eerst.wachtend(OpVraag(vraag=f"nodig@{DOEL}", wijzigt=True))

    erna = spreken.beantwoord(weer, "nee, want een telefoontje is genoeg", nu).dossier

    assert erna.antwoorden[f"nodig@{DOEL}"].waarde == []
    assert erna.antwoorden[f"nodig_reden@{DOEL}"].waarde == "een telefoontje is genoeg"


def test_zonder_nieuwe_reden_vervalt_de_oude() -> None:
    nu = nu_op(DAG)
    eerst = spreken.beantwoord(bij("nodig"), "ja, want hij kan anders niet beginnen", nu).dossier
    weer = eerst.wachtend(OpVraag(vraag=f"nodig@{DOEL}", wijzigt=True))

    erna = spreken.beantwoord(weer, "nee", nu).dossier

    assert f"nodig_reden@{DOEL}" not in erna.antwoorden
