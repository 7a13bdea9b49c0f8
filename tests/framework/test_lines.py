"""Lines that people write, and drawn ids."""

import random

import pytest

from verkostotyokalut.framework.lines import draw_id, is_drawn_id, is_line, spaced_line


def test_a_line_has_no_breaks_and_no_spaces_around_it() -> None:
    assert is_line("Kylät yhdessä", 13)
    for words in (
        "",
        " a",
        "a ",
        "a\nb",
        "a\u2028b",
        "a\0",
        "\ud800",
        "kaksitoista c",
        None,
        1,
        ["a"],
    ):
        assert not is_line(words, 12)


def test_what_nobody_sees_is_let_through_only_where_it_may_join_characters() -> None:
    family = "👩\u200d👧"
    assert is_line(family, 3)
    assert not is_line(family, 3, unseen=False)


def test_spaces_become_single() -> None:
    assert spaced_line("  Kootaan \n yhteys ", 14) == "Kootaan yhteys"
    for words in ("", "  ", "neljätoista m", "a\u202eb"):
        with pytest.raises(ValueError, match="1 to 12 characters"):
            spaced_line(words, 12)


def test_ids_are_six_letters_or_digits() -> None:
    assert all(is_drawn_id(draw_id(random.Random(seed))) for seed in range(50))
    for value in ("abc12", "abc1234", "ABC123", "äbc123", "abc12\n", None, 123456):
        assert not is_drawn_id(value)
