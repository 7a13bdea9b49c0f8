"""The map of the framework: every part in a state of its own, all words inside, and the twin."""

import json
from itertools import combinations
from typing import Any

import pytest

from verkostotyokalut.analysis import LevelRange, Standing
from verkostotyokalut.charts.framework_map import framework_map_spec
from verkostotyokalut.charts.framework_map_words import SYMBOLS, framework_map_twin, part_state
from verkostotyokalut.charts.words import width
from verkostotyokalut.framework import LANGUAGES, Language
from verkostotyokalut.framework.overview import overview

MAP = overview()
IDS = [part.id for part in MAP.parts]


def sure(level: float) -> Standing:
    return Standing(1, level, LevelRange(level, level))


STANDINGS = (
    sure(0.9),
    sure(0.6),
    sure(0.2),
    Standing(1, 0.9, LevelRange(0.7, 1)),
    Standing(1, None),
)
SOME = {name: STANDINGS[n % 5] for n, name in enumerate(IDS) if n % 6}


def labels(spec: dict[str, Any]) -> list[tuple[float, float, str, float]]:
    trace = spec["data"][0]
    return list(zip(trace["x"], trace["y"], trace["text"], trace["textfont"]["size"], strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["screen", "console"])
@pytest.mark.parametrize("standings", [{}, SOME])
def test_words_stay_in_the_box_and_apart(language: Language, size: Any, standings: Any) -> None:
    spec = framework_map_spec(MAP, standings, language, size=size)
    meta = spec["layout"]["meta"]
    boxes = []
    for (x, y, text, font), where in zip(
        labels(spec), spec["data"][0]["textposition"], strict=True
    ):
        rows = text.replace("<b>", "").replace("</b>", "").split("<br>")
        across, down = max(width(row, font) for row in rows), len(rows) * font * 1.1
        left = x - across / 2 if where == "middle center" else x
        boxes.append((left, y - down / 2, left + across, y + down / 2, text))
    for left, top, right, bottom, text in boxes:
        assert left >= 0 and top >= 0, text
        assert right <= meta["width"] and bottom <= meta["height"], text
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one[4], other[4])


def test_text_is_large_enough_for_a_room() -> None:
    sizes = [
        font for _, _, text, font in labels(framework_map_spec(MAP, {}, "fi")) if len(text) > 1
    ]
    assert min(sizes) >= 18


@pytest.mark.parametrize("size", ["screen", "console"])
def test_every_part_can_be_pressed_and_no_two_overlap(size: Any) -> None:
    places = framework_map_spec(MAP, SOME, "fi", size=size)["layout"]["meta"]["places"]
    assert sorted(place["id"] for place in places) == sorted(IDS)
    for place in places:
        assert min(place["width"], place["height"]) >= 44
    for one, other in combinations(places, 2):
        apart = (
            one["x"] + one["width"] <= other["x"]
            or other["x"] + other["width"] <= one["x"]
            or one["y"] + one["height"] <= other["y"]
            or other["y"] + other["height"] <= one["y"]
        )
        assert apart, (one["id"], other["id"])


def test_the_open_part_says_so() -> None:
    places = framework_map_spec(MAP, {}, "fi", opened="ydin")["layout"]["meta"]["places"]
    assert [place["id"] for place in places if place["open"]] == ["ydin"]


@pytest.mark.parametrize(
    ("standing", "state"),
    [
        (None, "unasked"),
        (Standing(0, None), "unasked"),
        (Standing(1, None), "asked"),
        (sure(0.75), "strength"),
        (sure(0.5), "discuss"),
        (sure(0.49), "concern"),
        (Standing(1, 0.9, LevelRange(0.75, 1.0)), "strength"),
        (Standing(1, 0.9, LevelRange(0.74, 1.0)), "uncertain"),
        (Standing(1, 0.9), "uncertain"),
    ],
)
def test_a_state_has_a_fill_and_a_symbol_of_its_own(standing: Any, state: Any) -> None:
    assert part_state(standing) == state
    for size in ("screen", "console"):
        spec = framework_map_spec(MAP, {"ydin": standing} if standing else {}, "fi", size=size)
        json.dumps(spec, allow_nan=False)
        core = spec["layout"]["shapes"][0]
        assert (core["line"]["dash"] == "solid") is (state not in {"unasked", "uncertain"})
        assert any(SYMBOLS[state] in text for _, _, text, _ in labels(spec)[:3])
    looks = set()
    for one in (*STANDINGS, Standing(0, None)):
        core = framework_map_spec(MAP, {"ydin": one}, "fi")["layout"]["shapes"][0]
        looks.add((core["fillcolor"], core["line"]["dash"]))
    assert len(looks) == len(SYMBOLS) == len(set(SYMBOLS.values())) == 6


@pytest.mark.parametrize(
    ("language", "strengths", "unsure"),
    [
        ("fi", "Vahvuuksia: Ydinelementit.", "epävarma"),
        ("sv", "Styrkor: Kärnelementen.", "osäkert"),
        ("en", "Strengths: Core elements.", "uncertain"),
    ],
)
def test_the_twin_says_what_the_map_shows(language: Language, strengths: str, unsure: str) -> None:
    known = {
        "ydin": Standing(2, 0.875, LevelRange(0.75, 1.0)),
        "tavoitteet": Standing(1, None),
        "hyodyt": Standing(1, 0.875, LevelRange(0.5, 1.0)),
    }
    twin = framework_map_twin(MAP, known, language)
    assert strengths in twin["caption"]
    rows = {row[0]: row[1:] for row in twin["rows"]}
    assert len(rows) == len(MAP.parts)
    level = "4.5" if language == "en" else "4,5"
    core, goals, benefits = (
        next(part for part in MAP.parts if part.id == name).title.into(language) for name in known
    )
    assert rows[core][1:] == [level, "4–5", "2/2"]
    assert rows[goals][1:] == ["–", "–", "1/4"]
    assert rows[benefits][:3] == [unsure, level, "3–5"]
    assert twin["caption"].endswith(f": {benefits}.")


def test_the_twin_of_an_unasked_map() -> None:
    twin = framework_map_twin(MAP, {}, "fi")
    assert twin["caption"] == "Mitään ei ole vielä kysytty."
    assert {row[1] for row in twin["rows"]} == {"ei vielä kysytty"}
