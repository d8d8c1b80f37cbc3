"""Looking things up in the conversation, and beginning a weighing with the facts of a casus."""

from __future__ import annotations

import datetime as dt

import pytest

from dialogs.bedoeling import Opdracht, Opzoeken
from dialogs.beeld import casus as casussen
from dialogs.beurt import Beurt
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.dossier.wacht import OpBundel, OpVraag
from dialogs.procedure import plaats
from dialogs.procedure.overzicht import borden
from dialogs.stukken import Alinea
from dialogs.stukken.markdown import markdown
from dialogs.stukken.onderwerp import antwoordzin, pagina
from dialogs.teksten import tekst
from dialogs.verstaan.opdrachten import herken, lijkt_vraag, vraag_in
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.model import CasusOnderwerp
from knowledge.onderwerpen.oordelen import situaties
from knowledge.teksten import tekst as kennistekst
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import met_feiten, nu_op, samen_gevraagd, samen_gezegd
from tests.dialogs.test_gesprek import DAG, NU, begin, klaar, teksten, zeg

CASUSSEN = [o for o in onderwerpen().values() if isinstance(o, CasusOnderwerp)]
DEZE = tekst("opzoeken.begin")


def halverwege() -> Beurt:
    return zeg(begin(), "overslaan", "geven", "mbo", "gemeente")


# --- herkennen --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gezegd", "over"),
    [
        ("zoek autisme werkgever", "autisme werkgever"),
        ("Zoek op: RMC", "rmc"),
        ("casus 3.1.2", "casus 3.1.2"),
        ("wat is een overgangsdocument?", "wat is een overgangsdocument"),
        ("verschil oud nieuw 3.3.1", "verschil oud nieuw 3.3.1"),
    ],
)
def test_een_zoekwoord_is_altijd_opzoeken(gezegd: str, over: str) -> None:
    assert herken(gezegd) == Opzoeken(over)


@pytest.mark.parametrize("gezegd", ["zoeken", "zoekwerk", "gemeente", "casusverslag", "19", ""])
def test_een_woord_dat_erop_lijkt_is_geen_opzoeken(gezegd: str) -> None:
    assert herken(gezegd) is None


@pytest.mark.parametrize("gezegd", ["mag dat zomaar?", "gemeente?", "hoe lang bewaar ik dit ?"])
@pytest.mark.parametrize("vraag", ["omschrijving", "van", "nodig_reden", "leeftijd", "gegevens"])
def test_een_vraagteken_vraagt(gezegd: str, vraag: str) -> None:
    assert vraag_in(gezegd, VRAGEN[vraag]) == Opzoeken(gezegd)


@pytest.mark.parametrize("gezegd", ["?", "ja?", "Nee ?", "geen idee?", "overslaan?"])
def test_een_vast_antwoord_blijft_een_antwoord(gezegd: str) -> None:
    assert vraag_in(gezegd, VRAGEN["startkwalificatie"]) is None


def test_wie_een_situatie_beschrijft_mag_met_een_vraag_eindigen() -> None:
    lang = "Een leerling van mij heeft zijn diploma en zoekt nu werk. Zijn klantmanager belt mij "
    lang += "en wil weten hoe het op stage ging. Mag dat?"
    assert vraag_in(lang, VRAGEN["omschrijving"]) is None
    assert vraag_in(lang, VRAGEN["van"]) is not None


@pytest.mark.parametrize("teken", ["", "?", " ?"])
def test_een_korte_vraag_krijgt_eerst_antwoord_met_en_zonder_vraagteken(teken: str) -> None:
    beurt = zeg(begin(), f"mag het doorstroompunt gezondheidsgegevens doorgeven{teken}")

    assert beurt.dossier.stand.getoond == "wetswijziging-bijzondere-gegevens"
    assert beurt.dossier.antwoorden == {}
    assert tekst("gesprek.wegen_zeker") in teksten(beurt)


