"""Een editie: alle kennis van vandaag als gegevens, met een vingerafdruk.

A weighing names the edition it was made with, so that years later one can tell which rules,
terms, sources and sentences led to it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from functools import cache
from typing import Any, Final

from knowledge.beslissing import AFGELEID, BESLUITEN, VOORRANG
from knowledge.bronnen import bronnen
from knowledge.regels import ALLE_REGELS
from knowledge.regels.botsingen import BOTSINGEN
from knowledge.teksten import teksten
from knowledge.termijnen import termijnen
from knowledge.versie import KENNIS_VERSIE

VORM: Final = 1
"""Version of the form of the file itself."""
_AFDRUK_TEKENS: Final = 8


def uitgave() -> dict[str, Any]:
    """Return the whole knowledge as JSON types, with its fingerprint under `afdruk`."""
    inhoud = _inhoud()
    return {**inhoud, "afdruk": _afdruk(inhoud)}


@cache
def naam() -> str:
    """Return the name of this edition: version and the start of its fingerprint."""
    return f"{KENNIS_VERSIE}-{_afdruk(_inhoud())[:_AFDRUK_TEKENS]}"


def _afdruk(inhoud: dict[str, Any]) -> str:
    vast = json.dumps(inhoud, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(vast.encode()).hexdigest()


def _inhoud() -> dict[str, Any]:
    return {
        "vorm": VORM,
        "versie": KENNIS_VERSIE,
        "regels": [regel.als_json() for regel in ALLE_REGELS],
        "afgeleid": {id_: conditie.als_json() for id_, conditie in AFGELEID.items()},
        "beslissing": [
            {
                "reden": besluit.reden,
                "als": besluit.als.als_json(),
                "oordeel": besluit.oordeel.value,
                "regels": [regel.id for regel in besluit.regels],
            }
            for besluit in BESLUITEN
        ],
        "voorrang": [oordeel.value for oordeel in VOORRANG],
        "botsingen": [{"id": b.id, "als": b.als.als_json()} for b in BOTSINGEN],
        "termijnen": {
            termijn.id: {
                "eenheid": termijn.eenheid,
                "perioden": [
                    {
                        "waarde": periode.waarde,
                        "van": periode.van.isoformat(),
                        "tot_en_met": _dag(periode.tot_en_met),
                        "bron": periode.bron,
                    }
                    for periode in termijn.perioden
                ],
            }
            for termijn in termijnen().values()
        },
        "bronnen": {
            bron.id: bron.model_dump(mode="json", exclude_none=True, exclude={"id"})
            for bron in bronnen().values()
        },
        "teksten": teksten(),
    }


def _dag(dag: dt.date | None) -> str | None:
    return None if dag is None else dag.isoformat()
