"""Begrippen die meer dan één regel gebruikt, als voorwaarden met een naam."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from knowledge.condities import Alle, Conditie, een
from knowledge.feit import feit
from knowledge.termijnen import termijn

# --- organisaties -------------------------------------------------------------------------
SCHOLEN: Final = ("vo", "pro", "vso", "mbo")
"""The schools that the WEB, WVO and WEC give a task; a hogeschool or universiteit has none."""
OVERHEID: Final = (
    "gemeente",
    "uwv",
    "doorstroompunt",
    "leerplicht",
    "duo",
    "bidn",
    "werkcentrum",
    # Not in the documents' list, but these act in a statutory task as well.
    "veilig_thuis",
    "politie",
    "raad_kinderbescherming",
)
GEZAG: Final = ("gecertificeerde_instelling", "raad_kinderbescherming", "politie")
"""To whom another law may allow or order to give data; the documents do not say so."""

VAN_SCHOOL: Final = feit("van").is_(*SCHOLEN)
VAN_ONDERWIJS: Final = feit("van").is_(*SCHOLEN, "hbo_wo")
NAAR_SCHOOL: Final = feit("naar").is_(*SCHOLEN)
VAN_DSP: Final = feit("van").is_("doorstroompunt")
NAAR_DSP: Final = feit("naar").is_("doorstroompunt")
VAN_GEMEENTE: Final = feit("van").is_("gemeente")
NAAR_GEMEENTE: Final = feit("naar").is_("gemeente")
DUO_NAAR_DSP: Final = feit("van").is_("duo") & NAAR_DSP
SCHOOL_NAAR_GEMEENTE: Final = VAN_SCHOOL & NAAR_GEMEENTE
SCHOOL_EN_GEMEENTE: Final = een(SCHOOL_NAAR_GEMEENTE, VAN_GEMEENTE & NAAR_SCHOOL)
DSP_EN_GEMEENTE: Final = een(VAN_DSP & NAAR_GEMEENTE, VAN_GEMEENTE & NAAR_DSP)
SCHOOL_EN_DSP: Final = een(VAN_SCHOOL & NAAR_DSP, VAN_DSP & NAAR_SCHOOL)

# --- de jongere ---------------------------------------------------------------------------
MBO_OPLEIDING: Final = ("entree", "mbo2_bol", "mbo2_bbl", "mbo3", "mbo4")
PRO_OF_VSO: Final = feit("opleiding").is_("pro", "vso_arbeid")
VROEG_WEG: Final = feit("opleiding").is_("pro", "vso_arbeid", "entree", "mbo2_bol")
"""Whose leavers the Doorstroompunt supports only after consulting the school."""

INGESCHREVEN: Final = feit("schoolstatus").is_("ingeschreven")
GEDIPLOMEERD: Final = feit("schoolstatus").is_("gediplomeerd")
VAN_SCHOOL_AF: Final = feit("schoolstatus").is_("gediplomeerd", "gestopt")

DIPLOMA_MBO2_OF_HOGER: Final = GEDIPLOMEERD & feit("opleiding").is_(
    "mbo2_bol", "mbo2_bbl", "mbo3", "mbo4", "hbo_wo"
)


MET_STARTKWALIFICATIE: Final = feit("startkwalificatie").ja()
ZONDER_STARTKWALIFICATIE: Final = feit("startkwalificatie").nee()

VANAF_18: Final = feit("leeftijd") >= termijn("kwalificatieplicht_tot")
VSV_LEEFTIJD: Final = VANAF_18 & (feit("leeftijd") < termijn("vsv_tot"))
MINDERJARIG: Final = feit("leeftijd") < termijn("meerderjarig_vanaf")
LEERPLICHTIG: Final = feit("leeftijd") < termijn("leerplicht_tot")
KWALIFICATIEPLICHTIG: Final = een(
    LEERPLICHTIG,
    (feit("leeftijd") < termijn("kwalificatieplicht_tot")) & ZONDER_STARTKWALIFICATIE,
)

IN_MELDING: Final = feit("in_melding").ja()

# --- verzuim ------------------------------------------------------------------------------
LANG_VERZUIM: Final = feit("verzuim_ongeoorloofd").ja() & een(
    feit("verzuim_weken") >= termijn("verzuim_melden"),
    feit("verzuim_kortere_termijn").ja(),
)

# --- aanvullende loopbaanbegeleiding (ALB) ---------------------------------------------------
ALB_PRO_VSO: Final = PRO_OF_VSO & een(
    INGESCHREVEN,
    VAN_SCHOOL_AF & (feit("maanden_sinds_uitstroom") <= termijn("alb_pro_vso")),
)
_MBO_MET_ALB: Final = een(
    feit("opleiding").is_("entree", "mbo2_bol"),
    feit("opleiding").is_("mbo2_bbl", "mbo3", "mbo4") & feit("alb_aangeboden").ja(),
)
_JAAR_NA_MBO: Final = feit("maanden_sinds_uitstroom") <= termijn("alb_mbo")
ALB_MBO: Final = _MBO_MET_ALB & een(INGESCHREVEN, GEDIPLOMEERD & _JAAR_NA_MBO)
GEBRUIKT_ALB: Final = feit("alb_gebruik").ja() & (ALB_PRO_VSO | ALB_MBO)
"""The young person uses ALB, and the law (or school policy) gives a right to it at this moment."""
KRIJGT_ALB: Final = een(
    GEBRUIKT_ALB,
    feit("alb_gebruik").ja() & _MBO_MET_ALB & VAN_SCHOOL_AF & _JAAR_NA_MBO,
)
"""Also without such a right: who stopped at the mbo and is helped by the school or the gemeente."""

_NAAR_WERK: Final = feit("doel").is_("begeleiding_naar_werk")
OVERDRACHT_DOEL: Final = feit("doel").is_("begeleiding_naar_werk", "begeleiding_naar_onderwijs")


def _van_deze_school(kant: Literal["van", "naar"]) -> Conditie:
    """Return the condition that the school on this side gave the education, for a fitting doel."""
    return een(
        feit(kant).is_("pro") & feit("opleiding").is_("pro") & _NAAR_WERK,
        feit(kant).is_("vso") & feit("opleiding").is_("vso_arbeid") & _NAAR_WERK,
        feit(kant).is_("mbo") & feit("opleiding").is_(*MBO_OPLEIDING) & OVERDRACHT_DOEL,
    )


OVERDRACHT_MOGELIJK: Final = GEBRUIKT_ALB & _van_deze_school("van")
TERUG_MOGELIJK: Final = GEBRUIKT_ALB & _van_deze_school("naar")
"""The gemeente back to the school, during the guidance that both give."""
OVERGANGSDOCUMENT: Final = (
    feit("overgangsdocument_akkoord").ja() & feit("in_overgangsdocument").ja()
)
BUITEN_OVERGANGSDOCUMENT: Final = een(
    feit("overgangsdocument_akkoord").nee(), feit("in_overgangsdocument").nee()
)
OUDERS_BESLISSEN_MEE: Final = VAN_SCHOOL_AF & een(MINDERJARIG, feit("vertegenwoordigd").ja())
"""After leaving, the guidance goes on only if the parents or representative agree as well."""
VERTEGENWOORDIGER_WEIGERT: Final = feit("toestemming_vertegenwoordiger").is_("geweigerd")


class Gevolg(NamedTuple):
    """A fact that follows from others; filled in only when nobody said it."""

    als: Conditie
    feit: str
    waarde: bool
    aanname: bool = False
    """Not certain, but how it is weighed until somebody says otherwise: shown as a condition."""


VOLGT_UIT: Final = (
    # Such a diploma is a startkwalificatie.
    Gevolg(DIPLOMA_MBO2_OF_HOGER, "startkwalificatie", waarde=True),
    # Who agrees with the overgangsdocument of this guidance agrees to the guidance.
    Gevolg(
        feit("overgangsdocument_akkoord").ja() & een(OVERDRACHT_MOGELIJK, TERUG_MOGELIJK),
        "begeleiding_akkoord",
        waarde=True,
        aanname=True,
    ),
    # Who does not want the guidance has no overgangsdocument to agree with.
    Gevolg(feit("alb_gebruik").nee(), "overgangsdocument_akkoord", waarde=False, aanname=True),
)

# --- toestemming ----------------------------------------------------------------------------
_EISEN: Final = (
    "toestemming_vrij",
    "toestemming_duidelijk",
    "toestemming_geinformeerd",
    "toestemming_specifiek",
)
TOESTEMMING_EISEN: Final = Alle(tuple(feit(eis).ja() for eis in _EISEN))
MAG_ZELF_TOESTEMMEN: Final = feit("leeftijd") >= termijn("zelf_toestemmen_vanaf")
VERTEGENWOORDIGD: Final = een(~MAG_ZELF_TOESTEMMEN, feit("vertegenwoordigd").ja())
"""Parents, guardian, curator or mentor decide on consent (UAVG 5)."""
_ZELF: Final = feit("toestemming")
_NAMENS: Final = feit("toestemming_vertegenwoordiger")
ZELF_GEWEIGERD: Final = _ZELF.is_("geweigerd")

TOESTEMMING_DIE_TELT: Final = een(
    _ZELF.is_("gegeven") & ~VERTEGENWOORDIGD,
    _NAMENS.is_("gegeven") & VERTEGENWOORDIGD & ~ZELF_GEWEIGERD,
)
GELDIGE_TOESTEMMING: Final = TOESTEMMING_DIE_TELT & TOESTEMMING_EISEN
GEBREKKIGE_TOESTEMMING: Final = TOESTEMMING_DIE_TELT & ~TOESTEMMING_EISEN
"""Consent that counts for nothing: under pressure, not informed, for something else."""
GEWEIGERD: Final = een(
    ZELF_GEWEIGERD & ~(_NAMENS.is_("gegeven") & VERTEGENWOORDIGD),
    VERTEGENWOORDIGER_WEIGERT & VERTEGENWOORDIGD,
)
ONENIG: Final = ZELF_GEWEIGERD & _NAMENS.is_("gegeven") & VERTEGENWOORDIGD
"""The young person says no, the representative says yes."""

# --- soorten gegevens -----------------------------------------------------------------------
GEZONDHEID: Final = feit("soort").bevat("gezondheid")
BIJZONDER: Final = feit("soort").bevat("gezondheid", "bijzonder")
STRAFRECHTELIJK: Final = feit("soort").bevat("strafrechtelijk")
NUMMER: Final = feit("soort").bevat("nummer")

VSV_DOEL: Final[Conditie] = feit("doel").is_(
    "voorkomen_vsv",
    "begeleiding_naar_onderwijs",
    "begeleiding_naar_werk",
    "onderzoek_leerbaarheid",
)
