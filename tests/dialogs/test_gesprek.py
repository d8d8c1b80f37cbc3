"""The conversation around the questions: going back, changing, stopping, keeping."""

import datetime as dt

import pytest

from dialogs import gesprek
from dialogs.beurt import Beurt, Bewaar, OpenWeging, ToonWegingen
from dialogs.dossier import Antwoord, Dossier
from dialogs.dossier.wacht import OpVraag
from dialogs.samenvatting.markdown import markdown
from dialogs.teksten import tekst
from knowledge import editie
from knowledge.casussen import casussen
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import met_feiten, voer

DAG = dt.date(2026, 3, 2)
NU = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)


TOT_STAP_1 = ("overslaan", "geven", "mbo", "gemeente", "1", "adres", "gewoon")


def begin() -> Beurt:
    return gesprek.begroet(gesprek.nieuw("proef", DAG), NU)


def zeg(beurt: Beurt, *zinnen: str) -> Beurt:
    for zin in zinnen:
        beurt = spreken.beantwoord(beurt.dossier, zin, NU)
    return beurt


def klaar() -> Dossier:
    casus = next(s for c in casussen() for s in c.situaties if s.id == "3.3.1-nieuw")
    dossier, _ = voer(met_feiten(casus.situatie()), DAG)
    return dossier


def teksten(beurt: Beurt) -> str:
    return "\n".join(bericht.tekst for bericht in spreken.berichten(beurt))


def test_de_groet_stelt_meteen_de_eerste_vraag() -> None:
    beurt = begin()

    assert tekst("gesprek.groet") in teksten(beurt)
    assert spreken.berichten(beurt)[-1].vraag == "omschrijving"
    assert beurt.dossier.stand.vraag == "omschrijving"


def test_elke_vraag_laat_zien_waar_je_bent_en_biedt_uitleg() -> None:
    beurt = zeg(begin(), *TOT_STAP_1, "één voor één")

    vraag = spreken.berichten(beurt)[-1]
    assert vraag.vraag == "levensgevaar"
    assert vraag.voortgang == tekst("gesprek.stap_van_vier", stap="1", titel="Grondslag")
    labels = [keuze.label for keuze in vraag.keuzes]
    assert labels[-2:] == [tekst("knoppen.weet_niet"), tekst("knoppen.waarom")]


def test_waarom_noemt_de_bron_en_komt_terug_bij_de_vraag() -> None:
    beurt = zeg(begin(), "overslaan", "waarom?")

    assert "2026 §3.1.2 stap 1, nieuw" in teksten(beurt)
    assert spreken.berichten(beurt)[-1].vraag == "gebruiker"


def test_de_knop_waarom_werkt_ook_als_nummer() -> None:
    beurt = zeg(begin(), "overslaan", "één voor één", "4")

    assert tekst("vragen.gebruiker.waarom") in teksten(beurt)


def test_weet_ik_niet_vertelt_hoe_je_erachter_komt_en_gaat_verder() -> None:
    beurt = zeg(begin(), *TOT_STAP_1, "één voor één", "weet ik niet")

    assert tekst("vragen.levensgevaar.uitzoeken") in teksten(beurt)
    assert beurt.dossier.antwoorden["levensgevaar"].waarde is None
    assert beurt.dossier.stand.vraag != "levensgevaar"


def test_terug_opent_de_vorige_vraag_met_het_antwoord_van_toen() -> None:
    beurt = zeg(begin(), "overslaan", "geven", "terug")

    assert beurt.dossier.stand.vraag == "gebruiker"
    assert tekst("gesprek.was", antwoord=tekst("keuzes.gebruiker.verstrekker")) in teksten(beurt)
    assert zeg(beurt, "krijgen").dossier.antwoorden["gebruiker"].waarde == "ontvanger"


def test_terug_op_terug_gaat_verder_terug() -> None:
    beurt = zeg(begin(), "overslaan", "geven", "mbo", "terug", "terug")

    assert beurt.dossier.stand.vraag == "gebruiker"


def test_verder_terug_dan_het_begin_kan_niet() -> None:
    assert tekst("gesprek.terug_kan_niet") in teksten(zeg(begin(), "terug"))


