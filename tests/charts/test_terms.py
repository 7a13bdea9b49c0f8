"""Words that pictures and twins share."""

from math import nan

import pytest

from verkostotyokalut.charts.terms import (
    agreement_text,
    hidden_text,
    nothing_text,
    number,
    some_text,
    without_number_text,
)


def test_agreement_in_a_word() -> None:
    assert [agreement_text(value, "fi") for value in (0.9, 0.2, -0.5, nan)] == [
        "yksimielinen",
        "hajallaan",
        "kahtia jakautunut",
        "",
    ]


def test_the_limit_is_named() -> None:
    assert hidden_text(7, "fi") == "alle 7 vastausta"
    assert hidden_text(5, "sv") == "färre än 5 svar"


@pytest.mark.parametrize(
    ("n", "dont_know", "text"),
    [
        (nan, nan, "alle 5 vastausta"),
        (0, 0, "ei vastauksia"),
        (0, 1, "en osaa sanoa"),
        (6, 2, None),
    ],
)
def test_why_an_item_has_no_number(n: float, dont_know: float, text: str | None) -> None:
    assert without_number_text(n, dont_know, 5, "fi") == text


def test_numbers_in_the_languages_way() -> None:
    assert [number(4.5, "fi"), number(4.5, "en"), number(4, "fi")] == ["4,5", "4.5", "4"]


def test_why_a_picture_shows_nothing() -> None:
    assert nothing_text(True, 5, "fi") == "Tulosta ei näytetä vielä: alle 5 vastausta."
    assert nothing_text(False, 5, "fi") == "Ei vielä vastauksia."


def test_the_first_few_are_named_and_the_others_counted() -> None:
    names = ["a", "b", "c", "d", "e"]
    assert [some_text(names[:count], "fi") for count in (0, 3, 4, 5)] == [
        "",
        "a, b, c",
        "a, b, c ja 1 muu",
        "a, b, c ja 2 muuta",
    ]
    assert some_text(names, "en", 1) == "a and 4 others"
