"""Woorden die zeggen dat er een naam komt: 'leerling karim', 'ze heet nour', 'Groetjes, Petra'."""

from __future__ import annotations

import re
from typing import Final

from bot.bewaker.personen.lezing import (
    KORTST,
    Lezing,
    is_gewoon,
    is_mens,
    is_nederlands,
    is_vak,
    is_voornaam,
    kan_naam,
    onbekend_klein,
)
from bot.bewaker.personen.naamdelen import (
    doet_iets,
    doet_of_is,
    heeft_leeftijd,
    iemand_doet,
    volgende_deel,
)
from bot.bewaker.personen.ontleden import Woord
from bot.bewaker.personen.organisaties import is_groot, sluit_aan
from bot.bewaker.personen.verschrijvingen import is_werkwoord
from bot.bewaker.personen.woord_of_naam import om_te_leren
from bot.bewaker.personen.woordenlijst import aanwijzing, is_woord, namen

_TUSSENIN: Final = re.compile(
    r"[ ]{1,2}|[ ]?[:=(,][ ]?|[.][ ]?|,?[ ]?\n[ ]?|[ ]?[\"'][ ]?",
)
_RIJ: Final = 6
_VAN_WIE: Final = frozenset({"zijn", "haar", "hun", "z'n", "d'r"})
_ITEM_BEGIN: Final = re.compile(r"(?:^|\n|[-*>] |[.)] )$")
_ITEM_EINDE: Final = re.compile(r"$|\n|[:/]")
_HAKEN: Final = {"(": ")", '"': '"', "'": "'"}
_NAAM_IS: Final = frozenset({"naam", "voornaam", "achternaam"})
_NOEMEN: Final = frozenset({"noem", "noemen", "noemt"})


def wijst_aan(lezing: Lezing, plek: int) -> bool:
    """Tell whether what stands before this word says that it is somebody's name."""
    woord = lezing.woorden[plek]
    if plek == 0 or not _TUSSENIN.fullmatch(woord.ervoor):
        return False
    if woord.laag in aanwijzing("tussenvoegsel"):
        familie = is_groot(woord) and lezing.ervoor(plek) in aanwijzing("van_familie")
        voorop = familie or _na_titel(lezing, plek)
        return voorop and volgende_deel(lezing, plek) is not None
    if any(na(lezing, plek) for na in (_na_aanspreektitel, _gewone_voornaam, _na_familie)):
        return True
    if is_gewoon(woord) or plek in lezing.geen_mensen or len(woord.laag) < 2:
        return False
    return any(na(lezing, plek) for na in (_na_titel, _na_heet, _na_kop, _na_groet, _na_mens))


def _na_aanspreektitel(lezing: Lezing, plek: int) -> bool:
    """Tell whether it is 'mevrouw Kerst', 'juf Mei' or 'meneer bos': then any word is a name."""
    woord = lezing.woorden[plek]
    if lezing.ervoor(plek) not in aanwijzing("aanspreektitel") or len(woord.laag) < 2:
        return False
    if woord.ervoor not in {" ", ". ", "."} or woord.laag in aanwijzing("na_mevrouw"):
        return False
    if woord.vorm == "groot":
        return True
    if is_gewoon(woord) or woord.laag in aanwijzing("werkwoord"):
        return False
    if woord.laag in namen("achternamen"):
        return True
    if len(woord.laag) < KORTST:
        return False
    afgekort = lezing.ervoor(plek) in aanwijzing("afgekorte_titel")
    los = woord.laag in aanwijzing("toestand") or is_werkwoord(woord.laag)
    return iemand_doet(lezing, plek) or (afgekort and not los)


def _na_familie(lezing: Lezing, plek: int) -> bool:
    """Tell whether it is 'familie Lang' or 'pleegouders Bosch': then any surname is a name."""
    woord = lezing.woorden[plek]
    bekend = woord.vorm == "groot" and woord.laag in namen("achternamen")
    gezin = lezing.ervoor(plek) in aanwijzing("gezin") and woord.ervoor in {" ", ". "}
    return bekend and gezin and woord.laag not in aanwijzing("vak")


