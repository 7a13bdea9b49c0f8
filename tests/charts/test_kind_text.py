"""Walls and the annual clock, the same in three languages, and words that are only words."""

import json
import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verkostotyokalut.analysis.kinds.text import TextResults, collect, public_id, results
from verkostotyokalut.charts import Picture, Size, figure_json, pictures
from verkostotyokalut.charts.kinds.text.pack import Block, Piece, Room, pack
from verkostotyokalut.framework import LANGUAGES, Language, instrument

WALL, CLOCK = instrument("pelisaannot"), instrument("vuosikello")
ITEM = "pelisaannot.tieto"
HOSTILE = [
    "<b>lihava</b>",
    "<a href='https://e.fi'>linkki</a>",
    "&amp; &lt;i&gt;",
    "%{x} %{customdata}",
    "$x^2$",
]


def key(index: int) -> str:
    return f"{index:06d}"


def written(
    texts: Sequence[str], log: Sequence[dict[str, Any]] = (), likes: int = 0
) -> TextResults:
    """Return a room of five or more; ``likes`` people like the first note."""
    collected = collect(WALL)
    first = public_id("p0", key(0))
    for n, text in enumerate(texts):
        liked = [first] if 0 < n <= likes else []
        note = {"id": key(n), "text": text}
        collected.update([(f"p{n}", ITEM, {"notes": [note], "likes": liked})])
    collected.arrange([(ITEM, action) for action in log])
    return results(collected, WALL, 5)


def draw(found: TextResults, language: Language = "fi", size: Size = "screen") -> Picture:
    drawer = pictures(WALL, language, size)[WALL.item_ids.index(ITEM)]
    return drawer.draw(found, 5)


def texts_of(picture: Picture) -> list[str]:
    return list(picture.figure["data"][0]["text"])


def year(months: Sequence[int]) -> TextResults:
    collected = collect(CLOCK)
    [item] = CLOCK.item_ids
    for n, month in enumerate(months):
        note = {"id": key(n), "text": f"Merkintä {n}", "month": month}
        collected.update([(f"p{n}", item, {"notes": [note], "likes": []})])
    return results(collected, CLOCK, 5)


NAME = {"do": "name", "group": "g", "title": "Avoimuus & <i>luottamus</i>"}
INTO = {"do": "group", "note": public_id("p0", key(0)), "group": "g"}


