"""The pictures of the kind ``scale`` for groups, rounds or sessions beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from .....analysis import Comparison, Of, largest_gaps
from .....framework import Instrument, Language
from .....locales import translator
from ....beside.drawers import page_drawer
from ....beside.page import Page, page_twin
from ....beside.plan import Choose, Items, plans, widest_plan
from ....theme import Size
from ... import Drawer, Picture
from .bars import bars_page
from .lines import profile_page, profile_spec
from .medians import medians_page
from .slopes import slopes_spec
from .slopes_twin import slopes_twin

_PageOf = Callable[[Comparison, Instrument, tuple[Items, ...], Language], Page]
_Draw = Callable[[Comparison, int], Picture]


def comparison_pictures(
    instrument: Instrument, of: Of, language: Language, size: Size
) -> list[Drawer]:
    """Return the profile, the slopes of rounds and sessions, the medians and the answers.

    Parameters are those of `verkostotyokalut.charts.comparison_pictures`.
    """
    _ = translator(language).gettext

    def order(comparison: Comparison) -> Iterable[str]:
        return map(str, largest_gaps(comparison, instrument).index)

    def profile(comparison: Comparison, _minimum: int) -> Picture:
        page = profile_page(comparison, instrument, language)
        return Picture(profile_spec(page, size), lambda: page_twin(page, language))

    def slopes(choose: Choose) -> _Draw:
        def draw(comparison: Comparison, _minimum: int) -> Picture:
            items = choose(comparison)
            return Picture(
                slopes_spec(comparison, instrument, items, language, size=size),
                lambda: slopes_twin(comparison, instrument, items, language),
            )

        return draw

    def table(page_of: _PageOf, choose: Choose, comparison: Comparison) -> Page:
        return page_of(comparison, instrument, choose(comparison), language)

    pages = plans(instrument, of, language)
    drawers = [Drawer(_("Levels of the dimensions"), profile)] if instrument.dimensions[1:] else []
    if of in {Of.ROUNDS, Of.EARLIER}:
        drawers += [Drawer(plan.label(_("Change")), slopes(plan.choose)) for plan in pages]
    widest = widest_plan(instrument, of, language, order)
    for words, page_of, shown in (
        (_("Medians"), medians_page, [*widest, *pages]),
        (_("Distributions"), bars_page, pages),
    ):
        drawers += [
            page_drawer(plan.label(words), partial(table, page_of, plan.choose), language, size)
            for plan in shown
        ]
    return drawers
