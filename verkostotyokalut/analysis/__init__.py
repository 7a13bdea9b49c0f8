"""Numbers: from a table of answers to what may be shown of them; pandas in, pandas out."""

from .agreement import AgreementWord, agreement, agreement_word
from .answers import Answers
from .dimensions import dimensions, in_order, strengths
from .disclosure import check_minimum, guard
from .distribution import distribution
from .kinds import Collected, Numbers, numbers
from .release import Release, release
from .responses import DONT_KNOW, UNTOUCHED, Responses, responses
from .results import Results, group_results, own_results
from .summary import summary

__all__ = [
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
]
