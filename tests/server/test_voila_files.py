"""Pictures beside notebooks: not for those who only take part."""

from urllib.parse import quote

import pytest

from tests.serving import Server

from .test_pages import get

PICTURE = "notebooks/verkosto ja sykli.png"


@pytest.mark.parametrize("name", ["voila/files/{}", "voila/files/../voila/files/{}"])
async def test_a_picture_asks_for_the_login(server: Server, name: str) -> None:
    response = await get(server, name.format(quote(PICTURE)))
    assert response.code == 302
    assert response.headers["Location"].startswith("/login?next=")


async def test_the_leader_is_led_to_the_picture(server: Server) -> None:
    address = f"voila/files/{quote(PICTURE)}"
    response = await get(server, address, Authorization=f"token {server.token}")
    assert (response.code, response.headers["Location"]) == (302, f"/files/{quote(PICTURE)}")
