"""Een papier als Markdown of als JSON."""

from __future__ import annotations

import re
from typing import Final

from bot.papier.inhoud import Inhoud
from bot.papier.tekens import zuiver
from dialogs.stukken.markdown import markdown

_IN_EEN_BESTAND: Final = re.compile(r"([&$])")
"""In a file these can begin a code or a formula. In a conversation nobody reads them so."""


def als_markdown(inhoud: Inhoud) -> bytes:
    """Return the document as text with light Markdown."""
    gezet = zuiver(markdown(inhoud.stukken))
    return (_IN_EEN_BESTAND.sub(r"\\\1", gezet) + "\n").encode()


def als_json(inhoud: Inhoud) -> bytes:
    """Return the record as it was kept."""
    return (inhoud.gegevens or b"{}") + b"\n"
