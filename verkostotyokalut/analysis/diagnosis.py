"""Where on the cycle a network is: where people place it, and what its phases and core imply."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ..framework import Instrument, Scale
from .dimensions import carries, dimensions
from .kinds.cycle import CycleResults, main_places
from .results import Results


class Verdict(StrEnum):
    """How the place and the phases' items go together."""

    SAME = "same"  # most place the network in the phase that has most to do
    AHEAD = "ahead"  # further on than the items carry
    BEHIND = "behind"  # in a phase that carries already
    DIVIDED = "divided"  # no phase is chosen by more than half
    ALL_CARRY = "all_carry"  # every phase carries: the cycle can begin anew
    ITEMS_ALONE = "items_alone"  # nobody was asked where the network is, or it isn't shown
    PLACE_ALONE = "place_alone"  # the phases' items were not asked, or are not shown


class Diagnosis(NamedTuple):
    """What the results say together.

    Attributes
    ----------
    verdict
        How they go together.
    placed
        The ids of the phases in which most place the network, more than one when they are tied;
        none where that is not known.
    implied
        The id of the first phase that doesn't carry the next; None when all carry, or unknown.
    core
        The id of the first core element that doesn't carry the next; None when all do, or unknown.
    """

    verdict: Verdict
    placed: tuple[str, ...]
    implied: str | None
    core: str | None

    @property
    def next(self) -> str | None:
        """The phase to work on next: what the items imply, or else where people are."""
        if self.implied is not None:
            return self.implied
        return self.placed[0] if len(self.placed) == 1 else None


def diagnose(
    places: CycleResults | None,
    phases: tuple[Results, Instrument] | None,
    core: tuple[Results, Instrument] | None,
) -> Diagnosis | None:
    """Tell where on the cycle a network is.

    A network goes through its phases in order, and each rests on the one before it (T. Järvensivu
    2019: Hyödy verkostoista!), so the phase to work on is the first whose level doesn't carry the
    next (see `carries`); so it is with the elements of the core. That rule is ours.

    Parameters
    ----------
    places
        Where people place the network, guarded; None if that is not shown.
    phases, core
        The results of the phases' items and of the core's, guarded, with their instruments, whose
        dimensions are the phases and the elements in order; None if they are not shown.

    Returns
    -------
    Diagnosis or None
        None when neither the place nor any phase's level is known.
    """
    placed, divided = _placed(places)
    levels = _levels(phases)
    if not placed and not levels:
        return None
    weak_core = _weakest_link(_levels(core))
    implied = _weakest_link(levels)
    order = [phase.id for phase in phases[1].dimensions] if phases else []
    verdict = _verdict(placed, divided, implied, order if levels else [])
    return Diagnosis(verdict, placed, implied, weak_core)


def _placed(places: CycleResults | None) -> tuple[tuple[str, ...], bool]:
    """Return where most are, and whether that is no more than half of all."""
    counts = next(iter(places.places.values()), None) if places else None
    if counts is None:
        return (), False
    sums = counts.sum(axis=1)
    return tuple(phase for phase, _ in main_places(counts)), bool(sums.max() * 2 <= sums.sum())


def _levels(found: tuple[Results, Instrument] | None) -> dict[str, bool]:
    """Return of each dimension whose level is known whether it carries the next, in order."""
    if found is None:
        return {}
    results, asked = found
    points = len(asked.asked_as(Scale).points)
    levels = dimensions(results.summary, asked)["median"].dropna()
    return {str(name): carries(float(level), points) for name, level in levels.items()}


def _weakest_link(levels: dict[str, bool]) -> str | None:
    return next((name for name, strong in levels.items() if not strong), None)


def _verdict(
    placed: tuple[str, ...], divided: bool, implied: str | None, order: list[str]
) -> Verdict:
    if not placed:
        return Verdict.ITEMS_ALONE if implied else Verdict.ALL_CARRY
    if divided or len(placed) > 1:
        return Verdict.DIVIDED
    if not order:
        return Verdict.PLACE_ALONE
    if implied is None:
        return Verdict.ALL_CARRY
    if implied == placed[0]:
        return Verdict.SAME
    return Verdict.AHEAD if order.index(implied) < order.index(placed[0]) else Verdict.BEHIND
