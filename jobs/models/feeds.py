"""Where openings come from, and how each reading of it went."""

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from jobs.models.companies import Company
from roles.models.constraints import one_of, text_given

LARGEST_UPLOAD = 20_000_000  # bytes


class FeedKind(models.TextChoices):
    GREENHOUSE = "greenhouse", "Greenhouse board"
    LEVER = "lever", "Lever board"
    ASHBY = "ashby", "Ashby board"
    SMARTRECRUITERS = "smartrecruiters", "SmartRecruiters board"
    WORKABLE = "workable", "Workable board"
    RECRUITEE = "recruitee", "Recruitee board"
    SCHEMA = "schema", "page with JobPosting data, or sitemap of such pages"
    XML = "xml", "XML job feed"
    RSS = "rss", "RSS or Atom feed"
    CSV = "csv", "CSV file"


class JobFeedQuerySet(models.QuerySet):
    def due(self, now: datetime.datetime) -> Self:
        """Active ones that were last tried so many hours ago as their schedule says, or never; a file that was uploaded
        is read once."""
        waiting = self.filter(is_active=True).filter(Q(next_run_at__isnull=True) | Q(next_run_at__lte=now))
        return waiting.exclude(account="", upload=b"")


class JobFeed(models.Model):
    """An employer's public list of openings."""

    name = models.CharField(max_length=120, unique=True, help_text="For us: “Acme careers”.")
    kind = models.CharField(max_length=16, choices=FeedKind)
    account = models.CharField(
        "address or account",
        max_length=500,
        blank=True,
        help_text="The board’s account (“acme”), or the address of the page, sitemap or feed. Empty for a file.",
    )
    upload = models.BinaryField(blank=True, default=b"", help_text="A CSV file that waits to be read.")
    company = models.ForeignKey(
        Company,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="feeds",
        help_text="Whose openings these are. Empty where the feed names the company of each.",
    )
    every_hours = models.PositiveSmallIntegerField("read every (hours)", default=6)
    is_active = models.BooleanField("active", default=True)
    is_original = models.BooleanField(
        "the employer’s page is the original",
        default=False,
        help_text="Search engines are sent to the employer’s own page of each opening instead of ours.",
    )
    may_shrink = models.BooleanField(
        "may lose most of its jobs once",
        default=False,
        help_text="Tick after you made sure that the jobs really are gone; it unticks itself.",
    )
    is_sample = models.BooleanField("invented", default=False, editable=False, help_text="What `load_demo` made up.")
    edition = models.CharField(
        max_length=32, blank=True, editable=False, help_text="Of the names and rules by which it was last read."
    )
    etag = models.CharField(max_length=300, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)
    next_run_at = models.DateTimeField("next", null=True, blank=True, editable=False)

    objects = JobFeedQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = "feed"
        constraints = [
            one_of("jobfeed", "kind", FeedKind),
            text_given("jobfeed", "name"),
            models.CheckConstraint(
                name="jobfeed_reads_something",
                condition=Q(kind=FeedKind.CSV) | ~Q(account=""),
                violation_error_message="Say which account or address it reads.",
            ),
            models.CheckConstraint(
                name="jobfeed_every_hours_range",
                condition=Q(every_hours__gte=1, every_hours__lte=168),
                violation_error_message="From every hour to once a week (168).",
            ),
            models.UniqueConstraint(
                fields=["kind", "account"],
                name="jobfeed_once",
                condition=~Q(account=""),
                violation_error_message="There is a feed of this kind and account.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Outcome(models.TextChoices):
    DONE = "done", "read"
    UNCHANGED = "unchanged", "nothing new"
    WAITING = "waiting", "lost too many jobs: waits for an editor"
    FAILED = "failed", "couldn’t be read"


COUNTS = ("new", "merged", "changed", "same", "closed", "reopened", "held", "refused")


class FeedRun(models.Model):
    """One reading of a feed: all of it, or nothing of it."""

    feed = models.ForeignKey(JobFeed, models.CASCADE, related_name="runs")
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome)
    new = models.PositiveIntegerField(default=0)
    merged = models.PositiveIntegerField(default=0, help_text="Openings that another feed has too.")
    changed = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    closed = models.PositiveIntegerField(default=0)
    reopened = models.PositiveIntegerField(default=0)
    held = models.PositiveIntegerField(default=0, help_text="New or changed ones that wait for an editor.")
    refused = models.PositiveIntegerField(default=0)
    words = models.TextField(blank=True, help_text="What went wrong, or why entries were refused: a line each.")

    class Meta:
        ordering = ["-started_at", "-id"]
        verbose_name = "reading"
        indexes = [models.Index(fields=["feed", "-started_at"], name="feedrun_latest")]
        constraints = [
            one_of("feedrun", "outcome", Outcome),
            models.CheckConstraint(name="feedrun_ends_after_start", condition=Q(ended_at__gte=F("started_at"))),
            models.CheckConstraint(
                name="feedrun_failure_has_words",
                condition=Q(outcome__in=[Outcome.DONE, Outcome.UNCHANGED]) | ~Q(words=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.feed}, {self.started_at:%d %B %Y, %H:%M}"
