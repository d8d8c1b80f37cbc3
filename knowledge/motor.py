"""De motor: loopt de beslissing na met de feiten die er zijn, en zegt wat dan nog kan.

Everything here works with unknown facts. `mogelijk` answers which verdicts are still possible
(never too few); one verdict left means that no unknown fact can change it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final, TypeVar

from knowledge.beslissing import Besluit, Oordeel, Zelf
from knowledge.condities import Conditie, Waarheid
from knowledge.feiten import STANDAARD, STANDAARD_VAN_GEGEVEN, Doel, Situatie
from knowledge.kennis import Kennis, huidige
from knowledge.regels.botsingen import Botsing
from knowledge.toegespitst import Toegespitst, toegespitst

_Uit = TypeVar("_Uit")
MET_STANDAARD: Final[Mapping[str, Any]] = {**STANDAARD, **STANDAARD_VAN_GEGEVEN}
_VEEL: Final = 3
"""More data items than this are worth filling in first what they have in common."""
_VEEL_AL_INGEVULD: Final = 8
"""Where most was filled in before, walking is cheap, and it takes more of them."""
ITEMFEITEN: Final = ("nodig", "soort", "in_overgangsdocument", "in_melding")


@dataclass(frozen=True)
class Stand:
    """What is known at this moment for one purpose, and the knowledge it is judged with.

    `gegevens` is None while nobody said which data it is about; an empty tuple means none.
    Unknown facts are left out of the mappings.
    """

    feiten: Mapping[str, Any]
    gegevens: tuple[Mapping[str, Any], ...] | None
    kennis: Kennis = field(default_factory=huidige)
    gevraagd: str = ""
    """An unknown that nobody should be asked for is weighed by its default, except this fact."""
    ingevuld: Toegespitst | None = None
    """The decision with more filled in than the route; only what can still be is asked of it."""

    def __post_init__(self) -> None:
        feiten = {**_zonder(STANDAARD, self.gevraagd), **self.feiten}
        object.__setattr__(self, "feiten", self.kennis.aangevuld(feiten))

    @classmethod
    def van(cls, situatie: Situatie, doel: Doel | None, kennis: Kennis | None = None) -> Stand:
        """Take the facts for one purpose out of a situation."""
        gegevens = None
        if situatie.gegevens is not None:
            gegevens = gelijk_is_een(
                {
                    naam: (frozenset(s.value for s in waarde) if naam == "soort" else waarde)
                    for naam in ITEMFEITEN
                    if (waarde := getattr(gegeven, naam)) is not None
                }
                for gegeven in situatie.gegevens
            )
        return cls(situatie.feiten(doel), gegevens, kennis or huidige())

    @cached_property
    def per_gegeven(self) -> tuple[GegevenStand, ...]:
        """Every data item after the decision list was walked for it; equal items share a walk."""
        return tuple(self.een_voor_een())

    def een_voor_een(self) -> Iterator[GegevenStand]:
        """Yield the same one after the other, for whoever may stop before the last."""
        gegevens, kennis, gelopen = self._te_lopen
        for gegeven in gegevens:
            merk = id(gegeven)
            if merk not in gelopen:
                gelopen[merk] = _loop(kennis, {**self.feiten, **gegeven})
            yield gelopen[merk]

    @cached_property
    def _te_lopen(
        self,
    ) -> tuple[tuple[Mapping[str, Any], ...], Toegespitst, dict[int, GegevenStand]]:
        """The data items, what is walked for each, and what was found of those that were."""
        gegevens = self.elk_gegeven()
        kennis = self.toegespitst
        veel = _VEEL if self.ingevuld is None else _VEEL_AL_INGEVULD
        if len({id(gegeven) for gegeven in gegevens}) > veel:
            # What they have in common is filled in once, for all of them.
            eigen = {naam for gegeven in gegevens for naam in gegeven}
            kennis = kennis.met({n: w for n, w in self.feiten.items() if n not in eigen})
        return gegevens, kennis, {}

    @cached_property
    def verschillend(self) -> tuple[GegevenStand, ...]:
        """The data items, of those with equal facts the first: what holds of one holds of all."""
        return tuple({id(gegeven): gegeven for gegeven in self.per_gegeven}.values())

    def waarheden(self, conditie: Conditie) -> tuple[Waarheid, ...]:
        """Return the truth of a condition for each of `verschillend`.

        Items that are alike in all it looks at share one.
        """
        korter = self.toegespitst.over(conditie)
        return _elk_merk(self._merken(korter), lambda gegeven: korter.waarheid(gegeven.feiten))

    def wacht_op(self, conditie: Conditie) -> frozenset[str]:
        """Return the unknown facts that keep a condition onbekend for some data item."""
        korter = self.toegespitst.over(conditie)
        return frozenset().union(
            *_elk_merk(self._merken(korter), lambda gegeven: korter.open(gegeven.feiten))
        )

    def _merken(self, conditie: Conditie) -> Iterator[tuple[Hashable, GegevenStand]]:
        """Yield each of `verschillend` with what the condition sees of it and of no other."""
        namen = self._wisselt & conditie.feiten() if self._wisselt else ()
        for gegeven in self.verschillend:
            yield tuple(gegeven.feiten.get(naam) for naam in namen), gegeven

    @cached_property
    def _wisselt(self) -> frozenset[str]:
        """The facts that are not the same for every data item."""
        feiten = [gegeven.feiten for gegeven in self.verschillend]
        return frozenset(
            naam
            for naam in (*ITEMFEITEN, *self.kennis.afgeleid)
            if any(elk.get(naam) != feiten[0].get(naam) for elk in feiten[1:])
        )

    @cached_property
    def toegespitst(self) -> Toegespitst:
        """The decision as far as it is about this date, route and doel."""
        return self.ingevuld or toegespitst(self.kennis, self.feiten)

    def elk_gegeven(self) -> tuple[Mapping[str, Any], ...]:
        """Return the facts of every data item; while nobody named one, of one nameless item."""
        gegevens: tuple[Mapping[str, Any], ...] = ({},) if self.gegevens is None else self.gegevens
        standaard = _zonder(STANDAARD_VAN_GEGEVEN, self.gevraagd)
        return _elk(lambda gegeven: {**standaard, **gegeven}, gegevens)

    def met_vast(self, wisselt: Collection[str]) -> Stand:
        """Return the same, quick to ask of many worlds that differ in these facts only."""
        # What a data item says itself goes before what holds of the situation.
        los = {*wisselt, *(naam for gegeven in self.gegevens or () for naam in gegeven)}
        vast = {naam: waarde for naam, waarde in self.feiten.items() if naam not in los}
        return replace(self, ingevuld=self.toegespitst.met(vast))

    def zonder_standaard(self, feit: str) -> Stand:
        """Return what is known as if one fact that is as its default was never filled in."""
        gegevens = self.gegevens and tuple(_zonder(g, feit) for g in self.gegevens)
        return Stand(_zonder(self.feiten, feit), gegevens, self.kennis, gevraagd=feit)

    def anders(
        self, feiten: Mapping[str, Any], gegevens: tuple[Mapping[str, Any], ...] | None
    ) -> Stand:
        """Return this state with other facts and other data items."""
        return Stand(feiten, gegevens, self.kennis, self.gevraagd, self.ingevuld)

    def met(self, sleutel: str, waarde: object) -> Stand:
        """Return this state with one more fact known; `sleutel` may be `gegevens[i].feit`."""
        plaats = gegevensleutel(sleutel)
        if sleutel == "gegevens":
            return replace(self, gegevens=waarde)  # type: ignore[arg-type]
        if plaats is None:
            return replace(self, feiten={**self.feiten, sleutel: waarde})
        nummer, naam = plaats
        gegevens = list(self.gegevens or ())
        gegevens[nummer] = {**gegevens[nummer], naam: waarde}
        return replace(self, gegevens=tuple(gegevens))


@dataclass(frozen=True, slots=True)
class GegevenStand:
    """One data item in the light of the whole situation: which decisions can still apply."""

    feiten: Mapping[str, Any]
    open: tuple[Besluit, ...]
    """Decisions that are still onbekend and come before the one that holds."""
    wacht_op: tuple[Conditie, ...]
    """The condition of each of those, as far as it is about this route."""
    zeker: Besluit
    """The first decision that certainly holds."""

    def mogelijk(self) -> frozenset[Oordeel | Zelf]:
        """Return the verdicts still possible for this item."""
        return frozenset((self.zeker.oordeel, *(besluit.oordeel for besluit in self.open)))


def gelijk_is_een(gegevens: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Return data items where those with equal facts are one object: these are weighed once."""
    bekend: dict[frozenset[Any], Mapping[str, Any]] = {}
    return tuple(bekend.setdefault(frozenset(g.items()), g) for g in gegevens)


