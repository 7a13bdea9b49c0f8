"""Answers to the kind ``axes``: a point on each axis, "don't know" where allowed, nothing else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from verkostotyokalut.framework import DONT_KNOW, instrument
from verkostotyokalut.framework.kinds.axes import Axes

from .conftest import words

WORDS = words("a")
AXIS = {"title": WORDS, "low": WORDS, "high": WORDS}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 8) | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner),
    max_leaves=4,
)


def axes(**more: object) -> Axes:
    return Axes.model_validate({"kind": "axes", "x": AXIS, "y": AXIS, **more})


@given(JSON)
def test_only_places_and_dont_know_are_answers(value: object) -> None:
    points = type(value) is list and all(type(p) is int and p in range(1, 6) for p in value)
    unsure = value == DONT_KNOW
    assert axes().accepts(value) is (unsure or (points and len(value) == 2))
    assert axes(z=AXIS).accepts(value) is (unsure or (points and len(value) == 3))


@pytest.mark.parametrize("value", [[True, 1], [1.0, 2], [0, 1], [1, 6], [1], [1, 2, 3], "12"])
def test_what_looks_like_a_place_is_not_one(value: object) -> None:
    assert not axes().accepts(value)


def test_dont_know_is_an_answer_only_where_allowed() -> None:
    assert not axes(dont_know=False).accepts(DONT_KNOW)


@given(st.integers(2, 10), st.floats(0, 1), st.integers(), st.sampled_from([None, AXIS]))
def test_imagined_places_are_answers(points: int, leaning: float, seed: int, third: object) -> None:
    asked = axes(points=points, z=third)
    assert asked.accepts(asked.imagine(random.Random(seed), leaning, "a"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"points": 1},
        {"points": 11},
        {"corners": {"top_left": WORDS}},
        {"w": AXIS},
        {"z": {"title": WORDS}},
    ],
)
def test_content_that_does_not_fit_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        axes(**wrong)


def test_every_cause_and_every_form_is_asked() -> None:
    assert [len(part.items) for part in instrument("riskit").dimensions] == [3, 2, 3]
    assert [len(part.items) for part in instrument("lahimuodot").dimensions] == [1, 6]
    assert list(instrument("riskit").asked_as(Axes).axes) == ["x", "y"]
    assert list(instrument("lahimuodot").asked_as(Axes).axes) == ["x", "y", "z"]
