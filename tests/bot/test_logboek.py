"""Het logboek houdt voor zich wat er gezegd is."""

import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import logboek
from bot.logboek import PER_OORZAAK, Begrenzer


@pytest.fixture(autouse=True)
def herstel() -> Iterator[None]:
    """Put the root logger back as it was."""
    root = logging.getLogger()
    handlers, niveau = root.handlers[:], root.level
    yield
    for handler in root.handlers:
        if handler not in handlers:
            handler.close()
    root.handlers[:] = handlers
    root.setLevel(niveau)


def gooi() -> None:
    try:
        int("Jan Jansen")
    except ValueError as fout:
        raise RuntimeError("over Jan Jansen") from fout


def test_een_fout_is_zijn_soort_en_zijn_plek() -> None:
    with pytest.raises(RuntimeError) as gevangen:
        gooi()
    regels = logboek.zonder_woorden(gevangen.value)
    assert "RuntimeError" in regels
    assert "ValueError" in regels
    assert "gooi" in regels
    assert "Jansen" not in regels


def test_ook_wat_een_bibliotheek_logt(tmp_path: Path) -> None:
    handler = logboek.richt_in(tmp_path / "w.log")
    try:
        gooi()
    except RuntimeError:
        logging.getLogger("vreemd").exception("mislukt")
    handler.flush()
    inhoud = (tmp_path / "w.log").read_text(encoding="utf-8")
    assert "mislukt" in inhoud
    assert "Jansen" not in inhoud
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "w.log").stat().st_mode) == 0o600


def test_een_log_die_niet_open_kan_houdt_niemand_tegen(tmp_path: Path) -> None:
    assert isinstance(logboek.richt_in(tmp_path / "weg" / "w.log"), logging.NullHandler)


def test_de_bibliotheken_vertellen_geen_gegevens() -> None:
    assert not logging.getLogger("aiosqlite").isEnabledFor(logging.DEBUG)


def test_een_oorzaak_vult_het_logboek_niet() -> None:
    nu = 0.0
    begrenzer = Begrenzer(lambda: nu)

    def schrijft(bericht: str, *delen: object) -> bool:
        record = logging.LogRecord("bot", logging.WARNING, __file__, 1, bericht, delen, None)
        return bool(begrenzer.filter(record))

    assert sum(schrijft("vol: %d", 5) for _ in range(5000)) == PER_OORZAAK
    assert schrijft("iets anders"), "een andere oorzaak komt er wel door"
    assert sum(schrijft("fd %d", n) for n in range(5000)) < 200, (
        "ook niet met steeds een ander getal"
    )
    nu = 60.0
    assert schrijft("vol: %d", 5)


def test_de_laatste_regel_zegt_dat_er_meer_was() -> None:
    begrenzer = Begrenzer()
    regels = [
        logging.LogRecord("bot", logging.WARNING, __file__, 1, "vol: %d", (5,), None)
        for _ in range(PER_OORZAAK)
    ]
    assert all(map(begrenzer.filter, regels))
    assert regels[-1].getMessage() != regels[0].getMessage()
