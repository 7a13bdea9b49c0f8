"""Other kinds than scales beside each other: their numbers, as they are told."""

from typing import Any

import pytest

from tests.charts.comparisons import groups
from tests.charts.conftest import of_numbers
from verkostotyokalut.analysis import Comparison, Of, Part, numbers
from verkostotyokalut.charts import Picture, comparison_lines, comparison_pictures
from verkostotyokalut.framework import DONT_KNOW, Instrument, instrument


def compared(asked: Instrument, *rooms: list[Any]) -> Comparison:
    """Compare groups whose people answer each item so."""
    parts = []
    for place, room in enumerate(rooms):
        collected = numbers(asked).collect(asked)
        for who, value in enumerate(room):
            collected.update((f"p{who}", item, value) for item in asked.item_ids)
        results = numbers(asked).results(collected, asked, 5)
        parts.append(Part(f"g{place}", "AB"[place], results.n, results))
    return Comparison(Of.GROUPS, tuple(parts))


def drawn(comparison: Comparison, asked: Instrument, index: int = 0) -> Picture:
    return comparison_pictures(asked, comparison.of, "en", "screen")[index].draw(comparison, 5)


def told(picture: Picture, part: str, row: int = 0) -> list[str]:
    """Return what is told of a part in one of the columns."""
    return [cells for cells in picture.twin["rows"] if cells[1] == part][row][2:]


def test_shares_of_options_have_intervals() -> None:
    asked = instrument("riittava-tulos")
    first, second = (option.id for option in asked.question.options[:2])
    one, other = ({"now": option, "wanted": second} for option in (first, second))
    comparison = compared(asked, [one] * 8, [one] * 2 + [other] * 6)
    now, wanted = (drawn(comparison, asked, index) for index in (0, 1))
    assert told(now, "A") == ["8", "8", "8", "100%", "68–100%"]
    assert told(now, "B") == ["8", "2", "8", "25%", "7–59%"]
    assert told(wanted, "A") == ["8", "0", "8", "0%", "0–32%"]
    assert now.twin["caption"].startswith("Furthest apart in ")
    assert "More than chance: " in now.twin["caption"]
    assert wanted.twin["caption"] == "There is no gap."


def test_phases_are_shares_of_those_who_placed_the_network() -> None:
    asked = instrument("verkoston-sykli")
    one, other = (phase.id for phase in asked.question.phases[:2])
    here, there = {"phase": one, "part": 1}, {"phase": other, "part": 3}
    comparison = compared(asked, [here] * 8 + [DONT_KNOW] * 2, [there] * 8)
    picture = drawn(comparison, asked)
    assert told(picture, "A") == ["10", "8", "8", "100%", "68–100%"]
    assert told(picture, "B", 1) == ["8", "8", "8", "100%", "68–100%"]
    assert len(picture.twin["rows"]) == 8


def test_options_come_by_their_dots_and_tell_both_people_and_dots() -> None:
    asked = instrument("hyodyt")
    last, other = (option.id for option in asked.question.options[-1:-3:-1])
    comparison = compared(asked, [{last: 3, other: 1}] * 5 + [{last: 1}] * 3, [{other: 1}] * 8)
    picture = drawn(comparison, asked)
    labels = list(dict.fromkeys(row[0] for row in picture.twin["rows"]))
    assert labels[:2] == [option.label.en for option in asked.question.options[-1:-3:-1]]
    assert told(picture, "A") == ["8", "8", "8", "100%", "68–100%", "18"]
    assert told(picture, "A", 1)[-1] == "5"
    assert told(picture, "B")[-1] == "0"


def test_what_is_agreed_is_told_by_dimension_and_by_item() -> None:
    asked = instrument("toimintatavat")
    comparison = compared(asked, ["agreed"] * 6 + ["not_yet"] * 2, ["under_way"] * 8)
    dimensions, items = (drawn(comparison, asked, index) for index in (0, 1))
    assert told(items, "A") == ["8", "8", "25%", "0%", "75%", "41–93%", "0"]
    assert told(dimensions, "A") == ["8", "32", "25%", "0%", "75%", "–", "0"]
    assert told(items, "B")[2:5] == ["0%", "100%", "0%"]
    assert "A 75%, B 0%" in items.twin["caption"]


