"""The mirror in words."""

from __future__ import annotations

from math import isnan

import pandas as pd

from ....analysis import Results, ends, large_gaps, mirror
from ....framework import Instrument, Language, Scale
from ....locales import translator
from ...sureness import sure_cells, sure_columns
from ...terms import (
    median_alone_text,
    nothing_text,
    number,
    some_text,
    span_text,
    value_text,
    without_number_text,
)
from ...twin import Twin

_LARGEST = 3  # gaps that are named


def mirror_twin(
    results: Results, instrument: Instrument, language: Language, *, minimum: int = 5
) -> Twin:
    """Say what `mirror_spec` shows: the largest gaps, the strongest and those to practise.

    Parameters are those of `mirror_spec`.
    """
    _ = translator(language).gettext
    table = mirror(results, instrument)
    sure = sure_cells(results.distribution, results.summary, instrument, language)
    numbers = iter(table.to_numpy(dtype=float).tolist())
    rows = []
    for dimension in instrument.dimensions:
        for item in dimension.items:
            n, dont_know, median, q1, q3, leader, gap = next(numbers)
            nothing = without_number_text(n, dont_know, minimum, language)
            rows.append(
                [
                    dimension.title.into(language),
                    item.label.into(language),
                    value_text(median, language),
                    span_text(q1, q3, language),
                    *sure[item.id],
                    value_text(leader, language),
                    signed(gap, language),
                    nothing or value_text(n, language),
                ]
            )
    said = [
        views(results, table, instrument, language),
        *stand_out(table, instrument, language),
        reason(table, minimum, language),
    ]
    return Twin(
        caption=" ".join(filter(None, said)) or nothing_yet(table, minimum, language),
        columns=[
            _("Dimension"),
            _("Item"),
            _("Members"),
            _("Middle half"),
            *sure_columns(language),
            _("Leader"),
            _("Leader less members"),
            _("n"),
        ],
        rows=rows,
    )


def signed(gap: float, language: Language) -> str:
    """Write a gap with its sign; a dash where there is none."""
    if isnan(gap):
        return "–"
    sign = "+" if gap > 0 else "−" if gap < 0 else ""
    return f"{sign}{number(abs(gap), language)}"


def nothing_yet(table: pd.DataFrame, minimum: int, language: Language) -> str:
    """Say why there is nothing to see at all."""
    return nothing_text(bool(table["n"].isna().any()), minimum, language)


def reason(table: pd.DataFrame, minimum: int, language: Language) -> str:
    """Say why no middle half is told of an item that has a median; nothing where each is."""
    few = (table["n"] > 0) & table["q1"].isna()
    return median_alone_text(minimum, language) if few.any() else ""


def views(results: Results, table: pd.DataFrame, instrument: Instrument, language: Language) -> str:
    """Say where the leader and the members see things most differently.

    Says nothing when the members' answers are hidden.
    """
    _ = translator(language).gettext
    if results.n is None or table["median"].isna().all():
        return ""
    if results.leader is None:
        return _("The leader has not answered: only the members' view is shown.")
    if table["gap"].isna().all():
        return _("The leader and the members have no item in common.")
    large = large_gaps(table, len(instrument.asked_as(Scale).points))
    if not large:
        return _("The leader and the members see every item much alike.")
    labels = _labels(instrument, language)
    told = _("{item} (leader {leader}, members {members})")
    names = [
        told.format(
            item=labels[item],
            leader=number(table["leader"][item], language),
            members=number(table["median"][item], language),
        )
        for item in large
    ]
    ngettext = translator(language).ngettext
    text = ngettext("The largest gap: {items}.", "The largest gaps: {items}.", len(names))
    return text.format(items=some_text(names, language, _LARGEST))


def stand_out(table: pd.DataFrame, instrument: Instrument, language: Language) -> list[str]:
    """Say which items are the strongest by the members, which are to practise, and what is tied."""
    _ = translator(language).gettext
    medians = table["median"].dropna()
    if medians.nunique() == 1 and len(medians) > 1:
        same = number(medians.iloc[0], language)
        return [_("The median of every item is {value}.").format(value=same)]
    texts = (_("The members' strongest: {items}."), _("To practise: {items}."))
    labels = _labels(instrument, language)
    said = []
    for text, end in zip(texts, ends(medians), strict=True):
        names = [f"{labels[item]} ({number(medians[item], language)})" for item in end.items]
        said += [text.format(items=", ".join(names))] if names else []
    return [*said, *ties(table, instrument, language)]


def ties(
    table: pd.DataFrame, instrument: Instrument, language: Language, most: int = 3
) -> list[str]:
    """Say which items have equal medians where the strongest, or those to practise, end.

    The first ``most`` of them are named, the others counted.
    """
    words = translator(language).gettext("Tied ({value}): {items}.")
    labels = _labels(instrument, language)
    if table["median"].nunique() == 1:
        return []
    tied = dict.fromkeys(end.tied for end in ends(table["median"]) if end.tied)
    return [
        words.format(
            items=some_text([labels[item] for item in items], language, most),
            value=number(table["median"][items[0]], language),
        )
        for items in tied
    ]


def _labels(instrument: Instrument, language: Language) -> dict[str, str]:
    return {item.id: item.label.into(language) for item in instrument.items}
