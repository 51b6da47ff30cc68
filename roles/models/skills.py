"""Skills, what they are called, and what bundled ones hold."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from roles.models.constraints import one_of, slug_shape, text_given
from roles.models.reference import SlugQuerySet


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

    objects = SlugQuerySet.as_manager()

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
