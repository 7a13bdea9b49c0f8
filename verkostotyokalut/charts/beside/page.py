"""A page of a comparison: a row for each part, a column for each item, in bands of a few."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from ...analysis import Comparison
from ...framework import Language
from ...locales import translator
from ..drawing import Label, Spec
from ..terms import NONE
from ..theme import INK_2
from ..twin import Twin
from ..words import markup
from .looks import Look, looks
from .words import count_text, hidden_item, hidden_part

Drawn = tuple[list[Spec], list[Label]]


class Axis(NamedTuple):
    """What a column's width stands for: from ``low`` to ``high``, with lines at the ticks."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


class Slot(NamedTuple):
    """Where a cell is drawn: its edges, its middle and its height, in pixels."""

    left: float
    right: float
    y: float
    height: float
    em: float
    axis: Axis

    def x(self, value: float) -> float:
        """Return where a value of the axis is."""
        low, high, _ = self.axis
        return self.left + (self.right - self.left) * (value - low) / (high - low)


class Cell(Protocol):
    """What is drawn of an item and a part."""

    @property
    def told(self) -> tuple[str, ...]:
        """The same in words, a text for each of the page's columns."""

    def drawn(self, slot: Slot, beside: float, look: Look) -> Drawn:
        """Draw it; there is room for its words from ``slot.right`` to ``beside``."""


class Column(NamedTuple):
    """An item: what it is called, a cell for each part (None where it is hidden), and a note."""

    head: str
    cells: tuple[Cell | None, ...]
    note: str = ""


class Band(NamedTuple):
    """Columns side by side, of one dimension or with another title in common."""

    title: str
    columns: tuple[Column, ...]


class Row(NamedTuple):
    """A part: its label, how many, how it looks, and why it is hidden, if it is."""

    label: str
    n: str
    look: Look
    hidden: str


class Page(NamedTuple):
    """What is drawn, and the same in words.

    ``of_items`` and ``of_cells`` name the twin's columns. Under the picture are a ``key``, colours
    and their words, and the ``footer``'s sentences. ``words`` is how much room is left for words
    beside a cell's marks, in em.
    """

    rows: tuple[Row, ...]
    bands: tuple[Band, ...]
    axis: Axis
    footer: tuple[str, ...]
    caption: str
    of_items: str
    of_parts: str
    of_cells: tuple[str, ...]
    key: tuple[tuple[str, str], ...] = ()
    words: float = 2.9


def rows(comparison: Comparison, language: Language) -> tuple[Row, ...]:
    """Return a row for each part."""
    hidden = hidden_part(language)
    return tuple(
        Row(
            part.label, count_text(part, language), look, "" if part.results is not None else hidden
        )
        for part, look in zip(comparison.parts, looks(comparison), strict=True)
    )


def page_twin(page: Page, language: Language) -> Twin:
    """Say what a page shows."""
    nothing = hidden_item(language)
    found = []
    for band in page.bands:
        for column in band.columns:
            for row, cell in zip(page.rows, column.cells, strict=True):
                rest = [NONE] * (len(page.of_cells) - 1)
                told = list(cell.told) if cell else [row.hidden or nothing, *rest]
                found.append([column.head, row.label, row.n, *told])
    _ = translator(language).gettext
    return Twin(
        caption=page.caption,
        columns=[page.of_items, page.of_parts, _("Respondents"), *page.of_cells],
        rows=found,
    )


class Nothing(NamedTuple):
    """A cell that only says why it is empty."""

    words: str
    columns: int

    @property
    def told(self) -> tuple[str, ...]:
        """The words, and a dash for each number."""
        return (self.words, *[NONE] * (self.columns - 1))

    def drawn(self, slot: Slot, beside: float, _look: Look) -> Drawn:
        """Write the words."""
        at = (slot.left + beside) / 2
        return [], [Label(at, slot.y, markup([self.words]), slot.em - 1, INK_2, "center")]
