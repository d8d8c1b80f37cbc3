"""Een antwoord dat een zin is: 'ja die heeft ze', 'dat weet de mentor', 'anderhalf jaar'.

Returns values, or None for what is not clear; `begrip` decides what to do with that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any, Final

from dialogs.lezen import Lezing
from dialogs.lezen.getallen import getal
from dialogs.lezen.partijen import SCHOLEN, namen
from dialogs.lezen.woorden import plat as vlak
from dialogs.teksten import tabel
from dialogs.teksten.woorden import bevat, losse_woorden
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.plaatsen import rang

_KORT: Final = 7
"""An answer of more words than this is no mere yes or no."""
_OP_NA: Final = re.compile(r"\bop\b.{1,60}\bna\b")
"""'Alles op het adres na'."""
_PAAR: Final = 5
"""A choice that is only a yes or no to begin with has no more words than this."""
_DEEL: Final = re.compile(r"[^,;.]+")
"""A clause, as far as the marks between them tell."""
_MAAND: Final = 4
"""Whole weeks in a month, when somebody says how long an absence lasts."""


@cache
def _woorden(pad: str) -> dict[str, Any]:
    return tabel(pad)


def ontkent(tekst: str) -> bool:
    """Tell whether there is a denial in it."""
    return bevat(tekst, _woorden("antwoordzinnen")["ontkent"])


def weet_niet(tekst: str) -> bool:
    """Tell whether somebody else knows, or it has to be looked up."""
    woorden = _woorden("antwoordzinnen")
    kaal = f"{losse_woorden(tekst)} "
    begint = any(kaal.startswith(f"{begin} ") for begin in woorden["weet_begin"])
    return begint or bevat(tekst, woorden["weet_bevat"])


def ja_nee(vraag: str, zin: Zin, ja: Sequence[str], nee: Sequence[str]) -> bool | None:
    """Return what a sentence says to a question of yes or no.

    Args:
        vraag: the id of the question.
        zin: all that was said. A plain 'ja' or 'nee' at the beginning counts in all of it; a mere
            denial not where it tells another fact: 'nog niet gevraagd' is about asking. The words
            of this very question count unless they are only a part of what tells another fact:
            'loopt' in 'niemand loopt gevaar'.
        ja: the words that mean it to any question.
        nee: the same.
    """
    tekst, eigen = zin.tekst, zin.zonder_andere(vraag)
    if bevat(tekst, _woorden("antwoordzinnen")["twijfelt"]):
        return None
    woord, begint = _begint(tekst, ja, nee)
    if ontkent(woord):
        _, begint = _begint(eigen, ja, nee)
    if begint is not None:
        return begint
    bekend = tabel(f"antwoordwoorden.{vraag}")
    anders = [f" {losse_woorden(woorden)} " for woorden in zin.van_andere(vraag)]
    wel, niet = (
        _langste(
            tekst, [woorden for woorden in bekend.get(soort, ()) if not _is_deel(woorden, anders)]
        )
        for soort in ("ja", "nee")
    )
    if len(wel) == len(niet) or (len(wel) > len(niet) and _ontkend(tekst, wel)):
        return _los_gezegd(tekst, eigen)
    return len(wel) > len(niet)


def _is_deel(zin: str, anders: Sequence[str]) -> bool:
    """Tell whether these words are a part, and not the whole, of one of these."""
    kern = zin.rstrip("*")
    return any(f" {kern}" in ander and kern != ander.strip() for ander in anders)


def stemt_in(tekst: str, ja: Sequence[str], nee: Sequence[str]) -> bool | None:
    """Return whether a sentence agrees with what was proposed: 'ja, doe maar', 'toch maar niet'."""
    _, begint = _begint(tekst, ja, nee)
    if begint is not None:
        return begint
    # Only a no may be said in words that say nothing else: with a yes something is lost.
    return False if _los_gezegd(tekst, tekst) is False else None


def begint_met(tekst: str, ja: Sequence[str], nee: Sequence[str]) -> bool | None:
    """Return the yes or no that a few words begin with; None where more is said with 'nog', 'maar'.

    'Nee, nog niet gevraagd' is no refusal, and 'ja, maar alleen ...' no plain yes.
    """
    woorden = losse_woorden(tekst).split()
    anders = _woorden("antwoordzinnen")
    if len(woorden) > _PAAR or bevat(tekst, (*anders["twijfelt"], *anders["voorbehoud"])):
        return None
    woord, begint = _begint(tekst, ja, nee)
    return None if ontkent(woord) else begint  # 'niet bereikbaar' is no 'nee'


def _begint(tekst: str, ja: Sequence[str], nee: Sequence[str]) -> tuple[str, bool | None]:
    """Return the longest of these words that it begins with, and what that says."""
    kaal = f"{losse_woorden(tekst)} "
    gezegd = [
        (len(woord), woord, waarde)
        for waarde, woorden in ((True, ja), (False, nee))
        for woord in woorden
        if kaal.startswith(f"{losse_woorden(woord)} ") and losse_woorden(woord)
    ]
    return max(gezegd)[1:] if gezegd else ("", None)


def _langste(tekst: str, zinnen: Sequence[str]) -> str:
    """Return the longest of these that occurs: 'niet mee eens' beats 'eens'."""
    return max((zin for zin in zinnen if bevat(tekst, [zin])), default="", key=len)


def _ontkend(tekst: str, zin: str) -> bool:
    """Tell whether something besides these words denies them."""
    return ontkent(losse_woorden(tekst).replace(zin.rstrip("*"), " ", 1))


def _los_gezegd(tekst: str, eigen: str) -> bool | None:
    """Return what 'die heeft ze nog niet' says: words that say nothing, and a denial or none.

    What is left of a clause that tells another fact says nothing at all: 'er is' of 'er is geen
    gevaar'.
    """
    delen = ((deel.start(), deel[0]) for deel in _DEEL.finditer(tekst))
    heel = " ".join(deel for begin, deel in delen if eigen.startswith(deel, begin))
    woorden = losse_woorden(heel).split()
    los = set(_woorden("antwoordzinnen")["los"])
    if not 1 < len(woorden) <= _KORT or not los.issuperset(woorden):
        return None
    return not ontkent(heel)


def van_een_ander(vraag: str, tekst: str) -> bool:
    """Tell whether it is somebody else who says so: 'zijn moeder vindt het goed'."""
    return bevat(tekst, _woorden("antwoordanderen").get(vraag, ()))


def keuze(vraag: str, tekst: str) -> str | None:
    """Return the choice that a sentence makes by words that mean it for this question only."""
    gevonden = {
        waarde: zin
        for waarde, zinnen in tabel(f"antwoordkeuzes.{vraag}").items()
        if (zin := _langste(tekst, zinnen))
    }
    twijfelt = bevat(tekst, _woorden("antwoordzinnen")["twijfelt"])
    if not gevonden or twijfelt or van_een_ander(vraag, tekst):
        return None
    langste = max(map(len, gevonden.values()))
    beste = [waarde for waarde, zin in gevonden.items() if len(zin) == langste]
    if len(beste) != 1 or _ontkend(tekst, gevonden[beste[0]]):
        return None
    return beste[0]


def maanden(lezing: Lezing) -> int | None:
    """Return how many months ago or how long; None when that is said twice or vaguely."""
    tijden = [tijd for tijd in lezing.tijden if tijd.soort != "weken"]
    return tijden[0].aantal if len(tijden) == 1 else None


def weken(lezing: Lezing) -> int | None:
    """Return how many weeks; a month counts as four."""
    if len(lezing.tijden) != 1:
        return None
    tijd = lezing.tijden[0]
    if tijd.aantal is None or tijd.soort == "moment":
        return None
    return tijd.aantal * (1 if tijd.soort == "weken" else _MAAND)


def vaag_getal(tekst: str) -> bool:
    """Tell whether a number in it is not the answer itself: 'wordt 18', 'geen 18', '10 dagen'."""
    ontkend = any(
        ontkent(een) and (twee.isdecimal() or getal(twee) is not None)
        for een, twee in pairwise(losse_woorden(tekst).split())
    )
    return ontkend or bevat(tekst, _woorden("antwoordzinnen")["vaag_getal"])


def beperkt(tekst: str) -> bool:
    """Tell whether it names items to leave them out ('behalve', 'alleen handig', 'de rest')."""
    woorden = _woorden("antwoordzinnen")
    return ontkent(tekst) or bevat(
        tekst, (*woorden["behalve"], *woorden["rest"], *woorden["handig"])
    )


def selectie(tekst: str, gegevens: Sequence[str]) -> list[str] | None:
    """Return which items a sentence picks: 'alles behalve het adres', 'alleen het rooster'."""
    woorden = _woorden("antwoordzinnen")
    genoemd = [naam for naam in gegevens if bevat(tekst, [losse_woorden(naam)])]
    if not genoemd:
        return _zonder_namen(tekst, gegevens)
    alleen = _alleen(tekst, gegevens)
    if alleen:
        return alleen
    verdeeld = _wel_en_niet(tekst, gegevens)
    if verdeeld is not None:
        return verdeeld
    andere = [naam for naam in gegevens if naam not in genoemd]
    if bevat(tekst, woorden["behalve"]) or _OP_NA.search(vlak(tekst)):
        return andere
    if bevat(tekst, woorden["rest"]) and (ontkent(tekst) or bevat(tekst, woorden["handig"])):
        return genoemd if _rest_valt_af(tekst) else andere
    if ontkent(tekst) or bevat(tekst, (*woorden["handig"], *woorden["rest"])):
        return None
    return genoemd


def _zonder_namen(tekst: str, gegevens: Sequence[str]) -> list[str] | None:
    """Return what is picked without a name: all of them, none, or 'alleen de eerste twee'."""
    woorden = _woorden("antwoordzinnen")
    if bevat(tekst, woorden["niets_ervan"]):
        return []
    if bevat(tekst, woorden["allemaal"]):
        beperkt_ = beperkt(tekst) or bevat(tekst, woorden["twijfelt"])
        return None if beperkt_ else list(gegevens)
    gezegd = [w for w in losse_woorden(tekst).split() if w not in {"de", "en", *woorden["alleen"]}]
    if len(gezegd) == 2 and rang(gezegd[0]) == 1 and (aantal := getal(gezegd[1])):
        return list(gegevens[:aantal]) if aantal < len(gegevens) else None
    plaatsen = [rang(woord) for woord in gezegd]
    if not plaatsen or any(n is None or n > len(gegevens) for n in plaatsen):
        return None
    return [naam for n, naam in enumerate(gegevens, 1) if n in plaatsen]


def _rest_valt_af(tekst: str) -> bool:
    """Tell whether it is the others that are not: 'het verslag wel, de rest niet'."""
    woorden = _woorden("antwoordzinnen")
    delen = [d for d in re.split(r"[,;.]|\bmaar\b", vlak(tekst)) if bevat(d, woorden["rest"])]
    return any(ontkent(deel) or bevat(deel, woorden["handig"]) for deel in delen)


def _alleen(tekst: str, gegevens: Sequence[str]) -> list[str]:
    """Return what is picked in 'alleen het stageverslag, de rest is hooguit handig'."""
    deel = re.split(r"[,;.]|\bmaar\b", vlak(tekst))[0]
    woorden = _woorden("antwoordzinnen")
    if not bevat(deel, woorden["alleen"]) or ontkent(deel):
        return []
    if bevat(deel, (*woorden["behalve"], *woorden["handig"], *woorden["rest"])):
        return []
    return [naam for naam in gegevens if bevat(deel, [losse_woorden(naam)])]


def _wel_en_niet(tekst: str, gegevens: Sequence[str]) -> list[str] | None:
    """Return what is picked where some items are and others are not: 'A en B wel, C niet'."""
    wel: set[str] = set()
    niet: set[str] = set()
    woorden = _woorden("antwoordzinnen")
    for deel in re.split(r"[,;.]|\bmaar\b", vlak(tekst)):
        genoemd = {naam for naam in gegevens if bevat(deel, [losse_woorden(naam)])}
        if ontkent(deel) or bevat(deel, woorden["handig"]):
            niet |= genoemd
        elif bevat(deel, woorden["wel"]):
            wel |= genoemd
    if not wel or not niet or wel & niet:
        return None
    return [naam for naam in gegevens if naam in wel]


def enige_partij(zin: Zin) -> str | None:
    """Return the organisation in an answer; leerplicht is a department of the gemeente.

    One that is named where something is denied is no answer: 'geen mandaat van de gemeente'.
    """
    genoemd = namen(
        een for een in zin.lezing.organisaties if not ontkent(_deel_om(zin.tekst, een.begin))
    )
    partijen = [partij for partij in genoemd if partij != "school"]
    if len(partijen) < len(genoemd) and len(partijen) == 1 and partijen[0] not in SCHOLEN:
        # 'School of gemeente' is a choice still to make.
        return None
    if "leerplicht" in partijen:
        partijen = [partij for partij in partijen if partij != "gemeente"]
    return partijen[0] if len(partijen) == 1 else None


def _deel_om(tekst: str, plek: int) -> str:
    """Return the clause that something stands in."""
    return next((d[0] for d in _DEEL.finditer(tekst) if d.start() <= plek < d.end()), tekst)
