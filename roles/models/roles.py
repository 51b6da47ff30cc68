"""Roles, and what they are called."""

from collections.abc import Iterable
from typing import Self

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from roles.facts import Duty, RoleFacts
from roles.models.constraints import key_once, one_of, slug_is_no_pair, slug_shape, text_given
from roles.models.reference import SlugQuerySet, Source

# Fields that RoleFacts takes over as they are.
SAME_FACTS = (
    *("name", "plural", "article", "slug", "summary", "question", "output", "measured_by", "works_with"),
    *("typical_day", "entry", "education", "experience_min", "experience_max", "experience_sample_size", "reviewed_on"),
)


class RoleQuerySet(SlugQuerySet):
    def published(self) -> Self:
        return self.filter(status=Status.PUBLISHED)

    def family_sizes(self) -> list[tuple[str, int]]:
        """How many there are of each family. One query, of an index alone."""
        return list(self.order_by().values_list("family").annotate(models.Count("pk")))

    def of_family(self, family: str) -> Self:
        """From A to Z. A part of them is found by an index."""
        return self.filter(family=family).order_by("name")

    def by_family(self) -> list[tuple[str, list["Role"]]]:
        """Published roles under their family's name, both from A to Z. One query."""
        families: dict[str, list[Role]] = {}
        for role in self.published().order_by("name"):
            families.setdefault(role.get_family_display(), []).append(role)
        return sorted(families.items())

    def resolve(self, *slugs: str) -> list["Role"]:
        """The roles of these slugs, in order; an alias stands for its role, a role's own slug wins.

        One query, two when an alias is used. Raises Role.DoesNotExist when one is missing.
        """
        found = {role.slug: role for role in self.filter(slug__in=slugs)}
        missing = [slug for slug in slugs if slug not in found]
        if missing:
            aliases = RoleAlias.objects.filter(slug__in=missing, role__in=self.all()).select_related("role")
            found.update({alias.slug: alias.role for alias in aliases})
        try:
            return [found[slug] for slug in slugs]
        except KeyError as missing_slug:
            raise Role.DoesNotExist(f"No role {missing_slug}.") from None


class Status(models.TextChoices):
    DRAFT = "draft", "draft"
    PUBLISHED = "published", "published"


class Article(models.TextChoices):
    A = "a", "a"
    AN = "an", "an"


class Family(models.TextChoices):
    DATA = "data", "Data & AI"
    SOFTWARE = "software", "Software Development"
    CLOUD = "cloud", "Cloud & DevOps"
    IT = "it", "IT Infrastructure"
    SECURITY = "security", "Cybersecurity"
    QUALITY = "quality", "Quality Assurance"
    PRODUCT = "product", "Product & Project"
    DESIGN = "design", "Design"
    MARKETING = "marketing", "Content & Marketing"
    SALES = "sales", "Sales"
    SUPPORT = "support", "Customer Support"
    FINANCE = "finance", "Finance"
    PEOPLE = "people", "Human Resources"
    LEGAL = "legal", "Legal & Compliance"
    OPERATIONS = "operations", "Operations"
    ENGINEERING = "engineering", "Engineering"
    HEALTH = "health", "Healthcare"
    EDUCATION = "education", "Education"
    HOSPITALITY = "hospitality", "Hospitality"


FAMILIES = dict(Family.choices)


