"""Tables of what was set beside each other: a wide one to read, and a long one for programs."""

from __future__ import annotations

from ..charts import comparison_name
from ..framework import Language
from ..locales import translator
from .beside import Beside, beside
from .shown import Shown
from .tables import Cell, Table, numbers_table

_WHOLE = {"n", "count", "dots", "dont_know", "items", "left_out"}  # numbers of people and things


def comparisons_table(found: list[Shown], language: Language) -> Table:
    """Return a row for each item in each of those compared, and a column for each number.

    What is hidden has a row without numbers, which says so. Only the numbers that there are have
    columns, so a table without rows is of nothing.
    """
    _ = translator(language).gettext
    rows = beside(found, language)
    names = measures(language)
    known = {name for row in rows for name in row.values}
    used = [*(name for name in names if name in known), *sorted(known - names.keys())]
    return Table(
        _("Comparisons"),
        [
            _("Asked"),
            _("Round"),
            _("Compared"),
            _("Group, round or workshop"),
            _("Dimension"),
            _("Item"),
            _("Option or part"),
            *(names.get(name, name) for name in used),
            _("Hidden"),
            _("Remark"),
            _("Id of what was asked"),
            _("Id of the comparison"),
            _("Id of the group, round or workshop"),
            _("Id of the dimension"),
            _("Id of the item"),
            _("Id of the option or part"),
        ],
        [
            [
                row.instrument.title.into(language),
                row.round,
                comparison_name(row.of, language),
                row.label,
                *_where(row, language),
                row.words,
                *(_number(row, name) for name in used),
                row.hidden,
                row.remark,
                row.instrument.id,
                row.of.value,
                row.part,
                row.dimension.id if row.dimension else None,
                row.item.id if row.item else None,
                ".".join(row.about),
            ]
            for row in rows
        ],
    )


def all_numbers_table(found: list[Shown], language: Language) -> Table:
    """Return every number that was shown: first the whole room's, then those beside each other.

    The columns are those of `numbers_table` and, before its remark, whose the number is. What is
    hidden has a row without a number.
    """
    _ = translator(language).gettext
    room = numbers_table(found, language)
    names = measures(language)
    *columns, remark = room.columns
    columns += [
        _("Compared"),
        _("Group, round or workshop"),
        _("Hidden"),
        remark,
        _("Id of the comparison"),
        _("Id of the group, round or workshop"),
    ]
    whole = _("The whole room")
    rows = [[*row, None, whole, None, light, None, None] for *row, light in room.rows]
    for row in beside(found, language):
        shared: list[Cell] = [
            comparison_name(row.of, language),
            row.label,
            row.hidden,
            row.remark,
            row.of.value,
            row.part,
        ]
        for name in row.values or [None]:
            words = [row.words, names.get(name, name)] if name else [row.words]
            rows.append(
                [
                    row.instrument.title.into(language),
                    row.round,
                    *_where(row, language),
                    ": ".join(filter(None, words)),
                    _number(row, name) if name else None,
                    row.instrument.id,
                    row.item.id if row.item else None,
                    ".".join([*row.about, name] if name else row.about),
                    *shared,
                ]
            )
    return Table(room.title, columns, rows)


def measures(language: Language) -> dict[str, str]:
    """Say what each number of a comparison is, in the order in which they are read."""
    _ = translator(language).gettext
    return {
        "n": _("n"),
        "count": _("People"),
        "share": _("Share"),
        "mean_share": _("Mean share"),
        "dots": _("Dots"),
        "median": _("Median"),
        "lower": _("95 % from"),
        "upper": _("95 % to"),
        "coverage": _("Coverage of the interval"),
        "q1": _("Lower quartile"),
        "q3": _("Upper quartile"),
        "agreement": _("Agreement (A)"),
        "lowest": _("Lowest item"),
        "highest": _("Highest item"),
        "items": _("Items shown"),
        "dont_know": _("Don't know"),
        "median_change": _("Median change"),
        "up": _("Up"),
        "same": _("The same"),
        "down": _("Down"),
        "p": _("Sign test, p"),
        "unmatched": _("Answered in one only"),
        "left_out": _("Answered in both, not counted"),
    }


def _where(row: Beside, language: Language) -> list[Cell]:
    return [
        row.dimension.title.into(language) if row.dimension else None,
        row.item.label.into(language) if row.item else None,
    ]


def _number(row: Beside, name: str) -> float | None:
    value = row.values.get(name)
    return value if value is None else int(value) if name in _WHOLE else float(value)
