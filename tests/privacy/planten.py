"""Herkenbare gegevens die nergens mogen opduiken, en waar we ze stoppen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from tests.transcripten import transcripten

GEPLANT: Final = (
    *("Fatoumata", "Diallo", "oleksandr", "123456782", "48219735", "y.elidrissi"),
    *("Meidoornlaan", "3571 VK", "14-03-2007", "NL91ABNA0417164300", "118204"),
    *("lotte.xoxo", "KX-914-Z"),
)
"""Every piece apart; none may be found anywhere."""

ZIN: Final = (
    "Het gaat om Fatoumata Diallo en leerling oleksandr, bsn 123456782, bel 06-48219735 of mail"
    " y.elidrissi@voorbeeld.nl, Meidoornlaan 48, 3571 VK, geboren 14-03-2007,"
    " rekening NL91ABNA0417164300, leerlingnummer 118204, instagram.com/lotte.xoxo, auto KX-914-Z"
)
"""All of them in one message."""

GEGEVENS: Final = (
    "testuitslag van Fatoumata Diallo (123456782)",
    "gespreksverslag met leerling oleksandr",
    "nummer 06-48219735",
    "mail aan y.elidrissi@voorbeeld.nl",
    "Meidoornlaan 48, 3571 VK",
    "geboren 14-03-2007, leerlingnummer 118204",
    "rekening NL91ABNA0417164300",
    "instagram.com/lotte.xoxo",
    "auto KX-914-Z",
)
"""All of them once more, as the data items somebody writes down."""

OPDRACHTEN: Final = tuple(
    f"{opdracht} {ding}"
    for opdracht in ("wijzig", "open", "zoek", "nareken", "bewaar", "waarom", "begin")
    for ding in ("Fatoumata Diallo", "123456782", "06-48219735")
)

SCHUINE_STREPEN: Final = (
    f"/weegwijzer {ZIN}",
    f"/gif {ZIN}",
    f"/ww\n{ZIN}",
    "/weegwijzer zoek Fatoumata Diallo",
    "/zoek leerling oleksandr 123456782",
    f"/weegwijzer /ww {ZIN}",
)
VERBETERINGEN: Final = (
    f"nee, correctie: {ZIN}",
    "nee, ik bedoel leerling oleksandr, bsn 123456782",
    f"stel dat {ZIN}",
    f"> {ZIN}\nklopt dit?",
    f"Op 2 maart schreef Fatoumata Diallo <y.elidrissi@voorbeeld.nl>: {ZIN}",
)
"""As somebody takes back, supposes or quotes."""
GEEN_NAAM: Final = ("Fatoumata Diallo is geen naam", "dat is geen naam", "/ww dat is geen naam")

_CASUS: Final = "3_3_1-nieuw"
_IN_WOORDEN: Final = ("omschrijving", "reden", "informeren", "motiveren", "opvolging", "functie")


def gesprek() -> Iterator[str]:
    """Yield a whole conversation with the planted data in every answer that takes words.

    Before every other answer the planted data come as something that is not understood, and
    halfway every command carries them. Then one answer is corrected, and all of it kept.
    """
    [transcript] = [t for t in transcripten() if t.naam == _CASUS]
    for vraag, antwoord in transcript.gesprek:
        if any(naam in vraag for naam in _IN_WOORDEN):
            yield f"{antwoord} {ZIN}"
            if vraag == "omschrijving":
                yield "nee"  # what was read in it
        elif vraag == "gegevens":
            yield "testuitslag van Fatoumata Diallo (123456782), gespreksverslag met oleksandr"
        else:
            yield ZIN
            if vraag == "gebruiker":
                yield "nee"  # what was read in it, once more
            yield antwoord
        if vraag == "startkwalificatie":
            yield from SCHUINE_STREPEN
            for opdracht in OPDRACHTEN:
                yield opdracht
                if opdracht == "wijzig 123456782":
                    # That opened the question about the item with that label. Answered at once:
                    # there, the label in a later command would be read as 'it is a BSN'.
                    yield "1"
    # Halfway some of these would answer the question.
    yield from VERBETERINGEN
    yield from ("wijzig functie", f"mentor {ZIN}", "samenvatting", "bewaar", "mijn wegingen")
    yield from ("open WW-2026-0001", "nareken WW-2026-0001", "opnieuw", ZIN)


def onbruikbaar(sleutel: str) -> Iterator[dict[str, Any]]:
    """Yield forms that no question takes, with the planted data in every place of them."""
    for waarde in ({ZIN: ZIN}, [[ZIN]], [{"naam": ZIN}], [ZIN, 1], [1, ZIN]):
        yield {sleutel: waarde}
    for naam in (ZIN, f"{sleutel}:{ZIN}", f"{sleutel}@{ZIN}", "Fatoumata Diallo"):
        yield {naam: ZIN}
        yield {sleutel: ZIN, naam: [ZIN]}


def gevonden_in(teksten: Iterable[str]) -> set[str]:
    """Return which planted pieces stand in these texts."""
    alles = "\n".join(teksten).lower()
    return {stuk for stuk in GEPLANT if stuk.lower() in alles}


def bestanden(map_: Path) -> list[str]:
    """Return what every file below a folder holds, read as loosely as possible."""
    return [
        pad.read_bytes().decode("utf-8", errors="ignore")
        for pad in sorted(map_.rglob("*"))
        if pad.is_file()
    ]


def als_tekst(inhoud: Any) -> str:
    return json.dumps(inhoud, ensure_ascii=False)
