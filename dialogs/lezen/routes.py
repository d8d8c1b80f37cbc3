"""Wie geeft, wie krijgt, en wie van hen schrijft.

A text is cut into pieces with one subject each. In a piece somebody asks or gives; who that is,
and whom they ask or give to, shows in the words before the names. The writer is 'ik' or 'wij'.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from dialogs.lezen.lexicon import tabel
from dialogs.lezen.partijen import SCHOLEN, SCHOOL, Partij, namen
from dialogs.lezen.regels import Gelezen
from dialogs.lezen.woorden import Rij

IK: Final = "ik"
JONGERE: Final = "jongere"
# What kind of school an education belongs to: then 'school' is no longer unclear.
_BIJ_OPLEIDING: Final = {
    "entree": "mbo",
    "mbo2_bol": "mbo",
    "mbo2_bbl": "mbo",
    "mbo3": "mbo",
    "mbo4": "mbo",
    "pro": "pro",
    "vso_arbeid": "vso",
    "vso_overig": "vso",
    "hbo_wo": "hbo_wo",
}
_EINDE: Final = frozenset(".?")
_KORTE_ZIN: Final = 6
_VER: Final = 20


@dataclass(frozen=True, slots=True)
class _Woord:
    """A word of the text, or an organisation taken as one; `van` and `tot` are word numbers."""

    vorm: str
    van: int
    tot: int
    partij: str = ""


@dataclass(slots=True)
class _Stuk:
    """A piece with one subject, and the words in it that matter."""

    woorden: list[_Woord] = field(default_factory=list)
    onderwerp: str | None = None
    krijgt: list[str] = field(default_factory=list)
    bron: list[str] = field(default_factory=list)
    los: list[str] = field(default_factory=list)
    door_te: list[str] = field(default_factory=list)
    soorten: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Spoor:
    """Who gives and who gets, as far as one piece tells."""

    gever: str | None
    krijger: str | None
    van: int
    tot: int
    zwak: bool = False
    """Counts only where nothing stronger was said."""


@cache
def _lijst(naam: str) -> frozenset[str]:
    return frozenset(tabel("routes")[naam])


def lees_route(rij: Rij, partijen: Sequence[Partij], gelezen: Sequence[Gelezen]) -> list[Gelezen]:
    """Return who gives (`van`), who gets (`naar`) and which side the writer is on (`gebruiker`)."""
    woorden = _woorden(rij, partijen)
    eigen = _eigen(woorden)
    sporen = list(_sporen(_zonder_bijstelling(woorden, eigen[0] if eigen else ""), eigen[0] if eigen else None))
    rollen = _rollen(sporen, eigen, partijen)
    soort = _soort_school(gelezen, partijen)
    uit = []
    for feit, (waarde, van, tot) in rollen.items():
        bekend = soort if waarde == SCHOOL else waarde
        if bekend is not None:
            uit.append(Gelezen(feit, bekend, van, tot, frozenset()))
    if len({g.waarde for g in uit if g.feit != "gebruiker"}) < len(uit) - ("gebruiker" in rollen):
        return [g for g in uit if g.feit == "gebruiker"]
    return uit


def _woorden(rij: Rij, partijen: Sequence[Partij]) -> list[_Woord]:
    """Return the words with each organisation as one, its article gone into it."""
    uit: list[_Woord] = []
    klaar = 0
    for partij in partijen:
        uit += [_Woord(rij.woorden[n].vorm, n, n + 1) for n in range(klaar, partij.van)]
        begin = partij.van
        while uit and uit[-1].vorm in _lijst("lidwoorden") and not uit[-1].partij:
            begin = uit.pop().van
        uit.append(_Woord("", begin, partij.tot, partij.naam))
        klaar = partij.tot
    uit += [_Woord(rij.woorden[n].vorm, n, n + 1) for n in range(klaar, len(rij.woorden))]
    return uit


def _zonder_bijstelling(woorden: list[_Woord], zelf: str) -> list[_Woord]:
    """Leave out who 'wij' are, between brackets or commas: 'wij (roc) willen'."""
    schrijver = _lijst("ik") | _lijst("mij")
    uit: list[_Woord] = []
    nummer = 0
    while nummer < len(woorden):
        vier = woorden[nummer : nummer + 4]
        uit.append(woorden[nummer])
        tussen = len(vier) == 4 and vier[1].vorm == "," == vier[3].vorm
        wie = tussen and bool(vier[2].partij) and vier[0].vorm in schrijver
        los = tussen and (vier[2].vorm.startswith("#") or bool(zelf and vier[2].partij == zelf))
        nummer += 4 if wie or los else 1
    return uit


# --- waar de schrijver werkt ---------------------------------------------------------------


def _eigen(woorden: list[_Woord]) -> tuple[str, int, int] | None:
    """Return where the writer works: 'ik werk bij', 'wij als', 'ons roc', 'W&I hier'."""
    gevonden = [
        (woord.partij, woord.van, woord.tot)
        for nummer, woord in enumerate(woorden)
        if woord.partij and _is_eigen(woorden, nummer)
    ]
    gevonden = gevonden or _losse_naam(woorden) or _eigen_leerling(woorden)
    scherp = [deel for deel in gevonden if deel[0] != SCHOOL] or gevonden
    return scherp[0] if len({deel[0] for deel in scherp}) == 1 else None


def _is_eigen(woorden: list[_Woord], nummer: int) -> bool:
    voor = [w.vorm for w in woorden[max(0, nummer - 7) : nummer]]
    zin = _zin_ervoor(voor)
    if not voor:
        return _na(woorden, nummer) == "hier"
    if voor[-1] in _lijst("eigen_lidwoorden") or _na(woorden, nummer) == "hier":
        return True
    schrijver = _lijst("ik") | _lijst("mij")
    if voor[-1] == "," and len(voor) > 1 and voor[-2] in schrijver:
        return True
    if voor[-1] in _lijst("als"):
        return bool(schrijver & (set(zin) | set(_zin_erna(woorden, nummer))))
    if voor[-1] == "," and _na(woorden, nummer) in (",", ".") and _ik_in_zin(woorden, nummer):
        return True
    return _ik_werk_bij(zin)


def _ik_werk_bij(zin: list[str]) -> bool:
    if zin[:1] == ["ben"]:
        return True
    plaatsen = [n for n, vorm in enumerate(zin) if vorm in _lijst("ik")]
    if not plaatsen:
        return False
    if zin[plaatsen[-1] + 1 :] == ["van"]:
        return True
    ik = plaatsen[-1]
    na, voor = zin[ik + 1 : ik + 2], zin[max(0, ik - 1) : ik]
    if na == ["zijn"]:
        # 'Wij zijn stageverslag' is not who we are.
        return set(zin[ik + 2 :]) <= (_lijst("van_woorden") | _lijst("lidwoorden"))
    werkt = bool(_lijst("werk") & {*na, *voor})
    return werkt and (zin[-1] in ("bij", "van", "op", "voor") or ik >= len(zin) - 4)


def _ik_in_zin(woorden: list[_Woord], nummer: int) -> bool:
    """Tell whether 'ik' or 'wij' comes before a name between brackets, in the same sentence."""
    for woord in reversed(woorden[max(0, nummer - _VER) : nummer]):
        if woord.vorm in _EINDE:
            return False
        if woord.vorm in _lijst("ik"):
            return True
    return False


def _zin_ervoor(voor: list[str]) -> list[str]:
    einden = [n for n, vorm in enumerate(voor) if vorm in _EINDE or vorm == ","]
    return voor[einden[-1] + 1 :] if einden else voor


def _zin_erna(woorden: list[_Woord], nummer: int) -> list[str]:
    erna = []
    for woord in woorden[nummer + 1 : nummer + 6]:
        if woord.vorm in _EINDE:
            break
        erna.append(woord.vorm)
    return erna


def _na(woorden: list[_Woord], nummer: int) -> str:
    return woorden[nummer + 1].vorm if nummer + 1 < len(woorden) else ""


def _losse_naam(woorden: list[_Woord]) -> list[tuple[str, int, int]]:
    """A first or last sentence without a verb is who writes: 'Afd. Sociale Zaken.'"""
    zinnen: list[list[_Woord]] = [[]]
    for woord in woorden:
        if woord.vorm in _EINDE:
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
        rest = {w.vorm for w in zin if not w.partij}
        los = any(zin is ander for ander in rand) and len(zin) <= _KORTE_ZIN
        if len({w.partij for w in genoemd}) == 1 and not _werkwoord(zin) and (los or rest <= _lijst("beroepen")):
            uit.append((genoemd[0].partij, genoemd[0].van, genoemd[0].tot))
    return uit


def _werkwoord(zin: list[_Woord]) -> bool:
    soorten = ("vraagt", "geeft", "beide", "wil", "heeft", "jongere", "naar_woorden", "van_woorden")
    return any(w.vorm in _lijst(soort) for w in zin for soort in soorten)


def _eigen_leerling(woorden: list[_Woord]) -> list[tuple[str, int, int]]:
    """'Onze leerling': then the writer works at a school."""
    vormen = [woord.vorm for woord in woorden]
    if vormen and vormen[0] in _lijst("leerling"):
        return [(SCHOOL, woorden[0].van, woorden[0].tot)]
    leerling_bij = bool(_lijst("leerling") & set(vormen))
    return [
        (SCHOOL, een.van, twee.tot)
        for een, twee in zip(woorden, woorden[1:], strict=False)
        if (een.vorm in _lijst("eigen_woorden") and twee.vorm in _lijst("leerling"))
        or (leerling_bij and een.vorm == "bij" and twee.vorm == "ons")
    ]


# --- wie vraagt en wie geeft ---------------------------------------------------------------


def _sporen(woorden: list[_Woord], eigen: str | None) -> Iterator[_Spoor]:
    onderwerp: str | None = None
    daar: str | None = None
    for stuk in _stukken(woorden):
        if stuk.woorden[0].vorm in _EINDE:
            onderwerp = None
        if _gaat_verder(stuk):
            stuk.onderwerp = onderwerp
        _ontleed(stuk, daar, eigen)
        stuk.onderwerp = stuk.onderwerp or onderwerp
        spoor = _spoor(stuk, eigen)
        if spoor is not None:
            yield spoor
        onderwerp = stuk.onderwerp
        genoemd = [w.partij for w in stuk.woorden if w.partij and w.partij != eigen]
        daar = genoemd[-1] if genoemd else daar


def _stukken(woorden: list[_Woord]) -> Iterator[_Stuk]:
    stuk = _Stuk()
    for nummer, woord in enumerate(woorden):
        nieuw = woord.vorm in _EINDE or woord.vorm == "," or _splitst(woorden, nummer)
        if nieuw and stuk.woorden:
            yield stuk
            stuk = _Stuk()
        stuk.woorden.append(woord)
    yield stuk


def _splitst(woorden: list[_Woord], nummer: int) -> bool:
    vorm = woorden[nummer].vorm
    volgt = woorden[nummer + 1] if nummer + 1 < len(woorden) else None
    volgt_partij = volgt is not None and bool(volgt.partij)
    if vorm == "dat":
        # Else it points at something: 'moeten wij dat melden'.
        lijsten = ("jongere", "ik", "dat_volgt")
        return volgt_partij or (
            volgt is not None and any(volgt.vorm in _lijst(lijst) for lijst in lijsten)
        )
    if vorm not in _lijst("splitst"):
        return False
    return not (volgt_partij and vorm in _lijst("splitst_niet_voor_partij"))


def _gaat_verder(stuk: _Stuk) -> bool:
    vormen = [woord.vorm for woord in stuk.woorden[:2]]
    return len(vormen) == 2 and vormen[0] in _lijst("verder") and vormen[1] in _lijst("verder_met")


def _ontleed(stuk: _Stuk, daar: str | None, eigen: str | None) -> None:
    for nummer, woord in enumerate(stuk.woorden):
        voor = stuk.woorden[nummer - 1].vorm if nummer else ""
        wie = _wie(woord, daar)
        if wie is not None and wie == eigen:
            wie = IK
        if wie is not None:
            if voor in _lijst("door") and "te" in _vormen(stuk):
                # 'Door het Doorstroompunt te informeren': they are told.
                stuk.door_te.append(wie)
            else:
                _deel_in(stuk, wie, voor, woord)
        for soort in ("vraagt", "geeft", "beide", "wil", "gevraagd", "heeft", "info", "verzoek"):
            if woord.vorm in _lijst(soort):
                stuk.soorten.add(soort)
    if {woord.vorm for woord in stuk.woorden} & _lijst("laten") and "vraagt" in stuk.soorten:
        # 'Laten weten' is telling.
        stuk.soorten = (stuk.soorten - {"vraagt"}) | {"geeft"}


def _wie(woord: _Woord, daar: str | None) -> str | None:
    if woord.partij:
        return woord.partij
    if woord.vorm in _lijst("ik") or woord.vorm in _lijst("mij"):
        return IK
    if woord.vorm in _lijst("daar"):
        return daar
    return JONGERE if woord.vorm in _lijst("jongere") else None


def _deel_in(stuk: _Stuk, wie: str, voor: str, woord: _Woord) -> None:
    if voor in _lijst("naar_woorden"):
        stuk.krijgt.append(wie)
    elif voor in _lijst("door"):
        stuk.onderwerp = wie
    elif voor == "van" and stuk.onderwerp is None and not stuk.soorten and stuk.woorden[0].vorm != "van":
        # 'De jobcoach van de gemeente wil': the organisation stands for its people.
        stuk.onderwerp = wie
    elif voor in _lijst("van_woorden") or woord.vorm in _lijst("daar"):
        stuk.bron.append(wie)
    elif voor in _lijst("als"):
        return
    elif stuk.onderwerp is None and woord.vorm not in _lijst("mij"):
        stuk.onderwerp = wie
    else:
        stuk.los.append(wie)


def _spoor(stuk: _Stuk, eigen: str | None) -> _Spoor | None:
    van, tot = stuk.woorden[0].van, stuk.woorden[-1].tot
    if stuk.woorden[0].vorm in _EINDE or stuk.woorden[0].vorm == ",":
        van = min(van + 1, tot - 1)
    wie = stuk.onderwerp
    soorten = stuk.soorten
    anders = [w for w in (*stuk.los, *stuk.krijgt, *stuk.bron) if w not in (JONGERE, wie)]
    if stuk.door_te and "geeft" in soorten:
        return _Spoor(IK, stuk.door_te[0], van, tot)
    if wie == JONGERE:
        return _Spoor(IK, None, van, tot) if "vraagt" in soorten and IK in stuk.bron else None
    if wie is None:
        return _zonder_onderwerp(stuk, van, tot)
    if "gevraagd" in soorten and wie != IK:
        return _Spoor(IK if IK in anders else None, wie, van, tot)
    if "verzoek" in soorten and stuk.bron and wie == IK and stuk.bron[0] not in (IK, JONGERE):
        return _Spoor(IK, stuk.bron[0], van, tot)
    if "geeft" in soorten and not _vraagt_bij(stuk) and not _vraagt_eerst(stuk):
        return _Spoor(wie, _eerste([*stuk.krijgt, *stuk.los, *stuk.bron], wie), van, tot)
    if "vraagt" in soorten:
        return _vraag(stuk, van, tot)
    if "beide" in soorten:
        return _contact(wie, anders, eigen, van, tot)
    if _vormen(stuk) & {"hebben"} and (IK in stuk.bron or "wil" in soorten):
        return _vraag(stuk, van, tot)
    if "wil" in soorten and ("info" in soorten or stuk.bron):
        return _Spoor(_eerste([*stuk.bron, *stuk.los], wie), wie, van, tot)
    if soorten >= {"heeft", "info"} and wie != IK:
        return _Spoor(wie, None, van, tot, zwak=True)
    if stuk.krijgt and ("info" in soorten or wie == IK):
        return _Spoor(IK if wie == IK else None, _eerste(stuk.krijgt, wie), van, tot)
    return None


def _vraag(stuk: _Stuk, van: int, tot: int) -> _Spoor | None:
    wie = str(stuk.onderwerp)
    alle = [*stuk.bron, *stuk.los, *stuk.krijgt]
    gever = _eerste([w for w in alle if w == IK] or alle, wie)
    if gever is None and wie == IK and "info" not in stuk.soorten:
        # 'Dat krijg ik niet' asks nobody for anything.
        return _Spoor(None, IK, van, tot) if _vormen(stuk) & _lijst("vraagt_zeker") else None
    return _Spoor(gever, wie, van, tot)


def _vraagt_eerst(stuk: _Stuk) -> bool:
    """'Vraagt ons om te leveren': whoever comes first asks, though there is giving after it."""
    if stuk.onderwerp == IK:
        return False
    for woord in stuk.woorden:
        if woord.vorm in _lijst("vraagt_eerst"):
            return woord.vorm not in _lijst("wil") or IK in (*stuk.los, *stuk.bron)
        if woord.vorm in _lijst("geeft"):
            return False
    return False


def _zonder_onderwerp(stuk: _Stuk, van: int, tot: int) -> _Spoor | None:
    """'Het verslag naar de gemeente', 'op te vragen bij het roc'."""
    krijger, bron = _eerste(stuk.krijgt, IK), _eerste(stuk.bron, IK)
    if "vraagt" in stuk.soorten:
        geen_hulp = "hulp" not in _vormen(stuk)
        return _Spoor(bron, None, van, tot, zwak=True) if bron and geen_hulp else None
    if krijger is not None and stuk.soorten & {"geeft", "info"}:
        return _Spoor(None, krijger, van, tot, zwak=True)
    return None


def _vormen(stuk: _Stuk) -> set[str]:
    return {woord.vorm for woord in stuk.woorden}


def _vraagt_bij(stuk: _Stuk) -> bool:
    """'Informeren bij' is asking."""
    vormen = [woord.vorm for woord in stuk.woorden]
    return "informeren" in vormen and bool(stuk.bron) and "over" not in vormen


def _eerste(wie: Sequence[str], behalve: str) -> str | None:
    return next((w for w in wie if w not in (behalve, JONGERE)), None)


def _contact(wie: str, anders: list[str], eigen: str | None, van: int, tot: int) -> _Spoor | None:
    """Calling or talking: a school is called to ask, somebody else to tell."""
    if wie != IK:
        # Whoever calls us wants to know something.
        return _Spoor(IK if IK in anders else None, wie, van, tot)
    ander = next((w for w in anders if w != IK), None)
    if ander is None:
        return None
    if ander in SCHOLEN | {SCHOOL} and eigen not in SCHOLEN | {SCHOOL}:
        return _Spoor(ander, IK, van, tot)
    return _Spoor(IK, ander, van, tot)


# --- bij elkaar ----------------------------------------------------------------------------

_Rollen = dict[str, tuple[str, int, int]]


def _rollen(
    sporen: list[_Spoor], eigen: tuple[str, int, int] | None, partijen: Sequence[Partij]
) -> _Rollen:
    uit: _Rollen = {}
    kanten = [
        ("verstrekker" if spoor.gever == IK else "ontvanger", spoor)
        for spoor in sporen
        if IK in (spoor.gever, spoor.krijger) and spoor.gever != spoor.krijger
    ]
    if len({kant for kant, _ in kanten}) == 1:
        kant, spoor = kanten[0]
        uit["gebruiker"] = (kant, spoor.van, spoor.tot)
    for feit, rol in (("van", "gever"), ("naar", "krijger")):
        alle = [(getattr(s, rol), s) for s in sporen if getattr(s, rol) not in (None, IK)]
        hints = [hint for hint in alle if not hint[1].zwak] or alle
        namen_ = {naam for naam, _ in hints}
        if len(namen_) == 1:
            naam, spoor = hints[0]
            uit[feit] = (naam, spoor.van, spoor.tot)
    if eigen is not None:
        _vul_aan(uit, eigen, partijen)
    elif uit.get("gebruiker", ("",))[0] == "verstrekker" and "van" not in uit:
        # Who tells about a pupil without saying from where, tells it from the school named.
        scholen = [p for p in partijen if p.naam in SCHOLEN and p.naam != uit.get("naar", ("",))[0]]
        if len({p.naam for p in scholen}) == 1:
            uit["van"] = (scholen[0].naam, scholen[0].van, scholen[0].tot)
    return uit


def _vul_aan(
    rollen: _Rollen, eigen: tuple[str, int, int], partijen: Sequence[Partij]
) -> None:
    """Fill in the writer's own side, and the only other organisation on the other side."""
    zelf = eigen[0]
    if "gebruiker" not in rollen:
        for daar, kant in (("naar", "verstrekker"), ("van", "ontvanger")):
            hier = "van" if daar == "naar" else "naar"
            if daar in rollen and rollen[daar][0] != zelf and hier not in rollen:
                rollen["gebruiker"] = (kant, *rollen[daar][1:])
    if "gebruiker" not in rollen:
        return
    hier, daar = ("van", "naar") if rollen["gebruiker"][0] == "verstrekker" else ("naar", "van")
    rollen[hier] = eigen
    if daar in rollen and rollen[daar][0] == zelf:
        del rollen[daar]
    anderen = [naam for naam in namen(partijen) if naam not in (zelf, "ouders", SCHOOL)]
    if daar not in rollen and len(anderen) == 1:
        rollen[daar] = (anderen[0], *rollen["gebruiker"][1:])


def _soort_school(gelezen: Sequence[Gelezen], partijen: Sequence[Partij]) -> str | None:
    soorten = {_BIJ_OPLEIDING[g.waarde] for g in gelezen if g.feit == "opleiding"}
    soorten |= {partij.naam for partij in partijen if partij.naam in SCHOLEN}
    return soorten.pop() if len(soorten) == 1 else None
