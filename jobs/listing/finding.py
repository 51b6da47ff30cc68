"""Every read of the list but that of choices."""

import datetime
from dataclasses import dataclass, replace

from django.db.models import Q
from django.utils import timezone

from jobs.listing.wanted import Wanted
from jobs.models import OpenJob
from jobs.models.open_jobs import OpenJobQuerySet
from jobs.search.marks import INVENTED

MOST = 2_000  # openings that are looked through, and counted
COUNTED = 100  # so far it is counted what a search with less would find


@dataclass(frozen=True)
class Found:
    """keys: of openings, the newest or best paid first; marks: of each; has_more: there are more than these; is_like:
    no title has the words, these are like them."""

    keys: tuple[int, ...]
    marks: tuple[list[str], ...]
    has_more: bool = False
    is_like: bool = False

    @property
    def has_real(self) -> bool:
        """Whether one of them isn't invented."""
        return any(INVENTED not in each for each in self.marks)


def find(wanted: Wanted, today: datetime.date) -> Found:
    """One query; one more where nothing has the words, on a database that forgives slips."""
    found = _first(matching(wanted, today), wanted)
    if found.keys or not wanted.words:
        return found
    like = matching(replace(wanted, words=""), today).titled_like(wanted.words)
    return replace(_first(like, wanted), is_like=True) if not like.query.is_empty() else found


def matching(wanted: Wanted, today: datetime.date) -> OpenJobQuerySet:
    """In no order."""
    rows = OpenJob.objects.search(wanted.words).marked(wanted.marks)
    if wanted.years is not None:
        rows = rows.filter(years_from__lte=wanted.years, years_to__gte=wanted.years)
    if wanted.pay is not None:
        rows = rows.filter(Q(pay__gte=wanted.pay) | Q(pay=0) if wanted.with_unstated else Q(pay__gte=wanted.pay))
    if since := wanted.since(today):
        rows = rows.filter(posted_at__gte=timezone.make_aware(datetime.datetime.combine(since, datetime.time())))
    return rows


def count(wanted: Wanted, today: datetime.date) -> int:
    """Up to COUNTED and one more. One query."""
    return len(matching(wanted, today).order_by().values_list("job_id")[: COUNTED + 1])


def _first(rows: OpenJobQuerySet, wanted: Wanted) -> Found:
    order = ("-pay", "-job_id") if wanted.is_by_pay else ("-posted_at", "-job_id")
    found = list(rows.order_by(*order).values_list("job_id", "marks")[: MOST + 1])
    first = found[:MOST]
    return Found(tuple(row[0] for row in first), tuple(row[1] for row in first), has_more=len(found) > MOST)
