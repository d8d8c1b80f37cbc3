"""Verstaan: van woorden of een ingevuld formulier naar wat iemand bedoelt.

Nothing is changed here. `verstaan` reads top-down in the order of precedence: what points at
something that is shown, a command, then what answers the open question, and only then what a text
tells besides. A message is read once (`gezegd.Zin`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from dialogs.bedoeling import (
    Antwoorden,
    Bedoeling,
    Begin,
    Beschrijving,
    EenVoorEen,
    Ingevuld,
    JaNee,
    NieuweWeging,
    OnbekendeOpdracht,
    Onduidelijk,
    Opdracht,
    Opzoeken,
    Uiting,
    Verstaan,
    Weegbaar,
    Weglaten,
)
from dialogs.beeld.begrepen import soort_van
from dialogs.beeld.keuzes import keuzes
from dialogs.beeld.meelezers import met_namen
from dialogs.beeld.melden import OORDEEL
from dialogs.beeld.vraag import beeldvraag
from dialogs.dossier import Dossier, Twijfel, Voorgesteld, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer, Vraagsoort, keer_van
from dialogs.dossier.wacht import BEGREPEN, BevestigVerteld, OpBundel, OpLijst, Zijpad
from dialogs.lezen import Lezing, beschrijft
from dialogs.procedure import Plaats, plaats
from dialogs.procedure.antwoorden import met_waarden
from dialogs.procedure.bundels import Bundel, bundel_van
from dialogs.procedure.plek import gevraagd, samen
from dialogs.teksten import tabel
from dialogs.teksten.woorden import is_woord, plat
from dialogs.verstaan import aanwijzen, afweging, begrepen, redenen, twijfel
from dialogs.verstaan.aannames import aannames
from dialogs.verstaan.antwoord import is_aangeboden, versta
from dialogs.verstaan.bundel import (
    open_gelaten,
    per_regel,
    versta_samen,
    vraagt_los,
    wijst_aan,
)
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.ingevuld import in_woorden, uit_formulier
from dialogs.verstaan.keuze import Begrepen, Waarde
from dialogs.verstaan.opdrachten import (
    Herkend,
    WatAls,
    herken_bij,
    is_antwoordwoord,
    lijkt_vraag,
    na_schuine_streep,
    vraag_in,
)
from dialogs.verstaan.verbetering import verbetering
from dialogs.verstaan.veronderstelling import lees_veronderstelling
from dialogs.verstaan.verteld import aan_het_begin, heel_geval, nieuw_geval, vertelt, weegbaar
from dialogs.verstaan.voorstellen import soorten, voorstellen, zonder_twijfel
from dialogs.verstaan.weglaten import niet_gedeeld, weggelaten
from dialogs.verstaan.zijpad import van_het_zijpad
from knowledge.zoeken.niet_delen import niet_delen

# 'Nog niet gevraagd' about the parents tells nothing of the young person.
_LIJKT_OP: Final = {"toestemming_vertegenwoordiger": "toestemming"}
_VRAAG: Final = 30
"""In more words than this somebody tells what happened, and asks something in passing."""
_EIGEN_WOORDEN: Final = (Vraagsoort.TEKST, Vraagsoort.GEGEVENS, Vraagsoort.SELECTIE)


def verstaan(uiting: Uiting, dossier: Dossier, vandaag: dt.date) -> Verstaan:
    """Return what is meant by a message or a form, given what was asked.

    Args:
        uiting: has passed the privacy guard.
        dossier: with what the conversation waits for.
        vandaag: the day of the conversation, for 'in juni' and the like.
    """
    if isinstance(uiting, Ingevuld):
        return _ingevuld(dossier, uiting, vandaag)
    gezegd = na_schuine_streep(uiting.tekst, bezig=bool(dossier.antwoorden))
    if gezegd is None:
        return _met_gevaar(OnbekendeOpdracht(), Zin(uiting.tekst, vandaag))
    if not _eigen_woorden(dossier):
        gezegd = met_namen(gezegd, dossier)
    gezegd = _aangewezen(dossier, gezegd)
    zin = Zin(gezegd, vandaag)
    wacht = dossier.stand.wacht
    if isinstance(wacht, Zijpad):
        zijpad = van_het_zijpad(wacht, zin)
        if isinstance(wacht, BevestigVerteld) and zijpad == JaNee(ja=True):
            return _gewogen(dossier, wacht, vandaag)
        if zijpad is not None:
            return Verstaan(zijpad)
    return _met_gevaar(_bedoeling(dossier, zin), zin)


def _ingevuld(dossier: Dossier, formulier: Ingevuld, vandaag: dt.date) -> Verstaan:
    """Return what a form says; words in it tell what they tell when they are typed."""
    wat = uit_formulier(dossier, formulier.waarden)
    if not isinstance(wat, Antwoorden) or wat.bundel is not None:
        return Verstaan(wat)
    [(keer, waarde)] = wat.waarden.items()
    zin = Zin(in_woorden(keer, waarde), vandaag)
    lezing = _erbij_gelezen(dossier, keer, zin)
    return _met_gevaar(_beantwoord(dossier, keer, waarde, zin, lezing), zin)


def _eigen_woorden(dossier: Dossier) -> bool:
    """Tell whether what is said now may be kept as it is: a reason, the names of data items."""
    keer = keer_van(dossier.stand.vraag or "")
    schrijft = keer is not None and keer.vraag.soort in (Vraagsoort.TEKST, Vraagsoort.GEGEVENS)
    return schrijft and not isinstance(dossier.stand.wacht, OpLijst)


def _aangewezen(dossier: Dossier, gezegd: str) -> str:
    """Return the choice somebody points at: in the list shown, or with the question below it."""
    wacht = dossier.stand.wacht
    if isinstance(wacht, OpBundel):
        return gezegd  # Its lines have numbers, but several go together: that is an answer.
    if isinstance(wacht, OpLijst):
        gekozen = aanwijzen.uit_beeld(beeldvraag(dossier), gezegd)
        if gekozen != gezegd:
            return gekozen
        dossier = dossier.wachtend(wacht.terug)
    if not aanwijzen.lijkt_plaats(gezegd):
        return gezegd
    return aanwijzen.uit_beeld(beeldvraag(dossier), gezegd)


def _met_gevaar(wat: Bedoeling, zin: Zin) -> Verstaan:
    """Return what was meant, with what in the text tells of danger to life."""
    # A fixed answer or the number of a choice tells nothing: it need not be read.
    if is_antwoordwoord(zin.tekst) or zin.tekst.strip().isdecimal():
        return Verstaan(wat)
    gevaar = zin.lezing.gevaar
    if gevaar is None:
        return Verstaan(wat)
    return Verstaan(wat, gevaar.woorden, gevaar.soorten, zelfdoding=gevaar.zelfdoding)


def _bedoeling(dossier: Dossier, zin: Zin) -> Bedoeling:
    waar = plaats(dossier)
    keer = gevraagd(dossier, waar)
    opdracht = herken_bij(keer.vraag if keer else None, zin.tekst)
    if opdracht is not None:
        return _uitgewerkt(dossier, opdracht, zin)
    ander = nieuw_geval(zin)
    if ander is not None:
        return _ander_geval(dossier, ander)
    begin = aan_het_begin(dossier, waar)
    if keer is None and begin is not None and vertelt(zin):
        keer = begin  # it was told before we asked
    gezocht = _vraag_in(keer, zin)
    if gezocht is not None:
        biedt = keer is not None and keer == begin and not _vraagt_iets_anders(keer, zin.tekst)
        if biedt and weegbaar(zin.lezing):
            return Weegbaar(zin.tekst, zoekt=True)
        return gezocht
    if keer is None and waar.klaar:
        return _bij_slot(dossier, zin)
    if keer is None:
        # Nothing was asked yet, or an upgrade closed the question: ask, do not guess.
        return Begin()
    if keer.vraag.id == BEGREPEN:
        over = begrepen.over_de_twijfel if dossier.stand.twijfel else begrepen.over_de_lijst
        return over(dossier, zin)
    return _antwoord(dossier, keer, zin, waar)


def _vraag_in(keer: Keer | None, zin: Zin) -> Opzoeken | None:
    """Return the lookup in a text; whoever tells about somebody looks nothing up.

    Unless it asks about noting, inspecting, keeping or erasing: that is no sharing to weigh.
    """
    if _vraagt_iets_anders(keer, zin.tekst):
        return Opzoeken(zin.tekst)
    if keer is not None and keer.vraag.id == "omschrijving" and beschrijft(zin.lezing):
        return None
    return vraag_in(zin.tekst, keer.vraag if keer else None)


def _vraagt_iets_anders(keer: Keer | None, gezegd: str) -> bool:
    """Tell whether a text asks for something else than sharing; own words are never read so."""
    schrijft = keer is not None and keer.vraag.soort in _EIGEN_WOORDEN
    if schrijft and keer is not None and keer.vraag.id != "omschrijving":
        return False
    return len(gezegd.split()) <= _VRAAG and niet_delen(gezegd) is not None


def _uitgewerkt(dossier: Dossier, opdracht: Herkend, zin: Zin) -> Bedoeling:
    if isinstance(opdracht, WatAls):
        return lees_veronderstelling(dossier, opdracht.zin, zin.vandaag)
    return opdracht


def _gewogen(dossier: Dossier, wacht: BevestigVerteld, vandaag: dt.date) -> Verstaan:
    """Return what was told before, now that it is to be weighed."""
    zin = Zin(wacht.beschrijving, vandaag)
    if not wacht.opnieuw:
        onder = dossier.wachtend(wacht.terug)
        return _met_gevaar(_verteld(onder, zin), zin)
    leeg = Dossier(id=dossier.id, begonnen=vandaag)
    return _met_gevaar(NieuweWeging(_verteld(leeg, zin)), zin)


def _verteld(dossier: Dossier, zin: Zin) -> Antwoorden:
    """Return a text as the answer to what is going on."""
    keer = Keer(VRAGEN["omschrijving"])
    return _beantwoord(dossier, keer, zin.tekst.strip(), zin, zin.lezing)


def _ander_geval(dossier: Dossier, zin: Zin) -> Bedoeling:
    """Return a description of another case; a weighing that would be lost is not given up unasked.

    A dossier without answers has nothing to lose.
    """
    if not dossier.antwoorden:
        return _verteld(dossier, zin)
    if dossier.stand.bewaard_als is None:
        return Weegbaar(zin.tekst, opnieuw=True)
    return NieuweWeging(_verteld(Dossier(id=dossier.id, begonnen=zin.vandaag), zin))


def _bij_slot(dossier: Dossier, zin: Zin) -> Bedoeling:
    """The weighing is done: what is left is whether to keep it, or another case to weigh."""
    gezegd = zin.tekst
    if is_woord("ja", gezegd):
        return Opdracht("bewaar")
    if is_woord("nee", gezegd):
        return JaNee(ja=False)
    if plat(gezegd) in tabel("meldzin")["bij_slot"]:
        return Opdracht("meld", OORDEEL)
    if heel_geval(zin.lezing):
        return _ander_geval(dossier, zin)
    if beschrijft(zin.lezing):
        return Weegbaar(gezegd, opnieuw=True)
    return Opzoeken(gezegd) if lijkt_vraag(gezegd) else Onduidelijk("keuze")


# --- antwoorden -------------------------------------------------------------------------------


def _antwoord(dossier: Dossier, keer: Keer, zin: Zin, waar: Plaats) -> Bedoeling:
    weg = weggelaten(keer, zin, feitenblad.namen(dossier))
    if weg:
        return Weglaten(weg)
    keren = samen(dossier, waar)
    bundel = bundel_van(keren[0]) if keren else None
    met_reden = (
        _met_reden(dossier, keer, zin, genoemd=True)
        if bundel is None
        else afweging.met_redenen(dossier, bundel, keren, zin)
    )
    if met_reden is not None:
        return met_reden
    lezing = _erbij_gelezen(dossier, keer, zin)
    verbeterd = verbetering(dossier, keer, zin, lezing)
    if verbeterd is not None:
        return verbeterd
    met_reden = _met_reden(dossier, keer, zin, genoemd=False) if bundel is None else None
    if met_reden is not None:
        return met_reden
    if bundel is not None:
        meer = _antwoord_op_bundel(dossier, bundel, keren, zin, lezing)
        if meer is not None:
            return meer
        # A mere 'ja' says nothing: to which of them?
        gemist = Onduidelijk("bundel")
        return _geen_antwoord(dossier, keer, zin, lezing, gemist, open_gelaten(keren, zin))
    gehoord = _versta(dossier, keer, zin)
    if isinstance(gehoord, Onduidelijk):
        # Between several choices it is left open: then none of them was told.
        open_ = frozenset((keer.sleutel,)) if gehoord.mogelijkheden else frozenset()
        return _geen_antwoord(dossier, keer, zin, lezing, gehoord, open_)
    return _beantwoord(dossier, keer, gehoord.waarde, zin, lezing)


def _met_reden(dossier: Dossier, keer: Keer, zin: Zin, *, genoemd: bool) -> Antwoorden | None:
    """Return the answer with the reason that was given with it: that is not asked again.

    `genoemd`: only a reason that is named as one ('want ...'); else what the next clause says.
    """
    bij = redenen.reden_van(keer)
    if bij is None:
        return None

    def hoor(deel: Zin) -> Begrepen:
        return _versta(dossier, keer, deel)

    namen = feitenblad.namen(dossier)
    gevonden = redenen.genoemd(zin, hoor) if genoemd else redenen.erbij(zin, hoor, namen)
    if gevonden is None:
        return None
    waarde, reden = gevonden
    return Antwoorden({keer: waarde, bij: reden})


def _beantwoord(dossier: Dossier, keer: Keer, waarde: Any, zin: Zin, lezing: Lezing) -> Antwoorden:
    """Return the answer to one question, with what follows from it or was told besides."""
    erna = met_waarden(dossier, {keer: waarde})
    gelezen, twijfels = _voorgesteld(erna, lezing, zin, behalve=keer.sleutel)
    niet = {keer.sleutel, _LIJKT_OP.get(keer.sleutel)}
    ook = tuple(voorstel for voorstel in gelezen if voorstel.sleutel not in niet)
    if keer.vraag.id == "omschrijving":
        ook += aannames(erna, ook, lezing)
    if keer.vraag.id == "gegevens" and len(feitenblad.namen(erna)) > 1:
        ook = soorten(erna)
    weg = niet_gedeeld(dossier, waarde) if keer.vraag.id == "gegevens" else ()
    return Antwoorden(
        {keer: waarde} | _doel_in_eigen_woorden({keer: waarde}, zin), ook, twijfels, weg=weg
    )


def _doel_in_eigen_woorden(waarden: Mapping[Keer, Any], zin: Zin) -> dict[Keer, Any]:
    """Return the words in which somebody tells what it is for; none when it was picked."""
    doel = next((keer.vraag for keer in waarden if keer.vraag.id == "doel"), None)
    gezegd = zin.lezing.doelzin
    if doel is None or gezegd is None or is_aangeboden(doel, gezegd):
        return {}
    return {Keer(VRAGEN["doel_woorden"]): gezegd}


def _geen_antwoord(
    dossier: Dossier,
    keer: Keer,
    zin: Zin,
    lezing: Lezing,
    gehoord: Onduidelijk,
    opengelaten: frozenset[str],
) -> Bedoeling:
    """Return what a text says that does not answer the question."""
    if gehoord.lezingen:
        return gehoord
    gelezen, twijfels = _voorgesteld(dossier, lezing, zin, behalve=keer.sleutel)
    gelezen = tuple(v for v in gelezen if v.sleutel not in opengelaten)
    if gelezen or twijfels:
        return Beschrijving(gelezen, twijfels)
    return Opzoeken(zin.tekst) if lijkt_vraag(zin.tekst) else gehoord


def _versta(dossier: Dossier, keer: Keer, zin: Zin) -> Begrepen:
    """Understand an answer; at the kind of an item a yes is to the kind that was proposed."""
    if keer.vraag.id == "soort" and is_woord("ja", zin.tekst):
        soort = soort_van(keer, dossier)
        if soort:
            return Waarde(list(soort))
    return versta(keer.vraag, zin, feitenblad.namen(dossier))


def _erbij_gelezen(dossier: Dossier, keer: Keer, zin: Zin) -> Lezing:
    """Return what a text tells besides the answer; not in own words, nor in a choice as shown."""
    eigen = keer.vraag.soort in _EIGEN_WOORDEN and keer.vraag.id != "omschrijving"
    if eigen or len(zin.tekst.split()) < 2 or is_antwoordwoord(zin.tekst):
        return Lezing()
    getoond = {keuze.waarde for keuze in keuzes(beeldvraag(dossier)).alle}
    return Lezing() if zin.tekst in getoond else zin.lezing


def _voorgesteld(
    dossier: Dossier, lezing: Lezing, zin: Zin, *, behalve: str = ""
) -> tuple[tuple[Voorgesteld, ...], tuple[Twijfel, ...]]:
    """Return what a text tells besides the answer, and what of it clashes."""
    twijfels = twijfel.uit(dossier, lezing, zin.tekst, behalve=behalve)
    return zonder_twijfel(voorstellen(dossier, lezing), twijfels), twijfels


def _antwoord_op_bundel(
    dossier: Dossier, bundel: Bundel, keren: tuple[Keer, ...], zin: Zin, lezing: Lezing
) -> Antwoorden | EenVoorEen | Beschrijving | None:
    """Take a text as the answer to a bundle; None when it says nothing to it."""
    if vraagt_los(zin.tekst):
        return EenVoorEen(bundel.merk(keren[0].doel))
    gegevens = feitenblad.namen(dossier)
    regels = per_regel(keren, zin, gegevens)
    gehoord = regels or versta_samen(bundel, keren, zin, gegevens)
    # A filled-in list says what it asks and nothing besides.
    twijfels = () if regels else twijfel.uit(dossier, lezing, zin.tekst)
    if not gehoord and wijst_aan(bundel, keren, zin):
        # '3 niet': then it is asked how else.
        return EenVoorEen(bundel.merk(keren[0].doel))
    if not gehoord:
        # What clashes is asked before anything else; the bundle comes back after it.
        return Beschrijving((), twijfels) if twijfels else None
    waarden = {keer: gehoord[keer.sleutel].waarde for keer in keren if keer.sleutel in gehoord}
    erna = met_waarden(dossier, waarden, bundel=True)
    gelezen = () if regels else zonder_twijfel(voorstellen(erna, lezing), twijfels)
    # What was answered before stays: who means to change it says so.
    weg = {*erna.antwoorden, *open_gelaten(keren, zin)}
    ook = tuple(v for v in gelezen if v.sleutel not in weg)
    waarden |= {} if regels else _doel_in_eigen_woorden(waarden, zin)
    return Antwoorden(waarden, ook, twijfels, bundel=bundel.merk(keren[0].doel))
