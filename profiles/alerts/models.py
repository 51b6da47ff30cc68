"""In which order openings came. Nobody's own, and no page shows it."""

import datetime

from django.db import connection, models, transaction

from jobs.models import Job, JobStatus

LOCK = 5_206_512  # PostgreSQL's key, so that another program's locks are others
REMEMBERED = datetime.timedelta(days=14)  # from the closing: what comes back later is news again

_NUMBER = """
INSERT INTO alerts_arrival (job_id)
SELECT o.job_id FROM jobs_openjob o LEFT JOIN alerts_arrival a ON a.job_id = o.job_id
WHERE a.number IS NULL ORDER BY o.posted_at, o.job_id
"""


class ArrivalQuerySet(models.QuerySet):
    def newest(self) -> int:
        """0 where nothing came yet. One query."""
        return self.aggregate(newest=models.Max("number"))["newest"] or 0

    @transaction.atomic
    def catch_up(self, now: datetime.datetime) -> int:
        """Number what is open and has no number; forget what has been closed for long. The newest number.

        One at a time: else a lower number could be seen after a higher one, and be passed over. Three queries."""
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":  # SQLite has one writer anyway
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            self.exclude(job__status=JobStatus.OPEN).filter(job__closed_at__lt=now - REMEMBERED).delete()
            cursor.execute(_NUMBER)
        return self.newest()

    def forget_untold(self, after: int, upto: int) -> None:
        """What isn't open, with such a number: somebody wasn't told of it, so it is news when it comes back."""
        self.filter(number__gt=after, number__lte=upto).exclude(job__status=JobStatus.OPEN).delete()


class Arrival(models.Model):
    """An opening's number, given when it was first seen open. Numbers rise and are never given twice.

    Times wouldn't do: a feed's reading writes the time when it began, and is seen when it ends.
    """

    number = models.BigAutoField(primary_key=True)
    job = models.OneToOneField(Job, models.CASCADE, related_name="arrival")

    objects = ArrivalQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.number)
