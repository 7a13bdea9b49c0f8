"""A workshop: which steps, in which order, how long, and what phones and projector show."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator, model_validator

from .question import GUESS
from .text import N_, Id, Model, Text, all_different, wrong


class Screen(StrEnum):
    """What the projector shows during a step."""

    JOIN = "join"
    RESULTS = "results"
    TITLE = "title"
    AGREEMENT = "agreement"


class Guide(Model):
    """What a leader needs at a step: why, what to say, what to ask, how to read the picture."""

    purpose: Text
    introduce: Text
    talk: Annotated[tuple[Text, ...], Field(max_length=4)] = ()
    reading: Text | None = None


class Step(Model):
    """A part of a workshop; with an instrument the phones ask it, without one they rest."""

    id: Id
    title: Text
    minutes: Annotated[int, Field(ge=1, le=480)]
    instrument: Id | None
    screen: Screen
    guide: Guide
    message: Text | None = None

    @field_validator("instrument")
    @classmethod
    def _instrument_is_known(cls, name: str | None, info: ValidationInfo) -> str | None:
        known = info.context and info.context.get("instruments")
        if name is not None and known and name.removeprefix(GUESS) not in known:
            raise wrong(
                N_("one of: {known} (now: {given})"), known=", ".join(known), given=repr(name)
            )
        return name

    @model_validator(mode="after")
    def _phones_have_something_to_show(self) -> Step:
        if self.instrument is None and self.message is None:
            raise wrong(N_("a message for the phones, since the step has no instrument"))
        return self


class Workshop(Model):
    """The steps a leader goes through with a room."""

    id: Id
    title: Text
    aim: Text
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]

    @field_validator("steps")
    @classmethod
    def _ids_are_unique(cls, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        all_different(step.id for step in steps)
        return steps

    def instrument_at(self, step: int) -> str | None:
        """Return the id of the instrument that the room works on at ``step``.

        A step that shows results without asking anything shows those of the nearest
        instrument before it.

        Parameters
        ----------
        step
            Index of a step, from 0.
        """
        for earlier in reversed(self.steps[: step + 1]):
            if earlier.instrument is not None:
                return earlier.instrument
        return None
