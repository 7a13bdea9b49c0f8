"""The numbers as a CSV file that a spreadsheet of the reader's country opens rightly."""

from __future__ import annotations

import csv
import io

from ..framework import Language
from ..live import Database
from .beside_tables import all_numbers_table
from .opening import opened
from .shown import shown
from .tables import Cell, looks_like_formula, tame

DECIMALS = 4

# The list separator and the decimal sign of the language's country, as its Excel expects them.
_SIGNS = {"fi": (";", ","), "sv": (";", ","), "en": (",", ".")}


def numbers_csv(db: Database, session_id: str, language: Language | None = None) -> bytes:
    """Write every number that the room has been shown: one row for each item and number.

    The whole room's numbers come first; those of groups, rounds, guesses and earlier sessions
    beside each other come after them.

    Parameters
    ----------
    db
        The store.
    session_id
        Which session.
    language
        Of the words; the room's if not given. In Finnish and Swedish the columns are separated
        by semicolons and decimals by a comma; in English by a comma and a point.

    Returns
    -------
    bytes
        UTF-8 with a byte order mark, lines ending in CRLF. Words that a spreadsheet could take
        for a formula begin with an apostrophe.

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
    table = all_numbers_table(shown(db, session), language)
    delimiter, point = _SIGNS[language]
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerow(table.columns)
    writer.writerows([_text(cell, point) for cell in row] for row in table.rows)
    return stream.getvalue().encode("utf-8-sig")


def _text(cell: Cell, point: str) -> str:
    if isinstance(cell, str):
        words = tame(cell)
        return f"'{words}" if looks_like_formula(words) else words
    if isinstance(cell, float):
        return f"{cell:.{DECIMALS}f}".rstrip("0").rstrip(".").replace(".", point)
    return "" if cell is None else str(cell)
