"""The question kind ``triangle``: a point between three corners, now and as one wants it to be."""

from __future__ import annotations

import random
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from ..paper import Form, Line, Slot
from ..question import DONT_KNOW, Question
from ..text import LANGUAGES, Model, Text

WHOLE, STEP = 100, 10
VIEWS = ("now", "wanted")


class Corner(Model):
    """What a corner is called, and what it is like: a trait for each of the question's rows."""

    label: Text
    traits: tuple[Text, ...]


class Triangle(Question):
    """Three corners that share 100 per cent in steps of 10; ``rows`` are what they are compared by.

    An answer is ``{"now": shares, "wanted": shares}``, of which one may be missing, or
    ``"dont_know"`` where it is allowed; shares are ``[a, b, c]`` in the order of the corners.
    """

    kind: Literal["triangle"]
    corners: tuple[Corner, Corner, Corner]
    rows: Annotated[tuple[Text, ...], Field(max_length=10)] = ()
    dont_know: bool = True

    @model_validator(mode="after")
    def _a_trait_for_each_row(self) -> Triangle:
        for number, corner in enumerate(self.corners):
            if len(corner.traits) != len(self.rows):
                raise ValueError(
                    f"corners[{number}] has {len(corner.traits)} traits, "
                    f"but there are {len(self.rows)} rows to compare by"
                )
        return self

    def accepts(self, value: object) -> bool:
        """Tell whether ``value`` has shares for now or for wanted, or is "don't know"."""
        if value == DONT_KNOW:
            return self.dont_know
        return (
            isinstance(value, dict)
            and len(value) > 0
            and value.keys() <= {"now", "wanted"}
            and all(_shares(given) for given in value.values())
        )

    def imagine(
        self, chance: random.Random, leaning: float, item: str
    ) -> dict[str, list[int]] | str:
        """Make up shares near the leaning and a wish nearer to the last corner, or "don't know"."""
        if self.dont_know and chance.random() < 0.06:
            return DONT_KNOW
        weights = {"now": (1.3 - leaning, 0.4 + 0.2 * leaning, 0.3 + leaning)}
        weights["wanted"] = (0.4, 0.3, 1 + leaning)
        return {name: _imagined(chance, parts) for name, parts in weights.items()}

    def on_paper(self) -> Form:
        """Return the per cent to write beside each corner, now and as it is wanted."""
        slots = (
            Slot(
                0,
                WHOLE,
                STEP,
                view=view,
                about=corner.label,
                note=self._like(corner),
                unit="%",
                dont_know=self.dont_know and (view, place) == ("now", 0),
            )
            for view in VIEWS
            for place, corner in enumerate(self.corners)
        )
        return Form(tuple(slots), exactly=WHOLE)

    def _like(self, corner: Corner) -> Text | None:
        """Return what a corner is like, row by row."""
        if not self.rows:
            return None
        its = list(zip(self.rows, corner.traits, strict=True))
        told = {
            one: "; ".join(f"{row.into(one)}: {trait.into(one)}" for row, trait in its)
            for one in LANGUAGES
        }
        return Text(**told)

    def _read(self, lines: list[Line]) -> Any:
        numbers = lines[0].numbers
        if DONT_KNOW in numbers:
            return DONT_KNOW
        views = {"now": numbers[:3], "wanted": numbers[3:]}
        return {
            name: [number or 0 for number in given]
            for name, given in views.items()
            if any(number is not None for number in given)
        }

    def to_paper(self, value: Any) -> list[Line]:
        """Return the per cent of each corner, now and as it is wanted."""
        if value == DONT_KNOW:
            return [Line((DONT_KNOW, *(None,) * 5))]
        return [Line(tuple(part for name in VIEWS for part in value.get(name, (None,) * 3)))]


def _shares(given: object) -> bool:
    return (
        isinstance(given, list)
        and len(given) == 3
        and all(type(part) is int and part >= 0 and part % STEP == 0 for part in given)
        and sum(given) == WHOLE
    )


def _imagined(chance: random.Random, weights: tuple[float, ...]) -> list[int]:
    steps = chance.choices(range(3), weights=weights, k=WHOLE // STEP)
    return [steps.count(corner) * STEP for corner in range(3)]
