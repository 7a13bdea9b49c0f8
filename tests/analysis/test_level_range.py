"""Between which levels a part is: the ends of its items' intervals, and the light of both."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.analysis import (
    LevelRange,
    level,
    level_light,
    level_range,
    lights,
    numbers,
    share_interval,
)
from verkostotyokalut.framework import Instrument, instrument

CORE = instrument("ydinelementit")
WAYS = instrument("toimintatavat")


def results(asked: Instrument, answers: dict[str, list[Any]], minimum: int = 3) -> Any:
    """Let the first person answer what is first in each list, and so on."""
    kind = numbers(asked)
    collected = kind.collect(asked)
    for item, given_ in answers.items():
        collected.update((str(who), item, value) for who, value in enumerate(given_))
    return kind.results(collected, asked, minimum)


@given(st.lists(st.integers(1, 5), min_size=5, max_size=30))
def test_of_one_item_it_is_the_items_interval_and_light(answers: list[int]) -> None:
    item = CORE.item_ids[0]
    found = results(CORE, {item: answers})
    row = lights(found, CORE).loc[item]
    between = level_range(found, CORE)
    ends = (0.0, 1.0) if len(answers) < 6 else ((row["lower"] - 1) / 4, (row["upper"] - 1) / 4)
    assert between == ends
    assert level_light(level(found, CORE), between) == row["light"]


def test_of_several_it_is_the_level_of_their_ends() -> None:
    """Twelve answers: an interval from the third to the tenth."""
    first, second, third = CORE.dimensions[0].items[:3]
    found = results(
        CORE,
        {
            first.id: [2] * 3 + [3] * 6 + [4] * 3,  # 2 to 4
            second.id: [4] * 9 + [5] * 3,  # 4 to 5
            third.id: [3] * 12,  # 3
        },
    )
    assert level_range(found, CORE, CORE.dimensions[0].id) == LevelRange(0.5, 0.75)
    assert level_range(found, CORE) == LevelRange(0.5, 0.75)
    assert level_range(found, CORE, CORE.dimensions[1].id) is None


def test_an_item_without_an_interval_could_be_anywhere() -> None:
    """With a limit of five, six answers have a median but no distribution."""
    first, second, third = CORE.item_ids[:3]
    sure = {first: [4] * 12, second: [4] * 12}
    assert level_range(results(CORE, {**sure, third: [4] * 6}, 5), CORE) == (0.75, 0.75)
    assert level_range(results(CORE, {first: [4] * 12, third: [4] * 6}, 5), CORE) == (0.375, 0.875)
    assert level_range(results(CORE, {**sure, third: [1] * 4}, 5), CORE) == (0.75, 0.75)


def test_a_reversed_item_is_turned(turned: Instrument) -> None:
    item = turned.item_ids[0]
    found = results(turned, {item: [1] * 6 + [2] * 3})
    assert level_range(found, turned) == LevelRange(0.75, 1.0)


def test_a_board_has_the_intervals_of_its_shares() -> None:
    one, other = WAYS.dimensions[0].items[0].id, WAYS.dimensions[1].items[0].id
    found = results(
        WAYS,
        {one: ["agreed"] * 8 + ["not_yet"] * 2, other: ["agreed"] * 5 + ["under_way"] * 15},
    )
    low, high = share_interval(8, 10), share_interval(5, 20)
    assert level_range(found, WAYS, WAYS.dimensions[0].id) == pytest.approx(low)
    wanted = [(a * 10 + b * 20) / 30 for a, b in zip(low, high, strict=True)]
    between = level_range(found, WAYS)
    assert between == pytest.approx(wanted)
    assert between is not None and between.lowest < 13 / 30 < between.highest
    assert level_range(found, WAYS, WAYS.dimensions[-1].id) is None


def test_other_kinds_have_none_and_are_uncertain_if_they_have_a_level() -> None:
    goals = instrument("tavoitteet")
    assert level_range(results(goals, {}), goals) is None
    assert level_light(0.9, None) == "uncertain"
    assert level_light(None, None) is None


@given(st.lists(st.lists(st.integers(1, 5), min_size=12, max_size=12), min_size=1, max_size=12))
def test_the_level_is_within_and_a_sure_light_is_its_word(sheets: list[list[int]]) -> None:
    answers = {
        item: [sheet[column] for sheet in sheets] for column, item in enumerate(CORE.item_ids)
    }
    found = results(CORE, answers)
    value, between = level(found, CORE), level_range(found, CORE)
    if value is None or between is None:
        assert value is None and between is None
        return
    assert between.lowest <= value <= between.highest
    point = level_light(value, LevelRange(value, value))
    assert level_light(value, between) in {point, "uncertain"}
