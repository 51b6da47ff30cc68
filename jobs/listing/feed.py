"""An Atom feed of a search: its newest openings."""

import datetime
from collections.abc import Iterable

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from jobs.listing.address import FEED, Asked, filters, path
from jobs.listing.rows import row
from jobs.models import Job

MOST = 50  # entries
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def atom(search: Asked, says: str, jobs: Iterable[Job], today: datetime.date) -> str:
    """says: what was chosen, in words; nothing for all jobs. jobs: by `for_rows`, newest first."""
    address = settings.SITE_URL + path(filters(search), FEED)
    feed = _Atom(
        title=f"{settings.SITE_NAME}: jobs, {says}" if says else f"{settings.SITE_NAME}: new jobs in India",
        link=settings.SITE_URL + path(filters(search)),
        description="Open jobs, the newest first.",
        language="en-IN",
        feed_url=address,
        feed_guid=address,
        author_name=settings.SITE_NAME,
    )
    for job in jobs:
        _add(feed, job, today)
    return feed.writeString("utf-8")


def _add(feed: Atom1Feed, job: Job, today: datetime.date) -> None:
    shown = row(job, today)
    href = settings.SITE_URL + shown.href
    invented = ("Invented, to try the site out",) if shown.is_sample else ()
    feed.add_item(
        title=f"{shown.title}, {shown.company}",
        link=href,
        unique_id=href,
        description=escape(". ".join((*invented, *shown.facts, shown.pay))),  # Atom1Feed calls it HTML
        pubdate=job.posted_at,
        updateddate=job.posted_at,
    )


class _Atom(Atom1Feed):
    """With the time of its newest entry; without entries, with the beginning of time, not that of the request."""

    def latest_post_date(self) -> datetime.datetime:
        return max((item["updateddate"] for item in self.items), default=EPOCH)
