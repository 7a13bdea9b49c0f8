"""One real server for all the tests that only talk with it."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.serving import Server, serving

# How long one example takes says more of what else the machine is doing.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("server")) as running:
        yield running
