"""What was measured, beside the goals: figures, and the table that shows them."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

_HEADINGS = ("part", "what", "figure", "goal", "")


@dataclass(frozen=True)
class Figure:
    """One measured number.

    Parameters
    ----------
    part
        The part of the benchmark that measured it.
    what
        What was measured.
    value
        The number, in ``unit``.
    unit
        Such as ``ms``, ``KB`` (1,000 bytes) or ``MB`` (1,000,000 bytes).
    goal
        The most that it should be, if there is a goal.
    note
        Something that a reader needs to judge it.
    """

    part: str
    what: str
    value: float
    unit: str
    goal: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """``met`` or ``missed``, or nothing when there is no goal."""
        if self.goal is None:
            return ""
        return "met" if self.value <= self.goal else "missed"

    def cells(self) -> tuple[str, ...]:
        """Return the figure as a row of the table."""
        goal = "" if self.goal is None else f"{_number(self.goal)} {self.unit}"
        said = f"{_number(self.value)} {self.unit}".rstrip()
        return (
            self.part,
            f"{self.what} ({self.note})" if self.note else self.what,
            said,
            goal.rstrip(),
            self.verdict,
        )


def text_table(figures: Sequence[Figure]) -> str:
    """Return figures as lines of plain text, in columns."""
    return aligned([_HEADINGS, *(figure.cells() for figure in figures)])


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of as many cells each as lines of plain text, in columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def markdown_table(figures: Sequence[Figure]) -> str:
    """Return figures as a table in Markdown."""
    dashes = ("---", "---", "---:", "---:", "---")
    return in_markdown([_HEADINGS, dashes, *(figure.cells() for figure in figures)])


def in_markdown(rows: Sequence[Sequence[str]]) -> str:
    """Return rows, the second of dashes, as a table in Markdown."""
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def median(values: Sequence[float]) -> float:
    """Return the median; NaN of nothing."""
    return statistics.median(values) if values else float("nan")


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least ``share`` (0..1) of the values don't exceed."""
    if not values:
        return float("nan")
    ordered = sorted(values)
    rank = -(-len(ordered) * share // 1)  # rounded up
    return ordered[max(0, int(rank) - 1)]


def _number(value: float) -> str:
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"
