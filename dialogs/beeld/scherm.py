"""Het scherm: alles wat een scherm van een weging laat zien, berekend uit het dossier.

What was answered and concluded, what is asked now, how far we are and what the summary says so
far. A page that loads anew or a second one sees the same, because there is nothing else to know.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal

from dialogs.beeld import Beeld
from dialogs.beeld.als_tekst import gezegde
from dialogs.beeld.casus import aanbod, lees_verder
from dialogs.beeld.delen import Optie, Schermdeel, Waarom, knop
from dialogs.beeld.gezegd import (
    Genoteerd,
    Gevaarmelding,
    Gezegde,
    Huidig,
    Onderwerp,
    Samengevat,
    Tussenconclusie,
    Zin,
)
from dialogs.beeld.hulp import Hulp, hulp_bij
from dialogs.beeld.verslag import Verslag, verslag
from dialogs.beeld.vraag import Beeldvraag, beeldvraag, waarom
from dialogs.beeld.wijzigen import te_wijzigen
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.procedure import STAPPEN, Plaats, plaats
from dialogs.samenvatting import GesteldeVraag, RegelVerslag, Samenvatting, StapVerslag
from dialogs.samenvatting.maken import maak as maak_samenvatting
from dialogs.teksten import tekst
from dialogs.weergave import dag, kort, onderwerp, voortgang, vraagzin

Toestand = Literal["open", "bezig", "deels", "klaar", "overgeslagen"]


class Beantwoord(Schermdeel):
    """A question with its answer in words."""

    sleutel: str
    onderwerp: str
    vraag: str
    antwoord: str
    bekend: bool
    wijzig: str
    """The text that opens the question again."""
    waarom: Waarom


class Tussenstand(Schermdeel):
    """The conclusion of a stap, with what it rests on."""

    tekst: str
    regels: tuple[RegelVerslag, ...]
    bronnen: tuple[str, ...]


class Blok(Schermdeel):
    """What was asked and concluded in one stap, for one purpose."""

    sleutel: str
    stap: int
    titel: str
    doel: str | None
    vragen: tuple[Beantwoord, ...]
    tussenstand: Tussenstand | None = None


class HaltePerDoel(Schermdeel):
    """How far one purpose is in a stap."""

    doel: str
    doel_in_woorden: str
    toestand: Toestand


class Halte(Schermdeel):
    """One stop of the rail."""

    stap: int
    titel: str
    toestand: Toestand
    hier: bool
    per_doel: tuple[HaltePerDoel, ...] = ()


class Schermbeeld(Schermdeel):
    """All that is on the screen."""

    gesprek: str
    groet: str
    blokken: tuple[Blok, ...]
    vraag: Beeldvraag
    rail: tuple[Halte, ...]
    samenvatting: Verslag
    bewaard_als: str | None
    hulp: Hulp | None
    """Stays in sight until somebody says to have seen it."""


def schermbeeld(dossier: Dossier, vandaag: dt.date) -> Schermbeeld:
    """Compute what a screen shows of this dossier; `vandaag` dates the summary."""
    waar = plaats(dossier)
    samenvatting = maak_samenvatting(dossier, vandaag)
    vraag = _met_velden(beeldvraag(dossier))
    return Schermbeeld(
        gesprek=dossier.id,
        groet=tekst("gesprek.groet"),
        blokken=tuple(blok for blok in _blokken(dossier, samenvatting, waar) if _toont_iets(blok)),
        vraag=vraag,
        rail=_rail(dossier, waar, vraag.stap),
        samenvatting=verslag(samenvatting),
        bewaard_als=dossier.stand.bewaard_als,
        hulp=hulp_bij(dossier),
    )


def _met_velden(vraag: Beeldvraag) -> Beeldvraag:
    """Return the question as one asks it of who fills in fields and sees what was kept."""
    anders: dict[str, object] = {"vraag": vraag.vraag_bij_veld or vraag.vraag}
    match vraag.soort:
        case "slot":
            # There is a form for it.
            opties = tuple(optie for optie in vraag.opties if optie != knop("aanvullen"))
            anders["opties"] = opties
            if vraag.bewaard_als is not None:
                anders["vraag"] = tekst("gesprek.bewaard", kenmerk=vraag.bewaard_als)
                # To read it there is a link beside the verdict.
                anders["opties"] = opties[1:]
        case "lijst":
            if vraag.vraag_bij_veld is not None:
                anders["toelichting"] = f"**{vraag.vraag}**"
            if vraag.toch_niet is not None:
                anders |= {"opties": (*vraag.opties, vraag.toch_niet), "toch_niet": None}
        case "bundel":
            # 'Geen' is a shortcut only where it says 'nothing special'.
            anders |= {"geen": None if vraag.alle else vraag.geen, "alle": None, "uitzoeken": None}
            anders["velden"] = tuple(
                veld.model_copy(update={"vraag": veld.vraag_bij_veld or veld.vraag})
                for veld in vraag.velden
            )
        case _:
            pass
    return vraag.model_copy(update=anders)


class Melding(Schermdeel):
    """Something said once: an explanation, a warning, a topic."""

    soort: str
    tekst: str
    keuzes: tuple[Optie, ...] = ()
    onderwerp: str | None = None
    """Id of the topic it shows, to read on in the naslag."""


def meldingen(beeld: Beeld) -> tuple[Melding, ...]:
    """Return from a turn what the screen does not show by itself.

    What was noted, present answers, interim conclusions, the summary at the end and the way to help
    are part of it, and so is that this goes.
    """
    slot = beeld.vraag is not None and beeld.vraag.soort == "slot"
    altijd = (Huidig, Genoteerd, Tussenconclusie, Gevaarmelding)
    al_te_zien = (*altijd, *((Samengevat,) if slot else ()))
    return tuple(
        _melding(deel)
        for deel in beeld.gezegd
        if not isinstance(deel, al_te_zien) and not _staat_er(deel, slot=slot)
    )


def _staat_er(deel: Gezegde, *, slot: bool) -> bool:
    """Tell whether the screen shows what a sentence says.

    That a warning goes is seen; the end of a weighing shows its reference, and the field for one's
    own.
    """
    bij_slot = ("gesprek.bewaard", "bewaard.eigen_vraag") if slot else ()
    return isinstance(deel, Zin) and deel.sleutel in ("gesprek.gezien", *bij_slot)


def _melding(deel: Gezegde) -> Melding:
    bericht = gezegde(deel)
    namen = aanbod()
    # On a screen one reads on in the naslag, by a link of its own.
    niet = lees_verder().waarde if isinstance(deel, Onderwerp) else None
    return Melding(
        soort=deel.soort,
        tekst=bericht.tekst,
        keuzes=tuple(
            Optie(waarde=optie.waarde, label=namen.get(optie.waarde, optie.label))
            for optie in bericht.keuzes
            if optie.waarde != niet
        ),
        onderwerp=deel.id if isinstance(deel, Onderwerp) else None,
    )


# --- blokken ----------------------------------------------------------------------------------


def _toont_iets(blok: Blok) -> bool:
    return bool(blok.vragen or blok.tussenstand)


def _blokken(dossier: Dossier, samenvatting: Samenvatting, waar: Plaats) -> Iterator[Blok]:
    maak = _Beantwoorder(dossier)
    vooraf = maak(samenvatting.vooraf)
    if waar.stap.nummer > 0:
        vooraf = (*vooraf, _dag_van_delen(dossier))
    yield Blok(sleutel="0", stap=0, titel=voortgang(0, None, dossier), doel=None, vragen=vooraf)
    for doel in samenvatting.doelen:
        for stap in doel.stappen:
            yield Blok(
                sleutel=f"{stap.nummer}@{doel.doel or ''}",
                stap=stap.nummer,
                titel=voortgang(stap.nummer, doel.doel, dossier),
                doel=doel.doel,
                vragen=maak(stap.vragen),
                tussenstand=_tussenstand(stap),
            )
    altijd = maak(samenvatting.altijd)
    yield Blok(sleutel="5", stap=5, titel=voortgang(5, None, dossier), doel=None, vragen=altijd)


class _Beantwoorder:
    """Turns questions of the summary into those on the screen, each once.

    The summary repeats with every purpose what holds for all of them.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        alle = te_wijzigen(dossier).items()
        self._over = {keer.sleutel: (naam, keer) for naam, keer in alle}

    def __call__(self, gesteld: Iterable[GesteldeVraag]) -> tuple[Beantwoord, ...]:
        """Return those that were not returned before."""
        return tuple(self._een(v) for v in gesteld if v.sleutel in self._over)

    def _een(self, gesteld: GesteldeVraag) -> Beantwoord:
        naam, keer = self._over.pop(gesteld.sleutel)
        return Beantwoord(
            sleutel=gesteld.sleutel,
            onderwerp=onderwerp(keer),
            vraag=gesteld.vraag,
            antwoord=gesteld.antwoord,
            bekend=self._dossier.antwoorden[gesteld.sleutel].waarde is not None,
            wijzig=tekst("gesprek.wijzig_opdracht", onderwerp=naam),
            waarom=waarom(keer, self._dossier),
        )


