"""Links naar een profiel, een dossier of een bestand; niet de site van een overheid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.vondst import Vondst

_NETWERK: Final = (
    r"linkedin|facebook|fb|instagram|instagr|tiktok|snapchat|twitter|x|youtube"
    r"|youtu|telegram|t|wa|discord|discordapp"
    r"|pinterest|threads|bsky|reddit|twitch|onlyfans|strava|spotify"
    r"|vk|steamcommunity|bereal|linktr|about"
)
_LINK: Final = re.compile(
    r"(?<![\w@.-])(?:https?://|www\.)?(?:[\w\u200b-]{1,63}\.){1,5}"
    r"[a-z]{2,12}(?::\d{1,5})?(?:[/?#][^\s<>\"'\[\]()]*)?",
    re.IGNORECASE,
)
_OPENBAAR: Final = re.compile(
    r"(?:[\w-]+\.)*(?:overheid|rijksoverheid|duo|uwv|nji|ingrado|autoriteitpersoonsgegevens"
    r"|rechtspraak|tweedekamer"
    r"|eerstekamer|raadvanstate|officielebekendmakingen|vng|nvs-nvl|mboraad"
    r"|kennispuntmbo|lerenenwerken|belastingdienst"
    r"|svb|divosa|kinderombudsman|steunpuntpassendonderwijs"
    r"|ocwduo|veiligthuis|juridischloket|jeugdzorgnederland"
    r"|samenvoordeklant|wikipedia|europa)"
    r"\.(?:nl|org|eu)",
    re.IGNORECASE,
)
_HOST: Final = re.compile(r"(?:https?://)?(?P<host>[^/?#:\s]+)(?P<rest>[^\s]*)", re.IGNORECASE)
_SOCIAAL: Final = re.compile(rf"(?:[\w-]+\.)*(?:{_NETWERK})\.[a-z]{{2,4}}", re.IGNORECASE)
# Names that are stuck together are taken together: one left behind would stand behind a label.
_NAAM_OP_NETWERK: Final = re.compile(
    r"(?<![\w@./\]])(?:@[\w\u200b](?:[\w.\u200b-]{1,38}[\w\u200b]))+"
)
NETWERKEN: Final = frozenset(
    {"insta", "instagram", "snap", "snapchat", "tiktok", "facebook", "twitter", "x", "discord"}
    | {"account", "profiel", "gebruikersnaam"}
)
"""Words that announce a name on a network."""
_TERUGKIJKEN: Final = 25
_ALLEEN_HOST: Final = {"", "/"}


def vind_links(gezegd: str) -> Iterator[Vondst]:
    """Find links that may lead to somebody (`url`), and names on social media."""
    if "." in gezegd:
        for gevonden in _LINK.finditer(gezegd):
            geheel = gevonden[0].rstrip(".,;:!?")
            delen = _HOST.match(geheel)
            if delen is not None and _leidt_naar_iemand(delen["host"], delen["rest"]):
                yield Vondst("url", gevonden.start(), gevonden.start() + len(geheel))
    for naam in _NAAM_OP_NETWERK.finditer(gezegd):
        # '@school' is how one talks; a name on a network has a digit or a dot, or is announced.
        if re.search(r"[\d._]", naam[0]) or _netwerk_ervoor(gezegd, naam.start()):
            yield Vondst("url", *naam.span())


def _leidt_naar_iemand(host: str, rest: str) -> bool:
    if _OPENBAAR.fullmatch(host):
        return False
    if _SOCIAAL.fullmatch(host):
        return rest not in _ALLEEN_HOST
    return rest not in _ALLEEN_HOST and not rest.startswith(":")


def _netwerk_ervoor(gezegd: str, begin: int) -> bool:
    ervoor = gezegd[max(0, begin - _TERUGKIJKEN) : begin].lower()
    return not NETWERKEN.isdisjoint(re.findall(r"\w+", ervoor))
