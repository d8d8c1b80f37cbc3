"""Wat elke opslag belooft van wat er uit moet, en van wat er binnenkwam."""

import asyncio
import datetime as dt
from typing import Any

import pytest

from bot.opslag.poort import BerichtGezien, Opslag, OpslagConflict
from bot.opslag.uitgaand import Uitgaand, Vastlegging, Zending
from tests.bot.nep import NU

HUUR = dt.timedelta(seconds=30)
KANALEN = ("teams",)


def na(seconden: float) -> dt.datetime:
    return NU + dt.timedelta(seconds=seconden)


def uit(*woorden: str, toont: str | None = None, **anders: Any) -> tuple[Uitgaand, ...]:
    """Say these words; `toont` belongs to the last."""
    laatste = len(woorden) - 1
    return tuple(
        Uitgaand("teams", {"tekst": woord}, toont if nummer == laatste else None, **anders)
        for nummer, woord in enumerate(woorden)
    )


async def zeg(opslag: Opslag, *woorden: str, sleutel: str = "g", **anders: Any) -> None:
    bericht_id = anders.pop("bericht_id", None)
    wat = Vastlegging(sleutel, NU, uit=uit(*woorden, **anders), bericht_id=bericht_id)
    await opslag.leg_vast(wat)


async def neem(opslag: Opslag, nu: dt.datetime = NU, hoeveel: int = 10) -> list[Zending]:
    return list(await opslag.neem(KANALEN, nu, nu + HUUR, hoeveel))


def woorden(zendingen: list[Zending]) -> list[str]:
    return [zending.inhoud["tekst"] for zending in zendingen]


async def leeg(opslag: Opslag, nu: dt.datetime = NU) -> list[str]:
    """Deliver all that can be delivered; return it in order."""
    gezegd = []
    while genomen := await neem(opslag, nu, 1):
        volgende: Zending | None = genomen[0]
        while volgende is not None:
            gezegd += woorden([volgende])
            volgende = await opslag.bezorgd(volgende, nu, nu + HUUR)
    return gezegd


# --- in een keer vastleggen


async def test_antwoord_bericht_en_wat_eruit_moet_staan_er_samen(opslag: Opslag) -> None:
    versie = await opslag.leg_vast(Vastlegging("g", NU, {"n": 1}, None, uit("een"), "in-1"))
    document = await opslag.laad("g")
    assert document is not None
    assert (document.inhoud, document.versie) == ({"n": 1}, versie)
    assert await opslag.is_gezien("g", "in-1")
    assert await leeg(opslag) == ["een"]


@pytest.mark.parametrize(
    ("versie", "bericht_id", "fout"), [(7, "in-2", OpslagConflict), (1, "in-1", BerichtGezien)]
)
async def test_of_het_staat_er_helemaal_niet(
    opslag: Opslag, versie: int, bericht_id: str, fout: type[Exception]
) -> None:
    await opslag.leg_vast(Vastlegging("g", NU, {"n": 1}, None, uit("een"), "in-1"))
    with pytest.raises(fout):
        await opslag.leg_vast(
            Vastlegging("g", NU, {"n": 2}, versie, uit("twee"), bericht_id=bericht_id)
        )
    document = await opslag.laad("g")
    assert document is not None
    assert document.inhoud == {"n": 1}
    assert not await opslag.is_gezien("g", "in-2")
    assert await leeg(opslag) == ["een"]


async def test_wat_geen_json_is_laat_niets_achter(opslag: Opslag) -> None:
    raar = (Uitgaand("teams", {"tekst": "goed"}), Uitgaand("teams", {"tekst": object()}))
    with pytest.raises(TypeError):
        await opslag.leg_vast(Vastlegging("g", NU, {"n": 1}, None, raar, "in-1"))
    assert await opslag.laad("g") is None
    assert not await opslag.is_gezien("g", "in-1")
    assert await leeg(opslag) == []


async def test_iets_zeggen_zonder_dat_het_document_verandert(opslag: Opslag) -> None:
    versie = await opslag.bewaar("g", {"n": 1}, None)
    wat = Vastlegging("g", NU, None, versie, uit("een"), "in-1")
    assert await opslag.leg_vast(wat) == versie
    document = await opslag.laad("g")
    assert document is not None
    assert (document.inhoud, document.versie) == ({"n": 1}, versie)
    assert await leeg(opslag) == ["een"]


async def test_hetzelfde_bericht_in_een_ander_gesprek_is_een_ander(opslag: Opslag) -> None:
    await zeg(opslag, "een", bericht_id="in-1")
    assert not await opslag.is_gezien("ander", "in-1")
    await zeg(opslag, "twee", sleutel="ander", bericht_id="in-1")


