"""The question kind ``dots``: a few dots to share out over a list of options."""

from __future__ import annotations

import random
from collections import Counter
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator

from ..paper import Form, Line, Slot
from ..question import Question
from ..text import Id, Model, Text, all_different

Count = Annotated[int, Field(ge=1, le=20)]


class Option(Model):
    """Something to give dots to."""

    id: Id
    label: Text
    description: Text


class Dots(Question):
    """``dots`` to give to 2 to 20 options, at most ``most`` of them to the same one.

    An answer is ``{option id: dots}``: only options that got some, one dot at least in all. Dots
    may be left over.
    """

    kind: Literal["dots"]
    dots: Count
    most: Count
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=20)]

    @field_validator("options")
    @classmethod
    def _ids_are_unique(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        all_different(option.id for option in options)
        return options

    @model_validator(mode="after")
    def _every_dot_has_room(self) -> Dots:
        room = self.most * len(self.options)
        if self.most > self.dots:
            raise ValueError(f"most: {self.most} on one option, but there are {self.dots} dots")
        if room < self.dots:
            raise ValueError(f"dots: {self.dots}, but the options have room for {room}")
        return self

    def accepts(self, value: object) -> bool:
        """Tell whether ``value`` gives dots to options, and no more than there are."""
        if not isinstance(value, dict) or not value:
            return False
        return (
            set(value) <= {option.id for option in self.options}
            and all(type(n) is int and 1 <= n <= self.most for n in value.values())
            and sum(value.values()) <= self.dots
        )

    def imagine(self, chance: random.Random, leaning: float, item: str) -> dict[str, int]:
        """Make up a vote, where the favourites stand out the more the higher the leaning is.

        What an option draws follows from its id, so that a room has favourites.
        """
        draws = {
            option.id: random.Random(option.id).random() ** (1 + leaning) + 0.15
            for option in self.options
        }
        given: Counter[str] = Counter()
        for _ in range(self.dots):
            open_to = [option for option in draws if given[option] < self.most]
            given[chance.choices(open_to, [draws[option] for option in open_to])[0]] += 1
        return {option: given[option] for option in draws if given[option]}

    def on_paper(self) -> Form:
        """Return the number of dots to write beside each option."""
        slots = (
            Slot(0, self.most, about=option.label, note=option.description)
            for option in self.options
        )
        return Form(tuple(slots), at_most=self.dots, ends=(1, min(3, self.most)))

    def _read(self, lines: list[Line]) -> Any:
        given = zip(self.options, lines[0].numbers, strict=True)
        return {option.id: dots for option, dots in given if dots} or None

    def to_paper(self, value: Any) -> list[Line]:
        """Return the number of dots of each option."""
        return [Line(tuple(value.get(option.id) for option in self.options))]
