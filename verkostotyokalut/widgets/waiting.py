"""A process that has loaded all that a leader's page needs, and waits to be told its kernel's name.

The server keeps one (see `verkostotyokalut.server.waiting_kernel`) and tells it, as a line of JSON
on its standard input, what it would have told a new process: the arguments, the folder and the
environment.
"""

from __future__ import annotations

import json
import os
import sys

from ipykernel import kernelapp


def main() -> None:
    """Wait, and become the kernel; or end, when the server has gone."""
    order = sys.stdin.buffer.readline()
    if not order:
        return
    told = json.loads(order)
    os.environ.clear()
    os.environ.update(told["env"])
    if told["cwd"]:
        os.chdir(told["cwd"])
    sys.argv = told["argv"]
    kernelapp.launch_new_instance()
