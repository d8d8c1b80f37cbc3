"""Een papier als PDF: PDF/A-2a en PDF/UA-1, met de eigen gegevens erin.

`typst` refuses to make a document that is not accessible. What is read as markup is only our own
template; the words come in as data.
"""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from bot.papier.fouten import PapierFout
from bot.papier.gegevens_in_pdf import voeg_toe
from bot.papier.inhoud import Inhoud
from bot.papier.stroomeinden import eenduidig
from bot.papier.tekens import in_letters, overal
from dialogs.stukken import Gegevenoordeel, Oordeel
from dialogs.stukken.markdown import delen_in_woorden
from dialogs.teksten import tekst

_SJABLOON: Final = Path(__file__).with_name("sjabloon.typ")
_STANDAARDEN: Final = ("a-2a", "ua-1")


def pdf(inhoud: Inhoud) -> bytes:
    """Return the document; the same content gives the same bytes.

    Raises:
        PapierFout: no accessible document can be made of it.
    """
    import typst  # only who makes a document waits for it

    dag = inhoud.dag
    gegevens = {
        "titel": inhoud.titel,
        "voet": inhoud.voet,
        "bladzijde": tekst("papier.bladzijde", nummer="{nummer}", aantal="{aantal}"),
        "dag": [dag.year, dag.month, dag.day],
        "stukken": [_stuk(stuk) for stuk in inhoud.stukken],
    }
    try:
        gemaakt: Any = typst.compile(
            _sjabloon(),
            font_paths=_letters(),
            sys_inputs={"papier": json.dumps(overal(in_letters, gegevens))},
            pdf_standards=list(_STANDAARDEN),
            timestamp=dt.datetime(dag.year, dag.month, dag.day, tzinfo=dt.UTC),
        )
    except typst.TypstError:
        # What it says may quote the words.
        raise PapierFout from None
    af = eenduidig(gemaakt)
    return af if inhoud.gegevens is None else voeg_toe(af, inhoud.gegevens, dag)


def _stuk(stuk: Any) -> dict[str, Any]:
    uit: dict[str, Any] = stuk.model_dump(mode="json")
    if isinstance(stuk, Oordeel):
        uit["gegevens"] = [_gegeven(gegeven) for gegeven in stuk.gegevens]
    return uit


def _gegeven(gegeven: Gegevenoordeel) -> dict[str, str]:
    return {"naam": gegeven.naam, "delen": delen_in_woorden(gegeven), "reden": gegeven.reden}


@cache
def _sjabloon() -> bytes:
    return _SJABLOON.read_bytes()


@cache
def _letters() -> Any:
    import typst

    # Those that come with the library: nothing has to be installed, and every machine gives the
    # same bytes.
    return typst.Fonts(include_system_fonts=False)
