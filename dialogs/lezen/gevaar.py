"""Gevaar: woorden die op gevaar voor iemands leven of gezondheid wijzen, nu.

Recall goes first here, unlike anywhere else in the reader: a warning too many costs a glance. So
one template is enough, whoever it is about, in a condition and in a question too; and what only
looks like danger is taken away by name (`gevaar.toml`): other words, a film, what is long past,
somebody's trade. Times are read before they are put together: 'vorig jaar' is past and 'deze
zomer' is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from dialogs.lezen.lexicon import tabel
from dialogs.lezen.register import Register, Treffer
from dialogs.lezen.sjabloon import maak
from dialogs.lezen.woorden import Rij
from dialogs.lezen.zinsdelen import Zinsdelen

NIET_BIJ: Final = frozenset(("verbeeld", "voorbij", "stel", "afgesloten"))
"""Where no words tell of danger, whichever they are."""
_VERLOPEN: Final = frozenset(("voorbij", "afgesloten"))
_VERS: Final = "vers"
_EERSTE_JAAR: Final = 1900
# Two words: 'in 2021'.
_IN_EEN_JAAR: Final = 2
# 'Zonder hulp doet hij zichzelf iets aan' denies the help.
_ONTKENT_ANDERS: Final = "zonder"


@dataclass(frozen=True, slots=True)
class Teken:
    """Words that tell of danger, or (`waarde` false) that there is none; by word numbers."""

    waarde: bool
    van: int
    tot: int
    soort: str = ""
    """Which kind of danger."""


@dataclass(frozen=True, slots=True)
class _Regel:
    waarde: bool | None
    """None: other words, that say nothing about danger."""
    soort: str = ""
    niet_bij: frozenset[str] = NIET_BIJ


@cache
def _register() -> Register[_Regel]:
    return Register(
        [
            (maak(zin, klassen(), ontkenningen()), regel)
            for regel, zinnen in _regels()
            for zin in zinnen
        ]
    )


def _regels() -> Iterator[tuple[_Regel, list[str]]]:
    inhoud = tabel("gevaar")
    for ruw in inhoud["gevaar"]:
        niet_bij = NIET_BIJ.union(ruw.get("niet_bij", ()))
        yield _Regel(True, ruw["soort"], niet_bij), ruw["zinnen"]  # noqa: FBT003
    for ruw in inhoud["veilig"]:
        yield _Regel(False), ruw["zinnen"]  # noqa: FBT003
    for ruw in inhoud["niet"]:
        yield _Regel(None), ruw["zinnen"]


def klassen() -> Mapping[str, list[str]]:
    """Return the classes of these templates: their own and those that all share."""
    return {**tabel("taal")["klassen"], **tabel("gevaar")["klassen"]}


@cache
def ontkenningen() -> frozenset[str]:
    """Return the words that deny danger."""
    return frozenset(tabel("taal")["ontkenning"]["woorden"]) - {_ONTKENT_ANDERS}


@cache
def _omgevingen() -> Register[tuple[str, bool]]:
    """Return what holds around words: its name, and whether it does in the whole sentence."""
    inhoud = tabel("gevaar")
    return Register(
        [
            (maak(zin, klassen()), (soort, deel == "zin"))
            for deel in ("zinsdeel", "zin")
            for soort, zinnen in inhoud[deel].items()
            for zin in zinnen
        ]
    )


def lees_gevaar(rij: Rij, jaar: int) -> list[Teken]:
    """Return what tells of danger.

    Args:
        rij: the words, with the times still in words.
        jaar: of today; an earlier one is past.
    """
    treffers = list(_register().vind(rij))
    if not any(treffer.wat.waarde is not None for treffer in treffers):
        return []
    delen = Zinsdelen(rij)
    omgeving = _Omgeving(rij, delen, jaar)
    elders = {
        nummer
        for treffer in treffers
        if not treffer.wat.waarde
        for nummer in range(treffer.van, treffer.tot)
    }
    uit = [Teken(False, t.van, t.tot) for t in treffers if t.wat.waarde is False]  # noqa: FBT003
    for treffer in treffers:
        if not treffer.wat.waarde or not elders.isdisjoint(range(treffer.van, treffer.tot)):
            continue
        if omgeving.om(treffer.van, treffer.tot) & treffer.wat.niet_bij:
            continue
        ontkend = delen.ontkend(treffer.van, treffer.tot, _eigen(treffer, rij), nabij=True)
        uit.append(Teken(not ontkend, treffer.van, treffer.tot, treffer.wat.soort))
    return uit


def _eigen(treffer: Treffer[_Regel], rij: Rij) -> Iterable[int]:
    """Return the denials that deny nothing here: of the template itself, or of something else."""
    for nummer in range(max(0, treffer.van - 2), treffer.tot):
        vorm = rij.woorden[nummer].vorm
        zelf = treffer.sjabloon.ontkent and nummer >= treffer.van and vorm in ontkenningen()
        if zelf or vorm == _ONTKENT_ANDERS:
            yield nummer


def _kan(treffer: Treffer[tuple[str, bool]], jaar: int) -> bool:
    """Tell whether a bare number is a year that has been: 'in 2021' is past, 'in 2 weken' not."""
    getal = treffer.vakken.get("getal")
    if getal is None or treffer.tot - treffer.van > _IN_EEN_JAAR:
        return True
    return _EERSTE_JAAR <= int(getal) < jaar


class _Omgeving:
    """What holds in each clause and in each sentence."""

    def __init__(self, rij: Rij, delen: Zinsdelen, jaar: int) -> None:
        self._delen = delen
        self._deel: dict[int, set[str]] = {}
        self._zin: dict[int, set[str]] = {}
        for treffer in _omgevingen().vind(rij):
            soort, hele_zin = treffer.wat
            if not _kan(treffer, jaar):
                continue
            if hele_zin:
                self._zin.setdefault(delen.zin(treffer.van), set()).add(soort)
            else:
                self._deel.setdefault(delen.deel(treffer.van), set()).add(soort)

    def om(self, van: int, tot: int) -> frozenset[str]:
        """Return what holds around these words; what is fresh is not past."""
        uit: set[str] = set(self._zin.get(self._delen.zin(van), ()))
        for deel in {self._delen.deel(van), self._delen.deel(tot - 1)}:
            uit |= self._deel.get(deel, set())
        return frozenset(uit - _VERLOPEN if _VERS in uit else uit)
