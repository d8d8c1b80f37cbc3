"""The transcripts of `tests/gesprekken/`, spoken through the terminal and through Teams."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.kanalen.teams.ingang import PAD
from bot.kanalen.terminal.kanaal import chat
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in, webserver
from bot.wie import Wie
from dialogs.teksten import tabel
from tests.bot.connector import connector
from tests.bot.nep import Teller
from tests.bot.test_terminal import pijp
from tests.transcripten import Transcript, transcripten

ALLE = pytest.mark.parametrize("transcript", transcripten(), ids=lambda t: t.naam)


def klok_op(dag: dt.date) -> Callable[[], dt.datetime]:
    return lambda: dt.datetime(dag.year, dag.month, dag.day, 10, tzinfo=dt.UTC)


@ALLE
async def test_in_de_terminal(transcript: Transcript, sqlite: SqliteOpslag) -> None:
    gesprekken = richt_in(sqlite, klok_op(transcript.vandaag), Teller()).gesprekken
    # In a terminal a line is a message: who fills in several writes them after each other.
    gesprek = [zin.replace("\n", "; ") for _, zin in transcript.gesprek]
    regels = [*gesprek, "bewaar", "mijn wegingen"]
    uitvoer = io.StringIO()
    wie = Wie("terminal", "anne")

    with pijp("".join(f"{regel}\n" for regel in regels).encode()) as invoer:
        await chat(gesprekken, wie, invoer, uitvoer)

    gezegd = uitvoer.getvalue()
    _eindigt_goed(transcript, gezegd)
    [weging] = await sqlite.wegingen(wie.eigenaar())
    assert weging.kenmerk == f"WW-{transcript.vandaag.year}-0001"
    assert weging.kenmerk in gezegd


@ALLE
async def test_in_teams(transcript: Transcript, sqlite: SqliteOpslag) -> None:
    kern = richt_in(sqlite, klok_op(transcript.vandaag), Teller())
    server = TestServer(webserver(kern), host="127.0.0.1")
    async with connector() as teams, TestClient(server) as client:

        async def zeg(zin: str) -> str | None:
            voor = len(teams.ontvangen)
            antwoord = await client.post(PAD, json=teams.activiteit(zin))
            assert antwoord.status == 200
            await kern.bezorging.rust()
            data = [a.get("channelData") or {} for a in teams.ontvangen[voor:]]
            vragen = [d["weegwijzer"]["vraag"] for d in data if "weegwijzer" in d]
            return vragen[-1] if vragen else None

        gevraagd = await zeg("hallo")
        for vraag, zin in transcript.gesprek:
            # A list of subjects to change asks no question of its own.
            assert gevraagd in (vraag, None), f"voor {zin!r}"
            gevraagd = await zeg(zin)
        _eindigt_goed(transcript, "\n".join(teams.teksten()))
        await zeg("bewaar")

    [weging] = await sqlite.wegingen(Wie("teams", "29:anne", via="msteams").eigenaar())
    assert weging.kenmerk == f"WW-{transcript.vandaag.year}-0001"


def _genoemd(bron: str, gezegd: str) -> bool:
    """Tell whether a source was said: with the verdict, or in the list under its document."""
    document, _, plaats = bron.partition(" ")
    regels = gezegd.splitlines()
    return bron in gezegd or any(document in regel and plaats in regel for regel in regels)


def _eindigt_goed(transcript: Transcript, gezegd: str) -> None:
    """The verdict of every purpose and its sources were said, in words."""
    kaal = re.sub(r"[*_\\]", "", gezegd)
    for verwacht in transcript.uitkomsten:
        assert any(zin in kaal for zin in _zinnen(verwacht.oordeel))
        for bron in verwacht.bronnen:
            assert _genoemd(bron, kaal), bron


def _zinnen(oordeel: str) -> list[str]:
    """Return how a verdict is said: to who gives or who gets, about all of it or a part."""
    groepen = [tabel(naam) for naam in ("oordelen", "oordelen_ontvanger")]
    delen = (oordeel, f"{oordeel}_deels")
    return [groep[deel] for groep in groepen for deel in delen if deel in groep]
