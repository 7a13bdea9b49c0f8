"""What is agreed: written on one leader's page, the same on the others and on the projector."""

import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.live.making import CORE, ITEMS
from tests.widgets.room import people_answer
from verkostotyokalut.framework import Screen, workshop
from verkostotyokalut.live import Action, Database, Session, StorageError, Trouble, agreements
from verkostotyokalut.live.agreements import MOST, Sort
from verkostotyokalut.widgets import AgreementBoard, Agreements, LiveSession
from verkostotyokalut.widgets.leader.agreements import opens

ACTION = {
    "sort": "action",
    "what": "Kutsutaan nuoret",
    "who": "järjestöt",
    "due": "2027-01-31",
    "instrument": CORE,
    "item": ITEMS[0],
}


@pytest.fixture
def live(db: Database, session: Session) -> LiveSession:
    return LiveSession(db, session)


def send(widget: Agreements, **content: Any) -> None:
    widget._on_message(widget, content, [])


def rows(widget: Agreements, part: str) -> list[dict[str, Any]]:
    return next(one["rows"] for one in widget.view["parts"] if one["id"] == part)


def test_an_agreement_is_added_changed_removed_and_brought_back(
    db: Database, live: LiveSession
) -> None:
    page = Agreements(live)
    send(page, do="add", form="f1", words=ACTION)
    (row,) = rows(page, "action")
    assert (row["what"], row["who"], row["due"]) == ("Kutsutaan nuoret", "järjestöt", "2027-01-31")
    assert row["about"] == f"{CORE}/{ITEMS[0]}"
    assert page.view["kept"] == "f1"
    send(page, do="change", id=row["id"], words={"who": "kunta"})
    (agreed,) = live.agreements
    assert (agreed.what, agreed.who, agreed.due) == ("Kutsutaan nuoret", "kunta", date(2027, 1, 31))
    send(page, do="remove", id=row["id"])
    assert rows(page, "action") == []
    assert page.view["removed"] == {"id": row["id"], "what": "Kutsutaan nuoret", "sort": "action"}
    send(page, do="restore", id=row["id"])
    assert [one["id"] for one in rows(page, "action")] == [row["id"]]
    assert page.view["removed"] is None


def test_several_leaders_see_the_same(db: Database, live: LiveSession, session: Session) -> None:
    other_live = LiveSession(db, session)
    page, other, board = Agreements(live), Agreements(other_live), AgreementBoard(other_live)
    send(page, do="add", form="f1", words=ACTION)
    other_live.refresh()
    assert rows(other, "action") == rows(page, "action")
    assert [one["rows"] for one in board.view["parts"] if one["id"] == "action"] == [
        [
            {
                "id": live.agreements[0].id,
                "what": "Kutsutaan nuoret",
                "who": "järjestöt",
                "due": "31.1.2027",
                "about": "Ihminen tittelin takana",
            }
        ]
    ]


def test_what_is_sent_twice_is_added_once(live: LiveSession) -> None:
    page = Agreements(live)
    for _ in range(2):
        send(page, do="add", form="f1", words=ACTION)
    assert len(live.agreements) == 1
    send(page, do="add", form="f2", words=ACTION)
    assert len(live.agreements) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"sort": "muu"},
        {"what": "x" * 301},
        {"what": "  "},
        {"who": "x" * 81},
        {"due": "huomenna"},
        {"instrument": "riskit", "item": "kilpailu.rahoitus"},
        {"item": "muu"},
        {"instrument": None},
    ],
)
def test_what_cannot_be_kept_is_told_and_not_kept(live: LiveSession, wrong: dict[str, Any]) -> None:
    page = Agreements(live)
    send(page, do="add", form="f1", words={**ACTION, **wrong})
    assert live.agreements == []
    assert page.view["message"] == "Tätä ei voitu tallentaa. Kirjoita 1–300 tavallista merkkiä."
    assert page.view["kept"] == ""
    send(page, do="add", form="f1", words=ACTION)
    assert (page.view["message"], page.view["kept"]) == ("", "f1")


def test_too_many_are_told(live: LiveSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreements, "MOST", 1)
    monkeypatch.setattr("verkostotyokalut.widgets.leader.agreements.MOST", 1)
    page = Agreements(live)
    for form in ("f1", "f2"):
        send(page, do="add", form=form, words=ACTION)
    assert page.view["message"].startswith("Sovittuja asioita on jo 1.")
    assert MOST > 1


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"do": "all"},
        {"do": "add", "words": ACTION},
        {"do": "add", "form": "f", "words": "x"},
        {"do": "change", "id": "muu", "words": {"what": "x"}},
        {"do": "remove", "id": "muu"},
        {"do": "remove", "id": 5},
        {"do": "restore", "id": "muu"},
    ],
)
def test_what_is_no_message_changes_nothing(live: LiveSession, content: dict[str, Any]) -> None:
    page = Agreements(live)
    send(page, do="add", form="f1", words=ACTION)
    before = page.view
    send(page, **content)
    assert page.view == before


