"""The wall: notes as cards in columns, under the titles of their groups or months."""

from __future__ import annotations

from ....analysis.arrangement import Card
from ....locales import translator
from ...drawing import Label, Spec, drawing, path
from ...paths import number as coordinate
from ...theme import INK, INK_2, LINE, colour
from ...words import lines, markup
from .pack import Block, Packed, Piece, Room, pack
from .sheet import LINE as LEADING
from .sheet import Sheet, Titled, marks, titled

_GAP = 0.8  # between columns, in em; between cards half of it, between blocks as much
_PAD = 0.5  # around the words of a card
_STRIPE = 0.3  # a card's coloured side
_WIDEST = 25  # a card's width at most
_MORE = 1.7  # the height of what is said of notes left out


def wall_spec(sheet: Sheet) -> Spec:
    """Draw an item's notes as plain JSON data."""
    if sheet.wall is None or sheet.nothing:
        box, labels = sheet.instead()
        return drawing(box, [], labels)
    box, em = sheet.box, sheet.box.font
    groups = titled(sheet.wall, sheet.language)
    columns = min(_most_columns(sheet, groups), sum(len(group.cards) for group in groups))
    gap = _GAP * em
    width = min((box.width - gap * (columns - 1)) / columns, _WIDEST * em)
    packed = pack(
        [_block(group, width, sheet) for group in groups],
        Room(columns, box.height - sheet.top - _MORE * em, gap),
        sheet.more(max(len(group.cards) for group in groups), em),
    )
    shapes, labels = _draw(packed, sheet, width, gap)
    bottom = sheet.top + packed.height
    if packed.left_out:
        words = sheet.more(packed.left_out, em)[-1].lines
        labels.append(Label(0, bottom + _MORE * em / 2, markup([*words]), em, INK_2))
        bottom += _MORE * em
    return drawing(box._replace(height=round(bottom)), shapes, [*sheet.heading(), *labels])


def _most_columns(sheet: Sheet, groups: list[Titled]) -> int:
    if sheet.size == "console":
        return 2
    return 5 if len(groups) == 5 else 4


def _block(group: Titled, width: float, sheet: Sheet) -> Block:
    em, title = sheet.box.font, None
    if group.title:
        goes_on = translator(sheet.language).gettext("{title} (continued)")
        again = _title(goes_on.format(title=group.title), width, em)
        title = _title(group.title, width, em)._replace(again=again)
    return Block(title, [_note(card, width, em) for card in group.cards])


def _title(text: str, width: float, em: float) -> Piece:
    words = tuple(lines(text, width, em + 1))
    return Piece("title", words, len(words) * LEADING * (em + 1) + 0.4 * em)


def _note(card: Card, width: float, em: float) -> Piece:
    words = tuple(lines(card.text, width - (2 * _PAD + _STRIPE) * em, em))
    foot = marks(card)
    height = (len(words) + bool(foot)) * LEADING * em + (2 * _PAD + _GAP / 2) * em
    return Piece("note", words, height, foot)


def _draw(packed: Packed, sheet: Sheet, width: float, gap: float) -> tuple[list[Spec], list[Label]]:
    em = sheet.box.font
    cards = sides = ""
    labels: list[Label] = []
    for column, top, piece in packed.placed:
        left, y = column * (width + gap), sheet.top + top
        words = markup([*piece.lines])
        if piece.kind != "note":
            title = piece.kind == "title"
            middle = y + len(piece.lines) * LEADING * (em + title) / 2
            ink = colour(sheet.dimension) if title else INK_2
            text = f"<b>{words}</b>" if title else words
            labels.append(Label(left, middle, text, em + title, ink))
            continue
        bottom = y + piece.height - _GAP / 2 * em
        cards += _box(left, y, left + width, bottom)
        sides += _box(left, y, left + _STRIPE * em, bottom)
        start, high = left + (_STRIPE + _PAD / 2) * em, len(piece.lines) * LEADING * em
        labels.append(Label(start, y + _PAD * em + high / 2, words, em, INK))
        if piece.foot:
            middle = y + _PAD * em + high + LEADING * em / 2
            labels.append(Label(start, middle, f"<b>{piece.foot}</b>", em, colour(sheet.dimension)))
    shapes = [
        path(cards, fill="#ffffff", line=LINE, width=1),
        path(sides, fill=colour(sheet.dimension)),
    ]
    return shapes, labels


def _box(left: float, top: float, right: float, bottom: float) -> str:
    x0, y0, x1, y1 = map(coordinate, (left, top, right, bottom))
    return f"M{x0},{y0}H{x1}V{y1}H{x0}Z"
