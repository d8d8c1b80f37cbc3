"""Tekeningen voor de documentatie: de beslissing en elke stap, als Mermaid, uit de code zelf.

The documents in `docs/` hold an introduction and, between two marks, what is generated here; a
test fails when they no longer say what the code does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import Final

from dialogs.dossier.vragen import VRAGEN
from dialogs.fouten import TekstOntbreekt
from dialogs.procedure import STAPPEN
from dialogs.procedure.automaat import Overgang, Stap
from dialogs.teksten import heeft, tabel, tekst
from knowledge.beslissing import AFGELEID, BESLUITEN, Besluit, Oordeel
from knowledge.condities import Alle, Conditie, Niet
from knowledge.regels import ALLE_REGELS
from knowledge.teksten import tekst as kennistekst

BEGIN: Final = "<!-- getekend uit de code: begin -->"
EINDE: Final = "<!-- getekend uit de code: einde -->"
_PER_REGEL: Final = 3
"""So many questions on one line of a state."""


def beslissing() -> str:
    """Draw the decision for one data item, with a table that says each line in words."""
    return "\n".join((*_blok(_beslissing()), "", *_tabel()))


def stappen() -> str:
    """Draw every stap as a state diagram."""
    delen: list[str] = []
    for stap in STAPPEN:
        delen += [f"## {_titel(stap)}", "", *_blok(_stap(stap)), ""]
    return "\n".join(delen).rstrip()


TEKENINGEN: Final[dict[str, Callable[[], str]]] = {
    "beslissing.md": beslissing,
    "stappen.md": stappen,
}
"""The documents in `docs/` and what is drawn in them."""


def bijgewerkt(naam: str, inhoud: str) -> str:
    """Return a document with its drawing made anew.

    Raises:
        TekstOntbreekt: the marks between which the drawing belongs are not there.
    """
    voor, begin, rest = inhoud.partition(BEGIN)
    _, einde, na = rest.partition(EINDE)
    if not begin or not einde:
        raise TekstOntbreekt(f"docs/{naam}: de merktekens van de tekening ontbreken")
    return f"{voor}{BEGIN}\n\n{TEKENINGEN[naam]()}\n\n{EINDE}{na}"


def bronnen_van_vragen() -> frozenset[str]:
    """Return the ids of the sources that questions name, for the examination of the knowledge."""
    return frozenset(id_ for v in VRAGEN for id_ in tabel(f"vragen.{v}").get("bronnen", ()))


# --- de beslissing --------------------------------------------------------------------------

_KLASSEN: Final = {
    Oordeel.MAG: "fill:#d7f0dc,stroke:#2e7d43,color:#10301a",
    Oordeel.MAG_MET_TOESTEMMING: "fill:#e3eefc,stroke:#2b62a8,color:#10284a",
    Oordeel.MAG_NIET: "fill:#fbdcd9,stroke:#b23a30,color:#4a120d",
    Oordeel.ANDERS: "fill:#efe3f9,stroke:#7442a5,color:#2f1547",
    Oordeel.OVERLEG: "fill:#fdf0cf,stroke:#a87a12,color:#463204",
}


def _beslissing() -> Iterator[str]:
    yield "flowchart TD"
    yield '    begin(["één gegeven"]) --> b1'
    for nummer, besluit in enumerate(BESLUITEN, start=1):
        laatste = nummer == len(BESLUITEN)
        waar = "-->" if laatste else '-->|"waar"|'
        naam = f"b{nummer}"
        yield f'    {naam}{{{{"{_besluit(nummer, besluit)}"}}}}'
        yield f'    {naam} {waar} u{nummer}(["{besluit.oordeel.value}"]):::{besluit.oordeel.value}'
        if not laatste:
            yield f'    {naam} -->|"onwaar"| b{nummer + 1}'
    for oordeel, stijl in _KLASSEN.items():
        yield f"    classDef {oordeel.value} {stijl}"


def _besluit(nummer: int, besluit: Besluit) -> str:
    regels = ", ".join(regel.id for regel in besluit.regels if regel.id != besluit.reden)
    # A number with a dot would be read as a list.
    kop = f"{nummer} {besluit.reden.replace('_', ' ')}"
    return f"{kop}<br/>{regels}" if regels else kop


def _tabel() -> Iterator[str]:
    yield "| nr | als | oordeel | reden bij het gegeven |"
    yield "|---|---|---|---|"
    for nummer, besluit in enumerate(BESLUITEN, start=1):
        reden = kennistekst(f"redenen.{besluit.reden}")
        als = " en ".join(_voorwaarden(besluit))
        yield f"| {nummer} | {als} | `{besluit.oordeel.value}` | {reden} |"


def _voorwaarden(besluit: Besluit) -> Iterator[str]:
    """Yield the condition of a line in parts; what a rule says is told by naming the rule."""
    van_regels: set[Conditie] = set()
    for regel in besluit.regels:
        van_regels |= {regel.van_toepassing, regel.geldig, regel.als}
        yield regel.id
    delen = besluit.als.delen if isinstance(besluit.als, Alle) else (besluit.als,)
    for deel in delen:
        if deel not in van_regels:
            yield _in_woorden(deel)
    if not delen:
        yield str(besluit.als)


def _in_woorden(conditie: Conditie) -> str:
    if isinstance(conditie, Niet):
        return f"niet: {_in_woorden(conditie.deel)}"
    for naam in AFGELEID:
        if conditie.feiten() == {naam}:
            return naam.replace("_", " ")
    for regel in ALLE_REGELS:
        if conditie == regel.van_toepassing:
            return regel.id
    return str(conditie)


# --- de stappen -----------------------------------------------------------------------------


def _stap(stap: Stap) -> Iterator[str]:
    yield "stateDiagram-v2"
    yield "    direction TB"
    for toestand in stap.toestanden:
        yield f"    {toestand.name} : {toestand.name}"
        for regel in _vragen(stap, toestand):
            yield f"    {toestand.name} : {regel}"
    yield f"    [*] --> {stap.begin.name}"
    for overgang in stap.overgangen:
        wachter = _wachter(overgang)
        label = f" : {wachter}" if wachter else ""
        yield f"    {overgang.van.name} --> {overgang.naar.name}{label}"
    for einde in stap.toestanden:
        if einde in stap.einden:
            yield f"    {einde.name} --> [*]"


def _vragen(stap: Stap, toestand: Enum) -> Iterable[str]:
    namen = list(dict.fromkeys(plek.vraag for plek in stap.vragen.get(toestand, ())))
    for begin in range(0, len(namen), _PER_REGEL):
        yield ", ".join(namen[begin : begin + _PER_REGEL])


def _wachter(overgang: Overgang) -> str:
    """Return a guard in words; nothing for 'as soon as there is nothing left to ask'."""
    if overgang.als is None:
        return ""
    naam = getattr(overgang.als, "__name__", None) or str(overgang.als)
    # A colon or semicolon would end the label.
    return re.sub(r"[:;]", ",", naam.replace("_", " "))


def _titel(stap: Stap) -> str:
    sleutel = f"{stap.naam}.stap.titel"
    titel = tekst(sleutel) if heeft(sleutel) else stap.naam.capitalize()
    return f"Stap {stap.nummer}: {titel}" if 1 <= stap.nummer <= 4 else titel


def _blok(regels: Iterable[str]) -> Iterator[str]:
    yield "```mermaid"
    yield from regels
    yield "```"
