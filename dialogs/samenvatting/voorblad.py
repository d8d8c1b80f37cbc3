"""Het voorblad van een weging: mag het, wat aan wie, wat niet en waarom, en wat er nu gebeurt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogs.dossier.aanvulling import ANDERS_BESLOTEN
from dialogs.dossier.vragen import vraag_bij
from dialogs.samenvatting import (
    Aanvulregel,
    DoelVerslag,
    GegevenVerslag,
    GesteldeVraag,
    Samenvatting,
)
from dialogs.samenvatting.oordeel import oordeel, voor_alle, zonder
from dialogs.samenvatting.versies import nummer
from dialogs.samenvatting.vraagnaam import vraagnaam
from dialogs.stukken import (
    Alinea,
    Blok,
    Kop,
    Rij,
    Rijen,
    Run,
    Stuk,
    Tabel,
    Tabelrij,
    Tekenruimte,
    alinea,
    punten,
)
from dialogs.teksten import tekst
from dialogs.weergave import dag, opsomming
from knowledge.beslissing import Oordeel as Verdict
from knowledge.teksten import tekst as kennistekst

_NU = ("informeren", "opvolging")
"""What was said about what happens next: who, and when."""


def voorblad(s: Samenvatting, eigen: str | None) -> Iterator[Stuk]:
    """Yield page 1; with more purposes their verdicts follow each other."""
    yield Kop(niveau=1, tekst=_titel(s))
    yield Alinea(rol="inleiding", kop=_t("situatie"), runs=(Run(tekst=s.situatie),))
    yield Rijen(rol="feiten", rijen=tuple(_gegevens(s, eigen)))
    gedeeld = voor_alle(s) | {"voorwaarden": ()}  # those are told by number, for each item
    if s.samen:
        yield Kop(niveau=2, tekst=_t("samen"))
        yield Alinea(rol="conclusie", runs=(Run(tekst=s.samen),))
    for d in s.doelen:
        yield from _doel(zonder(d, gedeeld))
    yield from _besluit(s)
    if len(s.doelen) > 1:
        yield Kop(niveau=2, tekst=_t("voor_alle"))
    yield from _vervolg(s, gedeeld["acties"])
    yield from _open(s, gedeeld["let_op"])
    if s.compleet:
        yield _tekenruimte(s)


def _t(sleutel: str, **invulling: str) -> str:
    return tekst(f"samenvatting.{sleutel}", **invulling)


def _titel(s: Samenvatting) -> str:
    if s.kenmerk is not None:
        return _t("titel", kenmerk=s.kenmerk)
    return _t("titel_concept" if s.compleet else "titel_tussen")


def _gegevens(s: Samenvatting, eigen: str | None) -> Iterator[Rij]:
    if s.compleet:
        yield Rij(naam=_t("eigen_kenmerk"), waarde=eigen or _t("niet_ingevuld"))
    if s.vervangt is not None and s.kenmerk is not None:
        waarde = _t("versie_regel", versie=str(nummer(s.kenmerk)), vervangt=s.vervangt.kenmerk)
        yield Rij(naam=_t("versie"), waarde=waarde)
        yield Rij(naam=_t("versie_reden"), waarde=s.vervangt.reden)
    yield Rij(naam=_t("datum_weging"), waarde=dag(s.datum_weging))
    yield Rij(naam=_t("datum_delen"), waarde=dag(s.datum_delen))
    if s.aanvulling is not None:
        herziening = _woorden(s.ingevuld("herziening")) or _t("niet_ingevuld")
        yield Rij(naam=_t("herziening"), waarde=herziening)
    yield Rij(naam=_t("regime"), waarde=kennistekst(f"regime.{s.regime}"))


def _woorden(regel: Aanvulregel | None) -> str | None:
    return None if regel is None else regel.antwoord


def _besluit(s: Samenvatting) -> Iterator[Stuk]:
    """Yield what was decided, where that is not what came out: with the reason, or without it."""
    besluit, reden = s.ingevuld("besluit"), s.ingevuld("besluit_reden")
    if besluit is None or besluit.waarde != ANDERS_BESLOTEN:
        return
    yield Kop(niveau=3, tekst=_t("besluit"), licht=True)
    yield Rijen(
        rol="feiten",
        rijen=(
            Rij(naam=_t("besluit_naam"), waarde=_t("besluit_anders")),
            Rij(naam=_t("besluit_reden"), waarde=_woorden(reden) or _t("besluit_zonder_reden")),
        ),
    )


def _doel(d: DoelVerslag) -> Iterator[Stuk]:
    yield Kop(niveau=2, tekst=_t("doel", doel=d.doel_in_woorden))
    yield oordeel(d).model_copy(update={"open": (), "gegevens": ()})
    if d.gegevens:
        yield gegevenstabel(d)
    yield from lijst("voorwaarden", d.voorwaarden, genummerd=True)


def lijst(kop: str, zinnen: tuple[str, ...], *, genummerd: bool = False) -> Iterator[Stuk]:
    """Yield points under their heading; nothing where there are none."""
    if zinnen:
        yield Kop(niveau=3, tekst=_t(kop), licht=True)
        yield punten(zinnen, genummerd=genummerd)


# --- per gegeven ---------------------------------------------------------------------------------


def gegevenstabel(d: DoelVerslag) -> Tabel:
    """Return per data item whether it is shared, on what ground and under which conditions."""
    met_voorwaarden = bool(d.voorwaarden) and all(g.voorwaarden is not None for g in d.gegevens)
    kolommen = ["delen", "grondslag", "reden", *(["voorwaarden"] if met_voorwaarden else [])]
    return Tabel(
        rol="lijst",
        hoek=_t("kolom_gegeven"),
        kop=tuple(_t(f"kolom_{kolom}") for kolom in kolommen),
        rijen=tuple(
            Tabelrij(naam=g.naam, cellen=tuple(_cel(_waarde(d, g, k)) for k in kolommen))
            for g in d.gegevens
        ),
    )


def _cel(woorden: str) -> tuple[Blok, ...]:
    return (alinea(woorden),)


def _waarde(d: DoelVerslag, g: GegevenVerslag, kolom: str) -> str:
    match kolom:
        case "delen":
            hoe = "zelf" if g.vertelt_zelf else Verdict(g.oordeel).value
            return tekst(f"stuk.delen_{hoe}")
        case "grondslag":
            return _grondslag(g)
        case "reden":
            return g.reden
        case _:
            return _nummers(d, g)


def _grondslag(g: GegevenVerslag) -> str:
    if g.grondslag:
        return tekst(f"grondslagen.{g.grondslag}")
    if g.oordeel == Verdict.MAG_MET_TOESTEMMING:
        return _t("toestemming_nog_niet")
    return tekst("woorden_los.geen")


def _nummers(d: DoelVerslag, g: GegevenVerslag) -> str:
    nummers = g.voorwaarden or ()
    if not nummers:
        return tekst("woorden_los.geen")
    if len(nummers) == len(d.voorwaarden) > 1:
        return _t("alle_voorwaarden")
    return opsomming(map(str, nummers))


# --- wat nu --------------------------------------------------------------------------------------


def _vervolg(s: Samenvatting, acties: tuple[str, ...]) -> Iterator[Stuk]:
    """Yield what there is to do, and who does it when."""
    gedaan = {v.sleutel: v.antwoord for v in s.altijd}
    wie = tuple(
        Rij(naam=_t(sleutel), waarde=gedaan.get(sleutel) or _t("niet_ingevuld"))
        for sleutel in _NU
        if s.compleet or sleutel in gedaan
    )
    per_doel = [(d, tuple(a for a in d.acties if a not in acties)) for d in s.doelen]
    if not (wie or acties or any(eigen for _, eigen in per_doel)):
        return
    yield Kop(niveau=3, tekst=_t("acties"), licht=True)
    regels = [*acties, *(_voor_doel(s, d, zin) for d, eigen in per_doel for zin in eigen)]
    if regels:
        yield punten(dict.fromkeys(regels))
    if wie:
        yield Rijen(rol="feiten", rijen=wie)


def _voor_doel(s: Samenvatting, d: DoelVerslag, zin: str) -> str:
    """Return a sentence that says for which purpose it is, where there are more."""
    return _t("voor_doel", doel=d.doel_in_woorden, zin=zin) if len(s.doelen) > 1 else zin


def _open(s: Samenvatting, let_op: tuple[str, ...]) -> Iterator[Stuk]:
    """Yield what nobody knows yet, and what to look out for."""
    onbekend = dict.fromkeys(
        (*(naam for d in s.doelen for naam in d.ontbrekend), *map(_klein, _niet_bekend(s)))
    )
    eigen = (_voor_doel(s, d, zin) for d in s.doelen for zin in d.let_op if zin not in let_op)
    uitzoeken = (_t("uit_te_zoeken", wat=opsomming(onbekend)),) if onbekend else ()
    regels = (*uitzoeken, *let_op, *eigen)
    if regels:
        yield Kop(niveau=3, tekst=_t("open"), licht=True)
        yield punten(regels)
    elif s.compleet:
        yield Alinea(kop=_t("open"), runs=(Run(tekst=_t("open_geen")),))


def _klein(vraag: GesteldeVraag) -> str:
    naam = vraagnaam(vraag)
    return f"{naam[:1].lower()}{naam[1:]}"


def _niet_bekend(s: Samenvatting) -> Iterable[GesteldeVraag]:
    """Return the questions about facts that were answered with 'I do not know'."""
    alle = (*s.vooraf, *(v for d in s.doelen for stap in d.stappen for v in stap.vragen))
    return (v for v in alle if v.antwoord == tekst("woorden_los.onbekend") and vraag_bij(v.sleutel))


def _tekenruimte(s: Samenvatting) -> Tekenruimte:
    return Tekenruimte(
        rijen=(Rij(naam=_t("functie"), waarde=s.gemaakt_door or _t("niet_ingevuld")),),
        # No name is ever asked for: who signs writes it down.
        lijnen=(_t("naam"), _t("datum"), _t("handtekening")),
    )
