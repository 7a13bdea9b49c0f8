"""How the options of the kind ``rows`` look: a shape and a colour for each, the same everywhere."""

from __future__ import annotations

from typing import NamedTuple

from ....analysis.kinds.rows import OTHERS
from ....framework import Language, Shape
from ....framework.kinds.rows import Map, Rows
from ....framework.row_fields import ChoiceField, LevelField
from ....locales import translator
from ...drawing import Dots, Spec, path
from ...theme import COLOURS, PAPER
from ...words import lines, width

_SHAPES: tuple[Shape, ...] = ("circle", "square", "triangle", "diamond")
_GREY = "#7d8a8f"


class Mark(NamedTuple):
    """An option's name, and the mark of its rows; those after the fourth are hollow."""

    option: str
    label: str
    shape: Shape
    filled: bool
    colour: str

    def draw(self, dots: Dots) -> Spec:
        """Draw rows of the option."""
        if self.filled:
            return path(dots, fill=self.colour)
        return path(dots, fill=PAPER, line=self.colour, width=max(1.2, dots.size / 6))

    def one(self, x: float, y: float, size: float) -> Spec:
        """Draw a single mark."""
        return self.draw(Dots(self.shape, 1, 0, size, ((round(x, 1), round(y, 1), 1),)))


def marks(question: Rows, language: Language) -> list[Mark]:
    """Return the mark of each option, and last that of `OTHERS`."""
    colour = question.field(question.colour, ChoiceField)
    if colour is None:
        return [Mark(OTHERS, question.called.into(language), "plain", True, COLOURS["plain"])]
    found = [
        Mark(
            option.id,
            option.label.into(language),
            _SHAPES[index % len(_SHAPES)],
            index < len(_SHAPES),
            COLOURS[_SHAPES[index % len(_SHAPES)]],
        )
        for index, option in enumerate(colour.options)
    ]
    others = translator(language).gettext("Others")
    return [*found, Mark(OTHERS, others, "plain", True, _GREY)]


def levels(question: Rows) -> tuple[LevelField, LevelField]:
    """Return the fields that place a row: to the right, and upwards."""
    placed = question.map or Map(x="", y="")
    x, y = question.field(placed.x, LevelField), question.field(placed.y, LevelField)
    if x is None or y is None:
        raise ValueError("the question has no map")
    return x, y


def fitted(text: str, room: float, em: float, most: int) -> list[str]:
    """Break a text that somebody has written into ``most`` lines, cutting what has no room."""
    broken = lines(text, room, em)
    whole = len(broken) <= most
    return [
        _cut(line, room, em, whole or index + 1 < most) for index, line in enumerate(broken[:most])
    ]


def _cut(line: str, room: float, em: float, whole: bool) -> str:
    if whole and width(line, em) <= room:
        return line
    while line and width(f"{line}…", em) > room:
        line = line[:-1]
    return f"{line}…"
