"""Change between rounds: counted right, beside published values, and giving nobody away."""

from collections import defaultdict
from itertools import combinations_with_replacement, product
from math import comb

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.analysis import (
    Results,
    detail_minimum,
    distribution,
    group_change,
    group_results,
    paired_change,
    sign_test,
    summary,
)
from verkostotyokalut.analysis.interval import order_interval
from verkostotyokalut.framework import Instrument, instrument

CORE = instrument("ydinelementit")
ITEM = CORE.item_ids[0]
WIDE = len(CORE.item_ids)
PAIRS = st.lists(st.tuples(st.integers(-1, 5), st.integers(-1, 5)), max_size=30)


def rounds(*items: list[tuple[int, int]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return both rounds' tables; each item has a person's point before and after."""
    people = [f"p{number:02d}" for number in range(max(map(len, items)))]
    tables = np.zeros((2, len(people), WIDE), dtype=np.int8)
    for column, pairs in enumerate(items):
        for row, (before, after) in enumerate(pairs):
            tables[:, row, column] = before, after
    before, after = (pd.DataFrame(t, index=people, columns=list(CORE.item_ids)) for t in tables)
    return before, after


def changed(pairs: list[tuple[int, int]], minimum: int = 5) -> pd.Series:
    return paired_change(*rounds(pairs), CORE, minimum).loc[ITEM]


@pytest.mark.parametrize(
    ("up", "down", "p"),
    [
        (11, 3, 0.029 * 2),  # Siegel 1956, Nonparametric Statistics, p. 70: one tail 0.029
        (8, 1, 10 / 512 * 2),  # Conover 1999, section 3.4, example 1: one tail 0.0195
        (0, 5, 1 / 16),
        (6, 0, 1 / 32),
        (4, 4, 1),
        (0, 0, 1),
    ],
)
def test_the_sign_test(up: int, down: int, p: float) -> None:
    assert sign_test(up, down) == pytest.approx(p, abs=0.001)
    assert sign_test(down, up) == sign_test(up, down)


@given(st.integers(0, 14), st.integers(0, 14))
def test_the_sign_test_counts_patterns_at_least_as_uneven(up: int, down: int) -> None:
    moved = up + down
    uneven = abs(up - down)
    ways = sum(comb(moved, few) for few in range(moved + 1) if abs(moved - 2 * few) >= uneven)
    assert sign_test(up, down) == pytest.approx(ways / 2**moved)


def test_change_is_of_the_same_people() -> None:
    pairs = [(3, 4), (3, 5), (2, 2), (4, 3), (1, 2), (5, 5), (3, 4), (2, 4)]
    row = changed(pairs)
    assert row[["n", "unmatched", "left_out"]].tolist() == [8, 0, 0]
    assert row[["up", "same", "down"]].tolist() == [5 / 8, 2 / 8, 1 / 8]
    assert row[["median", "lower", "upper"]].tolist() == [1, -1, 2]
    assert row["coverage"] == pytest.approx(1 - 2 / 2**8)
    assert row["p"] == sign_test(5, 1) == pytest.approx(14 / 64)


def test_few_have_no_interval_but_a_change() -> None:
    row = changed([(3, 4)] * 5, minimum=3)
    assert row[["n", "up", "median"]].tolist() == [5, 1, 1]
    assert row[["lower", "upper", "coverage"]].isna().all()


def test_who_moved_where_is_told_only_of_more_people() -> None:
    assert changed([(3, 4)] * 7).isna().all()
    assert changed([(3, 4)] * 8)["n"] == 8


def test_up_is_towards_a_strength(turned: Instrument) -> None:
    before, after = rounds([(2, 1)] * 8, [(2, 1)] * 8)
    found = paired_change(before, after, turned, 5)
    assert found["up"].tolist()[:2] == [1, 0]
    assert found["median"].tolist()[:2] == [1, -1]


def test_people_are_matched_by_id_in_any_order() -> None:
    before, after = rounds([(point, 5) for point in (1, 2, 3, 4, 5, 5, 5)])
    once = paired_change(before, after, CORE, 5)
    shuffled = after.sample(frac=1, random_state=2)[list(reversed(CORE.item_ids))]
    pd.testing.assert_frame_equal(paired_change(before, shuffled, CORE, 5), once)
    newcomers = after.set_index(after.index + "x")
    assert paired_change(before, newcomers, CORE, 5).isna().all(axis=None)


def test_a_dont_know_is_no_point_to_change_from() -> None:
    row = changed([(3, 4)] * 8 + [(-1, 5)] * 5 + [(2, 0)] * 5 + [(0, -1)] * 3)
    assert row[["n", "left_out"]].tolist() == [8, 0]
    assert row["unmatched"] == 10 / 18


@given(PAIRS, st.integers(3, 10))
def test_those_not_counted_are_nobody_or_enough(pairs: list[tuple[int, int]], minimum: int) -> None:
    row = changed([*pairs, (0, 0)], minimum)
    answered = [sum(pair[at] > 0 for pair in pairs) for at in (0, 1)]
    twice = sum(before > 0 and after > 0 for before, after in pairs)
    if row.isna().all():
        unmatched = {of - twice for of in answered}
        needed = 0 if unmatched.isdisjoint(range(1, minimum)) else minimum - min(unmatched)
        assert twice < detail_minimum(minimum) + needed
    else:
        assert row["n"] >= detail_minimum(minimum)
        assert row["n"] + row["left_out"] == twice
        assert row["unmatched"] == (sum(answered) - 2 * twice) / (sum(answered) - twice)
        assert all(of == row["n"] or of - row["n"] >= minimum for of in answered)


@given(PAIRS)
def test_the_numbers_are_those_of_the_counted(pairs: list[tuple[int, int]]) -> None:
    full = [pair for pair in pairs if min(pair) > 0]
    row = changed([*full, (0, 0)], 3)
    differences = sorted(after - before for before, after in full)
    if len(full) < detail_minimum(3):
        assert row.isna().all()
        return
    assert row["median"] == np.median(differences)
    assert row["up"] * len(full) == pytest.approx(sum(one > 0 for one in differences))
    assert row["up"] + row["same"] + row["down"] == pytest.approx(1)
    ranks = order_interval(np.ones((1, len(full))))[0]
    if len(full) >= 6:
        ends = [differences[int(rank) - 1] for rank in ranks[:2]]
        assert row[["lower", "upper", "coverage"]].tolist() == [*ends, ranks[2]]


def test_a_late_comer_is_not_given_away() -> None:
    """Somebody who knows both distributions and the change can't tell the one newcomer's answer.

    Every room is tried of five who are counted, three who are left out and one who came late,
    each on the fourth point or the fifth. Whoever sees the same as somebody in another room can't
    tell which of them it is; the newcomer's answer may be told only where the four who are not
    counted have all said the same.
    """
    moves = list(product((4, 5), repeat=2))
    fives, trios = (list(combinations_with_replacement(moves, many)) for many in (5, 3))
    rooms = [(counted, hidden, late) for counted in fives for hidden in trios for late in (4, 5)]
    before, _ = rounds([(1, 1)] * 9)
    shown = paired_change(*rounds([(3, 3)] * 4 + [(3, 4)] * 4 + [(0, 3)]), CORE, 3).loc[ITEM]
    assert shown[["n", "left_out"]].tolist() == [5, 3]
    drawn = [who for who in before.index if who != "p08"]
    out = left_out(drawn)
    seen = defaultdict(list)
    for at in range(0, len(rooms), WIDE):
        some = rooms[at : at + WIDE]
        items = [seated(drawn, out, *room) for room in some]
        changes = paired_change(*rounds(*items), CORE, 3)
        for pairs, room, (_, row) in zip(items, some, changes.iterrows(), strict=False):
            totals = [tuple(sorted(pair[when] for pair in pairs)) for when in (0, 1)]
            seen[(*totals, str(row.tolist()))].append(room)
    told = 0
    for alike in seen.values():
        if len({late for *_, late in alike}) == 1:
            told += 1
            for _counted, hidden, late in alike:
                assert {after for _, after in hidden} == {late}
    assert told < len(seen) / 2


def left_out(people: list[str]) -> set[str]:
    """Find out whom the comparison leaves out: those whose move it doesn't see."""
    found = set()
    for person in people:
        pairs = [(3, 5) if who == person else (3, 3) for who in people] + [(0, 3)]
        if changed(pairs, 3)["up"] == 0:
            found.add(person)
    return found


def seated(
    people: list[str],
    out: set[str],
    counted: tuple[tuple[int, int], ...],
    hidden: tuple[tuple[int, int], ...],
    late: int,
) -> list[tuple[int, int]]:
    seats = {True: iter(hidden), False: iter(counted)}
    return [next(seats[who in out]) for who in people] + [(0, late)]


def test_who_is_left_out_does_not_hang_on_answers() -> None:
    people = [f"p{number:02d}" for number in range(8)]
    out = left_out(people)
    assert len(out) == 3
    for seed in range(5):
        chance = np.random.default_rng(seed)
        pairs = [tuple(chance.integers(1, 6, 2).tolist()) for _ in people]
        counted = [pair for who, pair in zip(people, pairs, strict=True) if who not in out]
        row = changed([*pairs, (0, 1 + seed)], 3)
        assert row["up"] == pytest.approx(sum(a > b for b, a in counted) / 5)
        assert row["median"] == np.median([a - b for b, a in counted])


@pytest.mark.parametrize("minimum", [2, 11, None])
def test_limits_that_do_not(minimum: int) -> None:
    with pytest.raises(ValueError, match="whole number from 3 to 10"):
        changed([(1, 1)] * 6, minimum)


def test_codes_off_the_scale_are_refused() -> None:
    with pytest.raises(ValueError, match="answers must be from"):
        changed([(1, 6)] * 6)


def test_nobody_is_twice_in_a_table() -> None:
    before, after = rounds([(1, 2)] * 6)
    with pytest.raises(ValueError, match="duplicate"):
        paired_change(pd.concat([before, before]), after, CORE, 5)


def room(points: list[int], minimum: int = 5) -> Results:
    """Return what a room may see when its first item alone was answered."""
    before, _ = rounds([(point, 0) for point in points])
    return group_results(before, CORE, minimum)


def test_sessions_are_compared_by_their_medians() -> None:
    row = group_change(room([2] * 8), room([4] * 9 + [5] * 3), CORE).loc[ITEM]
    assert row.tolist() == [2, 4, 2, False]
    row = group_change(room([2, 2, 3, 3, 3, 3, 3, 4]), room([4] * 8), CORE).loc[ITEM]
    assert row.tolist() == [3, 4, 1, True]


def test_intervals_that_meet_at_a_point_overlap() -> None:
    lower, upper = room([3] * 8), room([3, 3, 4, 4, 4, 4, 4, 4])
    assert group_change(lower, upper, CORE).loc[ITEM, "overlap"]
    assert group_change(upper, lower, CORE).loc[ITEM, "overlap"]


def test_too_few_for_an_interval_leave_it_open() -> None:
    row = group_change(room([2] * 5), room([5] * 8), CORE).loc[ITEM]
    assert row[["before", "after", "change"]].tolist() == [2, 5, 3]
    assert row["overlap"] is pd.NA


def test_what_is_hidden_in_one_session_has_no_change() -> None:
    row = group_change(room([2] * 4), room([5] * 8), CORE).loc[ITEM]
    assert np.isnan(row["before"])
    assert np.isnan(row["change"])
    assert row["after"] == 5
    assert row["overlap"] is pd.NA


def test_sessions_are_turned_too(turned: Instrument) -> None:
    row = group_change(room([5] * 8), room([1] * 8), turned).loc[ITEM]
    assert row.tolist() == [1, 5, 4, False]


def test_another_scale_can_not_be_compared() -> None:
    before, _ = rounds([(1, 0)] * 6)
    with pytest.raises(ValueError, match="7 points"):
        group_change(_seen(distribution(before, 7)), _seen(distribution(before, 5)), CORE)


def _seen(counts: pd.DataFrame) -> Results:
    return Results(6, counts, summary(counts))
