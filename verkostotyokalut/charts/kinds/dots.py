"""The picture of the kind ``dots``: every option's dots in a row, the most dots first."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache, partial
from math import nan
from typing import NamedTuple

from ...analysis import Comparison, Of, Part
from ...analysis.kinds.dots import DotsResults, Votes, ranking
from ...framework import Instrument, Item, Language, Shape
from ...framework.kinds.dots import Dots
from ...locales import translator
from ..beside.drawers import page_drawer, turned
from ..beside.lines import Line, line, share_line
from ..beside.page import Cell, Page
from ..beside.shares import Shared, share_cell, share_columns, share_footer, shares_page, turns
from ..drawing import Label, Spec, drawing, path
from ..paths import number as coordinate
from ..paths import stack
from ..terms import hidden_text, nothing_text, some_text
from ..theme import CHARACTERS, COLOURS, FAINT, INK, INK_2, LINE, Box, Size
from ..twin import Twin
from ..words import lines, markup
from . import Drawer, Picture

_NONE = "–"


class _Place(NamedTuple):
    """Where things stand, in pixels: labels, the dots' room, and the people (to the right edge).

    The box is as high as it may be; it is lower where there are few rows.
    """

    box: Box
    labels: float
    dots: tuple[float, float]
    largest: float  # distance between two dots, at most


_PLACES: dict[Size, _Place] = {
    "screen": _Place(Box(1440, 650, 20), 92, (412, 1236), 36),
    "console": _Place(Box(400, 350, 11), 46, (190, 320), 15),
}
_HEADING = 1.9  # height of the columns' names, in em
_ROW = 4.4  # height of a row at most, in em
_FILL = 0.76  # of a row's height that its dots may fill
_DOT = 0.84  # a dot's width, of the distance between two dots


class _Row(NamedTuple):
    """An option's line; without numbers where they are hidden."""

    place: str
    label: str
    dots: int | None
    people: int | None

    @property
    def leads(self) -> bool:
        """Whether no other option has more dots."""
        return bool(self.dots) and self.place.startswith("1.")


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return the ranked dots, a picture for each item."""
    one_dot = translator(language).gettext("one dot")

    def draw(item: Item, shape: Shape, results: DotsResults, minimum: int) -> Picture:
        votes = results.votes[item.id]
        rows = _rows(votes, instrument.asked_as(Dots), language)
        return Picture(
            _spec(rows, votes, shape, language, size, minimum),
            lambda: _twin(rows, votes, language, minimum),
        )

    return [
        Drawer(
            item.label.into(language),
            partial(draw, item, dimension.shape),
            ((CHARACTERS[dimension.shape], one_dot),),
        )
        for dimension in instrument.dimensions
        for item in dimension.items
    ]


def _rows(votes: Votes | None, question: Dots, language: Language) -> list[_Row]:
    labels = {option.id: option.label.into(language) for option in question.options}
    if votes is None:
        return [_Row("", label, None, None) for label in labels.values()]
    ranked = ranking(votes.options)[["dots", "people", "first", "last"]]
    return [
        _Row(_place(first, last) if dots else _NONE, labels[str(option)], dots, people)
        for option, (dots, people, first, last) in zip(
            ranked.index, ranked.to_numpy().tolist(), strict=True
        )
    ]


def _place(first: int, last: int) -> str:
    return f"{first}." if first == last else f"{first}.–{last}."


def _spec(
    rows: list[_Row],
    votes: Votes | None,
    shape: Shape,
    language: Language,
    size: Size,
    minimum: int,
) -> Spec:
    box, left, (start, end), largest = _PLACES[size]
    em = box.font
    pitch = min((box.height - _HEADING * em) / len(rows), _ROW * em)
    box = box._replace(height=round(_HEADING * em + pitch * len(rows)))
    spot = _spot(max((row.dots or 0 for row in rows), default=0), end - start, pitch, largest)
    dots = base = gaps = ""
    labels: list[Label] = []
    for index, row in enumerate(rows):
        y = _HEADING * em + (index + 0.5) * pitch
        words = lines(row.label, start - left - 0.6 * em, em)
        text = markup(words)
        name = f"<b>{text}</b>" if row.leads else text
        labels.append(Label(left, y, name, em - (len(words) > 1)))
        if row.dots is None:
            gaps += f"M{start},{coordinate(y)}H{box.width}"
            continue
        base += f"M{start},{coordinate(y - pitch * 0.4)}V{coordinate(y + pitch * 0.4)}"
        drawn, width = _row_of_dots(shape, start + 0.3 * em, y, row.dots, spot)
        dots += drawn
        ink = INK if row.dots else INK_2
        labels += [
            Label(left - 0.5 * em, y, row.place, em - 1, INK_2, "right"),
            Label(start + 0.8 * em + width, y, f"<b>{row.dots}</b>", em, ink),
            Label(box.width, y, str(row.people), em - 1, INK_2, "right"),
        ]
    _ = translator(language).gettext
    if votes is None:
        y = _HEADING * em + len(rows) // 2 * pitch  # between two rows
        hidden = hidden_text(minimum, language, detail=True)
        labels.append(Label((start + end) / 2, y, hidden, em + 1, INK_2, "center"))
    else:
        people = _("people (n = {n})").format(n=votes.n)
        labels += [
            Label(start, em * 0.8, _("dots"), em - 1, INK_2),
            Label(box.width, em * 0.8, people, em - 1, INK_2, "right"),
        ]
    shapes = [
        path(base, line=LINE, width=1.5),
        path(gaps, line=FAINT, width=1.2, dash="dot"),
        path(dots and f"{dots}Z", fill=COLOURS[shape], opacity=0.85),
    ]
    return drawing(box, shapes, labels)


class _Spot(NamedTuple):
    """How dots stand: so far from one another, so many on top of each other."""

    pitch: float
    deep: int


@lru_cache(maxsize=1024)
def _spot(most: int, room: float, height: float, largest: float) -> _Spot:
    """Choose one size for every dot, so that the longest row has room."""
    high = height * _FILL
    pitch = min(largest, high)
    while int(room / pitch) * int(high / pitch) < most:
        pitch *= 0.95
    return _Spot(pitch, int(high / pitch))


def _row_of_dots(shape: Shape, x: float, y: float, count: int, spot: _Spot) -> tuple[str, float]:
    """Outline a bar made of dots, filled column by column, and tell how long it is."""
    pitch, deep = spot
    full, rest = divmod(count, deep)
    size = pitch * _DOT
    drawn = ""
    if full:
        drawn += stack(shape, x + full * pitch / 2, y, full * deep, full, pitch, size)
    if rest:
        top = y - (deep - rest) / 2 * pitch
        drawn += stack(shape, x + (full + 0.5) * pitch, top, rest, 1, pitch, size)
    return drawn, (full + bool(rest)) * pitch


def _twin(rows: list[_Row], votes: Votes | None, language: Language, minimum: int) -> Twin:
    _ = translator(language).gettext
    return Twin(
        caption=_caption(rows, votes, language, minimum),
        columns=[_("Place"), _("Option"), _("Dots"), _("People")],
        rows=[
            [
                row.place or _NONE,
                row.label,
                _NONE if row.dots is None else str(row.dots),
                _NONE if row.people is None else str(row.people),
            ]
            for row in rows
        ],
    )


def _caption(rows: list[_Row], votes: Votes | None, language: Language, minimum: int) -> str:
    _, ngettext = translator(language).gettext, translator(language).ngettext
    if votes is None or not votes.n:
        return nothing_text(votes is None, minimum, language, detail=True)
    groups: dict[int, list[str]] = {}
    for row in rows:
        groups.setdefault(row.dots or 0, []).append(row.label)
    without = groups.pop(0, [])
    (most, leaders), *others = groups.items()
    said = [
        ngettext(
            "Most dots: {options} ({dots}).",
            "Most dots, tied: {options} ({dots} each).",
            len(leaders),
        ).format(options=some_text(leaders, language), dots=most)
    ]
    ties = [f"{some_text(tied, language)} ({dots})" for dots, tied in others if len(tied) > 1]
    if ties:
        said.append(_("Also tied: {ties}.").format(ties="; ".join(ties)))
    if without:
        said.append(_("Without dots: {options}.").format(options=some_text(without, language)))
    return " ".join(said)


def comparison_pictures(
    instrument: Instrument, of: Of, language: Language, size: Size
) -> list[Drawer]:
    """Return how large a share of each part gave an option any dots; the most wanted come first.

    Parameters are those of `verkostotyokalut.charts.comparison_pictures`.
    """
    _ = translator(language).gettext
    options = instrument.asked_as(Dots).options
    pages = turns(len(options), of)

    def page(item: Item, turn: slice, comparison: Comparison) -> Page:
        dots = _dots_of(comparison, item.id)
        columns = [
            (
                option.label.into(language),
                [_cell(part, item.id, option.id, language) for part in comparison.parts],
            )
            for option in sorted(options, key=lambda option: -dots.get(option.id, 0))[turn]
        ]
        told = (*share_columns(language), _("Dots"))
        footer = (share_footer(language), _("People are those who gave the option any dots."))
        shared = Shared("", _("Option"), columns, told, footer)
        return shares_page(comparison, shared, language)

    return [
        page_drawer(
            turned(item.label.into(language), turn, len(pages)),
            partial(page, item, pages[turn]),
            language,
            size,
        )
        for item in instrument.items
        for turn in range(len(pages))
    ]


def _dots_of(comparison: Comparison, item: str) -> Counter[str]:
    """Count each option's dots in all the parts that are shown."""
    dots: Counter[str] = Counter()
    for part in comparison.shown:
        if (votes := part.results.votes[item]) is not None:
            dots.update(votes.options["dots"].to_dict())
    return dots


def _cell(part: Part, item: str, option: str, language: Language) -> Cell | None:
    if part.results is None:
        return None
    votes = part.results.votes[item]
    if votes is None:
        return share_cell(nan, nan, language, _NONE)
    dots, people = (int(votes.options.loc[option, name]) for name in ("dots", "people"))
    return share_cell(people, votes.n, language, str(dots))


def comparison_lines(results: DotsResults, _instrument: Instrument, _of: Of) -> list[Line]:
    """Return what the pictures show of a part; see `verkostotyokalut.charts.comparison_lines`."""
    found = []
    for item, votes in results.votes.items():
        if votes is None:
            found.append(line(item, n=nan))
            continue
        found += [
            share_line(item, str(option), count=row["people"], n=votes.n, dots=row["dots"])
            for option, row in votes.options.to_dict("index").items()
        ]
    return found
