"""The disclosure rule: nothing of an item that too few have answered."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from verkostotyokalut.analysis import check_minimum, distribution, guard
from verkostotyokalut.analysis.disclosure import hidden_parts, shown_numbers

CODES = arrays(
    np.int8, st.tuples(st.integers(0, 14), st.integers(1, 4)), elements=st.integers(-1, 5)
)


@given(CODES, st.integers(3, 10))
def test_shows_an_item_only_with_enough_answers(codes: np.ndarray, minimum: int) -> None:
    counts = distribution(pd.DataFrame(codes), 5)
    shown = guard(counts, minimum)
    for item in counts.index:
        if (codes[:, item] > 0).sum() >= minimum:
            assert shown.loc[item].tolist() == counts.loc[item].tolist()
        else:
            assert shown.loc[item].isna().all()


@given(CODES, st.integers(3, 10))
def test_hides_everything_of_a_group_that_is_too_small(codes: np.ndarray, minimum: int) -> None:
    few = codes[: minimum - 1]
    assert guard(distribution(pd.DataFrame(few), 5), minimum).isna().all(axis=None)


@given(CODES, st.integers(3, 10))
def test_guarding_again_changes_nothing(codes: np.ndarray, minimum: int) -> None:
    once = guard(distribution(pd.DataFrame(codes), 5), minimum)
    pd.testing.assert_frame_equal(guard(once, minimum), once)


def test_the_table_that_came_in_is_left_alone() -> None:
    counts = distribution(pd.DataFrame([[1, 2]], dtype=np.int8), 5)
    before = counts.copy()
    guard(counts, 5)
    pd.testing.assert_frame_equal(counts, before)


@pytest.mark.parametrize("minimum", [3, 5, 10])
def test_limits_that_do(minimum: int) -> None:
    assert check_minimum(minimum) == minimum


@pytest.mark.parametrize("minimum", [2, 11, 0, -5, 5.0, True, "5", None])
def test_limits_that_do_not(minimum: object) -> None:
    counts = distribution(pd.DataFrame([[1]], dtype=np.int8), 5)
    with pytest.raises(ValueError, match="whole number from 3 to 10"):
        guard(counts, minimum)  # type: ignore[arg-type]


def parts(**people: str) -> dict[str, set[str]]:
    return {part: set(names) for part, names in people.items()}


def test_parts_of_enough_people_and_of_nobody_are_shown() -> None:
    assert hidden_parts([parts(a="klm", b="", c="nop")], 3) == set()


def test_the_next_smallest_hides_a_lone_part() -> None:
    assert hidden_parts([parts(a="klmno", b="klm", c="x", d="")], 3) == {"b", "c"}


def test_parts_are_hidden_until_they_are_of_enough_people() -> None:
    assert hidden_parts([parts(a="klmnop", b="klmno", c="x", d="y")], 5) == {"b", "c", "d"}
    assert hidden_parts([parts(a="klm", b="x", c="x")], 3) == {"a", "b", "c"}


def test_a_part_is_hidden_from_every_number_when_one_of_them_is_of_too_few() -> None:
    rows, hours = parts(a="klmn", b="klm", c="klmnop"), parts(a="k", b="klm", c="klmnop")
    assert hidden_parts([rows, hours], 3) == {"a", "b"}


def test_a_number_that_is_not_told_at_all_hides_nothing() -> None:
    assert hidden_parts([parts(a="klm", b="klm"), parts(a="k", b="")], 3) == set()


def test_ones_own_parts_are_all_shown() -> None:
    assert hidden_parts([parts(a="k", b="")], None) == set()


def test_a_small_group_isnt_counted_by_subtraction() -> None:
    assert shown_numbers({"a": 7, "b": 6, None: 2}, 5) == {"a": 7, "b": None, None: None}
    assert shown_numbers({"a": 7, "b": 6, None: 0}, 5) == {"a": 7, "b": 6, None: None}
    assert shown_numbers({"a": 3, "b": 4}, 5) == {"a": None, "b": None}
