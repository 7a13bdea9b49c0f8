"""Temporary servers, such as Binder's: they vanish in hours, with all that is in them.

The server says with ``VERKOSTO_STARTED`` when it started, in seconds since 1970; kernels inherit
it. BinderHub itself says with its own variables that the server is one of its.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

STARTED = "VERKOSTO_STARTED"
LASTS = timedelta(hours=6)  # mybinder.org's limit; what is idle is closed sooner
_BINDER = ("BINDER_LAUNCH_HOST", "BINDER_REPO_URL", "BINDER_SERVICE_HOST")


def is_temporary() -> bool:
    """Whether this server is a temporary one."""
    return any(os.environ.get(name) for name in _BINDER)


def ends() -> datetime | None:
    """Return when this server vanishes at the latest; None: it doesn't."""
    if not is_temporary():
        return None
    try:
        started = datetime.fromtimestamp(float(os.environ[STARTED]), UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        started = datetime.now(UTC)
    return started + LASTS