def test_een_vragende_zin_kiest_niets_maar_mag_wel_een_reden_of_gegeven_zijn() -> None:
    zin = "mag ik de gemeente bellen"
    assert lijkt_vraag(zin)
    assert vraag_in(zin, VRAGEN["naar"]) == Opzoeken(zin)
    for eigen in ("omschrijving", "nodig_reden", "gegevens"):
        assert vraag_in("wat de jongere zelf vertelde", VRAGEN[eigen]) is None


# --- laten zien -------------------------------------------------------------------------------


def test_een_onderwerp_komt_voor_de_vraag_die_openstond() -> None:
    ervoor = halverwege()
    erna = zeg(ervoor, "wat is een startkwalificatie?")

    onderwerp, vraag = spreken.berichten(erna)
    assert spreken.soorten(erna) == ["onderwerp"]
    assert onderwerp.tekst == markdown(antwoordzin(onderwerpen()["begrip-startkwalificatie"]))
    assert onderwerp.keuzes[0] == casussen.lees_verder()
    assert not onderwerp.genummerd
    assert vraag == spreken.berichten(ervoor)[-1]
    assert erna.dossier.antwoorden == ervoor.dossier.antwoorden


@pytest.mark.parametrize("id_", onderwerpen())
def test_elk_antwoord_begint_met_een_zin_en_zijn_bron(id_: str) -> None:
    eerste, meer = antwoordzin(onderwerpen()[id_])
    assert isinstance(eerste, Alinea)
    assert eerste.bronnen
    assert onderwerpen()[id_].naam in markdown((meer,))


@pytest.mark.parametrize("gezegd", ["lees verder", "Meer hierover", "vertel meer?"])
def test_lees_verder_toont_de_hele_bladzijde_en_verandert_niets(gezegd: str) -> None:
    ervoor = zeg(halverwege(), "wat is een startkwalificatie?")
    erna = zeg(ervoor, gezegd)

    bladzijde, vraag = spreken.berichten(erna)
    assert bladzijde.tekst == markdown(pagina(onderwerpen()["begrip-startkwalificatie"]))
    assert vraag == spreken.berichten(ervoor)[-1]
    assert erna.dossier == ervoor.dossier


def test_lees_verder_zonder_dat_er_iets_gezocht_is() -> None:
    assert tekst("opzoeken.niets_te_lezen") in teksten(zeg(halverwege(), "lees verder"))


def test_een_onderwerp_bij_naam_is_in_zijn_geheel_te_lezen() -> None:
    naam = onderwerpen()["begrip-veilig-thuis"].naam
    assert herken(f"lees {naam}") == Opdracht("lees", naam)
    assert herken(f"Lees {naam.lower()}!") == Opdracht("lees", f"{naam.lower()}!")
    assert herken("lees het verslag eens") is None
    assert teksten(zeg(begin(), f"lees {naam}")).startswith(f"# {naam}")


def test_wat_er_niet_uit_springt_geeft_ook_eerst_een_antwoord() -> None:
    beurt = zeg(begin(), "zoek uitkering")
    antwoord, lijst = spreken.berichten(beurt)

    gevonden = beurt.dossier.stand.getoond
    assert antwoord.tekst == markdown(antwoordzin(onderwerpen()[gevonden or ""]))
    assert lijst.keuzes[0] == casussen.leesoptie(onderwerpen()[gevonden or ""])


def test_uit_een_lijst_kiezen_en_weer_verder() -> None:
    ervoor = halverwege()
    lijst = zeg(ervoor, "casussen")

    *_, bericht = spreken.berichten(lijst)
    assert len(bericht.keuzes) == len(CASUSSEN) + 1
    assert spreken.berichten(zeg(lijst, "1"))[0].tekst.startswith(f"# {CASUSSEN[0].naam}")
    assert spreken.berichten(zeg(lijst, str(len(bericht.keuzes)))) == spreken.berichten(ervoor)[-1:]
    assert zeg(lijst, "begeleiding naar werk").dossier.stand.vraag == "gegevens"


