"""How groups see each other: who works with whom, as a table and as a network."""

from __future__ import annotations

from math import atan2, cos, hypot, isnan, nan, pi, sin
from typing import NamedTuple

import networkx as nx

from ....analysis import Comparison, Part
from ....framework import Instrument, Item, Language
from ....framework.kinds.choice import Choice
from ....locales import translator
from ...beside.drawers import page_drawer
from ...beside.page import Cell, Page
from ...beside.shares import Shared, share_cell, share_columns, share_footer, shares_page
from ...drawing import Label, Spec, drawing, path
from ...paths import number as coordinate
from ...paths import ring
from ...terms import percent_text, value_text
from ...theme import COLOURS, FAINT, INK, INK_2, Box, Size
from ...twin import Twin
from ...words import lines, markup
from .. import Drawer, Picture

_BOXES: dict[Size, Box] = {"screen": Box(1200, 760, 20), "console": Box(400, 340, 11)}
_THICKEST = 0.7  # em: the line of a tie that everybody has
_DISC = 0.6  # em
_LEADING = 1.3
_ALONG = 0.36  # of a tie, where its share is written
_STRONG = 0.5  # from such a share on, a tie is said to be strong


class Tie(NamedTuple):
    """How large a share of each end's people see the other so, 0..1; NaN where hidden.

    ``n_there`` and ``n_back`` are of how many people the shares are.
    """

    one: str
    other: str
    there: float
    back: float
    n_there: float
    n_back: float

    @property
    def known(self) -> list[float]:
        """The shares that may be shown."""
        return [share for share in (self.there, self.back) if not isnan(share)]

    @property
    def share(self) -> float:
        """The mean of those; NaN where both are hidden."""
        return sum(self.known) / len(self.known) if self.known else nan


def between_pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return the table and the network of who works with whom.

    A group stands for the item of the same name; others are in the table alone. What counts is
    the upper half of the options.
    """
    _ = translator(language).gettext

    def page(comparison: Comparison) -> Page:
        columns = [
            (
                item.label.into(language),
                [_cell(part, item, instrument, language) for part in comparison.parts],
            )
            for item in instrument.items
        ]
        footer = (_counted(instrument, language), share_footer(language))
        shared = Shared("", _("Whom"), columns, share_columns(language), footer)
        return shares_page(comparison, shared, language)

    def draw(comparison: Comparison, _minimum: int) -> Picture:
        found = ties(comparison, instrument)
        return Picture(
            _network(found, instrument, language, _BOXES[size]),
            lambda: _network_twin(found, instrument, language),
        )

    return [
        page_drawer(_("Who works with whom"), page, language, size),
        Drawer(_("The network of groups"), draw),
    ]


def ties(comparison: Comparison, instrument: Instrument) -> list[Tie]:
    """Return the ties between the groups that stand for items, each pair once."""
    parts = {
        item.id: part
        for item in instrument.items
        for part in comparison.parts
        if _same(part.label, item)
    }
    items = [item for item in instrument.items if item.id in parts]
    found = []
    for place, one in enumerate(items):
        for other in items[place + 1 :]:
            there, n_there = _share(parts[one.id], other, instrument)
            back, n_back = _share(parts[other.id], one, instrument)
            found.append(Tie(one.id, other.id, there, back, n_there, n_back))
    return found


def _same(label: str, item: Item) -> bool:
    names = item.label.model_dump().values()
    return label.casefold() in {name.casefold() for name in names}


def _upper(part: Part, item: Item, instrument: Instrument) -> tuple[float, float]:
    """Return how many chose one of the upper half of the options, and how many chose any."""
    if part.results is None:
        return nan, nan
    options = list(instrument.asked_as(Choice).ids)
    counts = part.results.counts.loc[[(item.id, "now")], options].to_numpy(dtype=float)[0]
    return float(counts[(len(options) + 1) // 2 :].sum()), float(counts.sum())


def _share(part: Part, item: Item, instrument: Instrument) -> tuple[float, float]:
    """Return the share of the upper half, NaN where it is hidden or nobody's, and of how many."""
    count, n = _upper(part, item, instrument)
    return (count / n if n else nan), n


def _cell(part: Part, item: Item, instrument: Instrument, language: Language) -> Cell | None:
    return None if part.results is None else share_cell(*_upper(part, item, instrument), language)


