"""What the agreement board is made of: each item's, or dimension's, counts of the three states."""

from __future__ import annotations

from math import isnan
from typing import NamedTuple

from ....analysis.kinds.agreed import Results
from ....framework import Dimension, Instrument, Language


class Row(NamedTuple):
    """Counts of agreed, under way and not yet; None when there are too few to show.

    ``dont_know`` is NaN where an earlier session doesn't tell it.
    """

    dimension: Dimension
    label: str
    states: tuple[int, int, int] | None
    dont_know: float

    @property
    def n(self) -> int:
        """How many have chosen a state."""
        return sum(self.states or ())

    def share(self, state: int) -> float:
        """Return a state's share, 0..1; 0 while nobody has chosen."""
        return self.states[state] / self.n if self.states and self.n else 0.0


class Group(NamedTuple):
    """A dimension's answers together, and how many of its items most say are agreed."""

    row: Row
    agreed: int
    shown: int
    items: int


def rows(results: Results, instrument: Instrument, language: Language) -> list[Row]:
    """Return a row for each item, in the instrument's order."""
    counts = iter(results.counts.to_numpy(dtype=float).tolist())
    found = []
    for dimension in instrument.dimensions:
        for item in dimension.items:
            agreed, under_way, not_yet, dont_know, _missing = next(counts)
            hidden = isnan(agreed)
            found.append(
                Row(
                    dimension,
                    item.label.into(language),
                    None if hidden else (int(agreed), int(under_way), int(not_yet)),
                    0 if hidden else dont_know,
                )
            )
    return found


def groups(found: list[Row], instrument: Instrument, language: Language) -> list[Group]:
    """Put the rows of each dimension together; those that are hidden stay out."""
    together = []
    for dimension in instrument.dimensions:
        mine = [row for row in found if row.dimension.id == dimension.id]
        shown = [row for row in mine if row.states is not None]
        states = [sum((row.states or (0, 0, 0))[state] for row in shown) for state in range(3)]
        together.append(
            Group(
                Row(
                    dimension,
                    dimension.title.into(language),
                    (states[0], states[1], states[2]) if shown else None,
                    sum(row.dont_know for row in shown),
                ),
                agreed=sum(row.share(0) > 0.5 for row in shown),
                shown=sum(row.n > 0 for row in shown),
                items=len(mine),
            )
        )
    return together
