"""The commands as real processes: what others script against."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from dialogs.teksten import tekst
from knowledge import editie
from knowledge.casussen import casussen
from knowledge.teksten import tekst as kennistekst
from knowledge.vingerafdruk import afdruk

ROOT = Path(__file__).parents[1]
CASUSSEN = [s for casus in casussen() for s in casus.situaties]


def app(
    *argumenten: str, invoer: str | bytes = b"", data: Path | None = None, root: Path = ROOT
) -> subprocess.CompletedProcess[bytes]:
    omgeving = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    if data is not None:
        omgeving["WEEGWIJZER_DATA"] = str(data)
    return subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "app.py", *argumenten],
        input=invoer.encode() if isinstance(invoer, str) else invoer,
        capture_output=True,
        check=False,
        cwd=root,
        env=omgeving,
        timeout=110,
    )


def feiten(casus: Any) -> dict[str, Any]:
    return dict(casus.situatie().model_dump(mode="json", exclude_none=True))


def test_weeg_een_situatie() -> None:
    casus = next(c for c in CASUSSEN if c.id == "3.3.1-nieuw-mandaat")

    klaar = app("weeg", invoer=json.dumps(feiten(casus)))

    assert klaar.returncode == 0
    assert klaar.stderr == b""
    antwoord = json.loads(klaar.stdout)
    assert antwoord["id"] == "3.3.1-nieuw-mandaat"
    assert antwoord["regime"] == "nieuw"
    [uitkomst] = antwoord["uitkomsten"]
    assert uitkomst["oordeel"] == "mag"
    assert uitkomst["regels"][0] == "N-MANDAAT"
    bron = {"document": "2026", "paragraaf": "3.3.1", "stap": 1, "deel": "nieuw"}
    assert bron in uitkomst["bronnen"]
    assert set(uitkomst) >= {
        "doel",
        "oordeel",
        "grondslag",
        "regels",
        "bronnen",
        "gegevens",
        "voorwaarden",
        "acties",
        "let_op",
        "alternatief",
        "ontbrekend",
        "mogelijk",
        "in_elk_geval",
        "kantelpunten",
        "andere_regeling",
    }


def test_weeg_alle_casussen_in_dezelfde_volgorde(tmp_path: Path) -> None:
    bestand = tmp_path / "situaties.json"
    bestand.write_text(json.dumps([feiten(c) for c in CASUSSEN]), encoding="utf-8")

    klaar = app("weeg", str(bestand))

    antwoorden = json.loads(klaar.stdout)
    assert [a["id"] for a in antwoorden] == [c.id for c in CASUSSEN]
    for casus, antwoord in zip(CASUSSEN, antwoorden, strict=True):
        assert antwoord["uitkomsten"][0]["oordeel"] in casus.oordeel


def test_weeg_zonder_feiten_zegt_wat_ontbreekt() -> None:
    [uitkomst] = json.loads(app("weeg", invoer="{}").stdout)["uitkomsten"]

    assert uitkomst["oordeel"] == "onvolledig"
    assert uitkomst["ontbrekend"][0] == "datum"


@pytest.mark.parametrize(
    ("invoer", "veld"),
    [
        ('{"leeftijd": 7}', "leeftijd"),
        ('{"leeftijd": "18"}', "leeftijd"),
        ('{"leeftijd": true}', "leeftijd"),
        ('{"schoenmaat": 43}', "schoenmaat"),
        ('{"van": "bakker"}', "van"),
        ('{"startkwalificatie": 1}', "startkwalificatie"),
        ('{"datum": "1-1-2026"}', "datum"),
        ('{"datum": 20260101}', "datum"),
        ('{"doel": []}', "doel"),
        ('{"doel": ["anders", "feest"]}', "doel[1]"),
        ('{"gegevens": [{"naam": "adres", "soort": "geheim"}]}', "gegevens[0].soort"),
        ('{"gegevens": [{"naam": "adres", "nodig": "ja"}]}', "gegevens[0].nodig"),
        ('{"gegevens": {"naam": "adres"}}', "gegevens"),
        ('[{"van": "mbo"}, {"van": 3}]', "[1].van"),
        ("[1]", "[0]"),
        ('{"van": "mbo", "van": "vo"}', "van"),
        ("{", "JSON"),
        ("", "JSON"),
        ('{"leeftijd": NaN}', "JSON"),
        ("[" * 100_000, "JSON"),
    ],
)
def test_onbruikbare_invoer_is_een_regel_met_het_veld_en_exit_2(invoer: str, veld: str) -> None:
    klaar = app("weeg", invoer=invoer)

    assert klaar.returncode == 2
    assert klaar.stdout == b""
    [regel] = klaar.stderr.decode().splitlines()
    assert veld in regel
    assert "Traceback" not in regel


def test_een_bestand_dat_er_niet_is() -> None:
    klaar = app("weeg", "bestaat_niet.json")

    assert klaar.returncode == 2
    assert b"bestaat_niet.json" in klaar.stderr


def test_geen_utf8_is_onbruikbaar() -> None:
    assert app("weeg", invoer=b'{"id": "\xff"}').returncode == 2


def test_een_onbekende_opdracht_wijst_de_weg() -> None:
    klaar = app("dansen")

    assert klaar.returncode == 2
    assert b"help" in klaar.stderr
    assert app("help").returncode == 0


def test_weeg_laadt_geen_kanaal_en_geen_gesprek(tmp_path: Path) -> None:
    bestand = tmp_path / "leeg.json"
    bestand.write_text("{}")
    kijk = (
        f"import sys, app; app.main(['weeg', {str(bestand)!r}]); "
        "print(sorted(m for m in sys.modules if m.split('.')[0] in "
        "{'aiohttp', 'botbuilder', 'transitions', 'dialogs', 'bot'}), file=sys.stderr)"
    )
    klaar = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", kijk], capture_output=True, check=True, cwd=ROOT
    )
    # How a line is written where nobody reads it: that needs Python's own library only.
    assert klaar.stderr.strip() == b"['bot', 'bot.uitvoer']"


def test_kennis_uitgave_schrijft_de_editie_die_een_samenvatting_noemt(tmp_path: Path) -> None:
    klaar = app("kennis", "uitgave", str(tmp_path))

    assert klaar.returncode == 0
    [bestand] = tmp_path.iterdir()
    assert editie.naam() in bestand.name
    assert json.loads(bestand.read_text(encoding="utf-8")) == editie.uitgave()


def test_kennis_uitgave_naar_een_map_die_er_niet_is(tmp_path: Path) -> None:
    klaar = app("kennis", "uitgave", str(tmp_path / "weg"))

    assert klaar.returncode == 2
    assert len(klaar.stderr.splitlines()) == 1


def test_kennis_verschil_van_gelijke_uitgaven(tmp_path: Path) -> None:
    app("kennis", "uitgave", str(tmp_path))
    [bestand] = tmp_path.iterdir()

    klaar = app("kennis", "verschil", "nu", str(bestand))

    assert klaar.returncode == 0
    assert klaar.stdout.decode().strip() == kennistekst("verschil.gelijk")


@pytest.mark.parametrize("inhoud", ["", "{}", "[1]", '{"vorm": 2, "afdruk": "x"}'])
def test_iets_anders_dan_een_uitgave_wordt_geweigerd(inhoud: str, tmp_path: Path) -> None:
    bestand = tmp_path / "raar.json"
    bestand.write_text(inhoud)

    for opdracht in (("verschil", "nu", str(bestand)), ("herbereken", str(bestand))):
        klaar = app("kennis", *opdracht)
        assert klaar.returncode == 2
        assert len(klaar.stderr.splitlines()) == 1
        assert bestand.name in klaar.stderr.decode()


def test_een_bewaarde_weging_is_na_te_rekenen(tmp_path: Path) -> None:
    zinnen = [*VOORAF, "begeleider, jeugdzorg", "bewaar", "nareken WW-2026-1"]
    gezegd = app("chat", invoer="\n".join(zinnen) + "\n", data=tmp_path).stdout.decode()
    assert tekst("narekenen.gelijk") in gezegd

    with sqlite3.connect(tmp_path / "weegwijzer.sqlite3") as verbinding:
        [(gegevens,)] = verbinding.execute("SELECT gegevens FROM weging")
    verbinding.close()
    weging = tmp_path / "weging.json"
    weging.write_text(gegevens, encoding="utf-8")
    app("kennis", "uitgave", str(tmp_path))
    [uitgave] = tmp_path.glob("kennis-*.json")

    for extra in ([], [str(uitgave)]):
        klaar = app("kennis", "herbereken", str(weging), *extra)
        assert klaar.returncode == 0
        assert tekst("narekenen.gelijk") in klaar.stdout.decode()


def test_kennis_wettekst_noemt_wat_anders_is_dan_gelezen(tmp_path: Path) -> None:
    bestand = tmp_path / "2030-01-01.yaml"
    bestand.write_text(
        """valid_from: '2030-01-01'