def test_wijzig_zonder_onderwerp_biedt_een_lijst_waaruit_een_nummer_kiest() -> None:
    beurt = zeg(begin(), "overslaan", "geven", "mbo", "wijzig")

    assert [k.label for k in spreken.berichten(beurt)[-1].keuzes][:3] == [
        "beschrijving",
        "jouw kant",
        "gever",
    ]
    assert zeg(beurt, "3").dossier.stand.vraag == "van"


def test_een_onbekend_onderwerp_noemt_wat_wel_kan() -> None:
    beurt = zeg(begin(), "overslaan", "geven", "wijzig schoenmaat")

    assert tekst("gesprek.wijzig_onbekend") in teksten(beurt)


def test_wijzigen_houdt_wat_klopt_en_vraagt_alleen_wat_openging() -> None:
    dossier = klaar()
    beurt = zeg(Beurt(dossier), "wijzig mandaat", "ja")

    # With a mandate the questions about consent no longer matter: straight to the end.
    assert beurt.dossier.stand.vraag is None
    assert beurt.dossier.antwoorden["levensgevaar"].waarde is False


def test_een_feit_dat_niet_meer_kan_verdwijnt_met_de_wijziging() -> None:
    beurt = zeg(begin(), "overslaan", "geven", "mbo", "gemeente", "1", "adres", "gewoon", "nee")
    beurt = zeg(beurt, "entree", "diploma", "8", "wijzig school", "ingeschreven")

    assert "maanden_sinds_uitstroom" not in beurt.dossier.antwoorden


def test_andere_gegevens_vragen_opnieuw_wat_nodig_is() -> None:
    beurt = zeg(Beurt(klaar()), "wijzig gegevens", "alleen de uitslag")

    over = [s for s in beurt.dossier.antwoorden if s.startswith(("soort", "nodig"))]
    assert over == []
    assert beurt.dossier.stand.vraag == "soort:alleen de uitslag"


def test_de_datum_wordt_niet_gevraagd_maar_is_te_wijzigen() -> None:
    beurt = zeg(Beurt(klaar()), "wijzig datum", "3-3-2025")

    assert "2.3.1" in teksten(zeg(beurt, "samenvatting"))


def test_opnieuw_vraagt_eerst_of_het_zeker_is() -> None:
    beurt = zeg(begin(), "overslaan", "geven", "opnieuw")
    assert beurt.dossier.antwoorden

    assert zeg(beurt, "nee").dossier.antwoorden
    assert not zeg(beurt, "ja").dossier.antwoorden


@pytest.mark.parametrize("zijpad", ["opnieuw", "wijzig", "casussen"])
@pytest.mark.parametrize("zin", ["nee", "toch niet", "nee laat maar", "?", "geen"])
def test_een_nee_bij_een_zijpad_is_geen_antwoord_op_de_vraag_eronder(zijpad: str, zin: str) -> None:
    beurt = zeg(begin(), *TOT_STAP_1, "één voor één", zijpad)
    vraag, antwoorden = beurt.dossier.stand.vraag, beurt.dossier.antwoorden
    assert vraag == "levensgevaar"

    erna = zeg(beurt, zin)

    assert erna.dossier.antwoorden == antwoorden
    assert erna.dossier.stand.wacht == beurt.dossier.stand.gesteld


@pytest.mark.parametrize("zin", ["ja hoor", "ja, begin opnieuw"])
def test_een_ja_met_woorden_erbij_begint_opnieuw(zin: str) -> None:
    beurt = zeg(begin(), *TOT_STAP_1[:-1], "opnieuw")
    assert not zeg(beurt, zin).dossier.antwoorden


def test_wie_bij_een_zijpad_iets_vertelt_antwoordt_nog() -> None:
    erna = zeg(begin(), *TOT_STAP_1[:-1], "opnieuw", "nee, hij gaat naar het UWV").dossier
    assert erna.antwoorden["naar"].waarde == "uwv"


def test_stop_bewaart_en_later_gaan_we_verder() -> None:
    beurt = zeg(begin(), "overslaan", "geven", "stop")

    assert beurt.einde
    terug = gesprek.begroet(beurt.dossier, NU)
    assert tekst("gesprek.terug_van_weg") in teksten(terug)
    assert spreken.berichten(terug)[-1].vraag == "van"


def test_bewaren_kan_pas_als_de_weging_klaar_is() -> None:
    assert tekst("gesprek.nog_niet_klaar") in teksten(zeg(begin(), "bewaar"))

    beurt = zeg(Beurt(klaar()), "bewaar")
    assert isinstance(beurt.verzoek, Bewaar)
    assert beurt.verzoek.samenvatting.compleet


