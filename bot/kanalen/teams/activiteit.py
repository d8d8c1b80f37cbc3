"""Een activiteit van het Bot Framework, zoals wij haar aannemen: gecontroleerd, en niet meer.

Fields we do not use are left behind, so nothing in them can hurt.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StrictStr

from bot.wie import Wie, vast

KANAAL: Final = "teams"
PLEK: Final = "weegwijzer_plek"
"""Names, in what a button sends, the picture it stood under."""

_TEKST_IN_HTML: Final = "text/html"
_CITAAT: Final = "messageReference"
"""A quoted message: Teams names it beside the text, like a file."""
_CITAAT_BEGIN: Final = re.compile(r"<blockquote\b", re.IGNORECASE)
_CITAAT_EINDE: Final = re.compile(r"</blockquote>", re.IGNORECASE)
_ONDER_ONS: Final = "personal"
_VERMELDING: Final = re.compile(r"<at\b[^<>]{0,200}>[^<>]{0,200}</at>", re.IGNORECASE)
_HARDE_SPATIE: Final = re.compile(r"&nbsp;|\u00a0")

_Id = Annotated[StrictStr, Field(min_length=1, max_length=1000)]


class Deel(BaseModel):
    """Part of what came in; what we do not know of it is left behind."""

    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)


class Account(Deel):
    """Somebody in a conversation: a person or the bot."""

    id: _Id
    name: StrictStr | None = Field(default=None, max_length=1000)
    persoon: StrictStr | None = Field(default=None, alias="aadObjectId", max_length=100)
    """The id of this person at Entra: the same whichever bot they talk to."""


class Gesprek(Deel):
    """The conversation, as the channel calls it."""

    id: _Id
    tenant: StrictStr | None = Field(default=None, alias="tenantId", max_length=1000)
    soort: StrictStr | None = Field(default=None, alias="conversationType", max_length=1000)
    groep: bool | None = Field(default=None, alias="isGroup")


class Bijlage(Deel):
    """Something sent along; we look at its kind only."""

    soort: StrictStr = Field(default="", alias="contentType", max_length=1000)


class Activiteit(Deel):
    """What Teams sends us."""

    type: _Id
    id: _Id | None = None
    van: Account = Field(alias="from")
    aan: Account = Field(alias="recipient")
    gesprek: Gesprek = Field(alias="conversation")
    service_url: StrictStr = Field(alias="serviceUrl", min_length=1, max_length=2000)
    kanaal: StrictStr | None = Field(default=None, alias="channelId", max_length=200)
    wanneer: dt.datetime | None = Field(default=None, alias="timestamp")
    getypt: StrictStr | None = Field(default=None, alias="text")
    bijlagen: tuple[Bijlage, ...] | None = Field(default=None, alias="attachments")
    erbij: tuple[Account, ...] | None = Field(default=None, alias="membersAdded")
    # What an invoke asks for, and with what; checked by whoever answers it.
    naam: Any = Field(default=None, alias="name")
    waarde: Any = Field(default=None, alias="value")

    _tenant: str = PrivateAttr(default="")

    def is_getekend(self, tenant: str) -> None:
        """Say that the channel signed for this, and for which organisation.

        Nothing that comes in can say so itself.
        """
        self._tenant = vast(tenant)

    def wie(self, account: Account | None = None) -> Wie:
        """Return who this is about: the sender, or the account given.

        Unless the channel signed for it nobody vouches for tenant and ids, so that a person is
        only who this bot knows them as.
        """
        wie, via, organisatie = account or self.van, self.kanaal or "", self._tenant
        if not organisatie:
            return Wie(KANAAL, wie.id, via=via)
        if not wie.persoon:
            vroeger: tuple[tuple[str, str], ...] = (("", wie.id),)
            return Wie(KANAAL, wie.id, organisatie, via=via, bewezen=True, vroeger=vroeger)
        # Known by the id of this bot before: both stand in what the channel signed.
        vroeger = (("", wie.id), (organisatie, wie.id))
        return Wie(KANAAL, vast(wie.persoon), organisatie, via=via, bewezen=True, vroeger=vroeger)

    def gezegd(self) -> str:
        """Return what was typed: no mentions and their blanks, and not what others said before."""
        eigen = _zonder_citaten(self.getypt or "")
        return _HARDE_SPATIE.sub(" ", _VERMELDING.sub(" ", eigen)).strip()

    def is_getypt(self) -> bool:
        """Tell whether this was typed: a click on a button brings a value along."""
        return self.waarde is None

    def plek(self) -> str | None:
        """Return the picture whose button was clicked; None for what was typed.

        Empty for a button that does not say which, such as one of an earlier version.
        """
        if self.is_getypt():
            return None
        plek = self.waarde.get(PLEK) if isinstance(self.waarde, dict) else None
        return plek if isinstance(plek, str) else ""

    def leest_iemand_mee(self) -> bool:
        """Tell whether this is a channel or a group; so it is as long as nobody says otherwise."""
        return bool(self.gesprek.groep) or self.gesprek.soort != _ONDER_ONS

    def heeft_bestand(self) -> bool:
        """Tell whether a file came along; Teams adds the text once more as HTML."""
        return any(not b.soort.startswith((_TEKST_IN_HTML, _CITAAT)) for b in self.bijlagen or ())

    def nieuwkomer(self) -> Account | None:
        """Return who was added to the conversation, if that is a person."""
        return next((a for a in self.erbij or () if a.id != self.aan.id), None)


def _zonder_citaten(tekst: str) -> str:
    """Return a text without what it quotes; a quote that has no end is no quote."""
    over: list[str] = []
    tot = 0
    while (begin := _CITAAT_BEGIN.search(tekst, tot)) is not None:
        einde = _CITAAT_EINDE.search(tekst, begin.end())
        if einde is None:  # nor has any after it: so nothing is gone through twice
            break
        over.append(tekst[tot : begin.start()])
        tot = einde.end()
    return " ".join((*over, tekst[tot:]))
