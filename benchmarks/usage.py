"""How much processor each of the processes has used, and how loaded the computer was."""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass

import psutil


@dataclass(frozen=True)
class Use:
    """Processor use over some time.

    Attributes
    ----------
    cores
        Processor seconds per second, by name; ``others`` is what the rest of the computer used.
    load
        The load average of the last minute.
    """

    cores: dict[str, float]
    load: float


class Meter:
    """Measures processor use from when it is made.

    Parameters
    ----------
    groups
        Processes by the name to add them up under.
    """

    def __init__(self, groups: dict[str, list[psutil.Process]]) -> None:
        self._groups = groups
        self._before = self._read()
        self._busy = _busy()
        self._at = time.monotonic()

    def read(self) -> Use:
        """Return the use until now."""
        passed = time.monotonic() - self._at
        now = self._read()
        cores = {
            name: sum(now[pid] - self._before.get(pid, 0) for pid in self._pids(name) if pid in now)
            / passed
            for name in self._groups
        }
        cores["others"] = max(0.0, (_busy() - self._busy) / passed - sum(cores.values()))
        return Use(cores, os.getloadavg()[0])

    def _pids(self, name: str) -> list[int]:
        return [process.pid for process in self._groups[name]]

    def _read(self) -> dict[int, float]:
        found = {}
        for group in self._groups.values():
            for process in group:
                with contextlib.suppress(psutil.Error):
                    times = process.cpu_times()
                    found[process.pid] = float(times.user + times.system)
        return found


def own_processes() -> tuple[list[psutil.Process], list[psutil.Process]]:
    """Return Chromium's processes, and those that drive it and move the watched slider."""
    here = psutil.Process()
    browser, driver = [], [here]
    for child in here.children(recursive=True):
        with contextlib.suppress(psutil.Error):
            if "chrom" in child.name():
                browser.append(child)
            elif child.name().startswith(("node", "MainThread")):
                driver.append(child)
    return browser, driver


def _busy() -> float:
    times = psutil.cpu_times()
    idle = times.idle + getattr(times, "iowait", 0.0)
    return float(
        sum(times) - idle - getattr(times, "guest", 0.0) - getattr(times, "guest_nice", 0.0)
    )
