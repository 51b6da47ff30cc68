"""Which role asks for which skill how much, and which roles are near each other by that."""

from typing import NamedTuple, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, F, Q, QuerySet

from roles.models.constraints import one_of
from roles.models.reference import Source
from roles.models.roles import Role, Status
from roles.models.skills import Skill
from roles.prepared import prepared
from roles.skills.facts import named_in

LOOKED_UP = 500  # skills


class SkillKind(models.TextChoices):
    CORE = "core", "core"
    SECONDARY = "secondary", "secondary"


class Neighbour(NamedTuple):
    """A published role that shares core skills with the role `of`."""

    of: str
    slug: str
    name: str
    shared: int


class RoleSkillQuerySet(models.QuerySet):
    def for_roles(self, *roles: Role) -> Self:
        """What each of these roles makes of its skills, with the skills. One query."""
        return self.filter(role__in=roles).select_related("skill").order_by("role_id", "rank", "id")

    def roles_by_skill(self, *skills: int) -> dict[int, int]:
        """How many published roles use each skill that one uses. skills: keys of those wanted, all where none is given.

        One query, of an index and the few roles that aren't published. For many skills the whole index is read, as that
        is quicker than looking each of them up.
        """
        unpublished = Role.objects.exclude(status=Status.PUBLISHED)
        rows = self.exclude(role__in=unpublished.order_by().values("pk")).order_by()
        rows = rows.filter(skill__in=skills) if 0 < len(skills) <= LOOKED_UP else rows
        return dict(rows.values_list("skill").annotate(Count("pk")))

    def neighbours(self, *roles: Role) -> list[Neighbour]:
        """Published roles that share core skills with these, nearest first; none of these themselves.

        One query, grouped by narrow columns: its cost follows the roles that share a skill.
        """
        rows = (
            self.filter(
                kind=SkillKind.CORE,
                role__status=Status.PUBLISHED,
                skill__role_skills__kind=SkillKind.CORE,
                skill__role_skills__role__in=roles,
            )
            .exclude(role__in=roles)
            .values_list("skill__role_skills__role__slug", "role__slug", "role__name")
            .annotate(shared=Count("id"))
            .order_by("-shared", "role__name")
        )
        return [Neighbour(*row) for row in rows]


class RoleSkill(models.Model):
    """That a role asks for a skill, how much, and how we know."""

    role = models.ForeignKey(Role, models.CASCADE, related_name="role_skills")
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="role_skills")
    kind = models.CharField(max_length=10, choices=SkillKind, help_text="Core: the heart of the job.")
    importance = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(100)], help_text="1–100, from the evidence."
    )
    rank = models.PositiveSmallIntegerField(default=0, help_text="Order among the role's skills; smallest first.")
    evidence_count = models.PositiveIntegerField(
        "pieces of evidence",
        default=0,
        help_text="Adverts, occupation standards and survey answers that name it.",
    )
    adverts_naming = models.PositiveIntegerField(
        "adverts that name it", null=True, blank=True, help_text="Of the Indian adverts read for this role."
    )
    adverts_read = models.PositiveIntegerField("adverts read", null=True, blank=True)
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Empty: an editor's choice without counted evidence.",
    )

    objects = RoleSkillQuerySet.as_manager()

    class Meta:
        ordering = ["role", "rank", "id"]
        indexes = [models.Index(fields=["skill", "role"], name="roleskill_way_back")]
        constraints = [
            models.UniqueConstraint(
                fields=["role", "skill"],
                name="roleskill_once",
                violation_error_message="This role has this skill already.",
            ),
            one_of("roleskill", "kind", SkillKind),
            models.CheckConstraint(
                name="roleskill_importance_1_to_100",
                condition=Q(importance__gte=1, importance__lte=100),
                violation_error_message="Importance goes from 1 to 100.",
            ),
            models.CheckConstraint(
                name="roleskill_evidence_is_sourced",
                condition=Q(evidence_count=0) | Q(source__isnull=False),
                violation_error_message="Counted evidence needs a source.",
            ),
            models.CheckConstraint(
                name="roleskill_adverts_whole",
                condition=Q(adverts_naming__isnull=True, adverts_read__isnull=True)
                | Q(
                    adverts_naming__isnull=False,
                    adverts_read__isnull=False,
                    adverts_read__gte=1,
                    adverts_naming__lte=F("adverts_read"),
                ),
                violation_error_message="Give both advert counts, the second at least as large as the first.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.skill} ({self.kind})"

    @property
    def adverts(self) -> str:
        """How many adverts of the role name the skill: "43% of 2,868"; nothing when none does."""
        return named_in(self.adverts_naming, self.adverts_read) if self.adverts_naming else ""

    def natural_key(self) -> tuple[str, str]:
        return (self.role.slug, self.skill.slug)

    natural_key.dependencies = ["roles.role", "roles.skill"]


class SkillOfPair(NamedTuple):
    """A skill of either of two roles, and what each makes of it: None where a role doesn't use it. naming, read:
    adverts."""

    name: str
    in_sentence: str
    slug: str
    key: int
    left_importance: int | None
    left_kind: str | None
    left_evidence: int | None
    left_naming: int | None
    left_read: int | None
    right_importance: int | None
    right_kind: str | None
    right_evidence: int | None
    right_naming: int | None
    right_read: int | None


UNUSED = (None,) * 5


def skills_of_pair(left: Role, right: Role) -> list[SkillOfPair]:
    """Skills of either role, once each. One query, whose cost follows the two roles' rows."""
    uses: dict[tuple[str | int, ...], dict[int, tuple[int | str | None, ...]]] = {}
    for role, name, in_sentence, slug, key, *use in _uses(left.pk, right.pk):
        uses.setdefault((name, in_sentence, slug, key), {})[role] = tuple(use)
    return [
        SkillOfPair(*skill, *of_role.get(left.pk, UNUSED), *of_role.get(right.pk, UNUSED))
        for skill, of_role in uses.items()
    ]


@prepared
def _uses(*roles: int) -> QuerySet:
    skill = ("skill__name", "skill__in_sentence", "skill__slug", "skill_id")
    use = ("importance", "kind", "evidence_count", "adverts_naming", "adverts_read")
    return RoleSkill.objects.filter(role__in=roles).order_by().values_list("role", *skill, *use)
