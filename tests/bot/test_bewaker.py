"""De bewaker: wat hij vindt, waar hij zich niet aan stoort, en dat hij niets doorlaat."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.bewaker import LABELS, Soort, Vondst, bewaak
from bot.bewaker.vouwen import vouw
from dialogs.lezen import lees

VOORBEELDEN: Final = tomllib.loads(
    Path(__file__).with_name("bewaker.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN["gevonden"], ids=lambda v: str(v["tekst"]))
def test_gevonden(voorbeeld: dict[str, str]) -> None:
    assert bewaak(voorbeeld["tekst"]).tekst == voorbeeld["wordt"]


@pytest.mark.parametrize("tekst", VOORBEELDEN["onschuldig"]["teksten"])
def test_onschuldig(tekst: str) -> None:
    assert bewaak(tekst).tekst == tekst


@pytest.mark.parametrize(
    ("tekst", "vondsten"),
    [
        ("BSN 123456782.", [Vondst("bsn", 4, 13)]),
        ("😀 bel 06-12345678", [Vondst("telefoon", 6, 17)]),
        ("a@b.nl en 1234 AB 5", [Vondst("email", 0, 6), Vondst("adres", 10, 19)]),
    ],
)
def test_plaatsen_zijn_tekens(tekst: str, vondsten: list[Vondst]) -> None:
    assert list(bewaak(tekst).gevonden) == vondsten


def test_van_wat_overlapt_blijft_niets_over() -> None:
    def kort(tekst: str) -> list[Vondst]:
        return [Vondst("bsn", 2, 5), Vondst("iban", 9, 10)]

    def lang(tekst: str) -> list[Vondst]:
        return [Vondst("telefoon", 3, 9)]

    bewaakt = bewaak("0123456789", [kort, lang])
    assert bewaakt.tekst == "01[telefoon][iban]"


def test_soorten_staan_in_de_volgorde_van_de_tekst() -> None:
    bewaakt = bewaak("a@b.nl, 123456782 en c@d.nl")
    assert bewaakt.soorten == ("email", "bsn")


def test_een_volgende_detector_past_erbij() -> None:
    def vind_namen(tekst: str) -> list[Vondst]:
        plek = tekst.find("Jan")
        return [Vondst("adres", plek, plek + 3)] if plek >= 0 else []

    assert bewaak("Jan is 18", [vind_namen]).tekst == "[adres] is 18"


@pytest.mark.parametrize("ziekte", ["Asperger", "Crohn", "Parkinson", "Huntington", "Addison"])
def test_een_ziekte_die_naar_een_mens_heet_blijft_staan_en_is_gezondheid(ziekte: str) -> None:
    gezegd = f"Mag ik delen dat hij {ziekte} heeft?"
    assert bewaak(gezegd).gevonden == ()
    gelezen = lees(gezegd, date(2026, 3, 2))
    assert list(gelezen.als_json()["gegevenssoorten"]) == ["gezondheid"]
    assert bewaak(f"Mevrouw {ziekte} belde.").tekst == "Mevrouw [naam] belde."


GEVOELIG: Final[dict[Soort, list[str]]] = {
    "bsn": ["123456782", "1234.56.782", "111222333", "123 456 782"],
    "telefoon": ["06-12345678", "+31 6 12345678", "0031612345678", "030-2345678", "O6 l2345678"],
    "email": ["jan.de.boer@school.nl", "j@x.org"],
    "iban": ["NL91 ABNA 0417 1643 00", "NL91ABNA0417164300"],
    "adres": ["1234 AB 12", "Dorpsstraat 12, 1234 AB"],
    "postcode": ["1234 AB"],
    "persoon": ["Youssef El Amrani", "leerling fatoumata", "mevrouw Bos", "Sharon Tjon A Ten"],
    "geboortedatum": ["geboren op 3 mei 2008", "14-03-2007"],
    "leerlingnummer": ["leerlingnummer 118204", "paspoort NPF2K84R7"],
    "zaaknummer": ["16/204417-25", "zaaknummer 2026-00871"],
    "kenmerk": ["JdV-140307"],
    "ipadres": ["92.110.4.18", "2001:1c04:3a0f:8200:11d3:2b7e:90ab:4f21"],
    "kenteken": ["KX-914-Z"],
    "url": ["instagram.com/lotte.xoxo"],
}
GEWOON: Final = st.text(alphabet=st.sampled_from(" abcdefgz.,:;!?()éë😀\n"), max_size=30)


@given(
    st.lists(
        st.tuples(GEWOON, st.sampled_from([w for lijst in GEVOELIG.values() for w in lijst])),
        min_size=1,
        max_size=5,
    )
)
def test_wat_erin_zat_is_eruit(delen: list[tuple[str, str]]) -> None:
    # Blanks around: 'z1234 AB' is no postcode, and 'a1@b' is another address.
    tekst = "".join(f"{gewoon} | {gevoelig} | " for gewoon, gevoelig in delen)
    bewaakt = bewaak(tekst)
    for _, gevoelig in delen:
        assert gevoelig not in bewaakt.tekst
    assert bewaak(bewaakt.tekst).tekst == bewaakt.tekst


@given(st.text(alphabet=st.sampled_from("0123456789 .-/+()@abANLZWW€\u200b[]"), max_size=60))
@example("@000@000")
@example("123456782@000")
def test_twee_keer_is_een_keer(tekst: str) -> None:
    eens = bewaak(tekst)
    assert bewaak(eens.tekst).gevonden == ()
    for vondst in eens.gevonden:
        assert 0 <= vondst.begin < vondst.einde <= len(tekst)


@given(st.text(max_size=200))
def test_gladstrijken_verschuift_niets(tekst: str) -> None:
    assert len(vouw(tekst)) == len(tekst)
    bewaak(tekst)


@pytest.mark.parametrize("label", LABELS.values())
def test_een_label_is_zelf_niets(label: str) -> None:
    for omgeving in ("{0}", "12 {0} 12", "bsn {0} 12345672", "postcode {0} 2026 is", "{0}@{0}.nl"):
        tekst = omgeving.format(label)
        eens = bewaak(tekst).tekst
        assert bewaak(eens).tekst == eens
    assert bewaak(label).tekst == label


@pytest.mark.parametrize(
    "stuk",
    [
        "a.",
        "v.d. ",
        "0 ",
        "001 ",
        "a@",
        "nl12abcd ",
        "1234 ab ",
        "06 1 2 3 4 ",
        "+1 ",
        "<at>",
        "€ 1.",
        "12, 1234 ",
        "Xqaberto. ",
        "leerling xqaberto ",
        "Van ",
        "ROC ",
        "A. ",
        "Ab-",
        "woont De ",
        "geboren op ",
        "http://",
        "llnr 1 ",
    ],
)
def test_lange_rommel_is_geen_ramp(stuk: str) -> None:
    # No clock here: a detector that backtracks does not come back at all.
    bewaak(stuk * (50_000 // len(stuk)))
