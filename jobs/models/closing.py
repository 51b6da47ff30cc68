"""Openings that end by themselves."""

import datetime

from django.db import models
from django.utils import timezone

# Feeds are read once a week at least: what none of them listed for two weeks is no opening any more.
UNSEEN_DAYS = 14


class ClosingQuerySet(models.QuerySet):
    """Only open ones are closed: what waits for an editor would become public by it."""

    def close_expired(self, now: datetime.datetime) -> int:
        """Those whose last day has passed. Returns how many; one query."""
        return self.filter(closes_at__lte=now)._close("expired", now)

    def close_unseen(self, now: datetime.datetime) -> int:
        """Those from feeds that no feed has listed for so many days. Returns how many; one query."""
        last = timezone.localdate(now) - datetime.timedelta(days=UNSEEN_DAYS)
        return self.filter(is_by_hand=False, last_seen_on__lt=last)._close("unseen", now)

    def _close(self, because: str, now: datetime.datetime) -> int:
        return self.filter(status="open").update(status="closed", closed_at=now, closed_because=because)
