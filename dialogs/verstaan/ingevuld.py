"""Een ingevuld formulier: waarden bij vragen, nagekeken en niet gelezen.

Words and forms have one meaning: what comes out is what the same answers in words would give. All
of a form is right or nothing of it counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from dialogs.bedoeling import (
    Aanvulling,
    Antwoorden,
    Bevestiging,
    Lezingkeuze,
    Onbruikbaar,
    Onduidelijk,
)
from dialogs.beeld.begrepen import aangewezen
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.gelezen import zonder
from dialogs.dossier.vragen import MAX_TEKST, Keer, Vraagsoort, keer_van
from dialogs.dossier.wacht import (
    BEGREPEN,
    OpBegrepen,
    OpBundel,
    OpNiets,
    OpSlot,
    OpTwijfel,
    OpVraag,
)
from dialogs.procedure import plaats
from dialogs.procedure.bundels import bundel_van
from dialogs.teksten.woorden import is_woord
from dialogs.verstaan import aanvullen
from dialogs.verstaan.gegevenslijst import naam_uit
from dialogs.verstaan.keuze import Begrepen, Waarde, eigen_woorden, gegevens_uit
from knowledge.feiten import GRENZEN

_FOUT: Final = object()
"""No value of the field."""


def uit_formulier(
    dossier: Dossier, waarden: Mapping[str, Any]
) -> Aanvulling | Antwoorden | Bevestiging | Lezingkeuze | Onduidelijk | Onbruikbaar:
    """Return what a form says to what is asked now.

    A key that was not asked, or a value that is not of its field, makes the whole form useless:
    nothing of it is taken over. Words that are no answer are unclear, as when they are said.
    """
    gesteld = dossier.stand.gesteld
    match gesteld:
        case OpBegrepen():
            return _lijst(dossier, waarden)
        case OpTwijfel():
            return _twijfel(dossier, waarden)
        case OpBundel(vragen=vragen):
            gevraagd = vragen
        case OpVraag(vraag=vraag):
            gevraagd = (vraag,)
        case OpSlot() | OpNiets() if plaats(dossier).klaar:
            return aanvullen.uit_formulier(dossier, waarden)
        case _:
            gevraagd = ()
    antwoorden: dict[Keer, Any] = {}
    for sleutel, waarde in waarden.items():
        keer = keer_van(sleutel) if sleutel in gevraagd else None
        gelezen = _FOUT if keer is None else _waarde(keer, waarde, feitenblad.namen(dossier))
        if keer is None or gelezen is _FOUT:
            return Onbruikbaar("formulier")
        if isinstance(gelezen, Onduidelijk):
            return gelezen
        antwoorden[keer] = gelezen
    if not antwoorden:
        return Onbruikbaar("formulier_leeg")
    # In the order asked, whatever order a form sends.
    op_volgorde = {k: antwoorden[k] for s in gevraagd if (k := keer_van(s)) in antwoorden}
    # Of the question it was asked for: what is asked along may belong to none.
    eerste = keer_van(gesteld.vraag) if isinstance(gesteld, OpBundel) else None
    bundel = bundel_van(eerste) if eerste is not None else None
    return Antwoorden(op_volgorde, bundel=bundel.merk(eerste.doel) if bundel and eerste else None)


def in_woorden(keer: Keer, waarde: Any) -> str:
    """Return the words of one's own in an answer; empty when it was picked."""
    match keer.vraag.soort:
        case Vraagsoort.TEKST:
            return str(waarde)
        case Vraagsoort.GEGEVENS:
            return "\n".join(waarde)
        case _:
            return ""