async def test_met_een_gesprek_verhuist_wat_erbij_hoort(opslag: Opslag) -> None:
    await opslag.leg_vast(Vastlegging("oud", NU, {"n": 1}, None, uit("WW-2026-0001"), "in-1"))
    await zeg(opslag, "WW-2026-0001 van een ander", sleutel="ander", bericht_id="in-1")

    await opslag.verplaats("oud", "nieuw")

    assert await opslag.laad("oud") is None
    document = await opslag.laad("nieuw")
    assert document is not None
    assert document.inhoud == {"n": 1}
    assert await opslag.is_gezien("nieuw", "in-1")
    assert not await opslag.is_gezien("oud", "in-1")
    assert await opslag.is_gezien("ander", "in-1")
    assert await opslag.met_woord("WW-2026-0001") == ("ander", "nieuw")
    await opslag.verwijder("nieuw")
    assert await leeg(opslag) == ["WW-2026-0001 van een ander"]


async def test_een_gesprek_verhuist_niet_over_een_ander_heen(opslag: Opslag) -> None:
    await opslag.leg_vast(Vastlegging("oud", NU, {"n": 1}, None, uit("een"), "in-1"))
    await opslag.bewaar("nieuw", {"n": 2}, None)
    with pytest.raises(OpslagConflict):
        await opslag.verplaats("oud", "nieuw")
    assert await opslag.is_gezien("oud", "in-1")
    document = await opslag.laad("nieuw")
    assert document is not None
    assert document.inhoud == {"n": 2}


async def test_een_van_velen_die_hetzelfde_bericht_verwerken(opslag: Opslag) -> None:
    async def verwerk() -> bool:
        try:
            await zeg(opslag, "een", bericht_id="in-1")
        except BerichtGezien:
            return False
        return True

    assert sum(await asyncio.gather(*(verwerk() for _ in range(8)))) == 1
    assert await leeg(opslag) == ["een"]


# --- volgorde


async def test_van_een_gesprek_gaat_alleen_het_oudste(opslag: Opslag) -> None:
    await zeg(opslag, "een", "twee")
    await zeg(opslag, "drie")
    await zeg(opslag, "ander", sleutel="h")
    assert woorden(await neem(opslag)) == ["een", "ander"]
    assert await neem(opslag) == []


async def test_na_het_oudste_komt_het_volgende(opslag: Opslag) -> None:
    await zeg(opslag, "een", "twee")
    await zeg(opslag, "drie")
    assert await leeg(opslag) == ["een", "twee", "drie"]
    assert await opslag.uitgaand() == ()


async def test_er_wordt_niet_meer_genomen_dan_gevraagd(opslag: Opslag) -> None:
    for sleutel in "abc":
        await zeg(opslag, sleutel, sleutel=sleutel)
    assert woorden(await neem(opslag, hoeveel=2)) == ["a", "b"]
    assert woorden(await neem(opslag, hoeveel=2)) == ["c"]


async def test_een_ander_kanaal_is_van_een_ander(opslag: Opslag) -> None:
    await zeg(opslag, "een")
    assert await opslag.neem(("slack",), NU, NU + HUUR, 10) == ()


async def test_velen_die_tegelijk_nemen_krijgen_niet_hetzelfde(opslag: Opslag) -> None:
    for sleutel in "abcdefgh":
        await zeg(opslag, sleutel, sleutel=sleutel)
    genomen = await asyncio.gather(*(neem(opslag, hoeveel=3) for _ in range(5)))
    assert sorted(woord for deel in genomen for woord in woorden(deel)) == list("abcdefgh")


# --- huur, uitstel en opgeven


async def test_wie_het_niet_afmaakt_verliest_het(opslag: Opslag) -> None:
    await zeg(opslag, "een")
    [eerste] = await neem(opslag)
    assert await neem(opslag, na(29)) == []
    [tweede] = await neem(opslag, na(30))
    assert (eerste.pogingen, tweede.pogingen) == (1, 2)
    # Who lost it has no say in it any more.
    await opslag.stel_uit(eerste, na(1000), "laat")
    await opslag.geef_op(eerste, na(31), "laat")
    [regel] = await opslag.uitgaand()
    assert (regel.dood, regel.reden) == (None, "")
    # But delivered is delivered.
    await opslag.bezorgd(eerste, na(31), na(61))
    assert await opslag.uitgaand() == ()


