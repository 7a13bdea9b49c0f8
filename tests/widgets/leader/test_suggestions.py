"""Suggestions: what the room has said and been shown, and nothing else."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from verkostotyokalut.analysis import numbers
from verkostotyokalut.framework import Instrument, instrument, workshop
from verkostotyokalut.live.agreements import Sort, Words
from verkostotyokalut.widgets.leader.suggestions import MOST, first_of, suggestions

TODAY = date(2026, 11, 21)
MINIMUM = 3


def room(name: str, answers: dict[str, list[Any]], actions: list[Any] | None = None) -> Any:
    """Return what a room is shown that has answered items of an instrument so."""
    about = instrument(name)
    collected: Any = numbers(about).collect(about)
    collected.update(
        [
            (f"p{number}", item, value)
            for item, values in answers.items()
            for number, value in enumerate(values)
        ]
    )
    if actions:
        collected.arrange(actions)
    return numbers(about).results(collected, about, MINIMUM)


def suggested(
    name: str, results: Any, agreed: list[Words] | None = None
) -> dict[Sort, list[Words]]:
    plan = workshop(f"vain-{name}")
    shown: Callable[[str], Any] = {name: results}.get
    return suggestions(plan, shown, agreed or [], "fi", TODAY)


def note(key: str, text: str, likes: list[str] | None = None, **more: int) -> dict[str, Any]:
    return {"notes": [{"id": key, "text": text, **more}], "likes": likes or []}


def texts(words: list[Words]) -> list[str]:
    return [one.what for one in words]


def test_nothing_is_suggested_before_it_is_shown() -> None:
    for name in ("pelisaannot", "toimintatavat", "vuosikello", "ydinelementit"):
        assert suggested(name, None) == {sort: [] for sort in Sort}


@pytest.mark.parametrize(
    ("name", "sort"), [("pelisaannot", Sort.RULE), ("kumppanuussuunnitelma", Sort.PLAN)]
)
def test_groups_are_suggested_by_their_titles_and_other_notes_as_they_are_liked(
    name: str, sort: Sort
) -> None:
    grouped, loose, few = instrument(name).item_ids[:3]
    notes = [note(f"note0{n}", text) for n, text in enumerate(["Yksi", "Kaksi", "Kolme", "Neljä"])]
    first = room(name, {grouped: notes, loose: notes, few: notes[:2]})
    ids = {card.text: card.id for card in first.walls[grouped].notes}
    notes[0]["likes"] = [ids["Neljä"]]
    notes[1]["likes"] = [ids["Neljä"], ids["Kolme"]]
    actions = [
        (grouped, {"do": "name", "group": "g1", "title": "Puhe"}),
        (grouped, {"do": "name", "group": "g2", "title": "Tyhjä"}),
        (grouped, {"do": "group", "note": ids["Yksi"], "group": "g1"}),
        (loose, {"do": "hide", "note": ids["Kaksi"]}),
    ]
    found = suggested(name, room(name, {grouped: notes, loose: notes, few: notes[:2]}, actions))
    assert texts(found[sort]) == ["Puhe", "Neljä", "Kolme", "Yksi"]
    assert [one.item for one in found[sort]] == [grouped, loose, loose, loose]
    assert sum(map(len, found.values())) == 4


def test_ways_of_working_that_most_say_are_not_agreed_become_rules() -> None:
    about = instrument("toimintatavat")
    most, half, few, hidden = about.item_ids[:4]
    results = room(
        "toimintatavat",
        {
            most: ["not_yet"] * 5 + ["agreed"],
            half: ["not_yet"] * 3 + ["agreed", "agreed", "under_way"],
            few: ["agreed"] * 6,
            hidden: ["not_yet"] * 4,
        },
    )
    (rule,) = suggested("toimintatavat", results)[Sort.RULE]
    assert (rule.instrument, rule.item) == ("toimintatavat", most)
    assert rule.what == about.items[0].label.fi
    other_words = Words(Sort.RULE, "Sovimme jo", instrument="toimintatavat", item=most)
    assert suggested("toimintatavat", results, [other_words])[Sort.RULE] == []


def test_notes_of_the_annual_clock_keep_their_months() -> None:
    (item,) = instrument("vuosikello").item_ids
    notes = [
        note("note00", "Syysseminaari", month=10),
        note("note01", "Pikkujoulut", month=12),
        note("note02", "Kevätretki", month=5),
    ]
    found = suggested("vuosikello", room("vuosikello", {item: notes}))[Sort.CLOCK]
    assert [(one.what, one.due) for one in found] == [
        ("Pikkujoulut", date(2026, 12, 1)),
        ("Kevätretki", date(2027, 5, 1)),
        ("Syysseminaari", date(2027, 10, 1)),
    ]


def test_the_same_may_be_in_the_annual_clock_twice_a_year() -> None:
    (item,) = instrument("vuosikello").item_ids
    notes = [note(f"note0{n}", "Kysely", month=month) for n, month in enumerate([3, 9, 9])]
    results = room("vuosikello", {item: notes})
    found = suggested("vuosikello", results)[Sort.CLOCK]
    assert [one.due for one in found] == [date(2027, 3, 1), date(2027, 9, 1)]
    agreed = Words(Sort.CLOCK, "Kysely", due=date(2027, 3, 15))
    assert [one.due for one in suggested("vuosikello", results, [agreed])[Sort.CLOCK]] == [
        date(2027, 9, 1)
    ]


def test_a_month_comes_next_time() -> None:
    assert first_of(11, date(2026, 11, 1)) == date(2026, 11, 1)
    assert first_of(11, date(2026, 11, 2)) == date(2027, 11, 1)
    assert first_of(2, date(2027, 12, 31)) == date(2028, 2, 1)


def scale_answers(about: Instrument, low: str, divided: str) -> dict[str, list[int]]:
    answers = {item: [4, 4, 5, 4, 4, 5] for item in about.item_ids}
    return {**answers, low: [1, 2, 2, 2, 1, 2], divided: [1, 1, 1, 5, 5, 5]}


def test_weak_items_and_those_that_divide_become_actions() -> None:
    about = instrument("ydinelementit")
    low, divided = about.item_ids[5], about.item_ids[9]
    results = room("ydinelementit", scale_answers(about, low, divided))
    found = suggested("ydinelementit", results)[Sort.ACTION]
    assert {low, divided} == {one.item for one in found}
    assert found[0].what == next(one.label.fi for one in about.items if one.id == low)
    agreed = Words(Sort.ACTION, "Esitellään osaaminen", instrument=about.id, item=low)
    assert [one.item for one in suggested("ydinelementit", results, [agreed])[Sort.ACTION]] == [
        divided
    ]


def test_what_is_agreed_is_not_suggested_again_nor_the_same_twice_nor_too_much() -> None:
    items = instrument("pelisaannot").item_ids
    notes = [note(f"note{n:02}", "Sama sana") for n in range(3)]
    results = room("pelisaannot", {item: notes for item in items})
    assert texts(suggested("pelisaannot", results)[Sort.RULE]) == ["Sama sana"]
    agreed = Words(Sort.RULE, "sama SANA")
    assert suggested("pelisaannot", results, [agreed])[Sort.RULE] == []
    many = [note(f"note{n:02}", f"Asia {n}", month=1 + n % 12) for n in range(40)]
    clock = instrument("vuosikello").item_ids[0]
    found = suggested("vuosikello", room("vuosikello", {clock: many}))[Sort.CLOCK]
    assert len(found) == MOST


def test_characters_that_nobody_sees_are_left_out() -> None:
    item = instrument("pelisaannot").item_ids[0]
    notes = [note(f"note0{n}", f"Kysy\u00ad\u202etään {n}") for n in range(3)]
    found = suggested("pelisaannot", room("pelisaannot", {item: notes}))[Sort.RULE]
    assert set(texts(found)) == {"Kysytään 0", "Kysytään 1", "Kysytään 2"}
