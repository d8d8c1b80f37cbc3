"""Uit alle sporen samen: wie geeft, wie krijgt, en aan welke kant de schrijver staat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dialogs.lezen.kanten import Spoor
from dialogs.lezen.partijen import SCHOLEN, SCHOOL
from dialogs.lezen.stukken import IK, Naamwoord, lijst

Rollen = dict[str, tuple[str, int, int]]
"""Per fact its value, and the word numbers it rests on."""

_GEBRUIKER: Final = "gebruiker"
_RIJTJE: Final = (_GEBRUIKER, "van", "naar")
# Who usually has the data: the higher gives, the lower gets.
_HEEFT_HET: Final = {
    "duo": 9,
    "bidn": 9,
    **dict.fromkeys((*SCHOLEN, SCHOOL), 6),
    **dict.fromkeys(("jeugdzorg", "wijkteam", "gecertificeerde_instelling"), 6),
    "leerplicht": 5,
    "doorstroompunt": 5,
    **dict.fromkeys(("gemeente", "samenwerkingsverband", "raad_kinderbescherming"), 3),
    "uwv": 2,
    "werkcentrum": 2,
    "werkgever": 1,
    "anders": 0,
}

_VRAAGT_ALTIJD: Final = "werkgever"
_SCHOOL: Final = 6
_NEEMT_MEESTAL: Final = 4


def rijtje(woorden: Sequence[Naamwoord]) -> Rollen:
    """Return who gives and gets in a row without sentences: 'geven, vmbo, leerplicht'.

    It follows the order of the questions: which side, who gives, who gets.
    """
    vol = [woord for woord in woorden[1:] if woord.vorm != ","]
    if len(vol) <= len(_RIJTJE) or not (vol[1].partij and vol[2].partij):
        return {}
    kanten = {"verstrekker": "rijtje_geeft", "ontvanger": "rijtje_krijgt"}
    kant = next((kant for kant, naam in kanten.items() if vol[0].vorm in lijst(naam)), None)
    if kant is None:
        return {}
    waarden = (kant, vol[1].partij, vol[2].partij)
    return {f: (w, deel.van, deel.tot) for f, w, deel in zip(_RIJTJE, waarden, vol, strict=False)}


def verdeel(
    sporen: Sequence[Spoor], eigen: tuple[str, int, int] | None, woorden: Sequence[Naamwoord]
) -> Rollen:
    """Return `van`, `naar` and `gebruiker`, as far as the traces agree on them."""
    uit: Rollen = {}
    kant = _kant(sporen)
    # 'Ik wil weten hoe het ging', without anybody to ask, says too little.
    alleen = kant is not None and kant[0] == "ontvanger" and not any(w.partij for w in woorden)
    if kant is not None and not alleen:
        uit[_GEBRUIKER] = kant
    kracht: dict[str, int] = {}
    for feit, rol in (("van", "gever"), ("naar", "krijger")):
        genoemd = [(getattr(s, rol), s) for s in sporen if getattr(s, rol) not in (None, IK)]
        sterk = max((s.kracht for _, s in genoemd), default=0)
        hints = [hint for hint in genoemd if hint[1].kracht == sterk]
        if len({naam for naam, _ in hints}) == 1:
            naam, spoor = hints[0]
            uit[feit] = (naam, spoor.van, spoor.tot)
            kracht[feit] = sterk
    if {"van", "naar"} <= uit.keys() and uit["van"][0] == uit["naar"][0]:
        # One organisation on both sides: the stronger trace, else none.
        zwak = [feit for feit, k in kracht.items() if k <= min(kracht.values())]
        for feit in zwak:
            del uit[feit]
    if eigen is None and uit.get(_GEBRUIKER, ("",))[0] == "verstrekker":
        eigen = _is_school(woorden, uit)
    anderen = _anderen(woorden, eigen[0] if eigen else None)
    if eigen is not None:
        _vul_aan(uit, eigen, anderen)
    else:
        # Who speaks of a client is not the school that is named.
        client = any(woord.vorm in lijst("client") for woord in woorden)
        _zonder_eigen(uit, anderen, client=client)
        _enige(uit, anderen)
    return uit


def _is_school(woorden: Sequence[Naamwoord], uit: Rollen) -> tuple[str, int, int] | None:
    """Take who gives and speaks of a pupil for the school, when no school is named."""
    if "van" in uit or any(w.partij in SCHOLEN or w.partij == SCHOOL for w in woorden):
        return None
    vormen = {w.vorm for w in woorden}
    spreekt = vormen & (lijst("leerling") | lijst("over_school"))
    bij_stage = "naar" not in uit or uit["naar"][0] != _VRAAGT_ALTIJD
    if not spreekt or (bij_stage and ("stage" in vormen or "stagiair" in vormen)):
        return None
    return SCHOOL, *uit[_GEBRUIKER][1:]


def _enige(rollen: Rollen, anderen: Sequence[Naamwoord]) -> None:
    """Take the only organisation for who gets, if it is one that seldom has the data."""
    if {"van", "naar"} & rollen.keys() or len(anderen) != 1:
        return
    geeft = rollen.get(_GEBRUIKER, ("verstrekker",))[0] == "verstrekker"
    if geeft and _HEEFT_HET.get(anderen[0].partij, _SCHOOL) < _NEEMT_MEESTAL:
        rollen["naar"] = (anderen[0].partij, anderen[0].van, anderen[0].tot)


def _kant(sporen: Sequence[Spoor]) -> tuple[str, int, int] | None:
    kanten = [
        ("verstrekker" if spoor.gever == IK else "ontvanger", spoor)
        for spoor in sporen
        if IK in (spoor.gever, spoor.krijger) and spoor.gever != spoor.krijger
    ]
    sterk = max((spoor.kracht for _, spoor in kanten), default=0)
    kanten = [deel for deel in kanten if deel[1].kracht == sterk]
    if len({kant for kant, _ in kanten}) != 1:
        return None
    kant, spoor = kanten[0]
    return kant, spoor.van, spoor.tot


def _anderen(woorden: Sequence[Naamwoord], zelf: str | None) -> list[Naamwoord]:
    """Return the first mention of every other organisation that could give or get."""
    uit: dict[str, Naamwoord] = {}
    for nummer, woord in enumerate(woorden):
        via = nummer > 0 and woorden[nummer - 1].vorm == "via"
        if woord.partij and woord.partij not in (zelf, "ouders") and not via:
            uit.setdefault(woord.partij, woord)
    if SCHOLEN & uit.keys() or zelf in SCHOLEN:
        uit.pop(SCHOOL, None)
    scholen = SCHOLEN & uit.keys()
    if zelf == SCHOOL and len(scholen) == 1:
        # 'Mijn leerling van het praktijkonderwijs': that is where the writer works.
        uit.pop(*scholen)
    return list(uit.values())


def _vul_aan(rollen: Rollen, eigen: tuple[str, int, int], anderen: Sequence[Naamwoord]) -> None:
    """Fill in the writer's own side, and the only other organisation on the other side."""
    zelf = eigen[0]
    if _GEBRUIKER not in rollen:
        kant = _eigen_kant(rollen, eigen, anderen)
        if kant is None:
            return
        rollen[_GEBRUIKER] = kant
    hier, daar = ("van", "naar") if rollen[_GEBRUIKER][0] == "verstrekker" else ("naar", "van")
    rollen[hier] = eigen
    if daar in rollen and rollen[daar][0] == zelf:
        del rollen[daar]
    if daar not in rollen and len(anderen) == 1:
        rollen[daar] = (anderen[0].partij, anderen[0].van, anderen[0].tot)


