"""The report: all that was shown and nothing else, as a page that needs nothing else."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.report.conftest import Room, run_through
from verkostotyokalut.framework import (
    LANGUAGES,
    Language,
    UnknownContent,
    instrument,
    instrument_ids,
)
from verkostotyokalut.live import Action, Database, UnknownSession, agreements, answers, paper
from verkostotyokalut.live.agreements import Sort, Words
from verkostotyokalut.live.paper import Sheet
from verkostotyokalut.report.html import html

CORE = "ydinelementit"
KINDS = {instrument(name).question.kind: name for name in instrument_ids()}
VOID = {"meta", "br", "img", "path"}
FEW = settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.generate],  # making a failing room smaller would take minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
HOSTILE = "<script>alert(1)</script>&amp;\"'</td>\u202e<img src=x>"


class Page(HTMLParser):
    """What a browser makes of a page: elements in their order, and the text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.headings: list[tuple[int, str]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            return
        self.words.append(data)
        if any(re.fullmatch("h[1-6]", tag) for tag in self._open):
            level, words = self.headings[-1]
            self.headings[-1] = (level, words + data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def report(room: Room, language: Language | None = None) -> Page:
    return Page(html(room.db, room.id, language))


@pytest.fixture
def room(db: Database) -> Room:
    return Room(db, CORE)


@pytest.fixture
def whole(room: Room) -> Room:
    room.answer()
    room.show()
    return room


def test_everything_that_was_shown_is_there_in_the_workshops_order(db: Database) -> None:
    for name in (CORE, "tavoitteet-ja-toimintatavat", "verkostosuunnitelma"):
        room = Room(db, name)
        shown = run_through(room)
        page = report(room)
        chapters = [words for level, words in page.headings if level == 2]
        assert chapters[1 : len(shown) + 1] == [instrument(one).title.fi for one in shown]
        assert len(page.all("svg")) >= len(shown)
        room.live.move(Action.CLOSE)
        assert [words for level, words in report(room).headings if level == 2] == chapters


def test_it_has_the_results_and_what_to_try(whole: Room) -> None:
    page = report(whole)
    results = whole.live.results
    medians = results.summary["median"]
    asked = instrument(CORE)
    for item in asked.items:
        assert item.label.fi in page.text
        assert item.statement.fi in page.text
    assert asked.headline.fi in page.text
    assert "12 osallistujaa" in page.text
    assert "21. marraskuuta 2026" in page.text
    assert len(medians) == 12
    for dimension in asked.dimensions:
        every = (*dimension.advice.low, dimension.advice.divided, dimension.advice.shared)
        assert any(text.fi in page.text for text in every)
    for source in asked.sources:
        assert source.title in page.text


def test_what_was_not_shown_is_not_there(room: Room) -> None:
    room.answer()
    assert "ei ole näytetty tuloksia" in report(room).text
    assert report(room).all("svg") == []
    room.show()
    assert report(room).all("svg")
    room.live.move(Action.HIDE)
    assert report(room).all("svg") == []


def test_what_is_asked_again_is_not_there_before_it_is_shown(whole: Room) -> None:
    once = html(whole.db, whole.id)
    whole.live.move(Action.AGAIN)
    whole.answer(seed=2)
    assert html(whole.db, whole.id) == once
    whole.show()
    page = report(whole)
    labels = [words for level, words in page.headings if level == 3]
    assert any("1. kierros" in words for words in labels)
    assert any("2. kierros" in words for words in labels)


def test_coming_back_to_a_step_takes_nothing_away_of_what_the_room_saw(whole: Room) -> None:
    once = html(whole.db, whole.id)
    whole.go_on()
    whole.live.move(Action.BACK)
    assert html(whole.db, whole.id) == once
    whole.live.move(Action.UNLOCK)
    whole.answer(seed=3)
    assert html(whole.db, whole.id) == once


def test_it_tells_how_many_answered_on_paper(whole: Room) -> None:
    assert "Työpajaan liittyi puhelimellaan 12 ihmistä." in report(whole).text
    assert "paperilla" not in report(whole).text
    other = Room(whole.db, CORE)
    other.answer(4)
    for number in (1, 2):
        sheet = Sheet({item: 4 for item in other.asked.item_ids})
        paper.put(other.db, other.id, 1, CORE, number, sheet)
    other.live.refresh()
    other.show()
    page = report(other)
    assert "6 osallistujaa" in page.text
    assert "Työpajaan liittyi puhelimellaan 4 ihmistä. 2 ihmistä vastasi paperilla" in page.text
    assert "sheet-" not in page.text


def test_too_few_answers_are_told_as_such(db: Database) -> None:
    room = Room(db, CORE)
    room.answer(people=4)
    room.show()
    page = report(room)
    assert page.all("svg") == []
    assert "Tulosta ei näytetä: alle 5 vastausta." in page.text


@pytest.mark.parametrize("name", KINDS.values(), ids=KINDS)
@given(st.integers(3, 10), st.data())
@FEW
def test_a_small_rooms_answers_change_nothing(
    db: Database, name: str, minimum: int, data: st.DataObject
) -> None:
    people = data.draw(st.integers(0, minimum - 1))
    pages = []
    for who_answers in (people, data.draw(st.integers(0, people))):
        room = Room(db, f"vain-{name}", minimum=minimum)
        for who in range(minimum - 1):
            answers.join(db, room.id, f"{who:022d}")
        room.answer(who_answers, seed=data.draw(st.integers()))
        room.show()
        pages.append(html(db, room.id))
    assert pages[0] == pages[1]


@pytest.mark.parametrize("name", KINDS.values(), ids=KINDS)
@given(st.data())
@FEW
def test_a_hidden_items_answers_change_nothing(
    db: Database, name: str, data: st.DataObject
) -> None:
    last = instrument(name).item_ids[-1]
    few = data.draw(st.integers(1, 4))
    pages = []
    for other in data.draw(st.lists(st.integers(), min_size=2, max_size=2)):
        room = Room(db, f"vain-{name}")
        room.answer(8, seed=1, skips=lambda _who, item: item == last)
        room.answer(few, seed=other, skips=lambda _who, item: item != last)
        room.show()
        pages.append(html(db, room.id))
    assert pages[0] == pages[1]


def test_what_was_agreed_is_there_by_part(whole: Room) -> None:
    item = instrument(CORE).items[0]
    for words in (
        Words(Sort.ACTION, "Soitetaan pareille", "Järjestöt", date(2026, 12, 1), CORE, item.id),
        Words(Sort.RULE, HOSTILE),
    ):
        agreements.add(whole.db, whole.id, words)
    gone = agreements.add(whole.db, whole.id, Words(Sort.CLOCK, "Peruttu"))
    agreements.remove(whole.db, whole.id, gone)
    page = report(whole)
    for words in ("Soitetaan pareille", "Järjestöt", "1. joulukuuta 2026", item.label.fi):
        assert words in page.text
    assert (3, "Toimenpiteet") in page.headings
    assert (3, "Pelisäännöt") in page.headings
    assert (3, "Vuosikello") not in page.headings
    chapters = [words for level, words in page.headings if level == 2]
    assert chapters[:3] == ["Lyhyesti", "Mitä sovittiin", "Ydinelementit"]
    assert "Peruttu" not in page.text
    assert HOSTILE.replace("\u202e", "") in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_whole(whole: Room, language: Language) -> None:
    page = report(whole, language)
    assert page.all("html") == [{"lang": language}]
    asked = instrument(CORE)
    assert asked.headline.into(language) in page.text
    heading = {"fi": "Miten tämä tehtiin", "sv": "Så här gjordes det", "en": "How this was done"}
    assert (2, heading[language]) in page.headings
    for other in set(LANGUAGES) - {language}:
        assert heading[other] not in page.text
        assert asked.headline.into(other) not in page.text


def test_the_language_is_the_rooms_if_none_is_given(db: Database) -> None:
    room = Room(db, CORE, language="sv")
    assert report(room).all("html") == [{"lang": "sv"}]


def test_nothing_runs_and_nothing_is_loaded(whole: Room) -> None:
    page = report(whole)
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "link", "iframe", "object", "embed", "form", "base", "img"}
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert {"http-equiv": "Content-Security-Policy", "content": policy} in page.all("meta")
    for _tag, attributes in page.elements:
        assert not any(name.startswith("on") for name in attributes)
        for name in ("href", "src", "xlink:href", "action", "srcset"):
            assert (attributes.get(name) or "#").startswith("#")
    source = html(whole.db, whole.id).replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|url\(|@import", source)


def test_headings_are_in_order_and_links_lead_somewhere(whole: Room) -> None:
    page = report(whole)
    levels = [level for level, _ in page.headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {str(link["href"])[1:] for link in page.all("a")} <= set(ids)


def test_tables_name_their_columns_and_rows(whole: Room) -> None:
    page = report(whole)
    scopes = [attributes.get("scope") for attributes in page.all("th")]
    assert set(scopes) == {"col", "row"}
    assert len(page.all("caption")) == len(page.all("table")) > 1


def test_a_session_that_is_not_there(db: Database) -> None:
    with pytest.raises(UnknownSession):
        html(db, "eiole")


def test_content_that_is_gone(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> None:
        raise UnknownContent(name)

    monkeypatch.setattr("verkostotyokalut.report.html.workshop", gone)
    with pytest.raises(UnknownContent):
        html(room.db, room.id)
