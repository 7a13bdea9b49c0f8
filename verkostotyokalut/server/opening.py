"""Opens the store as the server starts."""

from __future__ import annotations

import logging
import time

from ..live import Database, StorageError, Trouble

PATIENCE = 20.0  # seconds; a hub gives a server half a minute to answer
PAUSE = 0.5  # seconds between two attempts


def open_store(log: logging.Logger) -> Database:
    """Open the store that the environment names; wait for a database that is only starting.

    Where many computers start at once, the database may be the last.

    Raises
    ------
    StorageError
        If it can't be used.
    """
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return Database()
        except StorageError as error:
            if error.trouble is not Trouble.UNREACHABLE or time.monotonic() > end:
                raise
            log.warning("verkostotyökalut: the store can't be reached yet: %s", error)
        time.sleep(PAUSE)
