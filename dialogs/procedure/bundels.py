"""Bundels: vragen die bij elkaar horen en in één bericht gesteld worden.

A stap still walks its checks one by one; where it comes to rest at a question of a bundle, the
others of that bundle that can matter now are asked along, also those of a later stap. What is left
open by the answer is asked by itself, so a bundle is asked once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dialogs.dossier import feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer, Vraag, Vraagsoort
from dialogs.procedure.automaat import Stap
from dialogs.procedure.bord import Bord
from knowledge.feiten import FEITEN, Alternatief


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
    weegt: bool = False
    """The rows are for the professional to weigh. Else who names the rows that are so, says of the
    others that they are not; here that is said, or asked."""
    mee: frozenset[str] = frozenset()
    """Questions that have their own message as well: asked along only where the first place of the
    stap that asks them may come to it. They come last, and in a `rijtje` without a number."""

    @property
    def feiten(self) -> frozenset[str]:
        """The facts it asks for."""
        return frozenset(feit for id_ in self.vragen if (feit := VRAGEN[id_].feit))

    def merk(self, doel: str | None) -> str:
        """Return what marks that it was asked: of what is asked per purpose, for that one."""
        per_doel = doel is not None and all(VRAGEN[id_].per_doel for id_ in self.vragen)
        return f"{self.id}@{doel}" if per_doel else self.id


BIJZONDER: Final = Bundel(
    "bijzonder",
    # Not the agreement: with that known, consent would not be asked any more, which goes first.
    ("levensgevaar", "vermoeden_geweld", "jongere_aanwezig"),
    rijtje=True,
    nee_is_geen=True,
    alle_kan=False,
)
BUNDELS: Final = (
    Bundel("route", ("gebruiker", "van", "naar", "doel", "gegevens")),
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
    # Who has no mandate, is asked what the young person wants.
    Bundel("mandaat", ("mandaat", "toestemming")),
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
    # Of stap 2, 3 and 4; each still comes to its own conclusion, and asks for its own reason.
    Bundel(
        "afweging",
        ("doel_verenigbaar", "nodig", "alternatief"),
        rijtje=True,
        weegt=True,
    ),
)
Verder = Mapping[int, tuple[Stap, Bord]]
"""The stappen still to come for the same purpose, by number, each with its board."""

_JA_IS: Final[Mapping[str, Any]] = {"alternatief": Alternatief.GEEN.value}
"""What a row says that is so, of a question with more answers than yes and no."""
_BIJ_VRAAG: Final = {
    id_: bundel for bundel in BUNDELS for id_ in bundel.vragen if id_ not in bundel.mee
}


def bundel_van(keer: Keer) -> Bundel | None:
    """Return the bundle a question belongs to, if any."""
    return _BIJ_VRAAG.get(keer.vraag.id)


def gelijk_aan(keer: Keer, namen: Sequence[str], *, ja: bool) -> Any:
    """Return the answer that a yes or no to a row stands for; None where it leaves it open.

    'Not all of them' does not say which, and 'it can be done otherwise' not how.
    """
    match keer.vraag.soort:
        case Vraagsoort.SELECTIE if ja or len(namen) == 1:
            return list(namen) if ja else []
        case Vraagsoort.JA_NEE:
            return ja
        case _:
            return _JA_IS.get(keer.vraag.id) if ja else None


def samen(bord: Bord, stap: Stap, keer: Keer, verder: Verder) -> tuple[Keer, ...]:
    """Return what is asked along with this question, itself included, in the bundle's order."""
    bundel = bundel_van(keer)
    if bundel is None or bundel.merk(bord.doel) in bord.dossier.stand.los:
        return (keer,)
    return tuple(
        ander
        for id_ in bundel.vragen
        for ander in _open(bord, VRAGEN[id_], bundel)
        if ander == keer or _kan_ook(*_waar(bord, stap, VRAGEN[id_], verder), VRAGEN[id_], bundel)
    )


def _waar(bord: Bord, stap: Stap, vraag: Vraag, verder: Verder) -> tuple[Bord, Stap]:
    """Return the stap that asks a question, this one or one still to come, and its board."""
    eigen = FEITEN[vraag.feit].stap if vraag.feit in FEITEN else stap.nummer
    daar, bord_daar = verder.get(eigen, (stap, bord))
    return bord_daar, daar


def _open(bord: Bord, vraag: Vraag, bundel: Bundel) -> Iterable[Keer]:
    meer = vraag.soort is Vraagsoort.SELECTIE and len(feitenblad.namen(bord.dossier)) != 1
    if meer and not bundel.weegt:
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
