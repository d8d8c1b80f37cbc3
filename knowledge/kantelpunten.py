"""Kantelpunten: de kleinste verandering die een ander oordeel geeft.

One change, else two. Valid consent (given, and all four tests met) counts as one change. The
date, the age and who gives or receives are no turning points: a professional cannot change them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, Final

from knowledge import motor
from knowledge.beslissing import Oordeel
from knowledge.feiten import Situatie
from knowledge.motor import Stand
from knowledge.waarden import klassen

Verandering = tuple[str, dict[str, Any]]
"""A name for what changes, and the facts as they would become."""

_WEG: Final = "zonder_gegeven"
"""Within this module: the number of the item that is left out."""
GELDIGE_TOESTEMMING: Final[dict[str, Any]] = {
    "toestemming": "gegeven",
    "toestemming_vrij": True,
    "toestemming_duidelijk": True,
    "toestemming_geinformeerd": True,
    "toestemming_specifiek": True,
}
JA_NEE: Final = (
    "mandaat",
    "regionale_taak",
    "alb_gebruik",
    "overgangsdocument_akkoord",
    "in_overgangsdocument",
    "begeleiding_akkoord",
    "jongere_aanwezig",
    "doel_verenigbaar",
    "startkwalificatie",
)
"""What may turn out the other way: what the young person, the gemeente or a record decides."""


def zoek(
    stand: Stand, oordeel: Oordeel, situatie: Situatie
) -> list[tuple[dict[str, Any], Oordeel]]:
    """Return the smallest changes with the verdict they give, the most favourable first."""
    enkel = _die_ertoe_doen(stand, list(_veranderingen(stand)))
    gevonden = _probeer(stand, oordeel, [(naam,) for naam in enkel])
    if not gevonden:
        paren = [(a, b) for a, b in combinations(enkel, 2) if a[0] != b[0]]
        gevonden = _probeer(stand, oordeel, paren)
    gevonden.sort(key=lambda punt: stand.kennis.rang[punt[1]])
    return [(_naar_buiten(feiten, situatie), daar) for feiten, daar in gevonden]


def _die_ertoe_doen(stand: Stand, alle: list[Verandering]) -> list[Verandering]:
    """Leave out changes that cannot matter: with all of them open, nothing waits for these."""
    namen = {naam for _, feiten in alle for naam in feiten}
    open_stand = Stand(
        {naam: waarde for naam, waarde in stand.feiten.items() if naam not in namen},
        stand.gegevens
        and tuple({k: v for k, v in g.items() if k not in namen} for g in stand.gegevens),
        stand.kennis,
    )
    wacht_op = motor.open_feiten(open_stand) | {_WEG}
    return [(naam, feiten) for naam, feiten in alle if not wacht_op.isdisjoint(feiten)]


def _probeer(
    stand: Stand, oordeel: Oordeel, groepen: Sequence[tuple[Verandering, ...]]
) -> list[tuple[dict[str, Any], Oordeel]]:
    gevonden = []
    for groep in groepen:
        feiten = {k: v for _, nieuw in groep for k, v in nieuw.items()}
        daar = _oordeel_na(stand, feiten)
        if daar is not None and daar is not oordeel:
            gevonden.append((feiten, daar))
    return gevonden


def _oordeel_na(stand: Stand, feiten: dict[str, Any]) -> Oordeel | None:
    """Return the verdict after a change; None when it would be open or impossible."""
    gegevens = stand.gegevens
    if gegevens is not None:
        over = _overgebleven(feiten, len(gegevens))
        # The answer of a single item goes before that of the situation: change both.
        document = {k: v for k, v in feiten.items() if k == "in_overgangsdocument"}
        gegevens = tuple({**gegevens[nummer], **document} for nummer in over)
    gewijzigd = {k: v for k, v in feiten.items() if k != _WEG}
    nieuw = Stand({**stand.feiten, **gewijzigd}, gegevens, stand.kennis)
    if motor.botsingen(nieuw):
        return None
    mogelijk = frozenset().union(*(motor.mogelijk(wereld) for wereld in _onder_beide(nieuw)))
    return next(iter(mogelijk)) if len(mogelijk) == 1 else None


def _onder_beide(stand: Stand) -> tuple[Stand, ...]:
    """Return the same facts under either law while the date is unknown."""
    if "datum" in stand.feiten:
        return (stand,)
    kennis = stand.kennis
    return tuple(stand.met("datum", dag) for dag in (kennis.nieuw_vanaf, kennis.oud_tot_en_met))


def _overgebleven(feiten: dict[str, Any], aantal: int) -> list[int]:
    return [nummer for nummer in range(aantal) if nummer != feiten.get(_WEG)]


def _veranderingen(stand: Stand) -> Iterator[Verandering]:
    feiten = stand.feiten
    if any(feiten.get(naam) != waarde for naam, waarde in GELDIGE_TOESTEMMING.items()):
        yield "toestemming", GELDIGE_TOESTEMMING
    if feiten.get("toestemming") != "geweigerd":
        yield "toestemming", {"toestemming": "geweigerd"}
    for naam in JA_NEE:
        yield from (
            (naam, {naam: waarde}) for waarde in (True, False) if {waarde} != _huidig(stand, naam)
        )
    for naam in ("alternatief", "maanden_sinds_uitstroom"):
        waarden = klassen(naam, stand.kennis)
        yield from ((naam, {naam: w}) for w in waarden if feiten.get(naam) != w)
    aantal = len(stand.gegevens or ())
    if aantal > 1:
        for nummer in range(aantal):
            yield "gegevens", {_WEG: nummer}


def _huidig(stand: Stand, naam: str) -> set[Any]:
    """Return the values a fact has now: of the situation, or of its items."""
    if naam == "in_overgangsdocument" and stand.gegevens:
        return {gegeven.get(naam, stand.feiten.get(naam)) for gegeven in stand.gegevens}
    return {stand.feiten.get(naam)}


def _naar_buiten(feiten: dict[str, Any], situatie: Situatie) -> dict[str, Any]:
    """Write the change as input for `weeg`."""
    uit = {naam: waarde for naam, waarde in feiten.items() if naam != _WEG}
    gegevens = situatie.gegevens or ()
    document = feiten.get("in_overgangsdocument")
    eigen_antwoord = any(g.in_overgangsdocument is not None for g in gegevens)
    if _WEG in feiten or (document is not None and eigen_antwoord):
        over = [gegevens[nummer] for nummer in _overgebleven(feiten, len(gegevens))]
        if document is not None:
            over = [g.model_copy(update={"in_overgangsdocument": document}) for g in over]
        uit["gegevens"] = [g.model_dump(mode="json", exclude_none=True) for g in over]
    return uit
