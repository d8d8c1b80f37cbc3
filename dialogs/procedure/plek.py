"""Welke vraag openstaat: wat we het laatst vroegen, zolang de procedure daar nog op wacht."""

from __future__ import annotations

import hashlib
from typing import Final

from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import Keer, keer_van
from dialogs.dossier.wacht import (
    BEGREPEN,
    OpBegrepen,
    OpBundel,
    OpSlot,
    OpTwijfel,
    OpVraag,
    Stelt,
    Zijpad,
)
from dialogs.procedure import Plaats, plaats
from dialogs.procedure.bundels import bundel_van

_NIET: Final = {"misverstaan": True, "welke_niet": True}
"""What is asked stays the same, however often the reply was not understood."""


def wacht_op(dossier: Dossier, waar: Plaats) -> Stelt:
    """Return what the procedure asks now."""
    if waar.keer is None:
        return OpSlot()
    if waar.keer.vraag.id == BEGREPEN:
        return OpTwijfel() if dossier.stand.twijfel else OpBegrepen()
    if len(waar.samen) > 1 and bundel_van(waar.keer) is not None:
        samen_ = tuple(keer.sleutel for keer in waar.samen)
        return OpBundel(vraag=waar.keer.sleutel, vragen=samen_)
    return OpVraag(vraag=waar.keer.sleutel)


def gevraagd(dossier: Dossier, waar: Plaats) -> Keer | None:
    """Return the question a reply answers: the one last asked, if it is still open."""
    gesteld = dossier.stand.gesteld
    sleutel = dossier.stand.vraag
    keer = keer_van(sleutel) if sleutel is not None else None
    if keer is None or not feitenblad.gaat_over(dossier, keer):
        return None
    if isinstance(gesteld, OpVraag) and gesteld.wijzigt:
        return keer
    return keer if waar.keer == keer else None


def samen(dossier: Dossier, waar: Plaats) -> tuple[Keer, ...]:
    """Return the bundle a reply answers; empty when one question was asked."""
    gesteld = dossier.stand.gesteld
    hier = waar.keer is not None and dossier.stand.vraag == waar.keer.sleutel
    wijzigt = isinstance(gesteld, OpVraag) and gesteld.wijzigt
    return waar.samen if hier and not wijzigt and len(waar.samen) > 1 else ()


def met_hele_bundel(dossier: Dossier) -> Dossier:
    """Return the dossier waiting for a whole bundle, of which only one question was stored.

    A version before this one kept no more of it. What is shown and what is understood are one.
    """
    if not isinstance(dossier.stand.gesteld, OpVraag):
        return dossier
    waar = plaats(dossier)
    return eronder(dossier, wacht_op(dossier, waar)) if samen(dossier, waar) else dossier


def terug(dossier: Dossier) -> Stelt:
    """Return what to come back to: what was asked, or what is asked now that it fell away.

    It does when the law changes while a conversation lies still.
    """
    waar = plaats(dossier)
    vervallen = dossier.stand.vraag is not None and gevraagd(dossier, waar) is None
    return wacht_op(dossier, waar) if vervallen else dossier.stand.gesteld


def eronder(dossier: Dossier, stelt: Stelt) -> Dossier:
    """Return the dossier with this asked, under the list or the confirmation that is open."""
    wacht = dossier.stand.wacht
    if isinstance(wacht, Zijpad):
        return dossier.wachtend(wacht.model_copy(update={"terug": stelt}))
    return dossier.wachtend(stelt)


def huidige(dossier: Dossier) -> Keer | None:
    """Return the question to come back to: the one asked, or else the one that is open."""
    waar = plaats(dossier)
    return gevraagd(dossier, waar) or waar.keer


def plek(dossier: Dossier) -> str:
    """Return a mark of what is asked now, to tell a late answer from an answer to this question.

    It changes with every answer and with whatever else is asked, so that what was filled in on an
    earlier picture never lands on a later one. It holds no words of anybody.
    """
    stand = dossier.stand
    hier = stand.wacht.model_dump_json(exclude={**_NIET, "terug": _NIET})
    bij: tuple[str, ...] = ()
    if stand.vraag == BEGREPEN:
        bij = tuple(
            f"{v.sleutel} {v.waarde!r}" for v in (*stand.voorgesteld, *sum(stand.twijfel, ()))
        )
    wat = "\n".join((dossier.id, hier, str(len(dossier.geschiedenis)), *bij))
    return hashlib.sha256(wat.encode()).hexdigest()[:20]
