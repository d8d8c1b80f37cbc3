"""Keuzes als tekst, voor wie typt in plaats van klikt."""

from __future__ import annotations

from dialogs.beeld.als_tekst import Bericht
from dialogs.stukken.markdown import veilig
from dialogs.teksten import tekst


def als_tekst(bericht: Bericht) -> str:
    """Return the choices of a message: numbered lines, or one line where a number is an answer.

    A label may be what somebody calls a data item: here it is part of a text in Markdown.
    """
    labels = [veilig(keuze.label) for keuze in bericht.keuzes]
    if bericht.genummerd:
        return "\n".join(f"{n}. {label}" for n, label in enumerate(labels, 1))
    return tekst("bot.of_typ", keuzes=" · ".join(labels))
