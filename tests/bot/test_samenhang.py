"""Instellingen die bij elkaar horen: half houdt het starten tegen, en zegt wat er mist."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.fouten import BotFout
from bot.instellingen import (
    NAMEN,
    OMGEVING,
    InstellingFout,
    OmgevingOnleesbaar,
    lees,
    uit_omgeving,
)
from bot.samenhang import controleer
from dialogs.teksten import tekst

OIDC = {
    "WEEGWIJZER_OIDC_ISSUER": "https://login.example/a",
    "WEEGWIJZER_OIDC_CLIENT_ID": "weegwijzer",
    "WEEGWIJZER_OIDC_CLIENT_SECRET": "geheim",
}
PROXY = {"WEEGWIJZER_PROXY_KOP": "Remote-User", "WEEGWIJZER_PROXY_ADRESSEN": "127.0.0.1,::1"}
URL = {"WEEGWIJZER_URL": "https://weegwijzer.example"}
BUITEN = {"WEEGWIJZER_ADRES": "0.0.0.0"}  # noqa: S104 - that is what is tried


@pytest.mark.parametrize(
    "waarden",
    [
        {},
        URL,
        OIDC | URL,
        OIDC | URL | BUITEN,
        PROXY | URL,
        PROXY | URL | {"WEEGWIJZER_PROXY_GEHEIM": "x" * 16} | BUITEN,
        OIDC | URL | {"WEEGWIJZER_PRIVACY_OFFICERS": "web:*:jan,terminal::1000"},
        {"WEEGWIJZER_BEHEERDERS": "terminal:*:1000,teams:t:o"},
        {"WEEGWIJZER_BEHEERDERS": "teams:*:o", "WEEGWIJZER_TEAMS_TENANTS": "t"},
        {"WEEGWIJZER_ADRES": "::1"},
        OIDC | {"WEEGWIJZER_URL": "http://127.0.0.1:3978"},
    ],
    ids=str,
)
def test_wat_bij_elkaar_past(waarden: dict[str, str]) -> None:
    controleer(lees(waarden))


def _zonder(waarden: dict[str, str], naam: str) -> dict[str, str]:
    return {n: w for n, w in waarden.items() if n != naam}


@pytest.mark.parametrize("mist", [*OIDC, *URL])
def test_half_aanmelden_noemt_wat_er_mist(mist: str) -> None:
    with pytest.raises(BotFout) as fout:
        controleer(lees(_zonder(OIDC | URL, mist)))
    assert mist in fout.value.in_woorden()
    assert fout.value.sleutel == "aanmelden.half"


@pytest.mark.parametrize("mist", [*PROXY, *URL])
def test_een_halve_proxy_noemt_wat_er_mist(mist: str) -> None:
    with pytest.raises(BotFout) as fout:
        controleer(lees(_zonder(PROXY | URL, mist)))
    assert mist in fout.value.in_woorden()


def test_alles_wat_mist_wordt_genoemd() -> None:
    with pytest.raises(BotFout) as fout:
        controleer(lees({"WEEGWIJZER_OIDC_CLIENT_SECRET": "zeer geheim"}))
    zin = fout.value.in_woorden()
    assert all(naam in zin for naam in (*OIDC, *URL))
    assert "zeer geheim" not in zin


@pytest.mark.parametrize(
    ("waarden", "sleutel"),
    [
        (BUITEN, "aanmelden.nodig"),
        (BUITEN | URL, "aanmelden.nodig"),
        ({"WEEGWIJZER_ADRES": "192.168.1.2"}, "aanmelden.nodig"),
        ({"WEEGWIJZER_ADRES": "::"}, "aanmelden.nodig"),
        (OIDC | {"WEEGWIJZER_URL": "http://localhost:3978"} | BUITEN, "aanmelden.versleuteling"),
        (OIDC | PROXY | URL, "aanmelden.dubbel"),
        (PROXY | URL | {"WEEGWIJZER_PROXY_ADRESSEN": "10.0.0.1"}, "aanmelden.geheim"),
        (PROXY | URL | {"WEEGWIJZER_PROXY_ADRESSEN": "127.0.0.1,10.0.0.0/8"}, "aanmelden.geheim"),
        ({"WEEGWIJZER_PROXY_GEHEIM": "x" * 16}, "aanmelden.half"),
        ({"WEEGWIJZER_PRIVACY_OFFICERS": "web:*:jan"}, "aanmelden.rol"),
        ({"WEEGWIJZER_ZELFDE_PERSOON": "web:t:a=teams:t:b"}, "aanmelden.rol"),
        ({"WEEGWIJZER_BEHEERDERS": "teams:*:o"}, "aanmelden.tenant"),
        ({"WEEGWIJZER_BEHEERDERS": "slack:*:o"}, "aanmelden.tenant"),
        (
            {"WEEGWIJZER_BEHEERDERS": "teams:*:o", "WEEGWIJZER_TEAMS_TENANTS": "t,u"},
            "aanmelden.tenant",
        ),
    ],
    ids=str,
)
def test_wat_niet_bij_elkaar_past(waarden: dict[str, str], sleutel: str) -> None:
    with pytest.raises(BotFout) as fout:
        controleer(lees(waarden))
    assert fout.value.sleutel == sleutel
    assert fout.value.in_woorden() != sleutel


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("WEEGWIJZER_ADRES", "overal"),
        ("WEEGWIJZER_ADRES", "127.0.0.1:80"),
        ("WEEGWIJZER_URL", "weegwijzer.example"),
        ("WEEGWIJZER_URL", "http://weegwijzer.example"),
        ("WEEGWIJZER_URL", "https://weegwijzer.example/pad"),
        ("WEEGWIJZER_URL", "https://jan@weegwijzer.example"),
        ("WEEGWIJZER_URL", "https://weegwijzer.example:99999"),
        ("WEEGWIJZER_URL", "https://"),
        ("WEEGWIJZER_OIDC_ISSUER", "http://login.example"),
        ("WEEGWIJZER_OIDC_ISSUER", "https://login.example/?x=1"),
        ("WEEGWIJZER_OIDC_ISSUER", "https://login.microsoftonline.com/common/v2.0"),
        ("WEEGWIJZER_OIDC_ISSUER", "https://login.microsoftonline.com/organizations/v2.0"),
        ("WEEGWIJZER_OIDC_CLIENT_ID", "met spatie"),
        ("WEEGWIJZER_PROXY_KOP", "X-Forwarded-For"),
        ("WEEGWIJZER_PROXY_KOP", "Cookie"),
        ("WEEGWIJZER_PROXY_KOP", "X Remote"),
        ("WEEGWIJZER_PROXY_ADRESSEN", "0.0.0.0/0"),
        ("WEEGWIJZER_PROXY_ADRESSEN", "10.0.0.1/8"),
        ("WEEGWIJZER_PROXY_ADRESSEN", "proxy.example"),
        ("WEEGWIJZER_PROXY_AFMELDEN", "javascript:alert(1)"),
        ("WEEGWIJZER_PROXY_AFMELDEN", "//elders.example"),
        ("WEEGWIJZER_PROXY_AFMELDEN", "/\\elders.example"),
        ("WEEGWIJZER_PRIVACY_OFFICERS", "jan"),
        ("WEEGWIJZER_BEHEERDERS", "post:t:jan"),
        ("WEEGWIJZER_ZELFDE_PERSOON", "web:t:a=web:t:b"),
    ],
)
def test_een_waarde_die_niet_kan(naam: str, waarde: str) -> None:
    with pytest.raises(InstellingFout) as fout:
        lees({naam: waarde})
    assert naam in fout.value.in_woorden()


def test_een_geheim_komt_niet_in_een_melding() -> None:
    with pytest.raises(InstellingFout) as fout:
        lees({"WEEGWIJZER_PROXY_GEHEIM": "te kort"})
    assert "WEEGWIJZER_PROXY_GEHEIM" in fout.value.in_woorden()
    assert "te kort" not in fout.value.in_woorden()
    assert "geheim" not in repr(lees(OIDC)).replace("proxy_geheim", "")


@pytest.mark.parametrize(
    ("waarde", "wordt"),
    [
        ("https://Weegwijzer.Example/", "https://weegwijzer.example"),
        ("https://weegwijzer.example:443", "https://weegwijzer.example"),
        ("https://weegwijzer.example:8443", "https://weegwijzer.example:8443"),
        ("http://[::1]:3978", "http://[::1]:3978"),
    ],
)
def test_het_openbare_adres_is_zoals_een_browser_het_schrijft(waarde: str, wordt: str) -> None:
    assert lees({"WEEGWIJZER_URL": waarde}).url == wordt


# --- .env


def test_een_bestand_met_instellingen(tmp_path: Path) -> None:
    bestand = tmp_path / ".env"
    geheim = "WEEGWIJZER_PROXY_GEHEIM='a$b{c}d # lang genoeg'"
    bestand.write_text(f"# uitleg\nWEEGWIJZER_PORT=4000\n{geheim}\n")
    gelezen = uit_omgeving({"WEEGWIJZER_BROWSER": "nee"}, bestand)
    assert (gelezen.poort, gelezen.browser) == (4000, "nee")
    assert gelezen.proxy_geheim is not None
    assert gelezen.proxy_geheim.get_secret_value() == "a$b{c}d # lang genoeg"
    assert uit_omgeving({"WEEGWIJZER_PORT": "5000"}, bestand).poort == 5000
    assert uit_omgeving({"WEEGWIJZER_PORT": " "}, bestand).poort == 4000
    assert uit_omgeving({}, tmp_path / "geen").poort == 3978


def test_een_bestand_dat_niet_te_lezen_is(tmp_path: Path) -> None:
    bestand = tmp_path / ".env"
    bestand.write_bytes(b"WEEGWIJZER_PORT=\xff\xfe\n")
    with pytest.raises(OmgevingOnleesbaar) as fout:
        uit_omgeving({}, bestand)
    assert str(bestand) in fout.value.in_woorden()


def test_het_voorbeeld_noemt_elke_instelling() -> None:
    voorbeeld = OMGEVING.with_name(".env.example").read_text(encoding="utf-8")
    for namen in NAMEN.values():
        assert f"#{namen[0]}=" in voorbeeld
    assert tekst("aanmelden.nodig", adres="x").count("docs/aanmelden.md") == 1
