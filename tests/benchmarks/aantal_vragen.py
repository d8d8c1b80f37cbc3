"""How many prompts it takes to get from an empty start to a verdict, per casus.

A prompt is a message that asks something, whether one question or several that belong together.
Reasons in one's own words and the altijd-step are not counted, the description is. It is told
twice: in the words of the casus page, and as the professional of that casus would tell it
(`verteld.toml`). What is read wrongly is named by its number, which costs no prompt.
"""

from __future__ import annotations

import statistics
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dialogs import gesprek
from dialogs.dossier import Dossier, Voorgesteld
from dialogs.dossier.gelezen import Ding, dingen
from dialogs.dossier.vragen import Keer, Vraagsoort, keer_van
from dialogs.teksten.woorden import is_woord
from knowledge.feiten import Situatie
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.model import CasusOnderwerp
from knowledge.onderwerpen.oordelen import situaties
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import (
    Antwoorder,
    dag_van,
    gegevens,
    met_feiten,
    naam,
    nu_op,
    samen_gevraagd,
    samen_gezegd,
)
from tests.transcripten import Transcript, transcripten

_HOOGSTENS: Final = 80
_DOEL: Final = (7, 5, 4)


@dataclass(frozen=True, slots=True)
class Telling:
    """The prompts of one casus: from an empty start, after its page, and told by a professional."""

    casus: str
    leeg: int
    pagina: int
    verteld: int


def tellingen() -> list[Telling]:
    """Hold the conversations for every casus of the documents."""
    bestand = Path(__file__).with_name("verteld.toml")
    verhalen = tomllib.loads(bestand.read_text(encoding="utf-8"))
    uit = []
    for casus, verhaal in verhalen.items():
        onderwerp = onderwerpen()[casus]
        assert isinstance(onderwerp, CasusOnderwerp)
        situatie = _samen([s.situatie() for s in situaties(onderwerp.begin)])
        # What comes after the first paragraph of a page is background.
        pagina = onderwerp.situatie.tekst.partition("\n\n")[0]
        geteld = [_tel(situatie, v) for v in ("", pagina, verhaal)]
        uit.append(Telling(casus, *geteld))
    return uit


def per_transcript() -> dict[str, int]:
    """Return how many prompts each transcript took to its verdict.

    A question that is asked again, because somebody did not know or asked something, counts once;
    what is changed after the verdict does not count.
    """
    return {t.naam: _in_transcript(t) for t in transcripten()}


def _in_transcript(transcript: Transcript) -> int:
    nu = nu_op(transcript.vandaag)
    beurt = gesprek.begroet(gesprek.nieuw("telling", transcript.vandaag), nu)
    aantal, vorige = 0, ""
    for _, zin in transcript.gesprek:
        keer = keer_van(beurt.dossier.stand.vraag or "")
        if keer is None:
            break
        open_ = "\n".join(k.sleutel for k in samen_gevraagd(beurt.dossier))
        over_slaan = keer.vraag.id == "omschrijving" and is_woord("overslaan", zin)
        aantal += open_ != vorige and not over_slaan and _telt((keer,), zin)
        vorige = open_
        beurt = spreken.beantwoord(beurt.dossier, zin, nu)
    return aantal


def _samen(alle: list[Situatie]) -> Situatie:
    doelen = tuple(doel for situatie in alle for doel in situatie.doelen() if doel)
    return alle[0].model_copy(update={"doel": doelen})


def _tel(situatie: Situatie, verhaal: str) -> int:
    return sum(_telt(keren, verhaal) for keren in gesteld(situatie, verhaal))


def _telt(keren: tuple[Keer, ...], verhaal: str) -> bool:
    keer = keren[0]
    if keer.vraag.id == "omschrijving":
        return bool(verhaal)  # who skips it, is asked the rest
    return keer.vraag.soort is not Vraagsoort.TEKST


