"""Words that must fit."""

from hypothesis import example, given
from hypothesis import strategies as st

from verkostotyokalut.charts.words import lines, markup, width

TEXT = st.text(alphabet="aeioäökstlmnpr ", max_size=60)


def test_breaks_between_words() -> None:
    assert lines("Ihminen tittelin takana", 190, 20) == ["Ihminen tittelin", "takana"]


def test_breaks_a_word_between_syllables_when_it_must() -> None:
    assert lines("Johdonmukaisuus", 120, 20) == ["Johdonmu-", "kaisuus"]


def test_a_good_width_joins_no_more_words_and_breaks_none() -> None:
    assert lines("Johdonmukaisuus on hyvä", 400, 20, 60) == ["Johdonmukaisuus", "on", "hyvä"]


@given(TEXT, st.integers(40, 400))
def test_nothing_is_lost(text: str, room: int) -> None:
    rejoined = "".join(line.removesuffix("-") for line in lines(text, room, 20))
    assert rejoined.replace(" ", "") == text.replace(" ", "")


@given(TEXT, st.integers(150, 400))
def test_lines_of_common_words_fit(text: str, room: int) -> None:
    short = " ".join(word[:6] for word in text.split())
    assert all(width(line, 20) <= room for line in lines(short, room, 20))


def test_what_plotly_could_take_for_markup_is_shown_as_it_is() -> None:
    assert markup(["<b>me & te</b>", "toinen"]) == "&lt;b&gt;me &amp; te&lt;/b&gt;<br>toinen"


def test_what_plotly_could_take_for_mathematics_is_shown_as_it_is() -> None:
    assert markup(["$x^2$ ja $"]) == "&#36;x^2&#36; ja &#36;"


@given(st.text(min_size=1, max_size=60), st.integers(60, 300))
@example("0000BU0", 60)  # a hyphen after what was broken anywhere
def test_lines_of_anything_fit(text: str, room: int) -> None:
    assert all(width(line, 20) <= room for line in lines(text, room, 20))


def test_a_word_without_syllables_is_broken_anywhere() -> None:
    address = "https://xn--p1b6ci4b4b3a.example/" + "x" * 40
    broken = lines(address, 200, 20)
    assert "".join(broken).replace("-", "") == address.replace("-", "")
    assert len(broken) > 2
