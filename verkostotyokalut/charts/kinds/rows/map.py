"""The map of the kind ``rows``: every row at its two levels, the balance, and the flagged side."""

from __future__ import annotations

from math import ceil, isnan, sqrt

from ....analysis.kinds.rows import OTHERS, Portfolio
from ....framework import Instrument, Language
from ....framework.kinds.rows import Rows
from ....framework.row_fields import POINTS, LevelField
from ....locales import translator
from ...drawing import Anchor, Dots, Label, Spec, drawing, path
from ...paths import number as coordinate
from ...terms import hidden_text
from ...theme import FAINT, INK, INK_2, LINE, Box, Size
from ...words import lines, markup
from ..axes.places import Square
from .marks import levels, marks
from .own import own_rows

_BOX: dict[Size, Box] = {"screen": Box(760, 620, 18), "console": Box(400, 330, 10)}
_KEY, _OWN_KEY = 14.0, 19.0  # width of the key, in em: of the options, or of one's own names
_ROOM = 10.4  # for the words in the key, in em
_FLAGGED = "#8a5a2b"
_DOT = 0.84  # a dot's width, of the distance between two dots

_Drawn = tuple[list[Spec], list[Label]]


def map_spec(
    portfolio: Portfolio | None,
    instrument: Instrument,
    language: Language,
    *,
    size: Size = "screen",
    minimum: int = 5,
) -> Spec:
    """Draw a dot for each row, or one's own rows with a number and its name in the key.

    Parameters
    ----------
    portfolio
        What may be shown of an item; see `verkostotyokalut.analysis.kinds.rows`.
    instrument
        What was asked; its question has a map.
    language
        Of the labels.
    size
        ``"screen"`` for the projector (text 18 px in a box of 760×620), ``"console"`` for a panel
        (10 px, 400×330).
    minimum
        The disclosure limit that was used; it is named where something is hidden.
    """
    box, question = _BOX[size], instrument.asked_as(Rows)
    em = float(box.font)
    key = _OWN_KEY if portfolio is not None and portfolio.own is not None else _KEY
    square = Square(0, 2.0 * em, min(box.width - key * em, box.height - 5.4 * em), POINTS)
    shapes, labels = _ground(question, square, language, em)
    if portfolio is None or portfolio.cells is None:
        words = hidden_text(minimum, language, detail=True)
        # away from the balance
        labels.append(Label(square.x(2.2), square.y(4), markup([words]), em, INK_2, "center"))
        drawn: _Drawn = ([], [])
        top = 2.4 * em
    elif portfolio.own is not None:
        drawn, top = own_rows(portfolio.own, question, square, box, language)
    else:
        drawn, top = _room(portfolio, question, square, language, em)
    count = portfolio.flagged if portfolio else float("nan")
    signs = _signs(question, count, square, max(top, box.height - 6.5 * em), language, em)
    for more_shapes, more_labels in (drawn, signs):
        shapes += more_shapes
        labels += more_labels
    return drawing(box, shapes, labels)


def flag_is_below(question: Rows) -> bool | None:
    """Tell on which side of the balance the flagged rows are; None when on neither."""
    if question.flag is None or question.map is None:
        return None
    sides = {
        (question.map.x, question.map.y): True,
        (question.map.y, question.map.x): False,
    }
    return sides.get((question.flag.more, question.flag.than))


def _ground(question: Rows, square: Square, language: Language, em: float) -> _Drawn:
    """Draw the square: its flagged places, lines, the balance, and what the axes are called."""
    x, y = levels(question)
    left, right = square.left, square.left + square.side
    below = square.top + square.side
    step = square.side / POINTS
    grid = "".join(
        f"M{coordinate(left + n * step)},{coordinate(square.top)}V{coordinate(below)}"
        f"M{coordinate(left)},{coordinate(square.top + n * step)}H{coordinate(right)}"
        for n in range(1, POINTS)
    )
    shapes = [
        path(square.frame(), fill="#ffffff", line=LINE, width=em / 12),
        path(_flagged_places(question, square), fill=_FLAGGED, opacity=0.13),
        path(grid, line=LINE, width=em / 18),
        path(
            f"M{coordinate(left)},{coordinate(below)}L{coordinate(right)},{coordinate(square.top)}",
            line=FAINT,
            width=em / 9,
            dash="dash",
        ),
    ]

    def ends(field: LevelField) -> tuple[str, str]:
        low, high = field.low.into(language), field.high.into(language)
        return markup([f"1 {low}"]), markup([f"{POINTS} {high}"])

    (x_low, x_high), (y_low, y_high) = ends(x), ends(y)
    names = [markup([field.label.into(language)]) for field in (x, y)]
    texts: list[tuple[float, float, str, str, Anchor]] = [
        (left, 0.9 * em, f"<b>↑ {names[1]}</b>  {y_low} … {y_high}", INK, "left"),
        (right, below + em, f"<b>{names[0]} →</b>", INK, "right"),
        (left, below + 2.4 * em, x_low, INK_2, "left"),
        (right, below + 2.4 * em, x_high, INK_2, "right"),
    ]
    return shapes, [Label(at, up, text, em, ink, anchor) for at, up, text, ink, anchor in texts]


