"""Welke tests dicht bij een wijziging staan: langs de imports, van het bestand naar de test."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

import grimp

PROJECT: Final = Path(__file__).parents[2]
KAMERS: Final = ("bot", "dialogs", "knowledge", "tests")
VEEL: Final = 40
"""When so many modules changed, nothing is near: then the quick set says more."""
GENOEG: Final = 3
"""So many test files at least, if need be further away."""
# What reads these files; for others it is the package in whose folder they are.
_LEEST: Final = {
    "bot/kanalen/web/pagina": "tests.web",
    "docs": "tests.teksten",
    "tests/gesprekken": "tests.transcripten",
}
# Files for everything, of which no module says more than another.
_OVERAL: Final = frozenset({"Makefile", "pyproject.toml", "app.py"})
_IN_BROWSER: Final = "tests.web."


def gewijzigd(sinds: str | None = None) -> frozenset[str]:
    """Return the files that differ from where this branch began, committed or not."""
    begin = sinds or _begin()
    anders = _git("diff", "--name-only", "--no-renames", begin)
    return frozenset(anders + _git("ls-files", "--others", "--exclude-standard"))


def _begin() -> str:
    for tak in ("origin/main", "main"):
        basis = _git("merge-base", "HEAD", tak)
        if basis:
            return basis[0]
    return "HEAD"


def _git(*opdracht: str) -> list[str]:
    uit = subprocess.run(  # noqa: S603
        ("git", *opdracht),  # noqa: S607
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    return uit.stdout.splitlines()


def dichtbij(bestanden: Iterable[str], graaf: grimp.ImportGraph) -> dict[str, int] | None:
    """Return the test modules near these files, each with how many imports away it is.

    None: nothing changed that tests are near to, or too much.
    """
    bestanden = [naam for naam in bestanden if (PROJECT / naam).exists()]
    modules = {module for naam in bestanden for module in modules_van(naam, graaf)}
    if not modules or len(modules) > VEEL or not _OVERAL.isdisjoint(bestanden):
        return None
    afstand = _afstanden(modules, graaf)
    uit: dict[str, int] = {}
    for module, ver in sorted(afstand.items(), key=lambda paar: paar[1]):
        if ver > 1 and len(uit) >= GENOEG and ver > max(uit.values()):
            break
        if is_test(module) and not (ver and module.startswith(_IN_BROWSER)):
            uit[module] = ver
    return uit or None


def modules_van(bestand: str, graaf: grimp.ImportGraph) -> frozenset[str]:
    """Return the modules that a file is, or that read it."""
    pad = PurePosixPath(bestand)
    if pad.suffix == ".py":
        naam = ".".join(pad.with_suffix("").parts).removesuffix(".__init__")
        return frozenset({naam} & graaf.modules)
    for map_ in pad.parents:
        module = _LEEST.get(str(map_), ".".join(map_.parts))
        if module in graaf.modules:
            # The package of all tests reads nothing.
            return frozenset() if module in KAMERS else _met_tests(module, graaf)
    return frozenset()


def _met_tests(module: str, graaf: grimp.ImportGraph) -> frozenset[str]:
    """Add the tests in the folder of a package of tests: they read its files."""
    if not module.startswith("tests."):
        return frozenset({module})
    return frozenset({module, *filter(is_test, graaf.find_children(module))})


def is_test(module: str) -> bool:
    """Tell whether pytest finds tests in a module."""
    return module.rpartition(".")[2].startswith("test_")


def pad_van(module: str) -> str:
    """Return the file of a test module."""
    return f"{module.replace('.', '/')}.py"


def _afstanden(modules: Iterable[str], graaf: grimp.ImportGraph) -> dict[str, int]:
    """Walk from modules to what imports them, and so on; tests import no further."""
    afstand = dict.fromkeys(modules, 0)
    rand = list(afstand)
    while rand:
        volgende = []
        for module in rand:
            for boven in graaf.find_modules_that_directly_import(module):
                if boven not in afstand:
                    afstand[boven] = afstand[module] + 1
                    volgende.append(boven)
        rand = volgende
    return afstand


def lees_graaf() -> grimp.ImportGraph:
    """Read who imports whom, of the code and the tests."""
    return grimp.build_graph(*KAMERS, cache_dir=None)
