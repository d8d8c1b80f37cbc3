"""BSN en telefoon: reeksen cijfers die een controle doorstaan.

People write numbers in groups ('1234 56 782'), so groups of digits are joined as long as little
stands between them. A check (eleven-test, numbering plan) decides; a regex only proposes. Digits in
words or with letters (`telwoorden`) count the same where that makes a telephone number, or a BSN
that is announced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.vondst import Vondst
from bot.bewaker.vormen.onschuldig import Onschuldig
from bot.bewaker.vormen.telwoorden import Groep, groepen

_CIJFERS: Final = re.compile(r"\d+")
_TUSSEN: Final = re.compile(r"[ \n.\-/_,\u200b]{1,4}")
_TUSSEN_TELEFOON: Final = re.compile(r"[ \n.\-/_()\u200b]{1,4}")
_TUSSEN_VREEMD: Final = re.compile(r"[ \n.\-/_,()\u200b]{1,4}")
"""In words one says a comma where one waits: 'nul zes, vier drie'."""
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
_MOBIEL: Final = "06"
"""Whoever writes '06 ' apart, or announces a number that starts so, means a telephone; also when
nobody was given it yet."""


_BSN_ERNA: Final = re.compile(
    r"[ ,]{1,2}(?:als|is|was|staat)[ ](?:(?:zijn|haar|hun|het|een|mijn|de)[ ])?"
    r"(?:bsn|burgerservice)",
    re.IGNORECASE,
)


def _reeksen(gezegd: str) -> Iterator[tuple[bool, list[Groep]]]:
    """Yield the groups of digits; and once more with those that are written in another way (True).

    Apart: '0612345678l' may hide a number, and holds one.
    """
    alle = groepen(gezegd)
    if not any(groep.vreemd for groep in alle):
        yield False, alle
        return
    yield False, [Groep(gevonden[0], *gevonden.span()) for gevonden in _CIJFERS.finditer(gezegd)]
    yield True, alle


def _vensters(
    gezegd: str, alle: list[Groep], eerste: int, lengte: tuple[int, int], tussen: re.Pattern[str]
) -> Iterator[Groep]:
    """Yield the groups from `eerste` on as one, one group more each time, when long enough."""
    minstens, hoogstens = lengte
    cijfers, vreemd = "", False
    begin, vorige = alle[eerste].begin, alle[eerste].begin
    for groep in alle[eerste : eerste + hoogstens]:
        if cijfers and not tussen.fullmatch(gezegd, vorige, groep.begin):
            return
        if len(cijfers) + len(groep.cijfers) > hoogstens:
            return
        cijfers, vreemd = cijfers + groep.cijfers, vreemd or groep.vreemd
        if len(cijfers) >= minstens:
            yield Groep(cijfers, begin, groep.einde, vreemd)
        vorige = groep.einde


def vind_bsn(gezegd: str) -> Iterator[Vondst]:
    """Find citizen service numbers: nine digits, grouped in any way, that pass the eleven-test.

    Eight digits (a leading zero left out) count only right after the word itself; there nine count
    whatever the test says, because a number with a typing error still points at somebody.
    """
    onschuldig: Onschuldig | None = None
    for _, alle in _reeksen(gezegd):
        for eerste in range(len(alle)):
            for heel in _vensters(gezegd, alle, eerste, (_KORT_BSN, _BSN_LENGTE), _TUSSEN):
                lang_genoeg, klopt = len(heel.cijfers) == _BSN_LENGTE, _is_bsn(heel.cijfers)
                if not (lang_genoeg and klopt and not heel.vreemd) and not (
                    (lang_genoeg or klopt) and _is_aangekondigd_bsn(gezegd, *heel[1:3])
                ):
                    continue
                onschuldig = onschuldig or Onschuldig(gezegd)
                if not onschuldig.raakt(heel.begin, heel.einde):
                    yield Vondst("bsn", heel.begin, heel.einde)


def _is_aangekondigd_bsn(gezegd: str, begin: int, einde: int) -> bool:
    voor = _BSN_WOORD.search(gezegd, max(0, begin - 40), begin)
    return voor is not None or _BSN_ERNA.match(gezegd, einde) is not None


def _is_bsn(cijfers: str) -> bool:
    from stdnum.nl import bsn

    return bool(bsn.is_valid(cijfers))


def vind_telefoon(gezegd: str) -> Iterator[Vondst]:
    """Find telephone numbers: Dutch ones as written here, any country's with + or 00."""
    for zonder in _ZONDER_BEGIN.finditer(gezegd):
        yield Vondst("telefoon", *zonder.span("land" if zonder["land"] else "cijfers"))
    onschuldig: Onschuldig | None = None
    proeven = 0
    for anders, alle in _reeksen(gezegd):
        tussen = _TUSSEN_VREEMD if anders else _TUSSEN_TELEFOON
        for eerste, groep in enumerate(alle):
            begin = groep.begin
            plus = _plus_voor(gezegd, begin)
            zonder_nul = plus is None and groep.cijfers[0] == "6" and _aangekondigd(gezegd, begin)
            if plus is None and groep.cijfers[0] != "0" and not zonder_nul:
                continue
            onschuldig = onschuldig or Onschuldig(gezegd)
            langste: Vondst | None = None
            for heel in _vensters(gezegd, alle, eerste, _TELEFOON_LENGTE, tussen):
                nummer = _nummer("0" * zonder_nul + heel.cijfers, internationaal=plus is not None)
                if nummer is None or onschuldig.raakt(begin, heel.einde):
                    continue
                proeven += 1
                # Whoever sends hundreds of numbers does not need us to be precise, only quick.
                los = groep.cijfers == _MOBIEL or heel.vreemd
                mobiel = heel.cijfers.startswith(_MOBIEL) and (los or _aangekondigd(gezegd, begin))
                if proeven > _PROEVEN or mobiel or _is_telefoon(nummer):
                    langste = Vondst("telefoon", _begin(gezegd, begin, plus), heel.einde)
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
