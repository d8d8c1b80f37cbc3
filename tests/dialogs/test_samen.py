"""Two purposes: what is the same is told once, and one conclusion names the milder way."""

from __future__ import annotations

from functools import cache

import pytest

from dialogs import gesprek
from dialogs.dossier import Dossier
from dialogs.procedure.overzicht import borden
from dialogs.samenvatting.maken import maak
from dialogs.samenvatting.markdown import markdown
from dialogs.samenvatting.samen import samen
from dialogs.samenvatting.vraagnaam import vraagnaam
from dialogs.teksten import tabel, tekst
from dialogs.weergave import kort
from knowledge.beslissing import Oordeel
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import nu_op
from tests.transcripten import Transcript, transcripten

TWEE = [t for t in transcripten() if len(t.uitkomsten) > 1]
EEN = next(t for t in transcripten() if t.naam == "3_1_2-nieuw")


@cache
def klaar(naam: str) -> Dossier:
    transcript = next(t for t in transcripten() if t.naam == naam)
    nu = nu_op(transcript.vandaag)
    beurt = gesprek.begroet(gesprek.nieuw("proef", transcript.vandaag), nu)
    for _, zin in transcript.gesprek:
        beurt = spreken.beantwoord(beurt.dossier, zin, nu)
    return beurt.dossier


@pytest.mark.parametrize("transcript", TWEE, ids=lambda t: t.naam)
def test_een_slotsom_over_alle_doelen_noemt_elk_oordeel_en_de_mildere_weg(
    transcript: Transcript,
) -> None:
    alle = borden(klaar(transcript.naam))
    slotsom = samen(alle)
    assert slotsom is not None
    for bord in alle:
        assert tekst(f"samen.{bord.volledig.oordeel}") in slotsom
    wegen = {bord.volledig.alternatief for bord in alle} - {None}
    assert wegen
    for weg in wegen:
        assert tekst("samen.milder", weg=kort("alternatief", str(weg))) in slotsom


@pytest.mark.parametrize("transcript", TWEE, ids=lambda t: t.naam)
def test_wat_gelijk_is_staat_er_een_keer(transcript: Transcript) -> None:
    verslag = maak(klaar(transcript.naam), transcript.vandaag)
    geheel = markdown(verslag)
    eerste, *rest = verslag.doelen
    gelijk = [
        zin
        for naam in ("acties", "let_op")
        for zin in getattr(eerste, naam)
        if all(zin in getattr(doel, naam) for doel in rest)
    ]
    assert gelijk
    assert [zin for zin in gelijk if geheel.count(f"- {zin}") != 1] == []
    vragen = [v for doel in verslag.doelen for stap in doel.stappen for v in stap.vragen]
    voor_alle = {vraagnaam(v) for v in vragen if "@" not in v.sleutel}
    assert [naam for naam in voor_alle if geheel.count(f"- {naam}: ") != 1] == []


def test_bij_een_doel_is_er_geen_slotsom() -> None:
    dossier = klaar(EEN.naam)
    assert samen(borden(dossier)) is None
    assert tekst("samenvatting.samen") not in markdown(maak(dossier, EEN.vandaag))


def test_elk_oordeel_heeft_woorden_voor_de_slotsom() -> None:
    assert {oordeel.value for oordeel in Oordeel} <= set(tabel("samen"))
