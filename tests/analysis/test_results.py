"""The two doors: a group's results behind the limit, one's own without it."""

import numpy as np
import pandas as pd
import pytest

from verkostotyokalut.analysis import Results, group_results, own_results
from verkostotyokalut.framework import Instrument


def of(core: Instrument, people: int) -> pd.DataFrame:
    codes = np.full((people, len(core.items)), 4, dtype=np.int8)
    return pd.DataFrame(codes, columns=list(core.item_ids))


def test_a_group_is_shown_from_the_limit_on(core: Instrument) -> None:
    few, enough = (group_results(of(core, people), core, 5) for people in (4, 5))
    assert few.n is None
    assert few.summary.isna().all(axis=None)
    assert few.distribution.isna().all(axis=None)
    assert enough.n == 5
    assert (enough.summary["median"] == 4).all()


def test_who_has_touched_nothing_is_no_respondent(core: Instrument) -> None:
    table = of(core, 6)
    table.iloc[5] = 0
    assert group_results(table, core, 5).n == 5


def test_a_limit_out_of_range_is_refused(core: Instrument) -> None:
    with pytest.raises(ValueError, match="3 to 10"):
        group_results(of(core, 9), core, 1)


def test_ones_own_answers_are_shown_to_oneself(core: Instrument) -> None:
    first, second, third = core.item_ids[:3]
    own = own_results({first: 5, second: "dont_know", third: None}, core)
    assert own.n == 1
    assert own.summary.loc[first, ["n", "median"]].tolist() == [1, 5]
    assert own.summary.loc[second, ["n", "dont_know"]].tolist() == [0, 1]
    assert own.summary.loc[third, ["n", "missing"]].tolist() == [0, 1]
    assert own_results({}, core).n == 0


def test_of_a_few_only_the_median_is_told(core: Instrument) -> None:
    def told(answers: list[int], coarse: frozenset[str] = frozenset()) -> Results:
        codes = np.repeat(np.array(answers, dtype=np.int8)[:, None], len(core.items), axis=1)
        table = pd.DataFrame(codes, columns=list(core.item_ids))
        return group_results(table, core, 5, coarse)

    few, more = [1, 1, 2, 5, 5, 5, 5], [1, 1, 1, 2, 4, 5, 5, 5]
    one = frozenset(core.item_ids[:1])
    for found in (told(few), told(more, one)):
        assert found.distribution.iloc[0].isna().all()
        row = found.summary.iloc[0]
        assert row[["q1", "q3", "agreement"]].isna().all()
        assert row[["n", "median"]].tolist() in ([7, 5], [8, 3])
    assert not told(more).summary.iloc[0].isna().any()
    assert not told(more, one).summary.iloc[1].isna().any()
