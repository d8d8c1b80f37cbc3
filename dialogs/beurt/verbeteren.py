"""Verbeteren: 'nee, ze is 19', 'ik bedoelde het Doorstroompunt', 'de leeftijd klopt niet'."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from dialogs.beeld import berichten as zeg
from dialogs.beeld import wijzigen
from dialogs.beurt import Beurt
from dialogs.beurt.opdrachten import doe
from dialogs.beurt.vervolg import met_lijst, vraag_verder
from dialogs.dossier import Dossier, Voorgesteld
from dialogs.dossier.vragen import VRAGEN, Keer, Soort, Vraag, keer_van
from dialogs.lezen import Lezing, lees
from dialogs.procedure import Plaats
from dialogs.teksten import tabel
from dialogs.verstaan import voorstellen
from dialogs.verstaan.antwoord import Verstaan, keuzes_van, plat, versta
from dialogs.verstaan.opdrachten import Opdracht, zonder_lidwoord
from dialogs.weergave import onderwerp

_EIGEN: Final = (Soort.TEKST, Soort.GEGEVENS, Soort.SELECTIE)
_KIEST: Final = (Soort.KEUZE, Soort.MEERKEUZE, Soort.DATUM)
_KORTE_REDEN: Final = 8
"""In one's own words only so short a text, that takes something back, is no reason."""
_KORT: Final = 5
"""More words than this name no choice."""


def verbeter(
    dossier: Dossier, keer: Keer, tekst: str, lezing: Lezing, nu: dt.datetime, ervoor: Plaats
) -> Beurt | None:
    """Carry out a correction of an earlier answer; None when the text is none.

    What was answered before is changed at once, and said; what is ambiguous is opened again.
    """
    over = _klopt_niet(dossier, tekst)
    if over is not None:
        return doe(dossier, Opdracht("wijzig", over), nu)
    eigen = keer.vraag.soort in _EIGEN and keer.vraag.id != "omschrijving"
    if not voorstellen.is_verbetering(tekst) or (eigen and not _neemt_terug(tekst)):
        return None
    gelezen = lees(tekst, nu.date()) if eigen else lezing
    rest = _bedoeld(tekst)
    bedoeld = () if _antwoordt(dossier, keer, rest, nu) else _eerdere_keuzes(dossier, rest, nu)
    if len(bedoeld) > 1:
        keren = [k for v in bedoeld if (k := keer_van(v.sleutel)) is not None]
        return met_lijst(dossier, zeg.onderwerpen([onderwerp(k) for k in keren], "wijzig_wat"))
    gewijzigd = (
        bedoeld or voorstellen.verbeteringen(dossier, gelezen) or _toch(dossier, keer, tekst)
    )
    if not gewijzigd and not eigen and keer.vraag.soort is not Soort.GETAL:
        gewijzigd = _vorig_getal(dossier, tekst, nu)
    if not gewijzigd:
        return None
    erna = voorstellen.neem_over(dossier, gewijzigd, nu)
    return vraag_verder(erna, [zeg.gewijzigd(gewijzigd, erna)], nu, ervoor)


def _antwoordt(dossier: Dossier, keer: Keer, rest: str, nu: dt.datetime) -> bool:
    """Tell whether 'ik bedoel de gemeente' says again what was just not understood."""
    if not dossier.stand.misverstaan or not rest or keer.vraag.soort not in _KIEST:
        return False
    return isinstance(versta(keer.vraag, rest, (), nu.date()), Verstaan)


def _neemt_terug(tekst: str) -> bool:
    kaal = plat(tekst)
    return len(kaal.split()) <= _KORTE_REDEN and any(
        kaal.startswith((f"{begin} ", f"{begin},")) for begin in tabel("verbeterzin")["neemt_terug"]
    )


def _klopt_niet(dossier: Dossier, tekst: str) -> str | None:
    """Return the answered subject in 'de leeftijd klopt niet'; None if it says anything else."""
    kaal = plat(tekst)
    einde = next((e for e in tabel("verbeterzin")["klopt_niet"] if kaal.endswith(f" {e}")), None)
    if einde is None:
        return None
    over = zonder_lidwoord(kaal.removesuffix(einde).strip())
    return over if over in {plat(naam) for naam in wijzigen.te_wijzigen(dossier)} else None


def _toch(dossier: Dossier, keer: Keer, tekst: str) -> Sequence[Voorgesteld]:
    """Return the change in 'toch wel een mandaat': a yes or no said with the subject's name."""
    gevonden = re.fullmatch(r"toch (wel|geen|niet)(?: een)? (.+)", plat(tekst))
    if gevonden is None:
        return ()
    wel, naam = gevonden[1] == "wel", gevonden[2]
    vraag = next((v for v in VRAGEN.values() if plat(onderwerp(Keer(v))) == naam), None)
    if vraag is None or vraag.per_doel:
        return ()
    sleutel = Keer(vraag).sleutel
    if sleutel not in dossier.antwoorden and sleutel != keer.sleutel:
        return ()
    if vraag.soort is Soort.JA_NEE:
        return (Voorgesteld(sleutel=sleutel, waarde=wel, woorden=tekst),)
    if vraag.id == "toestemming" and wel:
        return (Voorgesteld(sleutel=sleutel, waarde="gegeven", woorden=tekst),)
    return ()


def _vorig_getal(dossier: Dossier, tekst: str, nu: dt.datetime) -> tuple[Voorgesteld, ...]:
    """Take 'nee, 14 maanden' for the number that was asked just before."""
    vorige = wijzigen.vorige(dossier, dossier.stand.vraag)
    _, _, rest = tekst.partition(",")
    if vorige is None or vorige.vraag.soort is not Soort.GETAL or not rest.strip():
        return ()
    bedoeld = versta(vorige.vraag, rest, (), nu.date())
    if not isinstance(bedoeld, Verstaan) or bedoeld.waarde is None:
        return ()
    return (Voorgesteld(sleutel=vorige.sleutel, waarde=bedoeld.waarde, woorden=rest.strip()),)


def _bedoeld(tekst: str) -> str:
    """Return what somebody meant, in 'ik bedoelde het Doorstroompunt'; else nothing."""
    kaal = plat(tekst)
    for begin in sorted(tabel("verbeterzin")["bedoelt"], key=len, reverse=True):
        if kaal.startswith((f"{begin} ", f"{begin},", f"{begin}:")):
            rest = zonder_lidwoord(kaal.removeprefix(begin).strip(" ,:"))
            # In 'niet het roc maar de gemeente' the latter is meant.
            _, maar, later = rest.rpartition(" maar ")
            rest = zonder_lidwoord(later if maar else rest)
            return rest if len(rest.split()) <= _KORT else ""
    return ""


def _eerdere_keuzes(dossier: Dossier, rest: str, nu: dt.datetime) -> tuple[Voorgesteld, ...]:
    """Return the answers that this choice could replace; by its very name goes first."""
    if not rest:
        return ()
    sleutels = [sleutel for sleutel in dossier.antwoorden if keer_van(sleutel) is not None]
    passend: list[tuple[Voorgesteld, Vraag]] = []
    for sleutel in reversed(sleutels):
        keer = keer_van(sleutel)
        if keer is None or keer.vraag.soort not in _KIEST:
            continue
        begrepen = versta(keer.vraag, rest, (), nu.date())
        if not isinstance(begrepen, Verstaan) or begrepen.waarde in (None, ""):
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
    labels = keuzes_van(vraag).values() if vraag.tabel else ()
    return frozenset(plat(naam) for naam in (*labels, *(w for lijst in synoniemen for w in lijst)))
