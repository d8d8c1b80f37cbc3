"""De samenvatting als boom van stukken: in haar geheel, en kort terwijl zij groeit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import Final

from dialogs.samenvatting import DoelVerslag, GesteldeVraag, Samenvatting, StapVerslag
from dialogs.stukken import (
    Alinea,
    Gegevenoordeel,
    Kop,
    Onderbouwing,
    Ondertekening,
    Oordeel,
    Regeluitleg,
    Rij,
    Rijen,
    Run,
    Stuk,
    alinea,
    punten,
)
from dialogs.teksten import tekst
from dialogs.weergave import dag
from knowledge.beslissing import Oordeel as Verdict
from knowledge.teksten import tekst as kennistekst

_PER_DOEL: Final = ("voorwaarden", "acties", "let_op", "kantelpunten")
_KERN: Final = ("van", "naar", "doel", "gegevens")

_BOVENAAN: Final = ("omschrijving", "doel_woorden")
"""Own words that stand at the top of the record already."""


def heel(s: Samenvatting) -> tuple[Stuk, ...]:
    """Return the whole record, as it goes into a dossier."""
    return tuple(_heel(s))


def oordelen(s: Samenvatting) -> tuple[Oordeel, ...]:
    """Return the verdict for each purpose, to stand by themselves."""
    return tuple(_oordeel(d, _doel_erbij(s, d)) for d in s.doelen)


def in_het_kort(s: Samenvatting) -> tuple[Stuk, ...]:
    """Return what there is to see beside a conversation; nothing as long as nothing was said."""
    if not (s.vooraf or s.altijd):
        return ()
    antwoorden = {v.sleutel: v.antwoord for v in s.vooraf}
    kern = tuple(
        Rij(naam=_t(f"kern_{naam}"), waarde=antwoorden[naam])
        for naam in _KERN
        if naam in antwoorden
    )
    gedeeld = _voor_alle(s)
    eerst: tuple[Stuk, ...] = ()
    if s.samen:
        eerst = (Alinea(rol="conclusie", kop=_t("samen"), runs=(Run(tekst=s.samen),)),)
    per_doel = (
        stuk
        for d in s.doelen
        for stuk in _kort(_zonder(d, gedeeld), _doel_erbij(s, d), klaar=s.compleet)
    )
    voor_alle = (
        stuk
        for naam in ("voorwaarden", "let_op", "acties")
        for stuk in _lijst(naam, gedeeld[naam], 2)
    )
    return (Rijen(rol="feiten", rijen=kern), *eerst, *per_doel, *voor_alle)


def _t(sleutel: str, **invulling: str) -> str:
    return tekst(f"samenvatting.{sleutel}", **invulling)


def _heel(s: Samenvatting) -> Iterator[Stuk]:
    yield Kop(niveau=1, tekst=_titel(s))
    yield Alinea(rol="inleiding", kop=_t("situatie"), runs=(Run(tekst=s.situatie),))
    if s.omschrijving:
        yield Alinea(kop=_t("omschrijving"), runs=(Run(tekst=s.omschrijving),))
    if s.doel_woorden:
        yield Alinea(kop=_t("doel_woorden"), runs=(Run(tekst=s.doel_woorden),))
    yield Rijen(rol="feiten", rijen=tuple(_gegevens(s)))
    gedeeld = _voor_alle(s)
    if s.samen or any(gedeeld.values()):
        yield Kop(niveau=2, tekst=_t("samen"))
    if s.samen:
        yield Alinea(rol="conclusie", runs=(Run(tekst=s.samen),))
    for naam in _PER_DOEL:
        yield from _lijst(naam, gedeeld[naam])
    gesteld: set[str] = set()
    for doel in s.doelen:
        yield from _doel(_eens(_zonder(doel, gedeeld), gesteld))
        gesteld |= {vraag.sleutel for stap in doel.stappen for vraag in stap.vragen}
    if vooraf := [v for v in s.vooraf if v.sleutel not in _BOVENAAN]:
        yield from (Kop(niveau=2, tekst=_t("vooraf")), _vragen(vooraf))
    # Who made it stands above already.
    if altijd := [v for v in s.altijd if v.sleutel != "functie"]:
        yield Kop(niveau=2, tekst=tekst("altijd.stap.titel"))
        rijen = tuple(Rij(naam=_t(v.sleutel), waarde=v.antwoord) for v in altijd)
        yield Rijen(rol="vragen", rijen=rijen)
    nagekeken = (_t("nagekeken", bronnen="; ".join(s.nagekeken)),) if s.nagekeken else ()
    versies = _t("versies", programma=s.programma, kennis=s.kennis)
    yield Ondertekening(zinnen=(_t("jouw_weging"), *nagekeken, versies))


def _voor_alle(s: Samenvatting) -> dict[str, tuple[str, ...]]:
    """Return what holds for every purpose alike, to be told once; nothing where there is one."""
    if len(s.doelen) < 2:
        return dict.fromkeys(_PER_DOEL, ())
    eerste, *rest = s.doelen
    return {
        naam: tuple(
            zin for zin in getattr(eerste, naam) if all(zin in getattr(d, naam) for d in rest)
        )
        for naam in _PER_DOEL
    }


def _zonder(d: DoelVerslag, gedeeld: dict[str, tuple[str, ...]]) -> DoelVerslag:
    """Return what there is to tell of one purpose besides what holds for all."""
    eigen = {
        naam: tuple(zin for zin in getattr(d, naam) if zin not in gedeeld[naam])
        for naam in _PER_DOEL
    }
    return d.model_copy(update=eigen)


def _eens(d: DoelVerslag, gesteld: Set[str]) -> DoelVerslag:
    """Return a purpose without the questions that an earlier one told already."""
    stappen = tuple(
        stap.model_copy(
            update={"vragen": tuple(v for v in stap.vragen if v.sleutel not in gesteld)}
        )
        for stap in d.stappen
    )
    return d.model_copy(update={"stappen": stappen})


def _titel(s: Samenvatting) -> str:
    if s.kenmerk is not None:
        return _t("titel", kenmerk=s.kenmerk)
    return _t("titel_concept" if s.compleet else "titel_tussen")


def _gegevens(s: Samenvatting) -> Iterator[Rij]:
    yield Rij(naam=_t("datum_weging"), waarde=dag(s.datum_weging))
    yield Rij(naam=_t("datum_delen"), waarde=dag(s.datum_delen))
    yield Rij(naam=_t("regime"), waarde=kennistekst(f"regime.{s.regime}"))
    if s.gemaakt_door:
        yield Rij(naam=_t("gemaakt_door"), waarde=s.gemaakt_door)


def _doel(d: DoelVerslag) -> Iterator[Stuk]:
    yield Kop(niveau=2, tekst=_t("doel", doel=d.doel_in_woorden))
    yield _oordeel(d)
    yield from _lijst("mogelijk", d.mogelijk)
    yield from _lijst("voorwaarden", d.voorwaarden)
    yield from _lijst("acties", d.acties)
    yield from _lijst("let_op", d.let_op)
    andere = (d.andere_regeling,) if d.andere_regeling else ()
    yield from _lijst("kantelpunten", (*d.kantelpunten, *andere))
    for stap in d.stappen:
        yield from _stap(stap)
    # Of the whole weighing: what the verdict rests on, and what the stappen rest on besides.
    alle = dict.fromkeys((*d.bronnen, *(bron for stap in d.stappen for bron in stap.bronnen)))
    if alle:
        bronnen = _t("bronnen", bronnen="; ".join(alle))
        yield Alinea(rol="bron", runs=(Run(tekst=bronnen),))


def _doel_erbij(s: Samenvatting, d: DoelVerslag) -> str | None:
    """Return the purpose in words, where there is more than one to tell apart."""
    return _t("doel", doel=d.doel_in_woorden) if len(s.doelen) > 1 else None


def _oordeel(d: DoelVerslag, doel: str | None = None) -> Oordeel:
    # Where items rest on different grounds, each names its own and none stands over all.
    per_gegeven = len({g.grondslag for g in d.gegevens if g.delen or g.vertelt_zelf}) > 1
    grond = None if per_gegeven else _grondslag(d.grondslag)
    return Oordeel(
        oordeel=Verdict(d.oordeel),
        doel=doel,
        uitspraak=d.oordeel_in_woorden,
        uitleg=tuple(filter(None, (d.in_elk_geval, grond, _alternatief(d)))),
        open=d.ontbrekend,
        gegevens=tuple(
            Gegevenoordeel(
                naam=g.naam,
                oordeel=Verdict(g.oordeel),
                zelf=g.vertelt_zelf,
                reden=" ".join(
                    filter(None, (g.reden, _grondslag(g.grondslag) if per_gegeven else None))
                ),
            )
            for g in d.gegevens
        ),
    )


def _grondslag(grondslag: str | None) -> str | None:
    return grondslag and tekst("stuk.grondslag", grondslag=tekst(f"grondslagen.{grondslag}"))


def _alternatief(d: DoelVerslag) -> str | None:
    return d.alternatief and _t("alternatief", alternatief=d.alternatief)


def _stap(stap: StapVerslag) -> Iterator[Stuk]:
    if not (stap.vragen or stap.conclusie or stap.overgeslagen):
        return  # not reached yet
    yield Kop(niveau=3, tekst=_t("stap", nummer=str(stap.nummer), titel=stap.titel))
    if stap.vragen:
        yield _vragen(stap.vragen)
    if stap.conclusie is not None:
        conclusie = _t("conclusie", conclusie=stap.conclusie)
        yield Alinea(rol="conclusie", runs=(Run(tekst=conclusie),))
        regels = tuple(
            Regeluitleg(id=regel.id, uitleg=regel.uitleg, feiten=regel.feiten)
            for regel in stap.regels
        )
        yield Onderbouwing(regels=regels, bronnen=stap.bronnen)
    elif stap.overgeslagen:
        yield alinea(_t("overgeslagen"))


def _vragen(vragen: Iterable[GesteldeVraag]) -> Rijen:
    return Rijen(rol="vragen", rijen=tuple(Rij(naam=v.vraag, waarde=v.antwoord) for v in vragen))


def _lijst(kop: str, teksten: tuple[str, ...], niveau: int = 3) -> Iterator[Stuk]:
    if teksten:
        yield from (Kop(niveau=niveau, tekst=_t(kop), licht=True), punten(teksten))


def _kort(d: DoelVerslag, doel: str | None, *, klaar: bool) -> Iterator[Stuk]:
    vol = _oordeel(d, doel)
    # While one is still answering, that something is missing is no verdict and no task.
    bezig = d.oordeel == Verdict.ONVOLLEDIG and not klaar
    yield vol.model_copy(
        update={
            "uitspraak": d.in_elk_geval or _t("bezig") if bezig else vol.uitspraak,
            "uitleg": tuple(filter(None, (_alternatief(d),))),
            "open": (),
            "gegevens": ()
            if bezig
            else tuple(g.model_copy(update={"reden": ""}) for g in vol.gegevens),
        }
    )
    for stap in d.stappen:
        if stap.conclusie is not None:
            yield Alinea(rol="conclusie", kop=stap.titel, runs=(Run(tekst=stap.conclusie),))
    yield from _lijst("voorwaarden", d.voorwaarden, 2)
    yield from _lijst("let_op", d.let_op, 2)
    yield from _lijst("acties", () if bezig else d.acties, 2)
