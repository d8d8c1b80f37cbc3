"""De bewaker aan de deur: haalt herkenbare gegevens van personen uit wat iemand typt.

It stands before storage, before the dialog and before every echo.
"""

from bot.bewaker.bewaken import LABELS, STANDAARD, Bewaakt, bewaak
from bot.bewaker.vondst import Detector, Soort, Vondst

__all__ = ["LABELS", "STANDAARD", "Bewaakt", "Detector", "Soort", "Vondst", "bewaak"]
