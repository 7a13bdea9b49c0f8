"""What the pictures and twins of one item's choices are made of."""

from __future__ import annotations

from math import isnan
from typing import NamedTuple

from babel.numbers import format_percent

from ....analysis.kinds.choice import Results
from ....framework import Dimension, Instrument, Item, Language
from ....framework.kinds.choice import Choice
from ....locales import translator
from ...terms import hidden_text


class View(NamedTuple):
    """The choices of one view; ``counts`` is None when there are too few to show."""

    name: str
    counts: list[int] | None
    dont_know: int

    @property
    def n(self) -> int:
        """How many have chosen an option."""
        return sum(self.counts or ())

    def share(self, option: int) -> float:
        """Return an option's share, 0..1; 0 while nobody has chosen."""
        return self.counts[option] / self.n if self.counts and self.n else 0.0


class Numbers(NamedTuple):
    """One item's numbers, and the words to tell them with.

    ``title`` is empty when the instrument has one item; ``moves`` is ``{(from, to): count}`` by
    the options' indexes, without zeros, or None when there are too few to show.
    """

    language: Language
    minimum: int
    title: str
    dimension: Dimension
    question: Choice
    views: list[View]
    moves: dict[tuple[int, int], int] | None

    @property
    def labels(self) -> list[str]:
        """The options' names."""
        return [option.label.into(self.language) for option in self.question.options]

    @property
    def hidden(self) -> str:
        """Says that there are too few answers to show."""
        return hidden_text(self.minimum, self.language, detail=True)

    def percent(self, share: float) -> str:
        """Write a share, 0..1, as per cent in the language's way."""
        return str(format_percent(share, locale=self.language))


def numbers(
    results: Results, instrument: Instrument, item: Item, language: Language, minimum: int
) -> Numbers:
    """Pick one item's numbers out of the results."""
    _ = translator(language).gettext
    question = instrument.asked_as(Choice)
    names = {"now": _("Now"), "wanted": _("Wanted")}
    views = []
    for view in question.views:
        *chosen, dont_know, _missing = results.counts.loc[[(item.id, view)]].to_numpy()[0].tolist()
        known = not isnan(dont_know)
        views.append(
            View(
                names[view],
                [int(count) for count in chosen] if known else None,
                int(dont_know) if known else 0,
            )
        )
    return Numbers(
        language,
        minimum,
        item.label.into(language) if len(instrument.items) > 1 else "",
        next(dimension for dimension in instrument.dimensions if item in dimension.items),
        question,
        views,
        _moves(results, item.id, question),
    )


def _moves(results: Results, item: str, question: Choice) -> dict[tuple[int, int], int] | None:
    if not question.wanted:
        return None
    *counts, dont_know, _missing = results.moves.loc[[item]].to_numpy()[0].tolist()
    if isnan(dont_know):
        return None
    last = len(question.options)
    return {divmod(index, last): int(count) for index, count in enumerate(counts) if count}
