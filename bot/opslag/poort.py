"""De poort van de opslag, en wat eraan mis kan gaan."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Collection
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from bot.fouten import BotFout
from bot.opslag.uitgaand import UitgaandOpslag


class OpslagFout(BotFout):
    """Root of everything storage can raise."""

    sleutel = "bot.opslag_fout"


class OpslagBezet(OpslagFout):
    """Somebody else holds the database for longer than we want to wait."""

    sleutel = "bot.opslag_bezet"


class OpslagBeschadigd(OpslagFout):
    """The database is damaged, or is not ours."""

    sleutel = "bot.opslag_beschadigd"


class OpslagNieuwer(OpslagFout):
    """A newer version of the program made the database."""

    sleutel = "bot.opslag_nieuwer"


class OpslagOntoegankelijk(OpslagFout):
    """The place cannot be read or written: no rights, no room, no such folder."""

    sleutel = "bot.opslag_ontoegankelijk"


class OpslagVerdwenen(OpslagFout):
    """The file is gone or another stands in its place: what is written now would be lost."""

    sleutel = "bot.opslag_verdwenen"


class OpslagOnbereikbaar(OpslagFout):
    """The database server does not answer; it may be back in a moment.

    Who holds the connections says so in the log, once; so nobody else needs to.
    """

    sleutel = "bot.opslag_onbereikbaar"


class OpslagTeDruk(OpslagFout):
    """Every connection with the database server is in use, for longer than we want to wait."""

    sleutel = "bot.opslag_te_druk"


class OpslagGeweigerd(OpslagFout):
    """The database server does not let us in: user, password, name of the database, rights."""

    sleutel = "bot.opslag_geweigerd"


class OpslagAdres(OpslagFout):
    """The address of the database server cannot be read; it may hold a password."""

    sleutel = "bot.opslag_adres"


class OpslagVreemd(OpslagFout):
    """The database is not ours to use: tables of another program, or no UTF-8."""

    sleutel = "bot.opslag_vreemd"


class OpslagGevuld(OpslagFout):
    """Something is kept here already, so nothing can move in."""

    sleutel = "bot.opslag_gevuld"


class OpslagConflict(OpslagFout):
    """The document changed since it was loaded; nothing was written."""

    sleutel = "bot.opslag_conflict"


class DocumentOnleesbaar(OpslagFout):
    """This one document cannot be read; the rest is fine."""

    sleutel = "bot.gesprek_onleesbaar"


class BerichtGezien(OpslagConflict):
    """This incoming message was handled already, perhaps by another process; nothing is written."""


@dataclass(frozen=True, slots=True)
class Document:
    """A stored JSON document and the version it had when it was loaded."""

    inhoud: dict[str, Any]
    versie: int
    getoond: str | None = None
    """What the message showed that arrived last (`Uitgaand.toont`); None where nobody keeps track.

    It changes while the version stays: whoever writes the document does not write this.
    """


@dataclass(frozen=True, slots=True)
class TeBewaren:
    """A weighing as it goes into storage."""

    datum: dt.date
    titel: str
    markdown: str
    gegevens: dict[str, Any]
    oordelen: tuple[str, ...] = ()
    """The verdict of each purpose, to stand in the list."""


@dataclass(frozen=True, slots=True)
class Wegingregel:
    """One line in somebody's list of weighings."""

    kenmerk: str
    datum: dt.date | None
    """None when what is stored is no date (any more)."""
    titel: str
    oordelen: tuple[str, ...] = ()
    """The verdict of each purpose; empty where an earlier version kept it unreadably."""
    eigen: str = ""
    """What the owner calls it."""


@dataclass(frozen=True, slots=True)
class BewaardeWeging:
    """A kept weighing; of what cannot be read any more the rest is there."""

    kenmerk: str
    datum: dt.date | None
    titel: str
    markdown: str
    gegevens: dict[str, Any]
    eigen: str = ""
    """What the owner calls it; beside the record, not in it."""


@dataclass(frozen=True, slots=True)
class Terugmelding:
    """What somebody says of the knowledge: ids of ours and a reason of ours, no words of theirs."""

    over: str
    """A verdict or a topic."""
    ids: tuple[str, ...]
    """The rules or questions behind the verdict; the topic."""
    reden: str
    kennis: str
    """The edition it is about."""


@dataclass(frozen=True, slots=True)
class Terugmeldregel:
    """A report, how often it came and when last."""

    melding: Terugmelding
    aantal: int
    laatst: dt.date


Maak = Callable[[str], TeBewaren]
"""Makes what is kept, given the reference it will get."""


def kenmerk(jaar: int, nummer: int) -> str:
    """Return a reference such as `WW-2026-0001`."""
    return f"WW-{jaar}-{nummer:04d}"


def volgorde(kenmerk: str) -> tuple[int, ...]:
    """Return year and number of a reference, which sort as they were given."""
    return tuple(map(int, re.findall(r"\d+", kenmerk)))


def lees_document(tekst: str | bytes) -> dict[str, Any]:
    """Read the text of a stored document.

    Raises:
        DocumentOnleesbaar: it is no JSON object.
    """
    try:
        inhoud = json.loads(tekst)
    except (ValueError, RecursionError) as fout:
        raise DocumentOnleesbaar from fout
    if not isinstance(inhoud, dict):
        raise DocumentOnleesbaar
    return inhoud


