"""Wat elke opslag belooft."""

import asyncio
import datetime as dt

import pytest

from bot.opslag.poort import Maak, Opslag, OpslagConflict, TeBewaren, Terugmelding
from tests.bot.nep import afdruk

INHOUD = {"dossier": {"leeftijd": 18, "zin": "é 😀", "leeg": None}, "gezien": ["a"]}


def weging(titel: str = "Weging") -> Maak:
    def maak(kenmerk: str) -> TeBewaren:
        return TeBewaren(dt.date(2026, 3, 2), titel, f"# {titel} {kenmerk}", {"kenmerk": kenmerk})

    return maak


async def test_wat_er_niet_is_is_er_niet(opslag: Opslag) -> None:
    assert await opslag.laad("gesprek") is None


async def test_wat_bewaard_is_komt_zo_terug(opslag: Opslag) -> None:
    versie = await opslag.bewaar("gesprek", INHOUD, None)
    terug = await opslag.laad("gesprek")
    assert terug is not None
    assert (terug.inhoud, terug.versie) == (INHOUD, versie)


async def test_wie_iets_ophaalt_verandert_de_opslag_niet(opslag: Opslag) -> None:
    await opslag.bewaar("gesprek", INHOUD, None)
    terug = await opslag.laad("gesprek")
    assert terug is not None
    terug.inhoud["gezien"].append("b")
    opnieuw = await opslag.laad("gesprek")
    assert opnieuw is not None
    assert opnieuw.inhoud == INHOUD


async def test_elke_keer_bewaren_geeft_een_nieuwe_versie(opslag: Opslag) -> None:
    eerste = await opslag.bewaar("gesprek", {"n": 1}, None)
    tweede = await opslag.bewaar("gesprek", {"n": 2}, eerste)
    assert tweede != eerste
    terug = await opslag.laad("gesprek")
    assert terug is not None
    assert terug.inhoud == {"n": 2}


@pytest.mark.parametrize("versie", [None, 0, 2, 99])
async def test_een_ander_was_eerder(opslag: Opslag, versie: int | None) -> None:
    await opslag.bewaar("gesprek", {"n": 1}, None)
    with pytest.raises(OpslagConflict):
        await opslag.bewaar("gesprek", {"n": 2}, versie)
    terug = await opslag.laad("gesprek")
    assert terug is not None
    assert terug.inhoud == {"n": 1}


async def test_bewaren_met_een_versie_van_iets_dat_weg_is(opslag: Opslag) -> None:
    with pytest.raises(OpslagConflict):
        await opslag.bewaar("gesprek", {"n": 1}, 1)
    assert await opslag.laad("gesprek") is None


async def test_gesprekken_staan_los_van_elkaar(opslag: Opslag) -> None:
    await opslag.bewaar("een", {"n": 1}, None)
    await opslag.bewaar("twee", {"n": 2}, None)
    await opslag.verwijder("een")
    assert await opslag.laad("een") is None
    assert await opslag.laad("twee") is not None


async def test_verwijderen_van_wat_er_niet_is_mag(opslag: Opslag) -> None:
    await opslag.verwijder("niets")


async def test_apart_leggen(opslag: Opslag) -> None:
    await opslag.bewaar("gesprek", INHOUD, None)
    await opslag.hernoem("gesprek", "gesprek#oud")
    assert await opslag.laad("gesprek") is None
    apart = await opslag.laad("gesprek#oud")
    assert apart is not None
    assert apart.inhoud == INHOUD


async def test_apart_leggen_gooit_niets_weg(opslag: Opslag) -> None:
    await opslag.bewaar("een", {"n": 1}, None)
    await opslag.bewaar("twee", {"n": 2}, None)
    with pytest.raises(OpslagConflict):
        await opslag.hernoem("een", "twee")
    assert await opslag.laad("een") is not None


async def test_wie_een_gesprek_alleen_heeft_leest_en_schrijft_het(opslag: Opslag) -> None:
    """From the first message on, and again after it was written."""
    async with opslag.alleen("g"):
        assert await opslag.laad("g") is None
        assert await opslag.bewaar("g", {"n": 1}, None) == 1
        assert await opslag.bewaar("g", {"n": 2}, 1) == 2
    async with opslag.alleen("g"):
        with pytest.raises(OpslagConflict):
            await opslag.bewaar("g", {"n": 9}, 1)
    async with opslag.alleen("g"):
        assert await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging()) == "WW-2026-0001"
        assert len(await opslag.wegingen("anne")) == 1
        await opslag.bewaar("ander", {"n": 1}, None)
        document = await opslag.laad("g")
        assert document is not None
        assert (document.inhoud, document.versie) == ({"n": 2}, 2)
        await opslag.verwijder("g")
    assert await opslag.laad("g") is None


