"""Situaties als JSON: lezen, keuren en beantwoorden, voor programma's die `weeg` aanroepen."""

from __future__ import annotations

import json
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from knowledge.feiten import Situatie
from knowledge.fouten import InvoerOnjuist
from knowledge.teksten import tekst
from knowledge.weging import regime_van, weeg

MEESTE: Final = 25_000
"""Situations in one array: their answers stand in memory together."""

# What pydantic calls it, and the text that says it in Dutch.
_FOUTEN: Final = {
    "extra_forbidden": "onbekend_veld",
    "enum": "onbekende_waarde",
    "bool_type": "geen_ja_nee",
    "int_type": "geen_getal",
    "string_type": "geen_tekst",
    "greater_than_equal": "te_klein",
    "less_than_equal": "te_groot",
    "date_from_datetime_parsing": "geen_datum",
    "date_parsing": "geen_datum",
    "date_type": "geen_datum",
    "value_error": "waarde_fout",
    "too_long": "te_veel",
    "string_too_long": "te_lang",
    "missing": "ontbreekt",
}


def lees(bron: str) -> tuple[list[Situatie], bool]:
    """Read one situation (JSON object) or many (array).

    Returns the situations, and whether it was an array.

    Raises:
        InvoerOnjuist: it is no JSON, more than `MEESTE`, or a field cannot be used; the message
            names the field, and in an array the index.
    """
    try:
        inhoud = json.loads(bron, object_pairs_hook=_zonder_dubbele, parse_constant=_geen_getal)
    except json.JSONDecodeError as fout:
        raise InvoerOnjuist(
            tekst("invoer.geen_json").format(regel=fout.lineno, kolom=fout.colno)
        ) from fout
    except ValueError as fout:
        # A number of thousands of digits.
        raise InvoerOnjuist(tekst("invoer.getal_te_groot")) from fout
    except RecursionError as fout:
        raise InvoerOnjuist(tekst("invoer.te_diep")) from fout
    if isinstance(inhoud, list):
        if len(inhoud) > MEESTE:
            raise InvoerOnjuist(tekst("invoer.te_veel_situaties").format(max=MEESTE))
        return [_situatie(deel, f"[{nummer}]") for nummer, deel in enumerate(inhoud)], True
    return [_situatie(inhoud, "")], False


def _zonder_dubbele(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    uit = dict(paren)
    if len(uit) != len(paren):
        namen = [naam for naam, _ in paren]
        dubbel = next(naam for naam in namen if namen.count(naam) > 1)
        raise InvoerOnjuist(tekst("invoer.dubbel_veld").format(veld=dubbel))
    return uit


def _geen_getal(constante: str) -> None:
    raise InvoerOnjuist(tekst("invoer.geen_json_getal").format(waarde=constante))


def _situatie(inhoud: object, waar: str) -> Situatie:
    if not isinstance(inhoud, dict):
        raise InvoerOnjuist(tekst("invoer.geen_object").format(waar=waar or "invoer"))
    try:
        return Situatie.model_validate(inhoud)
    except ValidationError as fout:
        raise InvoerOnjuist(_in_woorden(_duidelijkste(fout.errors()), waar)) from fout


def _duidelijkste(fouten: list[ErrorDetails]) -> ErrorDetails:
    """Return the first field's most precise complaint (`doel` may be one or a list)."""
    zelfde_veld = [fout for fout in fouten if fout["loc"][:1] == fouten[0]["loc"][:1]]
    return max(zelfde_veld, key=lambda fout: len(fout["loc"]))


def _in_woorden(fout: ErrorDetails, waar: str) -> str:
    veld = waar
    for deel in fout["loc"]:
        if isinstance(deel, int):
            veld += f"[{deel}]"
        elif not deel.startswith(("function-", "tuple[", "enum", "str", "int")):
            veld += f".{deel}" if veld else deel
    sleutel = _FOUTEN.get(fout["type"], "onbruikbaar")
    # A field name comes from outside: keep it on one line and within bounds.
    veld = "".join(teken if teken.isprintable() else "?" for teken in veld)[:100]
    context: dict[str, Any] = dict(fout.get("ctx") or {})
    return tekst(f"invoer.{sleutel}").format(
        veld=veld,
        min=context.get("ge", ""),
        max=context.get("le", context.get("max_length", "")),
        uitleg=context.get("error", ""),
    )


def antwoord(situatie: Situatie) -> dict[str, Any]:
    """Weigh one situation and return the answer as the contract writes it."""
    return {
        "id": situatie.id,
        "regime": regime_van(situatie.datum),
        "uitkomsten": [uitkomst.als_json() for uitkomst in weeg(situatie)],
    }
