"""`python app.py document`: a file in, a document out, and one clear line when it cannot be."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import app
from bot.papier.openen import gegevens_in
from dialogs.samenvatting.papieren import PAPIEREN
from tests.bot.papieren import weging

Document = Callable[..., int]


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    pad = tmp_path / "weging.json"
    pad.write_text(json.dumps(weging()), "utf-8")
    return pad


@pytest.fixture
def document(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Document:
    """The command, in this process; its streams stay as the test has them."""
    monkeypatch.setenv("WEEGWIJZER_DATA", str(tmp_path / "data"))
    return lambda *woorden: app.main(["document", *map(str, woorden)])


@pytest.mark.parametrize("vorm", ["pdf", "odt", "docx", "md", "json"])
def test_elke_vorm_naar_een_bestand(
    document: Document, bestand: Path, tmp_path: Path, vorm: str
) -> None:
    naar = tmp_path / f"uit.{vorm}"
    assert document(bestand, "--vorm", vorm, f"--naar={naar}") == 0
    assert naar.stat().st_size > 1000


def test_zonder_meer_is_het_de_weging_als_pdf(
    document: Document, bestand: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert document(bestand) == 0
    assert gegevens_in(capfdbinary.readouterr().out) == weging()


def test_een_document_geeft_een_document(document: Document, bestand: Path, tmp_path: Path) -> None:
    gemaakt, opnieuw = tmp_path / "a.pdf", tmp_path / "b.pdf"
    document(bestand, "--naar", gemaakt)
    document(gemaakt, "--naar", opnieuw)
    assert gemaakt.read_bytes() == opnieuw.read_bytes()


@pytest.mark.parametrize(
    "woorden",
    [
        (),
        ("--papier",),
        ("{}", "{}"),
        ("{}", "--papier"),
        ("{}", "--papier", "weging", "--papier", "weging"),
        ("{}", "--papier", "boodschappen"),
        ("{}", "--vorm", "rtf"),
        ("{}", "--kleur", "rood"),
        ("{}", "--papier", "ontvanger"),
        ("{}", "--papier", "toestemming", "--vorm", "json"),
        ("nergens.json",),
        ("WW-2026-0009",),
        ("nul\0teken",),
        (__file__,),
        ("{}", "--naar", "/dev/null/map/uit.pdf"),
    ],
    ids=repr,
)
def test_wat_niet_kan_zegt_in_een_regel_waarom(
    document: Document, bestand: Path, capsys: pytest.CaptureFixture[str], woorden: tuple[str, ...]
) -> None:
    code = document(*(woord.format(bestand) if woord == "{}" else woord for woord in woorden))
    uit, fout = capsys.readouterr()
    assert (code, uit) == (2, "")
    assert len(fout.splitlines()) == 1


@pytest.mark.parametrize("inhoud", ["{}", "[]", "null", '{"versie": 99}', "geen json", ""])
def test_iets_anders_dan_een_weging(
    document: Document, tmp_path: Path, capsys: pytest.CaptureFixture[str], inhoud: str
) -> None:
    anders = tmp_path / "anders.json"
    anders.write_text(inhoud, "utf-8")
    assert document(anders, "--vorm", "md") == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_een_binaire_vorm_gaat_niet_naar_een_scherm(
    document: Document,
    bestand: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert document(bestand) == 2
    assert "--naar" in capsys.readouterr().err


@pytest.mark.parametrize("papier", PAPIEREN)
def test_een_papier_is_er_of_wordt_geweigerd(
    document: Document, bestand: Path, capsys: pytest.CaptureFixture[str], papier: str
) -> None:
    code = document(
        bestand, "--papier", papier, "--vorm", "md", "--naar", bestand.with_suffix(".md")
    )
    assert code in (0, 2)
    assert (code == 0) == (not capsys.readouterr().err)


def test_herbereken_merkt_dat_een_weging_veranderd_is(
    bestand: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.main(["kennis", "herbereken", str(bestand)]) == 0
    bestand.write_text(json.dumps(weging() | {"omschrijving": "iets anders"}), "utf-8")
    assert app.main(["kennis", "herbereken", str(bestand)]) == 1
    capsys.readouterr()
