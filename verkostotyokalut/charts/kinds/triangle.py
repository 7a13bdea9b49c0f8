"""The picture of the kind ``triangle``: everybody's way from now to wanted, and the room's mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from math import hypot, isnan, sqrt

import pandas as pd

from ...analysis import Of
from ...analysis.kinds.triangle import Results, intervals
from ...framework import Dimension, Instrument, Item, Language
from ...framework.kinds.triangle import Triangle
from ...locales import translator
from ..beside.drawers import Means, mean_drawers
from ..beside.lines import Line, mean_line
from ..beside.shares import Mean
from ..drawing import Label, Spec, drawing, path
from ..paths import number as coordinate
from ..paths import ring
from ..terms import detail_text, hidden_text, nothing_text, number
from ..theme import FAINT, INK, INK_2, LINE, Box, Size, colour
from ..twin import Twin
from ..words import lines, markup
from . import Drawer, Picture

_BOX: dict[Size, Box] = {"screen": Box(1240, 760, 22), "console": Box(400, 350, 11)}
_HEIGHT = 3**0.5 / 2  # of an equilateral triangle with sides of 1
_Point = tuple[float, float]


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return a triangle for each item."""

    def drawer(dimension: Dimension, item: Item) -> Drawer:
        def draw(results: Results, minimum: int) -> Picture:
            return Picture(
                triangle_spec(
                    results, instrument, dimension, item, language, size=size, minimum=minimum
                ),
                lambda: triangle_twin(results, instrument, item, language, minimum=minimum),
            )

        return Drawer(item.label.into(language), draw)

    return [drawer(one, item) for one in instrument.dimensions for item in one.items]


def comparison_pictures(
    instrument: Instrument, _of: Of, language: Language, size: Size
) -> list[Drawer]:
    """Return each part's mean shares of the corners, now and wanted, item by item.

    Parameters are those of `verkostotyokalut.charts.comparison_pictures`.
    """
    _ = translator(language).gettext
    corners = instrument.asked_as(Triangle).corners
    parts = {name: corner.label.into(language) for name, corner in zip("abc", corners, strict=True)}

    def means(results: Results, item: str, view: str) -> tuple[float, Mapping[str, Mean]]:
        n = float(results.summary.loc[[item], f"{view}_n"].iloc[0])
        return n, dict(zip(parts, _means(results, item, view), strict=True))

    views = {"now": _("Now"), "wanted": _("Wanted")}
    return mean_drawers(instrument, Means(views, parts, means), language, size)


def triangle_spec(
    results: Results,
    instrument: Instrument,
    dimension: Dimension,
    item: Item,
    language: Language,
    *,
    size: Size = "screen",
    minimum: int = 5,
) -> Spec:
    """Draw each answer's arrow from now to wanted faintly, and the room's mean strongly.

    Parameters
    ----------
    results
        Guarded; see `verkostotyokalut.analysis.kinds.triangle`. What is hidden is left out.
    instrument
        What was asked.
    dimension, item
        Which item is drawn, and whose colour it has.
    language
        Of the labels.
    size
        ``"screen"`` for the projector (text 22 px in a box of 1240×760), ``"console"`` for a
        panel of the leader's (11 px, 400×350).
    minimum
        The disclosure limit that was used; it is named where something is hidden.
    """
    _ = translator(language).gettext
    box, corners = _BOX[size], instrument.asked_as(Triangle).corners
    em = box.font
    side = min((box.height - 8.2 * em) / _HEIGHT, box.width - 11 * em)
    top, middle = 2.2 * em, box.width / 2
    bottom = top + side * _HEIGHT
    places = [(middle - side / 2, bottom), (middle + side / 2, bottom), (middle, top)]

    def at(shares: list[float]) -> _Point:
        x = sum(share * place[0] for share, place in zip(shares, places, strict=True)) / 100
        y = sum(share * place[1] for share, place in zip(shares, places, strict=True)) / 100
        return x, y

    ink, answers = colour(dimension), results.answers[item.id]
    now, wanted = (_points(answers, view) for view in ("now", "wanted"))
    both = [(at(a), at(b)) for a, b in zip(now, wanted, strict=True) if a and b]
    # one dot for each place, as large as its count: two outlines at one place would cancel out
    places_now = Counter(tuple(shares) for shares in now if shares)
    dots = "".join(ring(*at([*p]), em * 0.26 * sqrt(n)) for p, n in places_now.items())
    shapes = [
        path(_polygon(places), fill="#ffffff", line=FAINT, width=em / 12),
        path(_grid(at), line=LINE, width=em / 16),
        path(
            "".join(_arrow(a, b, em * 0.5) for a, b in both), line=ink, width=em / 12, opacity=0.4
        ),
        path(dots, fill=ink, opacity=0.4),
    ]
    means = [_mean(results, item, view) for view in ("now", "wanted")]
    here, there = (at(mean) if mean else None for mean in means)
    if here and there:
        shapes.append(path(_arrow(here, there, em, em * 0.85), line=INK, width=em / 4.5))
    if there:
        shapes.append(path(ring(*there, em * 0.62), fill="#ffffff", line=INK, width=em / 5))
    if here:
        shapes.append(path(ring(*here, em * 0.52), fill=INK))

    labels = [
        _corner(corner.label.into(language), place, side / 2, em, below=place is not places[2])
        for corner, place in zip(corners, places, strict=True)
    ]
    views = f"● {_('Now')} · ○ {_('Wanted')}"
    key = f"{views} · " + _("strong: the mean, faint: each answer")
    if not any(now) and not any(wanted):
        mean = _("the mean")
        key = f"{views} · {mean}. {detail_text(minimum, language)}"
    if all(mean is None for mean in means):
        hidden = isnan(results.summary["now_n"].loc[item.id])
        key = hidden_text(minimum, language) if hidden else _("no answers")
    broken = lines(key, box.width, em)
    labels.append(
        Label(middle, box.height - len(broken) * 0.7 * em, markup(broken), em, INK_2, "center")
    )
    return drawing(box, shapes, labels)


