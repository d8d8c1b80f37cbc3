"""Wat je te zien krijgt: één onderwerp als het duidelijk is, anders een lijst om uit te kiezen."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from knowledge.data import lees_toml
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.model import Onderwerp
from knowledge.onderwerpen.weergave import pagina, vergelijking
from knowledge.teksten import tekst
from knowledge.zoeken import HOOGSTENS, Treffer, in_de_buurt, zoek
from knowledge.zoeken.woorden import woorden

_VOORSPRONG: Final = 1.1


class Antwoord(NamedTuple):
    """What looking up gave: the topic to show, and what else there is.

    `onderwerp` None: no single topic stands out. `treffers` empty: nothing answers the question,
    and `buurt` holds what comes nearest.
    """

    onderwerp: Onderwerp | None
    bladzijde: str
    """The page of the topic, in light Markdown; old beside new where that was asked."""
    treffers: tuple[Treffer, ...]
    """What else was found, best first."""
    buurt: tuple[Treffer, ...] = ()
    vergelijkt: bool = False
    """The page holds old beside new."""


def antwoord(vraag: str) -> Antwoord:
    """Look up what answers a question."""
    treffers = tuple(zoek(vraag, HOOGSTENS))
    if not treffers:
        return Antwoord(None, "", (), tuple(in_de_buurt(vraag)))
    if not _springt_eruit(treffers):
        return Antwoord(None, "", treffers)
    onderwerp = onderwerpen()[treffers[0].id]
    naast = (
        bool(onderwerp.verschillen) and onderwerp.soort != "wetswijziging" and _vergelijkt(vraag)
    )
    bladzijde = vergelijking(onderwerp) if naast else pagina(onderwerp)
    return Antwoord(onderwerp, bladzijde, treffers[1:], vergelijkt=naast)


def als_tekst(gevonden: Antwoord) -> str:
    """Return an answer as one text in light Markdown."""
    if not gevonden.treffers and gevonden.onderwerp is None:
        delen = [tekst("zoeken.niets"), *_lijst("in_de_buurt", gevonden.buurt)]
    elif gevonden.onderwerp is None:
        delen = _lijst("gevonden", gevonden.treffers)
    else:
        delen = [gevonden.bladzijde, *_lijst("ook", gevonden.treffers)]
    return "\n\n".join(delen)


def _lijst(kop: str, treffers: tuple[Treffer, ...]) -> list[str]:
    if not treffers:
        return []
    regels = (
        tekst("zoeken.regel").format(naam=o.naam, kort=o.kort.tekst)
        for o in (onderwerpen()[treffer.id] for treffer in treffers)
    )
    return [f"**{tekst(f'zoeken.{kop}')}**", "\n".join(regels)]


def _springt_eruit(treffers: tuple[Treffer, ...]) -> bool:
    """Tell whether the first is clearly ahead; what both still miss is what tells them apart."""
    if len(treffers) == 1:
        return True
    eerste, tweede = treffers[0].score, treffers[1].score
    return bool(1 - eerste <= (1 - tweede) ** _VOORSPRONG)


def _vergelijkt(vraag: str) -> bool:
    """Tell whether the question asks for old beside new."""
    rij = f" {' '.join(woorden(vraag))} "
    return any(f" {vorm} " in rij for vorm in _vergelijkwoorden())


@cache
def _vergelijkwoorden() -> tuple[str, ...]:
    return tuple(lees_toml("zoeken/taal.toml")["vergelijken"]["woorden"])
