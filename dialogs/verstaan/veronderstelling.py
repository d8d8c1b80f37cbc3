"""Wat iemand in een wat-als veronderstelt: andere feiten, of minder gegevens."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, Final, Literal

from dialogs.bedoeling import Veronderstelling
from dialogs.dossier import Dossier, feitenblad
from dialogs.dossier.vragen import VRAGEN, Vraagsoort
from dialogs.lezen import Lezing, lees
from dialogs.lezen.woorden import plat
from dialogs.teksten import tabel
from dialogs.teksten.woorden import bevat
from dialogs.verstaan.zin import beperkt, ontkent
from knowledge.feiten import Situatie

_NIET: Final = ("doel", "datum")
_VOORAAN: Final = 3
"""Who says it stands among the first words: 'mijn directe leidinggevende'."""
_JAAR: Final = re.compile(r"\b(20[12]\d)\b")
_LIDWOORDEN: Final = frozenset(("de", "het", "een", "zijn", "haar", "deze", "die", "onze", "mijn"))


def lees_veronderstelling(dossier: Dossier, zin: str, vandaag: dt.date) -> Veronderstelling:
    """Read what somebody supposes ('ze 28 is', 'zonder het adres', 'hij erbij zit')."""
    beslist_niet = _beslist_niet(zin)
    if beslist_niet is not None:
        return Veronderstelling(beslist_niet=beslist_niet)
    alleen = _gegevens(dossier, zin)
    if alleen is not None:
        return Veronderstelling(alleen=alleen)
    anders = _andere_gegevens(zin, vandaag)
    if anders:
        return Veronderstelling(anders=anders)
    feiten = _namens(zin) or _feiten(zin, vandaag) or _kort(zin)
    feiten = feiten or _partij(zin, vandaag) or _dag(zin, vandaag)
    if feiten:
        return Veronderstelling(feiten)
    return Veronderstelling(soort=_soort(lees(zin, vandaag), zin))


def _gegevens(dossier: Dossier, zin: str) -> tuple[str, ...] | None:
    """Return the items that stay, in 'zonder het adres' and 'alleen het stageverslag'."""
    namen = feitenblad.namen(dossier)
    genoemd = [naam for naam in namen if bevat(zin, [_losse_woorden(naam)])]
    if not genoemd:
        return None
    if bevat(zin, tabel("wat_als_woorden")["alleen"]) and not ontkent(zin):
        return tuple(genoemd)
    if ontkent(zin) or beperkt(zin):
        return tuple(naam for naam in namen if naam not in genoemd)
    return None


def _andere_gegevens(zin: str, vandaag: dt.date) -> tuple[tuple[str, str], ...]:
    """Return the items in 'alleen de aanwezigheid', where none of them is in the weighing."""
    if not bevat(zin, tabel("wat_als_woorden")["alleen"]):
        return ()
    gelezen = lees(zin, vandaag).gegevens
    return tuple(dict.fromkeys((g.woorden, g.soort) for g in gelezen))


def _namens(zin: str) -> dict[str, Any]:
    """Return what parents or a curator would say, in 'de ouders ja zeggen'."""
    over = tabel("wat_als_namens")
    rechter = bevat(zin, over["van_de_rechter"])
    if not (rechter or bevat(zin, over["wie"])):
        return {}
    for waarde in ("geweigerd", "gegeven"):
        if bevat(zin, over[waarde]):
            door_rechter = {"vertegenwoordigd": True} if rechter else {}
            return {"toestemming_vertegenwoordiger": waarde, **door_rechter}
    return {}


def _beslist_niet(zin: str) -> Literal["bewindvoerder", "ander"] | None:
    """Return who is supposed to say yes or no and does not decide: 'de werkgever akkoord gaat'."""
    over = tabel("wat_als_namens")
    if not bevat(zin, (*over["gegeven"], *over["geweigerd"])) or bevat(zin, over["van_de_rechter"]):
        return None
    # Only who says it himself: 'hij het goed vindt dat de gemeente dit krijgt' is about him.
    wie = " ".join(_losse_woorden(zin).split()[:_VOORAAN])
    if bevat(wie, over["bewindvoerder"]):
        return "bewindvoerder"
    return "ander" if bevat(wie, over["ander"]) else None


def _losse_woorden(naam: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", plat(naam)))


def _feiten(zin: str, vandaag: dt.date) -> dict[str, Any]:
    for vorm in (zin, *_omgekeerd(zin)):
        gelezen = {
            feit: waarde
            for feit, waarde in lees(vorm, vandaag).feiten.items()
            if feit in Situatie.model_fields and feit not in _NIET
        }
        if gelezen:
            return gelezen
    return {}


def _omgekeerd(zin: str) -> Iterator[str]:
    """Return 'ze is 28' for 'ze 28 is': after 'als' the verb stands last."""
    woorden = zin.split()
    lengte = 2 if woorden and plat(woorden[0]) in _LIDWOORDEN else 1
    if len(woorden) >= lengte + 2:
        yield " ".join((*woorden[:lengte], woorden[-1], *woorden[lengte:-1]))


def _kort(zin: str) -> dict[str, Any]:
    """Return the fact in words that are no sentence: 'met toestemming', 'zonder mandaat'."""
    gevonden: list[tuple[int, str, Any]] = []
    for feit, per_waarde in tabel("wat_als_kort").items():
        for waarde, zinnen in per_waarde.items():
            gevonden += [
                (len(woorden), feit, waarde) for woorden in zinnen if bevat(zin, [woorden])
            ]
    if not gevonden:
        return {}
    _, feit, waarde = max(gevonden)
    if VRAGEN[feit].soort is Vraagsoort.JA_NEE:
        return {feit: waarde == "ja"}
    return {feit: waarde}


def _partij(zin: str, vandaag: dt.date) -> dict[str, Any]:
    """Return who would give or get, in 'het naar het Doorstroompunt gaat'."""
    partijen = [p for p in lees(zin, vandaag).partijen if p != "school"]
    over = tabel("wat_als_woorden")
    if len(partijen) != 1 or bevat(zin, over["over_jongere"]):
        return {}
    for feit in ("naar", "van"):
        if bevat(zin, over[f"{feit}_woorden"]):
            return {feit: partijen[0]}
    return {}


def _dag(zin: str, vandaag: dt.date) -> dict[str, Any]:
    """Return another day of sharing, in 'in 2025' and 'onder de oude wet'."""
    for jaren, woorden in ((-1, "vorig_jaar"), (1, "volgend_jaar")):
        if bevat(zin, tabel("wat_als_woorden")[woorden]):
            return {"datum": _in_jaar(vandaag, vandaag.year + jaren)}
    jaar = _JAAR.search(zin)
    return {"datum": _in_jaar(vandaag, int(jaar[1]))} if jaar else {}


def _in_jaar(dag: dt.date, jaar: int) -> dt.date:
    # 29 February is not in every year.
    return dag.replace(year=jaar, day=min(dag.day, 28))


def _soort(lezing: Lezing, zin: str) -> str | None:
    if not bevat(zin, tabel("wat_als_woorden")["gegeven"]):
        return None
    soorten = [soort for soort in lezing.gegevenssoorten if soort != "gewoon"]
    return soorten[0] if len(soorten) == 1 else None
