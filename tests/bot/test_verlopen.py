"""Wat lang genoeg bewaard is: eerst een waarschuwing, dan weg, ook uit het gesprek."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.instellingen import InstellingFout, lees
from bot.klussen import Klussen
from bot.opslag.poort import Opslag, TeBewaren
from bot.opstarten import Kern, richt_in
from bot.veranderingen.poort import WegingenVeranderd
from bot.verlopen import TERMIJN, VOORAF
from bot.wie import Wie
from dialogs.beeld.gezegd import Wegingen, Zin
from tests.bot.nep import ANNE, NU, Teller, afdruk, na
from tests.bot.tab import GEEN_GROND

DAG = dt.timedelta(days=1)
KENMERK = "WW-2026-0001"


class Klok:
    """A clock one sets."""

    def __init__(self) -> None:
        self.nu = NU

    def __call__(self) -> dt.datetime:
        return self.nu


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture
def kern(opslag: Opslag, klok: Klok) -> Kern:
    return richt_in(opslag, klok, Teller())


async def _zeg(kern: Kern, *zinnen: str, wie: Wie = ANNE) -> tuple[object, ...]:
    reactie = await na(kern.gesprekken.begroet(wie, "g"))
    for zin in zinnen:
        reactie = await na(kern.gesprekken.beurt(wie, "g", zin))
    return reactie.beeld.gezegd


async def _bewaar(opslag: Opslag, dag: dt.date, wat: str) -> str:
    return await opslag.bewaar_weging(
        ANNE.eigenaar(), dag.year, afdruk(wat), lambda _: TeBewaren(dag, wat, wat, {})
    )


async def _over(kern: Kern) -> set[str]:
    return {regel.kenmerk for regel in await kern.gesprekken.wegingen(ANNE)}


async def _ruim(kern: Kern, klok: Klok, nu: dt.datetime) -> set[str]:
    klok.nu = nu
    await kern.klussen.doe()
    return await _over(kern)


async def test_op_zijn_dag_gaat_een_weging_weg(kern: Kern, klok: Klok, opslag: Opslag) -> None:
    """The first time nobody could have been warned: then it waits for that."""
    oud = await _bewaar(opslag, NU.date(), "oud")
    later = await _bewaar(opslag, (NU + 30 * DAG).date(), "later")
    assert await _ruim(kern, klok, NU + TERMIJN) == {oud, later}
    eerste = NU + TERMIJN + DAG
    assert await _ruim(kern, klok, eerste) == {oud, later}
    assert await _ruim(kern, klok, eerste + VOORAF - DAG) == {oud, later}
    assert await _ruim(kern, klok, eerste + VOORAF) == {later}
    # From here on the term holds by itself.
    assert await _ruim(kern, klok, NU + 30 * DAG + TERMIJN) == {later}
    assert await _ruim(kern, klok, NU + 31 * DAG + TERMIJN) == set()


async def test_ervoor_staat_het_in_de_lijst(kern: Kern, klok: Klok, opslag: Opslag) -> None:
    await _bewaar(opslag, NU.date(), "oud")
    await _bewaar(opslag, (NU + 30 * DAG).date(), "later")
    klok.nu = NU + TERMIJN - VOORAF - DAG
    assert [type(deel) for deel in await _zeg(kern, "mijn wegingen")][:1] == [Wegingen]
    klok.nu += DAG
    zin, lijst, *_ = await _zeg(kern, "mijn wegingen")
    assert isinstance(zin, Zin)
    assert isinstance(lijst, Wegingen)
    assert zin.sleutel == "bewaard.verloopt"
    assert zin.invulling["kenmerken"] == KENMERK


async def test_van_veel_worden_er_een_paar_genoemd(kern: Kern, klok: Klok, opslag: Opslag) -> None:
    for nummer in range(7):
        await _bewaar(opslag, NU.date(), str(nummer))
    klok.nu = NU + TERMIJN
    zin, *_ = await _zeg(kern, "mijn wegingen")
    assert isinstance(zin, Zin)
    assert (zin.sleutel, zin.invulling["aantal"]) == ("bewaard.verloopt_meer", "2")


async def test_ook_de_antwoorden_in_het_gesprek_gaan_weg(
    kern: Kern, klok: Klok, opslag: Opslag
) -> None:
    await _zeg(kern, *GEEN_GROND, "bewaar")
    assert await _over(kern) == {KENMERK}
    assert KENMERK in str(await opslag.laad(ANNE.gesprek("g")))
    await _ruim(kern, klok, NU + TERMIJN + DAG)
    assert await _ruim(kern, klok, NU + TERMIJN + DAG + VOORAF) == set()
    assert KENMERK not in str(await opslag.laad(ANNE.gesprek("g")))


async def test_wie_de_lijst_ziet_hoort_het(kern: Kern, klok: Klok, opslag: Opslag) -> None:
    await _bewaar(opslag, NU.date(), "oud")
    await _ruim(kern, klok, NU + TERMIJN + DAG)
    gehoord: list[object] = []
    with kern.veranderingen.luister(gehoord.append):
        await _ruim(kern, klok, NU + TERMIJN + DAG + VOORAF)
    assert gehoord == [WegingenVeranderd(ANNE.eigenaar(), KENMERK)]


async def test_een_kortere_termijn_begint_met_een_waarschuwing(
    kern: Kern, klok: Klok, opslag: Opslag
) -> None:
    oud = await _bewaar(opslag, NU.date(), "oud")
    await _ruim(kern, klok, NU + TERMIJN + DAG)
    await _ruim(kern, klok, NU + TERMIJN + DAG + VOORAF)
    assert await _over(kern) == set()
    nieuw = await _bewaar(opslag, klok.nu.date(), "nieuw")
    assert nieuw != oud
    kort = richt_in(opslag, klok, Teller(), termijn=30 * DAG)
    begin = klok.nu + 31 * DAG
    assert await _ruim(kort, klok, begin) == {nieuw}
    assert await _ruim(kort, klok, begin + VOORAF) == set()


async def test_een_van_de_processen_doet_het(kern: Kern, klok: Klok, opslag: Opslag) -> None:
    ander = Klussen(opslag, klok)
    assert await opslag.neem_klus("bewaartermijn", NU, NU + DAG)
    await _bewaar(opslag, NU.date() - TERMIJN - DAG, "oud")
    await ander.doe()
    await kern.klussen.doe()
    assert await opslag.laad("bewaartermijn") is None


async def test_welke_wegingen_van_voor_een_dag_zijn(opslag: Opslag) -> None:
    een = await _bewaar(opslag, dt.date(2026, 3, 1), "een")
    await _bewaar(opslag, dt.date(2026, 3, 2), "twee")
    assert await opslag.wegingen_voor(dt.date(2026, 3, 1)) == ()
    assert await opslag.wegingen_voor(dt.date(2026, 3, 2)) == ((ANNE.eigenaar(), een),)


@pytest.mark.parametrize("waarde", ["0", "29", "-1", "jaar", "1e9"])
def test_een_termijn_die_niet_kan(waarde: str) -> None:
    with pytest.raises(InstellingFout):
        lees({"WEEGWIJZER_BEWAARTERMIJN": waarde})
