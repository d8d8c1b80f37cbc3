"""Of een woord op zichzelf een naam is, gezien wat eromheen staat."""

from __future__ import annotations

import re
from typing import Final

from bot.bewaker.personen.aanwijzingen import (
    aangeroepen,
    heeft_iets,
    in_een_rij,
    staat_apart,
    van_wie_het_is,
)
from bot.bewaker.personen.lezing import (
    KORTST,
    Lezing,
    heeft_klinker,
    is_gewoon,
    is_mens,
    is_nederlands,
    is_vak,
    is_van_afkorting,
    is_voornaam,
    is_vreemd,
    is_zeldzaam,
)
from bot.bewaker.personen.naamdelen import bezit_iets, tussenvoegsels_ervoor
from bot.bewaker.personen.organisaties import sluit_aan
from bot.bewaker.personen.verschrijvingen import (
    lijkt_op_een_woord,
    lijkt_op_kort_woord,
    lijkt_vaag_op_een_woord,
)
from bot.bewaker.personen.woord_of_naam import (
    doet_een_ander,
    doet_wat,
    toch_een_naam,
    toch_iemand,
    woord_als_achternaam,
    woord_als_naam,
)
from bot.bewaker.personen.woordenlijst import (
    aanwijzing,
    is_eigennaam,
    is_woord,
    kan_samenstelling,
    namen,
)

_AFGEBROKEN: Final = re.compile(r"-\s+")
_KORT_VOORAAN: Final = 4
"""No longer is most of what people call out: 'Oepsie', 'Owja'."""
_AFGEKORT: Final = re.compile(r"\.[a-z]|-\s|\.?nr\b")


def is_naam(lezing: Lezing, plek: int) -> bool:
    """Tell whether a word is a name by itself, whatever stands around it."""
    woord = lezing.woorden[plek]
    if plek in lezing.geen_mensen or is_gewoon(woord):
        return _achter_tussenvoegsels(lezing, plek) or toch_iemand(lezing, plek)
    if woord.vorm == "klein":
        return _is_naam_klein(lezing, plek)
    if woord.vorm == "hoofdletters":
        achternaam = woord.laag in namen("achternamen") and not is_woord(woord.laag)
        bekend = achternaam and woord.laag not in namen("plaatsen")
        return (bekend or _is_naam_klein(lezing, plek)) and len(woord.laag) > KORTST
    if woord.vorm == "gemengd" or len(woord.tekst) < 2:
        return False
    return _is_naam_groot(lezing, plek) or _achter_tussenvoegsels(lezing, plek)


