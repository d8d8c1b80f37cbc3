"""De proeven hier praten met dezelfde server als die van bot."""

import tempfile
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import Kern, richt_in
from tests.bot.nep import Teller


def klok() -> datetime:
    return datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.fixture
def overal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that holds all the program may write: data, log and temporary files."""
    tijdelijk = tmp_path / "tijdelijk"
    tijdelijk.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tijdelijk))
    return tmp_path


@pytest.fixture
async def kern(overal: Path) -> AsyncIterator[Kern]:
    opslag = await SqliteOpslag.open(overal / "gegevens" / "weegwijzer.sqlite3")
    yield richt_in(opslag, klok, Teller())
    await opslag.sluit()


@pytest.fixture
def alles_loggen(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """Log as much as the program can; return what was logged."""
    caplog.set_level("DEBUG")
    return lambda: [caplog.text, *(str(record.__dict__) for record in caplog.records)]
