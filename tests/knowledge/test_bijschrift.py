"""What a casus brings along: conditions on sharing, what to do, and what to watch out for."""

from __future__ import annotations

from typing import Any, Final

import pytest

from knowledge.beslissing import Oordeel
from knowledge.casussen import CasusSituatie, casussen
from knowledge.feiten import Situatie
from knowledge.kennis import huidige
from knowledge.stem import elke_stem
from knowledge.uitkomst import Uitkomst
from knowledge.weging import weeg, weeg_doel

SITUATIES = {situatie.id: situatie for casus in casussen() for situatie in casus.situaties}

# Which casus shows it, and where the documents or the law ask for it.
HOORT_BIJ = (
    # Stap 1: danger. 112 first, only what is needed, to who can avert it, and tell afterwards.
    ("acties.bel_112", "gevaar-nieuw-veilig-thuis"),
    ("acties.bel_112", "gevaar-nieuw-werkgever"),
    ("acties.bel_112", "gevaar-naar-gemeente-toegestemd"),
    ("acties.achteraf_informeren", "gevaar-nieuw-veilig-thuis"),
    ("voorwaarden.vitaal_alleen_nodig", "gevaar-nieuw-veilig-thuis"),
    ("voorwaarden.vitaal_ontvanger", "gevaar-nieuw-veilig-thuis"),
    ("let_op.vitaal_bijzonder", "gevaar-nieuw-gezondheid"),
    ("acties.veilig_thuis_bellen", "gevaar-nieuw-werkgever"),
    ("let_op.vitaal_verkeerde_ontvanger", "gevaar-nieuw-werkgever"),
    ("acties.veilig_thuis_bellen", "gevaar-naar-gemeente"),
    ("let_op.vitaal_andere_ontvanger", "gevaar-naar-gemeente"),
    ("acties.veilig_thuis_advies", "gevaar-nieuw-geen-gevaar"),
    ("let_op.meldrecht_veilig_thuis", "gevaar-nieuw-geen-gevaar"),
    ("let_op.leeftijd_buiten_documenten", "gevaar-ouder-dan-de-doelgroep"),
    ("let_op.ouders_deel_van_gevaar", "gevaar-nieuw-ouders"),
    ("voorwaarden.meldcode_stappen", "veilig-thuis-vermoeden"),
    ("voorwaarden.meld_alleen_wat_helpt", "veilig-thuis-vermoeden"),
    ("acties.meldrecht_vertellen", "veilig-thuis-vermoeden"),
    ("let_op.meldrecht_buiten_documenten", "veilig-thuis-vermoeden"),
    ("let_op.meldrecht_bijzonder", "veilig-thuis-gezondheid"),
    ("let_op.meldrecht_geheim", "veilig-thuis-geheim-arts"),
    # Stap 1: statutory grounds, each with its limit.
    ("voorwaarden.verzuim_via_duo", "verzuim-nieuw-18"),
    ("voorwaarden.verzuim_via_duo", "verzuim-oud-18"),
    ("voorwaarden.alleen_overgangsdocument", "3.1.1-nieuw"),
    ("voorwaarden.alleen_overgangsdocument", "overgang-dsp-met-taak"),
    ("voorwaarden.alleen_inkomen_inschrijving", "bidn-doorstroompunt"),
    ("voorwaarden.verzuim_zestien_uur", "leerplicht-nieuw-15"),
    ("voorwaarden.alleen_verzuimgegevens", "leerplicht-nieuw-15"),
    ("voorwaarden.alleen_wat_leerplicht_vraagt", "leerplicht-vraagt-ziek"),
    ("let_op.leerplicht_geen_oorzaak", "leerplicht-vraagt-ziek"),
    ("voorwaarden.alleen_registergegevens", "duo-register"),
    ("let_op.buiten_documenten_wet", "duo-register"),
    ("voorwaarden.gemeente_vroeg_erom", "pw-uwv"),
    ("voorwaarden.alleen_wat_pw_vraagt", "pw-uwv"),
    ("let_op.suwi_kan_grond_geven", "pw-gemeente-naar-uwv"),
    ("voorwaarden.alleen_leerplichtgegevens", "lp-dsp-18"),
    ("let_op.lp_dsp_nog_plichtig", "lp-dsp-17"),
    ("voorwaarden.alleen_over_school", "ouders-15"),
    ("let_op.ouders_buiten_documenten", "ouders-15"),
    ("let_op.ouders_gezag", "ouders-15"),
    ("let_op.ouders_tegen_wens", "ouders-16-geweigerd"),
    ("let_op.gezag_andere_wet", "gezag-politie"),
    ("voorwaarden.mandaat_deze_taak", "3.3.1-nieuw-mandaat"),
    ("voorwaarden.akkoord_met_begeleiding", "3.1.1-nieuw"),
    ("voorwaarden.alleen_gezamenlijke_begeleiding", "terug-ingeschreven"),
    ("let_op.pw65_bij_taak", "terug-ingeschreven"),
    ("voorwaarden.ouders_akkoord_na_vertrek", "overdracht-17-ouders-niet-gevraagd"),
    ("let_op.ouders_akkoord_onze_lezing", "overdracht-17-ouders-niet-gevraagd"),
    ("let_op.akkoord_maar_geweigerd", "overdracht-geweigerd"),
    ("let_op.akkoord_maar_geen_alb", "overdracht-akkoord-maar-geen-alb"),
    ("let_op.tegen_weigering", "vsv-geweigerd"),
    ("let_op.recht_van_bezwaar", "vsv-geweigerd"),
    ("let_op.dsp_gesloten_lijst", "3.3.3-nieuw"),
    ("let_op.leerbaarheid_onze_lezing", "vsv-leerbaarheid"),
    ("let_op.belang_vastleggen", "3.2.2-veiligheid"),
    ("let_op.belang_bezwaar", "3.2.2-veiligheid"),
    ("let_op.belang_algemeen", "3.2.2-veiligheid"),
    ("let_op.belang_niet_in_documenten", "belang-van-wijkteam"),
    ("voorwaarden.dsp_eerst_overleg", "3.3.3-nieuw"),
    ("acties.school_bevragen_alb", "3.3.3-nieuw"),
    ("let_op.overleg_alb_mag", "overgang-dsp-zonder-taak"),
    ("let_op.leveren_op_verzoek", "vsv-gemengd"),
    ("let_op.dsp_alleen_wie_steun_wil", "vsv-gezondheid-toegestemd"),
    ("let_op.termijn_op_de_grens", "entree-12-maanden"),
    ("let_op.termijn_op_de_grens", "pro-24-maanden"),
    ("voorwaarden.alleen_voor_overeenkomst", "overeenkomst"),
    ("let_op.casus_gaat_voor_overeenkomst", "overeenkomst-geen-alb"),
    ("let_op.overheid_geen_belang", "belang-gemeente-niet-gevraagd"),
    ("let_op.route_niet_in_documenten", "bidn-gemeente"),
    # Stap 1: consent, and the young person who tells it.
    ("voorwaarden.vier_eisen", "3.1.2-nieuw"),
    ("acties.toestemming_vragen", "3.1.2-nieuw"),
    ("voorwaarden.toestemming_liefst_schriftelijk", "3.1.2-nieuw"),
    ("voorwaarden.toestemming_aantoonbaar", "3.1.2-nieuw"),
    ("voorwaarden.intrekken_mag", "2.3.2-oud"),
    ("voorwaarden.pw65_schriftelijk", "gemeente-dsp-met-startkwalificatie"),
    ("voorwaarden.pw65_ontvanger", "gemeente-dsp-met-startkwalificatie"),
    ("voorwaarden.op_verzoek_student", "hbo-gemeente"),
    ("voorwaarden.vooraf_geinformeerd_aantoonbaar", "2.3.3-oud-afwezig"),
    ("voorwaarden.alleen_wat_jongere_zegt", "aanwezig-nieuw"),
    ("acties.kan_het_wachten", "2.3.3-oud-afwezig"),
    ("acties.jongere_overtuigen", "3.1.3-nieuw"),
    ("acties.alsnog_toestemming_vragen", "3.2.2-baan"),
    ("let_op.vertegenwoordiger", "toestemming-15"),
    ("acties.vertegenwoordiger_vragen", "toestemming-15-niet-gevraagd"),
    ("acties.jongere_horen", "toestemming-15-niet-gevraagd"),
    ("voorwaarden.curator_of_mentor", "3.1.2-nieuw"),
    ("let_op.spanning_vrije_toestemming", "3.3.1-nieuw"),
    ("let_op.ap_toestemming_gemeente", "3.3.1-nieuw"),
    ("let_op.uwv_uit_stilte", "gestopt-uwv"),
    ("voorwaarden.vragen_is_delen", "3.1.2-nieuw"),
    ("let_op.vragen_is_delen", "3.1.2-nieuw"),
    # Stap 3: the kind of data.
    ("acties.medische_verklaring", "3.2.1-nieuw"),
    ("let_op.medisch_uavg_30", "3.2.1-nieuw"),
    ("let_op.medisch_uavg_30", "uwv-medisch-toegestemd"),
    ("let_op.beroepsgeheim_nagaan", "belang-jeugdzorg-geen-alternatief"),
    ("voorwaarden.uitdrukkelijke_toestemming", "vsv-gezondheid-toegestemd"),
    ("acties.uitdrukkelijk_vragen", "vsv-gezondheid-niet-gevraagd"),
    ("acties.nummer_weglaten", "nummer-en-gewoon"),
    ("acties.weglaten", "gemeente-medisch-en-gewoon"),
    ("acties.mildere_weg", "3.2.2-veiligheid"),
    # Where the sources are at odds, both are shown.
    ("let_op.spanning_werkgever_zorg", "3.2.2-baan"),
    ("let_op.spanning_entree", "3.1.2-nieuw"),
    ("let_op.spanning_entree_gestopt", "entree-gestopt-naar-gemeente"),
    ("let_op.spanning_ondertekenen", "3.3.2-nieuw-gemeente"),
    ("let_op.spanning_laatstejaars", "3.1.1-nieuw"),
    ("let_op.spanning_laatstejaars_vso", "vso-laatstejaars"),
    ("let_op.spanning_laatstejaars_pro", "pro-ingeschreven"),
    ("let_op.spanning_overleg_bol", "dsp-bol2-vsv"),
    ("let_op.spanning_mandaat", "3.3.1-nieuw-mandaat"),
    ("let_op.spanning_in_behandeling", "vsv-gezondheid-toegestemd"),
    ("let_op.spanning_termijn_pro_vso", "vso-arbeid-25-maanden"),
    # Altijd: tell, motivate, record; in doubt ask.
    ("acties.jongere_informeren", "3.1.1-nieuw"),
    ("acties.motiveren", "3.1.1-nieuw"),
    ("acties.jongere_informeren_niets", "3.1.3-nieuw"),
    ("acties.motiveren_niets", "3.1.3-nieuw"),
    ("acties.vastleggen", "3.1.3-nieuw"),
    ("acties.bij_twijfel", "3.1.3-nieuw"),
    ("acties.privacy_officer", "3.2.2-baan"),
)


