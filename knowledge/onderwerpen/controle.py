"""Wat er aan de onderwerpen kan ontbreken: bronnen, verwijzingen, situaties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from knowledge.bevinding import Bevinding
from knowledge.bronnen import bronnen
from knowledge.onderwerpen.model import CasusOnderwerp, Onderwerp, Passage
from knowledge.regels.basis import NIEUW_VANAF, OUD_TOT_EN_MET
from knowledge.teksten import tekst

_EINDE: Final = re.compile(r"[.!?](?=\s|$)")
_HOOGSTENS: Final = 24
"""Words in the answer of a topic."""

Onderwerpen = Mapping[str, Onderwerp]


def gebreken(onderwerpen: Onderwerpen) -> Iterator[Bevinding]:
    """Find topics that name a source or topic that is not there, or that look like another.

    Quick enough for every load; `gebreken_van_casussen` reads more.
    """
    vragen: dict[str, str] = {}
    for id_, onderwerp in onderwerpen.items():
        yield from _van_bronnen(onderwerp)
        if not _is_een_zin(onderwerp.kort.tekst):
            yield Bevinding("onderwerp_kort", id_)
        for doel in onderwerp.zie_ook:
            if doel not in onderwerpen or doel == id_:
                yield Bevinding("onderwerp_zie_ook", f"{id_}, {doel}")
        for soort, zin in (("titel", onderwerp.titel), *(("vraag", v) for v in onderwerp.vragen)):
            eerder = vragen.setdefault(f"{soort}:{zin.casefold()}", id_)
            if eerder != id_:
                yield Bevinding(f"onderwerp_{soort}", f"{eerder}, {id_}")


def _is_een_zin(tekst_: str) -> bool:
    """Tell whether a text is one sentence that can be read at a glance."""
    einden = _EINDE.findall(tekst_)
    return len(einden) == 1 and tekst_.endswith(".") and len(tekst_.split()) <= _HOOGSTENS


def _van_bronnen(onderwerp: Onderwerp) -> Iterator[Bevinding]:
    alle = bronnen()
    for bron in onderwerp.bronnen():
        if bron not in alle:
            yield Bevinding("onderwerp_bron", f"{onderwerp.id}, {bron}")
    for verschil in onderwerp.verschillen:
        waar = verschil.kop or tekst(f"onderwerp.stap_{verschil.stap}")
        nu = verschil.nieuw or verschil.gelijk
        if not _geldt(verschil.oud or verschil.gelijk, oud=True):
            yield Bevinding("onderwerp_bron_oud", f"{onderwerp.id}, {waar}")
        if not _geldt(nu, oud=False):
            yield Bevinding("onderwerp_bron_nieuw", f"{onderwerp.id}, {waar}")


def _geldt(passage: Passage | None, *, oud: bool) -> bool:
    dag = OUD_TOT_EN_MET if oud else NIEUW_VANAF
    namen = passage.bronnen if passage else ()
    return any(bronnen()[id_].geldt_op(dag) for id_ in namen if id_ in bronnen())


def gebreken_van_casussen(onderwerpen: Onderwerpen) -> Iterator[Bevinding]:
    """Find casussen whose situations are not there, or leave one of the two laws out."""
    from knowledge.onderwerpen.oordelen import alle_situaties  # noqa: PLC0415 - reads every casus

    bekend = alle_situaties()
    for id_, casus in onderwerpen.items():
        if not isinstance(casus, CasusOnderwerp):
            continue
        yield from (
            Bevinding("onderwerp_situatie", f"{id_}, {s}")
            for s in casus.situaties
            if s not in bekend
        )
        wetten = {bekend[s].regime for s in casus.situaties if s in bekend}
        yield from (
            Bevinding("onderwerp_wet", f"{id_}, {w}") for w in ("oud", "nieuw") if w not in wetten
        )
        for begin in casus.begin:
            if begin in bekend and bekend[begin].regime == "oud":
                yield Bevinding("onderwerp_begin", f"{id_}, {begin}")
