"""How a career in a role goes on."""

from django.db import models
from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from roles.models.constraints import text_given
from roles.models.roles import Role
from roles.words import years


class CareerStep(models.Model):
    """One step of a role's ladder: what people of these years are called, and what is new. An editor's judgement."""

    role = models.ForeignKey(Role, models.CASCADE, related_name="career_steps")
    title = models.CharField(max_length=60, help_text="As it is said in India: “Senior data analyst”.")
    years_min = models.PositiveSmallIntegerField("from (years)")
    years_max = models.PositiveSmallIntegerField("to (years)", null=True, blank=True, help_text="Empty: and more.")
    does = models.CharField(max_length=250, help_text="One sentence: what is new at this step.")

    class Meta:
        ordering = ["role", "years_min"]
        verbose_name = "step of the ladder"
        verbose_name_plural = "the ladder"
        constraints = [
            models.UniqueConstraint(
                fields=["role", "years_min"],
                name="careerstep_once",
                violation_error_message="This role has a step from this year already.",
            ),
            models.CheckConstraint(
                name="careerstep_years_in_order",
                condition=Q(years_min__lte=50)
                & (
                    Q(years_max__isnull=True)
                    | Q(years_max__isnull=False, years_max__gt=F("years_min"), years_max__lte=50)
                ),
                violation_error_message="Give the years from low to high, up to 50.",
            ),
            text_given("careerstep", "title", "does"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def experience(self) -> str:
        """ "0–2 years", "8 years and more"."""
        return years(self.years_min, self.years_max)

    def natural_key(self) -> tuple[str, int]:
        return (self.role.slug, self.years_min)

    natural_key.dependencies = ["roles.role"]


def with_ceiling(roles: QuerySet[Role]) -> QuerySet[Role]:
    """Adds ceiling_title and ceiling_from (years), of the last step of each role's ladder; None without a ladder."""
    last = CareerStep.objects.filter(role=OuterRef("pk")).order_by("-years_min")
    return roles.annotate(
        ceiling_title=Subquery(last.values("title")[:1]), ceiling_from=Subquery(last.values("years_min")[:1])
    )
