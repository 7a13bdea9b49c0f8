"""What made-up rooms think, for rehearsals."""

from __future__ import annotations

import random


class Opinions:
    """What a room thinks: each item has its own level, and some divide people in two."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._levels: dict[str, tuple[float, bool]] = {}

    def leaning(self, item: str, person: float) -> float:
        """Return what somebody tends to, from 0 to 1; ``person`` is how they differ (σ = 1)."""
        if item not in self._levels:
            self._levels[item] = (self._chance.uniform(0.3, 0.85), self._chance.random() < 0.15)
        level, divided = self._levels[item]
        if divided:
            level += 0.35 if person > 0 else -0.35
        return min(1.0, max(0.0, level + 0.12 * person))
