"""The pages that search engines are shown, and when what each says last changed."""

import datetime
from typing import NamedTuple, Self

from django.db import models
from django.db.models import F, Q

from roles.models.constraints import one_of, text_given


class Kind(models.TextChoices):
    """The values are parts of sitemaps' addresses."""

    HUBS = "hubs", "list, or page about the portal"
    COMPARISONS = "comparisons", "comparison"
    ROLES = "roles", "role"
    SALARIES = "salaries", "pay of a role"
    SKILLS = "skills", "skill"
    JOBS = "jobs", "opening"
    JOB_LISTS = "job-lists", "openings of a role or in a city"
    COMPANIES = "companies", "company with openings"


class State(NamedTuple):
    """What a list of pages hangs on: how many were ever noted, and when one last changed or went."""

    count: int
    changed_at: datetime.datetime | None
    gone_at: datetime.datetime | None

    @property
    def moved_at(self) -> datetime.datetime | None:
        return max((time for time in (self.changed_at, self.gone_at) if time), default=None)


class PublicPageQuerySet(models.QuerySet):
    def live(self) -> Self:
        return self.filter(gone_at__isnull=True)

    def newest(self, kind: Kind, most: int) -> Self:
        """Those that changed last, first."""
        return self.live().filter(kind=kind).order_by("-changed_at", "path")[:most]

    def untold(self) -> Self:
        """Those that appeared, changed or went since IndexNow was told of them."""
        news = Q(told_at__isnull=True, gone_at__isnull=True) | Q(told_at__lt=F("changed_at"))
        return self.filter(news | Q(told_at__lt=F("gone_at")))

    def state(self, *kinds: Kind) -> State:
        """Of these kinds, or of all. One query."""
        chosen = self.filter(kind__in=kinds) if kinds else self
        return State(
            **chosen.aggregate(
                count=models.Count("id"), changed_at=models.Max("changed_at"), gone_at=models.Max("gone_at")
            )
        )

    def is_gone(self, path: str) -> bool:
        return self.filter(path=path, gone_at__isnull=False).exists()


class PublicPage(models.Model):
    """An address that search engines are shown, or were until `gone_at`. Written by `note_changes`; `told_at` by
    `indexnow`."""

    path = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    name = models.CharField(max_length=150, help_text="As a list of pages calls it.")
    says = models.TextField(blank=True, help_text="What it comes to, in a sentence or two.")
    said_before = models.TextField(blank=True, help_text="The same before the last change.")
    digest = models.CharField(max_length=32, help_text="Of the facts on the page; not of its words and looks.")
    first_seen_at = models.DateTimeField()
    changed_at = models.DateTimeField(help_text="When the facts were last found to be others, or the page to be back.")
    gone_at = models.DateTimeField(null=True, help_text="Since when it isn't shown any more.")
    told_at = models.DateTimeField(null=True, help_text="When IndexNow was last told of it.")

    objects = PublicPageQuerySet.as_manager()

    class Meta:
        ordering = ["path"]
        indexes = [
            models.Index(fields=["kind", "id"], name="publicpage_live", condition=Q(gone_at__isnull=True)),
            models.Index(fields=["kind", "-changed_at"], name="publicpage_newest"),
        ]
        constraints = [
            one_of("publicpage", "kind", Kind),
            text_given("publicpage", "name", "digest"),
            models.CheckConstraint(name="publicpage_path_is_a_page", condition=Q(path__regex=r"^/([a-z0-9-]+/)*\Z")),
            models.CheckConstraint(
                name="publicpage_seen_before_changed", condition=Q(first_seen_at__lte=F("changed_at"))
            ),
            models.CheckConstraint(
                name="publicpage_gone_last",
                condition=Q(gone_at__isnull=True) | Q(gone_at__isnull=False, changed_at__lte=F("gone_at")),
            ),
            models.CheckConstraint(
                name="publicpage_told_of_what_was_seen",
                condition=Q(told_at__isnull=True) | Q(told_at__isnull=False, first_seen_at__lte=F("told_at")),
            ),
        ]

    def __str__(self) -> str:
        return self.path

    def get_absolute_url(self) -> str:
        return self.path
