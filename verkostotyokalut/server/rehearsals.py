"""Rehearsals: made-up participants for the sessions whose leader has asked for them.

The wish is in the store, so a rehearsal goes on whichever pages are open, and comes back with the
server. The participants come in by the server's own door, as phones do. Where several servers
share a store, one of them runs each rehearsal, and another goes on when it is gone.
"""

from __future__ import annotations

import asyncio
import logging

from jupyter_server.serverapp import ServerApp
from jupyter_server.utils import url_path_join

from ..live import Session, StorageError, sessions
from ..live.claims import Claims
from ..simulate import CannotJoin, rehearse
from .rooms import Rooms

PAUSE = 0.5  # seconds between two looks at what is asked for, at the least
EVERY = 60.0  # and at the most: a rehearsal ends when its leader has long been away
PACE = 3.0  # seconds between one participant's answers
WAVERING = 0.02  # how often one who has answered changes something: the picture is to be read

_log = logging.getLogger(__name__)
_Wish = tuple[str, str, int]


class Rehearsals:
    """Keeps as many made-up participants in each session as its leader wishes.

    Parameters
    ----------
    rooms
        The server's way to the store.
    address
        Where the server hears its participants; see :func:`own_address`.
    """

    def __init__(self, rooms: Rooms, address: str) -> None:
        self._rooms = rooms
        self._address = address
        self._claims = Claims(rooms.db)
        self._going: dict[_Wish, asyncio.Task[None]] = {}
        self._news = asyncio.Event()
        self._watch: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look for wishes; called with the event loop running."""
        self._rooms.observe(self._news.set)
        self._watch = asyncio.get_running_loop().create_task(self._look_after())

    def stop(self) -> None:
        """Send everybody away."""
        for task in (self._watch, *self._going.values()):
            if task is not None:
                task.cancel()

    async def _look_after(self) -> None:
        while True:
            self._news.clear()
            try:
                self._match(await self._rooms.run(self._wanted))
            except StorageError as error:
                _log.warning("rehearsals can't be read: %s", error)
            await asyncio.sleep(PAUSE)
            try:
                await asyncio.wait_for(self._news.wait(), EVERY)
            except TimeoutError:
                continue

    def _wanted(self) -> list[Session]:
        """List the rehearsals that are this server's."""
        asked = sessions.rehearsing(self._rooms.db)
        mine = self._claims.match(session.id for session in asked)
        return [session for session in asked if session.id in mine]

    def _match(self, wanted: list[Session]) -> None:
        wishes = {(session.code, session.id, session.rehearsing) for session in wanted}
        for wish, task in list(self._going.items()):
            if wish not in wishes:
                task.cancel()
            if wish not in wishes or task.done():
                del self._going[wish]
        for wish in wishes - set(self._going):
            self._going[wish] = asyncio.get_running_loop().create_task(self._rehearse(*wish))

    async def _rehearse(self, code: str, session_id: str, participants: int) -> None:
        try:
            await rehearse(
                url_path_join(self._address, "verkosto/l", code),
                participants=participants,
                seconds=sessions.REHEARSED.total_seconds(),
                pace=PACE,
                key=session_id,
                wavering=WAVERING,
            )
        except CannotJoin as error:
            _log.warning("the rehearsal's participants can't reach this server: %s", error)


def own_address(server: ServerApp) -> str:
    """Return the address by which a server reaches itself, whatever its name outside is."""
    everywhere = server.ip in {"", "*", "0.0.0.0", "::", "localhost"}
    host = "localhost" if everywhere else f"[{server.ip}]" if ":" in server.ip else server.ip
    scheme = "https" if server.certfile else "http"
    return f"{scheme}://{host}:{server.port}{server.base_url}"