async def test_wie_alleen_kijkt_verandert_niets(opslag: Opslag) -> None:
    async with opslag.alleen("g"):
        assert await opslag.laad("g") is None
    assert await opslag.laad("g") is None
    assert await opslag.versies(["g"]) == {}


async def test_welke_versie_van_elk(opslag: Opslag) -> None:
    await opslag.bewaar("een", {}, None)
    await opslag.bewaar("twee", {}, await opslag.bewaar("twee", {}, None))
    assert await opslag.versies(["een", "twee", "niets"]) == {"een": 1, "twee": 2}
    assert await opslag.versies([]) == {}


async def test_kenmerken_tellen_per_jaar(opslag: Opslag) -> None:
    kenmerken = [
        await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging()),
        await opslag.bewaar_weging("bas", 2026, afdruk("b"), weging()),
        await opslag.bewaar_weging("anne", 2027, afdruk("c"), weging()),
    ]
    assert kenmerken == ["WW-2026-0001", "WW-2026-0002", "WW-2027-0001"]


async def test_hetzelfde_twee_keer_bewaren_geeft_hetzelfde_kenmerk(opslag: Opslag) -> None:
    eerste = await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging())
    assert await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging()) == eerste
    assert len(await opslag.wegingen("anne")) == 1


async def test_dezelfde_inhoud_van_een_ander_is_een_andere_weging(opslag: Opslag) -> None:
    van_anne = await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging())
    assert await opslag.bewaar_weging("bas", 2026, afdruk("a"), weging()) != van_anne


async def test_een_weging_die_niet_te_maken_is_kost_geen_kenmerk(opslag: Opslag) -> None:
    def kapot(kenmerk: str) -> TeBewaren:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await opslag.bewaar_weging("anne", 2026, afdruk("a"), kapot)
    assert await opslag.wegingen("anne") == ()
    assert await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging()) == "WW-2026-0001"


async def test_tegelijk_bewaren_geeft_ieder_een_eigen_kenmerk(opslag: Opslag) -> None:
    kenmerken = await asyncio.gather(
        *(opslag.bewaar_weging("anne", 2026, afdruk(str(n)), weging()) for n in range(20))
    )
    assert sorted(kenmerken) == [f"WW-2026-{n:04d}" for n in range(1, 21)]


async def test_de_lijst_heeft_de_nieuwste_bovenaan(opslag: Opslag) -> None:
    for titel in ("eerst", "later"):
        await opslag.bewaar_weging("anne", 2026, afdruk(titel), weging(titel))
    assert [regel.titel for regel in await opslag.wegingen("anne")] == ["later", "eerst"]


async def test_een_weging_komt_heel_terug(opslag: Opslag) -> None:
    kenmerk = await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging("Zorg é"))
    terug = await opslag.weging("anne", kenmerk)
    assert terug is not None
    assert terug.markdown == "# Zorg é WW-2026-0001"
    assert terug.gegevens == {"kenmerk": kenmerk}
    assert (terug.titel, terug.datum) == ("Zorg é", dt.date(2026, 3, 2))


async def test_niemand_leest_de_weging_van_een_ander(opslag: Opslag) -> None:
    kenmerk = await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging())
    assert await opslag.weging("bas", kenmerk) is None
    assert await opslag.wegingen("bas") == ()
    assert await opslag.weging("anne", "WW-2026-9999") is None


async def test_wat_iemand_bewaarde_kan_naar_een_andere_sleutel(opslag: Opslag) -> None:
    await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging("een"))
    await opslag.bewaar_weging("bas", 2026, afdruk("a"), weging("van bas"))
    await opslag.bewaar_weging("nieuw", 2026, afdruk("a"), weging("dubbel"))
    await opslag.bewaar_weging("anne", 2026, afdruk("b"), weging("twee"))
    await opslag.noem_weging("anne", "WW-2026-0001", "mijn eigen")

    assert await opslag.geef_wegingen("anne", "nieuw")
    assert not await opslag.geef_wegingen("anne", "nieuw")

    assert await opslag.wegingen("anne") == ()
    assert [w.titel for w in await opslag.wegingen("bas")] == ["van bas"]
    regels = await opslag.wegingen("nieuw")
    assert [w.titel for w in regels] == ["twee", "dubbel", "een"], "de nieuwste bovenaan"
    assert regels[2].eigen == "mijn eigen"
    opnieuw = await opslag.bewaar_weging("nieuw", 2026, afdruk("b"), weging("nog eens"))
    assert opnieuw == "WW-2026-0004"


async def test_een_editie_komt_terug_zoals_zij_was(opslag: Opslag) -> None:
    await opslag.bewaar_editie("2026.11-abc", {"vorm": 2, "zin": "é"})
    assert await opslag.editie("2026.11-abc") == {"vorm": 2, "zin": "é"}
    assert await opslag.editie("2026.11-weg") is None


