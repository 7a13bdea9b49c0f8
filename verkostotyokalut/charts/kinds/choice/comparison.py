"""The pictures of the kind ``choice`` for groups, rounds or sessions beside each other."""

from __future__ import annotations

from functools import partial

from ....analysis import Comparison, Of, Part
from ....framework import Instrument, Item, Language
from ....framework.kinds.choice import Choice
from ....locales import translator
from ...beside.drawers import page_drawer, turned
from ...beside.page import Cell, Page
from ...beside.shares import Shared, share_cell, share_columns, share_footer, shares_page, turns
from ...theme import Size
from .. import Drawer
from .between import between_pictures


def comparison_pictures(
    instrument: Instrument, of: Of, language: Language, size: Size
) -> list[Drawer]:
    """Return the options' shares, now and as the wish, item by item.

    Parameters are those of `verkostotyokalut.charts.comparison_pictures`.
    """
    _ = translator(language).gettext
    question = instrument.asked_as(Choice)
    views = {"now": _("Now"), "wanted": _("Wanted")} if question.wanted else {"now": ""}
    if question.between and of is Of.GROUPS:
        return between_pictures(instrument, language, size)
    pages = turns(len(question.options), of)

    def page(item: Item, view: str, turn: slice, comparison: Comparison) -> Page:
        columns = [
            (
                option.label.into(language),
                [_cell(part, item.id, view, option.id, language) for part in comparison.parts],
            )
            for option in question.options[turn]
        ]
        footer = (share_footer(language),)
        shared = Shared(views[view], _("Option"), columns, share_columns(language), footer)
        return shares_page(comparison, shared, language)

    def label(item: Item, view: str) -> str:
        several = [item.label.into(language)] if instrument.items[1:] else []
        return ": ".join(filter(None, [*several, _("Shares of the options"), views[view]]))

    return [
        page_drawer(
            turned(label(item, view), turn, len(pages)),
            partial(page, item, view, pages[turn]),
            language,
            size,
        )
        for item in instrument.items
        for view in views
        for turn in range(len(pages))
    ]


def _cell(part: Part, item: str, view: str, option: str, language: Language) -> Cell | None:
    if part.results is None:
        return None
    counts = part.results.counts.loc[[(item, view)]].drop(columns=["dont_know", "missing"])
    n = float(counts.sum(axis=1, skipna=False).iloc[0])
    return share_cell(float(counts[option].iloc[0]), n, language)
