"""One's own rows on the map of the kind ``rows``: numbered, with their names in the key."""

from __future__ import annotations

from ....analysis.kinds.rows import OTHERS
from ....framework import Language
from ....framework.kinds.rows import Rows
from ....locales import translator
from ...drawing import Label, Spec
from ...theme import Box
from ...words import markup
from ..axes.places import Square, apart
from .marks import Mark, fitted, levels, marks

_ROOM = 14.6  # for a name, in em


def own_rows(
    own: tuple[dict[str, object], ...],
    question: Rows,
    square: Square,
    box: Box,
    language: Language,
) -> tuple[tuple[list[Spec], list[Label]], float]:
    """Draw one's own rows with a number each, and their names in the key.

    Returns
    -------
    tuple
        The shapes and labels, and how far down the key reaches.
    """
    _ = translator(language).gettext
    em = float(box.font)
    x, y = (field.id for field in levels(question))
    by_option: dict[object, Mark] = {mark.option: mark for mark in marks(question, language)}
    places = [(row.get(x), row.get(y)) for row in own]
    points = [
        (square.x(across), square.y(up))
        for across, up in places
        if isinstance(across, int) and isinstance(up, int)
    ]
    at = iter(apart(points, [0.9 * em] * len(points), square))
    shapes: list[Spec] = []
    labels: list[Label] = []
    left, top = square.side + 1.9 * em, 2.2 * em
    pitch = min(4.4 * em, (box.height - 7.5 * em - top) / max(1, len(own)))
    room = max(1, int(pitch / (1.3 * em)))
    for index, (row, place) in enumerate(zip(own, places, strict=True)):
        mark = by_option[row.get(question.colour or "", OTHERS)]
        middle = top + (index + 0.5) * pitch
        spots = [(left, middle)] if None in place else [(left, middle), next(at)]
        for spot in spots:
            ink = "#ffffff" if mark.filled else mark.colour
            up = 0.3 * em if mark.shape == "triangle" else 0
            large = 2.1 if mark.shape in {"triangle", "diamond"} else 1.6
            shapes.append(mark.one(spot[0], spot[1] - up, large * em))
            labels.append(Label(*spot, f"<b>{index + 1}</b>", em - 1, ink, "center"))
        name = fitted(str(row["name"]), _ROOM * em, em, max(1, room - 1))
        words = markup(name)
        about = _("not on the map") if None in place else mark.label
        if room > 1 and (None in place or mark.option != OTHERS):
            words += f"<br><i>{markup(fitted(about, _ROOM * em, em, 1))}</i>"
        labels.append(Label(left + 1.3 * em, middle, words, em))
    return (shapes, labels), top + pitch * len(own) + em
