"""How well a part is doing: reference values, kinds without a level, and what is hidden."""

from typing import Any

import pytest

from verkostotyokalut.analysis import (
    LevelRange,
    Standing,
    level,
    level_word,
    numbers,
    on_five,
    standing,
)
from verkostotyokalut.framework import Instrument, instrument
from verkostotyokalut.framework.overview import overview


def results(asked: Instrument, answers: dict[str, Any], people: int = 8) -> Any:
    """Let so many give the same answers."""
    kind = numbers(asked)
    collected = kind.collect(asked)
    collected.update(
        [(str(who), item, value) for who in range(people) for item, value in answers.items()]
    )
    return kind.results(collected, asked, 5)


def test_a_scales_level_is_the_median_of_its_dimensions(core: Instrument) -> None:
    points = {"tunteminen": 5, "luottamus": 2, "sitoutuminen": 4}
    found = results(core, {item: points[item.split(".")[0]] for item in core.item_ids})
    assert level(found, core) == 0.75
    assert level(found, core, "luottamus") == 0.25


def test_a_reversed_item_is_turned(core: Instrument) -> None:
    first = core.dimensions[0]
    item = first.items[0].model_copy(update={"reversed": True})
    one = first.model_copy(update={"items": (item,)})
    turned = core.model_copy(update={"dimensions": (one,)})
    turned.__dict__.pop("items", None)
    turned.__dict__.pop("item_ids", None)
    assert level(results(turned, {item.id: 5}), turned) == 0.0


def test_a_boards_level_is_the_share_that_say_agreed() -> None:
    ways = instrument("toimintatavat")
    one, other = ways.dimensions[0].items[0].id, ways.dimensions[1].items[0].id
    found = results(ways, {one: "agreed", other: "not_yet"})
    assert level(found, ways) == 0.5
    assert level(found, ways, ways.dimensions[0].id) == 1.0
    assert level(found, ways, ways.dimensions[-1].id) is None


@pytest.mark.parametrize(("name", "value"), [("ydinelementit", 5), ("toimintatavat", "agreed")])
def test_what_is_hidden_has_no_level(name: str, value: Any) -> None:
    asked = instrument(name)
    assert level(results(asked, {asked.item_ids[0]: value}, people=4), asked) is None


def test_other_kinds_have_no_level() -> None:
    goals = instrument("tavoitteet")
    assert level(results(goals, {}), goals) is None


def test_a_parts_level_is_the_median_of_its_instruments(core: Instrument) -> None:
    part = overview().part("ydin")
    assert part is not None
    other = instrument("jasenen-lahtokohdat")
    found = {
        "ydinelementit": results(core, dict.fromkeys(core.item_ids, 5)),
        "jasenen-lahtokohdat": results(other, dict.fromkeys(other.item_ids, 3)),
        "toimintatavat": None,
    }
    assert standing(part, found) == Standing(2, 0.75, LevelRange(0.75, 0.75))
    assert standing(part, {**found, "ydinelementit": None})[:2] == (1, 0.5)
    assert standing(part, {}) == Standing(0, None)


def test_a_phase_stands_for_its_dimension() -> None:
    asked = instrument("syklin-vaiheet")
    first, second = asked.dimensions[:2]
    found = results(asked, {item.id: 4 for item in first.items})
    parts = overview().at("ring")
    assert standing(parts[0], {asked.id: found})[:2] == (1, 0.75)
    assert standing(parts[1], {asked.id: found}) == Standing(1, None)
    assert parts[1].dimension == second.id


@pytest.mark.parametrize(
    ("median", "word"),
    [(5, "strength"), (4, "strength"), (3.5, "discuss"), (3, "discuss"), (2.5, "concern")],
)
def test_the_words_limits_are_on_five_points(median: float, word: str) -> None:
    value = (median - 1) / 4
    assert level_word(value) == word
    assert on_five(value) == median
