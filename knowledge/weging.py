"""Wegen: van een situatie naar de uitkomst per doel, en per ontvanger."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from knowledge import kantelpunten
from knowledge.afloop import aflopen
from knowledge.beslissing import Oordeel
from knowledge.feiten import Doel, Organisatie, Situatie
from knowledge.kennis import Kennis, huidige
from knowledge.motor import Stand
from knowledge.onbekend import openstaand
from knowledge.ontvangers import Overleg
from knowledge.uitkomst import AndereRegeling, Kantelpunt, Regime, Uitkomst
from knowledge.uitwerking import Uitwerking


def regime_van(datum: dt.date | None, kennis: Kennis | None = None) -> Regime | None:
    """Return which law holds on a date: oud until 31-12-2025, nieuw from 1-1-2026."""
    if datum is None:
        return None
    return "nieuw" if datum >= (kennis or huidige()).nieuw_vanaf else "oud"


def weeg(situatie: Situatie, kennis: Kennis | None = None) -> tuple[Uitkomst, ...]:
    """Weigh a situation: one outcome per purpose, in the order given.

    Legal source: the four stappen of the documents (2021 §1, 2026 §2), applied with the rules
    of `knowledge/regels`, or with those of another edition in `kennis`. Never raises on facts
    that contradict each other: that is `overleg`.
    """
    return tuple(weeg_doel(situatie, doel, kennis=kennis) for doel in situatie.doelen())


def weeg_overleg(
    overleg: Overleg, *, volledig: bool = True, kennis: Kennis | None = None
) -> dict[Organisatie, tuple[Uitkomst, ...]]:
    """Weigh for several receivers: of each the outcome per purpose, all in the order given.

    Each is weighed as if alone (2026 §3.3.2). `volledig` as in `weeg_doel`.
    """
    return {
        ontvanger: tuple(
            weeg_doel(situatie, doel, volledig=volledig, kennis=kennis)
            for doel in situatie.doelen()
        )
        for ontvanger, situatie in overleg.elk()
    }


def weeg_doel(
    situatie: Situatie, doel: Doel | None, *, volledig: bool = True, kennis: Kennis | None = None
) -> Uitkomst:
    """Weigh one purpose.

    `volledig` False leaves out kantelpunten, the other regime and, with facts missing, what
    leads to each verdict: these cost as much as a handful of verdicts.
    """
    stand = Stand.van(situatie, doel, kennis)
    uit = Uitwerking(situatie, doel, stand).uitkomst()
    return met_alles(uit, stand, situatie) if volledig else uit


def met_alles(uit: Uitkomst, stand: Stand, situatie: Situatie) -> Uitkomst:
    """Add to an outcome what else there is to say: what it would take to be another one."""
    if uit.oordeel is Oordeel.ONVOLLEDIG:
        return replace(uit, mogelijk=aflopen(stand))
    return replace(
        uit,
        kantelpunten=tuple(
            Kantelpunt(feiten=feiten, oordeel=oordeel)
            for feiten, oordeel in kantelpunten.zoek(stand, uit.oordeel, situatie)
        ),
        andere_regeling=_andere_regeling(stand, uit.oordeel),
    )


def oordeel_van(stand: Stand) -> Oordeel:
    """Return just the verdict."""
    return openstaand(stand).oordeel or Oordeel.ONVOLLEDIG


def _andere_regeling(stand: Stand, oordeel: Oordeel) -> AndereRegeling | None:
    regime = regime_van(stand.feiten.get("datum"), stand.kennis)
    if regime is None:
        return None
    ander: Regime = "oud" if regime == "nieuw" else "nieuw"
    dag = stand.kennis.oud_tot_en_met if ander == "oud" else stand.kennis.nieuw_vanaf
    daar = oordeel_van(stand.met("datum", dag))
    return None if daar is oordeel else AndereRegeling(regime=ander, oordeel=daar)
