"""Everybody who is connected, by session: hands out what changes in the store."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from ..live import (
    Database,
    Follower,
    Participation,
    Session,
    UnknownSession,
    answers,
    sessions,
)
from .commits import Committer
from .limits import Limits
from .state import own_of, results_of, state_of

# Seconds between two looks at the sessions' stages, at the least: a look is cheap, and what a
# kernel lets through comes a few milliseconds after the answers; telling a room is not cheap.
LOOK_PAUSE, TELL_PAUSE = 0.005, 0.020
RETRY = 1.0  # seconds until what could not be told is tried again
PORTION = 50  # how many are told something before others have their turn

# Why the server closes a connection; see docs/protocol.md.
OTHER_TAB, UNKNOWN, CLOSED, BAD, EXPIRED, TOO_MUCH, FULL, RESTING = range(4000, 4008)

_log = logging.getLogger(__name__)
T = TypeVar("T")


class Member(Protocol):
    """A participant's connection."""

    participant: str

    def tell(self, message: str) -> None:
        """Send a message, as JSON."""

    def leave(self, code: int) -> None:
        """Close the connection."""


class Rooms:
    """The connected participants of this server, and its only way to the store.

    Parameters
    ----------
    db
        The store.
    limits
        How much participants may ask.
    """

    def __init__(self, db: Database, limits: Limits) -> None:
        self.db = db
        self.limits = limits
        self.sockets = 0  # connections, those that have not said hello included
        self._acted: dict[str, float] = {}  # when people last did something, by session
        self._members: dict[str, dict[str, Member]] = {}
        self._seen: dict[str, tuple[int, int]] = {}
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="verkosto-store")
        self.committer = Committer(db, self._thread)
        self._follower: Follower | None = None
        self._look: asyncio.Task[None] | None = None
        self._telling = asyncio.Lock()
        self._next_look = 0.0  # on the loop's clock
        self._observers: list[Callable[[], None]] = []

    def start(self) -> None:
        """Begin to follow the store; called with the event loop running."""
        loop = asyncio.get_running_loop()

        def tell() -> None:
            loop.call_soon_threadsafe(self._changed)

        self._follower = Follower(self.db, tell)
        self._follower.start()

    def observe(self, callback: Callable[[], None]) -> None:
        """Call ``callback`` on the event loop after each commit to the store, by anybody."""
        self._observers.append(callback)

    def stop(self) -> None:
        """Let go of the store."""
        if self._follower is not None:
            self._follower.stop()
        self._thread.shutdown(wait=True)
        self.db.close()

    async def run(self, work: Callable[..., T], *arguments: Any) -> T:
        """Do some work on the store in its thread, in turn with the commits."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work, *arguments)

    @property
    def connected(self) -> int:
        """How many participants' pages are connected."""
        return sum(len(members) for members in self._members.values())

    def acted(self, session_id: str) -> None:
        """Note that people do something in a session; a page that only stays open doesn't."""
        self._acted[session_id] = time.monotonic()

    def let_rest(self, seconds: float) -> None:
        """Let the phones rest in the sessions where nobody has done anything for so long.

        A phone that rests comes back only when its participant wants to.
        """
        now = time.monotonic()
        for session_id, acted in list(self._acted.items()):
            if now - acted >= seconds:
                del self._acted[session_id]
                self._send_away(session_id, RESTING)

    async def enter(
        self, member: Member, session_id: str, token: str | None
    ) -> tuple[Participation, dict[str, Any], dict[str, Any]]:
        """Take part: returns who the member is, the session's state now, and what is their own.

        Raises
        ------
        TooMany, UnknownSession, StorageError
            As :func:`verkostotyokalut.live.answers.join` does.
        """
        me = await self.run(
            lambda: answers.join(self.db, session_id, token, limit=self.limits.participants)
        )
        members = self._members.setdefault(session_id, {})
        earlier = members.get(me.participant)
        if token != me.token or session_id not in self._acted:
            self.acted(session_id)  # somebody new, or the first after a rest; no coming back is
        member.participant = me.participant
        members[me.participant] = member
        if earlier is not None:
            earlier.leave(OTHER_TAB)

        def read() -> tuple[Session, dict[str, Any], dict[str, Any]]:
            now = sessions.get(self.db, session_id)
            mine = own_of(self.db, now, [me.participant])[me.participant]
            return now, state_of(self.db, now), mine

        # Read after entering, so that a change from now on is either in it or told later.
        now, state, mine = await self.run(read)
        self._seen.setdefault(session_id, (now.staged, now.released))
        return me, state, mine

    def exit(self, member: Member, session_id: str) -> None:
        """Forget a connection."""
        members = self._members.get(session_id, {})
        if members.get(member.participant) is member:
            del members[member.participant]
            if not members:
                del self._members[session_id]
                self._seen.pop(session_id, None)

    def _changed(self) -> None:
        for callback in self._observers:
            callback()
        if self._look is None and self._members:
            self._look = asyncio.get_running_loop().create_task(self._look_around())

    async def _look_around(self) -> None:
        loop = asyncio.get_running_loop()
        await asyncio.sleep(max(0.0, self._next_look - loop.time()))
        self._look, self._next_look = None, loop.time() + LOOK_PAUSE
        try:
            asked = list(self._members)
            heads = await self.run(sessions.heads, self.db, asked)
        except Exception:
            self._try_again()
            return
        for session_id in asked:
            before, now = self._seen.get(session_id), heads.get(session_id)
            if now is None:
                self._send_away(session_id, CLOSED)
            elif now != before and session_id in self._members:
                self._seen[session_id] = now
                self._next_look = loop.time() + TELL_PAUSE
                await self._tell(session_id, staged=before is None or now[0] != before[0])

    async def _tell(self, session_id: str, *, staged: bool) -> None:
        try:
            async with self._telling:  # what is older is told first, to everybody
                await (self._tell_state if staged else self._tell_results)(session_id)
        except UnknownSession:
            self._send_away(session_id, CLOSED)
        except Exception:  # the other rooms are told all the same
            self._seen.pop(session_id, None)
            self._try_again()

    def _try_again(self) -> None:
        _log.exception("participants could not be told what changed; trying again")
        asyncio.get_running_loop().call_later(RETRY, self._changed)

    def _send_away(self, session_id: str, code: int) -> None:
        """Close a room's connections, and forget it at once: they take a moment to go."""
        self._seen.pop(session_id, None)
        for member in self._members.pop(session_id, {}).values():
            member.leave(code)

    async def _tell_state(self, session_id: str) -> None:
        members = dict(self._members.get(session_id, {}))

        def read() -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
            session = sessions.get(self.db, session_id)
            return state_of(self.db, session), own_of(self.db, session, list(members))

        state, mine = await self.run(read)
        self.acted(session_id)
        words = json.dumps(state, ensure_ascii=False)

        def told(who: str) -> str:
            own = json.dumps(mine[who])[1:-1]  # the state, which is large, is written once
            return f'{{"type":"state","state":{words},{own}}}'

        await _tell_each((member, told(who)) for who, member in members.items())

    async def _tell_results(self, session_id: str) -> None:
        def read() -> dict[str, Any] | None:
            return results_of(self.db, sessions.get(self.db, session_id))

        results = await self.run(read)
        if results is not None:
            message = json.dumps({"type": "results", "results": results})
            members = list(self._members.get(session_id, {}).values())
            await _tell_each((member, message) for member in members)


async def _tell_each(messages: Iterable[tuple[Member, str]]) -> None:
    """Tell each its own, and let answers come in between: there may be thousands."""
    for number, (member, message) in enumerate(messages, start=1):
        member.tell(message)
        if number % PORTION == 0:
            await asyncio.sleep(0)
