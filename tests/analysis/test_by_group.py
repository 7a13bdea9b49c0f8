"""Groups beside each other: nobody can be told from them."""

import random
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import numpy as np
import pytest

from tests.attack import CASES, Said, leaks, partition
from verkostotyokalut.analysis import by_group, detail_minimum, numbers
from verkostotyokalut.analysis.by_group import NOBODYS, hidden_cells
from verkostotyokalut.framework import LEADER, Instrument, instrument

CORE = instrument("ydinelementit")
ITEMS = CORE.item_ids
GROUPS = [("a", "Kunnat"), ("b", "Järjestöt"), ("c", "Muut")]


def room(**sizes: int) -> tuple[list[tuple[str, str, int]], dict[str, str]]:
    """Let so many of each group say 1 to 5 to every item, each group in turn from 1."""
    members = {f"{name}{n}": name for name, size in sizes.items() for n in range(size)}
    rows = [(who, item, 1 + int(who[1:]) % 5) for who in members for item in ITEMS]
    return rows, {who: name for who, name in members.items() if name != "x"}


def test_each_group_has_its_own_numbers() -> None:
    rows, members = room(a=5, b=10, x=5)
    found = by_group([*rows, (LEADER, ITEMS[0], 5)], CORE, 5, GROUPS, members)
    assert [(part.id, part.label, part.n) for part in found.parts] == [
        ("a", "Kunnat", 5),
        ("b", "Järjestöt", 10),
        ("c", "Muut", None),
    ]
    assert found.parts[0].results.summary["n"].tolist() == [5.0] * len(ITEMS)
    assert found.parts[1].results.distribution.iloc[0].tolist()[:5] == [2.0] * 5
    assert found.parts[2].results is None


def test_the_rest_of_the_room_is_hidden_with_a_group_that_would_tell_it() -> None:
    rows, members = room(a=6, b=7, x=2)
    found = by_group(rows, CORE, 5, GROUPS, members)
    assert [part.n for part in found.parts] == [None, 7, None]


def test_an_item_is_hidden_where_too_few_of_a_group_answered_it() -> None:
    rows, members = room(a=6, b=6, c=6)
    rows = [row for row in rows if not (row[1] == ITEMS[0] and row[0] in {"a0", "a1"})]
    found = by_group(rows, CORE, 5, GROUPS, members)
    first = [part.results.summary["n"].iloc[0] for part in found.parts]
    assert np.isnan(first[0]) and np.isnan(first[1:]).sum() == 1  # and one more, that hides it
    assert [part.results.summary["n"].iloc[1] for part in found.parts] == [6.0] * 3


def test_who_cannot_say_is_told_from_no_group() -> None:
    rows, members = room(a=6, b=6, c=6)
    unsure = {"a0", "a1", "a2", "a3"}
    rows = [(w, i, "dont_know" if w in unsure and i == ITEMS[0] else v) for w, i, v in rows]  # type: ignore[misc]
    found = by_group(rows, CORE, 5, GROUPS, members)
    assert np.isnan(found.parts[0].results.summary.iloc[0]).all()


def test_who_gave_no_answer_hides_nobody() -> None:
    """One of b answered; two more have a row without an answer, and don't hide what b said."""
    rows, members = room(a=4, b=3)
    rows = [(who, item, None if who in {"b1", "b2"} else value) for who, item, value in rows]  # type: ignore[misc]
    hidden = hidden_cells(rows, ITEMS, ["a", "b", NOBODYS], members, 3)
    assert hidden[ITEMS[0]] >= {"a", "b"}
    assert [part.n for part in by_group(rows, CORE, 3, GROUPS[:2], members).parts] == [None, None]


def test_a_members_group_that_is_gone_is_none() -> None:
    rows, members = room(a=6, b=6)
    found = by_group(rows, CORE, 5, GROUPS[:1], members)
    assert [part.n for part in found.parts] == [6]


