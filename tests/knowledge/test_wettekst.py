"""What was read of a law is kept as a fingerprint; a later text can be laid beside it."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from knowledge.bronnen import aangehaald_op, bronnen
from knowledge.data import lees_toml
from knowledge.fouten import KennisOnjuist
from knowledge.gelezen import Lezing, laatst_gelezen, lezingen, vergelijk
from knowledge.vingerafdruk import Wettekst, afdruk, lees_wettekst

DAG = dt.date(2026, 8, 1)
WEB = "BWBR0007625"

# One article as a whole, and one with a number for each part: law files have both forms.
BESTAND = """\
---
valid_from: '2026-08-01'
bwb_id: BWBR0007625
articles:
  - number: 9.9.1
    text: |-
      1 De school meldt [het verzuim][ref1] aan
      het college.

      2 Dat gebeurt binnen een week.


      [ref1]: https://wetten.overheid.nl/BWBR0007625#Artikel9
    url: https://wetten.overheid.nl/BWBR0007625/2026-08-01#Artikel9.9.1
    references:
      - id: ref1
        artikel: '9'
  - number: 9.9.2.1
    text: 'Het college kan weten:'
    url: https://wetten.overheid.nl/BWBR0007625/2026-08-01#Artikel9.9.2
    machine_readable:
      text: |-
        niet van de wet
  - number: 9.9.2.1.a
    text: |-
      wie de jongere is.
    url: https://wetten.overheid.nl/BWBR0007625/2026-08-01#Artikel9.9.2
"""


def test_een_wettekst_heeft_een_afdruk_per_artikel() -> None:
    gelezen = lees_wettekst(BESTAND)

    assert (gelezen.bwb, gelezen.geldig_van) == (WEB, DAG)
    assert gelezen.artikelen == {
        "9.9.1": afdruk(
            "1 De school meldt het verzuim aan het college. 2 Dat gebeurt binnen een week."
        ),
        "9.9.2": afdruk("1 Het college kan weten: a. wie de jongere is."),
    }


@pytest.mark.parametrize(
    "anders",
    [
        "De school meldt\nhet verzuim.",
        "De school meldt [het verzuim][ref3].\n\n[ref3]: https://wetten.overheid.nl/X#Artikel1",
        "De school meldt [het verzuim](https://wetten.overheid.nl/X).",
        "de school meldt \u2018het verzuim\u2019",
    ],
)
def test_alleen_woorden_tellen(anders: str) -> None:
    assert afdruk(anders) == afdruk("De school meldt het verzuim.")


def test_een_ander_woord_en_een_andere_volgorde_tellen() -> None:
    afdrukken = {
        afdruk(tekst)
        for tekst in ("vier weken na elkaar", "zes weken na elkaar", "na elkaar vier weken")
    }
    assert len(afdrukken) == 3


@pytest.mark.parametrize(
    "inhoud",
    [
        "",
        "gewone tekst",
        BESTAND.replace("bwb_id", "id"),
        BESTAND.replace("2026-08-01'", "morgen'"),
        BESTAND.partition("articles:")[0],
    ],
)
def test_een_ander_bestand_is_geen_wettekst(inhoud: str) -> None:
    with pytest.raises(KennisOnjuist, match="geen bestand met de tekst van een wet"):
        lees_wettekst(inhoud)


# --- naast wat gelezen is ---------------------------------------------------------------------


def _lees(monkeypatch: pytest.MonkeyPatch, wet: str, **afdrukken: tuple[str, ...]) -> None:
    monkeypatch.setattr(
        "knowledge.gelezen.lezingen",
        lambda: {
            (wet, artikel): tuple(Lezing(wet, artikel, (DAG,), DAG, een) for een in alle)
            for artikel, alle in afdrukken.items()
        },
    )


def test_een_latere_tekst_naast_wat_gelezen_is(monkeypatch: pytest.MonkeyPatch) -> None:
    _lees(monkeypatch, "WEB", a=("oud", "nieuw"), b=("oud",), c=("oud",))
    later = Wettekst(WEB, DAG, {"a": "oud", "b": "nieuw", "d": "nieuw", "e": "nieuw"})
    aangehaald = [("WEB", artikel) for artikel in "dcba"] + [("PW", "a")]

    gevonden = [(een.artikel, een.soort, een.afdruk) for een in vergelijk(later, aangehaald)]

    assert gevonden == [
        ("a", "gelijk", "oud"),
        ("b", "anders", "nieuw"),
        ("c", "weg", ""),
        ("d", "ongelezen", "nieuw"),
    ]


def test_een_boek_van_het_bw_is_een_eigen_bestand(monkeypatch: pytest.MonkeyPatch) -> None:
    _lees(monkeypatch, "BW", **{"1:245": ("een",), "7:457": ("zeven",)})
    boek = Wettekst("BWBR0002656", DAG, {"245": "een", "457": "anders"})

    gevonden = list(vergelijk(boek, [("BW", "1:245"), ("BW", "7:457")]))

    assert [(een.artikel, een.soort) for een in gevonden] == [("1:245", "gelijk")]


def test_een_dubbele_punt_staat_niet_in_een_bestand() -> None:
    assert Wettekst("BWBR0005537", DAG, {"101": "mandaat"}).van("10:1") == "mandaat"


def test_van_een_onbekende_wet_is_niets_gelezen() -> None:
    with pytest.raises(KennisOnjuist, match="halen wij niet aan"):
        list(vergelijk(Wettekst("BWBR0000000", DAG, {}), []))


# --- wat er gelezen is ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teksten", "nagekeken", "fout"),
    [
        ((), DAG, "geen datum"),
        (("2026-08-01",), DAG, "geen datum"),
        ((DAG, dt.date(2025, 1, 1)), DAG, "niet op volgorde"),
        ((DAG,), dt.date(2026, 7, 31), "niet op volgorde"),
    ],
)
def test_een_lezing_noemt_teksten_van_voor_de_dag_van_lezen(
    teksten: tuple[dt.date, ...], nagekeken: dt.date, fout: str
) -> None:
    with pytest.raises(KennisOnjuist, match=f"gelezen WEB 9.9.1: .*{fout}"):
        Lezing("WEB", "9.9.1", teksten, nagekeken, "afdruk")


def test_van_elk_gelezen_artikel_is_te_vinden_in_welk_bestand_het_staat() -> None:
    wetten = lees_toml("recht/bronnen.toml")["wetten"]
    for wet, artikel in lezingen():
        assert "bwb" in wetten[wet] or artikel.partition(":")[0] in wetten[wet]["boeken"]


def test_van_elk_gelezen_artikel_staat_alleen_een_afdruk() -> None:
    for alle in lezingen().values():
        assert len({een.afdruk for een in alle}) == len(alle)
        assert [een.teksten for een in alle] == sorted(een.teksten for een in alle)
        for een in alle:
            assert re.fullmatch("[0-9a-f]{16}", een.afdruk)


def test_een_bron_weet_wanneer_haar_artikel_gelezen_is() -> None:
    for bron in bronnen().values():
        if bron.wet is not None and bron.artikel is not None:
            assert bron.nagekeken == laatst_gelezen(bron.wet, bron.artikel)


def test_aangehaald_is_wat_op_die_dag_een_bron_is() -> None:
    assert ("WEB", "9.2.5") in aangehaald_op(dt.date(2026, 1, 1))
    assert ("WEB", "9.2.5") not in aangehaald_op(dt.date(2025, 12, 31))
