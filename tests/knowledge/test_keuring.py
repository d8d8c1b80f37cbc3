"""The examination of the knowledge finds what is wrong, and nothing else."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from knowledge.atomen import Geldig
from knowledge.beslissing import BESLUITEN, Besluit, Oordeel
from knowledge.bevinding import Bevinding
from knowledge.bronnen import Bron, bronnen
from knowledge.condities import ALTIJD, NOOIT, Conditie
from knowledge.feit import feit
from knowledge.gelezen import Lezing
from knowledge.gevallen import gevallen, kan
from knowledge.keuring import (
    alleen_later_gelezen,
    gelijk_maar_anders,
    in_een_zin,
    keur,
    nagekeken,
    nooit_genoemd,
    onbereikbaar,
    ongebruikt,
    ongebruikte_lezingen,
    opvolging,
    overschaduwd,
    tijd_van_bronnen,
    tijd_van_termijnen,
    zonder_casus,
)
from knowledge.overzicht import als_tekst, overzicht, per_casus
from knowledge.regels import ALLE_REGELS
from knowledge.regels.basis import BEIDE, NIEUW, OUD, Grondslag, Regel, Rol
from knowledge.regels.stap_1_grondslag import GRONDEN, N_VERZUIM, O_VERZUIM
from knowledge.termijnen import Periode, Termijn, termijn

VANDAAG = dt.date(2026, 11, 22)
NIEUWJAAR = dt.date(2026, 1, 1)


def regel(id_: str, als: Conditie = ALTIJD, **anders: Any) -> Regel:
    basis = Regel(id=id_, rol=Rol.ALLEEN_TOESTEMMING, stap=1, als=als, bronnen=("2026-1.1",))
    return replace(basis, **anders)


def soorten(bevindingen: Any) -> list[tuple[str, str]]:
    return [(b.soort, b.id) for b in bevindingen]


# --- gevallen ---------------------------------------------------------------------------------


def test_een_geval_laat_de_voorwaarde_opgaan() -> None:
    for een in ALLE_REGELS:
        if not een.van_toepassing.feiten() & {"uitkomst_oordeel", "uitkomst_grondslag"}:
            geval = next(gevallen(een.van_toepassing))
            assert een.van_toepassing.waarheid(geval) is True


@pytest.mark.parametrize(
    "onmogelijk",
    [
        NOOIT,
        feit("van").is_("mbo") & feit("van").is_("vo"),
        (feit("leeftijd") < 18) & (feit("leeftijd") > 20),
        feit("mandaat").ja() & feit("mandaat").nee(),
        # These facts contradict each other.
        feit("van").is_("hbo_wo") & feit("opleiding").is_("entree"),
        # A term that did not exist under the old law.
        OUD & (feit("maanden_sinds_uitstroom") <= termijn("alb_mbo")),
    ],
    ids=["nooit", "keuze", "getal", "ja en nee", "hbo", "termijn"],
)
def test_wat_niet_kan_heeft_geen_geval(onmogelijk: Conditie) -> None:
    assert not kan(onmogelijk)


def test_een_grens_die_alleen_deze_regel_kent_wordt_ook_gezocht() -> None:
    assert kan((feit("leeftijd") > 30) & (feit("leeftijd") < 32))


# --- bevindingen ------------------------------------------------------------------------------


def test_een_regel_die_nooit_opgaat() -> None:
    nooit = regel("X", feit("van").is_("mbo") & ~feit("van").is_("mbo"))
    assert soorten(onbereikbaar((nooit, regel("Y")))) == [("onbereikbaar", "X")]


def test_een_grond_die_nooit_draagt_is_onbereikbaar() -> None:
    grond = regel("X", rol=Rol.GROND, mits=NOOIT)
    assert soorten(onbereikbaar((grond,))) == [("onbereikbaar", "X")]


def test_een_besluit_na_een_ruimer_besluit_spreekt_nooit() -> None:
    ruim = Besluit("ruim", feit("van").is_("mbo", "vo"), Oordeel.MAG)
    smal = Besluit("smal", feit("van").is_("mbo") & feit("naar").is_("gemeente"), Oordeel.OVERLEG)

    assert soorten(overschaduwd((ruim, smal), ())) == [("besluit_overschaduwd", "smal")]
    assert soorten(overschaduwd((smal, ruim), ())) == []


def test_een_grond_na_twee_gronden_die_samen_alles_dekken() -> None:
    ja = regel("JA", feit("mandaat").ja(), rol=Rol.GROND)
    nee = regel("NEE", feit("mandaat").nee(), rol=Rol.GROND)
    derde = regel("DERDE", feit("van").is_("vo"), rol=Rol.GROND)

    assert soorten(overschaduwd((), (ja, nee, derde))) == [("grond_overschaduwd", "DERDE")]


def test_een_regel_die_in_geen_uitkomst_staat() -> None:
    # It can hold, but no rule list knows it.
    assert soorten(nooit_genoemd((regel("X"), N_VERZUIM))) == [("nooit_genoemd", "X")]


def test_twee_regels_die_hetzelfde_geval_anders_beslissen() -> None:
    a = regel("A", feit("van").is_("mbo") & feit("naar").is_("gemeente"))
    b = regel("B", ~(~feit("naar").is_("gemeente") | ~feit("van").is_("mbo")), rol=Rol.GEEN_GROND)

    assert soorten(gelijk_maar_anders((a, b))) == [("gelijk_maar_anders", "A, B")]
    assert soorten(gelijk_maar_anders((a, replace(b, rol=a.rol)))) == []
    assert soorten(gelijk_maar_anders((replace(a, geldig=NIEUW), b))) == []
    assert soorten(gelijk_maar_anders((replace(a, rol=Rol.BIJ), b))) == []


def test_een_regel_zonder_casus() -> None:
    geraakt = min(set().union(*(namen for _, namen in per_casus())))
    assert soorten(zonder_casus((regel("X"), regel(geraakt)))) == [("geen_casus", "X")]


# --- tijd -------------------------------------------------------------------------------------


def _termijn(*perioden: tuple[dt.date, dt.date | None]) -> Termijn:
    waarden = tuple(Periode(4, van, tot, "2021-1") for van, tot in perioden)
    return Termijn("proef", "weken", waarden)


@pytest.mark.parametrize(
    ("einde", "begin", "soort"),
    [
        (dt.date(2025, 6, 30), dt.date(2025, 7, 1), []),
        (dt.date(2025, 6, 29), dt.date(2025, 7, 1), ["termijn_gat"]),
        (dt.date(2025, 7, 1), dt.date(2025, 7, 1), ["termijn_overlap"]),
        (None, dt.date(2025, 7, 1), ["termijn_overlap"]),
    ],
    ids=["sluit aan", "gat", "overlap", "nooit gesloten"],
)
def test_een_termijn_sluit_aan(einde: dt.date | None, begin: dt.date, soort: list[str]) -> None:
    proef = _termijn((dt.date(2024, 1, 1), einde), (begin, dt.date(2025, 12, 31)))
    gevonden = [b.soort for b in tijd_van_termijnen((proef,)) if b.soort != "termijn_bron"]
    assert gevonden == soort


def test_een_waarde_rust_op_een_bron_van_haar_tijd() -> None:
    later = Termijn("proef", "weken", (Periode(4, dt.date(2025, 1, 1), None, "WEB-9.2.1"),))
    assert soorten(tijd_van_termijnen((later,))) == [("termijn_bron", "proef")]


def test_een_regel_leest_een_termijn_alleen_als_die_bestaat() -> None:
    nieuw = feit("maanden_sinds_uitstroom") <= termijn("alb_mbo")

    [bevinding] = tijd_van_termijnen((), (regel("X", nieuw, geldig=BEIDE),))
    assert (bevinding.soort, bevinding.id) == ("termijn_ontbreekt", "X")
    assert list(tijd_van_termijnen((), (regel("X", nieuw, geldig=NIEUW),))) == []
    # Within another rule the period of that rule counts.
    binnen = regel("Y", ~regel("X", nieuw, geldig=NIEUW).van_toepassing)
    assert list(tijd_van_termijnen((), (binnen,))) == []


def test_de_oude_regel_stopt_waar_de_nieuwe_begint() -> None:
    assert list(opvolging((O_VERZUIM, N_VERZUIM))) == []

    laat = replace(N_VERZUIM, geldig=Geldig(dt.date(2026, 2, 1), None))
    assert list(opvolging((O_VERZUIM, laat))) == [
        Bevinding("opvolging_gat", "O-VERZUIM, N-VERZUIM", NIEUWJAAR)
    ]
    open_einde = replace(O_VERZUIM, geldig=BEIDE)
    assert list(opvolging((open_einde, N_VERZUIM))) == [
        Bevinding("opvolging_overlap", "O-VERZUIM, N-VERZUIM", NIEUWJAAR)
    ]


def test_een_regel_heeft_elke_dag_een_bron() -> None:
    bron = {
        "a": Bron(id="a", document="2021", paragraaf="1", geldig_tot_en_met=dt.date(2024, 5, 31)),
        "b": Bron(id="b", document="2026", paragraaf="2", geldig_van=dt.date(2024, 7, 1)),
    }
    gat = Bevinding("bron_gat", "X", dt.date(2024, 6, 1))
    assert list(tijd_van_bronnen((regel("X", bronnen=("a", "b")),), bron)) == [gat]


def test_twee_versies_van_een_artikel_gelden_niet_tegelijk() -> None:
    oud = Bron(id="oud", wet="WEB", artikel="1", geldig_tot_en_met=dt.date(2026, 3, 1))
    nieuw = Bron(id="nieuw", wet="WEB", artikel="1", geldig_van=NIEUWJAAR)

    assert list(tijd_van_bronnen((), {"oud": oud, "nieuw": nieuw})) == [
        Bevinding("bron_overlap", "oud, nieuw", NIEUWJAAR)
    ]


# --- bronnen ----------------------------------------------------------------------------------


def test_een_bron_die_niemand_noemt() -> None:
    zonder = [b.id for b in ongebruikt(ALLE_REGELS) if b.soort == "bron_ongebruikt"]
    met = [b.id for b in ongebruikt(ALLE_REGELS, bronnen()) if b.soort == "bron_ongebruikt"]

    gebruikt = {id_ for een in ALLE_REGELS for id_ in een.bronnen}
    assert not gebruikt & set(zonder)
    assert met == []


def _lees(monkeypatch: pytest.MonkeyPatch, **dagen: dt.date) -> dict[str, Bron]:
    """Make articles of a law, each read on its day in the text of that day."""
    gelezen = {
        ("WEB", artikel): (Lezing("WEB", artikel, (dag,), dag, "afdruk"),)
        for artikel, dag in dagen.items()
    }
    monkeypatch.setattr("knowledge.gelezen.lezingen", lambda: gelezen)
    monkeypatch.setattr("knowledge.keuring.lezingen", lambda: gelezen)
    alle = {artikel: Bron(id=artikel, wet="WEB", artikel=artikel) for artikel in (*dagen, "nooit")}
    monkeypatch.setattr("knowledge.bronnen.bronnen", lambda: alle)
    return alle


def test_lang_niet_nagekeken_waarschuwt_alleen(monkeypatch: pytest.MonkeyPatch) -> None:
    _lees(monkeypatch, vers=dt.date(2025, 11, 22), oud=dt.date(2025, 11, 20))

    bevindingen = list(nagekeken(VANDAAG))

    assert soorten(bevindingen) == [
        ("lang_geleden_nagekeken", "WEB artikel oud"),
        ("nooit_nagekeken", "WEB artikel nooit"),
    ]
    assert all(b.waarschuwing for b in bevindingen)


def test_een_document_is_in_zijn_geheel_nagekeken() -> None:
    een, ander = (Bron(id=p, document="2021", paragraaf=p) for p in ("1", "2.1.1"))
    assert een.plaats == ander.plaats == "2021"
    assert een.nagekeken is not None


def test_een_artikel_dat_alleen_in_latere_teksten_is_gelezen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alle = _lees(monkeypatch, eerder=NIEUWJAAR - dt.timedelta(days=1), later=NIEUWJAAR)

    [bevinding] = alleen_later_gelezen(alle.values())

    assert (bevinding.soort, bevinding.id) == ("alleen_later_gelezen", "WEB artikel later")
    assert bevinding.waarschuwing
    # What is cited from then on needs no earlier text.
    vanaf = replace(alle["later"], geldig_van=NIEUWJAAR)
    assert list(alleen_later_gelezen((vanaf,))) == []


def test_een_gelezen_artikel_dat_niemand_aanhaalt(monkeypatch: pytest.MonkeyPatch) -> None:
    alle = _lees(monkeypatch, a=NIEUWJAAR, b=NIEUWJAAR)

    assert list(ongebruikte_lezingen(alle.values())) == []
    assert soorten(ongebruikte_lezingen((alle["a"],))) == [("lezing_ongebruikt", "WEB b")]


# --- het geheel -------------------------------------------------------------------------------


def test_de_regels_van_nu_zijn_bereikbaar_en_spreken_elkaar_niet_tegen() -> None:
    assert list(onbereikbaar(ALLE_REGELS)) == []
    assert list(overschaduwd(BESLUITEN, GRONDEN)) == []
    assert list(nooit_genoemd(ALLE_REGELS)) == []
    assert list(gelijk_maar_anders(ALLE_REGELS)) == []
    assert list(opvolging(ALLE_REGELS)) == []
    assert list(tijd_van_bronnen(ALLE_REGELS, bronnen())) == []


def test_elke_bevinding_is_een_regel_tekst() -> None:
    for bevinding in keur(VANDAAG):
        assert bevinding.id in str(bevinding)
        assert "\n" not in str(bevinding)
    assert "\n" not in in_een_zin(())
    assert in_een_zin(()) != in_een_zin((Bevinding("geen_casus", "X"),))


def test_een_waarschuwing_telt_niet_als_bevinding() -> None:
    assert in_een_zin((Bevinding("nooit_nagekeken", "X", waarschuwing=True),)) == in_een_zin(())


def test_het_overzicht_noemt_elke_regel_met_wat_erbij_hoort() -> None:
    alle = overzicht()
    lijst = als_tekst()

    assert [deel.regel.id for deel in alle] == [een.id for een in ALLE_REGELS]
    for deel in alle:
        inhoud = deel.als_json()
        assert json.loads(json.dumps(inhoud)) == inhoud
        assert inhoud["als"] == str(deel.regel.als)
        assert [bron["id"] for bron in inhoud["bronnen"]] == list(deel.regel.bronnen)
        assert f"{deel.regel.id}  (" in lijst
        assert inhoud["uitleg"] in lijst


def test_het_overzicht_noemt_de_casussen_die_een_regel_raken() -> None:
    op_id = {deel.regel.id: deel for deel in overzicht()}

    assert "3.3.1-nieuw-mandaat" in op_id["N-MANDAAT"].casussen
    assert op_id["N-MANDAAT"].regel.grondslag is Grondslag.ALGEMEEN_BELANG
    assert "3.3.1-nieuw-mandaat" not in op_id["O-RMC"].casussen
