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
MACHINE = f"{os.cpu_count()} processors, Python {platform.python_version()}"


def main(arguments: Sequence[str]) -> None:
    """Measure what was asked for: the whole plan, or one room of it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks load", description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="how long each is measured")
    parser.add_argument(
        "--one", nargs=3, metavar=("SERVERS", "STORE", "PHONES"), help="such as 1 SQLite 500"
    )
    options = parser.parse_args(arguments)
    plan = PLAN
    if options.one:
        servers, store, phones = options.one
        plan = [(int(servers), store, int(phones))]
    for servers, store, phones in plan:
        told = f"{servers} on {store}, {phones} phones: load average before"
        print(told, f"{os.getloadavg()[0]:.1f}", file=sys.stderr)
        row = asyncio.run(measure(servers, phones, options.seconds, store))
        print(table([row]), flush=True)
        keep(row)


def keep(row: Row) -> None:
    """Put a row in its place among those measured before, and draw them all again."""
    file = PLACE / "figures.json"
    rows = {_key(old): old for old in _read(file)} | {_key(row): row}
    known = sorted(rows.values(), key=_key)
    file.write_text(json.dumps([asdict(one) for one in known], indent=1) + "\n", encoding="utf-8")
    seconds = " or ".join(sorted({f"{one.seconds:.0f}" for one in known}))
    words = (
        f"# Load\n\n{MACHINE}; {time.strftime('%Y-%m-%d')}. Made by `python -m benchmarks load`,"
        f" each room measured for {seconds} seconds;"
        " what it says is in [docs/deployment.md](../../docs/deployment.md#sizing).\n\n"
        f"![delay and processors by the number of phones](chart.svg)\n\n{table(known)}\n"
    )
    (PLACE / "README.md").write_text(words, encoding="utf-8")
    (PLACE / "chart.svg").write_text(chart(known), encoding="utf-8")


def _key(row: Row) -> tuple[bool, int, int]:
    return row.store != "SQLite", row.servers, row.phones


def _read(file: Path) -> list[Row]:
    text = file.read_text(encoding="utf-8") if file.exists() else "[]"
    return [Row(**row) for row in json.loads(text)]
