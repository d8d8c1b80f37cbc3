"""Wat er mis kan zijn met een papier."""

from __future__ import annotations

from bot.fouten import BotFout


class PapierFout(BotFout):
    """A paper that cannot be made or opened; the sentence says why."""

    sleutel = "papier.kan_niet"


class BestaatNiet(PapierFout):
    """There is no such paper, or not in this form."""


class GeenGegevens(PapierFout):
    """A document that carries no data of a weighing, or none that can be read."""

    sleutel = "papier.geen_gegevens"