bwb_id: BWBR0007625
articles:
  - number: 9.2.5
    text: Hier staat nu iets anders.
    url: https://wetten.overheid.nl/BWBR0007625/2030-01-01#Artikel9.2.5
"""
    )

    klaar = app("kennis", "wettekst", str(bestand))

    assert klaar.returncode == 1
    kop, *regels = klaar.stdout.decode().splitlines()
    assert "2030-01-01" in kop
    [anders] = [regel for regel in regels if "9.2.5" in regel]
    assert afdruk("Hier staat nu iets anders.") in anders
    assert kennistekst("wettekst.weg").format(wet="WEB", artikel="9.2.7") in regels


def test_kennis_wettekst_weigert_een_ander_bestand(tmp_path: Path) -> None:
    bestand = tmp_path / "raar.yaml"
    bestand.write_text("raar")

    klaar = app("kennis", "wettekst", str(bestand))

    assert klaar.returncode == 2
    assert len(klaar.stderr.splitlines()) == 1
    assert bestand.name in klaar.stderr.decode()


# --- de webchat als proces --------------------------------------------------------------------


@pytest.mark.parametrize("opdracht", [[], ["start"]], ids=["server", "start"])
def test_de_webchat_zegt_waar_hij_staat(opdracht: list[str], tmp_path: Path) -> None:
    omgeving = {**os.environ, "WEEGWIJZER_DATA": str(tmp_path), "WEEGWIJZER_PORT": "0"}
    with subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "app.py", *opdracht], stdout=subprocess.PIPE, cwd=ROOT, env=omgeving
    ) as proces:
        assert proces.stdout is not None
        adres = re.search(r"http://127\.0\.0\.1:\d+", proces.stdout.readline().decode())
        assert adres is not None
        with urlopen(adres.group(), timeout=30) as pagina:  # noqa: S310 - our own address
            assert b"Weegwijzer" in pagina.read()
        proces.terminate()
    assert proces.returncode == 0


# --- het gesprek als proces -------------------------------------------------------------------

VOORAF = ["overslaan", "geven", "jeugdzorg", "gemeente", "uitkering", "diagnose", "gezondheid"]


def test_een_hele_weging_van_de_eerste_groet_tot_bewaard(tmp_path: Path) -> None:
    zinnen = [*VOORAF, "begeleider, jeugdzorg", "bewaar", "mijn wegingen", "stop"]

    gezegd = app("chat", invoer="\n".join(zinnen) + "\n", data=tmp_path).stdout.decode()

    assert tekst("oordelen.mag_niet") in gezegd
    assert "-0001" in gezegd
    assert tekst("gesprek.lijst_kop") in gezegd


def test_gedood_midden_in_het_gesprek_en_daarna_verder(tmp_path: Path) -> None:
    omgeving = {**os.environ, "WEEGWIJZER_DATA": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "app.py", "chat"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=omgeving,
    ) as proces:
        assert proces.stdin is not None
        assert proces.stdout is not None
        for zin in VOORAF[:4]:
            proces.stdin.write(f"{zin}\n".encode())
        proces.stdin.flush()
        wacht_op = tekst("vragen.doel.vraag").encode()
        # The question after the fourth answer is on the screen: then the answer is kept.
        # (At the end of the output, instead of the question, this stops as well.)
        assert any(wacht_op in regel for regel in proces.stdout)
        proces.kill()

    verder = app("chat", invoer="waar ben ik\n", data=tmp_path).stdout.decode()

    assert "Welkom terug" in verder
    assert tekst("gesprek.aantal_meer", aantal="4") in verder
    assert tekst("vragen.doel.vraag") in verder


def test_twee_gegevensmappen_zijn_twee_gebruikers(tmp_path: Path) -> None:
    app("chat", invoer="overslaan\ngeven\n", data=tmp_path / "anne")

    gezegd = app("chat", invoer="waar ben ik\n", data=tmp_path / "bas").stdout.decode()

    assert tekst("gesprek.aantal_geen") in gezegd


@pytest.mark.parametrize(
    "zin",
    ["", "x" * 50_000, "👩‍👩‍👧", "<script>alert(1)</script>", "\x1b[2J\x07\x00", "'; DROP TABLE--"],
    ids=["leeg", "lang", "emoji", "html", "stuurtekens", "sql"],
)
def test_rare_invoer_krijgt_een_zin_en_het_gesprek_gaat_verder(zin: str, tmp_path: Path) -> None:
    gezegd = app("chat", invoer=f"overslaan\n{zin}\ngeven\n", data=tmp_path)

    assert gezegd.returncode == 0
    assert b"Traceback" not in gezegd.stdout + gezegd.stderr
    assert b"\x1b[2J" not in gezegd.stdout
    assert tekst("vragen.van.vraag_verstrekker") in gezegd.stdout.decode()


# --- kennis die niet klopt --------------------------------------------------------------------


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    """A copy of the project that may be broken."""
    for kamer in ("knowledge", "dialogs", "bot"):
        shutil.copytree(
            ROOT / kamer, tmp_path / kamer, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "app.py", tmp_path)
    return tmp_path


def kaal(kopie: Path, *argumenten: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command as on a new machine: with no library but Python's own, and no network."""
    omgeving = {**os.environ, "PIP_NO_INDEX": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-S", "app.py", *argumenten],
        capture_output=True,
        check=False,
        cwd=kopie,
        env=omgeving,
        timeout=110,
    )


