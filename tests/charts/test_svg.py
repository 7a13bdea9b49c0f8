"""Drawings as SVG: well-formed, the same words as the drawing, nothing that people write in it."""

import re
from html import unescape
from xml.etree import ElementTree

import pytest

from tests.charts.conftest import imagined
from verkostotyokalut.charts import pictures
from verkostotyokalut.charts.drawing import Dots, Label, Spec, drawing, path
from verkostotyokalut.charts.svg import clean, svg
from verkostotyokalut.charts.theme import Box
from verkostotyokalut.charts.words import markup
from verkostotyokalut.framework import instrument, instrument_ids

BOX = Box(200, 100, 12)
NS = {"s": "http://www.w3.org/2000/svg"}


def read(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture)


def of_labels(*labels: Label) -> ElementTree.Element:
    return read(svg(drawing(BOX, [], labels), "Kuva", ""))


def words(root: ElementTree.Element) -> list[list[str]]:
    """Return the lines of each text."""
    texts = root.findall("s:text", NS)
    return [["".join(line.itertext()) for line in text] for text in texts]


def of_spec(spec: Spec) -> list[list[str]]:
    texts = spec["data"][0]["text"]
    return [[unescape(re.sub("</?[bi]>", "", one)) for one in t.split("<br>")] for t in texts]


@pytest.mark.parametrize("name", instrument_ids())
def test_every_picture_keeps_its_words_and_outlines(name: str) -> None:
    asked = instrument(name)
    for size in ("screen", "console"):
        for drawer in pictures(asked, "fi", size):
            figure, twin = drawer.draw(imagined(asked), 5)
            root = read(svg(figure, drawer.label, twin["caption"]))
            assert words(root) == of_spec(figure)
            assert len(root.findall("s:path", NS)) == len(figure["layout"]["shapes"])
            box = figure["layout"]["meta"]
            assert root.get("viewBox") == f"0 0 {box['width']} {box['height']}"
            assert root.findtext("s:title", "", NS) == drawer.label
            assert root.findtext("s:desc", "", NS) == twin["caption"]
            trimmed = svg(figure, drawer.label, "", trim=True)
            assert words(read(trimmed)) == of_spec(figure)


HOSTILE = [
    "<script>alert(1)</script>",
    "</text></svg><img src=x onerror=alert(1)>",
    "&amp; & &lt;b&gt; \"'",
    "$x$ ]]> <!-- <![CDATA[",
]


@pytest.mark.parametrize("note", HOSTILE)
def test_what_people_write_is_only_text(note: str) -> None:
    root = read(svg(drawing(BOX, [], [Label(1, 2, markup([note]), 12)]), note, note))
    assert words(root) == [[note]]
    assert root.findtext("s:title", "", NS) == root.findtext("s:desc", "", NS) == note
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {
        *("svg", "title", "desc", "text", "tspan")
    }


def test_characters_that_break_xml_or_turn_words_around_are_left_out() -> None:
    note = "a\x00\x08\x1b\ud800\uffffb \u202ec\u2066d"
    assert clean(note) == "ab cd"
    assert words(of_labels(Label(1, 2, markup([note]), 12))) == [["ab cd"]]
    assert clean("שלום é \u200f🙂") == "שלום é \u200f🙂"


def test_lines_are_centred_on_their_point_as_plotly_does() -> None:
    root = of_labels(Label(10, 50, "yksi<br>kaksi", 20, anchor="center"), Label(10, 50, "a", 20))
    two, one = root.findall("s:text", NS)
    assert [line.get("y") for line in two] == ["42", "68"]  # 50 + 15 - 2.3 * 10, and 1.3 em on
    assert [line.get("y") for line in one] == ["55"]
    assert {line.get("x") for line in two} == {"10"}


def test_an_anchor_is_where_the_point_is_in_the_text() -> None:
    root = of_labels(*(Label(1, 2, "a", 9, anchor=a) for a in ("left", "center", "right")))
    anchors = [text.get("text-anchor") for text in root.findall("s:text", NS)]
    assert anchors == ["start", "middle", "end"]


def test_bold_and_italics_go_on_over_a_line_end() -> None:
    (text,) = of_labels(Label(1, 2, "a <b>b<br><i>c</i></b> d", 9)).findall("s:text", NS)
    first, second = text
    assert [(s.text, s.get("font-weight")) for s in first] == [("b", "bold")]
    assert [(s.text, s.get("font-style")) for s in second] == [("c", "italic")]
    assert ["".join(line.itertext()) for line in text] == ["a b", "c d"]


def test_lines_dashes_and_opacity() -> None:
    shapes = [
        path("M0,0H9", line="#112233", width=1.2, dash="dot"),
        path("M0,0H9", line="#112233", width=4, dash="dash"),
        path("M0,0H9Z", fill="#445566", opacity=0.5),
    ]
    dot, dash, filled = read(svg(drawing(BOX, shapes, []), "", "")).findall("s:path", NS)
    assert (dot.get("stroke-dasharray"), dot.get("stroke-width")) == ("3 3", "1.2")
    assert dash.get("stroke-dasharray") == "12 12"
    assert (dot.get("fill"), dot.get("stroke")) == ("none", "#112233")
    assert (filled.get("opacity"), filled.get("stroke")) == ("0.5", None)


def test_dots_are_outlined() -> None:
    dots = Dots("square", 5, 10, 8, ((50, 50, 3),))
    (drawn,) = read(svg(drawing(BOX, [path(dots, fill="#000000")], []), "", "")).findall(
        "s:path", NS
    )
    assert drawn.get("d") == dots.outline


def test_trimming_leaves_out_empty_space_above_and_below() -> None:
    spec = drawing(BOX, [path("M0,40H9V60H0Z", fill="#000000")], [Label(1, 50, "a", 10)])
    assert read(svg(spec, "", "", trim=True)).get("viewBox") == "0 40 200 20"


def test_nothing_is_loaded_from_outside() -> None:
    asked = instrument("ydinelementit")
    figure, _ = pictures(asked, "fi", "screen")[0].draw(imagined(asked), 5)
    picture = svg(figure, "Kuva", "").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|href|url\(|<script|<style|<image", picture)
