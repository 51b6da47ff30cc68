from comparisons.models.near_skills import ComparisonNearSkill
from comparisons.models.notes import ComparisonFAQ, ComparisonNote, Indexing
from comparisons.models.pairs import Judging, Pair, PairLine, near_pairs, pairs_among

__all__ = [
    "ComparisonFAQ",
    "ComparisonNearSkill",
    "ComparisonNote",
    "Indexing",
    "Judging",
    "Pair",
    "PairLine",
    "near_pairs",
    "pairs_among",
]
