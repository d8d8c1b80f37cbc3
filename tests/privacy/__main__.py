"""Meet de bewaker: `python -m tests.privacy [DOCUMENT ...]`.

Prints precision and recall per kind for both parts of the set, and the false alarms on the
product's own texts and on the documents named. Of the part kept aside no message is shown.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from bot.bewaker import bewaak
from tests.privacy.berichten import APART, OEFEN, Bericht, lees
from tests.privacy.eigen_teksten import alineas, eigen_teksten
from tests.privacy.groei import LANG, STUKKEN, groei
from tests.privacy.meten import Telling, meet


def _zeg(regel: str = "") -> None:
    sys.stdout.write(f"{regel}\n")


def _toon_deel(naam: str, berichten: list[Bericht]) -> None:
    telling = meet(berichten)
    _zeg(f"{naam}: {len(berichten)} berichten, {telling.gelekt} stukken niet helemaal weg")
    for soort in telling.soorten():
        _toon_soort(soort, telling, soort)
    _toon_soort("alles", telling, None)


def _toon_soort(kop: str, telling: Telling, soort: str | None) -> None:
    precisie, herkenning = telling.precisie(soort), telling.herkenning(soort)
    aantal = telling.aantal(soort)
    _zeg(f"  {kop:<16} precisie {precisie:.3f}  herkenning {herkenning:.3f}  (van {aantal})")


def _toon_vals(naam: str, berichten: list[Bericht]) -> None:
    telling = meet(berichten)
    met = sum(bool(bewaak(bericht.tekst).gevonden) for bericht in berichten)
    _zeg(f"{naam}: {met} van {len(berichten)} met een vondst, {dict(telling.vals)}")


def _toon_groei() -> None:
    """Print the pieces of which a message costs most, and grows hardest when four times as long."""
    gemeten = {stuk: list(groei(stuk)) for stuk in STUKKEN}
    _zeg(f"{LANG} tekens van steeds hetzelfde, CPU; vier keer zo lang kost zo veel keer zo veel")
    keer = {stuk: tijden[-1] / max(tijden[0], 1e-3) for stuk, tijden in gemeten.items()}
    duurste = sorted(gemeten, key=lambda stuk: -gemeten[stuk][-1])[:3]
    for stuk in dict.fromkeys([*duurste, *sorted(keer, key=lambda stuk: -keer[stuk])[:3]]):
        _zeg(f"  {stuk!r:<16} {gemeten[stuk][-1] * 1e3:.0f} ms, keer {keer[stuk]:.1f}")


def main(documenten: list[str]) -> None:
    begin = time.perf_counter()
    bewaak("Ik bel met Sanne over de stage.")
    _zeg(f"laden: {(time.perf_counter() - begin) * 1e3:.0f} ms")
    for deel in (OEFEN, APART):
        _toon_deel(deel, lees(deel))
    for fout in meet(lees(OEFEN)).fouten:
        _zeg(f"  {fout}")
    _toon_vals("eigen teksten", eigen_teksten())
    for document in documenten:
        _toon_vals(Path(document).name, alineas(Path(document)))
    alle = [*lees(OEFEN), *lees(APART)]
    begin = time.perf_counter()
    for bericht in alle:
        bewaak(bericht.tekst)
    _zeg(f"per bericht: {(time.perf_counter() - begin) / len(alle) * 1e3:.2f} ms")
    _toon_groei()


if __name__ == "__main__":
    main(sys.argv[1:])
