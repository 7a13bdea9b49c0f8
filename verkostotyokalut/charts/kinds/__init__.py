"""The pictures of each question kind: a module for each, found by its name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple, Protocol, cast

from ...framework import Instrument, Language
from ..drawing import Spec
from ..theme import Size
from ..twin import Twin


class Picture(NamedTuple):
    """A figure as plain JSON data, and the same in words."""

    figure: Spec
    twin: Twin


class Drawer(NamedTuple):
    """A picture that can be drawn of results.

    ``label`` names it in the reader's language; ``draw(results, minimum)`` makes it, where
    ``results`` are those of the kind's numbers and ``minimum`` is the disclosure limit they
    went through. ``key`` explains its marks, as pairs of a mark and words: a mark is ``median``,
    ``half`` or the characters themselves.
    """

    label: str
    draw: Callable[[Any, int], Picture]
    key: tuple[tuple[str, str], ...] = ()


class Pictures(Protocol):
    """What the module of a kind gives."""

    def pictures(self, instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
        """Return the pictures of an instrument, the main one first.

        ``screen`` is the projector, which shows them side by side; ``console`` a panel that
        has room for the first alone.
        """


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return the pictures of an instrument, by its kind."""
    kind = cast(Pictures, import_module(f"{__name__}.{instrument.question.kind}"))
    return kind.pictures(instrument, language, size)
