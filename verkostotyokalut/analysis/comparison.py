"""Numbers beside each other: of a room's groups, of a session's rounds, or of earlier sessions."""

from __future__ import annotations

from enum import Enum
from typing import Any, NamedTuple

import pandas as pd


class Of(Enum):
    """What is beside each other."""

    GROUPS = "groups"  # parts of one room
    ROUNDS = "rounds"  # rounds of one session, the earliest first
    GUESS = "guess"  # what the room guessed of itself, and what it said
    EARLIER = "earlier"  # earlier sessions, by their round files, and this one, which is the last


class Part(NamedTuple):
    """One of those that are compared.

    Attributes
    ----------
    id
        What it is called in data.
    label
        What a reader sees: a leader's own words, so data.
    n
        How many have answered something; None when the part is hidden.
    results
        The guarded results of the kind's numbers; None when the part is hidden.
    """

    id: str
    label: str
    n: int | None
    results: Any


class Comparison(NamedTuple):
    """What may be shown of parts beside each other.

    Every number has gone through the disclosure guard, together with the others. A hidden part
    keeps its place, so that pictures can say that it is hidden.

    Attributes
    ----------
    of
        What the parts are.
    parts
        In the order in which they are shown.
    change
        From the part before the last to the last one: of the rounds of a session `paired_change`,
        of sessions `group_change`; None where there is no such table.
    notes
        What a reader must know of the parts, in sentences in the reader's language.
    """

    of: Of
    parts: tuple[Part, ...]
    change: pd.DataFrame | None = None
    notes: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[Part, ...]:
        """The parts that aren't hidden."""
        return tuple(part for part in self.parts if part.results is not None)
