"""`python -m tests.zoekvragen`: how well lookup does; `--missers` also shows what goes wrong."""

from __future__ import annotations

import argparse
import sys
from itertools import chain

from knowledge.zoeken import zoek
from tests.zoekvragen.cijfers import probeer
from tests.zoekvragen.verslag import missers, verslag
from tests.zoekvragen.vragen import vragen

if __name__ == "__main__":
    lezer = argparse.ArgumentParser(prog="python -m tests.zoekvragen")
    lezer.add_argument("--missers", action="store_true", help="toon ook wat misgaat")
    keuze = lezer.parse_args()
    pogingen = probeer(zoek, vragen())
    for regel in chain(verslag(pogingen), missers(pogingen) if keuze.missers else ()):
        sys.stdout.write(regel + "\n")
