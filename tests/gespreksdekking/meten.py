"""Meten wat tests tegen het gesprek zeggen: een plugin voor pytest die elke beurt noteert."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any, Final, NamedTuple

import pytest

from bot.gesprekken import Gesprekken
from bot.reactie import Reactie
from bot.wie import Wie
from dialogs import gesprek
from dialogs.bedoeling import Uiting
from dialogs.beurt import Beurt
from dialogs.dossier import Dossier
from tests.gespreksdekking.soorten import manieren

RECHTSTREEKS: Final = "rechtstreeks"
"""Without a channel: a test that calls the dialogue itself."""
_KANAAL: ContextVar[str] = ContextVar("kanaal", default=RECHTSTREEKS)


class Cel(NamedTuple):
    """One kind of answer to one question, along one channel."""

    vraag: str
    manier: str
    kanaal: str


class Gehoord(NamedTuple):
    """One message of a test."""

    dossier: Dossier
    uiting: Uiting
    nu: dt.datetime
    kanaal: str

    def cellen(self) -> set[Cel]:
        """Return which cells it reaches."""
        gevonden = manieren(self.dossier, self.uiting, self.nu)
        return {Cel(vraag, manier, self.kanaal) for vraag, manier in gevonden}


class Meter:
    """Keeps which cells the transcripts reach, and which the other tests."""

    def __init__(self) -> None:
        self.transcripten: set[Cel] = set()
        self.andere: set[Cel] = set()
        self._gehoord: list[Gehoord] = []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Measure what a test said once it is over: it may count what measuring does as well."""
        uitslag = yield
        parameters = getattr(getattr(item, "callspec", None), "params", {})
        cellen = self.transcripten if "transcript" in parameters else self.andere
        for gehoord in self._gehoord:
            cellen |= gehoord.cellen()
        self._gehoord.clear()
        return uitslag

    def luister(self, plek: pytest.MonkeyPatch) -> None:
        """Listen to every turn, until `plek` is undone."""
        beantwoord, beurt = gesprek.beantwoord, Gesprekken.beurt

        def met_notitie(dossier: Dossier, uiting: Uiting, nu: dt.datetime) -> Beurt:
            self._gehoord.append(Gehoord(dossier, uiting, nu, _KANAAL.get()))
            return beantwoord(dossier, uiting, nu)

        @asynccontextmanager
        async def met_kanaal(
            self: Gesprekken, wie: Wie, *rest: Any, **anders: Any
        ) -> AsyncIterator[Reactie]:
            vorig = _KANAAL.set(wie.kanaal)
            try:
                async with beurt(self, wie, *rest, **anders) as reactie:
                    yield reactie
            finally:
                _KANAAL.reset(vorig)

        plek.setattr(gesprek, "beantwoord", met_notitie)
        plek.setattr(Gesprekken, "beurt", met_kanaal)
