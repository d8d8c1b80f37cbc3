"""De woordenlijsten nakijken: elk sjabloon kan, elk feit en elke waarde bestaat.

Building everything takes too long for the start of a chat; `python -m dialogs.lezen.nakijken`
and the tests do it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from typing import Any, Final

from dialogs.fouten import LexiconOnjuist
from dialogs.lezen import gevaar
from dialogs.lezen.buiten import SOORTEN
from dialogs.lezen.lexicon import tabel
from dialogs.lezen.regels import LIJSTEN, VAKKEN
from dialogs.lezen.sjabloon import maak
from knowledge.feiten import FEITEN, Organisatie, Soort

_PARTIJEN: Final = frozenset({*Organisatie, "school", "ik", ""})
_SLEUTELS: Final = frozenset(
    (
        "feiten",
        "ontkend",
        "niet_bij",
        "ook_bij",
        "slokt",
        "tussen",
        "altijd",
        "nabij",
        "bij",
        "zinnen",
    )
)

# Groups inside a class: in them a tight choice is meant.
_HAAKJES: Final = re.compile(r"\([^()]*\)\??")


def kijk_na() -> None:
    """Check every list.

    Raises:
        LexiconOnjuist: it names the list, the template or rule, and what is wrong with it.
    """
    for lijst, zin, klassen in _sjablonen():
        try:
            maak(zin, klassen).regex  # noqa: B018 - compiled for its errors
        except (LexiconOnjuist, ValueError) as fout:
            raise LexiconOnjuist(f"dialogs/lezen/{lijst}.toml: {fout}") from fout
    _kijk_klassen_na()
    for lijst in LIJSTEN:
        for regel in tabel(lijst)["regel"]:
            _kijk_regel_na(lijst, regel)
    _kijk_gevaar_na()
    for lijst, sleutels in (("organisaties", ("partij",)), ("kanten", ("van", "naar"))):
        for regel in tabel(lijst)["regel"]:
            for sleutel in sleutels:
                _eis(lijst, regel, regel.get(sleutel, "") in _PARTIJEN, sleutel)
    for regel in tabel("buiten")["regel"]:
        _eis("buiten", regel, regel["soort"] in {*SOORTEN, ""}, "soort")
    for regel in tabel("gegevens")["regel"]:
        _eis("gegevens", regel, regel["soort"] in {*Soort, ""}, "soort")


def _kijk_klassen_na() -> None:
    """Refuse 'geven|door te geven' in a class: that is read as a row of words."""
    for lijst in ("taal", "kanten", "buiten", "gevaar"):
        for naam, zinnen in tabel(lijst)["klassen"].items():
            for zin in zinnen:
                kaal = zin
                while kaal != (kaal := _HAAKJES.sub("", kaal)):
                    pass
                if kaal.replace(" | ", "").count("|") > 1 and " " in kaal.strip():
                    raise LexiconOnjuist(f"dialogs/lezen/{lijst}.toml: klasse {naam}, {zin!r}")


def _sjablonen() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    taal = tabel("taal")
    eigen = {naam: taal["klassen"] | tabel(naam)["klassen"] for naam in ("kanten", "buiten")}
    for lijst in (*LIJSTEN, "organisaties", "gegevens", "kanten", "buiten"):
        for regel in tabel(lijst)["regel"]:
            for zin in regel["zinnen"]:
                yield lijst, zin, eigen.get(lijst, taal["klassen"])
    for groep in tabel("gegevens")["zelfde"]:
        for zin in groep["zinnen"]:
            yield "gegevens", zin, taal["klassen"]
    for zin in _gevaarsjablonen():
        yield "gevaar", zin, gevaar.klassen()
    for zinnen in (taal["ontkenning"]["schijn"], *taal["omgeving"].values()):
        for zin in zinnen:
            yield "taal", zin, taal["klassen"]


def _gevaarsjablonen() -> Iterator[str]:
    inhoud = tabel("gevaar")
    for deel in ("gevaar", "veilig", "niet"):
        for regel in inhoud[deel]:
            yield from regel["zinnen"]
    for deel in ("zinsdeel", "zin"):
        for zinnen in inhoud[deel].values():
            yield from zinnen


def _kijk_regel_na(lijst: str, regel: Mapping[str, Any]) -> None:
    _eis(lijst, regel, regel.keys() <= _SLEUTELS, f"sleutels {sorted(regel.keys() - _SLEUTELS)}")
    for feit, waarde in (*regel["feiten"].items(), *regel.get("ontkend", {}).items()):
        _eis(lijst, regel, _kan(feit, waarde), f"{feit} = {waarde!r}")
    bekend = {*tabel("taal")["omgeving"], "ontkend", "vraagzin"}
    for sleutel in ("niet_bij", "ook_bij"):
        onbekend = set(regel.get(sleutel, ())) - bekend
        _eis(lijst, regel, not onbekend, f"{sleutel} {sorted(onbekend)}")
    slokt = regel.get("slokt", False)
    if isinstance(slokt, list):
        _eis(lijst, regel, set(slokt) <= FEITEN.keys(), f"slokt {slokt}")


def _kijk_gevaar_na() -> None:
    inhoud = tabel("gevaar")
    bekend = {*inhoud["zinsdeel"], *inhoud["zin"]}
    for regel in inhoud["gevaar"]:
        onbekend = set(regel.get("niet_bij", ())) - bekend
        _eis("gevaar", regel, not onbekend, f"niet_bij {sorted(onbekend)}")
        sleutels = regel.keys() - {"soort", "niet_bij", "zinnen"}
        _eis("gevaar", regel, bool(regel.get("soort")), "zonder soort")
        _eis("gevaar", regel, not sleutels, f"sleutels {sorted(sleutels)}")


def _kan(naam: str, waarde: object) -> bool:
    feit = FEITEN.get(naam)
    if feit is None:
        return False
    if feit.soort == "ja_nee":
        return isinstance(waarde, bool)
    return waarde in VAKKEN if feit.soort == "getal" else waarde in feit.waarden


def _eis(lijst: str, regel: Mapping[str, Any], klopt: bool, wat: str) -> None:  # noqa: FBT001
    if not klopt:
        zin = regel["zinnen"][0]
        raise LexiconOnjuist(f"dialogs/lezen/{lijst}.toml: {wat} kan niet, bij {zin!r}")


if __name__ == "__main__":
    try:
        kijk_na()
    except LexiconOnjuist as fout:
        sys.exit(str(fout))
