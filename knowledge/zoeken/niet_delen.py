"""Vragen die niet over delen gaan: mag ik dit noteren, mag hij het inzien, hoe lang bewaar ik het.

They have their own answer: no ground and no consent is needed for them as sharing would need one.
And what is about something practical (a price, a time, a printer) has none: nothing is found then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final, NamedTuple

from knowledge.data import lees_toml
from knowledge.fouten import KennisOnjuist
from knowledge.onderwerpen import onderwerpen
from knowledge.zoeken.woorden import woorden

_GROEP: Final = re.compile(r"\{(\w+)\}")
_ANDERE: Final = re.compile(r"\.\.(\d+)")
_ZINSDEEL: Final = re.compile(r"[.?!;:,\n]+|\b(?:en|maar|want|terwijl|omdat|dus)\b", re.IGNORECASE)


class _Vorm(NamedTuple):
    """What such questions look like, and what makes it sharing after all."""

    past: re.Pattern[str]
    toch_delen: re.Pattern[str]

    def is_van(self, vraag: str) -> bool:
        """Tell whether a question looks like this."""
        rij = f" begin {' '.join(woorden(vraag))} einde "
        return bool(self.past.search(rij)) and not self.toch_delen.search(rij)


class _Vormen(NamedTuple):
    """What is known by its form: by the topic that answers it, or as something practical."""

    per_onderwerp: tuple[tuple[str, _Vorm], ...]
    praktisch: tuple[_Vorm, ...]


def niet_delen(vraag: str) -> str | None:
    """Return the topic that answers a question which is not about sharing; None for any other.

    Raises:
        KennisOnjuist: a pattern names a group or a topic that is not there.
    """
    return next((id_ for id_, vorm in _vormen().per_onderwerp if vorm.is_van(vraag)), None)


def praktisch(vraag: str) -> bool:
    """Tell whether a question is about something practical, which no topic answers."""
    return any(vorm.is_van(vraag) for vorm in _vormen().praktisch)


def zonder_praktisch(vraag: str) -> Iterator[str]:
    """Yield what stands between the parts of a question that are about something practical.

    So a story keeps its hit when a printer or a holiday comes into it.
    """
    rij: list[str] = []
    for deel in _ZINSDEEL.split(vraag):
        if praktisch(deel):
            yield " ".join(rij)
            rij = []
        else:
            rij.append(deel)
    yield " ".join(rij)


@cache
def _vormen() -> _Vormen:
    inhoud = lees_toml("zoeken/niet_delen.toml")
    groepen = {naam: _een_van(vormen) for naam, vormen in inhoud["groepen"].items()}
    for vragen in inhoud["vragen"]:
        if vragen["onderwerp"] not in onderwerpen():
            raise KennisOnjuist(f"knowledge/zoeken/niet_delen.toml: {vragen['onderwerp']}")
    return _Vormen(
        tuple((vragen["onderwerp"], _vorm(vragen, groepen)) for vragen in inhoud["vragen"]),
        tuple(_vorm(vragen, groepen) for vragen in inhoud["praktisch"]),
    )


def _vorm(vragen: dict[str, Any], groepen: dict[str, str]) -> _Vorm:
    past, niet = (
        re.compile("|".join(_patroon(p, groepen) for p in vragen[naam]))
        for naam in ("patronen", "niet")
    )
    return _Vorm(past, niet)


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
    """Return an alternation of words or rows of words, in the form that `woorden` gives them.

    A form that begins with `*` is any word that ends so, as compounds do: `*verlof`.
    """
    return f"(?:{'|'.join(_vorm_van(vorm) for vorm in vormen)})"


def _vorm_van(vorm: str) -> str:
    begin = r"\S*" if vorm.startswith("*") else ""
    return begin + re.escape(" ".join(woorden(vorm)))
