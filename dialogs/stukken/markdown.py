"""Stukken als Markdown, om te bewaren of in een gesprek te lezen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from dialogs.stukken import (
    Alinea,
    Bladzijde,
    Gegevenoordeel,
    Kader,
    Kop,
    Onderbouwing,
    Ondertekening,
    Oordeel,
    Oordelen,
    Punten,
    Rij,
    Rijen,
    Run,
    Stuk,
    Tabel,
    Tekenruimte,
)
from dialogs.teksten import tekst

_BIJZONDER: Final = re.compile(r"([\\`*_~\[\]<>#|])")
_ZINSEINDE: Final = (".", "?", "!", ":")
LIJN: Final = r"\_" * 30
"""Room to write, where there is only text."""


def markdown(stukken: Iterable[Stuk]) -> str:
    """Return the parts with a blank line between them."""
    return "\n\n".join(blok for stuk in stukken for blok in _blokken(stuk))


def veilig(woorden: str) -> str:
    """Return words on one line, free of Markdown and HTML."""
    return _BIJZONDER.sub(r"\\\1", " ".join(woorden.split()))


def _blokken(stuk: Stuk) -> Iterator[str]:
    match stuk:
        case Kop() | Alinea() | Punten():
            yield from _gewoon(stuk)
        case Rijen():
            yield _lijst(_rijen(stuk))
        case Onderbouwing():
            yield _lijst(_onderbouwing(stuk))
        case Oordeel():
            yield from _oordeel(stuk)
        case Oordelen():
            yield _lijst(_runs(oordeel.zin) for oordeel in stuk.oordelen)
        case Tabel():
            yield _tabel(stuk)
        case Kader():
            yield markdown((stuk.kop, *stuk.stukken))
        case Tekenruimte() | Bladzijde() | Ondertekening():
            yield from _onderaan(stuk)
        case _:
            assert_never(stuk)


def _gewoon(stuk: Kop | Alinea | Punten) -> Iterator[str]:
    match stuk:
        case Kop(licht=True):
            yield _sterk(stuk.tekst)
        case Kop():
            yield f"{'#' * stuk.niveau} {veilig(stuk.tekst)}"
        case Alinea():
            voor = f"{_sterk(f'{stuk.kop}.')} " if stuk.kop else ""
            achter = f" {_bronnen(stuk.bronnen)}" if stuk.bronnen else ""
            yield f"{voor}{_runs(stuk.runs)}{achter}"
        case Punten():
            yield (_genummerd if stuk.genummerd else _lijst)(map(_runs, stuk.punten))
            # Right under a list it would join the last point.
            if stuk.bronnen:
                yield _bronnen(stuk.bronnen)


def _onderaan(stuk: Tekenruimte | Bladzijde | Ondertekening) -> Iterator[str]:
    match stuk:
        case Tekenruimte():
            yield _lijst((*_namen(stuk.rijen), *map(_lijn, stuk.lijnen)))
        case Bladzijde():
            pass  # text has no pages
        case Ondertekening():
            yield from ("---", *map(veilig, stuk.zinnen))


def _sterk(woorden: str) -> str:
    return f"**{veilig(woorden)}**"


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs)).strip()


def _run(run: Run) -> str:
    if run.vorm == "sterk":
        return _sterk(run.tekst)
    # A blank at either end belongs between the runs.
    begin, eind = (" " if rand.isspace() else "" for rand in (run.tekst[:1], run.tekst[-1:]))
    return f"{begin}{veilig(run.tekst)}{eind}" if run.tekst.strip() else begin


def _lijst(punten: Iterable[str]) -> str:
    return "\n".join(f"- {punt}" for punt in punten)


def _genummerd(punten: Iterable[str]) -> str:
    return "\n".join(f"{nummer}. {punt}" for nummer, punt in enumerate(punten, 1))


def _lijn(naam: str) -> str:
    return f"{veilig(naam)}: {LIJN}"


def _bronnen(bronnen: Iterable[str]) -> str:
    return f"({veilig('; '.join(bronnen))})"


def _rijen(stuk: Rijen) -> Iterator[str]:
    if stuk.rol == "feiten":
        yield from _namen(stuk.rijen)
        return
    for rij in stuk.rijen:
        scheiding = " " if rij.naam.endswith(_ZINSEINDE) else ": "
        yield f"{veilig(rij.naam)}{scheiding}{_sterk(rij.waarde)}"


def _namen(rijen: Iterable[Rij]) -> Iterator[str]:
    yield from (f"{veilig(rij.naam)}: {veilig(rij.waarde)}" for rij in rijen)


def _onderbouwing(stuk: Onderbouwing) -> Iterator[str]:
    for regel in stuk.regels:
        # Ids are ours, and copied to look a rule up: they stay as they are.
        yield tekst("stuk.regel", uitleg=veilig(regel.uitleg), id=regel.id)
        if regel.feiten:
            yield tekst("stuk.feiten", feiten=veilig("; ".join(regel.feiten)))
    if stuk.bronnen:
        yield tekst("stuk.bron", bronnen=veilig("; ".join(stuk.bronnen)))


def _oordeel(stuk: Oordeel) -> Iterator[str]:
    yield _sterk(f"{tekst('stuk.oordeel')}: {stuk.uitspraak}")
    yield from map(veilig, stuk.uitleg)
    if stuk.open:
        yield from (_sterk(tekst("stuk.open")), _lijst(map(veilig, stuk.open)))
    if stuk.gegevens:
        punten = (
            f"{veilig(g.naam)}: {_sterk(delen_in_woorden(g))}. {veilig(g.reden)}"
            for g in stuk.gegevens
        )
        yield from (_sterk(tekst("stuk.gegevens")), _lijst(punten))


def delen_in_woorden(gegeven: Gegevenoordeel) -> str:
    """Return whether a data item is shared: 'delen', 'nog niet delen'."""
    return tekst(f"stuk.delen_{'zelf' if gegeven.zelf else gegeven.oordeel.value}")


def _tabel(stuk: Tabel) -> str:
    kop = (veilig(stuk.hoek), *map(veilig, stuk.kop))
    rijen = [
        (veilig(rij.naam), *(" ".join(markdown(cel).split()) for cel in rij.cellen))
        for rij in stuk.rijen
    ]
    return "\n".join(f"| {' | '.join(rij)} |" for rij in (kop, ("---",) * len(kop), *rijen))
