"""The triangle of the kind ``triangle``, and the same in words."""

from typing import Any

import pytest

from verkostotyokalut.analysis import numbers
from verkostotyokalut.charts import Picture, Size, figure_json, pictures
from verkostotyokalut.charts.theme import LINE
from verkostotyokalut.framework import LANGUAGES, Instrument, Language, instrument

ANSWER = {"now": [60, 30, 10], "wanted": [20, 10, 70]}


def draw(
    asked: Instrument,
    language: Language = "fi",
    size: Size = "screen",
    people: int = 6,
    answer: Any = ANSWER,
) -> Picture:
    kind = numbers(asked)
    answers = kind.collect(asked)
    answers.update((str(who), item, answer) for who in range(people) for item in asked.item_ids)
    (drawer,) = pictures(asked, language, size)
    return drawer.draw(kind.results(answers, asked, 5), 5)


@pytest.fixture
def asked() -> Instrument:
    return instrument("kolmio")


def arrows(picture: Picture) -> int:
    """Count the arrows, each of which is two strokes."""
    drawn = [shape for shape in picture.figure["layout"]["shapes"] if "Z" not in shape["path"]]
    return sum(s["path"].count("M") for s in drawn if s["line"]["color"] != LINE) // 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["screen", "console"])
def test_the_corners_are_named_in_the_picture_and_the_twin(
    asked: Instrument, language: Language, size: Size
) -> None:
    figure, twin = draw(asked, language, size)
    assert "NaN" not in figure_json(figure)
    names = [corner.label.into(language) for corner in asked.question.corners]
    assert twin["columns"][1:4] == names
    assert names[2] in twin["caption"]
    assert [row[1:] for row in twin["rows"]] == [["60", "30", "10", "6"], ["20", "10", "70", "6"]]
    trace, box = figure["data"][0], figure["layout"]["meta"]
    assert all(f"<b>{name}</b>" in trace["text"] for name in names)
    assert size == "console" or min(trace["textfont"]["size"]) >= 18
    assert all(0 <= y <= box["height"] for y in trace["y"])


def test_every_answer_and_the_mean_is_an_arrow(asked: Instrument) -> None:
    assert arrows(draw(asked, people=8)) == 8 + 1
    assert arrows(draw(asked, people=7)) == 1  # too few for each to be shown


def test_the_key_names_the_faint_answers_only_where_they_are(asked: Instrument) -> None:
    few, more = (
        " ".join(draw(asked, people=people).figure["data"][0]["text"]).replace("<br>", " ")
        for people in (7, 8)
    )
    assert "keskiarvo. Yksittäiset vastaukset näytetään, kun niitä on 8." in few
    assert "himmeä: jokainen vastaus" in more and "himmeä" not in few


def test_a_hidden_result_draws_no_answer(asked: Instrument) -> None:
    picture = draw(asked, people=4)
    assert arrows(picture) == 0
    assert "alle 5 vastausta" in picture.figure["data"][0]["text"]
    assert picture.twin["caption"] == "Tulosta ei näytetä vielä: alle 5 vastausta."
    assert [row[1:4] for row in picture.twin["rows"]] == [["–"] * 3] * 2


def test_what_is_wanted_may_be_hidden_alone(asked: Instrument) -> None:
    picture = draw(asked, answer={"now": [100, 0, 0]})
    assert arrows(picture) == 0
    assert picture.twin["rows"][0][1:] == ["100", "0", "0", "6"]
    assert picture.twin["rows"][1][-1] == "alle 5 vastausta"
