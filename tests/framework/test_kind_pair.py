"""Answers to the kind ``pair``: a point for now, for wanted or for both, and nothing else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from verkostotyokalut.framework import DONT_KNOW, instrument
from verkostotyokalut.framework.kinds.pair import Pair

from .conftest import words

WORDS = words("a")
KEYS = st.sampled_from(["now", "wanted", "then"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 8) | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner),
    max_leaves=4,
)


def pair(points: int = 5, **more: object) -> Pair:
    return Pair.model_validate({"kind": "pair", "points": [WORDS] * points, **more})


@given(JSON)
def test_only_points_and_dont_know_are_answers(value: object) -> None:
    points = (
        isinstance(value, dict)
        and set(value) in ({"now"}, {"wanted"}, {"now", "wanted"})
        and all(type(point) is int and point in range(1, 6) for point in value.values())
    )
    assert pair().accepts(value) is (points or value == DONT_KNOW)


@pytest.mark.parametrize("value", [{}, {"now": True}, {"now": 1.0}, {"now": None}, {"now": 6}, 3])
def test_what_looks_like_an_answer_is_not_one(value: object) -> None:
    assert not pair().accepts(value)


def test_dont_know_is_an_answer_only_where_allowed() -> None:
    assert not pair(dont_know=False).accepts(DONT_KNOW)


@given(st.integers(2, 10), st.floats(0, 1), st.integers())
def test_imagined_answers_are_answers(points: int, leaning: float, seed: int) -> None:
    asked = pair(points)
    assert asked.accepts(asked.imagine(random.Random(seed), leaning, "a"))


@pytest.mark.parametrize("points", [0, 1, 11])
def test_a_scale_has_two_to_ten_points(points: int) -> None:
    with pytest.raises(ValidationError):
        pair(points)


@pytest.mark.parametrize("steps", [2, 5])
def test_a_loop_has_three_or_four_steps(steps: int) -> None:
    loop = {"title": WORDS, "steps": [WORDS] * 3}
    assert pair(loops={"low": loop, "high": {**loop, "steps": [WORDS] * 4}}).loops is not None
    with pytest.raises(ValidationError):
        pair(loops={"low": loop, "high": {**loop, "steps": [WORDS] * steps}})


@pytest.mark.parametrize("name", ["kehittamisen-tapa", "yhdessa-tekeminen"])
def test_the_ways_are_asked_of_four_things(name: str) -> None:
    assert len(instrument(name).items) == 4
