"""The dumbbells of the kind ``pair``: from now to wanted, one for each item."""

from __future__ import annotations

from math import isnan
from typing import NamedTuple

from ....analysis.kinds.pair import Results
from ....framework import Instrument, Language
from ....framework.kinds.pair import Pair
from ....locales import translator
from ...drawing import Label, Spec, drawing, path
from ...paths import number as coordinate
from ...terms import (
    hidden_text,
    median_alone_text,
    nothing_text,
    percent_text,
    signed_text,
    value_text,
)
from ...theme import INK, INK_2, LINE, Box, Size, colour
from ...twin import Twin
from ...words import lines, markup
from .rows import Row, dumbbell, item_rows, key_text

_MINUS = "−"


class _Place(NamedTuple):
    """A box, where its scale begins and ends, where its words begin, and the highest row."""

    box: Box
    points: tuple[float, float]
    words: float
    row: float


_PLACES: dict[Size, _Place] = {
    "screen": _Place(Box(1440, 700, 20), (390, 980), 1050, 118),
    "console": _Place(Box(400, 350, 11), (150, 340), 362, 48),
}


def pair_spec(
    results: Results,
    instrument: Instrument,
    language: Language,
    *,
    size: Size = "screen",
    minimum: int = 5,
) -> Spec:
    """Draw the medians now (a full dot) and wanted (a ring), with their middle halves.

    Parameters
    ----------
    results
        Guarded; see `verkostotyokalut.analysis.kinds.pair`. What is hidden is left out and said.
    instrument
        What was asked.
    language
        Of the labels.
    size
        ``"screen"`` for the projector (text 20 px in a box of 1440×700, with the shares that want
        more, the same and less), ``"console"`` for a panel of the leader's (11 px, 400×350).
    minimum
        The disclosure limit that was used; it is named where something is hidden.
    """
    place, rows = _PLACES[size], item_rows(results, instrument)
    box, em = place.box, place.box.font
    points = instrument.asked_as(Pair).points
    step = (place.points[1] - place.points[0]) / (len(points) - 1)
    top = 2.4 * em
    pitch = min(place.row, (box.height - top - 7.6 * em) / len(rows))
    bottom = top + pitch * len(rows)

    def x(point: float) -> float:
        return place.points[0] + (point - 1) * step

    xs = [x(point) for point in range(1, len(points) + 1)]
    grid = "".join(f"M{coordinate(at)},{coordinate(top)}V{coordinate(bottom)}" for at in xs)
    shapes = [path(grid, line=LINE, width=em / 14)]
    labels = _frame_labels(instrument, language, place, xs, bottom)
    if size == "screen":
        words = translator(language).gettext("▲ more  = the same  ▼ less")
        labels.append(Label(place.words, em, markup([words]), em - 1, INK_2))
    for index, row in enumerate(rows):
        y = top + pitch * (index + 0.5)
        name = lines(row.item.label.into(language), place.points[0] - 2.5 * em, em)
        labels.append(Label(0, y, markup(name), em))
        shapes += dumbbell(
            row.now, row.wanted, colour(row.dimension), x, y, min(0.62 * em, pitch / 4)
        )
        labels += _words(row, language, place, y, size, minimum)
    key = [key_text(language)]
    if any(row.few for row in rows):
        key += lines(median_alone_text(minimum, language), box.width, em)
    labels.append(Label(0, box.height - (0.65 * len(key) + 0.15) * em, markup(key), em, INK))
    return drawing(box, shapes, labels)


def pair_twin(
    results: Results, instrument: Instrument, language: Language, *, minimum: int = 5
) -> Twin:
    """Say what `pair_spec` shows: where the gap is largest, and every item's numbers."""
    _ = translator(language).gettext
    rows = item_rows(results, instrument)
    return Twin(
        caption=_largest_gap(rows, language, minimum),
        columns=[
            _("Item"),
            _("Now"),
            f"{_('Now')}: n",
            _("Wanted"),
            f"{_('Wanted')}: n",
            _("Change"),
            _("More"),
            _("The same"),
            _("Less"),
        ],
        rows=[
            [
                row.item.label.into(language),
                value_text(row.now.median, language),
                _count(row.now_n, minimum, language),
                value_text(row.wanted.median, language),
                _count(row.wanted_n, minimum, language),
                signed_text(row.change, language),
                *(percent_text(share, language) for share in (row.up, row.same, row.down)),
            ]
            for row in rows
        ],
    )


def _words(
    row: Row, language: Language, place: _Place, y: float, size: Size, minimum: int
) -> list[Label]:
    """Write the change beside a dumbbell, or why there is none."""
    em = place.box.font
    if isnan(row.change):
        _ = translator(language).gettext
        few = any(isnan(n) for n in (row.now_n, row.wanted_n))
        if size == "console":
            return [Label(place.words, y, "–", em, INK_2)]
        text = _("no pairs to compare")
        if few or isnan(row.paired_n):
            text = hidden_text(minimum, language, detail=not few)
        return [Label(place.words, y, markup([text]), em - 1, INK_2)]
    labels = [Label(place.words, y, f"<b>{signed_text(row.change, language)}</b>", em)]
    if size == "screen":
        shares = zip("▲=▼", (row.up, row.same, row.down), strict=True)
        text = "   ".join(f"{sign} {percent_text(share, language)}" for sign, share in shares)
        labels += [
            Label(place.words + 3.2 * em, y, text, em - 1, INK_2),
            Label(place.box.width, y, f"{row.paired_n:.0f}", em - 1, INK_2, "right"),
        ]
    return labels


def _frame_labels(
    instrument: Instrument, language: Language, place: _Place, xs: list[float], bottom: float
) -> list[Label]:
    """Name the scale's points under it, its ends in words, and the marks."""
    _ = translator(language).gettext
    points, em = instrument.asked_as(Pair).points, place.box.font
    labels = [
        Label(x, bottom + 0.9 * em, str(point), em, INK_2, "center")
        for point, x in enumerate(xs, start=1)
    ]
    for x, point in ((xs[0], points[0]), (xs[-1], points[-1])):
        broken = lines(point.into(language), 11 * em, em - 1)
        y = bottom + 2 * em + len(broken) * 0.65 * em
        labels.append(Label(x, y, markup(broken), em - 1, INK_2, "center"))
    if place.words + 5 * em < place.box.width:
        labels.append(Label(place.box.width, em, _("n"), em - 1, INK_2, "right"))
    return labels


def _largest_gap(rows: list[Row], language: Language, minimum: int) -> str:
    _ = translator(language).gettext
    known = [row for row in rows if not isnan(row.change)]
    reason = median_alone_text(minimum, language) if any(row.few for row in rows) else ""
    if not known:
        return reason or nothing_text(any(isnan(row.now_n) for row in rows), minimum, language)
    most = max(abs(row.change) for row in known)
    if most == 0:
        return f"{_('What is wanted is what there is now.')} {reason}".strip()
    named = ", ".join(
        f"{row.item.label.into(language)} ({signed_text(row.change, language)})"
        for row in known
        if abs(row.change) == most
    )
    said = _("The largest gap between now and wanted: {items}.").format(items=named)
    return f"{said} {reason}".strip()


def _count(n: float, minimum: int, language: Language) -> str:
    return hidden_text(minimum, language) if isnan(n) else f"{n:.0f}"
