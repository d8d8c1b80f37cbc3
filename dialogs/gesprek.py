"""Eén beurt van het gesprek: van een dossier en een zin naar een nieuw dossier en berichten.

The only way in for a channel. Nothing is decided here: the procedure says where we are, the
rule core what follows, the texts how it sounds.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Final

from dialogs.beeld import berichten as zeg
from dialogs.beurt import Bericht, Beurt, gevaar, verbeteren
from dialogs.beurt import bundel as samen
from dialogs.beurt import vervolg as verder
from dialogs.beurt.bewaarde import geopend, lijst, na_bewaren, nagerekend
from dialogs.beurt.opdrachten import bewaar, doe
from dialogs.beurt.opzoeken import begin_met_casus
from dialogs.beurt.vervolg import (
    begroet,
    en_weer,
    gevraagd,
    hervat,
    met_stand,
    volgend,
    vraag_verder,
)
from dialogs.dossier import Dossier, Voorgesteld, feitenblad
from dialogs.dossier.vragen import Keer, Soort
from dialogs.lezen import Lezing, beschrijft, lees
from dialogs.procedure import Plaats, plaats
from dialogs.procedure import antwoorden as opruimen
from dialogs.samenvatting.maken import maak
from dialogs.teksten import tekst as zin
from dialogs.verstaan import aanwijzen, twijfel, voorstellen
from dialogs.verstaan.aannames import aannames
from dialogs.verstaan.antwoord import Begrepen, Onduidelijk, Verstaan, is_woord, versta
from dialogs.verstaan.opdrachten import (
    Opdracht,
    herken,
    is_bijzin,
    lijkt_vraag,
    na_schuine_streep,
    vraag_in,
)

__all__ = [
    "beantwoord",
    "begroet",
    "geopend",
    "hervat",
    "lijst",
    "na_bewaren",
    "nagerekend",
    "nieuw",
]


_KORT: Final = 2
"""An answer of so few words answers the question and nothing else."""


def nieuw(dossier_id: str, vandaag: dt.date) -> Dossier:
    """Return an empty dossier."""
    return Dossier(id=dossier_id, begonnen=vandaag)


def beantwoord(dossier: Dossier, tekst: str, nu: dt.datetime) -> Beurt:
    """Take one message and answer it.

    `tekst` has passed the privacy guard. `nu` is the time of the turn; the day of sharing is
    the day the weighing began, unless answered.
    """
    gezegd = na_schuine_streep(tekst, bezig=bool(dossier.antwoorden))
    if gezegd is None:
        return gevaar.eerst(dossier, tekst, nu, lambda na: Beurt(na, (zeg.onbekende_opdracht(),)))
    tekst = aanwijzen.uit_lijst(dossier, gezegd)
    if dossier.stand.bevestigt_opnieuw or dossier.stand.begint_met:
        return _na_opnieuw(dossier, tekst, nu)
    waar = plaats(dossier)
    keer = gevraagd(dossier, waar)
    if keer is not None and not verder.samen(dossier, waar):
        tekst = aanwijzen.uit_keuzes(dossier, keer, tekst)
    return gevaar.eerst(dossier, tekst, nu, partial(_vervolg, tekst=tekst, nu=nu))


def _vervolg(dossier: Dossier, *, tekst: str, nu: dt.datetime) -> Beurt:
    waar = plaats(dossier)
    keer = gevraagd(dossier, waar)
    opdracht = _opdracht(keer, tekst) or _vraag_in(keer, tekst, nu)
    if opdracht is not None:
        return doe(dossier, opdracht, nu)
    if keer is None:
        # Nothing was asked yet, or an upgrade closed the question: ask, do not guess.
        return _na_slot(dossier, tekst, nu) if waar.klaar else begroet(dossier, nu)
    if keer.vraag.id == "begrepen":
        return _na_begrepen(dossier, keer, tekst, nu, waar)
    return _antwoord(dossier, keer, tekst, nu, waar)


def _opdracht(keer: Keer | None, tekst: str) -> Opdracht | None:
    """Return the command in a text; a reason may begin with 'stel dat' as well."""
    opdracht = herken(tekst)
    eigen_woorden = keer is not None and keer.vraag.soort is Soort.TEKST
    return None if opdracht and eigen_woorden and is_bijzin(tekst) else opdracht


def _vraag_in(keer: Keer | None, tekst: str, nu: dt.datetime) -> Opdracht | None:
    """Return the lookup in a text; whoever tells about somebody looks nothing up."""
    if keer is not None and keer.vraag.id == "omschrijving" and beschrijft(lees(tekst, nu.date())):
        return None
    return vraag_in(tekst, keer.vraag if keer else None)


# --- antwoorden -------------------------------------------------------------------------------


def _antwoord(dossier: Dossier, keer: Keer, tekst: str, nu: dt.datetime, ervoor: Plaats) -> Beurt:
    lezing = _gelezen(dossier, keer, tekst, nu)
    verbeterd = verbeteren.verbeter(dossier, keer, tekst, lezing, nu, ervoor)
    if verbeterd is not None:
        return verbeterd
    bundel = verder.samen(dossier, ervoor)
    beurt = samen.antwoord(dossier, ervoor, tekst, lezing, nu) if bundel else None
    if beurt is not None:
        return beurt
    # To a bundle a mere 'ja' says nothing: which of them?
    begrepen = Onduidelijk("bundel") if bundel else _versta(dossier, keer, tekst, nu)
    if isinstance(begrepen, Onduidelijk):
        if begrepen.lezingen:
            return _niet_verstaan(dossier, keer, begrepen)
        gelezen, twijfels = _voorgesteld(dossier, lezing, tekst, keer)
        if gelezen or twijfels:
            stand = met_stand(dossier, voorgesteld=gelezen, twijfel=twijfels)
            return vraag_verder(stand, (), nu, ervoor)
        if lijkt_vraag(tekst):
            return doe(dossier, Opdracht("zoek", tekst), nu)
        if bundel:
            return samen.niet_verstaan(dossier, ervoor, nu)
        return _niet_verstaan(dossier, keer, begrepen)
    erna = _met_antwoord(dossier, keer, begrepen, nu)
    gelezen, twijfels = _voorgesteld(erna, lezing, tekst, keer)
    ook = tuple(voorstel for voorstel in gelezen if voorstel.sleutel != keer.sleutel)
    if keer.vraag.id == "omschrijving":
        ook += aannames(erna, ook, lezing)
    if keer.vraag.id == "gegevens" and len(feitenblad.namen(erna)) > 1:
        ook = voorstellen.soorten(erna)
    vooraf = _na_antwoord(keer, begrepen)
    return vraag_verder(met_stand(erna, voorgesteld=ook, twijfel=twijfels), vooraf, nu, ervoor)


def _voorgesteld(
    dossier: Dossier, lezing: Lezing, tekst: str, keer: Keer
) -> tuple[tuple[Voorgesteld, ...], tuple[twijfel.Twijfel, ...]]:
    """Return what a text tells besides the answer, and what of it clashes."""
    twijfels = twijfel.uit(dossier, lezing, tekst, behalve=keer.sleutel)
    return twijfel.zonder(voorstellen.voorstellen(dossier, lezing), twijfels), twijfels


def _versta(dossier: Dossier, keer: Keer, tekst: str, nu: dt.datetime) -> Begrepen:
    """Understand an answer; at the kind of an item a yes is to the kind that was proposed."""
    if keer.vraag.id == "soort" and is_woord("ja", tekst):
        soort = voorstellen.soort_van(keer, dossier)
        if soort:
            return Verstaan(list(soort))
    return versta(keer.vraag, tekst, feitenblad.namen(dossier), nu.date())


def _gelezen(dossier: Dossier, keer: Keer, tekst: str, nu: dt.datetime) -> Lezing:
    """Read what a text tells besides the answer; not in own words, nor in a choice as shown."""
    getoond = {keuze.waarde for keuze in zeg.vraag(keer, dossier).keuzes}
    eigen = keer.vraag.soort in (Soort.TEKST, Soort.GEGEVENS, Soort.SELECTIE)
    kort = len(tekst.split()) <= _KORT and "," not in tekst
    if tekst in getoond or kort or (eigen and keer.vraag.id != "omschrijving"):
        return Lezing()
    return lees(tekst, nu.date())


def _na_begrepen(
    dossier: Dossier, keer: Keer, tekst: str, nu: dt.datetime, ervoor: Plaats
) -> Beurt:
    """Take what is said about the list of what was understood."""
    lijst = dossier.stand.voorgesteld
    if dossier.stand.twijfel:
        return _na_twijfel(dossier, keer, tekst, nu, ervoor)
    if is_woord("ja", tekst):
        return vraag_verder(voorstellen.neem_over(dossier, lijst, nu), (), nu, ervoor)
    if is_woord("nee", tekst):
        leeg = met_stand(dossier, voorgesteld=())
        return vraag_verder(leeg, [Bericht("tekst", zin("begrepen.weg"))], nu, ervoor)
    fout = voorstellen.aangewezen(dossier, tekst)
    if fout is not None:
        goed = voorstellen.zonder(lijst, fout)
        erna = voorstellen.neem_over(dossier, goed, nu)
        return vraag_verder(erna, [Bericht("tekst", zin("begrepen.zonder"))], nu, ervoor)
    nieuw = voorstellen.voorstellen(dossier, lees(tekst, nu.date()))
    if not nieuw:
        return _niet_verstaan(dossier, keer, Onduidelijk("begrepen"))
    samen = met_stand(dossier, voorgesteld=voorstellen.bijgewerkt(lijst, nieuw))
    return vraag_verder(samen, [Bericht("tekst", zin("begrepen.anders"))], nu, ervoor)


def _na_twijfel(dossier: Dossier, keer: Keer, tekst: str, nu: dt.datetime, ervoor: Plaats) -> Beurt:
    """Take what is said about readings that clash; the rest of what was read still waits."""
    gekozen = twijfel.kies(dossier, tekst, nu.date())
    if isinstance(gekozen, Onduidelijk):
        return _niet_verstaan(dossier, keer, gekozen)
    stand = dossier.stand
    erna = dossier if gekozen is None else voorstellen.neem_over(dossier, [gekozen], nu)
    erna = met_stand(erna, voorgesteld=stand.voorgesteld, twijfel=stand.twijfel[1:])
    gezegd = zin("twijfel.geen" if gekozen is None else "twijfel.gekozen")
    return vraag_verder(erna, [Bericht("tekst", gezegd)], nu, ervoor)


def _met_antwoord(dossier: Dossier, keer: Keer, antwoord: Verstaan, nu: dt.datetime) -> Dossier:
    gewijzigd = keer.sleutel in dossier.antwoorden
    erna = verder.met_antwoorden(dossier, {keer: antwoord.waarde}, nu)
    return opruimen.na_wijziging(erna, keer.sleutel) if gewijzigd else erna


def _na_antwoord(keer: Keer, antwoord: Verstaan) -> list[Bericht]:
    if keer.vraag.id == "levensgevaar" and antwoord.waarde is True:
        return [Bericht("waarschuwing", zin("gesprek.gevaar_112"))]
    if antwoord.waarde is None and keer.vraag.soort is not Soort.DATUM:
        return [zeg.niet_geweten(keer)]
    return []


def _niet_verstaan(dossier: Dossier, keer: Keer, wat: Onduidelijk) -> Beurt:
    keren = dossier.stand.misverstaan + 1
    stand = dossier.stand.model_copy(update={"misverstaan": keren, "lijst": ()})
    uit = zeg.onduidelijk(keer, wat, keren, dossier)
    return Beurt(dossier.model_copy(update={"stand": stand}), tuple(uit))


# --- bijzondere momenten ---


def _na_opnieuw(dossier: Dossier, tekst: str, nu: dt.datetime) -> Beurt:
    if tekst.strip() == "1" or is_woord("ja", tekst):
        if dossier.stand.begint_met:
            return begin_met_casus(dossier, nu)
        return begroet(volgend(dossier, nu), nu)
    verder = met_stand(dossier, bevestigt_opnieuw=False, begint_met=None)
    if tekst.strip() == "2" or is_woord("nee", tekst):
        return en_weer(verder, [zeg.zin("opnieuw_niet")])
    # Not an answer to 'really?': then it was meant for the conversation.
    return beantwoord(verder, tekst, nu)


def _na_slot(dossier: Dossier, tekst: str, nu: dt.datetime) -> Beurt:
    """The weighing is done: the only question left is whether to keep it."""
    slot = zeg.slot(maak(dossier, nu.date()))[-1]
    kaal = tekst.strip().rstrip(".)")
    if kaal.isdecimal() and 1 <= int(kaal[:4]) <= len(slot.keuzes):
        return beantwoord(dossier, slot.keuzes[int(kaal[:4]) - 1].waarde, nu)
    if is_woord("ja", tekst):
        return bewaar(dossier, nu)
    if is_woord("nee", tekst):
        return Beurt(dossier, (zeg.zin("niet_bewaard"),))
    if lijkt_vraag(tekst):
        return doe(dossier, Opdracht("zoek", tekst), nu)
    return Beurt(dossier, (Bericht("tekst", zin("misverstaan.keuze")), slot))
