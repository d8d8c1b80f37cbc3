"""Alle Nederlandse zinnen van het gesprek, op sleutel, uit `dialogs/teksten/*.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from dialogs.fouten import TekstOntbreekt

MAP: Final = Path(__file__).parent


@cache
def bestanden() -> dict[str, dict[str, Any]]:
    """Load every text file by its stem.

    Raises:
        TekstOntbreekt: a file is not valid TOML; the message names it.
    """
    inhoud = {}
    for pad in sorted(MAP.glob("*.toml")):
        try:
            inhoud[pad.stem] = tomllib.loads(pad.read_text(encoding="utf-8"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fout:
            raise TekstOntbreekt(f"dialogs/teksten/{pad.name}: {fout}") from fout
    return inhoud


@cache
def zinnen() -> dict[str, str]:
    """Return every sentence, flat: `vragen.leeftijd.waarom`, `stap_1_grondslag.stap.titel`.

    Tables that belong to one file alone (`stap`) carry the file's stem in front.
    """
    plat: dict[str, str] = {}
    for stam, inhoud in bestanden().items():
        for sleutel, waarde in _plat(inhoud):
            volledig = f"{stam}.{sleutel}" if sleutel.startswith("stap.") else sleutel
            if volledig in plat:
                raise TekstOntbreekt(f"tekst {volledig} staat er twee keer in")
            plat[volledig] = waarde
    return plat


def _plat(tabel: dict[str, Any], voor: str = "") -> list[tuple[str, str]]:
    uit: list[tuple[str, str]] = []
    for naam, waarde in tabel.items():
        sleutel = f"{voor}{naam}"
        if isinstance(waarde, dict):
            uit += _plat(waarde, f"{sleutel}.")
        elif isinstance(waarde, str):
            uit.append((sleutel, waarde.strip()))
    return uit


def tekst(sleutel: str, **invulling: str) -> str:
    """Return one sentence, filled in.

    Raises:
        TekstOntbreekt: no such key, or a placeholder that nobody fills.
    """
    try:
        zin = zinnen()[sleutel]
    except KeyError:
        raise TekstOntbreekt(f"tekst ontbreekt: {sleutel}") from None
    try:
        # Only what our own sentences name is filled in; what users typed is never a template.
        return zin.format_map(invulling)
    except (KeyError, ValueError) as fout:
        raise TekstOntbreekt(f"tekst {sleutel} mist een invulling: {fout}") from None


def heeft(sleutel: str) -> bool:
    """Tell whether there is such a sentence."""
    return sleutel in zinnen()


@cache
def tabel(pad: str) -> dict[str, Any]:
    """Return a whole table, such as `keuzes.opleiding` or `synoniemen.doel`."""
    gevonden: dict[str, Any] = {}
    for inhoud in bestanden().values():
        tak: Any = inhoud
        for naam in pad.split("."):
            tak = tak.get(naam) if isinstance(tak, dict) else None
        if isinstance(tak, dict):
            gevonden |= tak
    return gevonden
