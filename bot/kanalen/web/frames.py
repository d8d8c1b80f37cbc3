"""Wat er over de WebSocket gaat. Uitleg: `docs/webchat.md`."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictStr, TypeAdapter, ValidationError

from bot.kanalen.web.gezegden import Gezegd as Getoond
from bot.klok import Klok
from bot.logboek import zonder_woorden
from bot.om_de_beurt import onleesbaar
from bot.reactie import Reactie
from dialogs.beeld.als_tekst import berichten
from dialogs.beeld.delen import Optie
from dialogs.beeld.scherm import Melding, Schermbeeld, schermbeeld
from dialogs.teksten import tekst

log: Final = logging.getLogger(__name__)

GROOTST: Final = 64 * 1024
"""Characters in a frame: sixteen times the longest message."""

# Printable ASCII: it is stored, and comes back as it was.
_Id = Annotated[StrictStr, Field(pattern=r"^[!-~]{1,64}$")]


class _Frame(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Gezegd(_Frame):
    """The page: something was said, at the `plek` it stood on the screen."""

    soort: Literal["bericht"]
    id: _Id
    tekst: StrictStr
    bij: StrictStr | None = Field(default=None, max_length=1000)


class Ingevuld(_Frame):
    """The page: a form was filled in, on the picture with this `plek`."""

    soort: Literal["ingevuld"]
    id: _Id
    waarden: dict[str, Any] = Field(max_length=100)
    bij: StrictStr = Field(max_length=1000)


class Begin(_Frame):
    """The page: show me the conversation."""

    soort: Literal["begin"]


class Beeldframe(_Frame):
    """The server: all that is on the screen."""

    soort: Literal["beeld"] = "beeld"
    op: str | None
    verwerkt: bool
    opgezocht: tuple[Melding, ...]
    meldingen: tuple[Melding, ...]
    beeld: Schermbeeld


class Bezig(_Frame):
    """The server: this message came in."""

    soort: Literal["bezig"] = "bezig"
    op: str


class LijstVeranderd(_Frame):
    """The server: the list of kept weighings is not what it was."""

    soort: Literal["wegingen"] = "wegingen"
    weg: str | None = None
    """The reference that was deleted."""


class Foutframe(_Frame):
    """The server: it went wrong, and nothing changed."""

    soort: Literal["fout"] = "fout"
    op: str | None = None
    tekst: str
    keuzes: tuple[Optie, ...] = ()


_LEZER: Final[TypeAdapter[Gezegd | Ingevuld | Begin]] = TypeAdapter(
    Annotated[Gezegd | Ingevuld | Begin, Field(discriminator="soort")]
)


def lees(ruw: object) -> Gezegd | Ingevuld | Begin | Foutframe:
    """Read a frame of the page; what cannot be read gives the frame that says so."""
    if not isinstance(ruw, str):
        return Foutframe(tekst=tekst("bot.frame_onleesbaar"))
    if len(ruw) > GROOTST:
        return Foutframe(tekst=tekst("bot.frame_te_groot"))
    try:
        inhoud = json.loads(ruw)
    except (ValueError, RecursionError):
        return Foutframe(tekst=tekst("bot.frame_onleesbaar"))
    try:
        return _LEZER.validate_python(inhoud)
    except ValidationError:
        return Foutframe(tekst=tekst("bot.frame_onleesbaar"))


def antwoord(
    reactie: Reactie,
    klok: Klok,
    op: str | None,
    staat: Callable[[Reactie], Getoond],
) -> str:
    """Return the frame that shows a turn, as it goes out.

    Args:
        reactie: what the turn gave.
        klok: dates the summary.
        op: the message it answers; None when it answers none.
        staat: tells what stands above the question.
    """
    if reactie.dossier is None:
        return _fout(reactie, op).model_dump_json()
    try:
        gezegd = staat(reactie)
        return Beeldframe(
            op=op,
            verwerkt=reactie.verwerkt,
            opgezocht=gezegd.opgezocht,
            meldingen=gezegd.meldingen,
            beeld=schermbeeld(reactie.dossier, klok().date()),
        ).model_dump_json()
    except Exception as fout:  # noqa: BLE001 - a page that is told can go on; one that is cut off comes back for more
        log.error("scherm niet te tekenen\n%s", zonder_woorden(fout))  # noqa: TRY400 - exception() would quote
        return _fout(Reactie.zegt(onleesbaar()), op).model_dump_json()


def _fout(reactie: Reactie, op: str | None) -> Foutframe:
    if not reactie.beeld.gezegd:  # said a moment ago; a page is told every time
        return Foutframe(op=op, tekst=tekst("bot.te_snel"))
    eerste = berichten(reactie.beeld)[0]
    return Foutframe(op=op, tekst=eerste.tekst, keuzes=eerste.keuzes)
