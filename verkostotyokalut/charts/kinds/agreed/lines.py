"""The numbers of the kind ``agreed`` in a comparison: the states' shares."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from ....analysis import Of
from ....analysis.kinds.agreed import Results
from ....framework import Instrument
from ....framework.kinds.agreed import STATES
from ...beside.lines import Line, line, share_line, without_interval


def comparison_lines(results: Results, instrument: Instrument, _of: Of) -> list[Line]:
    """Return what the pictures show of a part; see `verkostotyokalut.charts.comparison_lines`.

    Of a dimension there are the answers to all its items together, which have no interval: each
    person has given several of them.
    """
    found = []
    for dimension in instrument.dimensions if instrument.dimensions[1:] else ():
        items = [item.id for item in dimension.items]
        together = results.counts.loc[items, list(STATES)].sum(min_count=1)
        found += _states(dimension.id, together.to_dict())
    for item in instrument.item_ids:
        row = results.counts.loc[[item]].astype(float).to_dict("records")[0]
        found.append(line(item, n=sum(row[state] for state in STATES), dont_know=row["dont_know"]))
        found += _states(item, row, people=True)
    return found


def _states(of: str, counts: Mapping[Hashable, float], *, people: bool = False) -> list[Line]:
    n = sum(counts[state] for state in STATES)
    shares = [share_line(of, state, count=counts[state], n=n) for state in STATES]
    sure = "agreed" if people else None  # the one whose interval is told
    return [one if one.about == (sure,) else without_interval(one) for one in shares]
