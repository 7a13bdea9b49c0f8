"""What ``docs/protocol.md`` says is what a real server and real clients say."""

import asyncio
import json
import re
from contextlib import AsyncExitStack
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tornado.websocket import WebSocketClientConnection

from tests.live.making import CORE, ITEMS
from tests.server.phone import Phone, calling, joined
from tests.server.test_pages import get, page_data
from tests.serving import Server
from verkostotyokalut.analysis import Responses, detail_minimum, release
from verkostotyokalut.framework import LANGUAGES, instrument
from verkostotyokalut.live import (
    Action,
    Outcome,
    Session,
    Stage,
    answers,
    groups,
    releases,
    sessions,
)
from verkostotyokalut.server import limits, socket
from verkostotyokalut.simulate import rehearse

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "protocol.md").read_text(encoding="utf-8")
BLOCKS = [json.loads(block) for block in re.findall(r"^```json\n(.*?)^```", TEXT, re.M | re.S)]
CLIENT, SERVER = (
    next(Draft202012Validator(block) for block in BLOCKS if block["title"] == f"From the {who}")
    for who in ("client", "server")
)


def names(validator: Draft202012Validator, message: object) -> list[str]:
    """Return what is wrong in a message, in words."""
    return [
        f"{'/'.join(map(str, part.absolute_path))}: {part.message}"
        for error in validator.iter_errors(message)
        for part in [error, *(error.context or [])]
    ]


def check(phone: Phone) -> set[str]:
    """Hold all that was said to the schemas; return the kinds of messages that were heard."""
    for message in phone.said:
        assert names(CLIENT, message) == []
    for message in phone.heard:
        assert names(SERVER, message) == []
    return {message["type"] for message in phone.heard}


def test_there_is_one_schema_for_each_direction() -> None:
    assert [block["title"] for block in BLOCKS] == ["From the client", "From the server"]
    for block in BLOCKS:
        Draft202012Validator.check_schema(block)
        assert len(block["oneOf"]) == len({one["$ref"] for one in block["oneOf"]})


def test_the_limit_of_detail_is_the_guards() -> None:
    rows = (
        re.search(rf"^\| {name} \| (.*) \|$", TEXT, re.M) for name in ("`minimum`", "in detail")
    )
    minimums, in_detail = ([int(n) for n in row[1].split(" | ")] for row in rows if row)
    assert minimums == [*range(3, 11)]
    assert in_detail == [detail_minimum(minimum) for minimum in minimums]


def released(server: Server, session: Session) -> None:
    """Release what the room may see, as a leader's kernel does."""
    news = answers.news(server.db, session.id, after=0, round_=1, instrument_id=CORE)
    core = instrument(CORE)
    collected = Responses(core)
    collected.update(news.answers)
    body = release(collected, core, 1, session.minimum)
    releases.publish(server.db, session.id, 1, CORE, dict(body))


async def test_a_whole_workshop(server: Server) -> None:
    session = sessions.create(server.db, CORE, minimum=3)
    address = server.socket(session.code)
    async with AsyncExitStack() as here:
        phones = [await here.enter_async_context(joined(address)) for _ in range(5)]
        one, two, three, *_ = phones
        for action in (Action.START, Action.LOCK, Action.UNLOCK):
            sessions.move(server.db, session.id, action)
            for phone in phones:
                await phone.hear("state")
        for phone in phones:
            for item, value in zip(ITEMS[:3], (1, 5, "dont_know"), strict=True):
                await phone.answer(item, value)
                await phone.hear("saved")
        await one.answer(ITEMS[2], None)
        await one.answer("eiole", 3)
        await one.hear("rejected")
        released(server, session)
        sessions.move(server.db, session.id, Action.REVEAL)
        for phone in phones:
            assert (await phone.hear("state"))["state"]["results"]["n"] == 5
        for phone in (two, three):
            await phone.answer(ITEMS[0], 4)
            await phone.hear("saved")
        released(server, session)
        for phone in phones:
            results = (await phone.hear("results"))["results"]
            assert results["items"][ITEMS[0]] == {"n": 5, "median": 1, "q1": 1, "q3": 4}
            assert results["items"][ITEMS[2]] is None
        for action in (Action.LOCK, Action.NEXT, Action.NEXT, Action.CLOSE):
            sessions.move(server.db, session.id, action)
            for phone in phones:
                await phone.hear("state")
        kinds = set().union(*(check(phone) for phone in phones))
    assert kinds == {"welcome", "state", "saved", "rejected", "results"}
    async with calling(address) as late:
        assert await late.closed() == 4002
        assert check(late) == {"error"}


