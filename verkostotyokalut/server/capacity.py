"""What the server's process needs to serve thousands of phones at once."""

from __future__ import annotations

import gc
import logging

OTHERS = 500  # files and connections besides the participants' pages
# New objects that a collection waits for. Python's own 700 is a handful of messages: everything
# on its way counts as lasting then, and all that the server holds is gone through again and again.
GARBAGE = 50_000


def spare_collector() -> None:
    """See that the garbage collector seldom stops everybody, and for a short time.

    In a room of a thousand it took a third of the server's time, a quarter of a second at once.
    """
    gc.collect()
    gc.freeze()  # what the server is made of stays, and is not gone through again
    gc.set_threshold(GARBAGE)


def allow_files(connections: int, log: logging.Logger) -> None:
    """Let the process have a file open for each of so many connections, as far as it may."""
    try:
        import resource
    except ImportError:  # Windows, which doesn't count
        return
    wanted = connections + OTHERS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < allowed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    if allowed < wanted:
        log.warning(
            "verkostotyökalut: the system allows %d open files, so some %d pages can be connected,"
            " not %d; allow more (ulimit -n), or set c.Limits.connections",
            allowed,
            allowed - OTHERS,
            connections,
        )
