"""``python -m benchmarks load``: rooms of growing size; keeps the table and the chart."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from .chart import chart
from .run import Row, measure
from .table import table

PLACE = Path(__file__).resolve().parent
SECONDS = 30.0
# servers, store, phones
PLAN = [
    *((1, "SQLite", phones) for phones in (250, 500, 1000, 1500, 2000)),
    *((1, "PostgreSQL", phones) for phones in (1000, 2000)),
    *((4, "PostgreSQL", phones) for phones in (1000, 2000, 3000, 4000)),
]


def main(arguments: Sequence[str]) -> None:
    """Measure what was asked for: the whole plan, or one room."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks load", description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="how long each is measured")
    parser.add_argument(
        "--one", nargs=3, metavar=("SERVERS", "STORE", "PHONES"), help="such as 1 SQLite 500"
    )
    options = parser.parse_args(arguments)
    if options.one:
        servers, store, phones = options.one
        plan = [(int(servers), store, int(phones))]
    else:
        plan = PLAN
    rows: list[Row] = []
    for servers, store, phones in plan:
        print(
            f"{servers} on {store}, {phones} phones: load average before ", end="", file=sys.stderr
        )
        print(f"{os.getloadavg()[0]:.1f}", file=sys.stderr)
        rows.append(asyncio.run(measure(servers, phones, options.seconds, store)))
        print(table(rows[-1:]))
    if not options.one:
        keep(rows)


def keep(rows: list[Row]) -> None:
    """Write the figures, the table and the chart beside this file."""
    machine = (
        f"{time.strftime('%Y-%m-%d')}, Python {platform.python_version()}, {os.cpu_count()} "
        "processors shared by the servers, the database, the kernel and the phones"
    )
    figures = {"machine": machine, "rows": [asdict(row) for row in rows]}
    (PLACE / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    words = f"# Load\n\n{machine}.\n\n{table(rows)}\n\n![the same as a chart](chart.svg)\n"
    (PLACE / "README.md").write_text(words, encoding="utf-8")
    (PLACE / "chart.svg").write_text(chart(rows), encoding="utf-8")
