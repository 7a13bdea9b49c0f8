"""The pictures of the kind ``choice``: a ladder or list of shares, and the moves to the wish."""

from __future__ import annotations

from ....analysis.kinds.choice import Results
from ....framework import Instrument, Item, Language
from ....framework.kinds.choice import Choice
from ....locales import translator
from ...theme import Size
from .. import Drawer, Picture
from .comparison import comparison_pictures as comparison_pictures
from .lines import comparison_lines as comparison_lines
from .moves import moves_spec
from .numbers import numbers
from .shares import shares_spec
from .twin import moves_twin, shares_twin


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return each item's shares and, on the projector, its moves from now to the wish."""
    _ = translator(language).gettext
    wanted = instrument.asked_as(Choice).wanted

    def about(words: str, item: Item) -> str:
        return words if len(instrument.items) == 1 else f"{item.label.into(language)}: {words}"

    def draw_shares(item: Item) -> Drawer:
        def draw(results: Results, minimum: int) -> Picture:
            found = numbers(results, instrument, item, language, minimum)
            return Picture(shares_spec(found, size), lambda: shares_twin(found))

        return Drawer(about(_("Shares of the options"), item), draw)

    def draw_moves(item: Item) -> Drawer:
        def draw(results: Results, minimum: int) -> Picture:
            found = numbers(results, instrument, item, language, minimum)
            return Picture(moves_spec(found), lambda: moves_twin(found))

        return Drawer(about(_("From now to the wish"), item), draw, beside=True)

    if size == "console":
        return [draw_shares(item) for item in instrument.items]
    drawers = []
    for item in instrument.items:
        drawers.append(draw_shares(item))
        if wanted:
            drawers.append(draw_moves(item))
    return drawers
