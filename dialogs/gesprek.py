"""Eén beurt van het gesprek: van een dossier en een zin naar een nieuw dossier en berichten.

The only way in for a channel. Nothing is decided here: the procedure says where we are, the
rule core what follows, the texts how it sounds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from dialogs import berichten as zeg
from dialogs import (
    feitenblad,
    gevaar,
    narekenen,
    opruimen,
    samen,
    verder,
    voorstellen,
    wijzigen,
)
from dialogs.aannames import aannames
from dialogs.begrip import Onduidelijk, Verstaan, is_woord, versta
from dialogs.beurt import Bericht, Beurt
from dialogs.dossier import Antwoord, Dossier, Gebeurtenis, Voorgesteld
from dialogs.lezen import Lezing, beschrijft, lees
from dialogs.opdrachten import Opdracht, herken, lijkt_vraag, vraag_in
from dialogs.opzoeken import begin_met_casus
from dialogs.procedure import Plaats, plaats
from dialogs.teksten import tekst as zin
from dialogs.uitvoeren import bewaar, doe
from dialogs.verder import begroet, en_weer, gevraagd, hervat, met_stand, volgend, vraag_verder
from dialogs.verslag import maak
from dialogs.vragen import Keer, Soort
from dialogs.weergave import dag
from knowledge.fouten import KennisOnjuist

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
    tekst = _gekozen_uit_lijst(dossier, tekst)
    if dossier.stand.bevestigt_opnieuw or dossier.stand.begint_met:
        return _na_opnieuw(dossier, tekst, nu)
    waar = plaats(dossier)
    keer = gevraagd(dossier, waar)
    if keer is not None and not verder.samen(dossier, waar):
        tekst = _keuze_op_nummer(dossier, keer, tekst)
    return gevaar.eerst(dossier, tekst, nu, partial(_vervolg, tekst=tekst, nu=nu))


def _vervolg(dossier: Dossier, *, tekst: str, nu: dt.datetime) -> Beurt:
    waar = plaats(dossier)
    keer = gevraagd(dossier, waar)
    opdracht = herken(tekst) or _vraag_in(keer, tekst, nu)
    if opdracht is not None:
        return doe(dossier, opdracht, nu)
    if keer is None:
        # Nothing was asked yet, or an upgrade closed the question: ask, do not guess.
        return _na_slot(dossier, tekst, nu) if waar.klaar else begroet(dossier, nu)
    if keer.vraag.id == "begrepen":
        return _na_begrepen(dossier, keer, tekst, nu, waar)
    return _antwoord(dossier, keer, tekst, nu, waar)


def _vraag_in(keer: Keer | None, tekst: str, nu: dt.datetime) -> Opdracht | None:
    """Return the lookup in a text; whoever tells about somebody looks nothing up."""
    if keer is not None and keer.vraag.id == "omschrijving" and beschrijft(lees(tekst, nu.date())):
        return None
    return vraag_in(tekst, keer.vraag if keer else None)


def na_bewaren(dossier: Dossier, kenmerk: str) -> Beurt:
    """Say under which reference the summary is kept."""
    stand = dossier.stand.model_copy(update={"bewaard_als": kenmerk})
    bewaard = dossier.model_copy(update={"stand": stand})
    return Beurt(bewaard, (zeg.zin("bewaard", kenmerk=kenmerk),))


def lijst(wegingen: Sequence[tuple[str, dt.date, str]]) -> tuple[Bericht, ...]:
    """Say which weighings are kept: reference, date and title of each."""
    if not wegingen:
        return (zeg.zin("lijst_leeg"),)
    regels = [zin("gesprek.lijst_regel", kenmerk=k, datum=dag(d), titel=t) for k, d, t in wegingen]
    slot = zin("gesprek.lijst_open", kenmerk=wegingen[0][0])
    kop = zin("gesprek.lijst_kop")
    return (Bericht("lijst", "\n".join([kop, "", *regels, "", slot])),)


def nagerekend(gegevens: dict[str, Any], uitgave: dict[str, Any] | None) -> tuple[Bericht, ...]:
    """Say what a kept weighing gives when it is made again; `uitgave` is its edition."""
    try:
        samenvatting = narekenen.lees(gegevens)
        uitkomsten = narekenen.reken_na(samenvatting, narekenen.kennis_van(samenvatting, uitgave))
    except (narekenen.NietNaTeRekenen, KennisOnjuist) as fout:
        return (Bericht("waarschuwing", zin("narekenen.kan_niet", reden=str(fout))),)
    return (Bericht("tekst", narekenen.in_woorden(samenvatting, uitkomsten)),)


def geopend(kenmerk: str, markdown: str | None) -> tuple[Bericht, ...]:
    """Show a kept weighing again, or say that it is not there."""
    if markdown is None:
        return (zeg.zin("niet_gevonden", kenmerk=kenmerk),)
    return (Bericht("samenvatting", markdown),)


# --- antwoorden -------------------------------------------------------------------------------


def _antwoord(dossier: Dossier, keer: Keer, tekst: str, nu: dt.datetime, ervoor: Plaats) -> Beurt:
    lezing = _gelezen(dossier, keer, tekst, nu)
    gewijzigd = voorstellen.verbeteringen(dossier, lezing) or _vorig_getal(dossier, tekst, nu)
    if gewijzigd and voorstellen.is_verbetering(tekst):
        erna = voorstellen.neem_over(dossier, gewijzigd, nu)
        return vraag_verder(erna, [zeg.gewijzigd(gewijzigd, erna)], nu, ervoor)
    bundel = verder.samen(dossier, ervoor)
    beurt = samen.antwoord(dossier, ervoor, tekst, lezing, nu) if bundel else None
    if beurt is not None:
        return beurt
    # To a bundle a mere 'ja' says nothing: which of them?
    begrepen = (
        Onduidelijk("bundel")
        if bundel
        else versta(keer.vraag, tekst, feitenblad.namen(dossier), nu.date())
    )
    if isinstance(begrepen, Onduidelijk):
        gelezen = voorstellen.voorstellen(dossier, lezing)
        if gelezen:
            return vraag_verder(met_stand(dossier, voorgesteld=gelezen), (), nu, ervoor)
        if lijkt_vraag(tekst):
            return doe(dossier, Opdracht("zoek", tekst), nu)
        if bundel:
            return samen.niet_verstaan(dossier, ervoor, nu)
        return _niet_verstaan(dossier, keer, begrepen)
    erna = _met_antwoord(dossier, keer, begrepen, nu)
    ook = [v for v in voorstellen.voorstellen(erna, lezing) if v.sleutel != keer.sleutel]
    if keer.vraag.id == "omschrijving":
        ook += aannames(erna, ook, lezing)
    if keer.vraag.id == "gegevens" and len(feitenblad.namen(erna)) > 1:
        ook = list(voorstellen.soorten(erna, nu.date()))
    vooraf = _na_antwoord(keer, begrepen)
    return vraag_verder(met_stand(erna, voorgesteld=tuple(ook)), vooraf, nu, ervoor)


def _vorig_getal(dossier: Dossier, tekst: str, nu: dt.datetime) -> tuple[Voorgesteld, ...]:
    """Take 'nee, 14 maanden' for the number that was asked just before."""
    vorige = wijzigen.vorige(dossier, dossier.stand.vraag)
    _, _, rest = tekst.partition(",")
    if vorige is None or vorige.vraag.soort is not Soort.GETAL or not rest.strip():
        return ()
    bedoeld = versta(vorige.vraag, rest, (), nu.date())
    if not isinstance(bedoeld, Verstaan) or bedoeld.waarde is None:
        return ()
    return (Voorgesteld(sleutel=vorige.sleutel, waarde=bedoeld.waarde, woorden=rest.strip()),)


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


def _met_antwoord(dossier: Dossier, keer: Keer, antwoord: Verstaan, nu: dt.datetime) -> Dossier:
    gewijzigd = keer.sleutel in dossier.antwoorden
    erna = dossier.model_copy(
        update={
            "antwoorden": {**dossier.antwoorden, keer.sleutel: Antwoord(waarde=antwoord.waarde)},
            "geschiedenis": (
                *dossier.geschiedenis,
                Gebeurtenis(wanneer=nu, vraag=keer.vraag.id),
            ),
            "stand": dossier.stand.na_antwoord(),
        }
    )
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


def _gekozen_uit_lijst(dossier: Dossier, tekst: str) -> str:
    """Turn a number into the choice it stood for in the list last shown."""
    aangeboden = dossier.stand.lijst
    kaal = tekst.strip().rstrip(".)")
    if aangeboden and kaal.isdecimal() and 1 <= int(kaal[:4]) <= len(aangeboden):
        return aangeboden[int(kaal[:4]) - 1]
    return tekst


def _keuze_op_nummer(dossier: Dossier, keer: Keer, tekst: str) -> str:
    """Turn a number into the choice shown with the question (also 'weet ik niet')."""
    bericht = zeg.vraag(keer, dossier)
    kaal = tekst.strip().rstrip(".)")
    if keer.vraag.id == "begrepen" or _is_nummer_van_gegeven(dossier, keer, kaal):
        return tekst  # as it is: an item may be called 'geen' or '2'
    if bericht.genummerd and kaal.isdecimal() and 1 <= int(kaal[:4]) <= len(bericht.keuzes):
        return bericht.keuzes[int(kaal[:4]) - 1].waarde
    return tekst


def _is_nummer_van_gegeven(dossier: Dossier, keer: Keer, kaal: str) -> bool:
    aantal = len(feitenblad.namen(dossier))
    return (
        keer.vraag.soort is Soort.SELECTIE
        and aantal > 1
        and kaal.isdecimal()
        and 1 <= int(kaal[:4]) <= aantal
    )


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