def _elk_merk(
    gegevens: Iterable[tuple[Hashable, GegevenStand]], doe: Callable[[GegevenStand], _Uit]
) -> tuple[_Uit, ...]:
    """Do something for every data item, once for those with the same mark."""
    gedaan: dict[Hashable, _Uit] = {}
    uit = []
    for merk, gegeven in gegevens:
        if merk not in gedaan:
            gedaan[merk] = doe(gegeven)
        uit.append(gedaan[merk])
    return tuple(uit)


def _elk(
    doe: Callable[[Mapping[str, Any]], _Uit], gegevens: Iterable[Mapping[str, Any]]
) -> tuple[_Uit, ...]:
    """Do something for every data item, once for those that are one object."""
    gedaan: dict[int, _Uit] = {}
    uit = []
    for gegeven in gegevens:
        merk = id(gegeven)
        if merk not in gedaan:
            gedaan[merk] = doe(gegeven)
        uit.append(gedaan[merk])
    return tuple(uit)


def _zonder(feiten: Mapping[str, Any], feit: str) -> Mapping[str, Any]:
    if feit not in feiten or feiten[feit] != MET_STANDAARD[feit]:
        return feiten
    return {naam: waarde for naam, waarde in feiten.items() if naam != feit}


def gegevensleutel(sleutel: str) -> tuple[int, str] | None:
    """Split `gegevens[2].nodig` into (2, "nodig"); None for a fact of the situation."""
    if not sleutel.startswith("gegevens["):
        return None
    nummer, _, naam = sleutel[len("gegevens[") :].partition("].")
    return int(nummer), naam


