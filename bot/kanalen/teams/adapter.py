"""Van een beeld naar wat er naar Teams moet: activiteiten met hun adres, door botbuilder.

Its support has ended: what takes its place takes the place of this module and `weergave`.
"""

from __future__ import annotations

from botbuilder.core import TurnContext
from botbuilder.schema import Activity, ChannelAccount, ConversationAccount

from bot.kanalen.teams.activiteit import KANAAL, Activiteit
from bot.kanalen.teams.weergave import activiteiten
from bot.kanalen.tekst.berichten import te_tonen
from bot.opslag.uitgaand import Uitgaand
from dialogs.beeld import Beeld


def antwoorden(activiteit: Activiteit, beeld: Beeld) -> tuple[Uitgaand, ...]:
    """Return what answers an activity: each message holds all that delivering it needs."""
    naar = TurnContext.get_conversation_reference(_als_botbuilder(activiteit))
    return tuple(
        Uitgaand(KANAAL, TurnContext.apply_conversation_reference(een, naar).serialize())
        for bericht in te_tonen(beeld)
        for een in activiteiten(bericht)
    )


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
