"""The figures and what went wrong, as lines of text. Of questions held out only figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.zoekvragen.cijfers import Poging, niets_precisie, niets_recall, recall
from tests.zoekvragen.vragen import GEEN


def verslag(pogingen: Sequence[Poging]) -> Iterator[str]:
    """Give the lines of figures, for the tuned part and the part held out."""
    for apart, naam in ((False, "afgestemd"), (True, "apart gehouden")):
        deel = [poging for poging in pogingen if poging.vraag.apart is apart]
        yield _regel(f"{naam} ({len(deel)} vragen)", "recall@1", "recall@3")
        yield _regel("  alles", recall(deel, 1), recall(deel, 3))
        for soort in sorted({poging.vraag.soort for poging in deel} - {GEEN}):
            van_soort = [poging for poging in deel if poging.vraag.soort == soort]
            yield _regel(f"  {soort}", recall(van_soort, 1), recall(van_soort, 3))
        yield _regel("  niets gevonden", "precisie", "recall")
        yield _regel("", niets_precisie(deel), niets_recall(deel))


def missers(pogingen: Sequence[Poging]) -> Iterator[str]:
    """Give the tuned questions that went wrong: what was asked, expected and found."""
    for poging in pogingen:
        if not poging.vraag.apart and not poging.goed:
            yield f"{poging.vraag.tekst}  [{poging.vraag.hoek}]"
            yield f"    verwacht: {', '.join(poging.vraag.id) or GEEN}"
            yield f"    gevonden: {', '.join(poging.gevonden) or 'niets'}"


def _regel(naam: str, eerste: object, tweede: object) -> str:
    return f"{naam:<30}{eerste!s:<18}{tweede!s}"
