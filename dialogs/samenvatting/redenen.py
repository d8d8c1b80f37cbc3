"""Waarom: de conclusie per stap met de eigen redenen, de toestemming, en waar alles op rust."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from dialogs.dossier.aanvulling import Groep
from dialogs.dossier.vragen import vraag_bij
from dialogs.samenvatting import DoelVerslag, GesteldeVraag, Samenvatting, StapVerslag
from dialogs.samenvatting.aangevuld import aangevuld, over_groep
from dialogs.samenvatting.bronnenlijst import bronnenlijst
from dialogs.samenvatting.oordeel import voor_alle, zonder
from dialogs.samenvatting.voorblad import lijst
from dialogs.samenvatting.vraagnaam import vraagnaam
from dialogs.stukken import (
    Alinea,
    Kop,
    Onderbouwing,
    Regeluitleg,
    Rij,
    Rijen,
    Run,
    Stuk,
    alinea,
    punten,
)
from dialogs.teksten import tekst
from dialogs.weergave import opsomming

TOESTEMMING: Final = (
    "toestemming",
    "toestemming_vertegenwoordiger",
    "toestemming_vrij",
    "toestemming_duidelijk",
    "toestemming_geinformeerd",
    "toestemming_specifiek",
    "toestemming_schriftelijk",
    "toestemming_aantoonbaar",
)
"""The questions about consent, with its tests and its form."""


def eigen_reden(vraag: GesteldeVraag) -> bool:
    """Tell whether this was answered with a reason in one's own words."""
    soort = vraag_bij(vraag.sleutel)
    return soort is not None and soort.reden_bij is not None


def over_toestemming(vraag: GesteldeVraag) -> bool:
    """Tell whether this was asked about consent."""
    return vraag.sleutel.partition("@")[0] in TOESTEMMING


def redenen(s: Samenvatting) -> Iterator[Stuk]:
    """Yield page 2; nothing while no stap came to a conclusion."""
    delen = [stuk for d in s.doelen for stuk in (*_doel(s, d), *lijst("mogelijk", d.mogelijk))]
    eigen = tuple(_eigen_woorden(s))
    if not (delen or eigen):
        return
    yield Kop(niveau=2, tekst=_t("redenen"))
    if eigen:
        yield Rijen(rol="vragen", rijen=eigen)
    yield from delen
    yield from _toestemming(s)
    yield from aangevuld(s)
    yield from _kantelpunten(s)
    if bronnen := bronnenlijst(_alle_bronnen(s)):
        yield Kop(niveau=3, tekst=_t("bronnen"), licht=True)
        yield punten(bronnen)


def _t(sleutel: str, **invulling: str) -> str:
    return tekst(f"samenvatting.{sleutel}", **invulling)


def _eigen_woorden(s: Samenvatting) -> Iterator[Rij]:
    if s.omschrijving:
        yield Rij(naam=_t("omschrijving"), waarde=s.omschrijving)
    if s.doel_woorden:
        yield Rij(naam=_t("doel_woorden"), waarde=s.doel_woorden)
    yield from (
        Rij(naam=_t(v.sleutel), waarde=v.antwoord) for v in s.altijd if v.sleutel == "motiveren"
    )


def _doel(s: Samenvatting, d: DoelVerslag) -> Iterator[Stuk]:
    stappen = [stuk for stap in d.stappen if not stap.overgeslagen for stuk in _stap(stap)]
    if not stappen:
        return
    if len(s.doelen) > 1:
        yield Kop(niveau=2, tekst=_t("redenen_doel", doel=d.doel_in_woorden))
    yield from stappen
    if overgeslagen := [str(stap.nummer) for stap in d.stappen if stap.overgeslagen]:
        yield alinea(_t("overgeslagen", stappen=opsomming(overgeslagen)))
    feiten = dict.fromkeys(
        feit for stap in d.stappen for regel in stap.regels for feit in regel.feiten
    )
    if feiten:
        yield Alinea(kop=_t("feiten"), runs=(Run(tekst=f"{'; '.join(feiten)}."),))


def _stap(stap: StapVerslag) -> Iterator[Stuk]:
    if stap.conclusie is None:
        return  # not reached yet
    yield Kop(niveau=3, tekst=_t("stap", nummer=str(stap.nummer), titel=stap.titel))
    yield Alinea(rol="conclusie", runs=(Run(tekst=stap.conclusie),))
    if eigen := [v for v in stap.vragen if eigen_reden(v)]:
        yield Rijen(
            rol="vragen", rijen=tuple(Rij(naam=vraagnaam(v), waarde=v.antwoord) for v in eigen)
        )
    if stap.regels:
        # What a rule rests on is told once, of all of them.
        regels = tuple(Regeluitleg(id=regel.id, uitleg=regel.uitleg) for regel in stap.regels)
        yield Onderbouwing(regels=regels, bronnen=())


def _toestemming(s: Samenvatting) -> Iterator[Stuk]:
    """Yield what is known of consent, where it was asked about."""
    alle = chain.from_iterable(stap.vragen for d in s.doelen for stap in d.stappen)
    over = {v.sleutel: v for v in alle if over_toestemming(v)}
    erbij = over_groep(s, Groep.TOESTEMMING)
    if over or erbij:
        yield Kop(niveau=3, tekst=_t("toestemming"), licht=True)
        rijen = tuple(Rij(naam=vraagnaam(v), waarde=v.antwoord) for v in over.values()) + erbij
        yield Rijen(rol="feiten", rijen=rijen)


def _kantelpunten(s: Samenvatting) -> Iterator[Stuk]:
    gedeeld = voor_alle(s)
    zinnen = list(gedeeld["kantelpunten"])
    for d in s.doelen:
        eigen = zonder(d, gedeeld).kantelpunten
        andere = (d.andere_regeling,) if d.andere_regeling else ()
        voor = (
            (lambda zin, d=d: _t("voor_doel", doel=d.doel_in_woorden, zin=zin))
            if len(s.doelen) > 1
            else str
        )
        zinnen += map(voor, (*eigen, *andere))
    yield from lijst("kantelpunten", tuple(zinnen))


def _alle_bronnen(s: Samenvatting) -> Iterator[str]:
    for d in s.doelen:
        yield from d.bronnen
        for stap in d.stappen:
            yield from stap.bronnen