async def test_uitstel_houdt_de_volgorde(opslag: Opslag) -> None:
    await zeg(opslag, "een")
    [een] = await neem(opslag)
    await opslag.stel_uit(een, na(5), "status 503")
    await zeg(opslag, "twee")
    assert await neem(opslag, na(4)) == []
    [regel, _] = await opslag.uitgaand()
    assert (regel.pogingen, regel.reden, regel.na) == (1, "status 503", na(5))
    assert await leeg(opslag, na(5)) == ["een", "twee"]


async def test_wat_opgegeven_is_blijft_en_houdt_niets_op(opslag: Opslag) -> None:
    await zeg(opslag, "een", "hoort bij een")
    await zeg(opslag, "twee")
    [een] = await neem(opslag)
    await opslag.geef_op(een, na(1), "status 403")
    assert await leeg(opslag, na(1)) == ["twee"]
    doden = await opslag.uitgaand()
    assert [(r.sleutel, r.pogingen, r.reden, r.dood) for r in doden] == [
        ("g", 1, "status 403", na(1)),
        ("g", 0, "status 403", na(1)),
    ]


async def test_een_dode_kan_herleven_of_weg(opslag: Opslag) -> None:
    await zeg(opslag, "een", "hoort bij een")
    [een] = await neem(opslag)
    assert not await opslag.herleef(een.nummer, NU), "die leeft nog"
    await opslag.geef_op(een, NU, "status 403")
    assert await opslag.herleef(een.nummer, na(1))
    assert await leeg(opslag, na(1)) == ["een", "hoort bij een"]
    await zeg(opslag, "twee")
    [regel] = await opslag.uitgaand()
    assert await opslag.wis_uitgaand(regel.nummer)
    assert not await opslag.wis_uitgaand(regel.nummer)
    assert not await opslag.herleef(regel.nummer, NU)
    assert await leeg(opslag) == []


async def test_een_nummer_komt_niet_terug(opslag: Opslag) -> None:
    await zeg(opslag, "een")
    [een] = await neem(opslag)
    await opslag.bezorgd(een, NU, NU + HUUR)
    await zeg(opslag, "twee")
    [twee] = await neem(opslag)
    assert twee.nummer > een.nummer


# --- later


async def test_een_herinnering_wacht_op_haar_tijd_en_houdt_niets_op(opslag: Opslag) -> None:
    await zeg(opslag, "morgen", vanaf=na(100))
    await zeg(opslag, "nu")
    assert await leeg(opslag) == ["nu"]
    assert await neem(opslag, na(99)) == []
    assert await leeg(opslag, na(100)) == ["morgen"]


async def test_een_herinnering_sterft_niet_met_het_antwoord(opslag: Opslag) -> None:
    beide = (*uit("nu"), *uit("morgen", vanaf=na(100)))
    await opslag.leg_vast(Vastlegging("g", NU, uit=beide))
    [nu] = await neem(opslag)
    await opslag.geef_op(nu, NU, "status 403")
    assert await leeg(opslag, na(100)) == ["morgen"]


# --- wat getoond is


async def test_getoond_is_wat_aankwam(opslag: Opslag) -> None:
    versie = await opslag.leg_vast(
        Vastlegging("g", NU, {"n": 1}, None, uit("een", "vraag", toont="plek-1"))
    )
    getoond = []
    for zending in (await neem(opslag), [None]):
        document = await opslag.laad("g")
        assert document is not None
        getoond.append(document.getoond)
        if zending[0] is not None:
            tweede = await opslag.bezorgd(zending[0], NU, NU + HUUR)
            assert tweede is not None
            await opslag.bezorgd(tweede, NU, NU + HUUR)
    assert getoond == [None, "plek-1"]
    # It is no new version, and who writes the document leaves it alone.
    assert await opslag.bewaar("g", {"n": 2}, versie) == (versie or 0) + 1
    document = await opslag.laad("g")
    assert document is not None
    assert document.getoond == "plek-1"


async def test_onderweg_tot_de_eerste_poging_mislukt(opslag: Opslag) -> None:
    assert not await opslag.onderweg("g", NU)
    await zeg(opslag, "morgen", vanaf=na(100))
    assert not await opslag.onderweg("g", NU)
    await zeg(opslag, "een", "twee")
    assert await opslag.onderweg("g", NU)
    [een] = await neem(opslag)
    assert await opslag.onderweg("g", na(29))
    assert await opslag.onderweg("g", na(31)), "wie het had kwam niet terug: het gaat zo nog eens"
    await opslag.stel_uit(een, na(5), "status 503")
    assert not await opslag.onderweg("g", na(1)), "het wacht op een volgende poging"
    assert not await opslag.onderweg("h", NU)


# --- wat binnenkwam


