"""The pictures of the kind ``pair`` for groups, rounds or sessions beside each other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from math import isnan
from typing import NamedTuple

from ....analysis import Comparison, Of
from ....framework import Instrument, Language
from ....framework.kinds.pair import Pair
from ....locales import translator
from ...beside.drawers import page_drawer
from ...beside.looks import Look
from ...beside.page import Axis, Band, Cell, Column, Drawn, Nothing, Page, Slot, rows
from ...beside.plan import Choose, Items, by_gap, plans, widest_plan
from ...beside.words import half_hidden, hidden_item, hidden_parts, part_word
from ...drawing import Label
from ...sureness import interval_text
from ...terms import NONE, number, signed_text, span_text, value_text
from ...theme import INK, INK_2, Size
from ...words import markup
from .. import Drawer
from .rows import Row, View, dumbbell, item_rows, key_text

_Found = list[dict[str, Row] | None]  # by part and item; None for a hidden part


class Dumbbell(NamedTuple):
    """A cell with the way from now to wanted."""

    row: Row
    text: str
    more: str
    told: tuple[str, ...]

    def drawn(self, slot: Slot, beside: float, look: Look) -> Drawn:
        """Draw the way, and write the medians."""
        em, y = slot.em, slot.y
        radius = min(0.5 * em, 0.28 * slot.height)
        shapes = dumbbell(self.row.now, self.row.wanted, look.colour, slot.x, y, radius)
        bold = f"<b>{markup([self.text])}</b>"
        if slot.height < 2.5 * em:
            return shapes, [Label(beside, y, bold, em, INK, "right")]
        more = Label(beside, y + 0.65 * em, markup([self.more]), em - 1, INK_2, "right")
        return shapes, [Label(beside, y - 0.6 * em, bold, em, INK, "right"), more]


def comparison_pictures(
    instrument: Instrument, of: Of, language: Language, size: Size
) -> list[Drawer]:
    """Return each part's way from now to wanted, item by item.

    Parameters are those of `verkostotyokalut.charts.comparison_pictures`.
    """
    _ = translator(language).gettext

    def order(comparison: Comparison) -> Iterable[str]:
        shown = [part for part in _found(comparison, instrument) if part]
        ids = instrument.item_ids
        medians = {item: [part[item].now.median for part in shown] for item in ids}
        return by_gap(
            {item: [one for one in some if not isnan(one)] for item, some in medians.items()}
        )

    def page(choose: Choose, comparison: Comparison) -> Page:
        return _page(comparison, instrument, choose(comparison), language)

    return [
        page_drawer(plan.label(_("From now to wanted")), partial(page, plan.choose), language, size)
        for plan in [
            *widest_plan(instrument, of, language, order),
            *plans(instrument, of, language),
        ]
    ]


def _found(comparison: Comparison, instrument: Instrument) -> _Found:
    return [
        {row.item.id: row for row in item_rows(part.results, instrument)}
        if part.results is not None
        else None
        for part in comparison.parts
    ]


def _page(
    comparison: Comparison, instrument: Instrument, chosen: tuple[Items, ...], language: Language
) -> Page:
    _ = translator(language).gettext
    found, points = _found(comparison, instrument), instrument.asked_as(Pair).points
    sure = comparison.of is not Of.EARLIER  # whose round file keeps no intervals
    bands = tuple(
        Band(
            title,
            tuple(
                Column(
                    item.label.into(language),
                    tuple(_cell(part[item.id], sure, language) if part else None for part in found),
                )
                for item in items
            ),
        )
        for title, items in chosen
    )
    ends = f"1 = {points[0].into(language)}, {len(points)} = {points[-1].into(language)}."
    said = [_said(comparison, chosen, found, language), hidden_parts(comparison, language)]
    spread = (_("middle half"), *([_("95 % interval (its coverage)")] if sure else []))
    medians = (
        (view.median, view.q1)
        for part in found
        if part
        for items in chosen
        for item in items.items
        for view in (part[item.id].now, part[item.id].wanted)
    )
    return Page(
        rows=rows(comparison, language),
        bands=bands,
        axis=Axis(1, len(points), tuple((at, str(at)) for at in range(1, len(points) + 1))),
        footer=(ends, f"{key_text(language)}.", half_hidden(medians, language)),
        caption=" ".join(filter(None, said)),
        of_items=_("Item"),
        of_parts=part_word(comparison.of, language),
        of_cells=(
            _("Now"),
            *spread,
            f"{_('Now')}: n",
            _("Wanted"),
            *spread,
            f"{_('Wanted')}: n",
            _("Change"),
            _("Answered both"),
        ),
        words=4.6,
    )


def _cell(row: Row, sure: bool, language: Language) -> Cell:
    if isnan(row.now.median) and isnan(row.wanted.median):
        _ = translator(language).gettext
        hidden = isnan(row.now_n) or isnan(row.wanted_n)
        return Nothing(hidden_item(language) if hidden else _("no answers"), 10 if sure else 8)
    now, wanted = value_text(row.now.median, language), value_text(row.wanted.median, language)
    told = (
        *_told(row.now, row.now_n, sure, language),
        *_told(row.wanted, row.wanted_n, sure, language),
        signed_text(row.change, language),
        value_text(row.paired_n, language),
    )
    return Dumbbell(row, f"{now} → {wanted}", f"n {_people(row, language)}", told)


def _told(view: View, n: float, sure: bool, language: Language) -> list[str]:
    spread = [span_text(view.q1, view.q3, language)]
    if sure and isnan(view.median):
        spread.append(NONE)
    elif sure and isnan(view.q1):
        spread.append(hidden_item(language))
    elif sure:
        spread.append(interval_text(view.lower, view.upper, view.coverage, language))
    return [value_text(view.median, language), *spread, value_text(n, language)]


def _people(row: Row, language: Language) -> str:
    """Write how many gave both; where that isn't known, how many gave each."""
    if not isnan(row.paired_n):
        return number(row.paired_n, language)
    known = dict.fromkeys(n for n in (row.now_n, row.wanted_n) if not isnan(n))
    return " → ".join(number(n, language) for n in known)


def _said(
    comparison: Comparison, chosen: tuple[Items, ...], found: _Found, language: Language
) -> str:
    """Say who wants which item to change the most."""
    _ = translator(language).gettext
    known = [
        (rows[item.id].change, item.label.into(language), part.label)
        for part, rows in zip(comparison.parts, found, strict=True)
        if rows
        for band in chosen
        for item in band.items
        if not isnan(rows[item.id].change)
    ]
    if not known:
        return _("There are no two to compare yet.")
    change, item, part = max(known, key=lambda one: abs(one[0]))
    if not change:
        return _("What is wanted is what there is now.")
    words = _("The largest change wanted: {item} ({part} {change}).")
    return words.format(part=part, item=item, change=signed_text(change, language))
