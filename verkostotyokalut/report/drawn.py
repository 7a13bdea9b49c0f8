"""The pictures of what the room was shown, as a report has them."""

from __future__ import annotations

from typing import Any, NamedTuple

from markupsafe import Markup

from ..charts import Drawer, Twin, comparison_pictures, pictures
from ..charts.svg import svg
from ..framework import Language
from .shown import Shown

WIDEST = 1300  # pixels of a projector's picture whose words can still be read on paper


class Drawn(NamedTuple):
    """A picture; a ``small`` one is made for a panel, and is enlarged."""

    label: str
    small: bool
    drawing: Markup
    twin: Twin
    key: tuple[tuple[str, str], ...]


def of_results(one: Shown, language: Language, minimum: int, named: str) -> list[Drawn]:
    """Draw a round's results; ``named`` says which round, if there are several."""
    screen = pictures(one.instrument, language, "screen")
    panel = pictures(one.instrument, language, "console")
    return _drawn(screen, panel, one.results, minimum, named)


def of_comparisons(one: Shown, language: Language, minimum: int, named: str) -> list[Drawn]:
    """Draw what was set beside each other in a round; its notes are in the words below."""
    found = []
    for comparison in one.compared:
        screen, panel = (
            comparison_pictures(one.instrument, comparison.of, language, size)
            for size in ("screen", "console")
        )
        bare = comparison._replace(notes=())  # a picture with its words has no need of them
        for drawn in _drawn(screen, panel, bare, minimum, named):
            caption = " ".join(filter(None, [drawn.twin["caption"], *comparison.notes]))
            found.append(drawn._replace(twin={**drawn.twin, "caption": caption}))
    return found


def _drawn(
    screen: list[Drawer], panel: list[Drawer], results: Any, minimum: int, named: str
) -> list[Drawn]:
    smaller = {drawer.title: drawer for drawer in panel}
    found = []
    for drawer in screen:
        drawn = drawer.draw(results, minimum)
        small = drawn.figure["layout"]["meta"]["width"] > WIDEST and drawer.title in smaller
        if small:
            drawn = smaller[drawer.title].draw(results, minimum)
        label = f"{drawer.title}, {named}" if named else drawer.title
        drawing = Markup(svg(drawn.figure, label, drawn.twin["caption"], trim=True))
        found.append(Drawn(label, small, drawing, drawn.twin, drawer.key))
    return found
