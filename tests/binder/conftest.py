"""The image, built once for all the tests here, and a real Chromium to open it in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.browser.conftest import browser, visit
from tests.serving import free_port
from tests.waiting import until

from .image import Image, build, started

__all__ = ["browser", "visit"]

BASE = "/user/maija-verkko-k3vw9q2x/"
TOKEN = "salainen-tunnus"


@dataclass(frozen=True)
class Opened:
    """An image that somebody has opened."""

    image: Image
    url: str
    log: Path

    def asks(self, path: str) -> Any:
        """Return what the server's API answers to somebody with the token."""
        with urlopen(f"{self.url}{path}?token={TOKEN}&no_track_activity=1", timeout=20) as answer:
            return json.load(answer)


@pytest.fixture(scope="session")
def image(tmp_path_factory: pytest.TempPathFactory) -> Image:
    return build(tmp_path_factory.mktemp("image"))


@pytest.fixture(scope="session")
def opened(image: Image, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    log = tmp_path_factory.mktemp("opened") / "log"
    port = free_port()
    server = Opened(image, f"http://localhost:{port}{BASE}", log)

    def up() -> bool:
        assert process.poll() is None, log.read_text()
        try:
            return bool(server.asks("api/status")["started"])
        except URLError:
            return False

    with started(image, log, base_url=BASE, port=port, token=TOKEN) as process:
        until(up, 60)
        yield server
