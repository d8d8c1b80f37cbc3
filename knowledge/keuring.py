"""De keuring van de kennis: regels die nooit spreken of elkaar tegenspreken, gaten in de tijd.

`controle.py` looks, at every start, whether everything a rule names exists. This is the slower
look of a maintainer: it searches the values the rules can tell apart for situations in which a
rule holds, decides and is named. Every finding names its kind, which is also its text key.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, pairwise, product
from typing import Any, Final

from knowledge.atomen import Geldig, Vergelijk
from knowledge.beslissing import BESLUITEN, Besluit
from knowledge.bevinding import Bevinding
from knowledge.bronnen import Bron, bronnen, lang_geleden_nagekeken
from knowledge.casussen import casussen
from knowledge.casussen.keuring import overleggen_anders
from knowledge.condities import Alle, Conditie, Een, Niet, een
from knowledge.feit import feit
from knowledge.feiten import FEITEN, Situatie
from knowledge.gelezen import lezingen
from knowledge.gevallen import UITKOMSTEN, TeGroot, gevallen, kan
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.controle import gebreken, gebreken_van_casussen
from knowledge.overzicht import genoemd, per_casus
from knowledge.regels import ALLE_REGELS
from knowledge.regels.basis import BEGIN, NIEUW, Regel, Rol
from knowledge.regels.stap_1_grondslag import GRONDEN
from knowledge.teksten import tekst
from knowledge.termijnen import Termijn, termijnen
from knowledge.weging import weeg_doel

_EEN_DAG: Final = dt.timedelta(days=1)
_VOORBEELDEN_PER_REGEL: Final = 8
_VAN_GEGEVEN: Final = tuple(naam for naam, feit in FEITEN.items() if feit.van_gegeven)
# What the casussen do not vary themselves, for trying whether an outcome ever names a rule.
_GEGEVEN: Final = {
    "toestemming": "gegeven",
    **{f"toestemming_{eis}": True for eis in ("vrij", "duidelijk", "geinformeerd", "specifiek")},
}
_WENDINGEN: Final[tuple[Mapping[str, Any], ...]] = (
    {},
    _GEGEVEN,
    {"toestemming": "geweigerd"},
    {"levensgevaar": True, "naar": "politie"},
)


def keur(vandaag: dt.date, ook_gebruikt: Iterable[str] = ()) -> tuple[Bevinding, ...]:
    """Examine all knowledge.

    `ook_gebruikt` are ids of sources used outside this room (by questions); `vandaag` is what
    the dates of reading are held against.
    """
    alle = onderwerpen()
    in_onderwerpen = (id_ for onderwerp in alle.values() for id_ in onderwerp.bronnen())
    return (
        *onbereikbaar(ALLE_REGELS),
        *overschaduwd(BESLUITEN, GRONDEN),
        *nooit_genoemd(ALLE_REGELS),
        *gelijk_maar_anders(ALLE_REGELS),
        *tijd_van_termijnen(termijnen().values(), ALLE_REGELS),
        *opvolging(ALLE_REGELS),
        *tijd_van_bronnen(ALLE_REGELS, bronnen()),
        *ongebruikt(ALLE_REGELS, {*ook_gebruikt, *in_onderwerpen}),
        *zonder_casus(ALLE_REGELS),
        *ongebruikte_lezingen(bronnen().values()),
        *nagekeken(vandaag),
        *alleen_later_gelezen(bronnen().values()),
        *gebreken(alle),
        *gebreken_van_casussen(alle),
        *overleggen_anders(casussen()),
    )


def in_een_zin(bevindingen: Sequence[Bevinding]) -> str:
    """Sum up: what was examined when all is well, else how many findings there are."""
    aantal = sum(not bevinding.waarschuwing for bevinding in bevindingen)
    if aantal:
        return tekst("kennis.aantal_fout").format(aantal=aantal)
    return tekst("kennis.in_orde").format(
        regels=len(ALLE_REGELS),
        bronnen=len(bronnen()),
        termijnen=len(termijnen()),
        casussen=len(per_casus()) + sum(len(casus.overleggen) for casus in casussen()),
        onderwerpen=len(onderwerpen()),
    )


# --- regels ---------------------------------------------------------------------------------


def _onderzocht(soort: str, id_: str, conditie: Conditie, *, hoort: bool) -> Iterator[Bevinding]:
    """Yield a finding when a condition can hold (or cannot) where it should not (or should)."""
    try:
        if kan(conditie) is not hoort:
            yield Bevinding(soort, id_)
    except TeGroot:
        yield Bevinding("niet_doorzocht", id_)


def onbereikbaar(regels: Iterable[Regel]) -> Iterator[Bevinding]:
    """Find rules whose condition no situation fulfils."""
    for regel in regels:
        conditie = regel.geeft_grond if regel.rol is Rol.GROND else regel.van_toepassing
        yield from _onderzocht("onbereikbaar", regel.id, conditie, hoort=True)


def overschaduwd(besluiten: Sequence[Besluit], gronden: Sequence[Regel]) -> Iterator[Bevinding]:
    """Find lines of the decision, and grounds, that earlier ones always come before."""
    for soort, rij in (
        ("besluit_overschaduwd", [(b.reden, b.als) for b in besluiten]),
        ("grond_overschaduwd", [(r.id, r.geeft_grond) for r in gronden]),
    ):
        for plaats, (id_, als) in enumerate(rij):
            nog_niet = ~een(*(eerder for _, eerder in rij[:plaats]))
            yield from _onderzocht(soort, id_, als & nog_niet, hoort=True)


def nooit_genoemd(regels: Iterable[Regel]) -> Iterator[Bevinding]:
    """Find rules that no outcome names, over the casussen and variations on them."""
    bekend = frozenset[str]().union(*(namen for _, namen in per_casus()))
    for regel in regels:
        if regel.id not in bekend and _hoort_bij_een_oordeel(regel) and not _wordt_genoemd(regel):
            yield Bevinding("nooit_genoemd", regel.id)


def _wordt_genoemd(regel: Regel) -> bool:
    """Lay examples of the rule over every casus, until an outcome names it."""
    for conditie in (regel.geeft_grond, regel.van_toepassing):
        try:
            voorbeelden = tuple(islice(gevallen(conditie), _VOORBEELDEN_PER_REGEL))
        except TeGroot:
            voorbeelden = ()
        for voorbeeld, wending in product(voorbeelden, _WENDINGEN):
            for casus, _ in per_casus():
                if _noemt(regel.id, {**casus.feiten, **wending, **voorbeeld}):
                    return True
    return False


def _noemt(id_: str, feiten: Mapping[str, Any]) -> bool:
    gegeven: dict[str, Any] = {"naam": "a", "soort": list(feiten.get("soort", ("gewoon",)))}
    gegeven |= {"nodig": True} | {n: w for n, w in feiten.items() if n in ("nodig", "in_melding")}
    los = {n: w for n, w in feiten.items() if n not in (*_VAN_GEGEVEN, *UITKOMSTEN)}
    situatie = Situatie.model_validate({**los, "gegevens": [gegeven]})
    return any(
        id_ in genoemd(weeg_doel(situatie, doel, volledig=False)) for doel in situatie.doelen()
    )


def gelijk_maar_anders(regels: Iterable[Regel]) -> Iterator[Bevinding]:
    """Find two rules of one stap that hold in exactly the same cases and conclude differently."""
    beslissers = [regel for regel in regels if regel.rol is not Rol.BIJ]
    for a, b in combinations(beslissers, 2):
        besluit = [(r.rol, r.grondslag, r.mits, r.alternatief) for r in (a, b)]
        if a.stap == b.stap and besluit[0] != besluit[1]:
            een_van_twee = een(
                a.van_toepassing & ~b.van_toepassing, b.van_toepassing & ~a.van_toepassing
            )
            id_ = f"{a.id}, {b.id}"
            yield from _onderzocht("gelijk_maar_anders", id_, een_van_twee, hoort=True)


def zonder_casus(regels: Iterable[Regel]) -> Iterator[Bevinding]:
    """Find rules that the outcome of no casus names."""
    bekend = frozenset[str]().union(*(namen for _, namen in per_casus()))
    for regel in regels:
        if regel.id not in bekend and _hoort_bij_een_oordeel(regel):
            yield Bevinding("geen_casus", regel.id)


def _hoort_bij_een_oordeel(regel: Regel) -> bool:
    """Tell whether a rule can hold where there is a verdict: a casus always comes to one."""
    geen_oordeel = feit("uitkomst_samen").is_("onvolledig", "botsing")
    try:
        return kan(regel.van_toepassing & ~geen_oordeel)
    except TeGroot:
        return True


# --- tijd -----------------------------------------------------------------------------------


def tijd_van_termijnen(
    alle: Iterable[Termijn], regels: Iterable[Regel] = ()
) -> Iterator[Bevinding]:
    """Find gaps and overlaps between values of a term, and rules that rest on no value."""
    for termijn in alle:
        for vroeger, later in pairwise(termijn.perioden):
            einde = vroeger.tot_en_met
            if einde is None or einde >= later.van:
                yield Bevinding("termijn_overlap", termijn.id, later.van)
            elif einde + _EEN_DAG < later.van:
                yield Bevinding("termijn_gat", termijn.id, einde + _EEN_DAG)
        for p in termijn.perioden:
            bron = bronnen()[p.bron]
            dagen = [d for d in (p.van, p.tot_en_met) if d and not bron.geldt_op(d)]
            yield from (Bevinding("termijn_bron", termijn.id, dag) for dag in dagen[:1])
    for regel in regels:
        leeg = {
            dag
            for termijn, van, tot in _rust_op(regel.geeft_grond, BEGIN, None)
            for dag in (van, tot, *_randen(termijn.perioden))
            if dag and van <= dag and (tot is None or dag <= tot) and termijn.op(dag) is None
        }
        if leeg:
            yield Bevinding("termijn_ontbreekt", regel.id, min(leeg))


def _rust_op(
    conditie: Conditie, van: dt.date, tot: dt.date | None
) -> Iterator[tuple[Termijn, dt.date, dt.date | None]]:
    """Yield the terms a condition reads, each with the period in which it is read."""
    if isinstance(conditie, Alle):
        for deel in conditie.delen:
            if isinstance(deel, Geldig):
                van = max(van, deel.van or van)
                einden = [dag for dag in (tot, deel.tot_en_met) if dag]
                tot = min(einden) if einden else None
    if isinstance(conditie, Alle | Een):
        for deel in conditie.delen:
            yield from _rust_op(deel, van, tot)
    elif isinstance(conditie, Niet):
        yield from _rust_op(conditie.deel, van, tot)
    elif isinstance(conditie, Vergelijk) and isinstance(conditie.grens, Termijn):
        yield conditie.grens, van, tot


def _randen(perioden: Iterable[Any]) -> set[dt.date]:
    """Return the days around which something starts or stops to hold."""
    return {
        dag
        for p in perioden
        for dag in (p.van and p.van - _EEN_DAG, p.tot_en_met and p.tot_en_met + _EEN_DAG)
        if dag
    }


def opvolging(regels: Iterable[Regel]) -> Iterator[Bevinding]:
    """Find gaps and overlaps between an old rule (`O-X`) and the new one of that name (`N-X`)."""
    op_id = {regel.id: regel for regel in regels}
    for id_, oud in op_id.items():
        nieuw = op_id.get(f"N-{id_[2:]}") if id_.startswith("O-") else None
        if nieuw is None or nieuw.geldig.van is None:
            continue
        einde = oud.geldig.tot_en_met
        namen = f"{oud.id}, {nieuw.id}"
        if einde is None or einde >= nieuw.geldig.van:
            yield Bevinding("opvolging_overlap", namen, nieuw.geldig.van)
        elif einde + _EEN_DAG < nieuw.geldig.van:
            yield Bevinding("opvolging_gat", namen, einde + _EEN_DAG)


def tijd_van_bronnen(regels: Iterable[Regel], alle: Mapping[str, Bron]) -> Iterator[Bevinding]:
    """Find days on which a rule has no source, and two versions of one place that overlap."""
    for regel in regels:
        eigen = [alle[id_] for id_ in regel.bronnen]
        dagen = {regel.geldig.van or BEGIN}
        for bron in eigen:
            dagen |= {bron.geldig_tot_en_met + _EEN_DAG} if bron.geldig_tot_en_met else set()
        for dag in sorted(dagen):
            if regel.geldig.waarheid({"datum": dag}) and not any(b.geldt_op(dag) for b in eigen):
                yield Bevinding("bron_gat", regel.id, dag)
    for a, b in combinations(alle.values(), 2):
        begin = max(a.geldig_van or BEGIN, b.geldig_van or BEGIN)
        if str(a) == str(b) and a.geldt_op(begin) and b.geldt_op(begin):
            yield Bevinding("bron_overlap", f"{a.id}, {b.id}", begin)


# --- bronnen --------------------------------------------------------------------------------


def ongebruikt(regels: Iterable[Regel], ook_gebruikt: Iterable[str] = ()) -> Iterator[Bevinding]:
    """Find sources that nothing rests on."""
    gebruikt = {id_ for regel in regels for id_ in regel.bronnen} | set(ook_gebruikt)
    gebruikt |= {p.bron for termijn in termijnen().values() for p in termijn.perioden}
    yield from (Bevinding("bron_ongebruikt", id_) for id_ in sorted(set(bronnen()) - gebruikt))


def ongebruikte_lezingen(alle: Iterable[Bron]) -> Iterator[Bevinding]:
    """Find articles that were read and that no source cites any more."""
    aangehaald = {(bron.wet, bron.artikel) for bron in alle}
    for wet, artikel in lezingen():
        if (wet, artikel) not in aangehaald:
            yield Bevinding("lezing_ongebruikt", f"{wet} {artikel}")


def nagekeken(vandaag: dt.date) -> Iterator[Bevinding]:
    """Warn about documents and articles that nobody read for a year, or ever."""
    for id_, dag in lang_geleden_nagekeken(vandaag).items():
        soort = "nooit_nagekeken" if dag is None else "lang_geleden_nagekeken"
        yield Bevinding(soort, id_, dag, waarschuwing=True)


def alleen_later_gelezen(alle: Iterable[Bron]) -> Iterator[Bevinding]:
    """Warn about articles cited for the old law too, and read in later texts only."""
    nieuw = NIEUW.van or BEGIN
    gezien = set()
    for bron in alle:
        gelezen = lezingen().get((bron.wet or "", bron.artikel or ""), ())
        oud = any(tekst < nieuw for lezing in gelezen for tekst in lezing.teksten)
        if gelezen and not oud and bron.geldt_op(nieuw - _EEN_DAG) and bron.plaats not in gezien:
            gezien.add(bron.plaats)
            yield Bevinding("alleen_later_gelezen", bron.plaats, nieuw, waarschuwing=True)
