"""The topics: complete, well sourced, and agreeing with the rules."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from knowledge.beslissing import Oordeel
from knowledge.fouten import KennisOnjuist
from knowledge.kennis import huidige
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.controle import gebreken, gebreken_van_casussen
from knowledge.onderwerpen.model import CasusOnderwerp, Onderwerp, Passage, Verschil
from knowledge.onderwerpen.oordelen import oordelen, situaties
from knowledge.spoor import feit_in_woorden
from knowledge.teksten import tekst
from knowledge.weging import weeg

GRONDSLAGEN = (
    "toestemming overeenkomst wettelijke-verplichting vitaal-belang algemeen-belang "
    "gerechtvaardigd-belang"
)
CASUSSEN = "3.1.1 3.1.2 3.1.3 3.2.1 3.2.2 3.3.1 3.3.2 3.3.3 verzuim"
BEGRIPPEN = """
    intrekken-toestemming bijzondere-persoonsgegevens strafrechtelijke-gegevens doelbinding
    proportionaliteit subsidiariteit jongere-informeren afweging-vastleggen privacy-officer
    startkwalificatie voortijdig-schoolverlater doorstroompunt vangnetfunctie
    aanvullende-loopbaanbegeleiding overgangsdocument wet-van-school-naar-duurzaam-werk
    verzuim-melden inkomensgegevens-bidn mandaat regionaal-programma participatiewet uwv werkgever
    leeftijd-en-ouders medische-verklaring beroepsgeheim veilig-thuis anoniem-overleggen datalek
    bewaartermijn inzagerecht hbo-wo beschut-werk veilig-versturen overstapdossier
    ondertoezichtstelling curator-en-mentor ziekteverzuim wams samenwerkingsverband
    onterecht-ontvangen vordering-politie 113 gezag verwijsindex intern-delen noteren