def _waarde(keer: Keer, waarde: Any, namen: tuple[str, ...]) -> Any:
    """Return the value of an answer; `_FOUT` when it cannot be one, or why the words are none."""
    vraag = keer.vraag
    if waarde is None:
        return None if vraag.onbekend_mag else _FOUT
    match vraag.soort:
        case Vraagsoort.JA_NEE:
            return waarde if isinstance(waarde, bool) else _FOUT
        case Vraagsoort.KEUZE:
            return waarde if isinstance(waarde, str) and waarde in vraag.keuzes else _FOUT
        case Vraagsoort.MEERKEUZE:
            gekozen = _rij(waarde, str)
            klopt = bool(gekozen) and set(gekozen) <= set(vraag.keuzes)
            return [k for k in vraag.keuzes if k in gekozen] if klopt else _FOUT
        case Vraagsoort.GETAL:
            laagste, hoogste = GRENZEN[vraag.id]
            getal = isinstance(waarde, int) and not isinstance(waarde, bool)
            return waarde if getal and laagste <= waarde <= hoogste else _FOUT
        case Vraagsoort.DATUM:
            return waarde if isinstance(waarde, str) and _is_dag(waarde) else _FOUT
        case Vraagsoort.SELECTIE:
            return _selectie(waarde, namen)
        case Vraagsoort.GEGEVENS:
            return _gegevens(waarde)
        case Vraagsoort.TEKST:
            return _tekst(waarde, overslaan=vraag.overslaan_mag)


def _is_dag(waarde: str) -> bool:
    try:
        return dt.date.fromisoformat(waarde).isoformat() == waarde
    except ValueError:
        return False


def _rij(waarde: Any, soort: type) -> list[Any]:
    if not isinstance(waarde, list):
        return []
    klopt = all(isinstance(deel, soort) and not isinstance(deel, bool) for deel in waarde)
    return waarde if klopt else []


def _selectie(waarde: Any, namen: tuple[str, ...]) -> Any:
    if isinstance(waarde, bool):
        # One item makes it a yes-or-no question.
        return (list(namen) if waarde else []) if len(namen) == 1 else _FOUT
    if waarde == []:
        return []
    nummers = _rij(waarde, int)
    if not nummers or not all(1 <= nummer <= len(namen) for nummer in nummers):
        return _FOUT
    return [naam for nummer, naam in enumerate(namen, 1) if nummer in nummers]


def _gegevens(waarde: Any) -> Any:
    genoemd = _rij(waarde, str)
    return _gehoord(gegevens_uit(map(naam_uit, genoemd))) if genoemd else _FOUT


def _tekst(waarde: Any, *, overslaan: bool) -> Any:
    if not isinstance(waarde, str) or len(waarde) > MAX_TEKST:
        return _FOUT
    if overslaan and (not waarde.strip() or is_woord("overslaan", waarde)):
        return ""
    return _gehoord(eigen_woorden(waarde))


def _gehoord(begrepen: Begrepen) -> Any:
    return begrepen.waarde if isinstance(begrepen, Waarde) else begrepen


def _lijst(dossier: Dossier, waarden: Mapping[str, Any]) -> Bevestiging | Onbruikbaar:
    """Take the places in the list of what was understood that are wrong; none is all right."""
    fout = waarden.get(BEGREPEN)
    lijst = dossier.stand.voorgesteld
    nummers = _rij(fout, int)
    if set(waarden) != {BEGREPEN} or (fout != [] and not nummers):
        return Onbruikbaar("formulier")
    weg = aangewezen(dossier, nummers)
    if weg is None:
        return Onbruikbaar("formulier")
    if not nummers:
        return Bevestiging("ja", lijst)
    over = zonder(lijst, weg)
    return Bevestiging("zonder", over) if over else Bevestiging("nee")


def _twijfel(dossier: Dossier, waarden: Mapping[str, Any]) -> Lezingkeuze | Onbruikbaar:
    """Take the place of the reading that is right; 0 for none of them."""
    nummer = waarden.get(BEGREPEN)
    lezingen = dossier.stand.twijfel[0]
    geldig = isinstance(nummer, int) and not isinstance(nummer, bool)
    if set(waarden) != {BEGREPEN} or not geldig or not 0 <= int(nummer or 0) <= len(lezingen):
        return Onbruikbaar("formulier")
    return Lezingkeuze(lezingen[nummer - 1] if nummer else None)
