"""Wat een bladzijde van een gesprek onthoudt, en van hoeveel gesprekken."""

from __future__ import annotations

import pytest

from bot.kanalen.web import gezegden
from bot.opstarten import Kern
from tests.bot.nep import ANNE, na


async def test_wie_het_langst_stil_was_is_vergeten(
    kern: Kern, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that runs for months holds no more than it can."""
    monkeypatch.setattr(gezegden, "_GESPREKKEN", 2)
    reactie = await na(kern.gesprekken.begroet(ANNE, "g"))
    onthouden = gezegden.Gezegden()
    for sleutel in ("een", "twee", "een", "drie"):
        onthouden.na(sleutel, reactie)
    assert list(onthouden._bij) == ["een", "drie"]
