"""Answers on paper: what stands there is the same answer, and nothing else gets through."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verkostotyokalut.framework import DONT_KNOW, Instrument, instrument, instrument_ids, kinds
from verkostotyokalut.framework.lines import tidy
from verkostotyokalut.framework.paper import Form, Line

INSTRUMENTS = [instrument(name) for name in instrument_ids()]
OF_EACH_KIND = [next(i for i in INSTRUMENTS if i.question.kind == kind) for kind in sorted(kinds())]
ASKED = pytest.mark.parametrize("asked", INSTRUMENTS, ids=lambda asked: asked.id)


def form_of(asked: Instrument) -> Form:
    form = asked.question.on_paper()
    assert form is not None
    return form


def one_line(asked: Instrument, **numbers: Any) -> Any:
    """Read a line with a few numbers, by their places from 0 on: ``_0=3``."""
    line: list[Any] = [None] * len(form_of(asked).slots)
    for place, number in numbers.items():
        line[int(place[1:])] = number
    return asked.question.from_paper([Line(tuple(line))])


@ASKED
def test_every_answer_stands_on_paper_and_is_read_again(asked: Instrument) -> None:
    chance = random.Random(asked.id)
    for _ in range(60):
        item = chance.choice(asked.item_ids)
        value = asked.question.imagine(chance, chance.random(), item)
        lines = asked.question.to_paper(value)
        assert form_of(asked).fits(lines)
        assert asked.question.from_paper(lines) == value


@ASKED
def test_an_empty_form_is_no_answer(asked: Instrument) -> None:
    nothing = Line((None,) * len(form_of(asked).slots))
    assert asked.question.from_paper([nothing]) is None
    assert asked.question.from_paper([]) is None


@pytest.mark.parametrize("asked", OF_EACH_KIND, ids=lambda asked: asked.question.kind)
@settings(max_examples=40)
@given(data=st.data())
def test_whatever_is_typed_is_refused_read_or_not_accepted(
    asked: Instrument, data: st.DataObject
) -> None:
    form = form_of(asked)
    number = st.none() | st.integers(-3, 103) | st.just(DONT_KNOW) | st.booleans() | st.text()
    line = st.builds(Line, st.lists(number, max_size=8).map(tuple), st.text(max_size=90), st.text())
    lines = data.draw(st.lists(line, max_size=6))
    if not form.fits(lines):
        with pytest.raises(ValueError, match="no such lines"):
            asked.question.from_paper(lines)
        return
    value = asked.question.from_paper(lines)
    if value is not None and asked.question.accepts(value):
        assert asked.question.from_paper(asked.question.to_paper(value)) == value


@pytest.mark.parametrize("asked", OF_EACH_KIND, ids=lambda asked: asked.question.kind)
def test_a_number_outside_its_slot_has_no_room(asked: Instrument) -> None:
    form = form_of(asked)
    for place, slot in enumerate(form.slots):
        for wrong in (slot.low - 1, slot.high + 1, True, 1.0, "1", 2.5):
            numbers: list[Any] = [None] * len(form.slots)
            numbers[place] = wrong
            assert not form.fits([Line(tuple(numbers))])
    assert not form.fits([Line((None,) * (len(form.slots) + 1))])
    assert not form.fits([Line((None,) * len(form.slots))] * (form.lines + 1))
    assert not form.fits([Line((None,) * len(form.slots), "x" * (form.characters + 1))])


def test_what_is_left_half_done_is_not_accepted() -> None:
    riskit, kolmio, shares = map(instrument, ("riskit", "kolmio", "oppimisen-tavat"))
    cycle, wall, salkku = map(instrument, ("verkoston-sykli", "vuosikello", "verkostosalkku"))
    for asked, value in (
        (riskit, one_line(riskit, _0=3)),
        (cycle, one_line(cycle, _0=3)),
        (kolmio, one_line(kolmio, _0=50, _1=40)),
        (shares, one_line(shares, _0=90)),
        (wall, wall.question.from_paper([Line((3,), "", "abc123")])),
        (wall, wall.question.from_paper([Line((None,), "Kahvit", "abc123")])),
        (salkku, salkku.question.from_paper([Line((1,) * 6, " ", "abc123")])),
    ):
        assert value is not None
        assert not asked.question.accepts(value)


def test_what_is_left_out_is_read_as_people_mean_it() -> None:
    kolmio, shares = instrument("kolmio"), instrument("oppimisen-tavat")
    assert one_line(kolmio, _3=100) == {"wanted": [100, 0, 0]}
    parts = [part.id for part in shares.question.parts]  # type: ignore[attr-defined]
    assert one_line(shares, _0=60, _2=40) == {"now": dict(zip(parts, (60, 0, 40), strict=True))}
    dots = instrument("tavoitteet")
    assert one_line(dots, _0=0, _1=2) == {dots.question.options[1].id: 2}  # type: ignore[attr-defined]
    assert one_line(dots, _0=0) is None
    pair = instrument("yhdessa-tekeminen")
    assert one_line(pair, _1=4) == {"wanted": 4}
    assert one_line(pair, _0=DONT_KNOW, _1=4) == DONT_KNOW


@given(st.text())
def test_what_is_typed_is_one_line_that_can_be_seen(typed: str) -> None:
    line = tidy(typed)
    assert line == line.strip()
    assert line.isprintable() or set(line) - {" "}
    assert not {"\n", "\r", "\t", "\u202e", "\u2028", "\x00"} & set(line)
    assert tidy(line) == line
