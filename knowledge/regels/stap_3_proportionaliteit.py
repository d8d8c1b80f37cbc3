"""Stap 3: per gegeven. Is het nodig, en wat vraagt de soort gegeven boven de grondslag?"""

from __future__ import annotations

from typing import Final

from knowledge.condities import een
from knowledge.feit import feit
from knowledge.regels import begrippen as b
from knowledge.regels.basis import NIEUW, Regel, Rol
from knowledge.regels.stap_1_grondslag import (
    B_AANWEZIG,
    B_BELANG,
    B_BELANG_OVERLEG,
    B_LEERPLICHT,
    B_LEERPLICHT_VRAAGT,
    B_PW_INLICHTING,
    N_BIDN,
    N_DUO,
    N_DUO_DSP,
    N_VERZUIM,
    N_VERZUIM_VO,
    N_VERZUIM_VSO,
    O_DUO,
    O_VERZUIM,
)

B_HANDIG: Final = Regel(
    id="B-HANDIG",
    rol=Rol.SCHRAPT,
    stap=3,
    als=feit("nodig").nee(),
    bronnen=("2021-1-s3", "2026-2-s3"),
)
# Only where a law orders the report does it also say that the number goes with it.
_DRAAGT_NUMMER: Final = (
    B_LEERPLICHT,
    N_VERZUIM,
    N_VERZUIM_VO,
    N_VERZUIM_VSO,
    O_VERZUIM,
    N_DUO,
    O_DUO,
    N_DUO_DSP,
    N_BIDN,
    B_PW_INLICHTING,
)
B_NUMMER: Final = Regel(
    id="B-NUMMER",
    rol=Rol.SCHRAPT,
    stap=3,
    als=b.NUMMER & ~een(*(regel.geeft_grond for regel in _DRAAGT_NUMMER)),
    bronnen=("UAVG-46",),
    acties=("nummer_weglaten",),
)
B_MEDISCH: Final = Regel(
    id="B-MEDISCH",
    rol=Rol.SCHRAPT,
    stap=3,
    als=b.GEZONDHEID & feit("doel").is_("beoordelen_uitkering") & b.NAAR_GEMEENTE,
    bronnen=("2021-2.2.1-s1", "2021-2.2.1-s3", "2026-3.2.1-s1", "2026-3.2.1-s3", "UAVG-30"),
    let_op=("medisch_uavg_30",),
    acties=("medische_verklaring",),
    alternatief="medische_verklaring",
)

B_STRAF: Final = Regel(
    id="B-STRAF",
    rol=Rol.BLOKKEERT,
    stap=3,
    als=b.STRAFRECHTELIJK,
    bronnen=("2021-1", "2026-2", "UAVG-31", "UAVG-32", "UAVG-33"),
)
N_DSP_BIJZONDER: Final = Regel(
    id="N-DSP-BIJZONDER",
    rol=Rol.BLOKKEERT,
    stap=3,
    geldig=NIEUW,
    als=b.VAN_DSP & een(b.GEZONDHEID, b.STRAFRECHTELIJK),
    bronnen=("2026-1.2", "WEB-9.2.7-2"),
)
B_MEDISCH_UWV: Final = Regel(
    id="B-MEDISCH-UWV",
    rol=Rol.BLOKKEERT,
    stap=3,
    als=b.GEZONDHEID & feit("doel").is_("beoordelen_uitkering") & feit("naar").is_("uwv"),
    bronnen=("2021-2.2.1-s1", "2026-3.2.1-s1", "UAVG-30"),
    let_op=("medisch_uavg_30",),
)
B_GEHEIM: Final = Regel(
    id="B-GEHEIM",
    rol=Rol.BLOKKEERT,
    stap=3,
    als=feit("van").is_("jeugdzorg", "arts", "gecertificeerde_instelling", "wijkteam")
    & ~b.GELDIGE_TOESTEMMING
    & ~B_AANWEZIG.als
    & een(feit("overeenkomst_nodig").ja(), B_BELANG.als, B_BELANG_OVERLEG.als),
    bronnen=("Jeugdwet-7.3.11", "BW-7:457"),
    let_op=("beroepsgeheim_nagaan",),
)
_OUDERS_VAN_JONGE_LEERLING: Final = b.VAN_SCHOOL & feit("naar").is_("ouders") & b.LEERPLICHTIG
B_BIJZONDER: Final = Regel(
    id="B-BIJZONDER",
    rol=Rol.BLOKKEERT,
    stap=3,
    # Parents who decide for the pupil hear of the pupil's health as of the rest.
    als=een(feit("soort").bevat("bijzonder"), b.GEZONDHEID & ~_OUDERS_VAN_JONGE_LEERLING),
    mits=b.GELDIGE_TOESTEMMING,
    bronnen=("2021-1", "2026-2", "UAVG-22"),
    voorwaarden=("uitdrukkelijke_toestemming",),
)
B_LEERPLICHT_ZORG: Final = Regel(
    id="B-LEERPLICHT-ZORG",
    rol=Rol.BLOKKEERT,
    stap=3,
    # How much and when is what the duty is about; the cause, and the rest, is not for you to say.
    als=B_LEERPLICHT_VRAAGT.als & een(b.GEZONDHEID, ~b.IN_MELDING) & ~b.GELDIGE_TOESTEMMING,
    bronnen=("Leerplichtwet-18-3", "UAVG-22"),
)

# Blocks that no consent opens, in the order in which the verdict names them.
ONGEACHT_TOESTEMMING: Final[tuple[Regel, ...]] = (
    B_STRAF,
    N_DSP_BIJZONDER,
    B_MEDISCH_UWV,
    B_GEHEIM,
)

REGELS: Final[tuple[Regel, ...]] = (
    B_HANDIG,
    B_MEDISCH,
    B_NUMMER,
    *ONGEACHT_TOESTEMMING,
    B_LEERPLICHT_ZORG,
    B_BIJZONDER,
)
