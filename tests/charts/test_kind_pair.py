"""The dumbbells of the kind ``pair``, and the same in words."""

from typing import Any

import pytest

from verkostotyokalut.analysis import numbers
from verkostotyokalut.charts import Size, figure_json, pictures
from verkostotyokalut.framework import LANGUAGES, Instrument, Language, instrument

INSTRUMENTS = ("kehittamisen-tapa", "yhdessa-tekeminen")


def results(asked: Instrument, values: list[Any], hidden: int = 0, people: int = 7) -> Any:
    """Return results of a room where all answer alike; the last items have one answer only."""
    kind = numbers(asked)
    answers = kind.collect(asked)
    few = asked.item_ids[len(asked.items) - hidden :]
    for who in range(people):
        answers.update(
            (str(who), item, values[index % len(values)])
            for index, item in enumerate(asked.item_ids)
            if item not in few or who == 0
        )
    return kind.results(answers, asked, 5)


VALUES = [{"now": 1, "wanted": 4}, {"now": 3, "wanted": 3}, {"now": 4, "wanted": 2}]


@pytest.mark.parametrize("name", INSTRUMENTS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["screen", "console"])
def test_the_picture_and_its_twin_name_every_item(
    name: str, language: Language, size: Size
) -> None:
    asked = instrument(name)
    (drawer,) = pictures(asked, language, size)
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
    figure = pictures(asked, "fi", "screen")[0].draw(results(asked, VALUES, hidden=1), 5).figure
    rings = [s for s in figure["layout"]["shapes"] if s["fillcolor"] == "#ffffff"]
    assert len(rings) == len(asked.items) - 1


def test_hidden_items_say_only_that() -> None:
    asked = instrument(INSTRUMENTS[0])
    figure, twin = pictures(asked, "fi", "screen")[0].draw(results(asked, VALUES, hidden=1), 5)
    assert figure["data"][0]["text"].count("alle 5 vastausta") == 1
    few = "alle 5 vastausta"
    assert twin["rows"][-1][1:] == ["–", few, "–", few, "–", "–", "–", "–"]


def test_a_group_that_is_too_small_sees_names_alone() -> None:
    asked = instrument(INSTRUMENTS[0])
    drawn = pictures(asked, "fi", "console")[0].draw(results(asked, VALUES, people=4), 5)
    assert drawn.twin["caption"] == "Tulosta ei näytetä vielä: alle 5 vastausta."


def test_without_pairs_there_is_no_change() -> None:
    asked = instrument(INSTRUMENTS[0])
    _, twin = pictures(asked, "fi", "screen")[0].draw(results(asked, [{"now": 2}]), 5)
    assert twin["rows"][0][1:6] == ["2", "7", "–", "alle 5 vastausta", "–"]
