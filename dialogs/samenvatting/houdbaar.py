"""Of een bewaarde weging nog past: wat er sindsdien anders kan zijn, zonder te weten van wie.

No birth date is ever stored. From an age in whole years on a day follows the first day on which
somebody can be older; that day counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

from dialogs.samenvatting import Samenvatting, narekenen
from dialogs.teksten import tekst
from dialogs.weergave import dag
from knowledge import editie
from knowledge.termijnen import termijn

_LEEFTIJDEN: Final = ("kwalificatieplicht_tot", "vsv_tot")
_PRO_OF_VSO: Final = ("pro", "vso_arbeid")


def let_op(gegevens: Mapping[str, Any], vandaag: dt.date) -> tuple[str, ...]:
    """Return why to look at a kept weighing again, in sentences; none when nothing is the matter.

    Args:
        gegevens: the record; of one without facts nothing can be told.
        vandaag: the day on which somebody looks.
    """
    try:
        samenvatting = narekenen.lees(gegevens)
        return tuple(dict.fromkeys(_zinnen(samenvatting, vandaag)))
    except narekenen.NietNaTeRekenen:
        return ()


def _t(sleutel: str, **invulling: str) -> str:
    return tekst(f"houdbaar.{sleutel}", **invulling)


def _zinnen(s: Samenvatting, vandaag: dt.date) -> Iterator[str]:
    feiten = next((doel.feiten for doel in s.doelen if doel.feiten), {})
    yield from _leeftijd(s, feiten.get("leeftijd"), vandaag)
    yield from _alb(s, feiten, vandaag)
    if any((doel.feiten or {}).get("toestemming_specifiek") is False for doel in s.doelen):
        yield _t("ander_doel")
    herziening = s.ingevuld("herziening")
    if herziening is not None and (wanneer := _datum(herziening.waarde)) and wanneer <= vandaag:
        yield _t("herziening", dag=dag(wanneer))
    yield from _regels(s)


def _leeftijd(s: Samenvatting, jaren: object, vandaag: dt.date) -> Iterator[str]:
    if not isinstance(jaren, int):
        return
    for id_ in _LEEFTIJDEN:
        grens = termijn(id_).op(vandaag)
        if grens is None or jaren >= grens:
            continue
        eerste = _na(_gezegd_op(s, "leeftijd"), 12 * (grens - jaren - 1))
        if eerste <= vandaag:
            yield _t("leeftijd", dag=dag(eerste), jaren=str(grens))


def _alb(s: Samenvatting, feiten: Mapping[str, Any], vandaag: dt.date) -> Iterator[str]:
    maanden = feiten.get("maanden_sinds_uitstroom")
    grens = termijn("alb_pro_vso" if feiten.get("opleiding") in _PRO_OF_VSO else "alb_mbo")
    totaal = grens.op(vandaag)
    if not isinstance(maanden, int) or totaal is None or maanden >= totaal:
        return
    eerste = _na(_gezegd_op(s, "maanden_sinds_uitstroom"), totaal - maanden - 1)
    if eerste <= vandaag:
        yield _t("alb", dag=dag(eerste))


def _regels(s: Samenvatting) -> Iterator[str]:
    """Yield what the knowledge of now makes of it, where that is another edition."""
    if s.kennis == editie.naam():
        return
    uitkomsten = narekenen.reken_na(s, None)
    if any(n.verslag.oordeel != n.met_nu.oordeel for n in uitkomsten):
        yield _t("oordeel_anders")
    elif any(
        n.nu_anders or n.verslag.bronnen != tuple(map(str, n.met_nu.bronnen)) for n in uitkomsten
    ):
        yield _t("regel_anders")


def _gezegd_op(s: Samenvatting, feit: str) -> dt.date:
    """Return the day on which a fact was told: that of an earlier version where it is the same."""
    eerder = {} if s.vervangt is None else s.vervangt.gezegd_op
    return eerder.get(feit, s.datum_weging)


def _na(begin: dt.date, maanden: int) -> dt.date:
    """Return the day after so many months: the first on which a whole one more can be over."""
    jaar, maand = divmod(begin.year * 12 + begin.month - 1 + maanden, 12)
    eind = dt.date(jaar + (maand == 11), (maand + 1) % 12 + 1, 1) - dt.timedelta(days=1)
    return min(dt.date(jaar, maand + 1, min(begin.day, eind.day)), eind) + dt.timedelta(days=1)


def _datum(waarde: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(waarde or "")
    except ValueError:
        return None
