"""The participants' websocket on a real server: nothing lost, nothing doubled, nobody disturbed."""

import asyncio
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.live.making import CORE, ITEMS
from tests.server.phone import Phone, calling, joined
from tests.serving import Server
from verkostotyokalut.live import Action, Session, answers, releases, sessions


def kept(server: Server, session: Session) -> list[dict[str, Any]]:
    """Return each participant's answers as the store has them just now."""
    news = answers.news(server.db, session.id, after=0, round_=1, instrument_id=CORE)
    who = sorted({who for who, _, _ in news.answers})
    return list(answers.of_all(server.db, session.id, 1, CORE, who).values())


@pytest.fixture
def session(server: Server) -> Session:
    return server.new(Action.START)


@pytest.fixture
def address(server: Server, session: Session) -> str:
    return server.socket(session.code)


# Coming in


async def test_hello_and_welcome(address: str, session: Session) -> None:
    async with calling(address) as phone:
        welcome = await phone.hello()
        assert phone.heard == [welcome]
    assert set(welcome) == {"type", "participant", "seq", "answers", "group", "state"}
    assert (len(welcome["participant"]), welcome["seq"], welcome["answers"]) == (22, 0, {})
    assert welcome["state"]["version"] == session.staged
    assert welcome["state"]["stage"] == "collecting"


async def test_a_page_that_knows_the_state_is_not_told_it(address: str, session: Session) -> None:
    async with calling(address) as phone:
        assert "state" not in await phone.hello(version=session.staged)
    async with calling(address) as phone:
        assert "state" in await phone.hello(version=session.staged - 1)


async def test_a_code_may_be_typed_in_any_way(server: Server, session: Session) -> None:
    async with joined(server.socket(session.code.lower())) as phone:
        assert phone.token


@pytest.mark.parametrize(
    ("actions", "code", "reason"),
    [(None, 4001, "unknown_code"), ((Action.START, Action.CLOSE), 4002, "closed")],
)
async def test_there_is_nothing_to_take_part_in(
    server: Server, actions: tuple[Action, ...] | None, code: int, reason: str
) -> None:
    typed = "EEEEEE" if actions is None else server.new(*actions).code
    async with calling(server.socket(typed)) as phone:
        assert await phone.closed() == code
        assert phone.heard == [{"type": "error", "reason": reason}]


# Answering


@pytest.mark.parametrize("value", [1, 5, "dont_know", None])
async def test_saved_is_said_after_the_commit(
    server: Server, session: Session, address: str, value: Any
) -> None:
    async with joined(address) as phone:
        for item in ITEMS:
            seq = await phone.answer(item, value)
            assert await phone.hear("saved") == {"type": "saved", "seq": seq}
            news = answers.news(server.db, session.id, after=0, round_=1, instrument_id=CORE)
            assert (item, value) in {(item, value) for _, item, value in news.answers}


async def test_coming_back_as_the_same_participant(
    server: Server, session: Session, address: str
) -> None:
    async with joined(address) as phone:
        await phone.answer(ITEMS[0], 4)
        await phone.answer(ITEMS[1], "dont_know")
        last = await phone.answer(ITEMS[2], 1)
        while (await phone.hear("saved"))["seq"] != last:
            pass
    async with calling(address) as again:
        welcome = await again.hello(phone.token)
        assert welcome["participant"] == phone.token
        assert welcome["seq"] == last
        assert welcome["answers"] == {ITEMS[0]: 4, ITEMS[1]: "dont_know", ITEMS[2]: 1}
        # The phone sends what was not acknowledged again, and a late old change.
        await again.say(phone.said[1])
        await again.say({**phone.said[1], "value": 5, "seq": 99})
        await again.say({**phone.said[1], "value": 2, "seq": 98})
        for seq in (1, 99, 98):
            assert (await again.hear("saved"))["seq"] == seq
    assert kept(server, session) == [{ITEMS[0]: 5, ITEMS[1]: "dont_know", ITEMS[2]: 1}]
    assert answers.news(server.db, session.id, after=0, round_=1, instrument_id=None).joined == 1


