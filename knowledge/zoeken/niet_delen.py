"""Vragen die niet over delen gaan: mag ik dit noteren, mag hij het inzien, hoe lang bewaar ik het.

They have their own answer: no ground and no consent is needed for them as sharing would need one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Final, NamedTuple

from knowledge.data import lees_toml
from knowledge.fouten import KennisOnjuist
from knowledge.onderwerpen import onderwerpen
from knowledge.zoeken.woorden import woorden

_GROEP: Final = re.compile(r"\{(\w+)\}")
_ANDERE: Final = re.compile(r"\.\.(\d+)")


class _Vraagsoort(NamedTuple):
    """What such questions look like, what makes it sharing after all, and what answers them."""

    onderwerp: str
    past: re.Pattern[str]
    toch_delen: re.Pattern[str]


def niet_delen(vraag: str) -> str | None:
    """Return the topic that answers a question which is not about sharing; None for any other.

    Raises:
        KennisOnjuist: a pattern names a group or a topic that is not there.
    """
    rij = f" {' '.join(woorden(vraag))} einde "
    return next(
        (s.onderwerp for s in _soorten() if s.past.search(rij) and not s.toch_delen.search(rij)),
        None,
    )


@cache
def _soorten() -> tuple[_Vraagsoort, ...]:
    inhoud = lees_toml("zoeken/niet_delen.toml")
    groepen = {naam: _een_van(vormen) for naam, vormen in inhoud["groepen"].items()}
    return tuple(_soort(vragen, groepen) for vragen in inhoud["vragen"])


def _soort(vragen: dict[str, Any], groepen: dict[str, str]) -> _Vraagsoort:
    if vragen["onderwerp"] not in onderwerpen():
        raise KennisOnjuist(f"knowledge/zoeken/niet_delen.toml: {vragen['onderwerp']}")
    past, niet = (
        re.compile("|".join(_patroon(p, groepen) for p in vragen[naam]))
        for naam in ("patronen", "niet")
    )
    return _Vraagsoort(vragen["onderwerp"], past, niet)


def _patroon(patroon: str, groepen: dict[str, str]) -> str:
    """Return a regular expression over words with a space before and after each."""
    return " " + "".join(_deel(deel, groepen) for deel in patroon.split())


def _deel(deel: str, groepen: dict[str, str]) -> str:
    andere, groep = _ANDERE.fullmatch(deel), _GROEP.fullmatch(deel)
    if andere:
        return rf"(?:\S+ ){{0,{andere[1]}}}?"
    if groep is None:
        return f"{_een_van([deel])} "
    if groep[1] not in groepen:
        raise KennisOnjuist(f"knowledge/zoeken/niet_delen.toml: {deel}")
    return f"{groepen[groep[1]]} "


def _een_van(vormen: Iterable[str]) -> str:
    """Return an alternation of words or rows of words, in the form that `woorden` gives them."""
    return f"(?:{'|'.join(re.escape(' '.join(woorden(vorm))) for vorm in vormen)})"
