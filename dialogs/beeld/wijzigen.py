"""Terug en wijzig: welke eerdere vraag opnieuw open mag."""

from __future__ import annotations

from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer, keer_van
from dialogs.procedure import eerste_stap
from dialogs.teksten.woorden import plat
from dialogs.weergave import onderwerp


def te_wijzigen(dossier: Dossier) -> dict[str, Keer]:
    """Return the subjects that can be changed, in the order in which they were answered.

    The day of sharing is always among them: it is not asked, but assumed.
    """
    keren = _beantwoord(dossier)
    datum = Keer(VRAGEN["datum"])
    if datum not in keren:
        keren.append(datum)
    uit: dict[str, Keer] = {}
    for keer in keren:
        naam = onderwerp(keer)
        # With several purposes the same subject comes back: name the purpose as well.
        uit[naam if naam not in uit else f"{naam} ({keer.doel})"] = keer
    return uit


def zoek(dossier: Dossier, over: str) -> list[str]:
    """Return the subjects that fit what someone wants to change; exact goes before partly."""
    kaal = plat(over)
    namen = list(te_wijzigen(dossier))
    return (
        [naam for naam in namen if plat(naam) == kaal]
        or [naam for naam in namen if plat(naam).startswith(kaal)]
        or [naam for naam in namen if kaal in plat(naam) or plat(naam) in kaal]
    )


def vorige(dossier: Dossier, sleutel: str | None) -> Keer | None:
    """Return the question before this one, in the order in which they were answered."""
    keren = {keer.sleutel: keer for keer in _beantwoord(dossier)}
    sleutels = list(keren)
    plaats = sleutels.index(sleutel) if sleutel in keren else len(sleutels)
    return keren[sleutels[plaats - 1]] if plaats > 0 else None


def eerste_van_stap(dossier: Dossier, stap: int) -> Keer | None:
    """Return the first answered question of a stap."""
    return next((k for k in _beantwoord(dossier) if eerste_stap(k.vraag) == stap), None)


def _beantwoord(dossier: Dossier) -> list[Keer]:
    """Return what was answered and can be asked again: not about a doel or item that is gone."""
    keren = (keer_van(sleutel) for sleutel in dossier.antwoorden)
    return [k for k in keren if k is not None and feitenblad.gaat_over(dossier, k)]
