"""Een bewaarde weging als document om te downloaden."""

from __future__ import annotations

import json

from aiohttp import web

from bot.opslag.poort import BewaardeWeging
from bot.poortwachter import Geweigerd
from dialogs.fouten import DialoogFout
from dialogs.samenvatting.papieren import PastNiet
from dialogs.teksten import tekst
from knowledge.fouten import KennisFout

_SOORT = {"md": "text/markdown", "json": "application/json"}


def geef_document(weging: BewaardeWeging, papier: str, vorm: str) -> web.Response:
    """Return a document of a kept weighing, or a paper that goes with it.

    Raises:
        Geweigerd: the verdict has no use for it, there is no such paper, or what was kept cannot
            be read (any more); as text and JSON the record itself is still there.
    """
    # Loads libraries that nobody else waits for.
    from bot.papier import maak_bestand
    from bot.papier.fouten import BestaatNiet, PapierFout

    try:
        bestand = maak_bestand(weging.gegevens, papier, vorm, weging.eigen or None)
    except PapierFout as fout:
        status = 404 if isinstance(fout, BestaatNiet) else 422
        raise Geweigerd(status, fout.in_woorden()) from fout
    except PastNiet as fout:
        raise Geweigerd(409, str(fout)) from fout
    except (ValueError, DialoogFout, KennisFout) as fout:
        if papier == "weging" and vorm in _SOORT:
            return _zoals_bewaard(weging, vorm)
        raise Geweigerd(422, tekst("bot.weging_onleesbaar", kenmerk=weging.kenmerk)) from fout
    return _download(f"{weging.kenmerk}{_achter(papier)}.{vorm}", bestand.soort, bestand.inhoud)


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
