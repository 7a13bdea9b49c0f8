"""A small instrument, and tables of answers that hypothesis draws."""

import pytest

from verkostotyokalut.framework import Instrument, instrument


@pytest.fixture
def core() -> Instrument:
    return instrument("ydinelementit")
