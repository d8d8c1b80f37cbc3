"""De afloop: welke oordelen nog kunnen zolang er feiten ontbreken, en welke feiten daarheen leiden.

Of every verdict the fewest facts are sought. Where the decision diagram was built this is a walk
over its few nodes. Where it would grow too large, one way down to every verdict is looked for and
then stripped of what it can do without; there a verdict is listed only when a way was found.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from itertools import combinations, islice, product
from typing import Any, Final

from knowledge import motor
from knowledge.beslissing import Oordeel
from knowledge.diagram import Diagram, plaats
from knowledge.gedeeld import gedeeld
from knowledge.motor import Stand
from knowledge.onbekend import Openstaand, openstaand
from knowledge.toegespitst import Toegespitst
from knowledge.uitgangspunt import GELDIGE_TOESTEMMING, uitgangspunt
from knowledge.uitkomst import Afloop
from knowledge.waarden import klassen

_PROBEER_HOOGSTENS: Final = 300
"""So many pairs of facts are tried in a diagram; the rest is led there by a shortest way."""
_WENDINGEN_HOOGSTENS: Final = 200
"""So many worlds are looked at without one."""


def kan_worden(open_: Openstaand, stand: Stand) -> frozenset[Oordeel]:
    """Return the verdicts that are still possible; never too few."""
    if open_.diagram is None:
        return motor.mogelijk(stand)
    return frozenset(open_.diagram.oordelen())


def aflopen(stand: Stand) -> tuple[Afloop, ...]:
    """Return every verdict still possible with facts that lead there, the best verdict first."""
    gevonden = _gevonden(stand)
    return tuple(
        Afloop(
            oordeel, {sleutel: _als_json(feiten[sleutel]) for sleutel in sorted(feiten, key=plaats)}
        )
        for oordeel, feiten in sorted(gevonden.items(), key=lambda paar: stand.kennis.rang[paar[0]])
    )


@gedeeld
def _gevonden(stand: Stand) -> Mapping[Oordeel, Mapping[str, Any]]:
    open_ = openstaand(stand)
    if open_.diagram is not None:
        return _uit_diagram(open_.diagram, stand)
    return _door_te_zoeken(open_.feiten, stand)


def in_elk_geval(mogelijk: frozenset[Oordeel]) -> str | None:
    """Return the key of what holds whichever of these it becomes; None when nothing does."""
    if Oordeel.MAG in mogelijk:
        return None
    if mogelijk <= {Oordeel.MAG_NIET, Oordeel.ANDERS}:
        return "niet_delen"
    return "nog_niet_delen"


def _uit_diagram(diagram: Diagram, stand: Stand) -> dict[Oordeel, dict[str, Any]]:
    gezocht = diagram.oordelen()
    uit: dict[Oordeel, dict[str, int]] = {}
    for takken in islice(_keuzes(diagram), _PROBEER_HOOGSTENS):
        oordeel = _leidt_tot(diagram, takken, stand)
        if oordeel is not None:
            uit.setdefault(oordeel, takken)
        if uit.keys() >= gezocht:
            break
    for oordeel, pad in diagram.paden().items():
        if oordeel not in uit:
            uit[oordeel] = _uitgekleed(pad, lambda takken: len(diagram.bladen(takken)) == 1)
    return {
        oordeel: {sleutel: diagram.waarden(sleutel)[tak] for sleutel, tak in takken.items()}
        for oordeel, takken in uit.items()
    }


def _keuzes(diagram: Diagram) -> Iterator[dict[str, int]]:
    """Yield every value of every single fact, then of every two."""
    sleutels = sorted(diagram.beslissend(), key=plaats)
    for aantal in (1, 2):
        for groep in combinations(sleutels, aantal):
            for takken in product(*(range(len(diagram.waarden(s))) for s in groep)):
                yield dict(zip(groep, takken, strict=True))


def _leidt_tot(diagram: Diagram, takken: Mapping[str, int], stand: Stand) -> Oordeel | None:
    oordelen = diagram.bladen(takken)
    if len(oordelen) == 1:
        return oordelen.pop()
    nood = stand.kennis.nood
    if oordelen and not nood.feiten().isdisjoint(takken):
        feiten = {sleutel: diagram.waarden(sleutel)[tak] for sleutel, tak in takken.items()}
        if nood.waarheid({**stand.feiten, **feiten}) is True:
            return Oordeel.OVERLEG
    return None


def _door_te_zoeken(feiten: Collection[str], stand: Stand) -> dict[Oordeel, dict[str, Any]]:
    """Start where nothing special is the matter, and change one thing at a time."""
    open_ = sorted(feiten, key=plaats)
    rustig = {sleutel: uitgangspunt(sleutel, stand.kennis) for sleutel in open_}
    van_situatie = {s: w for s, w in rustig.items() if motor.gegevensleutel(s) is None}
    basis = stand.met_vast(())
    gezocht = set(motor.mogelijk(basis))
    rustige_gegevens = _met(basis, rustig).gegevens
    uit: dict[Oordeel, dict[str, Any]] = {}
    gezien: set[Hashable] = set()
    vast: dict[frozenset[str], Stand] = {}
    for anders in islice(_wendingen(open_, stand.toegespitst), _WENDINGEN_HOOGSTENS):
        merk = _merk(rustige_gegevens, anders)
        if merk in gezien:
            continue
        gezien.add(merk)
        wisselt = frozenset(s for s in anders if motor.gegevensleutel(s) is None)
        if wisselt not in vast:
            # All worlds that differ in these facts only: whatever else there is, is filled in once.
            rust = _met(basis, van_situatie, rustige_gegevens)
            vast[wisselt] = rust.met_vast(wisselt)
        wereld = _met(vast[wisselt], anders, rustige_gegevens)
        oordelen = motor.mogelijk(wereld)
        if len(oordelen) == 1 and not oordelen <= uit.keys() and not motor.botsingen(wereld):
            [oordeel] = oordelen
            uit[oordeel] = _genoeg(basis, rustig, anders, oordeel)
        if uit.keys() >= gezocht:
            break
    return uit


def _merk(gegevens: tuple[Mapping[str, Any], ...] | None, anders: Mapping[str, Any]) -> Hashable:
    """Return what a change comes down to: of equal data items it is the same for each."""
    situatie = []
    van_gegeven: dict[int, list[Any]] = {}
    for sleutel, waarde in anders.items():
        if plaats_ := motor.gegevensleutel(sleutel):
            van_gegeven.setdefault(plaats_[0], []).append((plaats_[1], waarde))
        else:
            situatie.append((sleutel, str(waarde)))
    per_gegeven = Counter(
        (id(gegevens[n]) if gegevens else 0, frozenset(w)) for n, w in van_gegeven.items()
    )
    return frozenset(situatie), frozenset(per_gegeven.items())


def _wendingen(open_: Sequence[str], kennis: Toegespitst) -> Iterator[dict[str, Any]]:
    yield {}
    yield {naam: waarde for naam, waarde in GELDIGE_TOESTEMMING.items() if naam in open_}
    enkel = [(sleutel, w) for sleutel in open_ for w in klassen(sleutel, kennis)]
    yield from ({sleutel: waarde} for sleutel, waarde in enkel)
    yield from ({a: wa, b: wb} for (a, wa), (b, wb) in combinations(enkel, 2) if a != b)


def _genoeg(
    stand: Stand,
    rustig: Mapping[str, Any],
    anders: Mapping[str, Any],
    oordeel: Oordeel,
) -> dict[str, Any]:
    """Return what is needed of a world to settle its verdict."""
    feiten = dict(anders)
    while True:
        wereld = _met(stand, feiten)
        if motor.wordt(wereld, oordeel):
            return _uitgekleed(feiten, lambda minder: motor.wordt(_met(stand, minder), oordeel))
        erbij = _volgende(wereld, rustig.keys() - feiten.keys())
        # What is left is taken otherwise than it is here, unless one says so.
        feiten |= {s: rustig[s] for s in ((erbij,) if erbij else rustig) if s not in feiten}


def _volgende(wereld: Stand, keuze: Collection[str]) -> str | None:
    """Return a fact that the first open decision of some item waits for."""
    for nummer, gegeven in enumerate(wereld.een_voor_een()):
        if len(gegeven.mogelijk()) > 1:
            namen = gegeven.wacht_op[0].open(gegeven.feiten)
            for naam, conditie in wereld.toegespitst.afgeleid:
                if naam in namen:
                    namen = namen - {naam} | conditie.open(gegeven.feiten)
            sleutels = {motor.sleutel_van(wereld, nummer, naam) for naam in namen}
            if sleutels := sleutels.intersection(keuze):
                return min(sleutels, key=plaats)
    return None


def _met(
    stand: Stand,
    feiten: Mapping[str, Any],
    anders_dan: tuple[Mapping[str, Any], ...] | None = None,
) -> Stand:
    """Return a state with more facts known; `anders_dan` are data items that have some already."""
    situatie = dict(stand.feiten)
    van_gegeven: dict[int, dict[str, Any]] = {}
    for sleutel, waarde in feiten.items():
        if plaats_ := motor.gegevensleutel(sleutel):
            van_gegeven.setdefault(plaats_[0], {})[plaats_[1]] = waarde
        elif sleutel != "gegevens":
            situatie[sleutel] = waarde
    gegevens = feiten.get("gegevens", anders_dan or stand.gegevens)
    if van_gegeven:
        gegevens = motor.gelijk_is_een(
            {**gegeven, **van_gegeven[nummer]} if nummer in van_gegeven else gegeven
            for nummer, gegeven in enumerate(gegevens)
        )
    return stand.anders(situatie, gegevens)


def _uitgekleed(pad: dict[str, Any], genoeg: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """Leave out every fact that is not needed to get there."""
    for sleutel in list(pad):
        minder = {s: w for s, w in pad.items() if s != sleutel}
        if genoeg(minder):
            pad = minder
    return pad


def _als_json(waarde: Any) -> Any:
    """Write a value as input for `weeg`."""
    if isinstance(waarde, dt.date):
        return waarde.isoformat()
    if isinstance(waarde, frozenset):
        return sorted(waarde)
    if isinstance(waarde, Mapping):
        return {naam: _als_json(deel) for naam, deel in waarde.items()}
    return [_als_json(deel) for deel in waarde] if isinstance(waarde, tuple) else waarde
