"""What a conversation waits for: one thing, readable again, and every choice means what it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs import gesprek
from dialogs.bedoeling import Gezegd
from dialogs.beeld.keuzes import keuzes
from dialogs.beeld.meelezers import voor_meelezers
from dialogs.beeld.vraag import beeldvraag
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import keer_van
from dialogs.dossier.wacht import BevestigVerteld, OpBegrepen, OpLijst, OpTwijfel, Wacht
from dialogs.lezen import lees
from dialogs.procedure.plek import plek
from dialogs.teksten.woorden import plat
from dialogs.verstaan import verstaan
from tests.dialogs import spreken
from tests.dialogs.eenmalig import Eenmalig
from tests.dialogs.gespreksvoerder import nu_op
from tests.transcripten import Transcript, transcripten

NUMMERS, LIJSTEN, KEUZES, FORMULIEREN = (Eenmalig() for _ in range(4))
ALLE = pytest.mark.parametrize("transcript", transcripten(), ids=lambda t: t.naam)
ZIJPADEN = ("wijzig", "wijzig niets-bekends", "casussen", "zoek uitkering", "opnieuw", "terug")
UITINGEN = (
    *("ja", "nee", "1", "2", "7", "b", "de laatste", "weet ik niet", "alle", "geen", "overslaan"),
    *("help", "waarom", "wijzig", "terug", "opnieuw", "stop", "bewaar", "casussen", "verder"),
    *("18", "3 maart", "komende dinsdag", "een half jaar", "nog niet gevraagd", "blabla", "/ww"),
    "hij is 18, doet entree bij het roc en wil geen begeleiding",
    "begin een weging met casus 3.1.2",
    "nee, ze is 19",
    "en als hij wel toestemming geeft?",
    "Volgens school is hij 17, volgens hemzelf is hij 18.",
)
EIGEN = "qzxq"
"""Stands for somebody's own words; no text of ours has it, as 'beroepsgeheim' has 'geheim'."""


@cache
def onderweg(naam: str) -> tuple[tuple[Dossier, dt.datetime], ...]:
    """Return every state of a transcript, and those beside it."""
    [transcript] = [t for t in transcripten() if t.naam == naam]
    return tuple(_onderweg(transcript))


def _onderweg(transcript: Transcript) -> Iterator[tuple[Dossier, dt.datetime]]:
    nu = nu_op(transcript.vandaag)
    dossier = gesprek.begroet(gesprek.nieuw("proef", transcript.vandaag), nu).dossier
    for nummer, (_, zin) in enumerate((*transcript.gesprek, ("", ""))):
        yield dossier, nu
        # Beside every question would take minutes; each kind of side road comes by often enough.
        zijpad = spreken.beantwoord(dossier, ZIJPADEN[nummer % len(ZIJPADEN)], nu).dossier
        yield zijpad, nu
        if zin:
            dossier = spreken.beantwoord(dossier, zin, nu).dossier


TOESTANDEN = st.sampled_from([t.naam for t in transcripten()]).flatmap(
    lambda naam: st.sampled_from(onderweg(naam))
)
ZINNEN = st.one_of(st.sampled_from(UITINGEN), st.text(max_size=60))


@given(TOESTANDEN, ZINNEN)
def test_wat_men_ook_zegt_de_toestand_is_er_een_en_weer_te_lezen(
    toestand: tuple[Dossier, dt.datetime], zin: str
) -> None:
    dossier, nu = toestand
    beurt = spreken.beantwoord(dossier, zin, nu)

    erna = beurt.dossier
    assert isinstance(erna.stand.wacht, get_args(Wacht))
    assert Dossier.model_validate_json(erna.model_dump_json()) == erna
    if isinstance(erna.stand.gesteld, OpTwijfel):
        assert erna.stand.twijfel
    if isinstance(erna.stand.gesteld, OpBegrepen):
        assert erna.stand.voorgesteld
        assert not erna.stand.twijfel
    assert spreken.berichten(beurt) or beurt.verzoek is not None
    assert len(erna.geschiedenis) >= len(dossier.geschiedenis) or erna.id != dossier.id


