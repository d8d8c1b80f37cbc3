"""Hoe ver een naam loopt: initialen ervoor, 'van der' en achternamen erachter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.bewaker.personen.lezing import (
    Lezing,
    is_achternaam,
    is_gewoon,
    is_mens,
    is_vak,
    is_voornaam,
    is_vreemd,
    onbekend_klein,
)
from bot.bewaker.personen.ontleden import Woord
from bot.bewaker.personen.organisaties import is_groot, sluit_aan
from bot.bewaker.personen.woordenlijst import aanwijzing, is_woord, namen
from bot.bewaker.vondst import Vondst

_GEEN_EN: Final = r"(?<!&)(?<!& )(?<![A-Z] en )"  # the 'I.' of 'bij W&I.' ends a sentence
_INITIALEN_ERVOOR: Final = re.compile(
    rf"(?<![\w.]){_GEEN_EN}(?:[A-Z]\.[ -]?|[A-Z][ ](?=[A-Z]\.)"
    r"|(?:Th|Ch|Chr|Ph|Joh|Jac|Fr|IJ|Tj|Sj|Kl|Wm|Ant|Corn)\.[ -]?){1,5}[ ]?$"
)
_KLEINE_INITIALEN: Final = re.compile(rf"(?<![\w.']){_GEEN_EN}(?:[A-Za-z]\.[ -]?){{1,5}}[ ]?$")
_LETTERS_MET_PUNTEN: Final = re.compile(r"(?:[A-Za-z]\.){1,5}[A-Za-z](?![\w])")
_AFKORTINGEN: Final = frozenset(
    """
    aub bv bvd dd dmv dwz ea ed eo ev evt igv ihkv ikv iov iom ism isv itt ivm jl ll mbt mbv miv mn
    mva nav nb ntb nv nvt oa oid olv oiv pm pp svp tav tbv tgv tm tnv tov twv tzt vd zg zgn zoz zsm
    """.split()  # noqa: SIM905 - a list of words reads better than a list of strings
)
"""What stands between points in small letters and is nobody: 'm.b.t. verzuim'."""
_INITIALEN_ERNA: Final = re.compile(r",[ ]?((?:[A-Z]\.[ ]?){0,4}[A-Z]\.)")
_INITIAAL_ERNA: Final = re.compile(r"[ ][A-Za-z]\.(?![\w])")
_LOSSE_INITIALEN: Final = re.compile(r"(?:[A-Z]\.[ ]?){0,4}[A-Z]\.(?![\w])")
_LEEFTIJD_OF_BEZIT: Final = re.compile(
    r" ?\((?:[mvx],? ?)?\d\d?\b|'s(?!\w)"
    r"|: \d\d jaar|,? (?:van )?\d\d(?: jaar)?(?![\w.:/-]|,\d)"
)
_LEEFTIJD: Final = re.compile(r",? \(?\d\d(?: jaar|\))")
_ANONIEM: Final = frozenset("ABNXYZ")
_KORT_DEEL: Final = 6
_TUSSENVOEGSELS: Final = 4
_INITIALEN: Final = 20
_MEESTE_LETTERS: Final = 6
"""More letters before a name are no initials; to follow each run of them takes too long."""


def begin_van(lezing: Lezing, plek: int) -> int:
    """Return where the name that starts with this word begins in the text, initials included."""
    initialen = _initialen(lezing, plek)
    return lezing.woorden[plek].begin if initialen is None else initialen


def einde_van(lezing: Lezing, plek: int) -> int:
    """Return where the name that ends with this word ends in the text."""
    einde = lezing.woorden[plek].einde
    erna = _INITIALEN_ERNA.match(lezing.gezegd, einde)
    if erna is None and is_voornaam(lezing.woorden[plek]):
        erna = _INITIAAL_ERNA.match(lezing.gezegd, einde)
    return erna.end() if erna else einde


def laatste_van(lezing: Lezing, plek: int) -> int:
    """Return the last word of the name that this word is part of."""
    while True:
        verder = volgende_deel(lezing, plek)
        if verder is None:
            return plek
        plek = verder


def volgende_deel(lezing: Lezing, plek: int) -> int | None:
    """Return the place of the next word of this name, over 'van der'; None at its end."""
    for zoek in (_over_a, _over_tussenvoegsels, _kort_deel):
        verder = zoek(lezing, plek)
        if verder is not None:
            return verder
    return None


def _over_a(lezing: Lezing, plek: int) -> int | None:
    """Return the place of 'Ten' in 'Tjon A Ten'; from the first name on that of 'Tjon'."""
    if heeft_a(lezing, plek):
        return plek + 2
    erna = lezing.woorden[plek + 1 : plek + 2]
    verder = bool(erna) and sluit_aan(erna[0]) and heeft_a(lezing, plek + 1)
    return plek + 1 if verder and is_groot(lezing.woorden[plek]) else None


def heeft_a(lezing: Lezing, plek: int) -> bool:
    """Tell whether a capital A joins this short word to the next: 'Lie A Fat'."""
    drie = lezing.woorden[plek : plek + 3]
    if len(drie) < len(("Lie", "A", "Fat")) or drie[1].tekst != "A":
        return False
    kort = all(w.vorm == "groot" and 1 < len(w.tekst) <= _KORT_DEEL for w in (drie[0], drie[2]))
    return kort and drie[1].ervoor == " " and drie[2].ervoor == " "


def voornaam_ervoor(lezing: Lezing, eerste: int) -> int:
    """Return where an unknown first name before a surname stands that opens the sentence.

    'Xiuying Zhang': a capital says little there, and what follows says enough.
    """
    plek = eerste
    while (
        plek > 0
        and eerste - plek < _TUSSENVOEGSELS
        and sluit_aan(lezing.woorden[plek])
        and lezing.woorden[plek - 1].vorm == "klein"
        and lezing.ervoor(plek) in aanwijzing("tussenvoegsel")
    ):
        plek -= 1
    met_alleen_van = eerste - plek == 1 and lezing.woorden[plek].laag in {"van", "de", "en", "uit"}
    if plek == 0 or met_alleen_van or not sluit_aan(lezing.woorden[plek]):
        return eerste
    woord = lezing.woorden[plek - 1]
    kan = woord.vorm == "groot" and woord.zinsbegin and plek - 1 not in lezing.geen_mensen
    gewoon = is_gewoon(woord) or is_vak(woord) or is_mens(woord.laag) or is_vreemd(woord)
    return plek - 1 if kan and not gewoon and onbekend_klein(woord) else eerste


def _kort_deel(lezing: Lezing, plek: int) -> int | None:
    """Return the place of 'Es' in 'Wolf van Es': a capital on what stands between names mostly."""
    twee = lezing.woorden[plek + 1 : plek + 3]
    if len(twee) < len(("van", "Es")) or not (sluit_aan(twee[0]) and sluit_aan(twee[1])):
        return None
    tussen = all(woord.laag in aanwijzing("tussenvoegsel") for woord in twee)
    return plek + 2 if tussen and (twee[0].vorm, twee[1].vorm) == ("klein", "groot") else None


def _over_tussenvoegsels(lezing: Lezing, plek: int) -> int | None:
    woorden = lezing.woorden
    verder = plek + 1
    while (
        verder < len(woorden)
        and verder - plek <= _TUSSENVOEGSELS
        and _hoort_erbij(lezing, verder)
        and woorden[verder].laag in aanwijzing("tussenvoegsel")
    ):
        verder += 1
    if verder >= len(woorden) or not _hoort_erbij(lezing, verder):
        return _voornaam_na_komma(lezing, plek)
    woord = woorden[verder]
    achter_tussen = verder > plek + 1 and woord.vorm == "groot"
    if achter_tussen and woord.laag in namen("achternamen") and verder not in lezing.geen_mensen:
        return verder  # 'Cas van der Meer', although 'meer' is a word
    if is_gewoon(woord) or verder in lezing.geen_mensen:
        return None
    if is_groot(woord) and woord.vorm != "gemengd":
        return None if is_vak(woord) else verder
    if woord.laag in aanwijzing("werkwoord"):
        return None
    if is_groot(woorden[plek]):  # 'Peter vermeijs'
        return verder if _is_voor_en_achter(lezing, woorden[plek], woord) else None
    met_tussen = verder > plek + 1 or woorden[plek].laag in aanwijzing("tussenvoegsel")
    if is_achternaam(woord) or (met_tussen and onbekend_klein(woord)):
        return verder
    return verder if _is_voor_en_achter(lezing, woorden[plek], woord) else None


def _is_voor_en_achter(lezing: Lezing, eerste: Woord, tweede: Woord) -> bool:
    """Tell whether two words are a first name and a small surname behind it."""
    vooraan = is_voornaam(eerste) or lezing.lijkt_achternaam(eerste)
    return vooraan and lezing.lijkt_achternaam(tweede)


def heeft_leeftijd(lezing: Lezing, plek: int) -> bool:
    """Tell whether an age or a possession follows: 'Roos (18)', 'Beer van 16', "Roos's"."""
    return _LEEFTIJD_OF_BEZIT.match(lezing.gezegd, lezing.woorden[plek].einde) is not None


def bezit_iets(lezing: Lezing, plek: int) -> bool:
    """Tell whether it is a genitive: 'kevins moeder', 'hannahs stage'."""
    woord = lezing.woorden[plek]
    erna = lezing.woorden[plek + 1 : plek + 2]
    if not woord.laag.endswith("s") or not erna or not sluit_aan(erna[0]):
        return False
    return erna[0].laag in aanwijzing("bezit") and not is_woord(woord.tekst)


def met_van_der(lezing: Lezing, plek: int) -> bool:
    """Tell whether a surname follows that only people have: 'cas van der meer'."""
    erna = [woord.laag for woord in lezing.woorden[plek + 1 : plek + 4]]
    if len(erna) < len(("ter", "braak")) or not sluit_aan(lezing.woorden[plek + 1]):
        return False
    van = erna[0] == "van" and erna[1] in {"der", "den", "'t"}
    achter = erna[2] if van and len(erna) > 2 else erna[1]
    return (van or erna[0] in {"ter", "ten", "el"}) and achter in namen("achternamen")


def iemand_doet(lezing: Lezing, plek: int) -> bool:
    """Tell whether a verb follows directly, of what people do."""
    erna = lezing.woorden[plek + 1 : plek + 2]
    return bool(erna) and erna[0].laag in aanwijzing("werkwoord") and sluit_aan(erna[0])


def doet_of_is(lezing: Lezing, plek: int) -> bool:
    """Tell whether it does something, or is said to be in a state: 'tsinat ziek gemeld'."""
    erna = lezing.woorden[plek + 1 : plek + 2]
    is_zo = bool(erna) and sluit_aan(erna[0]) and erna[0].laag in aanwijzing("toestand")
    return is_zo or doet_iets(lezing, plek)


def doet_iets(lezing: Lezing, plek: int) -> bool:
    """Tell whether what follows is what people do: 'Roos gaat', 'Roos (18)', 'Roos en Sem'."""
    if heeft_leeftijd(lezing, plek):
        return True
    if iemand_doet(lezing, plek):
        return True
    erna = lezing.woorden[plek + 1 : plek + 3]
    nog_iemand = len(erna) == 2 and erna[0].laag == "en" and erna[1].vorm == "groot"
    return volgende_deel(lezing, plek) is not None or (nog_iemand and is_voornaam(erna[1]))


def _hoort_erbij(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    # The points and slashes of 'v.d. Berg' and 'v/d Berg'.
    afgekort = woord.ervoor in {".", ". ", "/"} and len(lezing.woorden[plek - 1].laag) == 1
    return sluit_aan(woord) or afgekort


def _voornaam_na_komma(lezing: Lezing, plek: int) -> int | None:
    """Return the first name after 'Jansen, '; not after 'Sem, ': that is a list."""
    woorden = lezing.woorden
    if plek + 1 >= len(woorden) or is_voornaam(woorden[plek]) or not is_groot(woorden[plek]):
        return None
    volgende = woorden[plek + 1]
    omgekeerd = volgende.ervoor in {", ", ","} and volgende.vorm == "groot"
    return plek + 1 if omgekeerd and is_voornaam(volgende) else None


def tussenvoegsels_ervoor(lezing: Lezing, plek: int) -> int:
    """Return where the capitalised 'Van der' before this word starts, or the word itself."""
    woord = lezing.woorden[plek]
    if not is_groot(woord):
        return plek
    eerste = plek
    while (
        eerste > 0
        and plek - eerste < _TUSSENVOEGSELS
        and sluit_aan(lezing.woorden[eerste])
        and lezing.ervoor(eerste) in aanwijzing("tussenvoegsel")
    ):
        eerste -= 1
    begin = lezing.woorden[eerste]
    if begin.laag == "het" and begin.zinsbegin:  # 'Het Hof'
        return plek
    # 'Van Kevin hoorde ik': a preposition that opens the sentence.
    if begin.vorm != "groot" or (begin.zinsbegin and is_voornaam(woord)):
        return plek
    return eerste


def met_initialen(lezing: Lezing, plek: int) -> bool:
    """Tell whether initials stand before this word, or a comma and initials after it."""
    woord = lezing.woorden[plek]
    if woord.laag in namen("achternamen") and _INITIALEN_ERNA.match(lezing.gezegd, woord.einde):
        return True
    if is_groot(woord):
        begin = _initialen(lezing, plek)
        if begin is None:
            return False
        heel = _LETTERS_MET_PUNTEN.match(lezing.gezegd, begin)
        return heel is None or not is_afkorting(heel[0])
    return lezing.lijkt_achternaam(woord) and kleine_initialen(lezing, plek) is not None


def _initialen(lezing: Lezing, plek: int) -> int | None:
    direct = _zoek_initialen(lezing, plek)
    if direct is not None:
        return direct
    eerste = plek
    while plek - eerste < _TUSSENVOEGSELS and lezing.ervoor(eerste) in aanwijzing("tussenvoegsel"):
        eerste -= 1  # 'J. de Vries': the initials stand before 'de'
    return _zoek_initialen(lezing, eerste) if eerste < plek else None


def kleine_initialen(lezing: Lezing, plek: int) -> int | None:
    """Return where initials in small letters before this word begin: 's. bouchtaoui'."""
    begin = lezing.woorden[plek].begin
    gevonden = _KLEINE_INITIALEN.search(lezing.gezegd, max(0, begin - _INITIALEN), begin)
    if gevonden is None:
        return None
    return None if is_afkorting(gevonden[0]) else gevonden.start()


def is_afkorting(letters: str) -> bool:
    """Tell whether letters with points are an abbreviation and nobody's initials: 'm.b.t.'."""
    return "".join(teken for teken in letters.lower() if teken.isalpha()) in _AFKORTINGEN


