"""The pictures of the kind ``agreed`` for groups, rounds or sessions beside each other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from ....analysis import Comparison, Of, share_interval
from ....framework import Instrument, Language
from ....locales import translator
from ...beside.cells import Stack
from ...beside.drawers import page_drawer
from ...beside.page import Axis, Band, Cell, Column, Nothing, Page
from ...beside.page import rows as row_of_parts
from ...beside.plan import Choose, by_gap, plans, widest_plan
from ...beside.words import hidden_item, hidden_parts, part_word, percents
from ...terms import NONE, number, percent_text, value_text
from ...theme import Size, diverging
from .. import Drawer
from .rows import Row, groups, rows
from .words import Words, words_of

_COLOURS = diverging(3)
_TOLD = 6  # texts of a cell
_Found = list[dict[str, Row] | None]  # by part and item; None for a hidden part


def comparison_pictures(
    instrument: Instrument, of: Of, language: Language, size: Size
) -> list[Drawer]:
    """Return the dimensions, then the items: what is not yet, under way and agreed.

    Parameters are those of `verkostotyokalut.charts.comparison_pictures`.
    """
    _ = translator(language).gettext
    words = words_of(instrument, language)

    def order(comparison: Comparison) -> Iterable[str]:
        shown = [part for part in _found(comparison, instrument, language) if part]
        ids = instrument.item_ids
        return by_gap(
            {item: [part[item].share(0) for part in shown if part[item].n] for item in ids}
        )

    def dimensions(comparison: Comparison) -> Page:
        found = [
            groups(list(part.values()), instrument, language) if part else None
            for part in _found(comparison, instrument, language)
        ]
        columns = tuple(
            Column(
                dimension.title.into(language),
                tuple(
                    _cell(part[place].row, language, people=False) if part else None
                    for part in found
                ),
            )
            for place, dimension in enumerate(instrument.dimensions)
        )
        footer = _("The answers to all items together; each person has answered several of them.")
        return _page(comparison, (Band("", columns),), _("Dimension"), footer, words, language)

    def items(choose: Choose, comparison: Comparison) -> Page:
        found = _found(comparison, instrument, language)
        bands = tuple(
            Band(
                title,
                tuple(
                    Column(
                        item.label.into(language),
                        tuple(_cell(part[item.id], language) if part else None for part in found),
                    )
                    for item in chosen
                ),
            )
            for title, chosen in choose(comparison)
        )
        under = _("Under a bar: how many per cent say “{state}”, and the 95 % interval.")
        footer = under.replace("{state}", words.names[0])
        return _page(comparison, bands, _("Item"), footer, words, language)

    drawers = []
    if instrument.dimensions[1:]:
        drawers.append(page_drawer(words.dimensions, dimensions, language, size))
    widest = widest_plan(instrument, of, language, order)
    for plan in [*widest, *plans(instrument, of, language)]:
        label = plan.label(words.board)
        drawers.append(page_drawer(label, partial(items, plan.choose), language, size))
    return drawers


def _found(comparison: Comparison, instrument: Instrument, language: Language) -> _Found:
    return [
        dict(zip(instrument.item_ids, rows(part.results, instrument, language), strict=True))
        if part.results is not None
        else None
        for part in comparison.parts
    ]


def _cell(row: Row, language: Language, *, people: bool = True) -> Cell:
    """Return the bar of a row; where it is of several items' answers, there is no interval."""
    _ = translator(language).gettext
    if row.states is None:
        return Nothing(hidden_item(language), _TOLD)
    if not row.n:
        return Nothing(_("no answers"), _TOLD)
    agreed, under_way, not_yet = (row.share(state) for state in range(3))
    shares = (not_yet, under_way, agreed)
    interval = percents(*share_interval(row.states[0], row.n), language) if people else NONE
    more = f"{percent_text(agreed, language)} ({interval})" if people else ""
    told = (number(row.n, language), *(percent_text(share, language) for share in shares), interval)
    texts = tuple(f"{100 * share:.0f}" for share in shares)
    unsure = value_text(row.dont_know, language)
    return Stack(shares, _COLOURS, texts, 1.5, more, (*told, unsure))


def _page(
    comparison: Comparison,
    bands: tuple[Band, ...],
    of_items: str,
    footer: str,
    words: Words,
    language: Language,
) -> Page:
    _ = translator(language).gettext
    agreed, under_way, not_yet = words.names
    cells = [cell for band in bands for column in band.columns for cell in column.cells]
    left = [cell.left for cell in cells if isinstance(cell, Stack)]
    said = [_said(comparison, bands, agreed, language), hidden_parts(comparison, language)]
    return Page(
        rows=row_of_parts(comparison, language),
        bands=bands,
        axis=Axis(-max(left, default=0.5), max((1 - one for one in left), default=0.5), ()),
        footer=(_("The numbers on the bars are per cent."), footer),
        caption=" ".join(filter(None, said)),
        of_items=of_items,
        of_parts=part_word(comparison.of, language),
        of_cells=(
            _("Answers"),
            *(f"{name}, %" for name in (not_yet, under_way, agreed)),
            _("95 % interval"),
            _("Don't know"),
        ),
        key=tuple(zip(_COLOURS, (not_yet, under_way, agreed), strict=True)),
        words=0.0,
    )


def _said(comparison: Comparison, bands: tuple[Band, ...], agreed: str, language: Language) -> str:
    """Say where the parts are furthest apart in what they say is agreed."""
    _ = translator(language).gettext
    gaps = []
    for band in bands:
        for column in band.columns:
            shown = [
                (cell.shares[-1], part.label)
                for cell, part in zip(column.cells, comparison.parts, strict=True)
                if isinstance(cell, Stack)
            ]
            if shown[1:]:
                gaps.append((max(shown)[0] - min(shown)[0], column.head, max(shown), min(shown)))
    if not gaps:
        return _("There are no two to compare yet.")
    gap, head, high, low = max(gaps, key=lambda one: one[0])
    if not gap:
        return _("There is no gap.")
    words = _("“{state}” is furthest apart in {item}: {high} {top}, {low} {bottom}.")
    return words.format(
        state=agreed,
        item=head,
        high=high[1],
        top=percent_text(high[0], language),
        low=low[1],
        bottom=percent_text(low[0], language),
    )
