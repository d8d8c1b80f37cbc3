"""De kennis waarmee gewogen wordt: regels, beslissing, bronnen en teksten, als één geheel.

`huidige()` is the knowledge of this version, from the code and the TOML files. Another one can
be read from an edition file (see `editie`), so that an old weighing can be made again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from knowledge.beslissing import AFGELEID, BESLUITEN, VOORRANG, Besluit, Oordeel, Zelf
from knowledge.bronnen import Bron, bronnen
from knowledge.condities import Conditie, een
from knowledge.feiten import Feiten
from knowledge.fouten import KennisOnjuist
from knowledge.regels import ALLE_REGELS
from knowledge.regels.basis import NIEUW_VANAF, Grondslag, Regel, Rol
from knowledge.regels.begrippen import VOLGT_UIT, Gevolg
from knowledge.regels.botsingen import BOTSINGEN, Botsing
from knowledge.teksten import teksten
from knowledge.termijnen import Termijn, termijnen
from knowledge.toegespitst import toegespitst
from knowledge.versie import KENNIS_VERSIE

_STAP_ALTIJD: Final = 5


@dataclass(frozen=True, eq=False)
class Kennis:
    """All that a verdict is made with. The order of `regels` and `besluiten` has meaning."""

    versie: str
    regels: tuple[Regel, ...]
    afgeleid: Mapping[str, Conditie]
    besluiten: tuple[Besluit, ...]
    voorrang: tuple[Oordeel | Zelf, ...]
    botsingen: tuple[Botsing, ...]
    volgt_uit: tuple[Gevolg, ...]
    nieuw_vanaf: dt.date
    """The first day of the new law."""
    termijnen: Mapping[str, Termijn]
    bronnen: Mapping[str, Bron]
    teksten: Mapping[str, str]

    @property
    def oud_tot_en_met(self) -> dt.date:
        """The last day of the old law."""
        return self.nieuw_vanaf - dt.timedelta(days=1)

    @cached_property
    def van_stap(self) -> Mapping[int, tuple[Regel, ...]]:
        """The rules of every stap, in their order."""
        return {
            stap: tuple(regel for regel in self.regels if regel.stap == stap)
            for stap in sorted({regel.stap for regel in self.regels})
        }

    @property
    def bijregels(self) -> tuple[Regel, ...]:
        """The rules that only add conditions, actions and warnings."""
        return self.van_stap.get(_STAP_ALTIJD, ())

    @cached_property
    def nood(self) -> Conditie:
        """Danger, and a receiver who cannot avert it: no time for questions that may help."""
        return een(*(r.als for r in self.regels if r.rol is Rol.NOODGEVAL))

    @cached_property
    def beslissend(self) -> frozenset[str]:
        """The facts that a verdict can rest on."""
        condities = (*self.afgeleid.values(), *(besluit.als for besluit in self.besluiten))
        return frozenset(naam for conditie in condities for naam in conditie.feiten())

    @cached_property
    def gronden(self) -> tuple[Regel, ...]:
        """The grounds, in the order in which they are looked for; the first names the verdict."""
        return tuple(regel for regel in self.regels if regel.rol is Rol.GROND)

    @cached_property
    def toestemming(self) -> Regel:
        """The ground of consent.

        Raises:
            KennisOnjuist: this knowledge has none.
        """
        for regel in self.gronden:
            if regel.grondslag is Grondslag.TOESTEMMING:
                return regel
        raise KennisOnjuist("de kennis heeft geen regel voor toestemming")

    @cached_property
    def rang(self) -> Mapping[Oordeel | Zelf, int]:
        """The place of every verdict when items differ; lowest wins."""
        return {oordeel: plaats for plaats, oordeel in enumerate(self.voorrang)}

    def eerste_grond(self, feiten: Feiten) -> Regel | None:
        """Return the ground of highest precedence that certainly carries one data item."""
        for conditie, regel in toegespitst(self, feiten).gronden:
            if conditie.waarheid(feiten) is True:
                return regel
        return None

    def sterkste(self, gronden: Iterable[Regel | None]) -> Regel | None:
        """Return the ground that names the whole, whatever the order of the data items."""
        plaats = self._plaats_van_grond
        return min((r for r in gronden if r), key=lambda regel: plaats[regel.id], default=None)

    @cached_property
    def _plaats_van_grond(self) -> Mapping[str, int]:
        return {regel.id: plaats for plaats, regel in enumerate(self.gronden)}

    def tekst(self, sleutel: str) -> str:
        """Return one sentence.

        Raises:
            KennisOnjuist: there is no such key.
        """
        try:
            return self.teksten[sleutel]
        except KeyError:
            raise KennisOnjuist(f"tekst ontbreekt: {sleutel}") from None

    def aangevuld(self, feiten: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the facts together with what follows from them and nobody said."""
        for gevolg in self.volgt_uit:
            if gevolg.feit not in feiten and gevolg.als.waarheid(feiten) is True:
                feiten = {**feiten, gevolg.feit: gevolg.waarde}
        return feiten


@cache
def huidige() -> Kennis:
    """Return the knowledge of this version.

    Raises:
        KennisOnjuist: a source, term or text cannot be read.
    """
    return Kennis(
        versie=KENNIS_VERSIE,
        regels=ALLE_REGELS,
        afgeleid=AFGELEID,
        besluiten=BESLUITEN,
        voorrang=VOORRANG,
        botsingen=BOTSINGEN,
        volgt_uit=VOLGT_UIT,
        nieuw_vanaf=NIEUW_VANAF,
        termijnen=termijnen(),
        bronnen=bronnen(),
        teksten=teksten(),
    )
