"""`make snel` vindt de tests bij een wijziging, en houdt op als de tijd op is."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.snel import keuze
from tests.snel.keuze import KAMERS, VEEL, dichtbij, gewijzigd, lees_graaf
from tests.snel.plugin import Snel

GRAAF = lees_graaf()
A, B = Path("a/test_a.py"), Path("b/test_b.py")


@dataclass(eq=False)
class NepItem:
    path: Path
    name: str
    originalname: str = field(default="test")


@dataclass
class NepHook:
    weg: list[NepItem] = field(default_factory=list)

    @property
    def hook(self) -> NepHook:
        return self

    def pytest_deselected(self, items: list[NepItem]) -> None:
        self.weg += items


def geordend(snel: Snel, items: list[Any]) -> list[str]:
    hook: Any = NepHook()
    snel.pytest_collection_modifyitems(hook, items)
    return [item.name for item in items]


@pytest.mark.parametrize(
    ("bestand", "test", "ver"),
    [
        ("bot/opslag/sqlite.py", "tests.bot.test_sqlite", 1),
        ("knowledge/regels/stap_1_grondslag.py", "tests.knowledge.test_keuring", 1),
        ("dialogs/lezen/wil.toml", "tests.dialogs.test_lezen", 1),
        ("bot/bewaker/lijsten/aanwijzingen.toml", "tests.bot.test_bewaker", 1),
        ("knowledge/casussen/hbo.toml", "tests.knowledge.test_casussen", 1),
        ("tests/gesprekken/gevaar.toml", "tests.dialogs.test_gesprekken", 1),
        ("tests/taal/antwoorden.toml", "tests.taal.test_cijfers", 0),
        ("tests/bot/test_web.py", "tests.bot.test_web", 0),
        ("bot/kanalen/web/pagina/dom.js", "tests.web.test_weging", 0),
        ("docs/woordenlijst.md", "tests.teksten.test_domeinlijst", 0),
    ],
)
def test_bij_een_bestand_horen_de_tests_die_het_inlezen(bestand: str, test: str, ver: int) -> None:
    gevonden = dichtbij([bestand], GRAAF)
    assert gevonden is not None
    assert gevonden[test] == ver


def test_de_browser_gaat_alleen_open_voor_de_bladzijde_zelf() -> None:
    gevonden = dichtbij(["dialogs/teksten/web.toml"], GRAAF) or {}
    assert not [naam for naam in gevonden if naam.startswith("tests.web.")]


@pytest.mark.parametrize("bestanden", [[], ["README.md"], ["pyproject.toml", "bot/klok.py"]])
def test_zonder_wijziging_dichtbij_is_het_de_vaste_greep(bestanden: list[str]) -> None:
    assert dichtbij(bestanden, GRAAF) is None


def test_bij_te_veel_wijzigingen_ook() -> None:
    veel = [f"{m.replace('.', '/')}.py" for m in sorted(GRAAF.modules) if m not in KAMERS]
    assert dichtbij(veel[: 2 * VEEL], GRAAF) is None


def test_wat_anders_is_en_wat_nieuw_is_telt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def git(*opdracht: str) -> None:
        wie = ("-c", "user.name=a", "-c", "user.email=a@b.example")
        subprocess.run(("git", *wie, *opdracht), cwd=tmp_path, check=True)  # noqa: S603, S607

    monkeypatch.setattr(keuze, "PROJECT", tmp_path)
    for naam in ("blijft.py", "anders.py", "vastgelegd.py"):
        (tmp_path / naam).write_text("oud\n", encoding="utf-8")
    git("init", "--quiet", "--initial-branch=main")
    git("add", "--all")
    git("commit", "--quiet", "--message=begin")
    git("checkout", "--quiet", "-b", "tak")
    (tmp_path / "vastgelegd.py").write_text("nieuw\n", encoding="utf-8")
    git("commit", "--quiet", "--all", "--message=tak")
    (tmp_path / "anders.py").write_text("nieuw\n", encoding="utf-8")
    (tmp_path / "erbij.py").write_text("nieuw\n", encoding="utf-8")
    assert gewijzigd() == {"vastgelegd.py", "anders.py", "erbij.py"}
    assert gewijzigd("HEAD") == {"anders.py", "erbij.py"}


def test_het_dichtstbijzijnde_eerst_en_elk_bestand_om_de_beurt() -> None:
    items = [NepItem(A, "a1"), NepItem(A, "a2"), NepItem(B, "b1"), NepItem(B, "b2")]
    assert geordend(Snel({A: 1, B: 1}, 9), list(items)) == ["a1", "b1", "a2", "b2"]
    assert geordend(Snel({A: 2, B: 1}, 9), list(items)) == ["b1", "b2", "a1", "a2"]


def test_de_vaste_greep_is_van_elke_test_een_geval() -> None:
    items = [NepItem(A, "x[1]", "x"), NepItem(A, "x[2]", "x"), NepItem(A, "y", "y")]
    assert geordend(Snel(None, 9), list(items)) == ["x[1]", "y"]


def test_als_de_tijd_op_is_draait_er_niets_meer() -> None:
    item: Any = NepItem(A, "a")
    op, ruim = Snel(None, 0), Snel(None, 10**9)
    assert (op.pytest_runtest_protocol(item), op.gedaan, op.over) == (True, 0, 1)
    assert (ruim.pytest_runtest_protocol(item), ruim.gedaan, ruim.over) == (None, 1, 0)
