"""Verbeteren: 'nee, ze is 19', 'ik bedoelde het Doorstroompunt', 'de leeftijd klopt niet'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dialogs.bedoeling import Opdracht, Verbetering
from dialogs.beeld import wijzigen
from dialogs.dossier import Dossier, Voorgesteld
from dialogs.dossier.vragen import EIGEN_WOORDEN, VRAGEN, Keer, Vraag, Vraagsoort, keer_van
from dialogs.lezen import Lezing
from dialogs.teksten import tabel
from dialogs.teksten.woorden import is_woord, plat
from dialogs.verstaan.antwoord import versta
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.keuze import Waarde
from dialogs.verstaan.opdrachten import zonder_lidwoord
from dialogs.verstaan.voorstellen import verbeteringen
from dialogs.weergave import onderwerp

_KIEST: Final = (Vraagsoort.KEUZE, Vraagsoort.MEERKEUZE, Vraagsoort.DATUM)
_KORTE_REDEN: Final = 8
"""In one's own words only so short a text, that takes something back, is no reason."""
_KORT: Final = 5
"""More words than this name no choice."""


def verbetering(
    dossier: Dossier, keer: Keer, zin: Zin, lezing: Lezing
) -> Verbetering | Opdracht | None:
    """Return the correction of an earlier answer in a text; None when it is none.

    Args:
        dossier: with the answers so far.
        keer: the question that is open.
        zin: what was said.
        lezing: what of it may be read besides an answer.
    """
    over = _klopt_niet(dossier, zin.tekst)
    if over is not None:
        return Opdracht("wijzig", over)
    eigen = keer.vraag.soort in EIGEN_WOORDEN and keer.vraag.id != "omschrijving"
    if not _is_verbetering(zin.tekst) or (eigen and not _neemt_terug(zin.tekst)):
        return None
    gelezen = zin.lezing if eigen else lezing
    rest = _bedoeld(zin.tekst)
    al_antwoord = _antwoordt(dossier, keer, rest, zin)
    bedoeld = () if al_antwoord else _eerdere_keuzes(dossier, rest, zin)
    if len(bedoeld) > 1:
        keren = (keer_van(v.sleutel) for v in bedoeld)
        return Opdracht("wijzig", uit=tuple(onderwerp(k) for k in keren if k is not None))
    gewijzigd = bedoeld or verbeteringen(dossier, gelezen) or _toch(dossier, keer, zin.tekst)
    if not gewijzigd and not eigen and keer.vraag.soort is not Vraagsoort.GETAL:
        gewijzigd = _vorig_getal(dossier, zin)
    return Verbetering(tuple(gewijzigd)) if gewijzigd else None


def _is_verbetering(gezegd: str) -> bool:
    """Tell whether somebody takes something back: 'nee, ze is 19', 'ik bedoel het roc'."""
    kaal = plat(gezegd)
    return not is_woord("nee", gezegd) and any(
        kaal.startswith((f"{begin} ", f"{begin},", f"{begin}:"))
        for begin in tabel("begrepen_woorden")["verbetert"]
    )


def _antwoordt(dossier: Dossier, keer: Keer, rest: str, zin: Zin) -> bool:
    """Tell whether 'ik bedoel de gemeente' says again what was just not understood."""
    misverstaan = getattr(dossier.stand.gesteld, "misverstaan", 0)
    if not misverstaan or not rest or keer.vraag.soort not in _KIEST:
        return False
    return isinstance(versta(keer.vraag, zin.stuk(rest), ()), Waarde)


def _neemt_terug(gezegd: str) -> bool:
    kaal = plat(gezegd)
    return len(kaal.split()) <= _KORTE_REDEN and any(
        kaal.startswith((f"{begin} ", f"{begin},")) for begin in tabel("verbeterzin")["neemt_terug"]
    )


def _klopt_niet(dossier: Dossier, gezegd: str) -> str | None:
    """Return the answered subject in 'de leeftijd klopt niet'; None if it says anything else."""
    kaal = plat(gezegd)
    einde = next((e for e in tabel("verbeterzin")["klopt_niet"] if kaal.endswith(f" {e}")), None)
    if einde is None:
        return None
    over = zonder_lidwoord(kaal.removesuffix(einde).strip())
    return over if over in {plat(naam) for naam in wijzigen.te_wijzigen(dossier)} else None