@pytest.mark.parametrize("minimum", [2, 11])
def test_the_limit_is_three_to_ten(minimum: int) -> None:
    with pytest.raises(ValueError, match="3 to 10"):
        by_group([], CORE, minimum, GROUPS, {})


def test_no_answer_of_too_few_can_be_worked_out() -> None:
    """Attack random rooms through every number that is told of their parts and of the whole."""
    draw = random.Random(20261122)
    told = 0
    for _ in range(CASES):
        minimum = draw.choice([3, 3, 3, 3, 4])
        parts = ["a", "b", "c"][: draw.randint(1, 3)]
        people = [f"p{n}" for n in range(draw.randint(minimum, 16))]
        weights = [3] * len(parts) + [1]
        part_of = {who: draw.choices([*parts, NOBODYS], weights)[0] for who in people}
        said = {
            who: draw.choices(VALUES, [draw.randint(3, 30), *[1] * (len(VALUES) - 1)])[0]
            for who in people
        }
        rows = [(who, "item", value) for who, value in said.items() if value is not None]
        hidden = hidden_cells(rows, ["item"], [*parts, NOBODYS], part_of, minimum)["item"]
        for measure in MEASURES.values():
            whole = {who for who, value in said.items() if measure(value)}
            cells = {part: {who for who in whole if part_of[who] == part} for part in parts}
            shown = [c for part, c in cells.items() if part not in hidden and len(c) >= minimum]
            views = [whole, *shown] if len(whole) >= minimum else shown
            told += len(shown)
            assert not leaks(partition(views), minimum), (minimum, part_of, said, hidden)
    assert told > 2 * CASES, "hardly anything is told: the attack would prove nothing"


def chose(view: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, dict) and value.get(view, UNSURE) != UNSURE


UNSURE = "dont_know"
VALUES = [
    *({"now": 1, "wanted": 1}, {"now": 1}, {"wanted": 1}, UNSURE, None),
    *({"now": UNSURE, "wanted": 1}, {"now": 1, "wanted": UNSURE}),
]
MEASURES: dict[str, Callable[[Any], bool]] = {
    "any": lambda value: value is not None,
    "given": lambda value: value not in (None, UNSURE),
    "now": chose("now"),
    "wanted": chose("wanted"),
    "both": lambda value: chose("now")(value) and chose("wanted")(value),
}


