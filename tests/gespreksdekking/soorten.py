"""Welk soort antwoord een beurt was: wat het gesprek ervan verstond, op wat er gevraagd was.

What was understood decides, not what the message looks like; the rest only counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from dialogs.bedoeling import (
    Antwoorden,
    Bedoeling,
    Beschrijving,
    Bevestiging,
    EenVoorEen,
    Gezegd,
    Lezingkeuze,
    NieuweWeging,
    OnbekendeOpdracht,
    Onduidelijk,
    Opdracht,
    Opzoeken,
    Uiting,
    Uitstapje,
    Verbetering,
    Veronderstelling,
    Weegbaar,
    Weglaten,
)
from dialogs.beeld.keuzes import keuzes
from dialogs.beeld.vraag import beeldvraag
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import Keer, Vraag, Vraagsoort, keer_van
from dialogs.dossier.wacht import (
    BEGREPEN,
    BevestigCasus,
    BevestigOpnieuw,
    BevestigVerteld,
    BevestigWeging,
    OpBundel,
    OpLijst,
    OpNiets,
    OpSlot,
    OpTwijfel,
    OpVraag,
)
from dialogs.procedure.bundels import BUNDELS
from dialogs.teksten.woorden import plat
from dialogs.verstaan import verstaan
from dialogs.verstaan.bundel import per_regel
from dialogs.verstaan.gezegd import Zin


class Manier(StrEnum):
    """A kind of answer. The first are about one question, the others may come anywhere."""

    KEUZE = "keuze"
    """As it was offered."""
    NUMMER = "nummer"
    ZIN = "zin"
    """In other words than were offered."""
    WEET_NIET = "weet niet"
    NIET_BEGREPEN = "niet begrepen"
    SAMEN = "samen"
    """Together with the others of its bundle."""
    REGELS = "regels"
    """The same, a line for each question."""
    INGEVULD = "ingevuld"
    """In the field of a screen."""
    LOS = "los"
    """Let the questions of the bundle come one by one."""
    GELEZEN = "gelezen"
    """Read from a description or remark, and then confirmed."""
    VERBETERD = "verbeterd"
    """Corrected at another question."""
    GEWIJZIGD = "gewijzigd"
    """Opened again by 'wijzig' or 'terug', and answered."""
    WAAROM = "waarom"
    OPZOEKEN = "opzoeken"
    WAT_ALS = "wat als"
    TUSSENDOOR = "tussendoor"
    """Small talk, or words that never are an answer."""
    TERUG = "terug"
    ANDERE_OPDRACHT = "opdracht"
    VERTELD = "verteld"
    """Something besides, which is asked for confirmation; or two things that clash."""
    ANDERS = "anders"


BEGIN: Final = "(begin)"
LIJST: Final = "(lijst)"
ZEKER: Final = "(zeker weten)"
TWIJFEL: Final = "(twijfel)"
SLOT: Final = "(slot)"
MOMENTEN: Final = (LIJST, ZEKER, TWIJFEL, SLOT)
"""What is waited for besides a question."""

_OPDRACHTEN: Final = {
    **dict.fromkeys(("waarom", "waarom_oordeel"), Manier.WAAROM),
    "groet": Manier.TUSSENDOOR,
    **dict.fromkeys(("terug", "wijzig", "stap", "niet_wijzigen"), Manier.TERUG),
    **dict.fromkeys(("casussen", "verder", "begin", "lees"), Manier.OPZOEKEN),
}
_ANDERS: Final = {
    Beschrijving: Manier.VERTELD,
    NieuweWeging: Manier.VERTELD,
    Weegbaar: Manier.VERTELD,
    EenVoorEen: Manier.LOS,
    OnbekendeOpdracht: Manier.ANDERE_OPDRACHT,
    Onduidelijk: Manier.NIET_BEGREPEN,
    Opzoeken: Manier.OPZOEKEN,
    Uitstapje: Manier.TUSSENDOOR,
    Veronderstelling: Manier.WAT_ALS,
}
_OVERAL: Final = frozenset(
    {Manier.NIET_BEGREPEN, Manier.GEWIJZIGD, Manier.WAAROM, Manier.OPZOEKEN, Manier.TUSSENDOOR}
)
_KIESBAAR: Final = (
    *(Vraagsoort.KEUZE, Vraagsoort.MEERKEUZE),
    *(Vraagsoort.JA_NEE, Vraagsoort.SELECTIE),
)
_IN_BUNDEL: Final = frozenset(id_ for bundel in BUNDELS for id_ in bundel.vragen)
_NOOIT_GELEZEN: Final = frozenset(
    {"alternatief", "belang_zwaarder", "in_melding", "in_overgangsdocument", "nodig"}
)
"""Open norms, and what is decided for each item."""


def kan(vraag: Vraag) -> frozenset[Manier]:
    """Return the kinds of answer that make sense at a question."""
    uit = {*_OVERAL, Manier.ZIN}
    if vraag.soort in _KIESBAAR:
        uit |= {Manier.KEUZE, Manier.NUMMER}
    if vraag.soort is Vraagsoort.GETAL:
        uit.add(Manier.NUMMER)
    if vraag.onbekend_mag:
        uit.add(Manier.WEET_NIET)
    if vraag.id in _IN_BUNDEL:
        # A data item in a sentence is read, and confirmed; in a line of its own it is the answer.
        uit |= {Manier.REGELS, Manier.LOS}
        uit |= set() if vraag.soort is Vraagsoort.GEGEVENS else {Manier.SAMEN}
    if vraag.feit is not None and vraag.id not in _NOOIT_GELEZEN:
        uit.add(Manier.GELEZEN)
        if vraag.soort is not Vraagsoort.GEGEVENS:
            uit.add(Manier.VERBETERD)
    if vraag.id in ("omschrijving", BEGREPEN):
        # The first is told, the second confirmed; neither is a subject one comes back to.
        uit -= {Manier.GEWIJZIGD}
    if vraag.soort is not Vraagsoort.TEKST:
        # Words of one's own are said, also on a screen.
        uit.add(Manier.INGEVULD)
    return frozenset(uit)


def manieren(voor: Dossier, uiting: Uiting, nu: dt.datetime) -> Iterator[tuple[str, Manier]]:
    """Yield the question and the kind of answer of one turn; a bundle answers several."""
    match verstaan(uiting, voor, nu.date()).bedoeling:
        case Antwoorden(waarden=waarden):
            samen = _samen(voor)
            for keer, waarde in waarden.items():
                if isinstance(voor.stand.gesteld, OpVraag) and voor.stand.gesteld.wijzigt:
                    yield keer.vraag.id, Manier.GEWIJZIGD
                yield keer.vraag.id, _antwoord(voor, uiting, waarde, samen)
        case Bevestiging(hoe=hoe, over=over):
            yield BEGREPEN, _vorm(voor, uiting)
            for gelezen in over if hoe != "anders" else ():
                yield _vraag_id(gelezen.sleutel), Manier.GELEZEN
        case Lezingkeuze():
            yield TWIJFEL, _vorm(voor, uiting)
        case Verbetering() | Weglaten() as anders:
            yield from ((vraag, Manier.VERBETERD) for vraag in _verbeterd(anders))
        case bedoeling:
            for gevraagd in _gevraagd(voor):
                yield gevraagd, _zonder_antwoord(bedoeling)


def _verbeterd(anders: Verbetering | Weglaten) -> Iterator[str]:
    if isinstance(anders, Weglaten):
        yield "gegevens"
    else:
        yield from (_vraag_id(wordt.sleutel) for wordt in anders.wordt)


def _gevraagd(voor: Dossier) -> tuple[str, ...]:
    """Return the questions that were open, or what else was waited for."""
    match voor.stand.wacht:
        case OpLijst():
            return (LIJST,)
        case BevestigOpnieuw() | BevestigCasus() | BevestigVerteld() | BevestigWeging():
            return (ZEKER,)
        case OpTwijfel():
            return (TWIJFEL,)
        case OpSlot():
            return (SLOT,)
        case OpNiets():
            return (BEGIN,)
        case OpBundel(vragen=vragen):
            return tuple(map(_vraag_id, vragen))
        case OpVraag(vraag=vraag):
            return (_vraag_id(vraag),)
        case _:
            return (BEGREPEN,)


def _vraag_id(sleutel: str) -> str:
    keer = keer_van(sleutel)
    return keer.vraag.id if keer is not None else sleutel


def _samen(voor: Dossier) -> tuple[Keer, ...]:
    """Return the questions of the bundle that was asked."""
    gesteld = voor.stand.gesteld
    vragen = gesteld.vragen if isinstance(gesteld, OpBundel) else ()
    return tuple(keer for sleutel in vragen if (keer := keer_van(sleutel)) is not None)


def _antwoord(voor: Dossier, uiting: Uiting, waarde: object, samen: tuple[Keer, ...]) -> Manier:
    if isinstance(uiting, Gezegd) and samen:
        return Manier.REGELS if _zijn_regels(voor, uiting, samen) else Manier.SAMEN
    return Manier.WEET_NIET if waarde is None else _vorm(voor, uiting)


def _zijn_regels(voor: Dossier, uiting: Gezegd, keren: tuple[Keer, ...]) -> bool:
    return bool(per_regel(keren, Zin(uiting.tekst, voor.begonnen), feitenblad.namen(voor)))


def _vorm(voor: Dossier, uiting: Uiting) -> Manier:
    if not isinstance(uiting, Gezegd):
        return Manier.INGEVULD
    aangeboden = keuzes(beeldvraag(voor.wachtend(voor.stand.gesteld)))
    getoond = {plat(woord) for keus in aangeboden.alle for woord in (keus.label, keus.waarde)}
    if plat(uiting.tekst) in getoond and not uiting.tekst.strip().isdecimal():
        return Manier.KEUZE
    nummers = uiting.tekst.replace(" en ", " ").replace(",", " ").split()
    return Manier.NUMMER if nummers and all(map(str.isdecimal, nummers)) else Manier.ZIN


def _zonder_antwoord(bedoeling: Bedoeling) -> Manier:
    if isinstance(bedoeling, Opdracht):
        return _OPDRACHTEN.get(bedoeling.naam, Manier.ANDERE_OPDRACHT)
    return _ANDERS.get(type(bedoeling), Manier.ANDERS)
