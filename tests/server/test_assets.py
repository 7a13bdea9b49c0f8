"""The front end's files: compressed, cached for good, and no way to any other file."""

import asyncio
import gzip
import re
import shutil
from pathlib import Path

import brotli
import pytest

from tests.server.test_pages import get
from tests.serving import Server
from verkostotyokalut.server.assets import FRONTEND, PLOTLY, Assets


@pytest.fixture(scope="module")
def digest() -> str:
    return Assets().digest


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("", None), ("deflate", None)],
)
@pytest.mark.parametrize("name", ["rest.js", "kinds/scale.js", "tokens.css"])
async def test_a_file_travels_compressed_as_the_browser_takes_it(
    server: Server, digest: str, name: str, accepted: str, coding: str | None
) -> None:
    response = await get(server, f"verkosto/static/{digest}/{name}", Accept_Encoding=accepted)
    assert response.code == 200
    assert response.headers.get("Content-Encoding") == coding
    assert "Accept-Encoding" in response.headers["Vary"]
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding]
    assert unpack(response.body) == Assets().packed(name, "identity")
    kind = "text/css" if name.endswith(".css") else "text/javascript"
    assert response.headers["Content-Type"] == f"{kind}; charset=utf-8"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"


async def test_a_line_is_let_go_when_a_file_has_come(server: Server, digest: str) -> None:
    """Or each phone would hold three beside its websocket."""
    host, port = server.base.split("/")[2].split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    path = f"/verkosto/static/{digest}/phone.js"
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    writer.close()
    assert head.startswith("HTTP/1.1 200")
    assert "\nConnection: close\r" in head


async def test_a_page_from_before_an_update_gets_the_new_file_uncached(server: Server) -> None:
    response = await get(server, "verkosto/static/0123abc/phone.js")
    assert response.code == 200
    assert response.headers["Cache-Control"] == "no-store"


async def test_plotly_is_served_whole_and_light(server: Server, digest: str) -> None:
    path = f"verkosto/static/{digest}/{PLOTLY}"
    response = await get(server, path, Accept_Encoding="br")
    assert response.headers["Content-Encoding"] == "br"
    assert len(response.body) < 400_000
    assert b"plotly.js (basic" in brotli.decompress(response.body)[:300]


@pytest.mark.parametrize(
    "name",
    [
        "eiole.js",
        "package.json",
        "types.d.ts",
        "../module.py",
        "..%2Fmodule.py",
        "kinds/../../module.py",
        "%2Fetc%2Fpasswd",
        "/etc/passwd",
        "kinds",
        "kinds/",
        ".",
    ],
)
async def test_no_other_file_is_served(server: Server, digest: str, name: str) -> None:
    response = await get(server, f"verkosto/static/{digest}/{name}")
    assert response.code == 404
    assert b"import" not in response.body


async def test_the_pages_name_the_files_by_what_is_in_them(server: Server, digest: str) -> None:
    words = (await get(server, "verkosto/")).body.decode()
    assert set(re.findall(r"verkosto/static/([^/]+)/", words)) == {digest}


def test_a_changed_file_has_a_new_address(tmp_path: Path, digest: str) -> None:
    own = tmp_path / "frontend"
    shutil.copytree(FRONTEND, own)
    assert Assets(own).digest == digest
    (own / "dom.js").write_bytes((FRONTEND / "dom.js").read_bytes() + b"\n")
    changed = Assets(own)
    assert re.fullmatch(r"[0-9a-f]{16}", changed.digest)
    assert changed.digest != digest


def test_the_participants_page_has_all_looks_in_one_file() -> None:
    whole = Assets().packed("phone.css", "identity")
    for file in [FRONTEND / "tokens.css", FRONTEND / "phone.css", *FRONTEND.glob("kinds/*.css")]:
        assert file.read_bytes() in whole


def test_a_file_is_as_it_was_written() -> None:
    for name in ("rest.js", "tokens.css", PLOTLY):
        assert Assets().packed(name, "identity") == (FRONTEND / name).read_bytes()
