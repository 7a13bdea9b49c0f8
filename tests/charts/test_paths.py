"""Outlines: where the dots and petals are."""

import re
from math import atan2, hypot, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.charts.paths import band, number, pill, ring, sector, stack

SHAPES = st.sampled_from(["circle", "square", "triangle"])


def starts(outline: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"M([\d.-]+),([\d.-]+)", outline)]


def points(outline: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"([\d.-]+),([\d.-]+)", outline)]


@given(SHAPES, st.integers(1, 300), st.integers(1, 30))
def test_a_stack_has_every_dot_once_and_stays_in_its_block(
    shape: str, count: int, columns: int
) -> None:
    dots = starts(stack(shape, 500.0, 400.0, count, columns, 10.0, 8.0))  # type: ignore[arg-type]
    assert len(dots) == len(set(dots)) == count
    rows = -(-count // columns)
    assert all(500 - columns * 5 <= x <= 500 + columns * 5 for x, _ in dots)
    assert all(400 - rows * 5 <= y <= 400 + rows * 5 for _, y in dots)


@pytest.mark.parametrize("shape", ["circle", "square", "triangle"])
def test_one_dot_is_in_the_middle(shape: str) -> None:
    (x, y), *_ = starts(stack(shape, 50.0, 40.0, 1, 9, 10.0, 8.0))  # type: ignore[arg-type]
    assert (x, y) in {(46, 40), (46, 36), (46, 44)}


def test_a_sector_reaches_from_the_middle_to_its_arc() -> None:
    outline = sector(100, 100, 50, 0, pi / 2)
    assert outline.startswith("M100,100L100,50C")
    assert outline.endswith("150,100Z")


def test_a_ring_is_round() -> None:
    ends = re.findall(r"([\d.-]+),([\d.-]+)(?=[CZ])", ring(0, 0, 100))
    assert len(ends) == 9
    assert all(hypot(float(x), float(y)) == pytest.approx(100, abs=0.1) for x, y in ends)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.7])
def test_a_part_of_a_band_begins_on_the_edge_of_the_whole(share: float) -> None:
    # the whole's edge goes straight from its inner end to the notch and from there to its outer
    whole = band(0, 0, 100, 140, 0, 1, arrow=12)
    x, y = points(whole)[0]
    assert (x, y) == (0, -140)
    x, y = points(band(0, 0, 100, 140, 0, 1, arrow=12, share=share))[0]
    assert hypot(x, y) == pytest.approx(100 + 40 * share, abs=0.1)
    assert atan2(x, -y) == pytest.approx(12 / 120 * min(2 * share, 2 - 2 * share), abs=0.002)


def test_a_pill_of_no_length_is_still_seen() -> None:
    xs = [x for x, _ in points(pill(100, 100, 50, 20))]
    assert min(xs) < 90
    assert max(xs) > 110


def test_coordinates_are_short() -> None:
    assert [number(value) for value in (3.0, 3.14159, -0.26)] == ["3", "3.1", "-0.3"]
