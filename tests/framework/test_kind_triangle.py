"""Answers to the kind ``triangle``: shares of three corners, and nothing else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from verkostotyokalut.framework import DONT_KNOW, instrument
from verkostotyokalut.framework.kinds.triangle import Triangle

from .conftest import words

WORDS = words("a")
KEYS = st.sampled_from(["now", "wanted", "then"])
SHARES = st.lists(st.sampled_from([0, 10, 20, 30, 50, 100, 5, True]), min_size=2, max_size=4)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 101) | st.floats() | st.text(max_size=3) | SHARES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner),
    max_leaves=4,
)


def triangle(traits: int = 1, **more: object) -> Triangle:
    corner = {"label": WORDS, "traits": [WORDS] * traits}
    data = {"kind": "triangle", "corners": [corner] * 3, "rows": [WORDS] * traits, **more}
    return Triangle.model_validate(data)


def whole(shares: object) -> bool:
    return (
        isinstance(shares, list)
        and [type(part) for part in shares] == [int, int, int]
        and all(part in range(0, 101, 10) for part in shares)
        and sum(shares) == 100
    )


@given(JSON)
def test_only_shares_and_dont_know_are_answers(value: object) -> None:
    given_shares = (
        isinstance(value, dict)
        and set(value) in ({"now"}, {"wanted"}, {"now", "wanted"})
        and all(whole(shares) for shares in value.values())
    )
    assert triangle().accepts(value) is (given_shares or value == DONT_KNOW)


@pytest.mark.parametrize(
    ("value", "accepted"),
    [
        ({"now": [40, 30, 30]}, True),
        ({"wanted": [0, 0, 100]}, True),
        ({"now": [40, 30, 30], "wanted": [10, 10, 80]}, True),
        ({}, False),
        ({"now": [40, 30, 20]}, False),
        ({"now": [45, 25, 30]}, False),
        ({"now": [110, -10, 0]}, False),
        ({"now": [100, False, False]}, False),
        ({"now": [40.0, 30, 30]}, False),
        ({"now": [50, 50]}, False),
        ({"now": None}, False),
    ],
)
def test_shares_are_three_and_a_hundred_together(value: object, accepted: bool) -> None:
    assert triangle().accepts(value) is accepted


def test_dont_know_is_an_answer_only_where_allowed() -> None:
    assert not triangle(dont_know=False).accepts(DONT_KNOW)


@given(st.floats(0, 1), st.integers())
def test_imagined_answers_are_answers(leaning: float, seed: int) -> None:
    asked = triangle()
    assert asked.accepts(asked.imagine(random.Random(seed), leaning, "a"))


def test_a_corner_has_a_trait_for_each_row() -> None:
    with pytest.raises(ValidationError, match="2 rows"):
        triangle(rows=[WORDS] * 2)


def test_the_triangle_compares_by_six_rows() -> None:
    asked = instrument("kolmio").asked_as(Triangle)
    assert len(asked.rows) == 6
    assert [corner.label.fi for corner in asked.corners] == ["Hierarkia", "Markkina", "Verkosto"]
