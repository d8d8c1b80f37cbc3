"""Het oordeel bij een casus: uitgerekend uit haar feiten, nooit opgeschreven."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations
from typing import Final, NamedTuple

from knowledge.casussen import CasusSituatie, casussen
from knowledge.feiten import FEITEN, Situatie
from knowledge.fouten import KennisOnjuist
from knowledge.onderwerpen.model import CasusOnderwerp
from knowledge.spoor import feit_in_woorden
from knowledge.teksten import tekst
from knowledge.uitkomst import Regime, Uitkomst
from knowledge.weging import weeg_doel

# Numbers last: that someone is 20 tells less than that someone refuses.
_ONDERSCHEIDEND: Final = sorted(
    (n for n, feit in FEITEN.items() if n != "datum" and not feit.van_gegeven),
    key=lambda naam: FEITEN[naam].soort == "getal",
)


class CasusOordeel(NamedTuple):
    """The outcome of one situation of a casus; `variant` tells it from its neighbours in words."""

    regime: Regime
    variant: str
    uitkomst: Uitkomst


@cache
def alle_situaties() -> dict[str, CasusSituatie]:
    """Return every situation of every casus by its id."""
    return {situatie.id: situatie for casus in casussen() for situatie in casus.situaties}


def situaties(ids: Sequence[str]) -> tuple[CasusSituatie, ...]:
    """Return these situations.

    Raises:
        KennisOnjuist: there is no situation with that id.
    """
    try:
        return tuple(alle_situaties()[id_] for id_ in ids)
    except KeyError as fout:
        raise KennisOnjuist(f"situatie {fout} bestaat niet") from fout


def oordelen(casus: CasusOnderwerp) -> tuple[CasusOordeel, ...]:
    """Weigh the situations of a casus, those under the present law first."""
    eigen = sorted(situaties(casus.situaties), key=lambda s: s.regime)
    return tuple(
        CasusOordeel(situatie.regime, _variant(situatie, eigen), uitkomst)
        for situatie in eigen
        for uitkomst in _uitkomsten(situatie.situatie())
    )


def _uitkomsten(situatie: Situatie) -> list[Uitkomst]:
    return [weeg_doel(situatie, doel, volledig=False) for doel in situatie.doelen()]


def _variant(situatie: CasusSituatie, alle: Sequence[CasusSituatie]) -> str:
    """Return the fewest facts that tell it from the others under the same law, in words."""
    buren = [s.feiten for s in alle if s.regime == situatie.regime and s is not situatie]
    eigen = situatie.feiten
    # Rather a fact that every one of them names.
    bekend = sorted(
        (naam for naam in _ONDERSCHEIDEND if naam in eigen),
        key=lambda naam: not all(naam in buur for buur in buren),
    )
    keuzes = (keuze for aantal in range(len(bekend)) for keuze in combinations(bekend, aantal))
    namen = next(
        (k for k in keuzes if all(any(b.get(n) != eigen[n] for n in k) for b in buren)), ()
    )
    return ", ".join(_in_woorden(naam, eigen[naam]) for naam in namen)


def _in_woorden(naam: str, waarde: object) -> str:
    return tekst(f"waarde_doel.{waarde}") if naam == "doel" else feit_in_woorden(naam, waarde)
