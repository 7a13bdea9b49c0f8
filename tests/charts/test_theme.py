"""The look: colours that can be told apart and read."""

import pytest

from verkostotyokalut.charts import COLOURS, TEMPLATE
from verkostotyokalut.charts.profile import OPACITY
from verkostotyokalut.charts.theme import FAINT, INK, INK_2, PAPER

Rgb = tuple[float, float, float]


def rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def contrast(one: Rgb, other: Rgb) -> float:
    """Compute the contrast ratio of WCAG 2."""

    def luminance(colour: Rgb) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colour", [INK, INK_2, *COLOURS.values()])
def test_text_can_be_read_on_paper(colour: str) -> None:
    assert contrast(rgb(colour), rgb(PAPER)) >= 4.5


@pytest.mark.parametrize("colour", COLOURS.values())
def test_the_large_white_numbers_can_be_read_on_petals(colour: str) -> None:
    petal = tuple(
        OPACITY * over + (1 - OPACITY) * under
        for over, under in zip(rgb(colour), rgb(PAPER), strict=True)
    )
    assert contrast((1, 1, 1), petal) >= 3  # type: ignore[arg-type]


def test_faint_lines_are_fainter_than_text() -> None:
    assert contrast(rgb(FAINT), rgb(PAPER)) < contrast(rgb(INK_2), rgb(PAPER))


def test_axes_stand_still() -> None:
    for axis in ("xaxis", "yaxis"):
        assert TEMPLATE["layout"][axis]["fixedrange"]
