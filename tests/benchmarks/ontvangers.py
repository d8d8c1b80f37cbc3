"""What several receivers cost: six receivers, three doelen, twelve data items.

    python -m tests.benchmarks.ontvangers [NUMBER OF SITUATIONS]

Processor time of the process. Every situation is new to it, so that nothing was remembered of that
one; 'first' is the very first after loading, when no route was looked at yet. Growth is measured
with two, four and six receivers: per receiver it should stay the same.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any, Final

from knowledge.controle import controleer
from knowledge.invoer import antwoord
from knowledge.ontvangers import Overleg
from knowledge.samen import samen
from knowledge.slotsom import conclusie
from knowledge.weging import weeg_overleg

AANTAL: Final = 60
NAAR: Final = ("gemeente", "doorstroompunt", "uwv", "leerplicht", "wijkteam", "jeugdzorg")
DOELEN: Final = ("begeleiding_naar_werk", "voorkomen_vsv", "hulp_of_zorg")
GEGEVENS: Final = 12
_SOORTEN: Final = ("gewoon", "gewoon", "gezondheid", "bijzonder", "strafrechtelijk", "nummer")
_KEUZES: Final[dict[str, tuple[Any, ...]]] = {
    "datum": ("2026-03-02", "2025-03-03"),
    "van": ("mbo", "pro", "vo"),
    "leeftijd": (15, 17, 18, 22, 24),
    "opleiding": ("entree", "mbo2_bol", "pro", "mbo3"),
    "schoolstatus": ("ingeschreven", "gestopt"),
    "toestemming": ("gegeven", "geweigerd", "niet_gevraagd"),
    "alternatief": ("geen", "geen", "anoniem"),
    "verzuim_weken": (0, 5),
}
_JA_NEE: Final = (
    *("startkwalificatie", "alb_gebruik", "overgangsdocument_akkoord", "regionale_taak"),
    *("mandaat", "begeleiding_akkoord", "jongere_aanwezig", "verzuim_ongeoorloofd"),
    *("toestemming_vrij", "toestemming_duidelijk", "gevraagd_door_leerplicht"),
)
_VAST: Final = {
    **dict.fromkeys(("toestemming_geinformeerd", "toestemming_specifiek"), True),
    **dict.fromkeys(("alb_aangeboden", "doel_verenigbaar"), True),
    **dict.fromkeys(("vermoeden_geweld", "levensgevaar", "belang_zwaarder"), False),
    **dict.fromkeys(("overeenkomst_nodig", "vertegenwoordigd", "verzuim_kortere_termijn"), False),
}


def overleg(toeval: random.Random, aantal: int = len(NAAR)) -> Overleg:
    """Make a situation of many facts, with for one receiver another consent."""
    feiten: dict[str, Any] = {naam: toeval.choice(waarden) for naam, waarden in _KEUZES.items()}
    feiten |= {naam: toeval.random() < 0.5 for naam in _JA_NEE} | _VAST
    if feiten["schoolstatus"] == "gestopt":
        feiten["maanden_sinds_uitstroom"] = 5
    feiten["gegevens"] = [
        {
            "naam": f"gegeven {nummer}",
            "soort": toeval.choice(_SOORTEN),
            "nodig": toeval.random() < 0.8,
            "in_overgangsdocument": toeval.random() < 0.5,
            "in_melding": toeval.random() < 0.5,
        }
        for nummer in range(GEGEVENS)
    ]
    verschil = {NAAR[0]: {"toestemming": toeval.choice(_KEUZES["toestemming"])}}
    return Overleg.lees(
        {**feiten, "naar": list(NAAR[:aantal]), "doel": list(DOELEN), "per_ontvanger": verschil}
    )


def _regel(tekst: str) -> None:
    sys.stdout.write(f"{tekst}\n")
    sys.stdout.flush()


def kosten(doe: Callable[[Overleg], object], overleggen: list[Overleg]) -> list[float]:
    """Return the processor time of each, in milliseconds."""
    tijden = []
    for een in overleggen:
        begin = time.process_time()
        doe(een)
        tijden.append((time.process_time() - begin) * 1e3)
    return tijden


def licht(een: Overleg) -> str:
    """Verdicts, data items and what they come to together."""
    samen_ = samen(weeg_overleg(een, volledig=False))
    return json.dumps(samen_.als_json()) + conclusie(samen_)


def alles(een: Overleg) -> str:
    """With turning points and the other law, as `weeg` writes it."""
    return json.dumps(antwoord(een))


def toon(wat: str, tijden: list[float], doel: float) -> None:
    """Print one line."""
    mediaan = statistics.median(tijden)
    p90 = statistics.quantiles(tijden, n=10)[-1]
    _regel(f"{wat:44}{mediaan:8.1f} ms{p90:10.1f} ms{tijden[0]:10.1f} ms{doel:10.0f} ms")


def main(aantal: int) -> None:
    """Measure and print."""
    controleer()
    toeval = random.Random(18)
    hoeveel = f"{len(NAAR)} x {len(DOELEN)} x {GEGEVENS}"
    _regel(f"{'':44}{'median':>11}{'p90':>13}{'first':>13}{'goal':>13}")
    for naam, doe, doel in (("verdicts and samen", licht, 20.0), ("with all", alles, 60.0)):
        nieuw = [overleg(toeval) for _ in range(aantal)]
        toon(f"{naam}, {hoeveel}", kosten(doe, nieuw), doel)
    for ontvangers in (2, 4, 6):
        nieuw = [overleg(toeval, ontvangers) for _ in range(aantal)]
        mediaan = statistics.median(kosten(alles, nieuw))
        _regel(f"with all, {ontvangers} receivers: {mediaan / ontvangers:.1f} ms a receiver")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else AANTAL)
