"""Eén beurt van het gesprek: van een dossier en een zin naar een nieuw dossier en berichten.

The only way in for a channel. Nothing is decided here: the procedure says where we are, the
rule core what follows, the texts how it sounds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dialogs import berichten as zeg
from dialogs import feitenblad, opruimen, wijzigen
from dialogs.begrip import Onduidelijk, Verstaan, is_woord, versta
from dialogs.beurt import Bericht, Beurt, Bewaar, OpenWeging, ToonWegingen
from dialogs.dossier import Antwoord, Dossier, Gebeurtenis, Gesprekstand
from dialogs.opdrachten import Opdracht, herken
from dialogs.procedure import Plaats, plaats
from dialogs.teksten import tekst as zin
from dialogs.verslag import maak
from dialogs.vragen import Keer, Soort, keer_van
from dialogs.weergave import dag


def nieuw(dossier_id: str, vandaag: dt.date) -> Dossier:
    """Return an empty dossier."""
    return Dossier(id=dossier_id, begonnen=vandaag)


def _volgend(dossier: Dossier, nu: dt.datetime) -> Dossier:
    """Return an empty dossier with an id of its own, so that two weighings never look alike."""
    basis, _, nummer = dossier.id.partition("/")
    return nieuw(f"{basis}/{int(nummer or 1) + 1}", nu.date())


def begroet(dossier: Dossier, nu: dt.datetime) -> Beurt:
    """Greet: the first time with an explanation, later with where we were."""
    waar = plaats(dossier)
    if waar.keer is None:
        return Beurt(_bij_vraag(dossier, None), (zeg.zin("klaar_terug"),))
    groet = "terug_van_weg" if dossier.antwoorden else "groet"
    return _vraag_verder(dossier, [zeg.zin(groet)], nu)


def beantwoord(dossier: Dossier, tekst: str, nu: dt.datetime) -> Beurt:
    """Take one message and answer it.

    `tekst` has passed the privacy guard. `nu` is the time of the turn; the day of sharing is
    the day the weighing began, unless answered.
    """
    tekst = _gekozen_uit_lijst(dossier, tekst)
    if dossier.stand.bevestigt_opnieuw:
        return _na_opnieuw(dossier, tekst, nu)
    waar = plaats(dossier)
    keer = _gevraagd(dossier, waar)
    if keer is not None:
        tekst = _keuze_op_nummer(dossier, keer, tekst)
    opdracht = herken(tekst)
    if opdracht is not None:
        return _doe(dossier, opdracht, nu)
    if keer is None:
        # Nothing was asked yet, or an upgrade closed the question: ask, do not guess.
        return _na_slot(dossier, tekst, nu) if waar.klaar else begroet(dossier, nu)
    return _antwoord(dossier, keer, tekst, nu, waar)


def na_bewaren(dossier: Dossier, kenmerk: str) -> Beurt:
    """Say under which reference the summary is kept."""
    stand = dossier.stand.model_copy(update={"bewaard_als": kenmerk})
    bewaard = dossier.model_copy(update={"stand": stand})
    return Beurt(bewaard, (zeg.zin("bewaard", kenmerk=kenmerk),))


def lijst(wegingen: Sequence[tuple[str, dt.date, str]]) -> tuple[Bericht, ...]:
    """Say which weighings are kept: reference, date and title of each."""
    if not wegingen:
        return (zeg.zin("lijst_leeg"),)
    regels = [zin("gesprek.lijst_regel", kenmerk=k, datum=dag(d), titel=t) for k, d, t in wegingen]
    slot = zin("gesprek.lijst_open", kenmerk=wegingen[0][0])
    kop = zin("gesprek.lijst_kop")
    return (Bericht("lijst", "\n".join([kop, "", *regels, "", slot])),)


def geopend(kenmerk: str, markdown: str | None) -> tuple[Bericht, ...]:
    """Show a kept weighing again, or say that it is not there."""
    if markdown is None:
        return (zeg.zin("niet_gevonden", kenmerk=kenmerk),)
    return (Bericht("samenvatting", markdown),)


# --- antwoorden -------------------------------------------------------------------------------


def _gevraagd(dossier: Dossier, waar: Plaats) -> Keer | None:
    """Return the question this message answers: the one last asked, if it is still open."""
    sleutel = dossier.stand.vraag
    keer = keer_van(sleutel) if sleutel is not None else None
    if keer is None or dossier.stand.wijzigt:
        return keer
    return keer if waar.keer == keer else None


def _antwoord(dossier: Dossier, keer: Keer, tekst: str, nu: dt.datetime, ervoor: Plaats) -> Beurt:
    begrepen = versta(keer.vraag, tekst, feitenblad.namen(dossier), nu.date())
    if isinstance(begrepen, Onduidelijk):
        return _niet_verstaan(dossier, keer, begrepen)
    erna = _met_antwoord(dossier, keer, begrepen, nu)
    vooraf = _na_antwoord(keer, begrepen)
    return _vraag_verder(erna, vooraf, nu, ervoor)


def _met_antwoord(dossier: Dossier, keer: Keer, antwoord: Verstaan, nu: dt.datetime) -> Dossier:
    gewijzigd = keer.sleutel in dossier.antwoorden
    erna = dossier.model_copy(
        update={
            "antwoorden": {**dossier.antwoorden, keer.sleutel: Antwoord(waarde=antwoord.waarde)},
            "geschiedenis": (
                *dossier.geschiedenis,
                Gebeurtenis(wanneer=nu, vraag=keer.vraag.id),
            ),
            "stand": Gesprekstand(),
        }
    )
    return opruimen.na_wijziging(erna, keer.sleutel) if gewijzigd else erna


def _na_antwoord(keer: Keer, antwoord: Verstaan) -> list[Bericht]:
    if keer.vraag.id == "levensgevaar" and antwoord.waarde is True:
        return [Bericht("waarschuwing", zin("gesprek.gevaar_112"))]
    if antwoord.waarde is None and keer.vraag.soort is not Soort.DATUM:
        uitzoeken = zin(f"vragen.{keer.vraag.id}.uitzoeken")
        onderwerp = zin(f"vragen.{keer.vraag.id}.onderwerp")
        return [zeg.zin("weet_niet", uitzoeken=uitzoeken, onderwerp=onderwerp)]
    return []


def _niet_verstaan(dossier: Dossier, keer: Keer, wat: Onduidelijk) -> Beurt:
    keren = dossier.stand.misverstaan + 1
    stand = dossier.stand.model_copy(update={"misverstaan": keren, "lijst": ()})
    uit = zeg.onduidelijk(keer, wat, keren, dossier)
    return Beurt(dossier.model_copy(update={"stand": stand}), tuple(uit))


def _vraag_verder(
    dossier: Dossier,
    vooraf: Sequence[Bericht],
    nu: dt.datetime,
    ervoor: Plaats | None = None,
) -> Beurt:
    """Tell what was concluded since `ervoor`, then ask the next question or show the end."""
    waar = plaats(dossier)
    uit = list(vooraf)
    if ervoor is not None:
        gezegd = [(a.stap, a.doel, a.einde) for a in ervoor.afgerond]
        uit += [
            zeg.tussenstand(klaar, dossier)
            for klaar in waar.afgerond
            if klaar.stap.nummer in range(1, 5)
            and (klaar.stap, klaar.doel, klaar.einde) not in gezegd
        ]
    if ervoor is not None and ervoor.stap.nummer == 0 < waar.stap.nummer:
        uit.append(zeg.zin("onthouden_datum", datum=dag(feitenblad.datum(dossier))))
    if waar.keer is None:
        uit += zeg.slot(maak(dossier, nu.date()))
        return Beurt(_bij_vraag(dossier, None), tuple(uit))
    uit.append(zeg.vraag(waar.keer, dossier))
    return Beurt(_bij_vraag(dossier, waar.keer), tuple(uit))


def _bij_vraag(dossier: Dossier, keer: Keer | None, *, wijzigt: bool = False) -> Dossier:
    stand = dossier.stand.model_copy(
        update={
            "vraag": keer.sleutel if keer else None,
            "misverstaan": 0,
            "wijzigt": wijzigt,
            "bevestigt_opnieuw": False,
            "lijst": (),
        }
    )
    return dossier.model_copy(update={"stand": stand})


def _gekozen_uit_lijst(dossier: Dossier, tekst: str) -> str:
    """Turn a number into the choice it stood for in the list last shown."""
    aangeboden = dossier.stand.lijst
    kaal = tekst.strip().rstrip(".)")
    if aangeboden and kaal.isdecimal() and 1 <= int(kaal[:4]) <= len(aangeboden):
        return aangeboden[int(kaal[:4]) - 1]
    return tekst


def _keuze_op_nummer(dossier: Dossier, keer: Keer, tekst: str) -> str:
    """Turn a number into the choice shown with the question (also 'weet ik niet')."""
    bericht = zeg.vraag(keer, dossier)
    kaal = tekst.strip().rstrip(".)")
    if bericht.genummerd and kaal.isdecimal() and 1 <= int(kaal[:4]) <= len(bericht.keuzes):
        return bericht.keuzes[int(kaal[:4]) - 1].waarde
    return tekst


# --- opdrachten -------------------------------------------------------------------------------


def _doe(dossier: Dossier, opdracht: Opdracht, nu: dt.datetime) -> Beurt:
    match opdracht.naam:
        case "terug":
            return _terug(dossier)
        case "wijzig":
            return _wijzig(dossier, opdracht.over)
        case "opnieuw":
            return _opnieuw(dossier, nu)
        case "stop":
            return Beurt(dossier, (zeg.zin("tot_straks"),), einde=True)
        case "bewaar":
            return _bewaar(dossier, nu)
        case "wegingen":
            return Beurt(dossier, _weer(dossier), ToonWegingen())
        case "open":
            return Beurt(dossier, _weer(dossier), OpenWeging(opdracht.over))
        case "groet" if _gevraagd(dossier, plaats(dossier)) is None:
            return begroet(dossier, nu)
        case _:
            return _en_weer(dossier, [_uitleg(dossier, opdracht.naam, nu)])


def _uitleg(dossier: Dossier, opdracht: str, nu: dt.datetime) -> Bericht:
    """Answer a command that changes nothing, in one message."""
    match opdracht:
        case "waarom":
            keer = _gevraagd(dossier, plaats(dossier))
            return zeg.waarom(keer, dossier) if keer else zeg.zin("waarom_niets")
        case "waar":
            return zeg.waar(plaats(dossier), dossier)
        case "samenvatting":
            return zeg.toon(maak(dossier, nu.date()))
        case "bedankt" | "groet":
            return zeg.zin("graag_gedaan" if opdracht == "bedankt" else "hallo")
        case _:
            return zeg.zin("help")


def _weer(dossier: Dossier) -> tuple[Bericht, ...]:
    """Return the question that was open, to come back to after a digression."""
    keer = _huidige(dossier)
    return () if keer is None else (zeg.vraag(keer, dossier),)


def _huidige(dossier: Dossier) -> Keer | None:
    """Return the question to come back to: the one asked, or else the one that is open."""
    waar = plaats(dossier)
    return _gevraagd(dossier, waar) or waar.keer


def _en_weer(dossier: Dossier, vooraf: Sequence[Bericht]) -> Beurt:
    keer = _huidige(dossier)
    wijzigt = dossier.stand.wijzigt and keer is not None
    weer = () if keer is None else (zeg.vraag(keer, dossier),)
    return Beurt(_bij_vraag(dossier, keer, wijzigt=wijzigt), (*vooraf, *weer))


def _terug(dossier: Dossier) -> Beurt:
    keer = wijzigen.vorige(dossier, dossier.stand.vraag)
    if keer is None:
        return _en_weer(dossier, [zeg.zin("terug_kan_niet")])
    return _open(dossier, keer)


def _open(dossier: Dossier, keer: Keer) -> Beurt:
    """Ask a question again that already has an answer."""
    vooraf = zeg.huidig_antwoord(keer, dossier)
    gevraagd = _bij_vraag(dossier, keer, wijzigt=True)
    return Beurt(gevraagd, (*vooraf, zeg.vraag(keer, dossier)))


def _wijzig(dossier: Dossier, over: str) -> Beurt:
    alle = wijzigen.te_wijzigen(dossier)
    namen = wijzigen.zoek(dossier, over) if over else []
    if len(namen) == 1:
        return _open(dossier, alle[namen[0]])
    if over and not namen:
        bericht = zeg.onderwerpen(list(alle), "wijzig_onbekend")
    else:
        bericht = zeg.onderwerpen(namen or list(alle), "wijzig_wat")
    stand = dossier.stand.model_copy(
        update={"lijst": tuple(keuze.waarde for keuze in bericht.keuzes)}
    )
    return Beurt(dossier.model_copy(update={"stand": stand}), (bericht,))


def _opnieuw(dossier: Dossier, nu: dt.datetime) -> Beurt:
    if not dossier.antwoorden or dossier.stand.bewaard_als:
        return begroet(_volgend(dossier, nu), nu)
    stand = dossier.stand.model_copy(update={"bevestigt_opnieuw": True, "lijst": ()})
    keuzes = (zeg.knop("ja"), zeg.knop("nee"))
    vraag = Bericht("vraag", zin("gesprek.opnieuw_zeker"), keuzes=keuzes)
    return Beurt(dossier.model_copy(update={"stand": stand}), (vraag,))


def _na_opnieuw(dossier: Dossier, tekst: str, nu: dt.datetime) -> Beurt:
    if tekst.strip() == "1" or is_woord("ja", tekst):
        return begroet(_volgend(dossier, nu), nu)
    stand = dossier.stand.model_copy(update={"bevestigt_opnieuw": False})
    verder = dossier.model_copy(update={"stand": stand})
    if tekst.strip() == "2" or is_woord("nee", tekst):
        return _en_weer(verder, [zeg.zin("opnieuw_niet")])
    # Not an answer to 'really?': then it was meant for the conversation.
    return beantwoord(verder, tekst, nu)


def _bewaar(dossier: Dossier, nu: dt.datetime) -> Beurt:
    if not plaats(dossier).klaar:
        return _en_weer(dossier, [zeg.zin("nog_niet_klaar")])
    if dossier.stand.bewaard_als is not None:
        return Beurt(dossier, (zeg.zin("al_bewaard", kenmerk=dossier.stand.bewaard_als),))
    return Beurt(dossier, (), Bewaar(maak(dossier, nu.date())))


def _na_slot(dossier: Dossier, tekst: str, nu: dt.datetime) -> Beurt:
    """The weighing is done: the only question left is whether to keep it."""
    slot = zeg.slot(maak(dossier, nu.date()))[-1]
    kaal = tekst.strip().rstrip(".)")
    if kaal.isdecimal() and 1 <= int(kaal[:4]) <= len(slot.keuzes):
        return beantwoord(dossier, slot.keuzes[int(kaal[:4]) - 1].waarde, nu)
    if is_woord("ja", tekst):
        return _bewaar(dossier, nu)
    if is_woord("nee", tekst):
        return Beurt(dossier, (zeg.zin("niet_bewaard"),))
    return Beurt(dossier, (Bericht("tekst", zin("misverstaan.keuze")), slot))
