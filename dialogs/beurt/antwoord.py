"""Antwoorden overnemen: op één vraag, op een bundel, of in de plaats van een eerder antwoord."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from dialogs.bedoeling import Antwoorden, EenVoorEen, Verbetering, Weglaten
from dialogs.beeld.gezegd import Gezegde, Zin
from dialogs.beurt import zeggen
from dialogs.beurt.beurt import Beurt
from dialogs.beurt.feitelijk import naar_feiten
from dialogs.beurt.gevolg import met_gevolg
from dialogs.beurt.vervolg import groet, vraag_verder
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import Keer, Vraagsoort
from dialogs.dossier.wacht import OpVraag
from dialogs.procedure import plaats
from dialogs.procedure.antwoorden import met_antwoorden, neem_over, zonder_gegevens
from dialogs.procedure.weglaten import passend, uit_eigen_woorden


def beantwoord(dossier: Dossier, wat: Antwoorden, nu: dt.datetime) -> Beurt:
    """Take the answers, and what was read besides; then ask on."""
    ervoor = plaats(dossier)
    # Who opens an answer to change it may well take it back; else not knowing takes nothing away.
    wacht = dossier.stand.wacht
    neemt_terug = isinstance(wacht, OpVraag) and wacht.wijzigt
    onbekend = [keer for keer, waarde in wat.waarden.items() if waarde is None]
    blijft = [] if neemt_terug else [keer for keer in onbekend if _bekend(dossier, keer)]
    waarden = {keer: waarde for keer, waarde in wat.waarden.items() if keer not in blijft}
    erna = met_antwoorden(dossier, waarden, nu, bundel=wat.bundel is not None)
    erna = met_gevolg(uit_eigen_woorden(erna, wat.weg), waarden)
    if wat.bundel is not None:
        erna = erna.gevraagd_in(wat.bundel)
        vooraf = _na_bundel(erna, tuple(waarden))
    else:
        vooraf = _na_antwoord(waarden, erna)
    redenen = (w for keer, w in waarden.items() if keer.vraag.reden_bij is not None)
    erna, vraag = naar_feiten(erna, redenen)
    vooraf = (*vooraf, *vraag)
    vooraf = (*groet(dossier), *zeggen.blijft_staan(blijft, dossier), *vooraf)
    if neemt_terug:
        vooraf = (*vooraf, *zeggen.vervallen(dossier, erna))
    # Who changes an answer in between comes back to the list that still waits.
    wachtte = dossier.stand.voorgesteld if neemt_terug else ()
    nieuw = {*(keer.sleutel for keer in waarden), *(v.sleutel for v in wat.ook)}
    ook = passend((*(v for v in wachtte if v.sleutel not in nieuw), *wat.ook))
    return vraag_verder(erna.gelezen(ook, wat.twijfel), nu, *vooraf, ervoor=ervoor)


def een_voor_een(dossier: Dossier, wat: EenVoorEen, nu: dt.datetime) -> Beurt:
    """Ask the questions of a bundle by themselves from now on."""
    ervoor = plaats(dossier)
    los = Zin(sleutel="bundelzinnen.los")
    return vraag_verder(dossier.gevraagd_in(wat.bundel), nu, los, ervoor=ervoor)


def verbeter(dossier: Dossier, wat: Verbetering, nu: dt.datetime) -> Beurt:
    """Change earlier answers at once, and say so."""
    ervoor = plaats(dossier)
    erna = neem_over(dossier, wat.wordt, nu)
    wet = zeggen.oude_wet(erna) if any(v.sleutel == "datum" for v in wat.wordt) else ()
    ook = (*zeggen.vervallen(dossier, erna), *wet)
    return vraag_verder(erna, nu, zeggen.gewijzigd(wat.wordt, erna), *ook, ervoor=ervoor)


def laat_weg(dossier: Dossier, wat: Weglaten, nu: dt.datetime) -> Beurt:
    """Take data items out, with all that was said of them."""
    ervoor = plaats(dossier)
    erna = zonder_gegevens(dossier, wat.namen, nu)
    return vraag_verder(erna, nu, Zin(sleutel="begrepen.weggelaten"), ervoor=ervoor)


def _bekend(dossier: Dossier, keer: Keer) -> bool:
    """Tell whether this was answered; 'weet ik niet' does not take that away."""
    return feitenblad.waarde(dossier, keer.sleutel) is not None


def _na_antwoord(waarden: Mapping[Keer, Any], dossier: Dossier) -> tuple[Gezegde, ...]:
    if not waarden:
        return ()
    (keer, waarde), *erbij = waarden.items()
    if erbij:
        # The reason that was given with it: say back what of a sentence counts as that.
        return zeggen.genoteerd([reden for reden, _ in erbij], dossier)
    if keer.vraag.soort is Vraagsoort.DATUM:
        return zeggen.oude_wet(dossier)
    if waarde is None:
        return zeggen.niet_geweten([keer])
    return ()


def _na_bundel(dossier: Dossier, keren: Sequence[Keer]) -> tuple[Gezegde, ...]:
    """Say back what was noted, for it was read from a sentence or numbers; and what follows."""
    over = [keer for keer in keren if keer.sleutel in dossier.antwoorden]
    open_ = [keer for keer in over if feitenblad.waarde(dossier, keer.sleutel) is None]
    return (*zeggen.genoteerd(over, dossier), *zeggen.niet_geweten(open_))