async def test_groups(server: Server) -> None:
    session = server.new(Action.START)
    address = server.socket(session.code)
    async with joined(address) as one, joined(address) as two:
        assert one.state["groups"] is None
        kunta, yritys = groups.add(server.db, session.id, "Kunta", "Yritys")
        for phone in (one, two):
            told = await phone.hear("state")
            assert (told["state"]["groups"]["question"], told["group"]) == ("", None)
        assert [group["label"] for group in one.state["groups"]["groups"]] == ["Kunta", "Yritys"]
        await one.choose(kunta)
        assert await one.hear("saved") == {"type": "saved", "seq": 1}
        await two.choose("eiole")
        assert (await two.hear("rejected"))["reason"] == "moved_on"
        async with joined(address, one.token) as again:
            (welcome,) = again.heard
            assert (welcome["group"], welcome["seq"]) == (kunta, 1)
            groups.ask(server.db, session.id, "Mistä tulet?")
            told = await again.hear("state")
            assert (told["group"], told["state"]["groups"]["question"]) == (kunta, "Mistä tulet?")
            groups.remove(server.db, session.id, kunta)
            assert (await again.hear("state"))["group"] is None
            await again.choose(yritys)
            await again.hear("saved")
            await again.choose(None)
            await again.hear("saved")
            check(again)
        for phone in (one, two):
            check(phone)
    assert names(CLIENT, two.said[-1]) == []


async def test_the_page_data(server: Server) -> None:
    session = server.new(Action.START)
    data = page_data(await get(server, f"verkosto/l/{session.code}"))
    described = re.findall(r"^\| `(\w+)` \| ", TEXT.split("## Page data")[1].split("## ")[0], re.M)
    assert set(data) == set(described)
    assert names(SERVER.evolve(schema=state_schema()), data["state"]) == []
    texts = data["texts"]
    assert isinstance(texts, dict)
    assert set(texts) == set(LANGUAGES)


def state_schema() -> dict[str, Any]:
    return {**SERVER.schema, "oneOf": [{"$ref": "#/$defs/state"}]}  # type: ignore[dict-item]


