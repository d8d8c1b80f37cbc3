"""Een gesprek zonder kanaal: iets zeggen of invullen, en wat er dan als tekst te lezen is."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dialogs import gesprek
from dialogs.bedoeling import Gezegd, Ingevuld
from dialogs.beeld import Beeld, beeld
from dialogs.beeld.als_tekst import Bericht
from dialogs.beeld.als_tekst import berichten as als_berichten
from dialogs.beurt import Beurt
from dialogs.dossier import Dossier
from dialogs.dossier.wacht import OpVraag


def beantwoord(dossier: Dossier, gezegd: str, nu: dt.datetime) -> Beurt:
    return gesprek.beantwoord(dossier, Gezegd(gezegd), nu)


def vul_in(dossier: Dossier, waarden: dict[str, Any], nu: dt.datetime) -> Beurt:
    return gesprek.beantwoord(dossier, Ingevuld(waarden), nu)


def berichten(beurt: Beurt) -> tuple[Bericht, ...]:
    return als_berichten(beeld_van(beurt))


def soorten(beurt: Beurt) -> list[str]:
    return [deel.soort for deel in beurt.gezegd]


def misverstaan(dossier: Dossier) -> int:
    return getattr(dossier.stand.gesteld, "misverstaan", 0)


def wijzigt(dossier: Dossier) -> bool:
    gesteld = dossier.stand.gesteld
    return isinstance(gesteld, OpVraag) and gesteld.wijzigt


def beeld_van(beurt: Beurt) -> Beeld:
    return beeld(beurt.dossier, beurt.gezegd, vraagt=beurt.vraagt)
