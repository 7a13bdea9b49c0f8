"""The two loops of the kind ``pair``: what keeps each end going, and where the room is between."""

from __future__ import annotations

from math import copysign, cos, isnan, nan, pi, sin
from typing import NamedTuple

from ....analysis.kinds.pair import Results, position
from ....framework import Instrument, Language
from ....framework.kinds.pair import Loop, Loops, Pair
from ....locales import translator
from ...drawing import Anchor, Label, Spec, drawing, path
from ...paths import band
from ...paths import number as coordinate
from ...terms import median_alone_text, number, span_text, without_number_text
from ...theme import COLOURS, INK, INK_2, LINE, PAPER, Box, Size, colour
from ...twin import Twin
from ...words import lines, markup
from .rows import View, dumbbell, item_rows, key_text

# brown and teal: apart for every eye, and no verdict as red and green would be
_INKS = (COLOURS["triangle"], COLOURS["circle"])
_GAP = 0.06  # between two steps of a ring, in radians


class _Place(NamedTuple):
    """A box, and where in it the rings and the scale are; all but the box in the font's size."""

    box: Box
    ring: float  # the rings' radius
    middle: float  # the height of their middles
    inner: float  # the inner edge of a ring, as a share of the radius
    rail: float  # the height of the scale


_PLACES: dict[Size, _Place] = {
    "screen": _Place(Box(1440, 700, 22), 6.6, 8.4, 0.74, 21.2),
    "console": _Place(Box(400, 350, 11), 3.2, 3.6, 0.6, 21.8),
}


class _Standing(NamedTuple):
    """Where the room is, now or wanted, or why that isn't told."""

    title: str
    view: View
    nothing: str | None


def loops_spec(
    results: Results,
    loops: Loops,
    instrument: Instrument,
    language: Language,
    *,
    size: Size = "screen",
    minimum: int = 5,
) -> Spec:
    """Draw the loops, and below them the room between: now (a full dot) and wanted (a ring).

    Parameters
    ----------
    results
        Guarded; see `verkostotyokalut.analysis.kinds.pair`. The room is where `position` says.
    loops
        Those of the question.
    instrument
        What was asked.
    language
        Of the labels.
    size
        ``"screen"`` for the projector (text 22 px in a box of 1440×700, the steps around their
        rings), ``"console"`` for a panel of the leader's (11 px, 400×350, the steps in a list).
    minimum
        The disclosure limit that was used; it is named where something is hidden.
    """
    place = _PLACES[size]
    box, em = place.box, place.box.font
    points = instrument.asked_as(Pair).points
    xs = (box.width / 4, box.width * 3 / 4)
    y = place.rail * em

    def x(point: float) -> float:
        return xs[0] + (point - 1) * (xs[1] - xs[0]) / (len(points) - 1)

    ticks = "".join(
        f"M{coordinate(x(point))},{coordinate(y - em)}V{coordinate(y + em)}"
        for point in range(1, len(points) + 1)
    )
    rail = f"M{coordinate(xs[0])},{coordinate(y)}H{coordinate(xs[1])}"
    shapes = [path(rail + ticks, line=LINE, width=em / 10)]
    labels = [
        Label(x(point), y + 3.5 * em, str(point), em, INK_2, "center")
        for point in range(1, len(points) + 1)
    ]
    for middle, loop, ink in zip(xs, (loops.low, loops.high), _INKS, strict=True):
        shapes += _ring(loop, middle, place, ink)
        labels += _loop_labels(loop, middle, place, ink, language, size)
    for end, extreme in ((xs[0], points[0]), (xs[1], points[-1])):
        broken = lines(extreme.into(language), 14 * em, em)
        labels.append(
            Label(end, y + (4.2 + 0.65 * len(broken)) * em, markup(broken), em, INK_2, "center")
        )
    now, wanted = _standings(results, instrument, language, minimum)
    ink = colour(instrument.dimensions[0])
    shapes += dumbbell(now.view, wanted.view, ink, x, y, 0.62 * em)
    for one, text_y, ink in ((now, y - 2 * em, INK), (wanted, y + 2 * em, INK_2)):
        at = x((1 + len(points)) / 2 if one.nothing else one.view.median)
        words = f"{one.title} {one.nothing or number(one.view.median, language)}"
        labels.append(Label(at, text_y, f"<b>{markup([words])}</b>", em, ink, "center"))
    _ = translator(language).gettext
    together = _("all items together")
    reason = _reason((now, wanted), language, minimum)
    key = lines(f"{key_text(language)} · {together}", box.width, em)
    key += lines(reason, box.width, em)
    key_y = box.height - (0.65 * len(key) + 0.15) * em
    labels.append(Label(box.width / 2, key_y, markup(key), em, INK, "center"))
    return drawing(box, shapes, labels)


