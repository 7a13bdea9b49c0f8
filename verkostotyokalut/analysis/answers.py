"""Answers as they come, of any kind: who has answered what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..framework import LEADER, Instrument

Row = tuple[str, str, Any]


class Answers:
    """Collects answers.

    Parameters
    ----------
    instrument
        What was asked.
    """

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._given: dict[str, dict[str, Any]] = {}

    def update(self, rows: Iterable[Row]) -> None:
        """Take in ``(participant, item, value)`` rows; ``None`` takes an answer back.

        The rows of the participant ``LEADER`` are left out: the leader is not one of those who
        are counted.

        Raises
        ------
        ValueError
            If an item or a value doesn't belong to the instrument.
        """
        for participant, item, value in rows:
            if not self._instrument.accepts(item, value):
                raise ValueError(f"{item}: {value!r} is no answer of {self._instrument.id}")
            if participant == LEADER:
                continue
            mine = self._given.setdefault(participant, {})
            if value is None:
                mine.pop(item, None)
            else:
                mine[item] = value

    @property
    def answered(self) -> int:
        """How many have answered something."""
        return sum(1 for mine in self._given.values() if mine)

    @property
    def done(self) -> int:
        """How many have answered every item."""
        items = len(self._instrument.items)
        return sum(1 for mine in self._given.values() if len(mine) == items)

    def of(self, item: str) -> list[Any]:
        """Return every answer to an item."""
        return [mine[item] for mine in self._given.values() if item in mine]

    def by(self, item: str) -> dict[str, Any]:
        """Return every answer to an item, by who gave it."""
        return {who: mine[item] for who, mine in self._given.items() if item in mine}
