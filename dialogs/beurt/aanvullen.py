"""Aanvullen na het oordeel: opschrijven wat erbij gezegd is, of laten zien wat kan."""

from __future__ import annotations

import datetime as dt

from dialogs.bedoeling import Aanvulling
from dialogs.beeld.aanvulling import artikelen
from dialogs.beeld.gezegd import Gezegde, Zin
from dialogs.beurt.beurt import Beurt
from dialogs.beurt.feitelijk import naar_feiten
from dialogs.beurt.vervolg import en_weer
from dialogs.dossier import Dossier
from dialogs.dossier.aanvulling import VELDEN, Veldsoort, veld_bij
from dialogs.procedure import plaats
from dialogs.samenvatting.aanvulling import keuzes_van, mist_reden, naam_van, regels
from dialogs.stukken.markdown import veilig
from dialogs.teksten import tekst
from dialogs.weergave import opsomming


def toon(dossier: Dossier) -> Beurt:
    """Show every field of this weighing, and how to fill one in."""
    if not plaats(dossier).klaar:
        return en_weer(dossier, _zin("eerst_oordeel"))
    lijst = [tekst("aanvulling.lijst_artikelen", artikelen=regel) for regel in artikelen(dossier)]
    lijst += ["", *(_regel(r.sleutel, r.naam, r.antwoord) for r in regels(dossier))]
    voorbeeld = tekst("aanvulling.lijst_voorbeeld")
    return Beurt(
        en_weer(dossier).dossier,
        (_zin("lijst", lijst="\n".join(lijst).strip(), voorbeeld=voorbeeld),),
        vraagt=False,
    )


def _regel(sleutel: str, naam: str, antwoord: str | None) -> str:
    veld = VELDEN[sleutel.partition(":")[0]]
    if antwoord is None:
        keuzes = ", ".join(keuzes_van(veld).values()) if veld.tabel else ""
        antwoord = tekst(f"aanvulling.lijst_{'keuzes' if keuzes else 'leeg'}", keuzes=keuzes)
    return tekst("aanvulling.lijst_regel", naam=veilig(naam), waarde=veilig(antwoord))


def vul_aan(dossier: Dossier, wat: Aanvulling, _: dt.datetime) -> Beurt:
    """Take what was filled in, and say what of it could not be."""
    erna = dossier.aangevuld(dict(wat.waarden))
    gezegd = [*_gedaan(dossier, erna), *_niet_gedaan(wat)]
    if dossier.stand.bewaard_als is not None and erna is not dossier:
        gezegd.append(_zin("opnieuw_bewaren"))
    if mist_reden(erna):
        gezegd.append(_zin("zonder_reden"))
    erna, vraag = naar_feiten(erna, wat.waarden.values())
    beurt = en_weer(erna, *gezegd, *vraag)
    return Beurt(beurt.dossier, beurt.gezegd)


def _gedaan(ervoor: Dossier, erna: Dossier) -> list[Gezegde]:
    sleutels = dict.fromkeys((*ervoor.aanvulling, *erna.aanvulling))
    anders = [s for s in sleutels if ervoor.aanvulling.get(s) != erna.aanvulling.get(s)]
    uit: list[Gezegde] = []
    if erbij := [s for s in anders if s in erna.aanvulling]:
        uit.append(_zin("genoteerd", lijst=_namen(erbij)))
    if weg := [s for s in anders if s not in erna.aanvulling]:
        uit.append(_zin("gewist", lijst=_namen(weg)))
    return uit


def _niet_gedaan(wat: Aanvulling) -> list[Gezegde]:
    uit: list[Gezegde] = []
    if wat.fout:
        uit.append(_zin("past_niet", lijst="; ".join(map(_hoe, wat.fout))))
    if wat.onbekend:
        uit.append(_zin("onbekend", lijst=opsomming(map(veilig, wat.onbekend))))
    return uit


def _hoe(sleutel: str) -> str:
    """Return a field with what it can hold."""
    veld, naam = veld_bij(sleutel), naam_van(sleutel)
    if veld is not None and veld.soort is Veldsoort.DATUM:
        return tekst("aanvulling.past_dag", naam=naam)
    if veld is not None and veld.soort is Veldsoort.KEUZE:
        return tekst(
            "aanvulling.past_keuze", naam=naam, keuzes=", ".join(keuzes_van(veld).values())
        )
    return naam


def _namen(sleutels: list[str]) -> str:
    return opsomming(veilig(naam_van(sleutel)) for sleutel in sleutels)


def _zin(sleutel: str, **invulling: str) -> Zin:
    """Return a sentence; what is filled in tells which facts of the young person matter."""
    return Zin(sleutel=f"aanvulling.{sleutel}", invulling=invulling, over_jongere=bool(invulling))
