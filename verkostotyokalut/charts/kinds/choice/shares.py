"""Each option's share as a bar, now filled and the wish outlined; ordered options as a ladder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...drawing import Label, Spec, drawing, path
from ...paths import number as coordinate
from ...paths import ring
from ...theme import INK, INK_2, LINE, PAPER, PROFILE, Box, Size, colour
from ...words import lines, markup
from .numbers import Numbers, View

# Of the box's width: where the bars begin, and where a bar of everybody would end.
_BARS = (0.4, 0.8)
_LARGEST = 7.5  # a row's height, at most, in em


class _Page(NamedTuple):
    """Lengths in pixels, all from the box's size and its font's."""

    box: Box
    em: float
    top: float
    pitch: float
    left: float  # of the options' names

    @property
    def bars(self) -> tuple[float, float]:
        return self.box.width * _BARS[0], self.box.width * _BARS[1]

    def y(self, place: int) -> float:
        """Return the middle of a row, counted from the top."""
        return self.top + self.pitch * (place + 0.5)


def shares_spec(found: Numbers, size: Size) -> Spec:
    """Draw one item's shares as plain JSON data; a view with too few answers says only that."""
    box = PROFILE[size]
    em = float(box.font)
    options = len(found.labels)
    top = em * (4.2 if found.title else 2.6)
    pitch = min((box.height - top - 0.4 * em) / options, _LARGEST * em)
    page = _Page(box, em, top, pitch, em * 2.2 if found.question.ordered else 0)
    ink = colour(found.dimension)

    shapes, labels = _key(page, found, ink)
    if found.title:
        labels.append(Label(0, em, f"<b>{markup([found.title])}</b>", em + 2, ink))
    if found.question.ordered:
        shapes += _ladder(page, options, ink)
    x0 = coordinate(page.bars[0])
    floor = coordinate(page.y(options - 1) + pitch * 0.45)
    shapes.append(path(f"M{x0},{coordinate(top)}V{floor}", line=LINE, width=2))
    for option, name in enumerate(found.labels):
        # A ladder is climbed: the first step is the lowest.
        y = page.y(options - 1 - option if found.question.ordered else option)
        words = lines(name, page.bars[0] - page.left - em * 0.8, em)
        labels.append(Label(page.left, y, markup(words), em))
        if found.question.ordered:
            labels.append(Label(em * 0.8, y, f"<b>{option + 1}</b>", em - 1, PAPER, "center"))
        bars, texts = _bars(page, found, option, y, ink)
        shapes += bars
        labels += texts
    return drawing(box, shapes, labels)


def _bars(
    page: _Page, found: Numbers, option: int, y: float, ink: str
) -> tuple[list[Spec], list[Label]]:
    """Draw an option's bar in each view, and its share at the bar's end."""
    shapes, labels = [], []
    height = min(page.pitch * 0.34, 1.5 * page.em)
    gap = height * 0.62 if len(found.views) > 1 else 0.0
    for row, view in enumerate(found.views):
        if view.counts is None or not view.n:
            continue
        x0, x1 = page.bars
        end = x0 + (x1 - x0) * view.share(option)
        middle = y + (gap if row else -gap)
        if end > x0:
            shapes.append(_bar(x0, end, middle, height, ink, filled=row == 0))
        text = f"{found.percent(view.share(option))} ({view.counts[option]})"
        labels.append(Label(end + page.em * 0.4, middle, text, page.em - 1, INK if row else INK_2))
    return shapes, labels


def _bar(x0: float, x1: float, y: float, height: float, ink: str, *, filled: bool) -> Spec:
    inset = 0.0 if filled else 1.5  # so that both are as large, the outline's line included
    left, right = coordinate(x0 + inset), coordinate(max(x1, x0 + 4) - inset)
    top, bottom = coordinate(y - height / 2 + inset), coordinate(y + height / 2 - inset)
    outline = f"M{left},{top}H{right}V{bottom}H{left}Z"
    return path(outline, fill=ink) if filled else path(outline, fill=PAPER, line=ink, width=3)


def _key(page: _Page, found: Numbers, ink: str) -> tuple[list[Spec], list[Label]]:
    """Say which bar is which, and how many have chosen, or that they are too few."""
    shapes, labels = [], []
    em, x = page.em, 0.0
    y = page.top - em * 1.5
    for row, view in enumerate(found.views):
        shapes.append(_bar(x, x + 1.4 * em, y, 0.9 * em, ink, filled=row == 0))
        labels.append(Label(x + 1.9 * em, y, markup([_about(found, view)]), em - 1, INK_2))
        x += page.box.width / 2
    return shapes, labels


def _about(found: Numbers, view: View) -> str:
    name = view.name if found.question.wanted else ""
    n = found.hidden if view.counts is None else f"n = {view.n}"
    return f"{name} ({n})" if name else n


def _ladder(page: _Page, options: int, ink: str) -> Iterator[Spec]:
    """Draw the steps as numbered discs on a line that goes up."""
    x, em = page.em * 0.8, page.em
    low, high = page.y(options - 1), page.y(0)
    yield path(
        f"M{coordinate(x)},{coordinate(low)}V{coordinate(high)}", line=ink, width=max(2, em / 7)
    )
    for place in range(options):
        yield path(ring(x, page.y(place), em * 0.8), fill=ink)
