"""The numbers of the kind ``scale`` in a comparison: levels, medians and distributions."""

from __future__ import annotations

from math import isnan, nan

from .....analysis import Of, Results, dimensions
from .....framework import Instrument
from ....beside.lines import Line, line
from .numbers import numbers_in


def comparison_lines(results: Results, instrument: Instrument, _of: Of) -> list[Line]:
    """Return what the pictures show of a part; see `verkostotyokalut.charts.comparison_lines`.

    A dimension's median is that of its items' medians. Medians of reversed items are turned, so
    that high is a strength; of the points there is told what people chose. Where they aren't shown,
    the agreement isn't told either: of a few people, it would tell what each of them chose.
    """
    found = []
    levels = dimensions(results.summary, instrument) if instrument.dimensions[1:] else None
    for name, row in {} if levels is None else levels.to_dict("index").items():
        items = row.pop("items")
        known = {str(column): float(value) for column, value in row.items()}
        found.append(Line(str(name), (), {**known, "items": items} if items else {}))
    told = numbers_in(results, instrument)
    for item in instrument.items:
        one = told[item.id]
        shown = not isnan(one.counts[0])
        found.append(
            line(
                item.id,
                n=one.n,
                median=one.median,
                lower=one.lower,
                upper=one.upper,
                agreement=one.agreement if shown else nan,
            )
        )
        if not shown and one.n:  # the median may be shown, but not the answers behind it
            found.append(line(item.id, "distribution", n=nan))
        if not shown or not one.n:
            continue
        chose = reversed(one.counts) if item.reversed else one.counts
        found += [
            line(item.id, str(point), n=one.n, count=count, share=count / one.n)
            for point, count in enumerate(chose, start=1)
        ]
    return found
