"""Numbers: from a table of answers to what may be shown of them; pandas in, pandas out."""

from .agreement import AgreementWord, agreement, agreement_word
from .answers import Answers
from .by_group import by_group
from .change import group_change, paired_change, sign_test
from .comparison import Comparison, Of, Part
from .consistency import alpha_interval, consistency, cronbach
from .diagnosis import Diagnosis, Verdict, diagnose
from .dimension_counts import dimension_counts
from .dimensions import carries, dimensions, in_order, strengths
from .disclosure import check_minimum, detail_minimum, guard
from .distribution import distribution
from .gaps import largest_gaps, medians
from .interval import median_interval
from .kinds import Arranged, Collected, Numbers, numbers
from .level import LevelWord, Standing, level, level_word, on_five, standing
from .level_range import LevelRange, level_range
from .light import Light, level_light, lights
from .mirror import End, ends, large_gaps, mirror
from .release import Release, release
from .responses import DONT_KNOW, UNTOUCHED, Responses, responses
from .results import Results, group_results, own_results
from .share_interval import share_interval
from .summary import summary
from .topics import Topic, Why, topics

__all__ = [
    "DONT_KNOW",
    "UNTOUCHED",
    "AgreementWord",
    "Answers",
    "Arranged",
    "Collected",
    "Diagnosis",
    "Comparison",
    "End",
    "LevelRange",
    "LevelWord",
    "Light",
    "Numbers",
    "Of",
    "Part",
    "Release",
    "Responses",
    "Results",
    "Standing",
    "Topic",
    "Verdict",
    "Why",
    "agreement",
    "agreement_word",
    "alpha_interval",
    "by_group",
    "carries",
    "check_minimum",
    "consistency",
    "cronbach",
    "detail_minimum",
    "diagnose",
    "dimension_counts",
    "dimensions",
    "distribution",
    "ends",
    "group_change",
    "group_results",
    "guard",
    "in_order",
    "large_gaps",
    "largest_gaps",
    "level",
    "level_light",
    "level_range",
    "level_word",
    "lights",
    "median_interval",
    "medians",
    "mirror",
    "numbers",
    "on_five",
    "own_results",
    "paired_change",
    "release",
    "responses",
    "share_interval",
    "sign_test",
    "standing",
    "strengths",
    "summary",
    "topics",
]
