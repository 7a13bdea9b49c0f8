"""The package's public names."""

from verkostotyokalut import analysis

NAMES = {
    "DONT_KNOW",
    "UNTOUCHED",
    "AgreementWord",
    "Answers",
    "Arranged",
    "Collected",
    "End",
    "LevelWord",
    "Light",
    "Numbers",
    "Release",
    "Responses",
    "Results",
    "Standing",
    "Topic",
    "Why",
    "agreement",
    "agreement_word",
    "alpha_interval",
    "carries",
    "check_minimum",
    "consistency",
    "cronbach",
    "dimensions",
    "distribution",
    "ends",
    "group_change",
    "group_results",
    "guard",
    "in_order",
    "large_gaps",
    "level",
    "level_word",
    "lights",
    "median_interval",
    "mirror",
    "numbers",
    "on_five",
    "own_results",
    "paired_change",
    "release",
    "responses",
    "sign_test",
    "standing",
    "strengths",
    "summary",
    "topics",
}


def test_public_names_are_these_and_exist() -> None:
    assert set(analysis.__all__) == NAMES
    assert all(hasattr(analysis, name) for name in NAMES)
