"""Voorstellen: wat er door een gelezen tekst bij zou komen, of anders zou worden.

What is read is no fact. It waits in the `Gesprekstand`, is shown with the words it came from, and
becomes an ordinary answer only when the professional confirms it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from dialogs.beeld.begrepen import soort_van
from dialogs.dossier import Dossier, Twijfel, Voorgesteld, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer, Vraagsoort
from dialogs.lezen import Lezing
from dialogs.lezen.lezing import Genoemd
from dialogs.procedure.weglaten import passend
from dialogs.teksten.woorden import plat
from dialogs.verstaan.antwoord import is_aangeboden
from dialogs.verstaan.gezegd import Zin
from dialogs.verstaan.keuze import Waarde, gegevens_uit

_APART: Final = ("doel", "in_overgangsdocument")
"""Read as well, but their answers have another form than the fact."""


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
        # Open norms are the professional's own, with a reason.
        if vraag is None or vraag.open_norm or feit in _APART:
            continue
        for doel in doelen if vraag.per_doel else (None,):
            yield Voorgesteld(
                sleutel=Keer(vraag, doel).sleutel, waarde=waarde, woorden=woorden[feit]
            )
    if "doel" in feiten:
        uit = lezing.doelzin or woorden["doel"]
        yield Voorgesteld(sleutel="doel", waarde=doelen, woorden=uit)
    yield from _gegevens(dossier, lezing)


def _doelen(dossier: Dossier, feiten: dict[str, Any]) -> list[str]:
    gelezen = feiten.get("doel")
    if gelezen is None:
        return [doel for doel in feitenblad.doelen(dossier) if doel is not None]
    genoemd = gelezen if isinstance(gelezen, list) else [gelezen]
    # In the order of the choices, as when they are picked.
    return [d for d in VRAGEN["doel"].keuzes if d in genoemd]


def _gegevens(dossier: Dossier, lezing: Lezing) -> Iterator[Voorgesteld]:
    """Propose the items that were mentioned, each with its kind; not over a list already given."""
    namen = list(feitenblad.namen(dossier))
    if not namen:
        genoemd: dict[str, Genoemd] = {}
        for een in lezing.gegevens:
            genoemd.setdefault(plat(een.woorden), een)
        gehoord = gegevens_uit(een.woorden for een in genoemd.values())
        if not isinstance(gehoord, Waarde):
            return  # none, or more or longer than a list of items holds
        namen = gehoord.waarde
        yield Voorgesteld(sleutel="gegevens", waarde=namen, woorden=", ".join(namen))
        for naam, een in zip(namen, genoemd.values(), strict=True):
            keer = Keer(VRAGEN["soort"], gegeven=naam)
            yield Voorgesteld(sleutel=keer.sleutel, waarde=[een.soort], woorden=naam)
    erin = lezing.feiten.get("in_overgangsdocument")
    if erin is not None:
        uit = lezing.gelezen_uit["in_overgangsdocument"]
        waarde = namen if erin else []
        yield Voorgesteld(sleutel="in_overgangsdocument", waarde=waarde, woorden=uit)


def doel_in_eigen_woorden(waarden: Mapping[Keer, Any], zin: Zin) -> dict[Keer, Any]:
    """Return the words in which somebody tells what it is for; none when it was picked."""
    doel = next((keer.vraag for keer in waarden if keer.vraag.id == "doel"), None)
    gezegd = zin.lezing.doelzin
    if doel is None or gezegd is None or is_aangeboden(doel, gezegd):
        return {}
    return {Keer(VRAGEN["doel_woorden"]): gezegd}


def soorten(dossier: Dossier) -> tuple[Voorgesteld, ...]:
    """Return the kind of every item just named, as far as its name tells; to be confirmed."""
    keren = [Keer(VRAGEN["soort"], gegeven=naam) for naam in feitenblad.namen(dossier)]
    return tuple(
        Voorgesteld(sleutel=keer.sleutel, waarde=list(soort), woorden=keer.gegeven or "")
        for keer in keren
        if keer.sleutel not in dossier.antwoorden and (soort := soort_van(keer, dossier))
    )


def soorten_erbij(waarden: Mapping[Keer, Any], erna: Dossier) -> tuple[Voorgesteld, ...]:
    """Return the kinds to confirm with an answer that names several data items; of one it is asked.

    `erna` is the dossier with the answer in it.
    """
    genoemd = any(keer.vraag.soort is Vraagsoort.GEGEVENS for keer in waarden)
    return soorten(erna) if genoemd and len(feitenblad.namen(erna)) > 1 else ()


def verbeteringen(dossier: Dossier, lezing: Lezing) -> tuple[Voorgesteld, ...]:
    """Return what this reading changes in answers that were given."""
    return tuple(v for v in voorstellen(dossier, lezing) if v.sleutel in dossier.antwoorden)


def bijgewerkt(
    lijst: Sequence[Voorgesteld], nieuw: Sequence[Voorgesteld]
) -> tuple[Voorgesteld, ...]:
    """Return the list with what was read since; a later reading replaces an earlier one."""
    return passend({v.sleutel: v for v in (*lijst, *nieuw)}.values())


def zonder_twijfel(
    lijst: Sequence[Voorgesteld], twijfels: Sequence[Twijfel]
) -> tuple[Voorgesteld, ...]:
    """Return the proposals that nobody doubts."""
    weg = {twijfel[0].sleutel for twijfel in twijfels}
    return tuple(voorstel for voorstel in lijst if voorstel.sleutel not in weg)
