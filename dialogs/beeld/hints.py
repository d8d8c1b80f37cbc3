"""Hints bij 'wat is nodig': per gegeven wat minder zou kunnen zijn, met de bron."""

from __future__ import annotations

from typing import Final

from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.stukken.markdown import veilig
from dialogs.teksten import tabel, tekst
from dialogs.teksten.woorden import bevat
from dialogs.weergave import bronnen_in_woorden, opsomming
from knowledge.bronnen import bronnen

HINTS: Final = (
    "behandeling",
    "strafbaar",
    "bijzonder",
    "stage",
    "uitslag",
    "verslag",
    "contact",
    "thuis",
    "verzuim",
    "cijfers",
    "geld",
)
"""What is sensitive first, then by what the item is called."""

_HOOGSTENS: Final = 2
_GEDEKT: Final = {"uitslag": "verslag", "stage": "verslag"}
"""A hint that says already what another would say."""


def bij_nodig(dossier: Dossier) -> str | None:
    """Return the hints for the items of this dossier, as a list; None when there are none."""
    per_hint: dict[str, list[str]] = {}
    for naam in feitenblad.namen(dossier):
        for hint in _van(dossier, naam):
            per_hint.setdefault(hint, []).append(naam)
    if not per_hint:
        return None
    regels = [_regel(dossier, hint, per_hint[hint]) for hint in HINTS if hint in per_hint]
    return tekst("hints.kop", lijst="\n".join(regels))


def _van(dossier: Dossier, naam: str) -> list[str]:
    soorten = feitenblad.waarde(dossier, Keer(VRAGEN["soort"], gegeven=naam).sleutel) or ()
    passend = [
        hint
        for hint in HINTS
        if not set(tabel(f"hints.{hint}").get("soorten", ())).isdisjoint(soorten)
        or bevat(naam, tabel("gegevenswoorden").get(hint, ()))
    ]
    gedekt = {_GEDEKT[hint] for hint in passend if hint in _GEDEKT}
    return [hint for hint in passend if hint not in gedekt][:_HOOGSTENS]


def _regel(dossier: Dossier, hint: str, namen: list[str]) -> str:
    dag = feitenblad.datum(dossier)
    alle = [bronnen()[id_] for id_ in tabel(f"hints.{hint}")["bronnen"]]
    return tekst(
        "hints.regel",
        gegevens=opsomming(map(veilig, namen)),
        hint=tekst(f"hints.{hint}.zin"),
        bronnen=bronnen_in_woorden([bron for bron in alle if bron.geldt_op(dag)] or alle),
    )
