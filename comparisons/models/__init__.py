from comparisons.models.notes import ComparisonFAQ, ComparisonNote, Indexing
from comparisons.models.pairs import Judging, Pair, PairLine

__all__ = ["ComparisonFAQ", "ComparisonNote", "Indexing", "Judging", "Pair", "PairLine"]
