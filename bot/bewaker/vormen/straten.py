"""Straten met een huisnummer; zonder nummer alleen waar staat dat iemand er woont."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.personen.woordenlijst import aanwijzing, namen, plat
from bot.bewaker.vondst import Vondst

_EIND: Final = (
    r"(?:straat|str\.|straatje|laan|weg|plein|kade|gracht|dijk|singel|steeg|dreef|plantsoen"
    r"|boulevard|allee|hof|pad|ring|park|markt|baan|wal|kamp|veld|haven|brink|erf|hoek|zoom|meent"
    r"|akker|einde|burg|oord|vliet|gaarde|horst|donk|tuin|weide|berg|bos|eiland|rak|poort|zijde)"
)
# These are mostly something else: 'loopbaan 2', 'arbeidsmarkt 2026'. Then a capital must say it.
_ZEKER: Final = re.compile(
    r"[^\W\d_][\w'.-]*(?:straat|str\.|laan|weg|plein|kade|gracht"
    r"|dijk|singel|steeg|dreef|plantsoen)",
    re.IGNORECASE,
)
_AFGEKORT: Final = re.compile(
    r"(?<![\w@./-])(?:[A-ZÀ-Þ][\w'.-]{2,40}(?:str|ln|gr|sngl|pln|kd|wg|dk)\.?"
    r"|(?:[A-ZÀ-Þ][\w'-]{2,40}[ ]){1,3}(?i:str|ln|gr|sngl|pln|kd|wg|dk)\.)(?=[ ,])"
)
"""'Meineszln', 'Oude Gr.': the ending is cut short, so a capital and a number must say it."""
_POSTBUS: Final = re.compile(
    r"(?<![\w\[])(?:postbus|post[ ]?box|p\.?o\.?[ ]?box|antwoordnummer)"
    r"(?:[ ](?:is|nr\.?|nummer)){0,2}[ ]?:?[ ](?!20\d{3}(?!\d))\d{1,6}(?![\w]|[.,]\d)"
    r"(?:,?[ ]{1,2}[1-9]\d{3}[ ]?[A-Z]{2}(?![\w]))?",
    re.IGNORECASE,
)
"""Not 'Postbus 20001': those are of the state."""
_NIET: Final = frozenset(
    {"onderweg", "snelweg", "omweg", "uitweg", "halfweg", "spoorweg", "eenbaansweg"}
)
_HUISNUMMER: Final = re.compile(
    r"[ \n,]{1,3}(?:nr\.?[ ]?|no\.?[ ]|no\.|#|(?:huis)?nummer[ ])?"
    r"(?!(?:19|20)\d\d(?!\d))\d{1,5}(?:[ ]?[A-Za-z](?![\w]))?"
    r"(?:[ ]?[-/][ ]?\d{1,4})?"
    r"(?:[ -](?:[IVX]{1,4}|bis|hs|huis|rood|zwart|zw|boven|onder)(?![\w]))?"
    r"(?![\w]|[.,:/-]\d|[ ]?%)"
    r"(?![ ](?:jaar|jr|jarige?|maand|maanden|week|weken|dag|dagen|uur|keer|euro|leerlingen"
    r"|studenten|jongeren|huizen|deuren|straten|minuten|meter|km|kilometer|stuks|mensen|kinderen"
    r"|kamers|broers|zussen|collega's))",
    re.IGNORECASE,
)
_STRAAT: Final = re.compile(
    rf"(?<![\w@./-])(?:[^\W\d_][\w'.-]{{1,40}})?{_EIND}(?![\w])", re.IGNORECASE
)
_NAAM_ERVOOR: Final = re.compile(
    r"(?:(?:[A-ZÀ-Þ][\w'.-]{0,40}|\d[eE]|'[ts]|v\.?d\.|v/d|van|de|der|den|het|ten|ter|op|aan"
    r"|(?:burg|burgem|dr|ds|prof|past|pr|mr|gen|jhr|kon|pres|kard|mgr|ir|min)\.)[ ]){1,5}$"
)
_VOOROP: Final = re.compile(
    r"(?<![\w@./-])(?:laan|hof|plein|weg|straat|dijk|kade|singel|park|pad|markt|steeg|gracht|haven"
    r"|plantsoen|boulevard|avenue|rue|dreef|hoek|baan|achter|tussen)"
    r"(?:(?:[ ](?:van|der|de|den|het|'t|naar|over|achter|aan|op|in|ter|ten|la|le|du|des)){1,3}"
    r"|(?<=boulevard)|(?<=avenue)|(?<=rue)|(?<=dreef)|(?<=plein))"
    r"(?:[ ](?-i:[A-ZÀ-Þ][\w'.-]{0,40}\w)){1,3}(?![\w])",
    re.IGNORECASE,
)
"""'Laan van de Vrijheid' and 'Achter de Molens': what kind of street it is comes first."""
_HIER_WOONT: Final = re.compile(
    r"(?:\b(?:woon(?:t|de|adres|achtig)?|wonen(?:de)?|(?:huis|post|bezoek|woon)?adres"
    r"|verhuisd|verhuist|verblijft|logeert|ingeschreven|slaapt|opvangadres|te[ ]vinden)"
    r"(?:[ ](?:nu|is|daar|thuis|weer|zelfstandig|samen|tijdelijk|even)){0,2}(?:[ ]?[:=,])?[ ]"
    r"(?:(?:is|op|aan|in|naar|te)[ ])?(?:(?:de|het)[ ])?)",
    re.IGNORECASE,
)
_GROTE_WOORDEN: Final = re.compile(
    r"(?:(?:De|Het|'t|Van|Ten|Ter|Op)[ ](?:(?:de|der|den|het|'t)[ ])?)?"
    r"[A-ZÀ-Þ'][\w'.-]{0,40}\w"
    r"(?:[ ](?:(?:'t[ ])?[A-ZÀ-Þ][\w'.-]{0,40}\w|(?:19|20)\d\d|van|de|der|den|het"
    r"|1[6-8]\d\d(?=[ ](?:nr|nummer|\d))|'?\d\d-'?\d\d(?=[ ](?:nr|nummer|\d)))){0,4}"
)


_AAN_DE: Final = re.compile(
    r"\b(?:aan|op)[ ](?P<waar>(?:de|het|'t)[ ](?:[A-ZÀ-Þ][a-zà-ÿ'.-]{2,30}[ ]?){1,3})(?<![ ])"
)
"""'Aan de Oude Vest 203': nothing in the name says street, but where it stands does."""
_MET_NUMMER: Final = re.compile(
    r"\b(?:aan|op|in|naar)[ ](?P<waar>(?:'[ts][ ])?[A-ZÀ-Þ][\w'.-]{1,40}"
    r"(?:[ ](?:[A-ZÀ-Þ][\w'.-]{1,40}|de|der|den|het|van|1[6-9]\d\d)){0,4})"
    r"(?=,?[ ](?:nr\.?|no\.?|nummer|huisnummer)[ ]?\d)"
)
"""'Op Rode Dorp nummer 31'."""
_GEEN_AAN_DE: Final = re.compile(
    r"\b(?:[a-z]*wet|regio|wajong|opleiding|school|college|gemeente|dienst"
    r"|mbo|havo|vwo|vmbo|vso|pro|entree|bol|bbl|niveau"
    r"|stap|casus|artikel|groep|klas|team|afdeling|kamer"
    r"|lokaal|locatie|leerjaar|route|traject|fase|schaal"
    r"|paragraaf|hoofdstuk|bijlage|tabel|versie|week|maand"
    r"|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b",
    re.IGNORECASE,
)


_ERIN: Final = re.compile(r"\b(?:in|te|naar|bij|uit|vanuit|rond|regio|gemeente)[ ]$", re.IGNORECASE)
_VER: Final = 12
_VOOR_POSTCODE: Final = re.compile(
    r"(?<![\w@./-])(?:[A-ZÀ-Þ'][\w'.-]{0,30}[a-zà-ÿ]|'[ts])"
    r"(?:[ ](?:[A-ZÀ-Þ][\w'.-]{0,30}[a-zà-ÿ]|van|de|der|den|het|'t)){0,4}"
    r"[ ](?!(?:19|20)\d\d)\d{1,5}(?:[ -]?[A-Za-z]{1,3})?"
    r"(?=,?[ \n]{1,2}[1-9]\d{3}[ ]?[A-Z]{2}(?![\w]))"
)


_KLEIN_ERVOOR: Final = re.compile(
    r"(?<!\w)(?:(?:lange|korte|oude|nieuwe|grote|kleine|hoge|lage|eerste|tweede|derde|prins|prinses"
    r"|koning|koningin|burgemeester|sint|st\.|dr\.|dokter|professor|prof\.|generaal|graaf|\de)[ ]"
    r"(?:(?:van[ ])?(?:de|der|den)[ ])?|(?:[a-z]+[ ])?van[ ](?:der|den)[ ])+$"
)
"""Before a street in small letters: 'prins bernhardplein', 'van der helstlaan'."""
_KLEIN_ADRES: Final = re.compile(
    r"\b(?:woon(?:t|de|adres|achtig)?|wonen(?:de)?|(?:huis|post)?adres|verhuisd|verhuist|verblijft"
    r"|logeert|ingeschreven|thuis(?=[ ](?:op|aan)[ ]))"
    r"(?:[ ](?:nu|is|daar|thuis|weer|zelfstandig|samen))?[ ]?[:=]?[ ]"
    r"(?:(?:op|aan|naar|is)[ ])?(?:(?:de|het)[ ])?"
    r"(?P<waar>(?!(?:een|de|het|in|bij|met|op|niveau|nummer|kamers|leeftijd|sinds|van|school)\b)"
    r"(?:'[ts][ ])?[a-z][a-z'.-]{2,30}"
    r"(?:[ ](?:(?:de|het|van|der|den|in|op|1[89]\d\d)|[a-z'.-]{3,30})){0,3})"
)
_GEEN_STRAAT: Final = re.compile(
    r"\b(?:niveau|nummer|kamers?|leeftijd|sinds|vanaf|school|opleiding"
    r"|leerjaar|klas|locatie|groep|met|bij"
    r"|voor|als|en|om|tot|per|artikel|stap|casus|afdeling|lokaal|etage"
    r"|verdieping|huis|woning|zijn|haar|wij|ze|hij|gaan|gaat|naar|wil|mag|moet)\b|[.]$"
)
_LAAN_VAN: Final = re.compile(
    r"(?<![\w@./-])(?:laan|hof|weg|plein)[ ](?:van|der|naar)(?:[ ](?:de|den|der|het))?"
    r"[ ][a-z'-]{3,30}"
)


_KLEIN_VOOR_POSTCODE: Final = re.compile(
    r"(?<![\w@./-])(?:(?:op[ ])?(?:de|het|it|'t|oude|nieuwe|van|groot|klein)[ ])?"
    r"[a-z'-]{3,30}[ ]\d{1,5}[ -]?[a-z]?"
    r"(?=,[ \n]?[1-9]\d{3}[ ]?[A-Za-z]{2}(?![\w]))"
)
_WOONT_IN: Final = re.compile(
    r"\b(?:woont|wonen|woonachtig|verblijft|logeert)[ ](?:nu[ ]|weer[ ])?"
    r"(?:in|op|aan)[ ](?:de|het)[ ]([a-z'-]{6,40})(?![\w])"
)


def vind_straten(gezegd: str) -> Iterator[Vondst]:
    """Find streets with a house number, and the street where somebody lives (`adres`)."""
    for straat in _STRAAT.finditer(gezegd):
        nummer = _HUISNUMMER.match(gezegd, straat.end())
        if nummer is None or straat[0].lower() in _NIET:
            continue
        begin = _begin(gezegd, straat.start())
        if _is_straat(straat[0]) or begin < straat.start():
            yield Vondst("adres", begin, nummer.end())
    yield from _afgekort(gezegd)
    yield from _zonder_staart(gezegd)
    for woont in _HIER_WOONT.finditer(gezegd):
        waar = _GROTE_WOORDEN.match(gezegd, woont.end())
        if waar is None:
            continue
        nummer = _HUISNUMMER.match(gezegd, waar.end())
        if nummer is not None:
            if not _is_plaats(gezegd, waar[0], waar.start()):
                yield Vondst("adres", waar.start(), nummer.end())
        elif _ZEKER.fullmatch(waar[0].split()[-1]):
            yield Vondst("adres", *waar.span())


def _afgekort(gezegd: str) -> Iterator[Vondst]:
    """Find a street of which the ending is cut short, and a number at the post office."""
    for kort in _AFGEKORT.finditer(gezegd):
        nummer = _HUISNUMMER.match(gezegd, kort.end())
        if nummer is not None:
            yield Vondst("adres", _begin(gezegd, kort.start()), nummer.end())
    for bus in _POSTBUS.finditer(gezegd):
        yield Vondst("adres", *bus.span())


def _zonder_staart(gezegd: str) -> Iterator[Vondst]:
    """Find streets whose last word does not say so: 'Laan van de Vrijheid', 'De Bongerd'."""
    for vooraan in _VOOROP.finditer(gezegd):
        nummer = _HUISNUMMER.match(gezegd, vooraan.end())
        if nummer is not None:
            yield Vondst("adres", vooraan.start(), nummer.end())
    for gevonden in (*_KLEIN_ADRES.finditer(gezegd), *_LAAN_VAN.finditer(gezegd)):
        begin, einde = gevonden.span("waar" if gevonden.re is _KLEIN_ADRES else 0)
        nummer = _HUISNUMMER.match(gezegd, einde)
        if nummer is not None and not _GEEN_STRAAT.search(gezegd, begin, einde):
            yield Vondst("adres", begin, nummer.end())
    for plek in (*_AAN_DE.finditer(gezegd), *_MET_NUMMER.finditer(gezegd)):
        nummer = _HUISNUMMER.match(gezegd, plek.end())
        plaats = _is_plaats(gezegd, plek["waar"], plek.start("waar"))
        if nummer is not None and not plaats and not _GEEN_AAN_DE.search(plek["waar"]):
            yield Vondst("adres", plek.start("waar"), nummer.end())
    for straat in (*_VOOR_POSTCODE.finditer(gezegd), *_KLEIN_VOOR_POSTCODE.finditer(gezegd)):
        yield Vondst("adres", *straat.span())
    for woont in _WOONT_IN.finditer(gezegd):
        if _ZEKER.fullmatch(woont[1]) and woont[1] not in _NIET:
            yield Vondst("adres", *woont.span(1))


def _is_plaats(gezegd: str, waar: str, begin: int) -> bool:
    """Tell whether it is a town, where a number is no house: 'in Utrecht nr 4'.

    Not after 'op' or 'aan': who lives 'op Dorp 4' names a street.
    """
    return _ERIN.search(gezegd, max(0, begin - _VER), begin) is not None and _heet_als_plaats(waar)


def _heet_als_plaats(waar: str) -> bool:
    """Tell whether it is the name of a town, and of no street as 'Brink' and "'t Zand" are."""
    *ervoor, laatste = plat(waar).split()
    if laatste in aanwijzing("ook_straat") or re.fullmatch(_EIND, laatste):
        return False
    return _is_van_plaats(laatste) and all(
        deel in aanwijzing("voor_plaats") or _is_van_plaats(deel) for deel in ervoor
    )


def _is_van_plaats(woord: str) -> bool:
    return woord in namen("plaatsen") or woord in aanwijzing("ook_plaats")


def _is_straat(woord: str) -> bool:
    if not _ZEKER.fullmatch(woord):
        return woord[0].isupper() and len(woord) > len("straat")
    return True


def _begin(gezegd: str, begin: int) -> int:
    """Return where the name of the street starts: 'Burgemeester de Vries-' before 'straat'."""
    ervoor = _NAAM_ERVOOR.search(gezegd, max(0, begin - 60), begin)
    klein = _KLEIN_ERVOOR.search(gezegd, max(0, begin - 40), begin)
    if klein is not None:
        return klein.start()
    if ervoor is None:
        return begin
    delen = ervoor[0].split(" ")
    # Small words belong to it only between words with a capital: 'aan de Oude Gracht'.
    start = ervoor.start()
    for deel in delen:
        if deel[:1].isupper() or deel[:1].isdigit() or deel[:1] == "'" or deel[-1:] == ".":
            return start
        start += len(deel) + 1
    return begin