async def test_a_second_tab_takes_over(address: str) -> None:
    async with joined(address) as first:
        await first.answer(ITEMS[0], 4)
        await first.hear("saved")
        async with joined(address, first.token) as second:
            assert await first.closed() == 4000
            assert second.heard[0]["answers"] == {ITEMS[0]: 4}
            await second.answer(ITEMS[0], 2)
            await second.hear("saved")


async def test_an_answer_that_is_not_asked_is_rejected(
    server: Server, session: Session, address: str
) -> None:
    async with joined(address) as phone:
        wrong: list[tuple[dict[str, Any], str]] = [
            ({"item": "eiole"}, "invalid"),
            ({"item": ""}, "invalid"),
            ({"value": 6}, "invalid"),
            ({"value": 0}, "invalid"),
            ({"value": "4"}, "invalid"),
            ({"value": 4.0}, "invalid"),
            ({"value": True}, "invalid"),
            ({"value": [4]}, "invalid"),
            ({"value": {}}, "invalid"),
            ({"value": 10**400}, "invalid"),
            ({"round": 2}, "moved_on"),
            ({"instrument": "toinen"}, "moved_on"),
        ]
        for fields, reason in wrong:
            seq = await phone.answer(ITEMS[0], 3, fields)
            assert await phone.hear("rejected") == {
                "type": "rejected",
                "seq": seq,
                "reason": reason,
            }
        sessions.move(server.db, session.id, Action.LOCK)
        await phone.hear("state")
        await phone.answer(ITEMS[0], 3)
        assert (await phone.hear("rejected"))["reason"] == "locked"
        sessions.move(server.db, session.id, Action.NEXT)
        await phone.hear("state")
        await phone.answer(ITEMS[0], 3)
        assert (await phone.hear("rejected"))["reason"] == "moved_on"
        sessions.move(server.db, session.id, Action.CLOSE)
        await phone.hear("state")
        await phone.answer(ITEMS[0], 3)
        assert (await phone.hear("rejected"))["reason"] == "closed"
    assert kept(server, session) == []


# Hearing


async def test_everybody_hears_of_the_next_stage_and_of_their_own_answers(
    server: Server, session: Session, address: str
) -> None:
    async with joined(address) as one, joined(address) as other:
        await one.answer(ITEMS[0], 4)
        await one.hear("saved")
        moved = sessions.move(server.db, session.id, Action.LOCK)
        told = [await phone.hear("state") for phone in (one, other)]
        assert [message["answers"] for message in told] == [{ITEMS[0]: 4}, {}]
        for message in told:
            assert set(message) == {"type", "state", "answers", "group"}
            assert message["state"]["stage"] == "locked"
            assert message["state"]["version"] == moved.staged
            assert message["state"]["results"] is None


BODY = {"instrument": CORE, "round": 1, "n": 6, "items": dict.fromkeys(ITEMS)}


async def test_results_are_heard_when_shown_and_never_before(
    server: Server, session: Session, address: str
) -> None:
    async with joined(address) as phone:
        releases.publish(server.db, session.id, 1, CORE, BODY)
        await phone.answer(ITEMS[0], 4)
        await phone.hear("saved")
        sessions.move(server.db, session.id, Action.REVEAL)
        assert (await phone.hear("state"))["state"]["results"] == BODY
        assert not [message for message in phone.heard if message["type"] == "results"]
        assert all(
            message["state"]["results"] is None
            for message in phone.heard[:-1]
            if "state" in message
        )
        releases.publish(server.db, session.id, 1, CORE, {**BODY, "n": 7})
        assert (await phone.hear("results"))["results"] == {**BODY, "n": 7}
        sessions.move(server.db, session.id, Action.HIDE)
        assert (await phone.hear("state"))["state"]["results"] is None
        async with joined(address) as late:
            assert late.state["results"] is None


async def test_one_who_comes_back_hears_the_newest_results(
    server: Server, session: Session, address: str
) -> None:
    releases.publish(server.db, session.id, 1, CORE, BODY)
    shown = sessions.move(server.db, session.id, Action.REVEAL)
    async with calling(address) as phone:
        assert "state" not in await phone.hello(version=shown.staged)
        assert (await phone.hear("results"))["results"] == BODY


