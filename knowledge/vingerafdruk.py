"""Vingerafdrukken van wetsartikelen: leest iemand een latere tekst, dan is te zien wat anders is.

We keep no text of a law, only a fingerprint of each article as somebody read it
(`recht/gelezen.toml`). A law file is one from the open collection of consolidated texts of the
government (YAML, one file a law and day of entry into force). `python app.py kennis wettekst
FILE` compares such a file with what was read; whoever maintains the knowledge then reads the
articles that changed, and writes down the new fingerprint.

Only words count. A link, a line break or a quotation mark that another edition of the same text
writes otherwise, changes nothing.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from typing import Final

from knowledge.fouten import KennisOnjuist

_TEKENS: Final = 16
_GEEN_WETTEKST: Final = "dit is geen bestand met de tekst van een wet"
_VERWIJZING: Final = re.compile(r"^\s*\[ref\d+\]: \S+$", re.MULTILINE)
_LINK: Final = re.compile(r"\](\[ref\d+\]|\([^()\s]*\))")
_VELD: Final = re.compile(r"^(bwb_id|valid_from): ['\"]?([\w-]+)", re.MULTILINE)
_ARTIKEL: Final = re.compile(
    r"^  - number: (?P<nummer>.+)\n"
    r"    text:(?P<tekst>.*(?:\n(?: {6}.*)?(?=\n))*)\n"
    r"    url: \S+#Artikel(?P<artikel>\S+)$",
    re.MULTILINE,
)
_BLOK: Final = re.compile(r"^ *[|>]-?\n")


def afdruk(tekst: str) -> str:
    """Return the fingerprint of an article: of its words, in order."""
    kaal = _LINK.sub("]", _VERWIJZING.sub("", tekst))
    woorden = re.findall(r"\w+", kaal.casefold())
    return hashlib.sha256(" ".join(woorden).encode()).hexdigest()[:_TEKENS]


@dataclass(frozen=True, slots=True)
class Wettekst:
    """A law as it read from one day on: the fingerprint of every article."""

    bwb: str
    geldig_van: dt.date
    artikelen: dict[str, str]

    def van(self, artikel: str) -> str | None:
        """Return the fingerprint of an article; the file writes 10:1 as 101."""
        return self.artikelen.get(artikel.replace(":", ""))


def lees_wettekst(inhoud: str) -> Wettekst:
    """Read a law file. It has one form, so that reading it takes no library.

    Raises:
        KennisOnjuist: it has no articles, or does not say which law it is and from which day.
    """
    velden = dict(_VELD.findall(inhoud))
    delen: dict[str, list[str]] = {}
    for gevonden in _ARTIKEL.finditer(inhoud):
        artikel = gevonden["artikel"].replace(":", "")
        # Some files give every lid a number of its own, others number them in the text.
        nummer = gevonden["nummer"].strip("'\"").replace(":", "")
        lid = nummer.removeprefix(artikel).rpartition(".")[2]
        delen.setdefault(artikel, []).append(f"{lid} {_BLOK.sub('', gevonden['tekst'])}")
    try:
        geldig_van = dt.date.fromisoformat(velden["valid_from"])
        bwb = velden["bwb_id"]
    except (KeyError, ValueError) as fout:
        raise KennisOnjuist(_GEEN_WETTEKST) from fout
    if not delen:
        raise KennisOnjuist(_GEEN_WETTEKST)
    return Wettekst(
        bwb=bwb,
        geldig_van=geldig_van,
        artikelen={artikel: afdruk("\n".join(tekst)) for artikel, tekst in delen.items()},
    )