def lees_object(tekst: str | bytes) -> dict[str, Any] | None:
    """Read the same; None when it is none."""
    try:
        return lees_document(tekst)
    except DocumentOnleesbaar:
        return None


def lees_dag(waarde: str) -> dt.date | None:
    """Read a stored day; None when it is none (any more)."""
    try:
        return dt.date.fromisoformat(waarde)
    except ValueError:
        return None


def terugmeldregel(
    over: str, ids: str, reden: str, kennis: str, aantal: int, laatst: str
) -> Terugmeldregel:
    """Make a report of a row of the table that counts them."""
    melding = Terugmelding(over, tuple(ids.split()), reden, kennis)
    return Terugmeldregel(melding, aantal, dt.date.fromisoformat(laatst))


class Opslag(UitgaandOpslag, Protocol):
    """What the conversation needs from storage. Every method may raise `OpslagFout`."""

    def alleen(self, sleutel: str) -> AbstractAsyncContextManager[None]:
        """Keep other processes from a document, until the block wrote it or ends.

        So what is read of it in the block is still so when it is written. One process, one block
        at a time: who calls holds a lock of its own before this one. Nothing in the block waits
        for the network. A storage that cannot do this has the version to go by (`bewaar`).

        Raises:
            OpslagBezet: another process holds it, for longer than we want to wait.
        """

    async def versies(self, sleutels: Collection[str]) -> dict[str, int]:
        """Return the version of each of these documents that is there."""

    async def laad(self, sleutel: str) -> Document | None:
        """Return the document, or None when there is none.

        Raises:
            DocumentOnleesbaar: it is there, but is no JSON object.
        """

    async def bewaar(self, sleutel: str, inhoud: dict[str, Any], versie: int | None) -> int:
        """Write a document, and say nothing: `leg_vast` without the rest; return its new version.

        Args:
            sleutel: the key of the document.
            inhoud: JSON types only.
            versie: the version it was loaded with; None when it must be new.

        Raises:
            OpslagConflict: another process wrote it meanwhile.
        """

    async def hernoem(self, sleutel: str, naar: str) -> None:
        """Give a document another key, unread: to put aside what cannot be read.

        Raises:
            OpslagConflict: there is a document under that key already.
        """

    async def verplaats(self, sleutel: str, naar: str) -> None:
        """Give a conversation another key, unread, with what goes out and came in of it.

        Raises:
            OpslagConflict: there is a document under that key already; nothing changed.
        """

    async def met_woord(self, woord: str) -> tuple[str, ...]:
        """Return the keys under which this word is: of documents, also laid aside, and outgoing."""

    async def ruw(self, deel: str) -> tuple[tuple[str, str], ...]:
        """Return key and text, unread, of every document whose key holds this; oldest key first."""

    async def verwijder(self, sleutel: str) -> None:
        """Forget a document, what would still go out, and what came in; it need not be there."""

    async def bewaar_weging(
        self, eigenaar: str, jaar: int, afdruk: str, maak: Maak, na: str | None = None
    ) -> str:
        """Keep a weighing under the next reference of the year; return the reference.

        Args:
            eigenaar: the only person who can read it back.
            jaar: the year the reference counts in.
            afdruk: a hash of the content; the same owner and hash give the same reference.
            maak: called with the reference, within the transaction.
            na: the version it comes after, whose reference it then gets with the next number.

        Raises:
            OpslagConflict: that version is gone, or has a next one already; nothing is kept.
        """

    async def wegingen(self, eigenaar: str) -> tuple[Wegingregel, ...]:
        """Return the list of what this owner kept, newest first."""

    async def weging(self, eigenaar: str, kenmerk: str) -> BewaardeWeging | None:
        """Return one weighing; None when it is not there or is someone else's."""

    async def wegingen_voor(self, dag: dt.date) -> tuple[tuple[str, str], ...]:
        """Return owner and reference of all that was kept before this day, oldest first.

        What has no day that can be read stays out of it.
        """

    async def geef_wegingen(self, van: str, aan: str) -> bool:
        """Give all that one owner kept to another; tell whether there was anything.

        Nothing is lost: what both kept stays twice.
        """

    async def noem_weging(self, eigenaar: str, kenmerk: str, eigen: str) -> bool:
        """Say what the owner calls a weighing; False when it is not there or is someone else's."""

    async def bewaar_editie(self, naam: str, uitgave: dict[str, Any]) -> None:
        """Keep an edition of the knowledge under its name; kept before means no change."""

    async def editie(self, naam: str) -> dict[str, Any] | None:
        """Return a kept edition, or None when it is not there or cannot be read."""

    async def tel_terugmelding(self, melding: Terugmelding, dag: dt.date) -> None:
        """Count a report; who made it is kept nowhere."""

    async def terugmeldingen(self) -> tuple[Terugmeldregel, ...]:
        """Return every report, the most frequent first."""

    async def verwijder_weging(self, eigenaar: str, kenmerk: str) -> bool:
        """Forget a weighing for good, all versions of it; False when it is not this owner's.

        Its reference is not given again.
        """

    async def maak_schoon(self) -> bool:
        """Leave nothing in the files of what was deleted or overwritten.

        Returns:
            Whether that is so now; when another process is reading, it is so a little later.
        """

    async def sluit(self) -> None:
        """Let go of files and threads."""
