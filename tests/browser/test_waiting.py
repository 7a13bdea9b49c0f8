"""A leader's page gets a kernel that has waited for it, and the next page the next one."""

from __future__ import annotations

from pathlib import Path

import psutil
from playwright.sync_api import expect

from .conftest import LAPTOP, PROJECTOR, Server, Visit, until


def listens(kernel: psutil.Process) -> bool:
    """Say whether a process is a kernel that works, not one that waits."""
    return any(line.status == psutil.CONN_LISTEN for line in kernel.net_connections("tcp"))


def test_each_page_gets_the_kernel_that_has_waited(tmp_path: Path, visit: Visit) -> None:
    server = Server(tmp_path, waiting=True)
    try:
        taken: list[psutil.Process] = []

        def waiting() -> list[psutil.Process]:
            children = psutil.Process(server.process.pid).children()
            return [
                child
                for child in children
                if child not in taken and any("widgets.waiting" in word for word in child.cmdline())
            ]

        for device, address in ((LAPTOP, server.leader_url), (PROJECTOR, server.screen_url)):
            (kernel,) = until(waiting, "a kernel waits")
            assert not listens(kernel)
            taken.append(kernel)
            leader = visit(**device)
            page = leader.open(address)
            expect(page.get_by_role("heading", level=1).first).to_be_visible()
            assert leader.faults == []
            assert listens(kernel)
    finally:
        server.stop()
