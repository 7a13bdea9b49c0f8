"""Numbers: from a table of answers to what may be shown of them; pandas in, pandas out."""

from .agreement import AgreementWord, agreement, agreement_word
from .answers import Answers
from .dimensions import carries, dimensions, in_order, strengths
from .disclosure import check_minimum, guard
from .distribution import distribution
from .kinds import Arranged, Collected, Numbers, numbers
from .level import LevelWord, Standing, level, level_word, on_five, standing
from .mirror import End, ends, large_gaps, mirror
from .release import Release, release
from .responses import DONT_KNOW, UNTOUCHED, Responses, responses
from .results import Results, group_results, own_results
from .summary import summary
from .topics import Topic, Why, topics

__all__ = [
    "DONT_KNOW",
    "UNTOUCHED",
    "AgreementWord",
    "Answers",
    "Arranged",
    "Collected",
    "End",
    "LevelWord",
    "Numbers",
    "Release",
    "Responses",
    "Results",
    "Standing",
    "Topic",
    "Why",
    "agreement",
    "agreement_word",
    "carries",
    "check_minimum",
    "dimensions",
    "distribution",
    "ends",
    "group_results",
    "guard",
    "in_order",
    "large_gaps",
    "level",
    "level_word",
    "mirror",
    "numbers",
    "on_five",
    "own_results",
    "release",
    "responses",
    "standing",
    "strengths",
    "summary",
    "topics",
]
