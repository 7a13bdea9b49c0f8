"""Groups, rounds and sessions beside each other: of every kind, whole in every language."""

import re
from functools import cache
from html import unescape
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.charts.comparisons import groups, rounds
from verkostotyokalut.analysis import Comparison, Of
from verkostotyokalut.charts import Drawer, Size, comparison_pictures, figure_json, pictures
from verkostotyokalut.charts.beside.key import Key
from verkostotyokalut.charts.beside.looks import MOST, looks, mark
from verkostotyokalut.charts.beside.words import fitted
from verkostotyokalut.charts.svg import svg
from verkostotyokalut.charts.words import width
from verkostotyokalut.framework import (
    Instrument,
    Language,
    instrument,
    instrument_ids,
)

ROOM = (0.934 * 1920, 0.74 * 1080)  # of a picture on the projector, in pixels
NOTHING_TO_COMPARE = {"text", "rows"}
ONE_OF_EACH_KIND = sorted(
    {instrument(name).question.kind: name for name in instrument_ids()}.items()
)
SHOWN = [name for kind, name in ONE_OF_EACH_KIND if kind not in NOTHING_TO_COMPARE]


@cache
def made(name: str, of: Of) -> Comparison:
    if of is Of.GROUPS:
        return groups(instrument(name), 12, 9, 0, 14)
    return rounds(instrument(name), 15, 18, of=of)


def all_of(
    asked: Instrument, of: Of, language: Language = "fi", size: Size = "screen"
) -> list[Drawer]:
    return comparison_pictures(asked, of, language, size)


def words(figure: dict[str, Any]) -> str:
    text = " ".join(figure["data"][0]["text"])
    return re.sub(r"-?<br>|</?[bi]>", " ", text)


@pytest.mark.parametrize("name", instrument_ids())
@pytest.mark.parametrize("of", Of)
def test_every_kind_that_can_has_pictures_that_read_on_a_projector(name: str, of: Of) -> None:
    asked = instrument(name)
    drawers = all_of(asked, of)
    assert bool(drawers) == (asked.question.kind not in NOTHING_TO_COMPARE)
    labels = {drawer.title for drawer in drawers}
    assert len(labels) == len(drawers)
    assert not labels & {drawer.title for drawer in pictures(asked, "fi", "screen")}
    comparison = made(name, of)
    for drawer in drawers:
        figure, twin = drawer.draw(comparison, 5)
        assert "NaN" not in figure_json(figure)
        assert twin["caption"]
        assert twin["rows"]
        assert {len(row) for row in twin["rows"]} == {len(twin["columns"])}
        box, trace = figure["layout"]["meta"], figure["data"][0]
        scale = min(ROOM[0] / box["width"], ROOM[1] / box["height"])
        assert scale * min(trace["textfont"]["size"]) >= 18
        inside(figure)


def inside(figure: dict[str, Any]) -> None:
    """See that no text leaves the box."""
    trace, box = figure["data"][0], figure["layout"]["meta"]
    for x, y, text, em, where in zip(
        trace["x"],
        trace["y"],
        trace["text"],
        trace["textfont"]["size"],
        trace["textposition"],
        strict=True,
    ):
        lines = [unescape(line) for line in re.sub(r"</?[bi]>", "", text).split("<br>")]
        half = len(lines) * 1.3 * em / 2
        assert y - half >= -1
        assert y + half <= box["height"] + 1, text
        wide = max(width(line, em) for line in lines) * (1.05 if "<b>" in text else 1)
        left = {"middle right": x, "middle center": x - wide / 2, "middle left": x - wide}[where]
        assert left >= -2, text
        assert left + wide <= box["width"] * 1.01 + 6, text


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("of", Of)
@pytest.mark.parametrize(
    ("size", "language"), [("console", "fi"), ("screen", "sv"), ("screen", "en")]
)
def test_they_are_whole_in_every_language_and_size(
    name: str, of: Of, size: Size, language: Language
) -> None:
    asked = instrument(name)
    comparison = made(name, of)
    labels = [drawer.title for drawer in all_of(asked, of, language)]
    drawers = all_of(asked, of, language, size)
    assert [drawer.title for drawer in drawers] == labels  # what the projector shows is found
    for drawer in drawers:
        figure, twin = drawer.draw(comparison, 5)
        inside(figure)
        picture = svg(figure, drawer.title, twin["caption"])
        assert ElementTree.fromstring(picture).findtext("{*}title") == drawer.title


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("count", [1, 6, 20])
def test_as_many_groups_as_there_may_be_can_be_read(name: str, count: int) -> None:
    asked = instrument(name)
    comparison = groups(asked, *[8] * count)
    for drawer in all_of(asked, Of.GROUPS):
        figure, twin = drawer.draw(comparison, 5)
        inside(figure)
        assert figure["layout"]["meta"]["height"] <= 840
        assert {part.label for part in comparison.parts} <= {
            cell for row in twin["rows"] for cell in row
        }


