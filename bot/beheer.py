"""De opdrachten voor wie de kennis beheert: `python app.py kennis ...`.

Reports go to standard output; `meld` says what went wrong and gives the exit code for that.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.fouten import BotFout
from bot.instellingen import uit_omgeving
from bot.klok import nu
from bot.ondertekening import Ondertekening
from dialogs.fouten import DialoogFout
from dialogs.samenvatting import narekenen
from dialogs.samenvatting.bewijs import Bewijsstand
from dialogs.samenvatting.schema import SCHEMA, als_schema
from dialogs.tekening import TEKENINGEN, bijgewerkt, bronnen_van_vragen
from knowledge import editie
from knowledge.bronnen import aangehaald_op
from knowledge.fouten import InvoerOnjuist, KennisOnjuist
from knowledge.gelezen import vergelijk
from knowledge.kennis import Kennis, huidige
from knowledge.keuring import in_een_zin, keur
from knowledge.overzicht import als_tekst, overzicht
from knowledge.teksten import tekst
from knowledge.verschil import Verschil
from knowledge.vingerafdruk import lees_wettekst


@dataclass(frozen=True, slots=True)
class Beheer:
    """Carries out one command.

    `inhoud` reads a text by its name, `ruw` any file; `meld` reports a problem and returns the
    exit code.
    """

    inhoud: Callable[[str], str]
    ruw: Callable[[str], bytes]
    meld: Callable[[str], int]

    def doe(self, argumenten: list[str]) -> int:
        """Carry out a command; return the exit code.

        Raises:
            InvoerOnjuist: a file cannot be read or is no JSON.
            KennisOnjuist: a file is no edition.
        """
        match argumenten:
            case [] | ["--json"]:
                return _toon(als_json=bool(argumenten))
            case ["controleer"]:
                return _keur()
            case ["wettekst", bestand]:
                return self._vergelijk(bestand)
            case ["tekeningen"]:
                return _teken()
            case ["uitgave", *waar] if len(waar) <= 1:
                return self._geef_uit(*waar)
            case ["verschil", links, rechts, *vorm] if vorm in ([], ["--json"]):
                return self._toon_verschil(links, rechts, als_json=bool(vorm))
            case ["herbereken", weging, *uitgave] if len(uitgave) <= 1:
                return self._reken_na(weging, *uitgave)
            case _:
                return self.meld(tekst("opdrachten.onbekend"))

    def _vergelijk(self, bestand: str) -> int:
        """Lay a law file beside what was read; exit code 1 when an article we cite differs."""
        try:
            wettekst = lees_wettekst(self.inhoud(bestand))
            gevonden = list(vergelijk(wettekst, aangehaald_op(wettekst.geldig_van)))
        except KennisOnjuist as fout:
            return self.meld(f"{bestand}: {fout}")
        gelijk = sum(een.soort == "gelijk" for een in gevonden)
        kop = tekst("wettekst.kop")
        print(kop.format(dag=wettekst.geldig_van, gelijk=gelijk, totaal=len(gevonden)))
        for een in gevonden:
            if een.soort != "gelijk":
                print(een)
        return int(gelijk < len(gevonden))

    def _geef_uit(self, waar: str = ".") -> int:
        """Write all knowledge of today as one edition file, named after its fingerprint."""
        pad = Path(waar) / f"kennis-{editie.naam()}.json"
        try:
            with pad.open("w", encoding="utf-8") as bestand:
                json.dump(editie.uitgave(), bestand, ensure_ascii=False, indent=1)
        except OSError:
            return self.meld(tekst("opdrachten.onschrijfbaar").format(bestand=pad))
        print(pad)
        return 0

    def _toon_verschil(self, links: str, rechts: str, *, als_json: bool) -> int:
        """Show what differs between two editions, and which verdicts that changes."""
        verschil = Verschil.tussen(self._editie(links), self._editie(rechts))
        if als_json:
            _schrijf_json(verschil.als_json())
        else:
            print(verschil.als_tekst())
        return 0

    def _reken_na(self, weging: str, uitgave: str | None = None) -> int:
        """Make a kept weighing again from its JSON, or from a PDF or ODT that carries it.

        The exit code is 1 when it comes out otherwise, or is not as it was kept.
        """
        from bot.papier.openen import gegevens_in  # only this command opens documents

        try:
            gegevens = gegevens_in(self.ruw(weging))
            samenvatting = narekenen.lees(gegevens)
            sleutels = Ondertekening.met(uit_omgeving(os.environ).ondertekensleutel)
            bewijs = sleutels.beoordeel(gegevens)
            eigen = narekenen.kennis_van(samenvatting, None)
            toen = eigen if uitgave is None else self._editie(uitgave)
            uitkomsten = narekenen.reken_na(samenvatting, toen)
            nagerekend = narekenen.in_woorden(samenvatting, uitkomsten, bewijs)
        except DialoogFout as fout:
            return self.meld(f"{weging}: {fout}")
        except BotFout as fout:
            return self.meld(f"{weging}: {fout.in_woorden()}")
        print(nagerekend)
        anders = bewijs in (Bewijsstand.GEWIJZIGD, Bewijsstand.HANDTEKENING_ONJUIST)
        return int(anders or not all(uitkomst.klopt for uitkomst in uitkomsten))

    def _editie(self, bron: str) -> Kennis:
        """Return the knowledge in an edition file, or that of now."""
        if bron == tekst("opdrachten.nu"):
            return huidige()
        try:
            return editie.lees(self._json(bron))
        except KennisOnjuist as fout:
            raise KennisOnjuist(f"{bron}: {fout}") from fout

    def _json(self, bron: str) -> object:
        try:
            return json.loads(self.inhoud(bron))
        except (ValueError, RecursionError) as fout:
            raise InvoerOnjuist(tekst("opdrachten.geen_json").format(bestand=bron)) from fout


def _toon(*, als_json: bool) -> int:
    """List the rules with their sources and the casussen that touch them."""
    if als_json:
        _schrijf_json([deel.als_json() for deel in overzicht()])
    else:
        print(als_tekst())
    return 0


def _keur() -> int:
    """Examine the rules, sources and terms: one finding a line, exit code 1 when there are any."""
    bevindingen = keur(nu().date(), bronnen_van_vragen())
    for bevinding in bevindingen:
        print(bevinding)
    print(in_een_zin(bevindingen))
    return int(any(not bevinding.waarschuwing for bevinding in bevindingen))


def _teken() -> int:
    """Draw the decision and the stappen anew in the documentation."""
    docs = Path(__file__).resolve().parents[1] / "docs"
    for naam in TEKENINGEN:
        pad = docs / naam
        pad.write_text(bijgewerkt(naam, pad.read_text(encoding="utf-8")), encoding="utf-8")
        print(f"docs/{naam}")
    SCHEMA.write_text(f"{json.dumps(als_schema(), ensure_ascii=False, indent=2)}\n", "utf-8")
    print(f"docs/{SCHEMA.name}")
    return 0


def _schrijf_json(inhoud: object) -> None:
    json.dump(inhoud, sys.stdout, ensure_ascii=False, indent=2)
    print()
