"""The results and the agreements as an Excel workbook: numbers as numbers, days as days."""

from __future__ import annotations

import io
import re
from datetime import date

from babel import Locale
from openpyxl import Workbook
from openpyxl.cell import Cell as ExcelCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.styles.numbers import FORMAT_DATE_XLSX14
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ..framework import Language, workshop
from ..live import Database, Session, agreements, answers
from ..locales import translator
from .beside_tables import comparisons_table
from .levels import levels, levels_table
from .opening import opened
from .shown import shown
from .tables import (
    Cell,
    Table,
    agreements_table,
    instrument_tables,
    looks_like_formula,
    notes_table,
    numbers_table,
    tame,
)

NARROWEST, WIDEST = 8, 60  # characters of a column
NAME = 31  # characters of a sheet's name, at most

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


def workbook(db: Database, session_id: str, language: Language | None = None) -> bytes:
    """Write what the room has been shown and what it agreed as an .xlsx file.

    Parameters
    ----------
    db
        The store.
    session_id
        Which session.
    language
        Of the file; the room's if not given.

    Returns
    -------
    bytes
        A sheet that tells what there is, one for each instrument, every number one by one, what
        was compared and the notes if there are any, and the agreements. Nothing in it is a
        formula, whatever people have written.

    Raises
    ------
    UnknownSession
        If there is no such session.
    UnknownContent, ContentError
        If what was asked is not there any more, or has mistakes.
    StorageError
        If the store can't be read.
    """
    session, language = opened(db, session_id, language)
    _ = translator(language).gettext
    found = shown(db, session)
    by_instrument = _("{asked}: the numbers by item.")
    told = [
        *(
            (table, by_instrument.format(asked=table.title))
            for table in instrument_tables(found, language)
        ),
        (
            numbers_table(found, language),
            _("The whole room's numbers one below another, for filters and other programs."),
        ),
        (
            levels_table(levels(db, session, found), language),
            _(
                "The dimensions of the scales. A level is the median of the items' medians; it is "
                "within its range if each item's median is within its interval, and the light goes "
                "by the range. The answers to its items are added up where their distributions are "
                "shown; people are those who gave any of them, and the cell is empty where the few "
                "others would be told by it."
            ),
        ),
        (
            comparisons_table(found, language),
            _(
                "What was set beside each other: groups, rounds, guesses, earlier workshops. Each "
                "has a row for each item, with the numbers that the room saw; where they are "
                "hidden, the row says so. Shares are from 0 to 1, and 95 % is the interval of the "
                "median, the share or the median change. The sign test's p is how often chance "
                "alone would bring at least as uneven a change. A dimension's median is that of "
                "its items' medians."
            ),
        ),
        (notes_table(found, language), _("The notes on the walls, as the room saw them.")),
        (
            agreements_table(agreements.of(db, session_id), language),
            _("What was agreed: what, who and by when."),
        ),
    ]
    told = [(table, words) for table, words in told if table.rows]
    book = Workbook()
    book.properties.creator = "Verkostotyökalut"
    book.properties.title = tame(workshop(session.workshop).title.into(language))
    first = book.worksheets[0]
    first.title = _("Read first")
    contents = []
    for table, words in told:
        sheet = book.create_sheet(_sheet_name(table.title, book.sheetnames))
        _write(sheet, table)
        contents.append((sheet.title, words))
    _introduce(first, db, session, language, contents)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _introduce(
    sheet: Worksheet,
    db: Database,
    session: Session,
    language: Language,
    contents: list[tuple[str, str]],
) -> None:
    """Tell what is what, and what is not there."""
    _ = translator(language).gettext
    joined = answers.news(db, session.id, after=0, round_=0, instrument_id=None).joined
    plan = workshop(session.workshop)
    limit = _(
        "A result is shown only when at least {n} have answered; otherwise its cell is empty."
    )
    lines: list[tuple[Cell, Cell]] = [
        (_("Workshop"), plan.title.into(language)),
        (_("Held"), session.held),
        (_("File made"), date.today()),
        (_("Language"), Locale(language).get_display_name()),
        (_("Participants"), joined),
        (_("Disclosure limit"), session.minimum),
        *(
            [(_("Rehearsal"), _("The answers are made up."))]
            if session.rehearsal is not None
            else []
        ),
        (None, None),
        *contents,
        (None, None),
        (_("Limits"), limit.format(n=session.minimum)),
        (
            _("Not here"),
            _(
                "Individual answers are not in this file, apart from the notes that the room saw: "
                "in a small group they would tell who answered what, even without names."
            ),
        ),
        (
            _("Reading the numbers"),
            _(
                "n is how many answered. Half of the answers are between the quartiles. A is van "
                "der Eijk's agreement, from -1 (two opposite camps) to 1 (everybody the same)."
            ),
        ),
        (
            _("How sure"),
            _(
                "The median of a scale has an exact 95 % interval; its coverage is at least that. "
                "Too few answers have none. The light says whether an item is a strength (its "
                "median is at least 4 on a scale from 1 to 5), something to discuss (at least 3) "
                "or a concern; it is uncertain when the interval is on both sides of a limit, or "
                "there is none."
            ),
        ),
    ]
    for row in lines:
        sheet.append([_cell(sheet, value) for value in row])
    for title, words in sheet.iter_rows(max_col=2):
        title.font = Font(bold=True)
        words.alignment = Alignment(horizontal="left", wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width = 30
    sheet.column_dimensions["B"].width = 90
    _on_paper(sheet)


def _write(sheet: Worksheet, table: Table) -> None:
    sheet.append([_cell(sheet, name) for name in table.columns])
    for row in table.rows:
        sheet.append([_cell(sheet, value) for value in row])
    for name in sheet[1]:
        name.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for column, title in enumerate(table.columns):
        words = [*title.split(), *(_as_read(row[column]) for row in table.rows)]
        width = max(NARROWEST, min(WIDEST, max(map(len, words)) + 2))
        sheet.column_dimensions[get_column_letter(column + 1)].width = width
    sheet.print_title_rows = "1:1"
    _on_paper(sheet)


def _on_paper(sheet: Worksheet) -> None:
    """Let all columns fit on the width of an A4, lying down."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0


def _as_read(value: Cell) -> str:
    if value is None:
        return ""
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _cell(sheet: Worksheet, value: Cell) -> ExcelCell:
    cell = WriteOnlyCell(sheet)
    if isinstance(value, str):
        value = tame(value) or None
    cell.value = value
    cell.alignment = Alignment(wrap_text=isinstance(value, str), vertical="top")
    if isinstance(value, str):
        cell.data_type = "s"  # text, whatever it begins with
        cell.quotePrefix = looks_like_formula(value)  # and still text when it is edited
    elif isinstance(value, date):
        cell.number_format = FORMAT_DATE_XLSX14  # the day as the reader's country writes it
    elif isinstance(value, float) and not value.is_integer():
        cell.number_format = "0.00"
    return cell


def _sheet_name(title: str, taken: list[str]) -> str:
    """Return a name that a sheet can have and no other has."""
    name = _NOT_IN_NAMES.sub(" ", tame(title)).strip(" '") or "1"
    used = {one.casefold() for one in taken} | {"history"}
    tried, number = name[:NAME].strip(" '"), 2
    while tried.casefold() in used:
        mark = f" {number}"
        tried = name[: NAME - len(mark)] + mark
        number += 1
    return tried
