"""What the tools came to, beside each other and beside what ours should be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from math import isnan, nan

from ..report import Figure, aligned, in_markdown, median
from .room import Seen

Rooms = dict[tuple[str, int], list[Seen]]  # by tool and number of people


@dataclass(frozen=True)
class Column:
    """A thing that is compared, and by how much ours should be ahead of the best of the others."""

    name: str
    unit: str
    factor: float
    value: Callable[[list[Seen]], float]
    sizes: bool = True


COLUMNS = (
    Column("usable slider", "ms", 3, lambda rooms: median([t for r in rooms for t in r.usable])),
    Column(
        "bytes",
        "KB",
        10,
        lambda rooms: median([b / 1000 for r in rooms for b in r.bytes]),
        sizes=False,
    ),
    Column("memory each", "MB", 20, lambda rooms: median([r.memory for r in rooms])),
    Column(
        "slider → other page", "ms", 1.5, lambda rooms: median([t for r in rooms for t in r.heard])
    ),
)


def figures(rooms: Rooms, ours: str, aside: Collection[str] = ()) -> list[Figure]:
    """Return what was measured; the goal of each of ours is the best of the others by its factor.

    Parameters
    ----------
    rooms
        What was seen.
    ours
        The name of our tool.
    aside
        The names of those that are told beside the others and not compared.
    """
    names = list(dict.fromkeys(name for name, _ in rooms))
    sizes = list(dict.fromkeys(people for _, people in rooms))
    found: list[Figure] = []
    for column in COLUMNS:
        for people in sizes if column.sizes else [None]:
            what = column.name if people is None else f"{column.name}, {people}"
            values = {
                name: column.value(
                    [seen for size in sizes if people in {None, size} for seen in rooms[name, size]]
                )
                for name in names
            }
            # NaN is of a tool in which nothing could be measured.
            others = [
                one for name, one in values.items() if name not in {ours, *aside} and not isnan(one)
            ]
            for name, value in values.items():
                goal = min(others, default=nan) / column.factor if name == ours else None
                found.append(Figure(name, what, value, column.unit, goal, _troubles(rooms, name)))
    for people in sizes:
        drawn = median([time for seen in rooms[ours, people] for time in seen.drawn])
        found.append(Figure(ours, f"slider → projector, {people}", drawn, "ms"))
    return found


def _troubles(rooms: Rooms, name: str) -> str:
    """Say what went wrong in a tool's rooms."""
    said = []
    for (tool, people), seen in rooms.items():
        if tool != name:
            continue
        lost = sum(one.lost for one in seen)
        said += [f"{one.pages} of {people} came: {one.trouble}" for one in seen if one.trouble]
        said += [f"{lost} changes were not seen among {people}"] if lost else []
    return "; ".join(said)


def side_by_side(found: Sequence[Figure], *, markdown: bool = False) -> str:
    """Return a row for each thing and a column for each tool, and then what ours should be."""
    names = list(dict.fromkeys(one.part for one in found))
    units = {one.what: one.unit for one in found}
    by_cell = {(one.what, one.part): one for one in found}
    rows = [["", *names, "goal", ""]]
    if markdown:
        rows.append(["---", *("---:" for _ in names), "---:", "---"])
    for what, unit in units.items():
        ours = by_cell[what, names[0]]
        goal = "" if ours.goal is None else _number(ours.goal)
        said = (_said(by_cell.get((what, name))) for name in names)
        rows.append([f"{what} ({unit})", *said, goal, ours.verdict])
    notes = dict.fromkeys(f"{one.part}: {one.note}" for one in found if one.note)
    return "\n".join([in_markdown(rows) if markdown else aligned(rows), *notes])


def _said(figure: Figure | None) -> str:
    return "" if figure is None else _number(figure.value)


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2g}"