class Role(models.Model):
    """A job title and everything that holds for it whoever reads."""

    name = models.CharField(max_length=60, unique=True, help_text="One person: “Data Scientist”.")
    plural = models.CharField(max_length=60, help_text="Several: “Data Scientists”.")
    article = models.CharField(
        max_length=2,
        choices=Article,
        help_text="What goes before the name: “an SEO Specialist” can't be guessed.",
    )
    slug = models.SlugField(
        max_length=60,
        unique=True,
        help_text="The last part of the address. Old addresses live on as aliases.",
    )
    family = models.CharField(max_length=12, choices=Family)
    summary = models.CharField(max_length=300, help_text="One sentence: who they are, what they do, what comes of it.")
    overview = models.TextField(
        blank=True,
        validators=[MaxLengthValidator(1500)],
        help_text="80–150 words in India's terms. Plain text.",
    )
    question = models.CharField(
        max_length=120, blank=True, help_text="The question the job answers: “Why did sales in the south fall?”"
    )
    output = models.CharField(
        max_length=160, blank=True, help_text="What the role owns and hands over; starts small, no full stop."
    )
    measured_by = models.CharField(
        max_length=160, blank=True, help_text="How its success is measured; starts small, no full stop."
    )
    works_with = models.CharField(
        max_length=160, blank=True, help_text="Whom they work with day to day; starts small, no full stop."
    )
    typical_day = models.TextField(
        blank=True, validators=[MaxLengthValidator(1200)], help_text="A typical day or week, 60–110 words. Plain text."
    )
    suits = models.TextField(
        blank=True,
        validators=[MaxLengthValidator(600)],
        help_text="A clause a line, each going on from “It suits you if you …”; starts small, no full stop.",
    )
    avoid = models.TextField(
        blank=True,
        validators=[MaxLengthValidator(600)],
        help_text="A clause a line, each going on from “Think twice if you …”; starts small, no full stop.",
    )
    entry = models.TextField(
        blank=True,
        validators=[MaxLengthValidator(1200)],
        help_text="How people get in, in India: degree, certificate, portfolio, exam. 60–110 words. Plain text.",
    )
    education = models.CharField(
        max_length=200,
        blank=True,
        help_text="What employers in India usually ask for, in a line. An editor's judgement.",
    )
    experience_min = models.PositiveSmallIntegerField("from (years)", null=True, blank=True)
    experience_max = models.PositiveSmallIntegerField("to (years)", null=True, blank=True)
    experience_sample_size = models.PositiveIntegerField(
        "adverts read", null=True, blank=True, help_text="Leave empty when the source doesn't say."
    )
    experience_source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="source"
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    reviewed_on = models.DateField(
        null=True, blank=True, help_text="When an editor last checked all of it. Shown to readers."
    )

    objects = RoleQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        indexes = [
            models.Index(fields=["status", "name"], name="role_status_name"),
            models.Index(fields=["status", "family", "name"], name="role_status_family_name"),
        ]
        constraints = [
            slug_shape("role"),
            one_of("role", "status", Status),
            one_of("role", "family", Family),
            one_of("role", "article", Article),
            text_given("role", "name", "plural", "summary"),
            slug_is_no_pair("role"),
            models.CheckConstraint(
                name="role_published_is_reviewed",
                condition=~Q(status="published") | Q(reviewed_on__isnull=False),
                violation_error_message="Say when it was reviewed before publishing it.",
            ),
            models.CheckConstraint(
                name="role_experience_whole_and_sourced",
                condition=Q(experience_min__isnull=True, experience_max__isnull=True)
                | Q(
                    experience_min__isnull=False,
                    experience_max__isnull=False,
                    experience_min__lte=F("experience_max"),
                    experience_max__lte=50,
                    experience_source__isnull=False,
                ),
                violation_error_message="Experience needs both ends (in order, up to 50 years) and a source.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("roles:detail", args=[self.slug])

    def facts(self, duties: Iterable[Duty], ceiling: str = "") -> RoleFacts:
        """The role as a value for pages. Reads experience_source: join it."""
        return RoleFacts(
            **{name: getattr(self, name) for name in SAME_FACTS},
            href=f"/roles/{self.slug}/",
            family=FAMILIES[self.family],
            suits=tuple(self.suits.splitlines()),
            avoid=tuple(self.avoid.splitlines()),
            experience_source=self.experience_source.name if self.experience_source else "",
            duties=tuple(duties),
            ceiling=ceiling,
            pk=self.pk,
        )

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class RoleAlias(models.Model):
    """Another name of a role. Its address redirects to the role's, and the search boxes know it."""

    role = models.ForeignKey(Role, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=60, help_text="“ML Engineer”.")
    slug = models.SlugField(max_length=60, unique=True, help_text="“ml-engineer”.")

    objects = SlugQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = "other name"
        constraints = [slug_shape("rolealias"), slug_is_no_pair("rolealias"), text_given("rolealias", "name")]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class EditedFAQ(models.Model):
    """An editor's answer: in place of a built one (same key), or an extra question (no key)."""

    key = models.SlugField(
        max_length=30, blank=True, help_text="The built question that this replaces; empty for an extra question."
    )
    question = models.CharField(max_length=150)
    answer = models.TextField(validators=[MaxLengthValidator(1500)], help_text="Plain text.")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.question


class RoleFAQ(EditedFAQ):
    role = models.ForeignKey(Role, models.CASCADE, related_name="faqs")

    class Meta:
        ordering = ["role", "position", "id"]
        verbose_name = "question"
        constraints = [key_once("rolefaq", "role"), text_given("rolefaq", "question", "answer")]

    def natural_key(self) -> tuple[str, str]:
        return (self.role.slug, self.question)

    natural_key.dependencies = ["roles.role"]
