"""Writes an answer sheet: one HTML file that needs nothing else and prints well on A4."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from itertools import count, groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from ...framework import Instrument, Language
from ...locales import translator
from .words import in_words

MOST_CIRCLES = 10

_HERE = Path(__file__).resolve().parent


class NotOnPaper(LookupError):
    """The instrument asks in a way that has no form on paper."""


class Layout(StrEnum):
    """How the items of a sheet are laid out."""

    GRID = "grid"  # the same numbers to circle on every line
    LIST = "list"  # numbers to circle, each with its words
    BOXES = "boxes"  # numbers to write
    LINES = "lines"  # words to write, perhaps with numbers beside them


def sheet(
    asked: Instrument,
    language: Language,
    *,
    groups: Sequence[str] = (),
    groups_question: str = "",
) -> str:
    """Write the answer sheet of an instrument.

    Parameters
    ----------
    asked
        What is asked.
    language
        Of the sheet.
    groups
        What the leader's groups are called, to tick one of; none are asked if there are none.
    groups_question
        What is asked above them; if empty, in our own words.

    Returns
    -------
    str
        A page without scripts and without anything from outside. Its items have the numbers that
        the form has in which the leader types the sheets in.

    Raises
    ------
    NotOnPaper
        If the instrument can't be asked on paper.
    """
    form = asked.question.on_paper()
    if form is None:
        raise NotOnPaper(asked.id)
    tr = translator(language)
    words = in_words(form, language)
    layout = _layout(words)
    return _template().render(
        _=tr.gettext,
        ngettext=tr.ngettext,
        into=lambda text: text.into(language),
        language=language,
        style=Markup((_HERE / "sheet.css").read_text(encoding="utf-8")),
        asked=asked,
        numbers={item.id: n for n, item in enumerate(asked.items, start=1)},
        form=words,
        layout=layout,
        key=_key(words) if layout in {Layout.GRID, Layout.LINES} else [],
        head=_head(words) if layout is Layout.GRID else [],
        table=_table(words) if layout is Layout.BOXES else None,
        groups=groups,
        groups_question=groups_question or tr.gettext("Which group are you in?"),
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("template.html")


def _layout(form: dict[str, Any]) -> Layout:
    slots = form["slots"]
    if form["characters"]:
        return Layout.LINES
    if any(slot["low"] < 1 or slot["high"] > MOST_CIRCLES for slot in slots):
        return Layout.BOXES
    same = len({slot["high"] for slot in slots}) == 1
    return Layout.GRID if same else Layout.LIST


def _key(form: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what the numbers mean, where that needs more words than fit beside them."""
    longer = [slot for slot in form["slots"] if any(slot["notes"]) or form["characters"]]
    keyed = [slot for slot in longer if any(slot["words"])]
    # Now and wanted have the same numbers.
    alike = groupby(keyed, key=lambda slot: (slot["about"], slot["words"], slot["notes"]))
    return [
        {
            "about": about,
            "short": not any(notes),
            "entries": [
                entry
                for entry in zip(count(next(same)["low"]), words, notes, strict=False)
                if entry[1]
            ],
        }
        for (about, words, notes), same in alike
    ]


def _head(form: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the columns of a grid: a number, and its words where all lines have the same."""
    first, *others = form["slots"]
    alike = all(slot["words"] == first["words"] for slot in others) and not first["about"]
    return [
        {"number": first["low"] + place, "words": words if alike else ""}
        for place, words in enumerate(first["words"])
    ]


def _table(form: dict[str, Any]) -> dict[str, Any]:
    """Return numbers to write as a table: a row for what they are of, a column for each view."""
    views = list(dict.fromkeys(slot["view"] for slot in form["slots"]))
    rows = [slot for slot in form["slots"] if slot["view"] == views[0]]
    return {"views": views, "rows": rows}
