"""Agreed, under way, not yet: what is an answer, and what rehearsals make up."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.framework import DONT_KNOW, instrument
from verkostotyokalut.framework.kinds.agreed import STATES, Agreed

ANSWERS = st.sampled_from([*STATES, DONT_KNOW])
JSON_VALUES = ANSWERS | st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | ANSWERS,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(JSON_VALUES)
def test_a_state_is_an_answer_and_nothing_else(value: object) -> None:
    expected = isinstance(value, str) and value in (*STATES, DONT_KNOW)
    assert Agreed(kind="agreed").accepts(value) is expected


def test_dont_know_is_an_answer_only_where_allowed() -> None:
    assert not Agreed(kind="agreed", dont_know=False).accepts(DONT_KNOW)


@pytest.mark.parametrize("dont_know", [True, False])
@given(seed=st.integers(), leaning=st.floats(0, 1))
def test_what_is_imagined_is_accepted(dont_know: bool, seed: int, leaning: float) -> None:
    asked = Agreed(kind="agreed", dont_know=dont_know)
    assert asked.accepts(asked.imagine(random.Random(seed), leaning, "a"))


def test_there_are_fifteen_ways_of_working() -> None:
    asked = instrument("toimintatavat")
    assert asked.asked_as(Agreed).dont_know
    assert len(asked.items) == 15
    assert [len(dimension.items) for dimension in asked.dimensions] == [4, 4, 3, 4]
    for dimension in asked.dimensions:
        for item in dimension.items:
            assert item.id.split(".")[0] == dimension.id


def test_a_checklist_names_the_states_itself() -> None:
    states = instrument("verkostojen-etsiminen").asked_as(Agreed).states
    assert states is not None
    names = [getattr(states, state).fi for state in STATES]
    assert names == ["Tehty", "Aloitettu", "En vielä"]
