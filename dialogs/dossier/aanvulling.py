"""De aanvulling: wat je na het oordeel nog voor het dossier kunt opschrijven. Niets ervan moet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MAX_LENGTE: Final = 600
"""Characters in one field: a record is no place for a story."""
_VAN_EEN_FEIT: Final = "herkomst"


class Veldsoort(StrEnum):
    """What a field holds."""

    TEKST = "tekst"
    DATUM = "datum"
    KEUZE = "keuze"


class Groep(StrEnum):
    """Where in the form and in the record a field belongs."""

    WIE = "wie"
    BESLUIT = "besluit"
    TOESTEMMING = "toestemming"
    JONGERE = "jongere"
    GROND = "grond"
    ONTVANGER = "ontvanger"
    HERKOMST = "herkomst"


@dataclass(frozen=True, slots=True)
class Veld:
    """One field. `tabel` names its choices; their labels are `keuzes.<tabel>.<choice>`."""

    id: str
    soort: Veldsoort
    groep: Groep
    tabel: str = ""
    keuzes: tuple[str, ...] = ()
    van_persoon: bool = False
    """The same in every weighing of who weighs, so that it is remembered."""


ANDERS_BESLOTEN: Final = "anders"
"""The value of `besluit` of who decides otherwise than the outcome."""
_KEUZES: Final = {
    "besluit": ("zoals", ANDERS_BESLOTEN),
    "toestemming_vorm": ("gezegd", "geschreven", "digitaal"),
    "wel_of_niet": ("wel", "niet"),
    "herkomst": ("jongere", "dossier", "ander"),
}


def _tekst(id_: str, groep: Groep, *, van_persoon: bool = False) -> Veld:
    return Veld(id_, Veldsoort.TEKST, groep, van_persoon=van_persoon)


def _datum(id_: str, groep: Groep) -> Veld:
    return Veld(id_, Veldsoort.DATUM, groep)


def _keuze(id_: str, groep: Groep, tabel: str) -> Veld:
    return Veld(id_, Veldsoort.KEUZE, groep, tabel, _KEUZES[tabel])


VELDEN: Final[dict[str, Veld]] = {
    veld.id: veld
    for veld in (
        _tekst("functie", Groep.WIE, van_persoon=True),
        _tekst("organisatie", Groep.WIE, van_persoon=True),
        _keuze("besluit", Groep.BESLUIT, "besluit"),
        _tekst("besluit_reden", Groep.BESLUIT),
        _datum("herziening", Groep.BESLUIT),
        _keuze("toestemming_vorm", Groep.TOESTEMMING, "toestemming_vorm"),
        _datum("toestemming_dag", Groep.TOESTEMMING),
        _keuze("weigeren_verteld", Groep.TOESTEMMING, "wel_of_niet"),
        _keuze("intrekken_verteld", Groep.TOESTEMMING, "wel_of_niet"),
        _tekst("mening_jongere", Groep.JONGERE),
        _tekst("verteld", Groep.JONGERE),
        _datum("verteld_op", Groep.JONGERE),
        _tekst("niet_verteld", Groep.JONGERE),
        _datum("mandaat_dag", Groep.GROND),
        _tekst("mandaat_nummer", Groep.GROND),
        _tekst("grond_ontvanger", Groep.ONTVANGER),
        _tekst("ontvanger_mag", Groep.ONTVANGER),
        _tekst("bewaartermijn", Groep.ONTVANGER),
        _keuze(_VAN_EEN_FEIT, Groep.HERKOMST, "herkomst"),
    )
}
"""Every field there is, in the order shown; `herkomst` stands once for each fact that matters."""


def sleutel_van(feit: str) -> str:
    """Return the key of the field that tells who stated this fact."""
    return f"{_VAN_EEN_FEIT}:{feit}"


def veld_bij(sleutel: str) -> Veld | None:
    """Return the field of a key; None when this version has none."""
    return VELDEN.get(sleutel.partition(":")[0])


def van_persoon(ingevuld: dict[str, str]) -> dict[str, str]:
    """Return of what was filled in what holds for the next weighing of the same person as well."""
    return {
        sleutel: waarde
        for sleutel, waarde in ingevuld.items()
        if (veld := veld_bij(sleutel)) is not None and veld.van_persoon
    }
