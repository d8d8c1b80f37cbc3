"""Kantelpunten: de kleinste verandering die een ander oordeel geeft.

One change, else two. Valid consent (given, and all four tests met) counts as one change; so does
what goes with it. The date, the age and who gives or receives are no turning points: a
professional cannot change them. Nor is what hardly can be, or contradicts itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, Final

from knowledge import motor
from knowledge.beslissing import Oordeel
from knowledge.condities import Conditie, een
from knowledge.feit import feit
from knowledge.feiten import Situatie, volgorde
from knowledge.gedeeld import gedeeld
from knowledge.motor import Stand, open_feiten
from knowledge.onbekend import openstaand
from knowledge.regels import begrippen as b
from knowledge.regels.basis import Rol
from knowledge.uitgangspunt import GELDIGE_TOESTEMMING, uitgangspunt
from knowledge.waarden import grenzen, klassen

Verandering = tuple[str, dict[str, Any]]
"""A name for what changes, and the facts as they would become."""
Gevonden = tuple[dict[str, Any], Oordeel]

_WEG: Final = "zonder_gegeven"
"""Within this module: the number of the item that is left out."""
_MAANDEN: Final = "maanden_sinds_uitstroom"
_NAMENS: Final = "toestemming_vertegenwoordiger"
_EISEN: Final = {naam: True for naam in GELDIGE_TOESTEMMING if naam != "toestemming"}
JA_NEE: Final = (
    "mandaat",
    "regionale_taak",
    "alb_gebruik",
    "overgangsdocument_akkoord",
    "in_overgangsdocument",
    "begeleiding_akkoord",
    "jongere_aanwezig",
    "vermoeden_geweld",
    "gevraagd_door_leerplicht",
    "doel_verenigbaar",
    "startkwalificatie",
)
"""What may turn out the other way: what the young person, the gemeente or a record decides."""

# What is asked in stap 2 to 4, and no more once stap 1 said that nothing is shared.
_LATER_GEVRAAGD: Final = frozenset(
    (
        *GELDIGE_TOESTEMMING,
        _NAMENS,
        "jongere_aanwezig",
        "doel_verenigbaar",
        "gegevens",
        "nodig",
        "soort",
        "alternatief",
    )
)
_KAN_HAAST_NIET: Final[Conditie] = een(
    # Who does not want the guidance has no document to agree with; who gets no offer uses none.
    feit("alb_gebruik").nee() & feit("overgangsdocument_akkoord").ja(),
    feit("alb_gebruik").ja() & feit("alb_aangeboden").nee(),
    # Nobody starts there without the diploma that goes before.
    feit("opleiding").is_("hbo_wo") & feit("startkwalificatie").nee(),
)

_BESLIST_MEE: Final[Conditie] = een(b.VERTEGENWOORDIGD, b.OUDERS_BESLISSEN_MEE)


def zoek(stand: Stand, oordeel: Oordeel, situatie: Situatie) -> list[Gevonden]:
    """Return the smallest changes with the verdict they give, the most favourable first."""
    return [(_naar_buiten(feiten, situatie), daar) for feiten, daar in _gevonden(stand, oordeel)]


@gedeeld
def _gevonden(stand: Stand, oordeel: Oordeel) -> list[Gevonden]:
    enkel = _die_ertoe_doen(stand, list(_veranderingen(stand)))
    snel = stand.met_vast({naam for _, feiten in enkel for naam in feiten})
    gevonden = _probeer(snel, oordeel, [(naam,) for naam in enkel])
    if not gevonden:
        paren = [paar for paar in combinations(enkel, 2) if paar[0][0] != paar[1][0]]
        gevonden = _probeer(snel, oordeel, paren)
    if not gevonden:
        gevonden = list(_met_toestemming(stand, oordeel))
    return sorted(gevonden, key=lambda punt: stand.kennis.rang[punt[1]])


def _die_ertoe_doen(stand: Stand, alle: list[Verandering]) -> list[Verandering]:
    """Leave out changes that cannot matter: with all of them open, nothing waits for these."""
    namen = {naam for _, feiten in alle for naam in feiten}
    open_stand = Stand(
        {naam: waarde for naam, waarde in stand.feiten.items() if naam not in namen},
        stand.gegevens
        and tuple({k: v for k, v in g.items() if k not in namen} for g in stand.gegevens),
        stand.kennis,
    )
    # The last is weighed as 'not asked' while nobody said it, so nothing ever waits for it.
    wacht_op = open_feiten(open_stand) | {_WEG, _NAMENS}
    return [(naam, feiten) for naam, feiten in alle if not wacht_op.isdisjoint(feiten)]


def _probeer(
    stand: Stand, oordeel: Oordeel, groepen: Sequence[tuple[Verandering, ...]]
) -> list[Gevonden]:
    gevonden: list[Gevonden] = []
    dichtst: set[tuple[Any, ...]] = set()
    for groep in groepen:
        feiten = {k: v for _, nieuw in groep for k, v in nieuw.items()}
        daar = _oordeel_na(stand, feiten)
        if daar is None or daar is oordeel:
            continue
        if _MAANDEN in feiten:
            # The values come nearest first: farther away is no other turning point.
            merk = (daar, *((k, str(v)) for k, v in feiten.items() if k != _MAANDEN))
            if merk in dichtst:
                continue
            dichtst.add(merk)
        gevonden.append((feiten, daar))
    return gevonden


def _oordeel_na(stand: Stand, feiten: Mapping[str, Any]) -> Oordeel | None:
    """Return the verdict after a change; None when it would be open, or can hardly be."""
    nieuw = _na(stand, feiten)
    if motor.botsingen(nieuw) or _kan_haast_niet(stand, nieuw, feiten):
        return None
    werelden = _werelden(nieuw, feiten)
    mogelijk = _kan_worden(werelden)
    if len(mogelijk) > 1:
        return None
    spreekt_tegen = any(
        regel.rol is Rol.TEGENSPRAAK
        for wereld in werelden
        for gegeven in wereld.verschillend
        for regel in gegeven.zeker.regels
    )
    # That somebody refuses what was agreed can be; nobody agrees to what is refused.
    if spreekt_tegen and "geweigerd" not in feiten.values():
        return None
    return next(iter(mogelijk)) if _ziet_wegen_ook(nieuw, mogelijk) else None


def _na(stand: Stand, feiten: Mapping[str, Any]) -> Stand:
    """Return the state after a change."""
    gegevens: tuple[Mapping[str, Any], ...] | None = feiten.get("gegevens", stand.gegevens)
    if gegevens is not None:
        over = _overgebleven(feiten, len(gegevens))
        # The answer of a single item goes before that of the situation: change both.
        document = {k: v for k, v in feiten.items() if k == "in_overgangsdocument"}
        gegevens = tuple(gegevens[nummer] for nummer in over)
        if document:
            gegevens = motor.gelijk_is_een({**gegeven, **document} for gegeven in gegevens)
    van_gegeven = {k: v for k, v in feiten.items() if motor.gegevensleutel(k)}
    los = {k: v for k, v in feiten.items() if k not in (_WEG, "gegevens", *van_gegeven)}
    nieuw = stand.anders({**stand.feiten, **los}, gegevens)
    for sleutel, waarde in van_gegeven.items():
        nieuw = nieuw.met(sleutel, waarde)
    return nieuw


def _kan_haast_niet(stand: Stand, nieuw: Stand, feiten: Mapping[str, Any]) -> bool:
    return (
        not _KAN_HAAST_NIET.feiten().isdisjoint(feiten)
        and _KAN_HAAST_NIET.waarheid(nieuw.feiten) is True
        and _KAN_HAAST_NIET.waarheid(stand.feiten) is not True
    )


def _werelden(stand: Stand, feiten: Mapping[str, Any]) -> list[Stand]:
    """Return the same facts under either law, and of either age, while that is unknown.

    The age only where all consent, so that it does not matter whose consent counts.
    """
    werelden = [stand]
    if "datum" not in stand.feiten:
        dagen = (stand.kennis.nieuw_vanaf, stand.kennis.oud_tot_en_met)
        werelden = [stand.met("datum", dag) for dag in dagen]
    if "leeftijd" not in stand.feiten and {"toestemming", _NAMENS} <= feiten.keys():
        leeftijden = klassen("leeftijd", stand.toegespitst)
        werelden = [w.met("leeftijd", leeftijd) for w in werelden for leeftijd in leeftijden]
    return werelden


def _ziet_wegen_ook(stand: Stand, oordelen: frozenset[Oordeel]) -> bool:
    """Tell whether weighing comes to this verdict as well, where the age was taken either way."""
    zeker = motor.mogelijk(stand) == oordelen or "datum" not in stand.feiten
    return zeker or openstaand(stand).oordeel in oordelen


def _kan_worden(werelden: Sequence[Stand]) -> frozenset[Oordeel]:
    return frozenset[Oordeel]().union(*(motor.mogelijk(wereld) for wereld in werelden))


def _met_toestemming(stand: Stand, oordeel: Oordeel) -> Iterator[Gevonden]:
    """Yield valid consent together with what it then comes down to.

    A refusal settles the verdict before anybody asks for the rest. What is still unknown then is
    taken as it mostly is.
    """
    for naam in _toestemmingen(stand):
        geldig = _geldig(naam, stand)
        feiten = dict(geldig)
        while open_ := {s for w in _werelden(_na(stand, feiten), feiten) for s in open_feiten(w)}:
            sleutel = min(open_, key=_plaats)
            feiten[sleutel] = uitgangspunt(sleutel, stand.kennis)
        daar = _kan_worden(_werelden(_na(stand, feiten), feiten))
        bruikbaar = len(daar) == 1 and _LATER_GEVRAAGD.issuperset(map(_naam, feiten))
        if oordeel in daar or not bruikbaar or not _ziet_wegen_ook(_na(stand, feiten), daar):
            continue
        for sleutel in [s for s in feiten if s not in geldig]:
            minder = {s: w for s, w in feiten.items() if s != sleutel}
            if _kan_worden(_werelden(_na(stand, minder), minder)) == daar:
                feiten = minder
        yield feiten, next(iter(daar))


def _geldig(naam: str, stand: Stand) -> dict[str, Any]:
    """Return valid consent; whoever's it is, while nobody knows who decides."""
    if b.VERTEGENWOORDIGD.waarheid(stand.feiten) is None:
        return {"toestemming": "gegeven", _NAMENS: "gegeven", **_EISEN}
    return {naam: "gegeven", **_EISEN}


