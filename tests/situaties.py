"""Situations for property tests: any combination of facts that does not contradict itself."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from knowledge.casussen import casussen
from knowledge.feiten import (
    FEITEN,
    Alternatief,
    Doel,
    Gebruiker,
    Gegeven,
    Opleiding,
    Organisatie,
    Schoolstatus,
    Situatie,
    Soort,
    Toestemming,
)
from knowledge.motor import Stand, botsingen

DAGEN = (dt.date(2025, 3, 3), dt.date(2025, 12, 31), dt.date(2026, 1, 1), dt.date(2026, 3, 2))
LEEFTIJDEN = (12, 15, 16, 17, 18, 22, 23, 24, 26, 27, 30)
_JA_NEE = tuple(
    naam for naam, feit in FEITEN.items() if feit.soort == "ja_nee" and not feit.van_gegeven
)
_WAARDEN: dict[str, tuple[Any, ...]] = {
    "datum": DAGEN,
    "van": tuple(Organisatie),
    "naar": tuple(Organisatie),
    "gebruiker": tuple(Gebruiker),
    "doel": tuple(Doel),
    "leeftijd": LEEFTIJDEN,
    "opleiding": tuple(Opleiding),
    "schoolstatus": tuple(Schoolstatus),
    "maanden_sinds_uitstroom": (0, 2, 11, 12, 13, 18, 24, 25),
    "verzuim_weken": (0, 3, 4, 6),
    "toestemming": tuple(Toestemming),
    "toestemming_vertegenwoordiger": tuple(Toestemming),
    "alternatief": tuple(Alternatief),
    **dict.fromkeys(_JA_NEE, (True, False)),
}


def gegevens(*, compleet: bool) -> st.SearchStrategy[tuple[Gegeven, ...]]:
    """One to three data items of every kind."""
    onbekend = st.nothing() if compleet else st.none()
    soort = onbekend | st.frozensets(st.sampled_from(tuple(Soort)), min_size=1, max_size=2)
    nodig = onbekend | st.sampled_from((True, True, True, False))
    # Nobody is asked: unknown is as good as any.
    in_melding = st.sampled_from((None, True, False))
    return st.lists(st.tuples(soort, nodig, in_melding), min_size=1, max_size=3).map(
        lambda delen: tuple(
            Gegeven(naam=f"gegeven {'abc'[i]}", soort=soort_, nodig=nodig_, in_melding=melding)
            for i, (soort_, nodig_, melding) in enumerate(delen)
        )
    )


@st.composite
def situaties(draw: st.DrawFn, *, compleet: bool = True) -> Situatie:
    """Draw a situation; `compleet` False leaves facts out."""
    feiten: dict[str, Any] = {}
    for naam, waarden in _WAARDEN.items():
        # The day and the parties are always known here: a conversation asks them first.
        vast = naam in ("datum", "van", "naar", "doel")
        if compleet or vast or draw(st.booleans()):
            feiten[naam] = draw(st.sampled_from(waarden))
    if compleet or draw(st.booleans()):
        feiten["gegevens"] = draw(gegevens(compleet=compleet))
    if feiten.get("schoolstatus") == "ingeschreven":
        feiten.pop("maanden_sinds_uitstroom", None)
    situatie = Situatie(**feiten)
    assume(not botsingen(Stand.van(situatie, feiten["doel"])))
    return situatie


_CASUSFEITEN = tuple(
    {k: w for k, w in situatie.situatie() if w is not None and k != "id"}
    for casus in casussen()
    for situatie in casus.situaties
)


@st.composite
def rond_casussen(draw: st.DrawFn) -> Situatie:
    """Draw a complete situation near a casus: there the grounds are, which chance seldom finds.

    What the casus leaves open is filled in at random; then up to three facts are changed.
    """
    feiten: dict[str, Any] = {naam: draw(st.sampled_from(w)) for naam, w in _WAARDEN.items()}
    feiten |= draw(st.sampled_from(_CASUSFEITEN))
    for naam in draw(st.lists(st.sampled_from(tuple(_WAARDEN)), max_size=3)):
        feiten[naam] = draw(st.sampled_from(_WAARDEN[naam]))
    if draw(st.booleans()):
        feiten["gegevens"] = draw(gegevens(compleet=True))
    if feiten["schoolstatus"] == "ingeschreven":
        feiten.pop("maanden_sinds_uitstroom")
    if feiten["van"] == "hbo_wo":
        feiten["opleiding"] = Opleiding.HBO_WO
    situatie = Situatie(**feiten)
    assume(not botsingen(Stand.van(situatie, feiten["doel"])))
    return situatie
