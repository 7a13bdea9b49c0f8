"""What to try next, as the results of a scale imply it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ..analysis import Results, agreement_word, carries, dimensions, strengths
from ..framework import Dimension, Instrument, Scale, Text

Word = Literal["low", "divided", "shared", "strong"]


class Advised(NamedTuple):
    """A dimension, its level (1..k), how it stands in a word, and what to try."""

    dimension: Dimension
    level: float
    word: Word
    texts: tuple[Text, ...]


def advised(results: Results, instrument: Instrument) -> list[Advised]:
    """Choose advice for each dimension that has a level.

    It is ``low`` under the level that carries the next (see `carries`), ``strong`` when too few
    have answered for telling whether they agree, ``shared`` when most of its items are shared and
    none divides the room, and otherwise ``divided``. For ``strong`` there is no advice: all of it
    is of how views are.
    """
    points = len(instrument.asked_as(Scale).points)
    levels = dimensions(results.summary, instrument)["median"].to_dict()
    agreements = strengths(results.summary, instrument)["agreement"].to_dict()
    found = []
    for dimension in instrument.dimensions:
        level = float(levels[dimension.id])
        if level != level:  # NaN: everything is hidden
            continue
        words = [agreement_word(agreements[item.id]) for item in dimension.items]
        word = _word(carries(level, points), [one for one in words if one is not None])
        advice = dimension.advice
        texts = {
            "low": advice.low,
            "divided": (advice.divided,),
            "shared": (advice.shared,),
            "strong": (),
        }[word]
        found.append(Advised(dimension, level, word, texts))
    return found


def _word(strong: bool, words: list[str]) -> Word:
    if not strong:
        return "low"
    if not words:
        return "strong"
    shared = "divided" not in words and words.count("shared") > len(words) / 2
    return "shared" if shared else "divided"
