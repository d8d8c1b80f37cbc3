"""Wat er van de beslissing overblijft als de bekende feiten zijn ingevuld.

A rest is the decision list per data item, simplified: decided parts are gone, equal parts are
one. Filling in one more fact touches only what is left, so asking 'and what if?' a few thousand
times stays cheap. Rests that are equal decide equally.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final, NamedTuple

from knowledge import motor
from knowledge.beslissing import Oordeel, Zelf
from knowledge.condities import Alle, Atoom, Conditie, Een, Niet
from knowledge.motor import Stand, sleutel_van
from knowledge.toegespitst import Toegespitst, toegespitst

Vorm = Any
"""A simplified condition: True, False, or a nested tuple that can be compared and hashed.

    ("atoom", item, number) | ("en", frozenset) | ("of", frozenset) | ("niet", vorm)
"""
_Lijst = tuple[tuple[Vorm, Oordeel | Zelf], ...]
Rest = tuple[tuple[_Lijst, ...], frozenset[Vorm] | bool]
"""Per item what is left of the list, and what could still contradict."""

_GEEN_GEGEVEN: Final = -1
"""The item number of facts of the situation as a whole."""


@dataclass(frozen=True)
class Restant:
    """A rest together with the facts it was made from (terms of law need the date)."""

    stand: Stand
    rest: Rest
    kennis: Toegespitst
    """What the numbers of the tests in `rest` refer to."""

    @property
    def botst(self) -> bool:
        """The facts contradict each other: this is no possible world."""
        return self.rest[1] is True

    @property
    def oordeel(self) -> Oordeel | None:
        """The verdict, when nothing unknown can change it."""
        eerste = [lijst[0] for lijst in self.rest[0]]
        if all(vorm is True for vorm, _ in eerste):
            uitkomsten = [frozenset((oordeel,)) for _, oordeel in eerste]
            return next(iter(motor.samen(uitkomsten, self.stand.kennis.rang)))
        return None

    @cached_property
    def atomen_van_besluiten(self) -> frozenset[tuple[int, int]]:
        """The elementary tests that an open decision waits for, as (item, number)."""
        gevonden: set[tuple[int, int]] = set()
        # Of equal data items most forms are one object.
        for vorm in {id(vorm): vorm for lijst in self.rest[0] for vorm, _ in lijst}.values():
            _verzamel(vorm, gevonden)
        return frozenset(gevonden)

    @cached_property
    def atomen(self) -> frozenset[tuple[int, int]]:
        """All tests still open: those, and what could still contradict the other facts."""
        gevonden = set(self.atomen_van_besluiten)
        if isinstance(self.rest[1], frozenset):
            for vorm in self.rest[1]:
                _verzamel(vorm, gevonden)
        return frozenset(gevonden)

    def met(self, sleutel: str, waarde: object) -> Restant:
        """Return what is left when one more fact is known."""
        stand = self.stand.met(sleutel, waarde)
        if self._opnieuw(sleutel, stand):
            return self._opnieuw_met(stand)
        rest = self._ingevuld(self._nieuw(sleutel, waarde, stand))
        return Restant(stand, rest, self.kennis)

    def vertakt(self, sleutel: str, waarden: Iterable[object]) -> Iterator[Restant]:
        """Yield what is left for every value of a fact; values that decide alike share a rest."""
        gedaan: dict[frozenset[Any], Rest] = {}
        for waarde in waarden:
            stand = self.stand.met(sleutel, waarde)
            if self._opnieuw(sleutel, stand):
                yield self._opnieuw_met(stand)
                continue
            nieuw = self._nieuw(sleutel, waarde, stand)
            merk = frozenset(nieuw.items())
            if merk not in gedaan:
                gedaan[merk] = self._ingevuld(nieuw)
            yield Restant(stand, gedaan[merk], self.kennis)

    @staticmethod
    def _opnieuw(sleutel: str, stand: Stand) -> bool:
        """The date gives every term of law its number, a list brings items: start afresh."""
        return sleutel == "datum" or (sleutel == "gegevens" and len(stand.elk_gegeven()) != 1)

    def _opnieuw_met(self, stand: Stand) -> Restant:
        bekend = dict(self.kennis.bekend)
        if "datum" in stand.feiten:
            bekend["datum"] = stand.feiten["datum"]
        # Not with the doel that became known meanwhile: equal rests must speak of equal tests.
        return _restant(stand, toegespitst(stand.kennis, bekend))

    def _nieuw(self, sleutel: str, waarde: Any, stand: Stand) -> dict[tuple[int, int], bool]:
        """Return the tests that are settled by one more fact."""
        plaats = motor.gegevensleutel(sleutel)
        van_item, eigen = (plaats[0], {plaats[1]: waarde}) if plaats else (None, {})
        if sleutel == "gegevens":
            # While nobody named an item, one nameless item stood for it: this is that one.
            van_item, eigen = 0, waarde[0]
        toetsen = self.kennis.atomen
        nieuw: dict[tuple[int, int], bool] = {}
        for item, atoom_nummer in self.atomen:
            if item == _GEEN_GEGEVEN:
                waarheid = toetsen[atoom_nummer].waarheid(stand.feiten)
            elif item == van_item:
                waarheid = toetsen[atoom_nummer].waarheid(eigen)
            else:
                continue
            if waarheid is not None:
                nieuw[item, atoom_nummer] = waarheid
        return nieuw

    def _ingevuld(self, nieuw: Mapping[tuple[int, int], bool]) -> Rest:
        lijsten, botsing = self.rest
        return (
            tuple(_kort([(_vul_in(v, nieuw), o) for v, o in lijst]) for lijst in lijsten),
            _botsing([_vul_in(v, nieuw) for v in botsing])
            if isinstance(botsing, frozenset)
            else botsing,
        )


def restant(stand: Stand) -> Restant:
    """Fill in everything that is known."""
    return _restant(stand, toegespitst(stand.kennis, stand.feiten))


def _restant(stand: Stand, kennis: Toegespitst) -> Restant:
    skeletten = _skeletten(kennis)
    lijsten: list[_Lijst] = []
    eerder: dict[int, int] = {}
    for nummer, gegeven in enumerate(stand.elk_gegeven()):
        gelijk = eerder.setdefault(id(gegeven), nummer)
        if gelijk != nummer:
            bekend: dict[int, Vorm] = {}
            lijsten.append(tuple((_voor(v, nummer, bekend), o) for v, o in lijsten[gelijk]))
            continue
        feiten = {**stand.feiten, **gegeven}
        afgeleid = {naam: _vorm(s, feiten, nummer, {}) for naam, s in skeletten.afgeleid}
        lijsten.append(
            _kort(
                [
                    (_vorm(s, feiten, nummer, afgeleid), oordeel)
                    for s, oordeel in skeletten.besluiten
                ]
            )
        )
    if not lijsten:
        lijsten.append(((True, Oordeel.MAG_NIET),))
    botsing = _botsing([_vorm(s, stand.feiten, _GEEN_GEGEVEN, {}) for s in skeletten.botsingen])
    return Restant(stand, (tuple(lijsten), botsing), kennis)


def feiten_van(restant_: Restant, toetsen: Iterable[tuple[int, int]]) -> frozenset[str]:
    """Return the unknown facts behind these tests."""
    namen = _namen(restant_, toetsen)
    return frozenset(sleutel_van(restant_.stand, item, naam) for item, naam in namen)


def wacht_op(stand: Stand) -> frozenset[str]:
    """Return the unknown facts that the decision waits for.

    A fact that could only contradict the others is not among them: by itself it decides nothing.
    """
    gegevens = stand.gegevens
    if not gegevens:
        begin = restant(stand)
        return feiten_van(begin, begin.atomen_van_besluiten)
    # Equal data items wait for the same, so one of them is looked at.
    gelijk: dict[int, list[int]] = {}
    for nummer, gegeven in enumerate(gegevens):
        gelijk.setdefault(id(gegeven), []).append(nummer)
    groepen = list(gelijk.values())
    begin = restant(stand.anders(stand.feiten, tuple(gegevens[groep[0]] for groep in groepen)))
    return frozenset(
        sleutel_van(stand, nummer, naam)
        for item, naam in _namen(begin, begin.atomen_van_besluiten)
        for nummer in (groepen[item] if item != _GEEN_GEGEVEN else (item,))
    )


def _namen(restant_: Restant, toetsen: Iterable[tuple[int, int]]) -> set[tuple[int, str]]:
    alle = restant_.kennis.atomen
    bekend = restant_.stand.feiten
    return {(i, naam) for i, n in toetsen for naam in alle[n].namen() if naam not in bekend}


def _kort(lijst: list[tuple[Vorm, Oordeel | Zelf]]) -> _Lijst:
    """Drop what cannot apply, and what comes after the decision that certainly does."""
    uit: list[tuple[Vorm, Oordeel | Zelf]] = []
    for vorm, oordeel in lijst:
        if vorm is False:
            continue
        uit.append((vorm, oordeel))
        if vorm is True:
            break
    # An open decision just before a certain one with the same verdict decides nothing.
    while len(uit) > 1 and uit[-2][1] is uit[-1][1]:
        del uit[-2]
    return tuple(uit)


def _botsing(vormen: list[Vorm]) -> frozenset[Vorm] | bool:
    open_ = {vorm for vorm in vormen if vorm is not False}
    return True if True in open_ else frozenset(open_)


_Skelet = tuple[Any, ...]
"""A condition taken apart once: ("atoom", number, atom), ("afgeleid", name), ("niet", s),
("en", parts) or ("of", parts). Walking it is much quicker than asking objects what they are."""


class _Skeletten(NamedTuple):
    besluiten: tuple[tuple[_Skelet, Oordeel | Zelf], ...]
    afgeleid: tuple[tuple[str, _Skelet], ...]
    botsingen: tuple[_Skelet, ...]


@lru_cache(maxsize=256)
def _skeletten(kennis: Toegespitst) -> _Skeletten:
    """Take the decision of one route apart, once."""
    return _Skeletten(
        tuple((_skelet(als, kennis), besluit.oordeel) for als, besluit in kennis.besluiten),
        tuple((naam, _skelet(conditie, kennis)) for naam, conditie in kennis.afgeleid),
        tuple(_skelet(als, kennis) for als, _ in kennis.botsingen),
    )


def _skelet(conditie: Conditie, kennis: Toegespitst) -> _Skelet:
    if isinstance(conditie, Alle | Een):
        soort = "en" if isinstance(conditie, Alle) else "of"
        return (soort, tuple(_skelet(deel, kennis) for deel in conditie.delen))
    if isinstance(conditie, Niet):
        return ("niet", _skelet(conditie.deel, kennis))
    assert isinstance(conditie, Atoom)  # noqa: S101 - there is no other kind
    if conditie.naam in kennis.kennis.afgeleid:
        # These are asked as 'is it so?', never as 'is it not?'.
        return ("afgeleid", conditie.naam)
    return ("atoom", kennis.nummers[conditie], conditie)


def _vorm(
    skelet: _Skelet, feiten: Mapping[str, Any], item: int, afgeleid: Mapping[str, Vorm]
) -> Vorm:
    soort = skelet[0]
    if soort == "atoom":
        waarheid = skelet[2].waarheid(feiten)
        if waarheid is not None:
            return waarheid
        van_gegeven = skelet[2].naam in ("nodig", "soort")
        return ("atoom", item if van_gegeven else _GEEN_GEGEVEN, skelet[1])
    if soort == "niet":
        return _ontkend(_vorm(skelet[1], feiten, item, afgeleid))
    if soort == "afgeleid":
        return afgeleid[skelet[1]]
    beslist = soort == "of"
    delen: list[Vorm] = []
    for deel in skelet[1]:
        vorm = _vorm(deel, feiten, item, afgeleid)
        if vorm is beslist:
            return beslist
        delen.append(vorm)
    return _samengesteld(soort, delen)


def _samengesteld(soort: str, delen: list[Vorm]) -> Vorm:
    neutraal = soort == "en"
    open_: set[Vorm] = set()
    for deel in delen:
        if deel is (not neutraal):
            return not neutraal
        if deel is neutraal:
            continue
        if deel[0] == soort:
            open_ |= deel[1]
        else:
            open_.add(deel)
    if len(open_) < 2:
        return open_.pop() if open_ else neutraal
    return (soort, frozenset(open_))


def _ontkend(vorm: Vorm) -> Vorm:
    if isinstance(vorm, bool):
        return not vorm
    return vorm[1] if vorm[0] == "niet" else ("niet", vorm)


def _voor(vorm: Vorm, item: int, bekend: dict[int, Vorm]) -> Vorm:
    """Return a form about one data item as it is about another; itself when about neither."""
    if isinstance(vorm, bool):
        return vorm
    merk = id(vorm)  # what is derived stands in more than one decision
    if merk not in bekend:
        bekend[merk] = _hernoemd(vorm, item, bekend)
    return bekend[merk]


def _hernoemd(vorm: Vorm, item: int, bekend: dict[int, Vorm]) -> Vorm:
    if vorm[0] == "atoom":
        return vorm if vorm[1] == _GEEN_GEGEVEN else ("atoom", item, vorm[2])
    if vorm[0] == "niet":
        deel = _voor(vorm[1], item, bekend)
        return vorm if deel is vorm[1] else ("niet", deel)
    delen = [_voor(deel, item, bekend) for deel in vorm[1]]
    zelfde = all(oud is nieuw for oud, nieuw in zip(vorm[1], delen, strict=True))
    return vorm if zelfde else (vorm[0], frozenset(delen))


def _vul_in(vorm: Vorm, waarheden: Mapping[tuple[int, int], bool]) -> Vorm:
    if isinstance(vorm, bool):
        return vorm
    soort = vorm[0]
    if soort == "atoom":
        return waarheden.get((vorm[1], vorm[2]), vorm)
    if soort == "niet":
        return _ontkend(_vul_in(vorm[1], waarheden))
    return _samengesteld(soort, [_vul_in(deel, waarheden) for deel in vorm[1]])


def _verzamel(vorm: Vorm, gevonden: set[tuple[int, int]]) -> None:
    if isinstance(vorm, bool):
        return
    if vorm[0] == "atoom":
        gevonden.add((vorm[1], vorm[2]))
    elif vorm[0] == "niet":
        _verzamel(vorm[1], gevonden)
    else:
        for deel in vorm[1]:
            _verzamel(deel, gevonden)
