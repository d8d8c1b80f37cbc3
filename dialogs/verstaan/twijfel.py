"""Twijfel: een tekst zegt twee dingen over hetzelfde. Dan kiest de gebruiker, niet de bot.

What clashes waits beside what was understood, and is asked first. Whoever chooses has confirmed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from dialogs.dossier import Dossier, Voorgesteld, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer, Vraag, keer_van
from dialogs.lezen import Lezing, lees
from dialogs.teksten import tabel, tekst
from dialogs.verstaan import plaatsen as rangwoorden
from dialogs.verstaan.antwoord import Onduidelijk, Verstaan, is_woord, plat, versta
from dialogs.weergave import antwoord_in_woorden, onderwerp, opsomming
from knowledge.feiten import GRENZEN

_NIET: Final = ("doel", "gegevens", "in_overgangsdocument", "alternatief", "belang_zwaarder")
_OF: Final = re.compile(r"\b(\d{1,2}) (?:of|a|à|tot|\u00e0|/) (\d{1,2})\b")

Twijfel = tuple[Voorgesteld, ...]
"""The readings of one fact, each with the words it came from."""


def uit(dossier: Dossier, lezing: Lezing, zin: str, behalve: str = "") -> tuple[Twijfel, ...]:
    """Return what this reading gives in more than one way; not what `behalve` asks itself."""
    gevonden = []
    for feit, lezingen in (*_tegenstrijdig(lezing), *_leeftijden(lezing, zin)):
        sleutel = _sleutel(dossier, VRAGEN.get(feit))
        if sleutel is None or sleutel == behalve:
            continue
        antwoord = dossier.antwoorden.get(sleutel)
        if antwoord is None or all(antwoord.waarde != waarde for waarde, _ in lezingen):
            gevonden.append(
                tuple(
                    Voorgesteld(sleutel=sleutel, waarde=waarde, woorden=woorden)
                    for waarde, woorden in lezingen
                )
            )
    return tuple(gevonden)


def zonder(lijst: Sequence[Voorgesteld], twijfels: Sequence[Twijfel]) -> tuple[Voorgesteld, ...]:
    """Return the proposals that nobody doubts."""
    weg = {twijfel[0].sleutel for twijfel in twijfels}
    return tuple(voorstel for voorstel in lijst if voorstel.sleutel not in weg)


def _tegenstrijdig(lezing: Lezing) -> Iterator[tuple[str, list[tuple[Any, str]]]]:
    for feit, vondsten in (lezing.tegenstrijdig or {}).items():
        langste: dict[str, tuple[Any, str]] = {}
        for vondst in sorted(vondsten, key=lambda v: v.begin):
            eerder = langste.get(repr(vondst.waarde))
            if eerder is None or len(vondst.woorden) > len(eerder[1]):
                langste[repr(vondst.waarde)] = (vondst.waarde, vondst.woorden)
        yield feit, list(langste.values())


def _leeftijden(lezing: Lezing, zin: str) -> Iterator[tuple[str, list[tuple[Any, str]]]]:
    """Take '17 of 18' for two ages, where one of them was read."""
    gevonden = _OF.search(zin.lower())
    laagste, hoogste = GRENZEN["leeftijd"]
    if gevonden is None or "leeftijd" in (lezing.tegenstrijdig or {}):
        return
    jaren = [int(gevonden[1]), int(gevonden[2])]
    if lezing.feiten.get("leeftijd") in jaren and laagste <= min(jaren) <= max(jaren) <= hoogste:
        yield "leeftijd", [(jaar, gevonden[0]) for jaar in jaren]


def _sleutel(dossier: Dossier, vraag: Vraag | None) -> str | None:
    if vraag is None or vraag.id in _NIET or vraag.per_gegeven:
        return None
    doelen = feitenblad.doelen(dossier)
    if vraag.per_doel and len(doelen) > 1:
        return None
    return Keer(vraag, doelen[0] if vraag.per_doel else None).sleutel


def is_open(keer: Keer, dossier: Dossier) -> bool:
    """Tell whether this question is now about readings that clash."""
    return keer.vraag.id == "begrepen" and bool(dossier.stand.twijfel)


def vraagzin(dossier: Dossier) -> str:
    """Return the question: every reading with its words."""
    twijfel = dossier.stand.twijfel[0]
    return tekst("twijfel.vraag", onderwerp=_onderwerp(twijfel), lezingen=_opsomming(dossier))


def keuzes(dossier: Dossier) -> tuple[str, ...]:
    """Return the answers one can pick: every reading, or none of them."""
    keer = _keer(dossier)
    labels = [antwoord_in_woorden(keer, v.waarde, dossier) for v in dossier.stand.twijfel[0]]
    return (*labels, tekst("twijfel.geen_van_beide"))


def kies(dossier: Dossier, zin: str, vandaag: dt.date) -> Voorgesteld | Onduidelijk | None:
    """Return the reading that was chosen; None for neither of them."""
    twijfel, keer = dossier.stand.twijfel[0], _keer(dossier)
    labels = [plat(label) for label in keuzes(dossier)]
    kaal = plat(zin)
    nummer = rangwoorden.nummer(zin, len(labels), laatste=len(twijfel))
    if nummer is None and kaal in labels:
        nummer = labels.index(kaal) + 1
    if nummer is not None:
        return None if nummer > len(twijfel) else twijfel[nummer - 1]
    if kaal in tabel("twijfelwoorden")["geen"] or is_woord("weet_niet", zin):
        return None
    if is_woord("nee", zin) and keer.vraag.id == "leeftijd":
        return None
    genoemd = [voorstel for voorstel in twijfel if plat(voorstel.woorden) == kaal]
    if genoemd:
        return genoemd[0]
    begrepen = versta(keer.vraag, zin, feitenblad.namen(dossier), vandaag)
    waarde = begrepen.waarde if isinstance(begrepen, Verstaan) else None
    if waarde is None:
        waarde = lees(zin, vandaag).feiten.get(keer.vraag.id)
    if waarde is None:
        return Onduidelijk("twijfel")
    return Voorgesteld(sleutel=keer.sleutel, waarde=waarde, woorden=zin)


def _keer(dossier: Dossier) -> Keer:
    keer = keer_van(dossier.stand.twijfel[0][0].sleutel)
    # An upgrade that removes a question leaves nothing to doubt about it.
    return keer if keer is not None else Keer(VRAGEN["begrepen"])


def _onderwerp(twijfel: Twijfel) -> str:
    keer = keer_van(twijfel[0].sleutel)
    return onderwerp(keer) if keer is not None else ""


def _opsomming(dossier: Dossier) -> str:
    keer = _keer(dossier)
    return opsomming(
        tekst(
            "twijfel.lezing",
            antwoord=antwoord_in_woorden(keer, voorstel.waarde, dossier),
            woorden=voorstel.woorden,
        )
        for voorstel in dossier.stand.twijfel[0]
    )
