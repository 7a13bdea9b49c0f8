"""The content as it is shipped: the method's counts, three languages, short enough."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from verkostotyokalut import framework
from verkostotyokalut.framework import (
    LANGUAGES,
    Instrument,
    Screen,
    Text,
    instrument,
    instrument_ids,
    kinds,
    workshop,
    workshop_ids,
)
from verkostotyokalut.framework.text import Model

LABEL = 24  # characters that a chart has room for


def texts(part: object, path: str = "") -> Iterator[tuple[str, Text]]:
    if isinstance(part, Text):
        yield path, part
    elif isinstance(part, Model):
        for name in type(part).model_fields:
            yield from texts(getattr(part, name), f"{path}.{name}")
    elif isinstance(part, tuple):
        for index, one in enumerate(part):
            yield from texts(one, f"{path}[{index}]")


@pytest.fixture
def core() -> Instrument:
    return instrument("ydinelementit")


def test_the_core_asks_four_items_of_three_things(core: Instrument) -> None:
    assert [dimension.id for dimension in core.dimensions] == [
        "tunteminen",
        "luottamus",
        "sitoutuminen",
    ]
    assert [len(dimension.items) for dimension in core.dimensions] == [4, 4, 4]
    assert [dimension.shape for dimension in core.dimensions] == ["circle", "square", "triangle"]
    for dimension in core.dimensions:
        for item in dimension.items:
            assert item.id.split(".")[0] == dimension.id


def test_the_core_asks_on_five_points_with_a_way_out(core: Instrument) -> None:
    assert len(core.question.points) == 5
    assert core.question.dont_know


def test_the_core_names_its_sources(core: Instrument) -> None:
    assert core.sources
    assert len({source.letter for source in core.sources}) == len(core.sources)
    assert any("Järvensivu" in source.author for source in core.sources)


@pytest.mark.parametrize("name", instrument_ids())
@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_fit_their_place(name: str, language: str) -> None:
    for item in instrument(name).items:
        assert len(getattr(item.label, language)) <= LABEL, item.id


@pytest.mark.parametrize("name", instrument_ids())
def test_nothing_is_asked_twice(name: str) -> None:
    for language in LANGUAGES:
        for part in ("label", "statement"):
            words = Counter(getattr(item, part).into(language) for item in instrument(name).items)
            assert [text for text, count in words.items() if count > 1] == []


@pytest.mark.parametrize("name", instrument_ids())
def test_no_text_of_an_instrument_is_left_untranslated(name: str) -> None:
    check_languages(instrument(name))


@pytest.mark.parametrize("name", workshop_ids())
def test_no_text_of_a_workshop_is_left_untranslated(name: str) -> None:
    check_languages(workshop(name))


def check_languages(content: Model) -> None:
    found = list(texts(content))
    assert len(found) > 10
    for path, text in found:
        for language in LANGUAGES:
            words = text.into(language)
            assert words.strip(), f"{path}.{language}"
            assert not re.search(r"TODO|XXX|\?\?\?", words), f"{path}.{language}"
        if len(text.fi.split()) > 2:
            assert len({text.fi, text.sv, text.en}) == 3, path


@pytest.mark.parametrize("name", workshop_ids())
def test_a_workshop_begins_by_joining_and_asks_something(name: str) -> None:
    steps = workshop(name).steps
    assert steps[0].screen is Screen.JOIN
    assert steps[0].instrument is None
    assert any(step.instrument for step in steps)
    for step in steps:
        if step.screen is Screen.RESULTS:
            assert workshop(name).instrument_at(steps.index(step)) is not None


# The method's counts, exactly: items in each dimension, and what the question itself lists.
COUNTS = {
    "ydinelementit": ([4, 4, 4], {"points": 5}),  # A5
    "verkostotyo": ([4], {"points": 5}),  # A1
    "kolmio": ([1], {"corners": 3}),  # A2
    "verkostotyypit": ([1], {"options": 4}),  # A3
    "kehittamisen-tapa": ([4], {"points": 5}),  # A4
    "verkoston-sykli": ([1], {"phases": 4}),  # A6
    "syklin-vaiheet": ([4, 4, 4, 4], {"points": 5}),  # A6
    "tavoitteet": ([1], {"options": 4}),  # A7
    "toimintatavat": ([4, 4, 3, 4], {}),  # A8
    "yhdessa-tekeminen": ([4], {"points": 5}),  # A9
    "koordinointi-ja-fasilitointi": ([4, 4], {"points": 5}),  # A10
    "oppimisen-tavat": ([1], {"parts": 3}),  # A11
    "vaikutusten-levittaminen": ([4], {"points": 5}),  # A12
    "riittava-tulos": ([1], {"options": 5}),  # B1
    "vetajan-tehtavat": ([5], {"points": 5}),  # B5
    "innostaminen": ([3, 4, 3], {"points": 5}),  # B6
    "kolme-nakokulmaa": ([3, 3, 3], {"points": 5}),  # B7
    "verkostosalkku": ([1], {"fields": 6}),  # C1 C2 C4 C6
    "hyodyt": ([1], {"options": 9}),  # C3
    "verkostojen-etsiminen": ([4, 4], {}),  # C7
    "yhteistyon-syvyys": ([1], {"options": 5}),  # D1
    "onnistumisen-edellytykset": ([3, 3], {"points": 5}),  # D2
    "onnistumisen-avaimet": ([3, 4, 3, 3], {"points": 5}),  # E1
    "jasenen-lahtokohdat": ([4], {"points": 5}),  # E4
    "verkoston-aloitus": ([5], {"examples": 5}),  # B2
    "pelisaannot": ([3], {"examples": 3}),  # B3
    "arviointi-sanoin": ([4], {"examples": 4}),  # B7, A12
    "kumppanuussuunnitelma": ([5], {"examples": 5}),  # C5
    "vuosikello": ([1], {"examples": 1}),  # A10
}


@pytest.mark.parametrize("name", COUNTS)
def test_the_counts_are_the_methods(name: str) -> None:
    items, lists = COUNTS[name]
    found = instrument(name)
    assert [len(dimension.items) for dimension in found.dimensions] == items
    for field, count in lists.items():
        assert len(getattr(found.question, field)) == count


def test_every_kind_is_asked_by_some_instrument_and_in_all_four_places() -> None:
    package = Path(framework.__file__).parents[1]
    places = {
        "framework/kinds": ".py",
        "analysis/kinds": ".py",
        "charts/kinds": "",
        "widgets/frontend/kinds": ".js",
    }
    for place, ending in places.items():
        here = {file.stem for file in (package / place).glob(f"*{ending}")} - {
            "__init__",
            "__pycache__",
        }
        assert here == set(kinds()), place
    assert {instrument(name).question.kind for name in instrument_ids()} == set(kinds())
