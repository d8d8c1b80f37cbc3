"""The parts of conditions, and what could be wrong with each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from knowledge.atomen import Bevat, EenVan, Geldig, Vergelijk, Vergelijking
from knowledge.condities import ALTIJD, Alle, Atoom, Conditie, Een, Niet
from knowledge.feit import UITKOMSTFEITEN
from knowledge.feiten import FEITEN
from knowledge.gevallen import UITKOMSTEN
from knowledge.kennis import Kennis
from knowledge.regels import begrippen
from knowledge.termijnen import Termijn

_NAAST: Final[dict[Vergelijking, Vergelijking]] = {"<": "<=", "<=": "<", ">=": ">", ">": ">="}


class Plek(NamedTuple):
    """A part that can be replaced: a composed condition, or the only test of a rule."""

    naam: str
    conditie: Conditie


def plekken(kennis: Kennis) -> Iterator[Plek]:
    """Yield every part once, under the name of where it is declared or first used."""
    gezien: set[int] = set()
    van_regel = {id(r.geeft_grond): f"{r.id} (grond)" for r in kennis.regels}
    van_regel |= {id(r.van_toepassing): f"{r.id} (van toepassing)" for r in kennis.regels}
    for naam, conditie in _bovenaan(kennis):
        if isinstance(conditie, Atoom | Niet) and id(conditie) not in gezien:
            gezien.add(id(conditie))
            yield Plek(_begrip(conditie) or naam, conditie)
        for deel in _samengestelde_delen(conditie):
            if id(deel) not in gezien:
                gezien.add(id(deel))
                yield Plek(_begrip(deel) or van_regel.get(id(deel), naam), deel)


def _bovenaan(kennis: Kennis) -> Iterator[tuple[str, Conditie]]:
    for regel in kennis.regels:
        yield regel.id, regel.als
        yield f"{regel.id} (mits)", regel.mits
    for gevolg in kennis.volgt_uit:
        yield f"gevolg {gevolg.feit}", gevolg.als
    for botsing in kennis.botsingen:
        yield f"botsing {botsing.id}", botsing.als
    # What the periods of rules are inside the decision is changed with the rule itself.
    yield from kennis.afgeleid.items()
    for plaats, besluit in enumerate(kennis.besluiten, start=1):
        yield f"besluit {plaats} {besluit.reden}", besluit.als


def _samengestelde_delen(conditie: Conditie) -> Iterator[Conditie]:
    if isinstance(conditie, Niet):
        yield from _samengestelde_delen(conditie.deel)
    elif isinstance(conditie, Alle | Een):
        if conditie.delen:
            yield conditie
        for deel in conditie.delen:
            yield from _samengestelde_delen(deel)


def _begrip(conditie: Conditie) -> str | None:
    for naam, waarde in vars(begrippen).items():
        if waarde is conditie:
            return f"begrip {naam}"
    return None


def toetsen_van(kennis: Kennis, termijn: Termijn) -> tuple[Vergelijk, ...]:
    """Return every test against a term of law."""
    gevonden = {
        id(atoom): atoom
        for _, conditie in _bovenaan(kennis)
        for atoom in conditie.atomen()
        if isinstance(atoom, Vergelijk) and atoom.grens is termijn
    }
    return tuple(gevonden.values())


def veranderd(conditie: Conditie) -> Iterator[tuple[str, Conditie]]:
    """Yield what the condition could be by mistake, each with what is then different."""
    if isinstance(conditie, Atoom | Niet):
        yield f"omgekeerd: {_kort(conditie)}", ~conditie
        yield f"zonder: {_kort(conditie)}", ALTIJD
        yield from _andere_toets(conditie)
        return
    assert isinstance(conditie, Alle | Een)
    soort = type(conditie)
    delen = conditie.delen
    for plaats, deel in enumerate(delen):
        if isinstance(deel, Geldig):
            continue  # the period of a rule is changed with the rule itself
        voor, na = delen[:plaats], delen[plaats + 1 :]
        if voor or na:
            yield f"zonder: {_kort(deel)}", soort((*voor, *na))
        yield f"omgekeerd: {_kort(deel)}", soort((*voor, ~deel, *na))
        for wat, ander in _andere_toets(deel):
            yield wat, soort((*voor, ander, *na))
    if len(delen) > 1:
        wat = "of in plaats van en" if soort is Alle else "en in plaats van of"
        yield f"{wat}: {_kort(conditie)}", (Een if soort is Alle else Alle)(delen)


def _andere_toets(toets: Conditie) -> Iterator[tuple[str, Conditie]]:
    match toets:
        case Niet(Atoom() as binnen):
            yield from ((f"niet: {wat}", ~ander) for wat, ander in _andere_toets(binnen))
        case EenVan() | Bevat():
            yield from _andere_waarden(toets)
        case Vergelijk(naam, teken, grens):
            ander_teken = _NAAST[teken]
            yield f"{ander_teken} in: {toets}", Vergelijk(naam, ander_teken, grens)
            if isinstance(grens, int):
                for anders in (grens - 1, grens + 1):
                    yield f"grens {anders} in: {toets}", Vergelijk(naam, teken, anders)
        case _:
            pass  # a composed part is changed from within


def _andere_waarden(toets: EenVan | Bevat) -> Iterator[tuple[str, Conditie]]:
    if toets.waarden & {True, False}:
        return  # yes or no: the other one is the negation
    soort: Callable[[str, frozenset[Any]], Conditie] = type(toets)
    if len(toets.waarden) > 1:
        for waarde in sorted(toets.waarden, key=str):
            over = toets.waarden - {waarde}
            yield f"{toets.naam} zonder {waarde}: {toets}", soort(toets.naam, over)
    for waarde in _alle_waarden(toets.naam):
        if waarde not in toets.waarden:
            meer = toets.waarden | {waarde}
            yield f"{toets.naam} ook {waarde}: {toets}", soort(toets.naam, meer)


def _alle_waarden(naam: str) -> tuple[str, ...]:
    if naam in UITKOMSTFEITEN:
        return tuple(str(waarde) for waarde in UITKOMSTEN[naam])
    return FEITEN[naam].waarden if naam in FEITEN else ()


def _kort(conditie: Conditie) -> str:
    tekst = str(conditie)
    return tekst if len(tekst) <= 100 else f"{tekst[:97]}..."
