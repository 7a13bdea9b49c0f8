"""The profile's petals, labels and empty slots."""

import re
from math import hypot

import pandas as pd
import pytest
from plotly.graph_objects import Figure

from verkostotyokalut.analysis import own_results
from verkostotyokalut.charts import figure_json, number, profile, profile_spec
from verkostotyokalut.framework import LANGUAGES, Instrument, Language

from .conftest import Room


def filled(spec: dict, instrument: Instrument) -> list[str]:
    """Return the outlines of the petals, dimension by dimension."""
    return [shape["path"] for shape in spec["layout"]["shapes"][-len(instrument.dimensions) :]]


def test_a_petal_is_as_long_as_its_median(core: Instrument, room: Room) -> None:
    summary = room().summary
    spec = profile_spec(summary, core, "fi")
    rings = spec["layout"]["shapes"][0]["path"]
    tops = [float(y) for y in re.findall(r"M[\d.]+,([\d.]+)C", rings)]
    middle = (tops[0] * 5 - tops[4]) / 4  # ring k is k radii of the first from the middle
    radius = middle - tops[4]
    outlines = "".join(filled(spec, core))
    drawn = re.findall(r"M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)C", outlines)
    lengths = [hypot(float(x) - float(a), float(y) - float(b)) for a, b, x, y in drawn]
    assert lengths == pytest.approx((summary["median"] / 5 * radius).tolist(), abs=0.3)


def test_the_small_one_has_its_medians_too(core: Instrument, room: Room) -> None:
    summary = room().summary
    texts = profile_spec(summary, core, "fi", size="console")["data"][0]["text"]
    written = [f"<b>{number(median, 'fi')}</b>" for median in summary["median"]]
    assert [text for text in texts if text in written] == written


def test_every_dimension_has_its_colour(core: Instrument, room: Room) -> None:
    shapes = profile_spec(room().summary, core, "fi")["layout"]["shapes"][-3:]
    assert [shape["fillcolor"] for shape in shapes] == ["#0b7a75", "#2b5ba8", "#b3540e"]


def test_hidden_items_are_empty_slots(core: Instrument, room: Room) -> None:
    spec = profile_spec(room(hidden=2).summary, core, "fi", minimum=5)
    dashed = [shape for shape in spec["layout"]["shapes"] if shape["line"]["dash"] != "solid"]
    assert [shape["path"].count("M") for shape in dashed] == [2]
    assert sum(outline.count("M") for outline in filled(spec, core)) == 10
    texts = spec["data"][0]["text"]
    assert texts.count("–") == 2
    assert texts[-1] == "–  alle 5 vastausta"


def test_ones_own_missing_answers_are_not_called_hidden(core: Instrument) -> None:
    own = own_results({core.item_ids[0]: 5}, core)
    texts = profile_spec(own.summary, core, "fi")["data"][0]["text"]
    assert not [text for text in texts if "–" in text]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("size", "least"), [("screen", 18), ("console", 10)])
def test_labels_are_readable_and_inside_the_box(
    core: Instrument, room: Room, language: Language, size: str, least: int
) -> None:
    spec = profile_spec(room(hidden=1).summary, core, language, size=size)  # type: ignore[arg-type]
    trace, box = spec["data"][0], spec["layout"]["meta"]
    assert min(trace["textfont"]["size"]) >= least
    assert all(0 <= x <= box["width"] for x in trace["x"])
    for y, text, em in zip(trace["y"], trace["text"], trace["textfont"]["size"], strict=True):
        half = (text.count("<br>") + 1) * 1.3 * em / 2
        assert half <= y + 1
        assert y + half <= box["height"] + 1


def test_nothing_moves_but_petals(core: Instrument, room: Room) -> None:
    one, other = (profile_spec(room(seed=seed).summary, core, "fi") for seed in (1, 2))
    for part in ("xaxis", "yaxis", "uirevision", "meta"):
        assert one["layout"][part] == other["layout"][part]
    assert one["data"][0]["text"][:12] == other["data"][0]["text"][:12]


def test_rows_may_come_in_any_order(core: Instrument, room: Room) -> None:
    summary = room().summary
    shuffled = summary.sample(frac=1, random_state=3)
    assert profile_spec(shuffled, core, "fi") == profile_spec(summary, core, "fi")


def test_plotly_takes_it(core: Instrument, room: Room) -> None:
    summary: pd.DataFrame = room(hidden=3).summary
    figure = profile(summary, core, "sv")
    assert isinstance(figure, Figure)
    assert figure.layout.template.layout.font.color == "#17252b"
    assert "NaN" not in figure_json(profile_spec(summary, core, "sv"))
