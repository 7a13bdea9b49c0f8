"""The maps of the kind ``axes``, and the same in words."""

from itertools import combinations
from math import hypot
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.analysis import numbers
from verkostotyokalut.charts import Size, figure_json, pictures
from verkostotyokalut.charts.kinds.axes.places import Square, apart
from verkostotyokalut.framework import LANGUAGES, Instrument, Language, instrument

INSTRUMENTS = ("riskit", "lahimuodot")


def results(asked: Instrument, people: int = 7, hidden: int = 0, place: Any = None) -> Any:
    """Return results of a room where the last items have one answer only."""
    kind = numbers(asked)
    answers = kind.collect(asked)
    few = asked.item_ids[len(asked.items) - hidden :]
    for who in range(people):
        answers.update(
            (str(who), item, place or [1 + who % 5, 1 + (who + index) % 5])
            for index, item in enumerate(asked.item_ids)
            if item not in few or who == 0
        )
    return kind.results(answers, asked, 5)


@pytest.mark.parametrize("name", INSTRUMENTS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["screen", "console"])
def test_the_pictures_and_their_twins_name_every_item(
    name: str, language: Language, size: Size
) -> None:
    asked = instrument(name)
    drawers = pictures(asked, language, size)
    assert len(drawers) == (2 if size == "screen" else 1)
    for drawer in drawers:
        figure, twin = drawer.draw(results(asked, hidden=1), 5)
        assert "NaN" not in figure_json(figure)
        assert [row[0] for row in twin["rows"]] == [
            item.label.into(language) for item in asked.items
        ]
        assert {len(row) for row in twin["rows"]} == {len(twin["columns"])}
        assert asked.question.x.title.into(language) in " ".join(
            [*twin["columns"], twin["caption"]]
        )
        texts = " ".join(figure["data"][0]["text"]).replace("-<br>", "").replace("<br>", " ")
        for item in asked.items:
            assert item.label.into(language) in texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_on_the_wall_is_large_and_inside_the_box(language: Language) -> None:
    for drawer in pictures(instrument("riskit"), language, "screen"):
        figure = drawer.draw(results(instrument("riskit")), 5).figure
        trace, box = figure["data"][0], figure["layout"]["meta"]
        assert min(trace["textfont"]["size"]) >= 18
        assert all(0 <= y <= box["height"] for y in trace["y"])


def test_the_caption_names_the_quarters() -> None:
    asked = instrument("riskit")
    caption = (
        pictures(asked, "fi", "screen")[0].draw(results(asked, place=[5, 4]), 5).twin["caption"]
    )
    assert caption.startswith(f"{asked.question.corners.top_right.fi}: {asked.items[0].label.fi}, ")


def test_hidden_items_say_only_that() -> None:
    asked = instrument("riskit")
    for drawer in pictures(asked, "fi", "screen"):
        figure, twin = drawer.draw(results(asked, hidden=1), 5)
        assert sum("alle 5 vastausta" in text for text in figure["data"][0]["text"]) == 1
        assert twin["rows"][-1][-1] == "alle 5 vastausta"
        assert set(twin["rows"][-1][1:-1]) == {"–"}


def test_a_group_that_is_too_small_sees_names_alone() -> None:
    asked = instrument("riskit")
    drawn = pictures(asked, "fi", "console")[0].draw(results(asked, people=4), 5)
    assert drawn.twin["caption"] == "Tulosta ei näytetä vielä: alle 5 vastausta."


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), min_size=2, max_size=13))
def test_marks_never_meet(halves: list[tuple[int, int]]) -> None:
    square = Square(0, 0, 500, 5)
    points = [(square.x(1 + x / 2.25), square.y(1 + y / 2.25)) for x, y in halves]
    moved = apart(points, 30, square)
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(moved, 2)) > 27
    assert all(0 <= x <= 500 and 0 <= y <= 500 for x, y in moved)
