"""Pay, in whole rupees a year, never without source, basis and period."""

import datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from roles.models.constraints import one_of
from roles.models.reference import Location, LocationKind, Source
from roles.models.roles import Role
from roles.pay import PayFigure, SourceFacts
from roles.prepared import prepared

PERCENTILES = ("p10", "p25", "p50", "p75", "p90")
RUPEES = (*PERCENTILES, "mean", "low", "high")
FIGURE_FIELDS = (
    *RUPEES,
    "experience_min",
    "experience_max",
    "includes",
    "covers",
    "sample_size",
    "period_start",
    "period_end",
)


def _in_order(*fields: str) -> Q:
    """Each given figure is at least as large as every figure given before it."""
    condition = Q()
    for first in range(len(fields)):
        for second in range(first + 1, len(fields)):
            small, large = fields[first], fields[second]
            condition &= (
                Q(**{f"{small}__isnull": True})
                | Q(**{f"{large}__isnull": True})
                | Q(**{f"{small}__isnull": False, f"{large}__isnull": False, f"{small}__lte": F(large)})
            )
    return condition


def _positive(*fields: str) -> Q:
    condition = Q()
    for field in fields:
        condition &= Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__isnull": False, f"{field}__gt": 0})
    return condition


FIGURE_COLUMNS = (
    *("source__name", "source__slug", "source__caveat", "source__speaks_of"),
    *("location__name", "location__kind", "location__professional_tax", "basis", "confidence"),
    *FIGURE_FIELDS,
)


class SalaryRangeQuerySet(models.QuerySet):
    def for_roles(self, *roles: Role) -> Self:
        """All pay rows of these roles with their place and source, newest period first. One query."""
        return self.filter(role__in=roles).select_related("location", "source").order_by("-period_start", "id")


class PayBasis(models.TextChoices):
    ADVERTISED = "advertised", "advertised pay"
    REPORTED = "reported", "self-reported pay"
    OFFICIAL = "official", "official pay"
    EDITORIAL = "editorial", "editorial range"


class Confidence(models.TextChoices):
    HIGH = "a", "A: large and recent sample"
    FAIR = "b", "B: fair sample"
    LOW = "c", "C: small or leaning sample"
    HISTORY = "d", "D: old, or without a stated method"


BASES, CONFIDENCES = dict(PayBasis.choices), dict(Confidence.choices)


