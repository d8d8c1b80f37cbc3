"""Wat er gelezen is: feiten met de woorden waar ze vandaan komen. Nog geen antwoorden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Vondst:
    """One fact as read. `begin` and `einde` are code points in the text, end exclusive."""

    feit: str
    waarde: Any
    begin: int
    einde: int
    woorden: str


@dataclass(frozen=True, slots=True)
class Genoemd:
    """A data item as mentioned, and its kind."""

    soort: str
    begin: int
    einde: int
    woorden: str


@dataclass(frozen=True, slots=True)
class Lezing:
    """Everything read from one text. Nothing of it is a fact before somebody confirms it."""

    vondsten: tuple[Vondst, ...] = ()
    partijen: tuple[str, ...] = ()
    gegevens: tuple[Genoemd, ...] = ()
    tegenstrijdig: Mapping[str, tuple[Vondst, ...]] | None = None
    """Facts that the text gives in more than one way; these are asked, not chosen."""

    @property
    def feiten(self) -> dict[str, Any]:
        """The facts by name; several purposes are a list."""
        uit: dict[str, Any] = {}
        for vondst in self.vondsten:
            if vondst.feit == "doel" and "doel" in uit:
                eerder = uit["doel"] if isinstance(uit["doel"], list) else [uit["doel"]]
                uit["doel"] = [*eerder, vondst.waarde]
            else:
                uit[vondst.feit] = vondst.waarde
        return uit

    @property
    def gelezen_uit(self) -> dict[str, str]:
        """The words each fact comes from."""
        uit: dict[str, str] = {}
        for vondst in self.vondsten:
            eerder = uit.get(vondst.feit)
            uit[vondst.feit] = f"{eerder}; {vondst.woorden}" if eerder else vondst.woorden
        return uit

    @property
    def gegevenssoorten(self) -> tuple[str, ...]:
        """The kinds of data mentioned, each once."""
        return tuple(dict.fromkeys(genoemd.soort for genoemd in self.gegevens))

    def als_json(self) -> dict[str, Any]:
        """Return it in JSON types only, for `begrijp`."""
        return {
            "feiten": self.feiten,
            "partijen": list(self.partijen),
            "gegevenssoorten": list(self.gegevenssoorten),
            "gelezen_uit": self.gelezen_uit,
        }
