"""Sheets that a leader types in: kept as participants, once, and only before the room has seen."""

import pytest

from tests.live.making import CORE, ITEMS, change, collecting
from verkostotyokalut.live import (
    Action,
    Database,
    Outcome,
    Session,
    answers,
    groups,
    holdings,
    paper,
    sessions,
)
from verkostotyokalut.live.paper import Known, Refusal, Refused, Sheet

FULL = Sheet({item: 4 for item in ITEMS})


def now(db: Database, session: Session) -> Session:
    return sessions.get(db, session.id)


def put(db: Database, session: Session, number: int, sheet: Sheet) -> Sheet:
    at = now(db, session)
    return paper.put(db, session.id, at.round, at.instrument or CORE, number, sheet)


def joined(db: Database, session: Session) -> int:
    return answers.news(db, session.id, after=0, round_=1, instrument_id=CORE).joined


def given(db: Database, session: Session, round_: int = 1) -> dict[tuple[str, str], object]:
    news = answers.news(db, session.id, after=0, round_=round_, instrument_id=CORE)
    return {(who, item): value for who, item, value in news.answers if value is not None}


def people_answer(db: Database, session: Session, people: int) -> None:
    for _ in range(people):
        me = answers.join(db, session.id).participant
        changes = [change(now(db, session), me, item, 3, 1) for item in ITEMS]
        assert set(answers.save(db, changes)) == {Outcome.SAVED}


def refused(db: Database, session: Session, number: int = 1, sheet: Sheet = FULL) -> Refusal:
    before = given(db, session)
    with pytest.raises(Refused) as error:
        put(db, session, number, sheet)
    assert given(db, session) == before
    return error.value.why


def test_a_sheet_is_a_participant_with_its_answers(db: Database) -> None:
    session = collecting(db)
    people_answer(db, session, 2)
    put(db, session, 1, FULL)
    put(db, session, 7, Sheet({ITEMS[0]: "dont_know"}))
    assert joined(db, session) == 4
    assert paper.numbers(db, now(db, session)) == {1: Known(12), 7: Known(1)}
    assert paper.get(db, now(db, session), 7).answers == {ITEMS[0]: "dont_know"}
    assert len(given(db, session)) == 2 * 12 + 12 + 1
    assert holdings.of_all(db)[session.id].participants == 4


def test_readers_hear_of_a_sheet_as_of_any_answer(db: Database) -> None:
    session = collecting(db)
    before = now(db, session).changed
    put(db, session, 3, FULL)
    news = answers.news(db, session.id, after=before, round_=1, instrument_id=CORE)
    assert {item for _, item, _ in news.answers} == set(ITEMS)


def test_a_sheet_is_changed_and_the_same_twice_is_once(db: Database) -> None:
    session = collecting(db)
    first = put(db, session, 1, FULL)
    again = put(db, session, 1, FULL)  # the answer to the first was lost on the way
    assert again == first
    corrected = Sheet({ITEMS[0]: 2, ITEMS[1]: 4}, version=first.version)
    second = put(db, session, 1, corrected)
    assert second.version > first.version
    assert paper.get(db, now(db, session), 1).answers == {ITEMS[0]: 2, ITEMS[1]: 4}
    assert joined(db, session) == 1


def test_another_leaders_sheet_is_not_written_over(db: Database) -> None:
    session = collecting(db)
    put(db, session, 1, FULL)
    other = Sheet({ITEMS[0]: 1})
    assert refused(db, session, 1, other) is Refusal.CHANGED
    there = paper.get(db, now(db, session), 1)
    put(db, session, 1, Sheet({ITEMS[0]: 1}, version=there.version))
    assert refused(db, session, 1, FULL) is Refusal.CHANGED


def test_a_sheet_without_answers_is_taken_away_and_comes_back(db: Database) -> None:
    session = collecting(db)
    first = put(db, session, 1, FULL)
    gone = put(db, session, 1, Sheet({}, version=first.version))
    assert gone.version == 0
    assert (joined(db, session), given(db, session)) == (0, {})
    assert paper.numbers(db, now(db, session)) == {}
    assert refused(db, session, 1, Sheet({ITEMS[0]: 1}, version=first.version)) is Refusal.CHANGED
    put(db, session, 1, FULL)
    assert (joined(db, session), len(given(db, session))) == (1, 12)


