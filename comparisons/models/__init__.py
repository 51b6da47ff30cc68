from comparisons.models.near_skills import ComparisonNearSkill
from comparisons.models.notes import ComparisonFAQ, ComparisonNote, Indexing
from comparisons.models.pairs import Judging, Pair, PairLine

__all__ = ["ComparisonFAQ", "ComparisonNearSkill", "ComparisonNote", "Indexing", "Judging", "Pair", "PairLine"]
