"""How sure a median on an axis of a map is: its exact interval, from the places on the map."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .interval import order_interval
from .kinds.axes import Results

_COLUMNS = pd.Index(["lower", "upper", "coverage"], dtype=object)


def axis_interval(results: Results, axis: str) -> pd.DataFrame:
    """Compute the exact interval of each item's median on an axis; see `order_interval`.

    Parameters
    ----------
    results
        Guarded; see `Results`. What is computed of places that may be shown tells nothing that
        they don't.
    axis
        ``"x"``, ``"y"`` or ``"z"``. Of the third axis the places aren't kept, so it has none.

    Returns
    -------
    DataFrame
        float64, index item: ``lower``, ``upper`` (1..k) and ``coverage``; NaN where the places are
        hidden, or too few for an interval.
    """
    items, places = results.cells.shape
    points = round(places**0.5)
    cells = results.cells.to_numpy(dtype=np.float64).reshape(items, points, points)
    along = {"x": cells.sum(axis=2), "y": cells.sum(axis=1)}
    counts = along.get(axis, np.full((items, 1), np.nan))
    return pd.DataFrame(order_interval(counts), index=results.cells.index, columns=_COLUMNS)
