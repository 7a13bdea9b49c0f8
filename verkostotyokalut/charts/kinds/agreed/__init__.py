"""The pictures of the kind ``agreed``: what is agreed by dimension, and the board of every item."""

from __future__ import annotations

from ....analysis.kinds.agreed import Results
from ....framework import Instrument, Language
from ...theme import Size
from .. import Drawer, Picture
from .board import board_spec
from .comparison import comparison_pictures as comparison_pictures
from .dimensions import dimensions_spec
from .lines import comparison_lines as comparison_lines
from .rows import groups, rows
from .twin import board_twin, dimensions_twin
from .words import words_of


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return the dimensions; on the projector the agreement board as well."""
    words = words_of(instrument, language)

    def dimensions(results: Results, minimum: int) -> Picture:
        found = groups(rows(results, instrument, language), instrument, language)
        return Picture(
            dimensions_spec(found, words, language, minimum, size),
            lambda: dimensions_twin(found, words, language, minimum),
        )

    def board(results: Results, minimum: int) -> Picture:
        found = rows(results, instrument, language)
        return Picture(
            board_spec(found, instrument, language, minimum),
            lambda: board_twin(found, words, language, minimum),
        )

    drawers = [Drawer(words.dimensions, dimensions)]
    if size == "screen":
        drawers.append(Drawer(words.board, board, beside=True))
    return drawers
