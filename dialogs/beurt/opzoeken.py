"""Opzoeken in het gesprek: een onderwerp laten lezen, of laten kiezen uit wat gevonden is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dialogs.beeld import berichten as zeg
from dialogs.beurt import Bericht, Beurt, Keuze, beginnen
from dialogs.beurt.vervolg import en_weer, huidige, met_lijst, met_stand, volgend, vraag_verder
from dialogs.dossier import Dossier
from dialogs.stukken.markdown import markdown
from dialogs.stukken.onderwerp import bladzijde
from dialogs.teksten import tabel, tekst
from dialogs.verstaan.opdrachten import Opdracht
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.model import CasusOnderwerp, Onderwerp
from knowledge.teksten import tekst as kennistekst
from knowledge.zoeken.antwoord import antwoord

_OOK: Final = 2


def doe(dossier: Dossier, opdracht: Opdracht) -> Beurt:
    """Carry out `zoek`, `casussen`, `begin` (a weighing with the facts of a casus) or `verder`."""
    match opdracht.naam:
        case "zoek":
            return _zoek(dossier, opdracht.over)
        case "casussen":
            return met_lijst(dossier, _casussen(bezig=huidige(dossier) is not None))
        case "begin":
            return _begin(dossier, opdracht.over)
        case _:
            return en_weer(dossier, [])


def _zoek(dossier: Dossier, vraag: str) -> Beurt:
    """Look something up and come back to the question that was open."""
    bericht, onderwerp = _opgezocht(vraag, bezig=huidige(dossier) is not None)
    if onderwerp is None and bericht.keuzes:
        return met_lijst(dossier, bericht)
    casus = beginnen.casus(onderwerp.id) if onderwerp else None
    beurt = en_weer(dossier, [bericht])
    return replace(beurt, dossier=met_stand(beurt.dossier, casus=casus.id if casus else None))


def _begin(dossier: Dossier, over: str) -> Beurt:
    """Show what the facts of a casus would fill in, and ask whether to begin with them."""
    deze = over in tabel("opzoeken")["deze_feiten"]
    casus = beginnen.casus(dossier.stand.casus if deze else over.replace(" ", "-"))
    if casus is None:
        return en_weer(dossier, [Bericht("tekst", tekst("opzoeken.geen_casus"))])
    voorstel = beginnen.voorstel(dossier, casus)
    vraag = Bericht("vraag", voorstel, keuzes=(zeg.knop("ja"), zeg.knop("nee")))
    return Beurt(met_stand(dossier, begint_met=casus.id, lijst=()), (vraag,))


def aanbod() -> dict[str, str]:
    """Return all that a list can hold: what picking it sends, and its label."""
    verder = tekst("opzoeken.verder")
    keuzes = map(_keuze, onderwerpen().values())
    return {keuze.waarde: keuze.label for keuze in keuzes} | {verder: verder}


def begin_met_casus(dossier: Dossier, nu: dt.datetime) -> Beurt:
    """Begin the weighing that was proposed, and ask what the casus does not tell."""
    casus = beginnen.casus(dossier.stand.begint_met)
    if casus is None:  # an upgrade took it away
        return en_weer(dossier, [Bericht("tekst", tekst("opzoeken.geen_casus"))])
    gevuld = beginnen.ingevuld(volgend(dossier, nu), casus, nu)
    return vraag_verder(gevuld, [beginnen.begonnen()], nu)


def _opgezocht(vraag: str, *, bezig: bool) -> tuple[Bericht, Onderwerp | None]:
    """Look something up: its page, or a list to pick from (then the topic is None).

    `bezig` tells whether a question is open, to go on with after the list.
    """
    gevonden = antwoord(vraag)
    if gevonden.onderwerp is not None:
        ook = [onderwerpen()[treffer.id] for treffer in gevonden.treffers]
        return _pagina(
            gevonden.onderwerp, markdown(bladzijde(gevonden)), ook[:_OOK]
        ), gevonden.onderwerp
    kop = "gevonden" if gevonden.treffers else "in_de_buurt"
    treffers = gevonden.treffers or gevonden.buurt
    delen = [] if gevonden.treffers else [kennistekst("zoeken.niets")]
    if treffers:
        delen.append(f"**{kennistekst(f'zoeken.{kop}')}**")
    keuzes = [_keuze(onderwerpen()[treffer.id]) for treffer in treffers]
    return Bericht("lijst", "\n\n".join(delen), keuzes=_met_verder(keuzes, bezig=bezig)), None


def _casussen(*, bezig: bool) -> Bericht:
    """Return the list of all casussen to pick from."""
    alle = [o for o in onderwerpen().values() if isinstance(o, CasusOnderwerp)]
    kop = f"**{tekst('opzoeken.casussen')}**"
    return Bericht("lijst", kop, keuzes=_met_verder(map(_keuze, alle), bezig=bezig))


def _pagina(onderwerp: Onderwerp, bladzijde: str, ook: Iterable[Onderwerp]) -> Bericht:
    # Not numbered: the numbers belong to the question that is asked again below the page.
    keuzes = [Keuze(_keuze(ander).waarde, _keuze(ander).waarde) for ander in ook]
    if isinstance(onderwerp, CasusOnderwerp):
        keuzes.insert(0, Keuze(beginnen.opdracht(onderwerp), tekst("opzoeken.begin")))
    return Bericht(
        "onderwerp", bladzijde, keuzes=tuple(keuzes), genummerd=False, onderwerp=onderwerp.id
    )


def _keuze(onderwerp: Onderwerp) -> Keuze:
    return Keuze(tekst("opzoeken.opdracht", onderwerp=onderwerp.naam), onderwerp.naam)


def _met_verder(keuzes: Iterable[Keuze], *, bezig: bool) -> tuple[Keuze, ...]:
    verder = tekst("opzoeken.verder")
    return (*keuzes, *([Keuze(verder, verder)] if bezig else []))