def _counted(instrument: Instrument, language: Language) -> str:
    """Say which options count."""
    options = instrument.asked_as(Choice).options
    upper = ", ".join(option.label.into(language) for option in options[(len(options) + 1) // 2 :])
    words = translator(language).gettext("Counted are those who chose: {options}.")
    return words.format(options=upper)


def _places(found: list[Tie], box: Box) -> dict[str, tuple[float, float]]:
    """Place the groups on a ring, those with strong ties beside each other; always the same way.

    On a ring no tie goes through a third group.
    """
    graph = nx.Graph()
    for tie in found:
        graph.add_nodes_from([tie.one, tie.other])
        if tie.share > 0:
            graph.add_edge(tie.one, tie.other, weight=tie.share)
    near = nx.spring_layout(graph, pos=nx.circular_layout(graph), seed=1)
    around = sorted(near, key=lambda name: atan2(near[name][1], near[name][0]))
    em, middle = box.font, (box.width / 2, box.height / 2 - 1.4 * box.font)
    across, down = box.width / 2 - 7 * em, box.height / 2 - 5.2 * em
    turns = [2 * pi * place / len(around) - pi / 2 for place in range(len(around))]
    return {
        name: (middle[0] + across * cos(turn), middle[1] + down * sin(turn))
        for name, turn in zip(around, turns, strict=True)
    }


def _network(found: list[Tie], instrument: Instrument, language: Language, box: Box) -> Spec:
    em = box.font
    _ = translator(language).gettext
    if not found:
        told = markup(lines(_missing(language), box.width, em))
        return drawing(box, [], [Label(0, 3 * em, told, em, INK_2)])
    places = _places(found, box)
    shapes: list[Spec] = []
    labels: list[Label] = []
    for tie in sorted(found, key=lambda one: one.share if one.known else -1):
        (x0, y0), (x1, y1) = places[tie.one], places[tie.other]
        line = f"M{coordinate(x0)},{coordinate(y0)}L{coordinate(x1)},{coordinate(y1)}"
        if not tie.known:
            shapes.append(path(line, line=FAINT, width=1, dash="dot"))
        elif tie.share:
            width = max(1.0, tie.share * _THICKEST * em)
            dash = "solid" if len(tie.known) == 2 else "dash"
            ink = COLOURS["circle"] if tie.share >= _STRONG else INK_2
            shapes.append(path(line, line=ink, width=width, dash=dash, opacity=0.55))
            text = f"<b>{percent_text(tie.share, language)}</b>"
            labels.append(Label(*_beside(x0, y0, x1, y1, em), text, em - 1, INK, "center"))
    names = {item.id: item.label.into(language) for item in instrument.items}
    for name, (x, y) in places.items():
        shapes.append(path(ring(x, y, _DISC * em), fill=INK))
        words = lines(names[name], 11 * em, 1.1 * em)
        away = (_DISC + 0.4) * em + len(words) * _LEADING * 1.1 * em / 2
        at = y - away if y <= box.height / 2 else y + away  # outside the ring
        labels.append(Label(x, at, f"<b>{markup(words)}</b>", 1.1 * em, INK, "center"))
    foot = lines(f"{_marks(language)} {_counted(instrument, language)}", box.width, em - 1)
    at = box.height - len(foot) * _LEADING * (em - 1) / 2
    labels.append(Label(0, at, markup(foot), em - 1, INK_2))
    return drawing(box, shapes, labels)


def _beside(x0: float, y0: float, x1: float, y1: float, em: float) -> tuple[float, float]:
    """Return where a tie's share is written: a little off its middle, where fewer ties cross."""
    length = hypot(x1 - x0, y1 - y0)
    x, y = x0 + _ALONG * (x1 - x0), y0 + _ALONG * (y1 - y0)
    return x + 1.5 * em * abs(y1 - y0) / length, y - 0.8 * em * abs(x1 - x0) / length


def _marks(language: Language) -> str:
    return translator(language).gettext(
        "The thicker the line, the larger the share of both groups' people; a dashed line is of "
        "one group, a dotted one is not shown."
    )


def _missing(language: Language) -> str:
    return translator(language).gettext(
        "No two groups have the name of something that was asked about."
    )


def _network_twin(found: list[Tie], instrument: Instrument, language: Language) -> Twin:
    _ = translator(language).gettext
    names = {item.id: item.label.into(language) for item in instrument.items}
    known = [tie for tie in found if tie.known]
    hidden = _("not shown")

    def told(share: float) -> str:
        return hidden if isnan(share) else percent_text(share, language)

    caption = _missing(language) if not found else _("No tie can be shown.")
    if known:
        best, least = (end(known, key=lambda tie: tie.share) for end in (max, min))
        words = _("The strongest tie: {one} and {other} ({share}).")
        caption = words.format(one=names[best.one], other=names[best.other], share=told(best.share))
        if least.share < best.share:
            words = _("The weakest: {one} and {other} ({share}).")
            caption += " " + words.format(
                one=names[least.one], other=names[least.other], share=told(least.share)
            )
    return Twin(
        caption=caption,
        columns=[
            _("Group"),
            _("Group"),
            _("From the first"),
            f"{_('From the first')}: n",
            _("From the second"),
            f"{_('From the second')}: n",
        ],
        rows=[
            [
                names[tie.one],
                names[tie.other],
                told(tie.there),
                value_text(tie.n_there, language),
                told(tie.back),
                value_text(tie.n_back, language),
            ]
            for tie in found
        ],
    )
