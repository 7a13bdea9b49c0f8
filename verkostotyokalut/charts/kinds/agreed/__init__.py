"""The pictures of the kind ``agreed``: what is agreed by dimension, and the board of every item."""

from __future__ import annotations

from ....analysis.kinds.agreed import Results
from ....framework import Instrument, Language
from ....locales import translator
from ...theme import Size
from .. import Drawer, Picture
from .board import board_spec
from .dimensions import dimensions_spec
from .rows import groups, rows
from .twin import board_twin, dimensions_twin


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return the dimensions; on the projector the agreement board as well."""
    _ = translator(language).gettext

    def dimensions(results: Results, minimum: int) -> Picture:
        found = groups(rows(results, instrument, language), instrument, language)
        return Picture(
            dimensions_spec(found, language, minimum, size),
            lambda: dimensions_twin(found, language, minimum),
        )

    def board(results: Results, minimum: int) -> Picture:
        found = rows(results, instrument, language)
        return Picture(
            board_spec(found, instrument, language, minimum),
            lambda: board_twin(found, language, minimum),
        )

    drawers = [Drawer(_("Agreed by dimension"), dimensions)]
    if size == "screen":
        drawers.append(Drawer(_("Agreement board"), board))
    return drawers
