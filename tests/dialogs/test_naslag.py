"""The naslag: every topic to read, with sources, and with the verdicts the rules give."""

from __future__ import annotations

import pytest

from dialogs.bedoeling import Opdracht
from dialogs.beeld import naslag
from dialogs.stukken import Oordelen
from dialogs.stukken.onderwerp import pagina
from dialogs.verstaan.opdrachten import herken
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.model import CasusOnderwerp
from knowledge.onderwerpen.oordelen import situaties

CASUSSEN = [o for o in onderwerpen().values() if isinstance(o, CasusOnderwerp)]


def getoond(id_: str) -> naslag.Bladzijde:
    bladzijde = naslag.toon(id_)
    assert bladzijde is not None
    return bladzijde


def test_alles_in_de_lijst_is_te_lezen() -> None:
    lijst = naslag.alles().lijst
    assert [regel.id for regel in lijst] == list(onderwerpen())
    for regel in lijst:
        assert getoond(regel.id).stukken == pagina(onderwerpen()[regel.id])
        assert regel.bronnen


@pytest.mark.parametrize("casus", CASUSSEN, ids=lambda c: c.id)
def test_een_casus_geeft_onder_elke_wet_het_oordeel_van_het_document(casus: CasusOnderwerp) -> None:
    [stuk] = [stuk for stuk in getoond(casus.id).stukken if isinstance(stuk, Oordelen)]
    oordelen = stuk.oordelen
    assert {oordeel.regime for oordeel in oordelen} == {"oud", "nieuw"}
    assert all(oordeel.onderbouwing.bronnen for oordeel in oordelen)
    # Cards under one law can be told apart.
    assert len({(o.regime, o.variant) for o in oordelen}) == len(oordelen)
    for situatie in situaties(casus.situaties):
        eigen = {o.oordeel.oordeel for o in oordelen if o.regime == situatie.regime}
        assert eigen & set(situatie.oordeel)


@pytest.mark.parametrize("casus", CASUSSEN, ids=lambda c: c.id)
def test_met_een_casus_is_een_weging_te_beginnen(casus: CasusOnderwerp) -> None:
    begin = getoond(casus.id).begin
    assert begin is not None
    assert herken(begin.waarde) == Opdracht("begin", casus.id.replace("-", " "))


def test_alleen_met_een_casus_begint_een_weging() -> None:
    assert getoond("begrip-mandaat").begin is None


def test_zoeken_geeft_het_beste_eerst() -> None:
    gevonden = naslag.zoek("wat is een mandaat")
    assert gevonden.gevonden[0].id == "begrip-mandaat"
    assert gevonden.buurt == ()


def test_wie_niets_vindt_ziet_wat_in_de_buurt_ligt() -> None:
    gevonden = naslag.zoek("recept voor appeltaart met gemeente")
    assert gevonden.gevonden == ()
    assert gevonden.buurt
    assert naslag.zoek("zzzz") == naslag.Gevonden(gevonden=())


def test_wat_er_niet_is() -> None:
    assert naslag.toon("bestaat niet") is None
