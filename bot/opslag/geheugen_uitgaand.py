"""Wat er uit moet en wat er binnenkwam, in het geheugen."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.opslag.poort import BerichtGezien, DocumentOnleesbaar, lees_document
from bot.opslag.uitgaand import ONLEESBAAR, Uitgaandregel, Vastlegging, Zending


@dataclass(slots=True)
class _Rij:
    nummer: int
    sleutel: str
    beurt: int
    """The number of the first message with which it lives and dies."""
    bericht_id: str | None
    kanaal: str
    inhoud: str
    toont: str | None
    vanaf: dt.datetime
    na: dt.datetime
    tot: dt.datetime | None = None
    """Until when somebody has it."""
    pogingen: int = 0
    reden: str = ""
    dood: dt.datetime | None = None

    def genomen(self, nu: dt.datetime) -> bool:
        return self.tot is not None and self.tot > nu


class GeheugenUitgaand:
    """What goes out and what came in, as `UitgaandOpslag` has it: the half of `GeheugenOpslag`."""

    def __init__(self) -> None:
        self._rijen: dict[int, _Rij] = {}
        self._getoond: dict[str, str] = {}
        self._inkomend: dict[tuple[str, str], dt.datetime] = {}
        self._klussen: dict[str, tuple[dt.datetime, dt.datetime | None]] = {}
        self._nummer = 0

    def _keur(self, wat: Vastlegging) -> tuple[str, ...]:
        """Refuse a message that was handled before; return what goes out as text."""
        if wat.bericht_id is not None and (wat.sleutel, wat.bericht_id) in self._inkomend:
            raise BerichtGezien
        return tuple(json.dumps(uit.inhoud) for uit in wat.uit)

    def _verplaats(self, sleutel: str, naar: str) -> None:
        """Give what goes out and came in of a conversation to another key."""
        for rij in self._rijen.values():
            if rij.sleutel == sleutel:
                rij.sleutel = naar
        for van, bericht_id in [i for i in self._inkomend if i[0] == sleutel]:
            wanneer = self._inkomend.pop((van, bericht_id))
            self._inkomend.setdefault((naar, bericht_id), wanneer)

    def _voeg_toe(self, wat: Vastlegging, teksten: tuple[str, ...]) -> None:
        """Store what goes out and what came in."""
        if wat.bericht_id is not None:
            self._inkomend[wat.sleutel, wat.bericht_id] = wat.nu
        beurten: dict[dt.datetime, int] = {}
        for uit, tekst in zip(wat.uit, teksten, strict=True):
            self._nummer += 1
            vanaf = uit.vanaf or wat.nu
            self._rijen[self._nummer] = _Rij(
                self._nummer,
                wat.sleutel,
                beurten.setdefault(vanaf, self._nummer),
                wat.bericht_id,
                uit.kanaal,
                tekst,
                uit.toont,
                vanaf,
                vanaf,
            )

    def _vergeet(self, sleutel: str) -> None:
        """Forget all of a conversation."""
        self._getoond.pop(sleutel, None)
        for rij in [r for r in self._rijen.values() if r.sleutel == sleutel]:
            del self._rijen[rij.nummer]
        for bekend in [b for b in self._inkomend if b[0] == sleutel]:
            del self._inkomend[bekend]

    def _uit_met_woord(self, woord: str) -> set[str]:
        return {rij.sleutel for rij in self._rijen.values() if woord in rij.inhoud}

    async def is_gezien(self, sleutel: str, bericht_id: str) -> bool:
        """See `UitgaandOpslag.is_gezien`."""
        return (sleutel, bericht_id) in self._inkomend

    async def zend_opnieuw(self, sleutel: str, bericht_id: str, nu: dt.datetime) -> bool:
        """See `UitgaandOpslag.zend_opnieuw`."""
        over = [
            r for r in self._rijen.values() if (r.sleutel, r.bericht_id) == (sleutel, bericht_id)
        ]
        for rij in over:
            if rij.dood is not None:
                rij.pogingen, rij.dood, rij.tot = 0, None, None
            if not rij.genomen(nu):
                rij.na = max(rij.vanaf, min(rij.na, nu))
        return bool(over)

    async def onderweg(self, sleutel: str, nu: dt.datetime) -> bool:
        """See `UitgaandOpslag.onderweg`."""
        voor = self._voor(sleutel, nu)
        return voor is not None and (voor.pogingen == 0 or voor.tot is not None)

    async def neem(
        self, kanalen: Collection[str], nu: dt.datetime, tot: dt.datetime, hoeveel: int
    ) -> tuple[Zending, ...]:
        """See `UitgaandOpslag.neem`."""
        voor = [
            r
            for r in _voorste(self._rijen.values(), nu)
            if r.kanaal in kanalen and self._kan(r, nu)
        ]
        voor.sort(key=lambda r: (r.na, r.nummer))
        genomen = (self._neem(rij, nu, tot) for rij in voor[:hoeveel])
        return tuple(zending for zending in genomen if zending is not None)

    async def bezorgd(self, zending: Zending, nu: dt.datetime, tot: dt.datetime) -> Zending | None:
        """See `UitgaandOpslag.bezorgd`."""
        rij = self._rijen.pop(zending.nummer, None)
        if rij is not None and rij.toont is not None:
            self._getoond[rij.sleutel] = rij.toont
        voor = self._voor(zending.sleutel, nu)
        if voor is None or voor.kanaal != zending.kanaal or not self._kan(voor, nu):
            return None
        return self._neem(voor, nu, tot)

    async def stel_uit(self, zending: Zending, na: dt.datetime, reden: str) -> None:
        """See `UitgaandOpslag.stel_uit`."""
        if (rij := self._van(zending)) is not None:
            rij.na, rij.tot, rij.reden = na, None, reden

    async def geef_op(self, zending: Zending, nu: dt.datetime, reden: str) -> None:
        """See `UitgaandOpslag.geef_op`."""
        if (rij := self._van(zending)) is not None:
            self._sterf(rij, nu, reden)

    async def uitgaand(self) -> tuple[Uitgaandregel, ...]:
        """See `UitgaandOpslag.uitgaand`."""
        return tuple(
            Uitgaandregel(r.nummer, r.sleutel, r.kanaal, r.pogingen, r.reden, r.na, r.dood)
            for r in self._rijen.values()
        )

    async def herleef(self, nummer: int, nu: dt.datetime) -> bool:
        """See `UitgaandOpslag.herleef`."""
        dode = self._rijen.get(nummer)
        if dode is None or dode.dood is None:
            return False
        for rij in self._rijen.values():
            if rij.beurt == dode.beurt and rij.dood is not None:
                rij.pogingen, rij.na, rij.dood = 0, nu, None
        return True

    async def wis_uitgaand(self, nummer: int) -> bool:
        """See `UitgaandOpslag.wis_uitgaand`."""
        return self._rijen.pop(nummer, None) is not None

    async def wis_met_woord(self, sleutel: str, woord: str) -> int:
        """See `UitgaandOpslag.wis_met_woord`."""
        weg = [r for r in self._rijen.values() if r.sleutel == sleutel and woord in r.inhoud]
        for rij in weg:
            del self._rijen[rij.nummer]
        return len(weg)

    async def ruim_inkomend(self, voor: dt.datetime) -> int:
        """See `UitgaandOpslag.ruim_inkomend`."""
        oud = [bekend for bekend, wanneer in self._inkomend.items() if wanneer < voor]
        for bekend in oud:
            del self._inkomend[bekend]
        return len(oud)

    async def ruim_dood(self, voor: dt.datetime) -> int:
        """See `UitgaandOpslag.ruim_dood`."""
        weg = [r for r in self._rijen.values() if r.dood is not None and r.dood < voor]
        for rij in weg:
            del self._rijen[rij.nummer]
        return len(weg)

    async def neem_klus(self, naam: str, nu: dt.datetime, tot: dt.datetime) -> bool:
        """See `UitgaandOpslag.neem_klus`."""
        na, bezet = self._klussen.get(naam, (nu, None))
        if na > nu or (bezet is not None and bezet > nu):
            return False
        self._klussen[naam] = (na, tot)
        return True

    async def klus_gedaan(self, naam: str, na: dt.datetime) -> None:
        """See `UitgaandOpslag.klus_gedaan`."""
        self._klussen[naam] = (na, None)

    # --- of one conversation ---

    def _voor(self, sleutel: str, nu: dt.datetime) -> _Rij | None:
        """Return the oldest message of a conversation."""
        eigen = (r for r in self._rijen.values() if r.sleutel == sleutel)
        return next(iter(_voorste(eigen, nu)), None)

    @staticmethod
    def _kan(rij: _Rij, nu: dt.datetime) -> bool:
        return rij.na <= nu and not rij.genomen(nu)

    def _neem(self, rij: _Rij, nu: dt.datetime, tot: dt.datetime) -> Zending | None:
        try:
            inhoud = lees_document(rij.inhoud)
        except DocumentOnleesbaar:
            self._sterf(rij, nu, ONLEESBAAR)
            return None
        rij.pogingen, rij.tot = rij.pogingen + 1, tot
        return Zending(rij.nummer, rij.sleutel, rij.kanaal, inhoud, rij.pogingen)

    def _van(self, zending: Zending) -> _Rij | None:
        rij = self._rijen.get(zending.nummer)
        mijn = rij is not None and rij.dood is None and rij.pogingen == zending.pogingen
        return rij if mijn else None

    def _sterf(self, dode: _Rij, nu: dt.datetime, reden: str) -> None:
        for rij in self._rijen.values():
            if rij.beurt == dode.beurt and rij.dood is None:
                rij.dood, rij.tot, rij.reden = nu, None, reden


def _voorste(rijen: Iterable[_Rij], nu: dt.datetime) -> Iterable[_Rij]:
    """Return the oldest of each conversation."""
    voor: dict[str, _Rij] = {}
    for rij in rijen:
        if rij.dood is None and rij.vanaf <= nu:
            eerste = voor.setdefault(rij.sleutel, rij)
            if (rij.vanaf, rij.nummer) < (eerste.vanaf, eerste.nummer):
                voor[rij.sleutel] = rij
    return voor.values()