def test_the_way_from_now_to_wanted_is_told_of_each_part() -> None:
    asked = instrument("yhdessa-tekeminen")
    comparison = compared(
        asked, [{"now": 2, "wanted": 4}] * 8, [{"now": 3}] * 6 + [{"now": 3, "wanted": 3}] * 9
    )
    picture = drawn(comparison, asked)
    two, four = ("2–2", "2–2 (99%)"), ("4–4", "4–4 (99%)")
    assert told(picture, "A") == ["8", "2", *two, "8", "4", *four, "8", "+2", "8"]
    three = ("3–3", "3–3 (96%)")
    assert told(picture, "B") == ["15", "3", *three, "15", "3", *three, "9", "±0", "9"]
    assert "(A +2)" in picture.twin["caption"]
    texts = picture.figure["data"][0]["text"]
    assert "<b>2 → 4</b>" in texts
    assert "n 9" in texts
    assert "middle half is left out" not in " ".join(texts).replace("<br>", " ")


@pytest.mark.parametrize(
    ("name", "values", "cells"),
    [
        (
            "yhdessa-tekeminen",
            {"now": 2, "wanted": 4},
            ["6", "2", "–", "not shown", "6", "4", "–", "not shown", "6", "–", "–"],
        ),
        ("riskit", [1, 5], ["6", "1", "–"]),
    ],
)
def test_of_a_few_the_medians_alone_are_told(name: str, values: Any, cells: list[str]) -> None:
    asked = instrument(name)
    picture = drawn(compared(asked, [values] * 6, [values] * 9), asked)
    assert told(picture, "A")[: len(cells)] == cells
    assert told(picture, "B")[2] in {"2–2", "1–1"}
    of_numbers(picture.figure)
    texts = " ".join(picture.figure["data"][0]["text"]).replace("<br>", " ")
    assert "A middle half is left out where there are too few answers" in texts


def test_each_axis_has_its_medians() -> None:
    asked = instrument("riskit")
    comparison = compared(asked, [[1, 5]] * 8, [[4, 5]] * 8)
    found = comparison_pictures(asked, Of.GROUPS, "en", "screen")
    pages = [one for one in found if "Widest" not in one.label]
    x, y = (
        next(one for one in pages if axis in one.label).draw(comparison, 5) for axis in ("→", "↑")
    )
    assert told(x, "A") == ["8", "8", "1", "1–1", "1–1 (99%)"]
    assert told(y, "A") == ["8", "8", "5", "5–5", "5–5 (99%)"]
    assert x.twin["columns"][-1] == "95% interval (its coverage)"
    assert "B 4, A 1" in x.twin["caption"]
    assert y.twin["caption"] == "There is no gap."


def test_each_item_has_a_map_with_the_groups_on_it() -> None:
    asked = instrument("riskit")
    comparison = compared(asked, [[1, 5]] * 7 + [[2, 5]], [[4, 1]] * 8)
    page = comparison_pictures(asked, Of.GROUPS, "en", "screen")[0]
    assert page.title.startswith("Groups · Map: ")
    figure, twin = page.draw(comparison, 5)
    first = asked.items[0].label.en
    assert twin["caption"] == f"Furthest apart: {first}, A (1; 5), B (4; 1)."
    assert twin["rows"][:2] == [
        [first, "A", "8", "1", "1–1", "1–2 (99%)", "5", "5–5", "5–5 (99%)"],
        [first, "B", "8", "4", "4–4", "4–4 (99%)", "1", "1–1", "1–1 (99%)"],
    ]
    assert sum(shape["fillcolor"] == "#ffffff" for shape in figure["layout"]["shapes"]) == 3