# What only comes with no verdict: something is missing, or the answers contradict each other.
VSV: Final = SITUATIES["3.3.3-nieuw"].feiten
ZONDER_OORDEEL: Final = (
    ("acties.jongere_informeren_open", {**VSV, "doel_verenigbaar": None}),
    ("acties.motiveren_open", {**VSV, "doel_verenigbaar": None}),
    ("acties.botsing_uitzoeken", {**VSV, "schoolstatus": "ingeschreven"}),
)


def zegt(uit: Uitkomst, sleutel: str) -> bool:
    """Tell whether a sentence is there: to whoever asks, and for some or all of the items."""
    zinnen: tuple[str, ...] = getattr(uit, sleutel.partition(".")[0])
    stemmen = elke_stem(huidige(), sleutel)
    # A warning is followed by its sources.
    return any(stem[1:] in zin for zin in zinnen for stem in stemmen)


def uitkomst(id_: str) -> Uitkomst:
    situatie = SITUATIES[id_].situatie()
    return weeg_doel(situatie, *situatie.doelen(), volledig=False)


@pytest.mark.parametrize(("sleutel", "casus"), HOORT_BIJ)
def test_bij_deze_casus_hoort(sleutel: str, casus: str) -> None:
    assert zegt(uitkomst(casus), sleutel)


@pytest.mark.parametrize(("sleutel", "feiten"), ZONDER_OORDEEL)
def test_bij_geen_oordeel_hoort(sleutel: str, feiten: dict[str, Any]) -> None:
    bekend = {naam: waarde for naam, waarde in feiten.items() if waarde is not None}
    [uit] = weeg(Situatie.model_validate(bekend))

    assert zegt(uit, sleutel)


def test_alles_wat_een_regel_meegeeft_laat_een_casus_zien() -> None:
    gegeven = {
        f"{veld}.{sleutel}"
        for regel in huidige().regels
        for veld in ("voorwaarden", "acties", "let_op")
        for sleutel in getattr(regel, veld)
    }
    assert gegeven == {sleutel for sleutel, _ in (*HOORT_BIJ, *ZONDER_OORDEEL)}


@pytest.mark.parametrize("casus", SITUATIES.values(), ids=lambda c: c.id)
def test_waar_niets_gedeeld_wordt_zijn_er_geen_voorwaarden(casus: CasusSituatie) -> None:
    uit = uitkomst(casus.id)
    mogelijk = uit.oordeel in {Oordeel.MAG, Oordeel.MAG_MET_TOESTEMMING}

    assert mogelijk or not uit.voorwaarden