def _is_naam_klein(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    # 'toestem- ming' and 'inge- wikkelde' in pasted text are halves of a word.
    afgebroken = plek > 0 and _AFGEBROKEN.fullmatch(woord.ervoor)
    afgebroken = afgebroken or _AFGEBROKEN.match(lezing.na(plek))
    lang_genoeg = len(woord.laag) >= KORTST
    if afgebroken:
        return False
    if not lang_genoeg or woord.laag in aanwijzing("klein_gewoon"):
        return toch_een_naam(lezing, plek)
    if is_voornaam(woord):
        return not (is_nederlands(woord) or is_vreemd(woord)) or toch_een_naam(lezing, plek)
    if bezit_iets(lezing, plek) and woord.laag[:-1] in namen("voornamen"):
        return True
    return plek not in lezing.geen_mensen and lezing.is_zeldzame_naam(woord)


def _is_naam_groot(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    if is_voornaam(woord):
        return _is_voornaam_hier(lezing, plek)
    if is_nederlands(woord) or woord.laag in namen("plaatsen"):
        return woord_als_achternaam(lezing, plek) or woord_als_naam(lezing, plek)
    if woord.laag in namen("achternamen"):
        return not is_vreemd(woord) or woord_als_achternaam(lezing, plek)
    if is_eigennaam(woord.tekst):  # 'Kenya', and 'Rogier'
        doet = doet_wat(lezing, plek) and is_zeldzaam(woord)
        return doet or woord_als_naam(lezing, plek)
    if len(woord.laag) < KORTST or not heeft_klinker(woord):
        return False
    if _na_lidwoord(lezing, plek):
        return False
    if is_vreemd(woord):
        return woord_als_naam(lezing, plek)
    if is_zeldzaam(woord):
        return True
    if _is_geen_mens(lezing, plek) or _zit_bij(lezing, plek):
        return False
    return not woord.zinsbegin or _is_iemand_vooraan(lezing, plek)


def _is_voornaam_hier(lezing: Lezing, plek: int) -> bool:
    """Tell whether a known first name is one here; at the start of a sentence it may be a word."""
    woord = lezing.woorden[plek]
    if not woord.zinsbegin:
        return True
    if is_vreemd(woord) and doet_een_ander(lezing, plek):
        return False
    is_ook_woord = is_nederlands(woord) or woord.laag in aanwijzing("streektaal")
    if any(zegt(lezing, plek) for zegt in (van_wie_het_is, heeft_iets, in_een_rij, aangeroepen)):
        return True
    if not is_ook_woord or doet_wat(lezing, plek):
        return True
    return woord.laag in aanwijzing("naam_of_woord") and staat_apart(lezing, plek)


def _is_geen_mens(lezing: Lezing, plek: int) -> bool:
    """Tell whether an unknown word is an abbreviation, a profession, or a word misspelt."""
    woord = lezing.woorden[plek]
    return (
        is_mens(woord.laag)
        or is_van_afkorting(woord)
        or lijkt_op_een_woord(woord.tekst)
        or _AFGEKORT.match(lezing.gezegd, woord.einde) is not None  # 'Geb.datum', 'Opl.niveau'
    )


def _zit_bij(lezing: Lezing, plek: int) -> bool:
    """Tell whether 'bij' stands before it, as before an organisation; not 'bij Xhulia thuis'."""
    erna = lezing.woorden[plek + 1 : plek + 2]
    thuis = bool(erna) and erna[0].laag in aanwijzing("bij_iemand")
    return lezing.ervoor(plek) == "bij" and sluit_aan(lezing.woorden[plek]) and not thuis


def _is_iemand_vooraan(lezing: Lezing, plek: int) -> bool:
    """Tell whether an unknown word that starts a sentence is somebody.

    A capital says little there, unless somebody does something.
    """
    woord = lezing.woorden[plek]
    if lijkt_op_kort_woord(woord.tekst) or doet_een_ander(lezing, plek):
        return False
    if doet_wat(lezing, plek) or heeft_iets(lezing, plek) or lezing.genoeg_getwijfeld():
        return True
    if len(woord.laag) <= _KORT_VOORAAN or kan_samenstelling(woord.tekst):
        return False
    return not lijkt_vaag_op_een_woord(woord.tekst)


def _na_lidwoord(lezing: Lezing, plek: int) -> bool:
    """Tell whether an article stands before it ('de Berkenschutse'), or what takes a thing.

    Nobody is called so but by a surname that the lists know, or when a verb of saying follows.
    """
    woord = lezing.woorden[plek]
    if not sluit_aan(woord) or lezing.ervoor(plek) not in aanwijzing("voor_ding"):
        return False
    erna = lezing.woorden[plek + 1 : plek + 2]
    return not (erna and erna[0].laag in aanwijzing("zei"))


def _na_groot_van(lezing: Lezing, plek: int) -> bool:
    """Tell whether 'Van' or 'Van der' with a capital stands before it, inside a sentence."""
    van = tussenvoegsels_ervoor(lezing, plek)
    if van == plek or lezing.woorden[van].zinsbegin:
        return False
    return lezing.woorden[van].laag in {"van", "ter", "ten", "von"}


def _achter_tussenvoegsels(lezing: Lezing, plek: int) -> bool:
    """Tell whether it is the last word of 'De Boer', or of 'van der Berg'; also a plain word."""
    woord = lezing.woorden[plek]
    if woord.vorm != "groot" or woord.zinsbegin or plek in lezing.geen_mensen or is_vak(woord):
        return False
    if (
        sluit_aan(woord)
        and lezing.ervoor(plek) in {"der", "den"}
        and lezing.ervoor(plek, 2) == "van"
    ):
        return True  # 'Van den Akker'; no other word stands there nowadays
    eigen = not is_woord(woord.laag) and woord.laag not in namen("plaatsen")
    if eigen and _na_groot_van(lezing, plek):
        return True
    if woord.laag not in namen("achternamen"):
        return False
    if tussenvoegsels_ervoor(lezing, plek) < plek:
        return True
    ervoor = lezing.ervoor(plek)
    if not sluit_aan(woord) or (ervoor == "van" and woord.laag in namen("plaatsen")):
        return False
    return ervoor in aanwijzing("voor_achternaam") or (
        ervoor == "de" and lezing.ervoor(plek, 2) in aanwijzing("voor_de")
    )
