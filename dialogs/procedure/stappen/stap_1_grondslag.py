"""Stap 1: de zes gronden, in de volgorde waarin het document ze toetst.

Vitaal belang first, because it overrides the rest; then what a law orders, what a law makes a
task, what the young person wants, and last the agreement and the weighing of interests.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from dialogs.dossier import feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer
from dialogs.procedure.automaat import Overgang, Stap
from dialogs.procedure.bord import Bord, Plek
from dialogs.procedure.wachters import Draagt, Zeker, niets_deelbaar
from knowledge.beslissing import AFGELEID, LAAT_OPEN
from knowledge.condities import een
from knowledge.feit import feit
from knowledge.regels import begrippen as b
from knowledge.regels import stap_1_grondslag as regels
from knowledge.regels.basis import Grondslag
from knowledge.regels.tegenspraak import N_OVERDRACHT_GEWEIGERD, TEGENSPRAAK


class Toestand(Enum):
    """The checks of stap 1, and how they can end."""

    VITAAL_BELANG = auto()
    VERPLICHTING = auto()
    TAAK = auto()
    OVERDRACHT = auto()
    TOESTEMMING = auto()
    EISEN = auto()
    JONGERE_ERBIJ = auto()
    OVEREENKOMST = auto()
    BELANG = auto()
    LEEFTIJD = auto()
    NAMENS = auto()
    UITSLAG = auto()
    GROND = auto()
    JONGERE_ZELF = auto()
    TOESTEMMING_NODIG = auto()
    GEEN_GROND = auto()
    NIETS_TE_DELEN = auto()
    OVERLEG = auto()
    ONBEKEND = auto()


T = Toestand

_GEGEVEN: Final = feit("toestemming").is_("gegeven")
_JA: Final = een(_GEGEVEN, feit("toestemming_vertegenwoordiger").is_("gegeven"))
"""Somebody said yes; whether that yes counts, the rules tell."""
_WEG: Final = feit("schoolstatus").is_("gediplomeerd", "gestopt")
_ALB: Final = feit("alb_gebruik").ja()
_DOCUMENT: Final = feit("overgangsdocument_akkoord").ja()
_DOCUMENT_GEZEGD: Final = Zeker(_DOCUMENT, "akkoord met het document")
_AKKOORD: Final = _ALB & _DOCUMENT
_KEUZE_SCHOOL: Final = feit("opleiding").is_("mbo2_bbl", "mbo3", "mbo4")
_MET_DSP: Final = b.VAN_DSP | b.NAAR_DSP
_VERZUIMT: Final = feit("verzuim_ongeoorloofd").ja()

_NAAR_VEILIG_THUIS: Final = feit("naar").is_("veilig_thuis")
_NAAR_LEERPLICHT: Final = feit("naar").is_("leerplicht")

_ER_IS_GROND: Final = AFGELEID["is_er_een_grond"]
_OVERDRACHT: Final = (regels.N_OVERDRACHT, regels.N_OVERGANG_DSP)
_BOTST: Final = een(*(regel.van_toepassing for regel in TEGENSPRAAK))
TAKEN: Final = tuple(
    regel
    for regel in regels.GRONDEN
    if regel.grondslag is Grondslag.ALGEMEEN_BELANG and regel is not regels.B_MELDRECHT
)
GAAT_VOOR: Final = (regels.B_VITAAL, regels.B_MELDRECHT)
"""Danger and a report of violence: they give way to no refusal, purpose or milder way."""


def buiten_de_overdracht(bord: Bord) -> bool:
    """Nothing is handed over: who agrees with that document agrees to the guidance as well."""
    waarheid = bord.waarheid(regels.N_OVERDRACHT.als)
    gevraagd = bord.beantwoord(Keer(VRAGEN["alb_gebruik"]))
    return waarheid is False or (waarheid is None and gevraagd)


def belang_gewogen(bord: Bord) -> bool:
    """The professional weighed the interests, and owes a reason."""
    keer = Keer(VRAGEN["belang_zwaarder"], bord.doel)
    return feitenblad.waarde(bord.dossier, keer.sleutel) is not None


EISEN: Final = (
    Plek("leeftijd", mits=_GEGEVEN),
    Plek("vertegenwoordigd"),
    Plek("toestemming_vertegenwoordiger", bij=b.VERTEGENWOORDIGD),
    Plek("toestemming_vrij", mits=_JA),
    Plek("toestemming_duidelijk", mits=_JA),
    Plek("toestemming_geinformeerd", mits=_JA),
    Plek("toestemming_specifiek", mits=_JA),
)
BEWIJS: Final = (
    Plek("toestemming_schriftelijk", mits=_JA & b.TOESTEMMING_EISEN),
    Plek("toestemming_aantoonbaar", mits=_JA & b.TOESTEMMING_EISEN),
)

STAP: Final = Stap(
    nummer=1,
    naam="stap_1_grondslag",
    toestanden=Toestand,
    begin=T.VITAAL_BELANG,
    einden=frozenset(
        (
            T.GROND,
            T.JONGERE_ZELF,
            T.TOESTEMMING_NODIG,
            T.GEEN_GROND,
            T.NIETS_TE_DELEN,
            T.OVERLEG,
            T.ONBEKEND,
        )
    ),
    stopt=frozenset((T.GEEN_GROND, T.NIETS_TE_DELEN)),
    vragen={
        T.VITAAL_BELANG: (Plek("levensgevaar"), Plek("vermoeden_geweld", bij=_NAAR_VEILIG_THUIS)),
        T.VERPLICHTING: (
            Plek("leeftijd"),
            Plek("startkwalificatie"),
            Plek("gevraagd_door_leerplicht", bij=_NAAR_LEERPLICHT),
            Plek("in_melding"),
            Plek("verzuim_ongeoorloofd"),
            Plek("verzuim_weken", mits=_VERZUIMT),
            Plek("verzuim_kortere_termijn", mits=_VERZUIMT),
        ),
        T.TAAK: (
            # With the Doorstroompunt these two settle most; between school and gemeente the
            # education does.
            Plek("startkwalificatie", mits=_MET_DSP),
            Plek("leeftijd", mits=_MET_DSP),
            Plek("mandaat", mits=~b.VSV_LEEFTIJD | b.MET_STARTKWALIFICATIE),
            Plek("opleiding"),
            Plek("schoolstatus"),
            Plek("maanden_sinds_uitstroom", mits=_WEG),
            Plek("alb_aangeboden", mits=_KEUZE_SCHOOL),
            Plek("alb_gebruik"),
            Plek("overgangsdocument_akkoord", bij=_ALB),
            Plek("in_overgangsdocument", mits=_AKKOORD),
            Plek("regionale_taak", mits=_AKKOORD),
            Plek("startkwalificatie"),
            Plek("leeftijd"),
            Plek("verzuim_ongeoorloofd", mits=b.INGESCHREVEN),
            Plek("verzuim_weken", mits=_VERZUIMT),
            Plek("verzuim_kortere_termijn", mits=_VERZUIMT),
            Plek("begeleiding_akkoord", als=buiten_de_overdracht),
            Plek("mandaat"),
        ),
        T.OVERDRACHT: (Plek("toestemming"),),
        T.TOESTEMMING: (Plek("toestemming"),),
        T.EISEN: (*EISEN, *BEWIJS),
        T.JONGERE_ERBIJ: (Plek("jongere_aanwezig"),),
        T.OVEREENKOMST: (Plek("overeenkomst_nodig"),),
        T.BELANG: (Plek("belang_zwaarder"), Plek("belang_reden", als=belang_gewogen)),
        T.LEEFTIJD: (Plek("leeftijd"),),
        # The age may tell only now that somebody else decides. And agreement that was told may
        # clash with not wanting the guidance, though no ground waits for that.
        T.NAMENS: (Plek("alb_gebruik", als=_DOCUMENT_GEZEGD), *EISEN, *BEWIJS),
    },
    toetsen={
        T.VITAAL_BELANG: een(
            *(regel.geeft_grond for regel in GAAT_VOOR),
            regels.B_VITAAL_WERKGEVER.van_toepassing,
            regels.B_VITAAL_ANDERE.van_toepassing,
        ),
        T.VERPLICHTING: een(*(regel.geeft_grond for regel in regels.PLICHTEN)),
        T.TAAK: een(*(regel.geeft_grond for regel in TAKEN)),
        T.OVERDRACHT: N_OVERDRACHT_GEWEIGERD.van_toepassing,
        T.TOESTEMMING: een(b.GEWEIGERD, b.GELDIGE_TOESTEMMING),
        T.JONGERE_ERBIJ: regels.B_AANWEZIG.geeft_grond,
        T.OVEREENKOMST: regels.B_OVEREENKOMST.geeft_grond,
        T.BELANG: een(regels.B_BELANG.geeft_grond, regels.B_BELANG_OVERLEG.van_toepassing),
        # No ground: then only consent is left, and the age decides who may give it.
        T.LEEFTIJD: een(_ER_IS_GROND, b.GEWEIGERD, b.MAG_ZELF_TOESTEMMEN),
    },
    overgangen=(
        Overgang(T.VITAAL_BELANG, T.GROND, Draagt(GAAT_VOOR)),
        Overgang(
            T.VITAAL_BELANG,
            T.OVERLEG,
            Zeker(regels.B_VITAAL_WERKGEVER.van_toepassing, "gevaar, verkeerde ontvanger"),
        ),
        Overgang(T.VITAAL_BELANG, T.NIETS_TE_DELEN, niets_deelbaar),
        Overgang(T.VITAAL_BELANG, T.VERPLICHTING),
        Overgang(T.VERPLICHTING, T.GROND, Draagt(regels.PLICHTEN)),
        # Only now: some duties carry a number with them.
        Overgang(T.VERPLICHTING, T.NIETS_TE_DELEN, niets_deelbaar),
        Overgang(T.VERPLICHTING, T.TAAK),
        Overgang(T.TAAK, T.OVERDRACHT, Draagt(_OVERDRACHT)),
        Overgang(T.TAAK, T.GROND, Draagt(TAKEN)),
        Overgang(T.TAAK, T.TOESTEMMING),
        Overgang(T.OVERDRACHT, T.OVERLEG, Zeker(_BOTST, "akkoord en weigering botsen")),
        Overgang(T.OVERDRACHT, T.GROND),
        Overgang(T.TOESTEMMING, T.EISEN),
        Overgang(T.EISEN, T.JONGERE_ERBIJ),
        # Only here, so that the proof of consent is asked before the check is left.
        Overgang(T.JONGERE_ERBIJ, T.GROND, Draagt((regels.B_TOESTEMMING,))),
        Overgang(T.JONGERE_ERBIJ, T.JONGERE_ZELF, Draagt((regels.B_AANWEZIG,))),
        Overgang(T.JONGERE_ERBIJ, T.OVEREENKOMST),
        Overgang(T.OVEREENKOMST, T.GROND, Draagt((regels.B_OVEREENKOMST,))),
        Overgang(T.OVEREENKOMST, T.BELANG),
        Overgang(T.BELANG, T.LEEFTIJD),
        Overgang(T.LEEFTIJD, T.NAMENS),
        Overgang(T.NAMENS, T.UITSLAG),
        Overgang(T.UITSLAG, T.GROND, Draagt((regels.B_TOESTEMMING, regels.B_BELANG))),
        Overgang(T.UITSLAG, T.OVERLEG, Zeker(_BOTST, "antwoorden botsen")),
        Overgang(
            T.UITSLAG,
            T.OVERLEG,
            Zeker(
                ~_ER_IS_GROND
                & een(
                    regels.B_VITAAL_ANDERE.van_toepassing,
                    LAAT_OPEN,
                ),
                "de bronnen laten het open",
            ),
        ),
        Overgang(T.UITSLAG, T.GEEN_GROND, Zeker(~_ER_IS_GROND & b.GEWEIGERD, "geweigerd")),
        Overgang(T.UITSLAG, T.TOESTEMMING_NODIG, Zeker(~_ER_IS_GROND, "geen grond")),
        Overgang(T.UITSLAG, T.ONBEKEND),
    ),
)
