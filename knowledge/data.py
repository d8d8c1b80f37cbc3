"""Reading the data files that lie beside the code of this room."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

from knowledge.fouten import KennisOnjuist

MAP: Final = Path(__file__).parent


def lees_toml(pad: str) -> dict[str, Any]:
    """Read one TOML file of this room.

    Raises:
        KennisOnjuist: it is missing or is not valid TOML; the message names the file.
    """
    try:
        return tomllib.loads((MAP / pad).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fout:
        raise KennisOnjuist(f"knowledge/{pad}: {fout}") from fout
