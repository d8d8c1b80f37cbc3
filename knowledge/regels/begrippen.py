"""Begrippen die meer dan één regel gebruikt, als voorwaarden met een naam."""

from __future__ import annotations

from typing import Final, NamedTuple

from knowledge.condities import Conditie, een
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
    # Not in the documents' list, but the police act in a statutory task as well.
    "politie",
)

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


class Gevolg(NamedTuple):
    """A fact that follows from others; filled in only when nobody said it."""

    als: Conditie
    feit: str
    waarde: bool


# Such a diploma is a startkwalificatie.
VOLGT_UIT: Final = (Gevolg(DIPLOMA_MBO2_OF_HOGER, "startkwalificatie", True),)  # noqa: FBT003

MET_STARTKWALIFICATIE: Final = feit("startkwalificatie").ja()
ZONDER_STARTKWALIFICATIE: Final = feit("startkwalificatie").nee()

VANAF_18: Final = feit("leeftijd") >= termijn("kwalificatieplicht_tot")
VSV_LEEFTIJD: Final = VANAF_18 & (feit("leeftijd") < termijn("vsv_tot"))
LEERPLICHTIG: Final = feit("leeftijd") < termijn("leerplicht_tot")
KWALIFICATIEPLICHTIG: Final = een(
    LEERPLICHTIG,
    (feit("leeftijd") < termijn("kwalificatieplicht_tot")) & ZONDER_STARTKWALIFICATIE,
)

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

OVERDRACHT_MOGELIJK: Final = GEBRUIKT_ALB & een(
    feit("van").is_("pro")
    & feit("opleiding").is_("pro")
    & feit("doel").is_("begeleiding_naar_werk"),
    feit("van").is_("vso")
    & feit("opleiding").is_("vso_arbeid")
    & feit("doel").is_("begeleiding_naar_werk"),
    feit("van").is_("mbo")
    & feit("opleiding").is_(*MBO_OPLEIDING)
    & feit("doel").is_("begeleiding_naar_werk", "begeleiding_naar_onderwijs"),
)
OVERGANGSDOCUMENT: Final = (
    feit("overgangsdocument_akkoord").ja() & feit("in_overgangsdocument").ja()
)
BUITEN_OVERGANGSDOCUMENT: Final = een(
    feit("overgangsdocument_akkoord").nee(), feit("in_overgangsdocument").nee()
)

# --- toestemming ----------------------------------------------------------------------------
GEWEIGERD: Final = feit("toestemming").is_("geweigerd")
TOESTEMMING_EISEN: Final = (
    feit("toestemming_vrij").ja()
    & feit("toestemming_duidelijk").ja()
    & feit("toestemming_geinformeerd").ja()
    & feit("toestemming_specifiek").ja()
)
MAG_ZELF_TOESTEMMEN: Final = feit("leeftijd") >= termijn("zelf_toestemmen_vanaf")
GELDIGE_TOESTEMMING: Final = (
    feit("toestemming").is_("gegeven") & TOESTEMMING_EISEN & MAG_ZELF_TOESTEMMEN
)

# --- soorten gegevens -----------------------------------------------------------------------
GEZONDHEID: Final = feit("soort").bevat("gezondheid")
BIJZONDER: Final = feit("soort").bevat("gezondheid", "bijzonder")
STRAFRECHTELIJK: Final = feit("soort").bevat("strafrechtelijk")

VSV_DOEL: Final[Conditie] = feit("doel").is_(
    "voorkomen_vsv",
    "begeleiding_naar_onderwijs",
    "begeleiding_naar_werk",
    "onderzoek_leerbaarheid",
)
