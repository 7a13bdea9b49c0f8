"""Answers on a scale: its points, "don't know" where allowed, and nothing else."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from verkostotyokalut.framework import DONT_KNOW, Scale, Text

POINT = Text(fi="piste", sv="punkt", en="point")


def scale(points: int, *, dont_know: bool = True) -> Scale:
    return Scale(kind="scale", points=(POINT,) * points, dont_know=dont_know)


@pytest.mark.parametrize("points", [2, 5, 10])
def test_the_points_are_answers(points: int) -> None:
    asked = scale(points)
    assert [n for n in range(-2, 20) if asked.accepts(n)] == list(range(1, points + 1))


def test_dont_know_is_an_answer_only_where_allowed() -> None:
    assert scale(5).accepts(DONT_KNOW)
    assert not scale(5, dont_know=False).accepts(DONT_KNOW)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(JSON_VALUES)
def test_nothing_else_is_an_answer(value: object) -> None:
    expected = value == DONT_KNOW or (type(value) is int and value in range(1, 6))
    assert scale(5).accepts(value) is expected


@pytest.mark.parametrize("value", [True, 1.0, 3.5, "3", [3], None, float("nan")])
def test_what_looks_like_a_point_is_not_one(value: object) -> None:
    assert not scale(5).accepts(value)


@pytest.mark.parametrize("points", [0, 1, 11])
def test_a_scale_has_two_to_ten_points(points: int) -> None:
    with pytest.raises(ValidationError):
        scale(points)


def test_content_is_frozen() -> None:
    with pytest.raises(ValidationError):
        scale(5).dont_know = False  # type: ignore[misc]


def test_a_text_speaks_three_languages() -> None:
    assert [POINT.into("fi"), POINT.into("sv"), POINT.into("en")] == ["piste", "punkt", "point"]
    assert json.loads(POINT.model_dump_json()) == {"fi": "piste", "sv": "punkt", "en": "point"}


@pytest.mark.parametrize("missing", ["fi", "sv", "en"])
@pytest.mark.parametrize("given_text", [None, "", "  \n"])
def test_no_language_may_be_missing(missing: str, given_text: str | None) -> None:
    words = {"fi": "a", "sv": "b", "en": "c", missing: given_text}
    with pytest.raises(ValidationError):
        Text.model_validate({key: text for key, text in words.items() if text is not None})


def test_the_pictures_are_the_profile_and_the_items_unless_told() -> None:
    assert scale(5).pictures == ("profile", "items")


@pytest.mark.parametrize(
    ("pictures", "dimensions", "suits"),
    [
        (["sides"], 2, True),
        (["sides"], 3, False),
        (["items", "chain"], 1, False),
        (["chain"], 4, True),
        (["profile", "items", "mirror"], 1, True),
    ],
)
def test_a_picture_says_how_many_dimensions_it_needs(
    pictures: list[str], dimensions: int, suits: bool
) -> None:
    asked = Scale.model_validate({**scale(5).model_dump(), "pictures": pictures})
    if suits:
        asked.suit([["a.b"]] * dimensions)
    else:
        with pytest.raises(ValueError, match=pictures[-1]):
            asked.suit([["a.b"]] * dimensions)
