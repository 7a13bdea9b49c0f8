"""The pictures of the kind ``text``: a wall for each item, or an annual clock."""

from __future__ import annotations

from functools import partial

from ....analysis.kinds.text import TextResults
from ....framework import Dimension, Instrument, Item, Language
from ....framework.kinds.text import Texts
from ...theme import Size
from .. import Drawer, Picture
from .clock import clock_spec
from .sheet import Sheet
from .twin import wall_twin
from .wall import wall_spec


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return a picture for each item; of a calendar it is a clock."""
    calendar = instrument.asked_as(Texts).calendar
    spec = clock_spec if calendar else wall_spec

    def draw(item: Item, dimension: Dimension, results: TextResults, minimum: int) -> Picture:
        sheet = Sheet(item, dimension, results.walls[item.id], language, minimum, size)
        return Picture(spec(sheet), lambda: wall_twin(sheet, calendar))

    return [
        Drawer(item.label.into(language), partial(draw, item, dimension))
        for dimension in instrument.dimensions
        for item in dimension.items
    ]
