"""The picture of the kind ``yesno``: a number for each item."""

from typing import Any

from ...analysis import detail_minimum
from ...framework import Instrument, Language
from ..drawing import Label, drawing
from ..terms import hidden_text
from ..theme import Box, Size
from ..twin import Twin
from . import Drawer, Picture


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return one picture of all items."""

    def draw(results: dict[str, Any], minimum: int) -> Picture:
        hidden = hidden_text(detail_minimum(minimum), language)
        words = [
            [
                item.label.into(language),
                f"{found[0]}/{found[1]}" if found else hidden,
            ]
            for item in instrument.items
            for found in [results[item.id]]
        ]
        labels = [Label(20, 40 * n + 40, " ".join(row), 20) for n, row in enumerate(words)]
        return Picture(
            drawing(Box(600, 400, 20), [], labels),
            lambda: Twin(caption="", columns=["", ""], rows=words),
        )

    return [Drawer(instrument.title.into(language), draw)]
