"""The numbers of the kind ``shares``: how the room shares the whole, on average."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Annotated, Any, Literal, NamedTuple

import numpy as np
import pandas as pd
from pydantic import Field, TypeAdapter

from ...framework import Instrument
from ...framework.kinds.shares import WHOLE, Shares
from ..answers import Answers
from ..disclosure import may_show, may_show_each, shown_number
from ..mean_interval import Floats, mean_interval
from ..told import People, Told, counted, told_of, views_told

Moment = Literal["now", "wanted"]


class Shared(NamedTuple):
    """How a moment's whole is shared.

    Attributes
    ----------
    n
        How many have shared it.
    means
        float64, index part id in the question's order: per cent, 0..100, 100 in all; NaN when
        ``n`` is 0.
    answers
        What the means are of, without names: float64, a row for each who has shared it, columns
        the parts. None where fewer than `detail_minimum` of people have, and in what is restored.

    Notes
    -----
    The arithmetic mean, not the median as of ordered points: shares are amounts, and their mean
    is what the whole would be if everybody's were poured together, so that it sums to 100 again;
    the parts' medians need not. Aitchison's centre (The Statistical Analysis of Compositional
    Data, 1986) is a geometric mean and can't take a share of 0 %, which is a common answer here.
    """

    n: int
    means: pd.Series[float]
    answers: pd.DataFrame | None = None


class SharesResults(NamedTuple):
    """What may be shown of the sharings.

    Attributes
    ----------
    n
        How many have answered something; None when they are too few to show.
    shares
        By item and moment, ``now`` and, where it is asked, ``wanted``; None for a moment that
        fewer than the limit have shared.
    """

    n: int | None
    shares: dict[str, dict[Moment, Shared | None]]


collect = Answers


def results(
    collected: Answers,
    instrument: Instrument,
    minimum: int | None,
    coarse: Set[str] = frozenset(),
) -> SharesResults:
    """Compute the mean shares, item by item and moment by moment."""
    question = instrument.asked_as(Shares)
    parts = [part.id for part in question.parts]
    shares: dict[str, dict[Moment, Shared | None]] = {}
    for item in instrument.item_ids:
        given = collected.of(item)
        if not question.wanted:
            given = [{"now": sharing} for sharing in given]
        moments: tuple[Moment, ...] = ("now", "wanted") if question.wanted else ("now",)
        shares[item] = {
            moment: _shared(
                [value[moment] for value in given if moment in value],
                parts,
                minimum,
                item in coarse,
            )
            for moment in moments
        }
    return SharesResults(shown_number(collected.answered, minimum), shares)


def _shared(
    sharings: list[dict[str, int]], parts: list[str], minimum: int | None, few: bool
) -> Shared | None:
    if not may_show(len(sharings), minimum):
        return None
    table = pd.DataFrame(sharings, columns=pd.Index(parts, name="part"), dtype="float64")
    seen = sharings and not few and may_show_each(len(sharings), minimum)
    # In an order that doesn't tell whose they are.
    return Shared(len(sharings), table.mean(), table.sort_values(parts) if seen else None)


def intervals(shared: Shared) -> Floats:
    """Return `mean_interval` of the parts, shape (2, parts); NaN where the answers are hidden."""
    if shared.answers is None:
        return np.full((2, len(shared.means)), np.nan)
    return mean_interval(shared.answers)


def in_whole_numbers(means: pd.Series[float]) -> dict[str, int]:
    """Round shares so that they still sum to 100: the largest remainders are rounded up."""
    down = (means // 1).astype("int64")
    rest = WHOLE - int(down.sum())
    up = (means % 1).sort_values(ascending=False, kind="stable").index[:rest]
    return {str(part): int(n) + (part in up) for part, n in down.items()}


def release(results: SharesResults) -> dict[str, Any]:
    """Return, by item and moment, n and the shares in per cent; None where hidden."""
    found: dict[str, Any] = {}
    for item, moments in results.shares.items():
        shown = {
            moment: {"n": shared.n, "shares": in_whole_numbers(shared.means)}
            if shared is not None and shared.n
            else None
            for moment, shared in moments.items()
        }
        found[item] = shown if any(shown.values()) else None
    return found


class _Told(Told):
    """What `release` tells of a moment."""

    n: People
    shares: dict[str, Annotated[int, Field(ge=0, le=WHOLE)]]


_TOLD = TypeAdapter(dict[str, _Told | None])


def restored(
    told: Mapping[str, Mapping[str, Any] | None], n: int | None, instrument: Instrument
) -> SharesResults:
    """Return the shares that `release` told of; see `verkostotyokalut.analysis.detail`.

    It tells whole per cents.
    """
    question = instrument.asked_as(Shares)
    parts = [part.id for part in question.parts]
    moments: tuple[Moment, ...] = ("now", "wanted") if question.wanted else ("now",)
    shares = results(collect(instrument), instrument, None).shares
    for item, found in told_of(told, n, instrument, _TOLD).items():
        views = dict.fromkeys(moments) if found is None else views_told(found, moments)
        shares[item] = {moment: _restored(views[moment], parts) for moment in moments}
    return SharesResults(n, shares)


def _restored(told: _Told | None, parts: list[str]) -> Shared | None:
    if told is None:
        return None
    known = counted(told.shares, parts, WHOLE)
    means = pd.Series(known, index=pd.Index(parts, name="part"), dtype="float64")
    return Shared(told.n, means)
