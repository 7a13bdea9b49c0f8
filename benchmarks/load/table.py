"""What was measured, as a table in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from .run import Row

HEADINGS = [
    "servers",
    "phones",
    "moves a second sent",
    "saved",
    "slider → saved ms, p50",
    "p95",
    "p99",
    "slider → kernel ms, p50",
    "p95",
    "p99",
    "processors: servers",
    "database",
    "kernel",
    "phones",
    "others",
    "ms of server a move",
    "MB a server",
    "KB a phone",
    "all in, s",
    "phones late, ms",
    "load before",
]


def table(rows: Sequence[Row]) -> str:
    """Return the table."""
    lines = [HEADINGS, ["---:"] * len(HEADINGS), *(_cells(row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(row: Row) -> list[str]:
    trouble = f" ({row.unsaved} unsaved, {row.lost} lost)" if row.unsaved or row.lost else ""
    database = f"{row.cores['PostgreSQL']:.2f}" if row.store == "PostgreSQL" else ""
    return [
        f"{row.servers}, {row.store}",
        f"{row.phones:,}",
        f"{row.sent:,.0f}",
        f"{row.saved:,.0f}{trouble}",
        *(f"{value:,.0f}" for value in (*row.acknowledged, *row.read)),
        f"{row.cores['servers']:.2f}",
        database,
        *(f"{row.cores[name]:.2f}" for name in ("kernel", "phones", "others")),
        f"{row.cores['servers'] / row.saved * 1000:.2f}",
        f"{row.memory:.0f}",
        f"{row.each * 1000:.0f}",
        f"{row.joined_in:.0f}",
        f"{row.late:.0f}",
        f"{row.load:.1f}",
    ]
