"""Aanmelden bij een aanbieder: wie erin komt, hoelang, en wie erin wil en niet mag."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

import pytest
from aiohttp import WSMsgType, WSServerHandshakeError
from yarl import URL

from bot.aanmelden.aanbieder import Aanbieder, Klant
from bot.aanmelden.oidc import BINNEN
from bot.aanmelden.ophalen import AanbiederWeigert, ophaler
from bot.aanmelden.poging import Poging
from bot.kanalen.web.paginas import AFGEMELD
from bot.opslag.sqlite import SqliteOpslag
from bot.wie import Wie
from dialogs.teksten import tekst
from tests.bot.aanmelden.aanbieder import (
    CLIENT,
    GEHEIM,
    OID,
    TENANT,
    Namaak,
    deel,
    getekend,
    sleutel,
)
from tests.bot.aanmelden.browser import ADRES, Browser
from tests.bot.aanmelden.conftest import Nieuw, Uur, browsers, ingesteld
from tests.bot.tab import GEEN_GROND

ALLES: Final = ("/wie", "/wegingen", "/wegingen/WW-2026-0001", "/naslag", "/naslag/begrip-mandaat")


async def _sessies(sqlite: SqliteOpslag) -> list[str]:
    return [s for s, _ in await sqlite.ruw('["sessie",')]


# --- erin, en eruit


async def test_wie_zich_aanmeldt_is_binnen(browser: Browser, sqlite: SqliteOpslag) -> None:
    voor = await browser.haal("/")
    assert (voor.status, voor.headers["Location"]) == (303, "/aanmelden")
    terug = await browser.meld_aan()
    assert (terug.status, terug.headers["Location"]) == (303, "/")
    assert (await browser.haal("/")).status == 200

    wie = await browser.wie()
    assert (wie["naam"], wie["rollen"], wie["proberen"]) == ("Anne de Vries", [], [])
    tab = await browser.tab()
    await tab.zeg(*GEEN_GROND, "bewaar")
    assert await browser.wegingen() == ["WW-2026-0001"]
    [eigenaar] = await sqlite._lees("SELECT DISTINCT eigenaar FROM weging")
    assert json.loads(eigenaar[0]) == ["web", "127.0.0.1", "anne"]


async def test_wat_de_browser_bewaart_is_alleen_voor_ons(browser: Browser) -> None:
    terug = await browser.meld_aan()
    assert set(browser.koekjes) == {BINNEN}, "de poging is weg"
    for naam, hoe in browser.gezet.items():
        assert naam.startswith("__Host-")
        delen = {deel.strip() for deel in hoe.split(";")}
        assert delen >= {"Path=/", "Secure", "HttpOnly", "SameSite=Lax"}
        assert "Domain" not in hoe
    assert "Strict-Transport-Security" in terug.headers
    pagina = await browser.haal("/")
    assert f"wss://{ADRES.removeprefix('https://')}" in pagina.headers["Content-Security-Policy"]
    assert "ws://" not in pagina.headers["Content-Security-Policy"]


async def test_in_de_opslag_staat_niet_waarmee_men_binnenkomt(
    browser: Browser, sqlite: SqliteOpslag
) -> None:
    await browser.meld_aan()
    for sleutel_, inhoud in await sqlite.ruw(""):
        assert browser.koekjes[BINNEN] not in sleutel_ + inhoud


@pytest.mark.parametrize("pad", ALLES)
async def test_wie_niet_binnen_is_ziet_niets(browser: Browser, pad: str) -> None:
    antwoord = await browser.haal(pad)
    assert antwoord.status == 401
    assert await antwoord.json() == {"fout": tekst("bot.geweigerd_aanmelden")}
    with pytest.raises(WSServerHandshakeError) as geweigerd:
        await browser.tab("iets")
    assert geweigerd.value.status == 401
    for pad_ in ("/gesprek", "/wegingen/WW-2026-0001"):
        assert (await browser.vraag("DELETE", pad_, {"Origin": ADRES})).status == 401


async def test_afmelden_sluit_alles_wat_open_stond(browser: Browser, sqlite: SqliteOpslag) -> None:
    await browser.meld_aan()
    tab, koekje = await browser.tab(), browser.koekjes[BINNEN]
    weg = await browser.meld_af()
    assert (await weg.json())["naar"].startswith("http://127.0.0.1:")
    assert "storage" in weg.headers["Clear-Site-Data"]
    bericht = await tab.socket.receive(timeout=10)
    assert (bericht.type, bericht.data) == (WSMsgType.CLOSE, AFGEMELD)
    assert await _sessies(sqlite) == []
    assert BINNEN not in browser.koekjes
    browser.koekjes[BINNEN] = koekje
    assert (await browser.haal("/wegingen")).status == 401
    assert (await browser.haal("/afgemeld")).status == 200


async def test_afmelden_kan_ook_als_de_aanbieder_weg_is(browser: Browser, namaak: Namaak) -> None:
    await browser.meld_aan()
    namaak.gegevens = {"end_session_endpoint": None}
    weg = await browser.meld_af()
    assert weg.status == 200
    assert (await browser.haal("/wie")).status == 401


@pytest.mark.parametrize(
    "herkomst", [None, "https://elders.example", "null", "http://weegwijzer.example"]
)
async def test_een_andere_website_meldt_niemand_af(browser: Browser, herkomst: str | None) -> None:
    await browser.meld_aan()
    koppen = {} if herkomst is None else {"Origin": herkomst}
    assert (await browser.vraag("POST", "/afmelden", koppen)).status == 403
    assert (await browser.haal("/wie")).status == 200


async def test_een_sessie_duurt_niet_langer_dan_een_werkdag(browser: Browser, uur: Uur) -> None:
    await browser.meld_aan()
    for _ in range(13):
        uur.later(minutes=45)
        assert (await browser.haal("/wie")).status == 200
    uur.later(minutes=45)
    assert (await browser.haal("/wie")).status == 401


async def test_wie_niets_doet_is_na_een_uur_niet_meer_binnen(browser: Browser, uur: Uur) -> None:
    await browser.meld_aan()
    tab = await browser.tab()
    uur.later(minutes=61)
    await tab.stuur("overslaan", "te-laat")
    bericht = await tab.socket.receive(timeout=10)
    assert (bericht.type, bericht.data) == (WSMsgType.CLOSE, AFGEMELD)
    assert (await browser.haal("/wie")).status == 401
    await browser.meld_aan()
    assert (await browser.tab()).beeld["vraag"]["sleutel"] == "omschrijving", "niets gezegd"


async def test_ook_wie_alleen_kijkt_is_na_een_uur_niet_meer_binnen(
    browser: Browser,
    uur: Uur,
    monkeypatch: pytest.MonkeyPatch,
    sqlite: SqliteOpslag,
    namaak: Namaak,
) -> None:
    monkeypatch.setattr("bot.kanalen.web.kanaal.NAKIJKEN", 0.02)
    async with browsers(sqlite, uur, ingesteld(namaak)) as nieuw:
        kijker = nieuw()
        await kijker.meld_aan()
        tab = await kijker.tab()
        uur.later(minutes=61)
        assert (await tab.socket.receive(timeout=10)).data == AFGEMELD


async def test_oude_sessies_worden_opgeruimd(nieuw: Nieuw, uur: Uur, sqlite: SqliteOpslag) -> None:
    for _ in range(3):
        await nieuw().meld_aan()
    assert len(await _sessies(sqlite)) == 3
    uur.later(hours=2)
    await nieuw().meld_aan()
    assert len(await _sessies(sqlite)) == 1


# --- wie zich voor een ander uitgeeft

Bederf = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    "bederf",
    [
        lambda c: c.update(nonce="andere"),
        lambda c: c.pop("nonce"),
        lambda c: c.update(aud="ander programma"),
        lambda c: c.update(aud="ander programma", azp="weegwijzer"),
        lambda c: c.update(aud=["weegwijzer", "ander programma"]),
        lambda c: c.update(aud=["weegwijzer", "ander"], azp="ander"),
        lambda c: c.update(azp="ander"),
        lambda c: c.pop("aud"),
        lambda c: c.update(iss="https://elders.example"),
        lambda c: c.update(iss=c["iss"] + "/"),
        lambda c: c.pop("iss"),
        lambda c: c.update(exp=c["iat"] - 200, iat=c["iat"] - 4000),
        lambda c: c.pop("exp"),
        lambda c: c.update(exp=True),
        lambda c: c.update(iat=c["iat"] + 4000, exp=c["exp"] + 4000),
        lambda c: c.update(nbf=c["iat"] + 4000),
        lambda c: c.pop("sub"),
        lambda c: c.update(sub=""),
        lambda c: c.update(sub=["anne"]),
        lambda c: c.update(sub="an\nne"),
        lambda c: c.update(sub="\ud800"),
        lambda c: c.update(sub="x" * 300),
        lambda c: c.update(at_hash="onzin"),
    ],
    ids=[
        *(
            "nonce",
            "geen nonce",
            "aud",
            "aud met azp",
            "ook voor een ander",
            "azp",
            "azp alleen",
            "geen aud",
        ),
        *(
            "iss",
            "iss met streep",
            "geen iss",
            "verlopen",
            "geen exp",
            "exp waar",
            "toekomst",
        ),
        *("nog niet", "geen sub", "lege sub", "lijst", "regel", "half teken", "lang", "at_hash"),
    ],
)
async def test_een_token_dat_niet_klopt(
    browser: Browser, namaak: Namaak, sqlite: SqliteOpslag, bederf: Bederf
) -> None:
    namaak.bederf = bederf
    terug = await browser.meld_aan()
    assert terug.status == 403
    assert tekst("aanmelden.geweigerd") in await terug.text()
    assert browser.koekjes == {}
    assert await _sessies(sqlite) == []


def _zonder_handtekening(namaak: Namaak, claims: dict[str, Any]) -> str:
    return f"{deel({'alg': 'none', 'kid': 'een'})}.{deel(claims)}."


def _van_een_ander(namaak: Namaak, claims: dict[str, Any]) -> str:
    return getekend(claims, sleutel("twee"), kid="een")


def _onbekend(namaak: Namaak, claims: dict[str, Any]) -> str:
    return getekend(claims, sleutel("twee"), kid="twee")


def _veranderd(namaak: Namaak, claims: dict[str, Any]) -> str:
    kop, _, teken = namaak.getekend(claims).split(".")
    inhoud = namaak.getekend({**claims, "sub": "bas"}).split(".")[1]
    return f"{kop}.{inhoud}.{teken}"


def _brengt_eigen_sleutel(namaak: Namaak, claims: dict[str, Any]) -> str:
    vals = sleutel("twee")
    return getekend(claims, vals, kid="een", jwk=vals.as_dict(private=False))


def _half(namaak: Namaak, claims: dict[str, Any]) -> str:
    return namaak.getekend(claims).rpartition(".")[0]


@pytest.mark.parametrize(
    "maak",
    [
        _zonder_handtekening,
        Namaak.met_publieke_sleutel,
        _van_een_ander,
        _onbekend,
        _veranderd,
        _brengt_eigen_sleutel,
        _half,
        lambda *_: "",
        lambda *_: "x.y.z",
        lambda *_: "\u00e9.\u00e9.\u00e9",
        lambda *_: None,
        lambda *_: 5,
    ],
    ids=[
        *("none", "publieke sleutel", "andere sleutel", "onbekende sleutel", "veranderd"),
        *("eigen sleutel", "half", "leeg", "rommel", "geen ascii", "geen", "getal"),
    ],
)
async def test_een_handtekening_die_niet_klopt(
    browser: Browser,
    namaak: Namaak,
    sqlite: SqliteOpslag,
    maak: Callable[[Namaak, dict[str, Any]], str],
) -> None:
    namaak.maak = lambda claims: maak(namaak, claims)
    terug = await browser.meld_aan()
    assert terug.status == 403
    assert tekst("aanmelden.geweigerd") in await terug.text()
    assert await _sessies(sqlite) == []


async def test_een_sleutel_die_niet_is_om_mee_te_tekenen(browser: Browser, namaak: Namaak) -> None:
    namaak.waarvoor = "enc"
    assert (await browser.meld_aan()).status == 403


async def test_het_geheim_gaat_mee_zoals_de_aanbieder_het_wil(
    browser: Browser, namaak: Namaak
) -> None:
    namaak.gegevens = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    assert (await browser.meld_aan()).status == 303


async def test_zonder_naam_van_de_sleutel_alleen_als_er_een_is(
    browser: Browser, namaak: Namaak
) -> None:
    namaak.maak = lambda claims: getekend(claims, sleutel("een"))
    assert (await browser.meld_aan()).status == 303
    await browser.meld_af()
    namaak.sleutels = ["een", "twee"]
    namaak.tekent = "twee"
    namaak.maak = None
    assert (await browser.meld_aan()).status == 403, "nieuwe sleutels zijn pas gehaald"


async def test_een_andere_staat_komt_er_niet_in(browser: Browser, namaak: Namaak) -> None:
    naar = await browser.begin()
    code = naar.partition("code=")[2].partition("&")[0]
    staat = naar.partition("state=")[2]
    for vals in ("", "onzin", staat[:-1], f"{staat[:8]}{'x' * 35}", f"{staat}x"):
        terug = await browser.haal(f"/aanmelden/terug?code={code}&state={vals}")
        assert terug.status == 400
        assert BINNEN not in browser.koekjes
    assert "token" not in namaak.gevraagd, "de code ging nergens heen"


async def test_wat_een_ander_begon_komt_er_niet_in(nieuw: Nieuw, namaak: Namaak) -> None:
    aanvaller, slachtoffer = nieuw(), nieuw()
    link = await aanvaller.begin()
    assert (await slachtoffer.haal(link)).status == 400
    await slachtoffer.begin()
    assert (await slachtoffer.haal(link)).status == 400
    assert "token" not in namaak.gevraagd


async def test_een_code_van_een_ander_is_niets_waard(nieuw: Nieuw) -> None:
    aanvaller, slachtoffer = nieuw(), nieuw()
    code = (await slachtoffer.begin()).partition("code=")[2].partition("&")[0]
    staat = (await aanvaller.begin()).partition("state=")[2]
    terug = await aanvaller.haal(f"/aanmelden/terug?code={code}&state={staat}")
    assert terug.status == 403, "het bewijs (PKCE) hoort bij een andere browser"
    assert BINNEN not in aanvaller.koekjes


async def test_terugkomen_kan_een_keer(browser: Browser) -> None:
    naar = await browser.begin()
    poging = dict(browser.koekjes)
    assert (await browser.haal(naar)).status == 303
    assert (await browser.haal(naar)).status == 400
    browser.koekjes |= poging
    assert (await browser.haal(naar)).status == 403, "de aanbieder neemt de code niet nog eens"


async def test_een_poging_die_te_lang_duurt(browser: Browser, uur: Uur) -> None:
    naar = await browser.begin()
    uur.later(minutes=11)
    assert (await browser.haal(naar)).status == 400


async def test_wie_elders_weigert_hoort_dat(browser: Browser) -> None:
    naar = await browser.begin()
    staat = naar.partition("state=")[2]
    terug = await browser.haal(f"/aanmelden/terug?error=access_denied&state={staat}")
    assert terug.status == 403
    assert tekst("aanmelden.afgebroken") in await terug.text()


async def test_een_nummer_van_tevoren_helpt_niemand(nieuw: Nieuw, sqlite: SqliteOpslag) -> None:
    aanvaller, slachtoffer = nieuw(), nieuw()
    await aanvaller.meld_aan()
    vast = aanvaller.koekjes[BINNEN]
    slachtoffer.koekjes[BINNEN] = vast
    await slachtoffer.meld_aan()
    assert slachtoffer.koekjes[BINNEN] != vast
    assert (await aanvaller.haal("/wie")).status == 401
    assert len(await _sessies(sqlite)) == 1


@pytest.mark.parametrize("nummer", ["", "x", "A" * 43, "é" * 43, '["sessie","x"]', "A" * 5000])
async def test_een_verzonnen_nummer(browser: Browser, nummer: str) -> None:
    browser.koekjes[BINNEN] = nummer.encode().decode("latin-1") if nummer.isascii() else "x"
    assert (await browser.haal("/wie")).status in {400, 401}


@pytest.mark.parametrize(
    "vraag",
    ["?naar=https://elders.example", "?next=//elders.example", "?return_to=%2F%2Felders.example"],
)
async def test_niemand_komt_na_het_aanmelden_elders_uit(
    browser: Browser, namaak: Namaak, vraag: str
) -> None:
    eerst = await browser.haal(f"/aanmelden{vraag}")
    assert eerst.headers["Location"].startswith(f"{namaak.url}/toestemming?")
    assert "elders" not in eerst.headers["Location"]
    naar = await browser.begin()
    terug = await browser.haal(f"{naar}&{vraag[1:]}")
    assert terug.headers["Location"] == "/"


# --- twee mensen, een browser


async def test_een_pagina_van_de_een_is_niet_van_de_ander(
    browser: Browser, namaak: Namaak, sqlite: SqliteOpslag
) -> None:
    await browser.meld_aan()
    tab, merk = await browser.tab(), (await browser.wie())["merk"]
    namaak.persoon = {"sub": "bas", "name": "Bas"}
    await browser.meld_aan()
    bericht = await tab.socket.receive(timeout=10)
    assert (bericht.type, bericht.data) == (WSMsgType.CLOSE, AFGEMELD)
    assert (await browser.wie())["naam"] == "Bas"
    with pytest.raises(WSServerHandshakeError) as geweigerd:
        await browser.tab(merk)
    assert geweigerd.value.status == 409
    for hoe, pad in (("GET", "/wegingen"), ("DELETE", "/gesprek")):
        antwoord = await browser.vraag(hoe, f"{pad}?profiel={merk}", {"Origin": ADRES})
        assert antwoord.status == 409
    assert await sqlite.laad(Wie("web", "bas", "127.0.0.1").gesprek("web")) is None


async def test_niemand_ziet_wat_van_een_ander_is(nieuw: Nieuw, namaak: Namaak) -> None:
    """Who x what x entrance; also for who names the other."""
    anne, bas = nieuw(), nieuw()
    await anne.meld_aan()
    await (await anne.tab()).zeg(*GEEN_GROND, "bewaar")
    namaak.persoon = {"sub": "bas"}
    await bas.meld_aan()
    merk, kenmerk = (await anne.wie())["merk"], "WW-2026-0001"
    assert await bas.wegingen() == []
    for achter in ("", ".md", ".json"):
        assert (await anne.haal(f"/wegingen/{kenmerk}{achter}")).status == 200
        assert (await bas.haal(f"/wegingen/{kenmerk}{achter}")).status == 404
        anders = await bas.haal(f"/wegingen/{kenmerk}{achter}?profiel={merk}")
        assert anders.status == 409
    weg = await bas.vraag("DELETE", f"/wegingen/{kenmerk}", {"Origin": ADRES})
    assert weg.status == 404
    tab = await bas.tab()
    assert tab.beeld["blokken"] == []
    for zin in (f"open {kenmerk}", f"verwijder {kenmerk}", f"gebruik {kenmerk} als basis"):
        frame = await tab.zeg(zin)
        assert "diagnose" not in json.dumps(frame)
    assert await anne.wegingen() == [kenmerk]


@pytest.mark.parametrize(
    "koppen",
    [
        {"Origin": "https://elders.example"},
        {"Origin": "http://weegwijzer.example"},
        {"Origin": "https://weegwijzer.example:8443"},
        {"Origin": "null"},
        {"Host": "elders.example"},
        {"Host": "127.0.0.1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
async def test_een_andere_website_komt_er_niet_in(browser: Browser, koppen: dict[str, str]) -> None:
    await browser.meld_aan()
    merk = (await browser.wie())["merk"]
    for pad in ("/wegingen", "/wie", f"/ws?profiel={merk}"):
        assert (await browser.haal(pad, **koppen)).status == 403
    if herkomst := koppen.get("Origin"):
        with pytest.raises(WSServerHandshakeError) as geweigerd:
            await browser.tab(merk, herkomst)
        assert geweigerd.value.status == 403


async def test_zonder_herkomst_geen_websocket(browser: Browser) -> None:
    await browser.meld_aan()
    antwoord = await browser.haal(
        "/ws", Connection="upgrade", Upgrade="websocket", **{"Sec-WebSocket-Version": "13"}
    )
    assert antwoord.status == 403


# --- wie iemand is


async def test_bij_entra_is_iemand_dezelfde_als_in_teams(
    sqlite: SqliteOpslag, uur: Uur, entra: Namaak
) -> None:
    regel = f"teams:{TENANT}:{OID.format(1)}"
    anders = {"WEEGWIJZER_PRIVACY_OFFICERS": regel, "WEEGWIJZER_ZELFDE_PERSOON": "entra"}
    async with browsers(sqlite, uur, ingesteld(entra, **anders)) as nieuw:
        browser = nieuw()
        await browser.meld_aan()
        assert (await browser.wie())["rollen"] == ["privacy_officer"]
        assert await sqlite.laad(Wie("web", OID.format(1), TENANT).gesprek("web")) is None
        await browser.tab()
        assert await sqlite.laad(Wie("web", OID.format(1), TENANT).gesprek("web")) is not None
        entra.persoon |= {"oid": OID.format(2)}
        await browser.meld_aan()
        assert (await browser.wie())["rollen"] == []


@pytest.mark.parametrize(
    "persoon", [{"oid": None}, {"oid": ""}, {"oid": 5}], ids=["geen", "leeg", "getal"]
)
async def test_bij_entra_zonder_persoon_komt_niemand_binnen(
    sqlite: SqliteOpslag, uur: Uur, entra: Namaak, persoon: dict[str, Any]
) -> None:
    entra.persoon |= persoon
    async with browsers(sqlite, uur, ingesteld(entra)) as nieuw:
        assert (await nieuw().meld_aan()).status == 403


async def test_een_tenant_die_niet_van_de_aanbieder_is_telt_niet(
    browser: Browser, namaak: Namaak, sqlite: SqliteOpslag
) -> None:
    namaak.persoon = {"tid": TENANT, "oid": OID.format(1)}
    await browser.meld_aan()
    await browser.tab()
    assert await sqlite.laad(Wie("web", OID.format(1), TENANT).gesprek("web")) is None
    assert await sqlite.laad(Wie("web", "anne", "127.0.0.1").gesprek("web")) is not None


async def test_een_rol_typ_of_kies_je_niet(browser: Browser) -> None:
    await browser.meld_aan()
    antwoord = await browser.haal("/wie?profiel=privacy_officer&rollen=beheerder")
    assert (await antwoord.json())["rollen"] == []
    assert (await browser.haal("/wegingen?profiel=privacy_officer")).status == 409


@pytest.mark.parametrize("naam", ["<b>x</b>", "a\u202eb", "x" * 500, None, 5, "\ud800"])
async def test_een_naam_is_alleen_een_naam(browser: Browser, namaak: Namaak, naam: object) -> None:
    namaak.persoon = {"name": naam}
    await browser.meld_aan()
    getoond = (await browser.wie())["naam"]
    assert len(getoond) <= 80
    assert "\u202e" not in getoond


# --- de aanbieder


async def test_wat_de_aanbieder_zegt_wordt_onthouden(
    nieuw: Nieuw, namaak: Namaak, uur: Uur
) -> None:
    for _ in range(3):
        await nieuw().meld_aan()
    assert namaak.gevraagd.count("zelf") == 1
    assert namaak.gevraagd.count("sleutels") == 1


@pytest.mark.parametrize(
    "gegevens",
    [
        {"issuer": "https://elders.example"},
        {"issuer": None},
        {"token_endpoint": "http://elders.example/token"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"jwks_uri": "file:///etc/passwd"},
        {"jwks_uri": None},
    ],
    ids=str,
)
async def test_een_aanbieder_die_iets_anders_zegt(
    browser: Browser, namaak: Namaak, gegevens: dict[str, Any]
) -> None:
    namaak.gegevens = gegevens
    antwoord = await browser.haal("/aanmelden")
    assert antwoord.status == 503
    assert tekst("aanmelden.onbereikbaar") in await antwoord.text()


async def test_een_aanbieder_die_weg_is_komt_terug(
    browser: Browser, namaak: Namaak, monkeypatch: pytest.MonkeyPatch
) -> None:
    namaak.uit = True
    for _ in range(3):
        assert (await browser.haal("/aanmelden")).status == 503
    assert namaak.gevraagd == ["zelf"], "niet steeds opnieuw"
    namaak.uit = False
    monkeypatch.setattr("bot.aanmelden.aanbieder.RUST", 0.0)
    assert (await browser.meld_aan()).status == 303


async def test_nieuwe_sleutels_worden_gehaald_maar_niet_steeds(namaak: Namaak, uur: Uur) -> None:
    seconden = [0.0]
    async with ophaler() as open_:
        klant = Klant(namaak.issuer, CLIENT, GEHEIM, f"{ADRES}/aanmelden/terug")
        wie = Aanbieder(klant, open_, uur, lambda: seconden[0])

        async def meld_aan() -> str:
            poging = Poging.nieuw(uur())
            naar = URL(await wie.aanmeldadres(poging, kies=False))
            namaak.codes["code"] = dict(naar.query)
            return (await wie.persoon(poging, "code")).id

        assert await meld_aan() == "anne"
        namaak.sleutels, namaak.tekent = ["twee"], "twee"
        for _ in range(3):
            with pytest.raises(AanbiederWeigert):
                await meld_aan()
        assert namaak.gevraagd.count("sleutels") == 1
        seconden[0] += 301
        assert await meld_aan() == "anne"
        assert namaak.gevraagd.count("sleutels") == 2
        seconden[0] += 24 * 3600
        await meld_aan()
        assert (namaak.gevraagd.count("zelf"), namaak.gevraagd.count("sleutels")) == (2, 3)


async def test_een_browser_die_steeds_opnieuw_begint(browser: Browser) -> None:
    for _ in range(20):
        await browser.haal("/aanmelden")
    assert len(browser.koekjes) <= 6
    assert (await browser.meld_aan()).status == 303


async def test_zonder_handtekening_van_het_kanaal_komt_er_niets_van_teams(
    browser: Browser,
) -> None:
    antwoord = await browser.vraag("POST", "/api/messages", {"Origin": ADRES})
    assert antwoord.status == 404


async def test_wie_ons_in_de_gaten_houdt_hoeft_zich_niet_aan_te_melden(browser: Browser) -> None:
    assert (await browser.haal("/gezond", Host="10.0.0.3")).status == 200
