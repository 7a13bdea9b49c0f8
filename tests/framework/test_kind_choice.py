"""Choosing an option: what is an answer, what is not, and what rehearsals make up."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from verkostotyokalut.framework import DONT_KNOW, Text, instrument
from verkostotyokalut.framework.kinds.choice import Choice, Option

WORDS = Text(fi="sana", sv="ord", en="word")
IDS = ("a", "b", "c")


def choice(ids: tuple[str, ...] = IDS, **more: Any) -> Choice:
    options = tuple(Option(id=name, label=WORDS, description=WORDS) for name in ids)
    return Choice(kind="choice", options=options, **more)


CHOSEN = st.sampled_from([*IDS, DONT_KNOW])
JSON_VALUES = CHOSEN | st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | CHOSEN,
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["now", "wanted"]), inner)
    ),
    max_leaves=5,
)


def chooses(value: object) -> bool:
    return isinstance(value, str) and value in (*IDS, DONT_KNOW)


@given(JSON_VALUES)
def test_an_option_is_an_answer_and_nothing_else(value: object) -> None:
    assert choice().accepts(value) is chooses(value)


@given(JSON_VALUES)
def test_with_the_wish_an_answer_has_one_or_both(value: object) -> None:
    expected = (
        isinstance(value, dict)
        and value != {}
        and set(value) <= {"now", "wanted"}
        and all(chooses(part) for part in value.values())
    )
    assert choice(wanted=True).accepts(value) is expected


def test_dont_know_is_an_answer_only_where_allowed() -> None:
    assert not choice(dont_know=False).accepts(DONT_KNOW)
    assert not choice(dont_know=False, wanted=True).accepts({"now": DONT_KNOW})


@given(
    st.integers(),
    st.floats(0, 1),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_what_is_imagined_is_accepted(
    seed: int, leaning: float, wanted: bool, ordered: bool, dont_know: bool
) -> None:
    asked = choice(wanted=wanted, ordered=ordered, dont_know=dont_know)
    assert asked.accepts(asked.imagine(random.Random(seed), leaning, "a"))


@pytest.mark.parametrize("ids", [("a",), tuple("abcdefghijk"), ("a", "b", "a"), ("a", "dont_know")])
def test_two_to_ten_different_options(ids: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError):
        choice(ids)


@pytest.mark.parametrize(
    ("name", "options", "ordered"),
    [("verkostotyypit", 4, False), ("riittava-tulos", 5, True), ("yhteistyon-syvyys", 5, True)],
)
def test_the_shipped_ones_ask_now_and_the_wish(name: str, options: int, ordered: bool) -> None:
    asked = instrument(name).asked_as(Choice)
    assert len(asked.options) == options
    assert asked.ordered is ordered
    assert asked.wanted
    for language in ("fi", "sv", "en"):
        labels = [option.label.into(language) for option in asked.options]
        assert len(set(labels)) == options
        assert max(map(len, labels)) <= 24
