"""Een bewaarde weging verwijderen: uit de lijst, en uit de gesprekken die haar nog hebben."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Final

from bot.bezit import Bezit
from bot.dialoog import Dialoog
from bot.documenten import APART, Documenten
from bot.klok import Klok
from bot.opslag.poort import DocumentOnleesbaar, Opslag, OpslagConflict
from bot.veranderingen.poort import Verandering, WegingenVeranderd
from bot.wie import Wie
from dialogs.beeld.gezegd import Zin
from dialogs.samenvatting.versies import basis

log: Final = logging.getLogger(__name__)

_POGINGEN: Final = 5
"""So often another process may write a conversation first."""


@dataclass(frozen=True, slots=True)
class Opgeruimd:
    """What deleting came to: what is gone, what is left, and who must hear of it."""

    weg: bool
    zinnen: tuple[Zin, ...] = ()
    """What is said of it, also of what still holds something."""
    veranderd: tuple[Verandering, ...] = ()


class Opruimer:
    """Deletes kept weighings. Holds no lock: what it changes it writes whole or not at all."""

    def __init__(
        self,
        opslag: Opslag,
        bezit: Bezit,
        documenten: Documenten,
        klok: Klok,
        dialoog: Dialoog,
    ) -> None:
        self._opslag = opslag
        self._bezit = bezit
        self._documenten = documenten
        self._klok = klok
        self._dialoog = dialoog

    async def verwijder(self, wie: Wie, kenmerk: str, hier: str | None = None) -> Opgeruimd:
        """Delete a weighing of this person, and its answers from the conversations they came from.

        Args:
            wie: who asks it; another's weighing stays.
            kenmerk: its reference, which is not given again.
            hier: the key of the conversation whose turn this is, which is left to that turn.

        Raises:
            OpslagFout: storage cannot be used now.
        """
        if not await self._bezit.verwijder(wie, kenmerk):
            return Opgeruimd(weg=False)
        gevolgen: set[str] = set()
        veranderd: list[Verandering] = [WegingenVeranderd(wie.eigenaar(), kenmerk)]
        for sleutel in await self._opslag.met_woord(basis(kenmerk)):
            if not wie.sprak_in(sleutel.partition(APART)[0]):
                continue
            # All of it: what was said before the weighing had its reference is about it too.
            await self._opslag.wis_met_woord(sleutel, "")
            if sleutel != hier:
                veranderd += await self._uit_gesprek(sleutel, kenmerk, gevolgen)
        if not await self._opslag.maak_schoon():
            gevolgen.add("resten")
        zinnen = self._dialoog.verwijderd(kenmerk, gevolgen, wie.kanaal)
        return Opgeruimd(weg=True, zinnen=zinnen, veranderd=tuple(veranderd))

    async def verlopen(self, eigenaar: str, kenmerk: str) -> tuple[Verandering, ...]:
        """Delete a weighing that was kept long enough, as its owner would; return what changed.

        Raises:
            OpslagFout: storage cannot be used now.
        """
        veranderd: list[Verandering] = []
        # The weighing last: whoever is killed in between finds it again.
        for sleutel in await self._opslag.met_woord(kenmerk):
            await self._opslag.wis_met_woord(sleutel, kenmerk)
            veranderd += await self._uit_gesprek(sleutel, kenmerk, set())
        await self._opslag.verwijder_weging(eigenaar, kenmerk)
        return (*veranderd, WegingenVeranderd(eigenaar, kenmerk))

    async def _uit_gesprek(
        self, sleutel: str, kenmerk: str, gevolgen: set[str]
    ) -> tuple[Verandering, ...]:
        """Take the weighing out of one conversation; note what came of it in `gevolgen`."""
        for _ in range(_POGINGEN):
            try:
                open_ = await self._documenten.laad(sleutel)
                zonder = self._dialoog.zonder_weging(open_.dossier, kenmerk, self._klok())
                if zonder == open_.dossier:
                    return ()
                gewist = zonder.id != open_.dossier.id
                erna = await self._documenten.bewaar(open_, open_.document.verder(zonder))
            except DocumentOnleesbaar:
                # It holds the words, but nothing can be taken out of what cannot be read.
                gevolgen.add("apart")
                return ()
            except OpslagConflict:
                continue
            gevolgen.add("gesprek_gewist" if gewist else "gesprek_verder")
            return open_.veranderd(erna.versie)
        log.warning("weging niet uit een gesprek gehaald: het werd steeds eerst veranderd")
        gevolgen.add("gesprek_verder")
        return ()