def _naam(sleutel: str) -> str:
    return sleutel.rpartition("].")[2]


def _plaats(sleutel: str) -> tuple[int, str]:
    return volgorde("nodig" if sleutel == "gegevens" else _naam(sleutel)), sleutel


def _overgebleven(feiten: Mapping[str, Any], aantal: int) -> list[int]:
    return [nummer for nummer in range(aantal) if nummer != feiten.get(_WEG)]


def _toestemmingen(stand: Stand) -> tuple[str, ...]:
    """Return whose consent can make the difference."""
    mee = _BESLIST_MEE.waarheid(stand.feiten) is True
    return ("toestemming", _NAMENS) if mee else ("toestemming",)


def _veranderingen(stand: Stand) -> Iterator[Verandering]:
    feiten = stand.feiten
    for naam in _toestemmingen(stand):
        geldig = _geldig(naam, stand)
        if any(feiten.get(n) != waarde for n, waarde in geldig.items()):
            yield naam, geldig
        if feiten.get(naam) != "geweigerd":
            yield naam, {naam: "geweigerd"}
    for naam in JA_NEE:
        huidig = _huidig(stand, naam)
        yield from ((naam, _omgekeerd(naam, w, feiten)) for w in (True, False) if {w} != huidig)
    wegen = klassen("alternatief", stand.toegespitst)
    yield from (
        ("alternatief", {"alternatief": w}) for w in wegen if feiten.get("alternatief") != w
    )
    yield from ((_MAANDEN, {_MAANDEN: maanden}) for maanden in _maanden(stand))
    # Without one of two equal data items nothing is otherwise.
    gegevens = stand.gegevens or ()
    vaak = Counter(map(id, gegevens))
    alleen = [nummer for nummer, gegeven in enumerate(gegevens) if vaak[id(gegeven)] == 1]
    yield from (("gegevens", {_WEG: nummer}) for nummer in alleen if len(gegevens) > 1)


