"""Het formulier na het oordeel, zoals een scherm het toont: velden in groepen, met wat er staat."""

from __future__ import annotations

from itertools import groupby

from dialogs.beeld.delen import Optie, Schermdeel
from dialogs.dossier import Dossier
from dialogs.dossier.aanvulling import MAX_LENGTE, VELDEN, Veldsoort
from dialogs.procedure.overzicht import borden
from dialogs.samenvatting import aanvulling
from dialogs.teksten import tekst
from dialogs.weergave import kort, opsomming


class Aanvulveld(Schermdeel):
    """One field, with what stands in it now."""

    sleutel: str
    soort: Veldsoort
    naam: str
    waarde: str
    opties: tuple[Optie, ...] = ()
    max_lengte: int = MAX_LENGTE


class Aanvulgroep(Schermdeel):
    """Fields that belong together."""

    titel: str
    velden: tuple[Aanvulveld, ...]


class Aanvulformulier(Schermdeel):
    """The form that may be filled in once there is a verdict."""

    kop: str
    uitleg: str
    artikelen: tuple[str, ...]
    """Which articles belong to each purpose: shown, for nobody has to be asked."""
    groepen: tuple[Aanvulgroep, ...]
    melding: str | None
    """What is missing to a decision of one's own: its reason."""
    knop: str


def formulier(dossier: Dossier) -> Aanvulformulier:
    """Return the form of a weighing that is done."""
    velden = (_veld(dossier, sleutel) for sleutel in aanvulling.sleutels(dossier))
    return Aanvulformulier(
        kop=tekst("aanvulling.kop"),
        uitleg=tekst("aanvulling.uitleg"),
        artikelen=artikelen(dossier),
        groepen=tuple(
            Aanvulgroep(titel=tekst(f"aanvulling.groepen.{groep}"), velden=tuple(bij))
            for groep, bij in groupby(velden, lambda veld: _groep(veld.sleutel))
        ),
        melding=tekst("aanvulling.zonder_reden") if aanvulling.mist_reden(dossier) else None,
        knop=tekst("aanvulling.knop"),
    )


def artikelen(dossier: Dossier) -> tuple[str, ...]:
    """Return for every purpose the articles of law that its verdict rests on, in a sentence."""
    uit = []
    for bord in borden(dossier):
        bronnen = aanvulling.artikelen(str(bron) for bron in bord.volledig.bronnen)
        if bord.doel and bronnen:
            zin = {"doel": kort("doel", bord.doel), "bronnen": opsomming(bronnen)}
            uit.append(tekst("aanvulling.artikelen", **zin))
    return tuple(dict.fromkeys(uit))


def _groep(sleutel: str) -> str:
    return VELDEN[sleutel.partition(":")[0]].groep.value


def _veld(dossier: Dossier, sleutel: str) -> Aanvulveld:
    veld = VELDEN[sleutel.partition(":")[0]]
    keuzes = aanvulling.keuzes_van(veld).items()
    return Aanvulveld(
        sleutel=sleutel,
        soort=veld.soort,
        naam=aanvulling.naam_van(sleutel),
        waarde=aanvulling.waarde_van(dossier, sleutel),
        opties=tuple(Optie(waarde=waarde, label=label) for waarde, label in keuzes),
    )
