"""Het spoor: op welke feiten een regel rust, in woorden.

For a condition that is waar or onwaar, only the tests that made it so: all parts of an 'and'
that holds, the first part of an 'or' that holds, and the other way round when it fails.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from knowledge.atomen import Bevat, EenVan, Geldig, Vergelijk
from knowledge.condities import Alle, Atoom, Conditie, Een, Niet
from knowledge.feiten import FEITEN, STANDAARD, STANDAARD_VAN_GEGEVEN, Feiten
from knowledge.kennis import Kennis, huidige

_ORGANISATIES: Final = ("van", "naar")
_STANDAARD: Final = {**STANDAARD, **STANDAARD_VAN_GEGEVEN}
_GEEN: Final = object()


def spoor(conditie: Conditie, feiten: Feiten, kennis: Kennis) -> tuple[str, ...]:
    """Return the facts that make a condition what it is, each once, in words."""
    alle = list(_dragend(conditie, feiten))
    # How an unknown is weighed that nobody is asked for is no fact that somebody told.
    gezegd = [
        atoom for atoom in alle if feiten.get(atoom.naam) != _STANDAARD.get(atoom.naam, _GEEN)
    ]
    return tuple(dict.fromkeys(_zin(atoom, feiten, kennis) for atoom in gezegd or alle))


def spoor_per_feit(
    condities: Iterable[Conditie], feiten: Feiten, kennis: Kennis
) -> tuple[str, ...]:
    """Return what these conditions rest on, one sentence for every fact: the last that is said."""
    atomen = {a.naam: a for conditie in condities for a in _dragend(conditie, feiten)}
    # Who gives and gets is said already, except where that is all there is.
    over = {naam: a for naam, a in atomen.items() if naam not in _ORGANISATIES} or atomen
    return tuple(_zin(atoom, feiten, kennis) for atoom in over.values())


def dragende_feiten(conditie: Conditie, feiten: Feiten) -> dict[str, Any]:
    """Return the known facts that make a condition what it is, by name."""
    namen = (atoom.naam for atoom in _dragend(conditie, feiten))
    return {naam: feiten[naam] for naam in namen if naam in FEITEN and naam in feiten}


def _dragend(conditie: Conditie, feiten: Feiten) -> Iterator[Atoom]:
    if isinstance(conditie, Atoom):
        yield conditie
    elif isinstance(conditie, Niet):
        yield from _dragend(conditie.deel, feiten)
    elif isinstance(conditie, Alle | Een):
        waarheid = conditie.waarheid(feiten)
        gelijk = [deel for deel in conditie.delen if deel.waarheid(feiten) is waarheid]
        # One part settles an 'or' that holds and an 'and' that fails; the others need all.
        een_genoeg = waarheid is isinstance(conditie, Een)
        for deel in gelijk[:1] if een_genoeg else gelijk:
            yield from _dragend(deel, feiten)


def _zin(atoom: Atoom, feiten: Feiten, kennis: Kennis) -> str:
    tekst = kennis.tekst
    naam = tekst(f"feit.{atoom.naam}") if atoom.naam in FEITEN else atoom.naam
    waarde = feiten.get(atoom.naam)
    if waarde is None:
        return tekst("spoor.onbekend").format(feit=naam)
    if isinstance(atoom, Vergelijk):
        grens = atoom.grens if isinstance(atoom.grens, int) else atoom.grens.op(feiten["datum"])
        hoe = f"spoor.{atoom.teken}_{'ja' if atoom.waarheid(feiten) else 'nee'}"
        return tekst(hoe).format(feit=naam, waarde=waarde, grens=grens)
    if isinstance(atoom, Geldig):
        dag = f"{waarde.day}-{waarde.month}-{waarde.year}"
        return tekst("spoor.datum").format(feit=naam, waarde=dag)
    if isinstance(atoom, Bevat):
        woorden = ", ".join(tekst(f"waarde_soort.{soort}") for soort in sorted(waarde))
        return tekst("spoor.is").format(feit=naam, waarde=woorden)
    if isinstance(atoom, EenVan):
        return tekst("spoor.is").format(feit=naam, waarde=_woord(atoom.naam, waarde, kennis))
    return str(atoom)


def feit_in_woorden(naam: str, waarde: object) -> str:
    """Return a fact and its value in words: 'mandaat: ja'."""
    kennis = huidige()
    zin = kennis.tekst("spoor.is")
    return zin.format(feit=kennis.tekst(f"feit.{naam}"), waarde=_woord(naam, waarde, kennis))


def _woord(naam: str, waarde: object, kennis: Kennis) -> str:
    if isinstance(waarde, bool):
        return kennis.tekst("spoor.ja" if waarde else "spoor.nee")
    if isinstance(waarde, int):
        return str(waarde)
    return kennis.tekst(woordsleutel(naam, waarde))


def woordsleutel(naam: str, waarde: object) -> str:
    """Return the key of the words for one of the values of a fact."""
    tabel = "organisatie" if naam in _ORGANISATIES else naam
    return f"waarde_{tabel}.{waarde}"
