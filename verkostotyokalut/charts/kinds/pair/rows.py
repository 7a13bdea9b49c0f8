"""What the pictures of the kind ``pair`` are of, and the mark they share: from now to wanted."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from math import isnan, nan
from typing import NamedTuple

from ....analysis.kinds.pair import Results
from ....framework import Dimension, Instrument, Item, Language
from ....locales import translator
from ...drawing import Spec, path
from ...paths import number as coordinate
from ...paths import pill, ring


class View(NamedTuple):
    """Now or wanted; NaN where they are hidden or nobody's, and where there is no interval."""

    median: float
    q1: float
    q3: float
    lower: float = nan
    upper: float = nan
    coverage: float = nan


class Row(NamedTuple):
    """An item and its numbers; NaN where they are hidden or nobody's."""

    dimension: Dimension
    item: Item
    now_n: float
    now: View
    wanted_n: float
    wanted: View
    paired_n: float
    change: float
    up: float
    same: float
    down: float

    @property
    def few(self) -> bool:
        """Whether too few gave it for more than the medians to be told."""
        views = [view for view in (self.now, self.wanted) if not isnan(view.median)]
        return bool(views) and (isnan(self.paired_n) or any(isnan(view.q1) for view in views))


def _view(row: Mapping[Hashable, float], name: str) -> View:
    return View(row[name], *(row[f"{name}_{number}"] for number in View._fields[1:]))


def item_rows(results: Results, instrument: Instrument) -> list[Row]:
    """Return every item with its numbers, in the instrument's order."""
    table = results.summary.loc[list(instrument.item_ids)].to_dict("records")
    owners = [(d, item) for d in instrument.dimensions for item in d.items]
    return [
        Row(
            dimension,
            item,
            row["now_n"],
            _view(row, "now"),
            row["wanted_n"],
            _view(row, "wanted"),
            row["paired_n"],
            row["change"],
            row["up"],
            row["same"],
            row["down"],
        )
        for (dimension, item), row in zip(owners, table, strict=True)
    ]


def dumbbell(
    now: View, wanted: View, ink: str, x: Callable[[float], float], y: float, radius: float
) -> list[Spec]:
    """Outline the middle halves, the way from now to wanted, and the two medians.

    Parameters
    ----------
    x
        Gives where a point of the scale is.
    y
        The height of the row.
    radius
        Of the ring that stands for what is wanted, in pixels.
    """
    shapes = []
    if not isnan(now.q1):
        half = pill(x(now.q1), x(now.q3), y, 2.6 * radius)
        shapes.append(path(half, fill=ink, opacity=0.2))
    if not isnan(wanted.q1):
        half = pill(x(wanted.q1), x(wanted.q3), y, 2.6 * radius)
        shapes.append(path(half, line=ink, width=radius / 7, dash="dot"))
    if not isnan(wanted.median):
        if not isnan(now.median):
            way = f"M{coordinate(x(now.median))},{coordinate(y)}H{coordinate(x(wanted.median))}"
            shapes.append(path(way, line=ink, width=radius / 2.5))
        # the ring first and wider, so that both are seen where they meet
        around = ring(x(wanted.median), y, radius)
        shapes.append(path(around, fill="#ffffff", line=ink, width=radius / 3))
    if not isnan(now.median):
        shapes.append(path(ring(x(now.median), y, radius * 0.72), fill=ink))
    return shapes


def key_text(language: Language) -> str:
    """Explain the marks."""
    _ = translator(language).gettext
    median, half = _("median"), _("middle half")
    return f"● {_('Now')} · ○ {_('Wanted')} ({median}, {half})"
