"""Een editie: kennis als gegevens, met een vingerafdruk; schrijven en weer lezen.

A weighing names the edition it was made with. With that edition it can be made again, years
later, when the rules, terms and sentences of the program have changed.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from typing import Any, Final

from knowledge.editie_lezen import lees_inhoud
from knowledge.fouten import KennisOnjuist
from knowledge.kennis import Kennis, huidige

VORM: Final = 2
"""Version of the form of the file itself."""
_AFDRUK_TEKENS: Final = 8


def uitgave(kennis: Kennis | None = None) -> dict[str, Any]:
    """Return the whole knowledge as JSON types, with its fingerprint under `afdruk`."""
    inhoud = _inhoud(kennis or huidige())
    return {**inhoud, "afdruk": afdruk(inhoud)}


@cache
def naam(kennis: Kennis | None = None) -> str:
    """Return the name of an edition: version and the start of its fingerprint."""
    return naam_van(uitgave(kennis))


def naam_van(uitgave_: Mapping[str, Any]) -> str:
    """Return the name of an edition that was written down."""
    return f"{uitgave_['versie']}-{uitgave_['afdruk'][:_AFDRUK_TEKENS]}"


def lees(uitgave_: object) -> Kennis:
    """Return the knowledge of an edition that `uitgave` wrote.

    Raises:
        KennisOnjuist: it is no edition, its form is not ours, the fingerprint does not fit, or
            it speaks of facts that this version does not know.
    """
    if not isinstance(uitgave_, dict) or not isinstance(uitgave_.get("afdruk"), str):
        raise KennisOnjuist("dit is geen uitgave van de kennis")
    if uitgave_.get("vorm") != VORM:
        raise KennisOnjuist(f"deze uitgave heeft een andere vorm dan {VORM}")
    inhoud = {sleutel: deel for sleutel, deel in uitgave_.items() if sleutel != "afdruk"}
    try:
        eigen = afdruk(inhoud)
    except (ValueError, RecursionError) as fout:
        raise KennisOnjuist("dit is geen uitgave van de kennis") from fout
    if eigen != uitgave_["afdruk"]:
        raise KennisOnjuist("de uitgave is veranderd: de vingerafdruk klopt niet")
    return lees_inhoud(inhoud)


def afdruk(inhoud: Mapping[str, Any]) -> str:
    """Return the fingerprint of the content of an edition."""
    vast = json.dumps(inhoud, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(vast.encode()).hexdigest()


def _inhoud(kennis: Kennis) -> dict[str, Any]:
    return {
        "vorm": VORM,
        "versie": kennis.versie,
        "nieuw_vanaf": kennis.nieuw_vanaf.isoformat(),
        "regels": [regel.als_json() for regel in kennis.regels],
        "afgeleid": {id_: conditie.als_json() for id_, conditie in kennis.afgeleid.items()},
        "beslissing": [
            {
                "reden": besluit.reden,
                "als": besluit.als.als_json(),
                "oordeel": besluit.oordeel.value,
                "regels": [regel.id for regel in besluit.regels],
            }
            for besluit in kennis.besluiten
        ],
        "voorrang": [oordeel.value for oordeel in kennis.voorrang],
        "botsingen": [{"id": b.id, "als": b.als.als_json()} for b in kennis.botsingen],
        "volgt_uit": [
            {
                "als": g.als.als_json(),
                "feit": g.feit,
                "waarde": g.waarde,
                "aanname": g.aanname,
            }
            for g in kennis.volgt_uit
        ],
        "termijnen": {
            termijn.id: {
                "eenheid": termijn.eenheid,
                "perioden": [_als_json(asdict(periode)) for periode in termijn.perioden],
            }
            for termijn in kennis.termijnen.values()
        },
        "bronnen": {bron.id: _als_json(asdict(bron)) for bron in kennis.bronnen.values()},
        "teksten": dict(kennis.teksten),
    }


def _als_json(velden: dict[str, Any]) -> dict[str, Any]:
    return {
        veld: waarde.isoformat() if isinstance(waarde, dt.date) else waarde
        for veld, waarde in velden.items()
        if waarde is not None
    }
