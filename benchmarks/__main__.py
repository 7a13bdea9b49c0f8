"""``python -m benchmarks [PART …]``: measure, and show the figures.

``python -m benchmarks load`` has options of its own.
"""

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

from . import console, hour, load, peers, phone, room
from .report import Figure, markdown_table, text_table

PARTS = ("phone", "console", "room", "hour")
ASIDE = ("peers",)  # only when asked for: it installs other tools, and takes most of an hour


def main() -> None:
    """Run the parts that were asked for; by default all but those set aside."""
    if sys.argv[1:2] == ["load"]:
        load.main(sys.argv[2:])
        return
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS + ASIDE))
    parser.add_argument("--runs", type=int, help="visits of each page, or rooms of peers")
    parser.add_argument("--participants", type=int, default=room.PARTICIPANTS)
    parser.add_argument(
        "--probes", type=int, default=room.PROBES, help="moves of the watched slider"
    )
    parser.add_argument(
        "--people",
        type=int,
        nargs="+",
        default=peers.SIZES,
        metavar="N",
        help="sizes of the rooms that the peers are compared in",
    )
    parser.add_argument("--markdown", action="store_true", help="print the table in Markdown")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    options = parser.parse_args()
    unknown = set(options.parts) - {*PARTS, *ASIDE}
    if unknown:
        known = ", ".join(PARTS + ASIDE)
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are: {known}")
    figures = asyncio.run(_measure(options))
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
            found = await phone.measure(options.runs or phone.RUNS)
        elif part == "console":
            found = await console.measure(options.runs or console.RUNS)
        elif part == "room":
            found = await room.measure(options.participants, options.probes)
        elif part == "hour":
            found = await hour.measure(options.participants)
        else:
            found = await peers.measure(options.people, options.runs or 1)
        figures += found
        print(_table(part, found, markdown=options.markdown))
        print(
            f"{part}: {time.monotonic() - began:.0f} s, load average {os.getloadavg()[0]:.1f}",
            file=sys.stderr,
        )
    return figures


def _table(part: str, found: list[Figure], *, markdown: bool) -> str:
    if part == "peers":
        return peers.side_by_side(found, markdown=markdown)
    return markdown_table(found) if markdown else text_table(found)


def _plain(figure: Figure) -> dict[str, object]:
    return {**asdict(figure), "verdict": figure.verdict}


def _machine() -> str:
    return (
        f"{time.strftime('%Y-%m-%d %H:%M')}, Python {platform.python_version()}, {os.cpu_count()} "
        "processors shared by server, Chromium and participants, no network between them"
    )


if __name__ == "__main__":
    main()
