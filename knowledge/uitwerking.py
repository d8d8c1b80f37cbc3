"""De uitkomst uitwerken: welke regels haar dragen, en welke teksten en bronnen erbij horen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final

from knowledge import motor
from knowledge.afloop import in_elk_geval, kan_worden
from knowledge.beslissing import Besluit, Oordeel, Zelf
from knowledge.bijregels import Geldend, conclusie, geldend
from knowledge.bronnen import Bron
from knowledge.feiten import Alternatief, Doel, Situatie
from knowledge.motor import GegevenStand, Stand
from knowledge.onbekend import Openstaand, openstaand
from knowledge.regels.basis import Grondslag, Regel, Rol
from knowledge.stapbronnen import spoor_van
from knowledge.stem import zin
from knowledge.teksten import tekst
from knowledge.toegespitst import toegespitst
from knowledge.uitkomst import GegevenUitkomst, RegelSpoor, Uitkomst
from knowledge.verantwoording import Verantwoording
from knowledge.zinnen import Zinnen

_DEELT: Final = frozenset((Oordeel.MAG, Oordeel.MAG_MET_TOESTEMMING))
# What can be said of facts that contradict each other: only what rests on none of those.
_ONDANKS_BOTSING: Final = ("datum", "levensgevaar", "gebruiker", "naar")


class Uitwerking:
    """Works out one outcome; holds what its parts share."""

    def __init__(self, situatie: Situatie, doel: Doel | None, stand: Stand) -> None:
        self.situatie = situatie
        self.doel = doel
        self.stand = stand
        self.kennis = stand.kennis
        self.datum: dt.date | None = stand.feiten.get("datum")
        self.botsingen = motor.botsingen(stand)
        # While the date is unknown the account holds what either law says.
        self.standen: tuple[Stand, ...] = (stand,)
        if self.datum is None or self.botsingen:
            dagen = (self.kennis.nieuw_vanaf, self.kennis.oud_tot_en_met)
            self.standen = tuple(stand.met("datum", dag) for dag in dagen)
        self.open: Openstaand | None = None
        self.oordeel = self._oordeel()
        self.onvolledig = self.oordeel is Oordeel.ONVOLLEDIG
        self.namen = self._namen()
        self.gegevens = () if self.botsingen else tuple(self._verantwoordingen())

    def _oordeel(self) -> Oordeel:
        if self.botsingen:
            return Oordeel.OVERLEG
        gegevens = self.stand.verschillend
        mogelijk = motor.samen([g.mogelijk() for g in gegevens], self.kennis.rang)
        if len(mogelijk) == 1:
            return next(iter(mogelijk))
        self.open = openstaand(self.stand)
        return self.open.oordeel or Oordeel.ONVOLLEDIG

    def _namen(self) -> tuple[str, ...]:
        """Return what the data items are called; empty while nobody named any."""
        return tuple(
            gegeven.naam or tekst("uitkomst.zonder_naam").format(nummer=nummer)
            for nummer, gegeven in enumerate(self.situatie.gegevens or (), start=1)
        )

    def _verantwoordingen(self) -> Iterator[Verantwoording]:
        """Yield the account of every data item; while nobody named any, of one that may come."""
        gemaakt: dict[tuple[int, ...], Verantwoording] = {}
        for standen in zip(*(stand.per_gegeven for stand in self.standen), strict=True):
            merk = tuple(map(id, standen))
            if merk not in gemaakt:
                gemaakt[merk] = Verantwoording(standen, self._besluiten(standen), self.kennis)
            yield gemaakt[merk]

    def _besluiten(self, standen: tuple[GegevenStand, ...]) -> tuple[Besluit, ...]:
        """Return the decision on an item; two where each law has a reason of its own."""
        kan_worden = frozenset[Oordeel | Zelf]().union(*(stand.mogelijk() for stand in standen))
        if len(kan_worden) == 1:
            return tuple({stand.zeker.reden: stand.zeker for stand in standen}.values())
        if self.onvolledig:
            return ()
        feiten = {n: w for n, w in standen[0].feiten.items() if n in motor.ITEMFEITEN}
        oordeel = openstaand(Stand(self.stand.feiten, (feiten,), self.kennis)).oordeel
        if oordeel is Oordeel.MAG and Zelf.VERTELT_ZELF in kan_worden:
            # To be shared, or to be told by the young person, is not the same.
            return ()
        # In an emergency that is the reason. Else the one that is certain, or the most general:
        # none that rests on an unknown.
        besluiten = [
            besluit
            for stand in standen
            for besluit in (stand.zeker, *reversed(stand.open))
            if besluit.oordeel is oordeel
        ]
        besluiten.sort(key=lambda besluit: _hoe_vast(besluit, standen))
        return tuple(besluiten[:1])

    def uitkomst(self) -> Uitkomst:
        """Put the outcome together; what else it could be is looked for apart (`weging`)."""
        hoofd = self._hoofd()
        bij = self._bij(tuple(Oordeel))
        genoemd = [*hoofd, *bij]
        # While it is open, a condition is one that holds wherever it can still be shared.
        mits = self._bij(_DEELT) if self.onvolledig else bij
        regels = [
            *(geldt.regel for geldt in genoemd),
            *(deel.regel for gegeven in self.gegevens for deel in gegeven.niet_voldaan),
        ]
        zinnen = Zinnen(self.kennis, self.situatie.gebruiker, self.namen, self.datum)
        dragend = [*self._dragend(hoofd), *mits]
        return Uitkomst(
            doel=self.doel,
            oordeel=self.oordeel,
            grondslag=self._grondslag(),
            regels=tuple(geldt.regel.id for geldt in genoemd),
            bronnen=self._bronnen(regels),
            gegevens=self._per_gegeven(),
            voorwaarden=zinnen.van("voorwaarden", dragend, self._deelbaar()),
            voorwaarden_bij=zinnen.waarvoor("voorwaarden", dragend, self._deelbaar()),
            acties=zinnen.van("acties", genoemd, self._in_tel()),
            let_op=(
                *(self.kennis.tekst(f"botsingen.{botsing.id}") for botsing in self.botsingen),
                *zinnen.van_de_route(dict(enumerate(self.gegevens)), self._in_tel()),
                *zinnen.met_bronnen(genoemd, self._in_tel()),
            ),
            alternatief=self._alternatief(hoofd),
            ontbrekend=self.open.ontbrekend if self.open else (),
            spoor=self._spoor(hoofd),
            in_elk_geval=self._in_elk_geval(),
        )

    # --- waarop het rust -----------------------------------------------------------------------

    def _beslissend(self) -> list[Verantwoording]:
        """Return the items whose decision is the verdict of the whole."""
        beslissend = [g for g in self.gegevens if g.oordeel is self.oordeel]
        # What the young person tells carries the verdict only where nothing else does.
        anderen = [g for g in beslissend if not g.vertelt_zelf]
        return anderen or beslissend or list(self.gegevens)

    def _grond(self) -> Regel | None:
        """Return the ground the verdict rests on: of several items the strongest."""
        if self.oordeel is not Oordeel.MAG:
            return None
        return self.kennis.sterkste(gegeven.grond for gegeven in self._beslissend())

    def _grondslag(self) -> Grondslag | None:
        if self.oordeel is Oordeel.MAG_MET_TOESTEMMING:
            return Grondslag.TOESTEMMING
        grond = self._grond()
        return None if grond is None else grond.grondslag

    def _hoofd(self) -> list[Geldend]:
        """Return the rules that carry the verdict, the ground first, each with its items."""
        if not (self.gegevens or self.botsingen):
            # Nothing was chosen, so nothing is needed.
            niets = next((b for b in self.kennis.besluiten if b.reden == "handig"), None)
            return [Geldend(regel, None) for regel in (niets.regels if niets else ())]
        grond = self._grond()
        volgorde: list[Regel] = [] if grond is None else [grond]
        beslissend = self._beslissend()
        for gegeven in beslissend:
            volgorde += gegeven.gronden
        for gegeven in beslissend:
            # The ground that would have carried it belongs to the account.
            volgorde += (*gegeven.zou_dragen, *gegeven.routes, *gegeven.besluitregels)
        for gegeven in self.gegevens:
            # What rests on another ground, or is left out, needs its reason too.
            volgorde += gegeven.regels
        if not (volgorde or self.onvolledig):
            # The verdict is certain, though not why: what certainly holds of these items.
            volgorde += [regel for gegeven in beslissend for regel in gegeven.staat_vast]
        waar: dict[str, set[int]] = {}
        for nummer, gegeven in enumerate(self.gegevens):
            # What is certain of the route is named, but while the item is open says nothing.
            eigen = () if gegeven.besluit is None else (*gegeven.regels, *gegeven.zou_dragen)
            for regel in eigen:
                waar.setdefault(regel.id, set()).add(nummer)
        uniek = {regel.id: regel for regel in volgorde}.values()
        return [Geldend(regel, frozenset(waar.get(regel.id, ()))) for regel in uniek]

    def _bij(self, oordelen: Collection[Oordeel]) -> list[Geldend]:
        """Return the side rules that hold, whichever of these verdicts an open item gets."""
        gevonden: dict[str, frozenset[int] | None] = {}
        for nummer, stand in enumerate(self.standen):
            geheel, per_gegeven = self._voor_bijregels(nummer, stand, oordelen)
            for regel, waar in geldend(toegespitst(self.kennis, geheel), geheel, per_gegeven):
                eerder = gevonden.get(regel.id, frozenset())
                gevonden[regel.id] = None if waar is None or eerder is None else waar | eerder
        return [Geldend(r, gevonden[r.id]) for r in self.kennis.bijregels if r.id in gevonden]

    def _voor_bijregels(
        self, wet: int, stand: Stand, oordelen: Collection[Oordeel]
    ) -> tuple[dict[str, Any], dict[int, list[dict[str, Any]]]]:
        """Return what the side rules look at: of the whole, and of every item that counts."""
        samen = {"uitkomst_samen": "botsing" if self.botsingen else self.oordeel.value}
        # 'Is there a curator?' is weighed as no, but asked by a condition.
        ongezegd = {"vertegenwoordigd"} if self.situatie.vertegenwoordigd is None else set[str]()
        feiten = {n: w for n, w in stand.feiten.items() if n not in ongezegd}
        if self.botsingen:
            feiten = {n: w for n, w in feiten.items() if n in _ONDANKS_BOTSING}
        geheel = {**feiten, **conclusie(self.oordeel, self._grondslag()), **samen}
        gemaakt: dict[int, list[dict[str, Any]]] = {}
        per_gegeven = {}
        for nummer, gegeven in enumerate(self.gegevens):
            if gegeven.weggelaten:
                continue
            merk = id(gegeven)
            if merk not in gemaakt:
                alle = gegeven.standen[wet].feiten
                eigen = {n: w for n, w in alle.items() if n not in ongezegd}
                gemaakt[merk] = [{**eigen, **samen, **uit} for uit in gegeven.conclusies(oordelen)]
            per_gegeven[nummer] = gemaakt[merk]
        return geheel, per_gegeven

    def _bronnen(self, regels: Iterable[Regel]) -> tuple[Bron, ...]:
        alle = self.kennis.bronnen
        ids = dict.fromkeys(id_ for regel in regels for id_ in regel.bronnen)
        dag = None if self.botsingen else self.datum
        return tuple(alle[id_] for id_ in ids if alle[id_].geldt_op(dag))

    def _spoor(self, hoofd: Iterable[Geldend]) -> tuple[RegelSpoor, ...]:
        # A rule that is only named beside the one that applies rests on no facts here.
        return tuple(
            RegelSpoor(regel=regel.id, feiten=feiten)
            for regel, _ in hoofd
            if (feiten := spoor_van(self.stand.verschillend, regel, self.kennis))
        )

    # --- wat erbij gezegd wordt ------------------------------------------------------------------

    def _in_tel(self) -> frozenset[int]:
        """Return the items that the outcome is about: all but what is not needed."""
        return frozenset(i for i, g in enumerate(self.gegevens) if not g.weggelaten)

    def _deelbaar(self) -> frozenset[int]:
        """Return the items that are shared or may come to be: a condition is about these."""
        return frozenset(
            i for i, g in enumerate(self.gegevens) if not _DEELT.isdisjoint(g.kan_worden())
        )

    def _dragend(self, hoofd: Iterable[Geldend]) -> Iterator[Geldend]:
        """Yield main rules with the items for which they give what they say."""
        for regel, waar in hoofd:
            if waar is not None:
                yield Geldend(regel, frozenset(i for i in waar if self.gegevens[i].draagt(regel)))

    def _alternatief(self, hoofd: Iterable[Geldend]) -> Alternatief | None:
        gekozen = self.stand.feiten.get("alternatief")
        if gekozen is not None and gekozen != Alternatief.GEEN:
            return Alternatief(gekozen)
        for regel, _ in hoofd:
            if regel.alternatief is not None:
                return Alternatief(regel.alternatief)
        return None

    def _in_elk_geval(self) -> str | None:
        if self.open is None or not self.onvolledig:
            return None
        sleutel = in_elk_geval(kan_worden(self.open, self.stand))
        if sleutel is None:
            return None
        return zin(self.kennis, f"in_elk_geval.{sleutel}", self.situatie.gebruiker)

    def _per_gegeven(self) -> tuple[GegevenUitkomst, ...]:
        if self.botsingen:
            reden = self.kennis.tekst("redenen.botsing")
            return tuple(
                GegevenUitkomst(
                    naam=naam, delen=False, reden=reden, oordeel=Oordeel.OVERLEG, sleutel="botsing"
                )
                for naam in self.namen
            )
        return tuple(
            GegevenUitkomst(
                naam=naam,
                delen=gegeven.delen,
                reden=self.kennis.tekst(f"redenen.{gegeven.reden}"),
                oordeel=gegeven.oordeel,
                grondslag=gegeven.grondslag,
                regels=tuple(regel.id for regel in gegeven.regels),
                sleutel=gegeven.reden,
            )
            for naam, gegeven in zip(self.namen, self.gegevens, strict=False)
        )


def _hoe_vast(besluit: Besluit, standen: tuple[GegevenStand, ...]) -> int:
    """Return 0 for an emergency, 1 where a rule behind the decision certainly holds, else 2."""
    vast = [
        regel.rol
        for regel in besluit.regels
        if any(regel.van_toepassing.waarheid(stand.feiten) is True for stand in standen)
    ]
    return 0 if Rol.NOODGEVAL in vast else 1 if vast else 2
