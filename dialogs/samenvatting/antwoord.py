"""De eerste zin van een uitkomst: het antwoord op de vraag waarmee iemand kwam.

'Nee, bel het roc nog niet.' Who gives, who gets, which of them asks, what one wants to do and the
verdict make the sentence. Yes or no is only said to who asked something that can be answered so.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dialogs.dossier import feitenblad
from dialogs.procedure.bord import Bord
from dialogs.teksten import tabel, tekst
from dialogs.teksten.woorden import bevat, losse_woorden
from dialogs.weergave import soort_uitspraak
from knowledge.uitkomst import Uitkomst

_ZINNEN: Final = re.compile(r"[.!?;:\n]+")
_SOORT: Final = {
    "mag": "mag",
    "mag_deels": "deels",
    "mag_zelf": "zelf",
    "mag_met_toestemming": "nog_niet",
    "mag_niet": "niet",
    "anders": "anders",
    "overleg": "nog_niet",
    "onvolledig": "open",
}
HANDELINGEN: Final[dict[str, tuple[str, ...]]] = {
    "verstrekker": ("geven", "bellen", "mailen", "sturen", "bespreken", "melden", "vertellen"),
    "ontvanger": ("vragen", "bellen", "mailen", "bespreken"),
}
"""What one may want to do, of either side; the first where no verb says it."""
_OVER_IEDEREEN: Final = ("zelf", "anders", "open")
"""What is said whoever is the other, and whatever one wants to do."""
_JA: Final = ("mag", "deels", "zelf")


class Antwoordzin(NamedTuple):
    """What the first sentence says, as keys; `str` gives the sentence."""

    rol: str
    """Who asks: `verstrekker` or `ontvanger`."""
    handeling: str
    """What one wants to do: call, mail, tell, ask."""
    soort: str
    """What becomes of it: `mag`, `deels`, `nog_niet`, `niet`; or one that goes for everything."""
    gevraagd: bool
    """Yes or no answers what was asked."""
    ander: str
    """The other side, with its article."""

    def __str__(self) -> str:
        """Return the sentence."""
        if self.soort in _OVER_IEDEREEN:
            zin = tekst(f"antwoord.{self.soort}")
        else:
            zin = tekst(f"antwoord.{self.rol}.{self.handeling}.{self.soort}", ander=self.ander)
        begin = self._begin()
        heel = tekst(f"antwoord.begin_{begin}", zin=zin) if begin else zin
        return f"{heel[:1].upper()}{heel[1:]}."

    def sleutels(self) -> str:
        """Return what it says in keys: 'nee ontvanger bellen nog_niet'."""
        delen = (self._begin(), self.rol, self.handeling, self.soort)
        return " ".join(filter(None, delen))

    def _begin(self) -> str | None:
        """Return yes or no, where that was asked."""
        if not self.gevraagd or self.soort == "open":
            return None
        if self.soort in ("deels", "zelf"):
            return "ja_maar"
        return "ja" if self.soort in _JA else "nee"


def antwoordzin(bord: Bord, uit: Uitkomst) -> Antwoordzin | None:
    """Return what answers the question.

    None while it is not known who the other side is, or when nobody asked what is still open.
    """
    situatie = bord.situatie
    ontvangt = situatie.gebruiker == "ontvanger"
    ander = situatie.van if ontvangt else situatie.naar
    if ander is None:
        return None
    gevraagd = feitenblad.waarde(bord.dossier, "omschrijving") or ""
    rol = "ontvanger" if ontvangt else "verstrekker"
    soort = soort_uitspraak(bord, uit).removesuffix("_namens")
    if soort.startswith("mag_met_toestemming"):
        soort = "mag_met_toestemming"
    if soort == "onvolledig" and not vraagt_of_het_mag(gevraagd):
        return None
    return Antwoordzin(
        rol=rol,
        handeling=_handeling(gevraagd, rol),
        soort=_SOORT[soort],
        gevraagd=vraagt_of_het_mag(gevraagd),
        ander=_ander(str(ander), gevraagd),
    )


def vraagt_of_het_mag(gevraagd: str) -> bool:
    """Tell whether one of the sentences asks what yes or no can answer."""
    zinnen = (f"{losse_woorden(zin)} " for zin in _ZINNEN.split(gevraagd))
    begins = tuple(f"{begin} " for begin in tabel("antwoord_woorden")["vraagt"])
    return any(zin.startswith(begins) for zin in zinnen)


def _handeling(gevraagd: str, rol: str) -> str:
    """Return what somebody wants to do, by the verb; else to give, or to ask."""
    gewoon, *anders = HANDELINGEN[rol]
    werkwoorden = tabel("antwoord_woorden")["handelingen"]
    return next((naam for naam in anders if bevat(gevraagd, werkwoorden[naam])), gewoon)


def _ander(ander: str, gevraagd: str) -> str:
    """Return the other side as the professional calls it, or else by the name of its kind."""
    eigen = tabel("antwoord_woorden")["eigen"].get(ander, {})
    return next(
        (naam for naam, woorden in eigen.items() if bevat(gevraagd, woorden)),
        tekst(f"partij_lidwoord.{ander}"),
    )