@given(TOESTANDEN, ZINNEN)
def test_verstaan_verandert_niets(toestand: tuple[Dossier, dt.datetime], zin: str) -> None:
    dossier, nu = toestand
    ervoor = dossier.model_dump_json()
    verstaan(Gezegd(zin), dossier, nu.date())
    assert dossier.model_dump_json() == ervoor


def _gevolg(dossier: Dossier, zin: str, nu: dt.datetime) -> dict[str, Any]:
    beurt = spreken.beantwoord(dossier, zin, nu)
    return {"dossier": beurt.dossier, "gezegd": beurt.gezegd, "verzoek": beurt.verzoek}


@ALLE
def test_een_nummer_doet_wat_de_keuze_zegt(transcript: Transcript) -> None:
    for dossier, nu in onderweg(transcript.naam):
        aangeboden = keuzes(beeldvraag(dossier))
        for nummer, keuze in enumerate(aangeboden.alle, 1):
            if aangeboden.genummerd and NUMMERS.keuze(dossier, keuze.waarde):
                assert _gevolg(dossier, str(nummer), nu) == _gevolg(dossier, keuze.waarde, nu), (
                    dossier.stand.wacht,
                    keuze,
                )


@ALLE
def test_een_woord_uit_een_lijst_doet_hetzelfde_als_zijn_nummer(transcript: Transcript) -> None:
    for dossier, nu in onderweg(transcript.naam):
        if not isinstance(dossier.stand.wacht, OpLijst):
            continue
        opties = beeldvraag(dossier).opties
        labels = [plat(optie.label) for optie in opties]
        for optie in opties:
            eenmalig = labels.count(plat(optie.label)) == 1
            if eenmalig and LIJSTEN.keuze(dossier, optie.waarde):
                gezegd = _gevolg(dossier, optie.label, nu)
                assert gezegd == _gevolg(dossier, optie.waarde, nu), optie


@ALLE
def test_een_keuze_die_getoond_wordt_is_een_antwoord_op_die_vraag(transcript: Transcript) -> None:
    for dossier, nu in onderweg(transcript.naam):
        vraag = beeldvraag(dossier)
        if vraag.sleutel is None or vraag.sleutel == "begrepen":
            continue
        if not KEUZES.nieuw(dossier, vraag):
            continue
        for keuze in keuzes(vraag).antwoorden:
            erna = spreken.beantwoord(dossier, keuze.waarde, nu).dossier
            assert vraag.sleutel in erna.antwoorden, keuze
            nieuw = set(erna.antwoorden) - set(dossier.antwoorden)
            assert nieuw <= {vraag.sleutel}, "en van geen andere"


@ALLE
def test_een_formulier_betekent_hetzelfde_als_de_woorden(transcript: Transcript) -> None:
    for dossier, nu in onderweg(transcript.naam):
        vraag = beeldvraag(dossier)
        keer = keer_van(vraag.sleutel or "")
        if keer is None or vraag.soort not in ("keuze", "ja_nee"):
            continue
        if vraag.sleutel == "begrepen" or not FORMULIEREN.nieuw(dossier, vraag):
            continue
        waarden: list[Any] = [True, False] if vraag.soort == "ja_nee" else list(keer.vraag.keuzes)
        if keer.vraag.soort == "selectie":
            namen = feitenblad.namen(dossier)
            waarden = [list(range(1, len(namen) + 1)), []]
        for optie, waarde in zip(vraag.opties, waarden, strict=True):
            ingevuld = spreken.vul_in(dossier, {keer.sleutel: waarde}, nu)
            gezegd = spreken.beantwoord(dossier, optie.waarde, nu)
            assert ingevuld.dossier == gezegd.dossier
            assert ingevuld.gezegd == gezegd.gezegd


