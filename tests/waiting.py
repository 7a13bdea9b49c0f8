"""Waits for a condition with a deadline: quick when it comes true, clear when it doesn't."""

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
DEADLINE = 15.0  # seconds; a slow machine needs them, a fast one never does
PAUSE = 0.005


def until(condition: Callable[[], T], deadline: float = DEADLINE) -> T:
    """Return what ``condition`` gives as soon as it is true."""
    end = time.monotonic() + deadline
    while not (result := condition()):
        assert time.monotonic() < end, f"did not come true in {deadline} s: {condition!r}"
        time.sleep(PAUSE)
    return result


async def soon(condition: Callable[[], T], deadline: float = DEADLINE) -> T:
    """Do the same while the event loop goes on."""
    end = time.monotonic() + deadline
    while not (result := condition()):
        assert time.monotonic() < end, f"did not come true in {deadline} s: {condition!r}"
        await asyncio.sleep(PAUSE)
    return result
