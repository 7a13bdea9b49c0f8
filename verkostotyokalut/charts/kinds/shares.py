"""The picture of the kind ``shares``: the whole as a stacked bar, now and as it is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import starmap
from math import nan
from typing import NamedTuple

from ...analysis import Of
from ...analysis.kinds.shares import (
    Moment,
    Shared,
    SharesResults,
    in_whole_numbers,
    intervals,
)
from ...framework import Instrument, Language
from ...framework.kinds.shares import WHOLE, Shares
from ...locales import translator
from ..beside.drawers import Means, mean_drawers
from ..beside.lines import Line, line, mean_line
from ..beside.shares import Mean
from ..drawing import Label, Spec, drawing, path
from ..paths import number as coordinate
from ..terms import hidden_text, nothing_text
from ..theme import COLOURS, FAINT, INK, INK_2, Box, Size
from ..twin import Twin
from ..words import lines, markup, width
from . import Drawer, Picture

_BOX: dict[Size, Box] = {"screen": Box(1440, 630, 20), "console": Box(400, 350, 11)}
# A part has the same colour on the phone; the words in the bar are the second cue.
_COLOURS = (*(COLOURS[shape] for shape in ("circle", "square", "triangle", "diamond")), INK_2)
# Of the width: where the bars stand, and where the words beside them begin.
_BARS: dict[Moment, tuple[float, float]] = {"now": (0.0, 0.3), "wanted": (0.4, 0.7)}
_BESIDE = 0.72
_HEADING = 2.2  # height of the bars' names, in em
_LEADING = 1.3  # plotly's line height, in em
_NONE = "–"


class _Part(NamedTuple):
    """A part's words and its shares in whole per cent; None where they are hidden or missing."""

    label: str
    colour: str
    shares: dict[Moment, int | None]

    @property
    def change(self) -> int | None:
        """How many percentage points more are wanted."""
        now, wanted = self.shares["now"], self.shares.get("wanted")
        return None if now is None or wanted is None else wanted - now


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return the stacked bars, a picture for each item."""
    question = instrument.asked_as(Shares)

    def draw(item: str, results: SharesResults, minimum: int) -> Picture:
        moments = results.shares[item]
        parts = _parts(moments, question, language)
        return Picture(
            _spec(parts, moments, language, _BOX[size], minimum),
            lambda: _twin(parts, moments, language, minimum),
        )

    return [Drawer(item.label.into(language), partial(draw, item.id)) for item in instrument.items]


def _parts(
    moments: dict[Moment, Shared | None], question: Shares, language: Language
) -> list[_Part]:
    whole = {
        moment: in_whole_numbers(shared.means) if shared is not None and shared.n else None
        for moment, shared in moments.items()
    }
    return [
        _Part(
            part.label.into(language),
            colour,
            {
                moment: None if shares is None else shares[part.id]
                for moment, shares in whole.items()
            },
        )
        for part, colour in zip(question.parts, _COLOURS, strict=False)
    ]


def _spec(
    parts: list[_Part],
    moments: dict[Moment, Shared | None],
    language: Language,
    box: Box,
    minimum: int,
) -> Spec:
    em, top = box.font, _HEADING * box.font
    shapes: list[Spec] = []
    labels: list[Label] = []
    levels: dict[Moment, list[float]] = {}
    for moment, shared in moments.items():
        left, right = (end * box.width for end in _BARS[moment])
        middle = (left + right) / 2
        name = markup([_name(moment, language)])
        n = "" if shared is None else f" (n = {shared.n})"
        labels.append(Label(middle, em * 0.8, f"<b>{name}</b>{n}", em, INK, "center"))
        shares = [part.shares[moment] for part in parts]
        if None in shares:
            outline = _rectangle(left + 1, right - 1, top, box.height - 1)
            shapes.append(path(outline, line=FAINT, width=1.2, dash="dot"))
            nothing = _nothing(shared, minimum, language)
            labels.append(Label(middle, (top + box.height) / 2, nothing, em, INK_2, "center"))
            continue
        levels[moment] = [top]
        for part, share in zip(parts, shares, strict=True):
            start = levels[moment][-1]
            end = start + (share or 0) / WHOLE * (box.height - top)
            levels[moment].append(end)
            outline = _rectangle(left, right, start, end)
            shapes.append(path(outline, fill=part.colour, line="#ffffff", width=1.5))
            words = _in_bar(part.label, _percent(share, language), right - left - em, em)
            if end - start >= (_LEADING * len(words) + 0.2) * em:
                text = markup(words)
                labels.append(Label(middle, (start + end) / 2, text, em, "#ffffff", "center"))
    if len(levels) == 2:
        shapes = [*_bands(parts, levels, box), *shapes]
    if levels:
        labels += _beside(parts, levels["wanted" if "wanted" in levels else "now"], language, box)
    return drawing(box, shapes, labels)


def _in_bar(label: str, share: str, room: float, em: float) -> list[str]:
    one = f"{label} {share}"
    return [one] if width(one, em) <= room else [*lines(label, room, em), share]


def _rectangle(left: float, right: float, top: float, bottom: float) -> str:
    a, b, c, d = map(coordinate, (left, right, top, bottom))
    return f"M{a},{c}H{b}V{d}H{a}Z"


def _bands(parts: list[_Part], levels: dict[Moment, list[float]], box: Box) -> list[Spec]:
    """Join each part of one bar to the same part of the other."""
    left, right = _BARS["now"][1] * box.width, _BARS["wanted"][0] * box.width
    bands = []
    for index, part in enumerate(parts):
        (a, b), (c, d) = (levels[moment][index : index + 2] for moment in ("now", "wanted"))
        corners = [(left, a), (right, c), (right, d), (left, b)]
        outline = "L".join(f"{coordinate(x)},{coordinate(y)}" for x, y in corners)
        bands.append(path(f"M{outline}Z", fill=part.colour, opacity=0.18))
    return bands


def _beside(parts: list[_Part], levels: list[float], language: Language, box: Box) -> list[Label]:
    """Tell each part's shares and change, as near to its place in the bar as there is room."""
    em, left = box.font, _BESIDE * box.width
    texts, heights = [], []
    for part in parts:
        words = lines(part.label, box.width - left, em)
        texts.append(f"<b>{markup(words)}</b><br>{_numbers(part, language)}")
        heights.append((len(words) + 1.4) * _LEADING * em)
    ys: list[float] = []
    edge = _HEADING * em
    for index, height in enumerate(heights):
        ys.append(max(edge + height / 2, (levels[index] + levels[index + 1]) / 2))
        edge = ys[-1] + height / 2
    edge = float(box.height)
    for index in reversed(range(len(ys))):
        ys[index] = min(ys[index], edge - heights[index] / 2)
        edge = ys[index] - heights[index] / 2
    return [
        Label(left, y, text, em - 1, part.colour)
        for part, y, text in zip(parts, ys, texts, strict=True)
    ]


