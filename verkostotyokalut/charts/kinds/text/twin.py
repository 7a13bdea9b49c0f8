"""The wall in words: how many notes, which are liked most, and all of them as a table."""

from __future__ import annotations

from itertools import chain

from ....framework import Language
from ....locales import translator
from ...terms import no_answers_text, not_shown_text
from ...twin import Twin
from .sheet import Sheet, titled

_NONE = "–"
_NAMED = 3  # so many notes are named in a sentence
_QUOTES: dict[Language, tuple[str, str]] = {"fi": ("”", "”"), "sv": ("”", "”"), "en": ("“", "”")}


def wall_twin(sheet: Sheet, calendar: bool) -> Twin:
    """Say what the wall shows, or the annual clock; also what found no room there."""
    _ = translator(sheet.language).gettext
    groups = titled(sheet.wall, sheet.language) if sheet.wall else []
    return Twin(
        caption=_caption(sheet),
        columns=[_("Month") if calendar else _("Group"), _("Note"), _("Likes")],
        rows=[
            [
                group.title or _NONE,
                f"{card.text} (×{card.count})" if card.count > 1 else card.text,
                str(card.likes),
            ]
            for group in groups
            for card in group.cards
        ],
    )


def _caption(sheet: Sheet) -> str:
    _ = translator(sheet.language).gettext
    if sheet.wall is None:
        return not_shown_text(sheet.nothing, sheet.language)
    if not sheet.wall.n:
        return no_answers_text(sheet.language)
    cards = list(chain.from_iterable(group.cards for group in titled(sheet.wall, sheet.language)))
    said = [_("Notes: {notes}, writers: {n}.").format(notes=len(cards), n=sheet.wall.n)]
    most = max((card.likes for card in cards), default=0)
    if most:
        first, last = _QUOTES[sheet.language]
        named = [f"{first}{card.text}{last}" for card in cards if card.likes == most]
        more = " …" if len(named) > _NAMED else ""
        words = _("Most liked: {notes} (likes: {likes}).")
        said.append(words.format(notes=", ".join(named[:_NAMED]) + more, likes=most))
    return " ".join(said)
