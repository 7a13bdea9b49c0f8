"""A server makes room for thousands of connections, and spares itself the collector's rounds."""

import gc
import logging
from collections.abc import Iterator

import pytest

from verkostotyokalut.server.capacity import OTHERS, allow_files, spare_collector

resource = pytest.importorskip("resource")
LOG = logging.getLogger("test")


@pytest.fixture
def soft_and_hard() -> Iterator[tuple[int, int]]:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    yield before
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


def test_there_is_a_file_for_every_connection(
    soft_and_hard: tuple[int, int], caplog: pytest.LogCaptureFixture
) -> None:
    _, hard = soft_and_hard
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
    allow_files(200, LOG)
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == (200 + OTHERS, hard)
    allow_files(100, LOG)  # never less than there was
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == (200 + OTHERS, hard)
    assert caplog.text == ""


def test_too_few_files_are_told(
    soft_and_hard: tuple[int, int], caplog: pytest.LogCaptureFixture
) -> None:
    _, hard = soft_and_hard
    if hard == resource.RLIM_INFINITY:
        pytest.skip("this system allows any number")
    allow_files(hard, LOG)
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == (hard, hard)
    assert f"some {hard - OTHERS} pages" in caplog.text


def test_what_is_there_is_not_gone_through_again() -> None:
    before, kept = gc.get_threshold(), [object()]
    assert any(thing is kept for thing in gc.get_objects())
    try:
        spare_collector()
        assert not any(thing is kept for thing in gc.get_objects())
        assert gc.get_threshold()[0] > before[0]
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