def _eigen_kant(
    rollen: Rollen, eigen: tuple[str, int, int], anderen: Sequence[Naamwoord]
) -> tuple[str, int, int] | None:
    """Return on which side the writer is, by what is known of the two sides."""
    zelf = eigen[0]
    kanten = (("van", "naar", "verstrekker"), ("naar", "van", "ontvanger"))
    for hier, daar, kant in kanten:
        if hier in rollen and rollen[hier][0] == zelf:
            return kant, *rollen[hier][1:]
        if daar in rollen and rollen[daar][0] != zelf and hier not in rollen:
            return kant, *rollen[daar][1:]
    if rollen.keys() & {"van", "naar"}:
        return None
    if not anderen:
        return ("ontvanger", *eigen[1:]) if zelf == _VRAAGT_ALTIJD else None
    return _wie_het_meestal_heeft(zelf, anderen)


def _wie_het_meestal_heeft(zelf: str, anderen: Sequence[Naamwoord]) -> tuple[str, int, int] | None:
    ander = anderen[0]
    verschil = _HEEFT_HET.get(zelf, 0) - _HEEFT_HET.get(ander.partij, 0)
    if len(anderen) > 1 or not verschil or not {zelf, ander.partij} <= _HEEFT_HET.keys():
        return None
    return "verstrekker" if verschil > 0 else "ontvanger", ander.van, ander.tot


def _zonder_eigen(rollen: Rollen, anderen: Sequence[Naamwoord], *, client: bool) -> None:
    """Fill in the other side where only one organisation is left for it."""
    for hier, daar in (("van", "naar"), ("naar", "van")):
        if hier in rollen or daar not in rollen:
            continue
        over = [woord for woord in anderen if woord.partij != rollen[daar][0]]
        if len(over) != 1:
            continue
        # Who tells about a pupil without saying from where, tells it from the school named.
        kant = rollen.get(_GEBRUIKER, ("",))[0]
        verschil = _HEEFT_HET.get(over[0].partij, 0) - _HEEFT_HET.get(rollen[daar][0], 0)
        eigen_kant = "verstrekker" if hier == "van" else "ontvanger"
        past = verschil > 0 if hier == "van" else verschil < 0
        past = past or (verschil == 0 and kant == eigen_kant)
        van_school = client and over[0].partij in SCHOLEN | {SCHOOL}
        if past and kant in ("", eigen_kant) and not (hier == "van" and van_school):
            rollen[hier] = (over[0].partij, over[0].van, over[0].tot)
