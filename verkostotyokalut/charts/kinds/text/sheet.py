"""What the pictures of notes have in common: their words, sizes and marks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from babel.dates import get_month_names

from ....analysis.arrangement import Card
from ....analysis.kinds.text import Wall
from ....framework import Dimension, Item, Language
from ....locales import translator
from ...drawing import Label
from ...terms import hidden_text
from ...theme import INK_2, Box, Size
from ...words import lines, markup
from .pack import Piece

LINE = 1.3  # of a line's height, as plotly sets it, in em
BOXES: dict[Size, Box] = {"screen": Box(1440, 650, 19), "console": Box(400, 350, 11)}


class Titled(NamedTuple):
    """Notes under a title, the most liked first; those in no group may have none."""

    title: str
    cards: list[Card]


class Sheet(NamedTuple):
    """What a picture is drawn of, and on."""

    item: Item
    dimension: Dimension
    wall: Wall | None
    language: Language
    minimum: int
    size: Size

    @property
    def box(self) -> Box:
        """The box at its highest."""
        return BOXES[self.size]

    @property
    def asked(self) -> list[str]:
        """What was asked, in lines; nothing on the console, which has no room for it."""
        if self.size == "console":
            return []
        words = self.item.statement.into(self.language)
        return lines(words, self.box.width * 0.78, self.box.font + 3)

    @property
    def top(self) -> float:
        """Where the notes begin."""
        return len(self.asked) * LINE * (self.box.font + 3) + (1.2 * self.box.font)

    @property
    def nothing(self) -> str:
        """Why there is nothing to draw; empty when there is."""
        _ = translator(self.language).gettext
        if self.wall is None:
            return hidden_text(self.minimum, self.language)
        return "" if self.wall.notes else _("No notes to show")

    def heading(self) -> list[Label]:
        """Return what was asked and how many answered."""
        if not self.asked:
            return []
        em = self.box.font
        middle = len(self.asked) * LINE * (em + 3) / 2
        found = [Label(0, middle, f"<b>{markup(self.asked)}</b>", em + 3)]
        if self.wall is not None:
            _ = translator(self.language).gettext
            people = _("people (n = {n})").format(n=self.wall.n)
            found.append(Label(self.box.width, middle, people, em, INK_2, "right"))
        return found

    def instead(self) -> tuple[Box, list[Label]]:
        """Return the box and the words of a picture with nothing to draw."""
        em, width = self.box.font, self.box.width
        y = self.top + 4 * em
        words = Label(width / 2, y, self.nothing, em + 1, INK_2, "center")
        return self.box._replace(height=round(y + 4 * em)), [*self.heading(), words]

    def more(self, most: int, em: float) -> list[Piece]:
        """Return the lines that say how many notes are left out, for 0 to ``most`` of them."""
        ngettext = translator(self.language).ngettext
        return [
            Piece("more", (ngettext("+ {n} more", "+ {n} more", n).format(n=n),), 1.7 * em)
            for n in range(most + 1)
        ]


def titled(wall: Wall, language: Language) -> list[Titled]:
    """Return what is shown, by month where notes have one, otherwise by group."""
    _ = translator(language).gettext
    if any(card.month for card in wall.notes):
        return [
            Titled(month_name(month, language), _most_liked_first(cards))
            for month, cards in by_month(wall).items()
            if cards
        ]
    groups = [group for group in wall.groups if group.notes]
    alone = len(groups) == 1
    return [
        Titled(group.title or ("" if alone else _("Other notes")), _most_liked_first(group.notes))
        for group in groups
    ]


def by_month(wall: Wall) -> dict[int, list[Card]]:
    """Return what is shown of each month, 1..12."""
    return {month: [card for card in wall.notes if card.month == month] for month in range(1, 13)}


def _most_liked_first(cards: Sequence[Card]) -> list[Card]:
    return sorted(cards, key=lambda card: -card.likes)


def marks(card: Card) -> str:
    """Write how many like a note and how many notes it stands for; nothing for a single one."""
    likes = f"♥ {card.likes}" if card.likes else ""
    merged = f"×{card.count}" if card.count > 1 else ""
    return "   ".join(part for part in (likes, merged) if part)


@cache
def month_name(month: int, language: Language, *, short: bool = False) -> str:
    """Return the name of a month, 1..12."""
    names = get_month_names("abbreviated" if short else "wide", "stand-alone", locale=language)
    return str(names[month]).removesuffix(".")
