"""Keeps the server from being ended as idle while people act, and lets a forgotten one go.

Binder, a hub or Jupyter itself ends kernels and servers that nothing happens on. A room may talk
longer than they wait, and a forgotten page never falls silent by itself. So what counts is what
people do: an answer, a leader's press, a touch. Long after the last one pages and phones go to
rest, and then nothing is left that would look like use.
"""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from weakref import WeakKeyDictionary

from jupyter_server.auth.decorator import allow_unauthenticated, authorized
from jupyter_server.base.handlers import APIHandler
from jupyter_server.serverapp import ServerApp
from tornado import web
from tornado.ioloop import PeriodicCallback
from traitlets import Float, default
from traitlets.config import Configurable

from ..live import temporary
from .pages import Page
from .rooms import Rooms

FORGOTTEN = 90 * 60.0  # longer than a lunch


@dataclass
class Kernel:
    """What has been seen of a page's kernel: when it did something, and when we touched it."""

    acted: datetime
    touched: datetime | None = None


class Awake(Configurable):
    """Tells those who end idle servers whether people are here.

    Parameters
    ----------
    rooms
        The participants.
    server
        The server, and the kernels of the leader's pages.
    """

    forgotten_after = Float(
        min=0,
        help="Seconds after the last answer, press or touch when pages and phones go to rest;"
        " 0: never. By default they rest where idle servers are ended.",
    ).tag(config=True)
    look_every = Float(60, min=0.1, help="Seconds between two looks").tag(config=True)

    def __init__(self, rooms: Rooms, server: ServerApp) -> None:
        super().__init__(parent=server)
        self._rooms = rooms
        self._server = server
        self._seen: WeakKeyDictionary[Any, Kernel] = WeakKeyDictionary()

    @default("forgotten_after")
    def _where_idle_servers_end(self) -> float:
        ends = self._server.shutdown_no_activity_timeout > 0
        return FORGOTTEN if ends or "JUPYTERHUB_SERVICE_PREFIX" in os.environ else 0.0

    def start(self) -> None:
        """Begin to look; called with the event loop running."""
        self._rooms.observe(self.look)
        PeriodicCallback(self.look, self.look_every * 1000).start()

    def look(self) -> None:
        """Mark the server active if people take part who have not forgotten it."""
        if self.forgotten_after:
            self._rooms.let_rest(self.forgotten_after)
        if self._rooms.connected:
            self._mark(datetime.now(UTC))

    def keep(self, kernel_id: str, untouched: float) -> float:
        """Keep the kernel of an open page, and the server, unless the page has been forgotten.

        Parameters
        ----------
        kernel_id
            The page's kernel.
        untouched
            Seconds since somebody touched the page.

        Returns
        -------
        float
            Seconds that are left until the page is forgotten, if nobody does anything.

        Raises
        ------
        KeyError
            If there is no such kernel (any more).
        """
        kernels = self._server.kernel_manager
        if kernel_id not in kernels:
            raise KeyError(kernel_id)
        kernel: Any = kernels.get_kernel(kernel_id)  # Jupyter adds its last_activity
        now = datetime.now(UTC)
        seen = self._seen.setdefault(kernel, Kernel(kernel.last_activity))
        if kernel.last_activity != seen.touched:
            seen.acted = kernel.last_activity
        left = (self.forgotten_after or math.inf) - min(
            (now - seen.acted).total_seconds(), untouched
        )
        if left > 0:
            kernel.last_activity = seen.touched = now
            self._mark(now)
        return left

    def _mark(self, now: datetime) -> None:
        # Jupyter takes the latest of all settings that end so.
        self._server.web_app.settings["verkosto_last_activity"] = now


class PageAwake(APIHandler):
    """Where a leader's page asks, while it is open, if all is well with its kernel."""

    auth_resource = "kernels"
    _track_activity = False  # that the page is open is no activity

    def initialize(self, awake: Awake) -> None:
        self._awake = awake

    @web.authenticated
    @authorized
    def get(self, kernel_id: str) -> None:
        """Say how many seconds are left until the page is forgotten; null: it never is."""
        try:
            untouched = max(0.0, float(self.get_query_argument("untouched", "inf")))
            left = self._awake.keep(kernel_id, untouched)
        except ValueError:
            raise web.HTTPError(400) from None
        except KeyError:
            raise web.HTTPError(404) from None
        self.finish({"left": left if math.isfinite(left) else None})


class RestPage(Page):
    """Where a forgotten page goes: nothing runs here, and one press leads back."""

    @allow_unauthenticated
    def get(self) -> None:
        """Show the way back."""
        self.show("rest.html", self.preferred_language(), temporary=temporary.is_temporary())