def test_zonder_bibliotheken_wijst_een_opdracht_de_weg(kopie: Path) -> None:
    klaar = kaal(kopie, "weeg", "-")

    assert klaar.returncode == 2
    assert klaar.stdout == b""
    assert klaar.stderr.decode().strip().endswith(kennistekst("opdrachten.eerst_klaarzetten"))
    assert not (kopie / ".venv").exists()


def test_mislukt_klaarzetten_laat_niets_half_achter(kopie: Path) -> None:
    klaar = kaal(kopie, "chat")

    assert klaar.returncode == 2
    eerst, daarna = klaar.stderr.decode().splitlines()
    assert eerst == kennistekst("opdrachten.klaarzetten")
    assert daarna.endswith(kennistekst("opdrachten.klaarzetten_mislukt"))
    assert not (kopie / ".venv").exists()


@pytest.mark.parametrize(
    ("bestand", "zoek", "vervang", "noemt"),
    [
        ("knowledge/recht/bronnen.toml", '[bronnen."WEB-9.2.3"]', '[bronnen."WEB-X"]', "WEB-9.2.3"),
        ("knowledge/recht/termijnen.toml", "[alb_mbo] ", "[alb_mbo ", "termijnen.toml"),
        (
            "knowledge/recht/termijnen.toml",
            'van = 2026-01-01\nbron = "WEB-9.2.1"',
            'van = 2025-01-01\nbron = "WEB-9.2.1"',
            "vsv_tot",
        ),
        ("knowledge/teksten/regels.toml", "N-VSV =", "N-VSVX =", "N-VSV"),
        ("knowledge/regels/stap_1_grondslag.py", 'feit("mandaat")', 'feit("mandaatx")', "mandaatx"),
        ("knowledge/regels/stap_1_grondslag.py", 'id="N-HO"', 'id="N-VSV"', "N-VSV"),
        ("knowledge/regels/stap_1_grondslag.py", "    N_VSV,\n", "", "N-VSV"),
        ("knowledge/feiten.py", "    mandaat: StrictBool | None = None\n", "", "mandaat"),
        ("knowledge/teksten/feiten.toml", "mandaat =", "mandaatx =", "feit.mandaat"),
        ("knowledge/teksten/feiten.toml", "entree =", "entreex =", "waarde_opleiding.entree"),
    ],
)
def test_kennis_die_niet_klopt_houdt_de_start_tegen(
    kopie: Path, bestand: str, zoek: str, vervang: str, noemt: str
) -> None:
    pad = kopie / bestand
    inhoud = pad.read_text(encoding="utf-8")
    assert zoek in inhoud
    pad.write_text(inhoud.replace(zoek, vervang, 1), encoding="utf-8")

    for opdracht in (["weeg"], ["chat"]):
        klaar = app(*opdracht, invoer="{}", root=kopie, data=kopie / "data")
        assert klaar.returncode == 2, klaar.stderr
        [regel] = klaar.stderr.decode().splitlines()
        assert noemt in regel


