"""What readers say is wrong on a page. About the page, not about them: no name, no account, no address."""

import datetime

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual
from django.utils import timezone

from roles.addresses import PATH
from roles.models.constraints import one_of

# Characters.
LONGEST_PAGE = 300
LONGEST_FACT = 200
LONGEST_SOURCE = 300
SHORTEST_TEXT, LONGEST_TEXT = 10, 1000

HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)
# How many reports are taken within these times.
OF_A_SENDER = ((5, HOUR), (20, DAY))
OF_ALL = ((200, HOUR),)


class ReportQuerySet(models.QuerySet):
    def wait(self, sender: str, now: datetime.datetime) -> datetime.timedelta:
        """How long until one more report of this sender is taken; nothing when it is taken now. Three queries.

        Reports that arrive in the same moment don't see each other: a few more than the limit may get in.
        """
        theirs = self.filter(sender=sender)
        waits = [theirs.freed(most, within, now) for most, within in OF_A_SENDER]
        waits += [self.freed(most, within, now) for most, within in OF_ALL]
        return max(waits)

    def freed(self, most: int, within: datetime.timedelta, now: datetime.datetime) -> datetime.timedelta:
        """How long until fewer than `most` of these were sent within this time."""
        last = self.order_by("-sent_at").values_list("sent_at", flat=True)[most - 1 : most]
        return max([datetime.timedelta(), *(sent_at + within - now for sent_at in last)])

    def forget_senders(self, now: datetime.datetime) -> int:
        """Drop the senders of reports older than the longest limit looks back. Returns of how many."""
        return self.filter(sent_at__lte=now - DAY).exclude(sender="").update(sender="")


class ReportStatus(models.TextChoices):
    NEW = "new", "new"
    ACCEPTED = "accepted", "accepted"
    DECLINED = "declined", "declined"
    SPAM = "spam", "spam"


class Report(models.Model):
    """A reader's word that something on a page is wrong, and what an editor made of it."""

    page = models.CharField(max_length=LONGEST_PAGE, editable=False)
    fact = models.CharField(max_length=LONGEST_FACT, blank=True, editable=False)
    what_is_wrong = models.TextField(editable=False)
    better_source = models.CharField("where to check it", max_length=LONGEST_SOURCE, blank=True, editable=False)
    sender = models.CharField(max_length=16, blank=True, editable=False)  # see roles/feedback/senders.py
    sent_at = models.DateTimeField("sent", default=timezone.now, editable=False)
    status = models.CharField(max_length=8, choices=ReportStatus, default=ReportStatus.NEW)
    answer_note = models.CharField(
        "note", max_length=300, blank=True, help_text="What you found, for other editors. Readers don't see it."
    )
    decided_at = models.DateTimeField("decided", null=True, blank=True, editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-id"]
        indexes = [
            models.Index(fields=["sender", "sent_at"], name="report_sender_sent_at"),
            models.Index(fields=["sent_at"], name="report_sent_at"),
        ]
        constraints = [
            one_of("report", "status", ReportStatus),
            models.CheckConstraint(
                name="report_page_is_a_path",
                condition=Q(page__regex=PATH),
                violation_error_message="The page is a path of this site: “/roles/data-analyst/”.",
            ),
            models.CheckConstraint(
                name="report_text_length",
                condition=Q(GreaterThanOrEqual(Length("what_is_wrong"), SHORTEST_TEXT))
                & Q(LessThanOrEqual(Length("what_is_wrong"), LONGEST_TEXT)),
                violation_error_message=f"The text has {SHORTEST_TEXT} to {LONGEST_TEXT} characters.",
            ),
            models.CheckConstraint(
                name="report_sender_is_a_code",
                condition=Q(sender__regex=r"^([0-9a-f]{16})?\Z"),
                violation_error_message="The sender is a code, or forgotten.",
            ),
            models.CheckConstraint(
                name="report_decided_unless_new",
                condition=Q(status="new", decided_at__isnull=True) | (~Q(status="new") & Q(decided_at__isnull=False)),
                violation_error_message="A report is new, or has a time when it was decided.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page}, {self.sent_at:%d %B %Y}"

    def decide(self, status: ReportStatus) -> None:
        """Not saved yet. Back to new is no decision."""
        self.status = status
        self.decided_at = None if status == ReportStatus.NEW else timezone.now()
