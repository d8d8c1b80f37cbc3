"""Wat je te zien krijgt: één onderwerp als het duidelijk is, anders een lijst om uit te kiezen."""

from __future__ import annotations

from typing import Final, NamedTuple

from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.model import Onderwerp
from knowledge.zoeken import HOOGSTENS, Treffer, in_de_buurt, zoek
from knowledge.zoeken.niet_delen import niet_delen
from knowledge.zoeken.vergelijken import van_alles, vraagt_verschil

_VOORSPRONG: Final = 1.1


class Antwoord(NamedTuple):
    """What looking up gave: the topic to show, and what else there is.

    `onderwerp` None: no single topic stands out. `treffers` empty: nothing answers the question,
    and `buurt` holds what comes nearest.
    """

    onderwerp: Onderwerp | None
    treffers: tuple[Treffer, ...]
    """What else was found, best first."""
    buurt: tuple[Treffer, ...] = ()
    vergelijkt: bool = False
    """Old beside new was asked, and the topic has both."""
    niet_delen: bool = False
    """The question is about noting, inspecting, keeping or erasing: there is nothing to weigh."""


def antwoord(vraag: str) -> Antwoord:
    """Look up what answers a question."""
    treffers = tuple(zoek(vraag, HOOGSTENS))
    if not treffers:
        return Antwoord(None, (), buurt=tuple(in_de_buurt(vraag)))
    if not _springt_eruit(treffers):
        return Antwoord(None, treffers)
    onderwerp = onderwerpen()[treffers[0].id]
    return Antwoord(
        onderwerp,
        treffers[1:],
        vergelijkt=_vergelijkt(onderwerp, vraag),
        niet_delen=niet_delen(vraag) == onderwerp.id,
    )


def _springt_eruit(treffers: tuple[Treffer, ...]) -> bool:
    """Tell whether the first is clearly ahead; what both still miss is what tells them apart."""
    if len(treffers) == 1:
        return True
    eerste, tweede = treffers[0].score, treffers[1].score
    return bool(1 - eerste <= (1 - tweede) ** _VOORSPRONG)


def _vergelijkt(onderwerp: Onderwerp, vraag: str) -> bool:
    """Tell whether the question asks for old beside new, and the topic has both."""
    if not onderwerp.verschillen or onderwerp.soort == "wetswijziging":
        return False
    return vraagt_verschil(vraag) or bool(van_alles(vraag))
