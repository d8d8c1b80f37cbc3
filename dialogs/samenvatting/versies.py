"""Versies van een bewaarde weging: haar kenmerk, wat zij vervangt, en wat er anders is.

The first version is `WW-2026-0001`, the next one `WW-2026-0001-v2`. Each is a record of its own
with a receipt of its own, and names the receipt of the one it replaces, so that the chain can be
checked from the last to the first.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from dialogs.samenvatting import GesteldeVraag, Samenvatting, Verandering, Vervangt
from dialogs.teksten import tekst

_VORM: Final = re.compile(r"(?P<basis>WW-\d{4}-\d+)(?:-v(?P<versie>\d+))?", re.ASCII)
_VANZELF_ANDERS: Final = ("leeftijd", "maanden_sinds_uitstroom")
REDENEN: Final = ("besluit", "toestemming", "geweigerd", "nieuw", "fout")
"""Why a kept weighing is kept again; anybody may also say it in own words."""


def basis(kenmerk: str) -> str:
    """Return the reference that all versions of a weighing share."""
    vorm = _VORM.fullmatch(kenmerk)
    return kenmerk if vorm is None else vorm["basis"]


def nummer(kenmerk: str) -> int:
    """Return which version a reference is of, from 1."""
    vorm = _VORM.fullmatch(kenmerk)
    return 1 if vorm is None else int(vorm["versie"] or 1)


def volgende(kenmerk: str) -> str:
    """Return the reference of the version after this one."""
    return f"{basis(kenmerk)}-v{nummer(kenmerk) + 1}"


def vorige(kenmerk: str) -> str | None:
    """Return the reference of the version before this one; None before the first."""
    eerder = nummer(kenmerk) - 1
    if eerder < 1:
        return None
    return basis(kenmerk) if eerder == 1 else f"{basis(kenmerk)}-v{eerder}"


def laatste(kenmerk: str, alle: Iterable[str]) -> str | None:
    """Return the last version there is of the weighing of this reference; None without any."""
    van_deze = [ander for ander in alle if basis(ander) == basis(kenmerk)]
    return max(van_deze, key=nummer, default=None)


def redenen() -> dict[str, str]:
    """Return the reasons to pick from: what each says, and its label."""
    zinnen = {reden: tekst(f"versies.reden_{reden}") for reden in REDENEN}
    return {tekst("versies.opdracht", reden=zin): zin for zin in zinnen.values()}


def vervangt(vorige: Mapping[str, Any], kenmerk: str, nu: Samenvatting, reden: str) -> Vervangt:
    """Return what a next version says of the one it replaces.

    Args:
        vorige: the record of the version before, as it was kept.
        kenmerk: the reference of that one.
        nu: the record of now.
        reden: why it is kept again.
    """
    try:
        toen = Samenvatting.model_validate(vorige)
    except ValueError:  # an old or damaged record: it is replaced all the same
        return Vervangt(kenmerk=kenmerk, sha256=None, reden=reden)
    bewijs = toen.ontvangstbewijs
    return Vervangt(
        kenmerk=kenmerk,
        sha256=None if bewijs is None else bewijs.sha256,
        reden=reden,
        veranderd=(veranderd := tuple(_veranderd(toen, nu))),
        gezegd_op=_gezegd_op(toen, {v.sleutel for v in veranderd}),
    )


def _gezegd_op(toen: Samenvatting, anders: Collection[str]) -> dict[str, dt.date]:
    eerder = {} if toen.vervangt is None else toen.vervangt.gezegd_op
    return {
        feit: eerder.get(feit, toen.datum_weging) for feit in _VANZELF_ANDERS if feit not in anders
    }


def _veranderd(toen: Samenvatting, nu: Samenvatting) -> Iterator[Verandering]:
    was, werd = ({v.sleutel: v for v in _alles(s)} for s in (toen, nu))
    for sleutel in dict.fromkeys((*was, *werd)):
        oud, nieuw = was.get(sleutel), werd.get(sleutel)
        if (oud and oud.antwoord) != (nieuw and nieuw.antwoord):
            vraag = nieuw or oud
            assert vraag is not None  # noqa: S101 - one of both has this key
            yield Verandering(
                sleutel=sleutel,
                vraag=vraag.vraag,
                was=None if oud is None else oud.antwoord,
                werd=None if nieuw is None else nieuw.antwoord,
            )


def _alles(s: Samenvatting) -> Iterator[GesteldeVraag]:
    """Yield the questions, and what was filled in after the verdict."""
    yield from gesteld(s)
    for r in s.aanvulling or ():
        if r.antwoord is not None:
            yield GesteldeVraag(sleutel=r.sleutel, vraag=r.naam, antwoord=r.antwoord)


def gesteld(s: Samenvatting) -> Iterator[GesteldeVraag]:
    """Yield every question of a record with its answer."""
    yield from s.vooraf
    for doel in s.doelen:
        for stap in doel.stappen:
            yield from stap.vragen
    yield from s.altijd


def schakel(s: Samenvatting, vorige: Mapping[str, Any] | None) -> bool | None:
    """Tell whether the version before is the one this record names; None where nothing tells."""
    if s.vervangt is None or s.vervangt.sha256 is None or vorige is None:
        return None
    bewijs = vorige.get("ontvangstbewijs")
    return isinstance(bewijs, Mapping) and bewijs.get("sha256") == s.vervangt.sha256
