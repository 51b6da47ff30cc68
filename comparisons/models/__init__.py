from comparisons.models.near_roles import NearRoles, around, roles_with_shares
from comparisons.models.near_skills import ComparisonNearSkill
from comparisons.models.notes import ComparisonFAQ, ComparisonNote, Indexing
from comparisons.models.pairs import Judging, Pair

__all__ = [
    "ComparisonFAQ",
    "ComparisonNearSkill",
    "ComparisonNote",
    "Indexing",
    "Judging",
    "NearRoles",
    "Pair",
    "around",
    "roles_with_shares",
]