def gesteld(situatie: Situatie, verhaal: str) -> list[tuple[Keer, ...]]:
    """Return every prompt of the conversation, with the questions it asks.

    Raises:
        AssertionError: the conversation does not come to an end.
    """
    dag = dag_van(situatie)
    nu, antwoord = nu_op(dag), met_feiten(situatie)
    beurt = gesprek.begroet(gesprek.nieuw("telling", dag), nu)
    uit: list[tuple[Keer, ...]] = []
    for _ in range(_HOOGSTENS):
        if beurt.dossier.stand.vraag is None:
            return uit
        keren = samen_gevraagd(beurt.dossier)
        uit.append(keren)
        zin = _zin(keren, beurt.dossier, situatie, verhaal, antwoord)
        beurt = spreken.beantwoord(beurt.dossier, zin, nu)
    raise AssertionError("het gesprek komt niet aan een einde")


def _zin(
    keren: tuple[Keer, ...],
    dossier: Dossier,
    situatie: Situatie,
    verhaal: str,
    antwoord: Antwoorder,
) -> str:
    if keren[0].vraag.id == "omschrijving":
        return verhaal or "overslaan"
    if keren[0].vraag.id != "begrepen":
        return samen_gezegd(keren, antwoord)
    if dossier.stand.twijfel:
        lezingen = dossier.stand.twijfel[0]
        goed = [n for n, v in enumerate(lezingen, 1) if _klopt(v, situatie)]
        return str(goed[0] if goed else len(lezingen) + 1)
    per_id = {ding.id: ding for ding in dingen(dossier.stand.voorgesteld)}
    fout = [
        str(nummer)
        for nummer, id_ in enumerate(dossier.stand.nummers, 1)
        if id_ in per_id and not _klopt_ding(per_id[id_], situatie)
    ]
    return " en ".join(fout) or "ja"


def _klopt_ding(ding: Ding, situatie: Situatie) -> bool:
    """Tell whether a line of what was understood is so: an item with its kind, a doel, a fact."""
    namen = {naam(g) for g in gegevens(situatie)}
    if ding.is_gegeven and ding.deel not in namen:
        return False
    if ding.id.startswith("doel:"):
        return ding.deel in situatie.doelen()
    return all(_klopt(v, situatie) for v in ding.voorstellen if v.sleutel != "gegevens")


def _klopt(voorstel: Voorgesteld, situatie: Situatie) -> bool:
    keer = keer_van(voorstel.sleutel)
    if keer is None:
        return False
    if keer.vraag.id == "soort":
        soorten = {naam(g): g.soort for g in gegevens(situatie)}
        return soorten.get(keer.gegeven or "") == frozenset(voorstel.waarde)
    feit = getattr(situatie, keer.vraag.id, None)
    if keer.vraag.id == "gebruiker" and feit is None:
        return bool(voorstel.waarde == "verstrekker")
    return bool(feit == voorstel.waarde)


def toon(tellingen_: list[Telling]) -> None:
    """Print the counts and their medians beside what they should be."""
    _regel("vragen per casus", "leeg", "pagina", "verteld")
    for t in tellingen_:
        _regel(t.casus, t.leeg, t.pagina, t.verteld)
    kolommen = ([getattr(t, k) for t in tellingen_] for k in ("leeg", "pagina", "verteld"))
    _regel("mediaan", *map(statistics.median, kolommen))
    _regel("doel", *_DOEL)
    aantallen = Counter(per_transcript().values())
    _regel("vragen per transcript", "aantal")
    for aantal in sorted(aantallen):
        _regel(f"  {aantal}", aantallen[aantal])
    _regel("mediaan", statistics.median(aantallen.elements()))


def _regel(kop: str, *cellen: object) -> None:
    sys.stdout.write(f"{kop:24}" + "".join(f"{cel:>9}" for cel in cellen) + "\n")


if __name__ == "__main__":
    toon(tellingen())
