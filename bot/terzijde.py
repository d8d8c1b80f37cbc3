"""Terzijde: rekenwerk buiten de lus, zodat wie iets anders vraagt er niet op wacht.

What a turn works out takes up to a few hundred milliseconds. In the loop everybody would wait for
that; beside a thread the loop gets its turn every few milliseconds (`sys.getswitchinterval`).
Why threads and no processes, and why so few: ADR 13.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import Final, TypeVar

_Uit = TypeVar("_Uit")
# One of each: two would only make each other slower, and the loop would wait for both.
_BEURTEN: Final = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beurt")
_NASLAG: Final = ThreadPoolExecutor(max_workers=1, thread_name_prefix="naslag")


async def terzijde(werk: Callable[[], _Uit]) -> _Uit:
    """Do work of a turn outside the loop, one piece after the other; return or raise what it does.

    Whoever is cancelled meanwhile stops waiting. The work itself ends later, and is dropped: it
    must be pure.
    """
    return await _in(_BEURTEN, werk)


async def naslaand(werk: Callable[[], _Uit]) -> _Uit:
    """Do the same with what is looked up: no turn waits for that."""
    return await _in(_NASLAG, werk)


async def _in(waar: ThreadPoolExecutor, werk: Callable[[], _Uit]) -> _Uit:
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(waar, copy_context().run, werk)
