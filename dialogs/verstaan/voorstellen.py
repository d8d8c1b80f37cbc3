"""Voorstellen: wat uit een tekst gelezen is, tot iemand zegt dat het klopt.

What is read is no fact. It waits in the `Gesprekstand`, is shown with the words it came from,
and becomes an ordinary answer only when the professional confirms it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dialogs.dossier import Antwoord, Dossier, Gebeurtenis, Voorgesteld, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer, keer_van
from dialogs.lezen import Lezing, lees
from dialogs.procedure import antwoorden as opruimen
from dialogs.teksten import tabel, tekst
from dialogs.verstaan.antwoord import is_woord, keuzes_van, plat
from dialogs.weergave import antwoord_in_woorden, onderwerp

# Open norms are the professional's own, with a reason.
_NOOIT: Final = ("alternatief", "belang_zwaarder")
_GEWOON: Final = "gewoon"
_NUMMERS: Final = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Begrepen:
    """One line of what was understood, in words; `nummer` is how an answer points at it."""

    nummer: int
    onderwerp: str
    antwoord: str
    woorden: str
    """What it was read from; empty when it is assumed."""
    was: str | None
    """The answer that it would change."""


def voorstellen(dossier: Dossier, lezing: Lezing) -> tuple[Voorgesteld, ...]:
    """Return what this reading would add to or change in the dossier."""
    return tuple(
        voorstel
        for voorstel in _alle(dossier, lezing)
        if (antwoord := dossier.antwoorden.get(voorstel.sleutel)) is None
        or antwoord.waarde != voorstel.waarde
    )


def _alle(dossier: Dossier, lezing: Lezing) -> Iterator[Voorgesteld]:
    feiten, woorden = lezing.feiten, lezing.gelezen_uit
    doelen = _doelen(dossier, feiten)
    for feit, waarde in feiten.items():
        vraag = VRAGEN.get(feit)
        if vraag is None or feit in (*_NOOIT, "doel", "in_overgangsdocument"):
            continue
        for doel in doelen if vraag.per_doel else (None,):
            yield Voorgesteld(
                sleutel=Keer(vraag, doel).sleutel, waarde=waarde, woorden=woorden[feit]
            )
    if "doel" in feiten:
        yield Voorgesteld(sleutel="doel", waarde=doelen, woorden=woorden["doel"])
    yield from _gegevens(dossier, lezing)


def _doelen(dossier: Dossier, feiten: dict[str, Any]) -> list[str]:
    gelezen = feiten.get("doel")
    if gelezen is None:
        return [doel for doel in feitenblad.doelen(dossier) if doel is not None]
    genoemd = gelezen if isinstance(gelezen, list) else [gelezen]
    # In the order of the choices, as when they are picked.
    return [d for d in keuzes_van(VRAGEN["doel"]) if d in genoemd]


def _gegevens(dossier: Dossier, lezing: Lezing) -> Iterator[Voorgesteld]:
    """Propose the items that were mentioned, each with its kind; not over a list already given."""
    namen = list(feitenblad.namen(dossier))
    if not namen:
        soorten = {genoemd.woorden: genoemd.soort for genoemd in lezing.gegevens}
        if not soorten:
            return
        namen = list(soorten)
        yield Voorgesteld(sleutel="gegevens", waarde=namen, woorden=", ".join(namen))
        for naam, soort in soorten.items():
            keer = Keer(VRAGEN["soort"], gegeven=naam)
            yield Voorgesteld(sleutel=keer.sleutel, waarde=[soort], woorden=naam)
    erin = lezing.feiten.get("in_overgangsdocument")
    if erin is not None:
        uit = lezing.gelezen_uit["in_overgangsdocument"]
        waarde = namen if erin else []
        yield Voorgesteld(sleutel="in_overgangsdocument", waarde=waarde, woorden=uit)


def soorten(dossier: Dossier) -> tuple[Voorgesteld, ...]:
    """Return the kind of every item just named, as far as its name tells; to be confirmed."""
    keren = [Keer(VRAGEN["soort"], gegeven=naam) for naam in feitenblad.namen(dossier)]
    return tuple(
        Voorgesteld(sleutel=keer.sleutel, waarde=list(soort), woorden=keer.gegeven or "")
        for keer in keren
        if keer.sleutel not in dossier.antwoorden and (soort := soort_van(keer, dossier))
    )


def soort_van(keer: Keer, dossier: Dossier) -> tuple[str, ...]:
    """Return the kinds that the name of an item tells; none when it tells nothing."""
    gelezen = lees(keer.gegeven or "", dossier.begonnen).gegevenssoorten
    gekozen = [soort for soort in keuzes_van(VRAGEN["soort"]) if soort in gelezen]
    # What is also sensitive is not plain.
    return tuple(soort for soort in gekozen if soort != _GEWOON) or tuple(gekozen)


def begrepen(dossier: Dossier) -> tuple[Begrepen, ...]:
    """Return the list of what was understood, each with its words."""
    dan = gevuld(dossier, dossier.stand.voorgesteld)
    return tuple(
        Begrepen(
            nummer=nummer,
            onderwerp=onderwerp(keer),
            antwoord=antwoord_in_woorden(keer, voorstel.waarde, dan),
            woorden=voorstel.woorden,
            was=None if was is None else antwoord_in_woorden(keer, was.waarde, dossier),
        )
        for nummer, voorstel in enumerate(dossier.stand.voorgesteld, 1)
        if (keer := keer_van(voorstel.sleutel)) is not None
        for was in (dossier.antwoorden.get(voorstel.sleutel),)
    )


def in_woorden(dossier: Dossier) -> str:
    """Return that list as one text, numbered."""
    regels: list[str] = []
    for gelezen in begrepen(dossier):
        soort = "regel" if gelezen.was is None else "regel_was"
        if not gelezen.woorden:
            # What is assumed stands last, under a line of its own.
            soort = "regel_aanname"
            kop = f"\n{tekst('begrepen.kop_aannames')}\n"
            regels += [] if kop in regels else [kop]
        regels.append(
            tekst(
                f"begrepen.{soort}",
                nummer=str(gelezen.nummer),
                onderwerp=gelezen.onderwerp,
                antwoord=gelezen.antwoord,
                woorden=gelezen.woorden,
                was=gelezen.was or "",
            )
        )
    return "\n".join(regels)


def gevuld(dossier: Dossier, lijst: Iterable[Voorgesteld]) -> Dossier:
    """Return the dossier as it would be with these confirmed."""
    nieuw = {v.sleutel: Antwoord(waarde=v.waarde) for v in lijst}
    return dossier.model_copy(update={"antwoorden": {**dossier.antwoorden, **nieuw}})


def neem_over(dossier: Dossier, lijst: Sequence[Voorgesteld], nu: dt.datetime) -> Dossier:
    """Return the dossier with these as answers; what they make untrue is let go."""
    gewijzigd = [v.sleutel for v in lijst if v.sleutel in dossier.antwoorden]
    vragen = [keer.vraag.id for v in lijst if (keer := keer_van(v.sleutel)) is not None]
    erna = gevuld(dossier, lijst).model_copy(
        update={
            "geschiedenis": (
                *dossier.geschiedenis,
                *(Gebeurtenis(wanneer=nu, vraag=vraag) for vraag in vragen),
            ),
            "stand": dossier.stand.model_copy(update={"voorgesteld": (), "bewaard_als": None}),
        }
    )
    for sleutel in gewijzigd:
        erna = opruimen.na_wijziging(erna, sleutel)
    return opruimen.onmogelijke_weg(erna) if vragen else erna


def aangewezen(dossier: Dossier, zin: str) -> list[int] | None:
    """Return the places in the list that somebody says are wrong ('2 en 4 niet'); None if none.

    Only a text that is about the list itself: '2', 'ja, behalve 3', 'de leeftijd klopt niet'.
    """
    kaal = plat(zin)
    aantal = len(dossier.stand.voorgesteld)
    woorden = [
        w for w in re.findall(r"[^\W\d_]+", kaal) if w not in tabel("begrepen_woorden")["los"]
    ]
    nummers = [int(nummer) - 1 for nummer in _NUMMERS.findall(kaal)]
    if nummers and not woorden:
        return nummers if all(0 <= nummer < aantal for nummer in nummers) else None
    onderwerpen = [
        plat(tekst(f"vragen.{keer.vraag.id}.onderwerp"))
        for v in dossier.stand.voorgesteld
        if (keer := keer_van(v.sleutel)) is not None
    ]
    genoemd = [n for n, naam in enumerate(onderwerpen) if naam in kaal]
    return genoemd if genoemd and set(woorden) <= set(" ".join(onderwerpen).split()) else None


def is_verbetering(zin: str) -> bool:
    """Tell whether somebody takes something back: 'nee, ze is 19', 'ik bedoel het roc'."""
    kaal = plat(zin)
    return not is_woord("nee", zin) and any(
        kaal.startswith((f"{begin} ", f"{begin},", f"{begin}:"))
        for begin in tabel("begrepen_woorden")["verbetert"]
    )


def verbeteringen(dossier: Dossier, lezing: Lezing) -> tuple[Voorgesteld, ...]:
    """Return what this reading changes in answers that were given."""
    return tuple(v for v in voorstellen(dossier, lezing) if v.sleutel in dossier.antwoorden)


def zonder(lijst: Sequence[Voorgesteld], fout: Sequence[int]) -> tuple[Voorgesteld, ...]:
    """Return the list without these places; without the items their kinds mean nothing."""
    weg = {lijst[nummer].sleutel for nummer in fout}
    return tuple(
        v
        for v in lijst
        if v.sleutel not in weg and not ("gegevens" in weg and v.sleutel.startswith("soort:"))
    )


def bijgewerkt(
    lijst: Sequence[Voorgesteld], nieuw: Sequence[Voorgesteld]
) -> tuple[Voorgesteld, ...]:
    """Return the list with what was read since; a later reading replaces an earlier one."""
    return tuple({v.sleutel: v for v in (*lijst, *nieuw)}.values())
