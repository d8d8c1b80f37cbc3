"""Situaties als JSON: lezen, keuren en beantwoorden, voor programma's die `weeg` aanroepen."""

from __future__ import annotations

import json
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from knowledge.feiten import Situatie
from knowledge.fouten import InvoerOnjuist
from knowledge.meehoren import meehoren
from knowledge.ontvangers import Overleg
from knowledge.samen import samen
from knowledge.slotsom import conclusie
from knowledge.teksten import tekst
from knowledge.weging import regime_van, weeg, weeg_overleg

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
    "too_short": "te_weinig",
    "string_too_long": "te_lang",
    "missing": "ontbreekt",
}


Vraag = Situatie | Overleg
"""What is weighed: one situation, or the same for several receivers."""
# How pydantic names which of several types it tried.
_GEEN_VELD: Final = ("enum", "str", "int", "[key]")
_PER: Final = "per_ontvanger"


def lees(bron: str) -> tuple[list[Vraag], bool]:
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


def _situatie(inhoud: object, waar: str) -> Vraag:
    if not isinstance(inhoud, dict):
        raise InvoerOnjuist(tekst("invoer.geen_object").format(waar=waar or "invoer"))
    # One receiver, and nothing that differs from the others: there are none.
    alleen = not isinstance(inhoud.get("naar"), list) and inhoud.get("per_ontvanger") in (None, {})
    try:
        if alleen:
            return Situatie.model_validate({n: w for n, w in inhoud.items() if n != _PER})
        return Overleg.lees(inhoud)
    except ValidationError as fout:
        raise InvoerOnjuist(_in_woorden(_duidelijkste(fout.errors()), waar)) from fout
    except InvoerOnjuist as fout:
        raise _met_plaats(str(fout), waar) from fout


def _met_plaats(melding: str, waar: str) -> InvoerOnjuist:
    schoon = "".join(teken if teken.isprintable() else "?" for teken in melding)
    return InvoerOnjuist(f"{waar}.{schoon}" if waar else schoon)


def _duidelijkste(fouten: list[ErrorDetails]) -> ErrorDetails:
    """Return the first field's most precise complaint (`doel` may be one or a list)."""
    zelfde_veld = [fout for fout in fouten if fout["loc"][:1] == fouten[0]["loc"][:1]]
    return max(zelfde_veld, key=lambda fout: len(fout["loc"]))


def _in_woorden(fout: ErrorDetails, waar: str) -> str:
    veld = waar
    for deel in fout["loc"]:
        if isinstance(deel, int):
            veld += f"[{deel}]"
        elif deel not in _GEEN_VELD and not deel.startswith(("function-", "tuple[")):
            veld += f".{deel}" if veld else deel
    sleutel = _FOUTEN.get(fout["type"], "onbruikbaar")
    if sleutel == "onbekend_veld" and fout["loc"][0] == _PER:
        sleutel = "niet_per_ontvanger"
    # A field name comes from outside: keep it on one line and within bounds.
    veld = "".join(teken if teken.isprintable() else "?" for teken in veld)[:100]
    context: dict[str, Any] = dict(fout.get("ctx") or {})
    return tekst(f"invoer.{sleutel}").format(
        veld=veld,
        min=context.get("ge", ""),
        max=context.get("le", context.get("max_length", "")),
        uitleg=context.get("error", ""),
    )


def antwoord(vraag: Vraag) -> dict[str, Any]:
    """Weigh one situation, for one receiver or several, as the contract writes it."""
    if isinstance(vraag, Overleg):
        return _antwoord_van_overleg(vraag)
    return {**_kop(vraag), "uitkomsten": [uitkomst.als_json() for uitkomst in weeg(vraag)]}


def _antwoord_van_overleg(overleg: Overleg) -> dict[str, Any]:
    """Return the outcomes of every receiver within every doel, and what they come to together."""
    uitkomsten = weeg_overleg(overleg)
    samen_ = samen(uitkomsten)
    per_doel = [
        {"doel": json_["doel"], "naar": ontvanger.value, **json_}
        for nummer in range(len(overleg.situatie.doelen()))
        for ontvanger, eigen in uitkomsten.items()
        for json_ in (eigen[nummer].als_json(),)
    ]
    return {
        **_kop(overleg.situatie),
        "uitkomsten": per_doel,
        "samen": {
            **samen_.als_json(),
            "conclusie": conclusie(samen_),
            "kantelpunten": [punt.als_json() for punt in meehoren(overleg, uitkomsten)],
        },
    }


def _kop(situatie: Situatie) -> dict[str, Any]:
    return {"id": situatie.id, "regime": regime_van(situatie.datum)}