def loops_twin(
    results: Results,
    loops: Loops,
    instrument: Instrument,
    language: Language,
    *,
    minimum: int = 5,
) -> Twin:
    """Say what `loops_spec` shows: where the room is, and the steps of each loop.

    Parameters are those of `loops_spec`.
    """
    _ = translator(language).gettext
    points, half = instrument.asked_as(Pair).points, _("middle half")
    said = [_("All items together.")]
    standings = _standings(results, instrument, language, minimum)
    for one in standings:
        words = one.nothing or number(one.view.median, language)
        if not isnan(one.view.q1):
            words += f" ({half} {span_text(one.view.q1, one.view.q3, language)})"
        said.append(f"{one.title}: {words}.")
    ends = f"1 = {points[0].into(language)}, {len(points)} = {points[-1].into(language)}."
    titles = [loop.title.into(language) for loop in (loops.low, loops.high)]
    most = max(len(loops.low.steps), len(loops.high.steps))
    rows = []
    for index in range(most):
        steps = [loop.steps[index : index + 1] for loop in (loops.low, loops.high)]
        rows.append([str(index + 1), *(step[0].into(language) if step else "" for step in steps)])
    return Twin(
        caption=" ".join(filter(None, [*said, ends, _reason(standings, language, minimum)])),
        columns=[_("Step"), *titles],
        rows=rows,
    )


def _standings(
    results: Results, instrument: Instrument, language: Language, minimum: int
) -> tuple[_Standing, _Standing]:
    """Return where the room is now, and where it wants to be."""
    _ = translator(language).gettext
    found, rows = position(results), item_rows(results, instrument)

    def standing(title: str, view: View, counts: list[float]) -> _Standing:
        n = nan if any(map(isnan, counts)) else 0.0
        nothing = without_number_text(n, 0, minimum, language) if isnan(view.median) else None
        return _Standing(title, view, nothing)

    return (
        standing(_("Now"), View(*found[:3]), [row.now_n for row in rows]),
        standing(_("Wanted"), View(*found[3:]), [row.wanted_n for row in rows]),
    )


def _reason(standings: tuple[_Standing, _Standing], language: Language, minimum: int) -> str:
    """Say why a median has no middle half; nothing where each has."""
    views = [one.view for one in standings if not one.nothing]
    few = any(isnan(view.q1) for view in views)
    return median_alone_text(minimum, language) if few else ""


def _ring(loop: Loop, x: float, place: _Place, ink: str) -> list[Spec]:
    """Outline the steps as arrows around a middle."""
    em, turn = place.box.font, 2 * pi / len(loop.steps)
    radius, y = place.ring * em, place.middle * em
    outlines = [
        band(
            *(x, y, place.inner * radius, radius),
            *(index * turn + _GAP, (index + 1) * turn - _GAP),
            arrow=0.09 * radius,
        )
        for index in range(len(loop.steps))
    ]
    return [path(outline, fill=ink, opacity=0.85) for outline in outlines]


def _loop_labels(
    loop: Loop, x: float, place: _Place, ink: str, language: Language, size: Size
) -> list[Label]:
    """Number the steps, name the loop, and write the steps around the ring or in a list."""
    em, turn = place.box.font, 2 * pi / len(loop.steps)
    radius, y = place.ring * em, place.middle * em
    title = lines(loop.title.into(language), 8 * em if size == "screen" else 16 * em, em)
    title_y = y if size == "screen" else y + radius + 1.2 * em
    away = 1.18 * radius
    labels = [Label(x, title_y, f"<b>{markup(title)}</b>", em, ink, "center")]
    below = title_y + 0.9 * em
    for index, step in enumerate(loop.steps):
        angle = (index + 0.5) * turn
        across, up = sin(angle), cos(angle)
        middle = radius * (1 + place.inner) / 2
        number_at = x + middle * across, y - middle * up
        labels.append(Label(*number_at, f"<b>{index + 1}</b>", em, PAPER, "center"))
        if size == "screen":
            beside = abs(across) > 0.1
            anchor: Anchor = "center" if not beside else "left" if across > 0 else "right"
            room = place.box.width / 4 - (abs(across) * away + 0.9 * em) * beside
            broken = lines(step.into(language), room, em)
            # further out the more lines there are, so that none meets the ring
            out = 0.4 * (len(broken) - 1) * em if beside else 0.65 * len(broken) * em
            at = x + (away + 0.4 * em) * across, y - away * up - copysign(out, up)
            labels.append(Label(*at, markup(broken), em, INK, anchor))
        else:
            broken = lines(f"{index + 1} {step.into(language)}", place.box.width / 2 - em, em)
            left = x - place.box.width / 4 + 0.3 * em
            labels.append(Label(left, below + 0.65 * len(broken) * em, markup(broken), em))
            below += (1.3 * len(broken) + 0.2) * em
    return labels
