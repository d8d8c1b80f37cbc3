"""De bezorger zelf: wie hij niet laat wachten, wat hij opgeeft, en hoe hij stopt."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot.bezorgen import LANGSTE_PAUZE, POGINGEN, TEGELIJK, Bezorging, NietBezorgd, pauze
from bot.klussen import ONTHOUDEN, OPGEGEVEN, Klus, Klussen
from bot.opslag.geheugen import GeheugenOpslag
from bot.opslag.poort import OpslagBezet
from bot.opslag.uitgaand import Uitgaand, Vastlegging, Zending
from bot.terzijde import terzijde
from tests.bot.nep import NU, Tijd

Gebeurt = Callable[[str], None]


class Kanaal:
    """Takes what it gets, unless it is told otherwise."""

    def __init__(self) -> None:
        self.ontvangen: list[str] = []
        self.fouten: list[Exception] = []
        self.hangt: dict[str, asyncio.Event] = {}

    async def bezorg(self, inhoud: dict[str, Any]) -> None:
        woord = str(inhoud["tekst"])
        if woord in self.hangt:
            await self.hangt[woord].wait()
        if self.fouten:
            raise self.fouten.pop(0)
        self.ontvangen.append(woord)


class Huis:
    """A deliverer, what it takes from and where it brings it."""

    def __init__(self, opslag: GeheugenOpslag) -> None:
        self.tijd = Tijd()
        self.opslag = opslag
        self.kanaal = Kanaal()
        self.bezorging = Bezorging(opslag, self.tijd, toeval=lambda: 1.0)
        self.bezorging.sluit_aan("teams", self.kanaal.bezorg)

    async def zeg(self, *woorden: str, sleutel: str = "g", **anders: Any) -> None:
        uit = tuple(Uitgaand("teams", {"tekst": woord}, **anders) for woord in woorden)
        await self.opslag.leg_vast(Vastlegging(sleutel, self.tijd(), uit=uit))
        self.bezorging.wek()

    async def wacht(self, seconden: float = 0.0) -> list[str]:
        self.tijd.verder(seconden)
        self.bezorging.wek()
        async with asyncio.timeout(5):
            await self.bezorging.rust()
        return self.kanaal.ontvangen


@asynccontextmanager
async def draaiend(opslag: GeheugenOpslag | None = None) -> AsyncIterator[Huis]:
    huis = Huis(opslag or GeheugenOpslag())
    async with huis.bezorging.draaiend():
        yield huis


async def test_wat_gezegd_wordt_gaat_er_meteen_uit_op_volgorde() -> None:
    async with draaiend() as huis:
        await huis.zeg("een", "twee")
        await huis.zeg("drie")
        async with asyncio.timeout(2):
            await huis.bezorging.rust()
        assert huis.kanaal.ontvangen == ["een", "twee", "drie"]
        assert await huis.opslag.uitgaand() == ()


async def test_een_trage_ander_houdt_niemand_op() -> None:
    async with draaiend() as huis:
        los = huis.kanaal.hangt["traag"] = asyncio.Event()
        await huis.zeg("traag", "daarna", sleutel="traag")
        for nummer in range(3 * TEGELIJK):
            await huis.zeg(str(nummer), sleutel=str(nummer))
        async with asyncio.timeout(5):
            while len(huis.kanaal.ontvangen) < 3 * TEGELIJK:  # noqa: ASYNC110 - nothing tells
                await asyncio.sleep(0.01)
        assert "daarna" not in huis.kanaal.ontvangen
        los.set()
        assert (await huis.wacht())[-2:] == ["traag", "daarna"]


async def test_na_de_laatste_poging_blijft_het_liggen_en_gaat_de_rest_verder() -> None:
    async with draaiend() as huis:
        huis.kanaal.fouten = [NietBezorgd("status 503") for _ in range(POGINGEN)]
        await huis.zeg("een", "hoort bij een")
        await huis.zeg("twee")
        for _ in range(POGINGEN):
            await huis.wacht(LANGSTE_PAUZE)
        assert await huis.wacht() == ["twee"]
        regels = await huis.opslag.uitgaand()
        assert [(r.pogingen, r.reden) for r in regels] == [
            (POGINGEN, "status 503"),
            (0, "status 503"),
        ]
        assert all(regel.dood for regel in regels)


async def test_wat_telkens_het_proces_meeneemt_wordt_opgegeven() -> None:
    opslag = GeheugenOpslag()
    await opslag.leg_vast(Vastlegging("g", NU, uit=(Uitgaand("teams", {"tekst": "gif"}),)))
    for _ in range(POGINGEN):
        await opslag.neem(("teams",), NU, NU, 1)
    async with draaiend(opslag) as huis:
        assert await huis.wacht() == []
    [regel] = await opslag.uitgaand()
    assert (regel.reden, regel.dood) == ("te vaak", NU)


async def test_een_fout_van_onszelf_is_een_mislukte_poging() -> None:
    async with draaiend() as huis:
        huis.kanaal.fouten = [KeyError("tekst")]
        await huis.zeg("een")
        assert await huis.wacht() == []
        assert await huis.wacht(1) == ["een"]


async def test_een_herinnering_komt_op_haar_tijd() -> None:
    async with draaiend() as huis:
        await huis.zeg("morgen", vanaf=NU + dt.timedelta(days=1))
        await huis.zeg("nu")
        assert await huis.wacht() == ["nu"]
        assert await huis.wacht(24 * 3600) == ["nu", "morgen"]


class Hapert(GeheugenOpslag):
    """Storage that cannot be used a few times."""

    keren = 0

    def hapert(self) -> None:
        if self.keren:
            self.keren -= 1
            raise OpslagBezet

    async def bezorgd(self, zending: Zending, nu: dt.datetime, tot: dt.datetime) -> Zending | None:
        self.hapert()
        return await super().bezorgd(zending, nu, tot)


async def test_wat_aankwam_en_niet_op_te_schrijven_is_gaat_niet_nog_eens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.bezorgen._STORING", 0.01)
    opslag = Hapert()
    async with draaiend(opslag) as huis:
        opslag.keren = 3
        await huis.zeg("een", "twee")
        assert await huis.wacht() == ["een", "twee"]
        assert await opslag.uitgaand() == ()


async def test_wat_niet_te_bewaren_is_wordt_een_keer_geprobeerd() -> None:
    async with draaiend() as huis:
        huis.bezorging.los((Uitgaand("teams", {"tekst": "vol"}), Uitgaand("weg", {"tekst": "x"})))
        assert await huis.wacht() == ["vol"]


async def test_wie_stopt_laat_los_wat_hij_had() -> None:
    opslag = GeheugenOpslag()
    async with draaiend(opslag) as huis:
        huis.kanaal.hangt["traag"] = asyncio.Event()
        await huis.zeg("traag", "daarna")
        await asyncio.sleep(0.05)
    assert [r.reden for r in await opslag.uitgaand()] == ["gestopt", ""]
    # No lease to wait for: whoever starts then has it at once.
    async with draaiend(opslag) as huis:
        assert await huis.wacht() == ["traag", "daarna"]


@pytest.mark.parametrize("poging", range(1, POGINGEN + 1))
def test_de_pauze_groeit_en_is_nooit_voor_iedereen_gelijk(poging: int) -> None:
    kort, lang = pauze(poging, None, 0.0), pauze(poging, None, 1.0)
    assert 0 < kort < lang <= LANGSTE_PAUZE
    assert lang == pytest.approx(2 * kort)
    assert pauze(poging, 20.0, 0.0) == 20


# --- klussen


async def test_een_klus_komt_terug_als_het_tijd_is_en_in_een_proces() -> None:
    tijd, opslag, gedaan = Tijd(), GeheugenOpslag(), list[dt.datetime]()

    async def doe(nu: dt.datetime) -> None:
        await terzijde(lambda: gedaan.append(nu))

    processen = [Klussen(opslag, tijd, [Klus("x", dt.timedelta(hours=1), doe)]) for _ in range(2)]
    for _ in range(3):
        await asyncio.gather(*(een.doe() for een in processen))
    assert gedaan == [NU]
    tijd.verder(3600)
    await asyncio.gather(*(een.doe() for een in processen))
    assert len(gedaan) == 2


async def test_een_klus_die_mislukt_houdt_de_andere_niet_op() -> None:
    tijd, opslag, gedaan = Tijd(), GeheugenOpslag(), list[dt.datetime]()

    async def stuk(_: dt.datetime) -> None:
        raise ZeroDivisionError

    async def doe(nu: dt.datetime) -> None:
        gedaan.append(nu)

    uur = dt.timedelta(hours=1)
    klussen = Klussen(opslag, tijd, [Klus("stuk", uur, stuk), Klus("x", uur, doe)])
    await klussen.doe()
    assert gedaan == [NU]
    tijd.verder(700)
    await klussen.doe()  # what failed is due again once its lease has ended


async def test_gezien_wordt_onthouden_en_dan_vergeten() -> None:
    tijd, opslag = Tijd(), GeheugenOpslag()
    klussen = Klussen(opslag, tijd)
    await opslag.leg_vast(Vastlegging("g", NU, bericht_id="in-1"))
    tijd.verder(ONTHOUDEN.total_seconds())
    await klussen.doe()
    assert await opslag.is_gezien("g", "in-1")
    tijd.verder(3600)
    await klussen.doe()
    assert not await opslag.is_gezien("g", "in-1")


async def test_wat_opgegeven_is_blijft_een_maand(caplog: pytest.LogCaptureFixture) -> None:
    opslag, tijd = GeheugenOpslag(), Tijd()
    klussen = Klussen(opslag, tijd)
    await opslag.leg_vast(Vastlegging("g", NU, uit=(Uitgaand("teams", {"tekst": "geheim"}),)))
    [zending] = await opslag.neem(["teams"], NU, NU, 1)
    await opslag.geef_op(zending, NU, "status 403")
    tijd.verder(OPGEGEVEN.total_seconds())
    await klussen.doe()
    assert len(await opslag.uitgaand()) == 1
    tijd.verder(24 * 3600)
    await klussen.doe()
    assert await opslag.uitgaand() == ()
    assert "1 opgegeven" in caplog.text
    assert "geheim" not in caplog.text
