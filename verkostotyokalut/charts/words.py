"""Words that must fit: estimates how wide a text is and breaks it into lines."""

from __future__ import annotations

import re
from html import escape

# Widths in em of a wide sans serif (DejaVu Sans); the fonts that most people have are narrower.
_NARROW, _WIDE = frozenset("iljI.,:;'|!() "), frozenset("mwMWÅ@%")
_SQUARE = "\u2e80"  # from here on: East Asian characters, and emoji, wider than any letter

# In Finnish, and nearly always in Swedish, a syllable begins at a consonant followed by a vowel.
_SYLLABLE = re.compile(r"(?<=\w{2})(?=[b-df-hj-np-tv-xz][aeiouyåäö]\w)", re.IGNORECASE)


def width(text: str, size: float) -> float:
    """Estimate the width of a text, in the unit of ``size`` (the font's size)."""
    return sum(map(_ems, text)) * size


def _ems(char: str) -> float:
    if char in _NARROW:
        return 0.34
    if char in _WIDE:
        return 0.9
    if char >= _SQUARE:
        return 1.3
    return 0.7 if char.isupper() else 0.61


def lines(text: str, room: float, size: float, good: float | None = None) -> list[str]:
    """Break a text into lines.

    Parameters
    ----------
    room
        No line is wider; a word that is, is broken between syllables, and a syllable anywhere.
    size
        The font's size; all in the same unit.
    good
        Words are put on one line up to this width, if it is less than ``room``.
    """
    good = room if good is None else min(good, room)
    broken: list[str] = []
    for word in text.split():
        for piece in _pieces(word, room, size):
            if broken and broken[-1][-1] != "-" and width(f"{broken[-1]} {piece}", size) <= good:
                broken[-1] += f" {piece}"
            else:
                broken.append(piece)
    return broken


def markup(text_lines: list[str]) -> str:
    """Join lines into what plotly shows as they are, whatever characters they hold."""
    # between dollar signs it would look for mathematics
    return "<br>".join(escape(line, quote=False).replace("$", "&#36;") for line in text_lines)


def _pieces(word: str, room: float, size: float) -> list[str]:
    if width(word, size) <= room:
        return [word]
    pieces = [""]
    for syllable in _SYLLABLE.split(word):
        if pieces[-1] and width(f"{pieces[-1]}{syllable}-", size) > room:
            pieces[-1] += "-"
            pieces.append("")
        if width(f"{syllable}-", size) <= room:
            pieces[-1] += syllable
            continue
        for char in syllable:  # a web address, or no language at all
            if pieces[-1] and width(f"{pieces[-1]}{char}-", size) > room:
                pieces.append("")
            pieces[-1] += char
    return pieces
