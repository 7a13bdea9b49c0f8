"""The agreement board in words: what is least agreed, and where views differ the most."""

from __future__ import annotations

from collections.abc import Callable

from ....framework import Language
from ....locales import translator
from ...terms import hidden_text, nothing_text, number, percent_text
from ...twin import Twin
from .rows import Group, Row
from .words import Words

_NONE = "–"
_NAMED = 3  # so many are named in a sentence


def board_twin(found: list[Row], words: Words, language: Language, minimum: int) -> Twin:
    """Say what the board shows."""
    _ = translator(language).gettext
    return Twin(
        caption=_sentence(found, words, language) or _nothing(found, language, minimum),
        columns=[_("Dimension"), _("Item"), *words.names, _("Don't know"), _("n")],
        rows=[
            [row.dimension.title.into(language), row.label, *_cells(row, language, minimum)]
            for row in found
        ],
    )


def dimensions_twin(found: list[Group], words: Words, language: Language, minimum: int) -> Twin:
    """Say what the dimensions' picture shows."""
    _ = translator(language).gettext
    shown = [group for group in found if group.shown]
    caption = words.most.format(
        agreed=sum(group.agreed for group in found), n=sum(group.items for group in found)
    )
    rows = [group.row for group in found]
    return Twin(
        caption=caption if shown else _nothing(rows, language, minimum),
        columns=[
            _("Dimension"),
            words.column,
            *words.names,
            _("Don't know"),
            _("n"),
        ],
        rows=[
            [
                group.row.label,
                f"{group.agreed}/{group.items}" if group.shown else _NONE,
                *_cells(group.row, language, minimum),
            ]
            for group in found
        ],
    )


def _cells(row: Row, language: Language, minimum: int) -> list[str]:
    if row.states is None:
        return [_NONE] * 4 + [hidden_text(minimum, language, detail=True)]
    return [number(count, language) for count in (*row.states, row.dont_know, row.n)]


def _sentence(found: list[Row], words: Words, language: Language) -> str:
    """Name what is least agreed, and what is most disputed: agreed for some, not yet for others."""
    shown = [row for row in found if row.n]
    if not shown:
        return ""
    least, share = _first(shown, lambda row: -row.share(0))
    said = [words.least.format(items=least, share=percent_text(-share, language))]
    disputed, split = _first(shown, lambda row: min(row.share(0), row.share(2)))
    if split > 0:
        said.append(words.disputed.format(items=disputed))
    return " ".join(said)


def _first(rows: list[Row], measure: Callable[[Row], float]) -> tuple[str, float]:
    """Return the names of the rows where a measure is the greatest, and how great it is."""
    most = max(map(measure, rows))
    names = [row.label for row in rows if measure(row) == most]
    more = "…" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more, most


def _nothing(found: list[Row], language: Language, minimum: int) -> str:
    hidden = any(row.states is None for row in found)
    return nothing_text(hidden, minimum, language, detail=True)
