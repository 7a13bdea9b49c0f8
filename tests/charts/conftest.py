"""Results to draw: of a room, of a small group, of one person."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from verkostotyokalut.analysis import Results, group_results
from verkostotyokalut.framework import Instrument, instrument

Room = Callable[..., Results]


@pytest.fixture
def core() -> Instrument:
    return instrument("ydinelementit")


@pytest.fixture
def room(core: Instrument) -> Room:
    """Return a function that gives the results of a room of some size, the same each time."""

    def make(people: int = 24, hidden: int = 0, seed: int = 1) -> Results:
        codes = np.random.default_rng(seed).integers(1, 6, (people, len(core.items)), dtype=np.int8)
        codes[1:, :hidden] = 0  # one answer is left, and must not be seen
        return group_results(pd.DataFrame(codes, columns=list(core.item_ids)), core, 5)

    return make
