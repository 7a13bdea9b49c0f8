"""Lines of words that people write, and the ids that their pages draw for them."""

from __future__ import annotations

import random
import re
import string
import unicodedata

_SIGNS = string.ascii_lowercase + string.digits
_ID = re.compile(r"[a-z0-9]{6}")
_BREAKS = {"Cc", "Zl", "Zp"}  # Unicode's controls and ends of lines
_HALVES = {"Cs"}  # of characters
_UNSEEN = {"Cf"}  # what nobody sees, but that joins characters or turns a line round


def is_line(words: object, most: int, *, unseen: bool = True) -> bool:
    """Tell whether ``words`` are a line of 1 to ``most`` characters without spaces around it.

    Parameters
    ----------
    words
        As JSON brought them from outside.
    most
        Characters.
    unseen
        Whether there may be characters that nobody sees: some join others, as in an emoji.
    """
    wrong = _BREAKS | _HALVES | (set() if unseen else _UNSEEN)
    return (
        isinstance(words, str)
        and words == words.strip()
        and 1 <= len(words) <= most
        and not any(unicodedata.category(sign) in wrong for sign in words)
    )


def tidy(text: str) -> str:
    """Return what was typed as one line, without what nobody sees."""
    kept = (
        " " if unicodedata.category(sign) in _BREAKS else sign
        for sign in text
        if unicodedata.category(sign) not in _HALVES | _UNSEEN
    )
    return " ".join("".join(kept).split())


def spaced_line(words: str, most: int) -> str:
    """Return words as one line with single spaces.

    Raises
    ------
    ValueError
        If there are none, more than ``most`` characters, or such as can't be printed.
    """
    line = " ".join(words.split())
    if not 0 < len(line) <= most or not line.isprintable():
        raise ValueError(f"1 to {most} characters")
    return line


def is_drawn_id(value: object) -> bool:
    """Tell whether ``value`` is an id as a participant's page draws it: six letters or digits."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def draw_id(chance: random.Random) -> str:
    """Draw an id as a participant's page does."""
    return "".join(chance.choices(_SIGNS, k=6))
