"""Made-up participants come by the server's own door, answer every step, and leave when told."""

import logging

import pytest
from jupyter_server.serverapp import ServerApp

from tests.live.making import CORE
from tests.serving import Server
from tests.waiting import soon, until
from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Action, Database, Session, answers, sessions
from verkostotyokalut.server.limits import Limits
from verkostotyokalut.server.rehearsals import Rehearsals, own_address
from verkostotyokalut.server.rooms import Rooms


def news(db: Database, session: Session) -> answers.News:
    now = sessions.get(db, session.id)
    return answers.news(db, session.id, after=0, round_=now.round, instrument_id=now.asked)


def answered(db: Database, session: Session) -> set[str]:
    return {item for _, item, _ in news(db, session).answers}


def test_a_rehearsal_follows_its_leader(server: Server) -> None:
    db = server.db
    session = sessions.create(db, CORE, rehearsal=4)
    until(lambda: news(db, session).joined == 4)
    sessions.move(db, session.id, Action.START)
    until(lambda: len({who for who, _, _ in news(db, session).answers}) == 4)
    first = sessions.get(db, session.id).asked
    while sessions.get(db, session.id).asked in {first, None}:
        sessions.move(db, session.id, Action.NEXT)
    # A later step's questions are answered as well, from the first one on.
    asked = sessions.get(db, session.id).asked
    assert asked is not None
    first_items = set(instrument(asked).item_ids[:2])
    until(lambda: first_items <= answered(db, session), 30)

    sessions.rehearse(db, session.id, None)

    def rests() -> bool:
        before = sessions.get(db, session.id).changed
        try:
            until(lambda: sessions.get(db, session.id).changed != before, 1.5 * 3)
        except AssertionError:
            return True
        return False

    until(rests, 60)
    sessions.rehearse(db, session.id, 6)
    until(lambda: news(db, session).joined == 6)  # the four came back as themselves
    sessions.delete(db, session.id)


async def test_a_server_that_cannot_reach_itself_says_so_in_its_log(
    tmp_path: object, caplog: pytest.LogCaptureFixture
) -> None:
    db = Database(f"sqlite:///{tmp_path}/verkosto.sqlite")
    rooms = Rooms(db, Limits())
    rooms.start()
    rehearsals = Rehearsals(rooms, "http://localhost:9/")
    session = sessions.create(db, CORE, rehearsal=3)
    with caplog.at_level(logging.WARNING):
        rehearsals.start()
        await soon(lambda: "can't reach this server" in caplog.text)
    assert answers.news(db, session.id, after=0, round_=1, instrument_id=CORE).joined == 0
    rehearsals.stop()
    rooms.stop()


@pytest.mark.parametrize(
    ("ip", "address"),
    [
        ("localhost", "http://localhost:8899/x/"),
        ("0.0.0.0", "http://localhost:8899/x/"),
        ("192.168.1.20", "http://192.168.1.20:8899/x/"),
        ("::1", "http://[::1]:8899/x/"),
    ],
)
def test_a_server_knows_its_own_address(ip: str, address: str) -> None:
    server = ServerApp(ip=ip, port=8899, base_url="/x/")
    assert own_address(server) == address
