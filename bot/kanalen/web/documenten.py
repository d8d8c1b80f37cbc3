"""Een bewaarde weging als document om te downloaden."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from aiohttp import web

from bot.opslag.poort import BewaardeWeging
from bot.poortwachter import Geweigerd
from dialogs.fouten import DialoogFout
from dialogs.samenvatting.papieren import PastNiet
from dialogs.teksten import tekst
from knowledge.fouten import KennisFout

_ONLEESBAAR: Final = (ValueError, DialoogFout, KennisFout)
"""What making a paper raises of a record that cannot be read (any more)."""
_SOORT = {"md": "text/markdown", "json": "application/json"}


def geef_document(weging: BewaardeWeging, papier: str, vorm: str) -> web.Response:
    """Return a document of a kept weighing, or a paper that goes with it.

    Raises:
        Geweigerd: the verdict has no use for it, there is no such paper, or what was kept cannot
            be read (any more); as text and JSON the record itself is still there.
    """
    # Loads libraries that nobody else waits for.
    from bot.papier import maak_bestand

    with _geweigerd(weging):
        try:
            bestand = maak_bestand(weging.gegevens, papier, vorm, weging.eigen or None)
        except PastNiet:  # of the kind below, and about the verdict
            raise
        except _ONLEESBAAR:
            if papier == "weging" and vorm in _SOORT:
                return _zoals_bewaard(weging, vorm)
            raise
    return _download(f"{weging.kenmerk}{_achter(papier)}.{vorm}", bestand.soort, bestand.inhoud)


def geef_bewerkt(weging: BewaardeWeging, papier: str, vorm: str, bewerkt: str) -> web.Response:
    """Return a paper as somebody edited it; nothing of it is kept.

    Raises:
        Geweigerd: as above.
    """
    from bot.papier import maak_bewerkt

    with _geweigerd(weging):
        bestand = maak_bewerkt(weging.gegevens, papier, vorm, bewerkt)
    return _download(f"{weging.kenmerk}{_achter(papier)}.{vorm}", bestand.soort, bestand.inhoud)


def geef_tekst(weging: BewaardeWeging, papier: str, bewerkt: str | None = None) -> web.Response:
    """Return the text of a paper to edit, or what there is to say of it once it was edited.

    Raises:
        Geweigerd: as above.
    """
    from bot.papier import om_te_bewerken
    from bot.papier.leesbaar import lees_na

    with _geweigerd(weging):
        gemaakt = om_te_bewerken(weging.gegevens, papier)
    if bewerkt is None:
        return web.json_response({"tekst": gemaakt})
    return web.json_response({"gezegd": lees_na(bewerkt, gemaakt).zinnen()})


@contextmanager
def _geweigerd(weging: BewaardeWeging) -> Iterator[None]:
    """Say in a status and a sentence why there is no such paper."""
    from bot.papier.fouten import BestaatNiet, PapierFout

    try:
        yield
    except PapierFout as fout:
        status = 404 if isinstance(fout, BestaatNiet) else 422
        raise Geweigerd(status, fout.in_woorden()) from fout
    except PastNiet as fout:
        raise Geweigerd(409, str(fout)) from fout
    except _ONLEESBAAR as fout:
        raise Geweigerd(422, tekst("bot.weging_onleesbaar", kenmerk=weging.kenmerk)) from fout


def _achter(papier: str) -> str:
    return "" if papier == "weging" else f"-{papier}"


def _zoals_bewaard(weging: BewaardeWeging, vorm: str) -> web.Response:
    inhoud = weging.markdown
    if vorm == "json":
        inhoud = json.dumps(weging.gegevens, ensure_ascii=False, indent=2)
    # Half a character, which is no UTF-8, as JSON writes it.
    ruw = inhoud.encode(errors="backslashreplace")
    return _download(f"{weging.kenmerk}.{vorm}", _SOORT[vorm], ruw)


def _download(naam: str, soort: str, inhoud: bytes) -> web.Response:
    return web.Response(
        body=inhoud,
        content_type=soort,
        charset="utf-8" if soort in _SOORT.values() else None,
        headers={"Content-Disposition": f'attachment; filename="{naam}"'},
    )
