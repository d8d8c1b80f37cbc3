"""De woordenlijsten van het lezen: elk een TOML-bestand naast deze module."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from dialogs.fouten import LexiconOnjuist

MAP: Final = Path(__file__).parent


@cache
def tabel(naam: str) -> dict[str, Any]:
    """Read one list.

    Raises:
        LexiconOnjuist: the file is not valid TOML; the message names it.
    """
    try:
        return tomllib.loads((MAP / f"{naam}.toml").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fout:
        raise LexiconOnjuist(f"dialogs/lezen/{naam}.toml: {fout}") from fout
