"""Packs blocks of notes into columns: as many notes as fit, fairly from every block."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple


class Piece(NamedTuple):
    """Some lines that stay together, and how high they are with the gap below.

    ``again`` is what a title becomes where its block goes on in another column.
    """

    kind: Literal["title", "note", "more"]
    lines: tuple[str, ...]
    height: float
    foot: str = ""
    again: Piece | None = None


class Block(NamedTuple):
    """A title, if there is one, and notes in the order in which they are to be seen.

    ``more`` says, for a count, the line that tells how many notes are left out.
    """

    title: Piece | None
    notes: Sequence[Piece]


class Placed(NamedTuple):
    """A piece in its place: the column, from 0, and the distance from the top."""

    column: int
    top: float
    piece: Piece


class Packed(NamedTuple):
    """What has found its place, how high that is, and how many notes of no block at all."""

    placed: list[Placed]
    height: float
    left_out: int


class Room(NamedTuple):
    """The room there is: columns, their greatest height, and the gap between two blocks."""

    columns: int
    height: float
    gap: float


def pack(blocks: Sequence[Block], room: Room, more: Sequence[Piece], *, least: int = 1) -> Packed:
    """Place as many notes as fit.

    Parameters
    ----------
    blocks
        What to place, in this order. When there is a column for each, each begins one.
    room
        Where.
    more
        ``more[n]`` is the piece that says that n notes of a block are left out; as long as the
        longest block's notes, and one more.
    least
        How many notes a block has to show, if it has any.

    Returns
    -------
    Packed
        Columns are about as high as each other. Blocks that have no room for the least are left
        out from the end, with all their notes.
    """
    kept = list(blocks)
    counts = [min(least, len(block.notes)) for block in kept]
    while kept and _flow(_cut(kept, counts, more), room) is None:
        kept.pop()
        counts.pop()
    counts = _most(kept, counts, room, more)
    shown = _cut(kept, counts, more)
    placed = _flow(shown, room) or []
    lowest, highest = 0.0, room.height
    while highest - lowest > 4:  # pixels: finer than the eye
        middle = (lowest + highest) / 2
        lower = _flow(shown, room._replace(height=middle))
        if lower is None:
            lowest = middle
        else:
            placed, highest = lower, middle
    height = max((one.top + one.piece.height for one in placed), default=0.0)
    return Packed(placed, height, sum(len(block.notes) for block in blocks[len(kept) :]))


def _most(blocks: list[Block], counts: list[int], room: Room, more: Sequence[Piece]) -> list[int]:
    """Count how many notes of each block fit when blocks take turns for more than they have."""
    every = [len(block.notes) for block in blocks]
    if _flow(_cut(blocks, every, more), room) is not None:
        return every
    counts = counts[:]
    open_to = {index for index, count in enumerate(every) if count > counts[index]}
    while open_to:
        for index in sorted(open_to):
            counts[index] += 1
            if _flow(_cut(blocks, counts, more), room) is None:
                counts[index] -= 1
                open_to.discard(index)
            elif counts[index] == every[index]:
                open_to.discard(index)
    return counts


def _cut(blocks: list[Block], counts: list[int], more: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces of each block when so many of its notes are shown."""
    cut = []
    for block, count in zip(blocks, counts, strict=True):
        left = len(block.notes) - count
        pieces = [block.title] if block.title else []
        cut.append([*pieces, *block.notes[:count], *([more[left]] if left else [])])
    return cut


def _flow(blocks: list[list[Piece]], room: Room) -> list[Placed] | None:
    """Let blocks run from column to column; None when there are too few columns."""
    placed: list[Placed] = []
    column, top = 0, 0.0
    apart = len(blocks) <= room.columns
    for index, pieces in enumerate(blocks):
        if top > 0 and apart:
            column, top = column + 1, 0.0
        elif index and top > 0:
            top += room.gap
        title = pieces[0] if pieces and pieces[0].kind == "title" else None
        for piece, following in pairwise([*pieces, None]):
            assert piece is not None
            # a title is never left alone at the bottom
            needed = piece.height + (following.height if piece is title and following else 0)
            if top > 0 and top + needed > room.height:
                column, top = column + 1, 0.0
                if title and piece is not title:
                    placed.append(Placed(column, top, title.again or title))
                    top += placed[-1].piece.height
            if column >= room.columns or top + needed > room.height:
                return None
            placed.append(Placed(column, top, piece))
            top += piece.height
    return placed
