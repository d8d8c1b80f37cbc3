"""Een antwoord met een verbetering erin: 'niet 17 maar 16', 'geen uwv, werkcentrum', '4, nee 6'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from dialogs.teksten import tabel
from dialogs.teksten.woorden import plat

_LANGSTE: Final = 120
"""A longer text is no answer that somebody corrects on the way."""


@cache
def _wendingen() -> tuple[re.Pattern[str], ...]:
    """Return the turns of phrase: `weg` is what was taken back, `blijft` what is meant."""
    lijsten = {naam: "|".join(map(re.escape, w)) for naam, w in tabel("verbeterd").items()}
    niet, ipv, nee, zei = (lijsten[naam] for naam in ("niet", "ipv", "nee", "zei"))
    return tuple(
        re.compile(patroon)
        for patroon in (
            rf"(?:.*?\b)?(?:{niet}) (?P<weg>.+?),? maar (?P<blijft>.+)",
            rf"(?:.*?\b)?(?:{zei}) (?P<weg>.+?),? maar (?P<blijft>.+)",
            rf"(?:{niet}) (?P<weg>[^,]+), (?P<blijft>.+)",
            rf"(?P<blijft>.+?),? (?:{ipv}) (?P<weg>.+)",
            rf"(?P<weg>.+?)[,.;]? (?:{nee})[,.:;]? (?P<blijft>.+)",
            rf"(?P<blijft>.+?), (?:(?:en|dus|maar) )?(?:{niet}) (?P<weg>.+)",
        )
    )


def verbeterd(gezegd: str) -> Iterator[tuple[str, str]]:
    """Yield what a text may take back, and what it means instead; whoever asks checks both."""
    kaal = plat(gezegd)
    if len(kaal) > _LANGSTE:
        return
    for wending in _wendingen():
        gevonden = wending.fullmatch(kaal)
        if gevonden is not None:
            yield gevonden["weg"].strip(" ,."), gevonden["blijft"].strip(" ,.")
