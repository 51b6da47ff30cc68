"""Applications: where each stands, how it came there, and frozen copies of what was sent."""

import datetime
from typing import Self

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils import timezone

from jobs.models import Job
from profiles.applying.states import STATES_OF, By, Delivery, State, Variant, Way, values
from profiles.models.profiles import Profile
from roles.models.constraints import one_of, text_given

LONGEST_NOTE = 500  # characters
AT_THE_DESK = datetime.timedelta(days=180)  # after a job closed
TO_BE_MAILED = (Delivery.WAITING, Delivery.FAILED)


def _mail_to_somebody(model: str) -> CheckConstraint:
    return CheckConstraint(
        name=f"{model}_mail_to_somebody",
        condition=Q(delivery__in=[*TO_BE_MAILED, Delivery.MAILED]) & ~Q(recipient="")
        | ~Q(delivery__in=[*TO_BE_MAILED, Delivery.MAILED]) & Q(recipient=""),
    )


def _score_of_a_formula(model: str) -> CheckConstraint:
    """A score without the version of its formula says nothing."""
    return CheckConstraint(
        name=f"{model}_score_of_a_formula",
        condition=Q(score__isnull=True, formula_version__isnull=True)
        | Q(score__isnull=False, score__lte=100, formula_version__isnull=False),
    )


class FrozenCopy(models.Model):
    """What stays as it was, whatever becomes of advert and profile. advert, contact, answers: words only, made by
    profiles.applying.freezing; resume: a PDF, None where it was not we who sent one; fit: the lines of the score, for
    the person alone, None where nothing is known of what the job asks for."""

    advert = models.JSONField(default=dict)
    contact = models.JSONField(default=dict)
    answers = models.JSONField(default=list)
    variant = models.CharField(max_length=8, choices=Variant, blank=True)
    resume = models.BinaryField("résumé", null=True)
    delivery = models.CharField(max_length=9, choices=Delivery)
    recipient = models.EmailField("goes to", blank=True)
    score = models.PositiveSmallIntegerField(null=True)
    formula_version = models.PositiveSmallIntegerField(null=True)
    fit = models.JSONField(null=True)

    class Meta:
        abstract = True

    def frozen(self) -> dict[str, object]:
        return {field.name: getattr(self, field.name) for field in FrozenCopy._meta.fields}

    @property
    def pdf(self) -> bytes:
        """PostgreSQL gives a view of memory."""
        return bytes(self.resume or b"")


class ApplicationQuerySet(models.QuerySet):
    def of(self, profile: Profile) -> Self:
        return self.filter(profile=profile)

    def at_the_desk(self, now: datetime.datetime) -> Self:
        """What editors hand on: sent here for real jobs, until half a year after the job closed. Notes of what somebody
        sent elsewhere are their own."""
        is_current = Q(job__closed_at__isnull=True) | Q(job__closed_at__gt=now - AT_THE_DESK)
        return self.filter(is_current, way=Way.HERE, job__isnull=False, job__is_sample=False)


class Application(models.Model):
    """One person's, for one job, however often it is sent. Written by profiles.applying.applications alone."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="applications")
    job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=160)
    company_name = models.CharField(max_length=120)
    way = models.CharField(max_length=9, choices=Way, default=Way.HERE)
    status = models.CharField(max_length=11, choices=State, default=State.SENT)
    applied_at = models.DateTimeField("applied", default=timezone.now)
    changed_at = models.DateTimeField("changed", default=timezone.now)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-applied_at", "-pk"]
        indexes = [models.Index(fields=["status", "-applied_at"], name="application_at_the_desk")]
        constraints = [
            text_given("application", "title", "company_name"),
            UniqueConstraint(fields=["profile", "job"], name="application_once"),
            CheckConstraint(
                name="application_status_of_its_way",
                condition=Q(way=Way.HERE, status__in=values(STATES_OF[Way.HERE]))
                | Q(way=Way.ELSEWHERE, status__in=values(STATES_OF[Way.ELSEWHERE])),
            ),
            CheckConstraint(name="application_changed_after_sent", condition=Q(changed_at__gte=F("applied_at"))),
        ]

    def __str__(self) -> str:
        """Nothing personal: it is what lists and logs of the desk print."""
        return f"application {self.pk}"

    @property
    def is_here(self) -> bool:
        return self.way == Way.HERE

    @property
    def is_withdrawn(self) -> bool:
        return self.status == State.WITHDRAWN


class ApplicationCopy(FrozenCopy):
    """What was sent, each time. Who withdraws and sends again has two."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="copies")
    number = models.PositiveSmallIntegerField(default=1)
    notice_version = models.CharField(max_length=10, blank=True)
    sent_at = models.DateTimeField("sent", default=timezone.now)
    mailed_at = models.DateTimeField("mailed", null=True)

    class Meta:
        ordering = ["application", "-number"]
        verbose_name = "copy of what was sent"
        verbose_name_plural = "copies of what was sent"
        constraints = [
            UniqueConstraint(fields=["application", "number"], name="applicationcopy_once"),
            CheckConstraint(name="applicationcopy_counted_from_one", condition=Q(number__gte=1)),
            one_of("applicationcopy", "delivery", Delivery),
            _mail_to_somebody("applicationcopy"),
            _score_of_a_formula("applicationcopy"),
            CheckConstraint(
                name="applicationcopy_resume_of_a_variant",
                condition=Q(delivery=Delivery.ELSEWHERE, variant="", resume__isnull=True)
                | (
                    ~Q(delivery=Delivery.ELSEWHERE)
                    & Q(variant__in=Variant.values, resume__isnull=False)
                    & ~Q(notice_version="")
                ),
            ),
            CheckConstraint(
                name="applicationcopy_mailed_says_when",
                condition=Q(delivery=Delivery.MAILED, mailed_at__isnull=False)
                | ~Q(delivery=Delivery.MAILED) & Q(mailed_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"copy {self.number} of application {self.application_id}"


class ApplicationEvent(models.Model):
    """From one state to another. before: nothing where it is the first."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="events")
    at = models.DateTimeField(default=timezone.now)
    before = models.CharField(max_length=11, choices=State, blank=True)
    after = models.CharField(max_length=11, choices=State)
    by = models.CharField(max_length=4, choices=By)
    note = models.CharField(max_length=LONGEST_NOTE, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            CheckConstraint(name="applicationevent_before_valid", condition=Q(before__in=["", *State.values])),
            one_of("applicationevent", "after", State),
            one_of("applicationevent", "by", By),
            CheckConstraint(name="applicationevent_moves", condition=~Q(before=F("after"))),
        ]

    def __str__(self) -> str:
        return f"event {self.pk}"


class ApplicationDraft(FrozenCopy):
    """What somebody is looking at before they send it. digest: of everything that it was made of, so that what changed
    since shows."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="drafts")
    job = models.ForeignKey(Job, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField("made", default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            UniqueConstraint(fields=["profile", "job"], name="applicationdraft_once"),
            one_of("applicationdraft", "delivery", Delivery),
            _mail_to_somebody("applicationdraft"),
            one_of("applicationdraft", "variant", Variant),
            text_given("applicationdraft", "digest"),
            _score_of_a_formula("applicationdraft"),
            CheckConstraint(name="applicationdraft_has_a_resume", condition=Q(resume__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"draft {self.pk}"
