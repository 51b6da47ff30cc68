"""What an editor says of near skills for one pair of roles."""

from typing import Self

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from comparisons.models.notes import ComparisonNote
from roles.models import Skill
from roles.models.constraints import once_either_way, two_of_them
from roles.models.near_skills import LEAST, MOST


class ComparisonNearSkillQuerySet(models.QuerySet):
    def for_pair(self, left: int, right: int) -> Self:
        """Of the published note on the roles of these keys, in whichever order it was written."""
        both = {"note__first__in": [left, right], "note__second__in": [left, right]}
        return self.filter(note__is_published=True, **both)


class ComparisonNearSkill(models.Model):
    """That two skills are near between two roles, to another part than in general or not at all. It goes over NearSkill
    for this pair of roles alone. The order of the two skills has no meaning."""

    note = models.ForeignKey(ComparisonNote, models.CASCADE, related_name="near_skills")
    first = models.ForeignKey(Skill, models.CASCADE, related_name="+")
    second = models.ForeignKey(Skill, models.CASCADE, related_name="+")
    credit = models.PositiveSmallIntegerField(
        validators=[MaxValueValidator(MOST)],
        help_text=f"{LEAST}–{MOST} per cent, or 0: between these two roles the one doesn't stand in for the other.",
    )
    reason = models.CharField(
        max_length=120, blank=True, help_text="Going on from “because …”, no full stop. Empty only with a credit of 0."
    )

    objects = ComparisonNearSkillQuerySet.as_manager()

    class Meta:
        ordering = ["note", "first__name", "second__name"]
        verbose_name = "pair of near skills"
        verbose_name_plural = "near skills between these two roles"
        constraints = [
            two_of_them("comparisonnearskill", "skills"),
            once_either_way(
                "comparisonnearskill", "once_a_note", "This pair is there already, perhaps in the other order.", "note"
            ),
            models.CheckConstraint(
                name="comparisonnearskill_credit_with_reason",
                condition=Q(credit=0) | (Q(credit__gte=LEAST, credit__lte=MOST) & Q(reason__regex=r"[^.\s]\Z")),
                violation_error_message=f"Give {LEAST} to {MOST} per cent and the reason, without a full stop; or 0.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} ~ {self.second}"

    def natural_key(self) -> tuple[str, ...]:
        """A–Z, as the order of the two has no meaning."""
        return (*self.note.natural_key(), *sorted((self.first.slug, self.second.slug)))

    natural_key.dependencies = ["comparisons.comparisonnote", "roles.skill"]
