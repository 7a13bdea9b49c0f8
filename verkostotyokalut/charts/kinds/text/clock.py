"""The annual clock: a ring of twelve months, and each month's notes beside it."""

from __future__ import annotations

from math import cos, pi, sin
from typing import NamedTuple

from ....analysis.arrangement import Card
from ....locales import translator
from ...drawing import Label, Spec, drawing, path
from ...paths import band
from ...paths import number as coordinate
from ...theme import FAINT, INK, INK_2, LINE, Size, colour
from ...words import lines, markup, width
from .pack import Block, Piece, Room, pack
from .sheet import LINE as LEADING
from .sheet import Sheet, by_month, marks, month_name

_RADII: dict[Size, tuple[float, float]] = {"screen": (112, 205), "console": (70, 170)}
_SIDE = 470.0  # the width of the notes on either side
_SIDES = (((1, 2, 3, 4, 5, 6), True), ((12, 11, 10, 9, 8, 7), False))  # from the top; right or left
_BULLET = 0.9  # what a note is set in by, in em
_BETWEEN = 0.5  # months, in em
_WHITE = "#ffffff"


class _Month(NamedTuple):
    """A month's words beside the ring."""

    month: int
    pieces: list[Piece]

    @property
    def height(self) -> float:
        return sum(piece.height for piece in self.pieces)


def clock_spec(sheet: Sheet) -> Spec:
    """Draw an item's notes as plain JSON data; on the console, how many each month has."""
    if sheet.wall is None or sheet.nothing:
        box, labels = sheet.instead()
        return drawing(box, [], labels)
    months = by_month(sheet.wall)
    shapes, labels = _ring(sheet, months)
    leads = ""
    if sheet.size == "screen":
        for side, right in _SIDES:
            written, lead = _notes(sheet, {m: months[m] for m in side if months[m]}, right)
            labels += written
            leads += lead
    return drawing(
        sheet.box, [path(leads, line=FAINT, width=1.2), *shapes], [*sheet.heading(), *labels]
    )


def _middle(sheet: Sheet) -> tuple[float, float]:
    top = sheet.top if sheet.size == "screen" else 0.0
    return sheet.box.width / 2, (top + sheet.box.height) / 2


def _ring(sheet: Sheet, months: dict[int, list[Card]]) -> tuple[list[Spec], list[Label]]:
    x, y = _middle(sheet)
    em = sheet.box.font
    inner, outer = _RADII[sheet.size]
    with_notes = without = ""
    labels = []
    for month, cards in months.items():
        start, end = (month - 1) * pi / 6, month * pi / 6
        sector = band(x, y, inner, outer, start + 0.012, end - 0.012)
        with_notes += sector if cards else ""
        without += "" if cards else sector
        at, radius = (start + end) / 2, (inner + outer) / 2
        name = month_name(month, sheet.language, short=True)
        if sheet.size == "console" and cards:
            name += f"<br><b>{len(cards)}</b>"
        ink = _WHITE if cards else INK_2
        place = x + radius * sin(at), y - radius * cos(at)
        labels.append(Label(*place, name, max(em - 1, 11), ink, "center"))
    total = sum(map(len, months.values()))
    words = translator(sheet.language).ngettext("note", "notes", total)
    labels += [
        Label(x, y - 0.9 * em, f"<b>{total}</b>", 1.7 * em, INK, "center"),
        Label(x, y + 1.2 * em, words, em, INK_2, "center"),
    ]
    return [path(without, fill=LINE), path(with_notes, fill=colour(sheet.dimension))], labels


def _notes(sheet: Sheet, months: dict[int, list[Card]], right: bool) -> tuple[list[Label], str]:
    """Write one side's notes, and lead from each month's sector to its name."""
    em, left = sheet.box.font, sheet.box.width - _SIDE if right else 0.0
    tint = colour(sheet.dimension)
    labels: list[Label] = []
    leads = ""
    for top, month in _beside(sheet, months):
        y = top
        for piece in month.pieces:
            title = piece.kind == "title"
            middle = y + len(piece.lines) * LEADING * (em + title) / 2
            words = markup([*piece.lines])
            if title:
                labels.append(Label(left, middle, f"<b>{words}</b>", em + 1, tint))
                end = width(piece.lines[0], em + 1) + 10
                x = (left - 10, left - 10) if right else (_SIDE, end)
                leads += _lead(sheet, month.month, *x, middle)
            else:
                note = piece.kind == "note"
                if note:
                    labels.append(Label(left, y + LEADING * em / 2, "•", em, tint))
                ink = INK if note else INK_2
                labels.append(Label(left + _BULLET * em, middle, words, em, ink))
            y += piece.height
    return labels, leads


def _beside(sheet: Sheet, months: dict[int, list[Card]]) -> list[tuple[float, _Month]]:
    """Choose what is written of each month, and how high: near its sector, if there is room."""
    em = sheet.box.font
    gap = _BETWEEN * em
    room = Room(1, sheet.box.height - sheet.top, gap)
    blocks = [_block(month_name(month, sheet.language), months[month], em) for month in months]
    more = sheet.more(max(map(len, months.values()), default=0), em)
    found: list[_Month] = []
    following = iter(months)
    for _column, _top, piece in pack(blocks, room, more, least=0).placed:
        if piece.kind == "title":
            found.append(_Month(next(following), []))
        found[-1].pieces.append(piece)
    _x, y = _middle(sheet)
    tops: list[float] = []
    for month in found:
        # A little further from the middle than the sector, so that no line crosses the ring.
        wish = y - 1.15 * _RADII["screen"][1] * cos((month.month - 0.5) * pi / 6) - em
        lowest = tops[-1] + found[len(tops) - 1].height + gap if tops else sheet.top
        tops.append(max(wish, lowest))
    bottom = float(sheet.box.height)
    for index in reversed(range(len(found))):
        tops[index] = min(tops[index], bottom - found[index].height)
        bottom = tops[index] - gap
    return list(zip(tops, found, strict=True))


def _block(name: str, cards: list[Card], em: float) -> Block:
    notes = []
    for card in sorted(cards, key=lambda card: -card.likes):
        words = tuple(lines(f"{card.text} {marks(card)}", _SIDE - 2 * _BULLET * em, em))
        notes.append(Piece("note", words, len(words) * LEADING * em + 0.2 * em))
    return Block(Piece("title", (name,), LEADING * (em + 1)), notes)


def _lead(sheet: Sheet, month: int, side: float, end: float, to_y: float) -> str:
    """Lead from a month to the side where its notes are, and there to its name."""
    x, y = _middle(sheet)
    angle, radius = (month - 0.5) * pi / 6, _RADII["screen"][1] + 4
    from_x, from_y = coordinate(x + radius * sin(angle)), coordinate(y - radius * cos(angle))
    return f"M{from_x},{from_y}L{coordinate(side)},{coordinate(to_y)}H{coordinate(end)}"
