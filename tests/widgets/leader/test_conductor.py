"""The leader's controls: what can be done, in the room's language, and what is wrong."""

from typing import Any

import pytest

from tests.live.making import CORE
from tests.waiting import soon
from tests.widgets.room import people_answer
from verkostotyokalut.framework import LANGUAGES, Language
from verkostotyokalut.live import Action, Database, Session, Stage, sessions
from verkostotyokalut.widgets import Conductor, LiveSession


def press(conductor: Conductor, action: object) -> None:
    """Do what the front end does when a button is pressed."""
    conductor._handle_custom_msg({"action": action}, [])


def buttons(conductor: Conductor) -> list[str]:
    return [str(action["id"]) for action in conductor.view["actions"]]


def primary(conductor: Conductor) -> list[str]:
    return [str(action["id"]) for action in conductor.view["actions"] if action["primary"]]


def test_a_workshop_is_led_from_beginning_to_end(db: Database, drafted: Session) -> None:
    conductor = Conductor(LiveSession(db, drafted))
    seen = []
    for action in ("start", "lock", "reveal", "lock", "unlock", "hide", "reveal", "next", "next"):
        seen.append((buttons(conductor), primary(conductor)))
        press(conductor, action)
    assert seen == [
        (["start", "close"], ["start"]),
        (["reveal", "lock", "next", "back", "close"], ["reveal"]),
        (["reveal", "unlock", "next", "back", "again", "close"], ["reveal"]),
        (["lock", "hide", "next", "back", "again", "close"], ["next"]),
        (["unlock", "hide", "next", "back", "again", "close"], ["next"]),
        (["lock", "hide", "next", "back", "again", "close"], ["next"]),
        (["reveal", "lock", "next", "back", "close"], ["reveal"]),
        (["lock", "hide", "next", "back", "again", "close"], ["next"]),
        (["hide", "next", "back", "close"], ["next"]),
    ]
    while "next" in buttons(conductor):
        press(conductor, "next")
    assert (buttons(conductor), primary(conductor)) == (["close", "back"], ["close"])
    press(conductor, "close")
    assert buttons(conductor) == ["reopen"]
    assert {step["status"] for step in conductor.view["steps"]} == {"done"}
    assert sessions.get(db, drafted.id).stage is Stage.CLOSED
    press(conductor, "reopen")
    assert sessions.get(db, drafted.id).stage is not Stage.CLOSED
    press(conductor, "back")
    assert [step["status"] for step in conductor.view["steps"]][-2:] == ["now", "next"]


def test_steps_show_where_the_room_is(db: Database, session: Session) -> None:
    view = Conductor(LiveSession(db, session)).view
    assert [step["status"] for step in view["steps"]] == ["done", "now"] + 6 * ["next"]
    assert sum(step["minutes"] for step in view["steps"]) == 120
    assert view["code"] == session.code
    assert view["screen_url"].endswith(f"valkokangas.ipynb?code={session.code}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_in_the_rooms_language(db: Database, language: Language) -> None:
    made = sessions.create(db, CORE, language=language)
    conductor = Conductor(LiveSession(db, made))
    words: dict[str, set[str]] = {}
    for action in ("start", "lock", "reveal", "lock", "next", "next", "close"):
        words.setdefault("stages", set()).add(conductor.view["stage_text"])
        for button in conductor.view["actions"]:
            words.setdefault(str(button["id"]), set()).add(button["label"])
        press(conductor, action)
    words["stages"].add(conductor.view["stage_text"])
    assert len(words["stages"]) == 7
    assert all(label and "{" not in label for labels in words.values() for label in labels)
    expected = {
        "fi": ("Aloita", "Näytä tulokset"),
        "sv": ("Börja", "Visa resultaten"),
        "en": ("Start", "Show the results"),
    }[language]
    assert words["reveal"] == {expected[1]}
    if language != "sv":
        assert words["start"] == {expected[0]}
    assert list(conductor.texts) == [language]
    assert conductor.view["guide"]["purpose"] and conductor.view["title"]


def test_the_next_step_is_named_on_its_button(db: Database, session: Session) -> None:
    conductor = Conductor(LiveSession(db, session))
    ahead = conductor.view["steps"][2]["title"]
    (label,) = [one["label"] for one in conductor.view["actions"] if one["id"] == "next"]
    assert label == f"Seuraavaksi: {ahead}"


def test_at_the_last_step_the_main_button_ends_the_workshop(db: Database, session: Session) -> None:
    conductor = Conductor(LiveSession(db, session))
    press(conductor, "reveal")
    while "next" in buttons(conductor):
        assert "close" not in primary(conductor)
        press(conductor, "reveal" if "reveal" in buttons(conductor) else "next")
    assert primary(conductor) == ["close"]
    assert conductor.view["steps"][-1]["status"] == "now"
    press(conductor, "close")
    assert primary(conductor) == []


def test_ending_is_asked_about_first(db: Database, session: Session) -> None:
    conductor = Conductor(LiveSession(db, session))
    asked = {one["id"]: one.get("confirm") for one in conductor.view["actions"]}
    assert asked["close"]
    assert not any(question for name, question in asked.items() if name != "close")


@pytest.mark.parametrize("action", ["unlock", "start", "eiole", None, 5, ["next"], {}])
def test_a_button_that_is_not_there_does_nothing(
    db: Database, session: Session, action: object
) -> None:
    conductor = Conductor(LiveSession(db, session))
    before = conductor.view
    press(conductor, action)
    assert conductor.view == before
    assert sessions.get(db, session.id) == session


def test_of_two_leaders_the_slower_sees_where_the_room_is(db: Database, session: Session) -> None:
    conductor = Conductor(LiveSession(db, session))
    sessions.move(db, session.id, Action.LOCK)
    press(conductor, "lock")
    assert conductor.view["stage"] == "locked"
    assert conductor.view["message"] == ""


def test_a_store_that_fails_is_told_on_the_page(db: Database, session: Session) -> None:
    conductor = Conductor(LiveSession(db, session))
    with db.read() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
    press(conductor, "lock")
    assert "ei voi kirjoittaa" in conductor.view["message"]
    assert conductor.view["urgent"]
    assert conductor.view["stage"] == "collecting"
    with db.read() as connection:
        connection.exec_driver_sql("PRAGMA query_only=OFF")
    press(conductor, "lock")
    assert (conductor.view["message"], conductor.view["stage"]) == ("", "locked")


async def test_counts_follow_the_room(db: Database, drafted: Session) -> None:
    live = LiveSession(db, drafted)
    conductor = Conductor(live)

    def counts() -> Any:
        return conductor.view["counts"]

    try:
        assert counts() == {"joined": 0, "answered": None, "done": None}
        press(conductor, "start")
        people_answer(db, drafted, 3)
        await soon(lambda: counts() == {"joined": 3, "answered": 3, "done": 3})
    finally:
        live.close()
