"""`python -m tests.taal`: how well Dutch is understood, on both parts of the sets.

`--missers` prints what went wrong in the part to work with. Of the part kept apart only figures
are shown, so that it keeps measuring what was not seen.
"""

from __future__ import annotations

import argparse
import sys

from knowledge.feiten import FEITEN
from tests.taal.cijfers import (
    Cijfers,
    Telling,
    Uitslag,
    aandelen,
    alarmcijfers,
    beoordeel,
    tel_gegevens,
    uitslag,
)
from tests.taal.lezers import alarm, gehoord, gelezen, voorgelegd
from tests.taal.sets import (
    Antwoord,
    Beschrijving,
    Opsomming,
    antwoorden,
    beschrijvingen,
    gevaarszinnen,
    opsommingen,
)

NAMEN = ("partijen", "gegevenssoorten", "buiten", *FEITEN)


def _toon(*cellen: str) -> None:
    sys.stdout.write("".join(cel.ljust(32 if not i else 15) for i, cel in enumerate(cellen)) + "\n")


def _cijfer(deel: float | None) -> str:
    return "-" if deel is None else f"{deel:.2f}"


def _regel(naam: str, delen: tuple[Telling, Telling]) -> None:
    cellen = []
    for telling in delen:
        aantal = telling.raak + telling.gemist
        cellen += [f"{_cijfer(telling.precisie)} / {_cijfer(telling.vangst)}", str(aantal)]
    _toon(naam, *cellen)


def _cijfers(*, apart: bool) -> Cijfers:
    cijfers = Cijfers()
    for beschrijving in beschrijvingen(apart=apart):
        cijfers.tel(beschrijving, beoordeel(beschrijving, gelezen(beschrijving)))
    return cijfers


def toon_beschrijvingen() -> None:
    """Print precision and recall, in all and per fact, of both parts."""
    delen = _cijfers(apart=False), _cijfers(apart=True)
    _toon("precisie / vangst", "bewerkt", "aantal", "apart", "aantal")
    _regel("alle feiten", (delen[0].samen(), delen[1].samen()))
    for naam in NAMEN:
        tellingen = delen[0].samen(naam), delen[1].samen(naam)
        if any(t.raak or t.fout or t.gemist for t in tellingen):
            _regel(naam, tellingen)
    _toon("in een val", *(c for d in delen for c in (f"{d.in_val} van {d.vallen}", "")))


def _gegevens(*, apart: bool) -> Telling:
    tellingen = [tel_gegevens(o, voorgelegd(o)) for o in opsommingen(apart=apart)]
    return Telling(
        sum(t.raak for t in tellingen),
        sum(t.fout for t in tellingen),
        sum(t.gemist for t in tellingen),
    )


def toon_gegevens() -> None:
    """Print precision and recall of data items with their kind, of both parts."""
    _regel("gegevens met soort", (_gegevens(apart=False), _gegevens(apart=True)))


def toon_antwoorden() -> None:
    """Print the shares of answers taken right, wrong, and asked on, of both parts."""
    delen = [
        aandelen(uitslag(a, gehoord(a)) for a in antwoorden(apart=apart)) for apart in (False, True)
    ]
    _toon("antwoorden", "bewerkt", "", "apart")
    for soort in Uitslag:
        _toon(soort, _cijfer(delen[0][soort]), "", _cijfer(delen[1][soort]))


def toon_gevaar() -> None:
    """Print how often danger brings the warning, and how often something else does."""
    zinnen = [gevaarszinnen(apart=apart) for apart in (False, True)]
    delen = [alarmcijfers((zin, alarm(zin)) for zin in deel) for deel in zinnen]
    _toon("gevaar", "bewerkt", "", "apart")
    for naam, eigenschap in (
        ("herkend", "vangst"),
        ("vals alarm", "vals"),
        ("met 113", "met_113"),
        ("113 te veel", "vals_113"),
    ):
        _toon(naam, *(c for d in delen for c in (f"{getattr(d, eigenschap):.3f}", "")))
    _toon("aantal zinnen", *(c for deel in zinnen for c in (str(len(deel)), "")))


def _misser(beschrijving: Beschrijving) -> None:
    oordeel = beoordeel(beschrijving, gelezen(beschrijving))
    if oordeel.fout or oordeel.gemist:
        sys.stdout.write(f"\n{beschrijving.nr}. {beschrijving.tekst}\n")
    for teken, lezingen in (("fout", oordeel.fout), ("gemist", oordeel.gemist)):
        for naam, waarde in sorted(lezingen, key=str):
            sys.stdout.write(f"   {teken}: {naam} = {waarde}\n")


def _gegevensmisser(opsomming: Opsomming) -> None:
    gelezen = voorgelegd(opsomming)
    telling = tel_gegevens(opsomming, gelezen)
    if telling.fout or telling.gemist:
        soorten = "; ".join(f"{naam} = {'+'.join(sorted(soort))}" for naam, soort in gelezen)
        sys.stdout.write(f"{opsomming.nr}. {opsomming.tekst} -> {soorten or '-'}\n")


def _antwoordmisser(antwoord: Antwoord) -> None:
    wat = gehoord(antwoord)
    soort = uitslag(antwoord, wat)
    if soort is not Uitslag.GOED:
        sys.stdout.write(f"{antwoord.nr}. {soort}: {antwoord.vraag}: {antwoord.tekst} -> {wat}\n")


def toon_missers() -> None:
    """Print what went wrong, never of the part kept apart."""
    for beschrijving in beschrijvingen(apart=False):
        _misser(beschrijving)
    sys.stdout.write("\n")
    for opsomming in opsommingen(apart=False):
        _gegevensmisser(opsomming)
    sys.stdout.write("\n")
    for antwoord in antwoorden(apart=False):
        _antwoordmisser(antwoord)
    sys.stdout.write("\n")
    for zin in gevaarszinnen(apart=False):
        gegeven = alarm(zin)
        if gegeven.gevaar != zin.gevaar or gegeven.zelfdoding != zin.zelfdoding:
            sys.stdout.write(f"{zin.nr}. {zin.soort}: {zin.tekst} -> {gegeven}\n")


def main() -> None:
    """Print the figures, or the misses."""
    lezer = argparse.ArgumentParser(prog="python -m tests.taal")
    lezer.add_argument("--missers", action="store_true", help="show what went wrong (tuned part)")
    if lezer.parse_args().missers:
        toon_missers()
        return
    toon_beschrijvingen()
    toon_gegevens()
    sys.stdout.write("\n")
    toon_antwoorden()
    sys.stdout.write("\n")
    toon_gevaar()


if __name__ == "__main__":
    main()
