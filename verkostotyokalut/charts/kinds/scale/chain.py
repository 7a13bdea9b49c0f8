"""The picture ``chain``: dimensions that build on one another, and how well each one carries."""

from __future__ import annotations

from math import isnan
from typing import NamedTuple

from ....analysis import Results, carries
from ....framework import Instrument, Language, Scale
from ....locales import translator
from ...drawing import Label, Spec, drawing, path
from ...terms import number
from ...theme import FAINT, INK, INK_2, PAPER, Box, Size, colour
from ...words import lines, markup
from .. import Drawer, drawn
from .chain_twin import chain_twin
from .levels import Level, levels
from .outlines import filled, outline

_BOX: dict[Size, Box] = {"screen": Box(1200, 660, 21), "console": Box(400, 310, 11)}
_LEADING = 1.3


class _Column(NamedTuple):
    """Where a dimension is drawn."""

    middle: float
    width: float
    shape_y: float  # the middle of its shape
    radius: float


def drawer(instrument: Instrument, language: Language, size: Size) -> Drawer:
    """Return the chain."""
    _ = translator(language).gettext

    key = (("→", _("carries")), ("⇢", _("to strengthen")))
    draw = drawn(chain_spec, chain_twin, instrument, language, size)
    return Drawer(_("How each builds on the one before"), draw, key)


def chain_spec(
    results: Results,
    instrument: Instrument,
    language: Language,
    *,
    size: Size = "screen",
    minimum: int = 5,
) -> Spec:
    """Draw the dimensions in a row: a shape filled up to its level, an arrow to the next one.

    Parameters
    ----------
    results
        Guarded; see `verkostotyokalut.analysis.Results`. A dimension with nothing to show is an
        empty, dashed shape that says why.
    instrument
        What was asked; reversed items are turned first.
    language
        Of the labels.
    size
        ``"screen"`` for the projector (text 21 px in a box of 1200×660), ``"console"`` for a panel
        of the leader's (11 px, 400×310).
    minimum
        The disclosure limit that was used; it is named where something is hidden.
    """
    box, points = _BOX[size], len(instrument.asked_as(Scale).points)
    em, found = box.font, levels(results, instrument, language, minimum)
    width = box.width / len(found)
    radius = min(0.26 * width, 5 * em)
    titles = [lines(one.title, width - em, 1.25 * em) for one in found]
    top = max(map(len, titles)) * 1.25 * _LEADING * em + em
    columns = [
        _Column((place + 0.5) * width, width, top + radius, radius) for place in range(len(found))
    ]
    shapes: list[Spec] = []
    labels: list[Label] = []
    for one, title, column in zip(found, titles, columns, strict=True):
        heading = f"<b>{markup(title)}</b>"
        middle = len(title) * 1.25 * _LEADING * em / 2 + 0.3 * em
        ink = colour(one.dimension)
        labels.append(Label(column.middle, middle, heading, 1.25 * em, ink, "center"))
        shapes += _node(one, column, points, em)
        labels += _below(one, column, points, language, em)
    for one, column, after in zip(found, columns, columns[1:], strict=False):
        arrow, word = _arrow(one, column, after, points, language, em)
        shapes += arrow
        labels += word
    return drawing(box, shapes, labels)


def _node(one: Level, column: _Column, points: int, em: float) -> list[Spec]:
    shape, ink = one.dimension.shape, colour(one.dimension)
    corners = outline(shape, column.middle, column.shape_y, column.radius)
    empty = isnan(one.median)
    share = 0.0 if empty else (one.median - 1) / (points - 1)
    whole = "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in corners) + "Z"
    dash = "dot" if empty else "solid"
    return [
        path(whole, fill=PAPER),
        path(filled(corners, share), fill=ink, opacity=0.85),
        path(whole, line=FAINT if empty else ink, width=em / 8, dash=dash),
    ]


def _below(one: Level, column: _Column, points: int, language: Language, em: float) -> list[Label]:
    """Write the level under the shape, and below it the strongest and the weakest items."""
    _ = translator(language).gettext
    y, room = column.shape_y + column.radius + 1.5 * em, column.width - 0.9 * em
    if one.nothing is not None:
        return [Label(column.middle, y, markup([one.nothing]), em, INK_2, "center")]
    words = f"<b>{number(one.median, language)}</b>"
    labels = [Label(column.middle, y, words, 1.9 * em, INK, "center")]
    y += 1.5 * em
    labels.append(
        Label(
            column.middle, y, markup([_("of {points}").format(points=points)]), em, INK_2, "center"
        )
    )
    y += 1.2 * em
    same = one.highest == one.lowest
    ends = [(_("strongest"), one.highest), (_("weakest"), one.lowest)]
    for heading, median in [(_("every item"), one.highest)] if same else ends:
        items = [] if same else lines(one.at(median, language), room, em)
        height = (1 + len(items)) * _LEADING * em
        first = f"<i>{markup([heading])}</i> <b>{number(median, language)}</b>"
        text = "<br>".join(filter(None, [first, markup(items)]))
        labels.append(Label(column.middle, y + height / 2, text, em, INK, "center"))
        y += height + 0.5 * em
    if one.hidden:
        note = _("not shown: {n}").format(n=one.hidden)
        labels.append(Label(column.middle, y + em / 2, markup([note]), em, INK_2, "center"))
    return labels


def _arrow(
    one: Level, column: _Column, after: _Column, points: int, language: Language, em: float
) -> tuple[list[Spec], list[Label]]:
    """Draw the arrow to the next dimension, with a word above it."""
    _ = translator(language).gettext
    if one.nothing is not None:
        return [], []
    strong = carries(one.median, points)
    gap = 0.5 * em
    left, right = column.middle + column.radius + gap, after.middle - after.radius - gap
    y, head = column.shape_y, 0.8 * em if strong else 0.6 * em
    line = path(
        f"M{left:.1f},{y:.1f}H{right - (head if strong else 0):.1f}",
        line=INK if strong else INK_2,
        width=em / 3 if strong else em / 9,
        dash="solid" if strong else "dash",
    )
    back, up = right - 1.2 * head, 0.75 * head
    tip = f"M{back:.1f},{y - up:.1f}L{right:.1f},{y:.1f}L{back:.1f},{y + up:.1f}"
    point = path(f"{tip}Z", fill=INK) if strong else path(tip, line=INK_2, width=em / 9)
    word = lines(_("carries") if strong else _("to strengthen"), right - left, em)
    above = y - 1.0 * em - len(word) * _LEADING * em / 2
    text = f"<b>{markup(word)}</b>" if strong else markup(word)
    middle = (left + right) / 2
    return [line, point], [Label(middle, above, text, em, INK if strong else INK_2, "center")]
