"""The table of answers: one small integer for each participant and item."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..framework import DONT_KNOW as DONT_KNOW_ANSWER
from ..framework import LEADER, Instrument, Scale

UNTOUCHED = 0
DONT_KNOW = -1

Row = tuple[str, str, int | str | None]


class Responses:
    """Collects answers as they come, and keeps them as an int8 table.

    Parameters
    ----------
    instrument
        What was asked; its items, in order, are the columns.

    Notes
    -----
    A later row of the same participant and item takes the earlier one's place. A cleared answer
    (``None``) is ``UNTOUCHED``: missing, never a number. The rows of the participant ``LEADER`` are
    kept aside: the leader is not one of those who are counted.
    """

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._columns = {item: column for column, item in enumerate(instrument.item_ids)}
        self._rows: dict[str, int] = {}
        self._leader: dict[str, int | str] = {}
        self._values = np.zeros((16, len(self._columns)), dtype=np.int8)

    def update(self, rows: Iterable[Row]) -> None:
        """Take in ``(participant, item, value)`` rows.

        Parameters
        ----------
        rows
            Values are 1..k (a point of the instrument's scale), ``"dont_know"`` or ``None``.

        Raises
        ------
        ValueError
            If a row has an item that the instrument lacks or a value that its scale lacks. The
            rows before it have been taken in.
        """
        for participant, item, value in rows:
            column = self._columns.get(item)
            if column is None or not self._instrument.accepts(item, value):
                raise ValueError(_why_not(self._instrument, participant, item, value))
            if participant == LEADER:
                if value is None:
                    self._leader.pop(item, None)
                else:
                    self._leader[item] = value
                continue
            row = self._rows.setdefault(participant, len(self._rows))
            if row == len(self._values):
                self._values = np.concatenate([self._values, np.zeros_like(self._values)])
            self._values[row, column] = _code(value)

    @property
    def answered(self) -> int:
        """How many have answered something."""
        return int((self._values != UNTOUCHED).any(axis=1).sum())

    @property
    def done(self) -> int:
        """How many have answered every item."""
        return int((self._values != UNTOUCHED).all(axis=1).sum())

    @property
    def leader(self) -> pd.Series | None:
        """The leader's own answers: float, index item; None when there are none.

        1..k the point chosen, NaN untouched or don't know.
        """
        if not self._leader:
            return None
        points = {i: np.nan if v == DONT_KNOW_ANSWER else v for i, v in self._leader.items()}
        index = pd.Index(list(self._columns), name="item", dtype=object)
        return pd.Series(points, dtype=np.float64).reindex(index)

    @property
    def table(self) -> pd.DataFrame:
        """The answers so far: int8, shape (participants, items), ids as index and columns.

        Codes: 0 untouched, -1 don't know, 1..k the point chosen.
        """
        return pd.DataFrame(
            self._values[: len(self._rows)].copy(),
            index=pd.Index(list(self._rows), name="participant", dtype=object),
            columns=pd.Index(list(self._columns), name="item", dtype=object),
        )


def responses(rows: Iterable[Row], instrument: Instrument) -> pd.DataFrame:
    """Build the table of answers from ``(participant, item, value)`` rows.

    Parameters
    ----------
    rows
        Values are 1..k, ``"dont_know"`` or ``None``; the last row of a participant and item counts.
    instrument
        What was asked.

    Returns
    -------
    DataFrame
        int8, shape (participants, items); 0 untouched, -1 don't know, 1..k the point chosen.

    Raises
    ------
    ValueError
        If an item or a value does not belong to the instrument.
    """
    collected = Responses(instrument)
    collected.update(rows)
    return collected.table


def as_array(table: pd.DataFrame, points: int) -> npt.NDArray[np.int8]:
    """Return the table's codes as an int8 array of shape (participants, items).

    Raises
    ------
    ValueError
        If a code is not a whole number from -1 to ``points``.
    """
    codes = table.to_numpy()
    if codes.dtype != np.int8:
        whole = codes.astype(np.int8)
        if not np.array_equal(whole, codes):
            raise ValueError(f"answers must be whole numbers from {DONT_KNOW} to {points}")
        codes = whole
    if codes.size and (codes.min() < DONT_KNOW or codes.max() > points):
        raise ValueError(
            f"answers must be from {DONT_KNOW} to {points} "
            f"({DONT_KNOW} don't know, {UNTOUCHED} untouched); "
            f"found {codes.min()}…{codes.max()}"
        )
    return codes


def _code(value: int | str | None) -> int:
    if value is None:
        return UNTOUCHED
    return DONT_KNOW if value == DONT_KNOW_ANSWER else int(value)


def _why_not(instrument: Instrument, participant: str, item: str, value: object) -> str:
    if item not in instrument.item_ids:
        return f"{participant}: the instrument {instrument.id!r} has no item {item!r}"
    points = len(instrument.asked_as(Scale).points)
    allowed = f"1…{points} or null"
    if instrument.asked_as(Scale).dont_know:
        allowed = f"1…{points}, {DONT_KNOW_ANSWER!r} or null"
    return f"{participant}, {item}: the answer {value!r} is not {allowed}"
