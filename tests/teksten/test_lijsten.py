"""Woordenlijsten en andere TOML staan in de vaste opmaak; `make format` herstelt dat."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.teksten import lijsten
from tests.teksten.corpus import PROJECT
from tests.teksten.lijsten import bestanden, is_woordenlijst, main, mankeert
from tests.teksten.toml_opmaak import BREED, opgemaakt

SJABLOON = f"({' | '.join(f'woord{n}' for n in range(40))}) ..3 (heeft|krijgt)"


def naam(pad: Path) -> str:
    return pad.relative_to(PROJECT).as_posix()


def test_elk_bestand_staat_in_de_vaste_opmaak() -> None:
    anders = [naam(pad) for pad, _ in mankeert(bestanden())]
    if anders:
        pytest.fail(f"'make format' herstelt: {', '.join(anders)}", pytrace=False)


def test_de_woordenlijsten_hebben_geen_lange_regels() -> None:
    lijsten = [pad for pad in bestanden() if is_woordenlijst(pad)]
    assert {"dialogs/lezen/wil.toml", "bot/bewaker/lijsten/aanwijzingen.toml"} <= set(
        map(naam, lijsten)
    )
    lang = [
        f"{naam(pad)}:{nummer}"
        for pad in lijsten
        for nummer, regel in enumerate(pad.read_text(encoding="utf-8").splitlines(), 1)
        if len(regel) > BREED
    ]
    assert lang == []


@pytest.mark.parametrize(
    ("bron", "wordt"),
    [
        ('a = ["een", "twee"]\n', 'a = [\n    "een",\n    "twee",\n]\n'),
        ('a = [\n    "een",\n]\n', 'a = ["een"]\n'),
        ('a = [\n  "een", "twee" ]\n', 'a = [\n    "een",\n    "twee",\n]\n'),
        ('a = [["x", "y"], ["z"]]\n', 'a = [\n    ["x", "y"],\n    ["z"],\n]\n'),
        (
            'a = [ # waarom\n  # een\n  "een", "twee", # twee\n  # slot\n]\n',
            'a = [\n    # waarom\n    # een\n    "een",\n    "twee",  # twee\n    # slot\n]\n',
        ),
        ("[x]\na = { b = [1, 2] }  # zo\n", "[x]\na = { b = [1, 2] }  # zo\n"),
        ('"a = [" = "b"\n', '"a = [" = "b"\n'),
        ('a = """\neen twee\n# drie\n"""\n', 'a = """\neen twee\n# drie\n"""\n'),
    ],
)
def test_elk_element_krijgt_een_eigen_regel(bron: str, wordt: str) -> None:
    assert opgemaakt(bron, woordenlijst=True) == wordt
    assert opgemaakt(wordt, woordenlijst=True) == wordt


@pytest.mark.parametrize("woordenlijst", [True, False])
@pytest.mark.parametrize(
    "waarde",
    [
        SJABLOON,
        [SJABLOON],
        [SJABLOON, "kort"],
        [["vraag", SJABLOON], ["kort", "ook"]],
        'Een zin met "aanhalingstekens" en een \\ ' * 8,
        "Een alinea.\n\nNog een.\n- punt" * 9,
        "a|b|" * 60,
        "zonder " + "x" * 200,
        "Zo eindigt het met een aanhalingsteken. " * 4 + '"',
    ],
)
def test_wat_te_breed_is_loopt_door_en_blijft_hetzelfde(waarde: Any, *, woordenlijst: bool) -> None:
    kort = ascii_toml(waarde)
    wordt = opgemaakt(f"a = {kort}\nb = 1\n", woordenlijst=woordenlijst)
    assert tomllib.loads(wordt) == {"a": waarde, "b": 1}
    te_lang = [r for r in wordt.splitlines() if len(r) > BREED and "xxx" not in r]
    assert te_lang == []
    assert opgemaakt(wordt, woordenlijst=woordenlijst) == wordt


def ascii_toml(waarde: Any) -> str:
    if isinstance(waarde, list):
        return f"[{', '.join(map(ascii_toml, waarde))}]"
    tekst = waarde.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{tekst}"'


def test_buiten_de_woordenlijsten_blijft_een_lijst_die_past_zoals_zij_is() -> None:
    bron = 'a = ["een", "twee"]\nb = [\n  "drie", "vier",\n]\n'
    assert opgemaakt(bron, woordenlijst=False) == bron


def test_woorden_in_een_blok_worden_opnieuw_gezet() -> None:
    bron = f'a = """\n{"woord " * 30}\neen twee\n"""\n'
    wordt = opgemaakt(bron, woordenlijst=True)
    assert max(map(len, wordt.splitlines())) <= BREED
    assert tomllib.loads(wordt)["a"].split() == [*["woord"] * 30, "een", "twee"]


def test_de_opdracht_meldt_en_herstelt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lijsten, "PROJECT", tmp_path)
    pad = tmp_path / "dialogs/lezen/proef.toml"
    pad.parent.mkdir(parents=True)
    pad.write_text('a = ["een", "twee"]\n', encoding="utf-8")
    assert main([str(pad)]) == 1
    assert capsys.readouterr().out == "dialogs/lezen/proef.toml\n"
    assert main(["--herstel", str(pad)]) == 0
    assert main([str(pad)]) == 0
    assert pad.read_text(encoding="utf-8") == 'a = [\n    "een",\n    "twee",\n]\n'
