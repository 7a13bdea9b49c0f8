"""How sure a share is: Wilson's score interval.

E. B. Wilson (1927): Probable inference, the law of succession, and statistical inference. Journal
of the American Statistical Association 22, 209-212. Recommended for small samples by L. D. Brown,
T. T. Cai & A. DasGupta (2001): Interval estimation for a binomial proportion. Statistical Science
16, 101-133.
"""

from __future__ import annotations

from math import sqrt

Z = 1.959963984540054  # 0.975 quantile of the standard normal distribution


def share_interval(count: float, n: float) -> tuple[float, float]:
    """Compute the 95 % interval of a share.

    Like that of a median, it tells of the people whom those in the room could stand for; of the
    room itself the share is known.

    Parameters
    ----------
    count
        How many of ``n``, 0..n.
    n
        How many there are, at least 1.

    Returns
    -------
    lower, upper
        0..1.

    Raises
    ------
    ValueError
        If ``n`` is under 1 or ``count`` is not 0..n.
    """
    if not (n >= 1 and 0 <= count <= n):
        raise ValueError(f"{count!r} of {n!r} is not a share")
    share = count / n
    middle = (share + Z**2 / (2 * n)) / (1 + Z**2 / n)
    half = Z / (1 + Z**2 / n) * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    # no rounding error at the ends
    lower = middle - half if count else 0.0
    upper = middle + half if count < n else 1.0
    return lower, upper
