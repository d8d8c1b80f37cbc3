"""De bijlage: wat er gevraagd en geantwoord is, in de volgorde van de stappen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogs.samenvatting import DoelVerslag, GesteldeVraag, Samenvatting, StapVerslag, Verandering
from dialogs.samenvatting.redenen import eigen_reden, over_toestemming
from dialogs.samenvatting.vraagnaam import vraagnaam
from dialogs.stukken import Alinea, Kop, Rij, Rijen, Run, Stuk
from dialogs.teksten import tekst

_ELDERS = ("omschrijving", "doel_woorden")
"""Own words that stand with the reasons already."""


def bijlage(s: Samenvatting) -> Iterator[Stuk]:
    """Yield the trail of questions; nothing before anything was asked."""
    vooraf = [v for v in s.vooraf if v.sleutel not in _ELDERS]
    gesteld: set[str] = set()
    stappen = [stuk for d in s.doelen for stuk in _doel(s, d, gesteld)]
    if s.vervangt is not None and s.vervangt.veranderd:
        yield Kop(niveau=2, tekst=_t("veranderd", kenmerk=s.vervangt.kenmerk))
        yield Rijen(rol="feiten", rijen=tuple(map(_veranderd, s.vervangt.veranderd)))
    if not (vooraf or stappen):
        return
    yield Kop(niveau=2, tekst=_t("bijlage"))
    if vooraf:
        yield Kop(niveau=3, tekst=_t("vooraf"))
        yield _rijen(vooraf)
    yield from stappen


def _t(sleutel: str, **invulling: str) -> str:
    return tekst(f"samenvatting.{sleutel}", **invulling)


def _doel(s: Samenvatting, d: DoelVerslag, gesteld: set[str]) -> Iterator[Stuk]:
    """Yield the stappen of one purpose, without what was told with an earlier one."""
    for stap in d.stappen:
        vragen = [v for v in stap.vragen if v.sleutel not in gesteld and not _bij_redenen(v)]
        gesteld |= {v.sleutel for v in vragen}
        if vragen or stap.bronnen:
            yield Kop(niveau=3, tekst=_kop(s, d, stap))
        if vragen:
            yield _rijen(vragen)
        if stap.bronnen:
            bronnen = tekst("stuk.bron", bronnen="; ".join(stap.bronnen))
            yield Alinea(rol="bron", runs=(Run(tekst=bronnen),))


def _bij_redenen(vraag: GesteldeVraag) -> bool:
    return eigen_reden(vraag) or over_toestemming(vraag)


def _veranderd(v: Verandering) -> Rij:
    """Return what an answer was in the version before, and what it is now."""
    leeg = tekst("woorden_los.geen")
    naam = vraagnaam(GesteldeVraag(sleutel=v.sleutel, vraag=v.vraag, antwoord=""))
    waarde = _t("veranderd_waarde", was=v.was or leeg, werd=v.werd or leeg)
    return Rij(naam=naam, waarde=waarde)


def _kop(s: Samenvatting, d: DoelVerslag, stap: StapVerslag) -> str:
    kop = _t("stap", nummer=str(stap.nummer), titel=stap.titel)
    return _t("stap_doel", stap=kop, doel=d.doel_in_woorden) if len(s.doelen) > 1 else kop


def _rijen(vragen: Iterable[GesteldeVraag]) -> Rijen:
    rijen = tuple(Rij(naam=vraagnaam(v), waarde=v.antwoord) for v in vragen)
    return Rijen(rol="feiten", rijen=rijen)