def test_elke_keuze_uit_een_lijst_toont_dat_onderwerp() -> None:
    beurt = zeg(begin(), "zoek uitkering")

    for keuze in spreken.berichten(beurt)[-1].keuzes[:-1]:
        assert spreken.berichten(zeg(beurt, keuze.waarde))[0].tekst.startswith(f"# {keuze.label}")


def test_niets_gevonden_zegt_dat() -> None:
    beurt = zeg(halverwege(), "zoek recept voor appeltaart")

    assert kennistekst("zoeken.niets") in teksten(beurt)
    assert zeg(beurt, "verder").dossier.stand.vraag == "doel"


def test_na_afloop_kan_men_ook_opzoeken() -> None:
    dossier = klaar()
    beurt = spreken.beantwoord(dossier, "hoe lang mag ik dit bewaren", NU)

    gevonden = onderwerpen()["begrip-bewaartermijn"]
    assert spreken.berichten(beurt)[0].tekst == markdown(antwoordzin(gevonden))
    assert plaats(beurt.dossier).klaar


def test_wat_iemand_opzoekt_wordt_niet_bewaard() -> None:
    beurt = zeg(halverwege(), "zoek geheimzinnigwoord autisme werkgever")
    assert "geheimzinnigwoord" not in beurt.dossier.model_dump_json()


# --- een weging beginnen met een casus --------------------------------------------------------


def test_eerst_zien_wat_er_ingevuld_wordt() -> None:
    beurt = zeg(begin(), "casus 3.1.2", DEZE)

    assert beurt.dossier.antwoorden == {}
    gezegd = teksten(beurt)
    assert tekst("opzoeken.voorstel", casus=onderwerpen()["casus-3.1.2"].naam) in gezegd
    assert "- leeftijd: 18" in gezegd
    assert tekst("opzoeken.verliest") not in gezegd


def test_een_weging_die_bezig_is_verdwijnt_pas_na_ja() -> None:
    bezig = halverwege()
    voorstel = zeg(bezig, "begin een weging met casus 3.1.2")

    assert tekst("opzoeken.verliest") in teksten(voorstel)
    nee = zeg(voorstel, "nee")
    assert nee.dossier.antwoorden == bezig.dossier.antwoorden
    assert nee.dossier.stand.vraag == bezig.dossier.stand.vraag
    assert isinstance(
        zeg(voorstel, "wat is een startkwalificatie?").dossier.stand.wacht, OpBundel | OpVraag
    )

    ja = zeg(voorstel, "ja")
    assert ja.dossier.id != bezig.dossier.id
    assert ja.dossier.antwoorden["opleiding"].waarde == "entree"
    assert [g.vraag for g in ja.dossier.geschiedenis] == list(
        dict.fromkeys(sleutel.partition("@")[0] for sleutel in ja.dossier.antwoorden)
    )


@pytest.mark.parametrize("gezegd", [DEZE, "begin een weging met casus 9.9.9", "weging met niets"])
def test_zonder_casus_begint_er_niets(gezegd: str) -> None:
    beurt = zeg(begin(), gezegd)
    assert tekst("opzoeken.geen_casus") in teksten(beurt)
    assert beurt.dossier.antwoorden == {}


@pytest.mark.parametrize("casus", CASUSSEN, ids=lambda c: c.id)
def test_met_de_feiten_van_een_casus_komt_haar_oordeel_eruit(casus: CasusOnderwerp) -> None:
    bron = situaties(casus.begin)
    begonnen = zeg(begin(), f"begin een weging met {casus.id.replace('-', ' ')}", "ja")
    open_normen = {"nodig", "alternatief", "belang_zwaarder"}
    ingevuld = {sleutel.partition("@")[0] for sleutel in begonnen.dossier.antwoorden}
    assert not ingevuld & {*open_normen, "nodig_reden", "alternatief_reden", "datum"}

    dossier = _maak_af(begonnen, casus)

    uitkomsten = {bord.uitkomst.doel: bord.uitkomst.oordeel for bord in borden(dossier)}
    for situatie in bron:
        assert uitkomsten[situatie.situatie().doelen()[0]] in situatie.oordeel


