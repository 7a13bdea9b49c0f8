"""A leader's page gets a kernel that has waited for it, and the next page the next one."""

from __future__ import annotations

from pathlib import Path

import psutil
from playwright.sync_api import expect

from .conftest import LAPTOP, PROJECTOR, Server, Visit, until


def test_each_page_gets_the_kernel_that_has_waited(tmp_path: Path, visit: Visit) -> None:
    server = Server(tmp_path, waiting=True)
    try:
        taken: set[psutil.Process] = set()

        def one_waits() -> bool:
            """Another process is there, and listens to nobody yet."""
            there = set(psutil.Process(server.process.pid).children()) - taken
            return len(there) == 1 and not next(iter(there)).net_connections("tcp")

        for device, address in ((LAPTOP, server.leader_url), (PROJECTOR, server.screen_url)):
            until(one_waits, "a kernel waits")
            taken |= set(psutil.Process(server.process.pid).children())
            leader = visit(**device)
            page = leader.open(address)
            expect(page.get_by_role("heading", level=1).first).to_be_visible()
            assert leader.faults == []
            assert all(
                any(line.status == psutil.CONN_LISTEN for line in kernel.net_connections("tcp"))
                for kernel in taken
            )
    finally:
        server.stop()
