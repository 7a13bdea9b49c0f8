"""The page of medians: each item's median with its interval, part by part."""

from __future__ import annotations

from math import isnan

from .....analysis import Comparison, Of, largest_gaps
from .....framework import Instrument, Item, Language, Scale
from .....locales import translator
from ....beside.cells import Point
from ....beside.page import Axis, Band, Cell, Column, Page, rows
from ....beside.plan import Items
from ....beside.words import hidden_parts, part_word
from ....terms import agreement_text, number, some_text, span_text
from .changes import caption as change_caption
from .changes import change_text, changes_of
from .changes import footer as changes_explained
from .numbers import Numbers, ends_text, numbers_of, turned_text

COLUMNS = 4  # of a cell in the twin


def medians_page(
    comparison: Comparison, instrument: Instrument, bands: tuple[Items, ...], language: Language
) -> Page:
    """Return the page of some items.

    Parameters
    ----------
    comparison
        Guarded; see `verkostotyokalut.analysis.Comparison`.
    instrument
        What was asked; reversed items are turned.
    bands
        The items.
    language
        Of the words.
    """
    _ = translator(language).gettext
    found = numbers_of(comparison, instrument)
    items = [item for band in bands for item in band.items]
    notes, said, explained = _notes(comparison, instrument, items, language)
    drawn = tuple(
        Band(
            band.title,
            tuple(
                Column(
                    item.label.into(language),
                    tuple(_cell(part[item.id], language) if part else None for part in found),
                    notes.get(item.id, ""),
                )
                for item in band.items
            ),
        )
        for band in bands
    )
    shown = [part[item.id] for part in found if part for item in items]
    few = any(one.n > 0 and isnan(one.lower) for one in shown)
    points = range(1, len(instrument.asked_as(Scale).points) + 1)
    return Page(
        rows=rows(comparison, language),
        bands=drawn,
        axis=Axis(1, points[-1], tuple((point, str(point)) for point in points)),
        footer=(
            ends_text(instrument, language),
            turned_text(items, language),
            interval_text(language),
            few_text(language) if few else "",
            *explained,
        ),
        caption=" ".join(filter(None, [said, hidden_parts(comparison, language)])),
        of_items=_("Item"),
        of_parts=part_word(comparison.of, language),
        of_cells=(_("Answers"), _("Median"), _("95 % interval"), _("Agreement")),
    )


def _cell(one: Numbers, language: Language) -> Cell:
    _ = translator(language).gettext
    nothing = one.nothing(COLUMNS, language)
    if nothing is not None:
        return nothing
    n, median = number(one.n, language), number(one.median, language)
    told = (
        n,
        median,
        span_text(one.lower, one.upper, language),
        agreement_text(one.agreement, language) or "–",
    )
    return Point(one.median, one.lower, one.upper, median, f"n {n}", told)


def interval_text(language: Language) -> str:
    """Explain the marks."""
    return translator(language).gettext("The mark is the median, the line its 95 % interval.")


def few_text(language: Language) -> str:
    """Say why some marks have no line."""
    return translator(language).gettext("No line: too few answers for an interval.")


def _notes(
    comparison: Comparison, instrument: Instrument, items: list[Item], language: Language
) -> tuple[dict[str, str], str, list[str]]:
    """Return what is said below each item, of them all in a sentence, and how it was judged."""
    if comparison.of in {Of.GROUPS, Of.GUESS}:
        return _gaps(comparison, instrument, items, language)
    found = changes_of(comparison)
    notes = {item.id: change_text(found.get(item.id), language) for item in items}
    of_items = {item.id: found[item.id] for item in items if item.id in found}
    explained = changes_explained(of_items, comparison.of, language)
    return notes, change_caption(found, items, language), explained


def _gaps(
    comparison: Comparison, instrument: Instrument, items: list[Item], language: Language
) -> tuple[dict[str, str], str, list[str]]:
    """Tell how far apart the groups are, and whether it can be called a difference."""
    _ = translator(language).gettext
    table = largest_gaps(comparison, instrument)
    found = {str(item): row for item, row in table.to_dict("index").items()}
    notes, apart = {}, []
    for item in items:
        row = found.get(item.id)
        if row is None:
            continue
        words = _("gap {gap}: a difference") if row["differ"] else _("gap {gap}: may be chance")
        if row["gap"]:
            notes[item.id] = words.format(gap=number(row["gap"], language))
        if row["differ"]:
            apart.append(item.label.into(language))
    guess = comparison.of is Of.GUESS
    if apart:
        words = (
            _("The guess surely differs from the answers: {items}.")
            if guess
            else _("The groups see differently: {items}.")
        )
        said = words.format(items=some_text(apart, language))
    elif not any(item.id in found for item in items):
        said = _("There are no two to compare yet.")
    elif guess:
        said = _("Nowhere does the guess surely differ from the answers.")
    else:
        said = _("No gap between the groups is surely more than chance.")
    explained = [_("A difference: two lines don't meet.")] if notes else []
    return notes, said, explained
