"""The map of the framework: nothing of the method is missing, nothing is there twice."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from verkostotyokalut.framework import (
    LANGUAGES,
    ContentError,
    instrument,
    instrument_ids,
    read,
    workshop_ids,
)
from verkostotyokalut.framework.overview import Overview, overview

COUNTS = {"A": 13, "B": 8, "C": 7, "D": 3, "E": 4}
ROWS = {f"{letter}{n}" for letter, most in COUNTS.items() for n in range(1, most + 1)}
LABEL, DETAIL = 24, 36  # characters that the picture has room for


def test_every_row_of_the_method_is_on_the_map() -> None:
    assert {row for part in overview().parts for row in part.rows} == ROWS


def test_every_instrument_is_on_the_map_once() -> None:
    named = Counter(
        (name, part.dimension) for part in overview().parts for name in part.instruments
    )
    assert {key: count for key, count in named.items() if count > 1} == {}
    assert sorted({name for name, _ in named}) == instrument_ids()
    for name in instrument_ids():
        dimensions = [dimension for other, dimension in named if other == name]
        if dimensions != [None]:
            assert dimensions == [dimension.id for dimension in instrument(name).dimensions]


def test_a_part_of_one_dimension_has_one_instrument() -> None:
    assert all(len(part.instruments) == 1 for part in overview().parts if part.dimension)


def test_every_workshop_is_on_the_map() -> None:
    assert {part.workshop for part in overview().parts} == set(workshop_ids())


def test_the_core_is_in_the_middle_of_the_four_phases() -> None:
    places = Counter(part.place for part in overview().parts)
    assert places == {"core": 1, "now": 1, "ring": 4, "left": 4, "right": 4}
    phases = [phase.id for phase in instrument("verkoston-sykli").question.phases]
    assert [part.dimension for part in overview().at("ring")] == phases


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_fit_the_picture(language: Any) -> None:
    titles = [part.title.into(language) for part in overview().parts]
    assert len(set(titles)) == len(titles)
    assert [title for title in titles if len(title) > LABEL] == []
    details = [part.detail.into(language) for part in overview().parts if part.detail]
    assert [detail for detail in details if len(detail) > DETAIL] == []


@pytest.mark.parametrize(
    ("key", "value", "where"),
    [
        ("rows", ["F1"], "parts[0].rows[0]"),
        ("rows", [], "parts[0].rows"),
        ("place", "middle", "parts[0].place"),
        ("workshop", None, "parts[0].workshop"),
        ("id", overview().parts[1].id, "parts"),
    ],
)
def test_a_mistake_is_told_by_its_key(tmp_path: Path, key: str, value: Any, where: str) -> None:
    data = overview().model_dump(mode="json")
    data["parts"][0][key] = value
    file = tmp_path / "map.yaml"
    file.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read(file, Overview)
    assert [mistake.key for mistake in caught.value.mistakes] == [where]
