"""The numbers of the kind ``axes`` in a comparison: the median and the middle half on each axis."""

from __future__ import annotations

from ....analysis import Of
from ....analysis.kinds.axes import Results
from ....framework import Instrument
from ....framework.kinds.axes import Axes
from ...beside.lines import Line, middle_line


def comparison_lines(results: Results, instrument: Instrument, _of: Of) -> list[Line]:
    """Return what the pictures show of a part; see `verkostotyokalut.charts.comparison_lines`."""
    found = []
    for item in instrument.item_ids:
        row = results.summary.loc[[item]].to_dict("records")[0]
        axes = instrument.asked_as(Axes).axes
        found += [middle_line(item, axis, row, row["n"]) for axis in axes]
    return found