def test_bewaard_is_bewaard_tot_er_iets_verandert() -> None:
    bewaard = gesprek.na_bewaren(klaar(), "WW-2026-0001")
    assert tekst("gesprek.al_bewaard", kenmerk="WW-2026-0001") in teksten(zeg(bewaard, "bewaar"))

    gewijzigd = zeg(bewaard, "wijzig functie", "mentor, roc")
    assert isinstance(zeg(gewijzigd, "bewaar omdat dit nog ontbrak").verzoek, Bewaar)


@pytest.mark.parametrize("zin", ["open WW-2026-0001", "ww-2026-1", "open ww-2026-0001."])
def test_een_weging_is_te_openen_bij_haar_kenmerk(zin: str) -> None:
    assert zeg(begin(), zin).verzoek == OpenWeging("WW-2026-0001")


def test_mijn_wegingen_vraagt_om_de_lijst() -> None:
    assert isinstance(zeg(begin(), "mijn wegingen").verzoek, ToonWegingen)


def test_een_vraag_die_een_nieuwe_versie_niet_meer_stelt_wordt_niet_beantwoord() -> None:
    beurt = zeg(begin(), "overslaan", "geven")
    oud = beurt.dossier.wachtend(OpVraag(vraag="bestaat_niet_meer"))

    verder = spreken.beantwoord(oud, "mbo", NU)

    assert verder.dossier.stand.vraag == "van"
    assert "van" not in verder.dossier.antwoorden


def test_een_antwoord_uit_een_oudere_versie_mag_blijven_staan() -> None:
    beurt = zeg(begin(), "overslaan", "geven")
    antwoorden = {**beurt.dossier.antwoorden, "oude_vraag": Antwoord(waarde="x")}
    oud = beurt.dossier.model_copy(update={"antwoorden": antwoorden})

    assert spreken.berichten(gesprek.begroet(oud, NU))[-1].vraag == "van"


def test_ongevraagde_tekst_wordt_niet_bewaard() -> None:
    nieuw = gesprek.nieuw("proef", DAG)

    beurt = spreken.beantwoord(nieuw, "Hoe lang bewaren scholen zulke dossiers?", NU)

    assert beurt.dossier.antwoorden == {}
    assert "scholen" not in beurt.dossier.model_dump_json()


def test_geen_reden_en_geen_altijd_vragen_na_een_nee_in_stap_1() -> None:
    casus = next(s for c in casussen() for s in c.situaties if s.id == "3.1.3-nieuw")
    _, gezegd = voer(met_feiten(casus.situatie()), DAG)

    gevraagd = {keer.vraag.id for keer, _ in gezegd}
    assert gevraagd.isdisjoint({"nodig_reden", "alternatief_reden", "informeren", "motiveren"})


def test_een_volgende_weging_is_een_ander_dossier() -> None:
    eerste = klaar()
    bewaard = gesprek.na_bewaren(eerste, "WW-2026-0001")

    tweede = zeg(bewaard, "opnieuw").dossier
    derde = zeg(zeg(Beurt(tweede), "overslaan"), "opnieuw", "ja").dossier

    assert len({eerste.id, tweede.id, derde.id}) == 3


def test_halverwege_zegt_de_samenvatting_niets_over_wat_nog_komt() -> None:
    beurt = zeg(begin(), "overslaan", "geven", "samenvatting")

    _, _, na = tekst("samenvatting.overgeslagen", stappen="|").partition("|")
    assert na not in teksten(beurt)


def test_de_samenvatting_noemt_de_editie_van_de_kennis() -> None:
    beurt = zeg(Beurt(klaar()), "bewaar")

    assert isinstance(beurt.verzoek, Bewaar)
    assert beurt.verzoek.samenvatting.kennis == editie.naam()
    assert editie.naam() in markdown(beurt.verzoek.samenvatting)


def test_de_samenvatting_zegt_waarom_elke_regel_opgaat() -> None:
    beurt = zeg(Beurt(klaar()), "bewaar")

    assert isinstance(beurt.verzoek, Bewaar)
    [doel] = beurt.verzoek.samenvatting.doelen
    regels = {regel.id: regel for stap in doel.stappen for regel in stap.regels}
    assert regels["N-DSP-STARTKWAL"].feiten
