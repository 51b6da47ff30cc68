"""What figures refer to: where they hold, and who says so."""

from typing import Self

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.db.models.functions import Lower

from roles.in_hand import PROFESSIONAL_TAX_CAP
from roles.models.constraints import one_of, slug_shape, text_given


class SlugQuerySet(models.QuerySet):
    """Rows that fixtures name by their slug."""

    def get_by_natural_key(self, slug: str) -> Self:
        return self.get(slug=slug)


class LocationKind(models.TextChoices):
    COUNTRY = "country", "whole country"
    CITY = "city", "city"
    REMOTE = "remote", "remote"


class Location(models.Model):
    """A place that pay is stated for. All of India is a row, so that "everywhere" needs no empty value."""

    name = models.CharField(max_length=60, unique=True, help_text="As readers know it: “Bengaluru”.")
    slug = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=10, choices=LocationKind)
    professional_tax = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="Rupees a year at the top rate of its state: 2500. 0 where the state takes none. Empty: not known "
        "here, as for all of India, and the tax year’s own number is taken.",
    )

    objects = SlugQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            slug_shape("location"),
            one_of("location", "kind", LocationKind),
            text_given("location", "name"),
            CheckConstraint(
                name="location_professional_tax_capped",
                condition=Q(professional_tax__isnull=True)
                | Q(professional_tax__isnull=False, professional_tax__lte=PROFESSIONAL_TAX_CAP),
                violation_error_message="Professional tax is at most ₹2,500 a year (Article 276 of the Constitution).",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class LocationAlias(models.Model):
    """Another name of a place, or of one that counts as part of it: “Bangalore”, “Noida”."""

    location = models.ForeignKey(Location, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=60, help_text="As adverts write it.")
    town = models.CharField(
        max_length=60, blank=True, help_text="A town of its own that counts as part of the place: “Gurugram”."
    )

    class Meta:
        ordering = ["name"]
        verbose_name = "other name"
        verbose_name_plural = "other names"
        constraints = [
            UniqueConstraint(
                Lower("name"),
                name="locationalias_name_once",
                violation_error_message="This name belongs to a place already.",
            ),
            text_given("locationalias", "name"),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.name,)


class SourceMethod(models.TextChoices):
    SURVEY = "survey", "survey"
    ADVERTS = "adverts", "job adverts"
    GOVERNMENT = "government", "government or official scale"
    EDITORIAL = "editorial", "editor’s estimate"


class Source(models.Model):
    """Where a figure comes from. A figure can't be saved without one."""

    name = models.CharField(max_length=120, help_text="As it is printed beside a figure.")
    slug = models.SlugField(max_length=60, unique=True)
    publisher = models.CharField(max_length=120)
    method = models.CharField(max_length=12, choices=SourceMethod)
    url = models.URLField("address", max_length=300, blank=True, help_text="Where a reader can check it.")
    licence = models.CharField(max_length=120, blank=True, help_text="“ODbL 1.0”, “CC BY 4.0” …")
    caveat = models.CharField(
        max_length=300,
        blank=True,
        help_text="One sentence a reader must know before trusting a figure of it.",
    )
    speaks_of = models.CharField(
        max_length=80,
        blank=True,
        help_text="Empty: the market as a whole. Else the part that its pay holds for: “large product companies”. "
        "Such figures are shown as that, and never speak for a role.",
    )
    used_for = models.CharField(
        max_length=300, blank=True, help_text="What we take from it, and how. One sentence or two."
    )
    attribution = models.TextField(blank=True, help_text="The words its licence wants printed.")
    retrieved_on = models.DateField(null=True, blank=True, help_text="When we took the figures.")

    objects = SlugQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            slug_shape("source"),
            one_of("source", "method", SourceMethod),
            text_given("source", "name", "publisher"),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class CatalogueRow(models.Model):
    """What `load_catalogue` last wrote, so that it can tell an editor's change from its own."""

    model = models.CharField(max_length=60)
    key = models.CharField(max_length=300, help_text="The row's natural key as JSON.")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["model", "key"], name="cataloguerow_once")]

    def __str__(self) -> str:
        return f"{self.model} {self.key}"
