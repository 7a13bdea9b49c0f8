"""The table of answers: codes, order, and what is refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.analysis import DONT_KNOW, UNTOUCHED, Responses, responses
from verkostotyokalut.framework import LEADER, Instrument, instrument

ITEMS = instrument("ydinelementit").item_ids
ROWS = st.lists(
    st.tuples(
        st.sampled_from([f"p{number}" for number in range(40)]),
        st.sampled_from(ITEMS),
        st.one_of(st.integers(1, 5), st.just("dont_know"), st.none()),
    )
)


@given(ROWS)
def test_the_last_row_of_a_participant_and_item_counts(
    rows: list[tuple[str, str, int | str | None]],
) -> None:
    table = responses(rows, instrument("ydinelementit"))
    codes = {None: UNTOUCHED, "dont_know": DONT_KNOW}
    last = {(who, item): codes.get(value, value) for who, item, value in rows}
    assert set(table.index) == {who for who, _ in last}
    for who in table.index:
        for item in ITEMS:
            assert table.at[who, item] == last.get((who, item), UNTOUCHED)


def test_the_table_is_int8_in_the_order_of_the_instrument(core: Instrument) -> None:
    table = responses([("a", core.item_ids[3], 4)], core)
    assert (table.dtypes == np.int8).all()
    assert tuple(table.columns) == core.item_ids


def test_a_table_does_not_change_after_it_was_given(core: Instrument) -> None:
    collected = Responses(core)
    collected.update([("a", core.item_ids[0], 4)])
    before = collected.table
    collected.update([("a", core.item_ids[0], 2)])
    assert before.iloc[0, 0] == 4
    assert collected.table.iloc[0, 0] == 2


@pytest.mark.parametrize("value", [0, 6, -1, 2.0, "4", "", True])
def test_a_value_that_the_scale_lacks_is_refused(core: Instrument, value: object) -> None:
    with pytest.raises(ValueError, match=r"p1, tunteminen\.\w+: the answer .* is not 1…5"):
        responses([("p1", core.item_ids[0], value)], core)  # type: ignore[list-item]


def test_an_item_that_the_instrument_lacks_is_refused(core: Instrument) -> None:
    with pytest.raises(ValueError, match="'ydinelementit' has no item 'sää'"):
        responses([("p1", "sää", 3)], core)


def test_the_leader_is_kept_aside(core: Instrument) -> None:
    first, second, third = core.item_ids[:3]
    collected = Responses(core)
    collected.update([("a", first, 4)])
    assert collected.leader is None
    collected.update([(LEADER, first, 2), (LEADER, second, "dont_know"), (LEADER, third, 5)])
    collected.update([(LEADER, third, None)])
    assert collected.leader is not None
    assert collected.leader[first] == 2
    assert collected.leader.drop(first).isna().all()
    assert tuple(collected.leader.index) == core.item_ids
    assert (collected.answered, collected.done, list(collected.table.index)) == (1, 0, ["a"])
    collected.update([(LEADER, first, None), (LEADER, second, None)])
    assert collected.leader is None


def test_the_leader_can_not_answer_what_nobody_can(core: Instrument) -> None:
    with pytest.raises(ValueError, match="is not 1…5"):
        responses([(LEADER, core.item_ids[0], 6)], core)
