"""Where groups differ most, and when it is called a difference."""

from typing import Any

import numpy as np
import pytest

from tests.analysis.conftest import collected
from verkostotyokalut.analysis import (
    Comparison,
    Of,
    Part,
    Topic,
    Why,
    largest_gaps,
    medians,
    numbers,
    topics,
)
from verkostotyokalut.analysis.interval import order_interval
from verkostotyokalut.framework import Instrument, instrument

LOW, HIGH, MIDDLE, WIDE = [1, 2, 2, 2, 1, 2], [5, 4, 5, 5, 4, 5], [3] * 6, [1, 5, 2, 4, 1, 5]


def part(core: Instrument, name: str, *columns: list[int]) -> Part:
    results = numbers(core).results(collected(core, *columns), core, 3)
    return Part(name, f"Ryhmä {name}", results.n, results if results.n else None)


def groups(*parts: Part) -> Comparison:
    return Comparison(Of.GROUPS, parts)


def test_the_widest_gap_comes_first_and_is_between_the_parts_that_are_furthest(
    core: Instrument,
) -> None:
    found = largest_gaps(
        groups(
            part(core, "a", MIDDLE, LOW, MIDDLE),
            part(core, "b", MIDDLE, HIGH, MIDDLE),
            part(core, "c", LOW, MIDDLE, MIDDLE),
        ),
        core,
    )
    first, second, third = core.item_ids[:3]
    assert list(found.index) == [second, first, third]
    assert found.loc[second].to_dict() == {
        "gap": 3.0,
        "differ": True,
        "high": "b",
        "high_median": 5.0,
        "low": "a",
        "low_median": 2.0,
    }
    assert found.loc[third, ["gap", "differ"]].tolist() == [0.0, False]


def test_a_gap_is_a_difference_only_when_the_intervals_are_apart(core: Instrument) -> None:
    found = largest_gaps(groups(part(core, "a", WIDE), part(core, "b", HIGH)), core)
    assert found.loc[core.item_ids[0], ["gap", "differ"]].tolist() == [2.0, False]
    few = groups(part(core, "a", LOW[:5]), part(core, "b", HIGH[:5]))  # no interval under six
    assert found.loc[core.item_ids[0], "gap"] == 2.0
    assert largest_gaps(few, core)["differ"].tolist() == [False]


def test_a_sure_difference_is_told_before_a_wider_gap_that_may_be_chance(core: Instrument) -> None:
    narrow, wide = [4] * 6, [1, 1, 1, 1, 5, 5]
    found = largest_gaps(
        groups(
            part(core, "a", narrow, HIGH),
            part(core, "b", MIDDLE, wide),
        ),
        core,
    )
    assert list(found.index) == list(core.item_ids[:2])
    assert found["gap"].tolist() == [1.0, 4.0]
    assert found["differ"].tolist() == [True, False]


def test_reversed_items_are_turned(turned: Instrument) -> None:
    found = largest_gaps(groups(part(turned, "a", LOW), part(turned, "b", HIGH)), turned)
    assert found["high"].tolist() == ["a"]
    assert found["high_median"].tolist() == [4.0]
    results = part(turned, "a", LOW).results
    row = medians(results, turned).loc[turned.item_ids[0]]
    assert (row["lower"], row["median"], row["upper"]) == (4, 4, 5)


def test_what_is_hidden_has_no_gap(core: Instrument) -> None:
    hidden = part(core, "b", HIGH[:2])
    assert hidden.results is None
    assert largest_gaps(groups(part(core, "a", LOW), hidden), core).empty
    assert largest_gaps(groups(), core).empty
    some = groups(part(core, "a", LOW, LOW), part(core, "b", HIGH))
    assert list(largest_gaps(some, core).index) == [core.item_ids[0]]


def test_other_kinds_have_no_gaps() -> None:
    assert largest_gaps(Comparison(Of.GROUPS, ()), instrument("tavoitteet")).empty


def told(core: Instrument, *parts: Part) -> list[Topic]:
    everybody: Any = numbers(core).results(collected(core, MIDDLE), core, 5)
    return topics(everybody, core, None, groups(*parts))


def test_what_groups_see_differently_is_worth_talking_about(core: Instrument) -> None:
    found = told(core, part(core, "a", LOW), part(core, "b", HIGH))
    assert found == [Topic(core.item_ids[0], Why.BETWEEN, 3.0, ("Ryhmä b", "Ryhmä a"))]


@pytest.mark.parametrize("other", [LOW, WIDE])
def test_a_gap_that_may_be_chance_is_no_topic(core: Instrument, other: list[int]) -> None:
    assert told(core, part(core, "a", LOW), part(core, "b", other)) == []


@pytest.mark.parametrize(("many", "worst"), [(6, 2), (12, 7)])
def test_groups_that_are_alike_are_seldom_told_to_differ(many: int, worst: int) -> None:
    """Simulated, from a fixed seed: in how many items of a hundred some two intervals are apart."""
    ways = [
        [0.2, 0.2, 0.2, 0.2, 0.2],
        [0.08, 0.22, 0.4, 0.22, 0.08],
        [0.05, 0.1, 0.2, 0.4, 0.25],
        [0.3, 0.15, 0.1, 0.15, 0.3],
        [0, 0.05, 0.2, 0.55, 0.2],
    ]
    chance, items, told = np.random.default_rng(2001), 2000, []
    for way in ways:
        for people in (6, 8, 10, 15, 20, 30):
            counts = chance.multinomial(people, way, size=items * many)
            lower, upper = order_interval(counts)[:, :2].T.reshape(2, items, many)
            told.append(100 * float((lower.max(axis=1) > upper.min(axis=1)).mean()))
    assert max(told) == pytest.approx(worst, abs=0.9)
    assert np.median(told) < 1
