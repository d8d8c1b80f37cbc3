"""Feiten, antwoorden en uitkomsten in woorden."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, Final

from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer, Vraagsoort
from dialogs.procedure import STAPPEN
from dialogs.procedure.bord import Bord
from dialogs.stukken.markdown import veilig
from dialogs.teksten import heeft, tabel, tekst
from knowledge import belang
from knowledge.beslissing import Oordeel
from knowledge.bronnen import Bron, bronnen
from knowledge.feiten import FEITEN
from knowledge.motor import gegevensleutel
from knowledge.regels.begrippen import VERTEGENWOORDIGD
from knowledge.teksten import tekst as kennistekst
from knowledge.uitgangspunt import GELDIGE_TOESTEMMING
from knowledge.uitkomst import Afloop, GegevenUitkomst, Kantelpunt, Uitkomst

TOESTEMMINGEN: Final = ("toestemming", "toestemming_vertegenwoordiger")


def dag(datum: dt.date) -> str:
    """Return a date as one writes it here: 3-3-2026."""
    return f"{datum.day}-{datum.month}-{datum.year}"


def opsomming(delen: Iterable[str]) -> str:
    """Return 'a, b en c'."""
    lijst = list(delen)
    if len(lijst) < 2:
        return "".join(lijst)
    return f"{', '.join(lijst[:-1])} {tekst('woorden_los.en')} {lijst[-1]}"


def kort(tabelnaam: str, waarde: str) -> str:
    """Return the short word for a value, for within a sentence."""
    return kennistekst(f"waarde_{tabelnaam}.{waarde}") if waarde else ""


def oordelen_in_woorden(oordelen: Iterable[str]) -> tuple[str, ...]:
    """Return these verdicts in a few words each; none of one that is unknown."""
    kent = (f"oordelen_kort.{oordeel}" for oordeel in dict.fromkeys(oordelen))
    return tuple(tekst(sleutel) for sleutel in kent if heeft(sleutel))


def vraagzin(keer: Keer, dossier: Dossier, *, als_markdown: bool = False) -> str:
    """Return the sentence that asks this question, in the variant that fits the dossier."""
    sleutel = f"vragen.{keer.vraag.id}.vraag"
    if variant := _variant(keer, dossier):
        van_variant = f"vragen.{keer.vraag.id}.vraag_{variant}"
        sleutel = van_variant if heeft(van_variant) else sleutel
    namen = feitenblad.namen(dossier)
    gegeven = keer.gegeven or (namen[0] if namen else "")
    return tekst(sleutel, gegeven=veilig(gegeven) if als_markdown else gegeven)


def _variant(keer: Keer, dossier: Dossier) -> str | None:
    id_ = keer.vraag.id
    if id_ in ("van", "naar"):
        return str(feitenblad.waarde(dossier, "gebruiker") or "")
    if keer.vraag.soort is Vraagsoort.SELECTIE and len(feitenblad.namen(dossier)) == 1:
        return "enkel"
    if heeft(f"vragen.{id_}.vraag_namens"):
        return "namens" if namens(bord_van(keer, dossier)) else None
    if keer.vraag.reden_bij is None:
        return None
    waarde = feitenblad.waarde(dossier, Keer(VRAGEN[keer.vraag.reden_bij], keer.doel).sleutel)
    if id_ == "nodig_reden":
        return "nee" if waarde == [] else None
    return "wel" if id_ == "alternatief_reden" and waarde not in (None, "geen") else None


def antwoord_in_woorden(keer: Keer, waarde: Any, dossier: Dossier) -> str:
    """Return an answer as the professional would read it."""
    vraag = keer.vraag
    if waarde is None:
        return tekst("woorden_los.onbekend")
    if waarde == "":
        return tekst("woorden_los.overgeslagen")
    if vraag.soort is Vraagsoort.JA_NEE:
        return tekst("woorden_los.ja" if waarde else "woorden_los.nee")
    if vraag.soort is Vraagsoort.SELECTIE:
        if len(feitenblad.namen(dossier)) == 1:
            return tekst("woorden_los.ja" if waarde else "woorden_los.nee")
        return opsomming(waarde) or tekst("woorden_los.geen")
    if vraag.soort is Vraagsoort.MEERKEUZE:
        keuzes = vraag.keuzes
        return opsomming(keuzes[w] for w in waarde if w in keuzes)
    if vraag.soort is Vraagsoort.KEUZE:
        return vraag.keuzes.get(waarde, str(waarde))
    if vraag.soort is Vraagsoort.DATUM:
        return dag(dt.date.fromisoformat(waarde))
    if vraag.soort is Vraagsoort.GEGEVENS:
        return opsomming(waarde)
    return str(waarde)


def onderwerp(keer: Keer) -> str:
    """Return the name of the subject, as used in 'wijzig ...'."""
    naam = tekst(f"vragen.{keer.vraag.id}.onderwerp")
    return f"{naam}: {keer.gegeven}" if keer.gegeven is not None else naam


def onderwerp_van(sleutel: str) -> str:
    """Return the subject of a fact in words: `gegevens[0].nodig` is 'nodige gegevens'."""
    naam = sleutel.rpartition(".")[2]
    return tekst(f"vragen.{naam if naam in FEITEN else 'gegevens'}.onderwerp")


def voortgang(nummer: int, doel: str | None, dossier: Dossier, *, tot: int = 0) -> str:
    """Return where we are: 'Stap 2 van 4: Doel', with the purpose when there is more than one.

    `tot` is the last stap of what is asked in one message, when that is about more than one.
    """
    if nummer == 0:
        return tekst("gesprek.bezig")
    if nummer == 5:
        return tekst("gesprek.tot_slot")
    titel = tekst(f"{STAPPEN[nummer].naam}.stap.titel")
    stap = str(nummer)
    if tot > nummer:
        titel = tekst("gesprek.afweging")
        soort = "stappen" if tot > nummer + 1 else "twee_stappen"
        stap = tekst(f"gesprek.{soort}", van=stap, tot=str(tot))
    regel = tekst("gesprek.stap_van_vier", stap=stap, titel=titel)
    doelen = feitenblad.doelen(dossier)
    if doel is None or doel not in doelen or len(doelen) < 2:
        return regel
    kop = tekst(
        "gesprek.doel_kop",
        nummer=str(doelen.index(doel) + 1),
        aantal=str(len(doelen)),
        doel=kort("doel", doel),
    )
    return f"{regel} ({kop})"


def bronnen_in_woorden(gevonden: Iterable[Bron]) -> str:
    """Return sources in one line: '2026 §3.3.1 stap 1, nieuw; WEB artikel 9.2.13'."""
    return "; ".join(str(bron) for bron in gevonden)


def bronnen_van_vraag(keer: Keer, datum: dt.date) -> tuple[Bron, ...]:
    """Return why the question is asked: its sources that hold on the day of sharing."""
    ids = tabel(f"vragen.{keer.vraag.id}")["bronnen"]
    alle = [bronnen()[id_] for id_ in ids]
    geldig = tuple(bron for bron in alle if bron.geldt_op(datum))
    # A question that only the other law knows still has a reason; then show that.
    return geldig or tuple(alle)


def situatiezin(bord: Bord) -> str:
    """Return the situation in a few words: 'mbo-school geeft aan gemeente, voor ...'."""
    s = bord.situatie
    onbekend = tekst("woorden_los.onbekend")
    doelen = [kort("doel", d) for d in feitenblad.doelen(bord.dossier) if d is not None]
    return tekst(
        "situatie.zin",
        van=kort("organisatie", s.van) if s.van else onbekend,
        naar=kort("organisatie", s.naar) if s.naar else onbekend,
        doel=opsomming(doelen) or onbekend,
        gegevens=opsomming(feitenblad.namen(bord.dossier)) or onbekend,
    )


def grond_in_woorden(bord: Bord) -> str:
    """Return the ground found so far; empty while there is none."""
    grond = belang.grond_tot_nu(bord.stand)
    return tekst(f"grondslagen.{grond}") if grond and heeft(f"grondslagen.{grond}") else ""


def bord_van(keer: Keer, dossier: Dossier) -> Bord:
    """Return the board of the purpose that is asked about, or of the first."""
    return Bord(dossier, keer.doel or feitenblad.doelen(dossier)[0])


def namens(bord: Bord) -> bool:
    """Tell whether somebody else decides on consent: then that is the consent that counts."""
    return bord.waarheid(VERTEGENWOORDIGD) is True


def uitspraak(bord: Bord, uit: Uitkomst) -> str:
    """Return the verdict as a sentence, spoken to who asks; 'a part' where not all reach it."""
    soort = soort_uitspraak(bord, uit)
    eigen = f"oordelen_{bord.situatie.gebruiker}.{soort}"
    return tekst(eigen if heeft(eigen) else f"oordelen.{soort}")


def soort_uitspraak(bord: Bord, uit: Uitkomst) -> str:
    """Return the verdict, and whether it is of a part, or of what the young person tells."""
    soort: str = uit.oordeel.value
    if uit.oordeel is Oordeel.MAG and not any(g.delen for g in uit.gegevens) and uit.gegevens:
        soort = "mag_zelf"
    elif uit.oordeel is Oordeel.MAG_MET_TOESTEMMING and namens(bord):
        soort = "mag_met_toestemming_namens"
    if uit.oordeel in _DEELT and any(_valt_af(g, uit.oordeel) for g in uit.gegevens):
        return f"{soort}_deels" if heeft(f"oordelen.{soort}_deels") else soort
    return soort


_DEELT: Final = (Oordeel.MAG, Oordeel.MAG_MET_TOESTEMMING)


def _valt_af(gegeven: GegevenUitkomst, oordeel: Oordeel) -> bool:
    return gegeven.oordeel is not oordeel or (oordeel is Oordeel.MAG and not gegeven.delen)


def afloop_in_woorden(afloop: Afloop, bord: Bord) -> str:
    """Return a verdict that can still come, with the facts that lead there."""
    feiten = dict(afloop.feiten)
    delen = []
    if GELDIGE_TOESTEMMING.items() <= feiten.items():
        delen.append(tekst("mogelijk.geldige_toestemming"))
        feiten = {f: w for f, w in feiten.items() if f not in GELDIGE_TOESTEMMING}
    delen += [_feit_in_woorden(sleutel, waarde, bord) for sleutel, waarde in feiten.items()]
    return tekst(
        "mogelijk.zin",
        oordeel=_hoofdletter(tekst(f"oordelen_kort.{afloop.oordeel}")),
        feiten="; ".join(delen),
    )


def _feit_in_woorden(sleutel: str, waarde: Any, bord: Bord) -> str:
    plek = gegevensleutel(sleutel)
    naam = plek[1] if plek else sleutel
    namen = feitenblad.namen(bord.dossier)
    if naam == "gegevens":
        return tekst("mogelijk.gegevens" if waarde else "mogelijk.geen_gegevens")
    keer = Keer(VRAGEN[naam])
    if plek and plek[0] < len(namen):
        feit = tekst("mogelijk.van_gegeven", feit=kennistekst(f"feit.{naam}"), naam=namen[plek[0]])
    else:
        feit = kennistekst(f"feit.{naam}")
    if isinstance(waarde, bool):
        woorden = tekst("woorden_los.ja" if waarde else "woorden_los.nee")
    elif keer.vraag.tabel:
        woorden = opsomming(
            kort(keer.vraag.tabel, w) for w in (waarde if isinstance(waarde, list) else [waarde])
        )
    else:
        woorden = str(waarde)
    return tekst("mogelijk.feit", feit=feit, waarde=woorden)


def _hoofdletter(zin: str) -> str:
    return zin[:1].upper() + zin[1:]


def kantelpunt_in_woorden(punt: Kantelpunt) -> str:
    """Return a turning point as a sentence."""
    delen = [
        tekst(f"kantelpunten.{wie}_{punt.feiten[wie]}")
        for wie in TOESTEMMINGEN
        if wie in punt.feiten
    ]
    for feit, waarde in punt.feiten.items():
        if feit.startswith("toestemming"):
            continue
        if isinstance(waarde, bool):
            delen.append(tekst(f"kantelpunten.{feit}_{'ja' if waarde else 'nee'}"))
        elif feit == "alternatief":
            delen.append(tekst(f"kantelpunten.alternatief_{'geen' if waarde == 'geen' else 'wel'}"))
        elif feit == "maanden_sinds_uitstroom":
            delen.append(tekst("kantelpunten.maanden", maanden=str(waarde)))
        elif feit == "gegevens" and "in_overgangsdocument" not in punt.feiten:
            namen = opsomming(g["naam"] for g in waarde if "naam" in g)
            # Without names it says: when something is needed, and that goes without saying.
            delen += [tekst("kantelpunten.gegevens", gegevens=namen)] if namen else []
    return tekst(
        "kantelpunten.zin",
        als=f" {tekst('woorden_los.en')} ".join(delen),
        oordeel=tekst(f"oordelen_kort.{punt.oordeel}"),
    )