def botsingen(stand: Stand) -> tuple[Botsing, ...]:
    """Return the clashes among the known facts."""
    return tuple(
        botsing
        for conditie, botsing in stand.toegespitst.botsingen
        if conditie.waarheid(stand.feiten) is True
    )


def per_gegeven(stand: Stand) -> tuple[GegevenStand, ...]:
    """Walk the decision list for every data item.

    While `gegevens` is unknown there is one nameless item of unknown kind and need.
    """
    return stand.per_gegeven


def _loop(kennis: Toegespitst, feiten: dict[str, Any]) -> GegevenStand:
    for naam, conditie in kennis.afgeleid:
        waarheid = conditie.waarheid(feiten)
        if waarheid is not None:
            feiten[naam] = waarheid
    open_: list[Besluit] = []
    wacht_op: list[Conditie] = []
    for conditie, besluit in kennis.besluiten:
        waarheid = conditie.waarheid(feiten)
        if waarheid is True:
            return GegevenStand(feiten, tuple(open_), tuple(wacht_op), besluit)
        if waarheid is None:
            open_.append(besluit)
            wacht_op.append(conditie)
    raise AssertionError("de laatste regel van de beslissing geldt altijd")


def alles_geschrapt(per_gegeven: tuple[GegevenStand, ...]) -> bool:
    """Tell whether every item is struck: health data for a benefit, a number no law carries."""
    return bool(per_gegeven) and all(
        gegeven.zeker.reden in ("medisch", "nummer") for gegeven in per_gegeven
    )


def samen(
    mogelijk: list[frozenset[Oordeel | Zelf]], rang: Mapping[Oordeel | Zelf, int]
) -> frozenset[Oordeel]:
    """Combine the possible verdicts of the items into those of the situation."""
    if not mogelijk:
        return frozenset((Oordeel.MAG_NIET,))
    uit = mogelijk[0]
    for ander in mogelijk[1:]:
        uit = frozenset(min(a, b, key=rang.__getitem__) for a in uit for b in ander)
    # Nothing is left but what the young person tells: that may be told.
    return frozenset(Oordeel.MAG if isinstance(o, Zelf) else o for o in uit)


def mogelijk(stand: Stand) -> frozenset[Oordeel]:
    """Return every verdict that the unknown facts could still lead to (sound: never too few)."""
    if botsingen(stand):
        return frozenset((Oordeel.OVERLEG,))
    return samen([gegeven.mogelijk() for gegeven in stand.verschillend], stand.kennis.rang)


def wordt(stand: Stand, oordeel: Oordeel) -> bool:
    """Tell whether this is the one verdict possible, without looking farther than is needed."""
    if botsingen(stand):
        return oordeel is Oordeel.OVERLEG
    rang = stand.kennis.rang
    grens = rang[oordeel]
    gezien: list[frozenset[Oordeel | Zelf]] = []
    for gegeven in stand.een_voor_een():
        kan = gegeven.mogelijk()
        if any(rang[ander] < grens for ander in kan):
            return False  # one item that may come to a better one is enough for that
        if grens == min(rang.values()) and kan == {oordeel}:
            return True
        gezien.append(kan)
    return samen(list(dict.fromkeys(gezien)), rang) == {oordeel}


def open_feiten(stand: Stand) -> frozenset[str]:
    """Return the unknown facts that some undecided decision waits for.

    Sound: a fact outside this set cannot change the verdict. Not exact: see `ontbrekend`.
    """
    open_ = {
        id(gegeven): _open(gegeven, stand.toegespitst) if len(gegeven.mogelijk()) > 1 else ()
        for gegeven in stand.verschillend
    }
    return frozenset(
        sleutel_van(stand, nummer, naam)
        for nummer, gegeven in enumerate(stand.per_gegeven)
        for naam in open_[id(gegeven)]
    )


def _open(gegeven: GegevenStand, kennis: Toegespitst) -> set[str]:
    feiten = gegeven.feiten
    namen = {naam for conditie in gegeven.wacht_op for naam in conditie.open(feiten)}
    for naam, conditie in kennis.afgeleid:
        if naam in namen:
            namen = namen - {naam} | conditie.open(feiten)
    return namen


def sleutel_van(stand: Stand, nummer: int, naam: str) -> str:
    """Return the key under which an unknown fact is asked: of the item or of the situation."""
    if naam not in ("nodig", "soort"):
        return naam
    return "gegevens" if stand.gegevens is None else f"gegevens[{nummer}].{naam}"
