"""What to talk about next: divided views, the leader's own view, changes, and the weakest."""

from typing import Any

import pytest

from tests.analysis.conftest import collected
from verkostotyokalut.analysis import Topic, Why, numbers, topics
from verkostotyokalut.framework import LEADER, Instrument, instrument

DIVIDED, SHARED, LOW = [1, 1, 1, 1, 5, 5, 5, 5], [4, 4, 4, 4, 5, 4], [2, 2, 2, 2, 3, 2]


def shown(core: Instrument, *columns: list[Any], leader: dict[int, int] | None = None) -> Any:
    answers = collected(core, *columns)
    for index, value in (leader or {}).items():
        answers.update([(LEADER, core.item_ids[index], value)])
    return numbers(core).results(answers, core, 5)


def found(core: Instrument, *columns: list[Any], **more: Any) -> list[tuple[int, Why]]:
    earlier = more.pop("earlier", None)
    told = topics(shown(core, *columns, **more), core, earlier)
    return [(core.item_ids.index(topic.item), topic.why) for topic in told]


def test_divided_views_come_before_the_weakest(core: Instrument) -> None:
    assert found(core, SHARED, DIVIDED, LOW) == [(1, Why.DIVIDED), (2, Why.LOWEST)]


def test_where_the_leader_sees_it_otherwise(core: Instrument) -> None:
    told = found(core, SHARED, LOW, SHARED, leader={0: 4, 1: 5, 2: 3})
    assert told == [(1, Why.GAP), (2, Why.GAP)]  # the weakest is the first gap: told once


def test_what_has_moved_since_an_earlier_round(core: Instrument) -> None:
    earlier = shown(core, SHARED, SHARED, SHARED)
    assert found(core, SHARED, LOW, SHARED, earlier=earlier) == [(1, Why.CHANGED)]
    (topic,) = topics(shown(core, SHARED, LOW, SHARED), core, earlier)
    assert topic == Topic(core.item_ids[1], Why.CHANGED, -2.0)


def test_the_best_of_each_reason_comes_first_and_three_are_enough(core: Instrument) -> None:
    worse = [1, 1, 1, 5, 5, 5, 1, 5]
    told = found(core, DIVIDED, worse, LOW, LOW, SHARED, SHARED)
    assert told == [(0, Why.DIVIDED), (2, Why.LOWEST), (1, Why.DIVIDED)]


def test_a_room_that_sees_all_alike_has_nothing_that_stands_out(core: Instrument) -> None:
    assert found(core, SHARED, SHARED) == []


def test_nothing_is_told_of_what_too_few_have_answered(core: Instrument) -> None:
    assert found(core, DIVIDED[:4], LOW[:4], leader={0: 1}) == []


@pytest.mark.parametrize("name", ["riskit", "tavoitteet"])
def test_kinds_that_cannot_tell_propose_nothing(name: str) -> None:
    asked = instrument(name)
    assert topics(numbers(asked).results(numbers(asked).collect(asked), asked, 5), asked) == []
