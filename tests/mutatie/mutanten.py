"""Make mutants: knowledge in which one small thing is wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from knowledge.atomen import Geldig
from knowledge.beslissing import Oordeel
from knowledge.condities import NOOIT, Conditie
from knowledge.kennis import Kennis
from knowledge.regels.basis import Grondslag, Regel, Rol
from knowledge.termijnen import Periode, Termijn
from tests.mutatie.delen import Plek, plekken, toetsen_van, veranderd
from tests.mutatie.gelijk import kan_verschillen
from tests.mutatie.vervangen import deel_vervangen, met_periode, regel_vervangen

_EEN_DAG: Final = dt.timedelta(days=1)
_TEKSTVELDEN: Final = ("voorwaarden", "acties", "let_op")


@dataclass(frozen=True, eq=False)
class Mutant:
    """One wrong knowledge: where it differs, how, and the knowledge itself when asked for."""

    plek: str
    wat: str
    maak: Callable[[], Kennis]
    was_wordt: tuple[Conditie, Conditie] | None = None
    """The one condition that is another, where that is all."""

    @property
    def id(self) -> str:
        """The name under which it is reported and remembered."""
        return f"{self.plek}: {self.wat}"

    def kan_verschillen(self) -> bool:
        """Tell whether there is a situation in which what is different says something else."""
        return self.was_wordt is None or kan_verschillen(*self.was_wordt)


def mutanten(kennis: Kennis) -> Iterator[Mutant]:
    """Yield every mutant of this knowledge; the names are unique and stay the same."""
    gezien: dict[str, int] = {}
    for maker in (_condities, _regels, _besluiten, _rangorde, _termijnen, _overig):
        for mutant in maker(kennis):
            aantal = gezien[mutant.id] = gezien.get(mutant.id, 0) + 1
            yield mutant if aantal == 1 else replace(mutant, wat=f"{mutant.wat} ({aantal})")


# --- voorwaarden ------------------------------------------------------------------------------


def _condities(kennis: Kennis) -> Iterator[Mutant]:
    for plek in plekken(kennis):
        for wat, nieuw in veranderd(plek.conditie):
            maak = _deel(kennis, plek, nieuw)
            yield Mutant(plek.naam, wat, maak, (plek.conditie, nieuw))


def _deel(kennis: Kennis, plek: Plek, nieuw: Conditie) -> Callable[[], Kennis]:
    return lambda: deel_vervangen(kennis, plek.conditie, nieuw)


# --- regels -----------------------------------------------------------------------------------


def _regels(kennis: Kennis) -> Iterator[Mutant]:
    for regel in kennis.regels:
        for wat, nieuw in _andere_regels(regel):
            paar = None
            if nieuw is not None and nieuw.geldig is not regel.geldig:
                paar = regel.van_toepassing, nieuw.van_toepassing
            yield Mutant(regel.id, wat, _regel(kennis, regel, nieuw), paar)


def _regel(kennis: Kennis, oud: Regel, nieuw: Regel | None) -> Callable[[], Kennis]:
    return lambda: regel_vervangen(kennis, oud, nieuw)


def _andere_regels(regel: Regel) -> Iterator[tuple[str, Regel | None]]:
    yield "regel weg", None
    for wat, geldig in _perioden(regel.geldig):
        yield f"geldig {wat}", met_periode(regel, geldig)
    if regel.grondslag is not None:
        gronden = tuple(Grondslag)
        ander = gronden[(gronden.index(regel.grondslag) + 1) % len(gronden)]
        yield f"grondslag wordt {ander}", replace(regel, grondslag=ander)
    if regel.alternatief is not None:
        yield "alternatief weg", replace(regel, alternatief=None)
    if regel.rol is Rol.BIJ:
        anders = not regel.ook_bij_onbekend
        yield "ook_bij_onbekend omgekeerd", replace(regel, ook_bij_onbekend=anders)
    for veld in _TEKSTVELDEN:
        sleutels: tuple[str, ...] = getattr(regel, veld)
        for sleutel in sleutels:
            over = tuple(s for s in sleutels if s != sleutel)
            yield f"{veld} zonder {sleutel}", replace(regel, **{veld: over})  # type: ignore[arg-type]


def _perioden(geldig: Geldig) -> Iterator[tuple[str, Geldig]]:
    van, tot = geldig.van, geldig.tot_en_met
    if van is not None:
        yield "een dag eerder", Geldig(van - _EEN_DAG, tot)
        yield "een dag later", Geldig(van + _EEN_DAG, tot)
        yield "zonder begin", Geldig(None, tot)
    if tot is not None:
        yield "een dag korter", Geldig(van, tot - _EEN_DAG)
        yield "een dag langer", Geldig(van, tot + _EEN_DAG)
        yield "zonder einde", Geldig(van, None)


# --- beslissing -------------------------------------------------------------------------------


def _besluiten(kennis: Kennis) -> Iterator[Mutant]:
    rij = kennis.besluiten
    for plaats, besluit in enumerate(rij):
        naam = f"besluit {plaats + 1} {besluit.reden}"
        for ander in Oordeel:
            if ander not in (besluit.oordeel, Oordeel.ONVOLLEDIG):
                nieuw = (*rij[:plaats], besluit._replace(oordeel=ander), *rij[plaats + 1 :])
                yield Mutant(naam, f"oordeel wordt {ander}", _met(kennis, besluiten=nieuw))
        if plaats < len(rij) - 1:
            zonder = (*rij[:plaats], *rij[plaats + 1 :])
            yield Mutant(naam, "besluit weg", _met(kennis, besluiten=zonder))
    for plaats, (een, ander_) in enumerate(list(pairwise(rij))[:-1]):
        nieuw = (*rij[:plaats], ander_, een, *rij[plaats + 2 :])
        yield Mutant(
            f"besluit {plaats + 1} {een.reden}", "na het volgende", _met(kennis, besluiten=nieuw)
        )


def _rangorde(kennis: Kennis) -> Iterator[Mutant]:
    for plaats, (hoog, laag) in enumerate(pairwise(kennis.voorrang)):
        rij = [*kennis.voorrang]
        rij[plaats : plaats + 2] = laag, hoog
        yield Mutant("VOORRANG", f"{laag} voor {hoog}", _met(kennis, voorrang=tuple(rij)))
    for eerste, tweede in pairwise(kennis.gronden):
        regels = list(kennis.regels)
        i, j = regels.index(eerste), regels.index(tweede)
        regels[i], regels[j] = tweede, eerste
        wat = f"grond {tweede.id} voor {eerste.id}"
        # Where the two never hold together, their order says nothing.
        samen = eerste.geeft_grond & tweede.geeft_grond
        yield Mutant("volgorde", wat, _met(kennis, regels=tuple(regels)), (samen, NOOIT))


# --- termijnen en de rest -----------------------------------------------------------------------


def _termijnen(kennis: Kennis) -> Iterator[Mutant]:
    for termijn in kennis.termijnen.values():
        for nummer, periode in enumerate(termijn.perioden):
            for wat, anders in _andere_perioden(periode):
                perioden = (*termijn.perioden[:nummer], anders, *termijn.perioden[nummer + 1 :])
                nieuw = replace(termijn, perioden=perioden)
                maak = _met_termijn(kennis, termijn, nieuw)
                yield Mutant(f"termijn {termijn.id} ({periode.van})", wat, maak)


def _andere_perioden(periode: Periode) -> Iterator[tuple[str, Periode]]:
    for verschil in (-1, 1):
        anders = replace(periode, waarde=periode.waarde + verschil)
        yield f"{periode.waarde} wordt {anders.waarde}", anders
    yield "begint een dag later", replace(periode, van=periode.van + _EEN_DAG)
    if periode.tot_en_met is not None:
        yield "eindigt een dag eerder", replace(periode, tot_en_met=periode.tot_en_met - _EEN_DAG)


def _met_termijn(kennis: Kennis, oud: Termijn, nieuw: Termijn) -> Callable[[], Kennis]:
    def maak() -> Kennis:
        anders = replace(kennis, termijnen={**kennis.termijnen, oud.id: nieuw})
        for atoom in toetsen_van(kennis, oud):
            anders = deel_vervangen(anders, atoom, replace(atoom, grens=nieuw))
        return anders

    return maak


def _overig(kennis: Kennis) -> Iterator[Mutant]:
    for verschil, wat in ((-_EEN_DAG, "een dag eerder"), (_EEN_DAG, "een dag later")):
        yield Mutant("nieuw_vanaf", wat, _met(kennis, nieuw_vanaf=kennis.nieuw_vanaf + verschil))
    for botsing in kennis.botsingen:
        over = tuple(b for b in kennis.botsingen if b is not botsing)
        yield Mutant(f"botsing {botsing.id}", "botsing weg", _met(kennis, botsingen=over))
    for gevolg in kennis.volgt_uit:
        naam = f"gevolg {gevolg.feit}"
        rest = tuple(g for g in kennis.volgt_uit if g is not gevolg)
        yield Mutant(naam, "gevolg weg", _met(kennis, volgt_uit=rest))
        andersom = (*rest, gevolg._replace(waarde=not gevolg.waarde))
        yield Mutant(naam, "andersom", _met(kennis, volgt_uit=andersom))


def _met(kennis: Kennis, **anders: object) -> Callable[[], Kennis]:
    return lambda: replace(kennis, **anders)  # type: ignore[arg-type]
