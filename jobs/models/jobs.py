"""Openings, and what was made out of their words."""

import datetime
from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils import timezone

from jobs.addresses import job_path
from jobs.models.closing import ClosingQuerySet
from jobs.models.companies import Company
from jobs.models.feeds import JobFeed
from jobs.models.kinds import Closing, Employment, JobStatus, Mode, Period
from jobs.search.terms import terms
from roles.models import Location, Role, Skill
from roles.models.constraints import one_of, slug_shape, text_given

# What a reader may be shown; drafts, held and refused ones are not there.
PUBLIC = (JobStatus.OPEN, JobStatus.CLOSED)
DAYS_AFTER_CLOSING = 30  # a closed opening says so for as long; then its address is gone (410)
NOT_IN_ROWS = ("description", "held_because", "company__about", "role__overview", "role__typical_day")


class JobQuerySet(ClosingQuerySet):
    def open(self) -> Self:
        return self.filter(status=JobStatus.OPEN)

    def search(self, typed: str) -> Self:
        """Open ones with all these words: in the title, the company's name, skills, places or the description. Typed
        words may be anything; without any that tells adverts apart, all open ones are found."""
        wanted = terms(typed)
        return self.open().filter(found_by__words__have_terms=wanted) if wanted else self.open()

    def for_rows(self, keys: Iterable[int]) -> list["Job"]:
        """Those of these keys, in their order, with what a row of a list says. Three queries."""
        ordered = list(keys)
        places = JobPlace.objects.select_related("location").order_by("pk")
        skills = JobSkill.objects.select_related("skill").order_by("pk")
        rows = self.select_related("company", "role").defer(*NOT_IN_ROWS)
        found = rows.prefetch_related(Prefetch("place_rows", places), Prefetch("skill_rows", skills)).in_bulk(ordered)
        return [found[key] for key in ordered if key in found]


