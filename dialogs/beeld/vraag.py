"""Wat er nu gevraagd wordt, met zijn veld: hetzelfde voor elk kanaal.

A channel that shows fields draws the field; one of text shows the choices by number (`als_tekst`).
It follows from what the dossier waits for, and from nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import shorten
from typing import Any, Final, Literal, assert_never

from dialogs.beeld import begrepen as gelezen
from dialogs.beeld import casus as casussen
from dialogs.beeld import hints, melden
from dialogs.beeld.aanvulling import Aanvulformulier, formulier
from dialogs.beeld.delen import BegrepenRegel, Optie, Schermdeel, Waarom, knop
from dialogs.beeld.wijzigen import te_wijzigen
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import (
    MAX_GEGEVENS,
    MAX_NAAM,
    MAX_TEKST,
    VRAGEN,
    Keer,
    Vraagsoort,
    keer_van,
)
from dialogs.dossier.wacht import (
    BEGREPEN,
    MELDT,
    WIJZIGT,
    BevestigCasus,
    BevestigOpnieuw,
    BevestigVerteld,
    BevestigWeging,
    Lijstkop,
    OpBegrepen,
    OpBundel,
    OpLijst,
    OpNiets,
    OpSlot,
    OpTwijfel,
    OpVraag,
    Zijpad,
)
from dialogs.procedure import STAPPEN, eerste_stap, plaats
from dialogs.procedure.bundels import Bundel, bundel_van
from dialogs.procedure.nog_te_gaan import nog_te_gaan
from dialogs.procedure.overzicht import acties_te_verdelen, nog_uit_te_zoeken
from dialogs.procedure.plek import plek
from dialogs.samenvatting import versies
from dialogs.teksten import heeft, tekst
from dialogs.weergave import (
    antwoord_in_woorden,
    bord_van,
    bronnen_van_vraag,
    dag,
    namens,
    onderwerp,
    onderwerp_van,
    opsomming,
    voortgang,
    vraagzin,
)
from knowledge.feiten import GRENZEN
from knowledge.teksten import tekst as kennistekst

Beeldsoort = Literal[
    "keuze",
    "meerkeuze",
    "ja_nee",
    "datum",
    "getal",
    "tekst",
    "gegevens",
    "selectie",
    "slot",
    "bevestig",
    "lijst",
    "bundel",
    "elders",
]
"""`elders`: what is asked is not shown here, because others read along."""

_REGEL: Final = 80
"""So many signs of an answer are enough to know it by."""
_VAAK: Final = 3
"""After so many misses there are ways out beside the answers."""


class Beeldvraag(Schermdeel):
    """What is asked now."""

    plek: str
    """Comes back with the answer, so that it cannot land on another question."""
    soort: Beeldsoort
    vraag: str
    stap: int
    vraag_bij_veld: str | None = None
    """Asks the same of who fills in a field: with rows nobody types commas."""
    sleutel: str | None = None
    toelichting: str | None = None
    voortgang: str | None = None
    doel: str | None = None
    onderwerp: str | None = None
    opties: tuple[Optie, ...] = ()
    alle: Optie | None = None
    geen: Optie | None = None
    overslaan: Optie | None = None
    weet_niet: Optie | None = None
    hulp: tuple[Optie, ...] = ()
    """More ways out, when answers were not understood time and again."""
    min: int | None = None
    max: int | None = None
    eenheid: str | None = None
    max_aantal: int | None = None
    max_lengte: int | None = None
    waarom: Waarom | None = None
    uitzoeken: str | None = None
    toch_niet: Optie | None = None
    """Leaves things as they are; where a question was opened to change it, and under a list."""
    huidig: Any = None
    """The present answer in the form of the field: JSON types only."""
    huidig_in_woorden: str | None = None
    misverstaan: int = 0
    velden: tuple[Beeldvraag, ...] = ()
    """The questions of a bundle, each with its own field; `vraag` is then one line."""
    genummerd: bool = False
    """A line of a bundle that is a statement, answered by its number when it is so; of a bundle:
    that it has such lines. They come before the others."""
    los: Optie | None = None
    """Asks the questions of a bundle one by one."""
    begrepen: tuple[BegrepenRegel, ...] = ()
    """What was read and is asked to confirm."""
    aanvulling: Aanvulformulier | None = None
    """What may be filled in for the record, when the weighing is done."""
    bewaard_als: str | None = None
    """The reference, when the weighing is done and kept."""
    nakijken: Optie | None = None
    """Shows all answers, each to be changed."""
    ongedaan: Optie | None = None
    """Takes the last change back."""
    resteert: str | None = None
    """About how many questions are left, where that is known."""
    net_gewijzigd: bool = False
    """The last change was one of an earlier answer."""


def beeldvraag(dossier: Dossier, *, meelezers: bool = False) -> Beeldvraag:
    """Return what is asked now; when the weighing is done, whether to keep it.

    Args:
        dossier: with a question open (`gesprek.hervat`).
        meelezers: others read along; what was read of the young person is then not shown.
    """
    return _met_terugwegen(_gesteld(dossier, meelezers=meelezers), dossier)


def _met_terugwegen(vraag: Beeldvraag, dossier: Dossier) -> Beeldvraag:
    """Return the question with the ways back that there are: all answers, the last change."""
    if vraag.soort in ("elders", "bevestig"):
        return vraag
    gelezen = isinstance(dossier.stand.wacht, OpBegrepen | OpTwijfel | OpLijst)
    gewijzigd = bool(dossier.eerder and dossier.eerder[-1].antwoorden)
    return vraag.model_copy(
        update={
            "nakijken": knop("nakijken") if dossier.antwoorden and not gelezen else None,
            "ongedaan": knop("ongedaan") if dossier.eerder else None,
            "resteert": None if vraag.soort in ("lijst", "slot") else resteert(dossier),
            "net_gewijzigd": gewijzigd,
        }
    )


def resteert(dossier: Dossier) -> str | None:
    """Return in words about how many questions are left; None where nobody can know."""
    aantal = nog_te_gaan(dossier)
    if aantal is None:
        return None
    soort = "resteert_een" if aantal == 1 else "resteert"
    return tekst(f"gesprek.{soort}", aantal=str(aantal))


def _gesteld(dossier: Dossier, *, meelezers: bool) -> Beeldvraag:
    wacht = dossier.stand.wacht
    if meelezers and isinstance(wacht, OpBegrepen | OpTwijfel):
        return _elders(wacht, dossier)
    match wacht:
        case BevestigOpnieuw() | BevestigWeging() | BevestigVerteld() | BevestigCasus() | OpLijst():
            return _zijpad(wacht, dossier, meelezers=meelezers)
        case OpSlot() | OpNiets():
            return _slot(dossier)
        case OpBegrepen():
            return _begrepen(wacht, dossier)
        case OpTwijfel():
            return _twijfel(wacht, dossier)
        case OpBundel():
            return _bundel(wacht, dossier, meelezers=meelezers)
        case OpVraag():
            return _open(wacht, dossier, meelezers=meelezers)
        case _:
            assert_never(wacht)


def waarom(keer: Keer, dossier: Dossier) -> Waarom:
    """Return why this is asked."""
    bronnen = bronnen_van_vraag(keer, feitenblad.datum(dossier))
    return Waarom(tekst=tekst(f"vragen.{keer.vraag.id}.waarom"), bronnen=tuple(map(str, bronnen)))


# --- wat de procedure niet zelf vraagt ---


def _zijpad(wacht: Zijpad, dossier: Dossier, *, meelezers: bool) -> Beeldvraag:
    match wacht:
        case BevestigOpnieuw() | BevestigWeging():
            return _bevestig(_zeker(wacht, dossier), dossier)
        case BevestigVerteld():
            return _wegen(wacht, dossier)
        case BevestigCasus():
            return _casus(wacht, dossier, meelezers=meelezers)
        case OpLijst():
            return _lijst(wacht, dossier, meelezers=meelezers)


def _stap(dossier: Dossier) -> int:
    keer = keer_van(dossier.stand.vraag or "")
    return STAPPEN[-1].nummer if keer is None else eerste_stap(keer.vraag)


def _basis(dossier: Dossier, soort: Beeldsoort, vraag: str) -> Beeldvraag:
    return Beeldvraag(plek=plek(dossier), soort=soort, vraag=vraag, stap=_stap(dossier))


def _bevestig(vraag: str, dossier: Dossier) -> Beeldvraag:
    opties = (knop("ja"), knop("nee"))
    return _basis(dossier, "bevestig", vraag).model_copy(update={"opties": opties})


def _zeker(wacht: BevestigOpnieuw | BevestigWeging, dossier: Dossier) -> str:
    """Return the question whether to do it, with what goes with it."""
    if isinstance(wacht, BevestigOpnieuw):
        return tekst("gesprek.opnieuw_zeker")
    if wacht.doe == "basis":
        return tekst("basis.zeker", kenmerk=wacht.kenmerk)
    if wacht.doe == "herweeg":
        return tekst("versies.zeker", kenmerk=wacht.kenmerk)
    bewaard = dossier.stand.bewaard_als
    ook = bewaard is not None and versies.basis(bewaard) == versies.basis(wacht.kenmerk)
    zeker = tekst("verwijderd.zeker", kenmerk=wacht.kenmerk)
    return f"{zeker} {tekst('verwijderd.zeker_gesprek')}" if ook else zeker


def _elders(wacht: OpBegrepen | OpTwijfel, dossier: Dossier) -> Beeldvraag:
    """Say that something was understood, but not what."""
    vraag = _basis(dossier, "elders", tekst(f"bot.{wacht.soort}_niet_hier"))
    return vraag.model_copy(update={"voortgang": voortgang(vraag.stap, None, dossier)})


def _casus(wacht: BevestigCasus, dossier: Dossier, *, meelezers: bool) -> Beeldvraag:
    casus = casussen.casus(wacht.casus)
    if casus is None:  # an upgrade took it away
        return beeldvraag(dossier.wachtend(wacht.terug), meelezers=meelezers)
    return _bevestig(casussen.voorstel(dossier, casus), dossier)


def _wegen(wacht: BevestigVerteld, dossier: Dossier) -> Beeldvraag:
    """Ask whether to weigh what was told; what was found about it can be read first."""
    soort = "wegen_zeker"
    if wacht.opnieuw:
        soort = "wegen_nieuw" if dossier.stand.bewaard_als is None else "wegen_nieuw_bewaard"
    vraag = _bevestig(tekst(f"gesprek.{soort}"), dossier)
    labels = casussen.aanbod()
    lezen = tuple(Optie(waarde=w, label=labels.get(w, w)) for w in wacht.lezen)
    return vraag.model_copy(update={"opties": (*vraag.opties, *lezen)})


def _lijst(wacht: OpLijst, dossier: Dossier, *, meelezers: bool) -> Beeldvraag:
    wijzigt = wacht.kop in WIJZIGT
    labels = _onderwerpen_om_te_wijzigen(dossier) if wijzigt else casussen.aanbod()
    if wacht.kop in MELDT:
        labels = melden.labels(wacht.keuzes)
    if wacht.kop == "bewaar_reden":
        labels = versies.redenen()
    if wacht.kop == "nakijken" and not meelezers:
        labels = _antwoorden_om_na_te_kijken(dossier)
    opties = tuple(Optie(waarde=w, label=labels.get(w, w)) for w in wacht.keuzes)
    verder = tekst("opzoeken.verder")
    terug = knop("toch_niet") if wijzigt else Optie(waarde=verder, label=verder)
    return _basis(dossier, "lijst", lijstkop(wacht.kop)).model_copy(
        update={
            "vraag_bij_veld": _lijstvraag(wacht.kop),
            "opties": opties,
            "toch_niet": None if terug in opties else terug,
        }
    )


def _lijstvraag(kop: Lijstkop) -> str | None:
    """Return the question below a heading that asks nothing itself."""
    match kop:
        case "wijzig_onbekend":
            return tekst("gesprek.wijzig_wat")
        case "gevonden" | "in_de_buurt":
            return tekst("opzoeken.kies")
        case _:
            return None


def lijstkop(kop: str) -> str:
    """Return what stands above a list."""
    match kop:
        case "nakijken" | "wijzig_wat" | "wijzig_onbekend":
            return tekst(f"gesprek.{kop}")
        case "meld_oordeel" | "meld_onderwerp":
            return tekst(f"melden.{kop}")
        case "casussen":
            return tekst("opzoeken.casussen")
        case "bewaar_reden":
            return tekst("versies.bewaar_reden")
        case _:
            return kennistekst(f"zoeken.{kop}")


def _onderwerpen_om_te_wijzigen(dossier: Dossier) -> dict[str, str]:
    return {tekst("gesprek.wijzig_opdracht", onderwerp=n): n for n in te_wijzigen(dossier)}


def _antwoorden_om_na_te_kijken(dossier: Dossier) -> dict[str, str]:
    return {
        tekst("gesprek.wijzig_opdracht", onderwerp=naam): tekst(
            "gesprek.nakijken_regel", onderwerp=naam, antwoord=_in_het_kort(keer, dossier)
        )
        for naam, keer in te_wijzigen(dossier).items()
    }


def _in_het_kort(keer: Keer, dossier: Dossier) -> str:
    """Return the present answer on one line; of the day of sharing what we count with."""
    antwoord = dossier.antwoorden.get(keer.sleutel)
    if antwoord is None:
        geteld = keer.vraag.soort is Vraagsoort.DATUM
        return dag(feitenblad.datum(dossier)) if geteld else tekst("woorden_los.onbekend")
    woorden = " ".join(antwoord_in_woorden(keer, antwoord.waarde, dossier).split())
    return shorten(woorden, _REGEL, placeholder=tekst("woorden_los.enzovoort"))


def _slot(dossier: Dossier) -> Beeldvraag:
    kenmerk = dossier.stand.bewaard_als
    uit_te_zoeken = dict.fromkeys(map(onderwerp_van, nog_uit_te_zoeken(dossier)))
    open_ = tekst("gesprek.nog_niet_compleet", onderwerpen=", ".join(uit_te_zoeken))
    sleutel = "gesprek.bewaar_vraag" if kenmerk is None else "bewaard.vraag"
    vraag = _basis(dossier, "slot", tekst(sleutel))
    return vraag.model_copy(
        update={
            "toelichting": open_ if uit_te_zoeken else None,
            "opties": (*_na_afloop(kenmerk), knop("aanvullen"), melden.knop_bij(melden.OORDEEL)),
            "bewaard_als": kenmerk,
            "aanvulling": formulier(dossier) if plaats(dossier).klaar else None,
        }
    )


def _na_afloop(kenmerk: str | None) -> tuple[Optie, ...]:
    """Return what can be done with a weighing that is done, and perhaps kept."""
    if kenmerk is None:
        return tuple(map(knop, ("bewaar", "wijzig", "opnieuw")))
    waarden = {naam: tekst(f"bewaard.{naam}_waarde", kenmerk=kenmerk) for naam in ("lees", "basis")}
    lees, basis = (Optie(waarde=w, label=tekst(f"bewaard.{naam}")) for naam, w in waarden.items())
    return (lees, knop("opnieuw"), basis, knop("wijzig"))


# --- wat er gelezen is ---


def _begrepen(wacht: OpBegrepen, dossier: Dossier) -> Beeldvraag:
    return _vraag(Keer(VRAGEN[BEGREPEN]), dossier).model_copy(
        update={
            "begrepen": gelezen.regels(dossier, alles=wacht.alles),
            "misverstaan": wacht.misverstaan,
        }
    )


def _twijfel(wacht: OpTwijfel, dossier: Dossier) -> Beeldvraag:
    return _vraag(Keer(VRAGEN[BEGREPEN]), dossier).model_copy(
        update={
            "soort": "keuze",
            "vraag": gelezen.twijfelvraag(dossier),
            "toelichting": vraagzin(gelezen.twijfelkeer(dossier.stand.twijfel[0]), dossier),
            "vraag_bij_veld": None,
            "opties": gelezen.twijfelopties(dossier),
            "misverstaan": wacht.misverstaan,
        }
    )


# --- één vraag ---


def _open(wacht: OpVraag, dossier: Dossier, *, meelezers: bool) -> Beeldvraag:
    keer = keer_van(wacht.vraag)
    if keer is None:  # an upgrade took it away
        return _slot(dossier)
    vraag = _vraag(keer, dossier)
    return (_zonder_antwoorden(vraag) if meelezers else vraag).model_copy(
        update={
            "toch_niet": knop("toch_niet") if wacht.wijzigt else None,
            "misverstaan": wacht.misverstaan,
            "hulp": _hulp(keer) if wacht.misverstaan >= _VAAK else (),
        }
    )


def _zonder_antwoorden(vraag: Beeldvraag) -> Beeldvraag:
    """Return a question without what follows from answers: hints, actions, the present answer."""
    # Of actions the question itself is: then it must be said where they are.
    elders = tekst("bot.niet_hier") if vraag.sleutel == "opvolging" else None
    weg = {"toelichting": elders, "huidig": None, "huidig_in_woorden": None}
    return vraag.model_copy(update=weg)


def _vraag(keer: Keer, dossier: Dossier) -> Beeldvraag:
    return _veld(keer, dossier, plek(dossier))


def _veld(keer: Keer, dossier: Dossier, hier: str) -> Beeldvraag:
    """Return one question; `hier` is the mark of what is asked, the same for a whole bundle."""
    vraag = keer.vraag
    laagste, hoogste = GRENZEN.get(vraag.id, (None, None))
    soort = _soort(keer, dossier)
    antwoord = dossier.antwoorden.get(keer.sleutel)
    veld = f"vragen.{vraag.id}.vraag_scherm"
    stap = eerste_stap(vraag)
    return Beeldvraag(
        plek=hier,
        soort=soort,
        vraag=vraagzin(keer, dossier, als_markdown=True),
        vraag_bij_veld=tekst(veld) if heeft(veld) else None,
        stap=stap,
        sleutel=keer.sleutel,
        toelichting=_toelichting(keer, dossier),
        voortgang=voortgang(stap, keer.doel, dossier),
        doel=keer.doel,
        onderwerp=onderwerp(keer),
        opties=_opties(soort, keer, dossier),
        alle=knop("alle") if soort == "selectie" else None,
        geen=knop("geen") if soort == "selectie" else None,
        overslaan=knop("overslaan") if vraag.overslaan_mag else None,
        weet_niet=knop("weet_niet") if vraag.onbekend_mag else None,
        min=laagste,
        max=hoogste,
        eenheid=tekst(f"eenheden.{vraag.id}") if soort == "getal" else None,
        max_aantal=MAX_GEGEVENS if soort == "gegevens" else None,
        max_lengte={"gegevens": MAX_NAAM, "tekst": MAX_TEKST}.get(soort),
        waarom=waarom(keer, dossier),
        uitzoeken=tekst(f"vragen.{vraag.id}.uitzoeken"),
        huidig=_huidig(soort, keer, dossier),
        huidig_in_woorden=(
            None if antwoord is None else antwoord_in_woorden(keer, antwoord.waarde, dossier)
        ),
    )


def _hulp(keer: Keer) -> tuple[Optie, ...]:
    getallen = tuple(Optie(waarde=g, label=g) for g in keer.vraag.voorbeelden)
    return (*getallen, knop("terug"), knop("help"))


def _toelichting(keer: Keer, dossier: Dossier) -> str | None:
    """Return what goes above a question: actions to divide, a kind to confirm, or hints."""
    match keer.vraag.id:
        case "opvolging":
            acties = "\n".join(f"- {actie}" for actie in acties_te_verdelen(dossier))
            return tekst("gesprek.acties_kop", acties=acties)
        case "soort":
            soort = gelezen.soort_van(keer, dossier)
            woorden = antwoord_in_woorden(keer, list(soort), dossier)
            return tekst("begrepen.soort", soort=woorden) if soort else None
        case "nodig":
            return hints.bij_nodig(dossier)
        case _:
            return None


def _soort(keer: Keer, dossier: Dossier) -> Beeldsoort:
    if keer.vraag.soort is Vraagsoort.SELECTIE and len(feitenblad.namen(dossier)) == 1:
        return "ja_nee"
    return keer.vraag.soort.value


def _opties(soort: Beeldsoort, keer: Keer, dossier: Dossier) -> tuple[Optie, ...]:
    match soort:
        case "ja_nee":
            return tuple(
                knop("ja" if ja else "nee").model_copy(update={"in_formulier": ja})
                for ja in (True, False)
            )
        case "keuze":
            keuzes = keer.vraag.keuzes.items()
            return tuple(Optie(waarde=k, label=k, in_formulier=waarde) for waarde, k in keuzes)
        case "meerkeuze":
            return _genummerd((label, waarde) for waarde, label in keer.vraag.keuzes.items())
        case "selectie":
            return _genummerd((naam, n) for n, naam in enumerate(feitenblad.namen(dossier), 1))
        case _:
            return ()


def _genummerd(opties: Iterable[tuple[str, str | int]]) -> tuple[Optie, ...]:
    # By number: a label with a comma in it would read as two answers.
    return tuple(
        Optie(waarde=str(n), label=label, in_formulier=waarde)
        for n, (label, waarde) in enumerate(opties, 1)
    )


def _huidig(soort: Beeldsoort, keer: Keer, dossier: Dossier) -> Any:
    if soort == "datum":
        return feitenblad.datum(dossier).isoformat()
    waarde = feitenblad.waarde(dossier, keer.sleutel)
    if waarde is None:
        return None
    match soort:
        case "ja_nee":
            return tekst("knoppen.ja" if waarde else "knoppen.nee")
        case "keuze":
            return keer.vraag.keuzes.get(waarde)
        case "meerkeuze":
            return _nummers(list(keer.vraag.keuzes), waarde)
        case "selectie":
            return _nummers(feitenblad.namen(dossier), waarde)
        case _:
            return waarde


def _nummers(waarden: Sequence[str], gekozen: Sequence[str]) -> list[str]:
    return [str(n) for n, waarde in enumerate(waarden, 1) if waarde in gekozen]


# --- vragen bij elkaar ---


def _bundel(wacht: OpBundel, dossier: Dossier, *, meelezers: bool) -> Beeldvraag:
    keren = [keer for sleutel in wacht.vragen if (keer := keer_van(sleutel)) is not None]
    eerste = keer_van(wacht.vraag)
    bundel = bundel_van(keren[0]) if keren else None
    if bundel is None or eerste is None:
        return _slot(dossier)
    los = tekst("bundelzinnen.een_voor_een")
    stap = eerste_stap(eerste.vraag)
    hier = plek(dossier)
    velden = tuple(
        _veld(keer, dossier, hier).model_copy(
            update={
                "vraag": _rij(keer, dossier),
                "vraag_bij_veld": vraagzin(keer, dossier) if bundel.weegt else None,
                "genummerd": bundel.rijtje and keer.vraag.id not in bundel.mee,
            }
        )
        for keer in keren
    )
    hints_ = tuple(veld.toelichting for veld in velden if veld.toelichting and not meelezers)
    return Beeldvraag(
        plek=hier,
        soort="bundel",
        vraag=_kop(bundel, keren, dossier),
        stap=stap,
        sleutel=wacht.vraag,
        toelichting="\n\n".join(hints_) or None,
        voortgang=_voortgang(keren, eerste, dossier),
        alle=knop("alle") if bundel.rijtje and bundel.alle_kan else None,
        geen=knop("geen") if bundel.rijtje and not bundel.weegt else None,
        los=Optie(waarde=los, label=los),
        waarom=Waarom(tekst=redenen_samen(keren), bronnen=_bronnen(velden)),
        uitzoeken=tekst(_deels(bundel, keren, "hulp")),
        misverstaan=wacht.misverstaan,
        genummerd=bundel.rijtje,
        velden=velden,
    )


def _voortgang(keren: Sequence[Keer], eerste: Keer, dossier: Dossier) -> str:
    stappen = sorted({eerste_stap(keer.vraag) for keer in keren} - {0})
    return voortgang(eerste_stap(eerste.vraag), eerste.doel, dossier, tot=max(stappen, default=0))


def _kop(bundel: Bundel, keren: Sequence[Keer], dossier: Dossier) -> str:
    eigen = f"bundels.{bundel.id}.kop_namens"
    if heeft(eigen) and namens(bord_van(keren[0], dossier)):
        return tekst(eigen)
    return tekst(_deels(bundel, keren, "kop"))


def _deels(bundel: Bundel, keren: Sequence[Keer], naam: str) -> str:
    """Return the key of a text of a bundle; a part of its questions may have one of its own."""
    heel = f"bundels.{bundel.id}.{naam}"
    deels = f"{heel}_deels"
    return deels if len(keren) < len(bundel.vragen) and heeft(deels) else heel


def _rij(keer: Keer, dossier: Dossier) -> str:
    """Return a question as one line of a bundle: a statement, or what to tell."""
    rij = f"rijen.{keer.vraag.id}"
    if heeft(f"{rij}_namens") and namens(bord_van(keer, dossier)):
        rij = f"{rij}_namens"
    namen = feitenblad.namen(dossier)
    if len(namen) > 1 and heeft(f"{rij}_meer"):
        rij = f"{rij}_meer"
    return tekst(rij, gegeven="".join(namen[:1]), gegevens=opsomming(namen))


def redenen_samen(keren: Sequence[Keer]) -> str:
    """Return the reason for each of these questions, one line each."""
    return "\n".join(
        tekst(
            "bundelzinnen.waarom",
            onderwerp=onderwerp(keer),
            waarom=tekst(f"vragen.{keer.vraag.id}.waarom"),
        )
        for keer in keren
    )


def _bronnen(velden: Iterable[Beeldvraag]) -> tuple[str, ...]:
    alle = (bron for veld in velden if veld.waarom is not None for bron in veld.waarom.bronnen)
    return tuple(dict.fromkeys(alle))
