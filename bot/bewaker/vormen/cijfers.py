"""BSN en telefoon: reeksen cijfers die een controle doorstaan.

People write numbers in groups ('1234 56 782'), so groups of digits are joined as long as little
stands between them. A check (eleven-test, numbering plan) decides; a regex only proposes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.vondst import Vondst
from bot.bewaker.vormen.onschuldig import Onschuldig

_GROEP: Final = re.compile(r"\d+")
_TUSSEN: Final = re.compile(r"[ \n.\-/_,\u200b]{1,4}")
_TUSSEN_TELEFOON: Final = re.compile(r"[ \n.\-/_()\u200b]{1,4}")
_BSN_WOORD: Final = re.compile(
    r"(?<!\[)(?:bsn|burger[ -]?service[ -]?nummer|sofi-?nummer)[^\d\[\]]{0,15}$", re.IGNORECASE
)

_BEL: Final = re.compile(
    r"(?<!\[)\b(?:bel(?:len)?|telefoon(?:nummer)?|tel\.?|mobiel(?:nummer)?|gsm|app(?:en)?"
    r"|whatsapp|sms|nummer|bereikbaar|06)"
    r"(?:[ ](?:is|op|me|mij|hem|haar|hen|ons|even|naar|het|nummer|zijn)){0,4}[ ]?:?[ ]?$",
    re.IGNORECASE,
)
"""Announces a number of which the first nought may be left out."""

_ZONDER_BEGIN: Final = re.compile(
    r"(?<![\w\[])(?:06[ -]?(?:nummer|nr\.?)|nul[ ]?zes)(?:[ ](?:is|van|hem|haar|mij)){0,2}[ ]?:?[ ]"
    r"(?P<cijfers>\d(?:[ .-]?\d){7})(?!\d)"
    r"|(?<![\w+.,/-])(?P<land>316(?:[ .-]?\d){8})(?![\w])",
    re.IGNORECASE,
)
"""A mobile number without its '06', or with the country and no plus: '31612345678'."""

_BSN_LENGTE: Final = 9
_KORT_BSN: Final = 8
_TELEFOON_LENGTE: Final = (8, 15)
_PROEVEN: Final = 200


def _groepen(gezegd: str) -> list[tuple[int, int]]:
    return [gevonden.span() for gevonden in _GROEP.finditer(gezegd)]


def _vensters(
    gezegd: str,
    groepen: list[tuple[int, int]],
    eerste: int,
    hoogstens: int,
    tussen: re.Pattern[str],
) -> Iterator[tuple[str, int, int]]:
    """Yield (digits, begin, end) for the groups from `eerste` on, one group more each time."""
    cijfers = ""
    begin, vorige = groepen[eerste][0], groepen[eerste][0]
    for start, einde in groepen[eerste : eerste + hoogstens]:
        if cijfers and not tussen.fullmatch(gezegd, vorige, start):
            return
        cijfers += gezegd[start:einde] if einde - start <= hoogstens else "x" * (hoogstens + 1)
        if len(cijfers) > hoogstens:
            return
        yield cijfers, begin, einde
        vorige = einde


def vind_bsn(gezegd: str) -> Iterator[Vondst]:
    """Find citizen service numbers: nine digits, grouped in any way, that pass the eleven-test.

    Eight digits (a leading zero left out) count only right after the word itself; there nine count
    whatever the test says, because a number with a typing error still points at somebody.
    """
    groepen = _groepen(gezegd)
    if not groepen:
        return
    onschuldig = Onschuldig(gezegd)
    for eerste, (start, _) in enumerate(groepen):
        for cijfers, begin, einde in _vensters(gezegd, groepen, eerste, _BSN_LENGTE, _TUSSEN):
            if len(cijfers) < _KORT_BSN or onschuldig.raakt(begin, einde):
                continue
            aangekondigd = _BSN_WOORD.search(gezegd, max(0, start - 40), start) is not None
            lang_genoeg = len(cijfers) == _BSN_LENGTE
            if (lang_genoeg or aangekondigd) and (
                _is_bsn(cijfers) or (lang_genoeg and aangekondigd)
            ):
                yield Vondst("bsn", begin, einde)


def _is_bsn(cijfers: str) -> bool:
    from stdnum.nl import bsn

    return bool(bsn.is_valid(cijfers))


def vind_telefoon(gezegd: str) -> Iterator[Vondst]:
    """Find telephone numbers: Dutch ones as written here, any country's with + or 00."""
    groepen = _groepen(gezegd)
    if not groepen:
        return
    for zonder in _ZONDER_BEGIN.finditer(gezegd):
        yield Vondst("telefoon", *zonder.span("land" if zonder["land"] else "cijfers"))
    onschuldig = Onschuldig(gezegd)
    proeven = 0
    for eerste, (start, _) in enumerate(groepen):
        plus = _plus_voor(gezegd, start)
        zonder_nul = plus is None and gezegd[start] == "6" and _aangekondigd(gezegd, start)
        if plus is None and gezegd[start] != "0" and not zonder_nul:
            continue
        langste: Vondst | None = None
        for cijfers, begin, einde in _vensters(
            gezegd, groepen, eerste, _TELEFOON_LENGTE[1], _TUSSEN_TELEFOON
        ):
            nummer = _nummer("0" * zonder_nul + cijfers, internationaal=plus is not None)
            if nummer is None or onschuldig.raakt(begin, einde):
                continue
            proeven += 1
            # Whoever sends hundreds of numbers does not need us to be precise, only quick.
            if proeven > _PROEVEN or _is_telefoon(nummer):
                langste = Vondst("telefoon", _begin(gezegd, begin, plus), einde)
        if langste is not None:
            yield langste


def _aangekondigd(gezegd: str, start: int) -> bool:
    return _BEL.search(gezegd, max(0, start - 40), start) is not None


def _plus_voor(gezegd: str, start: int) -> int | None:
    for plek in range(start - 1, max(-1, start - 4), -1):
        if gezegd[plek] == "+":
            return plek
        if gezegd[plek] not in " (\u200b":
            return None
    return None


def _begin(gezegd: str, begin: int, plus: int | None) -> int:
    if plus is not None:
        return plus
    return begin - 1 if gezegd[begin - 1 : begin] == "(" else begin  # '(030) 234 56 78'


def _nummer(cijfers: str, *, internationaal: bool) -> str | None:
    """Return the number to check; None when its form already says that it is no number."""
    kortst, _ = _TELEFOON_LENGTE
    if internationaal:
        return f"+{cijfers}" if len(cijfers) >= kortst else None
    if cijfers.startswith("00"):
        return f"+{cijfers[2:]}" if len(cijfers) >= kortst + 2 else None
    return f"+31{cijfers[1:]}" if len(cijfers) == len("0612345678") else None


def _is_telefoon(nummer: str) -> bool:
    import phonenumbers

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(nummer))
    except phonenumbers.NumberParseException:
        return False