@pytest.mark.parametrize(
    "name", ["ydinelementit", "verkostotyypit", "yhdessa-tekeminen", "verkoston-sykli", "riskit"]
)
def test_no_number_that_is_told_gives_too_few_away(name: str) -> None:
    """Attack what is told of random rooms of each kind, the details by their stricter limit."""
    asked, draw, kind = instrument(name), random.Random(name), numbers(instrument(name))
    item, minimum, in_detail = asked.item_ids[0], 3, 0
    for _ in range(CASES // 250):
        people = [f"p{n:02d}" for n in range(draw.randint(6, 14))]
        groups = GROUPS[: draw.randint(2, 3)]
        part_of = {who: draw.choice([*(name for name, _ in groups), NOBODYS]) for who in people}
        said = {who: answer(asked, draw) for who in people}
        rows = [(who, item, value) for who, value in said.items()]
        found = by_group(rows, asked, minimum, groups, part_of)
        collected = kind.collect(asked)
        collected.update(rows)
        told = {"": kind.results(collected, asked, minimum)}
        told |= {part.id: part.results for part in found.parts if part.results is not None}
        views: list[set[Said]] = []
        details: list[set[Said]] = []
        for part, results in told.items():
            of = {who: said[who] for who in people if part in {"", part_of[who]}}
            for detail, view in TOLD[name](results, item, of):
                (details if detail else views).append(view)
        in_detail += len(details)
        assert not leaks([*views, *details], minimum), (part_of, said)
        for thing in {thing for view in details for _, thing in view}:
            one = [view for view in details if {what for _, what in view} == {thing}]
            assert not leaks(one, detail_minimum(minimum)), (part_of, said)
    assert in_detail > CASES // 500, "hardly anything is told: the attack would prove nothing"


def answer(asked: Instrument, draw: random.Random) -> Any:
    """Say something as people do; a few say a part only, or can't say."""
    value = asked.question.imagine(draw, draw.random(), asked.item_ids[0])
    if isinstance(value, dict) and "wanted" in value:
        view = draw.choice(["now", "wanted"])
        value = draw.choices([value, {view: value[view]}, {**value, view: UNSURE}], [8, 1, 1])[0]
        return value if asked.accepts(asked.item_ids[0], value) else UNSURE
    return draw.choices([value, UNSURE, None], [8, 1, 1])[0]


Told = Iterator[tuple[bool, set[Said]]]


def those(said: dict[str, Any], measure: str) -> list[str]:
    return sorted(who for who, value in said.items() if MEASURES[measure](value))


def of_scale(results: Any, item: str, said: dict[str, Any]) -> Told:
    given = {(who, "point") for who in those(said, "given")}
    row = results.summary.loc[item]
    if not np.isnan(row["median"]):
        yield False, given
    for detail in (row[["q1", "q3", "agreement"]], results.distribution.loc[item]):
        if not detail.isna().all():
            yield True, given


def of_choice(results: Any, item: str, said: dict[str, Any]) -> Told:
    for view in ("now", "wanted"):
        if not results.counts.loc[(item, view)].isna().all():
            yield True, {(who, view) for who in those(said, view)}
    moves = results.moves.loc[item].drop(["dont_know", "missing"])
    if not moves.isna().all():
        both = those(said, "both")
        counted = both[-int(moves.sum()) :]
        # Moves tell how many went from and to each option. Nobody knows who is left out of them:
        # that hangs on the participants' random ids. So they can be beside other numbers only
        # where everybody is in them; parts see to it that those who may be are never too few.
        known = "" if counted == both else " of some"
        for view in ("now", "wanted"):
            yield False, {(who, view + known) for who in counted}


def of_pair(results: Any, item: str, said: dict[str, Any]) -> Told:
    row = results.summary.loc[item]
    for view in ("now", "wanted"):
        given = {(who, view) for who in those(said, view)}
        if not np.isnan(row[view]):
            yield False, given
        if not row[[f"{view}_q1", f"{view}_q3"]].isna().all():
            yield True, given
    if not row[["change", "up", "paired_n"]].isna().all():
        yield True, {(who, "change") for who in those(said, "both")}


def of_cycle(results: Any, item: str, said: dict[str, Any]) -> Told:
    if results.places[item] is not None:
        yield True, {(who, "place") for who in those(said, "given")}


def of_axes(results: Any, item: str, said: dict[str, Any]) -> Told:
    given = {(who, "place") for who in those(said, "given")}
    row = results.summary.loc[item]
    if not np.isnan(row["x"]):
        yield False, given
    for detail in (results.cells.loc[item], row[["x_q1", "x_q3", "y_q1", "y_q3"]]):
        if not detail.isna().all():
            yield True, given


TOLD = {
    "ydinelementit": of_scale,
    "verkostotyypit": of_choice,
    "yhdessa-tekeminen": of_pair,
    "verkoston-sykli": of_cycle,
    "riskit": of_axes,
}


def test_the_attack_finds_what_is_there_to_find() -> None:
    """Without the rest hidden, a group and the whole tell what the others said."""
    whole, group = set("abcdef"), set("abcd")
    assert leaks(partition([whole, group]), 3)
    assert not leaks(partition([whole, set("abc")]), 3)
    assert leaks(partition([set("ab")]), 3)
    assert leaks([{(who, 1) for who in "abcde"}, {("a", 2), *((w, 1) for w in "bcde")}], 3)
    for size, minimum in product(range(3, 7), range(3, 5)):
        assert leaks(partition([set("abcdef"[:size])]), minimum) == (size < minimum)
