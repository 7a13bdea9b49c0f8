"""What the items say together: strengths, and the level of each dimension."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..framework import Instrument, Scale

# Columns on the scale's points, and which of them each becomes when an item is turned.
_TURNED = {"median": "median", "q1": "q3", "q3": "q1", "lower": "upper", "upper": "lower"}


def in_order(table: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    """Return a table of items with its rows in the instrument's order; NaN where it lacks one."""
    if tuple(table.index) == instrument.item_ids:
        return table
    return table.reindex(list(instrument.item_ids))


def strengths(summary: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    """Return the summary turned so that a high number is a strength in every item.

    Parameters
    ----------
    summary
        See `summary`; it may have the columns of `median_interval` as well, and needn't have all.
    instrument
        What was asked; its ``reversed`` items are those where agreeing is a weakness.

    Returns
    -------
    DataFrame
        The same columns, rows in the instrument's order; of reversed items ``median``, ``q1`` and
        ``q3``, ``lower`` and ``upper`` are mirrored (1 becomes the scale's highest point).
    """
    summary = in_order(summary, instrument)
    turned = [item.id for item in instrument.items if item.reversed]
    if not turned:
        return summary
    mirror = len(instrument.asked_as(Scale).points) + 1
    result = summary.copy()
    columns = [column for column in summary.columns if column in _TURNED]
    result.loc[turned, columns] = (
        mirror - summary.loc[turned, [_TURNED[column] for column in columns]].to_numpy()
    )
    return result


def carries(level: float, points: int) -> bool:
    """Tell whether a dimension is strong enough for the next one to build on it.

    Parameters
    ----------
    level
        See `dimensions`; NaN never carries.
    points
        How many points the scale has. Five eighths of its length are enough: 3.5 of 1..5.
    """
    return level >= 1 + 0.625 * (points - 1)


def dimensions(summary: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    """Compute the level of each dimension: the median of its items' medians.

    Answers are ordered, not measured, so the level is a median, not a mean (Stevens 1946, On the
    theory of scales of measurement, Science 103, 677-680). Each item weighs the same however many
    could answer it, and anybody can check the level from the picture of the items.

    Parameters
    ----------
    summary
        Guarded; see `summary`. Hidden items are left out.
    instrument
        What was asked; reversed items are turned first.

    Returns
    -------
    DataFrame
        Index dimension; ``items`` (int, how many items could be shown), ``median``, ``lowest`` and
        ``highest`` (float, of the items' medians, 1..k; NaN when ``items`` is 0).

    Notes
    -----
    The level has no 95 % interval of its own, nor a distribution. The interval of a median stands
    on the order of answers that people gave independently of each other (see `median_interval`);
    a median of medians is none of their answers, and its items were answered by the same people.
    Poured together, the answers would count each person once for every item, as if there were that
    many people (pseudoreplication: S. H. Hurlbert 1984, Pseudoreplication and the design of
    ecological field experiments, Ecological Monographs 54, 187-211), and the interval would be far
    too narrow. What can be told is between which levels it is if each item's median is within its
    interval: see `level_range`. How many answered is in `dimension_counts`.
    """
    return of_dimensions(strengths(summary, instrument)["median"], instrument)


def of_dimensions(medians: pd.Series, instrument: Instrument) -> pd.DataFrame:
    """Do what `dimensions` does with medians that are turned already; index item, 1..k or NaN."""
    rows = []
    for dimension in instrument.dimensions:
        shown = medians[[item.id for item in dimension.items]].dropna().to_numpy()
        levels = (np.median(shown), shown.min(), shown.max()) if len(shown) else (np.nan,) * 3
        rows.append((len(shown), *levels))
    return pd.DataFrame(
        rows,
        index=pd.Index([dimension.id for dimension in instrument.dimensions], dtype=object),
        columns=["items", "median", "lowest", "highest"],
    )
