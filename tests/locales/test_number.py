"""Numbers as each language writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verkostotyokalut.framework import LANGUAGES
from verkostotyokalut.locales import number


@pytest.mark.parametrize(
    ("value", "fi", "sv", "en"),
    [
        (4.5, "4,5", "4,5", "4.5"),
        (4.0, "4", "4", "4"),
        (4, "4", "4", "4"),
        (3.25, "3,2", "3,2", "3.2"),
        (0.04, "0", "0", "0"),
        (1234.5, "1\N{NO-BREAK SPACE}234,5", "1\N{NO-BREAK SPACE}234,5", "1,234.5"),
    ],
)
def test_a_number_is_written_in_the_languages_way(value: float, fi: str, sv: str, en: str) -> None:
    assert [number(value, language) for language in ("fi", "sv", "en")] == [fi, sv, en]


@given(st.floats(min_value=1, max_value=10), st.sampled_from(LANGUAGES))
def test_at_most_one_decimal_and_nothing_lost(value: float, language: str) -> None:
    words = number(value, language)
    assert abs(float(words.replace(",", ".")) - value) <= 0.05 + 1e-9
    assert len(words) <= 4
