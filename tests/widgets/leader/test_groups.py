"""The leader's groups: what is told of them, and that each press is kept."""

from typing import Any

import pytest

from tests.live.making import CORE
from tests.waiting import soon
from verkostotyokalut.framework import LANGUAGES, instrument, workshop
from verkostotyokalut.live import (
    Choice,
    Database,
    Session,
    StorageError,
    Trouble,
    answers,
    sessions,
)
from verkostotyokalut.live import groups as store
from verkostotyokalut.live.groups import LABEL, MOST, QUESTION
from verkostotyokalut.widgets import Groups, LiveSession
from verkostotyokalut.widgets.leader.groups import ready_made


@pytest.fixture
def live(db: Database, session: Session) -> LiveSession:
    return LiveSession(db, session)


def send(widget: Groups, live: LiveSession, **content: Any) -> None:
    widget._on_message(widget, content, [])
    live.refresh()
    widget._update()


def labels(widget: Groups) -> list[str]:
    return [group["label"] for group in widget.view["groups"]]


def ids(widget: Groups) -> list[str]:
    return [group["id"] for group in widget.view["groups"]]


def people_choose(db: Database, live: LiveSession, group: str | None, people: int) -> None:
    for _ in range(people):
        who = answers.join(db, live.id).participant
        answers.save(db, [Choice(live.id, who, group, 1)])
    live.refresh()


def test_groups_are_added_named_moved_and_asked(db: Database, live: LiveSession) -> None:
    widget = Groups(live)
    assert (widget.view["groups"], widget.view["question"]) == ([], "")
    for label in ("Kunta", "Yritys", "Järjestö"):
        send(widget, live, do="add", label=label)
    one, two, three = ids(widget)
    send(widget, live, do="rename", group=two, label="Firma")
    send(widget, live, do="order", group=three, place=0)
    send(widget, live, do="ask", question=" Mistä tulet? ")
    assert labels(widget) == ["Järjestö", "Kunta", "Firma"]
    assert ids(widget) == [three, one, two]
    assert widget.view["question"] == "Mistä tulet?"
    send(widget, live, do="ask", question="  ")
    assert widget.view["question"] == ""
    other = Groups(LiveSession(db, sessions.get(db, live.id)))
    assert other.view == widget.view


def test_a_removed_group_is_brought_back_with_its_people(db: Database, live: LiveSession) -> None:
    widget = Groups(live)
    for label in ("Kunta", "Yritys"):
        send(widget, live, do="add", label=label)
    people_choose(db, live, ids(widget)[0], 6)
    send(widget, live, do="restore")
    before = widget.view
    send(widget, live, do="remove", group=ids(widget)[0])
    assert (labels(widget), widget.view["removed"]) == (["Yritys"], "Kunta")
    assert widget.view["none"] == "6"
    send(widget, live, do="restore")
    assert widget.view == before
    assert widget.view["groups"][0]["count"] == "6"


def test_a_few_are_not_told_nor_what_would_tell_them(db: Database, live: LiveSession) -> None:
    widget = Groups(live)
    for label in ("Kunta", "Yritys", "Muu"):
        send(widget, live, do="add", label=label)
    one, two, three = ids(widget)
    people_choose(db, live, one, 5)
    people_choose(db, live, two, 4)
    people_choose(db, live, None, 7)
    assert live.group_counts == {one: None, two: None, three: None, None: 7}
    widget._update()
    assert [group["count"] for group in widget.view["groups"]] == ["ei näytetä"] * 3
    assert widget.view["none"] == "7"
    people_choose(db, live, two, 1)
    assert live.group_counts == {one: 5, two: 5, three: None, None: 7}
    widget._update()
    assert [group["count"] for group in widget.view["groups"]] == ["5", "5", "ei näytetä"]


async def test_the_counts_follow_the_phones(db: Database, session: Session) -> None:
    live = LiveSession(db, session)
    widget = Groups(live)
    try:
        (name,) = store.add(db, session.id, "Kunta")
        await soon(lambda: widget.view["groups"])
        people_choose(db, live, name, 5)
        await soon(lambda: widget.view["groups"][0]["count"] == "5")
    finally:
        live.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_ready_made_sets_can_be_used_as_they_are(db: Database, language: Any) -> None:
    for number, (question, _title, wanted) in enumerate(ready_made(workshop(CORE), language)):
        live = LiveSession(db, sessions.create(db, "ydinelementit", language=language))
        widget = Groups(live)
        assert len(widget.view["sets"]) == 3
        send(widget, live, do="start", set=number)
        assert (labels(widget), widget.view["question"]) == (wanted, question)
        assert len(question) <= QUESTION
        assert max(map(len, wanted)) <= LABEL
        send(widget, live, do="start", set=0)
        assert labels(widget) == wanted


@pytest.mark.parametrize("label", ["Kunta", "x" * (LABEL + 1), " "])
def test_what_is_no_name_is_told_and_changes_nothing(live: LiveSession, label: str) -> None:
    widget = Groups(live)
    send(widget, live, do="add", label="Kunta")
    widget._on_message(widget, {"do": "add", "label": label}, [])
    assert labels(widget) == ["Kunta"]
    assert f"enintään {LABEL} merkkiä" in widget.view["message"]
    assert str(MOST) in widget.view["message"]
    send(widget, live, do="add", label="Yritys")
    assert widget.view["message"] == ""


def test_another_leader_was_quicker(db: Database, live: LiveSession) -> None:
    widget = Groups(live)
    send(widget, live, do="add", label="Kunta")
    (name,) = ids(widget)
    store.remove(db, live.id, name)
    send(widget, live, do="rename", group=name, label="Kaupunki")
    assert (labels(widget), widget.view["message"], widget.view["removed"]) == ([], "", "")


def test_a_store_that_is_full_is_told(live: LiveSession, monkeypatch: pytest.MonkeyPatch) -> None:
    widget = Groups(live)

    def full(*_: object) -> None:
        raise StorageError(Trouble.FULL, "x", "y")

    monkeypatch.setattr(store, "add", full)
    send(widget, live, do="add", label="Kunta")
    assert (labels(widget), bool(widget.view["message"])) == ([], True)


@pytest.mark.parametrize(
    "content",
    [
        {"do": "add", "label": 5},
        {"do": "start", "set": 3},
        {"do": "start", "set": -1},
        {"do": "order", "group": "eiole", "place": 0},
        {"do": "remove", "group": None},
        {"do": "restore"},
        {"do": "all"},
        {},
    ],
)
def test_what_is_no_action_changes_nothing(live: LiveSession, content: dict[str, Any]) -> None:
    widget = Groups(live)
    before = widget.view
    send(widget, live, **content)
    assert widget.view == before


def test_the_actors_that_are_asked_about_can_be_the_groups(db: Database) -> None:
    session = sessions.create(db, "vain-suhteet")
    widget = Groups(LiveSession(db, session))
    assert widget.view["sets"][0].startswith("Kunnat / Hyvinvointialueet / ")
    widget._handle_custom_msg({"do": "start", "set": 0}, [])
    labels = [group["label"] for group in widget.view["groups"]]
    assert labels == [item.label.fi for item in instrument("suhteet").items]