async def test_another_session_hears_nothing(server: Server, address: str) -> None:
    other = server.new(Action.START)
    async with joined(address) as here, joined(server.socket(other.code)) as there:
        sessions.move(server.db, other.id, Action.LOCK)
        await there.hear("state")
        await here.answer(ITEMS[0], 3)
        await here.hear("saved")
        assert [message["type"] for message in here.heard] == ["welcome", "saved"]


async def test_whoever_joins_in_the_middle_of_a_move_ends_at_the_newest(
    server: Server, session: Session, address: str
) -> None:
    last = asyncio.get_running_loop().create_future()

    async def join_and_wait() -> None:
        async with joined(address) as phone:
            while phone.state["version"] < await last:
                await phone.hear("state")
            assert [message["type"] for message in phone.heard].index("welcome") == 0
            versions = [message["state"]["version"] for message in phone.heard]
            assert versions == sorted(versions)
            assert versions[-1] == await last

    tasks = []
    for action in [Action.LOCK, Action.UNLOCK] * 5:
        tasks += [asyncio.create_task(join_and_wait()) for _ in range(3)]
        await asyncio.sleep(0)
        moved = await asyncio.to_thread(sessions.move, server.db, session.id, action)
    last.set_result(moved.staged)
    await asyncio.gather(*tasks)


# Misbehaving


@pytest.mark.parametrize(
    "message",
    [
        "",
        "x",
        "{",
        "null",
        "3",
        '"hello"',
        "[]",
        "{}",
        '{"type":"answer"}',
        '{"type":"answer","seq":1}',
        '{"type":"eiole"}',
        '{"type":["hello"]}',
        '{"type":{}}',
        '{"type":"hello"}',
        '{"type":"hello","protocol":2}',
        '{"type":"hello","protocol":"1"}',
        '{"type":"hello","protocol":1}',
        "[" * 4000,
        '{"a":' * 800,
        b"\xff\xfe\x00",
        '{"type":"answer","seq":NaN,"round":1,"instrument":"x","item":"y","value":1}',
        '{"type":"answer","seq":"1","round":1,"instrument":"x","item":"y","value":1}',
        '{"type":"answer","seq":true,"round":1,"instrument":"x","item":"y","value":1}',
        '{"type":"answer","seq":-1,"round":1,"instrument":"x","item":"y","value":1}',
        '{"type":"answer","seq":0,"round":1,"instrument":"x","item":"y","value":1}',
        '{"type":"answer","seq":2147483648,"round":1,"instrument":"x","item":"y","value":1}',
        '{"type":"answer","seq":1,"round":"1","instrument":"x","item":"y","value":1}',
        '{"type":"answer","seq":1,"round":1,"instrument":5,"item":"y","value":1}',
        '{"type":"answer","seq":1,"round":1,"instrument":"x","item":null,"value":1}',
        '{"type":"answer","seq":1,"round":1,"instrument":"x","item":"y"}',
        '{"type":"group","seq":1}',
        '{"type":"group","seq":"1","group":null}',
        '{"type":"group","seq":1,"group":["x"]}',
        '{"type":"answer","seq":' + "1" * 4001 + "}",
    ],
    ids=lambda message: repr(message)[:40],
)
async def test_what_is_no_message_ends_the_line(address: str, message: str | bytes) -> None:
    async with joined(address) as bystander, joined(address) as phone:
        await phone.say(message)
        assert await phone.closed() == 4003
        assert phone.heard[-1] == {"type": "error", "reason": "bad_message"}
        await bystander.answer(ITEMS[0], 3)
        await bystander.hear("saved")


async def test_an_answer_before_hello_ends_the_line(
    server: Server, session: Session, address: str
) -> None:
    async with calling(address) as phone:
        await phone.answer(ITEMS[0], 3)
        assert await phone.closed() == 4003
    assert kept(server, session) == []


