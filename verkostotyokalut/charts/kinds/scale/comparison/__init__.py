"""The pictures of the kind ``scale`` for groups, rounds or sessions beside each other."""

from __future__ import annotations

from collections.abc import Callable

from .....analysis import Comparison, Of
from .....framework import Instrument, Language
from .....locales import translator
from ....beside.grid import grid_spec
from ....beside.page import Page, page_twin
from ....beside.plan import Band, count_of_pages, plans, widest_first
from ....theme import Size
from ... import Drawer, Picture
from .bars import bars_page
from .lines import profile_page, profile_spec
from .medians import medians_page
from .slopes import slopes_spec
from .slopes_twin import slopes_twin

Choose = Callable[[Comparison], tuple[Band, ...]]
PageOf = Callable[[Comparison, Instrument, tuple[Band, ...], Language], Page]


def comparison_pictures(
    instrument: Instrument, of: Of, language: Language, size: Size, *, widest: bool = False
) -> list[Drawer]:
    """Return the profile, the slopes of rounds and sessions, the medians and the answers.

    Parameters are those of `verkostotyokalut.charts.comparison_pictures`.
    """
    _ = translator(language).gettext
    chosen = _chosen(instrument, of, language, widest)
    drawers = [] if len(instrument.dimensions) == 1 else [_profile(instrument, language, size)]

    def slopes(bands: Choose) -> Callable[[Comparison, int], Picture]:
        def draw(comparison: Comparison, _minimum: int) -> Picture:
            shown = bands(comparison)
            return Picture(
                slopes_spec(comparison, instrument, shown, language, size=size),
                lambda: slopes_twin(comparison, instrument, shown, language),
            )

        return draw

    def table(page_of: PageOf) -> Callable[[Choose], Callable[[Comparison, int], Picture]]:
        def drawn(bands: Choose) -> Callable[[Comparison, int], Picture]:
            def draw(comparison: Comparison, _minimum: int) -> Picture:
                page = page_of(comparison, instrument, bands(comparison), language)
                return Picture(grid_spec(page, size), lambda: page_twin(page, language))

            return draw

        return drawn

    pages = [(_("Medians"), table(medians_page)), (_("Distributions"), table(bars_page))]
    if of is not Of.GROUPS:
        pages.insert(0, (_("Change"), slopes))
    for label, make in pages:
        drawers += [
            Drawer(f"{label}: {name}" if name else label, make(bands)) for name, bands in chosen
        ]
    return drawers


def _profile(instrument: Instrument, language: Language, size: Size) -> Drawer:
    def draw(comparison: Comparison, _minimum: int) -> Picture:
        page = profile_page(comparison, instrument, language)
        return Picture(profile_spec(page, size), lambda: page_twin(page, language))

    return Drawer(translator(language).gettext("Levels of the dimensions"), draw)


def _chosen(
    instrument: Instrument, of: Of, language: Language, widest: bool
) -> list[tuple[str, Choose]]:
    """Return the pages' names, and for each a function that chooses its items."""
    if not widest:
        return [(plan.name, _fixed(plan.bands)) for plan in plans(instrument, of, language)]
    name = translator(language).gettext("widest gaps {turn}/{of}")
    count = count_of_pages(instrument, of)

    def page(turn: int) -> Choose:
        return lambda comparison: widest_first(comparison, instrument, turn, language)

    return [(name.format(turn=turn + 1, of=count), page(turn)) for turn in range(count)]


def _fixed(bands: tuple[Band, ...]) -> Choose:
    return lambda _comparison: bands
