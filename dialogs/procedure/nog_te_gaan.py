"""Nog te gaan: ongeveer hoeveel vragen er nog komen, als dat al te zeggen is.

The rest of the conversation is walked with answers that lead far apart. Where all of these come to
about as many messages that is how many are left; else nobody knows yet, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Any, Final

from pydantic import ValidationError

from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import Keer, Vraagsoort
from dialogs.dossier.wacht import BEGREPEN, OpVraag
from dialogs.procedure import plaats
from dialogs.procedure.antwoorden import met_waarden
from dialogs.procedure.bundels import bundel_van
from dialogs.procedure.geheugen import eens_per_dossier

_VANAF: Final = 2
"""In stap 1 the ground is still to be found: how many questions that takes, nobody can say."""
_VERSCHIL: Final = 2
"""Ways that differ by no more than so many messages are about as long."""
_VERDER, _STOPT, _ONBEKEND = range(3)
"""Answers that go far, that stop soonest, and that nobody knows."""
_VER: Final = 12
"""No walk goes farther than so many messages: what then is left, nobody can say."""


def nog_te_gaan(dossier: Dossier) -> int | None:
    """Return about how many messages are still to be answered, this one included.

    None as long as that depends on the answers, or while something waits to be confirmed.
    """
    gesteld = dossier.stand.gesteld
    if isinstance(gesteld, OpVraag) and gesteld.wijzigt:
        return None
    try:
        return _tel(dossier)
    except ValidationError:
        # An answer is no value of its fact: whoever weighs says so, a picture needs no count.
        return None


@eens_per_dossier
def _tel(dossier: Dossier) -> int | None:
    waar = plaats(dossier)
    if waar.keer is None or waar.stap.nummer < _VANAF or waar.keer.vraag.id == BEGREPEN:
        return None
    alle: list[int] = []
    for hoe in (_STOPT, _ONBEKEND, _VERDER):
        # The shortest first: the others need not be walked farther than where they differ too much.
        hoogstens = min(_VER, min(alle, default=_VER) + _VERSCHIL)
        aantal = _loop(dossier, hoe, hoogstens)
        if aantal is None:
            return None
        alle.append(aantal)
    return None if max(alle) - min(alle) > _VERSCHIL else round(median(alle))


def _loop(dossier: Dossier, hoe: int, hoogstens: int) -> int | None:
    """Return how many messages it takes to the end with answers of one sort; None when more."""
    for aantal in range(hoogstens + 1):
        waar = plaats(dossier)
        if waar.keer is None:
            return aantal
        keren = waar.samen or (waar.keer,)
        bundel = bundel_van(waar.keer) if len(waar.samen) > 1 else None
        if bundel is not None:
            dossier = dossier.gevraagd_in(bundel.id)
        waarden = dict(_waarden(keren, dossier, hoe))
        dossier = met_waarden(dossier, waarden, bundel=bundel is not None)
    return None


def _waarden(keren: tuple[Keer, ...], dossier: Dossier, hoe: int) -> Iterator[tuple[Keer, Any]]:
    for keer in keren:
        yield keer, _waarde(keer, dossier, hoe)


def _waarde(keer: Keer, dossier: Dossier, hoe: int) -> Any:
    """Return the answer of this sort to a question."""
    vraag = keer.vraag
    if hoe == _ONBEKEND and vraag.onbekend_mag:
        return None
    eerste = hoe != _STOPT
    match vraag.soort:
        case Vraagsoort.JA_NEE:
            return eerste
        case Vraagsoort.SELECTIE:
            return list(feitenblad.namen(dossier)) if eerste else []
        case Vraagsoort.KEUZE:
            keuzes = list(vraag.keuzes)
            return keuzes[0] if eerste else keuzes[-1]
        case Vraagsoort.MEERKEUZE:
            return list(vraag.keuzes)[:1]
        case Vraagsoort.GETAL:
            return int(vraag.voorbeelden[0 if eerste else -1])
        case Vraagsoort.DATUM:
            return feitenblad.datum(dossier).isoformat()
        case Vraagsoort.GEGEVENS:
            return list(feitenblad.namen(dossier)) or [vraag.id]
        case Vraagsoort.TEKST:
            return vraag.id
