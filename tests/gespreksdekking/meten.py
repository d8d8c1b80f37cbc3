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


class Meter:
    """Keeps which cells the transcripts reach, and which the other tests."""

    def __init__(self) -> None:
        self.transcripten: set[Cel] = set()
        self.andere: set[Cel] = set()
        self._nu_in = self.andere

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Note whether a test speaks a transcript."""
        parameters = getattr(getattr(item, "callspec", None), "params", {})
        self._nu_in = self.transcripten if "transcript" in parameters else self.andere
        return (yield)

    def luister(self, plek: pytest.MonkeyPatch) -> None:
        """Listen to every turn, until `plek` is undone."""
        beantwoord, beurt = gesprek.beantwoord, Gesprekken.beurt

        def met_notitie(dossier: Dossier, uiting: Uiting, nu: dt.datetime) -> Beurt:
            kanaal = _KANAAL.get()
            self._nu_in |= {
                Cel(vraag, manier, kanaal) for vraag, manier in manieren(dossier, uiting, nu)
            }
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
