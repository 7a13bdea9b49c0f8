"""What may be told of each item: never more than its pictures show."""

import random

import pytest

from verkostotyokalut.analysis import numbers
from verkostotyokalut.analysis.detail import detail
from verkostotyokalut.framework import instrument, instrument_ids

KINDS = {instrument(name).question.kind: name for name in instrument_ids()}


def results_of(name: str, people: int, skip: str = "") -> object:
    asked, chance = instrument(name), random.Random(1)
    collected = numbers(asked).collect(asked)
    collected.update(
        (f"p{who}", item, asked.question.imagine(chance, 0.5, item))
        for who in range(people)
        for item in asked.item_ids
        if item != skip or who < 4
    )
    return numbers(asked).results(collected, asked, 5)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_items_are_hidden_as_on_phones(kind: str) -> None:
    asked = instrument(KINDS[kind])
    for people in (4, 20):
        results = results_of(asked.id, people, skip=asked.item_ids[0])
        released = numbers(asked).release(results)
        told = detail(results, asked)
        assert list(told) == list(released)
        assert [one is None for one in told.values()] == [one is None for one in released.values()]


def test_a_scale_tells_its_counts() -> None:
    asked = instrument("ydinelementit")
    results = results_of(asked.id, 20)
    item = asked.item_ids[0]
    row = detail(results, asked)[item]
    counts = results.distribution.loc[item]  # type: ignore[attr-defined]
    assert row["counts"] == {str(point): counts[point] for point in range(1, 6)}
    assert row["n"] == sum(row["counts"].values())
    assert row["n"] + row["dont_know"] + row["missing"] == 20
    assert row["agreement"] == results.summary["agreement"][item]  # type: ignore[attr-defined]
