"""The Jupyter Server extension: participants' pages beside JupyterLab and Voilà."""

from __future__ import annotations

import logging
import os
import threading
import time
from typing import Any

from jupyter_server.serverapp import ServerApp
from jupyter_server.utils import url_path_join
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.web import GZipContentEncoding
from traitlets.config import Config

from ..live import StorageError, sessions, temporary
from .assets import PLOTLY, AssetHandler, Assets
from .awake import Awake, PageAwake, RestPage
from .capacity import allow_files, spare_collector
from .kernel_socket import hold_nothing_back
from .limits import Allowance, Limits
from .opening import open_store
from .pages import JoinPage, ParticipantPage
from .rehearsals import Rehearsals, own_address
from .rooms import Rooms
from .socket import ParticipantSocket
from .voila_files import VoilaFiles
from .waiting_kernel import keep_waiting

TIDY_EVERY = 24 * 3600 * 1000  # milliseconds between two looks for sessions whose time is up


async def tidy(rooms: Rooms, log: logging.Logger) -> None:
    """Delete the sessions whose time is up; the log tells how many, never what was in them."""
    try:
        old = await rooms.run(sessions.delete_old, rooms.db)
    except StorageError as error:
        log.warning("verkostotyökalut: old sessions could not be deleted: %s", error)
        return
    if old:
        log.info("verkostotyökalut: %d old sessions were deleted, as their leaders wished", old)


def load(server: ServerApp) -> None:
    """Add the participants' addresses to a server.

    Raises
    ------
    StorageError
        If the store can't be used; the server says so in its log and runs without us.
    """
    limits = Limits(parent=server)
    rooms = Rooms(open_store(server.log), limits)
    allow_files(limits.connections, server.log)
    awake = Awake(rooms, server)
    assets = Assets()
    wrong_codes = Allowance(limits.wrong_codes_per_second, limits.wrong_codes_burst)
    pages: dict[str, Any] = {"rooms": rooms, "assets": assets, "wrong_codes": wrong_codes}
    base = server.web_app.settings["base_url"]

    def at(path: str) -> str:
        return url_path_join(base, "verkosto", path)

    server.web_app.add_handlers(  # type: ignore[no-untyped-call]
        ".*$",
        [
            (at("/?"), JoinPage, pages),
            (at(r"l/([^/]+)/?"), ParticipantPage, pages),
            (at(r"l/([^/]+)/live"), ParticipantSocket, {"rooms": rooms}),
            (at(r"static/([0-9a-f]+)/([\w./-]+)"), AssetHandler, {"assets": assets}),
            (at(r"page/([\w-]+)"), PageAwake, {"awake": awake}),
            (at("rest"), RestPage, pages),
            (url_path_join(base, r"voila/files/(.*)"), VoilaFiles),
        ],
    )
    # Voilà's own files travel as they are, 3 MB to a leader's page; compressed they are a third.
    server.web_app.add_transform(GZipContentEncoding)
    # So do the projector's pictures, up to 160 kB a frame in a large room.
    if server.websocket_compression_options is None:
        packed = {"compression_level": 1}
        server.web_app.settings["websocket_compression_options"] = packed
    hold_nothing_back(server)
    plotly = f"verkosto/static/{assets.digest}/{PLOTLY}"
    os.environ["VERKOSTO_PLOTLY"] = plotly  # the kernels' charts load it from there
    os.environ[temporary.STARTED] = str(time.time())
    ours = {"plotly": url_path_join(base, plotly), "temporary": temporary.is_temporary()}
    page = {"extension_config": {"verkosto": ours}}
    server.update_config(Config({"VoilaConfiguration": page}))

    def begin() -> None:
        rooms.start()
        awake.start()
        Rehearsals(rooms, own_address(server)).start()
        tidying = PeriodicCallback(lambda: tidy(rooms, server.log), TIDY_EVERY)
        tidying.start()
        IOLoop.current().add_callback(tidying.callback)
        threading.Thread(target=assets.warm, name="verkosto-assets", daemon=True).start()
        spare_collector()
        keep_waiting(server)

    IOLoop.current().add_callback(begin)
    server.log.info("verkostotyökalut: participants join at %s", at("/"))
