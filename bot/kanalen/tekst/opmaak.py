"""Lichte Markdown op een scherm van letters: afbreken op breedte, vet waar het mag."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self, TextIO

from bot.kanalen.tekst import tabellen

_KOP: Final = re.compile(r"^#{1,6}\s+(?P<kop>.*?)\s*#*$")
_INSPRING: Final = re.compile(r"^(?P<wit>\s*)(?P<teken>[-*+•]\s+|\d{1,3}[.)]\s+|>\s?)?")
_ONTSNAPT: Final = re.compile(r"\\([\\`*_~\[\]<>#|])")
_LINK: Final = re.compile(r"(?<!\\)\[(?P<tekst>[^\]\n]{1,200})\]\((?P<adres>[^)\s]{1,500})\)")
_BELT: Final = re.compile(r"(?<!\\)\[(?P<tekst>[^\]\n]{1,40})\]\((?P<adres>tel:\d{1,15})\)")
_VET: Final = re.compile(r"\*\*(?=\S)(?P<vet>[^*\n]{1,500}?)(?<=\S)\*\*")

_BREEDST: Final = 90
_SMALST: Final = 30
_AAN: Final = {"vet": "\x1b[1m", "dof": "\x1b[2m"}
_UIT: Final = "\x1b[0m"
# Stand around bold words while breaking lines, and take no width.
_BEGIN, _EINDE = "\x02", "\x03"
_BEL, _NUMMER, _GEBELD = "\x04", "\x05", "\x06"
_LINKTEKEN: Final = re.compile(rf"{_BEL}(?P<adres>[^{_NUMMER}]*){_NUMMER}|{_GEBELD}")
# A terminal that knows these makes what stands between them a link; another one skips them.
_NAAR: Final = "\x1b]8;;{}\x1b\\"


@dataclass(frozen=True, slots=True)
class Opmaak:
    """How a screen shows text: how wide (None: never break), and with or without bold and dim."""

    breedte: int | None = None
    stijl: bool = False

    @classmethod
    def voor(cls, uitvoer: TextIO, omgeving: Mapping[str, str] = os.environ) -> Self:
        """Choose the layout that fits a stream: plain and unbroken unless it is a terminal."""
        if not uitvoer.isatty():
            return cls()
        stijl = not omgeving.get("NO_COLOR") and omgeving.get("TERM") != "dumb"
        breedte = min(_BREEDST, max(_SMALST, shutil.get_terminal_size().columns - 1))
        return cls(breedte, stijl)

    def dof(self, tekst: str) -> str:
        """Render a line that may stay in the background."""
        return f"{_AAN['dof']}{tekst}{_UIT}" if self.stijl else tekst

    def markdown(self, tekst: str) -> str:
        """Render light Markdown; without style the marks are left out."""
        regels: list[str] = []
        for ruw in self._met_tabellen(tekst).splitlines():
            kop = _KOP.match(ruw)
            vlak = f"{_BEGIN}{_zonder_vet(kop['kop'])}{_EINDE}" if kop else _vet(ruw)
            gebeld = _BELT.sub(rf"{_BEL}\g<adres>{_NUMMER}\g<tekst>{_GEBELD}", vlak)
            leesbaar = _LINK.sub(r"\g<tekst> (\g<adres>)", gebeld)
            regels += self._breek_af(_ONTSNAPT.sub(r"\1", leesbaar))
        return "\n".join(self._stijl(regels))

    def _met_tabellen(self, tekst: str) -> str:
        breedte = self.breedte
        if breedte is None:
            return tekst
        if breedte < tabellen.SMALSTE:
            return tabellen.vervang(tekst, tabellen.als_lijst)
        return tabellen.vervang(tekst, lambda rijen: tabellen.als_kolommen(rijen, breedte))

    def _breek_af(self, regel: str) -> list[str]:
        if self.breedte is None or _lengte(regel) <= self.breedte:
            return [regel.rstrip()]
        inspring = _INSPRING.match(regel)
        begin = inspring.group() if inspring else ""
        # The lines after the first stand under the text of a list, not under its mark.
        vervolg = " " * len(begin)
        regels, huidig = [], begin
        for woord in regel[len(begin) :].split():
            past = _lengte(huidig) + _lengte(woord) + 1 <= self.breedte
            if huidig.strip() and huidig != begin and not past:
                regels.append(huidig)
                huidig = vervolg + woord
            else:
                huidig += woord if huidig in {begin, vervolg} else f" {woord}"
        return [*regels, huidig]

    def _stijl(self, regels: list[str]) -> list[str]:
        klaar: list[str] = []
        vet = False
        for regel in regels:
            # A bold stretch may run over a line end: every line opens and closes its own.
            heel = (_BEGIN if vet else "") + regel
            vet = heel.rfind(_BEGIN) > heel.rfind(_EINDE)
            heel += _EINDE if vet else ""
            aan, uit = (_AAN["vet"], _UIT) if self.stijl else ("", "")
            heel = heel.replace(_BEGIN, aan).replace(_EINDE, uit)
            klaar.append(_LINKTEKEN.sub(self._link, heel))
        return klaar

    def _link(self, teken: re.Match[str]) -> str:
        """Return the begin or the end of a number that dials; nothing without style."""
        return _NAAR.format(teken["adres"] or "") if self.stijl else ""


def _vet(regel: str) -> str:
    return _VET.sub(rf"{_BEGIN}\g<vet>{_EINDE}", regel)


def _zonder_vet(regel: str) -> str:
    return _VET.sub(r"\g<vet>", regel)


def _lengte(regel: str) -> int:
    zichtbaar = _LINKTEKEN.sub("", regel)
    return len(zichtbaar) - zichtbaar.count(_BEGIN) - zichtbaar.count(_EINDE)
