"""The picture of the kind ``cycle``: the ring of phases, and where people place the network."""

from __future__ import annotations

from functools import lru_cache, partial
from math import cos, nan, sin

from ...analysis import Comparison, Of, Part
from ...analysis.kinds.cycle import CycleResults
from ...framework import Instrument, Language
from ...framework.kinds.cycle import Cycle
from ...locales import translator
from ..beside.drawers import page_drawer
from ..beside.lines import Line, share_line
from ..beside.page import Cell, Page
from ..beside.shares import Shared, share_cell, share_columns, share_footer, shares_page
from ..drawing import Anchor, Label, Spec, drawing, path
from ..paths import number
from ..ring import Ring
from ..terms import hidden_text, no_answers_text, nothing_text
from ..theme import CHARACTERS, COLOURS, INK, INK_2, Box, Size
from ..twin import Twin
from ..words import lines, markup
from . import Drawer, Picture

_BOX: dict[Size, Box] = {"screen": Box(1240, 760, 22), "console": Box(400, 350, 11)}


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return the ring, one for each item."""
    cycle = instrument.asked_as(Cycle)
    characters = " ".join(dict.fromkeys(CHARACTERS[phase.shape] for phase in cycle.phases))
    key = ((characters, translator(language).gettext("one answer")),)

    def draw(item: str, results: CycleResults, minimum: int) -> Picture:
        return Picture(
            cycle_spec(cycle, language, results, item, size=size, minimum=minimum),
            lambda: cycle_twin(cycle, language, results, item, minimum=minimum),
        )

    return [
        Drawer(item.label.into(language), partial(draw, item.id), key) for item in instrument.items
    ]


def cycle_spec(
    cycle: Cycle,
    language: Language,
    results: CycleResults | None = None,
    item: str = "",
    *,
    size: Size = "screen",
    minimum: int = 5,
) -> Spec:
    """Draw the cycle, with a dot for each answer where there are results to show.

    Parameters
    ----------
    cycle
        The phases.
    language
        Of the labels.
    results, item
        Whose places; without them the cycle stands alone.
    size
        The projector's box or a panel's.
    minimum
        The disclosure limit that the results went through.
    """
    box = _BOX[size]
    ring = Ring(cycle, box.width / 2, box.height / 2, box.height * 0.36, box.font)
    counts = results.places[item] if results else None
    sums = None if counts is None else counts.sum(axis=1)
    shapes, labels = [], []
    for index, phase in enumerate(cycle.phases):
        shapes.append(path(ring.band(index), fill=COLOURS[phase.shape], opacity=0.85))
        labels.append(ring.number(index))
        share = "" if sums is None else f"<br>{sums[phase.id]}"
        labels.append(_name(ring, index, phase.label.into(language), share, box))
    centre = "<br>".join(markup([text.into(language)]) for text in cycle.centre)
    labels.append(Label(ring.x, ring.y, centre, box.font, INK_2, "center"))
    if counts is not None:
        shapes += ring.dots(counts)
    elif results is not None:
        words = hidden_text(minimum, language, detail=True)
        labels.append(Label(ring.x, box.height - box.font, words, box.font, INK_2, "center"))
    return drawing(box, shapes, labels)


@lru_cache(maxsize=256)
def _broken(text: str, room: float, size: float) -> str:
    return markup(lines(text, room, size))


def _name(ring: Ring, index: int, text: str, more: str, box: Box) -> Label:
    """Write a phase's name outside the ring."""
    across, up = sin(ring.middle(index)), cos(ring.middle(index))
    anchor: Anchor = "left" if across > 0.1 else "right" if across < -0.1 else "center"
    at = ring.x + across * ring.radius * 1.08
    room = (box.width - at if anchor == "left" else at) if anchor != "center" else box.width
    name = _broken(text, min(room, 14 * box.font), box.font)
    high = ring.radius * 1.08 + (name.count("<br>") + 1 + bool(more)) * box.font * 0.62
    return Label(at, ring.y - up * high, f"<b>{name}</b>{more}", box.font, INK, anchor)


def cycle_twin(
    cycle: Cycle, language: Language, results: CycleResults, item: str, *, minimum: int
) -> Twin:
    """Say where people place the network.

    Parameters are those of `cycle_spec`.
    """
    translation = translator(language)
    _ = translation.gettext
    counts = results.places[item]
    columns = [_("Phase"), *(part.into(language) for part in cycle.parts), _("Together")]
    if counts is None:
        caption = nothing_text(True, minimum, language, detail=True)
        return Twin(caption=caption, columns=columns, rows=[])
    names = {phase.id: phase.label.into(language) for phase in cycle.phases}
    sums = counts.sum(axis=1)
    n, most = int(sums.sum()), int(sums.max())
    first = [names[str(phase)] for phase in sums.index[sums == most]]
    if most == 0:
        caption = no_answers_text(language)
    else:
        caption = _("Most place the network here: {phases} ({most} of {n}).").format(
            phases=", ".join(first), most=number(most), n=n
        )
    return Twin(
        caption=caption,
        columns=columns,
        rows=[
            [names[str(phase)], *map(str, row), str(sum(row))]
            for phase, row in zip(counts.index, counts.to_numpy().tolist(), strict=True)
        ],
    )


def comparison_pictures(
    instrument: Instrument, _of: Of, language: Language, size: Size
) -> list[Drawer]:
    """Return how large a share of each part places the network in each phase, item by item.

    Parameters are those of `verkostotyokalut.charts.comparison_pictures`.
    """
    _ = translator(language).gettext
    phases = instrument.asked_as(Cycle).phases

    def page(item: str, comparison: Comparison) -> Page:
        columns = [
            (
                f"{place}. {phase.label.into(language)}",
                [_cell(part, item, phase.id, language) for part in comparison.parts],
            )
            for place, phase in enumerate(phases, start=1)
        ]
        footer = (share_footer(language),)
        shared = Shared("", _("Phase"), columns, share_columns(language), footer)
        return shares_page(comparison, shared, language)

    return [
        page_drawer(item.label.into(language), partial(page, item.id), language, size)
        for item in instrument.items
    ]


def _cell(part: Part, item: str, phase: str, language: Language) -> Cell | None:
    if part.results is None:
        return None
    counts = part.results.places[item]
    if counts is None:
        return share_cell(nan, nan, language)
    sums = counts.sum(axis=1)
    return share_cell(float(sums[phase]), float(sums.sum()), language)


def comparison_lines(results: CycleResults, instrument: Instrument, _of: Of) -> list[Line]:
    """Return what the pictures show of a part; see `verkostotyokalut.charts.comparison_lines`."""
    found = []
    for item, counts in results.places.items():
        for phase in instrument.asked_as(Cycle).phases:
            sums = None if counts is None else counts.sum(axis=1)
            count, n = (nan, nan) if sums is None else (float(sums[phase.id]), float(sums.sum()))
            found.append(share_line(item, phase.id, count=count, n=n))
    return found
