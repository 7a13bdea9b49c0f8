"""The pictures of the kind ``rows``: where the rows are on a map, and what they add up to."""

from __future__ import annotations

from functools import partial

from ....analysis.kinds.rows import Results
from ....framework import Instrument, Item, Language
from ....framework.kinds.rows import Rows
from ...theme import Size
from .. import Drawer, Picture
from .map import map_spec
from .marks import levels
from .portfolio import portfolio_spec
from .twin import map_twin, portfolio_twin


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return each item's map, where there is one, and beside it the portfolio.

    A panel of the leader's gets the first of them.
    """
    question = instrument.asked_as(Rows)

    def on_a_map(item: Item, results: Results, minimum: int) -> Picture:
        portfolio = results.portfolios[item.id]
        return Picture(
            map_spec(portfolio, instrument, language, size=size, minimum=minimum),
            lambda: map_twin(portfolio, instrument, language, minimum=minimum),
        )

    def added_up(item: Item, results: Results, minimum: int) -> Picture:
        portfolio = results.portfolios[item.id]
        return Picture(
            portfolio_spec(portfolio, instrument, language, size=size, minimum=minimum),
            lambda: portfolio_twin(portfolio, instrument, language, minimum=minimum),
        )

    drawers: list[Drawer] = []
    for item in instrument.items:
        label = item.label.into(language)
        if question.map is not None:
            x, y = (field.label.into(language) for field in levels(question))
            drawers.append(Drawer(f"{label}: {x} × {y}", partial(on_a_map, item)))
        if question.map is None or size == "screen":
            beside = question.map is not None
            drawers.append(Drawer(label, partial(added_up, item), beside=beside))
    return drawers
