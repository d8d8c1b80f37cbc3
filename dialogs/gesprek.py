"""Het gesprek, zoals een kanaal het ziet: wat iemand inbrengt, wordt verstaan en dan gedaan.

The only way in. A turn is two steps: `verstaan` (from words or a form to what is meant, changing
nothing) and `beurt.doe` (acting on that). Its picture is made by `dialogs.beeld`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dialogs.bedoeling import Gezegd, Ingevuld, Uiting, Weglaten
from dialogs.beeld import beeld
from dialogs.beeld.als_tekst import berichten
from dialogs.beeld.scherm import schermbeeld
from dialogs.beurt import Beurt, doe
from dialogs.beurt.basis import als_basis
from dialogs.beurt.bewaarde import geopend, lijst, na_bewaren, na_noemen, nagerekend, scherm_gewist
from dialogs.beurt.herwegen import herweeg
from dialogs.beurt.melden import na_melden
from dialogs.beurt.vervolg import begroet, hervat, volgend
from dialogs.beurt.verwijderen import na_verwijderen, verwijderd, zonder_weging
from dialogs.dossier import Dossier
from dialogs.procedure.ongedaan import onthoud
from dialogs.procedure.plek import met_hele_bundel
from dialogs.verstaan import verstaan

__all__ = [
    "Gezegd",
    "Ingevuld",
    "als_basis",
    "beantwoord",
    "begroet",
    "geopend",
    "hervat",
    "herweeg",
    "lijst",
    "na_bewaren",
    "na_melden",
    "na_noemen",
    "na_verwijderen",
    "nagerekend",
    "nieuw",
    "scherm_gewist",
    "toets",
    "verwijderd",
    "volgend",
    "zonder_weging",
]


def nieuw(dossier_id: str, vandaag: dt.date) -> Dossier:
    """Return an empty dossier."""
    return Dossier(id=dossier_id, begonnen=vandaag)


def toets(dossier: Dossier, nu: dt.datetime) -> None:
    """Make all there is to see of a dossier; raises whatever it is when that cannot be made.

    For a dossier that can be read but is not what this version could have written.
    """
    open_ = hervat(dossier, nu)
    berichten(beeld(open_))
    schermbeeld(open_, nu.date()).model_dump_json()


def beantwoord(dossier: Dossier, uiting: Uiting, nu: dt.datetime) -> Beurt:
    """Take one message or form and answer it.

    `uiting` has passed the privacy guard. `nu` is the time of the turn; the day of sharing is the
    day the weighing began, unless answered.
    """
    dossier = met_hele_bundel(dossier)
    bedoeld = verstaan(uiting, dossier, nu.date())
    beurt = doe(dossier, bedoeld, nu)
    weg = isinstance(bedoeld.bedoeling, Weglaten)
    return replace(beurt, dossier=onthoud(dossier, beurt.dossier, weggelaten=weg))