def _flagged_places(question: Rows, square: Square) -> str:
    """Outline each column's flagged places; the places on the balance are not flagged."""
    below = flag_is_below(question)
    if below is None:
        return ""
    step, outline = square.side / POINTS, ""
    for n in range(1, POINTS):
        # below the balance a column's flagged places begin at the bottom, above it at the top
        x = square.left + (n if below else n - 1) * step
        high = n * step if below else (POINTS - n) * step
        edge = square.top + square.side if below else square.top
        to = edge - high if below else edge + high
        outline += (
            f"M{coordinate(x)},{coordinate(edge)}H{coordinate(x + step)}"
            f"V{coordinate(to)}H{coordinate(x)}Z"
        )
    return outline


def _signs(
    question: Rows, count: float, square: Square, y: float, language: Language, em: float
) -> _Drawn:
    """Say what the dashed line and the shaded places are."""
    left = square.side + 1.4 * em
    half = 0.55 * em
    shapes = [
        path(
            f"M{coordinate(left)},{coordinate(y + half)}"
            f"L{coordinate(left + 2 * half)},{coordinate(y - half)}",
            line=FAINT,
            width=em / 9,
            dash="dash",
        )
    ]
    balance = translator(language).gettext("balance")
    labels = [Label(left + 1.7 * em, y, markup([balance]), em, INK_2)]
    if question.flag is not None and flag_is_below(question) is not None:
        words = question.flag.label.into(language)
        words += "" if isnan(count) else f": {count:.0f}"
        broken = lines(words, _ROOM * em, em)
        at = y + 1.4 * em + len(broken) * 0.65 * em
        swatch = Square(left, at - half, 2 * half, 1)
        shapes.append(path(swatch.frame(), fill=_FLAGGED, opacity=0.3))
        labels.append(Label(left + 1.7 * em, at, markup(broken), em))
    return shapes, labels


def _room(
    portfolio: Portfolio, question: Rows, square: Square, language: Language, em: float
) -> tuple[_Drawn, float]:
    """Draw everybody's rows, and a key of the options; return where the key ends, too."""
    _ = translator(language).gettext
    found = marks(question, language)
    assert portfolio.cells is not None
    table = portfolio.cells.loc[[mark.option for mark in found]].to_numpy(dtype=float)
    counts = {mark.option: row for mark, row in zip(found, table.tolist(), strict=True)}
    blocks, pitch = _blocks(counts, square, em)
    shapes = [
        mark.draw(Dots(mark.shape, 999, pitch, round(pitch * _DOT, 1), tuple(blocks[mark.option])))
        for mark in found
        if blocks[mark.option]
    ]
    labels: list[Label] = []
    left, y = square.side + 1.4 * em, 2.4 * em
    for mark in found:
        row = counts[mark.option]
        hidden = isnan(row[0])
        if mark.option == OTHERS and len(found) > 1 and not sum(row):
            continue
        told = f"{mark.label} (–)" if hidden else f"{mark.label} ({sum(row):.0f})"
        broken = lines(told, _ROOM * em, em)
        middle = y + len(broken) * 0.65 * em
        shapes.append(mark.one(left + 0.55 * em, middle, 0.95 * em))
        labels.append(Label(left + 1.7 * em, middle, markup(broken), em, INK_2 if hidden else INK))
        y += (1.3 * len(broken) + 0.5) * em
    if any(isnan(row[0]) for row in counts.values()):
        broken = lines(_("(–): too few people, among the others"), (_ROOM + 1.7) * em, em)
        labels.append(Label(left, y + len(broken) * 0.65 * em, markup(broken), em, INK_2))
        y += (1.3 * len(broken) + 0.5) * em
    return (shapes, labels), y + 0.8 * em


def _blocks(
    counts: dict[str, list[float]], square: Square, em: float
) -> tuple[dict[str, list[tuple[float, float, int]]], float]:
    """Put the dots of each place into a block, option by option.

    Returns
    -------
    dict, float
        By option, runs of dots in a row: x and y of the run's middle, and how many; and the
        distance between two dots, the same everywhere.
    """
    places = [
        [(option, int(row[place])) for option, row in counts.items() if row[place] > 0]
        for place in range(POINTS**2)
    ]
    most = max((sum(count for _option, count in place) for place in places), default=0)
    inner = square.side / POINTS * 0.92
    pitch = min(inner / max(1, ceil(sqrt(most))), 1.2 * em)
    blocks: dict[str, list[tuple[float, float, int]]] = {option: [] for option in counts}
    for index, place in enumerate(places):
        dots = [option for option, count in place for _ in range(count)]
        columns = ceil(sqrt(len(dots)))
        rows = ceil(len(dots) / columns) if columns else 0
        x, y = square.x(index // POINTS + 1), square.y(index % POINTS + 1)
        for row in range(rows):
            line = dots[row * columns : (row + 1) * columns]
            start = x - (len(line) - 1) / 2 * pitch
            for option in dict.fromkeys(line):
                first, run = line.index(option), line.count(option)
                at = start + (first + (run - 1) / 2) * pitch
                up = y + (row - (rows - 1) / 2) * pitch
                blocks[option].append((round(at, 1), round(up, 1), run))
    return blocks, round(pitch, 2)
