"""Waarom het oordeel is zoals het is: de regels, waar ze op rusten, en wat het anders zou maken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dialogs.beeld.gezegd import Gevolg
from dialogs.dossier import Dossier, feitenblad
from dialogs.procedure.bord import Bord
from dialogs.procedure.overzicht import borden
from dialogs.teksten import tekst
from dialogs.weergave import bronnen_in_woorden, kantelpunt_in_woorden, kort, uitspraak
from knowledge.beslissing import Oordeel
from knowledge.teksten import tekst as kennistekst
from knowledge.uitkomst import Uitkomst

_REGELS: Final = 2
"""How many rules to name as the reason."""
_KANTELPUNTEN: Final = 3


def waarom_dit_oordeel(dossier: Dossier) -> Gevolg:
    """Say which rules carry the verdict, on what facts and sources, and what would change it."""
    meer = len(feitenblad.doelen(dossier)) > 1
    delen = [deel for bord in borden(dossier) for deel in _per_doel(bord, meer=meer)]
    return Gevolg(alineas=tuple(delen))


def redenen(uit: Uitkomst) -> str:
    """Return the rules that carry a verdict, with their names; empty when there is none."""
    regels = uit.regels[:_REGELS]
    return " ".join(f"{kennistekst(f'regels.{regel}')} ({regel})" for regel in regels)


def bron(uit: Uitkomst) -> str:
    """Return where a verdict rests on, in one line; empty without a source."""
    if not uit.bronnen:
        return ""
    return tekst("gesprek.bron_regel", bronnen=bronnen_in_woorden(uit.bronnen))


def _per_doel(bord: Bord, *, meer: bool) -> Iterator[str]:
    uit = bord.volledig
    kop = f"{kort('doel', bord.doel)}: " if bord.doel and meer else ""
    yield tekst("uitleg.kop", doel=kop, oordeel=uitspraak(bord, uit))
    feiten = dict.fromkeys(feit for spoor in uit.spoor[:_REGELS] for feit in spoor.feiten)
    if waarom := redenen(uit):
        yield tekst("uitleg.want", regels=waarom)
    if feiten:
        yield tekst("uitleg.feiten", feiten="; ".join(feiten))
    anders = dict.fromkeys(g.reden for g in uit.gegevens if g.oordeel is not uit.oordeel)
    yield from anders
    if waar := bron(uit):
        yield waar
    punten = [p for p in uit.kantelpunten if p.oordeel is not Oordeel.MAG_NIET][:_KANTELPUNTEN]
    if punten:
        lijst = "\n".join(f"- {kantelpunt_in_woorden(punt)}" for punt in punten)
        yield tekst("uitleg.anders", lijst=lijst)
