"""De vraag op het scherm: alles wat nodig is om het juiste veld te tekenen."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Literal

from dialogs.beeld import berichten as zeg
from dialogs.beeld import bundel as bundelberichten
from dialogs.beeld.delen import BegrepenRegel, Optie, Schermdeel, Waarom
from dialogs.beeld.wijzigen import te_wijzigen
from dialogs.beurt import Keuze, beginnen, opzoeken
from dialogs.beurt.vervolg import gevraagd, samen
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import Keer, Soort
from dialogs.procedure import Plaats, eerste_stap
from dialogs.procedure.bundels import Bundel, bundel_van
from dialogs.samenvatting import Samenvatting
from dialogs.teksten import heeft, tekst
from dialogs.verstaan import twijfel, voorstellen
from dialogs.verstaan.antwoord import MAX_GEGEVENS, MAX_NAAM, MAX_TEKST, keuzes_van
from dialogs.weergave import antwoord_in_woorden, bronnen_van_vraag, onderwerp
from knowledge.feiten import GRENZEN

Schermsoort = Literal[
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
]


class Schermvraag(Schermdeel):
    """What is asked now."""

    plek: str
    """Comes back with the answer, so that it cannot land on another question."""
    soort: Schermsoort
    vraag: str
    stap: int
    sleutel: str | None = None
    toelichting: str | None = None
    voortgang: str | None = None
    doel: str | None = None
    onderwerp: str | None = None
    opties: tuple[Optie, ...] = ()
    geen: Optie | None = None
    overslaan: Optie | None = None
    weet_niet: Optie | None = None
    min: int | None = None
    max: int | None = None
    eenheid: str | None = None
    max_aantal: int | None = None
    max_lengte: int | None = None
    waarom: Waarom | None = None
    uitzoeken: str | None = None
    toch_niet: Optie | None = None
    """Leaves the answer as it is; only where a question was opened to change it."""
    huidig: Any = None
    """The present answer in the form of the field: JSON types only."""
    huidig_in_woorden: str | None = None
    misverstaan: int = 0
    velden: tuple[Schermvraag, ...] = ()
    """The questions of a bundle, each with its own field; `vraag` is then one line."""
    los: Optie | None = None
    """Asks the questions of a bundle one by one."""
    begrepen: tuple[BegrepenRegel, ...] = ()
    """What was read and is asked to confirm; then `toelichting` does not list it again."""


def plek(dossier: Dossier) -> str:
    """Return where the conversation is, to tell a late answer from an answer to this question."""
    stand = dossier.stand
    if stand.bevestigt_opnieuw:
        hier = "bevestig"
    elif stand.begint_met:
        hier = f"begin {stand.begint_met}"
    elif stand.lijst:
        hier = "lijst"
    else:
        # A bundle begins at the question that is asked by itself when the bundle was answered.
        hier = f"{stand.vraag} {len(stand.los)}" if stand.vraag else "slot"
        if stand.vraag == "begrepen" and stand.twijfel:
            hier = f"begrepen {stand.twijfel[0][0].sleutel}"
    return f"{dossier.id} {hier}"


def waarom(keer: Keer, dossier: Dossier) -> Waarom:
    """Return why this is asked."""
    bronnen = bronnen_van_vraag(keer, feitenblad.datum(dossier))
    return Waarom(tekst=tekst(f"vragen.{keer.vraag.id}.waarom"), bronnen=tuple(map(str, bronnen)))


def schermvraag(dossier: Dossier, waar: Plaats, samenvatting: Samenvatting) -> Schermvraag:
    """Return what is asked now; when the weighing is done, whether to keep it."""
    stand = dossier.stand
    if stand.bevestigt_opnieuw:
        return _bevestig(tekst("gesprek.opnieuw_zeker"), dossier, waar)
    if casus := beginnen.casus(stand.begint_met):
        return _bevestig(beginnen.voorstel(dossier, casus), dossier, waar)
    if stand.lijst:
        return _lijst(dossier, waar)
    keer = gevraagd(dossier, waar) or waar.keer
    if keer is None:
        return _slot(dossier, waar, samenvatting)
    bundel = bundel_van(keer)
    keren = samen(dossier, waar)
    return _bundel(bundel, keren, dossier) if bundel and keren else _vraag(keer, dossier)


def _bevestig(vraag: str, dossier: Dossier, waar: Plaats) -> Schermvraag:
    return Schermvraag(
        plek=plek(dossier),
        soort="bevestig",
        vraag=vraag,
        stap=waar.stap.nummer,
        opties=(_knop("ja"), _knop("nee")),
    )


def _lijst(dossier: Dossier, waar: Plaats) -> Schermvraag:
    wijzigingen = {
        tekst("gesprek.wijzig_opdracht", onderwerp=naam): naam for naam in te_wijzigen(dossier)
    }
    wijzigt = any(waarde in wijzigingen for waarde in dossier.stand.lijst)
    labels = wijzigingen if wijzigt else opzoeken.aanbod()
    verder = tekst("opzoeken.verder")
    weg = _knop("toch_niet") if wijzigt else _optie(Keuze(verder, verder))
    gekozen = [w for w in dossier.stand.lijst if w in labels and w != weg.waarde]
    return Schermvraag(
        plek=plek(dossier),
        soort="lijst",
        vraag=tekst("gesprek.wijzig_wat" if wijzigt else "opzoeken.kies"),
        stap=waar.stap.nummer,
        opties=(*(Optie(waarde=waarde, label=labels[waarde]) for waarde in gekozen), weg),
    )


def _slot(dossier: Dossier, waar: Plaats, samenvatting: Samenvatting) -> Schermvraag:
    kenmerk = dossier.stand.bewaard_als
    slot = zeg.slot(samenvatting)[-1]
    opties = tuple(map(_optie, slot.keuzes))
    return Schermvraag(
        plek=plek(dossier),
        soort="slot",
        vraag=tekst("gesprek.bewaard", kenmerk=kenmerk) if kenmerk else slot.tekst,
        stap=waar.stap.nummer,
        opties=opties[1:] if kenmerk else opties,
    )


def _vraag(keer: Keer, dossier: Dossier) -> Schermvraag:
    vraag, stand = keer.vraag, dossier.stand
    laagste, hoogste = GRENZEN.get(vraag.id, (None, None))
    soort = _soort(keer, dossier)
    antwoord = dossier.antwoorden.get(keer.sleutel)
    begrepen = _begrepen(dossier) if vraag.id == "begrepen" and not stand.twijfel else ()
    return Schermvraag(
        plek=plek(dossier),
        soort=soort,
        vraag=_vraagzin(keer, dossier),
        stap=eerste_stap(vraag),
        sleutel=keer.sleutel,
        toelichting=None if begrepen else zeg.toelichting(keer, dossier),
        voortgang=zeg.voortgang(keer, dossier),
        doel=keer.doel,
        onderwerp=onderwerp(keer),
        opties=_opties(soort, keer, dossier),
        geen=_knop("geen") if soort == "selectie" else None,
        overslaan=_knop("overslaan") if vraag.overslaan_mag else None,
        weet_niet=_knop("weet_niet") if vraag.onbekend_mag else None,
        min=laagste,
        max=hoogste,
        eenheid=tekst(f"eenheden.{vraag.id}") if soort == "getal" else None,
        max_aantal=MAX_GEGEVENS if soort == "gegevens" else None,
        max_lengte={"gegevens": MAX_NAAM, "tekst": MAX_TEKST}.get(soort),
        waarom=waarom(keer, dossier),
        uitzoeken=tekst(f"vragen.{vraag.id}.uitzoeken"),
        toch_niet=_knop("toch_niet") if stand.wijzigt else None,
        huidig=_huidig(soort, keer, dossier),
        huidig_in_woorden=(
            None if antwoord is None else antwoord_in_woorden(keer, antwoord.waarde, dossier)
        ),
        misverstaan=stand.misverstaan,
        begrepen=begrepen,
    )


def _begrepen(dossier: Dossier) -> tuple[BegrepenRegel, ...]:
    return tuple(BegrepenRegel(**asdict(regel)) for regel in voorstellen.begrepen(dossier))


def _bundel(bundel: Bundel, keren: tuple[Keer, ...], dossier: Dossier) -> Schermvraag:
    eerste = keren[0]
    return Schermvraag(
        plek=plek(dossier),
        soort="bundel",
        vraag=bundelberichten.kop(bundel, keren),
        stap=eerste_stap(eerste.vraag),
        sleutel=dossier.stand.vraag,
        voortgang=zeg.voortgang(eerste, dossier),
        geen=_knop("geen") if bundel.rijtje and not bundel.alle_kan else None,
        los=_optie(bundelberichten.een_voor_een()),
        waarom=_waarom_samen(keren, dossier),
        misverstaan=dossier.stand.misverstaan,
        velden=tuple(
            _vraag(keer, dossier).model_copy(
                # How often it was not understood is said of the bundle.
                update={"vraag": bundelberichten.rij(keer, dossier), "misverstaan": 0}
            )
            for keer in keren
        ),
    )


def _waarom_samen(keren: tuple[Keer, ...], dossier: Dossier) -> Waarom:
    delen = [waarom(keer, dossier) for keer in keren]
    return Waarom(
        tekst=bundelberichten.redenen(keren),
        bronnen=tuple(dict.fromkeys(bron for deel in delen for bron in deel.bronnen)),
    )


def _vraagzin(keer: Keer, dossier: Dossier) -> str:
    """Ask for what the field takes: with rows nobody types commas."""
    sleutel = f"vragen.{keer.vraag.id}.vraag_scherm"
    return tekst(sleutel) if heeft(sleutel) else zeg.vraagzin_nu(keer, dossier)


def _soort(keer: Keer, dossier: Dossier) -> Schermsoort:
    if twijfel.is_open(keer, dossier):
        return "keuze"
    if keer.vraag.soort is Soort.SELECTIE and len(feitenblad.namen(dossier)) == 1:
        return "ja_nee"
    return keer.vraag.soort.value


def _opties(soort: Schermsoort, keer: Keer, dossier: Dossier) -> tuple[Optie, ...]:
    if twijfel.is_open(keer, dossier):
        return tuple(Optie(waarde=k, label=k) for k in twijfel.keuzes(dossier))
    match soort:
        case "ja_nee":
            return (_knop("ja"), _knop("nee"))
        case "keuze":
            return tuple(Optie(waarde=k, label=k) for k in keuzes_van(keer.vraag).values())
        case "meerkeuze":
            return _genummerd(tuple(keuzes_van(keer.vraag).values()))
        case "selectie":
            return _genummerd(feitenblad.namen(dossier))
        case _:
            return ()


def _genummerd(labels: tuple[str, ...]) -> tuple[Optie, ...]:
    # By number: a label with a comma in it would read as two answers.
    return tuple(Optie(waarde=str(n), label=label) for n, label in enumerate(labels, 1))


def _huidig(soort: Schermsoort, keer: Keer, dossier: Dossier) -> Any:
    if soort == "datum":
        return feitenblad.datum(dossier).isoformat()
    waarde = feitenblad.waarde(dossier, keer.sleutel)
    if waarde is None:
        return None
    match soort:
        case "ja_nee":
            return tekst("knoppen.ja" if waarde else "knoppen.nee")
        case "keuze":
            return keuzes_van(keer.vraag).get(waarde)
        case "meerkeuze":
            return _nummers(list(keuzes_van(keer.vraag)), waarde)
        case "selectie":
            return _nummers(list(feitenblad.namen(dossier)), waarde)
        case _:
            return waarde


def _nummers(waarden: list[str], gekozen: list[str]) -> list[str]:
    return [str(n) for n, waarde in enumerate(waarden, 1) if waarde in gekozen]


def _optie(keuze: Keuze) -> Optie:
    return Optie(waarde=keuze.waarde, label=keuze.label)


def _knop(sleutel: str) -> Optie:
    return _optie(zeg.knop(sleutel))