@pytest.mark.parametrize("name", SHOWN)
def test_a_hidden_group_keeps_its_place_and_is_said_to_be_hidden(name: str) -> None:
    asked = instrument(name)
    comparison = groups(asked, 12, 4, 4, 14)
    assert [part.n for part in comparison.parts] == [12, None, None, 14]
    for drawer in all_of(asked, Of.GROUPS):
        figure, twin = drawer.draw(comparison, 5)
        assert "Järjestöt" in words(figure)
        assert "ei näytetä" in words(figure)
        assert "Järjestöt, Yritykset: ei näytetä" in twin["caption"]
        for row in twin["rows"]:
            if "Järjestöt" in row:
                assert "ei näytetä: vastauksia on liian vähän, tai joku paljastuisi" in row
                assert not re.search(r"\d", "".join(row[row.index("Järjestöt") + 1 :]))


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("of", Of)
def test_nothing_to_show_is_told(name: str, of: Of) -> None:
    asked = instrument(name)
    comparison = groups(asked, 1, 2) if of is Of.GROUPS else rounds(asked, 2, 3, of=of)
    for drawer in all_of(asked, of):
        figure, twin = drawer.draw(comparison, 5)
        inside(figure)
        assert twin["caption"]
        assert "ei näytetä" in words(figure)


@pytest.mark.parametrize("name", SHOWN)
def test_what_a_leader_writes_is_only_text(name: str) -> None:
    asked = instrument(name)
    label = "<b>$x$ & <script>"
    comparison = groups(asked, 12, 14, labels=[label])
    for drawer in all_of(asked, Of.GROUPS):
        figure, twin = drawer.draw(comparison, 5)
        texts = "".join(figure["data"][0]["text"])
        assert "<script" not in texts
        assert "$" not in texts
        ElementTree.fromstring(svg(figure, label, twin["caption"]))


def test_a_kind_without_pictures_of_its_own_has_none() -> None:
    for name in ("pelisaannot", "verkostosalkku"):
        asked = instrument(name)
        assert comparison_pictures(asked, Of.GROUPS, "fi", "screen") == []
        assert pictures(asked, "fi", "screen")


def test_each_of_six_groups_has_a_shape_and_a_colour_of_its_own() -> None:
    core = instrument("ydinelementit")
    six = looks(groups(core, *[5] * MOST))
    assert len({look.shape for look in six}) == len({look.colour for look in six}) == MOST
    assert all(mark(look, 10, 10, 8)["path"] for look in six)
    assert len(set(looks(groups(core, *[5] * (MOST + 1))))) == 1


def test_the_last_round_stands_out() -> None:
    *earlier, last = looks(rounds(instrument("ydinelementit"), 6, 6, 6))
    assert last.filled
    assert not any(look.filled for look in earlier)
    assert len({look.shape for look in [*earlier, last]}) == 3


def test_a_label_that_has_no_room_is_cut_and_says_so() -> None:
    assert fitted("lyhyt", 200, 20, 1) == ["lyhyt"]
    long = "Valtion aluehallinto ja virastot yhteensä"
    (one,) = fitted(long, 200, 20, 1)
    assert one.endswith("…")
    assert width(one, 20) <= 200
    assert len(fitted(long, 200, 20, 3)) == 3


def test_a_long_key_takes_several_lines() -> None:
    key = Key((("#000000", "yksi pitkä selite"),) * 5, 400, 20)
    shapes, labels = key.drawn(0)
    assert len(shapes) == len(labels) == 5
    assert max(label.y for label in labels) < key.height
    assert all(label.x + width(label.text, 20) <= 400 for label in labels)
    assert Key((), 400, 20).height == 0
