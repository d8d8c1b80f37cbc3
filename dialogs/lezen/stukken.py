"""Stukken zin met elk één onderwerp, en de woorden daarin die zeggen wie vraagt en wie geeft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

from dialogs.lezen.lexicon import tabel
from dialogs.lezen.partijen import SCHOLEN, SCHOOL, Partij
from dialogs.lezen.woorden import SCHEIDING, Rij

IK: Final = "ik"
JONGERE: Final = "jongere"
INFO: Final = "gegevens"
"""The word that stands for any data item."""
EINDE: Final = frozenset(".?")
_VOORAAN: Final = 2
"""Before so many words a piece has just begun; its punctuation is one of them."""
_DAARHEEN: Final = frozenset(("daarheen", "daarnaartoe"))


class Naamwoord(NamedTuple):
    """A word of the text, or an organisation taken as one; `van` and `tot` are word numbers."""

    vorm: str
    van: int
    tot: int
    partij: str = ""
    lidwoord: bool = False
    """An article went into it: 'de gemeente', not 'gemeente'."""


@dataclass(slots=True)
class Stuk:
    """A piece with one subject, and the words in it that matter."""

    woorden: list[Naamwoord] = field(default_factory=list)
    onderwerp: str | None = None
    krijgt: list[str] = field(default_factory=list)
    bron: list[str] = field(default_factory=list)
    los: list[str] = field(default_factory=list)
    door_te: list[str] = field(default_factory=list)
    soorten: set[str] = field(default_factory=set)


@cache
def lijst(naam: str) -> frozenset[str]:
    """Return one of the lists of words in `routes.toml`."""
    return frozenset(tabel("routes")[naam])


def vormen(stuk: Stuk) -> set[str]:
    """Return the words of a piece."""
    return {woord.vorm for woord in stuk.woorden}


def naamwoorden(rij: Rij, partijen: Sequence[Partij]) -> list[Naamwoord]:
    """Return the words with each organisation as one, its article gone into it.

    What goes 'via DUO' is neither given nor asked by it.
    """
    uit: list[Naamwoord] = []
    klaar = 0
    for partij in partijen:
        uit += [Naamwoord(rij.woorden[n].vorm, n, n + 1) for n in range(klaar, partij.van)]
        begin = partij.van
        while uit and _is_lidwoord(uit, eerste=begin == partij.van):
            begin = uit.pop().van
        if not (uit and uit[-1].vorm in lijst("via")):
            uit.append(Naamwoord("", begin, partij.tot, partij.naam, begin < partij.van))
        klaar = partij.tot
    uit += [Naamwoord(rij.woorden[n].vorm, n, n + 1) for n in range(klaar, len(rij.woorden))]
    return uit


def _is_lidwoord(woorden: list[Naamwoord], *, eerste: bool) -> bool:
    """Tell whether the last word is an article of the organisation that follows."""
    vorm = woorden[-1].vorm
    if vorm not in lijst("lidwoorden") or woorden[-1].partij:
        return False
    if vorm == "dat" and len(woorden) > 1 and woorden[-2].vorm in lijst("voor_dat"):
        # 'Wij willen dat jeugdzorg vertelt': a clause begins there.
        return False
    # 'Die de gemeente' and 'wij zijn een school': only one of the two is an article.
    if not eerste and vorm in lijst("niet_voor_lidwoord"):
        return False
    return not (vorm == "zijn" and len(woorden) > 1 and woorden[-2].vorm in lijst("wij"))


def samengevoegd(woorden: list[Naamwoord]) -> list[Naamwoord]:
    """Take 'een mentor van een praktijkschool' and 'docent, roc' for one organisation."""
    uit: list[Naamwoord] = []
    sluit = False
    for woord in woorden:
        if sluit and woord.vorm == ",":
            sluit = False
            continue
        voor = uit[-1] if uit else None
        tussen = voor is not None and voor.vorm in lijst("voegt_samen") and len(uit) > 1
        tussen = tussen and bool(woord.partij)
        eerste = uit[-2] if tussen else voor
        naam = _een_naam(eerste, woord) if eerste is not None else None
        if eerste is None or naam is None:
            uit.append(woord)
            sluit = False
        else:
            # 'Als werkcoach (uwv) de school': the second bracket goes with the first.
            sluit = tussen and voor is not None and voor.vorm == ","
            del uit[-2 if tussen else -1 :]
            begin = eerste.van
            # 'Dat de mentor van het roc': the article is in it already, so 'dat' begins a clause.
            while uit and _is_lidwoord(uit, eerste=begin == eerste.van and not eerste.lidwoord):
                begin = uit.pop().van
            uit.append(Naamwoord("", begin, woord.tot, naam, lidwoord=eerste.lidwoord))
    return uit


def _een_naam(een: Naamwoord, twee: Naamwoord) -> str | None:
    """Return which of two organisations next to each other both are; None when they differ."""
    if een.vorm in lijst("mensen") and twee.partij:
        # 'De mevrouw van de gemeente'.
        return twee.partij
    if not een.partij or not twee.partij:
        return None
    if een.partij == twee.partij or (een.partij == SCHOOL and twee.partij in SCHOLEN):
        return twee.partij
    return een.partij if een.partij in SCHOLEN and twee.partij == SCHOOL else None


def stukken(woorden: list[Naamwoord]) -> Iterator[Stuk]:
    """Cut a text into pieces with one subject each."""
    stuk = Stuk()
    begint = lijst("splitst") | lijst("vraagt_of") | {"die", "dat"}
    for nummer, woord in enumerate(woorden):
        nieuw = woord.vorm in SCHEIDING or (woord.vorm in begint and splitst(woorden, nummer))
        if nieuw and stuk.woorden:
            yield stuk
            stuk = Stuk()
        stuk.woorden.append(woord)
    yield stuk


def splitst(woorden: Sequence[Naamwoord], nummer: int) -> bool:
    """Tell whether a piece with a subject of its own begins at this word."""
    vorm = woorden[nummer].vorm
    volgt = woorden[nummer + 1] if nummer + 1 < len(woorden) else None
    volgt_partij = volgt is not None and bool(volgt.partij)
    if vorm == "dat":
        # Else it points at something: 'moeten wij dat melden'.
        lijsten = ("jongere", "ik", "dat_volgt")
        return volgt_partij or (
            volgt is not None and any(volgt.vorm in lijst(naam) for naam in lijsten)
        )
    if vorm == "die":
        # 'Een uitslag die de gemeente wil hebben'; 'die gemeente' is one word here.
        return volgt_partij
    if vorm in lijst("vraagt_of") and volgt is not None and volgt.vorm in lijst("ik"):
        return True
    if vorm not in lijst("splitst"):
        return False
    if vorm == "en" and volgt is not None and volgt.vorm in lijst("info") | {INFO}:
        # 'Het adres en telefoonnummer' is one thing that goes to somebody.
        return not (nummer and woorden[nummer - 1].vorm in lijst("info") | {INFO})
    if vorm == "als" and _ik_als(woorden, nummer):
        return False
    if volgt_partij and vorm in lijst("splitst_niet_voor_partij"):
        return vorm != "als" and _doet_iets(woorden, nummer + 1)
    return True


def _ik_als(woorden: Sequence[Naamwoord], nummer: int) -> bool:
    """Tell whether this is 'ik als mentor' rather than 'als hij weigert'."""
    voor = woorden[nummer - 1].vorm if nummer else ""
    na = woorden[nummer + 1].vorm if nummer + 1 < len(woorden) else ""
    return voor in lijst("ik") | lijst("mij") or na in lijst("beroepen")


def _doet_iets(woorden: Sequence[Naamwoord], nummer: int) -> bool:
    """Tell whether an organisation is followed by its verb: 'en het UWV wil'."""
    na = woorden[nummer + 1].vorm if nummer + 1 < len(woorden) else ""
    return na in lijst("gezegde")


@cache
def _soorten() -> dict[str, frozenset[str]]:
    """Return what each word that matters is: asking, giving, wanting, ..."""
    uit: dict[str, frozenset[str]] = {}
    for soort in ("vraagt", "geeft", "beide", "wil", "gevraagd", "heeft", "info", "verzoek"):
        for vorm in lijst(soort):
            uit[vorm] = uit.get(vorm, frozenset()) | {soort}
    return uit


def gaat_verder(stuk: Stuk) -> bool:
    """Tell whether a piece goes on with the subject before it ('en wil weten')."""
    vormen = [woord.vorm for woord in stuk.woorden[:2]]
    return len(vormen) == 2 and vormen[0] in lijst("verder") and vormen[1] in lijst("verder_met")


def ontleed(stuk: Stuk, daar: str | None, eigen: str | None) -> None:
    """Find who is in a piece, in which role, and what is done in it."""
    voor = ""
    for nummer, woord in enumerate(stuk.woorden):
        na = stuk.woorden[nummer + 1].vorm if nummer + 1 < len(stuk.woorden) else ""
        meervoud = woord.vorm in lijst("zij") and na in lijst("meervoud")
        meervoud = meervoud or _die_willen(stuk.woorden, nummer)
        wie = daar if meervoud else _wie(woord, daar)
        if wie is not None and wie == eigen:
            wie = IK
        if wie is not None:
            if voor in lijst("door") and "te" in vormen(stuk):
                # 'Door het Doorstroompunt te informeren': they are told.
                stuk.door_te.append(wie)
            else:
                _deel_in(stuk, wie, voor, woord)
        stuk.soorten |= _soorten().get(woord.vorm, frozenset())
        voor = voor if woord.vorm in lijst("bijwoorden") else woord.vorm
    vormen_ = vormen(stuk)
    if vormen_ & lijst("laten") and vormen_ & lijst("na_laten") and "vraagt" in stuk.soorten:
        # 'Laten weten' is telling.
        stuk.soorten = (stuk.soorten - {"vraagt"}) | {"geeft"}


def _die_willen(woorden: Sequence[Naamwoord], nummer: int) -> bool:
    """Tell whether this is 'Die willen zijn cijfers', said of who was named before."""
    if woorden[nummer].vorm != "die" or nummer >= _VOORAAN:
        return False
    na = [woord.vorm for woord in woorden[nummer + 1 : nummer + 3]]
    return na[:1] != [] and na[0] in lijst("meervoud") and not lijst("ik") & set(na)


def _wie(woord: Naamwoord, daar: str | None) -> str | None:
    if woord.partij:
        return woord.partij
    if woord.vorm in lijst("ik") or woord.vorm in lijst("mij") or woord.vorm == "jullie":
        # Somebody is quoted who says 'jullie' to the writer.
        return IK
    if woord.vorm in lijst("daar"):
        return daar
    return JONGERE if woord.vorm in lijst("jongere") else None


def _deel_in(stuk: Stuk, wie: str, voor: str, woord: Naamwoord) -> None:
    if voor in lijst("naar_woorden") or woord.vorm in _DAARHEEN:
        stuk.krijgt.append(wie)
    elif voor in lijst("door"):
        stuk.onderwerp = wie
    elif (
        voor == "van"
        and wie != "ouders"
        and stuk.onderwerp is None
        and not stuk.soorten
        and stuk.woorden[0].vorm != "van"
    ):
        # 'De jobcoach van de gemeente wil': the organisation stands for its people.
        stuk.onderwerp = wie
    elif voor in lijst("van_woorden") or woord.vorm == "daar":
        stuk.bron.append(wie)
    elif voor in lijst("als"):
        return
    elif stuk.onderwerp is None and woord.vorm not in lijst("mij"):
        stuk.onderwerp = wie
    else:
        stuk.los.append(wie)
