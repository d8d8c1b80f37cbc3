"""In een kanaal waar anderen meelezen: zeggen dat dat zo is, en de jongere erbuiten houden."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from bot.deur import waarschuwing
from dialogs.beurt import Bericht, Keuze
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import Vraagsoort, keer_van
from dialogs.teksten import tekst

_NIET_HIER: Final = frozenset({"huidig", "tussenstand", "samenvatting", "lijst", "gevolg"})
"""Kinds of message that tell of a case, or of what somebody answered about it."""
_IN_WOORDEN: Final = frozenset({Vraagsoort.TEKST, Vraagsoort.GEGEVENS})
_KORTST: Final = 4
"""An answer of this many letters or more is recognised when it is said back."""


def voor_meelezers(
    berichten: Iterable[Bericht], dossier: Dossier | None, *, eerste_keer: bool
) -> tuple[Bericht, ...]:
    """Leave out what is about the young person and say so; the first time also that others read."""
    alle = tuple(berichten)
    blijft = tuple(
        _zonder_jongere(bericht, dossier)
        for bericht in alle
        if not _over_de_jongere(bericht, dossier)
    )
    vooraf: list[Bericht] = []
    if eerste_keer:
        vooraf.append(waarschuwing(tekst("bot.anderen_lezen_mee")))
    if len(blijft) < len(alle):
        vooraf.append(waarschuwing(tekst("bot.niet_hier")))
    return (*vooraf, *blijft)


def _over_de_jongere(bericht: Bericht, dossier: Dossier | None) -> bool:
    if bericht.soort in _NIET_HIER:
        return True
    return bericht.soort == "tekst" and any(
        woorden in bericht.tekst for woorden in _eigen_woorden(dossier)
    )


def _zonder_jongere(bericht: Bericht, dossier: Dossier | None) -> Bericht:
    """Return a question without what was understood, and with numbers for the data items."""
    if bericht.soort != "vraag" or dossier is None:
        return bericht
    if bericht.vraag == "begrepen":
        wat = "twijfel" if dossier.stand.twijfel else "begrepen"
        return replace(bericht, tekst=tekst(f"bot.{wat}_niet_hier"), keuzes=())
    vervang = {
        naam: tekst("bot.gegeven_nummer", nummer=str(nummer))
        for nummer, naam in enumerate(feitenblad.namen(dossier), 1)
    }
    keuzes = tuple(
        Keuze(str(list(vervang).index(k.waarde) + 1), vervang[k.waarde])
        if k.waarde in vervang
        else k
        for k in bericht.keuzes
    )
    anders = bericht.tekst
    for naam in sorted(vervang, key=len, reverse=True):
        # A short name ('ADD') as well, but only as a word of its own.
        anders = re.sub(rf"(?<!\w){re.escape(naam)}(?!\w)", vervang[naam], anders)
    return replace(bericht, tekst=anders, keuzes=keuzes)


def _eigen_woorden(dossier: Dossier | None) -> Iterator[str]:
    """Yield what the professional wrote: answers in words, and the names of data items."""
    for sleutel, antwoord in dossier.antwoorden.items() if dossier is not None else ():
        keer = keer_van(sleutel)
        if keer is None or keer.vraag.soort not in _IN_WOORDEN:
            continue
        waarden = antwoord.waarde if isinstance(antwoord.waarde, list) else [antwoord.waarde]
        yield from (w for w in waarden if isinstance(w, str) and len(w) >= _KORTST)
