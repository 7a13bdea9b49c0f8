"""Van der Eijk's agreement A, beside published values and a naive implementation."""

from fractions import Fraction
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.analysis import agreement, agreement_word

COUNTS = st.integers(2, 10).flatmap(
    lambda points: st.lists(
        st.lists(st.integers(0, 40), min_size=points, max_size=points), min_size=1, max_size=5
    )
)


def one(counts: list[int]) -> float:
    return float(agreement([counts])[0])


def naive(counts: list[int]) -> Fraction:
    """Peel the layers off one by one, in exact arithmetic."""
    points, total = len(counts), sum(counts)
    left, result = list(counts), Fraction(0)
    while any(left):
        height = min(count for count in left if count)
        pattern = [int(count > 0) for count in left]
        result += Fraction(height * sum(pattern), total) * of_layer(pattern, points)
        left = [count - height * one for count, one in zip(left, pattern, strict=True)]
    return result


def of_layer(pattern: list[int], points: int) -> Fraction:
    ones = sum(pattern)
    if ones == 1:
        return Fraction(1)
    if ones == points:
        return Fraction(0)
    unimodal = bimodal = 0
    for i in range(points):
        for j in range(i + 1, points):
            for k in range(j + 1, points):
                triple = f"{pattern[i]}{pattern[j]}{pattern[k]}"
                unimodal += triple in {"110", "011"}
                bimodal += triple == "101"
    shape = Fraction(
        (points - 2) * unimodal - (points - 1) * bimodal, (points - 2) * (unimodal + bimodal)
    )
    return shape * (1 - Fraction(ones - 1, points - 1))


def test_the_documented_example_on_seven_points() -> None:
    """Of ``agreement`` in R's package agrmt (D. Ruedin, on CRAN), the example of its help page."""
    assert one([30, 40, 210, 130, 530, 50, 10]) == pytest.approx(0.6113333, abs=5e-8)


@pytest.mark.parametrize(
    ("per_mille", "published"),
    [
        ([24, 28, 32, 62, 135, 304, 416], 0.61),  # where people place the party PvdA
        ([16, 26, 82, 210, 293, 270, 103], 0.48),  # and D66
    ],
)
def test_the_published_examples(per_mille: list[int], published: float) -> None:
    """Of van der Eijk (2001), as agrmt's vignette gives them, to two decimals."""
    assert one(per_mille) == pytest.approx(published, abs=0.005)


@pytest.mark.parametrize("points", range(3, 11))
def test_the_three_landmarks(points: int) -> None:
    assert one([7] * points) == pytest.approx(0)
    assert one([0] * (points - 1) + [9]) == pytest.approx(1)
    assert one([6] + [0] * (points - 2) + [6]) == pytest.approx(-1)


@given(COUNTS)
def test_agrees_with_a_naive_implementation(rows: list[list[int]]) -> None:
    for counts, value in zip(rows, agreement(rows), strict=True):
        if sum(counts):
            assert value == pytest.approx(float(naive(counts)), abs=1e-12)
        else:
            assert isnan(value)


@given(COUNTS)
def test_stays_in_range_and_looks_the_same_from_both_ends(rows: list[list[int]]) -> None:
    values = agreement(rows)
    np.testing.assert_allclose(values, agreement([row[::-1] for row in rows]), atol=1e-12)
    assert np.all(np.isnan(values) | (np.abs(values) <= 1 + 1e-12))


def test_a_masked_row_stays_masked() -> None:
    values = agreement([[np.nan] * 5, [0, 0, 3, 0, 0]])
    assert isnan(values[0])
    assert values[1] == 1


@pytest.mark.parametrize(
    ("counts", "word"),
    [
        ([0, 0, 6, 9, 9], "shared"),  # three of four on two neighbours
        ([0, 8, 8, 8, 0], "scattered"),
        ([5, 5, 5, 5, 5], "scattered"),
        ([5, 5, 4, 5, 5], "scattered"),
        ([11, 3, 0, 4, 6], "divided"),
        ([5, 5, 0, 5, 5], "divided"),
        ([10, 0, 0, 0, 10], "divided"),
    ],
)
def test_words(counts: list[int], word: str) -> None:
    assert agreement_word(one(counts)) == word


def test_nothing_is_said_of_nothing() -> None:
    assert agreement_word(float("nan")) is None
