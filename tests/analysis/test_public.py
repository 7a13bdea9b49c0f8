"""The package's public names."""

from verkostotyokalut import analysis

NAMES = {
    "DONT_KNOW",
    "UNTOUCHED",
    "AgreementWord",
    "Answers",
    "Collected",
    "Numbers",
    "Release",
    "Responses",
    "Results",
    "agreement",
    "agreement_word",
    "check_minimum",
    "dimensions",
    "distribution",
    "group_results",
    "guard",
    "in_order",
    "numbers",
    "own_results",
    "release",
    "responses",
    "strengths",
    "summary",
}


def test_public_names_are_these_and_exist() -> None:
    assert set(analysis.__all__) == NAMES
    assert all(hasattr(analysis, name) for name in NAMES)
