"""The participants' websocket, as ``docs/protocol.md`` describes it."""

from __future__ import annotations

import json
from collections.abc import Awaitable
from contextlib import suppress
from typing import Any

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from tornado.iostream import StreamClosedError
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from ..live import (
    Change,
    Choice,
    Outcome,
    StorageError,
    TooMany,
    UnknownSession,
    sessions,
)
from ..live.codes import clean_code
from .limits import MESSAGE_BYTES, Allowance
from .rooms import BAD, CLOSED, EXPIRED, FULL, TOO_MUCH, UNKNOWN, Rooms

PROTOCOL = 1


class ParticipantSocket(JupyterHandler, WebSocketHandler):
    """One participant's page, connected."""

    ping_interval = 25.0
    ping_timeout = 20.0
    max_message_size = MESSAGE_BYTES

    def initialize(self, rooms: Rooms) -> None:
        self.rooms = rooms
        self.participant = ""
        self._session = ""
        self._counted = self._entering = self._welcomed = False
        self._allowance = Allowance(rooms.limits.messages_per_second, rooms.limits.burst)

    def get_compression_options(self) -> None:
        """Send as is: messages are tiny, and a compressor would hold 300 kB for each phone."""

    @allow_unauthenticated
    async def get(self, code: str) -> None:
        """Open the websocket."""
        self.code = code
        await WebSocketHandler.get(self, code)

    async def open(self, *_args: str, **_kwargs: str) -> None:
        """See that there is a session to take part in."""
        self.set_nodelay(True)  # nothing waits until the phone has acknowledged what came before
        if self.rooms.sockets >= self.rooms.limits.connections:
            self._refuse("full", FULL)
            return
        self.rooms.sockets += 1  # before the store is asked: a whole room may come back at once
        self._counted = True
        clean = clean_code(self.code)
        try:
            if clean is None:
                raise UnknownSession(self.code)
            session = await self.rooms.run(sessions.find, self.rooms.db, clean)
        except UnknownSession:
            self._refuse("unknown_code", UNKNOWN)
        except StorageError:
            self.close(1011)
        else:
            if session.stage is session.stage.CLOSED:
                self._refuse("closed", CLOSED)
            elif session.expired:
                self._refuse("expired", EXPIRED)
            else:
                self._session = session.id
        if not self._session:
            self._uncount()

    def _uncount(self) -> None:
        self.rooms.sockets -= self._counted
        self._counted = False

    def on_message(self, message: str | bytes) -> Awaitable[None] | None:
        """Take one message of the participant.

        An answer is taken at once, without a task of its own: hundreds come each second.
        """
        if not self._allowance.take():
            self._refuse("too_many_messages", TOO_MUCH)
            return None
        if not self._session:
            return None
        try:
            words = json.loads(message)
            kind = words["type"]
            if kind == "answer" and self.participant:
                self._answer(words)
                return None
            if kind == "group" and self.participant:
                self._choose(words)
                return None
        except (ValueError, TypeError, KeyError, RecursionError):
            self._refuse("bad_message", BAD)
            return None
        if kind == "hello" and words.get("protocol") == PROTOCOL and not self._entering:
            self._entering = True
            return self._hello(words)
        self._refuse("bad_message", BAD)
        return None

    def on_close(self) -> None:
        """Forget the page."""
        self._uncount()
        if self._session:
            self.rooms.exit(self, self._session)

    def tell(self, message: str) -> None:
        """Send a message, as JSON, if the page is still there and has been welcomed."""
        if self._welcomed:
            self._send(message)

    def _send(self, message: str) -> None:
        if self.ws_connection is None or self.ws_connection.is_closing():
            return
        with suppress(WebSocketClosedError, StreamClosedError):
            self.write_message(message)

    def leave(self, code: int) -> None:
        """Close the page's connection."""
        self.close(code)

    async def _hello(self, words: dict[str, Any]) -> None:
        token = words.get("participant")
        try:
            token = token if isinstance(token, str) else None
            me, state, mine = await self.rooms.enter(self, self._session, token)
        except TooMany:
            self._refuse("full", FULL)
            return
        except UnknownSession:
            self._refuse("unknown_code", UNKNOWN)
            return
        except StorageError:
            self.close(1011)
            return
        welcome = {
            "type": "welcome",
            "participant": me.token,
            "seq": me.seq,
            **mine,
        }
        if words.get("version") != state["version"]:
            welcome["state"] = state
        # What was told to the others until now is in it; from now on this page hears it too.
        self._welcomed = True
        self.tell(json.dumps(welcome, ensure_ascii=False))
        if "state" not in welcome and state["results"] is not None:
            self.tell(json.dumps({"type": "results", "results": state["results"]}))

    def _answer(self, words: dict[str, Any]) -> None:
        seq, round_, instrument_id, item = (
            words["seq"],
            words["round"],
            words["instrument"],
            words["item"],
        )
        if not (
            type(seq) is int
            and 0 < seq < 2**31
            and type(round_) is int
            and isinstance(instrument_id, str)
            and isinstance(item, str)
        ):
            raise TypeError("an answer's fields are of the wrong type")
        value = words["value"]
        self._submit(
            Change(self._session, round_, instrument_id, self.participant, item, value, seq)
        )

    def _choose(self, words: dict[str, Any]) -> None:
        seq, group = words["seq"], words["group"]
        if not (type(seq) is int and 0 < seq < 2**31 and isinstance(group, str | None)):
            raise TypeError("a choice's fields are of the wrong type")
        self._submit(Choice(self._session, self.participant, group, seq))

    def _submit(self, change: Change | Choice) -> None:
        self.rooms.acted(change.session)
        self.rooms.committer.submit(change, lambda outcome: self._told(change.seq, outcome))

    def _told(self, seq: int, outcome: Outcome | None) -> None:
        if outcome is Outcome.SAVED:
            self.tell(f'{{"type":"saved","seq":{seq}}}')
        elif outcome is None:
            self.tell(f'{{"type":"unsaved","seq":{seq}}}')
        else:
            self.tell(f'{{"type":"rejected","seq":{seq},"reason":"{outcome}"}}')

    def _refuse(self, reason: str, code: int) -> None:
        self._send(json.dumps({"type": "error", "reason": reason}))
        self.close(code, reason)
