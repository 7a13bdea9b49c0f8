"""What was measured, as a picture: delay and processor by the number of phones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .run import Row

WIDTH, HEIGHT, PANEL = 960, 420, 400
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 40, 56  # of a panel
INK, GRID = "#17252b", "#d5dcdf"
Point = tuple[float, float]
Line = tuple[str, str, str, str, list[Point]]  # name, colour, mark, dashes, points
MARKS = {"circle": "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0", "square": "M-4-4h8v8h-8z"}
MARKS["diamond"] = "M0-5l5 5l-5 5l-5-5z"


def chart(rows: Sequence[Row]) -> str:
    """Return an SVG: the delays on the left, what they cost on the right."""
    delays: list[Line] = []
    costs: list[Line] = []
    for servers, store, colour, mark in (
        (1, "SQLite", "#0b6e6e", "circle"),
        (1, "PostgreSQL", "#8a4b08", "square"),
        (4, "PostgreSQL", "#5b3a8c", "diamond"),
    ):
        mine = [row for row in rows if (row.servers, row.store) == (servers, store)]
        name = f"{servers} server{'s' * (servers > 1)}, {store}"
        middle = _points(mine, lambda row: row.acknowledged[0])
        slowest = _points(mine, lambda row: row.acknowledged[2])
        delays.append((f"{name}, p50", colour, mark, "", middle))
        delays.append((f"{name}, p99", colour, mark, "6 4", slowest))
        costs.append((name, colour, mark, "", _points(mine, lambda row: row.cores["servers"])))
        if store == "PostgreSQL":
            points = _points(mine, lambda row: row.cores["PostgreSQL"])
            costs.append((f"{name}: the database", colour, mark, "6 4", points))
    panels = [
        _panel(0, "slider → saved, milliseconds", delays),
        _panel(WIDTH // 2, "processors in use", costs),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT + 136}" role="img" '
        f'aria-label="Delay and processor use by the number of phones" font-size="13" '
        f'font-family="sans-serif" fill="{INK}">\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n{"".join(panels)}</svg>\n'
    )


def _points(rows: Sequence[Row], value: Callable[[Row], float]) -> list[Point]:
    return [(row.phones, value(row)) for row in rows]


def _panel(x: int, title: str, lines: Sequence[Line]) -> str:
    everywhere = [point for line in lines for point in line[-1]]
    widest = _round_up(max(phones for phones, _ in everywhere))
    highest = _round_up(max(value for _, value in everywhere))

    def at(point: Point) -> Point:
        return (
            LEFT + point[0] / widest * (PANEL - LEFT - RIGHT),
            HEIGHT - BOTTOM - point[1] / highest * (HEIGHT - TOP - BOTTOM),
        )

    drawn = [f'<text x="{LEFT}" y="22" font-weight="bold">{title}</text>']
    for step in range(5):
        value, phones = highest * step / 4, widest * step / 4
        (across, bottom), (_, y) = at((phones, 0)), at((0, value))
        drawn += [
            f'<line x1="{LEFT}" x2="{PANEL - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="{GRID}"/>',
            f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>',
            f'<text x="{across:.1f}" y="{bottom + 20:.1f}" text-anchor="middle">{phones:g}</text>',
        ]
    drawn.append(
        f'<text x="{PANEL - RIGHT}" y="{HEIGHT - BOTTOM + 40}" text-anchor="end">phones, each '
        "moving a slider once a second</text>"
    )
    for place, (name, colour, mark, dashes, points) in enumerate(lines):
        path = " ".join(f"{px:.1f},{py:.1f}" for px, py in map(at, points))
        stroke = f'stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}" fill="none"'
        drawn.append(f'<polyline points="{path}" {stroke}/>')
        drawn += [
            f'<path transform="translate({px:.1f} {py:.1f})" d="{MARKS[mark]}" fill="{colour}"/>'
            for px, py in map(at, points)
        ]
        kx, ky = LEFT, HEIGHT + 16 + place * 20
        drawn += [
            f'<line x1="{kx}" x2="{kx + 28}" y1="{ky - 4}" y2="{ky - 4}" {stroke}/>',
            f'<path transform="translate({kx + 14} {ky - 4})" d="{MARKS[mark]}" fill="{colour}"/>',
            f'<text x="{kx + 34}" y="{ky}">{name}</text>',
        ]
    return f'<g transform="translate({x} 0)">\n' + "\n".join(drawn) + "\n</g>\n"


def _round_up(value: float) -> float:
    """Return a round number that is at least ``value``."""
    size = 10.0 ** (len(str(int(value))) - 1) if value >= 1 else 1.0
    return next(size * step for step in (1, 2, 3, 4, 5, 6, 8, 10) if size * step >= value)
