"""What is agreed: kept in its order, changed, taken away and brought back."""

from datetime import date

import pytest

from tests.live.making import collecting
from verkostotyokalut.live import Database, Session, UnknownSession, agreements, sessions
from verkostotyokalut.live.agreements import CannotAgree, Sort, Words, words_from

ACTION = Words(Sort.ACTION, "Kutsutaan nuoret mukaan", "järjestöt", date(2027, 1, 31))
RULE = Words(Sort.RULE, "Kokouksessa puhutaan vuorotellen")


def test_agreements_stand_in_the_order_in_which_they_were_made(
    db: Database, session: Session
) -> None:
    assert agreements.of(db, session.id) == []
    names = [agreements.add(db, session.id, words) for words in (ACTION, RULE, ACTION)]
    found = agreements.of(db, session.id)
    assert [one.id for one in found] == names
    assert (found[0].what, found[0].who, found[0].due) == (ACTION.what, ACTION.who, ACTION.due)
    assert (found[1].sort, found[1].due, found[1].item) == (Sort.RULE, None, None)
    now = sessions.get(db, session.id)
    assert now.agreed == now.changed > session.changed
    assert now.staged == session.staged  # the phones have nothing new to show


def test_an_agreement_is_changed_taken_away_and_brought_back(
    db: Database, session: Session
) -> None:
    first, second = (agreements.add(db, session.id, words) for words in (ACTION, RULE))
    agreements.change(db, session.id, first, RULE)
    assert [one.what for one in agreements.of(db, session.id)] == [RULE.what] * 2
    agreements.remove(db, session.id, first)
    assert [one.id for one in agreements.of(db, session.id)] == [second]
    agreements.restore(db, session.id, first)
    assert [one.id for one in agreements.of(db, session.id)] == [first, second]


def test_sessions_are_apart(db: Database, session: Session) -> None:
    name = agreements.add(db, session.id, ACTION)
    other = collecting(db)
    agreements.remove(db, other.id, name)
    assert [one.id for one in agreements.of(db, session.id)] == [name]
    assert agreements.of(db, other.id) == []
    with pytest.raises(UnknownSession):
        agreements.add(db, "0" * 32, ACTION)


def test_there_are_only_so_many(
    db: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreements, "MOST", 1)
    agreements.add(db, session.id, ACTION)
    with pytest.raises(CannotAgree):
        agreements.add(db, session.id, RULE)


def test_what_a_page_sends_becomes_an_agreement() -> None:
    data = {"sort": "action", "what": "  Kutsutaan\n nuoret mukaan ", "who": "järjestöt"}
    assert words_from({**data, "due": "2027-01-31"}) == ACTION
    assert words_from({**data, "due": ""}).due is None
    assert words_from({**data, "instrument": "riskit", "item": "arki.aika"}).item == "arki.aika"


@pytest.mark.parametrize(
    "wrong",
    [
        {"sort": "muu"},
        {"what": ""},
        {"what": " \n "},
        {"what": "x" * 301},
        {"what": None},
        {"what": "a\u202eb"},
        {"who": "x" * 81},
        {"who": 5},
        {"due": "31.1.2027"},
        {"due": 5},
        {"item": "x" * 61},
        {"item": ["a"]},
    ],
)
def test_what_is_no_agreement_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(CannotAgree):
        words_from({"sort": "action", "what": "Sovitaan", **wrong})
