"""Calls back on the kernel's event loop: soon, but not more often than is of use."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Pace:
    """Runs ``work`` after it was asked for, at least ``pause`` seconds apart.

    Asking many times within a pause runs it once. Outside an event loop (a plain script) the
    work is done at once.

    Parameters
    ----------
    work
        What to do.
    pause
        Seconds; may be changed at any time.
    """

    def __init__(self, work: Callable[[], None], pause: float) -> None:
        self._work = work
        self.pause = pause
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
            wait = max(0.0, self._last + self.pause - self._loop.time())
            self._timer = self._loop.call_later(wait, self._run)

    def at_once(self) -> None:
        """Do the work at once, or when the pause is over."""
        if self._loop is None or self._loop.time() >= self._last + self.pause:
            self.stop()
            self._run()
        else:
            self.ask()

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


class Slow(Generic[T]):
    """Something that takes time to work out, kept as it was while it is asked for often.

    Outside an event loop it is worked out each time.

    Parameters
    ----------
    make
        Works it out.
    pause
        Seconds between two times that it is worked out, at the least.
    changed
        Called when it has become something else since it was last asked for.
    """

    def __init__(self, make: Callable[[], T], pause: float, changed: Callable[[], None]) -> None:
        self._make = make
        self._changed = changed
        self._pace = Pace(self._make_again, pause)
        self._of: object = None
        self._made: T | None = None

    def get(self, of: object) -> T:
        """Return it as it was lately, or if ``of`` is new, as it is now."""
        if self._made is None or of != self._of or not self._pace.has_loop:
            self._of, self._made = of, self._make()
            self._pace.hold()
        else:
            self._pace.ask()
        return self._made

    def _make_again(self) -> None:
        before, self._made = self._made, self._make()
        if self._made != before:
            self._changed()
