"""Wat bewaard is, gaat altijd open: ook wat deze versie niet meer kent, of wat beschadigd is."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any, Final

import pytest

from bot.beheer import Beheer
from bot.kanalen.web.bestanden import toon_weging
from bot.kanalen.web.documenten import geef_document
from bot.opslag.poort import BewaardeWeging, TeBewaren
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in
from bot.papier import VORMEN
from bot.poortwachter import Geweigerd
from dialogs import gesprek
from dialogs.beeld import beeld
from dialogs.beeld.als_tekst import berichten
from dialogs.teksten import tekst
from knowledge import editie
from knowledge.casussen import casussen
from knowledge.fouten import KennisFout
from tests.aanval.maat import Cijfers, keer
from tests.aanval.test_bewaard import DIEP, verminkt
from tests.bot.nep import ANNE, NU, Teller, klok, na
from tests.dialogs.test_narekenen import samenvatting

GEHEIM: Final = "GEHEIM"


def _wegingen() -> list[dict[str, Any]]:
    situaties = [g.situatie() for casus in casussen() for g in casus.situaties]
    return [samenvatting(situatie) for situatie in situaties[: keer(1, 19)]]


def _gek(deel: Any) -> Any:
    """Put our mark in every strange text, to see whether it comes back."""
    if isinstance(deel, dict):
        return {sleutel: _gek(waarde) for sleutel, waarde in deel.items()}
    if isinstance(deel, list):
        return [_gek(waarde) for waarde in deel]
    return f"{GEHEIM}\n{GEHEIM}" if deel == "x" else deel


def herberekend(map_: Path, ruw: str, *uitgave: str) -> tuple[int, list[str]]:
    """Return what `kennis herbereken` says of this: exit code, and what went wrong."""
    bestand = map_ / "weging.json"
    bestand.write_bytes(ruw.encode(errors="surrogatepass"))
    meldingen: list[str] = []

    def meld(melding: str) -> int:
        meldingen.append(melding)
        return 2

    try:
        code = Beheer(
            lambda naam: Path(naam).read_bytes().decode(),
            lambda naam: Path(naam).read_bytes(),
            meld,
        ).doe(["herbereken", str(bestand), *uitgave])
    except KennisFout as fout:  # app.py says it
        code = meld(str(fout))
    return code, meldingen


def controleer(map_: Path, ruw: str) -> int:
    """Open this in every way there is; return what `herbereken` says."""
    code, meldingen = herberekend(map_, ruw)
    assert code in {0, 1, 2}
    assert len(meldingen) == (code == 2)
    assert all(len(m.splitlines()) == 1 and GEHEIM not in m for m in meldingen), meldingen
    try:
        gegevens = json.loads(ruw)
    except RecursionError:
        return code
    if isinstance(gegevens, dict):
        [bericht] = berichten(beeld(None, gesprek.nagerekend(gegevens, None)))
        assert bericht.tekst
        weging = BewaardeWeging("WW-2026-0001", NU.date(), "t", "m", gegevens)
        for vorm in (None, *VORMEN):
            nee = _geweigerd(weging, vorm)
            assert nee is None or (nee.status == 422 and GEHEIM not in nee.reden)
    return code


def _geweigerd(weging: BewaardeWeging, vorm: str | None) -> Geweigerd | None:
    try:
        if vorm is None:
            toon_weging(weging)
        else:
            geef_document(weging, "weging", vorm)
    except Geweigerd as nee:
        return nee
    return None


async def test_een_verminkte_weging(
    tmp_path: Path, cijfers: Cijfers, capsys: pytest.CaptureFixture[str]
) -> None:
    dobbel = random.Random(1)
    codes: list[int] = []
    for weging in _wegingen():
        for _ in range(keer(12, 100)):
            diep = "[" * 900 + "]" * 900
            anders = _gek(verminkt(weging, dobbel))
            codes.append(controleer(tmp_path, json.dumps(anders).replace(f'"{DIEP}"', diep)))
    capsys.readouterr()
    cijfers |= {"gevallen": len(codes), **{f"code {c}": codes.count(c) for c in (0, 1, 2)}}
    assert {0, 2} <= set(codes)


WEG: Final[dict[str, tuple[str, Any]]] = {
    "doel": ("doel", GEHEIM),
    "oordeel": ("oordeel", GEHEIM),
    "half teken": ("doel", "\ud800"),
    "feit": ("feiten", {"van": GEHEIM}),
    "onbekend feit": ("feiten", {GEHEIM: 1}),
    "feit met een half teken": ("feiten", {"van": "\ud800"}),
    "naam met een half teken": ("feiten", {"\ud800": "mbo"}),
    "gegeven": ("feiten", {"gegevens": [{"naam": "\ud800", "soort": GEHEIM}]}),
}


@pytest.mark.parametrize(("veld", "waarde"), WEG.values(), ids=WEG)
def test_een_waarde_die_niet_meer_bestaat(tmp_path: Path, veld: str, waarde: Any) -> None:
    weging = _wegingen()[0]
    weging["doelen"][0][veld] = waarde
    code, [melding] = herberekend(tmp_path, json.dumps(weging))
    assert code == 2
    assert GEHEIM not in melding
    assert "\ud800" not in melding
    [bericht] = berichten(beeld(None, gesprek.nagerekend(weging, None)))
    assert bericht.tekst.startswith(tekst("narekenen.kan_niet", reden="").rstrip("."))
    assert GEHEIM not in bericht.tekst


def test_een_vreemde_uitgave(tmp_path: Path, cijfers: Cijfers) -> None:
    """Also with a fingerprint that fits: anybody can work one out."""
    dobbel = random.Random(2)
    ruw = json.dumps(_wegingen()[0])
    heel = json.loads(json.dumps(editie.uitgave()))
    bestand = tmp_path / "uitgave.json"
    codes = []
    for _ in range(keer(4, 100)):
        anders = _gek(verminkt(heel, dobbel))
        anders.pop("afdruk", None)
        try:
            anders["afdruk"] = editie.afdruk(anders)
        except ValueError:
            anders["afdruk"] = "x"
        bestand.write_text(json.dumps(anders), encoding="utf-8")
        code, meldingen = herberekend(tmp_path, ruw, str(bestand))
        assert all(len(m.splitlines()) == 1 and GEHEIM not in m for m in meldingen), meldingen
        codes.append(code)
    cijfers |= {"uitgaven": len(codes), "geweigerd": codes.count(2)}


KAPOT: Final = {
    "datum": ("31-02-2026", "", 0, "gisteren", b"\xff\xfe"),
    "titel": (b"\xff\xfe", 5, ""),
    "markdown": (b"\xff", 5),
    "gegevens": ("", "[1]", "{", b"\xff", "[" * 100_000, 5, '{"kennis": "\\ud800"}'),
}


async def test_een_kapotte_rij_haalt_de_lijst_niet_onderuit(sqlite: SqliteOpslag) -> None:
    gesprekken = richt_in(sqlite, klok, Teller()).gesprekken
    gegevens = _wegingen()[0]

    def maak_weging(kenmerk: str) -> TeBewaren:
        return TeBewaren(NU.date(), "titel", "**weging**", copy.deepcopy(gegevens))

    eigenaar = ANNE.eigenaar()
    gevallen = [(kolom, waarde) for kolom, waarden in KAPOT.items() for waarde in waarden]
    for nummer, (kolom, waarde) in enumerate(gevallen):
        kenmerk = await sqlite.bewaar_weging(eigenaar, 2026, str(nummer), maak_weging)
        await sqlite._lees(f"UPDATE weging SET {kolom} = ? WHERE kenmerk = ?", waarde, kenmerk)  # noqa: S608
        assert len(await gesprekken.wegingen(ANNE)) == nummer + 1
        for zin in ("mijn wegingen", f"open {kenmerk}", f"nareken {kenmerk}"):
            gezegd = [
                b.tekst for b in berichten((await na(gesprekken.beurt(ANNE, "g", zin))).beeld)
            ]
            assert tekst("bot.onverwacht") not in gezegd, (kolom, waarde, zin)
            assert tekst("bot.opslag_fout") not in gezegd, (kolom, waarde, zin)
