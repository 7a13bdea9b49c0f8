"""The ring of the network's cycle: where its phases and their parts are, and their dots."""

from __future__ import annotations

from math import ceil, cos, pi, sin
from typing import NamedTuple

import pandas as pd

from ..framework.kinds.cycle import Cycle
from .drawing import Label, Spec, path
from .paths import band, ring, stack
from .theme import COLOURS, INK, PAPER

_GAP = 0.05  # between two phases, in radians
_WIDTH = 0.24  # of the band, in radii
_ARROW = 0.09  # how far a phase points to the next, in radii
_ROOM = 0.30  # for the dots inside the band, in radii
_BADGE = 0.8  # of a phase's number, in em


class Ring(NamedTuple):
    """The phases of a cycle around (x, y), clockwise from the top; all in CSS pixels."""

    cycle: Cycle
    x: float
    y: float
    radius: float
    font: float

    @property
    def turn(self) -> float:
        """The angle of one phase, in radians."""
        return 2 * pi / len(self.cycle.phases)

    @property
    def inner(self) -> float:
        """Where the band begins."""
        return self.radius * (1 - _WIDTH)

    def middle(self, phase: int) -> float:
        """Return the angle of the middle of a phase, from 0."""
        return (phase + 0.5) * self.turn

    def angle(self, phase: int, part: float) -> float:
        """Return the angle of a part of a phase, from 1 and perhaps between two."""
        return (phase + (part - 0.5) / len(self.cycle.parts)) * self.turn

    def at(self, radius: float, angle: float) -> tuple[float, float]:
        """Return the point of an angle, so far from the middle."""
        return self.x + radius * sin(angle), self.y - radius * cos(angle)

    def band(self, phase: int, share: float = 1) -> str:
        """Outline a phase, filled from the inside so far (0..1)."""
        start, end = phase * self.turn + _GAP, (phase + 1) * self.turn - _GAP
        arrow = self.radius * _ARROW
        return band(self.x, self.y, self.inner, self.radius, start, end, arrow=arrow, share=share)

    def label(self, radius: float, angle: float, text: str, ink: str = INK) -> Label:
        """Write in bold around a point."""
        return Label(*self.at(radius, angle), f"<b>{text}</b>", self.font, ink, "center")

    def number(self, phase: int) -> Label:
        """Write a phase's number on its band."""
        away = self.radius * (1 - _WIDTH / 2)
        return self.label(away, self.middle(phase), str(phase + 1), PAPER)

    def badge(self, phase: int) -> str:
        """Outline the ground of a phase's number, where the band is too pale for it."""
        away = self.radius * (1 - _WIDTH / 2)
        return ring(*self.at(away, self.middle(phase)), self.font * _BADGE)

    def dots(self, counts: pd.DataFrame) -> list[Spec]:
        """Stack a dot for each answer inside the band, at its part of its phase."""
        most = int(counts.to_numpy().max(initial=0))
        away = self.inner - self.radius * _ROOM * 0.75
        # so wide that the square blocks of two neighbours do not meet
        side = min(self.radius * _ROOM, 0.7 * away * self.turn / len(self.cycle.parts))
        pitch = min(self.font * 0.8, side / max(1, ceil(most**0.5)))
        columns = max(1, round(side / pitch))
        shapes = []
        rows = dict(zip(counts.index, counts.to_numpy().tolist(), strict=True))
        for index, phase in enumerate(self.cycle.phases):
            outline = ""
            for part, n in enumerate(rows[phase.id], 1):
                if n:
                    at = self.at(away, self.angle(index, part))
                    outline += stack(phase.shape, *at, n, columns, pitch, pitch * 0.8)
            shapes.append(path(f"{outline}Z" if outline else "", fill=COLOURS[phase.shape]))
        return shapes