@pytest.mark.parametrize(
    ("bestand", "zoek", "vervang", "noemt"),
    [
        ("teksten/altijd.toml", "[vragen.functie]", "[vragen.functiex]", "vragen.functie"),
        ("teksten/weergave.toml", "mandaat_nee =", "mandaat_neex =", "kantelpunten.mandaat_nee"),
        ("dossier/vragen.py", '        _ja_nee("mandaat"),\n', "", "feit mandaat"),
    ],
)
def test_een_vraag_die_niet_klopt_houdt_het_gesprek_tegen(
    kopie: Path, bestand: str, zoek: str, vervang: str, noemt: str
) -> None:
    pad = kopie / "dialogs" / bestand
    inhoud = pad.read_text(encoding="utf-8")
    assert zoek in inhoud
    pad.write_text(inhoud.replace(zoek, vervang), encoding="utf-8")

    klaar = app("chat", root=kopie, data=kopie / "data")

    assert klaar.returncode == 2
    [regel] = klaar.stderr.decode().splitlines()
    assert noemt in regel


# --- zoek -------------------------------------------------------------------------------------


def test_zoek_als_json_geeft_het_beste_eerst() -> None:
    klaar = app("zoek", "mag de baas horen dat ze epilepsie heeft", "--json")

    assert (klaar.returncode, klaar.stderr) == (0, b"")
    treffers = json.loads(klaar.stdout)
    assert treffers[0]["id"] == "casus-3.1.3"
    assert all(set(t) == {"id", "soort", "titel", "score"} for t in treffers)
    scores = [t["score"] for t in treffers]
    assert scores == sorted(scores, reverse=True)


