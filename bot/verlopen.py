"""Wat lang genoeg bewaard is gaat weg: eerst gewaarschuwd, dan door één proces opgeruimd."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from bot.opruimen import Opruimer
from bot.opslag.poort import Opslag, OpslagConflict, Wegingregel
from bot.veranderingen.poort import Verandering
from dialogs.beeld.gezegd import Zin
from dialogs.samenvatting.versies import basis
from dialogs.weergave import dag

TERMIJN: Final = dt.timedelta(days=365)
"""So long a kept weighing stays, unless a setting says otherwise."""
VOORAF: Final = dt.timedelta(days=14)
"""So long before it goes its owner can read that it will."""
_GENOEMD: Final = 5
"""More references than this are no sentence."""
_MERK: Final = "bewaartermijn"
"""Key of the document that says which term holds, and from when."""


class Verlopen:
    """Deletes kept weighings after a term. Every method may raise `OpslagFout`.

    Where a term is new, a shorter one or the first, nothing goes until everybody could have read
    the warning.
    """

    def __init__(self, opslag: Opslag, opruimer: Opruimer, termijn: dt.timedelta = TERMIJN) -> None:
        self._opslag = opslag
        self._opruimer = opruimer
        self._termijn = termijn

    async def waarschuw(self, regels: Sequence[Wegingregel], vandaag: dt.date) -> tuple[Zin, ...]:
        """Say which of these go soon, and when the first does."""
        dagen = [
            (datum + self._termijn, kenmerk)
            for kenmerk, datum in _laatst_veranderd(regels).items()
            if datum + self._termijn <= vandaag + VOORAF
        ]
        if not dagen:
            return ()
        eerste = max(min(dagen)[0], await self._vanaf(vandaag))
        kenmerken = [kenmerk for _, kenmerk in sorted(dagen)]
        namen = ", ".join(kenmerken[:_GENOEMD])
        meer = len(kenmerken) - _GENOEMD
        invulling = {"kenmerken": namen, "dag": dag(eerste), "aantal": str(meer)}
        return (Zin(sleutel=f"bewaard.verloopt{'_meer' if meer > 0 else ''}", invulling=invulling),)

    async def ruim(self, nu: dt.datetime) -> tuple[Verandering, ...]:
        """Delete what was kept for longer than the term; done again, it finds what is left."""
        vandaag = nu.date()
        oud = await self._opslag.wegingen_voor(vandaag - self._termijn)
        if not oud or vandaag < await self._begin(vandaag):
            return ()
        veranderd: list[Verandering] = []
        # A next version is a change: then all of it stays for as long as that one.
        weg = dict.fromkeys((eigenaar, basis(kenmerk)) for eigenaar, kenmerk in oud)
        for eigenaar, weging in weg:
            laatst = _laatst_veranderd(await self._opslag.wegingen(eigenaar)).get(weging)
            if laatst is not None and laatst >= vandaag - self._termijn:
                continue
            veranderd += await self._opruimer.verlopen(eigenaar, weging)
        await self._opslag.maak_schoon()
        return tuple(veranderd)

    async def _vanaf(self, vandaag: dt.date) -> dt.date:
        """Return the first day on which something may go under this term."""
        document = await self._opslag.laad(_MERK)
        inhoud = {} if document is None else document.inhoud
        try:
            if inhoud["dagen"] <= self._termijn.days:
                return dt.date.fromisoformat(inhoud["vanaf"])
        except (LookupError, TypeError, ValueError):
            pass  # none yet, or whatever somebody made of it: then it begins now
        return vandaag + VOORAF

    async def _begin(self, vandaag: dt.date) -> dt.date:
        """The same, and remember it."""
        while True:
            vanaf = await self._vanaf(vandaag)
            document = await self._opslag.laad(_MERK)
            inhoud = {"dagen": self._termijn.days, "vanaf": vanaf.isoformat()}
            if document is not None and document.inhoud == inhoud:
                return vanaf
            try:
                versie = None if document is None else document.versie
                await self._opslag.bewaar(_MERK, inhoud, versie)
            except OpslagConflict:
                continue
            return vanaf


def _laatst_veranderd(regels: Sequence[Wegingregel]) -> dict[str, dt.date]:
    """Return of every weighing, by its first reference, the day of its last version."""
    uit: dict[str, dt.date] = {}
    for regel in regels:
        if regel.datum is not None:
            weging = basis(regel.kenmerk)
            uit[weging] = max(regel.datum, uit.get(weging, regel.datum))
    return uit
