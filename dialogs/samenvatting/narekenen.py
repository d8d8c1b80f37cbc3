"""Narekenen: een bewaarde weging opnieuw maken, met de kennis van toen en met die van nu."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dialogs.fouten import DialoogFout
from dialogs.samenvatting import DoelVerslag, Samenvatting, versies
from dialogs.samenvatting.bewijs import Bewijsstand
from dialogs.teksten import heeft, tekst
from knowledge import editie
from knowledge.feiten import Doel, Situatie
from knowledge.kennis import Kennis, huidige
from knowledge.uitkomst import Uitkomst
from knowledge.weging import weeg_doel


class NietNaTeRekenen(DialoogFout):
    """This is no summary of ours, or one of another time; the message quotes nothing of it."""


@dataclass(frozen=True, slots=True)
class Narekening:
    """One purpose, weighed again from the facts that the summary holds.

    `met_toen` is None when the edition of the time is not at hand.
    """

    verslag: DoelVerslag
    met_toen: Uitkomst | None
    met_nu: Uitkomst

    @property
    def klopt(self) -> bool:
        """The edition of the time still gives what was written down."""
        return self.met_toen is None or _gelijk(self.verslag, self.met_toen)

    @property
    def nu_anders(self) -> bool:
        """The knowledge of today gives another outcome."""
        return not _gelijk(self.verslag, self.met_nu)


def lees(gegevens: object) -> Samenvatting:
    """Read a kept summary.

    Raises:
        NietNaTeRekenen: it is none, or holds no facts.
    """
    try:
        samenvatting = Samenvatting.model_validate(gegevens)
        samenvatting.model_dump_json()  # half a character can be read, and not be shown
    except ValueError as fout:
        raise NietNaTeRekenen(tekst("narekenen.geen_weging")) from fout
    if any(doel.feiten is None for doel in samenvatting.doelen):
        raise NietNaTeRekenen(tekst("narekenen.te_oud"))
    return samenvatting


def reken_na(samenvatting: Samenvatting, toen: Kennis | None) -> tuple[Narekening, ...]:
    """Weigh every purpose again with the knowledge of the time (when at hand) and of today.

    Raises:
        NietNaTeRekenen: a fact or a value is not there any more.
    """
    return tuple(_doel(verslag, toen) for verslag in samenvatting.doelen)


def kennis_van(samenvatting: Samenvatting, uitgave: Mapping[str, Any] | None) -> Kennis | None:
    """Return the knowledge a summary was made with: today's, or from the edition given.

    Raises:
        KennisOnjuist: the edition cannot be read.
    """
    if samenvatting.kennis == editie.naam():
        return huidige()
    if uitgave is None:
        return None
    kennis = editie.lees(uitgave)
    return kennis if editie.naam_van(uitgave) == samenvatting.kennis else None


def in_woorden(
    samenvatting: Samenvatting,
    uitkomsten: tuple[Narekening, ...],
    bewijs: Bewijsstand,
    vorige: Mapping[str, Any] | None = None,
) -> str:
    """Return the result as light Markdown, with what its receipt says.

    `vorige` is the record of the version it replaces, when that is at hand.

    Raises:
        NietNaTeRekenen: it gives a verdict that is not there any more.
    """
    regels = [tekst("narekenen.kop", kenmerk=samenvatting.kenmerk or samenvatting.titel), ""]
    regels += [_regel(samenvatting, narekening) for narekening in uitkomsten]
    regels += ["", *_slot(samenvatting, uitkomsten), "", tekst(f"narekenen.bewijs.{bewijs}")]
    if samenvatting.vervangt is not None:
        klopt = versies.schakel(samenvatting, vorige)
        hoe = {True: "klopt", False: "klopt_niet", None: "ontbreekt"}[klopt]
        keten = tekst(f"narekenen.keten.{hoe}", kenmerk=samenvatting.vervangt.kenmerk)
        regels += ["", keten]
    return "\n".join(regels)


def _doel(verslag: DoelVerslag, toen: Kennis | None) -> Narekening:
    try:
        situatie = Situatie.model_validate(verslag.feiten)
        doel = Doel(verslag.doel) if verslag.doel else None
    except ValueError as fout:
        raise NietNaTeRekenen(tekst("narekenen.vervallen")) from fout
    met_nu = weeg_doel(situatie, doel, volledig=False)
    return Narekening(verslag, _met_toen(situatie, doel, toen), met_nu)


def _met_toen(situatie: Situatie, doel: Doel | None, toen: Kennis | None) -> Uitkomst | None:
    if toen is None:
        return None
    try:
        return weeg_doel(situatie, doel, volledig=False, kennis=toen)
    except Exception as fout:  # its rules came from a file: whatever they are, they are not ours
        if toen is huidige():
            raise
        raise NietNaTeRekenen(tekst("narekenen.uitgave_vreemd")) from fout


def _gelijk(verslag: DoelVerslag, uitkomst: Uitkomst) -> bool:
    return (
        verslag.oordeel == uitkomst.oordeel
        and verslag.grondslag == (uitkomst.grondslag and uitkomst.grondslag.value)
        and tuple(regel.id for regel in verslag.regels) == uitkomst.regels
        and tuple((g.naam, g.delen) for g in verslag.gegevens)
        == tuple((g.naam, g.delen) for g in uitkomst.gegevens)
    )


def _regel(samenvatting: Samenvatting, narekening: Narekening) -> str:
    toen = narekening.met_toen
    if not heeft(f"oordelen.{narekening.verslag.oordeel}"):
        raise NietNaTeRekenen(tekst("narekenen.vervallen"))
    return tekst(
        "narekenen.doel" if toen else "narekenen.doel_zonder_editie",
        doel=narekening.verslag.doel_in_woorden,
        vastgelegd=tekst(f"oordelen.{narekening.verslag.oordeel}"),
        editie=samenvatting.kennis,
        toen=tekst(f"oordelen.{toen.oordeel}") if toen else "",
        nu=tekst(f"oordelen.{narekening.met_nu.oordeel}"),
    )


def _slot(samenvatting: Samenvatting, uitkomsten: tuple[Narekening, ...]) -> list[str]:
    uit = []
    if any(narekening.met_toen is None for narekening in uitkomsten):
        uit.append(tekst("narekenen.editie_ontbreekt", editie=samenvatting.kennis))
    if not all(narekening.klopt for narekening in uitkomsten):
        uit.append(tekst("narekenen.klopt_niet"))
    if any(narekening.nu_anders for narekening in uitkomsten):
        uit.append(tekst("narekenen.nu_anders"))
    return uit or [tekst("narekenen.gelijk")]
