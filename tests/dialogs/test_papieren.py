"""The papers that go with a weighing: offered where they fit, with what their reader needs."""

from __future__ import annotations

from typing import Any

import pytest

from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.papieren import PAPIEREN, PastNiet, maak, passend
from dialogs.stukken import Kop
from dialogs.stukken.markdown import markdown
from tests.dialogs.platte_tekst import platte_tekst
from tests.dialogs.test_boom import samenvatting

PASSEND = {
    "3_1_1-nieuw": {"overdracht", "ontvanger", "jongere", "motivering"},
    "3_1_3-nieuw": {"overdracht", "jongere", "motivering"},
    "3_2_1-nieuw": {"overdracht", "artsverklaring", "jongere", "motivering"},
    "3_2_2-nieuw": {"overdracht", "anoniem", "motivering"},
    "3_3_1-nieuw": {"overdracht", "toestemming", "motivering"},
    "terug_en_wijzig": {"overdracht", "verzoek", "jongere"},
    "verzuim_leerplicht": {"ontvanger", "jongere", "motivering"},
}


def gelezen(papier: str, s: Samenvatting) -> str:
    return platte_tekst(maak(papier, s).stukken)


@pytest.mark.parametrize("naam", PASSEND)
def test_een_papier_wordt_alleen_aangeboden_waar_het_past(naam: str) -> None:
    assert set(passend(samenvatting(naam))) == {"weging"} | PASSEND[naam]


def test_elk_papier_komt_in_een_casus_voor() -> None:
    assert {"weging"}.union(*PASSEND.values()) == set(PAPIEREN)


@pytest.mark.parametrize("naam", PASSEND)
@pytest.mark.parametrize("papier", PAPIEREN)
def test_een_papier_dat_niet_past_zegt_waarom(naam: str, papier: str) -> None:
    s = samenvatting(naam)
    if papier in passend(s):
        stukken = maak(papier, s).stukken
        assert isinstance(stukken[0], Kop)
        assert stukken[0].niveau == 1
        assert "{" not in markdown(stukken)
    else:
        with pytest.raises(PastNiet, match=r"[a-z]"):
            maak(papier, s)


@pytest.mark.parametrize("papier", PAPIEREN[1:])
def test_van_een_weging_die_niet_af_is_is_er_geen_papier(papier: str) -> None:
    with pytest.raises(PastNiet):
        maak(papier, samenvatting("3_1_1-nieuw", 5))


@pytest.mark.parametrize("papier", PAPIEREN[1:])
def test_van_een_weging_van_voor_de_feiten_is_er_alleen_de_weging(papier: str) -> None:
    oud: dict[str, Any] = samenvatting("3_1_1-nieuw").model_dump(mode="json")
    for doel in oud["doelen"]:
        doel["feiten"] = None
    s = Samenvatting.model_validate(oud)
    assert passend(s) == ("weging",)
    with pytest.raises(PastNiet):
        maak(papier, s)


def test_de_ontvanger_leest_alleen_wat_hij_krijgt() -> None:
    s = samenvatting("verzuim_leerplicht")
    d = s.doelen[0]
    geschrapt = [g.naam for g in d.gegevens if not g.delen]
    assert geschrapt
    blad = gelezen("ontvanger", s)
    assert all(g.naam in blad for g in d.gegevens if g.delen)
    assert not [naam for naam in geschrapt if naam in blad]
    assert not [zin for zin in (s.omschrijving, *d.let_op, *d.acties) if zin and zin in blad]


def test_het_verzoek_vraagt_niet_meer_dan_mag() -> None:
    s = samenvatting("terug_en_wijzig")
    blad = gelezen("verzoek", s)
    assert all((g.naam in blad) == bool(g.delen) for d in s.doelen for g in d.gegevens)
    assert s.omschrijving is None or s.omschrijving not in blad


def test_het_bericht_aan_de_jongere_noemt_wie_wat_en_waarom() -> None:
    s = samenvatting("3_1_1-nieuw")
    bericht = gelezen("jongere", s)
    for woorden in ("de mbo-school", "de gemeente", s.doelen[0].doel_in_woorden):
        assert woorden in bericht
    assert all(g.naam in bericht for g in s.doelen[0].gegevens if g.delen)


def test_de_overdracht_heeft_de_vraag_de_lezingen_en_de_eigen_redenen() -> None:
    s = samenvatting("3_2_2-nieuw")
    blad = gelezen("overdracht", s)
    [voor_te_leggen] = [d for d in s.doelen if d.oordeel == "overleg"]
    assert all(zin in blad for zin in voor_te_leggen.let_op)
    assert s.omschrijving is not None
    assert s.omschrijving in blad
    assert all(regel.id in blad for stap in voor_te_leggen.stappen for regel in stap.regels)


def test_een_vraag_zonder_naam_vertelt_niets_van_de_situatie() -> None:
    s = samenvatting("3_2_2-nieuw")
    blad = gelezen("anoniem", s)
    eigen = (
        s.omschrijving,
        *(v.antwoord for v in s.altijd),
        *(g.naam for g in s.doelen[0].gegevens),
    )
    assert not [woorden for woorden in eigen if woorden and woorden in blad]


def test_gevoelige_gegevens_vragen_uitdrukkelijke_toestemming() -> None:
    gewoon = samenvatting("3_3_1-nieuw")
    als_json = gewoon.model_dump(mode="json")
    for gegeven in als_json["doelen"][0]["feiten"]["gegevens"]:
        gegeven["soort"] = ["gezondheid"]
    gevoelig = Samenvatting.model_validate(als_json)
    assert len(gelezen("toestemming", gevoelig)) > len(gelezen("toestemming", gewoon))
