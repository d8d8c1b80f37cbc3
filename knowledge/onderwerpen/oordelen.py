"""Het oordeel bij een casus: uitgerekend uit haar feiten, nooit opgeschreven."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Any, Final, NamedTuple

from knowledge.casussen import CasusSituatie, casussen
from knowledge.feiten import FEITEN, STANDAARD, Doel, Situatie
from knowledge.fouten import KennisOnjuist
from knowledge.motor import Stand
from knowledge.onderwerpen.model import CasusOnderwerp
from knowledge.regels.basis import Regel
from knowledge.spoor import feit_in_woorden
from knowledge.stapbronnen import feiten_van
from knowledge.teksten import tekst
from knowledge.uitkomst import Regime, Uitkomst
from knowledge.weging import weeg_doel

_AANWEZIG: Final = "B-AANWEZIG"
_ROUTE: Final = ("van", "naar", "doel")
"""Named wherever it is not the same in all situations of a casus."""
_STAAT_IN_DE_CASUS: Final = frozenset(
    {
        *_ROUTE,
        "datum",
        "gebruiker",
        "leeftijd",
        "startkwalificatie",
        "opleiding",
        "schoolstatus",
        "maanden_sinds_uitstroom",
        "verzuim_ongeoorloofd",
        "verzuim_weken",
        "verzuim_kortere_termijn",
        "alb_aangeboden",
        "toestemming_vrij",
        "toestemming_duidelijk",
        "toestemming_geinformeerd",
        "toestemming_specifiek",
        "doel_verenigbaar",
    }
)
"""Of these the story tells, or they go with another: named only where they tell apart.

Of all others somebody decides, so a verdict that rests on one says which way it went.
"""
_ALLEEN_ALS_HET_ZO_IS: Final = frozenset(
    {
        "levensgevaar",
        "vermoeden_geweld",
        "gevraagd_door_leerplicht",
        "belang_zwaarder",
        "overeenkomst_nodig",
    }
)
"""That it is not so goes without saying."""
# Numbers last: that someone is 20 tells less than that someone refuses.
_ONDERSCHEIDEND: Final = sorted(
    (n for n, feit in FEITEN.items() if n != "datum" and not feit.van_gegeven),
    key=lambda naam: FEITEN[naam].soort == "getal",
)


class CasusOordeel(NamedTuple):
    """The outcome of one situation of a casus.

    `variant` names what the verdict rests on, and what tells it from its neighbours, in words.
    """

    regime: Regime
    variant: str
    uitkomst: Uitkomst

    @property
    def zelf_verteld(self) -> bool:
        """Only what the young person tells may be shared: there is no ground for more."""
        return self.uitkomst.grondslag is None and _AANWEZIG in self.uitkomst.regels


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
        _oordeel(situatie, doel, eigen)
        for situatie in eigen
        for doel in situatie.situatie().doelen()
    )


def _oordeel(
    van_casus: CasusSituatie, doel: Doel | None, alle: Sequence[CasusSituatie]
) -> CasusOordeel:
    situatie = van_casus.situatie()
    uitkomst = weeg_doel(situatie, doel, volledig=False)
    dragend = _rust_op(situatie, doel, uitkomst)
    return CasusOordeel(van_casus.regime, _variant(van_casus, alle, dragend), uitkomst)


def _rust_op(situatie: Situatie, doel: Doel | None, uitkomst: Uitkomst) -> dict[str, Any]:
    """Return the facts that a verdict rests on and the story of the casus does not tell."""
    stand = Stand.van(situatie, doel)
    regels: Mapping[str, Regel] = {regel.id: regel for regel in stand.kennis.regels}
    dragend: dict[str, Any] = {}
    for spoor in uitkomst.spoor:
        dragend |= feiten_van(stand.per_gegeven, regels[spoor.regel])
    if stand.feiten.get("toestemming") == "geweigerd":
        dragend["toestemming"] = "geweigerd"  # Never passed over, also where it changes nothing.
    return {
        naam: waarde
        for naam, waarde in dragend.items()
        if naam not in _STAAT_IN_DE_CASUS
        and not FEITEN[naam].van_gegeven
        and (naam not in STANDAARD or waarde != STANDAARD[naam])
        and (waarde is True or naam not in _ALLEEN_ALS_HET_ZO_IS)
    }


def _variant(
    situatie: CasusSituatie, alle: Sequence[CasusSituatie], dragend: Mapping[str, Any]
) -> str:
    """Return what the verdict rests on, and the fewest facts more that tell it from the others."""
    buren = [s.feiten for s in alle if s.regime == situatie.regime and s is not situatie]
    eigen = {**situatie.feiten, **dragend}
    vast = {n for n in _ROUTE if any(s.feiten.get(n) != eigen.get(n) for s in alle)}
    vast |= dragend.keys()
    # Rather a fact that every one of them names.
    meer = sorted(
        (naam for naam in _ONDERSCHEIDEND if naam in situatie.feiten and naam not in vast),
        key=lambda naam: not all(naam in buur for buur in buren),
    )
    keuzes = (
        vast.union(keuze) for aantal in range(len(meer)) for keuze in combinations(meer, aantal)
    )
    namen = next(
        (k for k in keuzes if all(any(b.get(n) != eigen[n] for n in k) for b in buren)), vast
    )
    return "; ".join(_in_woorden(naam, eigen[naam]) for naam in FEITEN if naam in namen)


def _in_woorden(naam: str, waarde: object) -> str:
    return tekst(f"waarde_doel.{waarde}") if naam == "doel" else feit_in_woorden(naam, waarde)
