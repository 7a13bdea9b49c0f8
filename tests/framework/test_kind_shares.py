"""A whole shared between parts: 100 in all, in whole steps, now and as it is wanted."""

import random
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from verkostotyokalut.framework import LANGUAGES, instrument
from verkostotyokalut.framework.kinds.shares import Shares

from .conftest import words

IDS = ["a", "b", "c"]
GOOD = {"a": 50, "b": 45, "c": 5}


def asked(step: int = 5, wanted: bool = False, ids: list[str] = IDS) -> Shares:
    parts = [{"id": name, "label": words(name), "description": words(name)} for name in ids]
    data = {"kind": "shares", "parts": parts, "step": step, "wanted": wanted}
    return Shares.model_validate(data)


@pytest.mark.parametrize("sharing", [GOOD, {"a": 100, "b": 0, "c": 0}, {"c": 30, "b": 30, "a": 40}])
def test_a_whole_is_an_answer(sharing: dict[str, int]) -> None:
    assert asked().accepts(sharing)


NOT_WHOLE: list[Any] = [
    {},
    {"a": 50, "b": 45},
    {"a": 50, "b": 50},
    {"a": 50, "b": 40, "c": 5},
    {"a": 50, "b": 55, "c": 5},
    {"a": 51, "b": 44, "c": 5},
    {"a": 105, "b": 0, "c": -5},
    {"a": 50.0, "b": 45, "c": 5},
    {"a": "50", "b": 45, "c": 5},
    {"a": True, "b": 95, "c": 5},
    {"a": 50, "b": 45, "c": 5, "d": 0},
    [50, 45, 5],
    100,
    "dont_know",
    None,
]


@pytest.mark.parametrize("value", NOT_WHOLE)
def test_nothing_else_is(value: object) -> None:
    assert not asked().accepts(value)
    assert not asked(wanted=True).accepts({"now": value})
    assert not asked(wanted=True).accepts({"now": GOOD, "wanted": value})


def test_either_of_now_and_wanted_may_be_missing() -> None:
    both = asked(wanted=True)
    assert both.accepts({"now": GOOD})
    assert both.accepts({"wanted": GOOD})
    assert both.accepts({"now": GOOD, "wanted": GOOD})
    assert not both.accepts({})
    assert not both.accepts(GOOD)
    assert not both.accepts({"now": GOOD, "then": GOOD})
    assert not asked().accepts({"now": GOOD})


def test_steps_of_ten() -> None:
    assert asked(step=10).accepts({"a": 50, "b": 40, "c": 10})
    assert not asked(step=10).accepts(GOOD)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.sampled_from([0, 5, 45, 50, 100]) | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([*IDS, "now"]), inner),
    max_leaves=5,
)


@given(JSON_VALUES)
def test_any_json_is_judged(value: Any) -> None:
    is_sharing = (
        isinstance(value, dict)
        and sorted(value) == IDS
        and all(type(n) is int for n in value.values())
        and sum(value.values()) == 100
    )
    assert asked().accepts(value) is is_sharing


@given(st.integers(), st.floats(0, 1), st.sampled_from([5, 10]), st.integers(2, 5), st.booleans())
def test_what_is_imagined_is_an_answer(
    seed: int, leaning: float, step: int, parts: int, wanted: bool
) -> None:
    question = asked(step, wanted, [f"p{n}" for n in range(parts)])
    assert question.accepts(question.imagine(random.Random(seed), leaning, "a"))


@pytest.mark.parametrize(
    ("step", "ids", "why"),
    [
        (7, IDS, "5 or 10"),
        (5, ["a"], "at least 2 items"),
        (5, [f"p{n}" for n in range(6)], "at most 5 items"),
        (5, ["a", "b", "a"], "ids that differ; repeated: a"),
    ],
)
def test_limits_that_make_no_sense_are_told(step: int, ids: list[str], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        asked(step, ids=ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_ways_of_learning_with_four_traits_each(language: str) -> None:
    question = instrument("oppimisen-tavat").asked_as(Shares)
    assert question.wanted
    assert [part.id for part in question.parts] == ["opettaminen", "fasilitointi", "emannointi"]
    for part in question.parts:
        assert len(re.findall(r"\.(?: |$)", getattr(part.description, language))) == 4
        assert len(getattr(part.label, language)) <= 24
