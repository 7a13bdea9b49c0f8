"""The map of the framework as a widget: alone, in a session, and what a press opens."""

import json
from typing import Any

import pytest

from tests.live.making import CORE
from tests.waiting import soon
from tests.widgets.room import people_answer
from verkostotyokalut.framework import LANGUAGES, instrument, workshop
from verkostotyokalut.framework.overview import overview
from verkostotyokalut.live import Action, Database, Session
from verkostotyokalut.widgets import FrameworkMap, LiveChart, LiveSession


def maps(widget: FrameworkMap) -> tuple[LiveChart, LiveChart]:
    (side,) = widget.children
    wide, narrow = side.children[0].children
    return wide, narrow


def states(chart: LiveChart) -> dict[str, str]:
    """Return each place's label by its id."""
    return {place["id"]: place["label"] for place in places(chart)}


def places(chart: LiveChart) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(chart.figure)["layout"]["meta"]["places"]
    return found


def press(chart: LiveChart, part: str) -> None:
    chart._handle_custom_msg({"type": "press", "id": part}, [])


def test_alone_nothing_has_been_asked() -> None:
    for chart in maps(FrameworkMap()):
        assert all(label.endswith(": ei vielä kysytty") for label in states(chart).values())
        assert len(chart.twin["rows"]) == len(overview().parts)


def test_a_wide_and_a_narrow_page_have_a_map_each() -> None:
    wide, narrow = maps(FrameworkMap())
    widths = [json.loads(chart.figure)["layout"]["meta"]["width"] for chart in (wide, narrow)]
    assert widths[0] > 1000 > 400 > widths[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_press_opens_a_part(language: Any) -> None:
    widget = FrameworkMap(language=language)
    wide, _ = maps(widget)
    press(wide, "tavoitteet")
    part = overview().part("tavoitteet")
    assert part is not None
    view = widget.words.view
    assert view["title"] == part.title.into(language)
    assert view["text"] == part.description.into(language)
    asked = [name for name, _ in view["lists"][0]["lines"]]
    assert asked == [instrument(name).title.into(language) for name in part.instruments]
    assert workshop(part.workshop).title.into(language) in view["lead"]
    assert view["code"] == 'vt.open_session("tavoitteet-ja-toimintatavat")'
    assert widget.opened == ()
    assert [place["id"] for place in places(wide) if place["open"]] == ["tavoitteet"]


def test_a_second_press_or_the_button_closes_it() -> None:
    widget = FrameworkMap()
    wide, narrow = maps(widget)
    press(wide, "ydin")
    press(narrow, "hyodyt")
    assert widget.words.view["id"] == "hyodyt"
    press(narrow, "hyodyt")
    assert widget.words.view == {}
    press(wide, "ydin")
    widget.words._handle_custom_msg({"type": "close"}, [])
    assert widget.words.view == {}
    assert not any(place["open"] for place in places(wide))


def test_only_what_the_room_has_been_shown_colours_the_map(db: Database, session: Session) -> None:
    live = LiveSession(db, session)
    people_answer(db, session, 8, 5)
    live.refresh()
    assert states(maps(FrameworkMap(live))[0])["ydin"].endswith("ei vielä kysytty")
    live.move(Action.REVEAL)
    found = states(maps(FrameworkMap(live))[0])
    assert found["ydin"] == "Ydinelementit: vahvuus"
    assert found["tavoitteet"].endswith("ei vielä kysytty")


def test_a_part_shows_the_pictures_of_its_results(db: Database, session: Session) -> None:
    live = LiveSession(db, session)
    people_answer(db, session, 8, 2)
    live.move(Action.REVEAL)
    widget = FrameworkMap(live)
    press(maps(widget)[0], "ydin")
    (chart,) = widget.opened
    assert instrument(CORE).title.fi in chart.label
    assert chart.figure
    view = widget.words.view
    assert view["note"] == "huolenaihe: 2 asteikolla 1–5"
    assert [said for _, said in view["lists"][0]["lines"]] == ["kysytty", "ei vielä kysytty"]
    assert view["lead"] == "Tästä kysytään tässä työpajassa."
    assert view["code"] == ""
    press(maps(widget)[0], "tavoitteet")
    assert widget.opened == ()
    title = workshop("tavoitteet-ja-toimintatavat").title.fi
    assert widget.words.view["lead"].endswith(f"valitse työpaja {title}.")


@pytest.mark.parametrize("value", [1, 5])
def test_a_small_rooms_answers_are_in_no_picture(
    db: Database, session: Session, value: int
) -> None:
    live = LiveSession(db, session)
    people_answer(db, session, 4, value)
    live.move(Action.REVEAL)
    widget = FrameworkMap(live)
    wide, _ = maps(widget)
    assert states(wide)["ydin"] == "Ydinelementit: kysytty"
    press(wide, "ydin")
    (chart,) = widget.opened
    assert "alle 5 vastausta" in chart.twin["caption"]
    assert widget.words.view["note"] == "kysytty"


async def test_the_map_follows_the_session(db: Database, session: Session) -> None:
    live = LiveSession(db, session)
    widget = FrameworkMap(live)
    wide, narrow = maps(widget)
    try:
        await soon(lambda: wide.figure and narrow.figure)
        wide.shown, narrow.shown = wide.frame, narrow.frame  # as a page that has drawn
        widget.press("ydin")
        people_answer(db, session, 8, 5)
        live.move(Action.REVEAL)
        wide.shown, narrow.shown = wide.frame, narrow.frame
        await soon(lambda: states(wide)["ydin"] == "Ydinelementit: vahvuus")
        await soon(lambda: len(widget.opened) == 1 and widget.opened[0].figure)
        wide.shown, narrow.shown = wide.frame, narrow.frame
        live.move(Action.HIDE)
        await soon(lambda: states(wide)["ydin"].endswith("ei vielä kysytty"))
        assert widget.opened == ()
    finally:
        live.close()
