"""Zinsdelen: hoe ver een ontkenning reikt, en wat een zinsdeel niet vaststelt.

'Als hij weigert', 'of ze een diploma heeft', 'wil naar mbo-4', 'zijn zus is 25': true sentences
from which nothing about this young person follows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from dialogs.lezen.lexicon import tabel
from dialogs.lezen.register import Register
from dialogs.lezen.sjabloon import maak
from dialogs.lezen.woorden import SCHEIDING, Rij

# 'Geen' and 'zonder' deny what follows at once, not what went before.
_REIKT: Final = 2
_NABIJ: Final = 2
_ZIN_UIT: Final = frozenset(".?")
# An 'ander' or 'instantie' counts only while the young person was not named before it.
_TENZIJ_JONGERE: Final = frozenset(("ander", "instantie"))
# These hold to the end of their clause, not before where they stand.
_VANAF: Final = frozenset(("voorwaarde", "vraag", "ander", "instantie", "instantie_zelf", "wie"))
_VOEGWOORD: Final = frozenset(
    ("dat", "waarom", "hoe", "waar", "heeft", "is", "was", "had", "wil", "vindt", "mag", "zegt")
)
_HIJ: Final = frozenset(("hij", "ze", "zij"))


@dataclass(frozen=True, slots=True)
class _Vlag:
    soort: str
    plaats: int


class Zinsdelen:
    """The clauses of one row of words."""

    def __init__(self, rij: Rij) -> None:
        self._begin = _begins(rij)
        self._zin = _zinnen(rij)
        ontkenningen = _ontkenningen(rij)
        vooruit = frozenset(tabel("taal")["ontkenning"]["vooruit"])
        self._vooruit = {n for n in ontkenningen if rij.woorden[n].vorm in vooruit}
        self._ontkend: dict[int, list[int]] = {}
        for nummer in ontkenningen:
            self._ontkend.setdefault(self.deel(nummer), []).append(nummer)
        self._vlaggen: dict[int, list[_Vlag]] = {}
        self._jongere: dict[int, int] = {}
        jongeren: list[int] = []
        for treffer in _vlaggen().vind(rij):
            deel = self.deel(treffer.van)
            if treffer.wat == "jongere":
                self._jongere.setdefault(deel, treffer.van)
                jongeren.append(treffer.van)
            else:
                self._vlaggen.setdefault(deel, []).append(_Vlag(treffer.wat, treffer.van))
        # 'Zijn moeder zegt dat hij gestopt is' is about him after all.
        self._terug: dict[int, list[int]] = {}
        for nummer, (een, twee) in enumerate(pairwise(rij.woorden)):
            if een.vorm in _VOEGWOORD and twee.vorm in _HIJ:
                self._terug.setdefault(self.deel(nummer), []).append(nummer)
        self._vragend = _vragend(rij, self._zin)
        self._vraagzin = self._vragend & _begint_als_vraag(rij, self._zin)
        self._over_jongere = _over_jongere(rij, jongeren)

    def deel(self, nummer: int) -> int:
        """Return the clause a word is in."""
        return bisect_right(self._begin, nummer) - 1

    def is_vooruit(self, nummer: int) -> bool:
        """Tell whether this word denies only what follows at once: 'zonder diploma'."""
        return nummer in self._vooruit

    def zin(self, nummer: int) -> int:
        """Return the sentence a word is in."""
        return self._zin[nummer]

    def ontkend(self, van: int, tot: int, eigen: Iterable[int], *, nabij: bool = False) -> bool:
        """Tell whether something in the clause denies these words, `eigen` denials left out.

        With `nabij` only what stands in them or just before: 'wil springen en zegt verder niets'.
        """
        delen = {self.deel(van), self.deel(tot - 1)}
        eigen = set(eigen)
        over = [n for deel in delen for n in self._ontkend.get(deel, ()) if n not in eigen]
        if nabij:
            over = [n for n in over if van - _NABIJ <= n < tot]
        return any(n not in self._vooruit or van - _REIKT <= n < tot for n in over)

    def omgeving(self, van: int, tot: int) -> frozenset[str]:
        """Return what holds around these words: 'voorwaarde', 'wens', 'ander', 'nu', ..."""
        uit = set()
        for deel in {self.deel(van), self.deel(tot - 1)}:
            for vlag in self._vlaggen.get(deel, ()):
                if vlag.soort in _VANAF and vlag.plaats >= tot:
                    continue
                if vlag.soort in _TENZIJ_JONGERE and (
                    vlag.plaats >= van
                    or any(
                        vlag.plaats < n <= van for n in (van, van - 1) if n in self._over_jongere
                    )
                    or self._jongere.get(deel, tot) < vlag.plaats
                    or any(vlag.plaats < plek < van for plek in self._terug.get(deel, ()))
                ):
                    continue
                if vlag.soort == "vraag" and not self._vraagt(vlag.plaats):
                    continue
                uit.add(vlag.soort)
        if self._zin[van] in self._vraagzin:
            uit.add("vraagzin")
        return frozenset(uit)

    def _vraagt(self, plaats: int) -> bool:
        return self._zin[plaats] in self._vragend and plaats in self._begin


def _over_jongere(rij: Rij, jongeren: Iterable[int]) -> frozenset[int]:
    """Return where the young person is the subject: not in 'de moeder van de jongen'."""
    uit = set()
    for nummer in jongeren:
        ervoor = [woord.vorm for woord in rij.woorden[max(0, nummer - 2) : nummer]]
        if not {"van", "met", "door", "bij", "aan", "over"} & set(ervoor):
            uit.add(nummer)
    return frozenset(uit)


def _begins(rij: Rij) -> list[int]:
    woorden = frozenset(tabel("taal")["zinsdeel"]["begint_met"])
    begins = [0]
    for nummer, woord in enumerate(rij.woorden):
        if woord.vorm in SCHEIDING:
            begins.append(nummer + 1)
        elif woord.vorm in woorden:
            begins.append(nummer)
    return sorted(set(begins))


def _zinnen(rij: Rij) -> list[int]:
    zinnen, zin = [], 0
    for woord in rij.woorden:
        zinnen.append(zin)
        zin += woord.vorm in _ZIN_UIT
    return zinnen


def _vragend(rij: Rij, zinnen: list[int]) -> frozenset[int]:
    return frozenset(
        zin for woord, zin in zip(rij.woorden, zinnen, strict=True) if woord.vorm == "?"
    )


def _begint_als_vraag(rij: Rij, zinnen: list[int]) -> frozenset[int]:
    """Return the sentences that begin with a verb, as 'kan hij het niet zelf vertellen' does."""
    woorden = frozenset(tabel("taal")["zinsdeel"]["vraagt_met"])
    begint: dict[int, str] = {}
    for woord, zin in zip(rij.woorden, zinnen, strict=True):
        if woord.vorm not in SCHEIDING:
            begint.setdefault(zin, woord.vorm)
    return frozenset(zin for zin, vorm in begint.items() if vorm in woorden)


def _ontkenningen(rij: Rij) -> list[int]:
    woorden = frozenset(tabel("taal")["ontkenning"]["woorden"])
    schijn = {
        nummer for treffer in _schijn().vind(rij) for nummer in range(treffer.van, treffer.tot)
    }
    return [
        nummer
        for nummer, woord in enumerate(rij.woorden)
        if woord.vorm in woorden and nummer not in schijn
    ]


@cache
def _schijn() -> Register[None]:
    klassen = tabel("taal")["klassen"]
    return Register([(maak(zin, klassen), None) for zin in tabel("taal")["ontkenning"]["schijn"]])


@cache
def _vlaggen() -> Register[str]:
    klassen = tabel("taal")["klassen"]
    inhoud = [
        (maak(zin, klassen), soort)
        for soort, zinnen in tabel("taal")["omgeving"].items()
        for zin in zinnen
    ]
    return Register([*inhoud, (maak("<jongere>", klassen), "jongere")])
