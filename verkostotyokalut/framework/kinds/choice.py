"""The question kind ``choice``: one of a few options, now and perhaps as wished."""

from __future__ import annotations

import random
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from ..paper import Form, Line, Number, Slot
from ..question import DONT_KNOW, Question
from ..text import Id, Model, Text, all_different

VIEWS = ("now", "wanted")


class Option(Model):
    """One thing to choose: its short name for pictures, and what it means in practice."""

    id: Id
    label: Text
    description: Text


class Choice(Question):
    """2 to 10 options, one of which is chosen; when ``ordered``, from the least to the most.

    An answer is an option's id, or ``"dont_know"`` where that is allowed. Where the wish is asked
    too (``wanted``), an answer is ``{"now": …, "wanted": …}``, of which one may still be missing.
    ``between`` says that the items are groups such as those that answer, and the options how well
    each is known to them, the least first: groups of the same names are drawn as a network.
    """

    kind: Literal["choice"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=10)]
    wanted: bool = False
    ordered: bool = False
    between: bool = False
    dont_know: bool = True

    @field_validator("options")
    @classmethod
    def _ids_are_unique(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        all_different(option.id for option in options)
        return options

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the options, in order."""
        return tuple(option.id for option in self.options)

    @property
    def views(self) -> tuple[str, ...]:
        """What is asked of each item: ``now``, and ``wanted`` where the wish is asked too."""
        return VIEWS if self.wanted else VIEWS[:1]

    def accepts(self, value: object) -> bool:
        """Tell whether ``value`` chooses an option for each view that it speaks of."""
        if not self.wanted:
            return self._chooses(value)
        if type(value) is not dict or not value:
            return False
        return value.keys() <= set(VIEWS) and all(map(self._chooses, value.values()))

    def imagine(self, chance: random.Random, leaning: float, item: str) -> Any:
        """Make up a choice near the leaning; the wish is a step or two further."""
        now = self._near(chance, leaning)
        if not self.wanted:
            return now
        further = leaning + 0.3 if self.ordered else (leaning + 0.4) % 1
        return {"now": now, "wanted": self._near(chance, further)}

    def on_paper(self) -> Form:
        """Return the number of an option to circle, for each view."""
        slots = (
            Slot(
                1,
                len(self.options),
                view=view if self.wanted else "",
                words=tuple(option.label for option in self.options),
                notes=tuple(option.description for option in self.options),
                dont_know=self.dont_know,
            )
            for view in self.views
        )
        return Form(tuple(slots))

    def _read(self, lines: list[Line]) -> Any:
        chosen = {
            view: self.ids[number - 1] if isinstance(number, int) else number
            for view, number in zip(self.views, lines[0].numbers, strict=True)
            if number is not None
        }
        return chosen if self.wanted else chosen["now"]

    def to_paper(self, value: Any) -> list[Line]:
        """Return the numbers of the options."""
        chosen = value if self.wanted else {"now": value}
        return [Line(tuple(self._number(chosen.get(view)) for view in self.views))]

    def _number(self, choice: str | None) -> Number:
        return self.ids.index(choice) + 1 if choice in self.ids else DONT_KNOW if choice else None

    def _chooses(self, value: object) -> bool:
        if value == DONT_KNOW:
            return self.dont_know
        return type(value) is str and value in self.ids

    def _near(self, chance: random.Random, leaning: float) -> str:
        if self.dont_know and chance.random() < 0.06:
            return DONT_KNOW
        last = len(self.options) - 1
        return self.ids[min(last, max(0, round(last * leaning + chance.gauss(0, 0.9))))]
