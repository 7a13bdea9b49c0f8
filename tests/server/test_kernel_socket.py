"""No message waits on the server until the one before it has been acknowledged."""

import asyncio
import ctypes
import os
import socket
import sys

import psutil
import pytest
from websockets.asyncio.client import ClientConnection

from tests.kernel import connected, start
from tests.server.phone import joined
from tests.serving import Server
from verkostotyokalut.live import Action

PIDFD_GETFD = 438  # Linux's system call that copies a file of another process

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into the server's process")


def holds_back(line: ClientConnection) -> bool:
    """Tell whether the server's end of a line keeps small messages waiting."""
    here, there = line.local_address[:2], line.remote_address[:2]
    (end,) = (
        one for one in psutil.net_connections("tcp") if (one.laddr, one.raddr) == (there, here)
    )
    process = os.pidfd_open(end.pid)
    copy = ctypes.CDLL(None, use_errno=True).syscall(PIDFD_GETFD, process, end.fd, 0)
    os.close(process)
    assert copy >= 0, os.strerror(ctypes.get_errno())
    with socket.socket(fileno=copy) as copied:
        return not copied.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


async def test_a_phone_hears_at_once(server: Server) -> None:
    session = server.new(Action.START)
    async with joined(server.socket(session.code)) as phone:
        assert not holds_back(phone.line)


async def test_a_leaders_page_hears_its_kernel_at_once(server: Server) -> None:
    async with connected(server, await asyncio.to_thread(start, server)) as kernel:
        assert await kernel.run("print('here')") == "here"
        assert not holds_back(kernel.line)
