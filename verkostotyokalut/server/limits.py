"""How much a participant may ask of the server; a whole venue often shares one address."""

from __future__ import annotations

import time
from collections.abc import Callable

from traitlets import Float, Int
from traitlets.config import Configurable

MESSAGE_BYTES = 4096


class Limits(Configurable):
    """Limits that a server's owner may change, as ``c.Limits.…`` in Jupyter's configuration."""

    connections = Int(5_000, help="Participants' pages connected at once").tag(config=True)
    participants = Int(5_000, help="Participants in one session").tag(config=True)
    messages_per_second = Float(20, help="Messages of one page, on average").tag(config=True)
    burst = Int(100, help="Messages of one page, at once").tag(config=True)
    wrong_codes_per_second = Float(5, help="Wrong join codes, all together").tag(config=True)
    wrong_codes_burst = Int(100, help="Wrong join codes at once, all together").tag(config=True)


class Allowance:
    """So many at once, and so many a second after that (a token bucket)."""

    __slots__ = ("_at", "_burst", "_clock", "_left", "_rate")

    def __init__(
        self, rate: float, burst: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._left = float(burst)
        self._at = clock()

    def take(self) -> bool:
        """Use one, if there is one left."""
        now = self._clock()
        self._left = min(self._burst, self._left + (now - self._at) * self._rate)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
