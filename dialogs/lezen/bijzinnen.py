"""Gegevens zonder eigen naam: 'hoe hij het doet', 'waar ze nu woont', 'over zijn inzet'.

What somebody asks or may tell about the young person is a data item, whatever its words are. Only
where a verb of asking or telling governs it; wanting and agreeing are consent, not data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from dialogs.lezen.lexicon import tabel
from dialogs.lezen.woorden import SCHEIDING, Rij

Plaats = tuple[int, int]
"""Word numbers, end exclusive."""

_EINDE: Final = frozenset(".?")
_TOT_ONDERWERP: Final = 5
"""So many words after the question word its subject comes at most."""
_TERUG: Final = 14
"""So many words back the verb that governs a clause may stand."""
_VERDER: Final = 24
"""So many words on it may stand when the clause comes first."""
_LANGSTE: Final = 10
_DICHTBIJ: Final = 6
"""So many words before 'om' or 'naar' somebody asks: 'vraagt ons naar zijn inzet'."""
_VAN_WIE: Final = 2


@cache
def _lijst(naam: str) -> frozenset[str]:
    return frozenset(tabel("gegevens")["bijzin"][naam])


def zoek_bijzinnen(rij: Rij) -> Iterator[Plaats]:
    """Return every clause or noun that is asked about or may be told, from front to back."""
    vormen = [woord.vorm for woord in rij.woorden]
    for nummer, vorm in enumerate(vormen):
        if vorm in _lijst("vraagwoord") and _over_jongere(vormen, nummer):
            einde = _einde(vormen, nummer)
            if _gevraagd(vormen, nummer, einde) and _zegt_iets(vormen[nummer:einde]):
                yield nummer, einde
        elif vorm == "dat" and _verteld(vormen, nummer):
            einde = _einde(vormen, nummer)
            if _zegt_iets(vormen[nummer:einde]):
                yield nummer, einde
        elif vorm in _lijst("voorzetsel"):
            yield from _van_hem(vormen, nummer)


def _over_jongere(vormen: Sequence[str], nummer: int) -> bool:
    """Tell whether the clause after a question word has the young person for its subject."""
    for plek, vorm in enumerate(vormen[nummer + 1 : nummer + 1 + _TOT_ONDERWERP], nummer + 1):
        if vorm in SCHEIDING or vorm in _lijst("niet_jongere"):
            return False
        if vorm in _lijst("jongere"):
            rest = vormen[plek : _einde(vormen, nummer)]
            return vorm not in _lijst("zij") or _lijst("meervoud").isdisjoint(rest)
    return False


def _einde(vormen: Sequence[str], nummer: int) -> int:
    """Return where a clause ends: at punctuation, at the next clause, or when it grows long."""
    for plek in range(nummer + 1, min(nummer + _LANGSTE, len(vormen))):
        if vormen[plek] in SCHEIDING or vormen[plek] in _lijst("volgende"):
            return plek
    return min(nummer + _LANGSTE, len(vormen))


def _zegt_iets(bijzin: Sequence[str]) -> bool:
    """Tell whether a clause is about the young person and not about consent or a rule."""
    if not _lijst("niet_in").isdisjoint(bijzin):
        return False
    return not (bijzin[0] in ("of", "dat") and not _lijst("wil").isdisjoint(bijzin))


def _ervoor(vormen: Sequence[str], nummer: int) -> list[str]:
    """Return the words before this one in its sentence, the nearest first."""
    uit: list[str] = []
    for vorm in reversed(vormen[max(0, nummer - _TERUG) : nummer]):
        if vorm in _EINDE:
            break
        uit.append(vorm)
    return uit


def _gevraagd(vormen: Sequence[str], nummer: int, einde: int) -> bool:
    """Tell whether a verb of asking or telling governs the clause, before it or after it."""
    voor = _ervoor(vormen, nummer)
    for plek, vorm in enumerate(voor):
        if vorm in _lijst("twijfelt"):
            return False
        if vorm in _lijst("vraagt") | _lijst("vertelt"):
            # 'Wij weten niet of hij' asks nothing, and who asks himself needs nobody to tell it.
            weet_niet = vorm in _lijst("weet") and bool({"niet", "nooit"} & set(voor[:plek]))
            hem_zelf = vorm in _lijst("vraagt_hem") and "hem" in voor[: plek + 4]
            return not (weet_niet or hem_zelf)
    if nummer and vormen[nummer - 1] not in SCHEIDING:
        return False
    return _gevraagd_erna(vormen, einde)


def _gevraagd_erna(vormen: Sequence[str], einde: int) -> bool:
    """Tell whether 'dat wil de gemeente weten' follows the clause."""
    erna = vormen[einde : einde + _VERDER]
    for plek, vorm in enumerate(erna[1:], start=1):
        if vorm in _lijst("wijst_terug") and erna[plek - 1] in SCHEIDING | {"dat", "dit", "alles"}:
            return not _lijst("te_weten").isdisjoint(erna[plek : plek + 8])
    return False


def _verteld(vormen: Sequence[str], nummer: int) -> bool:
    """Tell whether 'dat hij ...' is what the writer may tell: 'mag ik zeggen dat hij verhuist'."""
    if nummer + 1 >= len(vormen) or vormen[nummer + 1] not in _lijst("hij"):
        return False
    voor = _ervoor(vormen, nummer)
    doet = voor[1:2] if voor[:1] == [","] else voor[:1]
    if not doet or doet[0] not in _lijst("vertelt_dat"):
        return False
    if doet[0] == "weten" and not {"laten", "laat"} & set(voor):
        return False
    plek = next((n for n, vorm in enumerate(voor) if vorm in _lijst("mag")), None)
    rond = voor[max(0, (plek or 0) - 1) : (plek or 0) + 2]
    return plek is not None and _lijst("hij").isdisjoint(rond)


def _van_hem(vormen: Sequence[str], nummer: int) -> Iterator[Plaats]:
    """Return 'zijn inzet' in 'vraagt naar zijn inzet': a noun that no list knows."""
    na = vormen[nummer + 1 : nummer + 2 + _VAN_WIE]
    if len(na) <= _VAN_WIE or na[0] not in _lijst("bezit") or not _is_zelfstandig(na[1]):
        return
    if vormen[nummer] == "over":
        voor, erna = _ervoor(vormen, nummer), vormen[nummer + 3 : nummer + 6]
    else:
        voor, erna = _ervoor(vormen, nummer)[:_DICHTBIJ], []
    if vormen[nummer] == "om" and "te" in vormen[nummer : _einde(vormen, nummer)]:
        # 'Om haar plek te houden' is what it is for.
        return
    vraagt = _lijst("vraagt") | _lijst("vertelt")
    if (vraagt | _lijst("naar_iets")).isdisjoint(voor) and vraagt.isdisjoint(erna):
        return
    yield nummer + 1, nummer + 1 + _VAN_WIE


def _is_zelfstandig(vorm: str) -> bool:
    if not vorm[0].isalpha() or vorm in _lijst("geen_gegeven") or vorm in _lijst("jongere"):
        return False
    return vorm not in tabel("gegevens")["geen_naamwoord"] and not vorm.startswith("ge")
