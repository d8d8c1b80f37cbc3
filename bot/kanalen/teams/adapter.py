"""Antwoorden van een beurt naar Teams, door botbuilder.

Its support has ended: what takes its place takes the place of this module and `weergave`.
"""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager

from botbuilder.core import BotAdapter, TurnContext
from botbuilder.schema import (
    Activity,
    ChannelAccount,
    ConversationAccount,
    ConversationReference,
    ResourceResponse,
)

from bot.kanalen.teams.activiteit import Activiteit
from bot.kanalen.teams.bezorger import TIJD, Bezorger, NietBezorgd, adres
from bot.kanalen.teams.weergave import activiteiten
from bot.kanalen.tekst.berichten import te_tonen
from bot.reactie import Reactie
from bot.terzijde import terzijde


class Adapter(BotAdapter):
    """Carries activities out; bringing them in is `ingang`."""

    def __init__(self, bezorger: Bezorger) -> None:
        super().__init__()
        self._bezorger = bezorger

    async def beantwoord(
        self, activiteit: Activiteit, beurt: AbstractAsyncContextManager[Reactie]
    ) -> None:
        """Take the turn, and post what it says before it ends: replies of two must not mix.

        Raises:
            NietBezorgd: a message could not be delivered; those after it were not tried.
        """

        async def antwoord(context: TurnContext) -> None:
            async with beurt as reactie:
                uit = await terzijde(
                    lambda: [a for bericht in te_tonen(reactie) for a in activiteiten(bericht)]
                )
                if uit:
                    await context.send_activities(uit)

        await self.run_pipeline(TurnContext(self, _als_botbuilder(activiteit)), antwoord)

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
        try:
            # All together: the conversation is locked, and Teams sends its message again.
            async with asyncio.timeout(TIJD):
                for a in activities:
                    naar = adres(a.service_url, a.conversation.id, a.reply_to_id)
                    kenmerk = await self._bezorger.bezorg(naar, a.serialize())
                    antwoorden.append(ResourceResponse(id=kenmerk))
        except TimeoutError as fout:
            raise NietBezorgd from fout
        return antwoorden

    async def update_activity(self, context: TurnContext, activity: Activity) -> None:
        """Never asked for: what was said stays said."""
        raise NotImplementedError

    async def delete_activity(self, context: TurnContext, reference: ConversationReference) -> None:
        """Never asked for: what was said stays said."""
        raise NotImplementedError


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
