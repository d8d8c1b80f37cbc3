"""Teams, over het protocol van het Bot Framework.

The only module that knows botbuilder: its support has ended, and what takes its place takes the
place of this file.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, Final, cast

from botbuilder.core import BotAdapter, TurnContext
from botbuilder.schema import (
    ActionTypes,
    Activity,
    ActivityTypes,
    Attachment,
    CardAction,
    ChannelAccount,
    ConversationAccount,
    ConversationReference,
    HeroCard,
    ResourceResponse,
    ThumbnailCard,
)
from botbuilder.schema.teams import (
    MessagingExtensionAttachment,
    MessagingExtensionResponse,
    MessagingExtensionResult,
)

from bot.deur import waarschuwing
from bot.gesprekken import Gesprekken, Reactie
from bot.kanalen.teams.activiteit import Activiteit
from bot.kanalen.teams.bezorger import Bezorger, NietBezorgd, adres
from bot.kanalen.teams.uitbreiding import Kaart, Zoekvraag, zoek
from bot.kanalen.tekst.keuzes import als_tekst
from bot.kanalen.tekst.tabellen import als_lijst, vervang
from bot.sloten.geheugen import Sloten
from dialogs.beurt import Bericht
from dialogs.teksten import tekst

log: Final = logging.getLogger(__name__)

_KNOPPEN: Final = 6
"""Teams shows no more than six buttons on a card."""
_LANGST: Final = 12_000
"""Characters in one message; Teams refuses a little above 28 KB."""
_DUIMNAGEL: Final = "application/vnd.microsoft.card.thumbnail"
_HEROKAART: Final = "application/vnd.microsoft.card.hero"


class Adapter(BotAdapter):
    """Carries activities out; bringing them in is `Teams.ontvang`."""

    def __init__(self, bezorger: Bezorger) -> None:
        super().__init__()
        self._bezorger = bezorger

    async def send_activities(
        self,
        context: TurnContext,  # noqa: ARG002 - the base class hands it over
        activities: list[Activity],
    ) -> list[ResourceResponse]:
        """Post the activities one after the other; stop at the first that cannot be delivered.

        Raises:
            NietBezorgd: whoever reads on would miss a part.
        """
        antwoorden = []
        for activiteit in activities:
            naar = adres(activiteit.service_url, activiteit.conversation.id, activiteit.reply_to_id)
            kenmerk = await self._bezorger.bezorg(naar, activiteit.serialize())
            antwoorden.append(ResourceResponse(id=kenmerk))
        return antwoorden

    async def update_activity(self, context: TurnContext, activity: Activity) -> None:
        """Never asked for: what was said stays said."""
        raise NotImplementedError

    async def delete_activity(self, context: TurnContext, reference: ConversationReference) -> None:
        """Never asked for: what was said stays said."""
        raise NotImplementedError


class Teams:
    """Translates an activity into a turn, and the messages of a turn into activities."""

    def __init__(self, gesprekken: Gesprekken, bezorger: Bezorger) -> None:
        self._gesprekken = gesprekken
        self._adapter = Adapter(bezorger)
        self._sloten = Sloten()

    def beantwoord(self, zoekvraag: Zoekvraag) -> dict[str, Any]:
        """Return the body of the answer to a search from the compose box.

        It goes back over the same request, and not through the connector as messages do.
        """
        gevonden = zoek(zoekvraag)
        if gevonden.kaarten:
            bijlagen = [_gevonden(kaart) for kaart in gevonden.kaarten]
            wat = MessagingExtensionResult(
                type="result", attachment_layout="list", attachments=bijlagen
            )
        else:
            wat = MessagingExtensionResult(type="message", text=gevonden.zin)
        return cast("dict[str, Any]", MessagingExtensionResponse(compose_extension=wat).serialize())

    async def ontvang(self, activiteit: Activiteit) -> None:
        """Handle one activity; kinds we do not know are left alone.

        A reply that cannot be delivered is logged: what was said is saved, and the next message
        goes on from there.
        """
        beurt = self._beurt(activiteit)
        if beurt is None:
            return

        async def antwoord(context: TurnContext) -> None:
            reactie = await beurt()
            uit = [a for bericht in reactie.berichten for a in _activiteiten(bericht)]
            if uit:
                await context.send_activities(uit)

        context = TurnContext(self._adapter, _als_botbuilder(activiteit))
        # Held until the replies are out: those of two messages must not mix either.
        async with self._sloten.op(activiteit.wie().gesprek(activiteit.gesprek.id)):
            try:
                await self._adapter.run_pipeline(context, antwoord)
            except NietBezorgd:
                log.warning("antwoord niet bezorgd")

    def _beurt(self, activiteit: Activiteit) -> Callable[[], Awaitable[Reactie]] | None:
        gesprek_id = activiteit.gesprek.id
        if activiteit.type == ActivityTypes.conversation_update:
            nieuw = activiteit.nieuwkomer()
            if nieuw is None:
                return None
            return lambda: self._gesprekken.begroet(
                activiteit.wie(nieuw), gesprek_id, meegelezen=activiteit.leest_iemand_mee()
            )
        if activiteit.type == ActivityTypes.message:
            return lambda: self._bericht(activiteit)
        if activiteit.type == ActivityTypes.message_update:
            return lambda: self._bewerkt(activiteit)
        return None

    async def _bewerkt(self, activiteit: Activiteit) -> Reactie:
        return self._gesprekken.bewerkt(activiteit.wie(), activiteit.gezegd())

    async def _bericht(self, activiteit: Activiteit) -> Reactie:
        gezegd = activiteit.gezegd()
        weigering: tuple[Bericht, ...] = ()
        if activiteit.heeft_bestand():
            weigering = (waarschuwing(tekst("bot.geen_bestand")),)
            if not gezegd:
                return Reactie(weigering)
        reactie = await self._gesprekken.beurt(
            activiteit.wie(),
            activiteit.gesprek.id,
            gezegd,
            activiteit.id,
            meegelezen=activiteit.leest_iemand_mee(),
        )
        return Reactie((*weigering, *reactie.berichten), reactie.einde)


def _als_botbuilder(activiteit: Activiteit) -> Activity:
    """Build the activity from what was checked; its own deserialiser accepts and breaks more."""
    return Activity(
        type=activiteit.type,
        id=activiteit.id,
        channel_id=activiteit.kanaal,
        service_url=activiteit.service_url,
        from_property=ChannelAccount(id=activiteit.van.id, name=activiteit.van.name),
        recipient=ChannelAccount(id=activiteit.aan.id, name=activiteit.aan.name),
        conversation=ConversationAccount(
            id=activiteit.gesprek.id, tenant_id=activiteit.gesprek.tenant
        ),
    )


def _activiteiten(bericht: Bericht) -> Iterator[Activity]:
    """Render one message, in as many activities as its length asks for."""
    delen = [f"_{bericht.voortgang}_"] if bericht.voortgang else []
    delen.append(vervang(bericht.tekst, als_lijst))
    if bericht.keuzes:
        # Also as numbers: who types, or reads on a phone, needs no buttons.
        delen.append(als_tekst(bericht))
    *eerst, laatst = _stukken("\n\n".join(delen))
    for stuk in eerst:
        yield Activity(type=ActivityTypes.message, text=stuk, text_format="markdown")
    yield Activity(
        type=ActivityTypes.message,
        text=laatst,
        text_format="markdown",
        attachments=[_kaart(bericht)] if bericht.keuzes else None,
        channel_data={"weegwijzer": {"vraag": bericht.vraag}} if bericht.vraag else None,
    )


def _gevonden(kaart: Kaart) -> MessagingExtensionAttachment:
    """Render what was found: what goes into the message, and what the list shows."""
    heel = ThumbnailCard(title=kaart.titel, subtitle=kaart.soort, text=kaart.tekst)
    kort = ThumbnailCard(title=kaart.titel, text=kaart.kort)
    return MessagingExtensionAttachment(
        content_type=_DUIMNAGEL,
        content=heel,
        preview=Attachment(content_type=_DUIMNAGEL, content=kort),
    )


def _kaart(bericht: Bericht) -> Attachment:
    knoppen = [
        CardAction(type=ActionTypes.im_back, title=keuze.label, value=keuze.waarde)
        for keuze in bericht.keuzes[:_KNOPPEN]
    ]
    return Attachment(content_type=_HEROKAART, content=HeroCard(buttons=knoppen))


def _stukken(markdown: str) -> list[str]:
    """Cut text that is too long for one message, at a line end when there is one."""
    stukken = []
    while len(markdown) > _LANGST:
        knip = markdown.rfind("\n", 1, _LANGST)
        knip = knip if knip > 0 else _LANGST
        stukken.append(markdown[:knip])
        markdown = markdown[knip:].lstrip("\n")
    return [*stukken, markdown]
