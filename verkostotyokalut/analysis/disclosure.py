"""Disclosure: the one place that decides what may be shown of a small group.

Somebody who knows the people in the room must not be able to read one person's answer from a
result. So nothing is shown of an item that fewer than ``minimum`` have answered, and nothing of
a part of it that could be told from the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

import numpy as np
import pandas as pd

LEAST, MOST = 3, 10


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
    """Return how many people each answer of theirs may be shown of, as a dot or in a distribution.

    A median and a middle half say less of each person than the distribution behind them, so that
    one needs half as many people more: 3 asks 5, 5 asks 8, 10 asks 15.
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
    """Tell whether each of ``n`` people's answers may be shown, as a dot; see `detail_minimum`."""
    return minimum is None or n >= detail_minimum(minimum)


def shown_number(n: int, minimum: int | None) -> int | None:
    """Return how many people there are, or None when they are too few to show; see `may_show`."""
    return n if may_show(n, minimum) else None


def hidden_parts(measures: Sequence[Mapping[str, Set[str]]], minimum: int | None) -> frozenset[str]:
    """Choose which parts of a whole to hide, when the whole itself is shown.

    Parameters
    ----------
    measures
        By part, who contributes to it, for each number that is told of the parts (such as how
        many rows, and how many hours). All have the same parts. A number of the whole to which
        fewer than ``minimum`` contribute is not shown at all, and is left out here.
    minimum
        The disclosure limit, 3..10; None for one person's own answers: nothing is hidden.

    Returns
    -------
    frozenset
        Parts to which somebody, but fewer than ``minimum``, contribute; and as many of the next
        smallest as it takes for what is hidden to be, all together, of ``minimum`` people: the
        whole minus the parts shown gives that sum away. (Complementary cell suppression; see
        Hundepool et al. 2012, Statistical Disclosure Control, ch. 4.)
    """
    told = [parts for parts in measures if may_show(len(_people(parts.values())), minimum)]
    if minimum is None or not told:
        return frozenset()
    sizes = {part: max(len(parts[part]) for parts in told) for part in told[0]}
    hidden = {part for part in sizes if any(0 < len(parts[part]) < minimum for parts in told)}
    others = sorted((part for part in sizes if part not in hidden), key=lambda part: sizes[part])
    others = [part for part in others if sizes[part]]
    while hidden and others and not all(_enough(parts, hidden, minimum) for parts in told):
        hidden.add(others.pop(0))
    return frozenset(hidden)


def _people(groups: Iterable[Set[str]]) -> set[str]:
    return {person for group in groups for person in group}


def _enough(parts: Mapping[str, Set[str]], hidden: Set[str], minimum: int) -> bool:
    return not 0 < len(_people(parts[part] for part in hidden)) < minimum


def guard(distribution: pd.DataFrame, minimum: int, *, detail: bool = False) -> pd.DataFrame:
    """Mask every item that too few have answered.

    Parameters
    ----------
    distribution
        Counts, shape (items, points + 2); see `distribution`.
    minimum
        How many answers on the scale an item needs to be shown, 3..10.
    detail
        Whether a coarser result is shown of the same, so that this one needs `detail_minimum`.

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
    counts[~(n >= least)] = np.nan  # so that a row masked before stays masked
    return pd.DataFrame(counts, index=distribution.index, columns=distribution.columns)