async def test_rehearsal_participants_keep_to_the_protocol(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[dict[str, Any]] = []
    heard: list[dict[str, Any]] = []
    write, read = WebSocketClientConnection.write_message, WebSocketClientConnection.read_message

    def write_message(line: WebSocketClientConnection, message: str) -> Any:
        said.append(json.loads(message))
        return write(line, message)

    async def read_message(line: WebSocketClientConnection) -> Any:
        message = await read(line)
        if message is not None:
            heard.append(json.loads(message))
        return message

    monkeypatch.setattr(WebSocketClientConnection, "write_message", write_message)
    monkeypatch.setattr(WebSocketClientConnection, "read_message", read_message)
    session = server.new(Action.START)
    groups.add(server.db, session.id, "Kunta", "Yritys")
    going = asyncio.create_task(
        rehearse(f"{server.base}verkosto/l/{session.code}", participants=5, seconds=1.5, pace=0.1)
    )
    while not any(message["type"] == "answer" for message in said):
        await asyncio.sleep(0.01)
    sessions.move(server.db, session.id, Action.LOCK)
    await going
    assert {message["type"] for message in said} == {"hello", "answer", "group"}
    assert {message["type"] for message in heard} >= {"welcome", "saved", "state"}
    assert [wrong for message in said for wrong in names(CLIENT, message)] == []
    assert [wrong for message in heard for wrong in names(SERVER, message)] == []


HELLO = {"type": "hello", "protocol": 1, "participant": None, "version": 3}
ANSWER = {"type": "answer", "seq": 1, "round": 1, "instrument": "a", "item": "b", "value": 3}
GROUP = {"type": "group", "seq": 1, "group": "a1b2c3d4"}


@pytest.mark.parametrize(
    "message",
    [
        None,
        [],
        "hello",
        {},
        {"type": "eiole"},
        {**HELLO, "protocol": 2},
        {**HELLO, "protocol": "1"},
        {**HELLO, "participant": "short"},
        {**HELLO, "participant": 5},
        {**HELLO, "version": "3"},
        {**HELLO, "muuta": 1},
        *({key: value for key, value in ANSWER.items() if key != left} for left in ANSWER),
        *({**ANSWER, "seq": wrong} for wrong in (0, -1, 1.5, "1", None, True, 2**31)),
        *({**ANSWER, "value": wrong} for wrong in (2.5, True, [], {}, "")),
        {**ANSWER, "round": 0},
        {**ANSWER, "instrument": None},
        {**ANSWER, "item": 3},
        {**ANSWER, "muuta": 1},
        *({key: value for key, value in GROUP.items() if key != left} for left in GROUP),
        *({**GROUP, "seq": wrong} for wrong in (0, 1.5, "1", None, 2**31)),
        {**GROUP, "group": 5},
        {**GROUP, "muuta": 1},
    ],
)
def test_wrong_messages_of_a_client_do_not_fit(message: object) -> None:
    assert CLIENT.is_valid(HELLO)
    assert CLIENT.is_valid(ANSWER)
    assert CLIENT.is_valid(GROUP)
    assert CLIENT.is_valid({**GROUP, "group": None})
    assert not CLIENT.is_valid(message)


async def test_wrong_messages_of_a_server_do_not_fit(server: Server) -> None:
    async with joined(server.socket(server.new(Action.START).code)) as phone:
        (welcome,) = phone.heard
    assert SERVER.is_valid(welcome)
    wrong: list[Any] = [
        {**welcome, "seq": -1},
        {**welcome, "participant": None},
        {**welcome, "answers": {"a": None}},
        {**welcome, "answers": {"a": True}},
        {**welcome, "answers": None},
        {**welcome, "group": 5},
        {**welcome, "muuta": 1},
        {key: value for key, value in welcome.items() if key != "answers"},
        {"type": "state", "state": welcome["state"]},
        {"type": "state", "state": welcome["state"], "answers": {}},
        {"type": "saved"},
        {"type": "rejected", "seq": 1},
        {"type": "rejected", "seq": 1, "reason": "tired"},
        {"type": "error", "reason": "tired"},
        {"type": "results", "results": None},
    ]
    for key, value in {"stage": "asleep", "version": "1", "message": "hei", "minimum": 2}.items():
        spoiled = deepcopy(welcome)
        spoiled["state"][key] = value
        wrong.append(spoiled)
    for groups_ in ([], {"question": "", "groups": []}, {"groups": [{"id": "a", "label": "A"}]}):
        spoiled = deepcopy(welcome)
        spoiled["state"]["groups"] = groups_
        wrong.append(spoiled)
    for part in ("talk", "advice"):  # the leader's words must never be sent
        spoiled = deepcopy(welcome)
        spoiled["state"]["instrument"]["dimensions"][0]["items"][0][part] = {}
        wrong.append(spoiled)
    assert [message for message in wrong if SERVER.is_valid(message)] == []


def test_the_text_tells_the_codes_and_limits_that_the_code_has() -> None:
    told = dict(re.findall(r"^\| (4\d{3}) \|(?: `(\w+)`)? \|", TEXT, re.M))
    assert {int(code) for code in told} == set(range(4000, 4008))
    by_code = {
        socket.UNKNOWN: "unknown_code",
        socket.CLOSED: "closed",
        socket.BAD: "bad_message",
        socket.EXPIRED: "expired",
        socket.TOO_MUCH: "too_many_messages",
        socket.FULL: "full",
    }
    assert {int(code): reason for code, reason in told.items() if reason} == by_code
    assert set(SERVER.schema["$defs"]["error"]["properties"]["reason"]["enum"]) == set(  # type: ignore[index]
        by_code.values()
    )
    reasons = SERVER.schema["$defs"]["rejected"]["properties"]["reason"]["enum"]  # type: ignore[index]
    assert set(reasons) == set(Outcome) - {Outcome.SAVED}
    stages = SERVER.schema["$defs"]["state"]["properties"]["stage"]["enum"]  # type: ignore[index]
    assert stages == list(Stage)
    own = limits.Limits()
    rows = dict(
        re.findall(
            r"^\| (bytes|messages|participants|connections|wrong).*? \| (.*?) \|", TEXT, re.M
        )
    )
    assert rows == {
        "bytes": str(limits.MESSAGE_BYTES),
        "messages": f"{own.burst} at once, {own.messages_per_second:g} a second after that",
        "participants": str(own.participants),
        "connections": str(own.connections),
        "wrong": f"{own.wrong_codes_burst} at once, "
        f"{own.wrong_codes_per_second:g} a second after that",
    }
    assert f"pings every {socket.ParticipantSocket.ping_interval:g} seconds" in TEXT
    assert f"doesn't come in {socket.ParticipantSocket.ping_timeout:g}" in TEXT
