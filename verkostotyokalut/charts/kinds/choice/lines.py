"""The numbers of the kind ``choice`` in a comparison: each option's share, now and as the wish."""

from __future__ import annotations

from ....analysis import Of
from ....analysis.kinds.choice import Results
from ....framework import Instrument
from ....framework.kinds.choice import Choice
from ...beside.lines import Line, share_line


def comparison_lines(results: Results, instrument: Instrument, of: Of) -> list[Line]:
    """Return what the pictures show of a part; see `verkostotyokalut.charts.comparison_lines`."""
    question = instrument.asked_as(Choice)
    counted: list[tuple[str, ...]] = [(one,) for one in question.ids]
    if question.between and of is Of.GROUPS:  # the upper half together, as `between` has it
        counted = [question.ids[(len(question.ids) + 1) // 2 :]]
    found = []
    for item in instrument.item_ids:
        for view in question.views:
            about = (view,) if question.wanted else ()
            counts = results.counts.loc[[(item, view)]].astype(float)
            row = counts[list(question.ids)].to_dict("records")[0]
            n = sum(row.values())
            found += [
                share_line(item, *about, "+".join(ids), count=sum(row[one] for one in ids), n=n)
                for ids in counted
            ]
    return found
