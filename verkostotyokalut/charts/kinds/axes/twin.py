"""The maps of the kind ``axes`` in words."""

from __future__ import annotations

from math import isnan

from ....analysis.kinds.axes import Results
from ....framework import Instrument, Language
from ....framework.kinds.axes import Axes
from ....locales import translator
from ...terms import (
    median_alone_text,
    nothing_text,
    span_text,
    value_text,
    without_number_text,
)
from ...twin import Twin
from .places import Placed, placed_items


def map_twin(
    results: Results, instrument: Instrument, language: Language, *, minimum: int = 5
) -> Twin:
    """Say what `map_spec` shows: who is in which quarter, and each item's medians and spread."""
    _ = translator(language).gettext
    axes, placed = instrument.asked_as(Axes), placed_items(results, instrument)
    columns = [_("Item")]
    for axis in axes.axes.values():
        title = axis.title.into(language)
        columns += [title, f"{title}: {_('middle half')}"]
    return Twin(
        caption=_quarters(placed, axes, language, minimum) + _reason(placed, language, minimum),
        columns=[*columns, _("n")],
        rows=[
            [
                one.item.label.into(language),
                value_text(one.x, language),
                span_text(one.x_q1, one.x_q3, language),
                value_text(one.y, language),
                span_text(one.y_q1, one.y_q3, language),
                *_off_map(one, axes, language),
                without_number_text(one.n, one.dont_know, minimum, language) or f"{one.n:.0f}",
            ]
            for one in placed
        ],
    )


def answers_twin(
    results: Results, instrument: Instrument, language: Language, *, minimum: int = 5
) -> Twin:
    """Say what `answers_spec` shows: how many are at each place of each item."""
    _ = translator(language).gettext
    axes, placed = instrument.asked_as(Axes), placed_items(results, instrument)
    rows = []
    for one in placed:
        fullest = sorted(one.cells(results), key=lambda cell: -cell[2])
        places = ", ".join(f"({x}, {y}): {count:.0f}" for x, y, count in fullest)
        nothing = without_number_text(one.n, one.dont_know, minimum, language)
        rows.append(
            [
                one.item.label.into(language),
                places or "–",
                *_off_map(one, axes, language)[:1],
                value_text(one.dont_know, language),
                nothing or f"{one.n:.0f}",
            ]
        )
    caption = _("How many chose each place: ({x}, {y}).").format(
        x=axes.x.title.into(language), y=axes.y.title.into(language)
    )
    third = [axes.z.title.into(language)] if axes.z else []
    return Twin(
        caption=caption + _reason(placed, language, minimum),
        columns=[_("Item"), _("Places"), *third, _("Don't know"), _("n")],
        rows=rows,
    )


def _reason(placed: list[Placed], language: Language, minimum: int) -> str:
    """Say why no more than the medians is told of an item; nothing where it is."""
    few = any(one.few for one in placed)
    return f" {median_alone_text(minimum, language)}" if few else ""


def _quarters(placed: list[Placed], axes: Axes, language: Language, minimum: int) -> str:
    """Say which items are in which quarter; those on a line between two are in the middle."""
    _ = translator(language).gettext
    shown = [one for one in placed if one.n > 0]
    if not shown:
        return nothing_text(any(isnan(one.n) for one in placed), minimum, language)
    middle = (axes.points + 1) / 2
    x, y = axes.x.title.into(language), axes.y.title.into(language)
    names = {
        (1, 1): axes.corners.top_right if axes.corners else None,
        (-1, 1): axes.corners.top_left if axes.corners else None,
        (1, -1): axes.corners.bottom_right if axes.corners else None,
        (-1, -1): axes.corners.bottom_left if axes.corners else None,
    }
    many, few = _("{axis} high"), _("{axis} low")
    sentences = []
    for (right, up), name in names.items():
        inside = [one for one in shown if _side(one.x, middle) == right]
        inside = [one for one in inside if _side(one.y, middle) == up]
        if not inside:
            continue
        plain = (
            f"{(many if right > 0 else few).format(axis=x)}, "
            f"{(many if up > 0 else few).format(axis=y)}"
        )
        where = name.into(language) if name else plain
        sentences.append(f"{where}: {_names(inside, language)}.")
    between = [one for one in shown if not _side(one.x, middle) or not _side(one.y, middle)]
    if between:
        sentences.append(_("In the middle: {items}.").format(items=_names(between, language)))
    return " ".join(sentences)


def _off_map(one: Placed, axes: Axes, language: Language) -> list[str]:
    """Write the median and the middle half on the third axis, where it is asked."""
    if axes.z is None:
        return []
    return [value_text(one.z, language), span_text(one.z_q1, one.z_q3, language)]


def _side(value: float, middle: float) -> int:
    return (value > middle) - (value < middle)


def _names(placed: list[Placed], language: Language) -> str:
    return ", ".join(one.item.label.into(language) for one in placed)
