"""The fields of a row that a participant adds: a choice, a level or an amount."""

from __future__ import annotations

import random
from typing import Annotated, Literal, TypeVar

from pydantic import Field, field_validator

from .paper import Slot
from .text import Id, Model, Text, all_different

POINTS = 5  # of every level


class Option(Model):
    """Something to choose for a row."""

    id: Id
    label: Text
    description: Text | None = None


class ChoiceField(Model):
    """One of 2 to 8 options; a row has the option's id."""

    type: Literal["choice"]
    id: Id
    label: Text
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=8)]

    @field_validator("options")
    @classmethod
    def _ids_are_unique(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        all_different(option.id for option in options)
        return options

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the options, in order."""
        return tuple(option.id for option in self.options)

    def on_paper(self) -> Slot:
        """Return the number of an option."""
        labels = tuple(option.label for option in self.options)
        return Slot(1, len(labels), about=self.label, words=labels)

    def accepts(self, value: object) -> bool:
        """Tell whether ``value`` is an option's id."""
        return type(value) is str and value in self.ids

    def make_up(self, chance: random.Random, leaning: float) -> str:
        """Make up a choice, the later options more often the higher the leaning is."""
        last = len(self.options) - 1
        return self.ids[min(last, max(0, round(last * leaning + chance.gauss(0, 1.3))))]


class LevelField(Model):
    """A whole number from 1 to 5; ``low`` and ``high`` are what its ends are called."""

    type: Literal["level"]
    id: Id
    label: Text
    low: Text
    high: Text

    def on_paper(self) -> Slot:
        """Return the level, a number."""
        return Slot(1, POINTS, about=self.label, words=(self.low, self.high))

    def accepts(self, value: object) -> bool:
        """Tell whether ``value`` is a level."""
        return type(value) is int and 1 <= value <= POINTS

    def make_up(self, chance: random.Random, leaning: float) -> int:
        """Make up a level near the leaning."""
        return 1 + min(POINTS - 1, max(0, round((POINTS - 1) * leaning + chance.gauss(0, 1.1))))


class AmountField(Model):
    """A whole number from 0 to ``most`` of some ``unit``; a press adds or takes a ``step``."""

    type: Literal["amount"]
    id: Id
    label: Text
    unit: Text
    most: Annotated[int, Field(ge=1, le=200)]
    step: Annotated[int, Field(ge=1, le=50)] = 1

    def on_paper(self) -> Slot:
        """Return the amount."""
        return Slot(0, self.most, about=self.label, unit=self.unit)

    def accepts(self, value: object) -> bool:
        """Tell whether ``value`` is an amount."""
        return type(value) is int and 0 <= value <= self.most

    def make_up(self, chance: random.Random, leaning: float) -> int:
        """Make up an amount: mostly small ones."""
        steps = min(self.most // self.step, 20)
        return self.step * min(steps, int(chance.expovariate(1 / (1 + steps * leaning / 4))))


AnyField = Annotated[ChoiceField | LevelField | AmountField, Field(discriminator="type")]
F = TypeVar("F", ChoiceField, LevelField, AmountField)
