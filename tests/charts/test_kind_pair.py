"""The dumbbells and the loops of the kind ``pair``, and the same in words."""

from html import unescape
from re import sub
from typing import Any

import pytest

from verkostotyokalut.charts import Picture, Size, figure_json, pictures
from verkostotyokalut.charts.words import width
from verkostotyokalut.framework import LANGUAGES, Instrument, Language, instrument
from verkostotyokalut.framework.kinds.pair import Pair

from .conftest import answered, of_numbers

INSTRUMENTS = ("kehittamisen-tapa", "yhdessa-tekeminen")


def results(asked: Instrument, values: list[Any], hidden: int = 0, people: int = 8) -> Any:
    """Return results of a room where all answer alike."""
    return answered(asked, lambda _who, index: values[index % len(values)], people, hidden)


VALUES = [{"now": 1, "wanted": 4}, {"now": 3, "wanted": 3}, {"now": 4, "wanted": 2}]


@pytest.mark.parametrize("name", INSTRUMENTS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["screen", "console"])
def test_the_picture_and_its_twin_name_every_item(
    name: str, language: Language, size: Size
) -> None:
    asked = instrument(name)
    drawer = pictures(asked, language, size)[-1]
    figure, twin = drawer.draw(results(asked, VALUES, hidden=1), 5)
    assert "NaN" not in figure_json(figure)
    assert [row[0] for row in twin["rows"]] == [item.label.into(language) for item in asked.items]
    assert {len(row) for row in twin["rows"]} == {len(twin["columns"])}
    assert f"{asked.items[0].label.into(language)} (+3)" in twin["caption"]
    texts = " ".join(figure["data"][0]["text"]).replace("-<br>", "").replace("<br>", " ")
    for item in asked.items:
        assert item.label.into(language) in texts
    trace, box = figure["data"][0], figure["layout"]["meta"]
    assert size == "console" or min(trace["textfont"]["size"]) >= 18
    assert all(0 <= y <= box["height"] for y in trace["y"])


def test_a_ring_and_a_dot_for_each_item_that_is_shown() -> None:
    asked = instrument(INSTRUMENTS[0])
    figure = pictures(asked, "fi", "screen")[-1].draw(results(asked, VALUES, hidden=1), 5).figure
    rings = [s for s in figure["layout"]["shapes"] if s["fillcolor"] == "#ffffff"]
    assert len(rings) == len(asked.items) - 1


def test_hidden_items_say_only_that() -> None:
    asked = instrument(INSTRUMENTS[0])
    figure, twin = pictures(asked, "fi", "screen")[-1].draw(results(asked, VALUES, hidden=1), 5)
    assert figure["data"][0]["text"].count("alle 5 vastausta") == 1
    few = "alle 5 vastausta"
    assert twin["rows"][-1][1:] == ["–", few, "–", few, "–", "–", "–", "–"]


def test_a_group_that_is_too_small_sees_names_alone() -> None:
    asked = instrument(INSTRUMENTS[0])
    drawn = pictures(asked, "fi", "console")[-1].draw(results(asked, VALUES, people=4), 5)
    assert drawn.twin["caption"] == "Tulosta ei näytetä vielä: alle 5 vastausta."


def test_without_pairs_there_is_no_change() -> None:
    asked = instrument(INSTRUMENTS[0])
    _, twin = pictures(asked, "fi", "screen")[-1].draw(results(asked, [{"now": 2}]), 5)
    assert twin["rows"][0][1:6] == ["2", "8", "–", "alle 5 vastausta", "–"]


@pytest.mark.parametrize("size", ["screen", "console"])
def test_of_a_few_the_medians_alone_are_told(size: Size) -> None:
    asked = instrument(INSTRUMENTS[0])
    why = "Alle 8 vastauksesta kerrotaan vain mediaani."
    [loop, rows], [more, _] = (
        [drawer.draw(results(asked, VALUES, people=people), 5) for drawer in found]
        for found in [pictures(asked, "fi", "screen")]
        for people in (7, 8)
    )
    assert rows.twin["caption"] == why
    assert rows.twin["rows"][0][1:] == ["1", "7", "4", "7", "–", "–", "–", "–"]
    assert rows.figure["data"][0]["text"].count("alle 8 vastausta") == len(asked.items)
    assert "Nyt: 2. Toive: 3,5." in loop.twin["caption"] and why in loop.twin["caption"]
    assert why not in more.twin["caption"]
    for picture in (loop, rows):
        of_numbers(picture.figure)
        assert sum(why in text for text in picture.figure["data"][0]["text"]) == 1
        assert not [s for s in picture.figure["layout"]["shapes"] if s["line"]["dash"] == "dot"]


def loops(language: Language = "fi", size: Size = "screen", **more: Any) -> Picture:
    asked = instrument("kehittamisen-tapa")
    return pictures(asked, language, size)[0].draw(results(asked, **{"values": VALUES, **more}), 5)


def test_only_a_question_with_loops_has_their_picture() -> None:
    numbers_of = [len(pictures(instrument(name), "fi", "screen")) for name in INSTRUMENTS]
    assert numbers_of == [2, 1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["screen", "console"])
def test_the_loops_and_their_twin_tell_every_step(language: Language, size: Size) -> None:
    figure, twin = loops(language, size)
    found = instrument("kehittamisen-tapa").asked_as(Pair).loops
    assert found is not None
    assert "NaN" not in figure_json(figure)
    trace, box = figure["data"][0], figure["layout"]["meta"]
    texts = " ".join(trace["text"]).replace("-<br>", "").replace("<br>", " ")
    for column, loop in enumerate((found.low, found.high), start=1):
        assert twin["columns"][column] == loop.title.into(language)
        steps = [step.into(language) for step in loop.steps]
        assert [row[column] for row in twin["rows"]] == steps
        assert all(step in texts for step in steps)
    assert size == "console" or min(trace["textfont"]["size"]) >= 18
    for x, y, text, position in zip(
        trace["x"], trace["y"], trace["text"], trace["textposition"], strict=True
    ):
        em = trace["textfont"]["size"][0]
        half = 0.65 * em * (text.count("<br>") + 1)
        assert half - 1 <= y <= box["height"] - half + 1
        wide = max(width(unescape(line), em) for line in sub("</?b>", "", text).split("<br>"))
        left = {"middle right": x, "middle center": x - wide / 2, "middle left": x - wide}
        assert left[position] >= -1
        assert left[position] + wide <= box["width"] + 1


def test_the_room_is_where_the_items_medians_are() -> None:
    # medians of the items: now 1, 3, 4, 1 and wanted 4, 3, 2, 4
    figure, twin = loops()
    assert "Nyt: 2 (keskimmäinen puolikas 2–2). Toive: 3,5" in twin["caption"]
    assert "<b>Nyt 2</b>" in figure["data"][0]["text"]
    trace = dict(zip(figure["data"][0]["text"], figure["data"][0]["x"], strict=True))
    assert trace["<b>Nyt 2</b>"] == trace["2"]


def test_what_is_hidden_of_the_room_is_said() -> None:
    figure, twin = loops(values=[{"now": 2}])
    assert "<b>Nyt 2</b>" in figure["data"][0]["text"]
    assert "<b>Toive alle 5 vastausta</b>" in figure["data"][0]["text"]
    assert "Toive: alle 5 vastausta." in twin["caption"]
    assert "Nyt: alle 5 vastausta." in loops(people=4).twin["caption"]
