"""The items' dots, bars, ticks and words."""

import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plotly.graph_objects import Figure

from verkostotyokalut.analysis import group_results, own_results
from verkostotyokalut.charts import figure_json, items, items_spec
from verkostotyokalut.charts.drawing import outlined
from verkostotyokalut.framework import LANGUAGES, Instrument, Language, instrument

from .conftest import Room, large_and_inside, of_numbers

DOTS = 0.62  # the opacity that only the dots have


def dots(spec: dict) -> list[str]:
    shapes = outlined(spec)["layout"]["shapes"]
    return [shape["path"] for shape in shapes if shape["opacity"] == DOTS]


def draw(codes: np.ndarray, core: Instrument, language: Language = "fi") -> dict:
    table = pd.DataFrame(codes.astype(np.int8), columns=list(core.item_ids))
    results = group_results(table, core, 5)
    return items_spec(results.distribution, results.summary, core, language)


def test_every_answer_is_a_dot(core: Instrument, room: Room) -> None:
    results = room(60)
    drawn = dots(items_spec(results.distribution, results.summary, core, "fi"))
    assert [outline.count("M") for outline in drawn] == [240, 240, 240]


def test_plotly_fills_the_dots(core: Instrument, room: Room) -> None:
    results = room()
    drawn = dots(items_spec(results.distribution, results.summary, core, "fi"))
    assert all(outline.endswith("Z") for outline in drawn)


@given(st.lists(st.integers(0, 100), min_size=5, max_size=5).filter(lambda c: sum(c) >= 8))
def test_dots_of_neighbouring_points_and_rows_never_meet(counts: list[int]) -> None:
    core = instrument("ydinelementit")
    answers = np.repeat(np.arange(1, 6), counts)
    spec = draw(np.tile(answers[:, None], (1, 12)), core)
    corners = re.findall(r"M([\d.]+),([\d.]+)H([\d.]+)V([\d.]+)", dots(spec)[1])  # the squares
    boxes = [tuple(map(float, corner)) for corner in corners]
    assert len(boxes) == 4 * sum(counts)
    by_row: dict[int, list[tuple[float, ...]]] = {}
    for index, box in enumerate(boxes):
        by_row.setdefault(index // sum(counts), []).append(box)
    for above, below in zip(list(by_row.values()), list(by_row.values())[1:], strict=False):
        assert max(box[3] for box in above) < min(box[1] for box in below)
    points = np.repeat(range(5), counts)
    for row in by_row.values():
        spans = [[box for box, at in zip(row, points, strict=True) if at == p] for p in range(5)]
        spans = [span for span in spans if span]
        for left, right in zip(spans, spans[1:], strict=False):
            assert max(box[2] for box in left) < min(box[0] for box in right)


def test_dots_keep_their_size_while_sliders_move(core: Instrument) -> None:
    def width(seed: int) -> float:
        codes = np.random.default_rng(seed).integers(1, 6, (40, 12))
        left, right = re.findall(r"M([\d.]+),[\d.]+H([\d.]+)", dots(draw(codes, core))[1])[0]
        return round(float(right) - float(left))

    assert len({width(seed) for seed in range(6)}) == 1


def test_hidden_items_show_nothing_but_that(core: Instrument, room: Room) -> None:
    results = room(hidden=4)
    spec = items_spec(results.distribution, results.summary, core, "fi", minimum=5)
    assert spec["data"][0]["text"].count("alle 5 vastausta") == 4
    assert [outline.count("M") for outline in dots(spec)] == [96, 96]
    dashed = [shape for shape in spec["layout"]["shapes"] if shape["line"]["dash"] != "solid"]
    assert [shape["path"].count("M") for shape in dashed] == [4]


def test_a_group_that_is_too_small_sees_labels_alone(core: Instrument, room: Room) -> None:
    results = room(4)
    spec = items_spec(results.distribution, results.summary, core, "fi")
    assert dots(spec) == []
    assert spec["data"][0]["text"].count("alle 5 vastausta") == 12


def test_ones_own_row_says_why_it_is_empty(core: Instrument) -> None:
    first, second = core.item_ids[:2]
    own = own_results({first: 4, second: "dont_know"}, core)
    texts = items_spec(own.distribution, own.summary, core, "fi")["data"][0]["text"]
    assert texts.count("en osaa sanoa") == 1
    assert texts.count("ei vastauksia") == 10
    assert "yksimielinen" not in texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_few_the_median_alone_is_drawn(
    core: Instrument, room: Room, language: Language
) -> None:
    few, more = room(7), room(8)
    spec, other = (
        items_spec(results.distribution, results.summary, core, language) for results in (few, more)
    )
    of_numbers(spec)
    assert dots(spec) == []
    halves = [[s for s in one["layout"]["shapes"] if s["opacity"] == 0.22] for one in (spec, other)]
    assert [sum(bool(half["path"]) for half in drawn) for drawn in halves] == [0, 3]
    ticks = spec["layout"]["shapes"][-1]["path"]
    assert ticks.count("M") == 12
    words = len(spec["data"][0]["text"]), len(other["data"][0]["text"])
    assert words[0] == words[1] - 12 + 1  # why there is no agreement of the items
    large_and_inside(spec)


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_is_large_and_inside_the_box(core: Instrument, room: Room, language: Language) -> None:
    results = room(hidden=1)
    spec = items_spec(results.distribution, results.summary, core, language)
    large_and_inside(spec)


def test_labels_are_shown_as_they_are_written(core: Instrument, room: Room) -> None:
    content = core.model_dump()
    content["dimensions"][0]["items"][0]["label"]["fi"] = "<img src=x> & muut"
    results = room()
    changed = Instrument.model_validate(content)
    texts = items_spec(results.distribution, results.summary, changed, "fi")["data"][0]["text"]
    assert "&lt;img src=x&gt; &amp; muut" in texts


def test_plotly_takes_it(core: Instrument, room: Room) -> None:
    results = room(hidden=1)
    assert isinstance(items(results.distribution, results.summary, core, "en"), Figure)
    spec = items_spec(results.distribution, results.summary, core, "en")
    assert "NaN" not in figure_json(spec)
