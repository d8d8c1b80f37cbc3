"""Aanvullen na het oordeel: regels zoals 'functie: decaan', of een ingevuld formulier."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, Final

from dialogs.bedoeling import Aanvulling, Onbruikbaar
from dialogs.dossier import Dossier
from dialogs.dossier.aanvulling import MAX_LENGTE, Veld, Veldsoort, veld_bij
from dialogs.dossier.vragen import VRAGEN
from dialogs.samenvatting.aanvulling import keuzes_van, naam_van, sleutels
from dialogs.teksten import tabel
from dialogs.teksten.woorden import plat
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.keuze import Waarde, letterlijk

_REGELS: Final = re.compile(r"[\n;]+")
_NAAM: Final = 60


def uit_regels(dossier: Dossier, gezegd: str, vandaag: dt.date) -> Aanvulling | None:
    """Return the fields that a text fills in, a line each; None when it names none of them."""
    bekend = {plat(naam_van(sleutel)): sleutel for sleutel in sleutels(dossier)}
    waarden: dict[str, str] = {}
    onbekend: list[str] = []
    fout: list[str] = []
    for regel in filter(str.strip, _REGELS.split(gezegd)):
        naam, dubbelepunt, rest = regel.strip().lstrip("-*\u2022 ").partition(":")
        sleutel = _zoek(bekend, plat(naam)) if dubbelepunt else None
        if sleutel is None:
            onbekend.append(naam.strip()[:_NAAM])
            continue
        waarde = _waarde(veld_bij(sleutel), rest.strip(), vandaag)
        if waarde is None:
            fout.append(sleutel)
        else:
            waarden[sleutel] = waarde
    if not (waarden or fout):
        return None
    return Aanvulling(waarden, onbekend=tuple(onbekend), fout=tuple(fout))


def _zoek(bekend: Mapping[str, str], naam: str) -> str | None:
    """Return the field of this name; of a part of a name when only one has it."""
    if naam in bekend:
        return bekend[naam]
    begint = [sleutel for heel, sleutel in bekend.items() if naam and heel.startswith(f"{naam} ")]
    return begint[0] if len(begint) == 1 else None


def _waarde(veld: Veld | None, gezegd: str, vandaag: dt.date) -> str | None:
    """Return what a field holds then, empty to leave it open; None when it cannot hold this."""
    if plat(gezegd) in tabel("aanvulwoorden")["leeg"]:
        return ""
    match veld:
        case None:
            return None
        case Veld(soort=Veldsoort.DATUM):
            begrepen = letterlijk(VRAGEN["datum"], Zin(gezegd, vandaag), ())
            return str(begrepen.waarde) if isinstance(begrepen, Waarde) else None
        case Veld(soort=Veldsoort.KEUZE):
            return _keuze(veld, plat(gezegd))
        case _:
            return gezegd if len(gezegd) <= MAX_LENGTE else None


def _keuze(veld: Veld, gezegd: str) -> str | None:
    """Return the choice that was named, by its words or by a word that only it has."""
    keuzes = {waarde: plat(label) for waarde, label in keuzes_van(veld).items()}
    heel = [w for w, label in keuzes.items() if gezegd in (label, w)]
    deel = [w for w, label in keuzes.items() if gezegd and set(gezegd.split()) <= {*label.split()}]
    gevonden = heel or deel
    return gevonden[0] if len(gevonden) == 1 else None


def uit_formulier(dossier: Dossier, waarden: Mapping[str, Any]) -> Aanvulling | Onbruikbaar:
    """Return what the form says; with a field that is not in it, or cannot hold this, nothing."""
    gevraagd = sleutels(dossier)
    if not waarden:
        return Onbruikbaar("formulier_leeg")
    if not all(s in gevraagd and _past(veld_bij(s), w) for s, w in waarden.items()):
        return Onbruikbaar("formulier")
    return Aanvulling({s: " ".join(w.split()) for s, w in waarden.items()})


def _past(veld: Veld | None, waarde: Any) -> bool:
    if veld is None or not isinstance(waarde, str):
        return False
    match veld.soort:
        case Veldsoort.DATUM:
            return not waarde or _is_dag(waarde)
        case Veldsoort.KEUZE:
            return not waarde or waarde in keuzes_van(veld)
        case Veldsoort.TEKST:
            return len(waarde) <= MAX_LENGTE


def _is_dag(waarde: str) -> bool:
    try:
        return dt.date.fromisoformat(waarde).isoformat() == waarde
    except ValueError:
        return False
