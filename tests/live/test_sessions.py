"""Sessions: opened, found by their code, moved on, and left to rest."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from tests.live.making import CORE, ITEMS, change, collecting
from verkostotyokalut.framework import UnknownContent
from verkostotyokalut.live import (
    Action,
    Database,
    NotNow,
    Session,
    Stage,
    StorageError,
    UnknownSession,
    agreements,
    answers,
    arrangements,
    baselines,
    comparisons,
    groups,
    releases,
    sessions,
)
from verkostotyokalut.live.codes import clean_code
from verkostotyokalut.live.schema import metadata
from verkostotyokalut.live.schema import session as table


def set_(db: Database, session: Session, **values: object) -> Session:
    with db.write() as connection:
        connection.execute(update(table).where(table.c.id == session.id).values(**values))
    return sessions.get(db, session.id)


def test_a_new_session_waits_for_people(db: Database) -> None:
    before = datetime.now(UTC)
    made = sessions.create(db, CORE, language="sv", minimum=3)
    assert (made.stage, made.step, made.round) == (Stage.DRAFTED, 0, 1)
    assert (made.workshop, made.language, made.minimum) == (CORE, "sv", 3)
    assert clean_code(made.code) == made.code
    assert before <= made.created == made.touched <= datetime.now(UTC)
    assert made.expires - made.created == sessions.LIFETIME
    assert made.asked is None
    assert not made.expired
    assert sessions.find(db, made.code) == sessions.get(db, made.id) == made


@pytest.mark.parametrize("minimum", [-1, 0, 1, 2, 11, 1000])
def test_the_disclosure_limit_is_three_to_ten(db: Database, minimum: int) -> None:
    with pytest.raises(ValueError, match="3 to 10"):
        sessions.create(db, CORE, minimum=minimum)
    assert sessions.latest(db) is None


def test_an_unknown_workshop_opens_nothing(db: Database) -> None:
    with pytest.raises(UnknownContent):
        sessions.create(db, "eiole")
    assert sessions.latest(db) is None


def test_a_code_is_given_once(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    first = sessions.create(db, CORE)
    codes = iter([first.code, first.code, "ABCDEF"])
    monkeypatch.setattr(sessions, "new_code", lambda: next(codes))
    assert sessions.create(db, CORE).code == "ABCDEF"
    monkeypatch.setattr(sessions, "new_code", lambda: first.code)
    with pytest.raises(StorageError, match="no free join code"):
        sessions.create(db, CORE)


@pytest.mark.parametrize("code", ["EEEEEE", "", "'; DROP TABLE session; --"])
def test_an_unknown_code_or_id_finds_nothing(db: Database, session: Session, code: str) -> None:
    with pytest.raises(UnknownSession):
        sessions.find(db, code)
    with pytest.raises(UnknownSession):
        sessions.get(db, code)
    with pytest.raises(UnknownSession):
        sessions.move(db, code, Action.NEXT)
    assert sessions.find(db, session.code) == session


def test_moves_are_numbered_in_their_order(db: Database) -> None:
    seen = [sessions.create(db, CORE)]
    for action in (Action.START, Action.LOCK, Action.REVEAL, Action.NEXT, Action.CLOSE):
        seen.append(sessions.move(db, seen[-1].id, action))
    assert [one.stage for one in seen] == [
        Stage.DRAFTED,
        Stage.COLLECTING,
        Stage.LOCKED,
        Stage.REVEALED,
        Stage.FROZEN,
        Stage.CLOSED,
    ]
    assert [one.staged for one in seen] == sorted({one.staged for one in seen})
    assert all(one.staged == one.changed for one in seen)
    assert [one.touched for one in seen] == sorted(one.touched for one in seen)


def test_what_cannot_be_done_changes_nothing(db: Database) -> None:
    made = sessions.create(db, CORE)
    with pytest.raises(NotNow):
        sessions.move(db, made.id, Action.REVEAL)
    assert sessions.get(db, made.id) == made


def test_of_two_leaders_one_is_quicker(db: Database, connect: Callable[[], Database]) -> None:
    made = sessions.create(db, CORE)
    sessions.move(connect(), made.id, Action.START)
    with pytest.raises(NotNow):
        sessions.move(db, made.id, Action.START)
    assert sessions.get(db, made.id).step == 1


def test_the_latest_is_the_one_that_a_leader_moved_last(db: Database) -> None:
    assert sessions.latest(db) is None
    first, second = sessions.create(db, CORE), sessions.create(db, CORE)
    latest = sessions.latest(db, CORE)
    assert latest is not None
    assert latest.id == second.id
    moved = sessions.move(db, first.id, Action.START)
    assert sessions.latest(db) == moved
    assert sessions.latest(db, "toinen") is None
    answers.save(db, [change(moved, "p", ITEMS[0], 3, 1)])
    sessions.move(db, first.id, Action.CLOSE)
    assert sessions.latest(db) == second


def test_one_that_has_rested_too_long_is_not_continued(db: Database, session: Session) -> None:
    set_(db, session, touched=datetime.now(UTC) - timedelta(hours=25))
    assert sessions.latest(db, CORE, within=timedelta(hours=24)) is None
    assert sessions.latest(db, CORE, within=timedelta(hours=26)) is not None


def test_an_expired_code_is_found_and_told(db: Database, session: Session) -> None:
    assert not set_(db, session, expires=datetime.now(UTC) + timedelta(minutes=1)).expired
    assert set_(db, session, expires=datetime.now(UTC) - timedelta(seconds=1)).expired
    assert sessions.latest(db) is None


def test_times_are_the_same_in_every_zone(db: Database) -> None:
    made = sessions.create(db, CORE)
    if db.is_sqlite:
        pytest.skip("SQLite has no zone of its own")
    far = db.url.update_query_dict({"options": "-c timezone=Pacific/Auckland"})
    other = Database(far.render_as_string(hide_password=False))
    try:
        read = sessions.get(other, made.id)
        assert read == made
        assert read.created.utcoffset() == timedelta(0)
        assert abs(datetime.now(UTC) - read.created) < timedelta(minutes=5)
    finally:
        other.close()


def test_what_the_phones_ask_and_what_the_room_works_on(db: Database, session: Session) -> None:
    assert session.asked == session.instrument == CORE
    talk = sessions.move(db, session.id, Action.NEXT)
    assert (talk.asked, talk.instrument) == (None, CORE)


def test_heads_tell_what_has_moved(db: Database, session: Session) -> None:
    other = collecting(db)
    both = [session.id, other.id, "unknown"]
    before = sessions.heads(db, both)
    assert set(before) == {session.id, other.id}
    answers.save(db, [change(session, "p", ITEMS[0], 3, 1)])
    assert sessions.heads(db, both) == before
    sessions.move(db, session.id, Action.LOCK)
    after = sessions.heads(db, both)
    assert after[other.id] == before[other.id]
    assert after[session.id][0] > before[session.id][0]


def test_the_picture_that_is_shown_lasts_until_the_next_step(
    db: Database, session: Session
) -> None:
    assert session.picture is None
    sessions.show_picture(db, session.id, 2)
    assert sessions.move(db, session.id, Action.REVEAL).picture == 2
    assert sessions.move(db, session.id, Action.NEXT).picture is None


def test_the_clock_starts_with_the_workshop_and_turns_with_its_steps(db: Database) -> None:
    drafted = sessions.create(db, CORE)
    assert (drafted.began, drafted.turned) == (None, None)
    started = sessions.move(db, drafted.id, Action.START)
    assert started.began is not None and started.began == started.turned
    revealed = sessions.move(db, drafted.id, Action.REVEAL)
    assert revealed.turned == started.turned
    ahead = sessions.move(db, drafted.id, Action.NEXT)
    assert ahead.began == started.began
    assert ahead.turned is not None and ahead.turned > started.began
    back = sessions.move(db, drafted.id, Action.BACK)
    assert back.turned is not None and back.turned > ahead.turned


def test_the_same_is_asked_again_as_a_new_round(db: Database, session: Session) -> None:
    sessions.move(db, session.id, Action.LOCK)
    again = sessions.move(db, session.id, Action.AGAIN)
    assert (again.step, again.stage, again.round) == (session.step, Stage.COLLECTING, 2)


def test_an_ended_session_can_be_opened_again(db: Database, session: Session) -> None:
    ended = sessions.move(db, session.id, Action.CLOSE)
    again = sessions.move(db, session.id, Action.REOPEN)
    assert (again.stage, again.step, again.code) == (Stage.LOCKED, session.step, session.code)
    assert again.expires > ended.expires


def test_a_countdown_is_told_to_everybody_and_ends_with_the_step(
    db: Database, session: Session
) -> None:
    sessions.count_down(db, session.id, 5)
    now = sessions.get(db, session.id)
    assert now.countdown is not None
    left = now.countdown - datetime.now(UTC)
    assert timedelta(minutes=4.9) < left <= timedelta(minutes=5)
    assert now.staged > session.staged
    sessions.count_down(db, session.id, None)
    assert sessions.get(db, session.id).countdown is None
    sessions.count_down(db, session.id, 5)
    assert sessions.move(db, session.id, Action.NEXT).countdown is None
    for minutes in (0, 121):
        with pytest.raises(ValueError):
            sessions.count_down(db, session.id, minutes)


def test_a_session_is_kept_as_long_as_the_leader_says(db: Database, session: Session) -> None:
    year = session.keep_until - session.created
    assert year == timedelta(days=365)
    sessions.keep(db, session.id, 2)
    left = sessions.get(db, session.id).keep_until - datetime.now(UTC)
    assert timedelta(days=60) < left <= timedelta(days=61)
    for months in (0, 37):
        with pytest.raises(ValueError):
            sessions.keep(db, session.id, months)


def everything_of(db: Database, session_id: str) -> dict[str, int]:
    with db.read() as connection:
        return {
            name: len(connection.execute(select(t).where(t.c[key] == session_id)).all())
            for name, t in metadata.tables.items()
            for key in [("id" if name == "session" else "session")]
        }


def filled(db: Database) -> Session:
    session = collecting(db, minimum=3)
    groups.add(db, session.id, "Pöytä 1", "Pöytä 2")
    people = [answers.join(db, session.id).participant for _ in range(3)]
    answers.save(db, [change(session, who, ITEMS[0], 4, 1) for who in people])
    sessions.move(db, session.id, Action.REVEAL)
    comparisons.take(db, session.id, comparisons.Beside.GROUPS)
    baselines.add(db, session.id, b"{}")
    releases.publish(db, session.id, 1, CORE, {"n": 5})
    arrangements.add(db, session.id, 1, CORE, ITEMS[0], {"do": "hide", "note": "salaisuus"})
    words = agreements.Words(agreements.Sort.RULE, "Salaisuus-joka-poistetaan")
    agreements.add(db, session.id, words)
    return session


def test_deleting_a_session_deletes_all_of_it(db: Database) -> None:
    session, other = filled(db), filled(db)
    before = everything_of(db, other.id)
    assert all(before.values())
    sessions.delete(db, session.id)
    assert not any(everything_of(db, session.id).values())
    assert everything_of(db, other.id) == before
    with pytest.raises(UnknownSession):
        sessions.delete(db, session.id)


def test_what_was_deleted_is_in_no_file(db: Database) -> None:
    if not db.is_sqlite:
        pytest.skip("a server's files are its own")
    session = filled(db)

    def found() -> bool:
        folder = Path(db.place).parent
        return any(b"Salaisuus-joka" in file.read_bytes() for file in folder.glob("verkosto*"))

    assert found()
    sessions.delete(db, session.id)
    assert not found()


def test_old_sessions_go_by_themselves(db: Database) -> None:
    old, young = filled(db), filled(db)
    with db.write() as connection:
        past = datetime.now(UTC) - timedelta(minutes=1)
        connection.execute(update(table).where(table.c.id == old.id).values(keep_until=past))
    assert sessions.delete_old(db) == 1
    assert sessions.delete_old(db) == 0
    assert [one.id for one in sessions.every(db)] == [young.id]


def test_a_rehearsal_has_made_up_participants_while_it_goes_on(db: Database) -> None:
    real = collecting(db)
    made = sessions.create(db, CORE, rehearsal=30)
    assert (real.rehearsal, real.rehearsing, made.rehearsing) == (None, 0, 30)
    assert [one.id for one in sessions.rehearsing(db)] == [made.id]
    sessions.rehearse(db, made.id, None)
    assert sessions.rehearsing(db) == []
    assert sessions.get(db, made.id).rehearsal == 0, "it is a rehearsal still"
    sessions.rehearse(db, made.id, 10)
    assert sessions.get(db, made.id).rehearsing == 10
    set_(db, made, touched=datetime.now(UTC) - sessions.REHEARSED)
    assert sessions.rehearsing(db) == [], "the leader has long been away"
    sessions.rehearse(db, made.id, 10)
    sessions.move(db, made.id, Action.CLOSE)
    assert sessions.rehearsing(db) == []


def test_a_rehearsal_is_not_gone_on_with_as_the_real_thing(db: Database) -> None:
    sessions.create(db, CORE, rehearsal=30)
    assert sessions.latest(db) is sessions.latest(db, CORE) is None


@pytest.mark.parametrize("people", [0, -1, 101])
def test_one_to_a_hundred_rehearse(db: Database, people: int) -> None:
    with pytest.raises(ValueError, match="1 to 100"):
        sessions.create(db, CORE, rehearsal=people)
    made = sessions.create(db, CORE, rehearsal=3)
    with pytest.raises(ValueError, match="1 to 100"):
        sessions.rehearse(db, made.id, people)
    assert sessions.get(db, made.id).rehearsal == 3


def test_made_up_people_never_come_into_a_real_session(db: Database, session: Session) -> None:
    with pytest.raises(UnknownSession):
        sessions.rehearse(db, session.id, 5)
    assert sessions.rehearsing(db) == []


def test_phones_come_by_the_address_that_the_leader_chose(db: Database) -> None:
    session = sessions.create(db, CORE)
    assert session.address is None
    sessions.join_at(db, session.id, "192.168.43.21")
    chosen = sessions.get(db, session.id)
    assert (chosen.address, chosen.changed) == ("192.168.43.21", session.changed + 1)
    for wrong in ("", "kone", "192.168.43.999", "javascript:alert(1)"):
        with pytest.raises(ValueError, match="IPv4"):
            sessions.join_at(db, session.id, wrong)
    assert sessions.get(db, session.id) == chosen
    sessions.join_at(db, session.id, None)
    assert sessions.get(db, session.id).address is None
    with pytest.raises(UnknownSession):
        sessions.join_at(db, "eiole", None)
