"""De zinnen van deze kamer: uitleg bij regels, redenen, voorwaarden, acties en waarschuwingen.

Code holds keys (`voorwaarden.geen_bsn`); the sentences lie in `knowledge/teksten/*.toml`.
"""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath

from knowledge.data import MAP, lees_toml
from knowledge.fouten import KennisOnjuist


@cache
def teksten() -> dict[str, str]:
    """Load every sentence, by `table.key`."""
    alle: dict[str, str] = {}
    for pad in sorted((MAP / "teksten").glob("*.toml")):
        inhoud = lees_toml(str(PurePosixPath("teksten", pad.name)))
        for tabel, zinnen in inhoud.items():
            for sleutel, zin in zinnen.items():
                volledig = f"{tabel}.{sleutel}"
                if not isinstance(zin, str) or not zin.strip() or volledig in alle:
                    raise KennisOnjuist(f"tekst {volledig} is leeg, dubbel of geen tekst")
                alle[volledig] = zin.strip()
    return alle


def tekst(sleutel: str) -> str:
    """Return one sentence.

    Raises:
        KennisOnjuist: there is no such key.
    """
    try:
        return teksten()[sleutel]
    except KeyError:
        raise KennisOnjuist(f"tekst ontbreekt: {sleutel}") from None
