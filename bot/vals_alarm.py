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
        self._gevraagd: set[str] = set()

    def onthoud(self, sleutel: str, namen: tuple[str, ...], *, gevraagd: bool = False) -> None:
        """Replace what was known of this conversation.

        Args:
            sleutel: the conversation.
            namen: what was masked.
            gevraagd: we asked which of them is no name, so that one of them alone is an answer.
        """
        self.vergeet(sleutel)
        if namen:
            self._namen[sleutel] = namen
            if gevraagd:
                self._gevraagd.add(sleutel)
            while len(self._namen) > _GESPREKKEN:
                self.vergeet(next(iter(self._namen)))

    def laatste(self, sleutel: str) -> tuple[str, ...]:
        """Return what was masked last, each name once."""
        return tuple({plat(naam): naam for naam in self._namen.get(sleutel, ())}.values())

    def vergeet(self, sleutel: str) -> None:
        """Forget what was masked last."""
        self._namen.pop(sleutel, None)
        self._gevraagd.discard(sleutel)

    def bedoeld(self, sleutel: str, gezegd: str) -> tuple[str, ...]:
        """Return which of what was masked last somebody says is no name, as 'zilt is geen naam'.

        The name alone says so too, once we asked for it.
        """
        vlak = kaal(gezegd)
        slot = next((s for s in tabel("vals_alarm")["slot"] if vlak.endswith(s)), None)
        if slot is None and sleutel not in self._gevraagd:
            return ()
        kop = vlak.removesuffix(slot or "").split()
        laatste = self.laatste(sleutel)
        return tuple(naam for naam in laatste if _staat_in(kaal(naam).split(), kop, slot is None))


def _staat_in(naam: list[str], woorden: list[str], alleen: bool) -> bool:  # noqa: FBT001
    """Tell whether the words of a name stand together in what was said, or are all of it."""
    if alleen:
        return naam == woorden
    lang = len(naam)
    return any(woorden[plek : plek + lang] == naam for plek in range(len(woorden) - lang + 1))


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
