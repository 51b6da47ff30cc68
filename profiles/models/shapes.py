"""What rows of a profile have in common: whose they are, their order, months, and constraints on these."""

from typing import Self

from django.core.validators import URLValidator
from django.db import models
from django.db.models import CheckConstraint, F, Q

FIRST_YEAR, LAST_YEAR = 1940, 2060
WEB = r"^https?://[^\s]+\Z"
LONGEST_URL = 300
LONGEST_LINES = 4000  # characters of all lines together

is_web = URLValidator(schemes=["http", "https"], message="Write a web address that starts with https:// or http://.")


def web_address(*, blank: bool = True) -> models.URLField:
    return models.URLField("web address", max_length=LONGEST_URL, blank=blank, validators=[is_web])


def month_of(side: str) -> tuple[models.Field, models.Field]:
    """A year and its month, either of which may be unsaid. side: "from", "to"."""
    return (
        models.PositiveSmallIntegerField(f"{side} year", null=True, blank=True),
        models.PositiveSmallIntegerField(f"{side} month", null=True, blank=True),
    )


def within(model: str, field: str, low: int, high: int, message: str) -> CheckConstraint:
    """The number lies between these, or isn't said."""
    return CheckConstraint(
        name=f"{model}_{field}_range",
        condition=Q(**{f"{field}__isnull": True})
        | Q(**{f"{field}__isnull": False, f"{field}__gte": low, f"{field}__lte": high}),
        violation_error_message=message,
    )


def month_plausible(model: str, side: str) -> CheckConstraint:
    """A year that somebody may have worked in, and a month only beside a year."""
    year, month = f"{side}_year", f"{side}_month"
    no_month = Q(**{f"{month}__isnull": True})
    return CheckConstraint(
        name=f"{model}_{side}_plausible",
        condition=Q(**{f"{year}__isnull": True}) & no_month
        | Q(**{f"{year}__isnull": False, f"{year}__gte": FIRST_YEAR, f"{year}__lte": LAST_YEAR})
        & (no_month | Q(**{f"{month}__isnull": False, f"{month}__gte": 1, f"{month}__lte": 12})),
        violation_error_message=f"Write years from {FIRST_YEAR} to {LAST_YEAR}, and a month only with its year.",
    )


def months_in_order(model: str) -> CheckConstraint:
    no_month = Q(start_month__isnull=True) | Q(end_month__isnull=True)
    return CheckConstraint(
        name=f"{model}_months_in_order",
        condition=Q(start_year__isnull=True)
        | Q(end_year__isnull=True)
        | Q(end_year__gt=F("start_year"))
        | Q(end_year=F("start_year")) & (no_month | Q(end_month__gte=F("start_month"))),
        violation_error_message="It ends before it starts: look at the years and months again.",
    )


def web(model: str) -> CheckConstraint:
    return CheckConstraint(
        name=f"{model}_url_is_web",
        condition=Q(url="") | Q(url__regex=WEB),
        violation_error_message="Write a web address that starts with https:// or http://, in small letters.",
    )


class RowQuerySet(models.QuerySet):
    """Rows of one section. A model of them says in `most` how many a profile may have."""

    def of(self, profile: models.Model) -> Self:
        return self.filter(profile=profile)


class ProfileRow(models.Model):
    """Something a person says in a list, in the order that they chose."""

    most: int

    profile = models.ForeignKey("profiles.Profile", models.CASCADE, related_name="%(class)s_rows")
    position = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = RowQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        """Nothing personal: it is what lists and logs of the desk would print."""
        return f"{self._meta.verbose_name} {self.pk}"
