"""What was looked up as a tree, and parts as Markdown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.kanalen.web.bestanden import MAP
from dialogs.stukken import (
    Alinea,
    Kader,
    Kop,
    Oordelen,
    Punten,
    Rij,
    Rijen,
    Run,
    Stuk,
    Tabel,
    Tabelrij,
    alinea,
    punten,
)
from dialogs.stukken.markdown import markdown
from dialogs.stukken.onderwerp import als_stukken, bladzijde, pagina, vergelijking
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.model import CasusOnderwerp, Onderwerp
from knowledge.onderwerpen.oordelen import oordelen
from knowledge.zoeken.antwoord import antwoord
from tests.dialogs.platte_tekst import platte_tekst

ALLE = pytest.mark.parametrize("onderwerp", onderwerpen().values(), ids=lambda o: o.id)
CASUS = pytest.mark.parametrize(
    "casus",
    [o for o in onderwerpen().values() if isinstance(o, CasusOnderwerp)],
    ids=lambda o: o.id,
)


def kaal(tekst: str) -> str:
    """Return words without layout, on one line."""
    return " ".join(re.sub(r"\*\*|^- ", "", tekst, flags=re.MULTILINE).split())


def met_bronnen(stukken: tuple[Stuk, ...]) -> list[Alinea | Punten]:
    """Return the parts that can have sources, also those in a table or a box."""
    gevonden: list[Alinea | Punten] = []
    for stuk in stukken:
        match stuk:
            case Alinea() | Punten():
                gevonden.append(stuk)
            case Tabel():
                gevonden += [deel for rij in stuk.rijen for cel in rij.cellen for deel in cel]
            case Kader():
                gevonden += stuk.stukken
            case _:
                pass
    return gevonden


# --- een onderwerp ----------------------------------------------------------------------------


@ALLE
def test_van_een_onderwerp_blijft_niets_weg(onderwerp: Onderwerp) -> None:
    stukken = pagina(onderwerp)
    assert stukken[0] == Kop(niveau=1, tekst=onderwerp.naam)
    for lezing in (kaal(platte_tekst(stukken)), kaal(markdown(stukken))):
        for passage in onderwerp.passages():
            assert all(kaal(regel) in lezing for regel in passage.tekst.splitlines())
        assert kaal(onderwerp.grens or "") in lezing
        assert all(onderwerpen()[id_].naam in lezing for id_ in onderwerp.zie_ook)


@ALLE
def test_elke_tekst_houdt_haar_bronnen(onderwerp: Onderwerp) -> None:
    gegeven = [stuk.bronnen for stuk in met_bronnen(pagina(onderwerp)) if stuk.bronnen]
    assert len(gegeven) == len(onderwerp.passages())
    assert sorted(map(len, gegeven)) == sorted(len(p.bronnen) for p in onderwerp.passages())


@ALLE
def test_zie_ook_leidt_ergens_heen(onderwerp: Onderwerp) -> None:
    links = [
        run.naar
        for stuk in pagina(onderwerp)
        if isinstance(stuk, Punten)
        for punt in stuk.punten
        for run in punt
        if run.naar
    ]
    assert links == list(onderwerp.zie_ook)


@CASUS
def test_een_casus_toont_haar_oordelen_onder_beide_wetten(casus: CasusOnderwerp) -> None:
    berekend = [(o.regime, o.variant, o.uitkomst.oordeel) for o in oordelen(casus)]
    for stukken in (pagina(casus), vergelijking(casus)):
        [getoond] = [stuk for stuk in stukken if isinstance(stuk, Oordelen)]
        assert [(o.regime, o.variant, o.oordeel.oordeel) for o in getoond.oordelen] == berekend
        [tabel] = [stuk for stuk in stukken if isinstance(stuk, Tabel)]
        assert len(tabel.rijen) == len(casus.verschillen)
        assert all(len(rij.cellen) == len(tabel.kop) for rij in tabel.rijen)


def test_een_oordeel_dat_op_aanwezigheid_rust_geldt_alleen_voor_wat_de_jongere_zelf_vertelt() -> (
    None
):
    lezing = markdown(bladzijde(antwoord("casus 3.3.3")))
    zinnen = [z for z in lezing.splitlines() if "ontvanger: UWV" in z and "jongere erbij: ja" in z]
    assert len(zinnen) == 2
    assert all("Alleen wat de jongere zelf vertelt." in zin for zin in zinnen)


def test_wie_naar_het_verschil_vraagt_ziet_oud_naast_nieuw() -> None:
    heel = bladzijde(antwoord("casus 3.3.1"))
    verschil = bladzijde(antwoord("verschil oud nieuw 3.3.1"))

    [tabel] = [stuk for stuk in heel if isinstance(stuk, Tabel)]
    assert tabel in verschil
    assert len(verschil) < len(heel)


@given(st.text(max_size=100))
def test_elke_vraag_is_te_beantwoorden(vraag: str) -> None:
    gevonden = antwoord(vraag)
    assert markdown(als_stukken(gevonden))
    assert bool(bladzijde(gevonden)) == (gevonden.onderwerp is not None)


def test_een_lijst_noemt_wat_gevonden_is() -> None:
    gevonden = antwoord("mag ik dit delen")
    lezing = markdown(als_stukken(gevonden))
    assert all(onderwerpen()[treffer.id].naam in lezing for treffer in gevonden.treffers)


# --- markdown ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stuk", "verwacht"),
    [
        (Kop(niveau=2, tekst="a"), "## a"),
        (Kop(niveau=2, tekst="a", licht=True), "**a**"),
        (alinea("a\nb *c*"), r"a b \*c\*"),
        (Alinea(kop="a", runs=(Run(tekst="b "), Run(tekst="c", vorm="sterk"))), "**a.** b **c**"),
        (Alinea(runs=(Run(tekst="a"),), bronnen=("b", "c")), "a (b; c)"),
        (punten(("a", "b")), "- a\n- b"),
        (Punten(punten=((Run(tekst="a"),),), bronnen=("b",)), "- a\n\n(b)"),
        (Rijen(rol="feiten", rijen=(Rij(naam="a", waarde="b"),)), "- a: b"),
        (Rijen(rol="vragen", rijen=(Rij(naam="a?", waarde="b"),)), "- a? **b**"),
        (
            Tabel(
                kop=("a",),
                rijen=(Tabelrij(naam="b|c", cellen=((alinea("d"), punten(("e",))),)),),
            ),
            "|  | a |\n| --- | --- |\n| b\\|c | d - e |",
        ),
    ],
    ids=lambda deel: deel if isinstance(deel, str) else "",
)
def test_een_stuk_als_markdown(stuk: Stuk, verwacht: str) -> None:
    assert markdown((stuk,)) == verwacht


# --- de bladzijde in de browser ---------------------------------------------------------------


def test_de_bladzijde_kan_elk_stuk_tonen() -> None:
    unie, _ = get_args(Stuk)
    soorten = {stuk.model_fields["soort"].default for stuk in get_args(unie)}
    script = Path(MAP, "stukken.js").read_text(encoding="utf-8")
    makers = script[script.index("const MAKERS") : script.index("\n};")]
    gemaakt = set(re.findall(r"^  (\w+)\b", makers, flags=re.MULTILINE))
    assert gemaakt | {"kop"} == soorten
