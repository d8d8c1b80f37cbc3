"""Bundels: vragen die bij elkaar horen en in één bericht gesteld worden.

A stap still walks its checks one by one; where it comes to rest at a question of a bundle, the
others of that bundle that can matter now are asked along. What is left open by the answer is
asked by itself, so a bundle is asked once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dialogs.dossier import feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer, Vraag, Vraagsoort
from dialogs.procedure.automaat import Stap
from dialogs.procedure.bord import Bord


@dataclass(frozen=True, slots=True)
class Bundel:
    """Questions asked together; their sentences are `bundels.<id>` and `rijen.<vraag>`.

    A `rijtje` is a list of statements, answered by the numbers of those that are so.
    """

    id: str
    vragen: tuple[str, ...]
    rijtje: bool = False
    nee_is_geen: bool = False
    """'Nee' means none of them. Not where a 'nee' may well be about one of them."""
    alle_kan: bool = True
    """All of them may be so, and is worth a button."""
    mee: frozenset[str] = frozenset()
    """Questions that have their own message as well: asked along only where the first place of the
    stap that asks them may come to it. They come last, and in a `rijtje` without a number."""

    @property
    def feiten(self) -> frozenset[str]:
        """The facts it asks for."""
        return frozenset(feit for id_ in self.vragen if (feit := VRAGEN[id_].feit))


BIJZONDER: Final = Bundel(
    "bijzonder",
    # Not the agreement: with that known, consent would not be asked any more, which goes first.
    ("levensgevaar", "vermoeden_geweld", "jongere_aanwezig"),
    rijtje=True,
    nee_is_geen=True,
    alle_kan=False,
)
BUNDELS: Final = (
    Bundel("route", ("gebruiker", "van", "naar", "doel")),
    BIJZONDER,
    Bundel(
        "jongere",
        (
            "leeftijd",
            "opleiding",
            "schoolstatus",
            "maanden_sinds_uitstroom",
            "startkwalificatie",
        ),
    ),
    Bundel("verzuim", ("gevraagd_door_leerplicht", "verzuim_ongeoorloofd", "verzuim_weken")),
    Bundel(
        "begeleiding",
        (
            "alb_aangeboden",
            "alb_gebruik",
            "overgangsdocument_akkoord",
            "in_overgangsdocument",
            "regionale_taak",
            "begeleiding_akkoord",
            "toestemming",
        ),
        rijtje=True,
        nee_is_geen=True,
        mee=frozenset(("toestemming",)),
    ),
    Bundel(
        "eisen",
        (
            "toestemming_vrij",
            "toestemming_duidelijk",
            "toestemming_geinformeerd",
            "toestemming_specifiek",
            "toestemming_schriftelijk",
            "toestemming_aantoonbaar",
        ),
        rijtje=True,
    ),
)
_BIJ_VRAAG: Final = {
    id_: bundel for bundel in BUNDELS for id_ in bundel.vragen if id_ not in bundel.mee
}


def bundel_van(keer: Keer) -> Bundel | None:
    """Return the bundle a question belongs to, if any."""
    return _BIJ_VRAAG.get(keer.vraag.id)


def samen(bord: Bord, stap: Stap, keer: Keer) -> tuple[Keer, ...]:
    """Return what is asked along with this question, itself included, in the bundle's order."""
    bundel = bundel_van(keer)
    if bundel is None or bundel.id in bord.dossier.stand.los:
        return (keer,)
    return tuple(
        ander
        for id_ in bundel.vragen
        for ander in _open(bord, VRAGEN[id_])
        if ander == keer or _kan_ook(bord, stap, VRAGEN[id_], bundel)
    )


def _open(bord: Bord, vraag: Vraag) -> Iterable[Keer]:
    if vraag.soort is Vraagsoort.SELECTIE and len(feitenblad.namen(bord.dossier)) != 1:
        return ()  # which of several items: that is no statement
    return [keer for keer in bord.keren(vraag) if not bord.beantwoord(keer)]


def _kan_ook(bord: Bord, stap: Stap, vraag: Vraag, bundel: Bundel) -> bool:
    """Tell whether a question can matter, given what the others of its bundle may answer."""
    plekken = [
        (plek, stap.toetsen.get(toestand))
        for toestand, groep in stap.vragen.items()
        for plek in groep
        if plek.vraag == vraag.id
    ]
    if vraag.id in bundel.mee:
        plekken = plekken[:1]
    return any(bord.kan_tellen(plek, toets, bundel.feiten) for plek, toets in plekken)
