"""Controle bij het laden: kennis die niet klopt, houdt de start tegen met één duidelijke zin."""

from __future__ import annotations

from collections.abc import Collection
from types import ModuleType
from typing import Final

from knowledge import regels
from knowledge.beslissing import BESLUITEN
from knowledge.bronnen import bronnen
from knowledge.feiten import FEITEN, Feit, Gegeven, Situatie
from knowledge.fouten import KennisOnjuist
from knowledge.regels import ALLE_REGELS
from knowledge.regels.basis import Regel
from knowledge.regels.botsingen import BOTSINGEN
from knowledge.spoor import woordsleutel
from knowledge.stem import ONTVANGER, VELDEN, VOOR_BEIDEN
from knowledge.teksten import teksten
from knowledge.termijnen import termijnen

_VELD: Final = tuple(f"{veld}." for veld in VELDEN)


def controleer() -> None:
    """Check that everything the rules and facts name exists.

    Raises:
        KennisOnjuist: a source, text or term is missing, two rules share an id, or a rule or fact
            stands in one place and not in the other.
    """
    for feit in FEITEN.values():
        _controleer_feit(feit)
    _controleer_regels()
    _controleer_stemmen(_gegeven_teksten(), teksten())
    for besluit in BESLUITEN:
        _eis_tekst(f"redenen.{besluit.reden}", besluit.reden)
    for botsing in BOTSINGEN:
        _eis_tekst(f"botsingen.{botsing.id}", botsing.id)
    for termijn in termijnen().values():
        for periode in termijn.perioden:
            if periode.bron not in bronnen():
                raise KennisOnjuist(f"termijn {termijn.id}: onbekende bron {periode.bron}")


def _controleer_feit(feit: Feit) -> None:
    velden = (Gegeven if feit.van_gegeven else Situatie).model_fields
    if feit.naam not in velden:
        raise KennisOnjuist(f"feit {feit.naam}: een situatie heeft er geen veld voor")
    _eis_tekst(f"feit.{feit.naam}", feit.naam)
    for waarde in feit.waarden:
        _eis_tekst(woordsleutel(feit.naam, waarde), feit.naam)


def _controleer_regels() -> None:
    gezien: set[str] = set()
    for regel in ALLE_REGELS:
        if regel.id in gezien:
            raise KennisOnjuist(f"regel {regel.id} staat er twee keer in")
        gezien.add(regel.id)
        _controleer_bronnen(regel)
        _eis_tekst(f"regels.{regel.id}", regel.id)
        for veld in ("voorwaarden", "acties", "let_op"):
            for sleutel in getattr(regel, veld):
                _eis_tekst(f"{veld}.{sleutel}", regel.id)
    _controleer_lijsten(gezien)


def _gegeven_teksten() -> set[str]:
    """Return the key of every sentence that some rule brings along."""
    return {
        f"{veld}.{sleutel}"
        for regel in ALLE_REGELS
        for veld in VELDEN
        for sleutel in getattr(regel, veld)
    }


def _controleer_stemmen(gegeven: Collection[str], alle: Collection[str]) -> None:
    """Every sentence speaks to giver and receiver, or has a variant for the receiver."""
    voor_beiden = {f"{veld}.{sleutel}" for veld in VELDEN for sleutel in VOOR_BEIDEN[veld]}
    for sleutel in sorted(gegeven):
        eigen = f"{sleutel}{ONTVANGER}" in alle
        if eigen is (sleutel in voor_beiden):
            raise KennisOnjuist(
                f"tekst {sleutel} is voor beiden en heeft ook een zin voor de ontvanger"
                if eigen
                else f"tekst {sleutel} heeft geen zin voor de ontvanger, en is niet voor beiden"
            )
    for sleutel in sorted(alle):
        basis = sleutel.removesuffix(ONTVANGER)
        gebruikt = basis in (gegeven if sleutel.startswith(_VELD) else alle)
        if basis != sleutel and not gebruikt:
            raise KennisOnjuist(f"tekst {sleutel} wordt nooit gebruikt")
    if over := voor_beiden.difference(gegeven):
        raise KennisOnjuist(f"tekst {min(over)} is voor beiden, maar geen regel geeft hem")


def _controleer_lijsten(ids: set[str]) -> None:
    """A rule that is in no list would never speak, and nobody would notice."""
    for module in vars(regels).values():
        if isinstance(module, ModuleType):
            for regel in vars(module).values():
                if isinstance(regel, Regel) and regel.id not in ids:
                    raise KennisOnjuist(f"regel {regel.id} staat in geen lijst")


def _controleer_bronnen(regel: Regel) -> None:
    onbekend = [id_ for id_ in regel.bronnen if id_ not in bronnen()]
    if onbekend:
        raise KennisOnjuist(f"regel {regel.id}: onbekende bron {onbekend[0]}")
    for dag in (regel.geldig.van, regel.geldig.tot_en_met):
        if dag and not any(bronnen()[id_].geldt_op(dag) for id_ in regel.bronnen):
            raise KennisOnjuist(f"regel {regel.id}: geen bron die geldt op {dag.isoformat()}")


def _eis_tekst(sleutel: str, waar: str) -> None:
    if sleutel not in teksten():
        raise KennisOnjuist(f"{waar}: tekst {sleutel} ontbreekt")
