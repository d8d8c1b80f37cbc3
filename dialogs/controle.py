"""Controle bij de start: elke vraag heeft haar teksten, elke stap kan verder."""

from __future__ import annotations

from itertools import product
from typing import Final, get_args

from dialogs.bedoeling import Bedoeling
from dialogs.beeld.als_tekst import RENDERERS
from dialogs.beeld.gezegd import Gezegde
from dialogs.beeld.hints import HINTS
from dialogs.beurt import DADEN
from dialogs.dossier.vragen import VRAGEN, Vraag
from dialogs.fouten import DialoogOnvolledig, TekstOntbreekt
from dialogs.procedure import STAPPEN
from dialogs.procedure.automaat import Stap, automaat
from dialogs.procedure.bundels import BUNDELS
from dialogs.teksten import tabel, zinnen
from dialogs.verstaan import uitstapjes
from dialogs.verstaan.opdrachten import NAMEN
from dialogs.weergave import TOESTEMMINGEN
from knowledge.beslissing import Oordeel
from knowledge.bronnen import bronnen
from knowledge.feiten import FEITEN, Toestemming
from knowledge.kantelpunten import JA_NEE
from knowledge.regels.basis import Grondslag

# What one always does is told in a sentence of its own; who made it stands above.
_IN_SAMENVATTING: Final = frozenset(
    plek.vraag for groep in STAPPEN[-1].vragen.values() for plek in groep
) - {"functie"}


def controleer() -> None:
    """Check that texts and declarations fit together.

    Raises:
        TekstOntbreekt: a sentence, a choice or a source of a question is missing.
        AutomaatOnjuist: a stap is declared wrongly.
        DialoogOnvolledig: something that can be meant or shown has nobody who does it, or a fact
            nobody who asks it.
    """
    for feit in FEITEN:
        _eis_deel(f"feit {feit}", "vraag", klopt=feit in VRAGEN)
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
    _eis_compleet()
    for naam in uitstapjes.NAMEN:
        _eis(f"tussendoor.{naam}")
    for hint in HINTS:
        _eis_hint(hint)
    _eis_oordelen()


def _eis_compleet() -> None:
    """Every Bedoeling has its act, every part of a picture its text, every command its name."""
    for soort in get_args(Bedoeling):
        _eis_deel(soort.__name__, "daad", klopt=soort in DADEN)
    for deel in get_args(Gezegde):
        _eis_deel(deel.__name__, "tekst", klopt=deel in RENDERERS)
    for naam in tabel("opdrachten"):
        _eis_deel(naam, "opdracht", klopt=naam in NAMEN)


def _eis_oordelen() -> None:
    for oordeel in Oordeel:
        _eis(f"oordelen.{oordeel}")
        _eis(f"oordelen_kort.{oordeel}")
    for feit in JA_NEE:
        _eis(f"kantelpunten.{feit}_ja")
        _eis(f"kantelpunten.{feit}_nee")
    for wie, zegt in product(TOESTEMMINGEN, Toestemming):
        _eis(f"kantelpunten.{wie}_{zegt}")
    for grondslag in Grondslag:
        _eis(f"grondslagen.{grondslag}")


def _eis_deel(naam: str, wat: str, *, klopt: bool) -> None:
    if not klopt:
        raise DialoogOnvolledig(f"{naam} heeft geen {wat}")


def _eis_vraag(vraag: Vraag) -> None:
    for deel in ("onderwerp", "vraag", "waarom", "uitzoeken"):
        _eis(f"vragen.{vraag.id}.{deel}")
    ids = tabel(f"vragen.{vraag.id}").get("bronnen", [])
    if not ids or any(id_ not in bronnen() for id_ in ids):
        raise TekstOntbreekt(f"vraag {vraag.id} noemt geen bron, of een bron die er niet is")
    if vraag.id in _IN_SAMENVATTING:
        _eis(f"samenvatting.{vraag.id}")
    if vraag.tabel:
        waarden = FEITEN[vraag.feit].waarden if vraag.feit in FEITEN else ()
        if set(vraag.keuzes) != set(waarden):
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