async def test_a_message_of_a_megabyte_ends_the_line(address: str) -> None:
    async with joined(address) as bystander, joined(address) as phone:
        await phone.say("x" * 2**20)
        assert await phone.closed() in {1009, 1006}
        await bystander.answer(ITEMS[0], 3)
        await bystander.hear("saved")
    async with joined(address, phone.token) as again:
        assert again.token == phone.token


async def test_a_thousand_messages_a_second_end_the_line(address: str) -> None:
    async with joined(address) as bystander, joined(address) as phone:
        for n in range(1000):
            try:
                await phone.answer(ITEMS[0], n % 5 + 1)
            except Exception:
                break
        assert await phone.closed() == 4005
        assert {"type": "error", "reason": "too_many_messages"} in phone.heard
        await bystander.answer(ITEMS[0], 3)
        await bystander.hear("saved")
        assert {message["type"] for message in bystander.heard} == {"welcome", "saved"}


async def test_one_who_leaves_at_once_leaves_nothing_behind(server: Server) -> None:
    session = server.new(Action.START)
    address = server.socket(session.code)

    async def run() -> None:
        async with calling(address) as phone:
            await phone.say({"type": "hello", "protocol": 1, "participant": None, "version": 0})
            phone.line.transport.abort()

    await asyncio.gather(*(run() for _ in range(20)), return_exceptions=True)
    async with joined(address) as phone:
        await phone.answer(ITEMS[0], 3)
        await phone.hear("saved")


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "seq", "round", "item", "value", "x"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)
FIELDS = {
    "type": st.just("answer") | st.just("hello") | JSON_VALUES,
    "protocol": st.just(1) | JSON_VALUES,
    "participant": JSON_VALUES,
    "version": JSON_VALUES,
    "seq": st.integers(1, 2**31) | JSON_VALUES,
    "round": st.just(1) | JSON_VALUES,
    "instrument": st.just(CORE) | JSON_VALUES,
    "item": st.sampled_from(ITEMS) | JSON_VALUES,
    "value": st.integers(-1, 7) | st.just("dont_know") | JSON_VALUES,
}
MESSAGES = st.fixed_dictionaries({}, optional=FIELDS) | JSON_VALUES


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(said=st.lists(MESSAGES, min_size=1, max_size=12))
def test_whatever_is_said_nothing_wrong_is_stored_and_nobody_is_disturbed(
    server: Server, session: Session, address: str, said: list[Any]
) -> None:
    async def run() -> None:
        async with joined(address) as bystander:
            async with joined(address) as phone:
                try:
                    for message in said:
                        await phone.say(json.dumps(message))
                    await phone.say("the end")
                except Exception as error:
                    assert "ConnectionClosed" in type(error).__name__
                assert await phone.closed() == 4003
            await bystander.answer(ITEMS[0], 3)
            await bystander.hear("saved")

    asyncio.run(run())
    for mine in kept(server, session):
        assert set(mine) <= set(ITEMS)
        assert all(value == "dont_know" or value in range(1, 6) for value in mine.values())
        assert not any(isinstance(value, bool | float) for value in mine.values())


def test_the_server_has_seen_nothing_that_it_did_not_expect(server: Server) -> None:
    words = server.log.read_text(encoding="utf-8")
    assert "Traceback" not in words, words[-4000:]
    assert server.token not in words


async def test_a_page_of_another_site_may_not_connect(address: str) -> None:
    from websockets.exceptions import InvalidStatus

    with pytest.raises(InvalidStatus) as error:
        async with calling(address, origin="https://muu.example"):
            pass
    assert error.value.response.status_code == 403


async def test_two_hundred_phones_at_once(server: Server) -> None:
    session = server.new(Action.START)
    address = server.socket(session.code)

    async def take_part(n: int) -> Phone:
        async with joined(address) as phone:
            last = 0
            for item in ITEMS[:3]:
                last = await phone.answer(item, n % 5 + 1)
            while (await phone.hear("saved"))["seq"] != last:
                pass
            return phone

    phones = await asyncio.gather(*(take_part(n) for n in range(200)))
    assert len({phone.token for phone in phones}) == 200
    assert len(kept(server, session)) == 200
    assert all(len(mine) == 3 for mine in kept(server, session))
