"""Strengths, and the level of each dimension."""

import numpy as np
import pandas as pd

from verkostotyokalut.analysis import dimensions, distribution, guard, in_order, strengths, summary
from verkostotyokalut.framework import Instrument


def summed(core: Instrument, medians: list[int]) -> pd.DataFrame:
    codes = np.tile(np.array(medians, dtype=np.int8), (6, 1))
    return summary(guard(distribution(pd.DataFrame(codes, columns=list(core.item_ids)), 5), 5))


def test_a_dimension_is_at_the_median_of_its_items(core: Instrument) -> None:
    table = dimensions(summed(core, [1, 2, 4, 5, 3, 3, 3, 3, 0, 0, 0, 5]), core)
    assert table["median"].tolist() == [3, 3, 5]
    assert table[["lowest", "highest"]].values.tolist() == [[1, 5], [3, 3], [5, 5]]
    assert table["items"].tolist() == [4, 4, 1]


def test_a_hidden_dimension_has_no_level(core: Instrument) -> None:
    table = dimensions(summed(core, [0] * 4 + [3] * 8), core)
    assert table.loc["tunteminen", "items"] == 0
    assert np.isnan(table.loc["tunteminen", "median"])


def test_reversed_items_are_mirrored(turned: Instrument) -> None:
    item = turned.item_ids[0]
    codes = pd.DataFrame([[code] * 12 for code in (1, 1, 2, 4, 5)], columns=turned.item_ids)
    before = summary(distribution(codes.astype(np.int8), 5))
    after = strengths(before, turned)
    assert before.loc[item, ["q1", "median", "q3"]].tolist() == [1, 2, 4]
    assert after.loc[item, ["q1", "median", "q3"]].tolist() == [2, 4, 5]
    pd.testing.assert_frame_equal(after.iloc[1:], before.iloc[1:])


def test_an_interval_is_turned_end_for_end(turned: Instrument) -> None:
    columns = ["median", "lower", "upper", "coverage"]
    table = pd.DataFrame([[2, 1, 4, 0.96]] * 12, index=list(turned.item_ids), columns=columns)
    after = strengths(table.astype(float), turned)
    assert after.iloc[0].tolist() == [4, 2, 5, 0.96]
    assert after.iloc[1].tolist() == [2, 1, 4, 0.96]


def test_rows_come_in_the_order_of_the_instrument(core: Instrument) -> None:
    table = summed(core, [3] * 12)
    assert in_order(table, core) is table
    shuffled = table.sample(frac=1, random_state=1).iloc[:-1]
    assert tuple(in_order(shuffled, core).index) == core.item_ids
    assert in_order(shuffled, core).isna().any(axis=1).sum() == 1
