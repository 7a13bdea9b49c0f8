"""Dots to give: no more than there are, only to options, and an answer for every rehearsal."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from verkostotyokalut.framework import LANGUAGES, instrument
from verkostotyokalut.framework.kinds.dots import Dots

from .conftest import words

IDS = ["a", "b", "c"]
COUNTS = {"tavoitteet": 4, "hyodyt": 9, "strategiset-mahdollisuudet": 7, "verkoston-anti": 7}


def asked(dots: int = 3, most: int = 2, ids: list[str] = IDS) -> Dots:
    options = [{"id": name, "label": words(name), "description": words(name)} for name in ids]
    return Dots.model_validate({"kind": "dots", "dots": dots, "most": most, "options": options})


@pytest.mark.parametrize("vote", [{"a": 1}, {"c": 2}, {"a": 1, "b": 1, "c": 1}, {"a": 2, "b": 1}])
def test_dots_on_options_are_an_answer(vote: dict[str, int]) -> None:
    assert asked().accepts(vote)


@pytest.mark.parametrize(
    "vote",
    [
        {},
        {"a": 0},
        {"a": -1, "b": 2},
        {"a": 3},
        {"a": 2, "b": 2},
        {"d": 1},
        {"a": True},
        {"a": 1.0},
        {"a": "1"},
        {"a": None},
        ["a"],
        "a",
        "dont_know",
        1,
        None,
    ],
)
def test_nothing_else_is(vote: object) -> None:
    assert not asked().accepts(vote)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([*IDS, "d"]), inner),
    max_leaves=5,
)


@given(JSON_VALUES)
def test_any_json_is_judged(value: Any) -> None:
    is_vote = (
        isinstance(value, dict)
        and len(value) > 0
        and all(key in IDS and type(n) is int and n in (1, 2) for key, n in value.items())
        and sum(value.values()) <= 3
    )
    assert asked().accepts(value) is is_vote


@given(st.integers(), st.floats(0, 1), st.integers(1, 20), st.integers(1, 20), st.integers(2, 20))
def test_what_is_imagined_is_an_answer(
    seed: int, leaning: float, dots: int, most: int, options: int
) -> None:
    most = min(most, dots)
    if most * options < dots:
        return
    question = asked(dots, most, [f"o{n}" for n in range(options)])
    assert question.accepts(question.imagine(random.Random(seed), leaning, "a"))


@pytest.mark.parametrize(
    ("dots", "most", "ids", "why"),
    [
        (0, 1, IDS, "greater than or equal to 1"),
        (21, 1, IDS, "less than or equal to 20"),
        (3, 4, IDS, "most: 4 on one option, but there are 3 dots"),
        (9, 2, IDS, "dots: 9, but the options have room for 6"),
        (1, 1, ["a"], "at least 2 items"),
        (3, 2, ["a", "b", "a"], "ids that differ; repeated: a"),
    ],
)
def test_limits_that_make_no_sense_are_told(dots: int, most: int, ids: list[str], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        asked(dots, most, ids)


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_the_lists_are_whole_and_fit_the_chart(name: str, count: int) -> None:
    options = instrument(name).asked_as(Dots).options
    assert len(options) == count
    for language in LANGUAGES:
        labels = [option.label.into(language) for option in options]
        assert len(set(labels)) == count
        assert max(map(len, labels)) <= 24
