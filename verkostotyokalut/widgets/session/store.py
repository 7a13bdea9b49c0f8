"""The kernel's connection to the store."""

from __future__ import annotations

from functools import cache

from ...live import Database


@cache
def database() -> Database:
    """Return the store that the environment names, opened once."""
    return Database()
