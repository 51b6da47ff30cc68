"""What readers report of an advert, and when that makes it wait for an editor."""

import datetime
from collections import Counter
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from jobs.models.jobs import Job
from jobs.models.kinds import Closing, JobStatus
from jobs.models.trust import SERIOUS, Complaint, JobReport, Verdict

HOLD_AFTER = 3  # serious reports, of different networks or on different days
DECIDED = ["status", "held_because", "let_pass", "decided_at", "closed_at", "closed_because"]  # of a job, by an editor


def take(job: Job, complaint: Complaint, words: str, sender: str, now: datetime.datetime) -> bool:
    """Keep a report; whether the job waits for an editor because of it. Six queries at most."""
    with transaction.atomic():
        JobReport.objects.forget_senders(now)
        JobReport.objects.create(job=job, complaint=complaint, words=words, sender=sender, sent_at=now)
        return complaint in SERIOUS and _hold_if_many(job.pk)


def _hold_if_many(key: int) -> bool:
    job = Job.objects.select_for_update().get(pk=key)
    serious = list(JobReport.objects.undecided(job).filter(complaint__in=SERIOUS))
    if job.status != JobStatus.OPEN or counted(serious) < HOLD_AFTER:
        return False
    job.hold(_because(serious))
    job.save(update_fields=["status", "held_because", "closed_at", "closed_because"])
    return True


def counted(reports: Iterable[JobReport]) -> int:
    """A network counts once a day. Networks that were forgotten can't be told apart: they count as one a day."""
    return len({(timezone.localdate(report.sent_at), report.sender) for report in reports})


def _because(reports: list[JobReport]) -> str:
    counts = Counter(report.get_complaint_display() for report in reports)
    return "\n".join(f"Readers report: {complaint} ({count})" for complaint, count in counts.items())


def find_right(report: JobReport, now: datetime.datetime, then: JobStatus | None = None) -> None:
    """An editor agrees. then: what becomes of the job (held, closed or refused); None: it stays as it is."""
    report.verdict = Verdict.RIGHT
    with transaction.atomic():
        report.save(update_fields=["verdict"])
        if then is not None:
            _settle(report, now, then)


def find_wrong(report: JobReport, now: datetime.datetime, *, opens: bool = False) -> None:
    """An editor doesn't agree. opens: the job is right as it is, so what others reported until now isn't so either."""
    report.verdict = Verdict.WRONG
    with transaction.atomic():
        report.save(update_fields=["verdict"])
        if opens:
            JobReport.objects.undecided(report.job).update(verdict=Verdict.WRONG)
            report.job.let_stand(now)
            report.job.save(update_fields=DECIDED)


def _settle(report: JobReport, now: datetime.datetime, then: JobStatus) -> None:
    job = report.job
    if then == JobStatus.HELD:
        job.hold(_because([report]))
    elif then == JobStatus.CLOSED:
        job.close(Closing.EDITOR, now)
    else:
        job.status, job.closed_at, job.closed_because = then, None, ""
    job.decided_at = now
    job.save(update_fields=DECIDED)
