"""Wat een kanaal van alleen tekst na een beurt laat zien."""

from __future__ import annotations

import logging
from typing import Final

from bot.logboek import zonder_woorden
from bot.om_de_beurt import onleesbaar
from dialogs.beeld import Beeld
from dialogs.beeld.als_tekst import Bericht, berichten

log: Final = logging.getLogger(__name__)


def te_tonen(beeld: Beeld) -> tuple[Bericht, ...]:
    """Return the messages of a turn; when they cannot be made, the way out of this conversation."""
    try:
        return berichten(beeld)
    except Exception as fout:  # noqa: BLE001 - who hears nothing cannot go on
        log.error("berichten niet te maken\n%s", zonder_woorden(fout))  # noqa: TRY400 - exception() would quote
        return berichten(Beeld(gezegd=(onleesbaar(),)))
