"""A server that starts before its database waits for it, and opens nothing but our own pages."""

import asyncio
import logging
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.many.conftest import Place
from tests.waiting import soon
from verkostotyokalut.live import StorageError, Trouble
from verkostotyokalut.live.database import VARIABLE
from verkostotyokalut.server import opening

LOG = logging.getLogger("test")


async def test_a_database_that_is_starting_is_waited_for(
    place: Place, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(VARIABLE, place.postgresql.url)
    await asyncio.to_thread(place.postgresql.stop)
    opened = asyncio.create_task(asyncio.to_thread(opening.open_store, LOG))
    await soon(lambda: "can't be reached yet" in caplog.text)
    await asyncio.to_thread(place.postgresql.start)
    (await opened).close()


def test_a_database_that_does_not_come_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "postgresql://nobody@127.0.0.1:9/nothing")
    monkeypatch.setattr(opening, "PATIENCE", 0.1)
    with pytest.raises(StorageError) as error:
        opening.open_store(LOG)
    assert error.value.trouble is Trouble.UNREACHABLE


def test_other_trouble_is_told_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "verkosto.sqlite").write_bytes(b"something else entirely" * 100)
    monkeypatch.setenv(VARIABLE, f"sqlite:///{tmp_path / 'verkosto.sqlite'}")
    with pytest.raises(StorageError):
        opening.open_store(LOG)
    assert caplog.text == ""


@pytest.mark.parametrize(
    "path", ["lab", "tree", "voila", "terminals/1", "api/terminals", "api/kernels", "api/contents"]
)
def test_a_participants_server_opens_nothing_of_jupyters_own(place: Place, path: str) -> None:
    with pytest.raises(HTTPError) as error:
        urlopen(f"http://127.0.0.1:{place.members[1].port}/{path}", timeout=15)
    assert error.value.code in {403, 404}
