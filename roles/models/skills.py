"""Skills, what they are called, and which role asks for them how much."""

from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Max, Q
from django.db.models.functions import Lower

from roles.models.constraints import one_of, slug_shape, text_given
from roles.models.reference import SlugQuerySet, Source
from roles.models.roles import Role


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

    def named(self, name: str) -> Self:
        """The skill of this name or alias, whatever its case: one row or none."""
        return self.filter(Q(name__iexact=name) | Q(aliases__name__iexact=name)).distinct()


class SkillCategory(models.TextChoices):
    LANGUAGE = "language", "language"
    FRAMEWORK = "framework", "framework or library"
    TOOL = "tool", "tool"
    CLOUD = "cloud", "cloud"
    METHOD = "method", "method"
    DOMAIN = "domain", "field of knowledge"
    SOFT = "soft", "working with people"


class Skill(models.Model):
    name = models.CharField(max_length=60, help_text="As it stands alone: “Feature engineering”, “Power BI”.")
    in_sentence = models.CharField(
        max_length=60, help_text="As it stands inside a sentence: “feature engineering”, “Power BI”."
    )
    slug = models.SlugField(max_length=60, unique=True)
    category = models.CharField(max_length=10, choices=SkillCategory)
    summary = models.CharField(max_length=300, blank=True, help_text="One sentence for somebody new to it.")

    objects = SkillQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            slug_shape("skill"),
            one_of("skill", "category", SkillCategory),
            text_given("skill", "name", "in_sentence"),
            models.UniqueConstraint(
                Lower("name"),
                name="skill_name_once",
                violation_error_message="There is a skill of this name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class SkillAlias(models.Model):
    """Another name of a skill: “ReactJS”."""

    skill = models.ForeignKey(Skill, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=80)

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
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.name,)


class SkillKind(models.TextChoices):
    CORE = "core", "core"
    SECONDARY = "secondary", "secondary"


class RoleSkill(models.Model):
    """That a role asks for a skill, how much, and how we know."""

    role = models.ForeignKey(Role, models.CASCADE, related_name="role_skills")
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="role_skills")
    kind = models.CharField(max_length=10, choices=SkillKind, help_text="Core: hardly anyone is hired without it.")
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

    def natural_key(self) -> tuple[str, str]:
        return (self.role.slug, self.skill.slug)

    natural_key.dependencies = ["roles.role", "roles.skill"]
