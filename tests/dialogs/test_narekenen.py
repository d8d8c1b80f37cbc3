"""A kept weighing can be made again: with the knowledge of the time, and with that of today."""

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from dialogs import gesprek
from dialogs.beurt import RekenNa
from dialogs.samenvatting import narekenen
from dialogs.samenvatting.boom import heel
from dialogs.samenvatting.maken import maak
from dialogs.samenvatting.markdown import markdown
from dialogs.samenvatting.narekenen import NietNaTeRekenen
from dialogs.stukken import Ondertekening
from knowledge import editie
from knowledge.casussen import casussen
from knowledge.feit import feit
from knowledge.feiten import Situatie
from knowledge.kennis import Kennis, huidige
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import dag_van, met_feiten, voer

SITUATIES = [g.situatie() for casus in casussen() for g in casus.situaties]
NU = dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC)


def samenvatting(situatie: Situatie) -> dict[str, Any]:
    """The summary of a whole conversation about this situation, as it is kept."""
    dossier, _ = voer(met_feiten(situatie), dag_van(situatie))
    gemaakt = maak(dossier, dag_van(situatie)).model_dump(mode="json")
    return dict(json.loads(json.dumps(gemaakt)))


def casus(id_: str) -> Situatie:
    return next(s for s in SITUATIES if s.id == id_)


def zonder_mandaat() -> Kennis:
    """As if a mandate no longer were a ground."""
    nooit = feit("mandaat").ja() & feit("mandaat").nee()
    regels = tuple(
        replace(regel, als=nooit) if regel.id == "N-DSP-STARTKWAL" else regel
        for regel in huidige().regels
    )
    grond = {**huidige().afgeleid, "is_er_een_grond": nooit}
    return replace(huidige(), regels=regels, afgeleid=grond)


@pytest.mark.parametrize("situatie", SITUATIES[::4], ids=lambda s: str(s.id))
def test_elke_weging_komt_er_opnieuw_hetzelfde_uit(situatie: Situatie) -> None:
    weging = narekenen.lees(samenvatting(situatie))

    uitkomsten = narekenen.reken_na(weging, narekenen.kennis_van(weging, editie.uitgave()))

    assert uitkomsten
    for uitkomst in uitkomsten:
        assert uitkomst.met_toen is not None
        assert uitkomst.klopt
        assert not uitkomst.nu_anders


def test_met_een_oude_editie_zie_je_dat_het_nu_anders_is() -> None:
    weging = samenvatting(casus("3.3.1-nieuw-mandaat"))
    oud = editie.uitgave(zonder_mandaat())
    # As if it was made when a mandate was no ground.
    weging["kennis"] = editie.naam_van(oud)
    weging["doelen"][0]["oordeel"] = "mag_met_toestemming"

    gelezen = narekenen.lees(weging)
    [uitkomst] = narekenen.reken_na(gelezen, narekenen.kennis_van(gelezen, oud))

    assert uitkomst.met_toen is not None
    assert uitkomst.met_toen.oordeel != uitkomst.met_nu.oordeel == "mag"
    assert uitkomst.nu_anders


def test_wat_er_niet_opnieuw_uitkomt_valt_op() -> None:
    weging = samenvatting(casus("3.3.1-nieuw-mandaat"))
    weging["doelen"][0]["oordeel"] = "mag_niet"

    gelezen = narekenen.lees(weging)
    [uitkomst] = narekenen.reken_na(gelezen, huidige())

    assert not uitkomst.klopt


def test_zonder_de_editie_van_toen_rekent_hij_met_nu() -> None:
    weging = samenvatting(casus("3.3.1-nieuw-mandaat"))
    weging["kennis"] = "2020.1-abcdef12"

    gelezen = narekenen.lees(weging)
    [uitkomst] = narekenen.reken_na(gelezen, narekenen.kennis_van(gelezen, None))

    assert uitkomst.met_toen is None
    assert uitkomst.met_nu.oordeel == "mag"
    assert narekenen.kennis_van(gelezen, editie.uitgave()) is None


@pytest.mark.parametrize("inhoud", [None, [], {}, {"titel": "boodschappen"}])
def test_iets_anders_dan_een_weging_wordt_geweigerd(inhoud: object) -> None:
    with pytest.raises(NietNaTeRekenen):
        narekenen.lees(inhoud)


def test_een_weging_van_voor_de_feiten_krijgt_een_zin() -> None:
    weging = samenvatting(casus("3.3.1-nieuw-mandaat"))
    weging["versie"] = 1
    del weging["doelen"][0]["feiten"]

    with pytest.raises(NietNaTeRekenen):
        narekenen.lees(weging)
    [bericht] = gesprek.nagerekend(weging, None)
    assert bericht.soort == "waarschuwing"


@pytest.mark.parametrize(
    "zin", ["nareken WW-2026-0001", "reken ww-2026-1 na", "Herbereken WW-2026-0001"]
)
def test_narekenen_is_een_opdracht(zin: str) -> None:
    beurt = spreken.beantwoord(gesprek.nieuw("proef", NU.date()), zin, NU)

    assert beurt.verzoek == RekenNa("WW-2026-0001")


def test_een_bron_die_lang_niet_is_nagekeken_staat_in_de_samenvatting() -> None:
    dossier, _ = voer(met_feiten(casus("3.3.1-nieuw-mandaat")), dt.date(2026, 3, 2))

    later = maak(dossier, dt.date(2031, 3, 2))

    # The clock is the day of the weighing, not that of the law.
    assert any(regel.startswith("2026 ") for regel in later.nagekeken)
    assert not any(r.startswith("2026 ") for r in maak(dossier, dt.date(2026, 12, 1)).nagekeken)
    # It is a note below, to whoever maintains the knowledge: no action and no warning.
    onder = [stuk for stuk in heel(later) if isinstance(stuk, Ondertekening)]
    assert all(any(regel in zin for zin in onder[0].zinnen) for regel in later.nagekeken)
    boven = "".join(str(stuk) for stuk in heel(later) if not isinstance(stuk, Ondertekening))
    assert not any(regel in boven for regel in later.nagekeken)
    assert all(regel in markdown(later) for regel in later.nagekeken)


def test_alleen_de_artikelen_waar_het_op_rust_staan_erbij() -> None:
    dossier, _ = voer(met_feiten(casus("3.3.1-nieuw-mandaat")), dt.date(2026, 3, 2))
    samen = maak(dossier, dt.date(2031, 3, 2))

    genoemd = {bron for doel in samen.doelen for bron in doel.bronnen}
    for regel in samen.nagekeken:
        plaats = regel.partition(" (")[0]
        assert any(bron == plaats or bron.startswith(f"{plaats} ") for bron in genoemd)
