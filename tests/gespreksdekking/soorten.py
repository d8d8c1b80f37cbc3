"""Welk soort antwoord een beurt was, gezien aan het dossier ervoor en erna.

What the code made of a message decides, not what the message looks like. The one module that
knows how `dialogs` tells an answer from a command; the rest only counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from dialogs import gesprek
from dialogs.beeld import berichten as zeg
from dialogs.beurt import vervolg
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer, Soort, Vraag
from dialogs.procedure import plaats
from dialogs.procedure.bundels import BUNDELS
from dialogs.verstaan import aanwijzen, uitstapjes
from dialogs.verstaan.antwoord import plat
from dialogs.verstaan.bundel import per_regel
from dialogs.verstaan.opdrachten import na_schuine_streep


class Manier(StrEnum):
    """A kind of answer. The first thirteen are about one question, the others may come anywhere."""

    KEUZE = "keuze"
    """As it was offered."""
    NUMMER = "nummer"
    ZIN = "zin"
    """In other words than were offered."""
    WEET_NIET = "weet niet"
    NIET_BEGREPEN = "niet begrepen"
    SAMEN = "samen"
    """Together with the others of its bundle."""
    FORMULIER = "formulier"
    """The same, a line for each question."""
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


BEGREPEN: Final = "begrepen"
BEGIN: Final = "(begin)"
LIJST: Final = "(lijst)"
ZEKER: Final = "(zeker weten)"
TWIJFEL: Final = "(twijfel)"
SLOT: Final = "(slot)"
MOMENTEN: Final = (LIJST, ZEKER, TWIJFEL, SLOT)
"""What is waited for besides a question."""

_OPDRACHTEN: Final = {
    "waarom": Manier.WAAROM,
    "wat_als": Manier.WAT_ALS,
    "terug": Manier.TERUG,
    **dict.fromkeys(("wijzig", "stap", "niet_wijzigen"), Manier.TERUG),
    **dict.fromkeys(("zoek", "casussen", "verder", "begin"), Manier.OPZOEKEN),
    **dict.fromkeys((*uitstapjes.NAMEN, "groet"), Manier.TUSSENDOOR),
}
_OVERAL: Final = frozenset(
    {Manier.NIET_BEGREPEN, Manier.GEWIJZIGD, Manier.WAAROM, Manier.OPZOEKEN, Manier.TUSSENDOOR}
)
_KIESBAAR: Final = (Soort.KEUZE, Soort.MEERKEUZE, Soort.JA_NEE, Soort.SELECTIE)
_IN_BUNDEL: Final = frozenset(id_ for bundel in BUNDELS for id_ in bundel.vragen)
_NOOIT_GELEZEN: Final = frozenset(
    {"alternatief", "belang_zwaarder", "nodig", "in_overgangsdocument"}
)
"""Open norms, and what is decided for each item."""


def kan(vraag: Vraag) -> frozenset[Manier]:
    """Return the kinds of answer that make sense at a question."""
    uit = {*_OVERAL, Manier.ZIN}
    if vraag.soort in _KIESBAAR:
        uit |= {Manier.KEUZE, Manier.NUMMER}
    if vraag.soort is Soort.GETAL:
        uit.add(Manier.NUMMER)
    if vraag.onbekend_mag:
        uit.add(Manier.WEET_NIET)
    if vraag.id in _IN_BUNDEL:
        uit |= {Manier.SAMEN, Manier.FORMULIER, Manier.LOS}
    if vraag.feit is not None and vraag.id not in _NOOIT_GELEZEN:
        uit.add(Manier.GELEZEN)
        if vraag.soort is not Soort.GEGEVENS:
            uit.add(Manier.VERBETERD)
    if vraag.id in ("omschrijving", BEGREPEN):
        # The first is told, the second confirmed; neither is a subject one comes back to.
        uit -= {Manier.GEWIJZIGD}
    return frozenset(uit)


def manieren(voor: Dossier, tekst: str, na: Dossier, nu: dt.datetime) -> Iterator[tuple[str, str]]:
    """Yield the question and the kind of answer of one turn; a bundle answers several."""
    moment = _moment(voor)
    waar = plaats(voor)
    keer = vervolg.gevraagd(voor, waar)
    gezegd = na_schuine_streep(tekst, bezig=bool(voor.antwoorden)) or tekst
    gezegd = aanwijzen.uit_lijst(voor, gezegd)
    beantwoord = _beantwoord(voor, na)
    if keer is not None and keer.vraag.id == BEGREPEN and moment is None and _bevestigd(voor, na):
        yield BEGREPEN, _vorm(voor, keer, tekst)
    samen = vervolg.samen(voor, waar) or ((keer,) if keer else ())
    for id_ in beantwoord:
        if voor.stand.wijzigt and keer is not None and keer.vraag.id == id_:
            yield id_, Manier.GEWIJZIGD
        yield id_, _antwoord(voor, na, samen, id_, tekst, nu)
    if beantwoord or (samen and samen[0].vraag.id == BEGREPEN and _bevestigd(voor, na)):
        return
    manier = _zonder_antwoord(voor, na, keer, gezegd, nu)
    if moment is not None:
        yield moment, manier
        return
    for een in samen:
        yield een.vraag.id, manier


def _moment(voor: Dossier) -> str | None:
    """Return what was waited for, if that is no question."""
    stand = voor.stand
    if stand.lijst:
        return LIJST
    if stand.bevestigt_opnieuw or stand.begint_met:
        return ZEKER
    if stand.twijfel:
        return TWIJFEL
    if stand.vraag is None:
        return SLOT if plaats(voor).klaar else BEGIN
    return None


def _bevestigd(voor: Dossier, na: Dossier) -> bool:
    """Tell whether something was said about the list of what was read."""
    return na.stand.voorgesteld != voor.stand.voorgesteld


def _beantwoord(voor: Dossier, na: Dossier) -> tuple[str, ...]:
    if na.id != voor.id:
        return ()
    nieuw = na.geschiedenis[len(voor.geschiedenis) :]
    return tuple(dict.fromkeys(gebeurd.vraag for gebeurd in nieuw if gebeurd.vraag in VRAGEN))


def _antwoord(
    voor: Dossier, na: Dossier, samen: tuple[Keer, ...], id_: str, tekst: str, nu: dt.datetime
) -> Manier:
    gevraagd = {keer.vraag.id: keer for keer in samen}
    if id_ not in gevraagd:
        eerder = any(sleutel.startswith(id_) for sleutel in voor.antwoorden)
        return Manier.GELEZEN if BEGREPEN in gevraagd or not eerder else Manier.VERBETERD
    keer = gevraagd[id_]
    antwoord = na.antwoorden.get(keer.sleutel)
    if len(samen) > 1:
        lijnen = per_regel(samen, tekst, feitenblad.namen(voor), nu.date())
        return Manier.FORMULIER if lijnen else Manier.SAMEN
    if antwoord is not None and antwoord.waarde is None:
        return Manier.WEET_NIET
    return _vorm(voor, keer, tekst)


def _vorm(voor: Dossier, keer: Keer, tekst: str) -> Manier:
    getoond = {
        plat(woorden)
        for keuze in zeg.vraag(keer, voor).keuzes
        for woorden in (keuze.label, keuze.waarde)
    }
    if plat(tekst) in getoond and not tekst.strip().isdecimal():
        return Manier.KEUZE
    nummers = tekst.replace(" en ", " ").replace(",", " ").split()
    return Manier.NUMMER if nummers and all(map(str.isdecimal, nummers)) else Manier.ZIN


def _zonder_antwoord(
    voor: Dossier, na: Dossier, keer: Keer | None, gezegd: str, nu: dt.datetime
) -> Manier:
    opdracht = gesprek._opdracht(keer, gezegd) or gesprek._vraag_in(keer, gezegd, nu)
    if opdracht is not None:
        return _OPDRACHTEN.get(opdracht.naam, Manier.ANDERE_OPDRACHT)
    if na.stand.misverstaan > voor.stand.misverstaan:
        return Manier.NIET_BEGREPEN
    if na.stand.los != voor.stand.los:
        return Manier.LOS
    if na.stand.voorgesteld != voor.stand.voorgesteld or na.stand.twijfel != voor.stand.twijfel:
        return Manier.VERTELD
    return Manier.ANDERS
