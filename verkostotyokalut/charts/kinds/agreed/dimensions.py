"""Each dimension's answers together, and how many of its items most say are agreed."""

from __future__ import annotations

from ....framework import Language
from ...drawing import Label, Spec, drawing
from ...terms import hidden_text, percent_text
from ...theme import INK_2, PROFILE, Size, colour
from ...words import markup
from .bars import bar, key
from .rows import Group
from .words import Words


def dimensions_spec(
    found: list[Group], words: Words, language: Language, minimum: int, size: Size
) -> Spec:
    """Draw the dimensions as plain JSON data; one with too few answers says only that."""
    box = PROFILE[size]
    em, wide = float(box.font), float(box.width)
    shapes, labels = key(em, (0, wide * 0.36, wide * 0.68), em, words.names)
    top = 2.6 * em
    pitch = min((box.height - top) / len(found), 8.5 * em)
    for place, group in enumerate(found):
        y = top + pitch * place
        title = f"<b>{markup([group.row.label])}</b>"
        labels.append(Label(0, y + pitch * 0.24, title, em + 1, colour(group.row.dimension)))
        if group.row.states is None:
            told = hidden_text(minimum, language, detail=True)
        else:
            told = words.tally.format(agreed=group.agreed, n=group.items)
        labels.append(Label(wide, y + pitch * 0.24, markup([told]), em, INK_2, "right"))
        shares = [percent_text(group.row.share(state), language) for state in range(3)]
        height = pitch * 0.36
        drawn, numbers = bar(group.row, wide / 2, wide / 2, y + pitch * 0.62, height, em, shares)
        shapes += drawn
        labels += numbers
    return drawing(box, shapes, labels)
