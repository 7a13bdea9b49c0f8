"""A room with no internet: a laptop and a phone, each a network namespace of its own.

The two are joined by cables that are called as Wi-Fi is, and nothing leads out.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

LAPTOP_AT = {"wlan0": "192.168.50.1", "wlan1": "10.42.0.1"}
PHONE_AT = {"wlan0": "192.168.50.7", "wlan1": "10.42.0.7"}


@dataclass(frozen=True)
class Computer:
    """A computer of the room: what runs a command on it."""

    pid: int

    @property
    def within(self) -> list[str]:
        mine = [] if os.geteuid() == 0 else ["--user", "--preserve-credentials"]
        return ["nsenter", f"--target={self.pid}", *mine, "--net", "--"]

    def run(self, command: str) -> None:
        subprocess.run([*self.within, "sh", "-ec", command], check=True, timeout=30)

    def program(self, folder: Path, program: str) -> Path:
        """Make a program that runs another one on this computer."""
        file = folder / f"{Path(program).name}-{self.pid}"
        file.write_text(f'#!/bin/sh\nexec {" ".join(self.within)} {program} "$@"\n')
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        return file


def can_be_made() -> bool:
    """Tell whether this machine lets us make such a room."""
    if not all(map(shutil.which, ("unshare", "nsenter", "ip"))):
        return False
    try:
        with room():
            return True
    except (OSError, subprocess.SubprocessError):
        return False


@contextmanager
def room() -> Iterator[tuple[Computer, Computer]]:
    """Make the laptop and the phone, and take them away at the end."""
    with ExitStack() as stack:
        mine = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
        laptop = stack.enter_context(_computer(["unshare", *mine, "--net"]))
        phone = stack.enter_context(_computer([*laptop.within, "unshare", "--net"]))
        for name, address in LAPTOP_AT.items():
            laptop.run(
                f"ip link add {name} type veth peer name {name} netns {phone.pid};"
                f"ip address add {address}/24 dev {name}; ip link set {name} up"
            )
            phone.run(f"ip address add {PHONE_AT[name]}/24 dev {name}; ip link set {name} up")
        for computer in (laptop, phone):
            computer.run("ip link set lo up")
        yield laptop, phone


@contextmanager
def _computer(command: list[str]) -> Iterator[Computer]:
    holder = subprocess.Popen(
        [*command, "sh", "-c", "echo $$; exec cat"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert holder.stdin is not None
        assert holder.stdout is not None
        told = holder.stdout.readline()
        if not told:
            raise OSError("no namespace was given")
        yield Computer(int(told))
        holder.stdin.close()
    finally:
        holder.kill()
        holder.wait()
