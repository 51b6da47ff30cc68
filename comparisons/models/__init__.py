from comparisons.models.near_skills import ComparisonNearSkill
from comparisons.models.neighbours import Beside, Neighbour, neighbours, pairs_among
from comparisons.models.notes import ComparisonFAQ, ComparisonNote, Indexing
from comparisons.models.pairs import Judging, Pair

__all__ = [
    "Beside",
    "ComparisonFAQ",
    "ComparisonNearSkill",
    "ComparisonNote",
    "Indexing",
    "Judging",
    "Neighbour",
    "Pair",
    "neighbours",
    "pairs_among",
]