def test_an_axis_without_an_interval_says_why() -> None:
    asked = instrument("lahimuodot")
    few = compared(asked, [[1, 5, 2]] * 6, [[4, 5, 2]] * 9)
    found = comparison_pictures(asked, Of.GROUPS, "en", "screen")
    pages = {axis: next(one for one in found if axis in one.label) for axis in "→↑↗"}
    assert told(pages["→"].draw(few, 5), "A")[-1] == "not shown"  # as the places of so few
    assert told(pages["→"].draw(few, 5), "B")[-1] == "4–4 (96%)"
    assert told(found[0].draw(few, 5), "A")[3::3] == ["not shown"] * 2
    assert len(told(pages["↗"].draw(few, 5), "B")) == 4  # the places there aren't kept
    first, *others = few.parts
    collected = numbers(asked).collect(asked)
    collected.update((f"p{who}", item, [1, 5, 2]) for who in range(5) for item in asked.item_ids)
    least = first._replace(n=5, results=numbers(asked).results(collected, asked, 3))
    five = few._replace(parts=(least, *others))
    assert told(pages["↑"].draw(five, 3), "A")[-1] == "too few answers"


def test_an_earlier_workshop_has_no_intervals_on_a_map() -> None:
    asked = instrument("riskit")
    sessions = compared(asked, [[1, 5]] * 9, [[4, 5]] * 9)._replace(of=Of.EARLIER)
    for drawer in comparison_pictures(asked, Of.EARLIER, "en", "screen"):
        twin = drawer.draw(sessions, 5).twin
        assert not [name for name in twin["columns"] if "interval" in name]
        assert {len(row) for row in twin["rows"]} == {len(twin["columns"])}
    for of, known in ((Of.EARLIER, False), (Of.GROUPS, True)):
        told_of = comparison_lines(sessions.parts[0].results, asked, of)
        assert {"lower" in line.values for line in told_of} == {known}


def test_many_groups_are_numbers_on_a_map() -> None:
    asked = instrument("riskit")
    comparison = groups(asked, *[6] * 9)
    figure, _twin = comparison_pictures(asked, Of.GROUPS, "en", "screen")[0].draw(comparison, 5)
    texts = figure["data"][0]["text"]
    assert {f"<b>{n}</b>" for n in range(1, 10)} <= set(texts)
    assert "1. Kunnat" in texts


@pytest.mark.parametrize("name", ["oppimisen-tavat", "kolmio"])
def test_shares_of_a_whole_are_means_with_intervals(name: str) -> None:
    asked = instrument(name)
    if name == "kolmio":
        shares: Any = [70, 20, 10]
    else:
        ids = [part.id for part in asked.question.parts]
        shares = dict(zip(ids, [70, 20, 10], strict=True))
    comparison = compared(asked, [{"now": shares, "wanted": shares}] * 8, [{"now": shares}] * 6)
    now, wanted = (drawn(comparison, asked, index) for index in (0, 1))
    assert [told(now, "A", row) for row in range(3)] == [
        ["8", "8", "70%", "70–70%"],
        ["8", "8", "20%", "20–20%"],
        ["8", "8", "10%", "10–10%"],
    ]
    assert told(now, "B") == ["6", "6", "70%", "–"]
    assert told(wanted, "B") == ["6", "not shown", "–", "–"]
    assert now.twin["caption"].startswith("There is no gap.")
    texts = " ".join(now.figure["data"][0]["text"]).replace("<br>", " ")
    assert "A mean of few people has no interval" in texts


@pytest.mark.parametrize(
    ("name", "label", "same", "other"),
    [
        ("toimintatavat", "Agreement board", "agreed", "not_yet"),
        ("riskit", "→", [1, 1], [5, 1]),
    ],
)
def test_the_widest_gaps_are_on_a_page_of_their_own(
    name: str, label: str, same: Any, other: Any
) -> None:
    asked = instrument(name)
    parts = []
    for value in (same, other):
        collected = numbers(asked).collect(asked)
        last = asked.item_ids[-1]
        collected.update(
            (f"p{who}", item, value if item == last else same)
            for who in range(8)
            for item in asked.item_ids
        )
        parts.append(Part("a", "A", 8, numbers(asked).results(collected, asked, 5)))
    found = comparison_pictures(asked, Of.GROUPS, "en", "screen")
    page = next(one for one in found if label in one.label and "Widest gaps" in one.label)
    twin = page.draw(Comparison(Of.GROUPS, tuple(parts)), 5).twin
    order = list(dict.fromkeys(row[0] for row in twin["rows"]))
    assert order == [asked.items[place].label.en for place in (-1, 0, 1, 2)]