def _toch(dossier: Dossier, keer: Keer, gezegd: str) -> Sequence[Voorgesteld]:
    """Return the change in 'toch wel een mandaat': a yes or no said with the subject's name."""
    gevonden = re.fullmatch(r"toch (wel|geen|niet)(?: een)? (.+)", plat(gezegd))
    if gevonden is None:
        return ()
    wel, naam = gevonden[1] == "wel", gevonden[2]
    vraag = next((v for v in VRAGEN.values() if plat(onderwerp(Keer(v))) == naam), None)
    if vraag is None or vraag.per_doel:
        return ()
    sleutel = Keer(vraag).sleutel
    if sleutel not in dossier.antwoorden and sleutel != keer.sleutel:
        return ()
    if vraag.soort is Vraagsoort.JA_NEE:
        return (Voorgesteld(sleutel=sleutel, waarde=wel, woorden=gezegd),)
    if vraag.id == "toestemming" and wel:
        return (Voorgesteld(sleutel=sleutel, waarde="gegeven", woorden=gezegd),)
    return ()


def _vorig_getal(dossier: Dossier, zin: Zin) -> tuple[Voorgesteld, ...]:
    """Take 'nee, 14 maanden' for the number that was asked just before."""
    vorige = wijzigen.vorige(dossier, dossier.stand.vraag)
    _, _, rest = zin.tekst.partition(",")
    if vorige is None or vorige.vraag.soort is not Vraagsoort.GETAL or not rest.strip():
        return ()
    deel = zin.deel(len(zin.tekst) - len(rest), len(zin.tekst)).kaal()
    bedoeld = versta(vorige.vraag, deel, ())
    if not isinstance(bedoeld, Waarde) or bedoeld.waarde is None:
        return ()
    return (Voorgesteld(sleutel=vorige.sleutel, waarde=bedoeld.waarde, woorden=rest.strip()),)


def _bedoeld(gezegd: str) -> str:
    """Return what somebody meant, in 'ik bedoelde het Doorstroompunt'; else nothing."""
    kaal = plat(gezegd)
    for begin in sorted(tabel("verbeterzin")["bedoelt"], key=len, reverse=True):
        if kaal.startswith((f"{begin} ", f"{begin},", f"{begin}:")):
            rest = zonder_lidwoord(kaal.removeprefix(begin).strip(" ,:"))
            # In 'niet het roc maar de gemeente' the latter is meant.
            _, maar, later = rest.rpartition(" maar ")
            rest = zonder_lidwoord(later if maar else rest)
            return rest if len(rest.split()) <= _KORT else ""
    return ""


def _eerdere_keuzes(dossier: Dossier, rest: str, zin: Zin) -> tuple[Voorgesteld, ...]:
    """Return the answers that this choice could replace; by its very name goes first."""
    if not rest:
        return ()
    gezegd = zin.stuk(rest)
    sleutels = [sleutel for sleutel in dossier.antwoorden if keer_van(sleutel) is not None]
    passend: list[tuple[Voorgesteld, Vraag]] = []
    for sleutel in reversed(sleutels):
        keer = keer_van(sleutel)
        if keer is None or keer.vraag.soort not in _KIEST:
            continue
        begrepen = versta(keer.vraag, gezegd, ())
        if not isinstance(begrepen, Waarde) or begrepen.waarde in (None, ""):
            continue
        voorstel = Voorgesteld(sleutel=sleutel, waarde=begrepen.waarde, woorden=rest)
        anders = begrepen.waarde != dossier.antwoorden[sleutel].waarde
        if sleutel == sleutels[-1]:
            # Whoever takes something back at once, means what was just answered.
            return (voorstel,) if anders else ()
        if anders:
            passend.append((voorstel, keer.vraag))
    genoemd = tuple(v for v, vraag in passend if rest in _namen(vraag))
    return genoemd or tuple(v for v, _ in passend)


def _namen(vraag: Vraag) -> frozenset[str]:
    """Return the names of the choices of a question, and their synonyms."""
    synoniemen = tabel(f"synoniemen.{vraag.tabel}").values() if vraag.tabel else ()
    alle = (*vraag.keuzes.values(), *(w for lijst in synoniemen for w in lijst))
    return frozenset(plat(naam) for naam in alle)
