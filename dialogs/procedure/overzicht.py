"""Wat over alle doelen samen te zeggen is, voor de stap 'altijd' en de samenvatting."""

from __future__ import annotations

from functools import cache
from typing import Final

from dialogs.dossier import Dossier, feitenblad
from dialogs.procedure.bord import Bord
from dialogs.procedure.geheugen import eens_per_dossier
from dialogs.procedure.posities import Posities
from dialogs.procedure.stappen.stap_1_grondslag import STAP as STAP_1
from knowledge.kennis import huidige
from knowledge.stem import elke_stem

# What one always does has its own questions; the rest needs someone and a day.
_EIGEN_VRAAG: Final = (
    "jongere_informeren",
    "jongere_informeren_niets",
    "jongere_informeren_open",
    "motiveren",
    "motiveren_niets",
    "motiveren_open",
    "vastleggen",
    "bij_twijfel",
)


def borden(dossier: Dossier) -> tuple[Bord, ...]:
    """Return a board for every purpose."""
    return tuple(Bord(dossier, doel) for doel in feitenblad.doelen(dossier))


@eens_per_dossier
def gestopt_in_stap_1(dossier: Dossier) -> bool:
    """Tell whether stap 1 ended every purpose in `mag_niet`: nothing at all is shared."""
    eerste = [Bord(dossier, doel, STAP_1.nummer) for doel in feitenblad.doelen(dossier)]
    posities = Posities(dossier)
    eindes = [posities.van(STAP_1, bord).toestand for bord in eerste]
    return all(einde in STAP_1.stopt for einde in eindes)


@eens_per_dossier
def acties_te_verdelen(dossier: Dossier) -> tuple[str, ...]:
    """Return the actions that follow from the outcome, besides what one always does."""
    acties = dict.fromkeys(actie for bord in borden(dossier) for actie in bord.uitkomst.acties)
    return tuple(actie for actie in acties if not actie.endswith(_zelf()))


@cache
def _zelf() -> tuple[str, ...]:
    """Return how each of these ends, to whom it is said: 'Voor adres: vertel ...' is one too."""
    zinnen = (elke_stem(huidige(), f"acties.{sleutel}") for sleutel in _EIGEN_VRAAG)
    return tuple(zin[1:] for elke in zinnen for zin in elke)


def nog_uit_te_zoeken(dossier: Dossier) -> tuple[str, ...]:
    """Return the facts that are missing for a verdict, over all purposes."""
    return tuple(dict.fromkeys(f for bord in borden(dossier) for f in bord.uitkomst.ontbrekend))
