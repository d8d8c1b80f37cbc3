"""Terug en wijzig: welke eerdere vraag opnieuw open mag."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer, keer_van
from dialogs.procedure import eerste_stap, plaats
from dialogs.procedure.bord import Bord
from dialogs.teksten.woorden import plat
from dialogs.weergave import onderwerp


def te_wijzigen(dossier: Dossier) -> dict[str, Keer]:
    """Return the subjects that can be changed, in the order in which they were answered.

    The day of sharing is always among them: it is not asked, but assumed. And so are the purpose
    in one's own words, and what nobody is asked for, where it could matter.
    """
    keren = _beantwoord(dossier)
    keren += [keer for keer in _aangenomen(dossier) if keer not in keren]
    uit: dict[str, Keer] = {}
    for keer in keren:
        naam = onderwerp(keer)
        # With several purposes the same subject comes back: name the purpose as well.
        uit[naam if naam not in uit else f"{naam} ({keer.doel})"] = keer
    return uit


def _aangenomen(dossier: Dossier) -> Iterator[Keer]:
    yield Keer(VRAGEN["datum"])
    if feitenblad.waarde(dossier, "doel"):
        yield Keer(VRAGEN["doel_woorden"])
    bord = Bord(dossier, feitenblad.doelen(dossier)[0])
    for vraag in VRAGEN.values():
        if vraag.nooit_gesteld and plaats(dossier).stap.nummer > 0 and bord.kan_gezegd(vraag):
            yield Keer(vraag)


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
    nummer = sleutels.index(sleutel) if sleutel in keren else len(sleutels)
    return keren[sleutels[nummer - 1]] if nummer > 0 else None


def eerste_van_stap(dossier: Dossier, stap: int) -> Keer | None:
    """Return the first answered question of a stap."""
    return next((k for k in _beantwoord(dossier) if eerste_stap(k.vraag) == stap), None)


def _beantwoord(dossier: Dossier) -> list[Keer]:
    """Return what was answered and can be asked again: not about a doel or item that is gone."""
    keren = (keer_van(sleutel) for sleutel in dossier.antwoorden)
    return [k for k in keren if k is not None and feitenblad.gaat_over(dossier, k)]
