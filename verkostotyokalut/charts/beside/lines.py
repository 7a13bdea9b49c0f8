"""The numbers of a comparison's pictures, for tables that people take home."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from math import isnan, nan
from typing import NamedTuple

from ...analysis import share_interval


class Line(NamedTuple):
    """Numbers of an item, or of a dimension, in one of the parts.

    Attributes
    ----------
    of
        The item's id, or the dimension's.
    about
        What of it, by the ids or places of the question's own parts, such as an option; empty for
        all of it. What is counted together is joined by ``+``.
    values
        By what a number is, in the order in which they are read: ``n``, of how many answers;
        ``count``, ``share`` (0..1) or ``mean_share`` (0..1, in whole per cents); ``median``, ``q1``
        and ``q3``; ``lower`` and ``upper``, the 95 % interval of the median or the share. What
        there is none of is left out; a line without any is hidden.
    """

    of: str
    about: tuple[str, ...]
    values: Mapping[str, float]


def line(of: str, *about: str, n: float, **values: float) -> Line:
    """Return a line of the numbers that aren't NaN; hidden where ``n`` is."""
    if isnan(n):
        return Line(of, about, {})
    return Line(of, about, {k: v for k, v in {"n": n, **values}.items() if not isnan(v)})


def middle_line(of: str, name: str, row: Mapping[Hashable, float], n: float) -> Line:
    """Return a line of the median and the middle half that ``row`` has by ``name``."""
    return line(of, name, n=n, median=row[name], q1=row[f"{name}_q1"], q3=row[f"{name}_q3"])


def share_line(of: str, *about: str, count: float, n: float, **more: float) -> Line:
    """Return a share of people with its interval; hidden where ``n`` is NaN."""
    if not n > 0:
        return line(of, *about, n=n)
    low, high = share_interval(count, n)
    return line(of, *about, n=n, count=count, share=count / n, lower=low, upper=high, **more)


def mean_line(of: str, *about: str, n: float, mean: float, ends: Sequence[float]) -> Line:
    """Return a line of a mean share with its interval, per cent; hidden where ``n`` is NaN."""
    share, lower, upper = (whole_percents(one) for one in (mean, *ends))
    return line(of, *about, n=n, mean_share=share, lower=lower, upper=upper)


def without_interval(one: Line) -> Line:
    """Return a line of a share that is shown without its interval."""
    return one._replace(values={k: v for k, v in one.values.items() if k not in {"lower", "upper"}})


def whole_percents(share: float) -> float:
    """Return a share given in per cent, 0..100, as 0..1 and no finer than pictures show it."""
    return nan if isnan(share) else round(share) / 100
