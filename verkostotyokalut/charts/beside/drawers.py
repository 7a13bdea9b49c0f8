"""Drawers of pages: what the kinds' pictures of a comparison are made with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from ...analysis import Comparison
from ...framework import Instrument, Item, Language
from ...locales import translator
from ..kinds import Drawer, Picture
from ..theme import Size
from .grid import grid_spec
from .page import Page, page_twin
from .shares import Mean, Shared, mean_cell, mean_footer, shares_page


class Means(NamedTuple):
    """How a whole is shared on average.

    ``views`` and ``parts`` have an id and a name each, such as now, and a part of the whole.
    ``of(results, item, view)`` gives how many have shared it, NaN where that is hidden, and the
    mean by part.
    """

    views: Mapping[str, str]
    parts: Mapping[str, str]
    of: Callable[[Any, str, str], tuple[float, Mapping[str, Mean]]]


def page_drawer(
    label: str, page_of: Callable[[Comparison], Page], language: Language, size: Size
) -> Drawer:
    """Return what draws a page, and says the same in words."""

    def draw(comparison: Comparison, _minimum: int) -> Picture:
        page = page_of(comparison)
        return Picture(grid_spec(page, size), lambda: page_twin(page, language))

    return Drawer(label, draw)


def turned(label: str, turn: int, count: int) -> str:
    """Name a page, counted from 0, of several."""
    return f"{label} {turn + 1}/{count}" if count > 1 else label


def mean_drawers(
    instrument: Instrument, means: Means, language: Language, size: Size
) -> list[Drawer]:
    """Return each part's mean shares, item by item and view by view."""
    _ = translator(language).gettext

    def page(item: Item, view: str, comparison: Comparison) -> Page:
        shown = [
            None if part.results is None else means.of(part.results, item.id, view)
            for part in comparison.parts
        ]
        columns = [
            (
                name,
                [
                    None if one is None else mean_cell(one[1][part], one[0], language)
                    for one in shown
                ],
            )
            for part, name in means.parts.items()
        ]
        told = (_("n"), _("Mean share"), _("95 % interval"))
        shared = Shared(means.views[view], _("Part"), columns, told, mean_footer(language))
        return shares_page(comparison, shared, language)

    return [
        page_drawer(
            ": ".join(filter(None, [item.label.into(language), name])),
            partial(page, item, view),
            language,
            size,
        )
        for item in instrument.items
        for view, name in means.views.items()
    ]