def _maak_af(beurt: Beurt, casus: CasusOnderwerp) -> Dossier:
    """Answer what is still asked with what the casus says about it."""
    per_doel = {s.situatie().doelen()[0]: s.situatie() for s in situaties(casus.begin)}
    namen = feitenblad.namen(beurt.dossier)
    nu = nu_op(DAG) + dt.timedelta(minutes=1)

    def antwoord(keer: Keer) -> str:
        situatie = next((s for doel, s in per_doel.items() if doel == keer.doel), None)
        situatie = situatie or next(iter(per_doel.values()))
        if keer.vraag.id != "nodig":
            return met_feiten(situatie)(keer)
        nodig = [g.naam or "" for g in situatie.gegevens or () if g.nodig]
        return (", ".join(nodig) or "geen") if len(namen) > 1 else ("ja" if nodig else "nee")

    for _ in range(30):
        keer = plaats(beurt.dossier).keer
        if keer is None:
            return beurt.dossier
        zin = samen_gezegd(samen_gevraagd(beurt.dossier), antwoord)
        beurt = spreken.beantwoord(beurt.dossier, zin, nu)
        assert spreken.misverstaan(beurt.dossier) == 0, (keer.sleutel, zin)
    raise AssertionError("het gesprek komt niet aan een einde")


# --- niet over delen --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gezegd", "id_"),
    [
        ("mag ik noteren dat een leerling van 16 adhd heeft", "begrip-noteren"),
        ("Mag school registreren dat een student van 17 drugs gebruikt?", "begrip-noteren"),
        ("een student van 19 wil zijn dossier bij het mbo inzien", "begrip-inzagerecht"),
        ("een jongere van 20 wil dat wij zijn gegevens wissen", "begrip-bewaartermijn"),
    ],
)
@pytest.mark.parametrize("begonnen", [False, True], ids=["aan het begin", "onderweg"])
def test_wie_niet_over_delen_vraagt_begint_geen_weging(
    gezegd: str, id_: str, *, begonnen: bool
) -> None:
    ervoor = halverwege() if begonnen else begin()
    erna = zeg(ervoor, gezegd)

    assert erna.dossier.antwoorden == ervoor.dossier.antwoorden
    assert spreken.soorten(erna) == ["zin", "onderwerp"]
    zin, onderwerp, vraag = spreken.berichten(erna)
    assert zin.tekst == kennistekst("zoeken.niet_delen")
    assert onderwerp.tekst == markdown(antwoordzin(onderwerpen()[id_]))
    assert vraag == spreken.berichten(ervoor)[-1]


def test_in_eigen_woorden_is_noteren_geen_vraag() -> None:
    gevraagd = zeg(halverwege(), "begeleiding naar werk")
    assert gevraagd.dossier.stand.vraag == "gegevens"
    beurt = zeg(gevraagd, "wat ik moet noteren in zijn dossier")
    assert kennistekst("zoeken.niet_delen") not in teksten(beurt)


def test_wie_een_situatie_vertelt_en_ook_noteert_vraagt_om_een_weging() -> None:
    lang = """\
        Een student van 19 van het mbo is gestopt. De gemeente wil hem helpen aan werk en vraagt
        om zijn stageverslag. Ik heb alles opgeschreven in het leerlingvolgsysteem. Mag ik het
        verslag geven en mag ik ook noteren dat hij thuis zit?"""
    assert kennistekst("zoeken.niet_delen") not in teksten(zeg(begin(), lang))
