"""Wat er na het oordeel nog bij kan: de velden die bij deze weging passen, met wat er staat."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.aanvulling import (
    ANDERS_BESLOTEN,
    VELDEN,
    Groep,
    Veld,
    Veldsoort,
    sleutel_van,
    van_persoon,
    veld_bij,
)
from dialogs.procedure.overzicht import borden
from dialogs.samenvatting import Aanvulregel
from dialogs.teksten import tekst
from dialogs.weergave import dag, onderwerp_van
from knowledge.beslissing import Oordeel
from knowledge.regels.basis import Grondslag

_ARTIKEL: Final = re.compile(r"\bart(?:ikel|\.)")
_MEESTE_FEITEN: Final = 6
_VAN_IEMAND: Final = frozenset(
    (
        "levensgevaar",
        "vermoeden_geweld",
        "leeftijd",
        "startkwalificatie",
        "maanden_sinds_uitstroom",
        "verzuim_ongeoorloofd",
        "verzuim_weken",
        "alb_aangeboden",
        "alb_gebruik",
        "overgangsdocument_akkoord",
        "in_overgangsdocument",
        "begeleiding_akkoord",
        "vertegenwoordigd",
        "toestemming",
        "opleiding",
    )
)
"""Facts of the young person, which somebody told or a file holds; the rest who weighs knows."""


def sleutels(dossier: Dossier) -> tuple[str, ...]:
    """Return the keys of the fields that this verdict has a use for, in the order shown."""
    return tuple(_sleutels(dossier))


def _sleutels(dossier: Dossier) -> Iterator[str]:
    alle = borden(dossier)
    uitkomsten = [bord.volledig for bord in alle]
    toestemming = any(
        uit.grondslag is Grondslag.TOESTEMMING or uit.oordeel is Oordeel.MAG_MET_TOESTEMMING
        for uit in uitkomsten
    ) or any(g.grondslag is Grondslag.TOESTEMMING for uit in uitkomsten for g in uit.gegevens)
    mandaat = any(bord.situatie.mandaat for bord in alle)
    weg = {Groep.HERKOMST}
    weg |= set() if toestemming else {Groep.TOESTEMMING}
    weg |= set() if mandaat else {Groep.GROND}
    yield from (veld.id for veld in VELDEN.values() if veld.groep not in weg)
    yield from map(sleutel_van, _feiten(dossier))


def _feiten(dossier: Dossier) -> tuple[str, ...]:
    """Return the facts of the young person that would turn the verdict, were they otherwise."""
    punten = (punt for bord in borden(dossier) for punt in bord.volledig.kantelpunten)
    genoemd = dict.fromkeys(feit for punt in punten for feit in punt.feiten)
    telt = [
        feit
        for feit in genoemd
        if feit in _VAN_IEMAND and feitenblad.waarde(dossier, feit) is not None
    ]
    return tuple(telt[:_MEESTE_FEITEN])


def artikelen(bronnen: Iterable[str]) -> tuple[str, ...]:
    """Return of the sources of a verdict those that are an article of law."""
    return tuple(dict.fromkeys(bron for bron in bronnen if _ARTIKEL.search(bron)))


def naam_van(sleutel: str) -> str:
    """Return what a field is called."""
    veld, _, feit = sleutel.partition(":")
    if not feit:
        return tekst(f"aanvulling.velden.{veld}")
    return tekst("aanvulling.velden.herkomst", feit=onderwerp_van(feit))


def keuzes_van(veld: Veld) -> dict[str, str]:
    """Return the choices of a field, value to label; none where one does not choose."""
    return {keuze: tekst(f"keuzes.{veld.tabel}.{keuze}") for keuze in veld.keuzes}


def waarde_van(dossier: Dossier, sleutel: str) -> str:
    """Return what a field holds now; one's function as it was told in the conversation."""
    ingevuld = dossier.aanvulling.get(sleutel, "")
    if sleutel == "functie" and not ingevuld:
        return feitenblad.waarde(dossier, "functie") or ""
    return ingevuld


def in_woorden(sleutel: str, waarde: str) -> str:
    """Return what a field holds in words: a day, a choice, or the words themselves."""
    veld = veld_bij(sleutel)
    if veld is None or not waarde:
        return waarde
    if veld.soort is Veldsoort.DATUM:
        return dag(dt.date.fromisoformat(waarde))
    return keuzes_van(veld).get(waarde, waarde)


def regels(dossier: Dossier) -> tuple[Aanvulregel, ...]:
    """Return every field of this weighing with what stands in it, for the record."""
    uit = []
    for sleutel in sleutels(dossier):
        veld = VELDEN[sleutel.partition(":")[0]]
        waarde = waarde_van(dossier, sleutel)
        uit.append(
            Aanvulregel(
                sleutel=sleutel,
                groep=veld.groep.value,
                naam=naam_van(sleutel),
                waarde=waarde or None,
                antwoord=in_woorden(sleutel, waarde) or None,
            )
        )
    return tuple(uit)


def mist_reden(dossier: Dossier) -> bool:
    """Tell whether it was decided otherwise, and nobody said why."""
    ingevuld = dossier.aanvulling
    return ingevuld.get("besluit") == ANDERS_BESLOTEN and not ingevuld.get("besluit_reden")


def onthouden(gegevens: Mapping[str, Any]) -> dict[str, str]:
    """Return from a record, as it was kept, what holds of who weighed in the next one as well."""
    regels_ = gegevens.get("aanvulling")
    gevuld = (
        r for r in regels_ or () if isinstance(r, Mapping) and isinstance(r.get("waarde"), str)
    )
    return van_persoon({str(regel.get("sleutel")): regel["waarde"] for regel in gevuld})


def gemaakt_door(dossier: Dossier) -> str | None:
    """Return who weighed, by function and organisation; never a name."""
    organisatie = dossier.aanvulling.get("organisatie", "")
    delen = [deel for deel in (waarde_van(dossier, "functie"), organisatie) if deel]
    return ", ".join(dict.fromkeys(delen)) or None
