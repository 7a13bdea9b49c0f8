"""Walls made by hand: who wrote and liked, what the room may see, and what phones get."""

import json
from typing import Any

import pytest

from verkostotyokalut.analysis import Arranged, numbers
from verkostotyokalut.analysis.kinds.text import (
    RELEASED,
    Collected,
    Wall,
    collect,
    public_id,
    release,
    results,
)
from verkostotyokalut.framework import Instrument, instrument

ITEM = "pelisaannot.tieto"
KEYS = ["aaaaaa", "bbbbbb", "cccccc", "dddddd", "eeeeee"]
NAMES = [public_id(f"p{n}", key) for n, key in enumerate(KEYS)]


@pytest.fixture
def asked() -> Instrument:
    return instrument("pelisaannot")


def answer(*texts: str, key: str = "aaaaaa", likes: tuple[str, ...] = ()) -> dict[str, Any]:
    notes = [{"id": key[:-1] + str(n) if n else key, "text": t} for n, t in enumerate(texts)]
    return {"notes": notes, "likes": list(likes)}


def room(asked: Instrument, people: int = 5, **likes: tuple[str, ...]) -> Collected:
    collected = collect(asked)
    collected.update(
        (f"p{n}", ITEM, answer(f"Lappu {n}", key=key, likes=likes.get(f"p{n}", ())))
        for n, key in enumerate(KEYS[:people])
    )
    return collected


def wall_of(collected: Collected, asked: Instrument, minimum: int | None = 5) -> Wall:
    wall = results(collected, asked, minimum).walls[ITEM]
    assert wall is not None
    return wall


def test_every_note_is_on_the_wall(asked: Instrument) -> None:
    wall = wall_of(room(asked), asked)
    assert wall.n == 5
    assert sorted(card.text for card in wall.notes) == [f"Lappu {n}" for n in range(5)]
    assert {card.id for card in wall.notes} == set(NAMES)


def test_fewer_writers_than_the_limit_hide_everything(asked: Instrument) -> None:
    collected = room(asked, 4)
    collected.update([("p9", ITEM, answer(likes=(NAMES[0],)))])  # likes, but writes nothing
    found = results(collected, asked, 5)
    assert found.n == 5
    assert found.walls[ITEM] is None
    assert release(found)[ITEM] is None


def test_the_order_tells_nothing_of_who_or_when(asked: Instrument) -> None:
    order = [card.id for card in wall_of(room(asked), asked).notes]
    backwards = collect(asked)
    rows = [(f"p{n}", ITEM, answer(f"Lappu {n}", key=key)) for n, key in enumerate(KEYS)]
    backwards.update(reversed(rows))
    assert [card.id for card in wall_of(backwards, asked).notes] == order
    assert order == sorted(order, key=lambda name: name.split("-")[1])


def test_a_copied_key_makes_another_note(asked: Instrument) -> None:
    collected = room(asked)
    collected.update([("p9", ITEM, answer("Kopio", key="aaaaaa"))])
    ids = [card.id for card in wall_of(collected, asked).notes]
    assert len(set(ids)) == 6


def test_likes_are_counted_by_people_and_ones_own_do_not_count(asked: Instrument) -> None:
    liked = {"p0": (NAMES[0], NAMES[1]), "p2": (NAMES[1],), "p3": ("unknown-1", NAMES[0])}
    wall = wall_of(room(asked, **liked), asked)
    likes = {card.id: card.likes for card in wall.notes}
    assert [likes[name] for name in NAMES] == [1, 2, 0, 0, 0]


def test_the_leader_arranges_one_item_at_a_time(asked: Instrument) -> None:
    collected = room(asked)
    assert isinstance(collected, Arranged)
    name = {"do": "name", "group": "g", "title": "Avoimuus"}
    into = {"do": "group", "note": NAMES[2], "group": "g"}
    collected.arrange([(ITEM, name), (ITEM, into), ("pelisaannot.lupaukset", name)])
    first, rest = wall_of(collected, asked).groups
    assert (first.title, [card.id for card in first.notes]) == ("Avoimuus", [NAMES[2]])
    assert len(rest.notes) == 4
    collected.arrange([])
    assert len(wall_of(collected, asked).groups) == 1


def test_hidden_notes_are_for_the_leader_alone(asked: Instrument) -> None:
    collected = room(asked)
    collected.arrange([(ITEM, {"do": "hide", "note": NAMES[1]})])
    found = results(collected, asked, 5)
    wall = found.walls[ITEM]
    assert wall is not None
    assert [card.id for card in wall.hidden] == [NAMES[1]]
    assert NAMES[1] not in {card.id for card in wall.notes}
    assert "Lappu 1" not in json.dumps(release(found))


def test_phones_get_no_likes(asked: Instrument) -> None:
    collected = room(asked, p0=(NAMES[1],))
    merge = {"do": "merge", "note": NAMES[3], "into": NAMES[4]}
    collected.arrange([(ITEM, merge), (ITEM, {"do": "name", "group": "g", "title": "Tyhjä"})])
    released = numbers(asked).release(results(collected, asked, 5))[ITEM]
    assert json.loads(json.dumps(released)) == released
    assert set(released) == {"n", "more", "groups"}
    assert (released["n"], released["more"]) == (5, 0)
    [group] = released["groups"]  # an empty group is none
    assert group["title"] == ""
    keys = {key for note in group["notes"] for key in note}
    assert keys == {"id", "text", "merged"}
    [merged] = [note for note in group["notes"] if "merged" in note]
    assert (merged["id"], merged["merged"]) == (NAMES[4], [NAMES[3]])


def test_phones_get_months_where_there_are_any() -> None:
    clock = instrument("vuosikello")
    collected = collect(clock)
    note = {"id": "aaaaaa", "text": "Kokous", "month": 3}
    [item] = clock.item_ids
    collected.update((f"p{n}", item, {"notes": [note], "likes": []}) for n in range(3))
    released = release(results(collected, clock, 3))[item]
    assert [one["month"] for one in released["groups"][0]["notes"]] == [3, 3, 3]


def test_a_phone_gets_a_hundred_notes_and_hears_of_the_rest(asked: Instrument) -> None:
    collected = collect(asked)
    collected.update((f"p{n}", ITEM, answer("Yksi", "Kaksi")) for n in range(60))
    released = release(results(collected, asked, 5))[ITEM]
    assert sum(len(group["notes"]) for group in released["groups"]) == RELEASED
    assert released["more"] == 20


def test_ones_own_notes_have_no_limit(asked: Instrument) -> None:
    assert wall_of(room(asked, 1), asked, None).n == 1


def test_a_note_taken_back_is_gone(asked: Instrument) -> None:
    collected = room(asked)
    collected.update([("p0", ITEM, None)])
    assert collected.answered == 4
    assert results(collected, asked, 5).walls[ITEM] is None


@pytest.mark.parametrize("minimum", [0, 2, 11])
def test_the_limit_has_limits(asked: Instrument, minimum: int) -> None:
    with pytest.raises(ValueError, match="disclosure limit"):
        results(room(asked), asked, minimum)
