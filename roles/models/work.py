"""What the people of a role do, and which kind of work each duty is."""

from django.db import models
from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from roles.facts import Duty
from roles.models.constraints import slug_shape, text_given
from roles.models.reference import SlugQuerySet
from roles.models.roles import Role
from roles.prepared import prepared


class WorkKind(models.Model):
    """A sort of work. Two duties have the same one when a worker would say “yes, that's the same sort of work”."""

    name = models.CharField(
        max_length=60,
        help_text="As it stands inside a sentence, going on from “both spend time on …”: “A/B tests and experiments”.",
    )
    slug = models.SlugField(max_length=60, unique=True)

    objects = SlugQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = "kind of work"
        verbose_name_plural = "kinds of work"
        constraints = [
            slug_shape("workkind"),
            text_given("workkind", "name"),
            models.UniqueConstraint(
                Lower("name"),
                name="workkind_name_once",
                violation_error_message="There is a kind of work of this name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Responsibility(models.Model):
    """One duty, in the two forms that sentences need."""

    role = models.ForeignKey(Role, models.CASCADE, related_name="responsibilities")
    text = models.CharField(
        "imperative", max_length=200, help_text="Starts with a capital verb: “Frame business problems …”."
    )
    gerund = models.CharField(
        max_length=200,
        help_text="The same with -ing, for use inside a sentence: “framing business problems …”.",
    )
    kind = models.ForeignKey(
        WorkKind,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="duties",
        verbose_name="kind of work",
        help_text="The sort of work it is, so that roles can be compared by it. Empty: nobody has marked it yet.",
    )
    position = models.PositiveSmallIntegerField(default=0, help_text="Smallest first; the first is the most typical.")

    class Meta:
        ordering = ["role", "position", "id"]
        verbose_name_plural = "responsibilities"
        constraints = [
            models.UniqueConstraint(
                fields=["role", "text"],
                name="responsibility_once_a_role",
                violation_error_message="This role has this duty already.",
            ),
            models.CheckConstraint(
                name="responsibility_text_is_imperative",
                condition=Q(text__regex=r"^[A-Z].*[^.\s]\Z"),
                violation_error_message="Start the imperative with a capital; no full stop at its end.",
            ),
            models.CheckConstraint(
                name="responsibility_gerund_is_gerund",
                condition=Q(gerund__regex=r"^[a-z-]+ing[ ,].*[^.\s]\Z"),
                violation_error_message="Start the gerund with a small-letter -ing word; no full stop at its end.",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def natural_key(self) -> tuple[str, str]:
        return (self.role.slug, self.text)

    natural_key.dependencies = ["roles.role"]


def duties_of(*roles: Role) -> dict[int, list[Duty]]:
    """By the roles' keys, the most typical first. One query."""
    duties: dict[int, list[Duty]] = {role.pk: [] for role in roles}
    for role, text, gerund, kind, kind_name in _duties(*duties):
        duties[role].append(Duty(text, gerund, kind or "", kind_name or ""))
    return duties


@prepared
def _duties(*roles: int) -> QuerySet:
    rows = Responsibility.objects.filter(role__in=roles).order_by("position", "id")
    return rows.values_list("role", "text", "gerund", "kind__slug", "kind__name")
