"""Tries to work out, from all that a room has seen, what fewer people than the limit have said.

A view is a sum over what some people said; somebody who was in the room may know who they are,
and who changed an answer when. Whatever can be worked out without knowing anybody's answer is a
combination of views. If one of them is of fewer people than the limit, the room was told too much.
"""

import os
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations

import numpy as np

Said = tuple[str, Hashable]  # who, and which of the things that they have said
CASES = int(os.environ.get("VERKOSTO_ATTACKS", "10000"))


def leaks(views: Iterable[Iterable[Said]], minimum: int) -> bool:
    """Tell whether a combination of views is of somebody, but fewer than ``minimum`` people."""
    seen = sorted({frozenset(view) for view in views} - {frozenset()}, key=len)
    if not seen:
        return False
    said = sorted({one for view in seen for one in view}, key=repr)
    people = sorted({who for who, _ in said})
    table = np.array([[float(one in view) for one in said] for view in seen])
    few = list(combinations(people, min(minimum - 1, len(people))))
    others = np.array([[who not in group for who, _ in said] for group in few], dtype=float)
    left = np.linalg.matrix_rank(table[None, :, :] * others[:, None, :])
    return bool((left < np.linalg.matrix_rank(table)).any())


def partition(views: Sequence[Iterable[str]]) -> list[set[Said]]:
    """Make views of people who have each said one thing."""
    return [{(who, 0) for who in view} for view in views]
