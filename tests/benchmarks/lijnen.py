"""Lijnen in een SVG: de hoogte bij steeds tien keer zoveel."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

BREED: Final = 640
HOOG: Final = 320
_RAND: Final = 56
_SVG: Final = "http://www.w3.org/2000/svg"
_LETTER: Final = 'font-family="sans-serif" font-size="13"'
_KLEUREN: Final = ("#1a5fb4", "#a51d2d", "#26a269")
_STREPEN: Final = ("", "6 4", "2 3")
"""Told apart without colour as well."""


@dataclass(frozen=True, slots=True)
class Lijn:
    """What was measured of one thing: at how many, and how much."""

    naam: str
    punten: tuple[tuple[int, float], ...]


def teken(lijnen: Sequence[Lijn], onder: str, naast: str) -> str:
    """Return a plot with powers of ten along the bottom and nought at the foot."""
    hoogste = max(hoogte for lijn in lijnen for _, hoogte in lijn.punten)
    trede: float = 10.0 ** math.floor(math.log10(hoogste))
    trede = next(t for t in (trede / 5, trede / 2, trede, trede * 2) if hoogste / t <= 6)
    top = trede * (math.floor(hoogste / trede) + 1)
    aantallen = sorted({aantal for lijn in lijnen for aantal, _ in lijn.punten})
    laagst, spanne = math.log10(aantallen[0]), math.log10(aantallen[-1] / aantallen[0])

    def x(aantal: int) -> float:
        return _RAND + (BREED - 2 * _RAND) * (math.log10(aantal) - laagst) / spanne

    def y(hoogte: float) -> float:
        return HOOG - _RAND - (HOOG - 2 * _RAND) * hoogte / top

    uit = [
        f'<svg xmlns="{_SVG}" viewBox="0 0 {BREED} {HOOG}" role="img" {_LETTER}>',
        f"<title>{escape(naast)}, {escape(onder)}</title>",
        f'<rect width="{BREED}" height="{HOOG}" fill="#fff"/>',
        f'<text x="8" y="20">{escape(naast)}</text>',
        _tekst(BREED / 2, HOOG - 10, onder, "middle"),
    ]
    for nummer in range(round(top / trede) + 1):
        hoogte = y(nummer * trede)
        uit.append(
            f'<line x1="{_RAND}" x2="{BREED - _RAND}" y1="{hoogte:.1f}" y2="{hoogte:.1f}"'
            ' stroke="#ddd"/>'
        )
        uit.append(_tekst(_RAND - 8, hoogte + 4, f"{nummer * trede:g}", "end"))
    uit += [_tekst(x(een), HOOG - _RAND + 20, f"{een:,}", "middle") for een in aantallen]
    for nummer, lijn in enumerate(lijnen):
        plekken = " ".join(f"{x(een):.1f},{y(hoogte):.1f}" for een, hoogte in lijn.punten)
        uit.append(
            f'<polyline points="{plekken}" fill="none" stroke="{_KLEUREN[nummer]}"'
            f' stroke-width="2" stroke-dasharray="{_STREPEN[nummer]}"/>'
        )
        laatste = lijn.punten[-1]
        uit.append(_tekst(x(laatste[0]), y(laatste[1]) - 8, lijn.naam, "end"))
    return "\n".join([*uit, "</svg>", ""])


def _tekst(x: float, y: float, wat: str, anker: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anker}">{escape(wat)}</text>'
