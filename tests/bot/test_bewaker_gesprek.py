"""Wat de bewaker doet in een gesprek: zeggen wat weg is, vals alarm onthouden, meelezers sparen."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from typing import Any, Final

import pytest
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import given
from hypothesis import strategies as st

from bot.deur import ontvang, ontvang_formulier
from bot.gesprekken import Gesprekken
from bot.kanalen.teams.ingang import PAD
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import Kern, richt_in, webserver
from bot.vals_alarm import MEESTE, NetAfgeschermd, afdrukken, is_melding
from bot.wie import Wie
from dialogs.bedoeling import Gezegd, Ingevuld, Uiting
from dialogs.beeld import beeld
from dialogs.beeld.als_tekst import gezegde
from dialogs.beeld.gezegd import (
    Bewaarde,
    Genoteerd,
    Gevolg,
    Gewijzigd,
    Gezegde,
    Huidig,
    Nagerekend,
    Onderwerp,
    Onderwerpregel,
    Redenen,
    Tussenconclusie,
    Uitzoeken,
    Wegingen,
    Wegingregel,
    Zin,
    waarschuwing,
)
from dialogs.beeld.meelezers import voor_meelezers
from dialogs.beurt import Beurt
from dialogs.dossier import Antwoord, Dossier
from dialogs.dossier.wacht import OpVraag
from dialogs.procedure.plek import plek
from dialogs.teksten import tabel, tekst
from tests.bot.connector import Connector, connector
from tests.bot.nep import ANNE, BAS, NepDialoog, Teller, klok, na, vraagtekst
from tests.bot.test_gesprekken import antwoorden, zinnen

CUE = "leerling Zwabber gaat werken bij ons"
"""Zwabber is what a workshop is called; the guard takes it for a pupil."""


# --- zeggen wat weg is


@pytest.mark.parametrize("kanaal", ["teams", "terminal", "web", "telex"])
def test_wat_weg_is_en_hoe_je_het_zelf_weghaalt(kanaal: str) -> None:
    binnen = ontvang("Ik bel met Karim, bsn 123456782", kanaal)
    assert binnen.tekst == "Ik bel met [naam], bsn [bsn]"
    [gezegd] = binnen.vooraf
    wissen = tabel("wissen")
    delen = [
        tekst("bot.soort_persoon"),
        tekst("bot.soort_bsn"),
        "[naam], [bsn]",
        tekst("bot.geen_naam_hulp"),
        wissen.get(kanaal, wissen["anders"]),
    ]
    woorden = gezegde(gezegd).tekst
    for deel in delen:
        assert deel in woorden
    assert "Karim" not in woorden


def test_zonder_naam_geen_hulp_bij_een_naam() -> None:
    [gezegd] = ontvang("bel 06-12345678").vooraf
    assert tekst("bot.geen_naam_hulp") not in gezegde(gezegd).tekst


@pytest.mark.parametrize(
    "kenmerk",
    [
        "Z-2026-0381",
        "DSP/2026/114",
        "dossier 4711",
        "RO-2026-00381",
        "AB-2026-12",
        "dossier 2026/1143",
        "zaak 4471",
        "zaaknummer 2026.061.84.377",
    ],
)
def test_een_eigen_kenmerk_mag(kenmerk: str) -> None:
    assert ontvang(f"Mijn kenmerk is {kenmerk}.").vooraf == ()
    assert ontvang(kenmerk).vooraf == ()


@pytest.mark.parametrize(
    ("kenmerk", "wordt"),
    [
        ("dossier 123456782", "dossier [bsn]"),
        ("Z-2026-123456782", "Z-2026-[bsn]"),
        ("zaak 06-48219735", "zaak [telefoon]"),
        ("kenmerk Z-2026-06-48219735", "kenmerk Z-2026-[telefoon]"),
        ("zaak 4471 van Karim", "zaak 4471 van [naam]"),
    ],
)
def test_een_nummer_van_iemand_mag_ook_in_een_kenmerk_niet(kenmerk: str, wordt: str) -> None:
    assert ontvang(kenmerk).tekst == wordt


async def test_het_gesprek_gaat_gewoon_verder(gesprekken: Gesprekken, sqlite: SqliteOpslag) -> None:
    reactie = await na(gesprekken.beurt(ANNE, "g", "Karim is 18"))
    assert zinnen(reactie)[1:] == ["Genoteerd: [naam] is 18", vraagtekst(2)]
    assert await antwoorden(sqlite) == ["[naam] is 18"]


# --- een ingevuld formulier


def test_een_formulier_wordt_overal_afgeschermd() -> None:
    waarden, binnen = ontvang_formulier(
        {
            "omschrijving": "Karim is 18, bsn 123456782",
            "gegevens": ["verslag van Karim", "mail k@voorbeeld.nl", "rapport"],
            "leeftijd": 18,
            "van": None,
            "gevoelig": True,
        },
        "web",
    )
    assert waarden == {
        "omschrijving": "[naam] is 18, bsn [bsn]",
        "gegevens": ["verslag van [naam]", "mail [e-mail]", "rapport"],
        "leeftijd": 18,
        "van": None,
        "gevoelig": True,
    }
    [gezegd] = binnen.vooraf
    woorden = gezegde(gezegd).tekst
    for soort in ("persoon", "bsn", "email"):
        assert tekst(f"bot.soort_{soort}") in woorden
    assert "Karim" not in woorden
    assert binnen.namen == ("Karim", "Karim")


def test_een_formulier_zonder_namen_komt_er_zo_in() -> None:
    waarden, binnen = ontvang_formulier({"leeftijd": 18, "gegevens": ["rapport", "a\x00b"]})
    assert waarden == {"leeftijd": 18, "gegevens": ["rapport", "ab"]}
    assert binnen.vooraf == ()
    assert binnen.tekst is not None


def test_een_te_lange_tekst_in_een_formulier_komt_er_niet_in() -> None:
    for waarde in ("x" * 5000, ["kort", "x" * 5000]):
        waarden, binnen = ontvang_formulier({"omschrijving": waarde})
        assert waarden == {}
        assert binnen.tekst is None
        assert len(binnen.vooraf) == 1


def test_een_te_lange_lijst_wordt_niet_een_kortere_die_wel_kan() -> None:
    waarden, _ = ontvang_formulier({"doel": ["anders"] * 1000})
    assert not all(isinstance(deel, str) for deel in waarden["doel"])


async def test_een_formulier_gaat_afgeschermd_verder_en_kent_een_vals_alarm(
    sqlite: SqliteOpslag,
) -> None:
    gesprekken = richt_in(sqlite, klok, Teller()).gesprekken

    async def vul(sleutel: str, waarde: Any) -> list[str]:
        dossier = (await na(gesprekken.bekijk(ANNE, "g"))).dossier
        assert dossier is not None
        formulier = Ingevuld({sleutel: waarde})
        return zinnen(await na(gesprekken.beurt(ANNE, "g", formulier, bij=plek(dossier))))

    gezegd = await vul("omschrijving", CUE)
    assert tekst("bot.soort_persoon") in gezegd[0]
    assert await antwoorden(sqlite) == [CUE.replace("Zwabber", "[naam]")]

    await na(gesprekken.beurt(ANNE, "g", "dat is geen naam"))
    await na(gesprekken.beurt(ANNE, "g", "wijzig beschrijving"))
    await vul("omschrijving", f"Karim belde. {CUE}")
    assert await antwoorden(sqlite) == [f"[naam] belde. {CUE}"]


# --- een vals alarm


async def test_een_vals_alarm_wordt_onthouden(gesprekken: Gesprekken) -> None:
    eerst = await na(gesprekken.beurt(ANNE, "g", CUE))
    assert "Genoteerd: leerling [naam] gaat werken bij ons" in zinnen(eerst)
    melding = await na(gesprekken.beurt(ANNE, "g", "Dat is geen naam!"))
    assert zinnen(melding) == [tekst("bot.geen_naam_onthouden"), vraagtekst(2)]
    daarna = await na(gesprekken.beurt(ANNE, "g", CUE))
    assert zinnen(daarna)[0] == f"Genoteerd: {CUE}"


async def test_een_vals_alarm_met_het_woord_erbij(gesprekken: Gesprekken) -> None:
    melding = await na(gesprekken.beurt(ANNE, "g", "leerling Zwabber is geen naam"))
    assert zinnen(melding)[0] == tekst("bot.geen_naam_onthouden")
    assert zinnen(await na(gesprekken.beurt(ANNE, "g", CUE)))[0] == f"Genoteerd: {CUE}"


async def test_een_vals_alarm_blijft_na_een_herstart(sqlite: SqliteOpslag) -> None:
    eerste = richt_in(sqlite, klok, Teller(), NepDialoog()).gesprekken
    await na(eerste.beurt(ANNE, "g", CUE))
    await na(eerste.beurt(ANNE, "g", "dat is geen naam"))
    tweede = richt_in(sqlite, klok, Teller(), NepDialoog()).gesprekken
    assert zinnen(await na(tweede.beurt(ANNE, "g", CUE)))[0] == f"Genoteerd: {CUE}"


@pytest.mark.parametrize(("wie", "gesprek"), [(ANNE, "ander"), (BAS, "g")])
async def test_een_vals_alarm_geldt_alleen_in_dat_gesprek(
    gesprekken: Gesprekken, wie: Wie, gesprek: str
) -> None:
    await na(gesprekken.beurt(ANNE, "g", CUE))
    await na(gesprekken.beurt(ANNE, "g", "dat is geen naam"))
    daarna = await na(gesprekken.beurt(wie, gesprek, CUE))
    assert "Genoteerd: leerling [naam] gaat werken bij ons" in zinnen(daarna)


async def test_een_vals_alarm_spaart_andere_namen_niet(gesprekken: Gesprekken) -> None:
    await na(gesprekken.beurt(ANNE, "g", CUE))
    await na(gesprekken.beurt(ANNE, "g", "dat is geen naam"))
    daarna = await na(gesprekken.beurt(ANNE, "g", "Karim en leerling Zwabber, bsn 123456782"))
    assert "Genoteerd: [naam] en leerling Zwabber, bsn [bsn]" in zinnen(daarna)


TWEE: Final = "leerling Zwabber gaat werken, leerling Kwibus wil leren"
"""Two names that are none."""


async def test_van_meer_namen_vragen_we_welke_en_laten_we_er_geen_los(
    gesprekken: Gesprekken,
) -> None:
    await na(gesprekken.beurt(ANNE, "g", TWEE))
    melding = await na(gesprekken.beurt(ANNE, "g", "dat is geen naam"))
    assert zinnen(melding) == [tekst("bot.geen_naam_welke_van"), vraagtekst(2)]
    nog_eens = await na(gesprekken.beurt(ANNE, "g", TWEE))
    assert "Genoteerd: leerling [naam] gaat werken, leerling [naam] wil leren" in zinnen(nog_eens)


@pytest.mark.parametrize(
    "welke", ["Zwabber", "zwabber!", "Zwabber is geen naam", "het woord zwabber is geen naam"]
)
async def test_wie_zegt_welke_laat_alleen_die_los(gesprekken: Gesprekken, welke: str) -> None:
    await na(gesprekken.beurt(ANNE, "g", TWEE))
    await na(gesprekken.beurt(ANNE, "g", "dat is geen naam"))
    melding = await na(gesprekken.beurt(ANNE, "g", welke))
    assert zinnen(melding) == [tekst("bot.geen_naam_onthouden"), vraagtekst(2)]
    daarna = await na(gesprekken.beurt(ANNE, "g", TWEE))
    assert "Genoteerd: leerling Zwabber gaat werken, leerling [naam] wil leren" in zinnen(daarna)


async def test_wie_meteen_zegt_welke_wordt_niets_gevraagd(gesprekken: Gesprekken) -> None:
    await na(gesprekken.beurt(ANNE, "g", TWEE))
    melding = await na(gesprekken.beurt(ANNE, "g", "kwibus is geen naam"))
    assert zinnen(melding)[0] == tekst("bot.geen_naam_onthouden")
    daarna = await na(gesprekken.beurt(ANNE, "g", TWEE))
    assert "Genoteerd: leerling [naam] gaat werken, leerling Kwibus wil leren" in zinnen(daarna)


async def test_een_naam_is_zonder_die_vraag_een_antwoord(gesprekken: Gesprekken) -> None:
    await na(gesprekken.beurt(ANNE, "g", TWEE))
    antwoord = await na(gesprekken.beurt(ANNE, "g", "Zwabber"))
    assert tekst("bot.geen_naam_onthouden") not in zinnen(antwoord)


async def test_dezelfde_naam_twee_keer_is_een_naam(gesprekken: Gesprekken) -> None:
    await na(
        gesprekken.beurt(ANNE, "g", "leerling Zwabber gaat werken en leerling Zwabber wil leren")
    )
    melding = await na(gesprekken.beurt(ANNE, "g", "dat is geen naam"))
    assert zinnen(melding)[0] == tekst("bot.geen_naam_onthouden")


async def test_zonder_iets_om_te_onthouden_vragen_we_welk_woord(gesprekken: Gesprekken) -> None:
    melding = await na(gesprekken.beurt(ANNE, "g", "dat is geen naam"))
    assert zinnen(melding) == [tekst("bot.geen_naam_welke"), vraagtekst(1)]


async def test_wat_onthouden_wordt_staat_nergens_leesbaar(
    gesprekken: Gesprekken, sqlite: SqliteOpslag
) -> None:
    await na(gesprekken.beurt(ANNE, "g", CUE))
    await na(gesprekken.beurt(ANNE, "g", "dat is geen naam"))
    document = await sqlite.laad(ANNE.gesprek("g"))
    assert document is not None
    assert document.inhoud["geen_namen"] == list(afdrukken(ANNE.gesprek("g"), ["Zwabber"]))
    assert "zwabber" not in str(document.inhoud).lower()


@pytest.mark.parametrize("zin", ["Ik noem geen naam", "er staat geen naam", "nee, geen namen"])
def test_een_gewone_zin_is_geen_melding(zin: str) -> None:
    assert not is_melding(zin)


def test_wat_net_is_afgeschermd_blijft_niet_groeien() -> None:
    net = NetAfgeschermd()
    for nummer in range(5000):
        net.onthoud(str(nummer), ("Karim",))
    assert net.laatste("0") == ()
    assert net.laatste("4999") == ("Karim",)
    net.vergeet("4999")
    assert net.laatste("4999") == ()


async def test_er_worden_niet_eindeloos_woorden_onthouden(
    gesprekken: Gesprekken, sqlite: SqliteOpslag
) -> None:
    for nummer in range(MEESTE // 20 + 2):
        namen = " en ".join(f"leerling Qu{chr(97 + nummer)}{chr(97 + n)}zo" for n in range(20))
        await na(gesprekken.beurt(ANNE, "g", namen))
        await na(gesprekken.beurt(ANNE, "g", f"{namen} zijn geen namen"))
    document = await sqlite.laad(ANNE.gesprek("g"))
    assert document is not None
    assert len(document.inhoud["geen_namen"]) == MEESTE


# --- in Teams: meelezers, bewerkte berichten, bestanden, citaten


class InTeams:
    """Somebody at Teams, in a conversation of the kind given."""

    def __init__(self, client: Any, namaak: Connector, kern: Kern) -> None:
        self.client = client
        self.connector = namaak
        self.kern = kern

    async def klikt(self, label: str, soort: str = "personal") -> list[str]:
        """Click a button of the last message that has any."""
        laatste = [a for a in self.connector.ontvangen if a.get("attachments")][-1]
        knoppen = laatste["attachments"][0]["content"]["buttons"]
        [knop] = [knop for knop in knoppen if knop["title"] == label]
        return await self.zegt(knop["text"], soort, value=knop.get("value"))

    async def zegt(self, zin: str | None, soort: str = "personal", **anders: Any) -> list[str]:
        voor = len(self.connector.ontvangen)
        gesprek = {"id": soort, "conversationType": soort, "tenantId": "t"}
        activiteit = self.connector.activiteit(zin, conversation=gesprek) | anders
        assert (await self.client.post(PAD, json=activiteit)).status == 200
        await self.kern.bezorging.rust()
        return self.connector.teksten()[voor:]


@pytest.fixture
async def teams(sqlite: SqliteOpslag) -> AsyncIterator[InTeams]:
    kern = richt_in(sqlite, klok, Teller())
    server = TestServer(webserver(kern), host="127.0.0.1")
    async with connector() as namaak, TestClient(server) as client:
        yield InTeams(client, namaak, kern)


@pytest.mark.parametrize("soort", ["channel", "groupChat"])
async def test_in_een_kanaal_zeggen_we_een_keer_dat_anderen_meelezen(
    teams: InTeams, soort: str
) -> None:
    meelezen = tekst("bot.anderen_lezen_mee")
    assert meelezen in await teams.zegt("hallo", soort)
    assert meelezen not in await teams.zegt("overslaan", soort)


async def test_onder_vier_ogen_zeggen_we_dat_niet(teams: InTeams) -> None:
    assert tekst("bot.anderen_lezen_mee") not in await teams.zegt("hallo")


async def test_een_groep_zonder_soort_is_ook_een_groep(teams: InTeams) -> None:
    gesprek = {"id": "g", "isGroup": True, "tenantId": "t"}
    assert tekst("bot.anderen_lezen_mee") in await teams.zegt("hallo", conversation=gesprek)


async def test_in_een_kanaal_komt_niets_over_de_jongere(teams: InTeams) -> None:
    eigen_woorden = "De jongere blijft weg na een ruzie"
    await teams.zegt("hallo", "channel")
    await teams.zegt(eigen_woorden, "channel")
    for vraag in ("samenvatting", "wijzig beschrijving"):
        gezegd = await teams.zegt(vraag, "channel")
        assert tekst("bot.niet_hier") in gezegd
        assert not any(eigen_woorden in zin for zin in gezegd)


_REGEL = Onderwerpregel(onderwerp="ontvanger", tekst="gemeente")
BLIJFT: Final[tuple[Gezegde, ...]] = (
    Zin(sleutel="gesprek.help"),
    waarschuwing("bot.leeg"),
    Redenen(redenen=(("leeftijd", "Daarom."),), bronnen=()),
    Uitzoeken(regels=(_REGEL,)),
    Onderwerp(id="begrip-uwv"),
)
NIET_HIER: Final[tuple[Gezegde, ...]] = (
    Zin(sleutel="misverstaan.meer", invulling={"mogelijkheden": "18"}, over_jongere=True),
    Genoteerd(regels=(_REGEL,)),
    Gewijzigd(regels=(_REGEL,)),
    Huidig(antwoord="18"),
    Tussenconclusie(stap=1, doel=None, titel="Stap 1", conclusie="Geen.", regels=(), bronnen=()),
    Gevolg(alineas=("Dan wel.",)),
    Bewaarde(kenmerk="WW-2026-0001", markdown="# Weging"),
    Wegingen(regels=(Wegingregel(kenmerk="WW-2026-0001", datum=klok().date(), titel="x"),)),
    Nagerekend(markdown="gelijk"),
)


@pytest.mark.parametrize(
    "deel", [*BLIJFT, *NIET_HIER], ids=lambda deel: f"{deel.soort}-{deel.over_jongere}"
)
def test_wat_in_een_kanaal_blijft(deel: Gezegde) -> None:
    getoond = beeld(None, [deel], meelezers=True).gezegd
    assert (getoond == (deel,)) is (deel in BLIJFT)


# Names of data items are stored without '@'.
_NAMEN = st.text(st.characters(exclude_characters="@"), min_size=4, max_size=30)


@given(st.lists(_NAMEN, min_size=1, max_size=4, unique=True))
def test_een_dossier_voor_meelezers_houdt_niets_van_wie_weegt(namen: list[str]) -> None:
    antwoorden_ = {
        "gegevens": Antwoord(waarde=namen),
        "omschrijving": Antwoord(waarde="blijft weg na een ruzie"),
        "nodig@anders": Antwoord(waarde=namen[:1]),
        **{f"soort:{naam}": Antwoord(waarde=["gezondheid"]) for naam in namen},
    }
    dossier = Dossier(id="d", begonnen=klok().date(), antwoorden=antwoorden_)
    dossier = dossier.wachtend(OpVraag(vraag=f"soort:{namen[-1]}"))
    getoond = voor_meelezers(dossier)
    assert "ruzie" not in getoond.model_dump_json()
    eigen = {tekst("bot.gegeven_nummer", nummer=str(n)) for n in range(1, len(namen) + 1)}
    assert set(getoond.antwoorden["gegevens"].waarde) == eigen
    assert {s for s in getoond.antwoorden if s.startswith("soort:")} == {
        f"soort:{naam}" for naam in eigen
    }
    assert getoond.stand.vraag == f"soort:{tekst('bot.gegeven_nummer', nummer=str(len(namen)))}"


async def test_wat_begrepen_is_komt_niet_in_een_kanaal_maar_telt_pas_na_een_antwoord(
    teams: InTeams,
) -> None:
    await teams.zegt("hallo", "channel")
    gezegd = await teams.zegt("Meisje van 18, gestopt met entree.", "channel")
    assert any(tekst("bot.begrepen_niet_hier") in zin for zin in gezegd)
    assert not any("18" in zin for zin in gezegd)
    gezegd = await teams.zegt("nee", "channel")
    assert any(tekst("bundels.route.kop") in zin for zin in gezegd)


async def test_twee_lezingen_komen_ook_niet_in_een_kanaal(teams: InTeams) -> None:
    await teams.zegt("hallo", "channel")
    gezegd = await teams.zegt("Hij is 18. Volgens school is hij 19. Hij doet entree.", "channel")
    assert any(tekst("bot.twijfel_niet_hier") in zin for zin in gezegd)
    assert not any("19" in zin for zin in gezegd)
    gezegd = await teams.zegt("weet ik niet", "channel")
    assert any(tekst("bot.begrepen_niet_hier") in zin for zin in gezegd)


@pytest.mark.parametrize("gegeven", ["zijn opname in de kliniek", "ADD"])
async def test_een_gegeven_heet_in_een_kanaal_naar_zijn_nummer(
    teams: InTeams, gegeven: str
) -> None:
    for zin in ("hallo", "overslaan", "geven, mbo, gemeente, begeleiding naar werk"):
        await teams.zegt(zin, "channel")
    gezegd = await teams.zegt(gegeven, "channel")
    assert not any(gegeven in zin for zin in gezegd)
    assert any(tekst("bot.gegeven_nummer", nummer="1") in zin for zin in gezegd)


TWEE_GEGEVENS: Final = (
    *("hallo", "overslaan", "geven, mbo, gemeente, begeleiding naar werk"),
    *("diagnose bij de psycholoog, adres", "nee", "ja"),
)


async def test_een_knop_over_een_gegeven_werkt_ook_in_een_kanaal(teams: InTeams) -> None:
    for zin in TWEE_GEGEVENS:
        await teams.zegt(zin, "channel")
    naam = {n: tekst("bot.gegeven_nummer", nummer=str(n)) for n in (1, 2)}
    gezegd = await teams.klikt(tekst("keuzes.soort.gezondheid"), "channel")
    assert any(naam[2] in zin for zin in gezegd)
    await teams.zegt("1", "channel")
    soort = tekst("vragen.soort.onderwerp")
    for zeg in (teams.klikt, teams.zegt):
        await teams.zegt(f"wijzig {soort}", "channel")
        gezegd = await zeg(f"{soort}: {naam[2]}", "channel")
        assert any(f"'{naam[2]}'" in zin for zin in gezegd), zeg


async def test_wat_over_een_gegeven_bekend_is_komt_niet_in_een_kanaal(teams: InTeams) -> None:
    zinnen_ = (
        *("2", "1", "geen", "17, mbo-2 bol, ingeschreven, geen startkwalificatie"),
        *("geen", "1", "alle", "één voor één"),
    )
    gezegd: list[str] = []
    alles: list[str] = []
    for zin in (*TWEE_GEGEVENS, *zinnen_):
        gezegd = await teams.zegt(zin, "channel")
        alles += gezegd
    assert any(tekst("vragen.nodig.vraag") in zin for zin in gezegd)
    for hint in ("behandeling", "contact"):
        assert not any(tekst(f"hints.{hint}.zin") in zin for zin in alles)
    gezegd = await teams.zegt(tekst("bot.gegeven_nummer", nummer="2"), "channel")
    assert any(tekst("vragen.nodig_reden.vraag") in zin for zin in gezegd)


async def test_onder_vier_ogen_zie_je_je_samenvatting(teams: InTeams) -> None:
    await teams.zegt("hallo")
    await teams.zegt("De jongere blijft weg na een ruzie")
    assert any("na een ruzie" in zin for zin in await teams.zegt("samenvatting"))


async def test_alleen_de_eigen_berichten_van_wie_weegt_zijn_antwoorden(
    teams: InTeams, sqlite: SqliteOpslag
) -> None:
    await teams.zegt("hallo", "channel")
    await teams.zegt("overslaan", "channel")
    ander = {"from": {"id": "29:bas", "name": "Bas"}}
    van_bas = await teams.zegt("krijgen", "channel", **ander)
    assert tekst("bot.anderen_lezen_mee") in van_bas, "Bas begint bij het begin"
    voor = await sqlite.laad(Wie("teams", "29:anne", via="msteams").gesprek("channel"))
    for zin in ("1", "ja", "/weegwijzer 1", "opnieuw"):
        await teams.zegt(zin, "channel", **ander)
    assert await sqlite.laad(Wie("teams", "29:anne", via="msteams").gesprek("channel")) == voor
    waar = await teams.zegt("/weegwijzer waar ben ik", "channel")
    assert any(tekst("gesprek.aantal_een", aantal="1") in zin for zin in waar)


async def test_een_bewerkt_bericht_verandert_niets(teams: InTeams, sqlite: SqliteOpslag) -> None:
    await teams.zegt("hallo")
    voor = await sqlite.laad(Wie("teams", "29:anne", via="msteams").gesprek("personal"))
    gezegd = await teams.zegt("Karim is ziek", type="messageUpdate")
    assert tekst("bot.bewerkt") in gezegd
    assert tekst("bot.soort_persoon") in gezegd[0]
    assert await sqlite.laad(Wie("teams", "29:anne", via="msteams").gesprek("personal")) == voor


async def test_een_citaat_is_geen_bestand_en_geen_antwoord(teams: InTeams) -> None:
    await teams.zegt("hallo")
    bijlage = [{"contentType": "messageReference", "content": "iets"}]
    gezegd = await teams.zegt("<blockquote>geven</blockquote>overslaan", attachments=bijlage)
    assert tekst("bot.geen_bestand") not in gezegd
    assert any(tekst("bundels.route.kop") in zin for zin in gezegd)


# --- het logboek


async def test_een_gegeven_staat_niet_in_het_logboek(
    sqlite: SqliteOpslag, caplog: pytest.LogCaptureFixture
) -> None:
    class BijGegeven(NepDialoog):
        def beantwoord(self, dossier: Dossier, uiting: Uiting, nu: dt.datetime) -> Beurt:
            verder = dossier.wachtend(OpVraag(vraag="soort:verslag over rood haar"))
            kapot = uiting == Gezegd("kapot")
            return super().beantwoord(verder, uiting, nu) if kapot else Beurt(verder)

    gesprekken = richt_in(sqlite, klok, Teller(), BijGegeven()).gesprekken
    await na(gesprekken.beurt(ANNE, "g", "hallo"))
    await na(gesprekken.beurt(ANNE, "g", "kapot"))
    assert "beurt mislukt bij vraag soort\n" in caplog.text
    assert "rood haar" not in caplog.text
