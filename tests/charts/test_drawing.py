"""Drawings: plain JSON data, made without plotly."""

import json
import subprocess
import sys

import pytest

from verkostotyokalut.charts.drawing import Label, Place, drawing, figure, figure_json, path
from verkostotyokalut.charts.theme import Box

BOX = Box(200, 100, 12)


def test_a_drawing_fills_its_box_and_keeps_its_proportions() -> None:
    layout = drawing(BOX, [], [])["layout"]
    assert layout["xaxis"]["range"] == [0, 200]
    assert layout["yaxis"]["range"] == [100, 0]
    assert layout["yaxis"]["scaleanchor"] == "x"
    assert layout["autosize"]


def test_empty_outlines_are_left_out() -> None:
    shapes = drawing(BOX, [path(""), path("M0,0H9Z", fill="#000000")], [])["layout"]["shapes"]
    assert [shape["path"] for shape in shapes] == ["M0,0H9Z"]


def test_json_is_what_plotly_gets() -> None:
    spec = drawing(BOX, [path("M0,0H9Z", fill="#000000")], [Label(1, 2, "ä", 12)])
    assert json.loads(figure_json(spec)) == spec
    built = figure(spec).to_plotly_json()
    assert built["layout"]["shapes"][0]["path"] == "M0,0H9Z"
    assert built["data"][0]["text"] == ["ä"]


def test_places_are_told_beside_the_box_and_only_where_there_are_any() -> None:
    place = Place("a", "Alue", 10, 20, 30, 40)
    meta = drawing(BOX, [], [], [place])["layout"]["meta"]
    assert (meta["width"], meta["height"]) == (200, 100)
    assert meta["places"] == [
        {"id": "a", "label": "Alue", "x": 10, "y": 20, "width": 30, "height": 40, "open": None}
    ]
    assert drawing(BOX, [], [])["layout"]["meta"] == {"width": 200, "height": 100}


def test_a_number_that_json_lacks_is_not_sent() -> None:
    with pytest.raises(ValueError, match="JSON"):
        figure_json(drawing(BOX, [], [Label(float("nan"), 2, "ä", 12)]))


def test_a_live_page_needs_no_plotly_in_the_kernel() -> None:
    command = "import sys, verkostotyokalut.charts; print('plotly' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "False"