class SalaryRange(models.Model):
    """What one source says that a role pays, at one place, for one band of experience, in one period.

    Sources differ in what they give: percentiles, or just two ends. At least one of (p25 and p75),
    (low and high), p50 or mean is there.
    """

    role = models.ForeignKey(Role, models.CASCADE, related_name="salary_ranges")
    location = models.ForeignKey(Location, models.PROTECT, related_name="+")
    experience_min = models.PositiveSmallIntegerField(
        "experience from (years)", null=True, blank=True, help_text="Empty with the next: all experience."
    )
    experience_max = models.PositiveSmallIntegerField(
        "experience to (years)", null=True, blank=True, help_text="Empty alone: “and more”."
    )
    p10 = models.PositiveIntegerField("10th percentile", null=True, blank=True)
    p25 = models.PositiveIntegerField("25th percentile", null=True, blank=True)
    p50 = models.PositiveIntegerField("median", null=True, blank=True)
    p75 = models.PositiveIntegerField("75th percentile", null=True, blank=True)
    p90 = models.PositiveIntegerField("90th percentile", null=True, blank=True)
    mean = models.PositiveIntegerField(
        "average", null=True, blank=True, help_text="Only as the source states it; a median says more."
    )
    low = models.PositiveIntegerField("low end", null=True, blank=True)
    high = models.PositiveIntegerField("high end", null=True, blank=True)
    basis = models.CharField(max_length=12, choices=PayBasis)
    includes = models.CharField(
        max_length=120,
        blank=True,
        help_text="What the figure holds: “cost to company (CTC)”, “total pay before tax”.",
    )
    covers = models.CharField(
        max_length=80,
        blank=True,
        help_text="Whom the figure holds for, where that isn't just this role: “UI and UX designers together”.",
    )
    confidence = models.CharField(max_length=1, choices=Confidence)
    sample_size = models.PositiveIntegerField(
        null=True, blank=True, help_text="Leave empty when the source doesn't publish it."
    )
    period_start = models.DateField(null=True, blank=True, help_text="Empty when the source doesn't date it.")
    period_end = models.DateField(null=True, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="salary_ranges")

    objects = SalaryRangeQuerySet.as_manager()

    class Meta:
        ordering = ["role", "source", "location", "experience_min", "id"]
        constraints = [
            models.UniqueConstraint(
                "role",
                "location",
                "source",
                Coalesce("experience_min", 999),
                Coalesce("experience_max", 999),
                Coalesce("period_start", Value(datetime.date(1, 1, 1))),
                "covers",
                name="salaryrange_once",
                violation_error_message="This source's figure for this place, experience and period is there already.",
            ),
            one_of("salaryrange", "basis", PayBasis),
            one_of("salaryrange", "confidence", Confidence),
            models.CheckConstraint(
                name="salaryrange_says_something",
                condition=Q(p25__isnull=False, p75__isnull=False)
                | Q(low__isnull=False, high__isnull=False)
                | Q(p50__isnull=False)
                | Q(mean__isnull=False),
                violation_error_message="Give the quartiles, both ends, the median or the average.",
            ),
            models.CheckConstraint(
                name="salaryrange_positive",
                condition=_positive(*RUPEES),
                violation_error_message="Pay is above zero.",
            ),
            models.CheckConstraint(
                name="salaryrange_percentiles_in_order",
                condition=_in_order(*PERCENTILES),
                violation_error_message="Percentiles must rise from the 10th to the 90th.",
            ),
            models.CheckConstraint(
                name="salaryrange_ends_in_order",
                condition=_in_order("low", "high"),
                violation_error_message="The low end can't be above the high end.",
            ),
            models.CheckConstraint(
                name="salaryrange_sample_counted",
                condition=Q(sample_size__isnull=True) | Q(sample_size__isnull=False, sample_size__gte=1),
                violation_error_message="A sample has at least one answer; leave it empty when unknown.",
            ),
            models.CheckConstraint(
                name="salaryrange_period_whole",
                condition=Q(period_start__isnull=True, period_end__isnull=True)
                | Q(period_start__isnull=False, period_end__isnull=False, period_start__lt=F("period_end")),
                violation_error_message="Give both dates of the period, the first before the second.",
            ),
            models.CheckConstraint(
                name="salaryrange_experience_valid",
                condition=Q(experience_min__isnull=True, experience_max__isnull=True)
                | Q(experience_min__isnull=False, experience_min__lte=50, experience_max__isnull=True)
                | Q(
                    experience_min__isnull=False,
                    experience_max__isnull=False,
                    experience_min__lt=F("experience_max"),
                    experience_max__lte=50,
                ),
                violation_error_message="Give the years from low to high (up to 50), or the first alone, or neither.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role}, {self.source}, {self.location}"

    def figure(self) -> PayFigure:
        """The row as a value for pages. Reads location and source: use SalaryRange.objects.for_roles()."""
        source, location = self.source, self.location
        return _figure(
            *(source.name, source.slug, source.caveat, source.speaks_of),
            *(location.name, location.kind, location.professional_tax, self.basis, self.confidence),
            *(getattr(self, name) for name in FIGURE_FIELDS),
        )

    def natural_key(self) -> tuple[str | int | None, ...]:
        """The covers only where there are some: rows that hold for the whole role keep their shorter key."""
        period = self.period_start.isoformat() if self.period_start else None
        covers = (self.covers,) if self.covers else ()
        return (
            self.role.slug,
            self.location.slug,
            self.experience_min,
            self.experience_max,
            self.source.slug,
            period,
            *covers,
        )

    natural_key.dependencies = ["roles.role", "roles.location", "roles.source"]


def figures_of(*roles: Role) -> dict[int, list[PayFigure]]:
    """All pay figures by the roles' keys, newest period first. One query."""
    figures: dict[int, list[PayFigure]] = {role.pk: [] for role in roles}
    for role, *columns in _figures(*figures):
        figures[role].append(_figure(*columns))
    return figures


@prepared
def _figures(*roles: int) -> models.QuerySet:
    rows = SalaryRange.objects.filter(role__in=roles).order_by("-period_start", "id")
    return rows.values_list("role", *FIGURE_COLUMNS)


def _figure(*columns: Any) -> PayFigure:
    """columns: what FIGURE_COLUMNS names; Any: of every kind."""
    name, slug, caveat, speaks_of, place, kind, professional_tax, basis, confidence, *rest = columns
    return PayFigure(
        source=SourceFacts(name, slug, caveat, speaks_of),
        basis=basis,
        basis_label=BASES[basis],
        place=place,
        is_whole_country=kind == LocationKind.COUNTRY,
        confidence=CONFIDENCES[confidence],
        professional_tax=professional_tax,
        **dict(zip(FIGURE_FIELDS, rest, strict=True)),
    )
