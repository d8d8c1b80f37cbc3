"""De browser openen, als er iemand achter een scherm zit."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Mapping
from typing import Final, TextIO

from bot.logboek import zonder_woorden

log: Final = logging.getLogger(__name__)

_OP_AFSTAND: Final = ("SSH_CONNECTION", "SSH_TTY", "CI")
_SCHERMEN: Final = ("DISPLAY", "WAYLAND_DISPLAY")


def is_er_een_scherm(omgeving: Mapping[str, str], uitvoer: TextIO | None) -> bool:
    """Tell whether opening a browser would show a window to who started us.

    On Linux without a display a browser for the terminal would open, over what we print there.
    """
    if uitvoer is None or not uitvoer.isatty():
        return False
    if any(omgeving.get(naam) for naam in _OP_AFSTAND):
        return False
    return not sys.platform.startswith("linux") or any(omgeving.get(naam) for naam in _SCHERMEN)


def open_browser(adres: str) -> None:
    """Open the page; starting a browser may take seconds, so nobody waits for it."""
    threading.Thread(target=_open, args=(adres,), daemon=True).start()


def _open(adres: str) -> None:
    import webbrowser

    try:
        webbrowser.open(adres)
    except Exception as fout:  # noqa: BLE001 - the address is printed: opening is a courtesy
        log.warning("browser niet geopend\n%s", zonder_woorden(fout))
