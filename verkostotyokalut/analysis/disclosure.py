"""Disclosure: the one place that decides what may be shown of a small group.

Somebody who knows the people in the room must not be able to read one person's answer from a
result. So nothing is shown of an item that fewer than ``minimum`` have answered, and nothing of
a part of it that could be told from the whole.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from typing import TypeVar

import numpy as np
import pandas as pd

LEAST, MOST = 3, 10
K = TypeVar("K", bound=Hashable)


def check_minimum(minimum: int) -> int:
    """Return ``minimum`` if it can be a disclosure limit.

    Raises
    ------
    ValueError
        If it is not a whole number from 3 to 10.
    """
    if type(minimum) is not int or not LEAST <= minimum <= MOST:
        raise ValueError(
            f"the disclosure limit must be a whole number from {LEAST} to {MOST}, "
            f"not {minimum!r}: under {LEAST}, each of two could tell what the other answered; "
            f"over {MOST}, most groups would never see a result"
        )
    return minimum


def detail_minimum(minimum: int) -> int:
    """Return of how many people more than a median may be shown: dots, counts, a middle half.

    A median says less of each person than the distribution behind it, and so much that several
    numbers of a few answers tell them all: of three, the median and the middle half do. So what is
    told in detail needs half as many people more: 3 asks 5, 5 asks 8, 10 asks 15.
    """
    return check_minimum(minimum) + (minimum + 1) // 2


def may_show(n: int, minimum: int | None) -> bool:
    """Tell whether a result of ``n`` people's answers may be shown.

    Parameters
    ----------
    n
        How many people it is of.
    minimum
        The disclosure limit, 3..10; None for one person's own answers, shown to that person.

    Raises
    ------
    ValueError
        If ``minimum`` is neither None nor 3..10.
    """
    return minimum is None or n >= check_minimum(minimum)


def may_show_each(n: int, minimum: int | None) -> bool:
    """Tell whether ``n`` people's answers may be shown in detail; see `detail_minimum`."""
    return minimum is None or n >= detail_minimum(minimum)


def shown_number(n: int, minimum: int | None) -> int | None:
    """Return how many people there are, or None when they are too few to show; see `may_show`."""
    return n if may_show(n, minimum) else None


def shown_numbers(counts: Mapping[K, int], minimum: int) -> dict[K, int | None]:
    """Return how many are in each part of a whole that is known, or None; see `hidden_parts`."""
    people = {part: {f"{part}/{n}" for n in range(count)} for part, count in counts.items()}
    hidden = hidden_parts([people], minimum)
    return {
        part: None if part in hidden else shown_number(count, minimum)
        for part, count in counts.items()
    }


def hidden_parts(measures: Sequence[Mapping[K, Set[str]]], least: int | None) -> frozenset[K]:
    """Choose which parts of a whole to hide, when the whole itself is shown.

    Parameters
    ----------
    measures
        By part, who contributes to it, for each number that is told of the parts (such as how
        many rows, and how many hours). All have the same parts. A number of the whole to which
        fewer than ``least`` contribute is not shown at all, and is left out here.
    least
        How many people a number must be of: the disclosure limit or, of what is told in detail,
        `detail_minimum`. None for one person's own answers: nothing is hidden.

    Returns
    -------
    frozenset
        Parts to which somebody, but fewer than ``least``, contribute; and as many of the next
        smallest as it takes for what is hidden to be, all together, of ``least`` people: the
        whole minus the parts shown gives that sum away. (Complementary cell suppression; see
        Hundepool et al. 2012, Statistical Disclosure Control, ch. 4.)
    """
    if least is None:
        return frozenset()
    told = [parts for parts in measures if len(_people(parts.values())) >= least]
    if not told:
        return frozenset()
    sizes = {part: max(len(parts[part]) for parts in told) for part in told[0]}
    hidden = {part for part in sizes if any(0 < len(parts[part]) < least for parts in told)}
    others = sorted((part for part in sizes if part not in hidden), key=lambda part: sizes[part])
    others = [part for part in others if sizes[part]]
    while hidden and others and not all(_enough(parts, hidden, least) for parts in told):
        hidden.add(others.pop(0))
    return frozenset(hidden)


def left_out(once: Iterable[int], minimum: int) -> int:
    """Return how many to leave out of a number of those who answered twice, to hide the others.

    Parameters
    ----------
    once
        Of each of the two, how many answered it and not the other one. Where what each was
        answered is told as well, one number less the other tells what these said.
    minimum
        The disclosure limit, 3..10.

    Returns
    -------
    int
        0 where nobody or at least ``minimum`` answered either of them only; else so many of those
        who answered twice that with them there are enough.
    """
    counts = list(once)
    return minimum - min(counts) if any(0 < few < minimum for few in counts) else 0


def _people(groups: Iterable[Set[str]]) -> set[str]:
    return {person for group in groups for person in group}


def _enough(parts: Mapping[K, Set[str]], hidden: Set[K], least: int) -> bool:
    return not 0 < len(_people(parts[part] for part in hidden)) < least


def guard(
    distribution: pd.DataFrame,
    minimum: int,
    *,
    detail: bool = False,
    coarse: Set[str] = frozenset(),
) -> pd.DataFrame:
    """Mask every item that too few have answered.

    Parameters
    ----------
    distribution
        Counts, shape (items, points + 2); see `distribution`.
    minimum
        How many answers on the scale an item needs to be shown, 3..10.
    detail
        Whether more than a median is told, which needs `detail_minimum`.
    coarse
        Items to mask however many have answered.

    Returns
    -------
    DataFrame
        The same table as float64; a row whose answers on the scale are fewer than ``minimum`` is
        all NaN, also its ``dont_know`` and ``missing``: they would tell how many are left. When
        fewer than ``minimum`` have answered anything at all, that is every row.

    Raises
    ------
    ValueError
        If ``minimum`` is not 3..10.
    """
    least = detail_minimum(minimum) if detail else check_minimum(minimum)
    counts = distribution.to_numpy(dtype=np.float64, copy=True)
    n = counts[:, :-2].sum(axis=1)
    masked = distribution.index.isin(list(coarse), level=0)
    counts[masked | ~(n >= least)] = np.nan  # so that a row masked before stays masked
    return pd.DataFrame(counts, index=distribution.index, columns=distribution.columns)