async def test_een_bericht_dat_terugkomt_haalt_zijn_antwoord_op(opslag: Opslag) -> None:
    await zeg(opslag, "een", "hoort bij een", bericht_id="in-1")
    [een] = await neem(opslag)
    await opslag.stel_uit(een, na(500), "status 503")
    assert await opslag.zend_opnieuw("g", "in-1", na(1))
    [een] = await neem(opslag, na(1))
    assert een.pogingen == 2
    # While somebody delivers it, nobody else does.
    assert await opslag.zend_opnieuw("g", "in-1", na(2))
    assert await neem(opslag, na(2)) == []
    await opslag.geef_op(een, na(3), "status 403")
    assert await opslag.zend_opnieuw("g", "in-1", na(4))
    [een] = await neem(opslag, na(4))
    assert een.pogingen == 1
    tweede = await opslag.bezorgd(een, na(4), na(34))
    assert tweede is not None
    await opslag.bezorgd(tweede, na(4), na(34))
    assert not await opslag.zend_opnieuw("g", "in-1", na(5)), "alles kwam aan"
    assert not await opslag.zend_opnieuw("g", "in-9", na(5))


async def test_oude_berichten_worden_vergeten(opslag: Opslag) -> None:
    for seconde in range(3):
        await opslag.leg_vast(Vastlegging("g", na(seconde), bericht_id=f"in-{seconde}"))
    assert await opslag.ruim_inkomend(na(2)) == 2
    assert [await opslag.is_gezien("g", f"in-{n}") for n in range(3)] == [False, False, True]
    assert await opslag.ruim_inkomend(na(2)) == 0


async def test_wat_lang_geleden_is_opgegeven_wordt_vergeten(opslag: Opslag) -> None:
    for nummer, gesprek in enumerate("gh"):
        await zeg(opslag, "dood", sleutel=gesprek)
        [een] = await neem(opslag, na(nummer))
        await opslag.geef_op(een, na(nummer), "status 403")
    await zeg(opslag, "leeft", sleutel="i")
    assert await opslag.ruim_dood(na(1)) == 1
    assert [regel.sleutel for regel in await opslag.uitgaand()] == ["h", "i"]
    assert await opslag.ruim_dood(na(1)) == 0


# --- vergeten


async def test_wat_een_woord_heeft_gaat_niet_meer_uit(opslag: Opslag) -> None:
    await zeg(opslag, "over WW-2026-0001", "iets anders")
    await zeg(opslag, "over WW-2026-0001", sleutel="h")
    assert await opslag.met_woord("WW-2026-0001") == ("g", "h")
    assert await opslag.wis_met_woord("g", "WW-2026-0001") == 1
    assert await opslag.met_woord("WW-2026-0001") == ("h",)
    assert await leeg(opslag) == ["iets anders", "over WW-2026-0001"]
    await zeg(opslag, "een", "twee")
    assert await opslag.wis_met_woord("g", "") == 2


async def test_een_vergeten_gesprek_zegt_niets_meer(opslag: Opslag) -> None:
    wat = Vastlegging("g", NU, {"n": 1}, None, uit("een", toont="p"), "in-1")
    await opslag.leg_vast(wat)
    await opslag.verwijder("g")
    assert await opslag.uitgaand() == ()
    assert not await opslag.is_gezien("g", "in-1")


async def test_wat_apart_ligt_zegt_nog_wat_het_zou_zeggen(opslag: Opslag) -> None:
    await opslag.leg_vast(Vastlegging("g", NU, {"n": 1}, None, uit("een", toont="p")))
    await opslag.hernoem("g", "g#oud")
    assert await leeg(opslag) == ["een"]
    assert await opslag.laad("g") is None


# --- werk dat een proces tegelijk doet


async def test_een_proces_tegelijk_doet_het_werk(opslag: Opslag) -> None:
    assert await opslag.neem_klus("ruim op", NU, na(60))
    assert not await opslag.neem_klus("ruim op", na(59), na(100))
    assert await opslag.neem_klus("iets anders", NU, na(60))
    await opslag.klus_gedaan("ruim op", na(3600))
    assert not await opslag.neem_klus("ruim op", na(3599), na(9999))
    assert await opslag.neem_klus("ruim op", na(3600), na(9999))


async def test_werk_dat_bleef_liggen_doet_een_ander(opslag: Opslag) -> None:
    assert await opslag.neem_klus("ruim op", NU, na(60))
    assert await opslag.neem_klus("ruim op", na(60), na(120))


async def test_velen_willen_hetzelfde_werk(opslag: Opslag) -> None:
    pogingen = (opslag.neem_klus("ruim op", NU, na(60)) for _ in range(6))
    assert sum(await asyncio.gather(*pogingen)) == 1