def _omgekeerd(naam: str, waarde: Any, feiten: Mapping[str, Any]) -> dict[str, Any]:
    """Return a change, with what changes along: no guidance, then no document to agree with."""
    if (naam, waarde) == ("alb_gebruik", False) and feiten.get("overgangsdocument_akkoord"):
        return {naam: waarde, "overgangsdocument_akkoord": False}
    return {naam: waarde}


def _maanden(stand: Stand) -> list[int]:
    """Return the months around every bound that matters here, the nearest first."""
    nu = stand.feiten.get(_MAANDEN, 0)
    atomen = [atoom for atoom in stand.toegespitst.atomen if atoom.naam == _MAANDEN]
    rond = {grens + verschil for grens in grenzen(atomen) for verschil in (0, 1)}
    return sorted((m for m in rond if m != nu), key=lambda m: (abs(m - nu), m))


def _huidig(stand: Stand, naam: str) -> set[Any]:
    """Return the values a fact has now: of the situation, or of its items."""
    if naam == "in_overgangsdocument" and stand.gegevens:
        return {gegeven.get(naam, stand.feiten.get(naam)) for gegeven in stand.gegevens}
    return {stand.feiten.get(naam)}


def _naar_buiten(feiten: Mapping[str, Any], situatie: Situatie) -> dict[str, Any]:
    """Write the change as input for `weeg`."""
    plaatsen = {naam: motor.gegevensleutel(naam) for naam in feiten}
    uit = {n: w for n, w in feiten.items() if n not in (_WEG, "gegevens") and not plaatsen[n]}
    gegevens = situatie.gegevens or ()
    document = feiten.get("in_overgangsdocument")
    eigen_antwoord = any(g.in_overgangsdocument is not None for g in gegevens)
    if "gegevens" in feiten:
        uit["gegevens"] = [{n: _kaal(w) for n, w in g.items()} for g in feiten["gegevens"]]
    elif _WEG in feiten or any(plaatsen.values()) or (document is not None and eigen_antwoord):
        lijst = [g.als_json() for g in gegevens]
        if document is not None:
            lijst = [{**g, "in_overgangsdocument": document} for g in lijst]
        for naam, plaats in plaatsen.items():
            if plaats:
                lijst[plaats[0]][plaats[1]] = _kaal(feiten[naam])
        uit["gegevens"] = [lijst[nummer] for nummer in _overgebleven(feiten, len(gegevens))]
    return uit


def _kaal(waarde: Any) -> Any:
    return sorted(waarde) if isinstance(waarde, frozenset) else waarde
