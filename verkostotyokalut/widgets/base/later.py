"""Calls back on the kernel's event loop: soon, but not more often than is of use."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Pace:
    """Runs ``work`` after it was asked for, at least ``pause`` seconds apart.

    Asking many times within a pause runs it once. Outside an event loop (a plain script) the
    work is done at once.

    Parameters
    ----------
    work
        What to do.
    pause
        Seconds.
    """

    def __init__(self, work: Callable[[], None], pause: float) -> None:
        self._work = work
        self._pause = pause
        self._last = float("-inf")
        self._timer: asyncio.TimerHandle | None = None
        try:
            self._loop: asyncio.AbstractEventLoop | None = asyncio.get_running_loop()
        except RuntimeError:
            self._loop = None

    def ask(self) -> None:
        """Ask for the work to be done; call it on the event loop's thread."""
        if self._loop is None:
            self._work()
        elif self._timer is None:
            wait = max(0.0, self._last + self._pause - self._loop.time())
            self._timer = self._loop.call_later(wait, self._run)

    def ask_from_thread(self) -> None:
        """Ask from another thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.ask)

    @property
    def has_loop(self) -> bool:
        """Whether there is an event loop to run on."""
        return self._loop is not None

    def hold(self) -> None:
        """Let the pause begin now, as if the work had just been done."""
        self.stop()
        if self._loop is not None:
            self._last = self._loop.time()

    def stop(self) -> None:
        """Forget what was asked."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _run(self) -> None:
        self._timer = None
        if self._loop is not None:
            self._last = self._loop.time()
        self._work()
