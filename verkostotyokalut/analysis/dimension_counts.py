"""How many answered in each dimension, told from what is told of its items."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..framework import Instrument, Scale
from .disclosure import check_minimum
from .responses import UNTOUCHED, as_array
from .results import Results

_COLUMNS = ["items", "n", "answers", "dont_know", "missing"]


def dimension_counts(
    results: Results, responses: pd.DataFrame, instrument: Instrument, minimum: int
) -> pd.DataFrame:
    """Count who answered in each dimension, and add up the answers to its items.

    Parameters
    ----------
    results
        Guarded; see `Results`. Only items whose distribution is shown are counted, so every sum is
        of numbers that are shown one by one.
    responses
        What the results are of: int8, shape (participants, items); see `responses`.
    instrument
        What was asked.
    minimum
        The disclosure limit, 3..10.

    Returns
    -------
    DataFrame
        float64, index dimension; all but ``items`` are NaN where no item is counted.

        - ``items``: how many items are counted
        - ``n``: how many people answered any of them, don't know included; NaN where those who
          answered only something else are somebody, but fewer than ``minimum``: the rest of the
          room less what is shown would tell how many answered what is hidden
        - ``answers``: points chosen, all items together; a person counts once for each
        - ``dont_know``, ``missing``: the same of those who did not know, or did not answer

    Raises
    ------
    ValueError
        If ``minimum`` is not 3..10, or a code is not on the instrument's scale.
    """
    check_minimum(minimum)
    codes = as_array(responses, len(instrument.asked_as(Scale).points))
    given = pd.DataFrame(codes != UNTOUCHED, columns=responses.columns)
    everybody = int(given.any(axis=1).sum())
    counts = results.distribution.dropna()
    rows = []
    for dimension in instrument.dimensions:
        items = [item.id for item in dimension.items if item.id in counts.index]
        if not items:
            rows.append([0.0, *[np.nan] * 4])
            continue
        n = int(given[items].any(axis=1).sum())
        of_items = counts.loc[items].sum()
        rows.append(
            [
                len(items),
                np.nan if 0 < everybody - n < minimum else n,
                of_items.iloc[:-2].sum(),
                of_items["dont_know"],
                of_items["missing"],
            ]
        )
    index = pd.Index([dimension.id for dimension in instrument.dimensions], dtype=object)
    return pd.DataFrame(rows, index=index, columns=_COLUMNS, dtype=np.float64)
