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

    def __str__(self) -> str:
        zin = tekst(f"keuring.{self.soort}").format(id=self.id, dag=self.dag)
        return tekst("kennis.waarschuwing" if self.waarschuwing else "kennis.fout").format(zin=zin)
