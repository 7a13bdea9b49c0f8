"""An instrument: what is asked together, by dimension and item, and where it comes from."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, TypeVar

from pydantic import Field, StringConstraints, ValidationInfo, field_validator

from .question import AnyQuestion, Question
from .text import Id, Model, Shape, Text, Words, all_different

Q = TypeVar("Q", bound=Question)


class Source(Model):
    """A text of the method that an instrument stands on."""

    letter: Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]
    author: Words
    title: Words
    publisher: Words | None = None
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None


class Item(Model):
    """One statement, with what its answers look like in practice and how to talk about it."""

    id: Id
    label: Text
    statement: Text
    low: Text
    high: Text
    talk: Text
    reversed: bool = False


class Advice(Model):
    """What to try next when a dimension is low, high but divided, or high and shared."""

    low: tuple[Text, Text, Text]
    divided: Text
    shared: Text


class Dimension(Model):
    """Items that belong together; drawn in one colour and one shape."""

    id: Id
    title: Text
    lead: Text
    shape: Shape
    items: Annotated[tuple[Item, ...], Field(min_length=1)]
    advice: Advice


class Instrument(Model):
    """A set of questions of one kind, in the order in which they are asked.

    ``guesses`` is the instrument whose results are guessed, if that is what is asked; see
    `verkostotyokalut.framework.guess`.
    """

    id: Id
    version: Annotated[int, Field(ge=1)]
    title: Text
    headline: Text
    intro: Text
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    question: AnyQuestion
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]
    guesses: Id | None = None

    @field_validator("dimensions")
    @classmethod
    def _ids_are_unique(cls, dimensions: tuple[Dimension, ...]) -> tuple[Dimension, ...]:
        items = [item.id for dimension in dimensions for item in dimension.items]
        all_different([*items, *(dimension.id for dimension in dimensions)])
        return dimensions

    @field_validator("dimensions")
    @classmethod
    def _suit_the_question(
        cls, dimensions: tuple[Dimension, ...], info: ValidationInfo
    ) -> tuple[Dimension, ...]:
        asked = info.data.get("question")
        if asked is not None:
            asked.suit([[item.id for item in dimension.items] for dimension in dimensions])
        return dimensions

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item, in the order in which it is asked."""
        return tuple(item for dimension in self.dimensions for item in dimension.items)

    @cached_property
    def item_ids(self) -> tuple[str, ...]:
        """The id of every item, in the order in which it is asked."""
        return tuple(item.id for item in self.items)

    def asked_as(self, kind: type[Q]) -> Q:
        """Return the question as what it is.

        Raises
        ------
        TypeError
            If the instrument asks otherwise.
        """
        if not isinstance(self.question, kind):
            raise TypeError(f"{self.id} asks a {self.question.kind}, not a {kind.__name__}")
        return self.question

    def accepts(self, item: str, value: object) -> bool:
        """Tell whether ``value`` answers ``item``; ``None`` takes an answer back."""
        return item in self.item_ids and (value is None or self.question.accepts(value))

    def public(self) -> dict[str, Any]:
        """Return what a participant's page needs, as JSON data: no advice, no leader's words."""
        return self.model_dump(
            mode="json",
            exclude={
                "sources": True,
                **({} if self.guesses else {"guesses": True}),
                "dimensions": {"__all__": {"advice": True, "items": {"__all__": {"talk"}}}},
            },
        )
