"""The question kind ``cycle``: a place on a cycle of phases, where the end leads to the start."""

from __future__ import annotations

import random
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from ..paper import Form, Line, Slot
from ..question import DONT_KNOW, Question
from ..text import N_, Id, Model, Shape, Text, all_different


class Phase(Model):
    """A phase of the cycle."""

    id: Id
    label: Text
    description: Text
    shape: Shape


class Cycle(Question):
    """A ring of 3 to 6 phases, each of 1 to 4 parts (such as its beginning and its end).

    An answer is ``{"phase": id, "part": 1..len(parts)}``, or ``"dont_know"`` where it is allowed.
    ``centre`` is what the phases turn around.
    """

    kind: Literal["cycle"]
    phases: Annotated[tuple[Phase, ...], Field(min_length=3, max_length=6)]
    parts: Annotated[tuple[Text, ...], Field(min_length=1, max_length=4)]
    centre: tuple[Text, ...] = ()
    dont_know: bool = True

    @field_validator("phases")
    @classmethod
    def _ids_are_unique(cls, phases: tuple[Phase, ...]) -> tuple[Phase, ...]:
        all_different(phase.id for phase in phases)
        return phases

    def accepts(self, value: object) -> bool:
        """Tell whether ``value`` is a place on the cycle, or an allowed "don't know"."""
        if value == DONT_KNOW:
            return self.dont_know
        if not isinstance(value, dict) or set(value) != {"phase", "part"}:
            return False
        part = value["part"]
        return (
            value["phase"] in [phase.id for phase in self.phases]
            and type(part) is int
            and 1 <= part <= len(self.parts)
        )

    def imagine(self, chance: random.Random, leaning: float, item: str) -> dict[str, Any] | str:
        """Make up a place near the leaning, or now and then "don't know"."""
        if self.dont_know and chance.random() < 0.06:
            return DONT_KNOW
        places = len(self.phases) * len(self.parts)
        place = round(leaning * (places - 1) + chance.gauss(0, places / 8)) % places
        phase, part = divmod(place, len(self.parts))
        return {"phase": self.phases[phase].id, "part": part + 1}

    def on_paper(self) -> Form:
        """Return the number of a phase, and that of a part of it."""
        phase = Slot(
            1,
            len(self.phases),
            about=N_("Phase"),
            words=tuple(phase.label for phase in self.phases),
            notes=tuple(phase.description for phase in self.phases),
            dont_know=self.dont_know,
        )
        part = Slot(1, len(self.parts), about=N_("Where in the phase"), words=self.parts)
        return Form((phase, part) if len(self.parts) > 1 else (phase,), whole=True)

    def _read(self, lines: list[Line]) -> Any:
        phase, *part = lines[0].numbers
        if phase == DONT_KNOW:
            return DONT_KNOW
        name = self.phases[phase - 1].id if isinstance(phase, int) else None
        return {"phase": name, "part": part[0] if part else 1}

    def to_paper(self, value: Any) -> list[Line]:
        """Return the numbers of the phase and of its part."""
        known = value != DONT_KNOW
        ids = [phase.id for phase in self.phases]
        phase = ids.index(value["phase"]) + 1 if known else DONT_KNOW
        part = (value["part"] if known else None,) if len(self.parts) > 1 else ()
        return [Line((phase, *part))]
