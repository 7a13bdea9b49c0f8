"""The numbers of the kind ``axes`` in a comparison: each axis's median, middle half, interval."""

from __future__ import annotations

from math import isnan

from ....analysis import Of
from ....analysis.axis_interval import axis_interval
from ....analysis.kinds.axes import Results
from ....framework import Instrument
from ....framework.kinds.axes import Axes
from ...beside.lines import Line, middle_line
from .sure import sure_axes


def comparison_lines(results: Results, instrument: Instrument, of: Of) -> list[Line]:
    """Return what the pictures show of a part; see `verkostotyokalut.charts.comparison_lines`."""
    found = []
    axes = instrument.asked_as(Axes).axes
    sure = {axis: axis_interval(results, axis)[["lower", "upper"]] for axis in sure_axes(of)}
    for item in instrument.item_ids:
        row = results.summary.loc[[item]].to_dict("records")[0]
        for axis in axes:
            one = middle_line(item, axis, row, row["n"])
            if one.values and axis in sure:
                ends = sure[axis].loc[[item]].to_dict("records")[0]
                known = {str(name): end for name, end in ends.items() if not isnan(end)}
                one = one._replace(values={**one.values, **known})
            found.append(one)
    return found
