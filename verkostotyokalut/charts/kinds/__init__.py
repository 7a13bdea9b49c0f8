"""The pictures of each question kind: a module for each, found by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import import_module
from typing import Any, NamedTuple, Protocol, cast

from ...analysis import Comparison, Of
from ...framework import Instrument, Language
from ...locales import translator
from ..beside.lines import Line
from ..beside.noted import written_below
from ..drawing import Spec
from ..theme import Size
from ..twin import Twin


class Picture:
    """A figure as plain JSON data, and the same in words.

    Parameters
    ----------
    figure
        What plotly draws.
    say
        Gives the words; asked only when they are wanted, since a live picture has many frames.
    """

    def __init__(self, figure: Spec, say: Callable[[], Twin]) -> None:
        self.figure = figure
        self._say = say

    @cached_property
    def twin(self) -> Twin:
        """The same in words."""
        return self._say()

    def __iter__(self) -> Iterator[Any]:
        """Give the figure, then the words."""
        yield self.figure
        yield self.twin


def drawn(
    spec: Callable[..., Spec],
    twin: Callable[..., Twin],
    instrument: Instrument,
    language: Language,
    size: Size,
) -> Callable[[Any, int], Picture]:
    """Return what draws all results of an instrument with one function, and says them with one."""

    def draw(results: Any, minimum: int) -> Picture:
        return Picture(
            spec(results, instrument, language, size=size, minimum=minimum),
            lambda: twin(results, instrument, language, minimum=minimum),
        )

    return draw


class Drawer(NamedTuple):
    """A picture that can be drawn of results.

    ``label`` names it in the reader's language; ``draw(results, minimum)`` makes it, where
    ``results`` are those of the kind's numbers and ``minimum`` is the disclosure limit they
    went through. ``key`` explains its marks, as pairs of a mark and words: a mark is ``median``,
    ``half`` or the characters themselves. One that stands ``beside`` is shown together with the
    one before it. ``heading`` is what it stands under, such as a comparison's name.
    """

    label: str
    draw: Callable[[Any, int], Picture]
    key: tuple[tuple[str, str], ...] = ()
    beside: bool = False
    heading: str = ""

    @property
    def title(self) -> str:
        """Its name with what it stands under."""
        return f"{self.heading} · {self.label}" if self.heading else self.label


class Pictures(Protocol):
    """What the module of a kind gives."""

    def pictures(self, instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
        """Return the pictures of an instrument, the main one first.

        ``screen`` is the projector, which shows one view at a time (see `views`); ``console`` a
        panel that has room for one picture.
        """


def pictures(instrument: Instrument, language: Language, size: Size) -> list[Drawer]:
    """Return the pictures of an instrument, by its kind."""
    kind = cast(Pictures, import_module(f"{__name__}.{instrument.question.kind}"))
    return kind.pictures(instrument, language, size)


def comparison_pictures(
    instrument: Instrument, of: Of, language: Language, size: Size
) -> list[Drawer]:
    """Return the pictures of groups, rounds or sessions beside each other, by the kind.

    A kind that has such pictures has a function ``comparison_pictures`` in its module.

    Parameters
    ----------
    instrument
        What was asked.
    of
        What is beside each other.
    language
        Of the words.
    size
        As of `pictures`.

    Returns
    -------
    list
        The main one first; each draws a `verkostotyokalut.analysis.Comparison`. None for a kind
        that has nothing to compare.
    """
    kind = import_module(f"{__name__}.{instrument.question.kind}")
    find = getattr(kind, "comparison_pictures", None)
    if find is None:
        return []
    name = comparison_name(of, language)
    drawers: list[Drawer] = find(instrument, of, language, size)
    return [drawer._replace(heading=name, draw=_noted(drawer.draw, size)) for drawer in drawers]


def _noted(draw: Callable[[Any, int], Picture], size: Size) -> Callable[[Any, int], Picture]:
    """Let what draws a comparison tell its notes too.

    They are among the picture's words, which a panel shows. The projector shows the picture alone,
    so there they are written below it as well.
    """

    def with_notes(comparison: Comparison, minimum: int) -> Picture:
        drawn = draw(comparison, minimum)
        if not comparison.notes:
            return drawn
        words = " ".join(comparison.notes)
        figure = written_below(drawn.figure, words) if size == "screen" else drawn.figure

        def say() -> Twin:
            return {**drawn.twin, "caption": f"{drawn.twin['caption']} {words}".strip()}

        return Picture(figure, say)

    return with_notes


def comparison_lines(results: Any, instrument: Instrument, of: Of) -> list[Line]:
    """Return what the pictures of a comparison show of one of its parts, as numbers.

    A kind that has such pictures has a function ``comparison_lines`` in its module.

    Parameters
    ----------
    results
        The part's, which have been through the disclosure guard.
    instrument
        What was asked.
    of
        What is beside each other.

    Returns
    -------
    list
        Dimensions first, then items in the instrument's order. None for a kind that has nothing to
        compare.
    """
    kind = import_module(f"{__name__}.{instrument.question.kind}")
    find = getattr(kind, "comparison_lines", None)
    return [] if find is None else list(find(results, instrument, of))


def comparison_name(of: Of, language: Language) -> str:
    """Name a comparison by what is beside each other."""
    _ = translator(language).gettext
    return {
        Of.GROUPS: _("Groups"),
        Of.ROUNDS: _("Rounds"),
        Of.GUESS: _("Guess and answer"),
        Of.EARLIER: _("Beside earlier sessions"),
    }[of]


def views(drawers: list[Drawer]) -> list[list[Drawer]]:
    """Group pictures into what the projector shows at a time."""
    found: list[list[Drawer]] = []
    for drawer in drawers:
        if drawer.beside and found:
            found[-1].append(drawer)
        else:
            found.append([drawer])
    return found