def _numbers(part: _Part, language: Language) -> str:
    """Write ``20 → 35 % (+15)``, or the one share that is known."""
    known = [share for share in part.shares.values() if share is not None]
    said = _percent(known[-1], language)
    if part.change is None:
        return said
    return f"{known[0]} → {said} ({_signed(part.change)})"


def _signed(change: int) -> str:
    return f"{change:+d}".replace("-", "−") if change else "±0"


def _percent(share: int | None, language: Language) -> str:
    if share is None:
        return _NONE
    return translator(language).gettext("{n}%").format(n=share)


def _name(moment: Moment, language: Language) -> str:
    _ = translator(language).gettext
    return _("Now") if moment == "now" else _("Wanted")


def _nothing(shared: Shared | None, minimum: int, language: Language) -> str:
    if shared is None:
        return hidden_text(minimum, language)
    return translator(language).gettext("no answers")


def _twin(
    parts: list[_Part], moments: dict[Moment, Shared | None], language: Language, minimum: int
) -> Twin:
    _ = translator(language).gettext
    columns = [_("Part"), *(_name(moment, language) for moment in moments)]
    rows = [[part.label, *(_percent(n, language) for n in part.shares.values())] for part in parts]
    counts = [_NONE if shared is None else str(shared.n) for shared in moments.values()]
    rows.append([_("n"), *counts])
    if "wanted" in moments:
        columns.append(_("Change, percentage points"))
        for row, part in zip(rows, parts, strict=False):
            row.append(_NONE if part.change is None else _signed(part.change))
        rows[-1].append(_NONE)
    return Twin(caption=_caption(parts, moments, language, minimum), columns=columns, rows=rows)


def _caption(
    parts: list[_Part], moments: dict[Moment, Shared | None], language: Language, minimum: int
) -> str:
    _ = translator(language).gettext
    said = []
    for moment in moments:
        if parts[0].shares[moment] is not None:
            most = max(parts, key=lambda part: part.shares[moment] or 0)
            share = _percent(most.shares[moment], language)
            text = (
                _("Most now: {part} ({share}).")
                if moment == "now"
                else _("Most wanted: {part} ({share}).")
            )
            said.append(text.format(part=most.label, share=share))
    if not said:
        return nothing_text(not all(moments.values()), minimum, language)
    changes = [part for part in parts if part.change is not None]
    if changes:
        largest = max(changes, key=lambda part: abs(part.change or 0))
        if largest.change:
            text = _("Largest change: {part} {change} percentage points.")
            said.append(text.format(part=largest.label, change=_signed(largest.change)))
        else:
            said.append(_("No change is wanted."))
    return " ".join(said)


def comparison_pictures(
    instrument: Instrument, _of: Of, language: Language, size: Size
) -> list[Drawer]:
    """Return each part's mean shares, now and as wanted, item by item.

    Parameters are those of `verkostotyokalut.charts.comparison_pictures`.
    """
    question = instrument.asked_as(Shares)
    views: dict[str, str] = {"now": ""}
    if question.wanted:
        views = {"now": _name("now", language), "wanted": _name("wanted", language)}
    parts = {part.id: part.label.into(language) for part in question.parts}

    def means(results: SharesResults, item: str, view: str) -> tuple[float, Mapping[str, Mean]]:
        shared = results.shares[item].get("now" if view == "now" else "wanted")
        if shared is None:
            return nan, dict.fromkeys(parts, Mean(nan))
        return shared.n, _means(shared)

    return mean_drawers(instrument, Means(views, parts, means), language, size)


def _means(shared: Shared) -> dict[str, Mean]:
    numbers = zip(shared.means.tolist(), *intervals(shared).tolist(), strict=True)
    return dict(zip(map(str, shared.means.index), starmap(Mean, numbers), strict=True))


def comparison_lines(results: SharesResults, instrument: Instrument, _of: Of) -> list[Line]:
    """Return what the pictures show of a part; see `verkostotyokalut.charts.comparison_lines`."""
    question = instrument.asked_as(Shares)
    found = []
    for item, moments in results.shares.items():
        for moment, shared in moments.items():
            about = (moment,) if question.wanted else ()
            if shared is None:
                found.append(line(item, *about, n=nan))
                continue
            found += [
                mean_line(item, *about, part, n=shared.n, mean=one.value, ends=one[1:])
                for part, one in _means(shared).items()
            ]
    return found
