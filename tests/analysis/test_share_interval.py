"""Wilson's interval of a share, beside published values."""

import pytest

from verkostotyokalut.analysis import share_interval

# R. G. Newcombe (1998): Two-sided confidence intervals for the single proportion. Statistics in
# Medicine 17, 857-872, table I, method 3.
PUBLISHED = {
    (81, 263): (0.2553, 0.3662),
    (15, 148): (0.0624, 0.1605),
    (0, 20): (0.0, 0.1611),
    (1, 29): (0.0061, 0.1718),
}


@pytest.mark.parametrize(("of", "expected"), PUBLISHED.items())
def test_the_published_intervals(of: tuple[int, int], expected: tuple[float, float]) -> None:
    assert share_interval(*of) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("n", [1, 5, 12, 300])
def test_a_share_is_in_its_interval_and_the_counterpart_in_the_mirrored_one(n: int) -> None:
    for count in range(n + 1):
        lower, upper = share_interval(count, n)
        assert 0 <= lower <= count / n <= upper <= 1
        mirrored = share_interval(n - count, n)
        assert (1 - upper, 1 - lower) == pytest.approx(mirrored)


@pytest.mark.parametrize(("count", "n"), [(0, 0), (-1, 3), (4, 3), (float("nan"), 3)])
def test_what_is_no_share_is_refused(count: float, n: float) -> None:
    with pytest.raises(ValueError, match="is not a share"):
        share_interval(count, n)
