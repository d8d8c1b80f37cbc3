"""Hold a conversation from facts until a question comes up: tests begin there."""

from __future__ import annotations

import datetime as dt
from typing import Final

from dialogs import gesprek
from dialogs.beurt import Beurt
from dialogs.dossier.vragen import keer_van
from knowledge.casussen import casussen
from knowledge.feiten import Situatie
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import (
    MAX_BEURTEN,
    met_feiten,
    nu_op,
    samen_gevraagd,
    samen_gezegd,
)

DAG: Final = dt.date(2026, 3, 2)
NU: Final = nu_op(DAG)


def van_casus(id_: str, **anders: object) -> Situatie:
    """Return the situation of a casus, with other facts where given."""
    gevonden = next(s for c in casussen() for s in c.situaties if s.id == id_)
    return Situatie(**(gevonden.situatie().model_dump(exclude_none=True) | anders))


def tot(vraag: str, situatie: Situatie) -> Beurt:
    """Answer with these facts until this question is asked (its id, without what it is about)."""
    antwoord = met_feiten(situatie)
    beurt = gesprek.begroet(gesprek.nieuw("proef", DAG), NU)
    for _ in range(MAX_BEURTEN):
        sleutel = beurt.dossier.stand.vraag
        assert sleutel is not None, f"{vraag} wordt niet gevraagd"
        keer = keer_van(sleutel)
        assert keer is not None
        gesteld = samen_gevraagd(beurt.dossier)
        if len(gesteld) > 1 and vraag in {k.vraag.id for k in gesteld}:
            beurt = spreken.beantwoord(beurt.dossier, "één voor één", NU)
        elif keer.vraag.id == vraag:
            return beurt
        else:
            beurt = spreken.beantwoord(beurt.dossier, samen_gezegd(gesteld, antwoord), NU)
    raise AssertionError(f"{vraag} wordt niet gevraagd")


def zeg(beurt: Beurt, *zinnen: str) -> Beurt:
    """Say these, one after another."""
    for zin in zinnen:
        beurt = spreken.beantwoord(beurt.dossier, zin, NU)
    return beurt


def begin() -> Beurt:
    """Return the greeting."""
    return gesprek.begroet(gesprek.nieuw("proef", DAG), NU)


def teksten(beurt: Beurt) -> str:
    """Return all that a turn says."""
    return "\n".join(bericht.tekst for bericht in spreken.berichten(beurt))


def waarden(beurt: Beurt) -> dict[str, object]:
    """Return the answers of the dossier."""
    return {sleutel: antwoord.waarde for sleutel, antwoord in beurt.dossier.antwoorden.items()}
