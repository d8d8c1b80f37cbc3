"""Op een scherm: vragen bij elkaar, en de lijst van wat begrepen is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dialogs import gesprek
from dialogs.beeld.delen import Optie
from dialogs.beeld.gezegd import Zin
from dialogs.beeld.vraag import Beeldvraag
from dialogs.dossier import Voorgesteld
from dialogs.dossier.gelezen import dingen
from dialogs.dossier.wacht import OpNiets
from tests.dialogs import spreken
from tests.dialogs.eenmalig import Eenmalig
from tests.dialogs.test_schermbeeld import (
    ALLE,
    ELKE_BUNDEL,
    NU,
    beeld,
    beelden,
    begin,
    elke_vraag,
    zeg,
)
from tests.transcripten import Transcript


def velden(vraag: Beeldvraag) -> Iterator[tuple[Beeldvraag, Optie]]:
    for veld in vraag.velden:
        for optie in (*veld.opties, veld.weet_niet):
            if optie is not None:
                yield veld, optie


VELDEN, KNOPPEN = Eenmalig(), Eenmalig()


@ALLE
def test_elk_veld_van_een_bundel_wordt_verstaan(transcript: Transcript) -> None:
    """One line that is filled in answers that question, tells nothing else, leaves the rest."""
    for dossier, getoond in beelden(transcript):
        if not VELDEN.nieuw(dossier, getoond.vraag):
            continue
        for veld, optie in velden(getoond.vraag):
            erna = zeg(dossier, f"{veld.onderwerp}: {optie.waarde}")
            assert set(erna.antwoorden) - set(dossier.antwoorden) == {veld.sleutel}, optie
            assert erna.stand.voorgesteld == (), optie


@ALLE
def test_een_hele_bundel_in_een_bericht(transcript: Transcript) -> None:
    for dossier, getoond in beelden(transcript):
        vraag = getoond.vraag
        if vraag.soort != "bundel":
            continue
        regels = [
            f"{veld.onderwerp}: {veld.opties[0].waarde if veld.opties else veld.min}"
            for veld in vraag.velden
        ]
        erna = zeg(dossier, "\n".join(regels))
        weg = {veld.sleutel for veld in vraag.velden} - set(erna.antwoorden)
        # Who is still at school did not leave it so many months ago: that is let go. And so is
        # whether it can be done otherwise, when what is needed is nothing that one may share.
        assert {sleutel.partition("@")[0] for sleutel in weg if sleutel} <= {
            "maanden_sinds_uitstroom",
            "alternatief",
        }


def in_formulier(veld: Beeldvraag, optie: Optie) -> Any:
    """Return what the form of a bundle holds when this is picked."""
    meer = veld.soort in ("meerkeuze", "selectie") and optie != veld.weet_niet
    return [optie.in_formulier] if meer else optie.in_formulier


@ELKE_BUNDEL
def test_elk_veld_in_een_formulier_zegt_wat_zijn_regel_zegt(vraag: str) -> None:
    dossier, gesteld = elke_vraag()[vraag]
    for veld, optie in velden(gesteld):
        regel = spreken.beantwoord(dossier, f"{veld.onderwerp}: {optie.waarde}", NU)
        ingevuld = spreken.vul_in(dossier, {veld.sleutel or "": in_formulier(veld, optie)}, NU)
        assert ingevuld.dossier == regel.dossier, optie
        assert ingevuld.gezegd == regel.gezegd


LOS: dict[str, Any] = {"getal": 18, "gegevens": ["adres", "verslag"]}


def test_van_gegevens_in_een_bundel_worden_de_soorten_nagevraagd() -> None:
    dossier = next(d for v, (d, _) in elke_vraag().items() if v.startswith("bundel gebruiker van"))

    erna = spreken.vul_in(dossier, {"gegevens": LOS["gegevens"]}, NU).dossier

    assert {v.sleutel for v in erna.stand.voorgesteld} == {"soort:adres", "soort:verslag"}


@ELKE_BUNDEL
def test_een_bundel_met_een_veld_dat_niet_klopt_telt_niet(vraag: str) -> None:
    dossier, gesteld = elke_vraag()[vraag]
    goed: dict[str, Any] = {
        veld.sleutel or "": in_formulier(veld, veld.opties[0]) if veld.opties else LOS[veld.soort]
        for veld in gesteld.velden
    }
    assert set(spreken.vul_in(dossier, goed, NU).dossier.antwoorden) > set(dossier.antwoorden)
    for sleutel in goed:
        for fout in ({**goed, sleutel: "onzin"}, {**goed, sleutel: {}}, {**goed, "onzin": 1}):
            beurt = spreken.vul_in(dossier, fout, NU)
            assert beurt.dossier == dossier
            assert beurt.gezegd == (Zin(sleutel="misverstaan.formulier"),)
    leeg = spreken.vul_in(dossier, {}, NU)
    assert leeg.dossier == dossier
    assert leeg.gezegd == (Zin(sleutel="misverstaan.formulier_leeg"),)


@ALLE
def test_de_knoppen_bij_een_bundel(transcript: Transcript) -> None:
    for dossier, getoond in beelden(transcript):
        vraag = getoond.vraag
        if vraag.soort != "bundel" or not KNOPPEN.nieuw(dossier, vraag):
            continue
        assert vraag.los is not None
        los = beeld(zeg(dossier, vraag.los.waarde)).vraag
        assert los.sleutel == vraag.sleutel
        assert los.velden == ()
        if vraag.geen is not None:
            erna = zeg(dossier, vraag.geen.waarde)
            assert not any(erna.antwoorden[veld.sleutel or ""].waarde for veld in vraag.velden)


def test_wat_niet_verstaan_is_verandert_niets_aan_een_bundel() -> None:
    dossier = zeg(begin(), "overslaan")
    ervoor, erna = beeld(dossier).vraag, beeld(zeg(dossier, "paars")).vraag
    assert (ervoor.misverstaan, erna.misverstaan) == (0, 1)
    assert erna.model_copy(update={"misverstaan": 0}) == ervoor


VERTELD = (
    "Ik werk op een mbo-school en wil een stageverslag geven aan de gemeente. "
    "De jongere is 18 jaar en deed entree."
)


def test_wat_begrepen_is_staat_in_een_lijst() -> None:
    dossier = zeg(begin(), VERTELD)
    vraag = beeld(dossier).vraag
    assert vraag.sleutel == "begrepen"
    assert vraag.toelichting is None
    # Every thing once: an item with its kind is one.
    nummers = [regel.nummer for regel in vraag.begrepen]
    assert sorted(nummers) == [*range(1, len(dingen(dossier.stand.voorgesteld)) + 1)]
    [leeftijd] = [regel for regel in vraag.begrepen if regel.onderwerp == "leeftijd"]
    assert (leeftijd.antwoord, leeftijd.was) == ("18", None)
    assert leeftijd.woorden in VERTELD
    # What is assumed has no words.
    assert any(not regel.woorden for regel in vraag.begrepen)


@pytest.mark.parametrize("uit", [{1}, {2, 4}, {1, 2, 3}])
def test_de_nummers_van_wat_niet_klopt(uit: set[int]) -> None:
    dossier = zeg(begin(), VERTELD)
    ding = {een.id: een for een in dingen(dossier.stand.voorgesteld)}
    alle = {n: ding[id_] for n, id_ in enumerate(dossier.stand.nummers, 1)}
    *eerste, laatste = map(str, sorted(uit))
    zin = f"{', '.join(eerste)} en {laatste}" if eerste else laatste

    gezegd = spreken.beantwoord(dossier, zin, NU)
    ingevuld = spreken.vul_in(dossier, {"begrepen": sorted(uit)}, NU)

    assert ingevuld == gezegd
    erna = gezegd.dossier
    goed = {v.sleutel for n, een in alle.items() if n not in uit for v in een.voorstellen}
    goed |= {"doel_woorden"} if "doel" in goed else set()
    assert set(erna.antwoorden) - set(dossier.antwoorden) == goed


def test_alles_of_niets_van_wat_begrepen_is() -> None:
    dossier = zeg(begin(), VERTELD)
    alle = [regel.nummer for regel in beeld(dossier).vraag.begrepen]
    for uit, zin in (([], "ja"), (alle, "nee")):
        ingevuld = spreken.vul_in(dossier, {"begrepen": uit}, NU)
        assert ingevuld == spreken.beantwoord(dossier, zin, NU)


def test_welke_lezing_klopt() -> None:
    dossier = zeg(begin(), "Volgens school is hij 17, volgens hemzelf is hij 18.")
    opties = beeld(dossier).vraag.opties
    assert [optie.in_formulier for optie in opties] == [1, 2, 0]
    for optie in opties:
        ingevuld = spreken.vul_in(dossier, {"begrepen": optie.in_formulier}, NU)
        assert ingevuld == spreken.beantwoord(dossier, optie.waarde, NU)


def test_een_regel_zegt_wat_het_antwoord_was() -> None:
    dossier = zeg(begin(), "overslaan", "geven, mbo, gemeente, begeleiding naar werk")
    dossier = zeg(dossier, "wijzig ontvanger", "overslaan")
    voorstel = Voorgesteld(sleutel="naar", waarde="uwv", woorden="het UWV")
    gelezen = dossier.wachtend(OpNiets()).gelezen((voorstel,))
    vraag = beeld(gesprek.begroet(gelezen, NU).dossier).vraag
    [regel] = vraag.begrepen
    assert (regel.antwoord, regel.was) == ("UWV", "Gemeente, Werk en Inkomen")
