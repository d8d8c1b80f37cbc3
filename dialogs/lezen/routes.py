"""Wie geeft, wie krijgt, en wie van hen schrijft.

A text is cut into pieces with one subject each. In a piece somebody asks or gives; who that is,
and whom they ask or give to, shows in the words before the names. The writer is 'ik' or 'wij'.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Final

from dialogs.lezen.bijstelling import eigen_school, zonder_bijstelling
from dialogs.lezen.eigen import waar_de_schrijver_werkt
from dialogs.lezen.gegevens import Gegeven
from dialogs.lezen.kanten import Spoor, zoek_kanten
from dialogs.lezen.partijen import SCHOLEN, SCHOOL, Partij
from dialogs.lezen.regels import Gelezen
from dialogs.lezen.rollen import rijtje, verdeel
from dialogs.lezen.stukken import (
    EINDE,
    IK,
    INFO,
    JONGERE,
    Naamwoord,
    Stuk,
    gaat_verder,
    lijst,
    naamwoorden,
    ontleed,
    samengevoegd,
    stukken,
    vormen,
)
from dialogs.lezen.woorden import SCHEIDING, Rij

_ARTS: Final = "arts"
_ALLEEN_BIJ_GEVAAR: Final = 0
_OUDERS: Final = "ouders"
_VO: Final = "vo"
_NAAM: Final = 3
"""So many words at most are a name by itself, and fewer are no sentence."""
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


def lees_route(
    rij: Rij,
    partijen: Sequence[Partij],
    gelezen: Sequence[Gelezen],
    gegevens: Sequence[Gegeven] = (),
) -> list[Gelezen]:
    """Return who gives (`van`), who gets (`naar`) and which side the writer is on (`gebruiker`).

    Whoever wants one of the `gegevens` asks for it: 'wijkagent wil camerabeelden'.
    """
    spelers = [p for p in partijen if not p.niveau or _bij_ons(rij, p)]
    woorden = samengevoegd(naamwoorden(rij, spelers))
    eigen = waar_de_schrijver_werkt(woorden)
    zelf = eigen[0] if eigen else None
    schoon = zonder_bijstelling(eigen_school(woorden, zelf), zelf or "")
    gevaar = any(g.feit == "levensgevaar" and g.waarde for g in gelezen)
    items = {g.van for g in gegevens if g.tot - g.van == 1}
    schoon = [w._replace(vorm=INFO) if w.van in items and _is_los(w) else w for w in schoon]
    sporen = [s for s in _sporen(schoon, zelf) if gevaar or s.kracht > _ALLEEN_BIJ_GEVAAR]
    sporen += zoek_kanten(schoon, zelf)
    rollen = rijtje(woorden) or verdeel(sporen, eigen, woorden)
    soort = _soort_school(gelezen, partijen, {waarde for waarde, _, _ in rollen.values()})
    uit = []
    for feit, (waarde, van, tot) in rollen.items():
        bekend = soort if waarde == SCHOOL else waarde
        if bekend is not None:
            uit.append(Gelezen(feit, bekend, van, tot, frozenset()))
    if len({g.waarde for g in uit if g.feit != "gebruiker"}) < len(uit) - ("gebruiker" in rollen):
        return [g for g in uit if g.feit == "gebruiker"]
    return uit


def _is_los(woord: Naamwoord) -> bool:
    """Tell whether a word is no more than a thing, and not one that asks or tells as well."""
    soorten = ("vraagt", "geeft", "beide", "wil", "gevraagd", "heeft", "info", "verzoek")
    toestand = woord.vorm.startswith("schuld")
    return not (woord.partij or toestand or any(woord.vorm in lijst(naam) for naam in soorten))


def _bij_ons(rij: Rij, partij: Partij) -> bool:
    """Tell whether an education is where the writer works: 'ons vmbo', 'mbo-3 bij ons'."""
    voor = [woord.vorm for woord in rij.woorden[max(0, partij.van - 4) : partij.van]]
    na = [woord.vorm for woord in rij.woorden[partij.tot : partij.tot + 2]]
    if voor and voor[-1] in (*lijst("eigen_lidwoorden"), "mijn"):
        return True
    if set(voor) & lijst("beroep_school"):
        return True
    wij = {"ons", "mij"}
    return (na[:1] == ["bij"] and bool(wij & set(na))) or ("bij" in voor and bool(wij & set(voor)))


def _sporen(woorden: list[Naamwoord], eigen: str | None) -> Iterator[Spoor]:
    onderwerp: str | None = None
    daar: str | None = None
    alle = list(stukken(woorden))
    for nummer, stuk in enumerate(alle):
        if stuk.woorden[0].vorm in EINDE:
            onderwerp = None
        vorige = alle[nummer - 1] if nummer else None
        if gaat_verder(stuk) or (onderwerp == IK and _na_de_naam(stuk, vorige)):
            stuk.onderwerp = onderwerp
        ontleed(stuk, daar, eigen)
        volgt = alle[nummer + 1] if nummer + 1 < len(alle) else None
        if _stelt_een_vraag(stuk, volgt):
            stuk.soorten = (stuk.soorten - {"beide", "geeft"}) | {"vraagt"}
        if stuk.onderwerp is None and eigen is not None and _zonder_ik(stuk):
            stuk.onderwerp = IK
        stuk.onderwerp = stuk.onderwerp or onderwerp
        spoor = _spoor(stuk, eigen)
        if spoor is not None:
            yield _zelf_gevraagd(spoor, stuk, volgt)
        onderwerp = stuk.onderwerp
        genoemd = [w.partij for w in stuk.woorden if w.partij and w.partij != eigen]
        daar = genoemd[-1] if genoemd else daar


def _na_de_naam(stuk: Stuk, vorige: Stuk | None) -> bool:
    """Tell whether it goes on after who writes: 'klantmanager bij W&I, wil het roc bellen'."""
    if vorige is None or len(vorige.woorden) > _NAAM or len(stuk.woorden) < _NAAM:
        return False
    begint, doet = stuk.woorden[0].vorm, stuk.woorden[1].vorm
    return begint == "," and doet in lijst("verder_met") and bool(vorige.woorden[-1].partij)


def _zelf_gevraagd(spoor: Spoor, stuk: Stuk, volgt: Stuk | None) -> Spoor:
    """Take the writer for who does it in 'Delen met de gemeente?': nobody else is named."""
    vraagt = volgt is not None and volgt.woorden[0].vorm == "?"
    kaal = stuk.onderwerp is None and not vormen(stuk) & (lijst("verder_met") - lijst("geeft"))
    if vraagt and kaal and spoor.gever is None and "geeft" in stuk.soorten:
        return Spoor(IK, spoor.krijger, spoor.van, spoor.tot, kracht=spoor.kracht)
    return spoor


def _zonder_ik(stuk: Stuk) -> bool:
    """Tell whether a sentence leaves 'ik' out: 'Wil bellen met school'."""
    begint = len(stuk.woorden) > _NAAM and stuk.woorden[0].vorm in EINDE
    begint = begint and stuk.woorden[1].vorm in lijst("ik_valt_weg")
    return (
        begint and bool(stuk.soorten & {"vraagt", "geeft", "beide"}) and "niet" not in vormen(stuk)
    )


def _stelt_een_vraag(stuk: Stuk, volgt: Stuk | None) -> bool:
    """Tell whether somebody is called to be asked: 'bellen hoe het ging', 'mailen met de vraag'."""
    contact = [woord.vorm for woord in stuk.woorden if woord.vorm in lijst("vraagt_zo")]
    doet = {woord.vorm for woord in stuk.woorden if woord.vorm in lijst("geeft")}
    if not contact or not doet <= lijst("vraagt_zo"):
        return False
    vormen_ = vormen(stuk)
    if vormen_ & lijst("om_te_vragen") and vormen_ & {"om", "met"}:
        return True
    if volgt is None or stuk.onderwerp not in (IK, None):
        return False
    begint = volgt.woorden[0].vorm in lijst("vraagwoord")
    # 'Bellen wat ik mag zeggen' is no question to them.
    return begint and not {w.vorm for w in volgt.woorden[1:3]} & lijst("ik")


def _grenzen(stuk: Stuk) -> tuple[int, int]:
    """Return the word numbers of a piece, without the punctuation it begins with."""
    van, tot = stuk.woorden[0].van, stuk.woorden[-1].tot
    if stuk.woorden[0].vorm in SCHEIDING:
        van = min(van + 1, tot - 1)
    return van, tot


def _spoor(stuk: Stuk, eigen: str | None) -> Spoor | None:
    van, tot = _grenzen(stuk)
    wie = stuk.onderwerp
    anders = [w for w in (*stuk.los, *stuk.krijgt, *stuk.bron) if w not in (JONGERE, wie)]
    if stuk.door_te and "geeft" in stuk.soorten:
        return Spoor(IK, stuk.door_te[0], van, tot)
    if wie == JONGERE:
        bij_ons = "vraagt" in stuk.soorten and IK in stuk.bron
        return Spoor(IK, None, van, tot) if bij_ons else None
    if wie is None:
        return _zonder_onderwerp(stuk, van, tot)
    anders = [w for w in (*stuk.los, *stuk.krijgt, *stuk.bron) if w not in (JONGERE, wie)]
    return _met_werkwoord(stuk, wie, anders, eigen) or _zonder_werkwoord(stuk, wie, van, tot)


def _met_werkwoord(stuk: Stuk, wie: str, anders: list[str], eigen: str | None) -> Spoor | None:
    """Asking, giving, or being in touch."""
    van, tot = _grenzen(stuk)
    soorten = stuk.soorten
    if "gevraagd" in soorten and wie != IK:
        return Spoor(IK if IK in anders else None, wie, van, tot)
    if "verzoek" in soorten and wie == IK and stuk.bron and stuk.bron[0] not in (IK, JONGERE):
        return Spoor(IK, stuk.bron[0], van, tot)
    if "geeft" in soorten and not _vraagt_bij(stuk) and not _vraagt_eerst(stuk):
        krijger = _eerste([*stuk.krijgt, *stuk.los, *stuk.bron], wie)
        # What somebody told us is how we know, more than what is asked now.
        verteld = krijger == IK and bool(vormen(stuk) & lijst("verleden_geeft"))
        # What parents tell somebody else, or their yes or no, is no giving of data.
        gever = None if wie == _OUDERS and krijger != IK else wie
        return Spoor(gever, krijger, van, tot, kracht=1 if verteld else 2)
    if "vraagt" in soorten:
        return _vraag(stuk, van, tot)
    return _contact(stuk, wie, anders, eigen) if "beide" in soorten else None


def _zonder_werkwoord(stuk: Stuk, wie: str, van: int, tot: int) -> Spoor | None:
    """Wanting, having, and what goes to somebody."""
    soorten = stuk.soorten
    if "hebben" in vormen(stuk) and (IK in stuk.bron or "wil" in soorten):
        return _vraag(stuk, van, tot)
    if "wil" in soorten and ("info" in soorten or stuk.bron):
        return Spoor(_eerste([*stuk.bron, *stuk.los], wie), wie, van, tot)
    if soorten >= {"heeft", "info"} and wie != IK:
        return Spoor(wie, None, van, tot, kracht=1)
    if stuk.krijgt and ("info" in soorten or wie == IK):
        return Spoor(IK if wie == IK else None, _eerste(stuk.krijgt, wie), van, tot)
    return None


def _vraag(stuk: Stuk, van: int, tot: int) -> Spoor | None:
    wie = str(stuk.onderwerp)
    if wie != IK and vormen(stuk) & lijst("krijgt") and vormen(stuk) & lijst("niets"):
        # 'Die krijgen niks' tells who does not get it.
        return None
    alle = [*stuk.bron, *stuk.los, *stuk.krijgt]
    if wie == IK and vormen(stuk) & lijst("vraagt_jongere") and not set(alle) - {JONGERE, IK}:
        # 'Heb ik hem nog niet gevraagd' asks for no data.
        return None
    gever = _eerste([w for w in alle if w == IK] or alle, wie)
    if gever is None and wie == IK and "info" not in stuk.soorten:
        # 'Dat krijg ik niet' asks nobody for anything.
        return Spoor(None, IK, van, tot) if vormen(stuk) & lijst("vraagt_zeker") else None
    gehad = wie == IK and vormen(stuk) & lijst("gehad") and "hebben" in vormen(stuk)
    return Spoor(gever, wie, van, tot, kracht=1 if gehad else 2)


def _vraagt_eerst(stuk: Stuk) -> bool:
    """Tell whether asking comes first: 'vraagt ons om te leveren'."""
    if stuk.onderwerp == IK:
        return False
    for woord in stuk.woorden:
        if woord.vorm in lijst("vraagt_eerst"):
            return woord.vorm not in lijst("wil") or IK in (*stuk.los, *stuk.bron)
        if woord.vorm in lijst("geeft"):
            return False
    return False


def _zonder_onderwerp(stuk: Stuk, van: int, tot: int) -> Spoor | None:
    """Take what has no subject: 'het verslag naar de gemeente', 'op te vragen bij het roc'."""
    krijger, bron = _eerste(stuk.krijgt, IK), _eerste(stuk.bron, IK)
    if "vraagt" in stuk.soorten:
        geen_hulp = "hulp" not in vormen(stuk)
        return Spoor(bron, None, van, tot, kracht=1) if bron and geen_hulp else None
    if krijger is not None and stuk.soorten & {"geeft", "info"}:
        return Spoor(None, krijger, van, tot, kracht=1)
    return None


def _vraagt_bij(stuk: Stuk) -> bool:
    """Tell whether 'informeren' is asking: 'informeren bij'."""
    vormen = [woord.vorm for woord in stuk.woorden]
    return "informeren" in vormen and bool(stuk.bron) and "over" not in vormen


def _eerste(wie: Sequence[str], behalve: str) -> str | None:
    return next((w for w in wie if w not in (behalve, JONGERE)), None)


def _contact(stuk: Stuk, wie: str, anders: list[str], eigen: str | None) -> Spoor | None:
    """Calling or talking: a school is called to ask, somebody else to tell."""
    van, tot = _grenzen(stuk)
    if wie in SCHOLEN and anders and anders[0] not in SCHOLEN | {SCHOOL, IK}:
        # A school that talks to somebody else tells.
        return Spoor(wie, anders[0], van, tot)
    if wie != IK:
        # Whoever calls us wants to know something; that somebody called somebody, says little.
        vroeger = IK not in anders and bool(vormen(stuk) & lijst("verleden_contact"))
        return Spoor(IK if IK in anders else None, wie, van, tot, kracht=1 if vroeger else 2)
    ander = next((w for w in anders if w != IK), None)
    if ander is None:
        return None
    if ander == _ARTS:
        # A doctor is called to ask as often, except when there is danger.
        return Spoor(IK, ander, van, tot, kracht=_ALLEEN_BIJ_GEVAAR)
    if ander in SCHOLEN | {SCHOOL} and eigen not in SCHOLEN | {SCHOOL}:
        return Spoor(ander, IK, van, tot)
    return Spoor(IK, ander, van, tot)


def _soort_school(
    gelezen: Sequence[Gelezen], partijen: Sequence[Partij], bezet: Set[str]
) -> str | None:
    """Return what kind of school 'school' is; not the one that is on a side already."""
    soorten = {_BIJ_OPLEIDING[g.waarde] for g in gelezen if g.feit == "opleiding"}
    scholen = [partij for partij in partijen if partij.naam in SCHOLEN]
    soorten |= {partij.naam for partij in scholen if not (partij.niveau and partij.naam == _VO)}
    # Who is at the roc had vmbo before.
    soorten = (soorten - bezet) or {partij.naam for partij in scholen} - bezet
    return soorten.pop() if len(soorten) == 1 else None