def triangle_twin(
    results: Results, instrument: Instrument, item: Item, language: Language, *, minimum: int = 5
) -> Twin:
    """Say what `triangle_spec` shows: the mean shares now and wanted, and what grows most."""
    _ = translator(language).gettext
    corners = instrument.asked_as(Triangle).corners
    names = [corner.label.into(language) for corner in corners]
    views = {"now": _("Now"), "wanted": _("Wanted")}
    means = {view: _mean(results, item, view) for view in views}
    now, wanted = means["now"], means["wanted"]
    columns = ["now_n", "wanted_n"]
    counts = results.summary.loc[[item.id], columns].to_numpy(dtype=float)[0].tolist()
    if now and wanted:
        grows = max(range(3), key=lambda corner: wanted[corner] - now[corner])
        words = _("Most wanted to grow: {corner}, {now} → {wanted} per cent.")
        caption = words.format(
            corner=names[grows],
            now=number(now[grows], language),
            wanted=number(wanted[grows], language),
        )
        if wanted[grows] - now[grows] < 0.5:
            caption = _("What is wanted is what there is now.")
    elif (hidden := any(isnan(n) for n in counts)) or not any(counts):
        caption = nothing_text(hidden, minimum, language)
    else:
        caption = item.label.into(language)
    rows = []
    for (view, name), n in zip(views.items(), counts, strict=True):
        mean = means[view]
        shares = [number(part, language) for part in mean] if mean else ["–"] * 3
        rows.append([name, *shares, hidden_text(minimum, language) if isnan(n) else f"{n:.0f}"])
    return Twin(
        caption=caption,
        columns=[_("Mean, per cent"), *names, _("n")],
        rows=rows,
    )


def _points(answers: pd.DataFrame, view: str) -> list[list[float] | None]:
    """Return everybody's shares; None for who did not give them, or where they are hidden."""
    rows = answers[view].to_numpy(dtype=float).tolist()
    return [None if isnan(row[0]) else row for row in rows]


def _mean(results: Results, item: Item, view: str) -> list[float] | None:
    row = results.means[view].loc[[item.id]].to_numpy(dtype=float)[0].tolist()
    return None if isnan(row[0]) else row


def _polygon(points: list[_Point]) -> str:
    return "M" + "L".join(f"{coordinate(x)},{coordinate(y)}" for x, y in points) + "Z"


def _grid(at: Callable[[list[float]], _Point]) -> str:
    """Return the lines on which a corner has 20, 40, 60 or 80 per cent."""
    outline = ""
    for share in (20.0, 40.0, 60.0, 80.0):
        rest = 100 - share
        for turn in range(3):
            ends = [[share, rest, 0.0], [share, 0.0, rest]]
            (x0, y0), (x1, y1) = (at([*end[-turn:], *end[:-turn]] if turn else end) for end in ends)
            outline += f"M{coordinate(x0)},{coordinate(y0)}L{coordinate(x1)},{coordinate(y1)}"
    return outline


def _arrow(start: _Point, end: _Point, head: float, short: float = 0) -> str:
    """Trace an arrow that ends ``short`` of its end; nothing where there is no way to go."""
    (x0, y0), (x1, y1) = start, end
    length = hypot(x1 - x0, y1 - y0)
    if length <= short + head / 2:
        return ""
    across, down = (x1 - x0) / length, (y1 - y0) / length
    x1, y1 = x1 - across * short, y1 - down * short
    tips = [
        (
            x1 - head * (0.9 * across + side * 0.45 * down),
            y1 - head * (0.9 * down - side * 0.45 * across),
        )
        for side in (1, -1)
    ]
    (ax, ay), (bx, by) = tips
    return (
        f"M{coordinate(x0)},{coordinate(y0)}L{coordinate(x1)},{coordinate(y1)}"
        f"M{coordinate(ax)},{coordinate(ay)}L{coordinate(x1)},{coordinate(y1)}"
        f"L{coordinate(bx)},{coordinate(by)}"
    )


def _corner(text: str, place: _Point, room: float, em: float, *, below: bool) -> Label:
    """Name a corner under or over it."""
    broken = lines(text, room, em)
    away = (0.4 + 0.65 * len(broken)) * em
    y = place[1] + (away if below else -away)
    return Label(place[0], y, f"<b>{markup(broken)}</b>", em, INK, "center")


def comparison_lines(results: Results, instrument: Instrument, _of: Of) -> list[Line]:
    """Return what the pictures show of a part; see `verkostotyokalut.charts.comparison_lines`.

    A corner goes by its place, from 1 on.
    """
    found = []
    for item in instrument.item_ids:
        for view in ("now", "wanted"):
            n = float(results.summary.loc[[item], f"{view}_n"].iloc[0])
            found += [
                mean_line(item, view, str(place), n=n, mean=one.value, ends=one[1:])
                for place, one in enumerate(_means(results, item, view), start=1)
            ]
    return found


def _means(results: Results, item: str, view: str) -> list[Mean]:
    means = results.means[view].loc[[item]].to_numpy(dtype=float)[0].tolist()
    ends = intervals(results, item, view).tolist()
    return [Mean(*one) for one in zip(means, *ends, strict=True)]