class Job(models.Model):
    """An opening. Each value that was made out of the advert's words has those words beside it."""

    company = models.ForeignKey(Company, models.PROTECT, related_name="jobs")
    title = models.CharField(max_length=160, help_text="What the job is, without place, pay or “urgent”.")
    slug = models.SlugField(max_length=100)
    status = models.CharField(max_length=8, choices=JobStatus, default=JobStatus.DRAFT)
    held_because = models.TextField(blank=True, help_text="What an editor has to look at: a line each.")
    description = models.TextField(blank=True, help_text="HTML of a few harmless tags; cleaned when saved.")
    role = models.ForeignKey(Role, models.SET_NULL, null=True, blank=True, related_name="jobs")
    role_confidence = models.PositiveSmallIntegerField(default=0, editable=False, help_text="0–100; 100: an editor’s.")
    mode = models.CharField(max_length=6, choices=Mode, blank=True)
    mode_words = models.CharField(max_length=200, blank=True)
    employment = models.CharField(max_length=14, choices=Employment, blank=True)
    employment_words = models.CharField(max_length=200, blank=True)
    years_min = models.PositiveSmallIntegerField("experience from (years)", null=True, blank=True)
    years_max = models.PositiveSmallIntegerField("to (years)", null=True, blank=True)
    years_words = models.CharField(max_length=200, blank=True)
    pay_min = models.PositiveIntegerField("pay from (₹ a year)", null=True, blank=True)
    pay_max = models.PositiveIntegerField("to (₹ a year)", null=True, blank=True)
    stated_low = models.DecimalField("stated from", max_digits=14, decimal_places=2, null=True, blank=True)
    stated_high = models.DecimalField("stated to", max_digits=14, decimal_places=2, null=True, blank=True)
    stated_currency = models.CharField("currency", max_length=3, blank=True, help_text="“INR”, “USD”; empty: not said.")
    stated_period = models.CharField("period", max_length=5, choices=Period, blank=True)
    pay_words = models.CharField(max_length=200, blank=True)
    places_words = models.CharField(max_length=300, blank=True, help_text="Where it is, as the advert says.")
    posted_at = models.DateTimeField("posted", default=timezone.now)
    is_posting_stated = models.BooleanField(
        "the employer says when", default=True, help_text="Else it is when we first saw it."
    )
    closes_at = models.DateTimeField("last day", null=True, blank=True)
    first_seen_at = models.DateTimeField("first seen", default=timezone.now, editable=False)
    last_seen_on = models.DateField("last seen", default=timezone.localdate, editable=False)
    closed_at = models.DateTimeField("closed", null=True, blank=True, editable=False)
    closed_because = models.CharField(max_length=8, choices=Closing, blank=True, editable=False)
    reopened_at = models.DateTimeField("reopened", null=True, blank=True, editable=False)
    decided_at = models.DateTimeField(
        "decided",
        null=True,
        blank=True,
        editable=False,
        help_text="When an editor last said what is to become of it. What readers reported before counts no more.",
    )
    let_pass = models.TextField(
        blank=True,
        editable=False,
        help_text="What an editor looked at and let stand: a line each. It isn't held again.",
    )
    apply_url = models.URLField(
        "where to apply", max_length=1000, blank=True, help_text="Empty for a job that takes applications here."
    )
    original_url = models.URLField(
        "the original",
        max_length=1000,
        blank=True,
        editable=False,
        help_text="The employer’s own page, where search engines are sent to. Empty: ours is the original.",
    )
    fingerprint = models.CharField(max_length=32, blank=True, editable=False, help_text="Alike for the same opening.")
    is_sample = models.BooleanField("invented", default=False, editable=False)
    is_by_hand = models.BooleanField("written here", default=True, editable=False)
    places = models.ManyToManyField(Location, through="JobPlace", related_name="jobs")
    skills = models.ManyToManyField(Skill, through="JobSkill", related_name="jobs")

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-posted_at", "-id"]
        indexes = [
            models.Index(fields=["-posted_at", "-id"], name="job_newest", condition=Q(status="open")),
            models.Index(fields=["-pay_max", "-id"], name="job_best_paid", condition=Q(status="open")),
            models.Index(fields=["role", "-posted_at", "-id"], name="job_of_role", condition=Q(status="open")),
            models.Index(fields=["company", "-posted_at"], name="job_of_company"),
            models.Index(fields=["fingerprint"], name="job_fingerprint", condition=~Q(fingerprint="")),
            models.Index(fields=["status", "closes_at"], name="job_closing"),
        ]
        constraints = [
            slug_shape("job"),
            text_given("job", "title"),
            one_of("job", "status", JobStatus),
            *(
                models.CheckConstraint(
                    name=f"job_{field}_valid",
                    condition=Q(**{f"{field}__in": ["", *choices.values]}),
                    violation_error_message=f"Choose one of the listed values for {field}.",
                )
                for field, choices in {
                    "mode": Mode,
                    "employment": Employment,
                    "stated_period": Period,
                    "closed_because": Closing,
                }.items()
            ),
            models.CheckConstraint(
                name="job_years_in_order",
                condition=Q(years_max__isnull=True)
                | Q(years_min__isnull=False, years_max__isnull=False, years_min__lte=F("years_max")),
                violation_error_message="Years start with the smaller number.",
            ),
            models.CheckConstraint(
                name="job_years_plausible",
                condition=(Q(years_min__isnull=True) | Q(years_min__isnull=False, years_min__lte=50))
                & (Q(years_max__isnull=True) | Q(years_max__isnull=False, years_max__lte=50)),
                violation_error_message="At most 50 years.",
            ),
            models.CheckConstraint(
                name="job_pay_whole",
                condition=Q(pay_min__isnull=True, pay_max__isnull=True)
                | Q(pay_min__isnull=False, pay_max__isnull=False, pay_min__gt=0, pay_min__lte=F("pay_max")),
                violation_error_message="State both ends of the pay, the smaller first, or neither.",
            ),
            models.CheckConstraint(
                name="job_currency_shape",
                condition=Q(stated_currency__regex=r"^([A-Z]{3})?\Z"),
                violation_error_message="A currency has three capitals: “INR”.",
            ),
            models.CheckConstraint(
                name="job_closed_says_when",
                condition=(Q(status="closed") & Q(closed_at__isnull=False) & ~Q(closed_because=""))
                | (~Q(status="closed") & Q(closed_at__isnull=True, closed_because="")),
                violation_error_message="A closed job says when and why; another doesn’t.",
            ),
            models.CheckConstraint(
                name="job_held_says_why",
                condition=~Q(status="held") | ~Q(held_because=""),
                violation_error_message="Say what an editor has to look at.",
            ),
            models.CheckConstraint(
                name="job_confidence_range",
                condition=Q(role_confidence__lte=100),
            ),
            models.CheckConstraint(
                name="job_closes_after_posting",
                condition=Q(closes_at__isnull=True) | Q(closes_at__isnull=False, closes_at__gt=F("posted_at")),
                violation_error_message="Its last day lies after the day it was posted.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.company}"

    def get_absolute_url(self) -> str:
        return job_path(self.pk, self.slug)

    @property
    def is_open(self) -> bool:
        return self.status == JobStatus.OPEN

    @property
    def takes_applications(self) -> bool:
        """Here, while it is open: what was written here without another address, and invented ones, to try it out."""
        return self.is_sample or (self.is_by_hand and not self.apply_url)

    def is_open_at(self, now: datetime.datetime) -> bool:
        """Its last day counts, whether or not somebody has closed it since."""
        return self.is_open and (self.closes_at is None or self.closes_at > now)

    def close(self, because: Closing, now: datetime.datetime) -> None:
        """Not saved yet."""
        self.status, self.closed_at, self.closed_because = JobStatus.CLOSED, now, because

    def hold(self, because: str) -> None:
        """because: what an editor has to look at, a line each. Not saved yet."""
        self.status, self.held_because = JobStatus.HELD, because
        self.closed_at, self.closed_because = None, ""

    def let_stand(self, now: datetime.datetime) -> None:
        """An editor found it right, whatever it was held for. Not saved yet."""
        self.let_pass = "\n".join(dict.fromkeys([*self.let_pass.splitlines(), *self.held_because.splitlines()]))
        self.status, self.held_because, self.decided_at = JobStatus.OPEN, "", now
        self.closed_at, self.closed_because = None, ""

    def reopen(self, now: datetime.datetime) -> None:
        """Not saved yet."""
        self.status, self.closed_at, self.closed_because = JobStatus.OPEN, None, ""
        self.reopened_at = now


class JobPlace(models.Model):
    """A place where one may work in this job, with the advert's words for it."""

    job = models.ForeignKey(Job, models.CASCADE, related_name="place_rows")
    location = models.ForeignKey(Location, models.PROTECT, related_name="job_rows")
    words = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["job", "location"]
        verbose_name = "place"
        indexes = [models.Index(fields=["location", "job"], name="jobplace_jobs_of_place")]
        constraints = [
            models.UniqueConstraint(
                fields=["job", "location"],
                name="jobplace_once",
                violation_error_message="The job has this place already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.job_id}: {self.location_id}"


class JobSkill(models.Model):
    """A skill that the advert asks for, with its word for it."""

    job = models.ForeignKey(Job, models.CASCADE, related_name="skill_rows")
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="job_rows")
    words = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["job", "skill"]
        verbose_name = "skill"
        indexes = [models.Index(fields=["skill", "job"], name="jobskill_jobs_of_skill")]
        constraints = [
            models.UniqueConstraint(
                fields=["job", "skill"],
                name="jobskill_once",
                violation_error_message="The job has this skill already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.job_id}: {self.skill_id}"


class JobSource(models.Model):
    """An opening as a feed lists it. The same one in two feeds is one job with two of these."""

    feed = models.ForeignKey(JobFeed, models.CASCADE, related_name="sources")
    key = models.CharField(max_length=200, help_text="The feed’s own name of it.")
    job = models.ForeignKey(Job, models.CASCADE, related_name="sources")
    url = models.URLField(max_length=1000, blank=True)
    digest = models.CharField(max_length=32, help_text="Of everything that the feed says of it.")
    is_listed = models.BooleanField("listed", default=True)
    first_seen_at = models.DateTimeField("first seen", default=timezone.now)
    last_seen_at = models.DateTimeField("last seen", default=timezone.now)

    class Meta:
        ordering = ["feed", "key"]
        verbose_name = "source"
        constraints = [
            models.UniqueConstraint(fields=["feed", "key"], name="jobsource_once"),
            text_given("jobsource", "key"),
            models.CheckConstraint(name="jobsource_seen_in_order", condition=Q(last_seen_at__gte=F("first_seen_at"))),
        ]

    def __str__(self) -> str:
        return f"{self.feed_id}: {self.key}"
