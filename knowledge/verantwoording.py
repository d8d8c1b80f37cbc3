"""De verantwoording van één gegeven: wordt het gedeeld, op welke grond, en welke regels zeggen dat.

Two items of one weighing may rest on different grounds; each has its own account.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product
from typing import Any, Final

from knowledge import motor
from knowledge.beslissing import Besluit, Oordeel, Zelf
from knowledge.bijregels import conclusie
from knowledge.condities import NOOIT, Conditie
from knowledge.feiten import Feiten
from knowledge.kennis import Kennis
from knowledge.motor import GegevenStand
from knowledge.regels.basis import Grondslag, Regel, Rol
from knowledge.route import ROUTE, NietVoldaan, niet_voldaan, over_route
from knowledge.toegespitst import Toegespitst, toegespitst
from knowledge.waarden import klassen

_REST: Final = "B-REST"
_BELANG_OVERLEG: Final = "B-BELANG-OVERLEG"
# These hold on every route, so they say nothing of this one.
_OVERAL: Final = ("B-TOESTEMMING", "B-AANWEZIG", "B-OVEREENKOMST", "B-BELANG", _REST, ROUTE)
_WERELDEN_VAN: Final = 3
"""Of so many unknown facts every combination is looked at."""
_VAN_DE_ROUTE: Final = (Rol.GROND, Rol.ALLEEN_TOESTEMMING, Rol.GEEN_GROND)
_GEEN_GROND_UIT_DE_WET: Final = (Grondslag.TOESTEMMING, None)


@dataclass(frozen=True)
class Verantwoording:
    """Why one data item gets the verdict it gets."""

    standen: tuple[GegevenStand, ...]
    """The item in the light of the situation; under either law while the date is unknown."""
    besluiten: tuple[Besluit, ...]
    """The decision, or for each law its own; none while an unknown fact still decides."""
    kennis: Kennis

    @cached_property
    def besluit(self) -> Besluit | None:
        """The decision that gives the reason."""
        return next(iter(self.besluiten), None)

    @cached_property
    def werelden(self) -> tuple[Feiten, ...]:
        """Its facts, under every law that may hold."""
        return tuple(stand.feiten for stand in self.standen)

    @cached_property
    def oordeel(self) -> Oordeel:
        """The verdict on this item alone."""
        if self.besluit is None:
            return Oordeel.ONVOLLEDIG
        # What the young person tells is no hindrance to the rest.
        return Oordeel.MAG if isinstance(self.besluit.oordeel, Zelf) else self.besluit.oordeel

    @cached_property
    def vertelt_zelf(self) -> bool:
        """The young person tells this; it is not shared by who asks."""
        return self.besluit is not None and isinstance(self.besluit.oordeel, Zelf)

    @cached_property
    def delen(self) -> bool | None:
        """Whether it is shared; None while that depends on what is unknown."""
        if self.besluit is None:
            return None
        return self.besluit.oordeel is Oordeel.MAG

    def kan_worden(self) -> frozenset[Oordeel]:
        """Return the verdicts this item can still get."""
        if self.besluit is not None:
            return frozenset((self.oordeel,))
        mogelijk = (stand.mogelijk() for stand in self.standen)
        return motor.samen([frozenset[Oordeel | Zelf]().union(*mogelijk)], self.kennis.rang)

    def conclusies(self, oordelen: Collection[Oordeel]) -> list[dict[str, Any]]:
        """Return what is concluded of it, as facts: once for every one of these verdicts."""
        if self.besluit is not None:
            return [conclusie(self.oordeel, self.grondslag)]
        uit = []
        for oordeel in self.kan_worden() & frozenset(oordelen):
            feiten = conclusie(oordeel, None)
            # On which ground it would be shared is open too.
            uit.append({"uitkomst_oordeel": "mag"} if oordeel is Oordeel.MAG else feiten)
        return uit

    @property
    def reden(self) -> str:
        """The key of the sentence that says why."""
        if self.besluit is None:
            return "nog_onbekend"
        feiten = self.standen[0].feiten
        if self.besluit.reden == "toestemming_vragen" and (
            feiten.get("alb_gebruik") is True and feiten.get("in_overgangsdocument") is False
        ):
            return "niet_in_overgangsdocument"
        if self.besluit.reden == "grond" and self.grond is not None and self.grondslag is None:
            return "jongere_vertelt_zelf"
        return self.besluit.reden

    @cached_property
    def weggelaten(self) -> bool:
        """Not needed: it takes no part in what is said of the others."""
        return self.besluit is not None and self.besluit.reden == "handig"

    @cached_property
    def gronden(self) -> tuple[Regel, ...]:
        """The ground it is shared on; several where the laws differ and the date is unknown."""
        if not self.delen or self.besluit is None:
            return ()
        if self.besluit.reden == "bijzonder_mag":
            return (self.kennis.toestemming,)
        eerste = [self.kennis.eerste_grond(feiten) for feiten in self.werelden]
        zeker = _uniek(regel for regel in eerste if regel is not None)
        if None in eerste:
            return self._open_gronden()
        if len(zeker) == 1 or len({regel.grondslag for regel in zeker}) == 1:
            return zeker
        # The laws differ: what carries it under both, or both.
        beide = (r for r in self.kennis.gronden if self.zeker(r.geeft_grond))
        eerste_van_beide = next(beide, None)
        return zeker if eerste_van_beide is None else (eerste_van_beide,)

    def _open_gronden(self) -> tuple[Regel, ...]:
        """Return the ground where three-valued logic alone does not see that it is one."""
        open_ = [r for r in self.kennis.gronden if self.waar(r.geeft_grond) is not False]
        if len({regel.grondslag for regel in open_}) == 1:
            return tuple(open_)
        return next(((regel,) for regel in open_ if self._hoe_dan_ook(regel.geeft_grond)), ())

    def _hoe_dan_ook(self, conditie: Conditie) -> bool:
        """Tell whether a condition holds in every world in which the facts can go together."""
        for feiten in self.werelden:
            namen = sorted(conditie.open(feiten))
            if len(namen) > _WERELDEN_VAN:
                return False
            for waarden in product(*(klassen(naam, self.kennis) for naam in namen)):
                wereld = {**feiten, **dict(zip(namen, waarden, strict=True))}
                botst = any(b.als.waarheid(wereld) is True for b in self.kennis.botsingen)
                if not botst and conditie.waarheid(wereld) is not True:
                    return False
        return True

    @cached_property
    def grond(self) -> Regel | None:
        """The ground that names it."""
        return self.kennis.sterkste(self.gronden)

    @cached_property
    def grondslag(self) -> Grondslag | None:
        """The grondslag on which it is shared."""
        return None if self.grond is None else self.grond.grondslag

    @cached_property
    def zou_dragen(self) -> tuple[Regel, ...]:
        """The ground that would have carried it, had something else not gone before."""
        if self.oordeel not in (Oordeel.ANDERS, Oordeel.OVERLEG):
            return ()
        gronden = (self.kennis.eerste_grond(feiten) for feiten in self.werelden)
        return _uniek(grond for grond in gronden if grond is not None)

    @cached_property
    def besluitregels(self) -> tuple[Regel, ...]:
        """The rules behind the decision: where one blocks it, all that do."""
        regels = _uniek(regel for besluit in self.besluiten for regel in besluit.regels)
        if not any(regel.rol is Rol.BLOKKEERT for regel in regels):
            return regels
        blokkeren = (
            regel
            for regel in self.kennis.van_stap[3]
            if regel.rol is Rol.BLOKKEERT and self.waar(regel.van_toepassing) is True
        )
        return _uniek((*regels, *blokkeren))

    @property
    def staat_vast(self) -> tuple[Regel, ...]:
        """What certainly holds of it, where it is not certain which rule decides."""
        nood = (regel for regel in self.kennis.van_stap[1] if regel.rol is Rol.NOODGEVAL)
        regels = (r for stand in self.standen for b in (*stand.open, stand.zeker) for r in b.regels)
        return _uniek(r for r in (*nood, *regels) if self.zeker(r.van_toepassing))

    @cached_property
    def routes(self) -> tuple[Regel, ...]:
        """What stap 1 says of this route where no ground from the law carries it.

        Also where consent or presence carries it: the route says why nothing else does.
        """
        if any(regel.rol is Rol.SCHRAPT for regel in self.besluitregels):
            return ()
        # A decision that no rule explains comes from there being no ground.
        onverklaard = self.besluit is not None and not (self.besluit.regels or self.delen)
        zonder = onverklaard or all(f.get("is_er_een_grond") is False for f in self.werelden)
        op_de_jongere = bool(self.gronden) and self.grondslag in _GEEN_GROND_UIT_DE_WET
        if not (zonder or op_de_jongere):
            return ()
        geldt = {id_ for feiten in self.werelden for id_ in _routes(self.kennis, feiten)}
        gevonden = tuple(regel for regel in self.kennis.van_stap[1] if regel.id in geldt)
        # A rule that says in so many words that only consent is left, says it best.
        zegt_het = tuple(regel for regel in gevonden if regel.rol is not Rol.GROND)
        if any(regel.id != _BELANG_OVERLEG for regel in zegt_het):
            return zegt_het
        return gevonden if len(gevonden) > len(zegt_het) else (*gevonden, *self._route())

    def _route(self) -> tuple[Regel, ...]:
        """Return the rule that says whether any rule is about this route at all."""
        rest, route = (
            next((r for r in self.kennis.van_stap[1] if r.id == id_), None)
            for id_ in (_REST, ROUTE)
        )
        if rest is not None and self.zeker(rest.van_toepassing):
            return (rest,)
        return () if route is None else (route,)

    @cached_property
    def niet_voldaan(self) -> tuple[NietVoldaan, ...]:
        """The rules about this route that fail by a condition, and by which."""
        if any(regel.rol is Rol.NOODGEVAL for regel in self.besluitregels):
            # In danger nobody needs to know why the route gives no ground.
            return ()
        # A rule that is about this young person too, but asks more than is there.
        te_weinig = {regel.id for regel in self.routes if regel.rol is Rol.GROND}
        if te_weinig or any(regel.id == ROUTE for regel in self.routes):
            return niet_voldaan(self.werelden, self.kennis, te_weinig)
        return ()

    @property
    def alleen_toestemming(self) -> bool:
        """No rule of a statutory ground is about this giver and receiver."""
        bekend = {"van", "naar"} <= self.standen[0].feiten.keys()
        return bekend and not any(over_route(self.kennis, feiten) for feiten in self.werelden)

    @cached_property
    def regels(self) -> tuple[Regel, ...]:
        """The rules that carry it, or that explain why it is not shared."""
        return _uniek((*self.gronden, *self.routes, *self.besluitregels))

    def draagt(self, regel: Regel) -> bool:
        """Tell whether a rule gives what it says: a ground its ground, a block its condition."""
        if regel.rol is Rol.GROND:
            return regel in self.gronden or self.vertelt_zelf
        # What blocks sharing asks nothing of what the young person tells.
        return not (regel.rol is Rol.BLOKKEERT and self.vertelt_zelf)

    def waar(self, conditie: Conditie) -> bool | None:
        """Tell whether a condition holds under the law, or under either."""
        waarden = [conditie.waarheid(feiten) for feiten in self.werelden]
        return True if True in waarden else None if None in waarden else False

    def zeker(self, conditie: Conditie) -> bool:
        """Tell whether a condition holds whichever law it is."""
        return all(conditie.waarheid(feiten) is True for feiten in self.werelden)


def _routes(kennis: Kennis, feiten: Feiten) -> Iterator[str]:
    """Yield the ids of the rules of stap 1 that say something of this route."""
    for conditie, regel in _over_routes(toegespitst(kennis, feiten)):
        if conditie.waarheid(feiten) is True:
            yield regel.id


@lru_cache(maxsize=1024)
def _over_routes(kennis: Toegespitst) -> tuple[tuple[Conditie, Regel], ...]:
    """Return those rules as far as they can hold here, with what is left of their condition."""
    over = (
        (kennis.over(regel.van_toepassing), regel)
        for regel in kennis.kennis.van_stap[1]
        if regel.rol in _VAN_DE_ROUTE and regel.id not in _OVERAL
    )
    return tuple((conditie, regel) for conditie, regel in over if conditie is not NOOIT)


def _uniek(regels: Iterable[Regel]) -> tuple[Regel, ...]:
    return tuple({regel.id: regel for regel in regels}.values())
