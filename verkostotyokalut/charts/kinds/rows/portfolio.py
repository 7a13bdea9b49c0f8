"""The portfolio of the kind ``rows``: how many rows each option has, and what they add up to."""

from __future__ import annotations

from math import isnan

from ....analysis.kinds.rows import OTHERS, Portfolio
from ....framework import Instrument, Language
from ....framework.kinds.rows import Rows
from ....framework.row_fields import AmountField
from ....locales import translator
from ...drawing import Label, Spec, drawing, path
from ...paths import number as coordinate
from ...terms import hidden_text, number, some_text
from ...theme import FAINT, INK, INK_2, ITEMS, LINE, Box, Size
from ...words import lines, markup
from .marks import Mark, marks

_BOX: dict[Size, Box] = {"screen": ITEMS._replace(height=690), "console": Box(400, 350, 11)}
_BARS, _END, _SUM = 0.32, 0.6, 0.8  # where the bars begin and end, and where the sums end
_HEADING = 3.2  # height of the columns' names, in em
_NAMES = {"screen": 5, "console": 2}  # lines of names, at most


def portfolio_spec(
    portfolio: Portfolio | None,
    instrument: Instrument,
    language: Language,
    *,
    size: Size = "screen",
    minimum: int = 5,
) -> Spec:
    """Draw a bar for each option, with the sums beside it, and the names that many mention.

    Parameters
    ----------
    portfolio
        What may be shown of an item; see `verkostotyokalut.analysis.kinds.rows`.
    instrument
        What was asked.
    language
        Of the labels.
    size
        ``"screen"`` for the projector (text 19 px in a box of 980×690), ``"console"`` for a panel
        (11 px, 400×350).
    minimum
        The disclosure limit that was used; it is named where something is hidden.
    """
    box, question = _BOX[size], instrument.asked_as(Rows)
    em, wide = float(box.font), float(box.width)
    shown = options(portfolio, question, language)
    pitch = min(3.0 * em, (box.height - (_HEADING + 5.5 + 1.4 * _NAMES[size]) * em) / len(shown))
    shapes: list[Spec] = []
    labels = _headings(question, language, em, wide)
    table = portfolio.options.to_dict("index") if portfolio else {}
    longest = max((row["rows"] for row in table.values() if row["rows"] > 0), default=1)
    y = _HEADING * em
    for mark in shown:
        middle = y + pitch / 2
        shapes.append(mark.one(0.6 * em, middle, 0.95 * em))
        broken = lines(mark.label, wide * _BARS - 2.2 * em, em)
        labels.append(Label(1.7 * em, middle, markup(broken), em if len(broken) == 1 else em - 1))
        start, end = wide * _BARS, wide * (_END if question.sum else 0.9)
        row = table.get(mark.option)
        if row is None or isnan(row["rows"]):
            line = f"M{coordinate(start)},{coordinate(middle)}H{coordinate(end)}"
            shapes.append(path(line, line=FAINT, width=1.2, dash="dot"))
            words = hidden_text(minimum, language) if portfolio is None else _too_few(language)
            labels.append(Label(end + 0.5 * em, middle, markup([words]), em - 1, INK_2))
        else:
            reach = (end - start) * row["rows"] / longest
            shapes.append(_bar(start, start + reach, middle, pitch * 0.5, mark))
            count = f"<b>{row['rows']:.0f}</b>"
            labels.append(Label(start + reach + 0.4 * em, middle, count, em))
            labels += _sums(row["sum"], row["median"], middle, language, em, wide)
        y += pitch
    if portfolio is not None:
        shapes.append(path(f"M0,{coordinate(y)}H{coordinate(wide)}", line=LINE, width=1.5))
        labels += _whole(portfolio, y + 1.2 * em, language, em, wide)
        labels += _below(portfolio, question, y + 3.4 * em, language, box, minimum, size)
    return drawing(box, shapes, labels)


