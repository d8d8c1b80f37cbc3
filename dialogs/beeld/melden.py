"""Waarover en waarom iemand meldt dat iets niet klopt of niet hielp, en hoe je dat zegt."""

from __future__ import annotations

from typing import Final

from dialogs.beeld.delen import Optie
from dialogs.teksten import tekst

OORDEEL: Final = "oordeel"
"""Stands in the place of the id of a topic: the verdict of this weighing."""


_REDENEN: Final = {
    "oordeel": (
        "andere_regel",
        "past_niet",
        "vraag_ontbrak",
        "vraag_onduidelijk",
        "uitleg_onduidelijk",
        "niet_te_doen",
    ),
    "onderwerp": ("ander_onderwerp", "niet_compleet", "niet_juist", "te_moeilijk", "te_lang"),
}
"""The reasons one can give. They are counted under these names: a name is not used anew."""


def redenen(over: str) -> dict[str, str]:
    """Return the reasons one can give, id to label; none of them holds words of anybody."""
    soort = "oordeel" if over == OORDEEL else "onderwerp"
    return {reden: tekst(f"redenen_{soort}.{reden}") for reden in _REDENEN[soort]}


def opdracht_van(over: str, reden: str) -> str:
    """Return what to say to report this."""
    return tekst("melden.opdracht_reden", over=over, reden=reden)


def knop_bij(over: str) -> Optie:
    """Return the button that asks for the reason."""
    soort = "oordeel" if over == OORDEEL else "onderwerp"
    return Optie(waarde=tekst("melden.opdracht", over=over), label=tekst(f"melden.knop_{soort}"))


def labels(keuzes: tuple[str, ...]) -> dict[str, str]:
    """Return what a list of reasons shows for each thing it says."""
    uit = {}
    for keuze in keuzes:
        kop, _, reden = keuze.rpartition(": ")
        uit[keuze] = redenen(kop.rpartition(" ")[2]).get(reden, reden)
    return uit
