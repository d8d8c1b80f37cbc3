"""Meer doelen, één slotsom: wat er alles bij elkaar mag, en welke mildere weg er is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dialogs.procedure.bord import Bord
from dialogs.samenvatting.antwoord import antwoordzin
from dialogs.teksten import tekst
from dialogs.weergave import kort, opsomming
from knowledge.beslissing import Oordeel

_DEELT_NIET: Final = ("nog_niet", "niet", "anders")


def samen(borden: Sequence[Bord]) -> str | None:
    """Return the conclusion over all purposes; None where there is only one."""
    if len(borden) < 2:
        return None
    delen = (_antwoord(borden), _oordelen(borden), *_mildere_wegen(borden))
    return " ".join(filter(None, delen))


def _antwoord(borden: Sequence[Bord]) -> str | None:
    """Return what answers the question, where that is the same for every purpose."""
    zinnen = [antwoordzin(bord, bord.volledig) for bord in borden]
    gegeven = [zin for zin in zinnen if zin is not None]
    if len(gegeven) < len(borden):
        return None
    if len(set(map(str, gegeven))) == 1:
        return str(gegeven[0])
    if all(zin.soort in _DEELT_NIET for zin in gegeven):
        # Of several ways to say no the one that says what not to do.
        return str(min(gegeven, key=lambda zin: _DEELT_NIET.index(zin.soort)))
    return None


def _oordelen(borden: Sequence[Bord]) -> str:
    per_oordeel: dict[Oordeel, list[str]] = {}
    for bord in borden:
        doel = kort("doel", bord.doel) if bord.doel else tekst("woorden_los.onbekend")
        per_oordeel.setdefault(bord.volledig.oordeel, []).append(doel)
    if len(per_oordeel) == 1:
        [oordeel] = per_oordeel
        return tekst("samen.gelijk", oordeel=tekst(f"oordelen_kort.{oordeel}"))
    rang = borden[0].stand.kennis.rang
    return " ".join(
        tekst("samen.per_doel", doelen=opsomming(doelen), oordeel=tekst(f"samen.{oordeel}"))
        for oordeel, doelen in sorted(
            per_oordeel.items(), key=lambda paar: rang.get(paar[0], len(rang))
        )
    )


def _mildere_wegen(borden: Iterable[Bord]) -> Iterable[str]:
    wegen = dict.fromkeys(bord.volledig.alternatief for bord in borden)
    yield from (tekst("samen.milder", weg=kort("alternatief", weg)) for weg in wegen if weg)
