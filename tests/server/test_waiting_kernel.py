"""A kernel in waiting becomes the kernel that was asked for, or leaves it to a new process."""

import asyncio
import json
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_server.serverapp import ServerApp
from traitlets.config import Config

from tests.waiting import soon
from verkostotyokalut.server import waiting_kernel
from verkostotyokalut.server.waiting_kernel import (
    PROVISIONER,
    WaitingKernel,
    WaitingProvisioner,
    keep_waiting,
)


@pytest.fixture
async def waiting(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[WaitingKernel]:
    """Keep a kernel in waiting in this process, as the server does in its own."""
    monkeypatch.setattr(waiting_kernel, "PAUSE", 0)
    monkeypatch.setattr(KernelProvisionerFactory, "_instance", None)
    factory = KernelProvisionerFactory.instance()
    factory.default_provisioner_name = PROVISIONER
    kept = WaitingKernel()
    monkeypatch.setattr(WaitingProvisioner, "waiting", kept)
    kept.start()
    yield kept
    await asyncio.sleep(0)  # the next one has been asked for by now
    process = kept._process
    if process is not None:
        assert process.stdin is not None
        process.stdin.close()
        # Nobody will tell it anything any more: it ends by itself, and well.
        assert await asyncio.to_thread(process.wait, 30) == 0


class Kernel:
    """A kernel that runs, and what it says."""

    def __init__(self, manager: AsyncKernelManager) -> None:
        self.manager = manager
        self.client = manager.client()

    @property
    def pid(self) -> int:
        assert isinstance(self.manager.provisioner, WaitingProvisioner)
        return int(self.manager.provisioner.pid or 0)

    async def ask(self, expression: str) -> Any:
        reply = await self.client.execute_interactive(
            "import json, os, sys", user_expressions={"told": f"json.dumps({expression})"}
        )
        told = reply["content"]["user_expressions"]["told"]
        assert told["status"] == "ok", told
        return json.loads(eval(told["data"]["text/plain"]))


@pytest.fixture
async def start(waiting: WaitingKernel) -> AsyncIterator[Any]:
    started: list[Kernel] = []

    async def start_one(spec: KernelSpec | None = None, **options: Any) -> Kernel:
        manager = AsyncKernelManager(kernel_name="python3")
        if spec is not None:
            manager._kernel_spec = spec
        await manager.start_kernel(**options)
        kernel = Kernel(manager)
        started.append(kernel)
        kernel.client.start_channels()
        await kernel.client.wait_for_ready(timeout=60)
        return kernel

    yield start_one
    for kernel in started:
        kernel.client.stop_channels()
        await kernel.manager.shutdown_kernel(now=True)


def pid_of(waiting: WaitingKernel) -> int:
    assert waiting._process is not None
    return waiting._process.pid


async def test_the_one_that_waits_becomes_the_kernel(
    waiting: WaitingKernel, start: Any, tmp_path: Path
) -> None:
    was = pid_of(waiting)
    words = {"SCRIPT_NAME": "/voila/render/ä.ipynb", "BAD": "\udcff", "LONG": "x" * 100_000}
    kernel = await start(env=os.environ | words, cwd=str(tmp_path))
    assert kernel.pid == was
    assert await kernel.ask("os.getpid()") == was
    assert await kernel.ask("os.getcwd()") == str(tmp_path)
    assert await kernel.ask("{name: os.environ[name] for name in ('SCRIPT_NAME', 'LONG')}") == {
        name: words[name] for name in ("SCRIPT_NAME", "LONG")
    }
    assert await kernel.ask("os.environb[b'BAD'] == bytes([255])") is True
    # Nothing differs from a kernel that was started by itself but what has been loaded.
    assert await kernel.ask("'verkostotyokalut.widgets.leader.desk' in sys.modules")
    assert await kernel.ask("[sys.path.count(''), os.getppid(), sys.stdin.read()]") == [
        1,
        os.getpid(),
        "",
    ]
    assert await kernel.ask("sys.argv[1:]") == ["-f", kernel.manager.connection_file]


async def test_another_waits_after_it_and_becomes_the_next(
    waiting: WaitingKernel, start: Any
) -> None:
    first, kernel = pid_of(waiting), await start()
    await soon(lambda: waiting._process is not None)
    second, other = pid_of(waiting), await start()
    assert (kernel.pid, other.pid) == (first, second)


async def test_it_can_be_interrupted_and_restarted(waiting: WaitingKernel, start: Any) -> None:
    kernel = await start()
    asked = kernel.client.execute("print('on', flush=True)\nwhile True: pass")
    while (await kernel.client.get_iopub_msg(timeout=30))["msg_type"] != "stream":
        pass
    await kernel.manager.interrupt_kernel()
    while (reply := await kernel.client.get_shell_msg(timeout=30))["parent_header"][
        "msg_id"
    ] != asked:
        pass
    assert reply["content"]["ename"] == "KeyboardInterrupt"
    before = kernel.pid
    await kernel.manager.restart_kernel(now=True)
    await kernel.client.wait_for_ready(timeout=60)
    assert await kernel.ask("os.getpid()") == kernel.pid != before


async def test_what_it_can_not_become_is_a_new_process(waiting: WaitingKernel, start: Any) -> None:
    was = pid_of(waiting)
    early = await start(env=os.environ | {"PYTHONHASHSEED": "0"})
    assert await early.ask("sys.flags.hash_randomization") == 0
    spec = KernelSpecManager().get_kernel_spec("python3")
    spec.argv = [spec.argv[0], "-X", "dev", *spec.argv[1:]]
    other = await start(spec)
    assert await other.ask("sys.flags.dev_mode")
    assert was == pid_of(waiting)
    assert was not in (early.pid, other.pid)


async def test_one_that_has_died_is_not_waited_for(waiting: WaitingKernel, start: Any) -> None:
    process = waiting._process
    assert process is not None
    process.kill()
    process.wait()
    kernel = await start()
    assert kernel.pid != process.pid
    assert await kernel.ask("1 + 1") == 2
    await soon(lambda: waiting._process is not process)


@pytest.mark.parametrize("how", ["variable", "configuration"])
def test_an_owner_who_names_a_provisioner_gets_it(
    how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "local-provisioner"
    monkeypatch.setattr(KernelProvisionerFactory, "_instance", None)
    server = ServerApp()
    if how == "variable":
        monkeypatch.setenv("JUPYTER_DEFAULT_PROVISIONER_NAME", name)
    else:
        server.update_config(
            Config({"KernelProvisionerFactory": {"default_provisioner_name": name}})
        )
    server.kernel_manager = None
    keep_waiting(server)
    assert KernelProvisionerFactory.instance().default_provisioner_name == name
    assert WaitingProvisioner.waiting is None
