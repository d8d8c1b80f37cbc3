"""What is worked out once: the same as worked out anew, and nobody's words are in it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import cache
from inspect import unwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs import gesprek
from dialogs.dossier import Antwoord, Dossier, feitenblad
from dialogs.dossier.vragen import VRAGEN, Vraagsoort, keer_van
from dialogs.procedure import geheugen, plaats
from dialogs.procedure.automaat import automaat
from dialogs.procedure.bord import Bord
from dialogs.procedure.geheugen import eens_per_dossier, merk
from dialogs.procedure.gewogen import Gewogen
from dialogs.procedure.overzicht import acties_te_verdelen, borden, gestopt_in_stap_1
from dialogs.procedure.posities import PER_DOEL, Posities
from dialogs.samenvatting.maken import maak
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import nu_op
from tests.transcripten import Transcript, transcripten

FUNCTIES = (plaats, gestopt_in_stap_1, acties_te_verdelen)


def toestanden(transcript: Transcript) -> Iterator[Dossier]:
    nu = nu_op(transcript.vandaag)
    dossier = gesprek.begroet(gesprek.nieuw("proef", transcript.vandaag), nu).dossier
    yield dossier
    for _, zin in transcript.gesprek:
        dossier = spreken.beantwoord(dossier, zin, nu).dossier
        yield dossier


@cache
def alle_toestanden() -> tuple[Dossier, ...]:
    return tuple(dossier for t in transcripten() for dossier in toestanden(t))


def als_opnieuw(dossier: Dossier) -> None:
    """What is remembered of a dossier and its facts is what working it out now gives."""
    for functie in FUNCTIES:
        assert functie(dossier) == unwrap(functie)(dossier)
    posities = Posities(dossier)
    for doel in feitenblad.doelen(dossier):
        for stap_ in PER_DOEL:
            bord = Bord(dossier, doel, stap_.nummer)
            assert posities.van(stap_, bord) == automaat(stap_).loop(bord)
    for stap in (1, 3, 5):
        for doel in feitenblad.doelen(dossier):
            bord = Bord(dossier, doel, stap)
            vers = Gewogen(feitenblad.velden(dossier, doel, stap), doel)
            assert bord.situatie == vers.situatie
            assert bord.per_gegeven == vers.per_gegeven
            assert bord.uitkomst == vers.uitkomst


@pytest.mark.parametrize("transcript", transcripten(), ids=lambda t: t.naam)
def test_in_elke_toestand_van_een_transcript(transcript: Transcript) -> None:
    for dossier in toestanden(transcript):
        als_opnieuw(dossier)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_ook_met_antwoorden_die_niemand_gaf(data: st.DataObject) -> None:
    dossier = data.draw(st.sampled_from(alle_toestanden()))
    weg = data.draw(st.sets(st.sampled_from(sorted(dossier.antwoorden) or ["van"]), max_size=4))
    onbekend = data.draw(st.sets(st.sampled_from(sorted(VRAGEN)), max_size=4))
    over = {s: a for s, a in dossier.antwoorden.items() if s not in weg}
    niet_geweten = {
        id_: Antwoord() for id_ in onbekend if not (VRAGEN[id_].per_doel or VRAGEN[id_].per_gegeven)
    }
    als_opnieuw(dossier.model_copy(update={"antwoorden": {**over, **niet_geweten}}))


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(alle_toestanden()), st.sampled_from(alle_toestanden()))
def test_wat_het_gesprek_weet_telt_mee(dossier: Dossier, ander: Dossier) -> None:
    als_opnieuw(dossier)
    # The same answers and another conversation: what was read, what was asked, what we wait for.
    als_opnieuw(dossier.model_copy(update={"stand": ander.stand}))


def test_niemands_woorden_worden_onthouden() -> None:
    for dossier in alle_toestanden():
        bewaard = repr(merk(dossier))
        for sleutel, antwoord in dossier.antwoorden.items():
            keer = keer_van(sleutel)
            if keer is not None and keer.vraag.soort is Vraagsoort.TEKST and antwoord.waarde:
                assert antwoord.waarde not in bewaard


def test_wie_dezelfde_antwoorden_gaf_houdt_zijn_eigen_woorden() -> None:
    transcript = next(t for t in transcripten() if t.naam == "3_2_2-nieuw")
    *_, eerste = toestanden(transcript)
    antwoorden = {
        s: Antwoord(waarde="Met andere woorden.")
        if (keer := keer_van(s)) and keer.vraag.soort is Vraagsoort.TEKST
        else a
        for s, a in eerste.antwoorden.items()
    }
    tweede = eerste.model_copy(update={"antwoorden": antwoorden})

    assert merk(eerste) == merk(tweede)
    een, ander = (maak(d, transcript.vandaag).model_dump_json() for d in (eerste, tweede))
    eigen = [a.waarde for s, a in eerste.antwoorden.items() if antwoorden[s] != a and a.waarde]
    assert all(woorden in een and woorden not in ander for woorden in eigen)
    assert "Met andere woorden." in ander


def test_gelijke_feiten_worden_eenmaal_gewogen() -> None:
    # Nothing of stap 2 and later was answered: every stap looks at the same.
    dossier = next(d for d in alle_toestanden() if d.stand.vraag == "levensgevaar")
    doel = feitenblad.doelen(dossier)[0]
    assert Bord(dossier, doel, 1).stand is Bord(dossier, doel, 4).stand
    assert borden(dossier)[0].uitkomst is borden(dossier.model_copy())[0].uitkomst


def test_het_geheugen_is_begrensd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geheugen, "_ONTHOUDEN", 2)
    gevraagd: list[str] = []

    @eens_per_dossier
    def waarheen(dossier: Dossier) -> str:
        gevraagd.append(feitenblad.waarde(dossier, "van"))
        return gevraagd[-1]

    leeg = alle_toestanden()[0]
    a, b, c = (
        leeg.model_copy(update={"antwoorden": {"van": Antwoord(waarde=van)}}) for van in "abc"
    )
    assert [waarheen(d) for d in (a, b, a, c, a, b)] == ["a", "b", "a", "c", "a", "b"]
    assert gevraagd == ["a", "b", "c", "b"]


def test_threads_naast_elkaar() -> None:
    enkele = alle_toestanden()[::10]
    verwacht = [unwrap(plaats)(dossier) for dossier in enkele]
    gevonden: list[list[object]] = []

    def loop() -> None:
        gevonden.append([plaats(dossier) for dossier in enkele])

    draden = [threading.Thread(target=loop) for _ in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert gevonden == [verwacht] * 4
