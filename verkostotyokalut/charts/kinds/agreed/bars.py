"""A bar of the three states that straddles the middle: not yet on the left, agreed on the right."""

from __future__ import annotations

from collections.abc import Sequence

from ...drawing import Label, Spec, path
from ...paths import number as coordinate
from ...theme import INK, INK_2, PAPER
from ...words import markup, width
from .rows import Row

# Brown, grey and teal: told apart by those who confuse red and green, too; their order, the
# numbers on them and the stripes of what is under way are the second cue.
_AGREED, _UNDER_WAY, _NOT_YET = "#0b7a75", "#c3c8c8", "#8a5a2b"
_STRIPES = "#8b9496"

_Drawn = tuple[list[Spec], list[Label]]


def bar(
    row: Row,
    middle: float,
    whole: float,
    y: float,
    height: float,
    em: float,
    texts: Sequence[str],
) -> _Drawn:
    """Draw a row's bar around ``middle``.

    Parameters
    ----------
    whole
        How long everybody's bar would be.
    texts
        What is written on agreed, under way and not yet, where there is room.
    """
    if not row.n:
        return [], []
    agreed, under_way, not_yet = (whole * row.share(state) for state in range(3))
    start, end = middle - under_way / 2, middle + under_way / 2
    spans = (
        (start - not_yet, start, _NOT_YET, PAPER, texts[2]),
        (start, end, _UNDER_WAY, INK, texts[1]),
        (end, end + agreed, _AGREED, PAPER, texts[0]),
    )
    shapes, labels = [], []
    for x0, x1, fill, ink, text in spans:
        if x1 > x0:
            shapes.append(path(_box(x0, x1, y, height), fill=fill))
            if fill == _UNDER_WAY:
                shapes.append(path(_stripes(x0, x1, y, height), line=_STRIPES, width=1.5))
            if x1 - x0 >= width(text, em) + 6:
                labels.append(Label((x0 + x1) / 2, y, f"<b>{text}</b>", em, ink, "center"))
    return shapes, labels


def key(y: float, xs: Sequence[float], em: float, names: Sequence[str]) -> _Drawn:
    """Name the states beside their marks, from the left: not yet, under way, agreed."""
    shapes, labels = [], []
    fills = (_NOT_YET, _UNDER_WAY, _AGREED)
    for x, name, fill in zip(xs, reversed(names), fills, strict=True):
        shapes.append(path(_box(x, x + 1.2 * em, y, 0.9 * em), fill=fill))
        if fill == _UNDER_WAY:
            shapes.append(path(_stripes(x, x + 1.2 * em, y, 0.9 * em), line=_STRIPES, width=1.5))
        labels.append(Label(x + 1.6 * em, y, markup([name]), em - 1, INK_2))
    return shapes, labels


def _box(x0: float, x1: float, y: float, height: float) -> str:
    left, right = coordinate(x0), coordinate(x1)
    top, bottom = coordinate(y - height / 2), coordinate(y + height / 2)
    return f"M{left},{top}H{right}V{bottom}H{left}Z"


def _stripes(x0: float, x1: float, y: float, height: float) -> str:
    """Draw stripes along the upper and lower edges, so that the number between is clear."""
    inset = height * 0.12
    return "".join(
        f"M{coordinate(x0)},{coordinate(edge)}H{coordinate(x1)}"
        for edge in (y - height / 2 + inset, y + height / 2 - inset)
    )
