"""Een antwoord op een bundel: nummers van wat klopt, regels per onderwerp, of een zin.

What an answer leaves open is simply not in the result: it is asked by itself afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Final

from dialogs.dossier.vragen import Keer
from dialogs.procedure.bundels import Bundel, gelijk_aan
from dialogs.teksten import tabel
from dialogs.teksten import tekst as zin
from dialogs.teksten.woorden import is_woord, plat
from dialogs.verstaan.antwoord import versta
from dialogs.verstaan.bundelzin import NIET_LOS, ZINSDEEL, Antwoorden, stukken, uit_zin
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.keuze import Waarde
from dialogs.verstaan.plaatsen import rang
from dialogs.weergave import onderwerp

_REGEL: Final = re.compile(r"[\n;]")
_DELEN: Final = re.compile(r"[,;\n]|\bmaar\b|\.\s")
_WOORD: Final = re.compile(r"\d+|\?|[^\W\d_]+")
_NUMMER: Final = re.compile(r"\s*(\d{1,2})\W*\s(.*\w.*)")


def versta_samen(
    bundel: Bundel, keren: Sequence[Keer], gezegd: Zin, gegevens: Sequence[str]
) -> Antwoorden:
    """Return what somebody says to the questions of a bundle; empty when it says nothing."""
    aangewezen, eigen = _aangewezen(bundel, keren, gezegd, gegevens)
    if not aangewezen and not eigen:
        return uit_zin(bundel, keren, gezegd, gegevens)
    mee = [keer for keer in keren if keer.vraag.id in bundel.mee]
    return _rijen(aangewezen, gegevens) | eigen | uit_zin(bundel, mee, gezegd, gegevens)


def wijst_aan(bundel: Bundel, keren: Sequence[Keer], gezegd: Zin) -> bool:
    """Tell whether it names rows of the bundle, also when it leaves all of them open."""
    return bool(_aangewezen(bundel, keren, gezegd, ())[0])


def _aangewezen(
    bundel: Bundel, keren: Sequence[Keer], gezegd: Zin, gegevens: Sequence[str]
) -> tuple[dict[Keer, bool | None], Antwoorden]:
    """Return what is said of the rows, and what is answered to one in words of its own."""
    rijen = [keer for keer in keren if keer.vraag.id not in bundel.mee]
    if not bundel.rijtje or not rijen:
        return {}, {}
    tekst = _genummerd(len(rijen), _zonder(gezegd, bundel.mee))
    eigen: Antwoorden = {}
    for deel in _DELEN.split(tekst) if bundel.weegt else ():
        nummer, zegt = _eigen_woorden(rijen, deel, gezegd, gegevens) or (0, None)
        if zegt is not None:
            eigen[rijen[nummer].sleutel] = zegt
            tekst = tekst.replace(deel, "", 1)
    rest = tekst.strip(" ,;.")
    if bundel.weegt and rest and is_woord("ja", rest):
        # Of a question with more answers than yes and no it says nothing: that is asked by itself.
        return {keer: True for keer in rijen if keer.vraag.soort in NIET_LOS}, eigen
    rijtje = _rijtje(bundel, len(rijen), tekst) if rest else {}
    if rest and not rijtje:
        return {}, {}
    # What was said in words counts, also where 'all' is said of the others.
    aangewezen = {rijen[n]: klopt for n, klopt in rijtje.items()}
    return {k: v for k, v in aangewezen.items() if k.sleutel not in eigen}, eigen


def _genummerd(aantal: int, tekst: str) -> str:
    """Return 'ja, nee, ja' with its numbers; unchanged when it is no row of so many answers."""
    delen = ZINSDEEL.split(tekst)
    if len(delen) != aantal or aantal < 2 or re.search(r"\d", tekst) or _deel(delen[0]) is None:
        return tekst
    return ", ".join(f"{nummer} {deel.strip()}" for nummer, deel in enumerate(delen, 1))


def _eigen_woorden(
    rijen: Sequence[Keer], deel: str, gezegd: Zin, gegevens: Sequence[str]
) -> tuple[int, Waarde] | None:
    """Return which row a part like '3 zonder naam' answers, and with what."""
    gevonden = _NUMMER.match(deel)
    nummer = int(gevonden[1]) - 1 if gevonden else -1
    if gevonden is None or not 0 <= nummer < len(rijen) or _deel(deel.casefold()) is not None:
        return None
    begrepen = versta(rijen[nummer].vraag, Zin(gevonden[2], gezegd.vandaag), gegevens)
    return (nummer, begrepen) if isinstance(begrepen, Waarde) else None


def _zonder(gezegd: Zin, feiten: Collection[str]) -> str:
    """Return what is said without the words that tell these: '1 en 2, nog niet gevraagd'."""
    tekst = gezegd.tekst
    for vondst in gezegd.lezing.vondsten if feiten else ():
        if vondst.feit in feiten:
            weg = " " * (vondst.einde - vondst.begin)
            tekst = f"{tekst[: vondst.begin]}{weg}{tekst[vondst.einde :]}"
    return tekst


def alleen_nummers(tekst: str) -> bool:
    """Tell whether a text is numbers and nothing else: '2', '1 en 3'."""
    woorden = [w for w in _WOORD.findall(tekst.casefold()) if w not in _woorden("vul")]
    return bool(woorden) and all(woord.isdecimal() for woord in woorden)


def vraagt_los(tekst: str) -> bool:
    """Tell whether somebody wants the questions one by one, or knows none of it."""
    return wil_een_voor_een(tekst) or is_woord("weet_niet", tekst)


def wil_een_voor_een(tekst: str) -> bool:
    """Tell whether somebody wants the questions one by one."""
    # The button has a capital, and so one accent less.
    knop = plat(zin("bundelzinnen.een_voor_een"))
    return plat(tekst) in {knop, *_woorden("los")}


@cache
def _woorden(soort: str) -> frozenset[str]:
    return frozenset(plat(woord) or woord for woord in tabel("rijtje")[soort])


def _rijen(gezegd: Mapping[Keer, bool | None], gegevens: Sequence[str]) -> Antwoorden:
    """Return the answers that these rows stand for, without those that leave it open."""
    uit: Antwoorden = {}
    for keer, klopt in gezegd.items():
        waarde = None if klopt is None else gelijk_aan(keer, gegevens, ja=klopt)
        if klopt is None or waarde is not None:
            uit[keer.sleutel] = Waarde(waarde)
    return uit


def per_regel(keren: Sequence[Keer], gezegd: Zin, gegevens: Sequence[str]) -> Antwoorden:
    """Return what lines that name their subject say ('leeftijd: 18'), as in a filled-in list."""
    bekend = {plat(onderwerp(keer)): keer for keer in keren}
    uit: Antwoorden = {}
    for begin, regel in stukken(gezegd.tekst, _REGEL):
        naam, dubbel, _ = regel.partition(":")
        keer = bekend.get(plat(naam)) if dubbel else None
        deel = gezegd.deel(begin + len(naam) + len(dubbel), begin + len(regel))
        begrepen = versta(keer.vraag, deel.kaal(), gegevens) if keer else None
        if keer is not None and isinstance(begrepen, Waarde):
            uit[keer.sleutel] = begrepen
    return uit


# --- rijtje: '1 en 3', '1 ja, 2 weet ik niet', 'alles behalve 2' --------------------------------


def _rijtje(bundel: Bundel, aantal: int, tekst: str) -> dict[int, bool | None]:
    """Return what is said of each row; empty when it is not an answer by numbers."""
    alle = range(aantal)
    kaal = plat(tekst)
    nee = bundel.nee_is_geen and is_woord("nee", tekst)
    if nee or is_woord("geen", tekst) or kaal in _woorden("geen"):
        return dict.fromkeys(alle, False)
    if is_woord("alle", tekst) or kaal in _woorden("alle"):
        return dict.fromkeys(alle, True)
    gezegd: dict[int, bool | None] = {}
    rest: bool | None = None
    genoemd = False
    for deel in _DELEN.split(tekst.casefold()):
        gelezen = _deel(deel)
        if gelezen is None:
            return {}
        nummers, waarde, over_alles = gelezen
        if any(not 1 <= nummer <= aantal for nummer in nummers):
            return {}
        if over_alles:
            # 'Alles behalve 2', 'de rest niet'.
            rest, genoemd = (not waarde if nummers else waarde), True
        gezegd |= dict.fromkeys((n - 1 for n in nummers), waarde)
    if not gezegd:
        return {}
    zwijgt = bundel.weegt or any(waarde is not True for waarde in gezegd.values())
    if not genoemd and zwijgt:
        return gezegd  # '1 nee': of the others nothing was said
    # Who names what is so, says of the others that it is not.
    return {**dict.fromkeys(alle, rest if genoemd else False), **gezegd}


def _deel(deel: str) -> tuple[list[int], bool | None, bool] | None:
    """Return the numbers in one part, what is said of them, and whether it is about the rest."""
    nummers: list[int] = []
    soorten: set[str] = set()
    for woord in _WOORD.findall(deel):
        if woord.isdecimal():
            nummers.append(int(woord[:4]))
            continue
        if (plaats := rang(woord)) is not None:
            nummers.append(plaats)
            continue
        soort = next((s for s in _SOORTEN if woord in _woorden(s)), None)
        if soort is None:
            return None
        soorten.add(soort)
    over_alles = bool(soorten & {"alles", "rest"})
    if "onbekend" in soorten:
        return nummers, None, over_alles
    return nummers, "nee" not in soorten, over_alles


_SOORTEN: Final = ("onbekend", "nee", "ja", "alles", "rest", "vul")
