"""Several servers on one PostgreSQL are one room, whichever of them dies or starts anew.

The tests come in this order: the last one ends a server.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from sqlalchemy import select

from tests.kernel import Kernel, connected
from tests.live.making import CORE, ITEMS
from tests.many.conftest import Place
from tests.many.mover import Mover
from tests.many.pool import lines
from tests.server.phone import Phone, joined
from tests.waiting import soon
from verkostotyokalut.live import Action, Database, Session, answers, sessions
from verkostotyokalut.live.schema import answer

PEOPLE = 6
FOLLOW = """
import verkostotyokalut as vt
from verkostotyokalut.live import Action, Database, sessions
from verkostotyokalut.widgets.session.live_session import LiveSession
db = Database()
session = LiveSession(db, sessions.find(db, "{code}"))
"""


def kept(db: Database, session: Session, mover: Mover) -> dict[str, tuple[int, int]]:
    """Return what the store has of a participant's: by item, the number and the value."""
    who = answers.join(db, session.id, mover.token).participant
    query = select(answer.c.item, answer.c.seq, answer.c.value)
    with db.read() as connection:
        rows = connection.execute(query.where(answer.c.participant == who)).all()
    return {row.item: (row.seq, int(row.value)) for row in rows}


def nothing_lost(db: Database, session: Session, movers: list[Mover]) -> None:
    """See that the store has what was acknowledged, or something newer."""
    for mover in movers:
        said = dict(mover.saved)
        found = kept(db, session, mover)
        assert [item for item in said if found[item][0] < said[item][0]] == []


@asynccontextmanager
async def moving(place: Place, session: Session) -> AsyncIterator[list[Mover]]:
    """Let people move their sliders, and see at the end that the store has their last word."""
    movers = [Mover(place.address.socket(session.code), seed) for seed in range(PEOPLE)]
    tasks = [asyncio.create_task(mover.take_part()) for mover in movers]
    await soon(lambda: all(mover.saved for mover in movers))
    yield movers
    for mover in movers:
        mover.moving = False
    async with asyncio.timeout(30):
        await asyncio.gather(*tasks)
    for mover in movers:
        assert kept(place.leader.db, session, mover) == mover.saved


async def all_go_on(movers: list[Mover]) -> None:
    """Wait until everybody has heard that new moves are saved."""
    before = [mover.acknowledged for mover in movers]

    def more() -> bool:
        now = [mover.acknowledged for mover in movers]
        return all(new > old + len(ITEMS) for old, new in zip(before, now, strict=True))

    await soon(more, 30)


@asynccontextmanager
async def following(place: Place, session: Session) -> AsyncIterator[Kernel]:
    """Follow a session in a kernel of the leader's server, as the console does."""
    async with connected(place.leader, place.kernel) as kernel:
        await kernel.run(FOLLOW.format(code=session.code))
        yield kernel
        await kernel.run("session.close()")


async def test_people_on_two_servers_and_a_leader_on_a_third_are_one_room(place: Place) -> None:
    session = place.leader.new()
    async with AsyncExitStack() as stack:
        kernel = await stack.enter_async_context(following(place, session))
        phones: list[Phone] = []
        for number in range(PEOPLE):
            line = joined(place.members[number % 2].socket(session.code))
            phones.append(await stack.enter_async_context(line))
        await kernel.soon("session.joined", PEOPLE)
        await kernel.run("session.move(Action.START)")
        for number, phone in enumerate(phones):
            assert (await phone.hear("state"))["state"]["stage"] == "collecting"
            await phone.answer(ITEMS[0], number % 5 + 1)
            await phone.hear("saved")
        await kernel.soon("session.answered", PEOPLE)
        # One who comes to the other server is the same person there, and the newer word wins.
        async with joined(place.members[1].socket(session.code), phones[0].token) as again:
            assert again.heard[0]["answers"] == {ITEMS[0]: 1}
            await again.answer(ITEMS[0], 5)
            await again.hear("saved")
            await phones[0].answer(ITEMS[0], 3, {"seq": 1})
            await phones[0].hear("saved")
        await kernel.run("session.move(Action.REVEAL)")
        for phone in phones:
            state = (await phone.hear("state"))["state"]
            assert state["stage"] == "revealed"
            results = state["results"] or (await phone.hear("results"))["results"]
            assert results["items"][ITEMS[0]]["median"] == 3.5  # of 5, 2, 3, 4, 5, 1
        await kernel.soon("session.joined", PEOPLE)
        await kernel.run("session.move(Action.CLOSE)")
        for phone in phones:
            assert (await phone.hear("state"))["state"]["stage"] == "closed"


async def test_a_rehearsal_is_run_by_one_of_them(place: Place) -> None:
    db = place.leader.db
    session = sessions.create(db, CORE, rehearsal=3)
    sessions.move(db, session.id, Action.START)

    def answered() -> bool:
        news = answers.news(db, session.id, after=0, round_=1, instrument_id=CORE)
        return len({who for who, _, _ in news.answers}) == 3

    await soon(answered, 30)
    assert sorted(lines(port) for port in place.ports) == [0, 0, 3]
    sessions.delete(db, session.id)
    await soon(lambda: not any(lines(port) for port in place.ports))


async def test_a_database_that_starts_anew_is_survived(place: Place) -> None:
    db, session = place.leader.db, place.leader.new(Action.START)
    async with following(place, session) as kernel, moving(place, session) as movers:
        for mode in ("immediate", "fast"):  # as if it crashed; and as an administrator does it
            await asyncio.to_thread(place.postgresql.stop, mode)
            await asyncio.to_thread(place.postgresql.start)
            nothing_lost(db, session, movers)
            await all_go_on(movers)
        # The kernel hears what the people do, and the servers what the leader does.
        async with joined(place.members[0].socket(session.code)) as late:
            await kernel.soon("session.joined", PEOPLE + 1)
            await late.answer(ITEMS[0], 4)
            await kernel.soon("session.answered", PEOPLE + 1)
            assert await kernel.run("print(session.trouble)") == "None"
            await kernel.run("session.count_down(5)")
            assert (await late.hear("state"))["state"]["countdown"] > 0


async def test_a_server_that_dies_is_replaced_by_another(place: Place) -> None:
    db, session = place.leader.db, place.leader.new(Action.START)
    async with following(place, session) as kernel, moving(place, session) as movers:
        dying, other = place.members
        await soon(lambda: (lines(dying.port), lines(other.port)) == (PEOPLE / 2, PEOPLE / 2))
        dying.kill()
        nothing_lost(db, session, movers)
        await all_go_on(movers)
        assert sorted(mover.lines for mover in movers) == [1] * 3 + [2] * 3
        assert lines(other.port) == PEOPLE
        await kernel.soon("session.answered", PEOPLE)
        await kernel.run("session.count_down(5)")
        assert await kernel.run("print(session.joined)") == str(PEOPLE)
