"""De stem: wie geeft en wie krijgt lezen elk wat zij zelf doen.

A sentence of an outcome speaks to the giver. Where the receiver has to do something else, it has
a variant: `acties.motiveren` beside `acties.motiveren__ontvanger`. A sentence that speaks to both
has none, and stands in `VOOR_BEIDEN`; so a variant that somebody forgot is found.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from knowledge.feiten import Gebruiker
from knowledge.kennis import Kennis
from knowledge.teksten import tekst

Veld = Literal["voorwaarden", "acties", "let_op"]
VELDEN: Final[tuple[Veld, ...]] = ("voorwaarden", "acties", "let_op")
ONTVANGER: Final = "__ontvanger"


def zin(kennis: Kennis, sleutel: str, gebruiker: Gebruiker | None) -> str:
    """Return the sentence under a key, spoken to who asks; without that, to the giver."""
    if gebruiker is Gebruiker.ONTVANGER and (eigen := kennis.teksten.get(f"{sleutel}{ONTVANGER}")):
        return eigen
    return kennis.teksten.get(sleutel) or tekst(sleutel)


def elke_stem(kennis: Kennis, sleutel: str) -> tuple[str, ...]:
    """Return a sentence in every voice."""
    return tuple(dict.fromkeys(zin(kennis, sleutel, gebruiker) for gebruiker in Gebruiker))


VOOR_BEIDEN: Final[Mapping[Veld, frozenset[str]]] = {
    "voorwaarden": frozenset(
        (
            "akkoord_met_begeleiding",
            "curator_of_mentor",
            "dsp_eerst_overleg",
            "mandaat_deze_taak",
            "op_verzoek_student",
            "ouders_akkoord_na_vertrek",
            "pw65_schriftelijk",
            "toestemming_aantoonbaar",
            "toestemming_liefst_schriftelijk",
            "uitdrukkelijke_toestemming",
            "verzuim_zestien_uur",
            "vier_eisen",
            "vooraf_geinformeerd_aantoonbaar",
            "vragen_is_delen",
        )
    ),
    "acties": frozenset(
        (
            "bel_112",
            "bij_twijfel",
            "jongere_horen",
            "kan_het_wachten",
            "medische_verklaring",
            "school_bevragen_alb",
            "uitdrukkelijk_vragen",
            "vastleggen",
            "veilig_thuis_bellen",
        )
    ),
    "let_op": frozenset(
        (
            "akkoord_maar_geen_alb",
            "akkoord_maar_geweigerd",
            "ap_toestemming_gemeente",
            "belang_algemeen",
            "belang_bezwaar",
            "belang_niet_in_documenten",
            "beroepsgeheim_nagaan",
            "buiten_documenten_wet",
            "casus_gaat_voor_overeenkomst",
            "dsp_alleen_wie_steun_wil",
            "dsp_gesloten_lijst",
            "gezag_andere_wet",
            "leeftijd_buiten_documenten",
            "leerbaarheid_onze_lezing",
            "leveren_op_verzoek",
            "medisch_uavg_30",
            "meldrecht_buiten_documenten",
            "ouders_akkoord_onze_lezing",
            "ouders_buiten_documenten",
            "overheid_geen_belang",
            "overleg_alb_mag",
            "recht_van_bezwaar",
            "route_niet_in_documenten",
            "spanning_entree",
            "spanning_entree_gestopt",
            "spanning_in_behandeling",
            "spanning_mandaat",
            "spanning_ondertekenen",
            "spanning_overleg_bol",
            "spanning_termijn_pro_vso",
            "spanning_vrije_toestemming",
            "spanning_werkgever_zorg",
            "suwi_kan_grond_geven",
            "termijn_op_de_grens",
            "uwv_uit_stilte",
            "vertegenwoordiger",
            "vitaal_bijzonder",
            "vragen_is_delen",
        )
    ),
}
"""What a giver and a receiver can both be told in the same words."""
