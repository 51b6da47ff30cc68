"""The editors' screens of comparisons. Django looks for them here; Judging is not for editors."""

from comparisons.admin.notes import ComparisonNoteAdmin
from comparisons.admin.pairs import PairAdmin

__all__ = ["ComparisonNoteAdmin", "PairAdmin"]
