"""The numbers of the kind ``pair`` in a comparison: the medians now and wanted, and the change."""

from __future__ import annotations

from ....analysis import Of
from ....analysis.kinds.pair import Results
from ....framework import Instrument
from ...beside.lines import Line, line


def comparison_lines(results: Results, instrument: Instrument, _of: Of) -> list[Line]:
    """Return what the pictures show of a part; see `verkostotyokalut.charts.comparison_lines`."""
    found = []
    for item in instrument.item_ids:
        row = results.summary.loc[[item]].to_dict("records")[0]
        for view in ("now", "wanted"):
            ends = {name: row[f"{view}_{name}"] for name in ("q1", "q3", "lower", "upper")}
            found.append(line(item, view, n=row[f"{view}_n"], median=row[view], **ends))
        found.append(line(item, "change", n=row["paired_n"], median_change=row["change"]))
    return found