def options(portfolio: Portfolio | None, question: Rows, language: Language) -> list[Mark]:
    """Return the options that are drawn; rows that have none only when there are some."""
    found = marks(question, language)
    if len(found) == 1:
        return found
    if portfolio is None or not portfolio.options.loc[OTHERS, "rows"]:
        return found[:-1]
    none = translator(language).gettext("Not said")
    return [*found[:-1], found[-1]._replace(label=none)]


def some_names(portfolio: Portfolio, language: Language, most: int) -> str:
    """Name what many mention with how many do, and count what is left out."""
    named = [f"{name} ({n})" for name, n in portfolio.names.items()]
    if portfolio.own is not None:
        named = [str(name) for name in portfolio.names.index]
    return some_text(named, language, most)


def names_heading(portfolio: Portfolio, question: Rows, language: Language, minimum: int) -> str:
    """Say what the names are."""
    if portfolio.own is not None:
        return question.called.into(language)
    heading = translator(language).gettext("Mentioned by at least {minimum}")
    return heading.format(minimum=minimum)


def _headings(question: Rows, language: Language, em: float, wide: float) -> list[Label]:
    _ = translator(language).gettext
    labels = [Label(wide * _BARS, 1.3 * em, markup([question.called.into(language)]), em, INK_2)]
    amount = question.field(question.sum, AmountField)
    if amount is not None:
        room = wide * (1 - _SUM) - 0.6 * em
        unit = lines(amount.unit.into(language), room, em)
        median = lines(_("median per person"), room, em)
        labels += [
            Label(wide * _SUM, 1.3 * em, markup(unit), em, INK_2, "right"),
            Label(wide, 1.3 * em, markup(median), em, INK_2, "right"),
        ]
    return labels


def _bar(start: float, end: float, y: float, height: float, mark: Mark) -> Spec:
    x0, x1 = coordinate(start), coordinate(end)
    top, bottom = coordinate(y - height / 2), coordinate(y + height / 2)
    outline = f"M{x0},{top}H{x1}V{bottom}H{x0}Z"
    if mark.filled:
        return path(outline, fill=mark.colour, opacity=0.85)
    return path(outline, line=mark.colour, width=2)


def _sums(
    total: float, median: float, y: float, language: Language, em: float, wide: float
) -> list[Label]:
    values = ((wide * _SUM, total), (wide, median))
    return [
        Label(x, y, number(value, language), em, INK, "right")
        for x, value in values
        if not isnan(value)
    ]


def _whole(
    portfolio: Portfolio, y: float, language: Language, em: float, wide: float
) -> list[Label]:
    """Sum everything up on a line."""
    in_all = translator(language).gettext("In all")
    return [
        Label(1.7 * em, y, f"<b>{markup([in_all])}</b>", em),
        Label(wide * _BARS, y, f"<b>{portfolio.rows}</b>  (n = {portfolio.n})", em),
        *(
            label._replace(text=f"<b>{label.text}</b>")
            for label in _sums(portfolio.sum, portfolio.median, y, language, em, wide)
        ),
    ]


def _below(
    portfolio: Portfolio,
    question: Rows,
    y: float,
    language: Language,
    box: Box,
    minimum: int,
    size: Size,
) -> list[Label]:
    """Tell how many rows are flagged, and what many mention."""
    em, labels = float(box.font), []
    if question.flag is not None and not isnan(portfolio.flagged):
        words = f"{question.flag.label.into(language)}: {portfolio.flagged:.0f}"
        labels.append(Label(0, y, markup([words]), em))
        y += 2.0 * em
    if len(portfolio.names):
        heading = names_heading(portfolio, question, language, minimum)
        labels.append(Label(0, y, f"<b>{markup([heading])}</b>", em))
        room = min(_NAMES[size], max(1, int((box.height - y - 0.8 * em) / (1.3 * em))))
        most = len(portfolio.names)
        broken = lines(some_names(portfolio, language, most), box.width, em)
        while len(broken) > room and most > 1:
            most -= 1
            broken = lines(some_names(portfolio, language, most), box.width, em)
        middle = y + em + len(broken) * 0.65 * em
        labels.append(Label(0, middle, markup(broken), em))
    return labels


def _too_few(language: Language) -> str:
    return translator(language).gettext("too few people")
