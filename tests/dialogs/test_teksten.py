"""Every sentence the dialogue says: there, short, and whole."""

import ast
import re
import string
from pathlib import Path

import pytest

import dialogs
import knowledge
from dialogs import controle
from dialogs.dossier.vragen import VRAGEN
from dialogs.fouten import TekstOntbreekt
from dialogs.teksten import bestanden, tekst, zinnen
from dialogs.versie import PROGRAMMA_VERSIE


def test_alle_vragen_keuzes_en_conclusies_hebben_hun_tekst() -> None:
    controle.controleer()


def test_een_ontbrekende_tekst_heeft_een_naam() -> None:
    with pytest.raises(TekstOntbreekt, match="bestaat_niet"):
        tekst("gesprek.bestaat_niet")


def test_een_vergeten_invulling_heeft_een_naam() -> None:
    with pytest.raises(TekstOntbreekt, match="kenmerk"):
        tekst("gesprek.bewaard")


def test_wat_iemand_typt_is_nooit_een_sjabloon() -> None:
    assert "{van.__class__}" in tekst("gesprek.was", antwoord="{van.__class__}")


def test_invullingen_zijn_namen_en_geen_code() -> None:
    for sleutel, zin in zinnen().items():
        for _, naam, _, _ in string.Formatter().parse(zin):
            assert naam is None or re.fullmatch(r"[a-z_0-9]+", naam), sleutel


def test_elk_tekstbestand_hoort_bij_iets() -> None:
    assert {"intake", "gesprek", "begrip", "weergave", "altijd"} <= set(bestanden())
    vragen = {naam for inhoud in bestanden().values() for naam in inhoud.get("vragen", {})}
    assert vragen == set(VRAGEN)


@pytest.mark.parametrize("kamer", [dialogs, knowledge], ids=lambda k: k.__name__)
def test_geen_nederlandse_zin_voor_de_gebruiker_in_de_code(kamer: object) -> None:
    """Sentences live in the text files; code holds keys. Errors for developers may speak."""
    gevonden = []
    for pad in sorted(Path(kamer.__file__).parent.rglob("*.py")):  # type: ignore[attr-defined]
        boom = ast.parse(pad.read_text(encoding="utf-8"))
        negeer = _docstrings_en_fouten(boom)
        for knoop in ast.walk(boom):
            if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
                zin = knoop.value
                if knoop not in negeer and re.match(r"[A-Z][a-zë]+ \w+ .*[.?!]$", zin):
                    gevonden.append(f"{pad.name}:{knoop.lineno}: {zin}")
    assert gevonden == []


def _docstrings_en_fouten(boom: ast.AST) -> set[ast.AST]:
    negeer: set[ast.AST] = set()
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Expr) and isinstance(knoop.value, ast.Constant):
            negeer.add(knoop.value)
        if isinstance(knoop, ast.Raise):
            negeer |= set(ast.walk(knoop))
    return negeer


def test_de_versie_is_die_van_het_project() -> None:
    project = Path(__file__).parents[2] / "pyproject.toml"
    assert f'version = "{PROGRAMMA_VERSIE}"' in project.read_text(encoding="utf-8")
