"""Hoe Teams iets toont: een bericht als activiteiten met knoppen, een onderwerp als kaart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, cast

from botbuilder.schema import (
    ActionTypes,
    Activity,
    ActivityTypes,
    Attachment,
    CardAction,
    HeroCard,
    ThumbnailCard,
)
from botbuilder.schema.teams import (
    MessagingExtensionAttachment,
    MessagingExtensionResponse,
    MessagingExtensionResult,
)

from bot.kanalen.teams.activiteit import PLEK
from bot.kanalen.teams.uitbreiding import Gevonden, Kaart
from bot.kanalen.tekst.keuzes import als_tekst
from bot.kanalen.tekst.tabellen import als_lijst, vervang
from dialogs.beeld.als_tekst import Bericht

_KNOPPEN: Final = 6
"""Teams shows no more than six buttons on a card."""
_LANGST: Final = 12_000
"""Characters in one message; Teams refuses a little above 28 KB."""
_DUIMNAGEL: Final = "application/vnd.microsoft.card.thumbnail"
_HEROKAART: Final = "application/vnd.microsoft.card.hero"


def activiteiten(bericht: Bericht) -> Iterator[Activity]:
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


def zoekantwoord(gevonden: Gevonden) -> dict[str, Any]:
    """Render what a search found, or the sentence that says why it found nothing."""
    if gevonden.kaarten:
        bijlagen = [_gevonden(kaart) for kaart in gevonden.kaarten]
        wat = MessagingExtensionResult(
            type="result", attachment_layout="list", attachments=bijlagen
        )
    else:
        wat = MessagingExtensionResult(type="message", text=gevonden.zin)
    return cast("dict[str, Any]", MessagingExtensionResponse(compose_extension=wat).serialize())


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
        CardAction(
            type=ActionTypes.message_back,
            title=keuze.label,
            display_text=keuze.label,
            text=keuze.waarde,
            # Comes back with the click: a button of an earlier question answers no later one.
            value={PLEK: bericht.plek or ""},
        )
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
