"""The hub's own culler: it lets a workshop be, and ends the server of one that was forgotten.

It comes last here, for it ends every server of the hub that nobody uses.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import LAPTOP, PHONE, Visit
from tests.browser.test_workshop import answer, saved
from tests.waiting import until

from .asking import asking
from .hub import PATIENCE, Hub
from .test_login import log_in

UNUSED, FORGOTTEN = 6, 6  # seconds; a hub's are usually 3,600 and ours 5,400


@contextmanager
def culling(hub: Hub) -> Iterator[None]:
    """Run the culler as hubs do, but in a hurry."""
    culler = subprocess.Popen(
        [
            *(sys.executable, "-m", "jupyterhub_idle_culler", f"--url={hub.origin}/hub/api"),
            *(f"--timeout={UNUSED}", "--cull-every=1"),
        ],
        env={**os.environ, "JUPYTERHUB_API_TOKEN": hub.token},
    )
    try:
        yield
        assert culler.poll() is None
    finally:
        culler.terminate()
        culler.wait(PATIENCE)


def test_the_culler_lets_a_workshop_be_until_it_is_forgotten(
    login: Hub, visit: Visit, tmp_path: Path
) -> None:
    hurry = {"Awake": {"forgotten_after": FORGOTTEN, "look_every": 0.2}}
    (tmp_path / "jupyter_server_config.json").write_text(json.dumps(hurry))
    abandoned = [leader.name for leader in login.leaders]
    login.launch("cecilia", JUPYTER_CONFIG_PATH=str(tmp_path))
    login.wait_for_servers()
    here = login.leaders[-1]
    console = log_in(visit(**LAPTOP), here.name, here.base)
    expect(console.get_by_role("button", name="Aloita: Ydinelementit")).to_be_visible()
    page = visit(**PHONE).open(asking(here).url)
    values = cycle((4, 2))
    with culling(login):

        def others_are_gone() -> bool:
            answer(page, 0, next(values))
            saved(page)
            return not any(login.server(name) for name in abandoned)

        until(others_are_gone, PATIENCE)
        assert login.server(here.name)["ready"]
        # Everybody goes home, and leaves the console and the phone open.
        until(lambda: not login.server(here.name), PATIENCE)
    expect(page.get_by_role("button", name="Jatka")).to_be_visible()
