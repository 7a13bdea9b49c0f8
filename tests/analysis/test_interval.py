"""The exact interval of a median, beside published tables and every sign pattern there is."""

from itertools import product
from math import comb, factorial

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.analysis import distribution, guard, median_interval, summary
from verkostotyokalut.analysis.interval import order_interval

ANSWERS = st.lists(st.integers(1, 7), min_size=1, max_size=80)

# Ranks and confidence of the median's interval by n, as in the usual tables of the sign test at
# 95 % (such as Conover 1999, table A3, with p = 1/2).
PUBLISHED = {
    6: (1, 6, 0.969),
    7: (1, 7, 0.984),
    8: (1, 8, 0.992),
    9: (2, 8, 0.961),
    10: (2, 9, 0.979),
    11: (2, 10, 0.988),
    12: (3, 10, 0.961),
    15: (4, 12, 0.965),
    20: (6, 15, 0.959),
    25: (8, 18, 0.957),
    30: (10, 21, 0.957),
    40: (14, 27, 0.962),
    50: (18, 33, 0.967),
}


def ranks(n: int, level: float = 0.95) -> list[float]:
    """Return the interval of n answers that are all different: their ranks."""
    return [float(value) for value in order_interval(np.ones((1, n)), level)[0]]


def of_answers(answers: list[int], points: int = 7) -> pd.Series:
    codes = pd.DataFrame({"a": answers}, dtype=np.int8)
    return median_interval(distribution(codes, points)).loc["a"]


@pytest.mark.parametrize(("n", "expected"), PUBLISHED.items())
def test_the_published_ranks(n: int, expected: tuple[int, int, float]) -> None:
    lower, upper, coverage = ranks(n)
    assert (lower, upper, round(coverage, 3)) == expected


@pytest.mark.parametrize("n", range(6, 13))
def test_coverage_is_the_share_of_sign_patterns_inside(n: int) -> None:
    lower, _upper, coverage = ranks(n)
    below = [sum(signs) for signs in product((0, 1), repeat=n)]
    inside = sum(lower <= count <= n - lower for count in below)
    assert coverage == inside / 2**n
    tighter = sum(lower + 1 <= count <= n - lower - 1 for count in below)
    assert tighter / 2**n < 0.95 <= coverage


@pytest.mark.parametrize("shares", [(3, 3, 4), (1, 8, 1), (4, 2, 4), (0, 6, 4)])
@pytest.mark.parametrize("n", [6, 9, 12])
def test_tied_answers_are_covered_at_least_as_often(n: int, shares: tuple[int, ...]) -> None:
    """Of every possible room of n, drawn from people whose median is the second point."""
    rooms = [(a, b, n - a - b) for a in range(n + 1) for b in range(n + 1 - a)]
    found = order_interval(rooms)
    covered = 0
    for room, (lower, upper, _coverage) in zip(rooms, found, strict=True):
        ways = factorial(n)
        for count, share in zip(room, shares, strict=True):
            ways = ways // factorial(count) * share**count
        covered += ways if lower <= 2 <= upper else 0
    assert covered / 10**n >= found[0, 2] - 1e-12


@given(ANSWERS)
def test_the_ends_are_answers_of_the_room(answers: list[int]) -> None:
    row = of_answers(answers)
    n = len(answers)
    if n < 6:
        assert row.isna().all()
        return
    lower, upper, coverage = ranks(n)
    ordered = sorted(answers)
    assert row.tolist() == [ordered[int(lower) - 1], ordered[int(upper) - 1], coverage]


@given(ANSWERS)
def test_the_median_is_inside_and_both_ends_look_the_same(answers: list[int]) -> None:
    median = summary(distribution(pd.DataFrame({"a": answers}, dtype=np.int8), 7)).loc["a"]
    row, turned = of_answers(answers), of_answers([8 - answer for answer in answers])
    if len(answers) >= 6:
        assert row["lower"] <= median["median"] <= row["upper"]
        assert [8 - row["upper"], 8 - row["lower"]] == turned[["lower", "upper"]].tolist()


@given(st.integers(1, 400), st.floats(0.01, 0.999))
def test_no_shorter_interval_would_do(n: int, level: float) -> None:
    lower, upper, coverage = ranks(n, level)
    rank = 0 if np.isnan(lower) else int(lower)
    tail = sum(comb(n, few) for few in range(rank + 1))
    assert 1 - 2 * tail / 2**n < level
    if rank:
        assert upper == n + 1 - rank
        assert coverage >= level


def test_many_answers_take_no_time() -> None:
    lower, upper, coverage = ranks(5000)
    assert lower + upper == 5001
    assert 0.95 <= coverage < 0.952


def test_a_masked_item_stays_masked() -> None:
    codes = pd.DataFrame({"a": [1, 2, 0, 0, 0, 0], "b": [1, 2, 3, 4, 5, 5]}, dtype=np.int8)
    table = median_interval(guard(distribution(codes, 5), 3))
    assert table.loc["a"].isna().all()
    assert table.loc["b"].tolist() == [1, 5, 0.96875]


def test_dont_know_is_no_answer_of_the_scale() -> None:
    codes = pd.DataFrame({"a": [5] * 5 + [-1] * 9}, dtype=np.int8)
    assert median_interval(distribution(codes, 5)).loc["a"].isna().all()


@pytest.mark.parametrize("level", [0, 1, -0.5, 95, float("nan")])
def test_levels_that_do_not(level: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        order_interval([[1, 2, 3]], level)