def _dag_van_delen(dossier: Dossier) -> Beantwoord:
    """Return the day we count with: assumed, and to be changed like an answer."""
    keer = Keer(VRAGEN["datum"])
    return Beantwoord(
        sleutel=keer.sleutel,
        onderwerp=onderwerp(keer),
        vraag=vraagzin(keer, dossier),
        antwoord=dag(feitenblad.datum(dossier)),
        bekend=True,
        wijzig=tekst("gesprek.wijzig_opdracht", onderwerp=onderwerp(keer)),
        waarom=waarom(keer, dossier),
    )


def _tussenstand(stap: StapVerslag) -> Tussenstand | None:
    if stap.conclusie is None:
        return None
    return Tussenstand(tekst=stap.conclusie, regels=stap.regels, bronnen=stap.bronnen)


# --- rail -------------------------------------------------------------------------------------


def _rail(dossier: Dossier, waar: Plaats, hier: int) -> tuple[Halte, ...]:
    return tuple(_halte(stap.nummer, dossier, waar, hier) for stap in STAPPEN)


def _halte(nummer: int, dossier: Dossier, waar: Plaats, hier: int) -> Halte:
    doelen = feitenblad.doelen(dossier)
    if nummer in range(1, 5):
        titel = tekst(f"{STAPPEN[nummer].naam}.stap.titel")
        toestanden = [_toestand(nummer, doel, waar) for doel in doelen]
    else:
        titel = voortgang(nummer, None, dossier)
        toestanden = [_toestand(nummer, doelen[0], waar)]
    per_doel = [
        HaltePerDoel(doel=doel, doel_in_woorden=kort("doel", doel), toestand=toestand)
        for doel, toestand in zip(doelen, toestanden, strict=False)
        if doel is not None and len(toestanden) > 1
    ]
    return Halte(
        stap=nummer,
        titel=titel,
        toestand=_samen(toestanden),
        hier=nummer == hier,
        per_doel=tuple(per_doel),
    )


def _toestand(nummer: int, doel: str | None, waar: Plaats) -> Toestand:
    eigen = [klaar for klaar in waar.afgerond if nummer in (0, 5) or klaar.doel == doel]
    if any(klaar.stap.nummer == nummer for klaar in eigen):
        return "klaar"
    if nummer not in (0, 5) and any(klaar.einde in klaar.stap.stopt for klaar in eigen):
        return "overgeslagen"
    hier = waar.stap.nummer == nummer and (nummer in (0, 5) or waar.doel == doel)
    return "bezig" if hier else "open"


def _samen(toestanden: list[Toestand]) -> Toestand:
    verschillend = set(toestanden)
    if len(verschillend) == 1:
        return toestanden[0]
    if "bezig" in verschillend:
        return "bezig"
    return "klaar" if verschillend == {"klaar", "overgeslagen"} else "deels"
