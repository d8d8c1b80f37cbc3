"""The record as a tree: it holds all that is said, whatever form it is read in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from pydantic import TypeAdapter

from dialogs import gesprek
from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.boom import heel
from dialogs.samenvatting.kort import in_het_kort, oordelen
from dialogs.samenvatting.maken import maak
from dialogs.samenvatting.markdown import markdown
from dialogs.samenvatting.vraagnaam import vraagnaam
from dialogs.stukken import Bladzijde, Kop, Oordeel, Punten, Rijen, Stuk, Tabel, Tekenruimte
from dialogs.teksten import tekst
from knowledge.bronnen import titels
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import nu_op
from tests.dialogs.platte_tekst import platte_tekst
from tests.transcripten import Transcript, transcripten

ALLE = pytest.mark.parametrize("transcript", transcripten(), ids=lambda t: t.naam)
LEZER: TypeAdapter[tuple[Stuk, ...]] = TypeAdapter(tuple[Stuk, ...])
GEMEEN = "# kop *vet* [link](x) <b>|\n- `punt` \\ _schuin_"


@cache
def samenvatting(naam: str, beurten: int | None = None) -> Samenvatting:
    """Return the summary at the end of a transcript, or after so many turns."""
    [transcript] = [t for t in transcripten() if t.naam == naam]
    nu = nu_op(transcript.vandaag)
    beurt = gesprek.begroet(gesprek.nieuw("proef", transcript.vandaag), nu)
    for _, zin in transcript.gesprek[:beurten]:
        beurt = spreken.beantwoord(beurt.dossier, zin, nu)
    return maak(beurt.dossier, transcript.vandaag)


def te_lezen(s: Samenvatting) -> Iterator[str | None]:
    """Yield every sentence and name in a summary that somebody should get to read."""
    yield from (s.situatie, s.omschrijving, s.doel_woorden, s.gemaakt_door, s.samen)
    yield from (s.programma, s.kennis, *s.nagekeken)
    for vraag in s.vooraf:
        if vraag.sleutel not in ("omschrijving", "doel_woorden"):
            yield from (vraagnaam(vraag), vraag.antwoord)
    # What was asked at the end is told by its label.
    yield from (vraag.antwoord for vraag in s.altijd)
    for doel in s.doelen:
        yield from (doel.doel_in_woorden, doel.oordeel_in_woorden, doel.alternatief)
        yield from (*doel.voorwaarden, *doel.acties, *doel.let_op, *map(plaats_in, doel.bronnen))
        yield from (*doel.ontbrekend, *doel.kantelpunten, doel.andere_regeling)
        for gegeven in doel.gegevens:
            yield from (gegeven.naam, gegeven.reden)
        for stap in doel.stappen:
            yield from (*stap.bronnen, stap.conclusie)
            for vraag in stap.vragen:
                yield from (vraagnaam(vraag), vraag.antwoord)
            for regel in stap.regels:
                yield from (regel.id, regel.uitleg, *regel.feiten)


def plaats_in(bron: str) -> str:
    """Return where in a document or law: of which one stands there once."""
    return bron.removeprefix(max((w for w in titels() if bron.startswith(f"{w} ")), key=len))


def koppen(stukken: tuple[Stuk, ...]) -> list[int]:
    return [stuk.niveau for stuk in stukken if isinstance(stuk, Kop)]


def opmaak(regel: str) -> str:
    """Return what Markdown makes of a line: a heading, a point, a row; nothing for plain text."""
    begin = re.match(r"#+ |- |\d+\. |\| |---|", regel)
    return begin[0] if begin else ""


def met_gemene_woorden(s: Samenvatting) -> Samenvatting:
    """Return a summary in which everything that was typed looks like Markdown or HTML."""

    def vuil(deel: Any) -> Any:
        if isinstance(deel, dict):
            typt = ("antwoord", "omschrijving", "gemaakt_door", "naam", "situatie", "conclusie")
            return {
                naam: GEMEEN if naam in typt and waarde else vuil(waarde)
                for naam, waarde in deel.items()
            }
        return [vuil(waarde) for waarde in deel] if isinstance(deel, list) else deel

    return Samenvatting.model_validate(vuil(s.model_dump(mode="json")))


@ALLE
def test_alles_wat_er_te_lezen_is_staat_in_de_boom(transcript: Transcript) -> None:
    s = samenvatting(transcript.naam)
    gelezen = platte_tekst(heel(s))
    assert [zin for zin in te_lezen(s) if zin and zin not in gelezen] == []


@ALLE
def test_markdown_zegt_wat_de_boom_zegt(transcript: Transcript) -> None:
    s = samenvatting(transcript.naam)
    kaal = re.sub(r"\\(?=[\\`*_\[\]<>#|])|\*\*", "", markdown(s))
    regels = platte_tekst(heel(s)).splitlines()
    assert [regel for regel in regels if regel not in kaal] == []


@ALLE
def test_de_boom_komt_heel_door_json(transcript: Transcript) -> None:
    s = samenvatting(transcript.naam)
    for stukken in (heel(s), in_het_kort(s)):
        assert LEZER.validate_json(LEZER.dump_json(stukken)) == stukken


@ALLE
def test_koppen_slaan_geen_niveau_over(transcript: Transcript) -> None:
    niveaus = koppen(heel(samenvatting(transcript.naam)))
    assert niveaus[0] == 1
    assert niveaus.count(1) == 1
    assert all(later <= eerder + 1 for eerder, later in pairwise(niveaus))


@ALLE
def test_elk_doel_heeft_zijn_oordeel(transcript: Transcript) -> None:
    s = samenvatting(transcript.naam)
    verwacht = [uitkomst.oordeel for uitkomst in transcript.uitkomsten]
    assert [o.oordeel for o in oordelen(s)] == verwacht
    for stukken in (heel(s), in_het_kort(s)):
        assert [stuk.oordeel for stuk in stukken if isinstance(stuk, Oordeel)] == verwacht
    # Only with more than one a card says which it is about.
    assert {bool(o.doel) for o in oordelen(s)} == {len(verwacht) > 1}


def test_wat_iemand_typte_staat_er_zoals_het_getypt_is() -> None:
    s = met_gemene_woorden(samenvatting("3_2_2-nieuw"))
    stukken = heel(s)
    waarden = [rij.waarde for stuk in stukken if isinstance(stuk, Rijen) for rij in stuk.rijen]
    assert waarden.count(GEMEEN) > len(s.doelen)


def test_wat_iemand_typte_maakt_geen_opmaak() -> None:
    """Headings, points and paragraphs are those of the tree, whatever was typed."""
    schoon = samenvatting("3_2_2-nieuw")
    vuil = markdown(met_gemene_woorden(schoon))

    assert [opmaak(regel) for regel in vuil.split("\n")] == [
        opmaak(regel) for regel in markdown(schoon).split("\n")
    ]
    assert not re.search(r"(?<!\\)[\[\]<>`]", vuil)
    # Only those of our own tables.
    strepen = re.compile(r"(?<!\\)\|")
    assert len(strepen.findall(vuil)) == len(strepen.findall(markdown(schoon)))


@pytest.mark.parametrize("beurten", range(0, 30, 3))
def test_onderweg_is_er_ook_iets_te_zien(beurten: int) -> None:
    s = samenvatting("3_2_2-nieuw", beurten)
    assert koppen(heel(s))[0] == 1
    kort = in_het_kort(s)
    assert bool(kort) == bool(s.vooraf)
    # While one is still answering, that something is missing is no task.
    assert not any(stuk.open for stuk in kort if isinstance(stuk, Oordeel))


def test_een_weging_van_voor_de_feiten_is_nog_te_lezen() -> None:
    """The first form kept neither facts, nor the rules of a stap, nor when sources were read."""
    nu = samenvatting("3_3_1-nieuw")
    oud = nu.model_dump(mode="json") | {"versie": 1, "kennis": "2026.1"}
    del oud["nagekeken"]
    for doel in oud["doelen"]:
        del doel["feiten"]
        for stap in doel["stappen"]:
            del stap["regels"], stap["bronnen"]
    gelezen = heel(Samenvatting.model_validate(oud))

    assert koppen(gelezen) == koppen(heel(nu))
    assert sum(isinstance(stuk, Punten) for stuk in gelezen) == sum(
        isinstance(stuk, Punten) for stuk in heel(nu)
    )


@pytest.mark.parametrize("naam", ["3_3_1-nieuw", "2_1_1-oud", "alle_vier_bij_overgang"])
def test_het_voorblad_zegt_wat_er_mag_en_wie_tekent(naam: str) -> None:
    s = samenvatting(naam)
    stukken = heel(s)
    voorblad = stukken[: next(i for i, stuk in enumerate(stukken) if isinstance(stuk, Bladzijde))]

    assert isinstance(voorblad[-1], Tekenruimte)
    [tabel] = [stuk for stuk in voorblad if isinstance(stuk, Tabel)]
    assert [rij.naam for rij in tabel.rijen] == [g.naam for g in s.doelen[0].gegevens]
    gelezen = platte_tekst(voorblad)
    d = s.doelen[0]
    for zin in (d.oordeel_in_woorden, *d.voorwaarden, *d.acties, *d.let_op):
        assert zin in gelezen
    # The reasons stand behind it, and not on it.
    assert all(stap.conclusie not in gelezen for stap in d.stappen if stap.conclusie)


def test_bij_elk_gegeven_staat_welke_voorwaarden_ervoor_zijn() -> None:
    s = samenvatting("alle_vier_bij_overgang")
    [tabel] = [stuk for stuk in heel(s) if isinstance(stuk, Tabel)]
    genoemd = [platte_tekst(rij.cellen[-1]) for rij in tabel.rijen]
    for woorden, gegeven in zip(genoemd, s.doelen[0].gegevens, strict=True):
        assert gegeven.voorwaarden is not None
        assert (woorden == tekst("woorden_los.geen")) == (not gegeven.voorwaarden)


def test_wat_niemand_invulde_staat_er_als_niet_ingevuld() -> None:
    s = samenvatting("3_3_1-nieuw")
    leeg = s.model_copy(update={"gemaakt_door": None, "altijd": ()})
    niet_ingevuld = tekst("samenvatting.niet_ingevuld")
    [ruimte] = [stuk for stuk in heel(leeg) if isinstance(stuk, Tekenruimte)]

    assert {rij.waarde for rij in ruimte.rijen} == {niet_ingevuld}
    # One's own reference, the day to look again, who informs, and who does the rest.
    rijen = [rij for stuk in heel(leeg) if isinstance(stuk, Rijen) for rij in stuk.rijen]
    assert [rij.waarde for rij in rijen].count(niet_ingevuld) == 4


@ALLE
def test_namen_in_plaats_van_vragen(transcript: Transcript) -> None:
    rijen = [
        r for s in heel(samenvatting(transcript.naam)) if isinstance(s, Rijen) for r in s.rijen
    ]
    assert [rij.naam for rij in rijen if rij.naam.endswith("?")] == []