def naam_met_initialen(lezing: Lezing, plek: int) -> int | None:
    """Return the last word of the name that starts with this letter: 'j. de wit', 'k. yilmaz'.

    After a title any word ends it; elsewhere a surname, or one that Dutch does not know.
    """
    woorden = lezing.woorden
    if len(woorden[plek].tekst) != 1 or plek in lezing.geen_mensen:
        return None
    eerste, verst = plek + 1, min(len(woorden), plek + 1 + _MEESTE_LETTERS)
    while eerste < verst and len(woorden[eerste].tekst) == 1 and _na_punt(woorden[eerste]):
        eerste += 1
    letters = "".join(woord.laag for woord in woorden[plek:eerste])
    if eerste >= len(woorden) or not _na_punt(woorden[eerste]) or letters in _AFKORTINGEN:
        return None
    achter, verst = eerste, min(len(woorden) - 1, eerste + _TUSSENVOEGSELS)
    while achter < verst and woorden[achter].laag in aanwijzing("tussenvoegsel"):
        achter += 1
    woord, ervoor = woorden[achter], lezing.ervoor(plek)
    if achter in lezing.geen_mensen or len(woord.laag) <= 1:
        return None
    if ervoor in aanwijzing("titel"):
        return achter
    met_tussen = achter > eerste
    if met_tussen and (woord.laag in namen("achternamen") or onbekend_klein(woord)):
        return achter
    if is_gewoon(woord):
        return None
    if is_mens(ervoor) or ervoor in aanwijzing("groet"):
        naam = woord.laag in namen("achternamen") or onbekend_klein(woord) or is_groot(woord)
        return achter if naam else None
    return achter if len(letters) > 1 and is_achternaam(woord) else None


def _na_punt(woord: Woord) -> bool:
    return woord.ervoor in {".", ". ", ".-"}


def _zoek_initialen(lezing: Lezing, plek: int) -> int | None:
    begin = lezing.woorden[plek].begin
    gevonden = _INITIALEN_ERVOOR.search(lezing.gezegd, max(0, begin - _INITIALEN), begin)
    return gevonden.start() if gevonden else kleine_initialen(lezing, plek)


def losse_initialen(lezing: Lezing, plek: int) -> Iterator[Vondst]:
    """Find 'leerling K.' and 'mevrouw M. J.'; 'leerling A' and 'jongere X' are nobody."""
    woord = lezing.woorden[plek]
    oud = lezing.na(plek)[:1] == "." and _LEEFTIJD.match(lezing.gezegd, woord.einde + 1)
    if len(woord.tekst) != 1 or not (is_mens(lezing.ervoor(plek)) or oud):
        return
    gevonden = _LOSSE_INITIALEN.match(lezing.gezegd, woord.begin)
    if gevonden and (len(gevonden[0]) > len("K.") or woord.tekst not in _ANONIEM):
        yield Vondst("persoon", *gevonden.span())
