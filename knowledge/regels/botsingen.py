"""Feiten die elkaar tegenspreken, of van voor de tijd die de documenten behandelen.

Such a situation is not weighed: it goes to the privacy officer with the clash named.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from knowledge.atomen import Geldig
from knowledge.condities import Conditie
from knowledge.feit import feit
from knowledge.regels.basis import BEGIN
from knowledge.regels.begrippen import DIPLOMA_MBO2_OF_HOGER


class Botsing(NamedTuple):
    """A combination of facts that cannot be; `id` is also its text key."""

    id: str
    als: Conditie


BOTSINGEN: Final[tuple[Botsing, ...]] = (
    Botsing(
        "maanden_en_ingeschreven",
        feit("schoolstatus").is_("ingeschreven") & (feit("maanden_sinds_uitstroom") > 0),
    ),
    Botsing(
        "diploma_zonder_startkwalificatie",
        DIPLOMA_MBO2_OF_HOGER & feit("startkwalificatie").nee(),
    ),
    Botsing(
        "hbo_met_andere_opleiding",
        feit("van").is_("hbo_wo") & ~feit("opleiding").is_("hbo_wo"),
    ),
    Botsing("datum_voor_avg", ~Geldig(BEGIN, None)),
)
