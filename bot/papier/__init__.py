"""Een papier bij een weging maken: welk papier, in welke vorm.

Nothing here is loaded before somebody asks for a document, and it is made outside the loop.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.papier.bewerkt import als_stukken, als_tekst
from bot.papier.docx import docx
from bot.papier.fouten import BestaatNiet
from bot.papier.inhoud import Inhoud
from bot.papier.odt import SOORT as ODT
from bot.papier.odt import odt
from bot.papier.pdf import pdf
from bot.papier.tekens import zuiver
from bot.papier.tekst import als_json, als_markdown
from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.papieren import PAPIEREN, maak
from dialogs.teksten import tekst

__all__ = [
    "BINAIR",
    "VORMEN",
    "Bestand",
    "PapierOnbekend",
    "VormOnbekend",
    "maak_bestand",
    "maak_bewerkt",
    "om_te_bewerken",
]


class PapierOnbekend(BestaatNiet):
    """There is no such paper."""

    sleutel = "papier.onbekend"


class VormOnbekend(BestaatNiet):
    """There is no such form."""

    sleutel = "papier.vorm_onbekend"


class AlleenWeging(BestaatNiet):
    """Only of the record itself there is JSON."""

    sleutel = "papier.alleen_weging"


class NietTeBewerken(BestaatNiet):
    """The record itself is as it was kept."""

    sleutel = "papier.niet_te_bewerken"


@dataclass(frozen=True, slots=True)
class Bestand:
    """A document as a file."""

    naam: str
    soort: str
    """Its media type."""
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class _Vorm:
    soort: str
    maak: Callable[[Inhoud], bytes]


_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_VORMEN: Final = {
    "pdf": _Vorm("application/pdf", pdf),
    "odt": _Vorm(ODT, odt),
    "docx": _Vorm(_DOCX, docx),
    "md": _Vorm("text/markdown", als_markdown),
    "json": _Vorm("application/json", als_json),
}
VORMEN: Final = tuple(_VORMEN)
BINAIR: Final = ("pdf", "odt", "docx")


def maak_bestand(
    gegevens: Mapping[str, Any], papier: str, vorm: str, eigen: str | None = None
) -> Bestand:
    """Make a document of a kept weighing.

    Args:
        gegevens: its record, as it was kept.
        papier: one of `PAPIEREN`.
        vorm: one of `VORMEN`.
        eigen: the reference of one's own, when there is one.

    Raises:
        PapierOnbekend: there is no such paper.
        VormOnbekend: there is no such form, or not of this paper.
        PastNiet: the verdict has no use for the paper.
        ValueError: it is no record.
        DialoogFout, KennisFout: something in it is not there any more.
    """
    _eis(papier, vorm)
    s = Samenvatting.model_validate(gegevens)
    gemaakt = maak(papier, s, eigen)
    inhoud = Inhoud(
        titel=gemaakt.titel,
        voet=tekst("papier.voet", kenmerk=s.kenmerk or tekst("papier.zonder_kenmerk")),
        dag=s.datum_weging,
        stukken=gemaakt.stukken,
        # Whoever gets another paper does not get the weighing with it.
        gegevens=_json(gegevens) if papier == "weging" else None,
    )
    kort = s.kenmerk or tekst("papier.bestand_zonder_kenmerk")
    naam = kort if papier == "weging" else f"{kort}-{papier}"
    return Bestand(f"{naam}.{vorm}", _VORMEN[vorm].soort, _VORMEN[vorm].maak(inhoud))


def maak_bewerkt(gegevens: Mapping[str, Any], papier: str, vorm: str, bewerkt: str) -> Bestand:
    """Make a document of a paper as somebody edited it; arguments and errors as above.

    Args:
        gegevens: the record it goes with.
        papier: any but the weighing itself, which is as it was kept.
        vorm: any but JSON.
        bewerkt: the text that stands in the place of ours.
    """
    _eis(papier, vorm, bewerkt=True)
    s = Samenvatting.model_validate(gegevens)
    inhoud = Inhoud(
        titel=maak(papier, s).titel,
        voet=tekst("papier.voet", kenmerk=s.kenmerk or tekst("papier.zonder_kenmerk")),
        dag=s.datum_weging,
        stukken=als_stukken(zuiver(bewerkt)),
    )
    naam = f"{s.kenmerk or tekst('papier.bestand_zonder_kenmerk')}-{papier}"
    return Bestand(f"{naam}.{vorm}", _VORMEN[vorm].soort, _VORMEN[vorm].maak(inhoud))


def om_te_bewerken(gegevens: Mapping[str, Any], papier: str) -> str:
    """Return the text of a paper for a field to edit; errors as above."""
    _eis(papier, "md", bewerkt=True)
    return als_tekst(maak(papier, Samenvatting.model_validate(gegevens)).stukken)


def _eis(papier: str, vorm: str, *, bewerkt: bool = False) -> None:
    if papier not in PAPIEREN:
        raise PapierOnbekend(keuzes=", ".join(PAPIEREN))
    if vorm not in _VORMEN:
        raise VormOnbekend(keuzes=", ".join(VORMEN))
    if vorm == "json" and (bewerkt or papier != "weging"):
        raise AlleenWeging
    if bewerkt and papier == "weging":
        raise NietTeBewerken


def _json(gegevens: Mapping[str, Any]) -> bytes:
    return json.dumps(gegevens, ensure_ascii=False, indent=1).encode()
