"""Rehearsal participants: real websocket clients that join a session and answer like people.

They know only the participants' page and ``docs/protocol.md``, as anybody's client would.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import random
import re
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from tornado.httpclient import AsyncHTTPClient, HTTPClientError
from tornado.websocket import WebSocketClientConnection, WebSocketClosedError, websocket_connect

from .framework import Question, question
from .framework.opinions import Opinions

JOINING = 40  # how many are joining at the same time
ALOOF = -1.3  # those whose character is under this (a tenth) choose no group
_DATA = re.compile(r'<script type="application/json" id="verkosto-data">(.*?)</script>', re.DOTALL)


class CannotJoin(RuntimeError):
    """The address is not a session that goes on."""


@dataclass
class Told:
    """What the server told the participants, added up."""

    joined: int = 0
    sent: int = 0
    saved: int = 0
    rejected: int = 0
    seconds: list[float] = field(default_factory=list)  # from each answer to its "saved"

    def counts(self) -> dict[str, int]:
        """Return the counts by name."""
        return {
            "joined": self.joined,
            "sent": self.sent,
            "saved": self.saved,
            "rejected": self.rejected,
        }


async def rehearse(
    join_url: str,
    *,
    participants: int = 30,
    seconds: float = 60,
    pace: float = 4,
    seed: int | None = None,
    key: str | None = None,
    wavering: float = 1.0,
) -> Told:
    """Take part in a session for a while.

    Parameters
    ----------
    join_url
        The address that participants open: ``…/verkosto/l/<CODE>``.
    participants
        How many.
    seconds
        For how long.
    pace
        Seconds between one participant's answers, on average.
    seed
        Makes the answers the same each time.
    key
        Makes the participants the same people each time, as far as the server knows.
    wavering
        How often somebody who has answered everything has a second thought at their turn, 0..1.

    Raises
    ------
    CannotJoin
        If the address doesn't lead to a session that goes on.
    """
    state = await _state(join_url)
    told = Told()
    room = random.Random(seed)
    opinions = Opinions(room)
    gate = asyncio.Semaphore(JOINING)
    end = asyncio.get_running_loop().time() + seconds
    people = [
        Participant(join_url, state, opinions, random.Random(room.random()), told, token, wavering)
        for token in _tokens(key, participants)
    ]
    await asyncio.gather(*(person.take_part(gate, end, pace) for person in people))
    if told.joined == 0:
        raise CannotJoin("the server does not answer")
    return told


class Participant:
    """One rehearsal participant; comes back by itself when the connection breaks."""

    def __init__(
        self,
        join_url: str,
        state: dict[str, Any],
        opinions: Opinions,
        chance: random.Random,
        told: Told,
        token: str,
        wavering: float = 1.0,
    ) -> None:
        parts = urlsplit(join_url)
        scheme = "wss" if parts.scheme == "https" else "ws"
        self._address = urlunsplit((scheme, parts.netloc, f"{parts.path.rstrip('/')}/live", "", ""))
        self._state = state
        self._opinions = opinions
        self._chance = chance
        self._told = told
        self._token = token
        self._wavering = wavering
        self._character = chance.gauss(0, 1)
        self._seq = 0
        self._sent: dict[int, float] = {}
        self._open: list[str] = []
        self._answers: dict[str, Any] = {}
        self._asked: set[tuple[str, int]] = set()  # the instruments and rounds gone through
        self._joined = False
        self._group: str | None = None
        self._known_groups: list[str] = []

    async def take_part(self, gate: asyncio.Semaphore, end: float, pace: float) -> None:
        """Join, answer until ``end`` (the event loop's time), and leave."""
        loop = asyncio.get_running_loop()
        while loop.time() < end:
            try:
                async with gate:
                    line = await websocket_connect(self._address, connect_timeout=10)
                    await self._hello(line)
            except (TimeoutError, OSError, HTTPClientError, WebSocketClosedError):
                await asyncio.sleep(self._chance.uniform(0.5, 2))
                continue
            listener = asyncio.create_task(self._listen(line))
            try:
                await self._answer_until(line, end, pace)
                await self._wait_for_the_rest()
            except WebSocketClosedError:
                continue
            finally:
                line.close()
                listener.cancel()

    async def _hello(self, line: WebSocketClientConnection) -> None:
        await line.write_message(
            json.dumps(
                {
                    "type": "hello",
                    "protocol": 1,
                    "participant": self._token,
                    "version": self._state["version"],
                }
            )
        )
        while True:
            message = await asyncio.wait_for(line.read_message(), 10)
            if message is None:
                raise WebSocketClosedError
            words = json.loads(message)
            if words["type"] == "welcome":
                break
            self._hear(words)
        self._hear(words)
        if not self._joined:
            self._joined = True
            self._told.joined += 1

    async def _answer_until(self, line: WebSocketClientConnection, end: float, pace: float) -> None:
        loop = asyncio.get_running_loop()
        await asyncio.sleep(min(self._chance.uniform(0, pace), max(0, end - loop.time())))
        due = loop.time()
        while loop.time() < end:
            await self._answer(line)
            due += pace * self._chance.uniform(0.7, 1.3)
            await asyncio.sleep(max(0, min(due, end) - loop.time()))

    async def _answer(self, line: WebSocketClientConnection) -> None:
        offered = self._state["groups"]
        known = [group["id"] for group in offered["groups"]] if offered else []
        if known and known != self._known_groups and self._character > ALOOF:
            # Thought over whenever there is a new one to choose, as people would.
            self._known_groups, self._group = known, self._chance.choice(known)
            await self._send(line, {"type": "group", "group": self._group})
            return
        instrument = self._state["instrument"]
        if instrument is None or self._state["stage"] not in {"collecting", "revealed"}:
            return
        items = [item["id"] for part in instrument["dimensions"] for item in part["items"]]
        if not self._open:
            # First in the order of the page; later, now and then a second thought.
            asked = (instrument["id"], self._state["round"])
            if asked in self._asked and self._chance.random() >= self._wavering:
                return
            self._open = [self._chance.choice(items)] if asked in self._asked else items[:]
            self._asked.add(asked)
        item = self._open.pop(0)
        value = self._think(question(instrument["question"]), item)
        about = {"round": self._state["round"], "instrument": instrument["id"], "item": item}
        await self._send(line, {"type": "answer", **about, "value": value})

    def _think(self, asked: Question, item: str) -> Any:
        """Make up an answer; to what the room is seen to say, sometimes another."""
        shown = ((self._state["results"] or {}).get("items") or {}).get(item)
        value = None
        if shown is not None and item in self._answers:
            value = asked.react(self._answers[item], shown, self._chance)
        if value is None or not asked.accepts(value):
            leaning = self._opinions.leaning(item, self._character)
            value = asked.imagine(self._chance, leaning, item)
        self._answers[item] = value
        return value

    async def _send(self, line: WebSocketClientConnection, change: dict[str, Any]) -> None:
        self._seq += 1
        self._sent[self._seq] = asyncio.get_running_loop().time()
        self._told.sent += 1
        await line.write_message(json.dumps({**change, "seq": self._seq}))

    async def _wait_for_the_rest(self) -> None:
        for _ in range(50):
            if not self._sent:
                return
            await asyncio.sleep(0.1)

    async def _listen(self, line: WebSocketClientConnection) -> None:
        while (message := await line.read_message()) is not None:
            self._hear(json.loads(message))

    def _hear(self, words: dict[str, Any]) -> None:
        kind = words["type"]
        if kind in {"saved", "rejected", "unsaved"}:
            sent = self._sent.pop(words["seq"], None)
            if kind == "saved":
                self._told.saved += 1
                if sent is not None:
                    self._told.seconds.append(asyncio.get_running_loop().time() - sent)
            else:
                self._told.rejected += 1
        elif kind == "welcome":
            self._seq = max(self._seq, words["seq"])
        if "group" in words:
            self._group = words["group"]
        if kind == "results":
            self._state = {**self._state, "results": words["results"]}
        if "state" in words:
            asked = (words["state"]["instrument"] or {}).get("id")
            before = (self._state["instrument"] or {}).get("id")
            if (asked, words["state"]["round"]) != (before, self._state["round"]):
                self._open, self._answers = [], {}
            self._state = words["state"]


def _tokens(key: str | None, participants: int) -> list[str]:
    """Draw what the participants are known by, or make it of a ``key``: 22 characters each."""
    if key is None:
        return [secrets.token_urlsafe(16) for _ in range(participants)]
    return [hashlib.sha256(f"{key} {n}".encode()).hexdigest()[:22] for n in range(participants)]


async def _state(join_url: str) -> dict[str, Any]:
    try:
        page = await AsyncHTTPClient().fetch(join_url)
    except HTTPClientError as error:
        raise CannotJoin(f"HTTP {error.code}") from error
    except (OSError, ValueError) as error:
        raise CannotJoin(str(error)) from error
    found = _DATA.search(page.body.decode())
    if found is None:
        raise CannotJoin("it is not a participant's page")
    return dict(json.loads(found[1])["state"])
