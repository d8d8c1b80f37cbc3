"""Wat een kanaal na een beurt te tonen heeft."""

from __future__ import annotations

from dataclasses import dataclass

from bot.veranderingen.poort import Verandering
from dialogs.beurt import Bericht
from dialogs.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Reactie:
    """What a channel shows after a turn, in this order."""

    berichten: tuple[Bericht, ...] = ()
    einde: bool = False
    """The professional said goodbye: a terminal may close."""
    dossier: Dossier | None = None
    """The weighing as it is now stored; None when it could not be read or written."""
    nieuw: bool = False
    """The conversation starts with this turn."""
    verwerkt: bool = True
    """False: the message changed nothing, so whoever sent it may want it back."""
    versie: int | None = None
    """The version in which the conversation is now stored; None when it is not."""
    veranderd: tuple[Verandering, ...] = ()
    """What is told to who shows it, once the reply is out."""
