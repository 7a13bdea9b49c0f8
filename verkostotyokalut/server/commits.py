"""Keeps answers in groups: what arrives within some milliseconds of a commit is the next one.

Hundreds of moving sliders are tens of transactions a second, and each participant hears of a
change only after the commit that holds it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from ..live import Change, Choice, Database, Outcome, StorageError, answers

WINDOW = 0.020  # seconds from one commit to the next: what arrives meanwhile waits for company
WAITING = 20_000  # changes that may wait; more are refused, and their phones keep them

_log = logging.getLogger(__name__)

Done = Callable[[Outcome | None], None]


class Committer:
    """Commits changes in a thread of its own, one group at a time.

    Parameters
    ----------
    db
        Where they are kept.
    thread
        Runs the commits.
    """

    def __init__(self, db: Database, thread: ThreadPoolExecutor) -> None:
        self._db = db
        self._thread = thread
        self._waiting: list[tuple[Change | Choice, Done]] = []
        self._task: asyncio.Task[None] | None = None
        self._next = 0.0  # when the next commit may begin, on the loop's clock

    def submit(self, change: Change | Choice, done: Done) -> None:
        """Keep ``change``; ``done`` is called on the loop after the commit.

        ``done`` gets ``None`` if the change could not be kept, so that it is sent again.
        """
        if len(self._waiting) >= WAITING:
            done(None)
            return
        self._waiting.append((change, done))
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._commit())

    async def _commit(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            await asyncio.sleep(max(0.0, self._next - loop.time()))
            self._next = loop.time() + WINDOW
            group, self._waiting = self._waiting, []
            outcomes: list[Outcome | None]
            try:
                outcomes = list(
                    await loop.run_in_executor(
                        self._thread, answers.save, self._db, [change for change, _ in group]
                    )
                )
            except StorageError as error:
                _log.error("%d answers could not be kept: %s", len(group), error)
                outcomes = [None] * len(group)
            except Exception:
                _log.exception("%d answers could not be kept", len(group))
                outcomes = [None] * len(group)
            for (_, done), outcome in zip(group, outcomes, strict=True):
                try:
                    done(outcome)
                except Exception:
                    _log.exception("a participant could not be told: %s", outcome)
        self._task = None
