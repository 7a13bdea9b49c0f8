"""The question kind ``yesno``: yes or no."""

import random
from typing import Literal

from ..question import Question


class YesNo(Question):
    """An answer is true or false."""

    kind: Literal["yesno"]

    def accepts(self, value: object) -> bool:
        """Tell whether ``value`` is true or false."""
        return type(value) is bool

    def imagine(self, chance: random.Random, leaning: float, item: str) -> bool:
        """Make up an answer."""
        return chance.random() < leaning
