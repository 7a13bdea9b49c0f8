"""The pictures of the kind ``rows`` in words."""

from __future__ import annotations

from math import isnan

from ....analysis.kinds.rows import Portfolio
from ....framework import Instrument, Language
from ....framework.kinds.rows import Rows
from ....framework.row_fields import POINTS, AmountField, ChoiceField
from ....locales import translator
from ...terms import detail_text, nothing_text, number
from ...twin import Twin
from .marks import levels, marks
from .portfolio import names_heading, options, some_names

_NONE = "–"
_NAMED = 10  # so many names are told in a sentence, the others counted


def map_twin(
    portfolio: Portfolio | None, instrument: Instrument, language: Language, *, minimum: int = 5
) -> Twin:
    """Say what `map_spec` shows: how many rows are at each place, or where one's own are."""
    question = instrument.asked_as(Rows)
    if portfolio is not None and portfolio.own is not None:
        return _own_twin(portfolio, question, language)
    x, y = (field.label.into(language) for field in levels(question))
    found = marks(question, language)
    rows: list[list[str]] = []
    if portfolio is not None and portfolio.cells is not None:
        table = portfolio.cells.loc[[mark.option for mark in found]].to_numpy(dtype=float)
        for place, counts in enumerate(table.T.tolist()):
            if sum(count for count in counts if count > 0):
                cells = [_NONE if isnan(count) else f"{count:.0f}" for count in counts]
                rows.append([str(place // POINTS + 1), str(place % POINTS + 1), *cells])
    caption = _told(portfolio, question, language, minimum)
    if portfolio is None:
        caption = nothing_text(True, minimum, language, detail=True)
    elif portfolio.rows and portfolio.cells is None:
        caption += f" {detail_text(minimum, language)}"
    return Twin(
        caption=caption,
        columns=[x, y, *(mark.label for mark in found)],
        rows=rows,
    )


def portfolio_twin(
    portfolio: Portfolio | None, instrument: Instrument, language: Language, *, minimum: int = 5
) -> Twin:
    """Say what `portfolio_spec` shows: each option's rows and sums, and the names."""
    _ = translator(language).gettext
    question = instrument.asked_as(Rows)
    table = portfolio.options.to_dict("index") if portfolio else {}
    rows = [
        [
            mark.label,
            *(
                _cell(table.get(mark.option, {}).get(column, float("nan")), language)
                for column in ("rows", "sum", "median")
            ),
        ]
        for mark in options(portfolio, question, language)
    ]
    caption = _told(portfolio, question, language, minimum)
    if portfolio is not None and portfolio.rows:
        whole = (portfolio.rows, portfolio.sum, portfolio.median)
        rows.append([_("In all"), *(_cell(value, language) for value in whole)])
        if len(portfolio.names):
            heading = names_heading(portfolio, question, language, minimum)
            caption += f" {heading}: {some_names(portfolio, language, _NAMED)}."
    colour = question.field(question.colour, ChoiceField)
    amount = question.field(question.sum, AmountField)
    columns = [
        colour.label.into(language) if colour else "",
        question.called.into(language),
        amount.unit.into(language) if amount else "",
        _("median per person"),
    ]
    if amount is None:
        columns, rows = columns[:2], [row[:2] for row in rows]
    return Twin(caption=caption, columns=columns, rows=rows)


def _own_twin(portfolio: Portfolio, question: Rows, language: Language) -> Twin:
    return Twin(
        caption=_told(portfolio, question, language, 1),
        columns=[
            question.naming.into(language),
            *(field.label.into(language) for field in question.fields),
        ],
        rows=[
            [
                str(row["name"]),
                *(_said(row, field.id, question, language) for field in question.fields),
            ]
            for row in portfolio.own or ()
        ],
    )


def _said(row: dict[str, object], name: str, question: Rows, language: Language) -> str:
    value = row.get(name)
    if value is None:
        return _NONE
    choice = question.field(name, ChoiceField)
    amount = question.field(name, AmountField)
    if choice is not None:
        return next(o.label.into(language) for o in choice.options if o.id == value)
    return f"{value} {amount.unit.into(language)}" if amount else str(value)


def _told(portfolio: Portfolio | None, question: Rows, language: Language, minimum: int) -> str:
    """Sum up in a sentence or two."""
    _ = translator(language).gettext
    if portfolio is None or not portfolio.rows:
        return nothing_text(portfolio is None, minimum, language)
    said = [f"{question.called.into(language)}: {portfolio.rows} (n = {portfolio.n})."]
    amount = question.field(question.sum, AmountField)
    if amount is not None and not isnan(portfolio.sum):
        in_all = _("{n} {unit} in all.")
        unit = amount.unit.into(language)
        said.append(in_all.format(n=number(portfolio.sum, language), unit=unit))
    if question.flag is not None and not isnan(portfolio.flagged):
        said.append(f"{question.flag.label.into(language)}: {portfolio.flagged:.0f}.")
    return " ".join(said)


def _cell(value: float, language: Language) -> str:
    return _NONE if isnan(value) else number(value, language)
