"""Wat de aanvallen delen."""

from collections.abc import Iterator

import pytest

from tests.aanval.maat import CIJFERS, Cijfers
from tests.bot.conftest import client, databestand, sqlite, start, tab

__all__ = ["cijfers", "client", "databestand", "sqlite", "start", "tab"]


@pytest.fixture
def cijfers(request: pytest.FixtureRequest) -> Iterator[Cijfers]:
    """What this attack measures; `make soak` prints it."""
    gemeten = Cijfers()
    yield gemeten
    request.node.user_properties += [(CIJFERS, gemeten)]
