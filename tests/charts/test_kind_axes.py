"""The maps of the kind ``axes``, and the same in words."""

from itertools import combinations
from math import hypot
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.charts import Size, figure_json, pictures
from verkostotyokalut.charts.kinds.axes.places import Square, apart
from verkostotyokalut.charts.theme import PAPER
from verkostotyokalut.framework import LANGUAGES, Instrument, Language, instrument
from verkostotyokalut.framework.kinds.axes import Axes

from .conftest import answered, large_and_inside

INSTRUMENTS = ("riskit", "lahimuodot")


def results(asked: Instrument, people: int = 7, hidden: int = 0, place: Any = None) -> Any:
    """Return results of a room that spreads over the map, or is all at one place."""
    axes = len(asked.asked_as(Axes).axes)

    def answer(who: int, index: int) -> Any:
        return place or [1 + who % 5, 1 + (who + index) % 5, 1 + index % 5][:axes]

    return answered(asked, answer, people, hidden)


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
        large_and_inside(figure)


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_third_axis_is_the_size_of_a_mark_and_words(language: Language) -> None:
    asked = instrument("lahimuodot")
    title = asked.asked_as(Axes).z.title.into(language)
    for drawer in pictures(asked, language, "screen"):
        figure, twin = drawer.draw(results(asked, hidden=1), 5)
        column = twin["columns"].index(title)
        assert [row[column] for row in twin["rows"]] == ["1", "2", "3", "4", "5", "1", "–"]
        for z, items in ((1, 2), (2, 1), (3, 1), (4, 1), (5, 1)):
            assert sum(f"{title} {z}" in text for text in figure["data"][0]["text"]) == items
    figure = pictures(asked, language, "screen")[0].draw(results(asked, hidden=1), 5).figure
    marks = [s["line"] for s in figure["layout"]["shapes"] if s["line"]["color"] == PAPER]
    outlines = [mark["width"] for mark in marks[:6]]
    assert outlines[0] == outlines[5] < outlines[1] < outlines[2] < outlines[3] < outlines[4]


def test_a_group_that_is_too_small_sees_names_alone() -> None:
    asked = instrument("riskit")
    drawn = pictures(asked, "fi", "console")[0].draw(results(asked, people=4), 5)
    assert drawn.twin["caption"] == "Tulosta ei näytetä vielä: alle 5 vastausta."


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), min_size=2, max_size=13))
def test_marks_never_meet(halves: list[tuple[int, int]]) -> None:
    square = Square(0, 0, 500, 5)
    points = [(square.x(1 + x / 2.25), square.y(1 + y / 2.25)) for x, y in halves]
    radii = [10 + 5 * (index % 3) for index in range(len(points))]
    moved = list(zip(apart(points, radii, square), radii, strict=True))
    for ((x1, y1), one), ((x2, y2), other) in combinations(moved, 2):
        assert hypot(x1 - x2, y1 - y2) > 0.9 * (one + other)
    assert all(r <= x <= 500 - r and r <= y <= 500 - r for (x, y), r in moved)
