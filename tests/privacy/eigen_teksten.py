"""Alles wat het product zelf zegt: daarin zit niemand, dus elke vondst is vals alarm."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tests.privacy.berichten import Bericht

_ROOT: Final = Path(__file__).parents[2]
_KAMERS: Final = ("dialogs", "knowledge")
# Words that people say, not we: among them 'roma', 'joost mag het weten' and months such as 'jan'.
_VAN_MENSEN: Final = ("lezen", "antwoordzinnen.toml", "begrip.toml")
# A placeholder stands for something else, and is no text of ours.
_INVULLING: Final = re.compile(r"\{\w+\}")
_ALINEA: Final = re.compile(r"\n\s*\n")


def eigen_teksten() -> list[Bericht]:
    """Return every text in the TOML files of the product."""
    paden = sorted(pad for kamer in _KAMERS for pad in (_ROOT / kamer).rglob("*.toml"))
    eigen = (pad for pad in paden if not set(_VAN_MENSEN) & set(pad.parts))
    ruw = (tomllib.loads(pad.read_text(encoding="utf-8")) for pad in eigen)
    return [Bericht(_INVULLING.sub("…", tekst), ()) for inhoud in ruw for tekst in _teksten(inhoud)]


def _teksten(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, dict):
        for deel in waarde.values():
            yield from _teksten(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _teksten(deel)


def alineas(pad: Path) -> list[Bericht]:
    """Return the paragraphs of a document elsewhere."""
    delen = _ALINEA.split(pad.read_text(encoding="utf-8"))
    return [Bericht(deel, ()) for deel in delen if deel.strip()]
