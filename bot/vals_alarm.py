"""'Dat is geen naam': wat ten onrechte werd afgeschermd, laten we in dat gesprek verder staan.

What was masked is known in memory only, until the next message of that conversation. What is
stored of a false alarm is a fingerprint of its words that fits no other conversation.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Final

from bot.bewaker import bewaak
from bot.bewaker.personen.woordenlijst import plat
from dialogs.dossier.vragen import MAX_TEKST
from dialogs.teksten import tabel
from dialogs.teksten.woorden import plat as kaal

MEESTE: Final = 100
"""Fingerprints kept for one conversation; the oldest go first."""
_GESPREKKEN: Final = 1000


class NetAfgeschermd:
    """The names masked in the last message of each conversation; never stored."""

    def __init__(self) -> None:
        self._namen: OrderedDict[str, tuple[str, ...]] = OrderedDict()

    def onthoud(self, sleutel: str, namen: tuple[str, ...]) -> None:
        """Replace what was known of this conversation."""
        self._namen.pop(sleutel, None)
        if namen:
            self._namen[sleutel] = namen
            while len(self._namen) > _GESPREKKEN:
                self._namen.popitem(last=False)

    def neem(self, sleutel: str) -> tuple[str, ...]:
        """Return what was masked last, and forget it."""
        return self._namen.pop(sleutel, ())


def is_melding(gezegd: str) -> bool:
    """Tell whether somebody reports a false alarm: 'dat is geen naam', 'Zilt is geen naam'.

    'Ik noem geen naam' is an answer like any other.
    """
    if len(gezegd) > MAX_TEKST:
        return False
    woorden = tabel("vals_alarm")
    vlak = kaal(gezegd)
    if vlak in woorden["geheel"]:
        return True
    return vlak.endswith(tuple(woorden["slot"])) and len(genoemd(gezegd)) > 0


def genoemd(gezegd: str) -> tuple[str, ...]:
    """Return what the guard takes for a name in the report itself: 'Zilt is geen naam'."""
    gevonden = bewaak(gezegd).gevonden
    return tuple(gezegd[v.begin : v.einde] for v in gevonden if v.soort == "persoon")


def afdrukken(sleutel: str, namen: Iterable[str]) -> tuple[str, ...]:
    """Return the fingerprints of the words of these names, for this conversation only."""
    woorden = {woord for naam in namen for woord in plat(naam).split()}
    return tuple(sorted(_afdruk(sleutel, woord) for woord in woorden))


def kenner(sleutel: str, bekend: tuple[str, ...]) -> Callable[[str], bool] | None:
    """Return what tells that all words of a find were said to be no name."""
    if not bekend:
        return None
    vrij = frozenset(bekend)
    return lambda naam: vrij.issuperset(afdrukken(sleutel, [naam]))


def _afdruk(sleutel: str, woord: str) -> str:
    return hashlib.sha256(f"{sleutel}\n{woord}".encode()).hexdigest()[:16]
