"""Post: hoe een kanaal dat later bezorgt, van een beeld berichten maakt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.opslag.uitgaand import Uitgaand
from bot.terzijde import terzijde
from dialogs.beeld import Beeld
from dialogs.dossier import Dossier
from dialogs.procedure.plek import plek


@dataclass(frozen=True, slots=True)
class Post:
    """Where the reply to one message goes."""

    maak: Callable[[Beeld], Sequence[Uitgaand]]
    """Makes what goes out for a picture, in order. Pure: it may run outside the loop."""
    meegelezen: bool = False
    """Others read along there, so the reply keeps the young person out of it."""


async def op_post(post: Post | None, beeld: Beeld, dossier: Dossier | None) -> tuple[Uitgaand, ...]:
    """Return what goes out for this picture; nothing where the channel shows it itself.

    Args:
        post: of the channel; None when it shows the picture as long as the turn lasts.
        beeld: what is said and asked.
        dossier: as it is stored. Its question counts as shown once the last message has arrived.
    """
    if post is None:
        return ()

    def maak() -> tuple[Uitgaand, ...]:
        uit = tuple(post.maak(beeld))
        if not uit or dossier is None:
            return uit
        return (*uit[:-1], replace(uit[-1], toont=plek(dossier)))

    return await terzijde(maak)
