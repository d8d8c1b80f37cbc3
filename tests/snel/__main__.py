"""`python -m tests.snel [SINDS]`: de tests dicht bij een wijziging, of anders een vaste greep.

`SINDS` is a commit; without it, where this branch left the main one.
"""

from __future__ import annotations

import sys
from typing import Final

import pytest

from tests.snel.keuze import PROJECT, dichtbij, gewijzigd, lees_graaf, pad_van
from tests.snel.plugin import Snel

SECONDEN: Final = 45
"""The checks before this take some as well."""
_GREEP: Final = ("tests/bot", "tests/dialogs", "tests/knowledge", "tests/teksten")


def main(sinds: str | None) -> int:
    """Run the tests; return what pytest says of them."""
    bestanden = gewijzigd(sinds)
    afstand = dichtbij(bestanden, lees_graaf())
    if afstand is None:
        print(f"{len(bestanden)} bestanden gewijzigd: van elke test één geval.")  # noqa: T201
        snel, paden = Snel(None, SECONDEN), [*_GREEP]
    else:
        paden = [pad_van(module) for module in afstand]
        print(f"{len(bestanden)} bestanden gewijzigd. Dichtbij: {', '.join(paden)}")  # noqa: T201
        per_pad = {PROJECT / pad_van(module): ver for module, ver in afstand.items()}
        snel = Snel(per_pad, SECONDEN)
    uitslag = pytest.main(["--quiet", "--numprocesses=0", *paden], [snel])
    if snel.over:
        print(f"De tijd was op: {snel.over} tests niet gedraaid. 'make test' draait alles.")  # noqa: T201
    return int(uitslag)


if __name__ == "__main__":
    sys.exit(main(next(iter(sys.argv[1:]), None)))
