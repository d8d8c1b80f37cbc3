"""Een gegeven weglaten: het is dan nergens meer, ook niet in wat iemand zelf schreef.

A data item that was taken out may be just what nobody should have written down. So its name goes
from the list, its kind with it, and its words from the description and the reasons: all of them
end up in the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from dialogs.dossier import Antwoord, Dossier, Voorgesteld, feitenblad
from dialogs.dossier.aanvulling import Veldsoort, veld_bij
from dialogs.dossier.vragen import Vraagsoort, keer_van, vraag_bij
from dialogs.teksten import tekst
from dialogs.teksten.woorden import plat

_GEGEVENS: Final = "gegevens"
_WOORD: Final = re.compile(r"[^\W_]+")
_LANG: Final = 4
"""So many letters of a name are enough to know a longer word by: 'autisme', 'autismespectrum'."""
_MEERVOUD: Final = 2


def zonder_losse(dossier: Dossier) -> Dossier:
    """Return the dossier without answers about items that are not in its list."""
    namen = feitenblad.namen(dossier)
    over = {
        sleutel: antwoord
        for sleutel, antwoord in dossier.antwoorden.items()
        if (keer := keer_van(sleutel)) is None or keer.gegeven is None or keer.gegeven in namen
    }
    gelijk = len(over) == len(dossier.antwoorden)
    return dossier if gelijk else dossier.model_copy(update={"antwoorden": over})


def passend(voorgesteld: Iterable[Voorgesteld]) -> tuple[Voorgesteld, ...]:
    """Return what was read, without the kind of items that are not in the list read with it."""
    alles = tuple(voorgesteld)
    namen = next((v.waarde for v in alles if v.sleutel == _GEGEVENS), None)
    if namen is None:
        return alles
    return tuple(
        v
        for v in alles
        if (keer := keer_van(v.sleutel)) is None or keer.gegeven is None or keer.gegeven in namen
    )


def uit_eigen_woorden(dossier: Dossier, namen: Iterable[str]) -> Dossier:
    """Return the dossier in which nobody wrote about these items."""
    weg = [woorden for naam in namen if (woorden := _woorden(naam))]
    if not weg:
        return dossier
    blijft = {woord for naam in feitenblad.namen(dossier) for woord in _woorden(naam)}
    blijft |= {w for v in dossier.stand.voorgesteld for w in _in_lijst(v)}
    antwoorden = {
        sleutel: Antwoord(waarde=_zonder(antwoord.waarde, weg, blijft))
        if _eigen(sleutel)
        else antwoord
        for sleutel, antwoord in dossier.antwoorden.items()
    }
    stand = dossier.stand.model_copy(
        update={
            "voorgesteld": tuple(_kaal(v, weg, blijft) for v in dossier.stand.voorgesteld),
            "twijfel": tuple(
                tuple(_kaal(v, weg, blijft) for v in lezingen) for lezingen in dossier.stand.twijfel
            ),
        }
    )
    aanvulling = {
        sleutel: _zonder(waarde, weg, blijft) if _is_tekst(sleutel) else waarde
        for sleutel, waarde in dossier.aanvulling.items()
    }
    anders = {"antwoorden": antwoorden, "stand": stand, "aanvulling": aanvulling}
    return dossier.model_copy(update=anders)


def _eigen(sleutel: str) -> bool:
    vraag = vraag_bij(sleutel)
    return vraag is not None and vraag.soort is Vraagsoort.TEKST


def _is_tekst(sleutel: str) -> bool:
    veld = veld_bij(sleutel)
    return veld is not None and veld.soort is Veldsoort.TEKST


def _in_lijst(voorstel: Voorgesteld) -> Iterable[str]:
    return (w for naam in voorstel.waarde for w in _woorden(naam)) if _is_lijst(voorstel) else ()


def _is_lijst(voorstel: Voorgesteld) -> bool:
    return voorstel.sleutel == _GEGEVENS


def _kaal(voorstel: Voorgesteld, weg: list[list[str]], blijft: set[str]) -> Voorgesteld:
    return voorstel.model_copy(update={"woorden": _zonder(voorstel.woorden, weg, blijft)})


def _woorden(naam: str) -> list[str]:
    return _WOORD.findall(plat(naam))


def _zonder(eigen: Any, weg: list[list[str]], blijft: set[str]) -> Any:
    """Return a text with a mark in the place of every one of these names."""
    if not isinstance(eigen, str):
        return eigen
    gevonden = list(_WOORD.finditer(eigen))
    vormen = [plat(deel[0]) for deel in gevonden]
    uit, klaar, plek = "", 0, 0
    while plek < len(vormen):
        lang = next((len(naam) for naam in weg if _staat(vormen, plek, naam, blijft)), 0)
        if lang:
            uit += eigen[klaar : gevonden[plek].start()] + tekst("woorden_los.weggelaten")
            klaar = gevonden[plek + lang - 1].end()
        plek += lang or 1
    return uit + eigen[klaar:]


def _staat(vormen: list[str], plek: int, naam: list[str], blijft: set[str]) -> bool:
    hier = vormen[plek : plek + len(naam)]
    if len(hier) < len(naam) or hier[:-1] != naam[:-1]:
        return False
    laatste, gezocht = hier[-1], naam[-1]
    if not laatste.startswith(gezocht) or (len(naam) == 1 and laatste in blijft):
        return False
    return len(gezocht) >= _LANG or len(laatste) - len(gezocht) <= _MEERVOUD
