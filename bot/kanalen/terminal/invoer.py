"""Regels van een terminal of uit een pijp, één bericht per regel."""

from __future__ import annotations

import contextlib
import io
import select
import signal
import threading
from collections.abc import Iterator
from typing import Final, Protocol, TextIO, cast

_LANGST: Final = 256 * 1024
_WACHT: Final = 0.05
_PROMPT: Final = "> "


class Lezer(Protocol):
    """Gives what the user says, one message at a time."""

    async def lees(self) -> str | None:
        """Return the next message; None at the end of input.

        Raises:
            KeyboardInterrupt: the user pressed Ctrl-C.
        """

    def vergeet(self) -> None:
        """Let go of what was typed before."""


class PijpLezer:
    """Reads UTF-8 lines from a pipe or a file; bytes that are none become a question mark."""

    def __init__(self, invoer: TextIO) -> None:
        # The bytes below: only there can we see whether a blank line is the last.
        self._bron = cast(io.BufferedReader, invoer.buffer)
        self._eerste = True

    async def lees(self) -> str | None:
        """See `Lezer.lees`. A blank line is an empty message, unless the input ends there."""
        with _onderbreekbaar():
            regel = self._regel()
            if not regel or (not regel.strip() and self._is_op()):
                return None
        codering = "utf-8-sig" if self._eerste else "utf-8"
        self._eerste = False
        return regel.decode(codering, errors="replace").rstrip("\r\n")

    def vergeet(self) -> None:
        """See `Lezer.vergeet`; of a pipe nothing is kept."""

    def _regel(self) -> bytes:
        regel = self._bron.readline(_LANGST)
        rest = regel
        while len(rest) == _LANGST and not rest.endswith(b"\n"):
            rest = self._bron.readline(_LANGST)  # already far too long: the rest is not kept
        return regel

    def _is_op(self) -> bool:
        # Never wait for more than a moment: a program at the other side may wait for our answer.
        try:
            leesbaar, _, _ = select.select([self._bron], [], [], _WACHT)
        except (OSError, ValueError):  # not something one can wait for here
            return False
        return bool(leesbaar) and not self._bron.peek(1)


class PromptLezer:
    """Asks with a prompt that can be edited; what was typed is kept in memory only."""

    def __init__(self, invoer: TextIO, uitvoer: TextIO) -> None:
        from prompt_toolkit import PromptSession
        from prompt_toolkit.history import InMemoryHistory
        from prompt_toolkit.input import create_input
        from prompt_toolkit.input.typeahead import clear_typeahead
        from prompt_toolkit.output import create_output

        self._invoer = invoer
        self._nieuwe_geschiedenis = InMemoryHistory
        self._vergeet_vooruit = clear_typeahead
        self._sessie: PromptSession[str] = PromptSession(
            input=create_input(invoer), output=create_output(uitvoer), reserve_space_for_menu=0
        )

    def vergeet(self) -> None:
        """See `Lezer.vergeet`: the arrow up brings nothing back."""
        self._sessie.history = self._sessie.default_buffer.history = self._nieuwe_geschiedenis()
        self._sessie.default_buffer.reset()

    async def lees(self) -> str | None:
        """See `Lezer.lees`; Ctrl-D is the end of input.

        What was typed before the question stood there is dropped: a key that was hit twice would
        answer a question that nobody saw.
        """
        self._vergeet_vooruit(self._sessie.app.input)
        with contextlib.suppress(ImportError, OSError):  # Windows; not a terminal after all
            import termios

            termios.tcflush(self._invoer.fileno(), termios.TCIFLUSH)
        try:
            return await self._sessie.prompt_async(_PROMPT)
        except EOFError:
            return None


def lezer(invoer: TextIO, uitvoer: TextIO) -> Lezer:
    """Choose how to read: a prompt needs a terminal at both sides."""
    if invoer.isatty() and uitvoer.isatty():
        return PromptLezer(invoer, uitvoer)
    return PijpLezer(invoer)


@contextlib.contextmanager
def _onderbreekbaar() -> Iterator[None]:
    """Let Ctrl-C break off a read; asyncio's own handler waits for the loop, which is waiting."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    vorige = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, vorige)
