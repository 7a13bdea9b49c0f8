"""A kernel in waiting: a leader's page gets a process that has loaded already what it needs."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any, ClassVar

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.launcher import launch_kernel
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from jupyter_server.serverapp import ServerApp

PROVISIONER = "verkosto-waiting"  # the name of the entry point
# Seconds from a kernel's start to the next one's wait: its page has the processor first.
PAUSE = 3.0
# Not `-m`: the folder that the server was started in must not be where modules are looked for.
_WAIT = "import sys; del sys.path[0]; from verkostotyokalut.widgets.waiting import main; main()"
_KERNEL = ["-m", "ipykernel_launcher"]
# What these say is read as Python or a library starts, and can't be said later.
_EARLY = ("PYTHON", "LC_", "LANG", "TZ", "LD_", "DYLD_", "OMP_", "OPENBLAS_", "MKL_")


class WaitingKernel:
    """Keeps one process that waits to become a kernel.

    Its modules take a second and a half of processor to load, which a page would wait for; about
    100 MB are the price.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start a process that waits, unless there is one."""
        if self._process is None or self._process.poll() is not None:
            self._process = launch_kernel([sys.executable, "-c", _WAIT], stdin=subprocess.PIPE)

    async def become(
        self, cmd: list[str], *, env: dict[str, str], cwd: str | None = None, **others: Any
    ) -> subprocess.Popen[bytes] | None:
        """Make the waiting process the kernel that ``cmd`` would start.

        Returns
        -------
        Popen or None
            The kernel's process; ``None`` if none waits, or it can't become what is asked for.
        """
        asyncio.get_running_loop().call_later(PAUSE, self.start)
        head, process = [sys.executable, *_KERNEL], self._process
        if process is None or process.poll() is not None:
            return None
        if others or cmd[: len(head)] != head or _early(env) != _early(os.environ):
            return None
        self._process = None
        order = {
            "argv": cmd[len(head) - 1 :],
            "cwd": cwd,
            "env": {**env, "JPY_PARENT_PID": str(os.getpid())},
        }
        try:
            await asyncio.to_thread(_tell, process, json.dumps(order).encode())
        except OSError:
            return None  # it has died
        return process


class WaitingProvisioner(LocalProvisioner):
    """Starts kernels on this machine, out of the one that waits if it can."""

    waiting: ClassVar[WaitingKernel | None] = None

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Launch a kernel with a command."""
        process = None
        if self.waiting is not None and "env" in kwargs:
            process = await self.waiting.become(cmd, **self._scrub_kwargs(kwargs))
        if process is None:
            return await super().launch_kernel(cmd, **kwargs)
        self.process, self.pid, self.pgid = process, process.pid, os.getpgid(process.pid)
        self.cwd = kwargs.get("cwd")
        return self.connection_info


def keep_waiting(server: ServerApp) -> None:
    """Keep a kernel in waiting for a server.

    Not where its owner has named a provisioner, be it Jupyter's own ``local-provisioner``, nor on
    Windows, where a kernel is given handles as its process starts.
    """
    factory = KernelProvisionerFactory.instance(parent=server.kernel_manager)
    named = (
        factory.default_provisioner_name_env in os.environ
        or "default_provisioner_name" in server.config.KernelProvisionerFactory
    )
    if os.name == "posix" and not named:
        factory.default_provisioner_name = PROVISIONER
        WaitingProvisioner.waiting = WaitingKernel()
        WaitingProvisioner.waiting.start()


def _tell(process: subprocess.Popen[bytes], order: bytes) -> None:
    assert process.stdin is not None
    with process.stdin as pipe:
        pipe.write(order + b"\n")


def _early(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: told for name, told in environment.items() if name.startswith(_EARLY)}
