"""What an item is answered with: the base of the question kinds.

A kind is one thing in four places with one name: its model in ``framework/kinds/``, its renderer
in ``widgets/frontend/kinds/``, its numbers in ``analysis/kinds/`` and its pictures in
``charts/kinds/``. A new kind is four new files (and its words in the catalogues); nothing else
knows the kinds by name.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Annotated, Any, get_args

from pydantic import GetCoreSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, core_schema

from .text import Model

if TYPE_CHECKING:
    from .paper import Form, Line

DONT_KNOW = "dont_know"
LEADER = "leader"
GUESS = "arvaus-"  # what the id of an instrument begins with that asks for guesses of another
"""Who answers for the leader's own view, which is never part of the room's."""


class Question(Model):
    """How every item of an instrument is asked. Made from data by its ``kind``."""

    kind: str

    def accepts(self, value: object) -> bool:
        """Tell whether ``value``, as JSON brought it from outside, is an answer."""
        raise NotImplementedError

    def suit(self, dimensions: Sequence[Sequence[str]]) -> None:
        """See that an instrument can be asked and drawn like this.

        Parameters
        ----------
        dimensions
            The ids of its items, dimension by dimension.

        Raises
        ------
        PydanticCustomError
            If it can't.
        """

    def imagine(self, chance: random.Random, leaning: float, item: str) -> Any:
        """Make up an answer such as somebody might give, for rehearsals.

        Parameters
        ----------
        chance
            Where the randomness comes from.
        leaning
            What the room tends to for this item, from 0 to 1.
        item
            The id of the item that is answered.
        """
        raise NotImplementedError

    def react(self, value: Any, result: Any, chance: random.Random) -> Any:
        """Make up what somebody answers on seeing the room's result; None: the same as before.

        Parameters
        ----------
        value
            What they had answered, as `imagine` made it.
        result
            The item's part of what the room has been shown.
        chance
            Where the randomness comes from.
        """
        return None

    def on_paper(self) -> Form | None:
        """Return what an item looks like on paper; None where it can't be asked so."""
        return None

    def from_paper(self, lines: Sequence[Line]) -> Any:
        """Return what was written on paper as an answer; None where nothing was.

        It is an answer only if it is accepted: on paper people do what they like.

        Raises
        ------
        ValueError
            If the form has no such lines.
        """
        form = self.on_paper()
        if form is None or not form.fits(lines):
            raise ValueError(f"{self.kind} has no such lines on paper")
        written = [line for line in lines if line.text or any(n is not None for n in line.numbers)]
        return self._read(written) if written else None

    def to_paper(self, value: Any) -> list[Line]:
        """Return an answer as it would stand on paper; what `from_paper` takes back."""
        raise NotImplementedError

    def _read(self, lines: list[Line]) -> Any:
        raise NotImplementedError


def kinds() -> dict[str, type[Question]]:
    """Return the model of every kind, by its name: that of its module."""
    folder = import_module(f"{__package__}.kinds")
    for module in iter_modules(folder.__path__):
        import_module(f"{folder.__name__}.{module.name}")
    return {
        get_args(model.model_fields["kind"].annotation)[0]: model
        for model in Question.__subclasses__()
    }


class _OfAnyKind:
    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.tagged_union_schema(
            {kind: handler.generate_schema(model) for kind, model in kinds().items()},
            discriminator="kind",
        )


AnyQuestion = Annotated[Question, _OfAnyKind]
"""A question made by its ``kind``, as a field of a model."""


def question(data: Any) -> Question:
    """Make a question of any kind from its JSON data."""
    return TypeAdapter[Question](AnyQuestion).validate_python(data)