def test_the_same_number_is_the_same_person_in_the_next_round(db: Database) -> None:
    session = collecting(db)
    put(db, session, 1, FULL)
    put(db, session, 2, FULL)
    sessions.move(db, session.id, Action.REVEAL)
    sessions.move(db, session.id, Action.AGAIN)
    assert paper.numbers(db, now(db, session)) == {1: Known(), 2: Known()}
    again = put(db, session, 1, Sheet({ITEMS[0]: 5}))
    assert joined(db, session) == 2
    put(db, session, 1, Sheet({}, version=again.version))
    assert joined(db, session) == 2  # the first round's answers are still theirs
    assert len(given(db, session)) == 24


def test_a_sheet_is_in_a_group(db: Database) -> None:
    session = collecting(db)
    one, two = groups.add(db, session.id, "Kunta", "Yritys")
    first = put(db, session, 1, Sheet(FULL.answers, one))
    assert paper.get(db, now(db, session), 1) == first
    put(db, session, 1, Sheet(FULL.answers, two, first.version))
    assert paper.numbers(db, now(db, session)) == {1: Known(12, two)}
    news = answers.news(db, session.id, after=0, round_=1, instrument_id=CORE)
    assert news.chosen == {two: 1}
    groups.remove(db, session.id, two)
    there = paper.get(db, now(db, session), 1)
    assert there.group is None
    assert refused(db, session, 1, Sheet({}, two, there.version)) is Refusal.INVALID


@pytest.mark.parametrize(
    ("number", "sheet"),
    [
        (0, FULL),
        (1000, FULL),
        (1, Sheet({ITEMS[0]: 6})),
        (1, Sheet({ITEMS[0]: 4, "eiole": 4})),
        (1, Sheet({ITEMS[0]: None})),
        (1, Sheet(FULL.answers, "eiole")),
    ],
)
def test_what_is_no_sheet_changes_nothing(db: Database, number: int, sheet: Sheet) -> None:
    session = collecting(db)
    assert refused(db, session, number, sheet) is Refusal.INVALID
    assert joined(db, session) == 0


def test_sheets_are_taken_while_answers_come_in_or_are_locked(db: Database) -> None:
    drafted = sessions.create(db, CORE)
    assert paper.refusal(db, drafted) is Refusal.NOTHING_ASKED
    with pytest.raises(Refused, match="nothing_asked"):
        paper.put(db, drafted.id, 1, CORE, 1, FULL)
    session = collecting(db)
    people_answer(db, session, 5)
    put(db, session, 1, FULL)
    sessions.move(db, session.id, Action.LOCK)
    assert paper.refusal(db, now(db, session)) is None
    put(db, session, 2, FULL)
    assert paper.numbers(db, now(db, session)) == {1: Known(12), 2: Known(12)}


def test_none_are_taken_once_the_room_has_seen_results(db: Database) -> None:
    session = collecting(db)
    people_answer(db, session, 5)
    last = put(db, session, 1, FULL)
    sessions.move(db, session.id, Action.REVEAL)
    edited = Sheet({ITEMS[0]: 1}, version=last.version)
    assert refused(db, session, 2) is Refusal.SHOWN
    assert refused(db, session, 1, edited) is Refusal.SHOWN
    for action in (
        Action.LOCK,
        Action.HIDE,
        Action.UNLOCK,
        Action.LOCK,
    ):  # nobody forgets what they saw
        sessions.move(db, session.id, action)
        assert refused(db, session, 2) is Refusal.SHOWN
    sessions.move(db, session.id, Action.AGAIN)
    put(db, session, 2, FULL)
    sessions.move(db, session.id, Action.CLOSE)
    assert refused(db, session, 3) is Refusal.ENDED


def test_too_few_to_be_seen_leave_the_way_open(db: Database) -> None:
    session = collecting(db)
    people_answer(db, session, 3)
    sessions.move(db, session.id, Action.REVEAL)
    assert refused(db, session, 1) is Refusal.ON_SHOW
    sessions.move(db, session.id, Action.HIDE)
    put(db, session, 1, FULL)


def test_a_sheet_of_another_question_or_round_is_not_taken(db: Database) -> None:
    session = collecting(db)
    for round_, asked in ((2, CORE), (1, "riskit")):
        with pytest.raises(Refused, match="moved_on"):
            paper.put(db, session.id, round_, asked, 1, FULL)
    assert joined(db, session) == 0


def test_no_phone_is_a_sheet(db: Database) -> None:
    session = collecting(db)
    put(db, session, 1, FULL)
    for token in ("sheet-1", "sheet-1" + "a" * 15):
        assert answers.join(db, session.id, token).participant != "sheet-1"
    assert paper.numbers(db, now(db, session)) == {1: Known(12)}
