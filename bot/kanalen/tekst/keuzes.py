"""Keuzes als tekst, voor wie typt in plaats van klikt."""

from __future__ import annotations

from dialogs.beeld.als_tekst import Bericht
from dialogs.teksten import tekst


def als_tekst(bericht: Bericht) -> str:
    """Return the choices of a message: numbered lines, or one line where a number is an answer."""
    if bericht.genummerd:
        return "\n".join(f"{n}. {keuze.label}" for n, keuze in enumerate(bericht.keuzes, 1))
    return tekst("bot.of_typ", keuzes=" · ".join(keuze.label for keuze in bericht.keuzes))
