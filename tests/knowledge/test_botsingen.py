"""Facts that cannot go together are not weighed but shown; facts that just can, are weighed."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.beslissing import Oordeel
from knowledge.feiten import Situatie
from knowledge.kennis import huidige
from knowledge.uitkomst import Uitkomst
from knowledge.weging import weeg

# A student who agreed: whatever is wrong, it is not a ground that lacks.
GEWOON: dict[str, Any] = {
    "datum": "2026-03-02",
    "van": "mbo",
    "naar": "werkgever",
    "doel": "begeleiding_naar_werk",
    "leeftijd": 20,
    "opleiding": "mbo3",
    "schoolstatus": "ingeschreven",
    "startkwalificatie": False,
    "toestemming": "gegeven",
    "toestemming_vrij": True,
    "toestemming_duidelijk": True,
    "toestemming_geinformeerd": True,
    "toestemming_specifiek": True,
    "doel_verenigbaar": True,
    "alternatief": "geen",
    "levensgevaar": False,
    "gegevens": [{"naam": "stage-ervaringen", "soort": "gewoon", "nodig": True}],
}
GEDIPLOMEERD = {"schoolstatus": "gediplomeerd", "maanden_sinds_uitstroom": 2}
DIPLOMAS = ("mbo2_bol", "mbo2_bbl", "mbo3", "mbo4", "hbo_wo")
EERDER = ("pro", "vso_arbeid", "vso_overig", "entree", *DIPLOMAS[:-1])

BOTST = (
    ("maanden_en_ingeschreven", {"maanden_sinds_uitstroom": 1}),
    *(("diploma_zonder_startkwalificatie", {**GEDIPLOMEERD, "opleiding": o}) for o in DIPLOMAS),
    *(("hbo_met_andere_opleiding", {"van": "hbo_wo", "opleiding": o}) for o in EERDER),
    ("datum_voor_avg", {"datum": "2018-05-24"}),
)
KAN_NET = (
    {"maanden_sinds_uitstroom": 0},
    *({**GEDIPLOMEERD, "opleiding": o} for o in ("pro", "vso_arbeid", "vso_overig", "entree")),
    {**GEDIPLOMEERD, "schoolstatus": "gestopt"},
    {**GEDIPLOMEERD, "startkwalificatie": True},
    {"van": "hbo_wo", "opleiding": "hbo_wo"},
    *({"van": van, "opleiding": "entree"} for van in ("vo", "pro", "vso", "jeugdzorg", "gemeente")),
    # Far beyond the target group: a warning, not a clash.
    {"leeftijd": 40},
    {"leeftijd": 40, "datum": "2025-12-31"},
    {"datum": "2018-05-25"},
)


def uitkomst(anders: dict[str, Any]) -> Uitkomst:
    [uit] = weeg(Situatie.model_validate({**GEWOON, **anders}))
    return uit


@pytest.mark.parametrize(("botsing", "anders"), BOTST)
def test_wat_niet_samengaat_wordt_niet_gewogen(botsing: str, anders: dict[str, Any]) -> None:
    uit = uitkomst(anders)

    assert uit.oordeel is Oordeel.OVERLEG
    assert uit.let_op[0] == huidige().tekst(f"botsingen.{botsing}")
    # What one does all the same is named with its sources; no rule of a stap is.
    assert "B-BOTSING" in uit.regels
    assert {r.stap for r in huidige().regels if r.id in uit.regels} == {5}
    assert uit.bronnen
    assert huidige().tekst("acties.botsing_uitzoeken") in uit.acties
    assert [(g.delen, g.oordeel) for g in uit.gegevens] == [(False, Oordeel.OVERLEG)]
    assert uit.gegevens[0].reden == huidige().tekst("redenen.botsing")


@pytest.mark.parametrize("anders", KAN_NET)
def test_wat_net_wel_kan_wordt_gewogen(anders: dict[str, Any]) -> None:
    assert uitkomst(anders).oordeel is Oordeel.MAG
