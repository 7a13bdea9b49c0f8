"""Guessing the room's answers before they are shown: ``arvaus-<instrument>`` asks for that.

How far the guesses are from what the room says is the perception gap: what people believe that the
others think is often further from it than from their own view.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .instrument import Instrument
from .kinds.scale import Scale
from .question import GUESS
from .read import read
from .text import Model, Text
from .workshop import Step

_FILE = Path(__file__).resolve().parent / "guess.yaml"


class _Words(Model):
    title: Text
    headline: Text
    intro: Text
    steps: tuple[Step, Step]


@cache
def _words() -> _Words:
    return read(_FILE, _Words)


def guessing(asked: Instrument) -> Instrument | None:
    """Return what asks for a guess of the room's answers; None if they are not on a scale."""
    if not isinstance(asked.question, Scale):
        return None
    words = _words()
    titles = {
        language: text.format(title=asked.title.model_dump()[language])
        for language, text in words.title.model_dump().items()
    }
    question = asked.question.model_copy(update={"pictures": ("profile", "items")})
    return asked.model_copy(
        update={
            "id": f"{GUESS}{asked.id}",
            "guesses": asked.id,
            "title": Text(**titles),
            "headline": words.headline,
            "intro": words.intro,
            "question": question,
        }
    )


def guess_steps(guess: Instrument) -> list[Step]:
    """Return the steps of a workshop that first asks, and then lets people guess and look."""
    asking, guessing_ = _words().steps
    return [
        asking.model_copy(update={"instrument": guess.guesses}),
        guessing_.model_copy(update={"instrument": guess.id}),
    ]
