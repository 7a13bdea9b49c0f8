"""Where the network is: what people say beside what the items say."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from verkostotyokalut.analysis import Diagnosis, Results, Verdict, diagnose, group_results, numbers
from verkostotyokalut.framework import Instrument, instrument

PLACES, PHASES, CORE = map(instrument, ("verkoston-sykli", "syklin-vaiheet", "ydinelementit"))
NAMES = [phase.id for phase in PHASES.dimensions]
FIRST, SECOND, THIRD, LAST = NAMES


def placed(**people: int) -> Any:
    collected = numbers(PLACES).collect(PLACES)
    rows = [(phase, n) for phase, count in people.items() for n in range(count)]
    collected.update(
        (f"{phase}{n}", PLACES.item_ids[0], {"phase": phase, "part": 2}) for phase, n in rows
    )
    return numbers(PLACES).results(collected, PLACES, 5)


def levels(asked: Instrument, *points: int, people: int = 8) -> tuple[Results, Instrument]:
    """Let everybody say the same of each item of a dimension; 0: nobody answers."""
    row = [p for p, part in zip(points, asked.dimensions, strict=True) for _ in part.items]
    table = pd.DataFrame(
        np.tile(np.array(row, dtype=np.int8), (people, 1)), columns=list(asked.item_ids)
    )
    return group_results(table, asked, 5), asked


@pytest.mark.parametrize(
    ("places", "points", "verdict", "implied"),
    [
        ({THIRD: 9, LAST: 3}, (4, 5, 2, 1), Verdict.SAME, THIRD),
        ({THIRD: 9, LAST: 3}, (3, 5, 2, 1), Verdict.AHEAD, FIRST),
        ({FIRST: 9}, (4, 4, 4, 3), Verdict.BEHIND, LAST),
        ({FIRST: 6, LAST: 6}, (4, 2, 4, 3), Verdict.DIVIDED, SECOND),
        ({FIRST: 4, SECOND: 3, LAST: 3}, (4, 2, 4, 3), Verdict.DIVIDED, SECOND),
        ({LAST: 9}, (4, 4, 5, 4), Verdict.ALL_CARRY, None),
        ({LAST: 3}, (4, 3, 5, 4), Verdict.ITEMS_ALONE, SECOND),  # too few to show where
        ({LAST: 9}, (4, 4, 4, 0), Verdict.ALL_CARRY, None),
        ({LAST: 9}, (0, 3, 4, 0), Verdict.AHEAD, SECOND),
    ],
)
def test_the_place_beside_the_items(
    places: dict[str, int], points: tuple[int, ...], verdict: Verdict, implied: str | None
) -> None:
    found = diagnose(placed(**places), levels(PHASES, *points), None)
    assert found is not None
    assert (found.verdict, found.implied) == (verdict, implied)


def test_each_alone() -> None:
    assert diagnose(None, None, None) is None
    assert diagnose(placed(**{LAST: 4}), levels(PHASES, 4, 4, 4, 4, people=4), None) is None
    assert diagnose(placed(**{LAST: 9}), None, None) == Diagnosis(
        Verdict.PLACE_ALONE, (LAST,), None, None
    )
    found = diagnose(None, levels(PHASES, 5, 5, 5, 2), None)
    assert found is not None and found.verdict is Verdict.ITEMS_ALONE and found.next == LAST


def test_the_first_element_of_the_core_that_does_not_carry() -> None:
    phases = levels(PHASES, 4, 4, 4, 4)
    for points, weak in [((5, 3, 2), "luottamus"), ((4, 4, 4), None)]:
        found = diagnose(None, phases, levels(CORE, *points))
        assert found is not None and found.core == weak


def test_what_to_work_on_next() -> None:
    assert Diagnosis(Verdict.SAME, (FIRST,), FIRST, None).next == FIRST
    assert Diagnosis(Verdict.PLACE_ALONE, (FIRST,), None, None).next == FIRST
    assert Diagnosis(Verdict.DIVIDED, (FIRST, LAST), None, None).next is None
