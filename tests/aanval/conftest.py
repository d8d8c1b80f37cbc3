"""Wat de aanvallen delen."""

from collections.abc import Iterator

import pytest

from tests.aanval.maat import CIJFERS, LANG, Cijfers
from tests.bot.conftest import client, databestand, sqlite, start, tab

__all__ = ["cijfers", "client", "databestand", "sqlite", "start", "tab"]


@pytest.fixture
def cijfers(request: pytest.FixtureRequest) -> Iterator[Cijfers]:
    """What this attack measures; `make soak` prints it."""
    gemeten = Cijfers()
    yield gemeten
    if LANG:  # a run over more processes cannot carry it, and shows it to nobody
        request.node.user_properties += [(CIJFERS, gemeten)]
