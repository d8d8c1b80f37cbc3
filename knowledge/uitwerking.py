"""De uitkomst uitwerken: welke regels haar dragen, en welke teksten en bronnen erbij horen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from knowledge import motor
from knowledge.beslissing import Besluit, Oordeel, Zelf
from knowledge.bronnen import Bron
from knowledge.condities import Conditie, Waarheid
from knowledge.feiten import Alternatief, Doel, Feiten, Situatie
from knowledge.motor import GegevenStand, Stand
from knowledge.onbekend import openstaand
from knowledge.regels.basis import Grondslag, Regel, Rol
from knowledge.stapbronnen import spoor_van
from knowledge.uitkomst import GegevenUitkomst, RegelSpoor, Uitkomst


class Uitwerking:
    """Works out one outcome; holds what its parts share."""

    def __init__(self, situatie: Situatie, doel: Doel | None, stand: Stand) -> None:
        self.situatie = situatie
        self.doel = doel
        self.stand = stand
        self.kennis = stand.kennis
        self.datum: dt.date | None = stand.feiten.get("datum")
        # While the date is unknown the account holds what either law says.
        dagen = () if self.datum else (self.kennis.nieuw_vanaf, self.kennis.oud_tot_en_met)
        self.dagen: tuple[Feiten, ...] = tuple({"datum": dag} for dag in dagen) or ({},)
        self.botsingen = motor.botsingen(stand)
        self.per_gegeven = motor.per_gegeven(stand)
        self.ontbrekend: tuple[str, ...] = ()
        self.oordeel = self._oordeel()
        self.beslissend = self._beslissend()
        self.grond = self._grond()

    def _oordeel(self) -> Oordeel:
        if self.botsingen:
            return Oordeel.OVERLEG
        mogelijk = motor.samen([g.mogelijk() for g in self.per_gegeven], self.kennis.rang)
        if len(mogelijk) == 1:
            return next(iter(mogelijk))
        self.ontbrekend, oordeel = openstaand(self.stand)
        return oordeel or Oordeel.ONVOLLEDIG

    def _beslissend(self) -> tuple[GegevenStand, ...]:
        """Return the items whose decision is the verdict of the whole."""
        return tuple(g for g in self.per_gegeven if g.zeker.oordeel is self.oordeel)

    def _grond(self) -> Regel | None:
        """Return the ground the verdict rests on."""
        if self.oordeel is not Oordeel.MAG:
            return None
        # Of several items the strongest ground names the whole, whatever their order.
        delend = self.beslissend or self.per_gegeven
        return self.kennis.sterkste(regel for g in delend for regel in self._gronden_van(g))

    def _gronden_van(self, gegeven: GegevenStand) -> list[Regel]:
        """Return the ground on which one shared item rests.

        Several where an unknown fact leaves open which of them it is, though not that there is one.
        """
        if gegeven.zeker.reden == "bijzonder_mag":
            return [self.kennis.toestemming]
        zeker = self.kennis.eerste_grond(gegeven.feiten)
        if zeker is not None:
            return [zeker]
        open_ = [r for r in self.kennis.gronden if self._waar(r.geeft_grond, gegeven) is not False]
        return [regel for regel in open_ if regel.grondslag is open_[0].grondslag]

    def _waar(self, conditie: Conditie, gegeven: GegevenStand | Feiten) -> Waarheid:
        """Tell whether a condition holds; on an unknown date, whether it does under either law."""
        feiten = gegeven.feiten if isinstance(gegeven, GegevenStand) else gegeven
        per_dag = {conditie.waarheid({**feiten, **dag}) for dag in self.dagen}
        return True if True in per_dag else None if None in per_dag else False

    def uitkomst(self) -> Uitkomst:
        """Put the outcome together."""
        hoofd = self._hoofdregels()
        grondslag = self._grondslag()
        bij = self._bijregels(grondslag)
        regels = _uniek((*hoofd, *bij))
        return Uitkomst(
            doel=self.doel,
            oordeel=self.oordeel,
            grondslag=grondslag,
            regels=tuple(regel.id for regel in regels),
            bronnen=self._bronnen(regels),
            gegevens=self._gegevens(),
            voorwaarden=self._teksten("voorwaarden", regels),
            acties=self._teksten("acties", regels),
            let_op=(
                *(self.kennis.tekst(f"botsingen.{botsing.id}") for botsing in self.botsingen),
                *self._let_op(regels),
            ),
            alternatief=self._alternatief(hoofd),
            ontbrekend=self.ontbrekend,
            # A rule that is only named beside the one that applies rests on no facts here.
            spoor=tuple(
                RegelSpoor(regel=r.id, feiten=feiten)
                for r in hoofd
                if (feiten := spoor_van(self.per_gegeven, r, self.kennis))
            ),
        )

    def _grondslag(self) -> Grondslag | None:
        if self.oordeel is Oordeel.MAG_MET_TOESTEMMING:
            return Grondslag.TOESTEMMING
        return self.grond.grondslag if self.grond is not None else None

    def _hoofdregels(self) -> tuple[Regel, ...]:
        """Return the rules that carry the verdict, the ground first."""
        if self.botsingen:
            return ()
        gevonden: list[Regel] = [] if self.grond is None else [self.grond]
        if self.oordeel is Oordeel.MAG:
            # Items may rest on different grounds; each brings its own conditions.
            for gegeven in self.beslissend or self.per_gegeven:
                gevonden += self._gronden_van(gegeven)
        for gegeven in self.beslissend or self.per_gegeven:
            if self.oordeel in (Oordeel.ANDERS, Oordeel.OVERLEG):
                # The ground that would have carried it belongs to the account.
                grond = self.kennis.eerste_grond(gegeven.feiten)
                gevonden += [] if grond is None else [grond]
            gevonden += self._routes(gegeven)
            gevonden += self._regels_van(gegeven)
        # What is left out needs its reason too.
        for gegeven in self.per_gegeven:
            gevonden += [
                r for r in self._regels_van(gegeven) if r.rol in (Rol.SCHRAPT, Rol.BLOKKEERT)
            ]
        return _uniek(gevonden)

    def _regels_van(self, gegeven: GegevenStand) -> tuple[Regel, ...]:
        """Return the rules behind the decision on one item: where one blocks it, all that do."""
        regels = gegeven.zeker.regels
        if not any(regel.rol is Rol.BLOKKEERT for regel in regels):
            return regels
        ook = (
            regel
            for regel in self.kennis.van_stap[3]
            if regel.rol is Rol.BLOKKEERT and self._waar(regel.van_toepassing, gegeven) is True
        )
        return _uniek((*regels, *ook))

    def _routes(self, gegeven: GegevenStand) -> list[Regel]:
        """Return what stap 1 says of this route when no ground carries it."""
        # Also where consent or presence carries it: the route says why nothing else does.
        geen_wet = gegeven.feiten.get("is_er_een_grond") is False or (
            self.grond is not None and self.grond.grondslag in (Grondslag.TOESTEMMING, None)
        )
        if not geen_wet or gegeven.zeker.reden == "medisch":
            return []
        rollen = (Rol.GROND, Rol.ALLEEN_TOESTEMMING, Rol.GEEN_GROND)
        return [
            regel
            for regel in self.kennis.van_stap[1]
            if regel.rol in rollen
            and regel.id not in ("B-AANWEZIG", "B-BELANG", "B-OVEREENKOMST")
            and self._waar(regel.van_toepassing, gegeven) is True
        ]

    def _bijregels(self, grondslag: Grondslag | None) -> tuple[Regel, ...]:
        if self.botsingen or self.oordeel is Oordeel.ONVOLLEDIG:
            return ()
        feiten = dict(self.stand.feiten)
        feiten["uitkomst_oordeel"] = self.oordeel.value
        feiten["uitkomst_grondslag"] = grondslag.value if grondslag else "geen"
        feiten["uitkomst_op_toestemming"] = grondslag is Grondslag.TOESTEMMING or (
            self.oordeel is Oordeel.MAG
            and any(self.kennis.toestemming in self._gronden_van(g) for g in self.beslissend)
        )
        soorten = [
            g.feiten["soort"]
            for g in self.per_gegeven
            if "soort" in g.feiten and g.zeker.reden != "handig"
        ]
        feiten["soort"] = frozenset().union(*soorten)
        in_document = {g.feiten.get("in_overgangsdocument") for g in self.per_gegeven}
        if True in in_document:
            feiten["in_overgangsdocument"] = True
        uit = []
        for regel in self.kennis.bijregels:
            waarheid = self._waar(regel.van_toepassing, feiten)
            if waarheid is True or (waarheid is None and regel.ook_bij_onbekend):
                uit.append(regel)
        return tuple(uit)

    def _gegevens(self) -> tuple[GegevenUitkomst, ...]:
        if self.situatie.gegevens is None:
            return ()
        return tuple(
            self._gegeven(gegeven.naam or f"gegeven {nummer}", stand)
            for nummer, (gegeven, stand) in enumerate(
                zip(self.situatie.gegevens, self.per_gegeven, strict=True), start=1
            )
        )

    def _gegeven(self, naam: str, gegeven: GegevenStand) -> GegevenUitkomst:
        besluit: Besluit | None = gegeven.zeker
        if self.botsingen:
            return GegevenUitkomst(
                naam=naam,
                delen=False,
                reden=self.kennis.tekst("redenen.botsing"),
                oordeel=Oordeel.OVERLEG,
            )
        if len(gegeven.mogelijk()) > 1:
            besluit = self._toch_zeker(gegeven)
        if besluit is None:
            return GegevenUitkomst(
                naam=naam,
                delen=None,
                reden=self.kennis.tekst("redenen.nog_onbekend"),
                oordeel=Oordeel.ONVOLLEDIG,
            )
        return GegevenUitkomst(
            naam=naam,
            delen=besluit.oordeel is Oordeel.MAG,
            reden=self.kennis.tekst(f"redenen.{self._reden(besluit, gegeven)}"),
            oordeel=Oordeel.MAG if isinstance(besluit.oordeel, Zelf) else besluit.oordeel,
            regels=tuple(regel.id for regel in self._regels_van(gegeven)),
        )

    def _toch_zeker(self, gegeven: GegevenStand) -> Besluit | None:
        """Return a decision on an item to which every possible world leads, if there is one."""
        if self.oordeel is Oordeel.ONVOLLEDIG:
            return None
        feiten = {n: w for n, w in gegeven.feiten.items() if n in motor.ITEMFEITEN}
        oordeel = openstaand(Stand(self.stand.feiten, (feiten,), self.kennis)).oordeel
        besluiten = (*gegeven.open, gegeven.zeker)
        return next((b for b in besluiten if b.oordeel is oordeel), None)

    def _reden(self, besluit: Besluit, gegeven: GegevenStand) -> str:
        if besluit.reden == "toestemming_vragen" and _buiten_document(gegeven):
            return "niet_in_overgangsdocument"
        grond = self.kennis.eerste_grond(gegeven.feiten)
        if besluit.reden == "grond" and grond is not None and grond.grondslag is None:
            return "jongere_vertelt_zelf"
        return besluit.reden

    def _bronnen(self, regels: Iterable[Regel]) -> tuple[Bron, ...]:
        alle = self.kennis.bronnen
        ids = dict.fromkeys(id_ for regel in regels for id_ in regel.bronnen)
        return tuple(alle[id_] for id_ in ids if alle[id_].geldt_op(self.datum))

    def _teksten(
        self, veld: Literal["voorwaarden", "acties"], regels: Iterable[Regel]
    ) -> tuple[str, ...]:
        if self.oordeel is Oordeel.ONVOLLEDIG:
            return ()
        sleutels = dict.fromkeys(
            sleutel
            for regel in regels
            # A condition on sharing means nothing where nothing is shared.
            if veld == "acties" or self._deelt_of_vraagt()
            for sleutel in getattr(regel, veld)
        )
        return tuple(self.kennis.tekst(f"{veld}.{sleutel}") for sleutel in sleutels)

    def _deelt_of_vraagt(self) -> bool:
        return self.oordeel in (Oordeel.MAG, Oordeel.MAG_MET_TOESTEMMING)

    def _let_op(self, regels: Iterable[Regel]) -> tuple[str, ...]:
        """Return the warnings, each with the sources it weighs against each other."""
        uit: dict[str, None] = {}
        for regel in regels:
            for sleutel in regel.let_op:
                waar = "; ".join(str(bron) for bron in self._bronnen((regel,)))
                zin = self.kennis.tekst(f"let_op.{sleutel}")
                uit[f"{zin} ({waar})" if waar else zin] = None
        return tuple(uit)

    def _alternatief(self, regels: Iterable[Regel]) -> Alternatief | None:
        gekozen = self.stand.feiten.get("alternatief")
        if gekozen is not None and gekozen != Alternatief.GEEN:
            return Alternatief(gekozen)
        for regel in regels:
            if regel.alternatief is not None:
                return Alternatief(regel.alternatief)
        return None


def _buiten_document(gegeven: GegevenStand) -> bool:
    feiten: Mapping[str, Any] = gegeven.feiten
    return feiten.get("alb_gebruik") is True and feiten.get("in_overgangsdocument") is False


def _uniek(regels: Iterable[Regel]) -> tuple[Regel, ...]:
    return tuple({regel.id: regel for regel in regels}.values())
