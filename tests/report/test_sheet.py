"""The answer sheet: every item and every number that it can be answered by, and nothing active."""

from html.parser import HTMLParser
from typing import Any

import pytest

from verkostotyokalut.framework import LANGUAGES, Instrument, instrument, instrument_ids, kinds
from verkostotyokalut.report.sheet.page import NotOnPaper, sheet
from verkostotyokalut.report.sheet.words import in_words

INSTRUMENTS = [instrument(name) for name in instrument_ids()]
CANT_SAY = {"fi": "En osaa sanoa", "sv": "Kan inte säga", "en": "I can't say"}


class Parts(HTMLParser):
    """The texts of a page by the class of their element, and all that could be active in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {}
        self.active: list[str] = []
        self.words: list[str] = []
        self.lang = ""
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.active += [name for name in given if name.startswith("on") or name in {"src", "href"}]
        if tag in {"script", "link", "img", "iframe", "form"}:
            self.active.append(tag)
        if tag == "html":
            self.lang = given.get("lang") or ""
        if tag not in {"meta", "br"}:
            name = (given.get("class") or tag).split()[0]
            self._open.append(name)
            self.texts.setdefault(name, []).append("")

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            return
        self.words.append(data)
        for name in {*self._open}:
            self.texts[name][-1] += data

    def of(self, name: str) -> list[str]:
        return [" ".join(text.split()) for text in self.texts.get(name, [])]

    @property
    def all(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", INSTRUMENTS, ids=lambda asked: asked.id)
def test_every_item_is_there_with_its_number(asked: Instrument, language: Any) -> None:
    parts = Parts(sheet(asked, language))
    assert (parts.lang, parts.active) == (language, [])
    assert parts.of("h1") == [asked.title.into(language)]
    expected = [f"{n}. {item.label.into(language)}" for n, item in enumerate(asked.items, 1)]
    assert parts.of("label") == expected
    assert parts.of("statement") == [item.statement.into(language) for item in asked.items]
    form = in_words(asked.question.on_paper(), language)  # type: ignore[arg-type]
    assert (CANT_SAY[language] in parts.all) == form["dont_know"]
    for slot in form["slots"]:
        for words in (slot["view"], slot["about"], *slot["words"], *slot["notes"]):
            assert words in parts.all


def circles(name: str) -> list[str]:
    return Parts(sheet(instrument(name), "fi")).of("circle")


def test_there_is_a_circle_for_each_number() -> None:
    assert circles("ydinelementit") == [*"12345?"] * 12
    assert circles("verkostotyypit") == [*"1234?"] * 2
    assert circles("toimintatavat") == [*"123?"] * 15
    assert circles("yhdessa-tekeminen") == [*"12345?", *"12345"] * 4
    assert circles("riskit") == [*"12345?", *"12345"] * 8
    assert circles("verkoston-sykli") == [*"1234?", *"123"]
    assert circles("kolmio") == ["?"]


def test_there_is_a_box_for_each_number_that_is_written() -> None:
    for name, boxes in (("kolmio", 6), ("oppimisen-tavat", 6), ("tavoitteet", 4)):
        assert len(Parts(sheet(instrument(name), "fi")).of("box")) == boxes
    assert len(Parts(sheet(instrument("vuosikello"), "fi")).of("words")) == 5
    assert len(Parts(sheet(instrument("verkostosalkku"), "fi")).of("words")) == 8
    assert len(Parts(sheet(instrument("pelisaannot"), "fi")).of("words")) == 2 * 3


def test_no_name_is_asked_and_the_group_only_where_there_are_groups() -> None:
    core = instrument("ydinelementit")
    alone = Parts(sheet(core, "fi"))
    assert "Älä kirjoita nimeäsi." in alone.all
    assert alone.of("groups") == []
    told = Parts(sheet(core, "fi", groups=["Kunta", "Yritys"])).of("groups")
    assert told == ["Mihin ryhmään kuulut? Kunta Yritys"]
    told = Parts(sheet(core, "fi", groups=["A"], groups_question="Mistä tulet?")).of("groups")
    assert told == ["Mistä tulet? A"]


def test_what_leaders_write_is_text() -> None:
    hostile = '</style><script>alert(1)</script>"><img src=x onerror=alert(1)>'
    core = instrument("ydinelementit")
    text = core.title.model_copy(update={"fi": hostile})
    item = core.items[0].model_copy(update={"label": text, "statement": text, "low": text})
    first = core.dimensions[0].model_copy(update={"title": text, "items": (item,)})
    own = core.model_copy(update={"title": text, "intro": text, "dimensions": (first,)})
    parts = Parts(sheet(own, "fi", groups=[hostile], groups_question=hostile))
    assert parts.active == []
    assert parts.of("h1") == [hostile]
    assert parts.of("label") == [f"1. {hostile}"]
    assert parts.all.count(hostile) >= 7


def test_every_kind_has_a_sheet_and_one_without_a_form_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = {one.question.kind: one for one in INSTRUMENTS}
    assert known.keys() == kinds().keys()
    monkeypatch.setattr(type(known["scale"].question), "on_paper", lambda _self: None)
    with pytest.raises(NotOnPaper):
        sheet(known["scale"], "fi")
