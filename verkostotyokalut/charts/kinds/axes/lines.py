"""The numbers of the kind ``axes`` in a comparison: each axis's median, middle half, interval."""

from __future__ import annotations

from math import isnan

from ....analysis import Of
from ....analysis.axis_interval import axis_interval
from ....analysis.kinds.axes import Results
from ....framework import Instrument
from ....framework.kinds.axes import Axes
from ...beside.lines import Line, middle_line


def comparison_lines(results: Results, instrument: Instrument, _of: Of) -> list[Line]:
    """Return what the pictures show of a part; see `verkostotyokalut.charts.comparison_lines`."""
    found = []
    axes = instrument.asked_as(Axes).axes
    sure = {axis: axis_interval(results, axis)[["lower", "upper"]] for axis in axes}
    for item in instrument.item_ids:
        row = results.summary.loc[[item]].to_dict("records")[0]
        for axis in axes:
            one = middle_line(item, axis, row, row["n"])
            ends = sure[axis].loc[[item]].to_dict("records")[0] if one.values else {}
            known = {str(name): end for name, end in ends.items() if not isnan(end)}
            found.append(one._replace(values={**one.values, **known}))
    return found
