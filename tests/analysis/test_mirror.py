"""The leader's own view beside the members', and which items stand out."""

from collections import Counter
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.analysis import carries, ends, large_gaps, mirror, numbers, release
from verkostotyokalut.framework import LEADER, Instrument

ROOM = [[4, 1, 2], [4, 2, 3], [5, None, 3], [5, None, 3], [3, "dont_know", 4], [4, None, 3]]
LEADERS = [
    {},
    {0: 1, 1: 5, 2: "dont_know"},
    dict.fromkeys(range(12), 5),
]


def collected(core: Instrument, leader: dict[int, Any], room: list[list[Any]] = ROOM) -> Any:
    answers = numbers(core).collect(core)
    for who, values in enumerate(room):
        answers.update((str(who), core.item_ids[i], value) for i, value in enumerate(values))
    answers.update((LEADER, core.item_ids[i], value) for i, value in leader.items())
    return answers


@pytest.mark.parametrize("leader", LEADERS)
@pytest.mark.parametrize("room", [ROOM, ROOM[:4], []])
def test_the_leader_changes_nothing_of_the_rooms(
    core: Instrument, leader: dict[int, Any], room: list[list[Any]]
) -> None:
    kind = numbers(core)
    alone, beside = (collected(core, one, room) for one in ({}, leader))
    before, after = (kind.results(answers, core, 5) for answers in (alone, beside))
    assert (alone.answered, alone.done) == (beside.answered, beside.done)
    assert before.n == after.n
    pd.testing.assert_frame_equal(before.distribution, after.distribution)
    pd.testing.assert_frame_equal(before.summary, after.summary)
    assert release(alone, core, 1, 5) == release(beside, core, 1, 5)


def test_the_leaders_own_answers_are_in_the_results(core: Instrument) -> None:
    kind = numbers(core)
    assert kind.results(collected(core, {}), core, 5).leader is None
    leader = kind.results(collected(core, LEADERS[1]), core, 5).leader
    assert leader.iloc[:2].tolist() == [1, 5]
    assert leader.iloc[2:].isna().all()


def test_the_gap_is_the_leader_less_the_members(core: Instrument) -> None:
    results = numbers(core).results(collected(core, {0: 1, 1: 5, 2: "dont_know"}), core, 5)
    table = mirror(results, core)
    assert table.iloc[0][["median", "leader", "gap"]].tolist() == [4, 1, -3]
    # The second has two answers: hidden, and then the leader's own is not shown either.
    assert table.iloc[1].isna().all()
    assert table.iloc[2][["n", "median"]].tolist() == [6, 3]
    assert table.iloc[2][["leader", "gap"]].isna().all()


def test_reversed_items_are_turned(core: Instrument) -> None:
    data = core.model_dump()
    data["dimensions"][0]["items"][0]["reversed"] = True
    turned = Instrument.model_validate(data)
    results = numbers(turned).results(collected(turned, {0: 1}), turned, 5)
    assert mirror(results, turned).iloc[0][["median", "leader", "gap"]].tolist() == [2, 5, 3]


@pytest.mark.parametrize(("points", "large"), [(5, ["b", "a", "c"]), (9, ["b", "a"])])
def test_large_gaps_are_a_quarter_of_the_scale(points: int, large: list[str]) -> None:
    table = pd.DataFrame({"gap": [-2, 3.5, 1, 0.5, np.nan]}, index=list("abcde"))
    assert large_gaps(table, points) == large


@pytest.mark.parametrize(
    ("medians", "strongest", "weakest"),
    [
        ([5, 4.5, 4, 3, 2, 1], ("abc", ""), ("fed", "")),
        ([5, 4, 4, 4, 3, 2, 1, 1], ("abcd", "bcd"), ("ghf", "")),
        ([4, 4, 4, 4, 4, 3], ("", "abcde"), ("f", "abcde")),
        ([5, 3, 3, 2, 1], ("a", "bc"), ("ed", "")),
        ([4, 4, 4, 4], ("", "abcd"), ("", "abcd")),
        ([4], ("", ""), ("", "")),
        ([np.nan, 5, np.nan, 1], ("b", ""), ("d", "")),
        ([], ("", ""), ("", "")),
    ],
)
def test_three_stand_out_at_each_end_or_ties_are_told(
    medians: list[float], strongest: tuple[str, str], weakest: tuple[str, str]
) -> None:
    found = ends(pd.Series(medians, index=list("abcdefgh"[: len(medians)]), dtype=float))
    assert [("".join(end.items), "".join(end.tied)) for end in found] == [strongest, weakest]


@given(st.lists(st.integers(2, 10).map(lambda half: half / 2), max_size=15))
def test_no_item_is_at_both_ends_and_equals_are_not_parted(medians: list[float]) -> None:
    series = pd.Series(medians, index=[str(i) for i in range(len(medians))], dtype=float)
    strongest, weakest = ends(series)
    assert not set(strongest.items) & set(weakest.items)
    for end in (strongest, weakest):
        assert len(end.items) <= len(medians) // 2
        named, there = Counter(series[list(end.items)]), Counter(series)
        assert all(named[median] == there[median] for median in named)


@pytest.mark.parametrize(
    ("level", "points", "strong"),
    [(3.5, 5, True), (3.4, 5, False), (5, 5, True), (float("nan"), 5, False), (6.6, 10, False)],
)
def test_what_carries(level: float, points: int, strong: bool) -> None:
    assert carries(level, points) is strong
