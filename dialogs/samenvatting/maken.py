"""Het verslag: maakt uit een dossier de samenvatting, af of nog niet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache

from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import Keer, keer_van, vraag_bij
from dialogs.procedure import STAPPEN, Afgerond, Plaats, plaats
from dialogs.procedure.bord import Bord
from dialogs.procedure.overzicht import borden
from dialogs.samenvatting import (
    DoelVerslag,
    GegevenVerslag,
    GesteldeVraag,
    Partij,
    RegelVerslag,
    Samenvatting,
    StapVerslag,
    aanvulling,
)
from dialogs.samenvatting.antwoord import antwoordzin
from dialogs.samenvatting.samen import samen
from dialogs.teksten import tekst
from dialogs.weergave import (
    afloop_in_woorden,
    antwoord_in_woorden,
    dag,
    grond_in_woorden,
    kantelpunt_in_woorden,
    kort,
    onderwerp_van,
    opsomming,
    situatiezin,
    uitspraak,
    vraagzin,
)
from knowledge import weging
from knowledge.beslissing import Oordeel
from knowledge.bronnen import lang_geleden_nagekeken
from knowledge.regels.basis import Regel
from knowledge.stapbronnen import bronnen_van_stap, spoor_van
from knowledge.teksten import tekst as kennistekst
from knowledge.uitkomst import Uitkomst


def maak(dossier: Dossier, vandaag: dt.date) -> Samenvatting:
    """Make the summary of a dossier as it is now, finished or not."""
    waar = plaats(dossier)
    alle = borden(dossier)
    doelen = tuple(_doel(bord, waar, een=len(alle) == 1) for bord in alle)
    return Samenvatting(
        kenmerk=dossier.stand.bewaard_als,
        titel=_titel(alle[0]),
        compleet=waar.klaar,
        situatie=f"{situatiezin(alle[0])}.",
        van=_partij(alle[0].situatie.van),
        ontvangers=tuple(filter(None, (_partij(alle[0].situatie.naar),))),
        omschrijving=feitenblad.waarde(dossier, "omschrijving") or None,
        doel_woorden=feitenblad.waarde(dossier, "doel_woorden"),
        datum_weging=vandaag,
        datum_delen=feitenblad.datum(dossier),
        regime=weging.regime_van(feitenblad.datum(dossier)) or "",
        gemaakt_door=aanvulling.gemaakt_door(dossier),
        vooraf=_gesteld(dossier, _keren_in(0)),
        samen=samen(alle) if waar.klaar else None,
        doelen=doelen,
        nagekeken=_nagekeken(alle, vandaag),
        altijd=_gesteld(dossier, _keren_in(5)),
        aanvulling=aanvulling.regels(dossier) if waar.klaar else None,
    )


def _partij(soort: str | None) -> Partij | None:
    return Partij(soort=soort, in_woorden=kort("organisatie", soort)) if soort else None


def _nagekeken(alle: Iterable[Bord], vandaag: dt.date) -> tuple[str, ...]:
    """Return the places these verdicts rest on that nobody read lately, in words."""
    genoemd = {bron.plaats for bord in alle for bron in bord.volledig.bronnen}
    return tuple(
        tekst("samenvatting.nagekeken_nooit", bron=plaats_)
        if laatst is None
        else tekst("samenvatting.nagekeken_dag", bron=plaats_, dag=dag(laatst))
        for plaats_, laatst in lang_geleden_nagekeken(vandaag).items()
        if plaats_ in genoemd
    )


def _titel(bord: Bord) -> str:
    s = bord.situatie
    onbekend = tekst("woorden_los.onbekend")
    doelen = [kort("doel", d) for d in feitenblad.doelen(bord.dossier) if d is not None]
    van = kort("organisatie", s.van) if s.van else onbekend
    naar = kort("organisatie", s.naar) if s.naar else onbekend
    return f"{van} - {naar}, {opsomming(doelen) or onbekend}"


@cache
def _keren_in(nummer: int) -> frozenset[str]:
    plekken = STAPPEN[nummer].vragen.values()
    return frozenset(plek.vraag for groep in plekken for plek in groep)


def _gesteld(
    dossier: Dossier, vragen: frozenset[str], doel: str | None = None
) -> tuple[GesteldeVraag, ...]:
    """Return the questions asked from this set, in the order in which they were answered."""
    uit = []
    for sleutel, antwoord in dossier.antwoorden.items():
        vraag = vraag_bij(sleutel)
        keer = keer_van(sleutel) if vraag is not None and vraag.id in vragen else None
        if keer is None or not _hoort_bij(keer, doel):
            continue
        uit.append(
            GesteldeVraag(
                sleutel=sleutel,
                vraag=vraagzin(keer, dossier),
                antwoord=antwoord_in_woorden(keer, antwoord.waarde, dossier),
            )
        )
    return tuple(uit)


def _hoort_bij(keer: Keer, doel: str | None) -> bool:
    return keer.doel is None or keer.doel == doel


def _uitspraak(bord: Bord, uit: Uitkomst, *, een: bool) -> str:
    """Return the verdict; of a single purpose what was asked is answered first."""
    antwoord = antwoordzin(bord, uit) if een else None
    verder = uitspraak(bord, uit)
    return verder if antwoord is None else f"{antwoord} {verder}"


def _doel(bord: Bord, waar: Plaats, *, een: bool) -> DoelVerslag:
    uit = bord.volledig
    return DoelVerslag(
        doel=bord.doel,
        doel_in_woorden=kort("doel", bord.doel) if bord.doel else tekst("woorden_los.onbekend"),
        naar=bord.situatie.naar,
        oordeel=uit.oordeel.value,
        oordeel_in_woorden=_uitspraak(bord, uit, een=een),
        grondslag=uit.grondslag and uit.grondslag.value,
        regels=tuple(_regel(id_) for id_ in uit.regels),
        bronnen=tuple(str(bron) for bron in uit.bronnen),
        stappen=tuple(_stap(bord, nummer, waar) for nummer in range(1, 5)),
        gegevens=tuple(
            GegevenVerslag(
                naam=g.naam,
                delen=g.delen,
                oordeel=g.oordeel.value,
                reden=g.reden,
                grondslag=g.grondslag and g.grondslag.value,
                regels=tuple(map(_regel, g.regels)),
                voorwaarden=tuple(
                    nummer
                    for nummer, waarvoor in enumerate(uit.voorwaarden_bij, 1)
                    if plek in waarvoor
                ),
            )
            for plek, g in enumerate(uit.gegevens)
        ),
        voorwaarden=uit.voorwaarden,
        acties=uit.acties,
        let_op=uit.let_op,
        alternatief=kort("alternatief", uit.alternatief) if uit.alternatief else None,
        ontbrekend=tuple(dict.fromkeys(onderwerp_van(naam) for naam in uit.ontbrekend)),
        in_elk_geval=uit.in_elk_geval,
        mogelijk=tuple(afloop_in_woorden(afloop, bord) for afloop in uit.mogelijk),
        kantelpunten=tuple(
            kantelpunt_in_woorden(punt)
            for punt in uit.kantelpunten
            # That sharing less may lead to sharing nothing is no news.
            if "gegevens" not in punt.feiten or punt.oordeel is not Oordeel.MAG_NIET
        ),
        andere_regeling=_andere(uit),
        feiten=bord.situatie.model_dump(mode="json", exclude_none=True),
    )


def _andere(uit: Uitkomst) -> str | None:
    if uit.andere_regeling is None:
        return None
    return tekst(
        "samenvatting.andere_regeling",
        regime=kennistekst(f"regime.{uit.andere_regeling.regime}"),
        oordeel=tekst(f"oordelen_kort.{uit.andere_regeling.oordeel}"),
    )


def _stap(bord: Bord, nummer: int, waar: Plaats) -> StapVerslag:
    # A question that more than one stap can ask is told where it belongs: at the first.
    eerder: frozenset[str] = frozenset().union(*(_keren_in(n) for n in range(1, nummer)))
    klaar = next(
        (a for a in waar.afgerond if a.stap.nummer == nummer and a.doel == bord.doel), None
    )
    gestopt = any(a.doel == bord.doel and a.einde in a.stap.stopt for a in waar.afgerond)
    regels = bord.regels_van_stap(nummer)
    titel = tekst(f"{STAPPEN[nummer].naam}.stap.titel")
    return StapVerslag(
        nummer=nummer,
        titel=titel,
        vragen=_gesteld(bord.dossier, _keren_in(nummer) - eerder, bord.doel),
        conclusie=conclusie(klaar, bord) if klaar is not None else None,
        overgeslagen=klaar is None and gestopt,
        regels=regelverslagen(regels, bord) if klaar else (),
        bronnen=tuple(map(str, bronnen_van_stap(regels, nummer, bord.stand))) if klaar else (),
    )


def regelverslagen(regels: Iterable[Regel], bord: Bord) -> tuple[RegelVerslag, ...]:
    """Return rules with the facts they rest on."""
    return tuple(_regel(r.id, spoor_van(bord.verschillend, r, bord.stand.kennis)) for r in regels)


def _regel(id_: str, feiten: tuple[str, ...] = ()) -> RegelVerslag:
    return RegelVerslag(id=id_, uitleg=kennistekst(f"regels.{id_}"), feiten=feiten)


def conclusie(klaar: Afgerond, bord: Bord) -> str:
    """Return the interim conclusion of a finished stap, in words."""
    gegevens = bord.per_gegeven
    alternatief = bord.stand.feiten.get("alternatief", "")
    namen = feitenblad.namen(bord.dossier)
    einde = klaar.einde.name
    nodig = [n for n, g in zip(namen, gegevens, strict=False) if g.feiten.get("nodig")]
    handig = [n for n, g in zip(namen, gegevens, strict=False) if g.feiten.get("nodig") is False]
    if einde == "NODIGE_GEGEVENS":
        einde = "DEELS_NODIG" if handig else "NODIG"
    return tekst(
        f"conclusies.stap_{klaar.stap.nummer}.{einde}",
        grondslag=grond_in_woorden(bord),
        nodig=opsomming(nodig),
        handig=opsomming(handig),
        alternatief=kort("alternatief", alternatief),
    )