@pytest.mark.parametrize("size", ["screen", "console"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_for_each_item(language: Language, size: Size) -> None:
    drawers = pictures(WALL, language, size)
    assert [drawer.label for drawer in drawers] == [
        item.label.into(language) for item in WALL.items
    ]
    picture = draw(written(["Yksi", "Kaksi", "Kolme", "Neljä", "Viisi"]), language, size)
    assert json.loads(figure_json(picture.figure)) == picture.figure
    assert {"Yksi", "Kaksi", "Kolme", "Neljä", "Viisi"} <= set(texts_of(picture))


@pytest.mark.parametrize(
    ("language", "caption", "columns", "others"),
    [
        (
            "fi",
            "Lappuja 5, kirjoittajia 5. Eniten tykätty: ”a” (tykkäyksiä 3).",
            ["Ryhmä", "Lappu", "Tykkäyksiä"],
            "Muut laput",
        ),
        (
            "sv",
            "Lappar: 5, skribenter: 5. Mest gillat: ”a” (gillningar: 3).",
            ["Grupp", "Lapp", "Gillningar"],
            "Övriga lappar",
        ),
        (
            "en",
            "Notes: 5, writers: 5. Most liked: “a” (likes: 3).",
            ["Group", "Note", "Likes"],
            "Other notes",
        ),
    ],
)
def test_the_same_in_words(
    language: Language, caption: str, columns: list[str], others: str
) -> None:
    twin = draw(written(["a", "b", "c", "d", "e"], [NAME, INTO], likes=3), language).twin
    assert twin["caption"] == caption
    assert twin["columns"] == columns
    assert twin["rows"][0] == ["Avoimuus & <i>luottamus</i>", "a", "3"]
    assert {row[0] for row in twin["rows"][1:]} == {others}
    assert sorted(row[1] for row in twin["rows"]) == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize("size", ["screen", "console"])
def test_what_people_write_is_never_markup(size: Size) -> None:
    picture = draw(written(HOSTILE, [NAME, INTO]), "fi", size)
    said = texts_of(picture)
    assert "&lt;b&gt;lihava&lt;/b&gt;" in said
    assert "&amp;amp; &amp;lt;i&amp;gt;" in said
    assert any(
        "Avoimuus &amp; &lt;i&gt;luottamus&lt;/i&gt;" in text.replace("<br>", " ") for text in said
    )
    for text in said:
        assert "$" not in text  # plotly would hand it to MathJax
        assert re.sub(r"</?b>|<br>", "", text).count("<") == 0
    assert {row[1] for row in picture.twin["rows"]} == set(HOSTILE)  # the table takes no markup


def test_likes_and_merged_notes_are_told() -> None:
    merge = {"do": "merge", "note": public_id("p1", key(1)), "into": public_id("p0", key(0))}
    picture = draw(written(["a", "b", "c", "d", "e"], [merge], likes=3))
    assert "<b>♥ 3   ×2</b>" in texts_of(picture)
    assert "b" not in texts_of(picture)
    assert ["–", "a (×2)", "3"] in picture.twin["rows"]


def test_hidden_notes_are_in_no_picture_and_no_words() -> None:
    hide = {"do": "hide", "note": public_id("p0", key(0))}
    found = written(["salaisuus", "b", "c", "d", "e"], [hide], likes=2)
    for size in ("screen", "console"):
        picture = draw(found, "fi", size)  # type: ignore[arg-type]
        assert "salaisuus" not in figure_json(picture.figure)
        assert "salaisuus" not in json.dumps(picture.twin)


def test_too_few_writers_show_nothing_but_that() -> None:
    picture = draw(written(["a", "b", "c", "d"]))
    assert "alle 5 vastausta" in texts_of(picture)
    assert "a" not in texts_of(picture)
    assert picture.twin["caption"] == "Tulosta ei näytetä vielä: alle 5 vastausta."
    assert picture.twin["rows"] == []


def test_a_wall_whose_notes_are_all_hidden_says_so() -> None:
    log = [{"do": "hide", "note": public_id(f"p{n}", key(n))} for n in range(5)]
    assert "Ei näytettäviä lappuja" in texts_of(draw(written(["a"] * 5, log)))


def test_nobody_has_answered_alone_yet() -> None:
    empty = results(collect(WALL), WALL, None)
    assert pictures(WALL, "en", "console")[0].draw(empty, 1).twin["caption"] == "No answers yet."


@pytest.mark.parametrize("groups", [0, 3, 40, 150])
def test_what_does_not_fit_is_counted(groups: int) -> None:
    log = []
    for n in range(groups):
        log.append({"do": "name", "group": f"g{n}", "title": f"Ryhmä {n}"})
        log.append({"do": "group", "note": public_id(f"p{n}", key(n)), "group": f"g{n}"})
    texts = [f"Lappu numero {n} on tällainen" for n in range(200)]
    picture = draw(written(texts, log))
    said = [text.replace("<br>", " ") for text in texts_of(picture)]
    more = sum(int(text.split()[1]) for text in said if re.fullmatch(r"\+ \d+ muu(ta)?", text))
    assert more > 0
    assert sum(text.startswith("Lappu numero") for text in said) + more == 200
    assert picture.figure["layout"]["meta"]["height"] <= 650
    assert len(picture.twin["rows"]) == 200


@pytest.mark.parametrize("size", ["screen", "console"])
def test_labels_are_large_enough_and_inside(size: Size) -> None:
    for picture in (
        draw(written(["x" * 100] * 30 + HOSTILE, [NAME, INTO]), "fi", size),
        pictures(CLOCK, "fi", size)[0].draw(year([n % 12 + 1 for n in range(80)]), 5),
    ):
        trace, meta = picture.figure["data"][0], picture.figure["layout"]["meta"]
        assert min(trace["textfont"]["size"]) >= (18 if size == "screen" else 11)
        assert all(0 <= x <= meta["width"] for x in trace["x"])
        assert all(0 <= y <= meta["height"] for y in trace["y"])


@pytest.mark.parametrize(
    ("language", "march"), [("fi", "maaliskuu"), ("sv", "mars"), ("en", "March")]
)
def test_the_clock_has_the_year_and_its_notes(language: Language, march: str) -> None:
    [drawer] = pictures(CLOCK, language, "screen")
    picture = drawer.draw(year([3, 3, 3, 11, 12]), 5)
    said = texts_of(picture)
    assert f"<b>{march}</b>" in said
    assert {f"Merkintä {n}" for n in range(5)} <= set(said)
    assert [row[0] for row in picture.twin["rows"]][:3] == [march] * 3


def test_the_small_clock_counts_each_month() -> None:
    [drawer] = pictures(CLOCK, "fi", "console")
    said = texts_of(drawer.draw(year([3, 3, 3, 11, 12]), 5))
    assert "maalis<br><b>3</b>" in said
    assert "tammi" in said


def test_the_clock_counts_what_does_not_fit() -> None:
    [drawer] = pictures(CLOCK, "fi", "screen")
    said = texts_of(drawer.draw(year([n % 12 + 1 for n in range(240)]), 5))
    more = sum(int(text.split()[1]) for text in said if re.fullmatch(r"\+ \d+ muu(ta)?", text))
    assert sum(text.startswith("Merkintä") for text in said) + more == 240


def test_a_column_says_that_its_topic_goes_on() -> None:
    title = Piece("title", ("Ryhmä",), 30, again=Piece("title", ("Ryhmä (jatkuu)",), 60))
    notes = [Piece("note", (str(n),), 100) for n in range(4)]
    packed = pack([Block(title, notes)], Room(3, 250, 10), [Piece("more", ("",), 20)] * 5)
    tops = [(one.column, one.piece.lines[0]) for one in packed.placed if one.top == 0]
    assert tops == [(0, "Ryhmä"), (1, "Ryhmä (jatkuu)"), (2, "Ryhmä (jatkuu)")]
    seconds = [one.top for one in packed.placed if one.piece.lines[0] in {"0", "1", "2"}]
    assert seconds[0] == 30
    assert {30, 60} <= set(seconds)
    log = [
        NAME,
        *({"do": "group", "note": public_id(f"p{n}", key(n)), "group": "g"} for n in range(30)),
    ]
    said = [
        text.replace("<br>", " ")
        for text in texts_of(draw(written([f"Lappu {n}" for n in range(30)], log)))
    ]
    heading = "<b>Avoimuus &amp; &lt;i&gt;luottamus&lt;/i&gt;</b>"
    assert said.count(heading) == 1
    assert heading.replace("</b>", " (jatkuu)</b>") in said


SIZES = st.lists(st.lists(st.integers(20, 120), max_size=12), min_size=1, max_size=8)


@settings(max_examples=60)
@given(SIZES, st.integers(1, 5), st.integers(200, 600))
def test_pieces_stand_in_their_columns_without_overlapping(
    heights: list[list[int]], columns: int, height: int
) -> None:
    blocks = [
        Block(Piece("title", ("t",), 30), [Piece("note", (str(h),), h) for h in block])
        for block in heights
    ]
    more = [Piece("more", (str(n),), 20) for n in range(13)]
    packed = pack(blocks, Room(columns, height, 10), more)
    for column in range(columns):
        here = [one for one in packed.placed if one.column == column]
        for above, below in zip(here, here[1:], strict=False):
            assert below.top >= above.top + above.piece.height - 1e-6
        assert all(one.top + one.piece.height <= height + 1e-6 for one in here)
    shown = sum(one.piece.kind == "note" for one in packed.placed)
    told = sum(int(one.piece.lines[0]) for one in packed.placed if one.piece.kind == "more")
    assert shown + told + packed.left_out == sum(map(len, heights))
