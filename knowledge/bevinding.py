"""Wat een keuring van de kennis vindt, als één zin."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from knowledge.teksten import tekst


class Bevinding(NamedTuple):
    """One thing found: its kind (`keuring.<soort>`), what it is about, and since which day."""

    soort: str
    id: str
    dag: dt.date | None = None
    waarschuwing: bool = False

    def zin(self) -> str:
        """Return what is wrong, without how bad that is."""
        return tekst(f"keuring.{self.soort}").format(id=self.id, dag=self.dag)

    def __str__(self) -> str:
        soort = "kennis.waarschuwing" if self.waarschuwing else "kennis.fout"
        return tekst(soort).format(zin=self.zin())
