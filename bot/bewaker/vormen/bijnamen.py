"""Namen in spellen en apps: 'roblox siobhan08', 'zijn nickname is turbokoen'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.personen.verschrijvingen import lijkt_op_een_woord, lijkt_vaag_op_een_woord
from bot.bewaker.personen.woordenlijst import (
    aanwijzing,
    engels,
    is_eigennaam,
    is_woord,
    namen,
    plat,
    zeldzame_namen,
)
from bot.bewaker.vondst import Vondst

_WAAR: Final = (
    r"insta(?:gram)?|snap(?:chat)?|tik[ ]?tok|facebook|fb|twitter|bereal|discord|telegram"
    r"|whatsapp|linkedin|youtube|twitch|pinterest|reddit|tumblr|wattpad|vinted|marktplaats"
    r"|tinder|grindr|badoo|omegle|yubo|kik|skype|teamspeak|onlyfans|strava|spotify"
    r"|roblox|minecraft|fortnite|brawl[ ]?stars|clash[ ](?:of[ ]clans|royale)|call[ ]of[ ]duty"
    r"|valorant|league[ ]of[ ]legends|among[ ]us|rocket[ ]league|overwatch|gta|habbo"
    r"|fifa|ea[ ]?fc|steam|xbox|psn|playstation|nintendo|epic(?:[ ]games)?|battle\.?net"
)
_NAAMWOORD: Final = (
    r"gebruikers?naam|username|user[ ]?name|nick(?:name)?|gamer[ -]?tag|account[ ]?naam|profielnaam"
    r"|spelers?naam|inlognaam|screen[ ]?name"
    rf"|(?:{_WAAR})[ -]?(?:naam|accountnaam|gebruikersnaam|nick|tag|id)"
)
_PLEK: Final = re.compile(
    rf"(?<![\w@./-])(?:(?P<woord>{_NAAMWOORD})|(?P<waar>{_WAAR}))(?![^\W_]|\.\w)", re.IGNORECASE
)
_NAAM: Final = r"@?[^\W_][\w.\u200b-]{1,38}[\w](?:#\d{3,5})?"
_ZO_HEET: Final = re.compile(
    r"(?:[ -](?:als|naam|heet|is|onder|account|accountnaam|kanaal|id|tag|profiel|gebruikersnaam"
    r"|zijn|haar|hem|ze|hij|zij|speelt|zit|noemt|zich|de|een|staat|bekend|was|vind|je|van|met|op|en))"
    r"{0,7}(?P<punt>[ ]?[:=])?,?[ ]{1,2}"
    rf"(?P<naam>{_NAAM})",
    re.IGNORECASE,
)
_WIJST: Final = re.compile(
    r"\b(?:als|naam|heet|onder|account|accountnaam|kanaal|id|tag|profiel|gebruikersnaam|is|noemt)"
    r"(?:[ ](?:ze|hij|zij|zich|hem|haar|de|een|je|is|:))*$",
    re.IGNORECASE,
)
_OP: Final = re.compile(
    r"\b(?:heet|als|noemt[ ]zich|naam|speler|account)[ ](?:(?:ze|hij|zij|zich)[ ])?"
    rf"(?P<naam>{_NAAM})[ ](?:op|in|bij|via)[ ]$",
    re.IGNORECASE,
)
_SLEUTEL: Final = re.compile(
    r"(?<![\w@./:-])[^\W_](?:[\w\u200b-]|\.(?=\w)){2,38}(?:#\d{3,5})?(?![\w@/])"
)
_EINDE_ZIN: Final = re.compile(r"[.!?;][ ]|\n")
_DELEN: Final = re.compile(r"[^\W\d_]+")
_VERDER: Final = 60
_TERUG: Final = 40
_LETTERS: Final = 3
_TWIJFELS: Final = 10


def vind_bijnamen(gezegd: str) -> Iterator[Vondst]:
    """Find the names people have in games and on networks (`url`)."""
    vorige = twijfels = 0
    for plek in _PLEK.finditer(gezegd):
        for naam in _aangekondigd(gezegd, plek):
            gewoon = _is_gewoon(naam["naam"])
            if gewoon is None:
                twijfels += 1
                # Whoever sends many unknown words does not need us to be precise, only quick.
                gewoon = twijfels <= _TWIJFELS and _is_verschreven(naam["naam"])
            if not gewoon:
                yield Vondst("url", *naam.span("naam"))
        if plek["waar"]:
            begin = max(vorige, plek.start() - _TERUG)
            yield from _in_de_buurt(gezegd, plek, begin)
            vorige = plek.end()


def _aangekondigd(gezegd: str, plek: re.Match[str]) -> Iterator[re.Match[str]]:
    """Find 'op fortnite heet hij dark' and 'heet dark op fortnite'."""
    heet = _ZO_HEET.match(gezegd, plek.end())
    if heet is not None:
        tussen = gezegd[plek.end() : heet.start("naam")].rstrip(" :=,")
        if plek["woord"] or heet["punt"] or _WIJST.search(tussen):
            yield heet
    ervoor = _OP.search(gezegd, max(0, plek.start() - _TERUG), plek.start())
    if ervoor is not None:
        yield ervoor


def _in_de_buurt(gezegd: str, plek: re.Match[str], begin: int) -> Iterator[Vondst]:
    """Find in the same sentence what nobody writes but as such a name: 'siobhan08', 'noor_x'."""
    einden = [gevonden.end() for gevonden in _EINDE_ZIN.finditer(gezegd, begin, plek.start())]
    eind = _EINDE_ZIN.search(gezegd, plek.end(), plek.end() + _VERDER)
    einde = eind.start() if eind else plek.end() + _VERDER
    for stuk in ((einden[-1] if einden else begin, plek.start()), (plek.end(), einde)):
        for sleutel in _SLEUTEL.finditer(gezegd, *stuk):
            if _is_sleutel(sleutel[0]):
                yield Vondst("url", *sleutel.span())


def _is_sleutel(woord: str) -> bool:
    """Tell whether a word has a digit, a point or a line between letters that make no word."""
    delen = [deel for deel in _DELEN.findall(woord) if len(deel) >= _LETTERS]
    if not delen or not re.search(r"[\d_.]", woord):
        return False
    return "_" in woord or not all(_bekend(deel) for deel in delen)


def _is_gewoon(woord: str) -> bool | None:
    """Tell whether a word where a name should stand is one of every day; None if in doubt."""
    kaal = woord.lstrip("@").rstrip(".")
    if re.search(r"[\d_#]", kaal) or "." in kaal:
        return not _is_sleutel(kaal) and not re.search(r"[^\W\d_]{3}", kaal)
    if kaal[1:].lower() != kaal[1:] and not kaal.isupper() and "-" not in kaal:
        # 'juliaanNL', and not 'SnapChat'
        return is_eigennaam(kaal) or re.fullmatch(_WAAR, kaal, re.IGNORECASE) is not None
    if _bekend(kaal) or re.fullmatch(_WAAR, kaal, re.IGNORECASE):
        return True
    return None


def _is_verschreven(woord: str) -> bool:
    return lijkt_op_een_woord(woord) or lijkt_vaag_op_een_woord(woord)


def _bekend(woord: str) -> bool:
    klein = plat(woord)
    eigennaam = is_eigennaam(woord.capitalize()) and klein not in namen("voornamen")
    return (
        is_woord(woord)
        or (eigennaam and klein not in zeldzame_namen())
        or klein in engels()
        or klein in aanwijzing("vak")
        or klein in aanwijzing("gewoon")
        or klein in namen("plaatsen")
    )