def _gewone_voornaam(lezing: Lezing, plek: int) -> bool:
    """Tell whether it is 'mentor Dag Larsen': a word of every day, with a surname behind it."""
    woord = lezing.woorden[plek]
    if woord.vorm != "groot" or not is_voornaam(woord) or not is_mens(lezing.ervoor(plek)):
        return False
    achter = volgende_deel(lezing, plek)
    return achter is not None and kan_naam(lezing.woorden[achter])


def _na_titel(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    if lezing.ervoor(plek) not in aanwijzing("titel") or woord.ervoor[:1] not in {" ", "."}:
        return False
    return is_groot(woord) or onbekend_klein(woord) or woord.laag in aanwijzing("tussenvoegsel")


def _na_heet(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    een, twee = lezing.ervoor(plek), lezing.ervoor(plek, 2)
    if een in aanwijzing("heet"):
        return is_groot(woord) or is_voornaam(woord) or not is_woord(woord.tekst)
    if een in {"hem", "haar"} and twee in _NOEMEN:
        return is_groot(woord)
    if een == "is" and twee in _NAAM_IS:
        return is_groot(woord) or is_voornaam(woord) or not is_woord(woord.tekst)
    return een == "ben" and twee == "ik" and is_voornaam(woord)


def _na_kop(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    if woord.ervoor.strip() not in {":", "="}:
        return False
    if lezing.ervoor(plek) in aanwijzing("postkop"):
        return kan_naam(woord)
    if lezing.ervoor(plek) not in aanwijzing("kop"):
        return False
    return kan_naam(woord) or (is_groot(woord) and not is_vak(woord))


def _na_groet(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    if lezing.ervoor(plek) not in aanwijzing("groet"):
        return False
    return kan_naam(woord) if is_groot(woord) else is_voornaam(woord)


def wijst_klein_aan(lezing: Lezing, plek: int) -> bool:
    """Tell whether an unknown word in small letters stands where a person does.

    'xhesika wil werken', 'met xhesika gesproken', 'xhesika (17)'. A word that could be a slip of
    the pen is left alone.
    """
    woord = lezing.woorden[plek]
    if woord.vorm != "klein" or plek in lezing.geen_mensen or not lezing.mag_twijfelen():
        return False
    if plek and woord.ervoor[:1] == "-":  # 'sub-\nsidie': half a word
        return False
    ervoor = lezing.ervoor(plek) if sluit_aan(woord) else ""
    vooraan = woord.zinsbegin or ervoor in aanwijzing("begint_zin")
    gewezen = (vooraan and doet_of_is(lezing, plek)) or ervoor in aanwijzing("voor_mens")
    gewezen = gewezen or ervoor in aanwijzing("voor_onbekend") | aanwijzing("groet")
    gewezen = gewezen or heeft_leeftijd(lezing, plek) or _gevraagd(lezing, plek)
    return (gewezen or staat_apart(lezing, plek)) and lezing.lijkt_achternaam(woord)


def _gevraagd(lezing: Lezing, plek: int) -> bool:
    """Tell whether one asks about somebody: 'heeft tsinat getekend', 'mag ik tsinat bellen'."""
    ervoor, daarvoor = lezing.ervoor(plek), lezing.ervoor(plek, 2)
    if not ervoor or not sluit_aan(lezing.woorden[plek]):
        return False
    if ervoor in aanwijzing("werkwoord"):
        vooraan = lezing.woorden[plek - 1].zinsbegin or daarvoor in aanwijzing("vraagwoord")
        return vooraan or (ervoor == "is" and daarvoor == "dit")
    if ervoor == "ben":
        return daarvoor == "ik"
    wie = ervoor in {"ik", "iemand", "jij", "je", "jullie"}
    return wie and daarvoor in aanwijzing("werkwoord") | aanwijzing("naar_iemand")


def heeft_iets(lezing: Lezing, plek: int) -> bool:
    """Tell whether what is somebody's follows: 'Nyah haar moeder', 'tsinat en zijn broer'."""
    en = lezing.woorden[plek + 1 : plek + 2]
    over = 2 if en and en[0].laag == "en" else 1
    erna = lezing.woorden[plek + over : plek + over + 2]
    if len(erna) < len(("haar", "moeder")) or not sluit_aan(erna[0]):
        return False
    return erna[0].laag in _VAN_WIE and erna[1].laag in aanwijzing("bezit")


def in_een_rij(lezing: Lezing, plek: int) -> bool:
    """Tell whether it opens a row of people: 'Lander, Chi en Els', 'Jet & Khadija', 'Henna/Els'."""
    erna = lezing.woorden[plek + 1 : plek + _RIJ]
    if erna and erna[0].ervoor.strip() in {"&", "/", "+"}:
        return _is_zeker(erna[0])
    for hoeveelste, woord in enumerate(erna):
        if woord.laag == "en" and sluit_aan(woord):
            laatste = erna[hoeveelste + 1 : hoeveelste + 2]
            return hoeveelste > 0 and bool(laatste) and _kan_voornaam(laatste[0])
        if woord.ervoor not in {", ", ","} or not _kan_voornaam(woord):
            return False
    return False


def _kan_voornaam(woord: Woord) -> bool:
    return woord.vorm == "groot" and is_voornaam(woord) and not is_gewoon(woord)


def _is_zeker(woord: Woord) -> bool:
    return _kan_voornaam(woord) and not is_nederlands(woord)


def van_wie_het_is(lezing: Lezing, plek: int) -> bool:
    """Tell whether somebody's family or thing follows: "Mara's stage", 'Mats moeder belde'."""
    woord = lezing.woorden[plek]
    erna = lezing.woorden[plek + 1 : plek + 2]
    if not erna or not sluit_aan(erna[0]):
        return False
    if woord.laag.endswith("'s"):
        return erna[0].laag in aanwijzing("bezit")
    return woord.zinsbegin and erna[0].laag in aanwijzing("naaste")


def aangeroepen(lezing: Lezing, plek: int) -> bool:
    """Tell whether it is called out or stands in brackets alone: '@Asman', '(Han)'."""
    woord = lezing.woorden[plek]
    alleen = lezing.gezegd[woord.begin - 1 : woord.begin] == "(" and lezing.na(plek)[:1] == ")"
    return woord.ervoor.endswith("@") or (alleen and woord.laag not in namen("plaatsen"))


def staat_apart(lezing: Lezing, plek: int) -> bool:
    """Tell whether it stands as an item, in brackets, or before what is somebody's."""
    woord = lezing.woorden[plek]
    if heeft_iets(lezing, plek):
        return True
    kop = aanwijzing("kop") | aanwijzing("postkop")
    if lezing.ervoor(plek) in kop and woord.ervoor.strip() in {":", "="}:
        return True
    if lezing.ervoor(plek) in aanwijzing("groet") and woord.ervoor.strip() in {",", ""}:
        return True
    begin = lezing.gezegd[max(0, woord.begin - 3) : woord.begin]
    einde = lezing.gezegd[woord.einde : woord.einde + 2]
    item = _ITEM_BEGIN.search(begin) and _ITEM_EINDE.match(einde)
    return bool(item or (begin[-1:] in _HAKEN and einde[:1] == _HAKEN[begin[-1:]]))


def _na_mens(lezing: Lezing, plek: int) -> bool:
    woord = lezing.woorden[plek]
    if not is_mens(lezing.ervoor(plek)):
        return False
    if woord.ervoor.strip():  # 'de leerling, Karim' or 'de leerling (Karim)'
        if is_voornaam(woord):
            return is_groot(woord) or not is_woord(woord.tekst)
        return kan_naam(woord) and woord.laag not in namen("plaatsen")
    if woord.vorm == "hoofdletters" and is_voornaam(woord):
        return True
    if woord.vorm != "groot":
        achternaam = woord.laag in namen("achternamen") and iemand_doet(lezing, plek)
        return achternaam or onbekend_klein(woord)
    if woord.laag in namen("achternamen") or is_voornaam(woord):
        return not (is_woord(woord.tekst) and om_te_leren(lezing, plek))
    if is_woord(woord.tekst) or woord.laag in namen("plaatsen"):
        return doet_iets(lezing, plek)
    return not is_vak(woord)
