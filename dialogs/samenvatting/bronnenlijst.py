"""De bronnen van een weging: elk document en elke wet één keer, voluit, met de plaatsen erin."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.teksten import tekst
from knowledge.bronnen import titels


def bronnenlijst(bronnen: Iterable[str]) -> tuple[str, ...]:
    """Return one line per document or law; a source this version does not know stands alone."""
    plaatsen: dict[str, list[str]] = {}
    for bron in dict.fromkeys(bronnen):
        werk = _werk(bron)
        plaatsen.setdefault(werk or bron, []).append(bron.removeprefix(f"{werk} "))
    return tuple(_regel(werk, waar) for werk, waar in plaatsen.items())


def _werk(bron: str) -> str | None:
    """Return the document or law that a source begins with: the longest name that fits."""
    passend = [naam for naam in titels() if bron.startswith(f"{naam} ")]
    return max(passend, key=len, default=None)


def _regel(werk: str, waar: list[str]) -> str:
    titel = titels().get(werk)
    if titel is None:
        return werk
    soort = "document" if werk.isdigit() else "wet" if werk != titel else "wet_kaal"
    return tekst(f"samenvatting.bron_{soort}", naam=werk, titel=titel, plaatsen="; ".join(waar))
