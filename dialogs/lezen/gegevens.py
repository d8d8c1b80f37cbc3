"""Gegevens die genoemd worden, en hun soort."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dialogs.lezen.lexicon import tabel
from dialogs.lezen.partijen import Partij
from dialogs.lezen.register import Register
from dialogs.lezen.sjabloon import maak
from dialogs.lezen.woorden import Rij


@cache
def _register() -> Register[str]:
    klassen = tabel("taal")["klassen"]
    return Register(
        [
            (maak(zin, klassen), regel["soort"])
            for regel in tabel("gegevens")["regel"]
            for zin in regel["zinnen"]
        ]
    )


def zoek_gegevens(rij: Rij, partijen: Sequence[Partij]) -> list[tuple[str, int, int]]:
    """Return kind and word numbers of every data item mentioned; the longest wins.

    The name of an organisation ('Werk en Inkomen') is no data item.
    """
    gevonden = sorted(_register().vind(rij), key=lambda t: (t.van - t.tot, t.van))
    bezet = {nummer for partij in partijen for nummer in range(partij.van, partij.tot)}
    uit = []
    for treffer in gevonden:
        plaatsen = range(treffer.van, treffer.tot)
        if bezet.isdisjoint(plaatsen):
            bezet.update(plaatsen)
            if treffer.wat:
                uit.append((treffer.wat, treffer.van, treffer.tot))
    return sorted(uit, key=lambda deel: deel[1])
