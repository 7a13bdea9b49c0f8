"""Samples: made-up rooms through a real store, alone and in groups or rounds."""

import json

import pytest

from verkostotyokalut.framework import LANGUAGES, Language
from verkostotyokalut.widgets import Sample


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_are_beside_each_other_and_small_ones_are_hidden(language: Language) -> None:
    sample = Sample("ydinelementit", language, beside="groups", people=36, most=2)
    (room,) = sample.children
    _heading, *charts = room.children
    assert len(charts) == 2
    for chart in charts:
        assert json.loads(chart.figure)["layout"]["meta"]["width"] >= 1300
    shown = {row[1]: row[2] for row in charts[0].twin["rows"]}
    assert list(shown.values()) == ["12", "12", "12", "–", "–"]
    if language == "fi":
        assert list(shown) == ["Kunnat", "Järjestöt", "Yritykset", "Oppilaitokset", "Muut"]


def test_rounds_are_of_the_same_people() -> None:
    (room,) = Sample("ydinelementit", beside="rounds", most=2).children
    *_, change = room.children
    last = change.twin["columns"].index("Vastasi molemmilla")
    counts = {int(row[last].partition(";")[0]) for row in change.twin["rows"]}
    assert counts and max(counts) <= 24 and min(counts) >= 12
