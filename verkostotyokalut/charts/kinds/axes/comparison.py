"""The pictures of the kind ``axes`` for groups, rounds or sessions beside each other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from math import isnan

from ....analysis import Comparison, Of
from ....framework import Instrument, Language
from ....framework.kinds.axes import Axes
from ....locales import translator
from ...beside.cells import Point
from ...beside.drawers import page_drawer
from ...beside.page import Axis, Band, Cell, Column, Nothing, Page, rows
from ...beside.plan import Choose, by_gap, plans, widest_plan
from ...beside.shares import apart_text
from ...beside.words import half_hidden, hidden_item, hidden_parts, part_word
from ...terms import number, span_text
from ...theme import Size
from .. import Drawer, Picture
from .beside_maps import maps_spec, maps_twin
from .sure import axis_sure_text, sure_axes

_ARROWS = {"x": "→", "y": "↑", "z": "↗"}


def comparison_pictures(
    instrument: Instrument, of: Of, language: Language, size: Size
) -> list[Drawer]:
    """Return a map of each item with the parts on it, then the medians axis by axis.

    Parameters are those of `verkostotyokalut.charts.comparison_pictures`.
    """
    question = instrument.asked_as(Axes)

    def order(axis: str, comparison: Comparison) -> Iterable[str]:
        tables = [part.results.summary[axis].dropna() for part in comparison.shown]
        return by_gap(
            {
                item: [table[item] for table in tables if item in table]
                for item in instrument.item_ids
            }
        )

    def page(axis: str, choose: Choose, comparison: Comparison) -> Page:
        bands = tuple(
            Band(
                title,
                tuple(
                    Column(item.label.into(language), _cells(comparison, item.id, axis, language))
                    for item in items
                ),
            )
            for title, items in choose(comparison)
        )
        return _page(comparison, bands, question, axis, language)

    def maps(choose: Choose, comparison: Comparison, _minimum: int) -> Picture:
        chosen = choose(comparison)
        return Picture(
            maps_spec(comparison, instrument, chosen, language, size=size),
            lambda: maps_twin(comparison, instrument, chosen, language),
        )

    words = translator(language).gettext("Map")
    drawers = [
        Drawer(plan.label(words), partial(maps, plan.choose))
        for plan in plans(instrument, of, language)
    ]
    for axis, asked in question.axes.items():
        title = f"{_ARROWS[axis]} {asked.title.into(language)}"
        widest = widest_plan(instrument, of, language, partial(order, axis))
        for plan in [*widest, *plans(instrument, of, language)]:
            page_of = partial(page, axis, plan.choose)
            drawers.append(page_drawer(plan.label(title), page_of, language, size))
    return drawers


def _cells(
    comparison: Comparison, item: str, axis: str, language: Language
) -> tuple[Cell | None, ...]:
    found: list[Cell | None] = []
    sure = axis in sure_axes(comparison.of)
    for part in comparison.parts:
        if part.results is None:
            found.append(None)
            continue
        columns = ["n", axis, f"{axis}_q1", f"{axis}_q3"]
        n, median, low, high = part.results.summary.loc[[item], columns].to_numpy()[0].tolist()
        if isnan(median):
            _ = translator(language).gettext
            words = hidden_item(language) if isnan(n) else _("no answers")
            found.append(Nothing(words, 4 if sure else 3))
            continue
        count, words = number(n, language), number(median, language)
        told = [count, words, span_text(low, high, language)]
        if sure:
            told.append(axis_sure_text(part.results, item, axis, language))
        found.append(Point(median, low, high, words, f"n {count}", tuple(told)))
    return tuple(found)


def _page(
    comparison: Comparison, bands: tuple[Band, ...], question: Axes, axis: str, language: Language
) -> Page:
    _ = translator(language).gettext
    asked, points = question.axes[axis], question.points
    title = f"{_ARROWS[axis]} {asked.title.into(language)}"
    ends = f"1 = {asked.low.into(language)}, {points} = {asked.high.into(language)}."
    columns = [column for band in bands for column in band.columns]
    labels = [part.label for part in comparison.parts]
    said = [
        apart_text(columns, labels, language, judged=False),
        hidden_parts(comparison, language),
    ]
    return Page(
        rows=rows(comparison, language),
        bands=bands,
        axis=Axis(1, points, tuple((at, str(at)) for at in range(1, points + 1))),
        footer=(
            f"{title}: {ends}",
            _("The mark is the median, the line the middle half of the answers."),
            half_hidden(
                (
                    (cell.value, cell.low)
                    for column in columns
                    for cell in column.cells
                    if isinstance(cell, Point)
                ),
                language,
            ),
        ),
        caption=" ".join(filter(None, said)),
        of_items=_("Item"),
        of_parts=part_word(comparison.of, language),
        of_cells=(
            _("Answers"),
            asked.title.into(language),
            _("Middle half"),
            *([_("95 % interval (its coverage)")] if axis in sure_axes(comparison.of) else []),
        ),
    )
