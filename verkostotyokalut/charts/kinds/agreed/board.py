"""The agreement board: every item's answers, in the instrument's order."""

from __future__ import annotations

from ....framework import Instrument, Language
from ...drawing import Label, Spec, drawing, path
from ...paths import number as coordinate
from ...terms import hidden_text, percent_text
from ...theme import FAINT, INK_2, ITEMS, LINE, colour
from ...words import lines, markup
from .bars import bar, key
from .rows import Row
from .words import words_of

_EM = ITEMS.font
_MIDDLE, _WHOLE = 592.0, 290.0  # the bars' middle, and the length of everybody's
_TOP, _BOTTOM = 46.0, 846.0
_HEADING, _BETWEEN = 1.0, 0.25  # a dimension's title and the gap above it, in rows


def board_spec(found: list[Row], instrument: Instrument, language: Language, minimum: int) -> Spec:
    """Draw the board as plain JSON data; an item with too few answers says only that."""
    dimensions = instrument.dimensions
    heights = len(found) + _HEADING * len(dimensions) + _BETWEEN * (len(dimensions) - 1)
    pitch = min((_BOTTOM - _TOP) / heights, 64.0)
    names = words_of(instrument, language).names
    shapes, labels = key(20, (_MIDDLE - _WHOLE, _MIDDLE - 90, _MIDDLE + 90), _EM, names)
    of_all = markup([f"{names[0]}, %"])
    labels.append(Label(ITEMS.width, 20, of_all, _EM - 1, INK_2, "right"))
    y, before = _TOP, ""
    for row in found:
        if row.dimension.id != before:
            y += pitch * _BETWEEN if before else 0
            title = f"<b>{markup([row.dimension.title.into(language)])}</b>"
            labels.append(Label(0, y + pitch / 2, title, _EM + 2, colour(row.dimension)))
            y, before = y + pitch * _HEADING, row.dimension.id
        middle = y + pitch / 2
        words = lines(row.label, _MIDDLE - _WHOLE - 8, _EM)
        labels.append(Label(0, middle, markup(words), _EM if len(words) == 1 else _EM - 1))
        if row.states and row.n:
            counts = [str(count) for count in row.states]
            drawn, numbers = bar(row, _MIDDLE, _WHOLE, middle, pitch * 0.78, _EM - 1, counts)
            shapes += drawn
            labels += numbers
            agreed = percent_text(row.share(0), language)
            labels.append(Label(ITEMS.width, middle, agreed, _EM - 1, INK_2, "right"))
        elif row.states is None:
            why = hidden_text(minimum, language, detail=True)
            labels.append(Label(_MIDDLE + 10, middle, why, _EM - 1, INK_2))
        else:
            line = f"M{_MIDDLE - _WHOLE},{coordinate(middle)}H{_MIDDLE + _WHOLE}"
            shapes.append(path(line, line=FAINT, width=1.2, dash="dot"))
        y += pitch
    axis = path(f"M{_MIDDLE},{_TOP}V{coordinate(y)}", line=LINE, width=1.5)
    return drawing(ITEMS, [axis, *shapes], labels)
