"""Skills, what they are called, and which role asks for them how much."""

from collections.abc import Collection
from typing import NamedTuple, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, F, Max, Q
from django.db.models.functions import Lower

from roles.models.constraints import one_of, slug_shape, text_given
from roles.models.reference import SlugQuerySet, Source
from roles.models.roles import Role, Status

ENOUGH_ADVERTS = 10  # a share of fewer says nothing


class SkillQuerySet(SlugQuerySet):
    def for_pair(self, left: Role, right: Role) -> Self:
        """Skills of either role, once each, with what each role makes of them.

        Adds left_importance, left_kind, right_importance, right_kind; those of a role that doesn't use
        the skill are None. One query, whose cost follows the two roles' rows and not the catalogue:
        it starts from them and groups by skill ((role, skill) is unique, so Max picks the one value).
        """
        ours, theirs = Q(role_skills__role=left), Q(role_skills__role=right)
        return self.filter(role_skills__role__in=[left, right]).annotate(
            left_importance=Max("role_skills__importance", filter=ours),
            left_kind=Max("role_skills__kind", filter=ours),
            right_importance=Max("role_skills__importance", filter=theirs),
            right_kind=Max("role_skills__kind", filter=theirs),
        )


class SkillCategory(models.TextChoices):
    LANGUAGE = "language", "language"
    FRAMEWORK = "framework", "framework or library"
    TOOL = "tool", "tool"
    CLOUD = "cloud", "cloud"
    METHOD = "method", "method"
    DOMAIN = "domain", "field of knowledge"
    SOFT = "soft", "working with people"


class Trust(models.TextChoices):
    """Where a name may be taken for the skill: "go" in a sentence is a verb, in a list of skills a language."""

    TEXT = "text", "anywhere"
    CASE = "case", "in exactly these capitals"
    LIST = "list", "in a list of skills only"
    SEARCH = "search", "in a search box only"


class Skill(models.Model):
    name = models.CharField(max_length=60, help_text="As it stands alone: “Feature engineering”, “Power BI”.")
    in_sentence = models.CharField(
        max_length=60, help_text="As it stands inside a sentence: “feature engineering”, “Power BI”."
    )
    slug = models.SlugField(max_length=60, unique=True)
    category = models.CharField(max_length=10, choices=SkillCategory)
    trust = models.CharField(
        "its name means it",
        max_length=6,
        choices=Trust,
        default=Trust.TEXT,
        help_text="“R” alone is often something else.",
    )
    summary = models.CharField(max_length=300, blank=True, help_text="One sentence for somebody new to it.")
    parts = models.ManyToManyField(
        "self",
        through="SkillPart",
        through_fields=("whole", "part"),
        symmetrical=False,
        related_name="bundles",
        help_text="What a bundled name holds.",
    )

    objects = SkillQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            slug_shape("skill"),
            one_of("skill", "category", SkillCategory),
            one_of("skill", "trust", Trust),
            text_given("skill", "name", "in_sentence"),
            models.UniqueConstraint(
                Lower("name"),
                name="skill_name_once",
                violation_error_message="There is a skill of this name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/skills/{self.slug}/"

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class SkillAlias(models.Model):
    """Another name of a skill: “ReactJS”."""

    skill = models.ForeignKey(Skill, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=80)
    trust = models.CharField("it means the skill", max_length=6, choices=Trust, default=Trust.TEXT)

    class Meta:
        ordering = ["name"]
        verbose_name = "other name"
        verbose_name_plural = "other names"
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="skillalias_name_once",
                violation_error_message="This name belongs to a skill already.",
            ),
            text_given("skillalias", "name"),
            one_of("skillalias", "trust", Trust),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.name,)


class SkillPart(models.Model):
    """“TensorFlow / PyTorch” holds TensorFlow: who has the part is credited with it."""

    whole = models.ForeignKey(Skill, models.CASCADE, related_name="part_rows")
    part = models.ForeignKey(Skill, models.CASCADE, related_name="+")

    class Meta:
        ordering = ["whole", "part"]
        verbose_name = "part"
        constraints = [
            models.UniqueConstraint(
                fields=["whole", "part"],
                name="skillpart_once",
                violation_error_message="This skill holds this part already.",
            ),
            models.CheckConstraint(
                name="skillpart_of_another",
                condition=~Q(whole=F("part")),
                violation_error_message="A skill isn't a part of itself.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.whole}: {self.part}"

    def natural_key(self) -> tuple[str, str]:
        return (self.whole.slug, self.part.slug)

    natural_key.dependencies = ["roles.skill"]


class SkillKind(models.TextChoices):
    CORE = "core", "core"
    SECONDARY = "secondary", "secondary"


class Neighbour(NamedTuple):
    """A published role that shares core skills with the role `of`."""

    of: str
    slug: str
    name: str
    shared: int


class RolePair(NamedTuple):
    """Two published roles, slugs A–Z, and how many core skills they share."""

    slug: str
    name: str
    family: str
    other_slug: str
    other_name: str
    other_family: str
    shared: int


class RoleSkillQuerySet(models.QuerySet):
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

    def close_pairs(self, minimum: int, among: Collection[str] = ()) -> list[RolePair]:
        """Pairs of published roles that share at least `minimum` core skills, nearest first. One query.

        among: only pairs of roles with these slugs; none given: of all roles.
        """
        other = "skill__role_skills__role__"
        pair = Q(
            ("kind", SkillKind.CORE),
            ("role__status", Status.PUBLISHED),
            ("skill__role_skills__kind", SkillKind.CORE),
            (f"{other}status", Status.PUBLISHED),
            (f"{other}slug__gt", F("role__slug")),
        )
        if among:
            pair &= Q(("role__slug__in", among), (f"{other}slug__in", among))
        rows = (
            self.filter(pair)  # one call, so that all conditions speak of one and the same join
            .values_list("role__slug", "role__name", "role__family", f"{other}slug", f"{other}name", f"{other}family")
            .annotate(shared=Count("id"))
            .filter(shared__gte=minimum)
            .order_by("-shared", "role__name", f"{other}name")
        )
        return [RolePair(*row) for row in rows]


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
    def advert_share(self) -> int | None:
        """Adverts of the role that name the skill: whole per cent, to the nearest; None when too few were read."""
        if not self.adverts_read or self.adverts_read < ENOUGH_ADVERTS:
            return None
        return (200 * self.adverts_naming + self.adverts_read) // (2 * self.adverts_read)

    def natural_key(self) -> tuple[str, str]:
        return (self.role.slug, self.skill.slug)

    natural_key.dependencies = ["roles.role", "roles.skill"]
