"""Jobs and searches that a person keeps, and the mail that tells of new openings."""

import datetime
import uuid
from typing import Self

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Case, CheckConstraint, Exists, F, OuterRef, Q, UniqueConstraint, Value, When
from django.utils import timezone

from jobs.models import PUBLIC, Job, JobStatus
from profiles.models.consents import Consent
from profiles.models.profiles import Profile
from profiles.models.shapes import RowQuerySet
from profiles.notices import Purpose
from roles.models.constraints import one_of, text_given

LONGEST_NAME = 120
LONGEST_QUERY = 2000  # characters of an address


class SavedJobQuerySet(RowQuerySet):
    def listed(self) -> Self:
        """Open ones first, then as they were saved, the newest first."""
        is_open = Case(When(job__status=JobStatus.OPEN, then=Value(0)), default=Value(1))
        return self.select_related("job").defer("job__description").order_by(is_open, "-saved_at", "-pk")


class SavedJob(models.Model):
    """What it was called stays, should the opening itself be deleted."""

    most = 500

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="saved_jobs")
    job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=160)
    company = models.CharField(max_length=120)
    note = models.CharField("note", max_length=300, blank=True, help_text="For you alone.")
    saved_at = models.DateTimeField("saved", default=timezone.now)

    objects = SavedJobQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at", "-pk"]
        constraints = [
            text_given("savedjob", "title", "company"),
            UniqueConstraint(fields=["profile", "job"], name="savedjob_once"),
        ]

    def __str__(self) -> str:
        return f"saved job {self.pk}"

    @property
    def is_open(self) -> bool:
        return bool(self.job and self.job.is_open)

    @property
    def is_shown(self) -> bool:
        """Whether its page says anything: not what an editor took off."""
        return bool(self.job and self.job.status in PUBLIC)


class Often(models.TextChoices):
    NEVER = "never", "No mail"
    DAILY = "daily", "At most once a day"
    WEEKLY = "weekly", "At most once a week"


class SavedSearchQuerySet(RowQuerySet):
    def mailed(self) -> Self:
        """Whose mail is wanted and may go out: an active account, a confirmed address, consent."""
        given = Consent.objects.filter(user=OuterRef("profile__user"), purpose=Purpose.ALERTS, withdrawn_at=None)
        addresses = apps.get_model("account", "EmailAddress").objects
        own = addresses.filter(user=OuterRef("profile__user"), email=OuterRef("profile__user__email"), verified=True)
        return self.exclude(often=Often.NEVER).filter(Exists(given), Exists(own), profile__user__is_active=True)

    def due(self, daily: datetime.datetime, weekly: datetime.datetime) -> Self:
        """daily, weekly: who was told last before this; of people who had no mail since `daily`, so that nobody gets
        two a day. With those whose mail didn't get through."""
        had_mail = Exists(AlertMail.objects.filter(profile=OuterRef("profile"), sent_at__gte=daily))
        by_often = Q(often=Often.DAILY, told_at__lt=daily) | Q(often=Often.WEEKLY, told_at__lt=weekly)
        return self.filter((by_often & ~had_mail) | Q(telling__isnull=False))

    def stop(self) -> None:
        """No mail, nor the one that is on its way."""
        self.update(often=Often.NEVER, telling=None)


class SavedSearch(models.Model):
    """A search of /jobs/ by its address.

    told, telling: numbers of arrivals (profiles/alerts): up to where its person was told, and up to where a mail tells
    that is on its way."""

    most = 50

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="saved_searches")
    name = models.CharField("your name for it", max_length=LONGEST_NAME)
    query = models.CharField(max_length=LONGEST_QUERY, editable=False)
    often = models.CharField("mail about new jobs", max_length=6, choices=Often, default=Often.NEVER)
    token = models.UUIDField("code that stops its mail", default=uuid.uuid4, unique=True, editable=False)
    told = models.PositiveBigIntegerField(default=0, editable=False)
    telling = models.PositiveBigIntegerField(null=True, blank=True, editable=False)
    told_at = models.DateTimeField("told", default=timezone.now, editable=False, help_text="Last, or when saved.")
    created_at = models.DateTimeField("saved", default=timezone.now, editable=False)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["profile", "often"], name="savedsearch_mailed", condition=~Q(often="never"))]
        constraints = [
            one_of("savedsearch", "often", Often),
            text_given("savedsearch", "name", "query"),
            UniqueConstraint(fields=["profile", "query"], name="savedsearch_once"),
            CheckConstraint(
                name="savedsearch_tells_what_is_new",
                condition=Q(telling__isnull=True) | Q(telling__isnull=False, telling__gt=F("told")),
            ),
        ]

    def __str__(self) -> str:
        """Nothing of what somebody looks for: it is what lists and logs of the desk print."""
        return f"saved search {self.pk}"

    @property
    def is_mailed(self) -> bool:
        return self.often != Often.NEVER

    @property
    def stop_url(self) -> str:
        return f"{settings.SITE_URL}/alerts/search/{self.token}/stop/"


class AlertMail(models.Model):
    """All mail to one person: the code by which it is stopped, and the one that is on its way.

    code: of the mail's Message-ID; None: none is on its way. busy_until: a process is sending it; when that time has
    passed, the process was killed, and nobody knows whether the mail went out."""

    profile = models.OneToOneField(Profile, models.CASCADE, related_name="alert_mail")
    token = models.UUIDField("code that stops all mail", default=uuid.uuid4, unique=True, editable=False)
    code = models.UUIDField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    busy_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField("last sent", null=True, blank=True)
    is_repeated = models.BooleanField(default=False, help_text="Sent again, after a process was killed.")

    class Meta:
        constraints = [
            CheckConstraint(
                name="alertmail_state_is_of_a_mail",
                condition=Q(code__isnull=True, tries=0, busy_until__isnull=True, is_repeated=False)
                | Q(code__isnull=False, tries__gte=1),
            ),
        ]

    def __str__(self) -> str:
        return f"mail to profile {self.profile_id}"

    @property
    def stop_url(self) -> str:
        return f"{settings.SITE_URL}/alerts/{self.token}/stop/"