async def test_een_editie_met_dezelfde_naam_verandert_niet(opslag: Opslag) -> None:
    await opslag.bewaar_editie("2026.11-abc", {"n": 1})
    await opslag.bewaar_editie("2026.11-abc", {"n": 2})
    assert await opslag.editie("2026.11-abc") == {"n": 1}


async def test_een_verwijderde_weging_is_weg(opslag: Opslag) -> None:
    weg = await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging("Eerste"))
    blijft = await opslag.bewaar_weging("anne", 2026, afdruk("b"), weging("Tweede"))
    assert await opslag.verwijder_weging("anne", weg)
    assert await opslag.weging("anne", weg) is None
    assert [regel.kenmerk for regel in await opslag.wegingen("anne")] == [blijft]
    assert not await opslag.verwijder_weging("anne", weg)


async def test_een_kenmerk_komt_na_verwijderen_niet_terug(opslag: Opslag) -> None:
    eerste = await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging())
    await opslag.verwijder_weging("anne", eerste)
    assert await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging()) == "WW-2026-0002"


async def test_een_weging_van_een_ander_kun_je_niet_verwijderen(opslag: Opslag) -> None:
    van_anne = await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging())
    assert not await opslag.verwijder_weging("bas", van_anne)
    assert await opslag.weging("anne", van_anne) is not None


async def test_een_volgende_versie_heeft_hetzelfde_kenmerk(opslag: Opslag) -> None:
    een = await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging("een"))
    twee = await opslag.bewaar_weging("anne", 2027, afdruk("b"), weging("twee"), een)
    assert twee == f"{een}-v2"
    assert await opslag.bewaar_weging("anne", 2027, afdruk("b"), weging("twee"), een) == twee
    assert await opslag.bewaar_weging("anne", 2027, afdruk("c"), weging(), twee) == f"{een}-v3"
    eerste = await opslag.weging("anne", een)
    assert eerste is not None
    assert eerste.titel == "een"
    assert await opslag.bewaar_weging("anne", 2026, afdruk("d"), weging()) == "WW-2026-0002"


async def test_een_versie_heeft_een_opvolger(opslag: Opslag) -> None:
    een = await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging())
    await opslag.bewaar_weging("anne", 2026, afdruk("b"), weging(), een)
    for na in (een, "WW-2026-0009"):
        with pytest.raises(OpslagConflict):
            await opslag.bewaar_weging("anne", 2026, afdruk("c"), weging(), na)
    assert len(await opslag.wegingen("anne")) == 2


async def test_verwijderen_haalt_alle_versies_weg(opslag: Opslag) -> None:
    een = await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging())
    twee = await opslag.bewaar_weging("anne", 2026, afdruk("b"), weging(), een)
    ander = await opslag.bewaar_weging("anne", 2026, afdruk("c"), weging())
    assert not await opslag.verwijder_weging("bas", een)
    assert await opslag.verwijder_weging("anne", twee)
    assert [regel.kenmerk for regel in await opslag.wegingen("anne")] == [ander]


async def test_een_eigen_kenmerk_is_van_de_eigenaar(opslag: Opslag) -> None:
    een = await opslag.bewaar_weging("anne", 2026, afdruk("a"), weging("een"))
    assert not await opslag.noem_weging("bas", een, "van bas")
    assert await opslag.noem_weging("anne", een, "van anne")
    bewaard = await opslag.weging("anne", een)
    assert bewaard is not None
    assert (
        [regel.eigen for regel in await opslag.wegingen("anne")] == [bewaard.eigen] == ["van anne"]
    )


async def test_welke_documenten_een_woord_hebben(opslag: Opslag) -> None:
    await opslag.bewaar("g1", {"stand": "WW-2026-0001"}, None)
    await opslag.bewaar("g2", {"stand": "iets anders"}, None)
    assert await opslag.met_woord("WW-2026-0001") == ("g1",)
    assert await opslag.met_woord("WW-2026-0002") == ()


async def test_terugmeldingen_worden_geteld(opslag: Opslag) -> None:
    dag = dt.date(2026, 3, 2)
    een = Terugmelding("oordeel", ("N-MANDAAT",), "past_niet", "2026.1")
    ander = Terugmelding("onderwerp", ("begrip-113",), "te_lang", "2026.1")
    await opslag.tel_terugmelding(ander, dag)
    for later in (0, 1):
        await opslag.tel_terugmelding(een, dag + dt.timedelta(days=later))
    regels = await opslag.terugmeldingen()
    assert [(r.melding, r.aantal, r.laatst.day) for r in regels] == [(een, 2, 3), (ander, 1, 2)]
