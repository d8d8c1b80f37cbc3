"""Na het besluit: een volgende versie van een weging, en de keten van versies."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.gesprekken import Gesprekken
from bot.opslag.sqlite import SqliteOpslag
from bot.opstarten import richt_in
from dialogs.beeld.als_tekst import berichten
from dialogs.beeld.gezegd import Nagerekend
from dialogs.beurt.herwegen import herweeg
from dialogs.dossier.wacht import BevestigWeging, OpLijst
from dialogs.gesprek import nieuw
from dialogs.samenvatting import Aanvulregel, Samenvatting
from dialogs.samenvatting.versies import vervangt
from dialogs.teksten import tekst
from tests.bot.nep import ANNE, BAS, NU, Teller, klok
from tests.bot.test_na_bewaren import bewaar, dossier, gezegd, zeg

EERSTE = "WW-2026-0001"
TWEEDE = "WW-2026-0001-v2"


@pytest.fixture
def gesprekken(sqlite: SqliteOpslag) -> Gesprekken:
    return richt_in(sqlite, klok, Teller()).gesprekken


async def record(gesprekken: Gesprekken, kenmerk: str) -> Samenvatting:
    weging = await gesprekken.weging(ANNE, kenmerk)
    assert weging is not None
    return Samenvatting.model_validate(weging.gegevens)


async def kenmerken(gesprekken: Gesprekken) -> list[str]:
    return [regel.kenmerk for regel in await gesprekken.wegingen(ANNE)]


async def geweigerd(gesprekken: Gesprekken) -> None:
    """Keep, change the consent, and keep again with a reason from the list."""
    await bewaar(gesprekken)
    await zeg(gesprekken, "wijzig toestemming", "nee")
    gevraagd = await zeg(gesprekken, "bewaar")
    assert isinstance(dossier(gevraagd).stand.wacht, OpLijst)
    await zeg(gesprekken, "3")


async def test_wat_na_het_bewaren_verandert_wordt_een_volgende_versie(
    gesprekken: Gesprekken,
) -> None:
    await geweigerd(gesprekken)
    assert await kenmerken(gesprekken) == [TWEEDE, EERSTE]
    toen, nu = await record(gesprekken, EERSTE), await record(gesprekken, TWEEDE)
    assert toen.vervangt is None
    assert nu.vervangt is not None
    assert nu.vervangt.kenmerk == EERSTE
    assert toen.ontvangstbewijs is not None
    assert nu.vervangt.sha256 == toen.ontvangstbewijs.sha256
    assert nu.vervangt.reden == tekst("versies.reden_geweigerd")
    assert [(v.was, v.werd) for v in nu.vervangt.veranderd if v.sleutel == "toestemming"] == [
        ("Nog niet gevraagd", "Nee, of toestemming ingetrokken")
    ]


async def test_opnieuw_bewaren_zonder_reden_vraagt_ernaar_en_bewaart_niets(
    gesprekken: Gesprekken,
) -> None:
    await bewaar(gesprekken)
    await zeg(gesprekken, "wijzig toestemming", "nee", "bewaar")
    assert await kenmerken(gesprekken) == [EERSTE]
    await zeg(gesprekken, "bewaar omdat de jongere zich bedacht")
    nu = await record(gesprekken, TWEEDE)
    assert nu.vervangt is not None
    assert nu.vervangt.reden == "de jongere zich bedacht"


async def test_de_lijst_zegt_wat_vervangen_is(gesprekken: Gesprekken) -> None:
    await geweigerd(gesprekken)
    [lijst] = berichten((await zeg(gesprekken, "mijn wegingen")).beeld)[:1]
    assert tekst("versies.lijst", versie="2", vervangt=EERSTE) in lijst.tekst


async def test_terug_naar_wat_het_was_is_ook_een_versie(gesprekken: Gesprekken) -> None:
    await geweigerd(gesprekken)
    await zeg(gesprekken, "wijzig toestemming", "nog niet gevraagd", "bewaar", "2")
    assert (await kenmerken(gesprekken))[0] == "WW-2026-0001-v3"
    derde = await record(gesprekken, "WW-2026-0001-v3")
    assert derde.vervangt is not None
    assert derde.vervangt.kenmerk == TWEEDE


async def test_opnieuw_wegen_geeft_dezelfde_antwoorden_en_hetzelfde_oordeel(
    gesprekken: Gesprekken,
) -> None:
    oud = dossier(await bewaar(gesprekken))
    await zeg(gesprekken, "opnieuw")
    weer = dossier(await zeg(gesprekken, f"weeg {EERSTE} opnieuw"))
    assert weer.antwoorden == oud.antwoorden
    assert weer.stand.bewaard_als == EERSTE
    await zeg(gesprekken, "wijzig toestemming", "nee", "bewaar", "3")
    assert await kenmerken(gesprekken) == [TWEEDE, EERSTE]


async def test_wat_na_het_oordeel_is_ingevuld_komt_terug_en_telt_als_verandering(
    sqlite: SqliteOpslag, gesprekken: Gesprekken
) -> None:
    await bewaar(gesprekken)
    record_ = (await record(gesprekken, EERSTE)).model_copy(
        update={
            "aanvulling": (
                Aanvulregel(
                    sleutel="organisatie",
                    groep="wie",
                    naam="Organisatie",
                    waarde="roc",
                    antwoord="roc",
                ),
            )
        }
    )
    weer = herweeg(nieuw("x", NU.date()), EERSTE, record_.model_dump(mode="json"), NU).dossier
    assert weer.aanvulling == {"organisatie": "roc"}
    zonder = record_.model_copy(update={"aanvulling": None})
    [anders] = vervangt(zonder.model_dump(mode="json"), EERSTE, record_, "x").veranderd
    assert (anders.was, anders.werd) == (None, "roc")


async def test_een_oude_versie_verloopt_niet_zolang_een_nieuwe_er_is(sqlite: SqliteOpslag) -> None:
    gesprekken = richt_in(sqlite, klok, Teller()).gesprekken
    await geweigerd(gesprekken)
    await sqlite._vraag("UPDATE weging SET datum = '2020-01-01' WHERE kenmerk = ?", EERSTE)
    verlopen = gesprekken._verlopen
    for dagen in (0, 30):
        await verlopen.ruim(NU + dt.timedelta(days=dagen))
    assert await kenmerken(gesprekken) == [TWEEDE, EERSTE]
    await verlopen.ruim(NU + dt.timedelta(days=400))
    assert await kenmerken(gesprekken) == []


async def test_opnieuw_wegen_van_een_vervangen_versie_komt_na_de_laatste(
    gesprekken: Gesprekken,
) -> None:
    await geweigerd(gesprekken)
    await zeg(gesprekken, f"weeg {EERSTE} opnieuw", "wijzig functie", "mentor", "bewaar", "4")
    derde = await record(gesprekken, "WW-2026-0001-v3")
    assert derde.vervangt is not None
    assert derde.vervangt.kenmerk == TWEEDE


async def test_wat_niet_bewaard_is_gaat_niet_ongevraagd_weg(gesprekken: Gesprekken) -> None:
    await bewaar(gesprekken)
    await zeg(gesprekken, "wijzig toestemming", "nee")
    reactie = await zeg(gesprekken, f"weeg {EERSTE} opnieuw")
    assert isinstance(dossier(reactie).stand.wacht, BevestigWeging)
    assert dossier(await zeg(gesprekken, "ja")).stand.bewaard_als == EERSTE


async def test_een_weging_van_een_ander_weegt_niemand_opnieuw(gesprekken: Gesprekken) -> None:
    await bewaar(gesprekken)
    reactie = await zeg(gesprekken, f"weeg {EERSTE} opnieuw", wie=BAS)
    assert "gesprek.niet_gevonden" in gezegd(reactie)
    assert dossier(reactie).antwoorden == {}


async def test_narekenen_kijkt_of_de_keten_klopt(
    gesprekken: Gesprekken, sqlite: SqliteOpslag
) -> None:
    await geweigerd(gesprekken)

    async def keten() -> str:
        [deel] = (await zeg(gesprekken, "nareken WW-2026-0001 versie 2")).beeld.gezegd
        assert isinstance(deel, Nagerekend)
        return deel.markdown

    assert tekst("narekenen.keten.klopt", kenmerk=EERSTE) in await keten()
    await sqlite._vraag(
        "UPDATE weging SET gegevens = json_set(gegevens, '$.ontvangstbewijs.sha256', 'x')"
        " WHERE kenmerk = ?",
        EERSTE,
    )
    assert tekst("narekenen.keten.klopt_niet", kenmerk=EERSTE) in await keten()


@pytest.mark.parametrize("kenmerk", [EERSTE, TWEEDE])
async def test_verwijderen_haalt_alle_versies_weg(gesprekken: Gesprekken, kenmerk: str) -> None:
    await geweigerd(gesprekken)
    weg = await zeg(gesprekken, f"verwijder {kenmerk}", "ja")
    assert await kenmerken(gesprekken) == []
    assert dossier(weg).antwoorden == {}
    assert dossier(weg).stand.kenmerken == ()


async def test_de_lijst_zegt_wat_je_opnieuw_bekijkt(sqlite: SqliteOpslag) -> None:
    """Of what is replaced nothing is said, and what was worked out holds for a day."""
    dag = [NU]
    gesprekken = richt_in(sqlite, lambda: dag[0], Teller()).gesprekken
    await geweigerd(gesprekken)
    assert await gesprekken.let_op(ANNE, await gesprekken.wegingen(ANNE)) == {TWEEDE: ()}
    dag[0] = NU + dt.timedelta(days=3 * 366)
    regels = await gesprekken.wegingen(ANNE)
    let_op = await gesprekken.let_op(ANNE, regels)
    assert [len(zinnen) for zinnen in let_op.values()] == [1]
    assert await gesprekken.let_op(BAS, regels) == {TWEEDE: ()}, "van een ander zie je niets"
    getoond = " ".join(b.tekst for b in berichten((await zeg(gesprekken, "mijn wegingen")).beeld))
    assert let_op[TWEEDE][0] in getoond
