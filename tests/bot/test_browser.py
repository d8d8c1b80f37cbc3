"""Een browser opent alleen voor wie achter een scherm zit."""

from __future__ import annotations

import io
import sys

import pytest

from bot.browser import is_er_een_scherm


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


SCHERM = {"DISPLAY": ":0"}


@pytest.mark.parametrize("omgeving", [SCHERM, {"WAYLAND_DISPLAY": "wayland-0"}], ids=str)
def test_achter_een_scherm(omgeving: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert is_er_een_scherm(omgeving, Terminal())


@pytest.mark.parametrize(
    "omgeving",
    [
        {},
        SCHERM | {"CI": "true"},
        SCHERM | {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"},
        SCHERM | {"SSH_TTY": "/dev/pts/1"},
    ],
    ids=str,
)
def test_niet_achter_een_scherm(omgeving: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert not is_er_een_scherm(omgeving, Terminal())


def test_elders_is_er_een_scherm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert is_er_een_scherm({}, Terminal())


@pytest.mark.parametrize("uitvoer", [io.StringIO(), None], ids=["pijp", "dicht"])
def test_zonder_terminal_niet(uitvoer: io.StringIO | None) -> None:
    assert not is_er_een_scherm(SCHERM, uitvoer)
