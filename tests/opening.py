"""That a command which was installed somehow lists its workshops, and opens one."""

import re
from collections.abc import Sequence
from pathlib import Path

from tornado.httpclient import AsyncHTTPClient

from tests.cli.running import run
from tests.serving import serving
from verkostotyokalut.framework import workshop_ids


async def opens_a_workshop(program: Sequence[str], folder: Path, **more: str) -> None:
    """Run ``program`` in ``folder``, in an environment with nothing of the user's but ``more``."""
    listed = run(folder, "workshops", program=program, **more)
    assert listed.returncode == 0, listed.stderr
    assert re.findall(r"^(\S+)  ", listed.stdout, re.M) == workshop_ids()
    with serving(folder, program=program, **more) as server:
        fetch = AsyncHTTPClient(defaults={"request_timeout": 60}).fetch
        phone = await fetch(server.told["join_url"])
        assert b"verkosto-data" in phone.body
        script = re.search(rb'src="(/verkosto/static/[^"]+/phone\.js)"', phone.body)
        assert script is not None
        assert (await fetch(server.base + script[1].decode().lstrip("/"))).code == 200
        console = (await fetch(server.told["leader_url"])).body.decode()
        assert "application/vnd.jupyter.widget-view+json" in console
        assert "voila/templates/verkosto/static/page.js" in console
        assert '"load": "static/patience.js"' in console
        assert "Traceback" not in console
