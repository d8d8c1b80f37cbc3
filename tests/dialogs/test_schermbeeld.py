"""What a screen shows follows from the dossier, and what it offers is understood."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs import gesprek
from dialogs.beeld.gezegd import Zin
from dialogs.beeld.scherm import Schermbeeld, meldingen, schermbeeld
from dialogs.beeld.vraag import Beeldvraag
from dialogs.dossier import Dossier
from dialogs.dossier.wacht import OpVraag
from dialogs.procedure import STAPPEN
from dialogs.teksten import tekst
from tests.dialogs import spreken
from tests.dialogs.eenmalig import Eenmalig
from tests.dialogs.gespreksvoerder import nu_op
from tests.transcripten import Transcript, transcripten

DAG = dt.date(2026, 3, 2)
NU = nu_op(DAG)
ALLE = pytest.mark.parametrize("transcript", transcripten(), ids=lambda t: t.naam)


def begin() -> Dossier:
    return gesprek.begroet(gesprek.nieuw("proef", DAG), NU).dossier


def zeg(dossier: Dossier, *zinnen: str) -> Dossier:
    for zin in zinnen:
        dossier = spreken.beantwoord(dossier, zin, NU).dossier
    return dossier


def beeld(dossier: Dossier) -> Schermbeeld:
    return schermbeeld(dossier, DAG)


@cache
def _beelden(naam: str) -> tuple[tuple[Dossier, Schermbeeld], ...]:
    [transcript] = [t for t in transcripten() if t.naam == naam]
    return tuple(_getoond(transcript))


def beelden(transcript: Transcript) -> tuple[tuple[Dossier, Schermbeeld], ...]:
    """Return every state of a transcript with what the screen then shows."""
    return _beelden(transcript.naam)


def _getoond(transcript: Transcript) -> Iterator[tuple[Dossier, Schermbeeld]]:
    nu = nu_op(transcript.vandaag)
    dossier = gesprek.begroet(gesprek.nieuw("proef", transcript.vandaag), nu).dossier
    for _, zin in transcript.gesprek:
        yield dossier, schermbeeld(dossier, transcript.vandaag)
        dossier = spreken.beantwoord(dossier, zin, nu).dossier
    yield dossier, schermbeeld(dossier, transcript.vandaag)


@cache
def elke_vraag() -> dict[str, tuple[Dossier, Beeldvraag]]:
    """Return every question, and every bundle, once: where it first comes up in a transcript."""
    uit: dict[str, tuple[Dossier, Beeldvraag]] = {}
    for transcript in transcripten():
        for dossier, getoond in beelden(transcript):
            vraag = getoond.vraag
            over = [veld.sleutel or "" for veld in vraag.velden] or [vraag.sleutel or ""]
            zonder = (re.split("[:@]", sleutel)[0] for sleutel in over)
            uit.setdefault(f"{vraag.soort} {' '.join(zonder)}", (dossier, vraag))
    return uit


BUNDELS = [naam for naam, (_, vraag) in elke_vraag().items() if vraag.velden]
ELKE_BUNDEL = pytest.mark.parametrize("vraag", BUNDELS)
ELKE_VRAAG = pytest.mark.parametrize("vraag", [n for n in elke_vraag() if n not in BUNDELS])


def beantwoord(getoond: Schermbeeld) -> list[str]:
    return [vraag.sleutel for blok in getoond.blokken for vraag in blok.vragen]


# --- wat er te zien is ---


def test_een_leeg_scherm_groet_en_vraagt() -> None:
    getoond = beeld(begin())

    assert getoond.groet == tekst("gesprek.groet")
    assert getoond.blokken == ()
    assert getoond.vraag.sleutel == "omschrijving"
    assert [stop.toestand for stop in getoond.rail] == ["bezig"] + ["open"] * 5


@ALLE
def test_elk_antwoord_staat_er_een_keer(transcript: Transcript) -> None:
    for dossier, getoond in beelden(transcript):
        sleutels = beantwoord(getoond)
        assert len(sleutels) == len(set(sleutels))
        assert set(dossier.antwoorden) <= set(sleutels)
        assert set(sleutels) - set(dossier.antwoorden) <= {"datum"}


@ALLE
def test_gevraagd_wordt_wat_openstaat(transcript: Transcript) -> None:
    for dossier, getoond in beelden(transcript):
        if getoond.vraag.soort not in ("slot", "lijst", "bevestig"):
            assert getoond.vraag.sleutel == dossier.stand.vraag
        assert [stop.stap for stop in getoond.rail if stop.hier] == [getoond.vraag.stap]


@ALLE
def test_aan_het_eind_is_de_rail_klaar_en_de_samenvatting_af(transcript: Transcript) -> None:
    *_, (_, laatste) = beelden(transcript)

    assert laatste.vraag.soort == "slot"
    assert {stop.toestand for stop in laatste.rail} <= {"klaar", "overgeslagen"}
    oordelen = [stuk.oordeel for stuk in laatste.samenvatting.oordelen]
    assert oordelen == [verwacht.oordeel for verwacht in transcript.uitkomsten]


@ALLE
def test_een_tussenstand_staat_bij_haar_stap_met_haar_bronnen(transcript: Transcript) -> None:
    *_, (_, laatste) = beelden(transcript)

    for blok in laatste.blokken:
        if blok.tussenstand is not None:
            assert blok.stap in range(1, 5)
            assert blok.tussenstand.bronnen


def test_bij_twee_doelen_heeft_elk_zijn_eigen_rij() -> None:
    [transcript] = [t for t in transcripten() if t.naam == "3_2_2-nieuw"]
    *_, (_, laatste) = beelden(transcript)

    doelen = {verwacht.doel for verwacht in transcript.uitkomsten}
    for stop in laatste.rail:
        verwacht = doelen if stop.stap in range(1, 5) else set()
        assert {rij.doel for rij in stop.per_doel} == verwacht


def test_de_dag_van_delen_staat_er_ook_als_hij_niet_gevraagd_is() -> None:
    [transcript] = [t for t in transcripten() if t.naam == "gevaar"]
    *_, (dossier, laatste) = beelden(transcript)

    assert "datum" not in dossier.antwoorden
    assert "datum" in beantwoord(laatste)


def test_elke_stap_heeft_een_plaats_op_de_rail() -> None:
    assert [stop.stap for stop in beeld(begin()).rail] == [stap.nummer for stap in STAPPEN]


# --- vragen en hun antwoord ---


def kies(vraag: Beeldvraag, *labels: str) -> str:
    """Answer as the page does: by what the options say they send."""
    return ", ".join(optie.waarde for optie in vraag.opties if optie.label in labels)


OPTIES = Eenmalig()


@ALLE
def test_elke_optie_wordt_verstaan(transcript: Transcript) -> None:
    for dossier, getoond in beelden(transcript):
        vraag = getoond.vraag
        if vraag.sleutel is None or not OPTIES.nieuw(dossier, vraag):
            continue
        for optie in [*vraag.opties, vraag.geen, vraag.overslaan, vraag.weet_niet]:
            if optie is not None:
                erna = zeg(dossier, optie.waarde)
                # What was understood is taken over or dropped; it is no answer itself.
                bevestigd = vraag.sleutel == "begrepen" and not erna.stand.voorgesteld
                # A choice between readings settles that one; the list still waits.
                bevestigd |= len(erna.stand.twijfel) < len(dossier.stand.twijfel)
                assert bevestigd or vraag.sleutel in erna.antwoorden, optie


def in_formulier(vraag: Beeldvraag) -> Iterator[tuple[Any, str]]:
    """Yield what a form can hold for this question, each with the words for the same."""
    meer = vraag.soort in ("meerkeuze", "selectie")
    for optie in vraag.opties:
        yield [optie.in_formulier] if meer else optie.in_formulier, optie.waarde
    if meer:
        alle = [optie.in_formulier for optie in vraag.opties]
        yield alle, ", ".join(optie.waarde for optie in vraag.opties)
    if vraag.geen is not None:
        yield [], vraag.geen.waarde
    if vraag.weet_niet is not None:
        yield None, vraag.weet_niet.waarde
    if vraag.overslaan is not None:
        yield "", vraag.overslaan.waarde
    match vraag.soort:
        case "getal":
            yield vraag.min, str(vraag.min)
            yield vraag.max, str(vraag.max)
        case "datum":
            yield "2026-03-03", "3-3-2026"
        case "tekst":
            yield "Hij is 18 en wil dit zelf.", "Hij is 18 en wil dit zelf."
            yield "ja", "ja"
        case "gegevens":
            yield ["het adres", "a, b", "Adres"], "- het adres\n- a, b\n- Adres"
            yield ["??", "weet ik niet"], "- ??\n- weet ik niet"
        case _:
            pass


@ELKE_VRAAG
def test_een_formulier_zegt_wat_dezelfde_woorden_zeggen(vraag: str) -> None:
    dossier, gesteld = elke_vraag()[vraag]
    if gesteld.sleutel is None or gesteld.begrepen:
        return
    for waarde, zin in in_formulier(gesteld):
        gezegd = spreken.beantwoord(dossier, zin, NU)
        ingevuld = spreken.vul_in(dossier, {gesteld.sleutel: waarde}, NU)
        assert ingevuld.dossier == gezegd.dossier, waarde
        assert ingevuld.gezegd == gezegd.gezegd


GEEN_ANTWOORD: tuple[Any, ...] = (-1, 1.5, 10**30, {}, [[]], [None], ["onzin", 1], True, "onzin\n")


@ELKE_VRAAG
def test_een_waarde_van_een_ander_veld_verandert_niets(vraag: str) -> None:
    dossier, gesteld = elke_vraag()[vraag]
    mag = {"tekst": "onzin\n", "ja_nee": True}.get(gesteld.soort)
    for waarde in GEEN_ANTWOORD:
        if waarde is mag and not gesteld.begrepen:
            continue
        beurt = spreken.vul_in(dossier, {gesteld.sleutel or "": waarde}, NU)
        assert beurt.dossier == dossier, waarde
        assert beurt.gezegd == (Zin(sleutel="misverstaan.formulier"),)


def test_meer_keuzes_met_een_komma_in_het_label() -> None:
    dossier = zeg(begin(), "overslaan", "geven", "vso", "gemeente", "werk", "verslag")
    vraag = beeld(dossier).vraag
    assert vraag.soort == "meerkeuze"
    met_komma = [optie.label for optie in vraag.opties if "," in optie.label]
    assert len(met_komma) == 2

    erna = zeg(dossier, kies(vraag, *met_komma))

    assert erna.antwoorden["soort:verslag"].waarde == ["bijzonder", "strafrechtelijk"]


LASTIG = ["zorg en school", "a, b", "AB & CD", "geen", "2", "alle", "soort: x", "ja", "stop"]


def met_gegevens(namen: list[str]) -> Dossier:
    dossier = zeg(begin(), "overslaan", "geven", "vso", "gemeente", "werk")
    return zeg(dossier, "\n".join(f"- {naam}" for naam in namen))


def test_een_regel_met_een_streepje_is_een_gegeven() -> None:
    assert met_gegevens(LASTIG).antwoorden["gegevens"].waarde == LASTIG


# A lone number names no data item: it is asked once more what is meant.
@pytest.mark.parametrize("naam", [naam for naam in LASTIG if not naam.isdecimal()])
def test_een_gegeven_alleen(naam: str) -> None:
    assert met_gegevens([naam]).antwoorden["gegevens"].waarde == [naam]


@pytest.mark.parametrize("hoeveel", [0, 1, 2, len(LASTIG)])
def test_een_selectie_uit_lastige_namen(hoeveel: int) -> None:
    dossier = zeg(met_gegevens(LASTIG), "nee")
    # Opened to change it, so that the question stands open without the whole of stap 1 and 2.
    dossier = dossier.wachtend(OpVraag(vraag="nodig@begeleiding_naar_werk", wijzigt=True))
    vraag = beeld(dossier).vraag
    assert vraag.soort == "selectie"
    assert vraag.geen is not None

    erna = zeg(dossier, kies(vraag, *LASTIG[:hoeveel]) or vraag.geen.waarde)

    assert erna.antwoorden["nodig@begeleiding_naar_werk"].waarde == LASTIG[:hoeveel]


@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=6))
def test_het_potlood_opent_precies_die_vraag(namen: list[str]) -> None:
    dossier = met_gegevens(namen)
    if "gegevens" not in dossier.antwoorden:
        return
    for blok in beeld(dossier).blokken:
        for vraag in blok.vragen:
            open_ = zeg(dossier, vraag.wijzig)
            assert open_.stand.vraag == vraag.sleutel
            assert spreken.wijzigt(open_)


@ALLE
def test_wie_wijzigt_krijgt_zijn_antwoord_in_het_veld(transcript: Transcript) -> None:
    *_, (dossier, laatste) = beelden(transcript)

    for blok in laatste.blokken:
        for vraag in blok.vragen:
            open_ = zeg(dossier, vraag.wijzig)
            veld = beeld(open_).vraag
            assert veld.sleutel == vraag.sleutel
            assert (veld.huidig is not None) == (vraag.bekend or veld.soort == "datum")
            if veld.soort in ("meerkeuze", "selectie") and veld.huidig:
                waarden = {optie.waarde for optie in veld.opties}
                assert set(veld.huidig) <= waarden
                zelfde = zeg(open_, ", ".join(veld.huidig)).antwoorden[vraag.sleutel]
                assert zelfde == dossier.antwoorden[vraag.sleutel]


def test_toch_niet_wijzigen_laat_alles_zoals_het_was() -> None:
    dossier = zeg(begin(), "overslaan", "geven", "mbo")
    open_ = zeg(dossier, "wijzig jouw kant")
    toch_niet = beeld(open_).vraag.toch_niet
    assert toch_niet is not None

    assert zeg(open_, toch_niet.waarde) == dossier
    assert beeld(dossier).vraag.toch_niet is None


def test_kiezen_wat_je_wijzigt() -> None:
    dossier = zeg(begin(), "overslaan", "geven", "mbo", "wijzig")
    vraag = beeld(dossier).vraag
    assert vraag.soort == "lijst"

    assert zeg(dossier, vraag.opties[1].waarde).stand.vraag == "gebruiker"
    assert beeld(zeg(dossier, vraag.opties[-1].waarde)).vraag.sleutel == "naar"


def test_opnieuw_vraagt_eerst_of_het_zeker_is() -> None:
    dossier = zeg(begin(), "overslaan", "geven", "opnieuw")
    vraag = beeld(dossier).vraag
    assert vraag.soort == "bevestig"

    ja, nee = (optie.waarde for optie in vraag.opties)
    assert beeld(zeg(dossier, ja)).gesprek != beeld(dossier).gesprek
    assert beeld(zeg(dossier, nee)).vraag.sleutel == "van"


def test_een_getal_heeft_grenzen_en_een_eenheid() -> None:
    dossier = zeg(begin(), "overslaan", "geven", "doorstroompunt", "gemeente", "werk", "adres")
    dossier = zeg(dossier, "1", "nee", "ja")
    vraag = beeld(zeg(dossier, "wijzig startkwalificatie", "nee")).vraag
    while vraag.soort != "getal":
        dossier = zeg(dossier, "nee")
        vraag = beeld(dossier).vraag
    assert vraag.eenheid
    assert vraag.min is not None
    assert vraag.max is not None
    assert vraag.min < vraag.max


def test_een_plek_hoort_bij_een_vraag_van_een_weging() -> None:
    dossier = begin()
    plekken = [beeld(zeg(dossier, *zinnen)).vraag.plek for zinnen in ([], ["overslaan"])]
    opnieuw = zeg(dossier, "overslaan", "opnieuw", "ja")
    assert len({*plekken, beeld(opnieuw).vraag.plek}) == 3


# --- wat er eenmalig gezegd wordt ---


@pytest.mark.parametrize(
    ("zin", "soorten"),
    [
        ("geven", []),
        ("help", ["zin"]),
        ("waarom", ["redenen"]),
        ("bla", ["zin"]),
        ("samenvatting", ["samenvatting"]),
        ("wijzig", []),
        ("wijzig beschrijving", []),
        ("wijzig niets-bekends", []),
        ("opnieuw", []),
        ("terug", []),
    ],
)
def test_meldingen_zijn_wat_het_beeld_niet_laat_zien(zin: str, soorten: list[str]) -> None:
    beurt = spreken.beantwoord(zeg(begin(), "overslaan"), zin, NU)
    assert [melding.soort for melding in meldingen(spreken.beeld_van(beurt))] == soorten


def test_aan_het_eind_staat_de_samenvatting_er_niet_dubbel() -> None:
    [transcript] = [t for t in transcripten() if t.naam == "gevaar"]
    *_, (dossier, _) = beelden(transcript)
    laatste = spreken.beantwoord(zeg(dossier, "wijzig functie"), "mentor", NU)
    assert laatste.dossier.stand.vraag is None
    assert meldingen(spreken.beeld_van(laatste)) == ()


def test_hervatten_verandert_niets_aan_een_open_vraag() -> None:
    open_ = zeg(begin(), "overslaan", "wijzig beschrijving")
    assert gesprek.hervat(open_, NU) == open_


def test_hervatten_na_een_vraag_die_niet_meer_bestaat_vraagt_wat_openstaat() -> None:
    dossier = zeg(begin(), "overslaan")
    oud = dossier.wachtend(OpVraag(vraag="vervallen"))
    assert gesprek.hervat(oud, NU).stand.vraag == "gebruiker"
