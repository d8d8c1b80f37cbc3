"""Controle bij de start: elke vraag heeft haar teksten, elke stap kan verder."""

from __future__ import annotations

from dialogs.beeld.hints import HINTS
from dialogs.dossier.vragen import VRAGEN, Vraag
from dialogs.fouten import TekstOntbreekt
from dialogs.procedure import STAPPEN
from dialogs.procedure.automaat import Stap, automaat
from dialogs.procedure.bundels import BUNDELS
from dialogs.teksten import tabel, zinnen
from dialogs.verstaan.antwoord import keuzes_van
from knowledge.beslissing import Oordeel
from knowledge.bronnen import bronnen
from knowledge.feiten import FEITEN
from knowledge.regels.basis import Grondslag


def controleer() -> None:
    """Check that texts and declarations fit together.

    Raises:
        TekstOntbreekt: a sentence, a choice or a source of a question is missing.
        AutomaatOnjuist: a stap is declared wrongly.
    """
    for stap in STAPPEN:
        automaat(stap)
        _eis_conclusies(stap)
    for vraag in VRAGEN.values():
        _eis_vraag(vraag)
    for bundel in BUNDELS:
        _eis(f"bundels.{bundel.id}.kop")
        _eis(f"bundels.{bundel.id}.hulp")
        for id_ in bundel.vragen:
            _eis(f"rijen.{id_}")
    for hint in HINTS:
        _eis_hint(hint)
    for oordeel in Oordeel:
        _eis(f"oordelen.{oordeel}")
        _eis(f"oordelen_kort.{oordeel}")
    for grondslag in Grondslag:
        _eis(f"grondslagen.{grondslag}")


def _eis_vraag(vraag: Vraag) -> None:
    for deel in ("onderwerp", "vraag", "waarom", "uitzoeken"):
        _eis(f"vragen.{vraag.id}.{deel}")
    ids = tabel(f"vragen.{vraag.id}").get("bronnen", [])
    if not ids or any(id_ not in bronnen() for id_ in ids):
        raise TekstOntbreekt(f"vraag {vraag.id} noemt geen bron, of een bron die er niet is")
    if vraag.tabel:
        waarden = FEITEN[vraag.feit].waarden if vraag.feit in FEITEN else ()
        if set(keuzes_van(vraag)) != set(waarden):
            raise TekstOntbreekt(f"de keuzes van {vraag.id} zijn niet de waarden van het feit")


def _eis_hint(hint: str) -> None:
    _eis(f"hints.{hint}.zin")
    inhoud = tabel(f"hints.{hint}")
    if not inhoud.get("bronnen") or any(id_ not in bronnen() for id_ in inhoud["bronnen"]):
        raise TekstOntbreekt(f"hint {hint} noemt geen bron, of een bron die er niet is")
    if not inhoud.get("soorten") and not tabel("gegevenswoorden").get(hint):
        raise TekstOntbreekt(f"hint {hint} noemt geen soort en geen woorden")


def _eis_conclusies(stap: Stap) -> None:
    # Before the first stap and after the last there is nothing to conclude.
    if stap.nummer in range(1, 5):
        for einde in stap.einden:
            if einde.name != "NODIGE_GEGEVENS":
                _eis(f"conclusies.stap_{stap.nummer}.{einde.name}")


def _eis(sleutel: str) -> None:
    if sleutel not in zinnen():
        raise TekstOntbreekt(f"tekst ontbreekt: {sleutel}")
