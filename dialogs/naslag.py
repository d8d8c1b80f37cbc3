"""De naslag: casussen onder de oude en de nieuwe wet, en wat de vragen over een begrip uitleggen.

`lijst` and `toon` are all that a channel knows of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from dialogs.teksten import tabel, tekst
from dialogs.vragen import VRAGEN
from dialogs.weergave import kort
from knowledge import weging
from knowledge.bronnen import bronnen
from knowledge.casussen import Casus, CasusSituatie, casussen
from knowledge.feiten import FEITEN, Situatie
from knowledge.regels.basis import NIEUW_VANAF, OUD_TOT_EN_MET
from knowledge.teksten import tekst as kennistekst
from knowledge.uitkomst import Regime, Uitkomst

# Facts whose question explains what they are, in how one finds out.
BEGRIPPEN: Final = (
    "startkwalificatie",
    "alb_gebruik",
    "overgangsdocument_akkoord",
    "regionale_taak",
    "mandaat",
    "toestemming",
    "gevoelig",
    "doel_verenigbaar",
    "nodig",
    "alternatief",
)
_DAG: Final[dict[Regime, Any]] = {"oud": OUD_TOT_EN_MET, "nieuw": NIEUW_VANAF}
_ORGANISATIES: Final = ("van", "naar")


def lijst() -> list[dict[str, Any]]:
    """Return what there is to look up: id, kind, title and words to find it by."""
    return [*map(_regel, casussen()), *map(_begripregel, BEGRIPPEN)]


def toon(id_: str) -> dict[str, Any] | None:
    """Return one thing to read; None when there is none by this id."""
    if id_ in BEGRIPPEN:
        return _begrip(id_)
    casus = next((casus for casus in casussen() if casus.id == id_), None)
    return None if casus is None else _casus(casus)


def _regel(casus: Casus) -> dict[str, Any]:
    feiten = [s.feiten for s in casus.situaties]
    organisaties = {f[naam] for f in feiten for naam in _ORGANISATIES if naam in f}
    woorden = sorted(kort("organisatie", organisatie) for organisatie in organisaties)
    return {"id": casus.id, "soort": "casus", "titel": casus.titel, "trefwoorden": woorden}


def _casus(casus: Casus) -> dict[str, Any]:
    return {
        "id": casus.id,
        "soort": "casus",
        "titel": casus.titel,
        "situaties": [_situatie(geval) for geval in casus.situaties],
    }


def _situatie(geval: CasusSituatie) -> dict[str, Any]:
    situatie = geval.situatie()
    return {
        "id": geval.id,
        "waar": geval.waar,
        "eigen": geval.regime,
        "feiten": list(_feiten(situatie)),
        "oud": _onder("oud", geval, situatie),
        "nieuw": _onder("nieuw", geval, situatie),
    }


def _onder(regime: Regime, geval: CasusSituatie, situatie: Situatie) -> list[dict[str, Any]]:
    """Weigh under one law: on the day of the casus itself, or at the other side of the change."""
    if regime != geval.regime:
        situatie = situatie.model_copy(update={"datum": _DAG[regime]})
    return [_uitkomst(weging.weeg_doel(situatie, d, volledig=False)) for d in situatie.doelen()]


def _uitkomst(uit: Uitkomst) -> dict[str, Any]:
    return {
        "doel_in_woorden": kort("doel", uit.doel) if uit.doel else tekst("woorden_los.onbekend"),
        "oordeel": uit.oordeel.value,
        "oordeel_in_woorden": tekst(f"oordelen.{uit.oordeel}"),
        "grondslag": tekst(f"grondslagen.{uit.grondslag}") if uit.grondslag else None,
        "gegevens": [
            {"naam": g.naam, "oordeel": g.oordeel.value, "reden": g.reden} for g in uit.gegevens
        ],
        "regels": [{"id": id_, "uitleg": kennistekst(f"regels.{id_}")} for id_ in uit.regels],
        "bronnen": [str(bron) for bron in uit.bronnen],
    }


def _feiten(situatie: Situatie) -> Iterator[dict[str, str]]:
    """Return the known facts in words, in the order of the closed list; the day is per law."""
    bekend = situatie.feiten(None)
    for naam in FEITEN:
        if naam in bekend and naam != "datum":
            yield {"feit": kennistekst(f"feit.{naam}"), "waarde": _woord(naam, bekend[naam])}
    for gegeven in situatie.gegevens or ():
        soorten = sorted(gegeven.soort or ())
        waarde = ", ".join(kort("soort", soort) for soort in soorten)
        yield {
            "feit": gegeven.naam or kennistekst("feit.soort"),
            "waarde": waarde or tekst("woorden_los.onbekend"),
        }


def _woord(naam: str, waarde: Any) -> str:
    if isinstance(waarde, bool):
        return tekst("woorden_los.ja" if waarde else "woorden_los.nee")
    if isinstance(waarde, int):
        return str(waarde)
    return kort("organisatie" if naam in _ORGANISATIES else naam, waarde)


def _begripregel(id_: str) -> dict[str, Any]:
    titel = tekst(f"vragen.{id_}.onderwerp")
    return {"id": id_, "soort": "begrip", "titel": titel, "trefwoorden": []}


def _begrip(id_: str) -> dict[str, Any]:
    vraag = VRAGEN[id_]
    return {
        "id": id_,
        "soort": "begrip",
        "titel": tekst(f"vragen.{id_}.onderwerp"),
        "uitleg": tekst(f"vragen.{id_}.waarom"),
        "uitzoeken": tekst(f"vragen.{id_}.uitzoeken"),
        "bronnen": [str(bronnen()[bron]) for bron in tabel(f"vragen.{vraag.id}")["bronnen"]],
    }
