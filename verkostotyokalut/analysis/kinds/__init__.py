"""The numbers of each question kind: a module for each, found by its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from importlib import import_module
from typing import Any, Protocol, cast, runtime_checkable

from ...framework import Instrument
from ...framework.arrangement import Action


class Collected(Protocol):
    """Answers as they come."""

    def update(self, rows: Iterable[tuple[str, str, Any]]) -> None:
        """Take in ``(participant, item, value)`` rows."""

    @property
    def answered(self) -> int:
        """How many have answered something."""

    @property
    def done(self) -> int:
        """How many have answered every item."""


@runtime_checkable
class Arranged(Collected, Protocol):
    """Answers that the leader can arrange, such as notes on a wall."""

    def arrange(self, actions: Sequence[tuple[str, Action]]) -> None:
        """Take in the whole log of ``(item, action)``, oldest first, in place of an earlier one."""


class Numbers(Protocol):
    """What the module of a kind gives; `level`, `by_group` and `detail` say what more it may."""

    def collect(self, instrument: Instrument) -> Collected:
        """Return an empty collection of answers."""

    def results(
        self,
        collected: Any,
        instrument: Instrument,
        minimum: int | None,
        coarse: Set[str] = frozenset(),
    ) -> Any:
        """Return what may be shown of the answers.

        Parameters
        ----------
        collected
            The answers.
        instrument
            What was asked.
        minimum
            The disclosure limit, 3 to 10: of how many people there must be answers. None: they
            are one person's own, and only for that person's eyes.
        coarse
            The items of which nothing may be told in detail, however many answered; see
            `verkostotyokalut.analysis.disclosure.detail_minimum`.

        Raises
        ------
        ValueError
            If ``minimum`` is neither None nor 3 to 10.
        """

    def release(self, results: Any) -> dict[str, Any]:
        """Return, as JSON data by item, what phones get of `results`; None where hidden."""


def numbers(instrument: Instrument) -> Numbers:
    """Return the numbers of an instrument's kind."""
    return cast(Numbers, import_module(f"{__name__}.{instrument.question.kind}"))
