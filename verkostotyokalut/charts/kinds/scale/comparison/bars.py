"""The page of answers: how each item's answers are distributed, part by part."""

from __future__ import annotations

from math import isnan

from .....analysis import Comparison, agreement_word
from .....framework import Instrument, Item, Language, Scale
from .....locales import translator
from ....beside.cells import Stack
from ....beside.page import Axis, Band, Cell, Column, Nothing, Page, rows
from ....beside.plan import Items
from ....beside.words import hidden_item, hidden_parts, part_word
from ....terms import number, some_text, span_text
from ....theme import diverging
from .numbers import Found, Numbers, numbers_of, turned_text


def bars_page(
    comparison: Comparison, instrument: Instrument, bands: tuple[Items, ...], language: Language
) -> Page:
    """Return the page of some items; parameters are those of `medians_page`."""
    _ = translator(language).gettext
    points = instrument.asked_as(Scale).points
    colours = diverging(len(points))
    found = numbers_of(comparison, instrument)
    items = [item for band in bands for item in band.items]
    drawn = tuple(
        Band(
            band.title,
            tuple(
                Column(
                    item.label.into(language),
                    tuple(
                        _cell(part[item.id], colours, language) if part else None for part in found
                    ),
                )
                for item in band.items
            ),
        )
        for band in bands
    )
    words = [
        f"{place} {point.into(language)}" if place in {1, len(points)} else str(place)
        for place, point in enumerate(points, start=1)
    ]
    return Page(
        rows=rows(comparison, language),
        bands=drawn,
        axis=_axis(drawn),
        footer=(
            _("The numbers on the bars are per cent of the answers; the middle is at the line."),
            turned_text(items, language),
        ),
        caption=" ".join(
            filter(
                None,
                [_said(comparison, found, items, language), hidden_parts(comparison, language)],
            )
        ),
        of_items=_("Item"),
        of_parts=part_word(comparison.of, language),
        of_cells=(
            _("Answers"),
            *(f"{place}, %" for place in range(1, len(points) + 1)),
            _("Median"),
            _("95 % interval"),
        ),
        key=tuple(zip(colours, words, strict=True)),
        words=0.0,
    )


def _cell(one: Numbers, colours: tuple[str, ...], language: Language) -> Cell:
    _ = translator(language).gettext
    columns = 3 + len(colours)
    nothing = one.nothing(columns, language)
    if nothing is not None:
        return nothing
    if isnan(one.counts[0]):  # the median may be shown, but not the answers behind it
        return Nothing(hidden_item(language), columns)
    shares = tuple(count / one.n for count in one.counts)
    texts = tuple(f"{100 * share:.0f}" for share in shares)
    median = number(one.median, language)
    interval = span_text(one.lower, one.upper, language)
    more = _("median {median} ({interval})") if not isnan(one.lower) else _("median {median}")
    return Stack(
        shares,
        colours,
        texts,
        len(colours) / 2,
        more.format(median=median, interval=interval),
        (number(one.n, language), *texts, median, interval),
    )


def _axis(drawn: tuple[Band, ...]) -> Axis:
    """Return an axis on which the longest bars on both sides fit."""
    cells = [cell for band in drawn for column in band.columns for cell in column.cells]
    left = [cell.left for cell in cells if isinstance(cell, Stack)]
    low = max(left, default=0.5)
    high = max((1 - one for one in left), default=0.5)
    return Axis(-low, high, ())


def _said(comparison: Comparison, found: Found, items: list[Item], language: Language) -> str:
    """Name the items on which a part's own views are divided."""
    _ = translator(language).gettext
    divided = []
    for part, numbers in zip(comparison.parts, found, strict=True):
        names = [
            item.label.into(language)
            for item in items
            if numbers and agreement_word(numbers[item.id].agreement) == "divided"
        ]
        if names:
            divided.append(f"{part.label}: {some_text(names, language)}")
    if divided:
        return _("Views are divided inside: {parts}.").format(parts="; ".join(divided))
    told = [one.agreement for part in found if part for one in part.values() if one.n > 0]
    if not told or any(map(isnan, told)):  # where the answers are hidden, so is their agreement
        return ""
    return _("Views aren't divided into two camps inside any of these.")