"""
OVERZICHTEN = "school doorstroompunt gemeente"
# Others refer to these ids: they stay.
VASTE_IDS = [
    f"{soort}-{naam}"
    for soort, namen in (
        ("casus", CASUSSEN),
        ("grondslag", GRONDSLAGEN),
        ("begrip", BEGRIPPEN),
        ("wetswijziging", OVERZICHTEN),
    )
    for naam in namen.split()
]
# What the young person, the gemeente or the region decides: no story of a casus can be without.
DOOR_IEMAND_GEKOZEN = {
    "jongere_aanwezig",
    "mandaat",
    "regionale_taak",
    "begeleiding_akkoord",
    "overgangsdocument_akkoord",
    "in_overgangsdocument",
    "alb_gebruik",
    "belang_zwaarder",
}
ALLE = pytest.mark.parametrize("onderwerp", onderwerpen().values(), ids=lambda o: o.id)
CASUS = pytest.mark.parametrize(
    "casus",
    [o for o in onderwerpen().values() if isinstance(o, CasusOnderwerp)],
    ids=lambda o: o.id,
)


def zinnen(onderwerp: Onderwerp) -> Iterator[str]:
    for passage in onderwerp.passages():
        for regel in re.sub(r"\*\*", "", passage.tekst).splitlines():
            yield from (z for z in re.split(r"(?<=[.!?:])\s+", regel.strip("- ")) if z)
    if onderwerp.grens:
        yield from re.split(r"(?<=[.!?])\s+", onderwerp.grens)


@pytest.mark.parametrize("id_", VASTE_IDS)
def test_elk_vast_onderwerp_is_er(id_: str) -> None:
    assert id_ in onderwerpen()


def test_er_ontbreekt_niets_aan_de_onderwerpen() -> None:
    assert [str(g) for g in gebreken(onderwerpen())] == []
    assert [str(g) for g in gebreken_van_casussen(onderwerpen())] == []


@ALLE
def test_de_zinnen_zijn_kort(onderwerp: Onderwerp) -> None:
    lengten = [len(zin.split()) for zin in zinnen(onderwerp)]

    assert max(lengten) <= 20
    assert statistics.median(lengten) <= 12


def test_een_wetswijziging_zegt_voor_wie_zij_is() -> None:
    nieuw = [o for o in onderwerpen().values() if o.soort == "wetswijziging"]
    assert all(o.voor and o.verschillen for o in nieuw)
    for beroep in OVERZICHTEN.split():
        assert onderwerpen()[f"wetswijziging-{beroep}"].voor == (beroep,)


# --- casussen ---------------------------------------------------------------------------------


@CASUS
def test_het_oordeel_van_een_casus_is_wat_de_casus_toelaat(casus: CasusOnderwerp) -> None:
    toegestaan = {s.regime: set[str]() for s in situaties(casus.situaties)}
    for situatie in situaties(casus.situaties):
        toegestaan[situatie.regime] |= set(situatie.oordeel)

    berekend = oordelen(casus)

    assert {o.regime for o in berekend} == {"oud", "nieuw"}
    assert [o.regime for o in berekend] == sorted(o.regime for o in berekend)
    assert all(o.uitkomst.oordeel in toegestaan[o.regime] for o in berekend)


@CASUS
def test_oordelen_onder_dezelfde_wet_zijn_uit_elkaar_te_houden(casus: CasusOnderwerp) -> None:
    per_wet = [(o.regime, o.variant) for o in oordelen(casus)]
    assert len(set(per_wet)) == len(per_wet)


def test_een_variant_noemt_wat_er_anders_is() -> None:
    casus = onderwerpen()["casus-3.3.1"]
    assert isinstance(casus, CasusOnderwerp)
    nieuw = {o.variant: str(o.uitkomst.oordeel) for o in oordelen(casus) if o.regime == "nieuw"}
    assert nieuw == {"mandaat: nee": "mag_met_toestemming", "mandaat: ja": "mag"}


def test_een_variant_zegt_dat_de_jongere_erbij_is_als_het_daarop_rust() -> None:
    casus = onderwerpen()["casus-3.3.3"]
    assert isinstance(casus, CasusOnderwerp)
    varianten = [o.variant for o in oordelen(casus) if o.regime == "nieuw"]
    naar_uwv = next(v for v in varianten if feit_in_woorden("naar", "uwv") in v)
    assert feit_in_woorden("jongere_aanwezig", True) in naar_uwv


@CASUS
def test_een_variant_noemt_elke_keuze_die_het_delen_draagt(casus: CasusOnderwerp) -> None:
    rang = huidige().rang
    berekend = iter(oordelen(casus))
    for situatie in sorted(situaties(casus.situaties), key=lambda s: s.regime):
        for uitkomst in weeg(situatie.situatie()):
            variant = next(berekend).variant
            if uitkomst.oordeel is not Oordeel.MAG:
                continue
            for punt in uitkomst.kantelpunten:
                if rang[punt.oordeel] > rang[uitkomst.oordeel] and len(punt.feiten) == 1:
                    for naam in DOOR_IEMAND_GEKOZEN.intersection(punt.feiten):
                        assert tekst(f"feit.{naam}") in variant, situatie.id


@CASUS
def test_een_variant_noemt_de_ontvanger_als_die_verschilt(casus: CasusOnderwerp) -> None:
    alle = {str(s.feiten["naar"]) for s in situaties(casus.situaties)}
    varianten = [o.variant for o in oordelen(casus)]
    assert len(alle) == 1 or all(f"{tekst('feit.naar')}:" in v for v in varianten)


# --- wat niet mag -----------------------------------------------------------------------------


def onderwerp(**anders: Any) -> Onderwerp:
    basis = {
        "id": "begrip-proef",
        "soort": "begrip",
        "titel": "Proef",
        "kort": Passage(tekst="Een proef.", bronnen=("2026-1.1",)),
        "vragen": tuple(f"vraag {n}" for n in range(15)),
    }
    return Onderwerp(**{**basis, **anders})


@pytest.mark.parametrize(
    "fout",
    [
        {"vragen": ("te weinig",)},
        {"vragen": ("Dubbel", "dubbel", *(f"vraag {n}" for n in range(15)))},
        {"id": "casus-proef"},
        {"titel": ""},
        {"onbekend": 1},
    ],
)
def test_een_onvolledig_onderwerp_wordt_geweigerd(fout: dict[str, Any]) -> None:
    onderwerp()
    with pytest.raises(ValidationError):
        onderwerp(**fout)


def test_een_verschil_is_oud_en_nieuw_of_gelijk() -> None:
    passage = Passage(tekst="Zo.", bronnen=("2026-1.1",))
    Verschil(kop="wat", gelijk=passage)
    Verschil(stap=1, oud=passage, nieuw=passage)
    for fout in ({}, {"oud": passage}, {"oud": passage, "nieuw": passage, "gelijk": passage}):
        with pytest.raises(ValidationError):
            Verschil.model_validate({"kop": "wat", **fout})
    with pytest.raises(ValidationError):
        Verschil(kop="wat", stap=1, gelijk=passage)


@pytest.mark.parametrize(
    ("anders", "soort"),
    [
        ({"kort": Passage(tekst="Zo.", bronnen=("bestaat-niet",))}, "onderwerp_bron"),
        ({"kort": Passage(tekst="Ja. Nee.", bronnen=("2026-1.1",))}, "onderwerp_kort"),
        ({"kort": Passage(tekst="Ja", bronnen=("2026-1.1",))}, "onderwerp_kort"),
        ({"zie_ook": ("begrip-bestaat-niet",)}, "onderwerp_zie_ook"),
        ({"zie_ook": ("begrip-proef",)}, "onderwerp_zie_ook"),
        ({"titel": "Ander"}, "onderwerp_titel"),
        ({"vragen": ("A?", *(f"v {n}" for n in range(15)))}, "onderwerp_vraag"),
    ],
)
def test_wat_er_niet_is_of_dubbel_is_valt_op(anders: dict[str, Any], soort: str) -> None:
    ander = onderwerp(
        id="begrip-ander", titel="ander", vragen=("a?", *(f"w {n}" for n in range(15)))
    )
    proef = onderwerp(**anders)

    gevonden = list(gebreken({ander.id: ander, proef.id: proef}))

    assert [b.soort for b in gevonden] == [soort]
    assert "begrip-proef" in gevonden[0].id


def test_een_bron_moet_gelden_in_de_tijd_waarover_het_gaat() -> None:
    oud = Passage(tekst="Toen.", bronnen=("2021-1-s1",))
    nieuw = Passage(tekst="Nu.", bronnen=("2026-2-s1",))
    goed = onderwerp(verschillen=(Verschil(kop="wet", oud=oud, nieuw=nieuw),))
    fout = onderwerp(verschillen=(Verschil(kop="wet", oud=nieuw, nieuw=oud),))

    assert list(gebreken({goed.id: goed})) == []
    assert {b.soort for b in gebreken({fout.id: fout})} == {
        "onderwerp_bron_oud",
        "onderwerp_bron_nieuw",
    }


def test_een_casus_noemt_situaties_die_bestaan_onder_beide_wetten() -> None:
    casus = onderwerpen()["casus-3.1.2"]
    half = casus.model_copy(update={"situaties": ("3.1.2-nieuw", "bestaat-niet")})
    vroeger = casus.model_copy(update={"begin": ("2.1.2-oud",)})

    assert {(b.soort, b.id) for b in gebreken_van_casussen({half.id: half})} == {
        ("onderwerp_situatie", "casus-3.1.2, bestaat-niet"),
        ("onderwerp_wet", "casus-3.1.2, oud"),
    }
    assert [b.soort for b in gebreken_van_casussen({vroeger.id: vroeger})] == ["onderwerp_begin"]
    with pytest.raises(KennisOnjuist, match="bestaat-niet"):
        situaties(("bestaat-niet",))


def test_een_bestand_dat_niet_klopt_noemt_bestand_en_veld(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kapot = tmp_path / "onderwerpen" / "begrip" / "begrip-kapot.toml"
    kapot.parent.mkdir(parents=True)
    kapot.write_text('id = "begrip-kapot"\ntitel = "Kapot"\nvragen = []\n', encoding="utf-8")
    monkeypatch.setattr("knowledge.onderwerpen.MAP", tmp_path)
    monkeypatch.setattr("knowledge.data.MAP", tmp_path)
    onderwerpen.cache_clear()
    try:
        with pytest.raises(KennisOnjuist, match=r"begrip-kapot\.toml: kort"):
            onderwerpen()
    finally:
        onderwerpen.cache_clear()
