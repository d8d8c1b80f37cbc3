"""Wat naar een mens heet of als een naam klinkt en geen mens is: maanden, ziekten, plekken.

'15 jan', 'hij heeft Crohn', 'de Anne Frankstraat', 'naar het Piter Jelles'.
"""

from __future__ import annotations

import re
from typing import Final

from bot.bewaker.personen.ontleden import Woord
from bot.bewaker.personen.woordenlijst import aanwijzing, namen, zeldzame_namen

_DAG: Final = re.compile(r"(?:^|[^\d])[ ]?(?:[0-2]?\d|3[01])[.]?[ -]$")
_JAAR: Final = re.compile(r"[ ](?:'\d\d|(?:19|20)\d\d)\b")
_WIE: Final = frozenset({"hij", "zij", "ze", "ik", "die", "iemand"})
_LANGSTE: Final = 6
_KORTE_AFKORTING: Final = 3
_LIDWOORD: Final = frozenset({"de", "het", "'t", "een", "deze", "dit"})


def vernoemd(woorden: list[Woord], plek: int) -> set[int]:
    """Return the places of what this word tells to be no person, itself or before it."""
    woord = woorden[plek]
    if woord.laag in aanwijzing("maand_of_naam"):
        return {plek} if _is_maand(woorden, plek) else set()
    if woord.laag in aanwijzing("ziektenaam"):
        return set() if heet_zo(woorden, plek) or _kan_voornaam(woorden, plek) else {plek}
    if woord.laag.endswith("nr") and len(woord.laag) > _KORTE_AFKORTING:
        return {plek}
    if _is_plek(woord):
        return _tot_lidwoord(woorden, plek)
    return _na_het(woorden, plek) if woord.laag in {"het", "'t"} else set()


def _los(woord: Woord) -> bool:
    return woord.ervoor in {" ", "-", "  "}


def _is_maand(woorden: list[Woord], plek: int) -> bool:
    """Tell whether 'jan' is a month: a day before it, a year behind it, 'in' or 'tot'."""
    woord = woorden[plek]
    dag = _DAG.search(woord.ervoor) is not None
    erna = woorden[plek + 1] if plek + 1 < len(woorden) else None
    jaar = erna is not None and _JAAR.match(erna.ervoor) is not None
    if woord.vorm != "klein":  # 'groep 3 Jan en Piet'
        return jaar or (dag and plek > 0 and woorden[plek - 1].laag in aanwijzing("voor_dag"))
    ervoor = woorden[plek - 1].laag if plek and _los(woord) else ""
    if dag or jaar or ervoor in aanwijzing("voor_maand"):
        return True
    tot = erna is not None and _los(erna) and erna.laag in {"tot", "t", "of", "en"}
    na_maand = plek + 2 < len(woorden) and woorden[plek + 2].laag in aanwijzing("maand")
    voor_maand = ervoor in {"of", "en", "tot"} and woorden[plek - 2].laag in aanwijzing("maand")
    return (tot and na_maand) or voor_maand


def heet_zo(woorden: list[Woord], plek: int) -> bool:
    """Tell whether somebody is called as an illness is: 'dokter Turner', 'Asperger is de naam'."""
    woord = woorden[plek]
    if woord.vorm != "groot":
        return False
    ervoor = woorden[plek - 1] if plek and woord.ervoor in {" ", ". ", ": "} else None
    if ervoor is not None:
        wijst = any(ervoor.laag in aanwijzing(s) for s in ("titel", "mens", "heet"))
        voornaam = ervoor.vorm == "groot" and ervoor.laag in namen("voornamen")
        if wijst or voornaam or ervoor.laag.endswith(tuple(aanwijzing("mens_staart"))):
            return True
    erna = [w.laag for w in woorden[plek + 1 : plek + 4]]
    if woord.zinsbegin and erna and erna[0] in aanwijzing("zegt"):
        return True
    return erna[:1] == ["is"] and not {"achternaam", "naam", "voornaam"}.isdisjoint(erna)


def _kan_voornaam(woorden: list[Woord], plek: int) -> bool:
    """Tell whether it is also a first name, and no plain illness here: 'heeft Addison'."""
    laag = woorden[plek].laag
    if laag not in namen("voornamen") and laag not in zeldzame_namen():
        return False
    ervoor = woorden[plek - 1].laag if plek else ""
    erna = woorden[plek + 1].laag if plek + 1 < len(woorden) else ""
    heeft = plek > 1 and ervoor in {"heeft", "had", "hebben", "diagnose"}
    heeft = heeft or (ervoor in _WIE and erna in {"heeft", "had"})  # 'dat hij Addison heeft'
    gezien = any(w.laag in aanwijzing("contact") for w in woorden[plek + 1 : plek + 5])
    return not heeft or gezien


def _is_plek(woord: Woord) -> bool:
    """Tell whether it is, or ends as, a street, a park or a building: 'Mandelapark', 'stadion'."""
    if woord.vorm == "klein":
        return woord.laag in aanwijzing("plek")
    staart = next((s for s in aanwijzing("plek") if woord.laag.endswith(s)), None)
    return staart is not None and len(woord.laag) > len(staart)


def _tot_lidwoord(woorden: list[Woord], plek: int) -> set[int]:
    """Return the run of capitals up to here, if an article stands before it: nobody is 'de Sem'."""
    eerste = plek
    while plek - eerste < _LANGSTE and eerste > 0 and _sluit_aan(woorden, eerste):
        vorige = woorden[eerste - 1]
        if vorige.laag in _LIDWOORD:
            groot = woorden[eerste].vorm != "klein"
            return set(range(eerste, plek + 1)) if groot else set()
        if vorige.vorm == "klein" and vorige.laag not in aanwijzing("tussenvoegsel"):
            break
        eerste -= 1
    return set()


def _sluit_aan(woorden: list[Woord], plek: int) -> bool:
    """Tell whether nothing stands before it but a blank, or the point of 'Jac. P.'."""
    afgekort = len(woorden[plek - 1].tekst) <= _KORTE_AFKORTING
    return _los(woorden[plek]) or (woorden[plek].ervoor == ". " and afgekort)


def _na_het(woorden: list[Woord], plek: int) -> set[int]:
    """Return two names or more right behind 'het': 'naar het Piter Jelles', a school."""
    vooraan = woorden[plek].zinsbegin
    ervoor = woorden[plek - 1] if plek and _los(woorden[plek]) else None
    gevraagd = ervoor is not None and ervoor.zinsbegin and ervoor.laag in aanwijzing("mag_het")
    if (
        not vooraan
        and not gevraagd
        and (ervoor is None or ervoor.laag not in aanwijzing("voor_school"))
    ):
        return set()
    einde = plek + 1
    while (
        einde < len(woorden)
        and einde - plek <= _LANGSTE
        and woorden[einde].vorm == "groot"
        and _los(woorden[einde])
    ):
        einde += 1
    achter = woorden[einde].laag if einde < len(woorden) and _los(woorden[einde]) else ""
    if achter in aanwijzing("bezit") | aanwijzing("van_familie"):  # 'het Sem Bakker dossier'
        return set()
    return set(range(plek + 1, einde)) if einde - plek > len(("Piter", "Jelles")) else set()
