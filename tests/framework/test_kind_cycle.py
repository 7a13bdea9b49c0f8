"""The kind cycle: a place is a phase and one of its parts."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.framework import DONT_KNOW, instrument
from verkostotyokalut.framework.kinds.cycle import Cycle

CYCLE = instrument("verkoston-sykli").asked_as(Cycle)
IDS = [phase.id for phase in CYCLE.phases]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


def test_the_method_has_four_phases() -> None:
    assert IDS == ["kokoaminen", "sopiminen", "eteneminen", "arviointi"]


@pytest.mark.parametrize("phase", IDS)
@pytest.mark.parametrize("part", [1, 2, 3])
def test_every_part_of_a_phase_is_a_place(phase: str, part: int) -> None:
    assert CYCLE.accepts({"phase": phase, "part": part})


@pytest.mark.parametrize(
    "value",
    [
        {"phase": "kokoaminen", "part": 0},
        {"phase": "kokoaminen", "part": 4},
        {"phase": "kokoaminen", "part": True},
        {"phase": "kokoaminen", "part": 1.0},
        {"phase": "muu", "part": 1},
        {"phase": ["kokoaminen"], "part": 1},
        {"phase": "kokoaminen"},
        {"phase": "kokoaminen", "part": 1, "more": 1},
        "kokoaminen",
    ],
)
def test_nothing_else_is(value: object) -> None:
    assert not CYCLE.accepts(value)


@given(JSON)
def test_no_json_crashes_it(value: object) -> None:
    if CYCLE.accepts(value):
        assert value == DONT_KNOW


@given(st.integers(), st.floats(0, 1))
def test_what_it_makes_up_is_an_answer(seed: int, leaning: float) -> None:
    assert CYCLE.accepts(CYCLE.imagine(random.Random(seed), leaning, "a"))


def test_dont_know_only_where_allowed() -> None:
    assert not CYCLE.model_copy(update={"dont_know": False}).accepts(DONT_KNOW)
