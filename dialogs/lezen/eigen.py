"""Waar de schrijver werkt: 'ik werk bij', 'wij als', 'ons roc', 'W&I hier'."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice, pairwise
from typing import Final

from dialogs.lezen.partijen import SCHOLEN, SCHOOL
from dialogs.lezen.stukken import EINDE, Naamwoord, lijst

_SCHOLEN: Final = SCHOLEN | {SCHOOL}
_KORTE_ZIN: Final = 6
_VER: Final = 20
_MEESTE: Final = 100
"""More organisations than anybody names; what comes after them is a pasted list."""
# 'Mijn school' and 'mijn baas' are said by the young person.
_NOOIT_EIGEN: Final = "ouders"
_VAN_DE_JONGERE: Final = frozenset((SCHOOL, "werkgever", "ouders", "arts", "anders"))


def waar_de_schrijver_werkt(woorden: list[Naamwoord]) -> tuple[str, int, int] | None:
    """Return where the writer works: 'ik werk bij', 'wij als', 'ons roc', 'W&I hier'."""
    genoemd = (
        (nummer, woord)
        for nummer, woord in enumerate(woorden)
        if woord.partij and woord.partij != _NOOIT_EIGEN
    )
    gevonden = [
        (woord.partij, woord.van, woord.tot)
        for nummer, woord in islice(genoemd, _MEESTE)
        if _is_eigen(woorden, nummer)
    ]
    gevonden = gevonden or _losse_naam(woorden) or _bij_ons_is(woorden) or _eigen_leerling(woorden)
    # 'Bij ons op het mbo' tells more than 'ik zit bij het Doorstroompunt aan tafel'.
    vast = [deel for deel in gevonden if _van_ons(woorden, deel[1])]
    gevonden = vast or gevonden
    scherp = [deel for deel in gevonden if deel[0] != SCHOOL] or gevonden
    return scherp[0] if len({deel[0] for deel in scherp}) == 1 else None


def _bij_ons_is(woorden: list[Naamwoord]) -> list[tuple[str, int, int]]:
    """Take 'bij ons in de bijstand' and 'woont bij ons' for where the writer works."""
    for nummer, (een, twee) in enumerate(pairwise(woorden)):
        if een.vorm not in lijst("hier_bij") or twee.vorm != "ons":
            continue
        rond = {w.vorm for w in woorden[max(0, nummer - 1) : nummer + 6]}
        for partij in (SCHOOL, "gemeente", "jeugdzorg"):
            if rond & lijst(f"bij_ons_{partij}"):
                return [(partij, een.van, twee.tot)]
    return []


def _van_ons(woorden: list[Naamwoord], van: int) -> bool:
    """Tell whether 'ons' or 'bij ons op' comes before the organisation at this word."""
    nummer = bisect_left(woorden, van, key=lambda woord: woord.van)
    voor = [w.vorm for w in woorden[max(0, nummer - 2) : nummer]]
    return bool(voor) and (voor[-1] in lijst("eigen_lidwoorden") or voor[0] == "ons")


def _is_eigen(woorden: list[Naamwoord], nummer: int) -> bool:
    voor = [w.vorm for w in woorden[max(0, nummer - 7) : nummer]]
    zin = _zin_ervoor(voor)
    if not voor or (voor == ["."] and _na(woorden, nummer) == ","):
        return _vooraan(woorden, nummer)
    mijn = voor[-1] == "mijn" and woorden[nummer].partij not in _VAN_DE_JONGERE
    if mijn or voor[-1] in lijst("eigen_lidwoorden") or _na(woorden, nummer) == "hier":
        return True
    if _na(woorden, nummer) == "vraagt" and _na(woorden, nummer + 1) in ("zich", ","):
        # 'Het Doorstroompunt vraagt zich af of wij', 'Mentor vraagt: mag ik': they are the writer.
        return True
    schrijver = lijst("ik") | lijst("mij")
    if voor[-1] == "," and len(voor) > 1 and voor[-2] in schrijver:
        return True
    kaal = not woorden[nummer].lidwoord and len(voor) > 1
    if kaal and voor[-1] in lijst("wij") and voor[-2] in lijst("voor_wij"):
        # 'Wij dsp geven door'.
        return True
    if len(voor) > 2 and voor[-2] in schrijver and voor[-1] in lijst("hier_bij"):
        # 'Bij ons op het roc', 'wij van de gemeente'; 'mag ik bij het roc' asks something.
        return voor[-2] in ("ons", "mij") or voor[-3] in lijst("voor_wij")
    als_wie = _als_iemand_van(voor, zin) or _in_mijn_werk(woorden, nummer, voor)
    if _waar_ik(woorden, nummer) or als_wie:
        return True
    if voor[-1] in lijst("als"):
        return _als(woorden, nummer, voor, zin)
    return _tussen_haken(woorden, nummer, voor) or _ik_werk_bij(zin)


def _tussen_haken(woorden: list[Naamwoord], nummer: int, voor: list[str]) -> bool:
    """Tell whether 'ik wil (roc) weten' or 'die bij ons in begeleiding is (jeugdzorg)'."""
    if voor[-1] != "," or _na(woorden, nummer) not in (",", "."):
        return False
    return _ik_in_zin(woorden, nummer) or ("bij", "ons") in pairwise(voor)


def _vooraan(woorden: list[Naamwoord], nummer: int) -> bool:
    """Tell whether a text begins with who writes: 'Klantmanager bij W&I, wil het roc bellen'."""
    na, daarna = _na(woorden, nummer), _na(woorden, nummer + 1)
    doet = lijst("verder_met") | lijst("ik")
    if not woorden[nummer].lidwoord:
        # 'Praktijkschool, leerling van 18, gemeente vraagt ...'
        doet |= lijst("leerling") | lijst("client")
    return na == "hier" or (na == "," and daarna in doet)


def _als(woorden: list[Naamwoord], nummer: int, voor: list[str], zin: list[str]) -> bool:
    """Tell whether 'als', 'namens' or 'vanuit' before an organisation is about the writer."""
    eerder = voor[-2] if len(voor) > 1 else ""
    if voor[-1] == "namens" and eerder in EINDE:
        return True
    if voor[-1] == "als" and eerder == ",":
        return _ik_in_zin(woorden, nummer)
    if "u" in voor[-3:]:
        return False
    schrijver = lijst("ik") | lijst("mij")
    return bool(schrijver & (set(zin) | set(_zin_erna(woorden, nummer))))


def _waar_ik(woorden: list[Naamwoord], nummer: int) -> bool:
    """Tell whether 'bij ons', ', waar ik' or ', dus mij' follows: 'het UWV, waar ik werk'."""
    if woorden[nummer].partij in _SCHOLEN and _bij_ons(woorden, nummer):
        return True
    na = [
        woord.vorm for woord in woorden[nummer + 1 : nummer + 5] if woord.vorm not in (",", "dus")
    ]
    dus = any(woord.vorm == "dus" for woord in woorden[nummer + 1 : nummer + 3])
    if na[:1] == ["waar"] and na[1:2] and na[1] in lijst("ik"):
        return True
    if na[:2] == ["daar", "werk"]:
        return True
    return dus and na[:1] != [] and na[0] in lijst("mij")


def _als_iemand_van(voor: list[str], zin: list[str]) -> bool:
    """Tell whether this ends 'ik als AD van', 'mij op kantoor bij' or 'ik is'."""
    schrijver = lijst("ik") | lijst("mij")
    if voor[-1] == "is":
        return voor[-2:-1] != [] and voor[-2] in lijst("ik")
    if voor[-1] not in ("van", "bij") or not schrijver & set(zin):
        return False
    return bool({"als", "kantoor"} & set(voor[-4:-1])) or voor[-3:-1] in (
        ["me", "werk"],
        ["mijn", "werk"],
    )


def _in_mijn_werk(woorden: list[Naamwoord], nummer: int, voor: list[str]) -> bool:
    """Tell whether this ends 'in onze caseload (W&I)' or 'mijn caseload bij'."""
    tussen_haken = voor[-1] == "," and _na(woorden, nummer) == ","
    if tussen_haken and voor[-3:-2] and voor[-3] in (*lijst("eigen_lidwoorden"), "mijn"):
        return True
    return voor[-1] in ("bij", "van") and voor[-2:-1] == ["caseload"]


def _bij_ons(woorden: list[Naamwoord], nummer: int) -> bool:
    """Tell whether 'bij ons' or 'hier' follows: 'mbo-3 bij ons'."""
    return (_na(woorden, nummer), _na(woorden, nummer + 1)) in (("bij", "ons"), ("bij", "mij"))


def _ik_werk_bij(zin: list[str]) -> bool:
    if zin[:1] == ["ben"]:
        return True
    plaatsen = [n for n, vorm in enumerate(zin) if vorm in lijst("ik")]
    if not plaatsen:
        return False
    if zin[plaatsen[-1] + 1 :] == ["van"]:
        return True
    ik = plaatsen[-1]
    na, voor = zin[ik + 1 : ik + 2], zin[max(0, ik - 1) : ik]
    if na == ["zijn"]:
        # 'Wij zijn stageverslag' is not who we are.
        return set(zin[ik + 2 :]) <= (lijst("van_woorden") | lijst("lidwoorden"))
    werkt = bool(lijst("werk") & {*na, *voor}) or "les" in zin[ik:]
    return werkt and (zin[-1] in ("bij", "van", "op", "voor") or ik >= len(zin) - 4)


def _ik_in_zin(woorden: list[Naamwoord], nummer: int) -> bool:
    """Tell whether 'ik' or 'wij' comes before a name between brackets, in the same sentence."""
    for woord in reversed(woorden[max(0, nummer - _VER) : nummer]):
        if woord.vorm in EINDE:
            return False
        if woord.vorm in lijst("ik"):
            return True
    return False


def _zin_ervoor(voor: list[str]) -> list[str]:
    # An organisation in between is the one where the writer works: 'ik ben van het roc en het uwv'.
    einden = [n for n, vorm in enumerate(voor) if vorm in EINDE or vorm in ("", ",")]
    return voor[einden[-1] + 1 :] if einden else voor


def _zin_erna(woorden: list[Naamwoord], nummer: int) -> list[str]:
    erna = []
    for woord in woorden[nummer + 1 : nummer + 6]:
        if woord.vorm in EINDE:
            break
        erna.append(woord.vorm)
    return erna


def _na(woorden: list[Naamwoord], nummer: int) -> str:
    return woorden[nummer + 1].vorm if nummer + 1 < len(woorden) else ""


def _losse_naam(woorden: list[Naamwoord]) -> list[tuple[str, int, int]]:
    """Take a first or last sentence without a verb: 'Afd. Sociale Zaken'."""
    zinnen: list[list[Naamwoord]] = [[]]
    for woord in woorden:
        if woord.vorm in EINDE:
            zinnen.append([])
        else:
            zinnen[-1].append(woord)
    gevuld = [zin for zin in zinnen if zin]
    if len(gevuld) < 2:
        return []
    rand = (gevuld[0], gevuld[-1])
    uit = []
    for zin in gevuld:
        genoemd = [w for w in zin if w.partij]
        if zin in rand and _begint_met_naam(zin):
            uit.append((zin[0].partij, zin[0].van, zin[0].tot))
            continue
        rest = {w.vorm for w in zin if not w.partij}
        los = any(zin is ander for ander in rand) and len(zin) <= _KORTE_ZIN
        if (
            len({w.partij for w in genoemd}) == 1
            and not _werkwoord(zin)
            and (los or rest <= lijst("beroepen"))
        ):
            uit.append((genoemd[0].partij, genoemd[0].van, genoemd[0].tot))
    return uit


def _begint_met_naam(zin: list[Naamwoord]) -> bool:
    """Tell whether a sentence is a name and then something else: 'Vso-docent, leerling is 18'."""
    soorten = ("vraagt", "geeft", "beide", "wil", "heeft")
    doet = any(w.vorm in lijst(soort) for w in zin for soort in soorten)
    return len(zin) > 1 and bool(zin[0].partij) and zin[1].vorm == "," and not doet


def _werkwoord(zin: list[Naamwoord]) -> bool:
    soorten = ("vraagt", "geeft", "beide", "wil", "heeft", "jongere", "naar_woorden", "niet_los")
    return any(w.vorm in lijst(soort) for w in zin for soort in (*soorten, "van_woorden"))


def _eigen_leerling(woorden: list[Naamwoord]) -> list[tuple[str, int, int]]:
    """Take 'onze leerling': then the writer works at a school."""
    vormen = [woord.vorm for woord in woorden]
    eerste = next((woord for woord in woorden if woord.vorm not in EINDE), None)
    if eerste is not None and eerste.vorm in lijst("leerling"):
        return [(SCHOOL, eerste.van, eerste.tot)]
    leerling_bij = bool(lijst("leerling") & set(vormen))
    return [
        (SCHOOL, een.van, twee.tot)
        for nummer, (een, twee) in enumerate(pairwise(woorden))
        if (een.vorm in lijst("eigen_woorden") and _dan_leerling(woorden, nummer))
        or (leerling_bij and een.vorm == "bij" and twee.vorm == "ons")
    ]


def _dan_leerling(woorden: list[Naamwoord], nummer: int) -> bool:
    """Tell whether 'onze' is followed by a pupil, with at most two words between."""
    for woord in woorden[nummer + 1 : nummer + 4]:
        if woord.vorm in lijst("leerling") | lijst("van_school"):
            return True
        if woord.vorm in EINDE or woord.vorm == ",":
            return False
    return False
