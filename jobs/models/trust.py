"""What makes an advert wait for an editor, and what readers say of one."""

from typing import Self

from django.db import models
from django.utils import timezone

from jobs.models.jobs import Job
from roles.models.constraints import one_of, text_given
from roles.models.reports import ReportQuerySet


class ScamRule(models.Model):
    """Words that honest adverts don't have. Stated on a public page."""

    name = models.CharField(max_length=80, unique=True, help_text="What is wrong: “Asks for a fee”.")
    explanation = models.CharField(max_length=300, help_text="Why it is a warning sign, for job seekers.")
    phrases = models.TextField(
        help_text="A phrase a line, small letters: “registration fee”. “…” stands for up to five words between, an "
        "amount for any amount, a word for itself with an s at its end.",
    )
    unless = models.TextField(
        blank=True, help_text="Phrases beside which it doesn’t count, a line each: “no registration fee”."
    )
    is_active = models.BooleanField("active", default=True)

    class Meta:
        ordering = ["name"]
        constraints = [text_given("scamrule", "name", "explanation", "phrases")]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.name,)


class Complaint(models.TextChoices):
    FEE = "fee", "It asks for money"
    FAKE = "fake", "The company or the job isn’t real"
    FILLED = "filled", "The job is taken or closed"
    WRONG = "wrong", "Something in it is wrong"
    UNFAIR = "unfair", "It shuts people out unfairly"
    OTHER = "other", "Something else"


# What makes an advert wait for an editor when several report it.
SERIOUS = (Complaint.FEE, Complaint.FAKE)


class Verdict(models.TextChoices):
    NEW = "new", "new"
    RIGHT = "right", "right"
    WRONG = "wrong", "not so"


class JobReportQuerySet(ReportQuerySet):
    """The limits are those of reports on pages."""

    def undecided(self, job: Job) -> Self:
        """What readers say of this job that no editor has decided on, by the report or by the job."""
        new = self.filter(job=job, verdict=Verdict.NEW)
        return new.filter(sent_at__gt=job.decided_at) if job.decided_at else new


class JobReport(models.Model):
    """A reader's word on an advert: about the advert, not about them. No name, no account, no address."""

    job = models.ForeignKey(Job, models.CASCADE, related_name="reports")
    complaint = models.CharField(max_length=8, choices=Complaint)
    words = models.TextField(blank=True, max_length=1000)
    sender = models.CharField(max_length=16, blank=True, editable=False, help_text="A code that is forgotten in a day.")
    sent_at = models.DateTimeField("sent", default=timezone.now, editable=False)
    verdict = models.CharField(max_length=6, choices=Verdict, default=Verdict.NEW)

    objects = JobReportQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-id"]
        verbose_name = "report"
        indexes = [
            models.Index(fields=["sender", "sent_at"], name="jobreport_sender_sent_at"),
            models.Index(fields=["sent_at"], name="jobreport_sent_at"),
        ]
        constraints = [
            one_of("jobreport", "complaint", Complaint),
            one_of("jobreport", "verdict", Verdict),
            models.CheckConstraint(
                name="jobreport_sender_is_a_code", condition=models.Q(sender__regex=r"^([0-9a-f]{16})?\Z")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.job_id}: {self.get_complaint_display()}"
