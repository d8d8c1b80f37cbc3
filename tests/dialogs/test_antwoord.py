"""The first sentence of an outcome answers the question somebody came with."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from dialogs.dossier import Antwoord, Dossier, uit_casus
from dialogs.procedure.bord import Bord
from dialogs.samenvatting.antwoord import HANDELINGEN, Antwoordzin, antwoordzin, vraagt_of_het_mag
from dialogs.teksten import tabel
from dialogs.weergave import soort_uitspraak
from knowledge.beslissing import Oordeel
from knowledge.feiten import Organisatie, Situatie

DAG = dt.date(2026, 3, 2)
DOEL = "begeleiding_naar_werk"
SOORTEN = ("mag", "deels", "nog_niet", "niet", "zelf", "anders", "open")
ALLE = [
    Antwoordzin(rol, handeling, soort, gevraagd=gevraagd, ander="de gemeente")
    for rol in HANDELINGEN
    for handeling in HANDELINGEN[rol]
    for soort in SOORTEN
    for gevraagd in (True, False)
]


def bord_van(feiten: dict[str, Any], omschrijving: str) -> Bord:
    antwoorden = uit_casus.antwoorden([Situatie.model_validate(feiten)])
    antwoorden |= {"omschrijving": Antwoord(waarde=omschrijving)}
    if "gegevens" in feiten:
        # What is open to weigh is never filled in from facts.
        antwoorden |= {f"nodig@{DOEL}": Antwoord(waarde=["stage"])}
        antwoorden |= {f"alternatief@{DOEL}": Antwoord(waarde="geen")}
    dossier = Dossier(id="proef", begonnen=DAG, antwoorden=antwoorden)
    return Bord(dossier, DOEL)


@pytest.mark.parametrize("zin", ALLE, ids=lambda zin: f"{zin.sleutels()} {zin.gevraagd}")
def test_elke_uitkomst_geeft_voor_elke_kant_een_hele_zin(zin: Antwoordzin) -> None:
    woorden = str(zin)
    assert re.fullmatch(r"[A-Z][^{}]*[a-z]\.", woorden)
    assert len(woorden.split()) <= 20
    eerste = woorden.split(maxsplit=1)[0].rstrip(",")
    if zin.soort == "open" or not zin.gevraagd:
        assert eerste not in ("Ja", "Nee")
    else:
        assert eerste == ("Ja" if zin.soort in ("mag", "deels", "zelf") else "Nee")


def test_elke_handeling_heeft_woorden_en_elke_partij_een_naam() -> None:
    werkwoorden = tabel("antwoord_woorden")["handelingen"]
    for _, *handelingen in HANDELINGEN.values():
        assert set(handelingen) <= set(werkwoorden)
    assert set(tabel("partij_lidwoord")) == {organisatie.value for organisatie in Organisatie}


@pytest.mark.parametrize(
    ("gevraagd", "vraagt"),
    [
        ("Mag ik het roc bellen?", True),
        ("Hij is klaar met school. Mag dat?", True),
        ("mogen wij dit doorgeven aan de gemeente", True),
        ("Kan ik zijn verslag mailen", True),
        ("Wat mag ik doorgeven?", False),
        ("Hoe mag ik dit sturen?", False),
        ("De gemeente wil weten wat hij mankeert.", False),
        ("", False),
    ],
)
def test_ja_of_nee_zegt_men_tegen_wie_dat_vraagt(gevraagd: str, *, vraagt: bool) -> None:
    assert vraagt_of_het_mag(gevraagd) is vraagt


@pytest.mark.parametrize(
    ("omschrijving", "feiten", "sleutels", "ander"),
    [
        (
            "Mag ik het roc bellen?",
            {"van": "mbo", "naar": "gemeente", "gebruiker": "ontvanger"},
            "nee ontvanger bellen nog_niet",
            "het roc",
        ),
        (
            "Ik wil zijn stageverslag naar zijn stagebedrijf sturen.",
            {"van": "mbo", "naar": "werkgever", "gebruiker": "verstrekker"},
            "verstrekker sturen nog_niet",
            "het stagebedrijf",
        ),
        (
            "Zijn werkgever vraagt ernaar.",
            {
                "van": "mbo",
                "naar": "werkgever",
                "gebruiker": "verstrekker",
                "toestemming": "geweigerd",
            },
            "verstrekker geven niet",
            "de werkgever",
        ),
    ],
)
def test_het_antwoord_volgt_uit_kant_handeling_en_oordeel(
    omschrijving: str, feiten: dict[str, str], sleutels: str, ander: str
) -> None:
    bord = bord_van(
        {
            "datum": DAG,
            "doel": DOEL,
            "leeftijd": 19,
            "opleiding": "entree",
            "schoolstatus": "gediplomeerd",
            "maanden_sinds_uitstroom": 8,
            "alb_gebruik": False,
            "levensgevaar": False,
            "jongere_aanwezig": False,
            "overeenkomst_nodig": False,
            "toestemming": "niet_gevraagd",
            "gegevens": [{"naam": "stage", "soort": ["gewoon"], "nodig": True}],
            "doel_verenigbaar": True,
            "alternatief": "geen",
            **feiten,
        },
        omschrijving,
    )
    zin = antwoordzin(bord, bord.volledig)
    assert zin is not None
    assert zin.sleutels() == sleutels
    assert zin.ander == ander


def test_wie_niets_vroeg_krijgt_geen_antwoord_op_wat_nog_open_is() -> None:
    bord = bord_van({"van": "mbo", "naar": "gemeente"}, "Er speelt iets.")
    assert soort_uitspraak(bord, bord.volledig) == Oordeel.ONVOLLEDIG
    assert antwoordzin(bord, bord.volledig) is None
