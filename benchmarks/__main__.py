"""``python -m benchmarks [phone] [console] [room] [hour]``: measure, and show the figures."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import sys
import time
from dataclasses import asdict
from pathlib import Path

from . import console, hour, phone, room
from .report import Figure, markdown_table, text_table

PARTS = ("phone", "console", "room", "hour")


def main() -> None:
    """Run the parts that were asked for, all of them by default."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--runs", type=int, help="visits of each page")
    parser.add_argument("--participants", type=int, default=room.PARTICIPANTS)
    parser.add_argument(
        "--probes", type=int, default=room.PROBES, help="moves of the watched slider"
    )
    parser.add_argument("--markdown", action="store_true", help="print the table in Markdown")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    options = parser.parse_args()
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(
            f"there is no part {', '.join(sorted(unknown))}; there are: {', '.join(PARTS)}"
        )
    figures = asyncio.run(_measure(options))
    print(markdown_table(figures) if options.markdown else text_table(figures))
    if options.json:
        data = {"machine": _machine(), "figures": [_plain(figure) for figure in figures]}
        options.json.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


async def _measure(options: argparse.Namespace) -> list[Figure]:
    print(_machine())
    figures: list[Figure] = []
    for part in options.parts or PARTS:
        print(f"{part}: load average before {os.getloadavg()[0]:.1f}", file=sys.stderr)
        began = time.monotonic()
        if part == "phone":
            figures += await phone.measure(options.runs or phone.RUNS)
        elif part == "console":
            figures += await console.measure(options.runs or console.RUNS)
        elif part == "hour":
            figures += await hour.measure(options.participants)
        else:
            figures += await room.measure(options.participants, options.probes)
        print(
            f"{part}: {time.monotonic() - began:.0f} s, load average {os.getloadavg()[0]:.1f}",
            file=sys.stderr,
        )
    return figures


def _plain(figure: Figure) -> dict[str, object]:
    return {**asdict(figure), "verdict": figure.verdict}


def _machine() -> str:
    return (
        f"{time.strftime('%Y-%m-%d %H:%M')}, Python {platform.python_version()}, {os.cpu_count()} "
        "processors shared by server, Chromium and participants, no network between them"
    )


if __name__ == "__main__":
    main()