@given(
    TOESTANDEN,
    st.dictionaries(
        st.sampled_from(["leeftijd", "van", "doel", "nodig@anders", "begrepen", "onzin", ""]),
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(-5, 200),
            st.text(max_size=8),
            st.lists(st.one_of(st.integers(-2, 40), st.text(max_size=8)), max_size=4),
        ),
        max_size=3,
    ),
)
def test_een_formulier_klopt_helemaal_of_telt_niet(
    toestand: tuple[Dossier, dt.datetime], waarden: dict[str, Any]
) -> None:
    dossier, nu = toestand
    beurt = spreken.vul_in(dossier, waarden, nu)

    veranderd = {
        sleutel
        for sleutel, antwoord in beurt.dossier.antwoorden.items()
        if dossier.antwoorden.get(sleutel) != antwoord
    }
    mocht = set(waarden) | {v.sleutel for v in dossier.stand.voorgesteld}
    mocht |= {v.sleutel for twijfel in dossier.stand.twijfel for v in twijfel}
    assert veranderd <= mocht
    assert Dossier.model_validate_json(beurt.dossier.model_dump_json()) == beurt.dossier


@given(TOESTANDEN, ZINNEN)
def test_een_plek_hoort_bij_een_beeld(toestand: tuple[Dossier, dt.datetime], zin: str) -> None:
    dossier, nu = toestand
    erna = spreken.beantwoord(dossier, zin, nu).dossier
    if erna.antwoorden != dossier.antwoorden:
        assert plek(erna) != plek(dossier)
    if beeldvraag(erna).model_copy(update={"plek": ""}) == beeldvraag(dossier).model_copy(
        update={"plek": ""}
    ):
        return
    zelfde_vraag = erna.stand.vraag == dossier.stand.vraag
    assert zelfde_vraag or plek(erna) != plek(dossier)


@ALLE
def test_meelezers_zien_geen_eigen_woorden(transcript: Transcript) -> None:
    for dossier, _ in onderweg(transcript.naam):
        voor = voor_meelezers(_herkenbaar(dossier))
        assert EIGEN not in beeldvraag(voor, meelezers=True).model_dump_json()


def _herkenbaar(dossier: Dossier) -> Dossier:
    """Return the dossier with other words for all that was told in somebody's own words."""
    namen = {naam: f"{EIGEN}{n}" for n, naam in enumerate(feitenblad.namen(dossier))}
    antwoorden: dict[str, Any] = {}
    for sleutel, antwoord in dossier.antwoorden.items():
        keer = keer_van(sleutel)
        vraag, punt, naam = sleutel.partition(":")
        waarde = antwoord.waarde
        if keer is not None and keer.vraag.soort == "tekst" and waarde:
            waarde = f"{EIGEN} verteld"
        elif isinstance(waarde, list):
            waarde = [namen.get(deel, deel) for deel in waarde]
        nieuw = vraag + punt + namen.get(naam, naam)
        antwoorden[nieuw] = antwoord.model_copy(update={"waarde": waarde})
    stand, wacht = dossier.stand, dossier.stand.wacht
    if isinstance(wacht, BevestigVerteld):
        stand = stand.model_copy(
            update={"wacht": wacht.model_copy(update={"beschrijving": f"{EIGEN} verteld"})}
        )
    return dossier.model_copy(update={"antwoorden": antwoorden, "stand": stand})


@ALLE
def test_een_zin_wordt_een_keer_gelezen(
    transcript: Transcript, monkeypatch: pytest.MonkeyPatch
) -> None:
    gelezen: list[str] = []

    def tel(zin: str, vandaag: dt.date) -> Any:
        gelezen.append(zin)
        return lees(zin, vandaag)

    monkeypatch.setattr("dialogs.verstaan.gezegd.lees", tel)
    nu = nu_op(transcript.vandaag)
    dossier = gesprek.begroet(gesprek.nieuw("proef", transcript.vandaag), nu).dossier
    for _, zin in transcript.gesprek:
        gelezen.clear()
        dossier = spreken.beantwoord(dossier, zin, nu).dossier
        _, *delen = sorted(gelezen, key=len, reverse=True) or [""]
        # An answer is also read without the reasons in it: what those tell is not what is answered.
        assert len(set(gelezen)) == len(gelezen), zin
        assert sum(map(len, delen)) < len(zin), zin
