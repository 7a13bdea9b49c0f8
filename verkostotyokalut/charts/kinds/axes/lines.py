"""The numbers of the kind ``axes`` in a comparison: the median and the middle half on each axis."""

from __future__ import annotations

from ....analysis import Of
from ....analysis.kinds.axes import Results
from ....framework import Instrument
from ....framework.kinds.axes import Axes
from ...beside.lines import Line, line


def comparison_lines(results: Results, instrument: Instrument, _of: Of) -> list[Line]:
    """Return what the pictures show of a part; see `verkostotyokalut.charts.comparison_lines`."""
    found = []
    for item in instrument.item_ids:
        row = results.summary.loc[[item]].to_dict("records")[0]
        found += [
            line(
                item, axis, n=row["n"], median=row[axis], q1=row[f"{axis}_q1"], q3=row[f"{axis}_q3"]
            )
            for axis in instrument.asked_as(Axes).axes
        ]
    return found
