"""What was measured, as a table in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from .run import Row

HEADINGS = [
    "servers",
    "store",
    "phones",
    "moves a second, sent → saved",
    "slider → saved, p50 / p95 / p99 ms",
    "slider → kernel, p50 / p95 / p99 ms",
    "not seen by itself",
    "cores: servers",
    "database",
    "kernel",
    "phones",
    "others",
    "ms of server a move",
    "MB a server",
    "KB a phone",
    "all joined in s",
    "phones late by p99 ms",
]


def table(rows: Sequence[Row]) -> str:
    """Return the table."""
    lines = [HEADINGS, ["---:"] * len(HEADINGS), *(_cells(row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(row: Row) -> list[str]:
    trouble = f" ({row.unsaved} unsaved, {row.lost} lost)" if row.unsaved or row.lost else ""
    return [
        str(row.servers),
        row.store,
        f"{row.phones:,}",
        f"{row.sent:,.0f} → {row.saved:,.0f}{trouble}",
        " / ".join(f"{value:,.0f}" for value in row.acknowledged),
        " / ".join(f"{value:,.0f}" for value in row.read),
        f"{row.unseen:.0%}",
        *(f"{row.cores[name]:.2f}" for name in ("servers", "PostgreSQL", "kernel", "phones")),
        f"{row.cores['others']:.2f}",
        f"{row.cores['servers'] / row.saved * 1000:.2f}",
        f"{row.memory:.0f}",
        f"{row.each * 1000:.0f}",
        f"{row.joined_in:.0f}",
        f"{row.late:.0f}",
    ]
