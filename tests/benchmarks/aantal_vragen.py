"""How many prompts it takes to get from an empty start to a verdict, per casus.

Reasons in one's own words and the altijd-step are not counted. With a description the casus is
told first, in the words of its own page; what is read wrongly from it is named by its number.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass

from dialogs import gesprek
from dialogs.dossier import Dossier, Voorgesteld
from dialogs.vragen import Keer, Soort, keer_van
from knowledge.feiten import Situatie
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.model import CasusOnderwerp
from knowledge.onderwerpen.oordelen import situaties
from tests.dialogs.gespreksvoerder import dag_van, gegevens, met_feiten, naam, nu_op

_HOOGSTENS = 80
_DOEL = (12, 7)


@dataclass(frozen=True, slots=True)
class Telling:
    """The prompts of one casus, from an empty start and after its description."""

    casus: str
    leeg: int
    verteld: int


def tellingen() -> list[Telling]:
    """Hold both conversations for every casus that a weighing can begin with."""
    uit = []
    for onderwerp in onderwerpen().values():
        if isinstance(onderwerp, CasusOnderwerp):
            situatie = _samen([s.situatie() for s in situaties(onderwerp.begin)])
            verhaal = onderwerp.situatie.tekst
            uit.append(Telling(onderwerp.id, _tel(situatie, ""), _tel(situatie, verhaal)))
    return uit


def _samen(alle: list[Situatie]) -> Situatie:
    doelen = tuple(doel for situatie in alle for doel in situatie.doelen() if doel)
    return alle[0].model_copy(update={"doel": doelen})


def _tel(situatie: Situatie, verhaal: str) -> int:
    dag = dag_van(situatie)
    nu, antwoord = nu_op(dag), met_feiten(situatie)
    beurt = gesprek.begroet(gesprek.nieuw("telling", dag), nu)
    geteld = 0
    for _ in range(_HOOGSTENS):
        sleutel = beurt.dossier.stand.vraag
        if sleutel is None:
            return geteld
        keer = keer_van(sleutel)
        if keer is None:
            raise AssertionError(sleutel)
        zin = _zin(keer, beurt.dossier, situatie, verhaal, antwoord)
        beschrijft = keer.vraag.id == "omschrijving" and bool(verhaal)
        geteld += beschrijft or keer.vraag.soort is not Soort.TEKST
        beurt = gesprek.beantwoord(beurt.dossier, zin, nu)
    raise AssertionError("het gesprek komt niet aan een einde")


def _zin(
    keer: Keer,
    dossier: Dossier,
    situatie: Situatie,
    verhaal: str,
    antwoord: Callable[[Keer], str],
) -> str:
    if keer.vraag.id == "omschrijving":
        return verhaal or "overslaan"
    if keer.vraag.id != "begrepen":
        return antwoord(keer)
    lijst = dossier.stand.voorgesteld
    fout = [n for n, v in enumerate(lijst, 1) if not _klopt(v, situatie)]
    return "ja" if not fout else " en ".join(map(str, fout))


def _klopt(voorstel: Voorgesteld, situatie: Situatie) -> bool:
    keer = keer_van(voorstel.sleutel)
    if keer is None:
        return False
    if keer.vraag.id == "gegevens":
        return set(voorstel.waarde) == {naam(g) for g in gegevens(situatie)}
    if keer.vraag.id == "soort":
        soorten = {naam(g): g.soort for g in gegevens(situatie)}
        return soorten.get(keer.gegeven or "") == frozenset(voorstel.waarde)
    if keer.vraag.id == "doel":
        return bool(tuple(voorstel.waarde) == situatie.doelen())
    feit = getattr(situatie, keer.vraag.id, None)
    if keer.vraag.id == "gebruiker" and feit is None:
        return bool(voorstel.waarde == "verstrekker")
    return bool(feit == voorstel.waarde)


def toon(tellingen_: list[Telling]) -> None:
    """Print the counts and their medians beside what they should be."""
    sys.stdout.write(f"{'vragen per casus':32}{'leeg':>8}{'verteld':>9}\n")
    for t in tellingen_:
        sys.stdout.write(f"{t.casus:32}{t.leeg:8}{t.verteld:9}\n")
    leeg = statistics.median(t.leeg for t in tellingen_)
    verteld = statistics.median(t.verteld for t in tellingen_)
    sys.stdout.write(f"{'mediaan':32}{leeg:8}{verteld:9}\n{'doel':32}{_DOEL[0]:8}{_DOEL[1]:9}\n")
