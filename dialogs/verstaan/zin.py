"""Een antwoord dat een zin is: 'ja die heeft ze', 'dat weet de mentor', 'anderhalf jaar'.

Returns values, or None for what is not clear; `begrip` decides what to do with that.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from dialogs.lezen import Lezing, tijden_in
from dialogs.lezen.partijen import SCHOLEN
from dialogs.lezen.woorden import plat as vlak
from dialogs.teksten import tabel

_WEEK: Final = 7
_KORT: Final = 7
"""An answer of more words than this is no mere yes or no."""
_MAAND: Final = 4
"""Whole weeks in a month, when somebody says how long an absence lasts."""


def _kaal(tekst: str) -> str:
    return " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)*", vlak(tekst)))


@cache
def _woorden(pad: str) -> dict[str, Any]:
    return tabel(pad)


def bevat(tekst: str, zinnen: Sequence[str]) -> bool:
    """Tell whether one of these occurs, as whole words; 'ondertekend*' also as a beginning."""
    kaal = f" {_kaal(tekst)} "
    return any(
        f" {zin[:-1]}" in kaal if zin.endswith("*") else f" {zin} " in kaal for zin in zinnen
    )


def ontkent(tekst: str) -> bool:
    """Tell whether there is a denial in it."""
    return bevat(tekst, _woorden("antwoordzinnen")["ontkent"])


def weet_niet(tekst: str) -> bool:
    """Tell whether somebody else knows, or it has to be looked up."""
    woorden = _woorden("antwoordzinnen")
    kaal = f"{_kaal(tekst)} "
    begint = any(kaal.startswith(f"{begin} ") for begin in woorden["weet_begin"])
    return begint or bevat(tekst, woorden["weet_bevat"])


def ja_nee(vraag: str, tekst: str, ja: Sequence[str], nee: Sequence[str]) -> bool | None:
    """Return what a sentence says to a question of yes or no; `ja` and `nee` are its words."""
    kaal = f"{_kaal(tekst)} "
    if bevat(tekst, _woorden("antwoordzinnen")["twijfelt"]):
        return None
    gezegd = [
        (len(woord), waarde)
        for waarde, woorden in ((True, ja), (False, nee))
        for woord in woorden
        if kaal.startswith(f"{_kaal(woord)} ") and _kaal(woord)
    ]
    if gezegd:
        return max(gezegd)[1]
    eigen = tabel(f"antwoordwoorden.{vraag}")
    wel, niet = _langste(tekst, eigen.get("ja", ())), _langste(tekst, eigen.get("nee", ()))
    if len(wel) == len(niet) or (len(wel) > len(niet) and _ontkend(tekst, wel)):
        return _los_gezegd(tekst)
    return len(wel) > len(niet)


def _langste(tekst: str, zinnen: Sequence[str]) -> str:
    """Return the longest of these that occurs: 'niet mee eens' beats 'eens'."""
    return max((zin for zin in zinnen if bevat(tekst, [zin])), default="", key=len)


def _ontkend(tekst: str, zin: str) -> bool:
    """Tell whether something besides these words denies them."""
    return ontkent(_kaal(tekst).replace(zin.rstrip("*"), " ", 1))


def _los_gezegd(tekst: str) -> bool | None:
    """Return what 'die heeft ze nog niet' says: words that say nothing, and a denial or none."""
    woorden = _kaal(tekst).split()
    los = set(_woorden("antwoordzinnen")["los"])
    if not 1 < len(woorden) <= _KORT or not los.issuperset(woorden):
        return None
    return not ontkent(tekst)


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


def maanden(tekst: str, vandaag: dt.date) -> int | None:
    """Return how many months ago or how long; None when that is said twice or vaguely."""
    tijden = [tijd for tijd in tijden_in(tekst, vandaag) if tijd.soort != "weken"]
    if len(tijden) != 1:
        return None
    return tijden[0].aantal


def weken(tekst: str, vandaag: dt.date) -> int | None:
    """Return how many weeks; a month counts as four."""
    tijden = tijden_in(tekst, vandaag)
    if len(tijden) != 1 or tijden[0].aantal is None or tijden[0].soort == "moment":
        return None
    return tijden[0].aantal * (1 if tijden[0].soort == "weken" else _MAAND)


def vaag_getal(tekst: str) -> bool:
    """Tell whether a number in it is not the answer itself: 'wordt 18', '17 of 18', '10 dagen'."""
    return bevat(tekst, _woorden("antwoordzinnen")["vaag_getal"])


def datum(tekst: str, vandaag: dt.date) -> dt.date | None:
    """Return the day in '3 maart', 'gisteren al' or 'volgende week maandag'."""
    kaal = _kaal(tekst)
    woorden = _woorden("dagen")
    for woord, dagen in woorden["vanaf_vandaag"].items():
        if bevat(tekst, [woord]):
            return vandaag + dt.timedelta(days=dagen)
    weekdag = next((n for n, dag in enumerate(woorden["week"]) if bevat(tekst, [dag])), None)
    if weekdag is not None and bevat(tekst, woorden["volgende_week"]):
        maandag = vandaag - dt.timedelta(days=vandaag.weekday())
        return maandag + dt.timedelta(days=_WEEK + weekdag)
    maanden_ = "|".join(f"{naam[:3]}[a-z]*" for naam in (*woorden["maanden"], "mrt"))
    gevonden = re.search(rf"\b(\d{{1,2}}) ({maanden_})\b(?: (\d{{4}}))?", kaal)
    if gevonden is None:
        return None
    begin = "maa" if gevonden[2] == "mrt" else gevonden[2][:3]
    maand = [naam[:3] for naam in woorden["maanden"]].index(begin) + 1
    try:
        return dt.date(int(gevonden[3] or vandaag.year), maand, int(gevonden[1]))
    except ValueError:
        return None


def beperkt(tekst: str) -> bool:
    """Tell whether it names items to leave them out ('behalve', 'alleen handig', 'de rest')."""
    woorden = _woorden("antwoordzinnen")
    return ontkent(tekst) or bevat(
        tekst, (*woorden["behalve"], *woorden["rest"], *woorden["handig"])
    )


def selectie(tekst: str, gegevens: Sequence[str]) -> list[str] | None:
    """Return which items a sentence picks: 'alles behalve het adres', 'alleen het rooster'."""
    woorden = _woorden("antwoordzinnen")
    genoemd = [naam for naam in gegevens if bevat(tekst, [_kaal(naam)])]
    if not genoemd:
        return [] if bevat(tekst, woorden["niets_ervan"]) else None
    alleen = _alleen(tekst, gegevens)
    if alleen:
        return alleen
    verdeeld = _wel_en_niet(tekst, gegevens)
    if verdeeld is not None:
        return verdeeld
    andere = [naam for naam in gegevens if naam not in genoemd]
    if bevat(tekst, woorden["behalve"]):
        return andere
    if bevat(tekst, woorden["rest"]) and (ontkent(tekst) or bevat(tekst, woorden["handig"])):
        return andere
    if ontkent(tekst) or bevat(tekst, (*woorden["handig"], *woorden["rest"])):
        return None
    return genoemd


def _alleen(tekst: str, gegevens: Sequence[str]) -> list[str]:
    """Return what is picked in 'alleen het stageverslag, de rest is hooguit handig'."""
    deel = re.split(r"[,;.]|\bmaar\b", vlak(tekst))[0]
    woorden = _woorden("antwoordzinnen")
    if not bevat(deel, woorden["alleen"]) or ontkent(deel):
        return []
    if bevat(deel, (*woorden["behalve"], *woorden["handig"], *woorden["rest"])):
        return []
    return [naam for naam in gegevens if bevat(deel, [_kaal(naam)])]


def _wel_en_niet(tekst: str, gegevens: Sequence[str]) -> list[str] | None:
    """Return what is picked where some items are and others are not: 'A en B wel, C niet'."""
    wel: set[str] = set()
    niet: set[str] = set()
    woorden = _woorden("antwoordzinnen")
    for deel in re.split(r"[,;.]|\bmaar\b", vlak(tekst)):
        genoemd = {naam for naam in gegevens if bevat(deel, [_kaal(naam)])}
        if ontkent(deel) or bevat(deel, woorden["handig"]):
            niet |= genoemd
        elif bevat(deel, woorden["wel"]):
            wel |= genoemd
    if not wel or not niet or wel & niet:
        return None
    return [naam for naam in gegevens if naam in wel]


def enige_partij(lezing: Lezing) -> str | None:
    """Return the organisation in an answer; leerplicht is a department of the gemeente."""
    partijen = [partij for partij in lezing.partijen if partij != "school"]
    if len(partijen) < len(lezing.partijen) and len(partijen) == 1 and partijen[0] not in SCHOLEN:
        # 'School of gemeente' is a choice still to make.
        return None
    if "leerplicht" in partijen:
        partijen = [partij for partij in partijen if partij != "gemeente"]
    return partijen[0] if len(partijen) == 1 else None