def test_zoek_toont_een_bladzijde_met_oud_naast_nieuw() -> None:
    klaar = app("zoek", "verschil", "oud", "nieuw", "3.3.1")

    assert (klaar.returncode, klaar.stderr) == (0, b"")
    gezegd = klaar.stdout.decode()
    assert gezegd.startswith("Casus 3.3.1: ")
    assert "| 1. Grondslag |" in gezegd


def test_zoek_zegt_eerlijk_dat_er_niets_is() -> None:
    als_json = app("zoek", "--json", "recept voor appeltaart")
    als_tekst = app("zoek", "recept voor appeltaart")

    assert (als_json.returncode, json.loads(als_json.stdout)) == (0, [])
    assert als_tekst.returncode == 0
    assert als_tekst.stdout.decode().startswith(kennistekst("zoeken.niets"))


@pytest.mark.parametrize(
    "argumenten", [(), ("",), ("  ", "--json"), ("--jsn", "verzuim"), ("x" * 2001,)]
)
def test_zoek_met_een_vraag_die_niet_kan(argumenten: tuple[str, ...]) -> None:
    klaar = app("zoek", *argumenten)

    assert klaar.returncode == 2
    assert klaar.stdout == b""
    assert klaar.stderr.decode().startswith("weegwijzer: ")
    assert klaar.stderr.count(b"\n") == 1


def test_privacy_toont_wat_erin_staat() -> None:
    klaar = app("privacy", "😀 Ik bel met Youssef, bsn 123456782")
    assert klaar.returncode == 0
    assert json.loads(klaar.stdout) == {
        "gevonden": [
            {"soort": "persoon", "begin": 13, "einde": 20},
            {"soort": "bsn", "begin": 26, "einde": 35},
        ],
        "gemaskeerd": "😀 Ik bel met [naam], bsn [bsn]",
    }


def test_privacy_van_standaardinvoer() -> None:
    klaar = app("privacy", "-", invoer="niets bijzonders")
    assert json.loads(klaar.stdout) == {"gevonden": [], "gemaskeerd": "niets bijzonders"}


@pytest.mark.parametrize("argumenten", [(), ("een", "twee")], ids=["niets", "te veel"])
def test_privacy_wil_een_tekst(argumenten: tuple[str, ...]) -> None:
    klaar = app("privacy", *argumenten)
    assert klaar.returncode == 2
    assert klaar.stdout == b""
    assert klaar.stderr.decode().startswith("weegwijzer: ")


def test_privacy_wil_utf8() -> None:
    klaar = app("privacy", "-", invoer=b"\xff\xfe")
    assert klaar.returncode == 2
    assert b"Traceback" not in klaar.stderr


def test_begrijp_toont_wat_er_in_een_beschrijving_staat() -> None:
    klaar = app("begrijp", "meisje van 18, gestopt met entree, mag W&I het roc bellen?")

    assert (klaar.returncode, klaar.stderr) == (0, b"")
    gelezen = json.loads(klaar.stdout)
    assert gelezen["feiten"]["leeftijd"] == 18
    assert gelezen["feiten"]["schoolstatus"] == "gestopt"
    assert gelezen["gelezen_uit"]["leeftijd"] == "meisje van 18"
    assert sorted(gelezen["partijen"]) == ["gemeente", "mbo"]
    assert gelezen["gegevenssoorten"] == []


@pytest.mark.parametrize("argumenten", [(), ("",), (" ",), ("a" * 20_001,)])
def test_begrijp_zonder_bruikbare_tekst(argumenten: tuple[str, ...]) -> None:
    klaar = app("begrijp", *argumenten)

    assert (klaar.returncode, klaar.stdout) == (2, b"")
    assert len(klaar.stderr.splitlines()) == 1
