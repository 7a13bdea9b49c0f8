"""What a round file may tell of an item, checked: it may have been written by anybody.

The kinds build their own models of these, for their ``restored``; see
`verkostotyokalut.analysis.detail`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan, nan
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationInfo

from ..framework import Instrument
from .disclosure import LEAST

T = TypeVar("T")


class Told(BaseModel):
    """A part of what is told of an item; it takes nothing else than it names."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


def _there_were(people: int, info: ValidationInfo) -> int:
    if people > (info.context or {"n": 0})["n"]:
        raise ValueError("more than there were people")
    return people


Count = Annotated[int, Field(ge=0), AfterValidator(_there_were)]
"""How many people; no more than have answered something."""

People = Annotated[int, Field(ge=LEAST), AfterValidator(_there_were)]
"""How many people a number is of; fewer than the least limit are never told of."""


def known(number: float) -> float | None:
    """Return a number as it is told: None where it is hidden (NaN)."""
    return None if isnan(number) else number


class Middle(Told):
    """A median and the middle half, 1..k; None where it was hidden."""

    median: float
    q1: float | None
    q3: float | None

    def within(self, points: int) -> list[float]:
        """Return the median, ``q1`` and ``q3``; NaN where hidden.

        Raises
        ------
        ValueError
            If they are not on so many points, or not in order.
        """
        if (self.q1 is None) != (self.q3 is None):
            raise ValueError("half of a middle half")
        q1, q3 = self.q1 or self.median, self.q3 or self.median
        if not 1 <= q1 <= self.median <= q3 <= points:
            raise ValueError(f"no middle half on {points} points")
        return [self.median, *(nan if end is None else end for end in (self.q1, self.q3))]


class Counted(Told):
    """How many chose something, and how many each; every option is named."""

    n: People
    counts: dict[str, Count]

    def of(self, names: Sequence[str]) -> list[int]:
        """Return the counts of the options, in order.

        Raises
        ------
        ValueError
            If they are of other options, or don't add up.
        """
        return counted(self.counts, names, self.n)


def counted(counts: Mapping[str, int], names: Sequence[str], n: int) -> list[int]:
    """Return the counts in the order of ``names``.

    Raises
    ------
    ValueError
        If they are of something else, or their sum is not ``n``.
    """
    if counts.keys() != set(names):
        raise ValueError("counts of something else")
    if sum(counts.values()) != n:
        raise ValueError(f"counts that are not of {n} people")
    return [counts[name] for name in names]


def views_told(found: Mapping[str, T | None], views: Sequence[str]) -> Mapping[str, T | None]:
    """Return what is told of each view, such as now and wanted.

    Raises
    ------
    ValueError
        If it is not told of just these.
    """
    if found.keys() != set(views):
        raise ValueError("views that were not asked")
    return found


def told_of(
    told: Mapping[str, Any], n: int | None, instrument: Instrument, shape: TypeAdapter[T]
) -> dict[str, T | None]:
    """Return what is told of each item that is asked now and was then; None where it is hidden.

    Parameters
    ----------
    told
        By item.
    n
        How many had answered something; None when they were too few to tell.
    instrument
        What is asked now.
    shape
        What an item's part has to be.

    Raises
    ------
    ValueError
        If it is something else.
    """
    context = {"n": n or 0}
    return {
        item: None
        if told[item] is None
        else shape.validate_python(told[item], strict=True, context=context)
        for item in instrument.item_ids
        if item in told
    }
