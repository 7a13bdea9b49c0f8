"""What a round file holds, as frozen models that take nothing else."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, FailFast, Field

from ..framework import Language
from ..framework.text import Id, Text, Words
from ..live.agreements import MOST, Sort


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


Count = Annotated[int, Field(ge=0, le=1_000_000)]
T = TypeVar("T")
# The first mistake is enough: a hostile file could have a million.
Some = Annotated[tuple[T, ...], Field(min_length=1, max_length=1000), FailFast()]


class Held(_Part):
    """A workshop that was held."""

    id: Id
    title: Text
    day: date
    rehearsal: bool


class AskedItem(_Part):
    """An item as it was asked."""

    id: Id
    label: Text
    statement: Text
    low: Text
    high: Text
    reversed: bool


class AskedDimension(_Part):
    """Items that belong together."""

    id: Id
    title: Text
    lead: Text
    shape: Words
    items: Some[AskedItem]


class Asked(_Part):
    """An instrument as it was asked.

    ``question`` stays data: what the kinds of questions are may have changed since.
    """

    id: Id
    version: Annotated[int, Field(ge=1)]
    title: Text
    headline: Text
    intro: Text
    guesses: Id | None = None
    question: dict[str, Any]
    dimensions: Some[AskedDimension]


class Results(_Part):
    """What the room was shown of a round; see `verkostotyokalut.analysis.detail.kept`."""

    instrument: Id
    round: Annotated[int, Field(ge=1, le=1_000_000)]
    n: Count | None
    items: dict[Id, dict[str, Any] | None]


class Chapter(_Part):
    """An instrument and its rounds, the first one first."""

    asked: Asked
    rounds: Some[Results]


class Agreed(_Part):
    """What was agreed; see `verkostotyokalut.live.agreements.Words`."""

    sort: Sort
    what: Words
    who: str
    due: date | None
    instrument: Id | None
    item: Id | None


class RoundFile(_Part):
    """What a workshop came to. ``minimum`` is the disclosure limit that it was shown with."""

    made: date
    workshop: Held
    language: Language
    minimum: Annotated[int, Field(ge=3, le=10)]
    participants: Count
    instruments: Annotated[tuple[Chapter, ...], Field(max_length=1000), FailFast()]
    agreements: Annotated[tuple[Agreed, ...], Field(max_length=MOST), FailFast()]