def test_a_full_disk_is_told(live: LiveSession, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StorageError(Trouble.FULL, "x", "full")

    monkeypatch.setattr(agreements, "add", full)
    page = Agreements(live)
    send(page, do="add", form="f1", words=ACTION)
    assert page.view["message"].startswith("Levy on täynnä")
    assert page.view["kept"] == ""


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        (["vetajan-tehtavat", "vuosikello"], Sort.CLOCK),
        (["verkoston-sykli", "pelisaannot"], Sort.RULE),
        (["tavoitteet", "toimintatavat"], Sort.RULE),
        (["hyodyt", "kumppanuussuunnitelma"], Sort.PLAN),
        (["ydinelementit"], Sort.ACTION),
        ([], Sort.ACTION),
    ],
)
def test_the_part_that_the_workshop_is_about_opens_first(asked: list[str], part: Sort) -> None:
    assert opens(asked) is part


def test_it_is_time_to_agree_at_the_steps_that_say_so(db: Database, live: LiveSession) -> None:
    page = Agreements(live, folded=True)
    steps = workshop(CORE).steps
    assert (page.view["folded"], page.view["now"]) == (True, False)
    while steps[live.step].screen is not Screen.AGREEMENT:
        live.move(Action.NEXT)
    assert page.view["now"]


def test_only_what_the_room_has_been_shown_is_suggested(
    db: Database, live: LiveSession, session: Session
) -> None:
    people_answer(db, session, 6, 4, ITEMS[1:])
    people_answer(db, session, 6, 1, ITEMS[:1])
    page = Agreements(live)
    live.refresh()

    def chips() -> list[str]:
        return [chip["what"] for chip in page.view["parts"][0]["suggestions"]]

    assert chips() == []
    live.move(Action.REVEAL)
    page._update()
    assert chips() == ["Ihminen tittelin takana"]
    live.move(Action.HIDE)
    page._update()
    assert chips() == []
    live.move(Action.REVEAL)
    while live.workshop.steps[live.step].screen is not Screen.TITLE:
        live.move(Action.NEXT)
    page._update()
    assert live.results is None
    assert chips() == ["Ihminen tittelin takana"]  # the room has seen it


def test_nothing_is_suggested_to_those_who_have_not_opened_it(
    db: Database, live: LiveSession, session: Session
) -> None:
    people_answer(db, session, 6, 4, ITEMS[1:])
    people_answer(db, session, 6, 1, ITEMS[:1])
    page = Agreements(live, folded=True)
    live.move(Action.REVEAL)
    page._update()
    assert page.view["parts"][0]["suggestions"] == []
    send(page, do="open")
    assert len(page.view["parts"][0]["suggestions"]) == 1


def test_what_was_never_shown_is_not_suggested_later(
    db: Database, live: LiveSession, session: Session
) -> None:
    people_answer(db, session, 6, 4, ITEMS[1:])
    people_answer(db, session, 6, 1, ITEMS[:1])
    page = Agreements(live)
    while live.workshop.steps[live.step].screen is not Screen.TITLE:
        live.move(Action.NEXT)
    page._update()
    assert page.view["parts"][0]["suggestions"] == []


def test_the_calendar_comes_as_a_file(live: LiveSession, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Agreements(live)
    sent: list[tuple[dict[str, str], list[bytes]]] = []
    monkeypatch.setattr(page, "send", lambda message, buffers: sent.append((message, buffers)))
    send(page, do="add", form="f1", words={"sort": "rule", "what": "Yksi puhuu kerrallaan"})
    send(page, do="calendar")
    assert sent == []
    assert page.view["message"] == "Millään sovitulla asialla ei ole vielä päivää."
    send(page, do="add", form="f2", words=ACTION)
    send(page, do="calendar")
    ((message, (file,)),) = sent
    assert message["name"] == f"{CORE}-{date.today().isoformat()}.ics"
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    assert event["summary"] == "Kutsutaan nuoret"


def test_words_are_kept_as_they_are(live: LiveSession, tmp_path: Path) -> None:
    page = Agreements(live)
    send(page, do="add", form="f1", words={"sort": "rule", "what": "<b>x</b>'); DROP TABLE answer"})
    with sqlite3.connect(tmp_path / "verkosto.sqlite") as connection:
        assert connection.execute("SELECT what FROM agreement").fetchall() == [
            ("<b>x</b>'); DROP TABLE answer",)
        ]
