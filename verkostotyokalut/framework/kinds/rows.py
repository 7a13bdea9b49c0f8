"""The question kind ``rows``: rows that a participant adds, such as one's own networks."""

from __future__ import annotations

import json
import random
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator

from ..lines import draw_id, is_drawn_id, is_line, tidy
from ..paper import Form, Line, Number
from ..question import Question
from ..row_fields import AnyField, ChoiceField, F
from ..text import N_, Id, Model, Text, all_different, wrong

LONGEST = 3500  # bytes of an answer, so that it fits in one message to the server

_MADE_UP = (
    "Alueen yrittäjät",
    "Digitukiverkosto",
    "Kuntien kehittäjät",
    "Nuorten palvelut",
    "Kestävä matkailu",
    "Kirjastojen verkosto",
    "Oppilaitosyhteistyö",
    "Kulttuuritoimijat",
    "Hyvinvoinnin ryhmä",
    "Lähiruoka",
)


class Map(Model):
    """The levels that place a row on a map."""

    x: Id
    y: Id


class Flag(Model):
    """What is told of a row where one level is higher than another."""

    more: Id
    than: Id
    label: Text
    advice: Text


class Rows(Question):
    """1 to 12 rows for each participant: a name, and fields that may be left untouched.

    An answer is ``{"rows": [{"id": …, "name": …, field id: value, …}, …]}`` with a row at least;
    a row's id is six letters or digits that the participant's page has drawn. ``naming`` is what
    the name is asked with, ``adding`` what is on the button that adds a row, and ``called`` what
    rows are called together. ``map`` names the levels that a row is placed by, ``colour`` the
    choice that rows are told apart by, ``sum`` the amount that is added up, and ``flag`` when a
    row needs a second thought.
    """

    kind: Literal["rows"]
    most: Annotated[int, Field(ge=1, le=12)]
    name_characters: Annotated[int, Field(ge=20, le=80)]
    naming: Text
    adding: Text
    called: Text
    fields: Annotated[tuple[AnyField, ...], Field(min_length=1, max_length=6)]
    map: Map | None = None
    colour: Id | None = None
    sum: Id | None = None
    flag: Flag | None = None

    @field_validator("fields")
    @classmethod
    def _ids_are_unique(cls, fields: tuple[AnyField, ...]) -> tuple[AnyField, ...]:
        all_different(["id", "name", *(field.id for field in fields)])
        return fields

    @model_validator(mode="after")
    def _named_fields_are_there(self) -> Rows:
        named = [("colour", self.colour, "choice"), ("sum", self.sum, "amount")]
        if self.map:
            named += [("map.x", self.map.x, "level"), ("map.y", self.map.y, "level")]
        if self.flag:
            named += [
                ("flag.more", self.flag.more, "level"),
                ("flag.than", self.flag.than, "level"),
            ]
        for key, given, kind in named:
            fit = [field.id for field in self.fields if field.type == kind]
            if given is not None and given not in fit:
                raise wrong(
                    N_("{key}: the id of a field of the type {type} ({ids}; now: {given})"),
                    key=key,
                    type=kind,
                    ids=", ".join(fit) or "–",
                    given=given,
                )
        for key, pair in (
            ("map", self.map and {*self.map.model_dump().values()}),
            ("flag", self.flag and {self.flag.more, self.flag.than}),
        ):
            if pair and len(pair) == 1:
                raise wrong(N_("{key}: two different fields"), key=key)
        return self

    @model_validator(mode="after")
    def _fits_in_a_message(self) -> Rows:
        longest: dict[str, Any] = {"id": "aaaaaa", "name": "€" * self.name_characters}
        for field in self.fields:
            values = field.ids if isinstance(field, ChoiceField) else ("100",)
            longest[field.id] = max(values, key=len)
        size = len(json.dumps({"rows": [longest] * self.most}, ensure_ascii=False).encode())
        if size > LONGEST:
            raise wrong(
                N_(
                    "shorter answers: fewer rows (most), shorter names or shorter ids "
                    "({size} bytes at the most now, {limit} fit)"
                ),
                size=size,
                limit=LONGEST,
            )
        return self

    def field(self, name: str | None, sort: type[F]) -> F | None:
        """Return the field of an id, which is of this sort; None where there is no id."""
        found = (field for field in self.fields if field.id == name)
        return next((field for field in found if isinstance(field, sort)), None)

    def flagged(self, row: dict[str, Any]) -> bool | None:
        """Tell whether a row needs a second thought; None when it doesn't say."""
        if self.flag is None or self.flag.more not in row or self.flag.than not in row:
            return None
        return bool(row[self.flag.more] > row[self.flag.than])

    def accepts(self, value: object) -> bool:
        """Tell whether ``value`` holds rows, and no more than there may be."""
        if type(value) is not dict or value.keys() != {"rows"}:
            return False
        rows = value["rows"]
        return (
            type(rows) is list
            and 1 <= len(rows) <= self.most
            and all(self._is_row(row) for row in rows)
            and len({row["id"] for row in rows}) == len(rows)
        )

    def _is_row(self, row: object) -> bool:
        if type(row) is not dict or not {"id", "name"} <= row.keys():
            return False
        fields = {field.id: field for field in self.fields}
        return (
            is_drawn_id(row["id"])
            and is_line(row["name"], self.name_characters, unseen=False)
            and all(
                name in fields and fields[name].accepts(given)
                for name, given in row.items()
                if name not in {"id", "name"}
            )
        )

    def imagine(self, chance: random.Random, leaning: float, item: str) -> dict[str, Any]:
        """Make up a few rows; now and then a field is left untouched.

        Some names are more common than others, so that a room has networks that many know.
        """
        names = list(_MADE_UP)
        rows = []
        for _ in range(min(self.most, chance.randint(2, 4))):
            weights = [1 / (1 + _MADE_UP.index(name)) for name in names]
            name = chance.choices(names, weights)[0]
            names.remove(name)
            row: dict[str, Any] = {"id": draw_id(chance), "name": name}
            for field in self.fields:
                if chance.random() < 0.94:
                    row[field.id] = field.make_up(chance, leaning)
            rows.append(row)
        return {"rows": rows}

    def on_paper(self) -> Form:
        """Return a line for each row: its name, and a number for each of its fields."""
        slots = tuple(field.on_paper() for field in self.fields)
        return Form(slots, self.most, self.naming, self.name_characters)

    def _read(self, lines: list[Line]) -> Any:
        return {
            "rows": [
                {"id": line.id, "name": tidy(line.text)}
                | {
                    field.id: field.ids[n - 1] if isinstance(field, ChoiceField) else n
                    for field, n in zip(self.fields, line.numbers, strict=True)
                    if isinstance(n, int)
                }
                for line in lines
            ]
        }

    def to_paper(self, value: Any) -> list[Line]:
        """Return a line for each row."""
        return [
            Line(tuple(_number(field, row) for field in self.fields), row["name"], row["id"])
            for row in value["rows"]
        ]


def _number(field: AnyField, row: dict[str, Any]) -> Number:
    given: Number = row.get(field.id)
    if isinstance(field, ChoiceField) and isinstance(given, str):
        return field.ids.index(given) + 1
    return given
