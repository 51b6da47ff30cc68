"""Atom feeds of what changed last."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse, reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from jobs.addresses import LISTING
from onjob.pages.models import Kind, PublicPage

MOST = 50  # entries
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class Feed:
    kind: Kind
    title: str
    subtitle: str
    list_path: str  # of the list whose entries it tells of


FEEDS = {
    "comparisons": Feed(
        Kind.COMPARISONS,
        "New and changed comparisons of roles",
        "Two roles side by side in India: a comparison that is new, or of which a fact changed.",
        reverse_lazy("comparisons:list"),
    ),
    "pay": Feed(
        Kind.SALARIES,
        "Changes of pay figures",
        "Roles whose pay figures in India are new or changed, each with the figure that speaks for it.",
        reverse_lazy("salaries:list"),
    ),
    "jobs": Feed(
        Kind.JOBS,
        "New open jobs",
        "Jobs in India that are newly open here, or of which something changed.",
        LISTING,
    ),
}


def feed_path(name: str) -> str:
    return reverse("pages:feed", args=[name])


def atom(name: str) -> str:
    """The feed of this name, newest first. A page keeps its entry's id, however often it changes. One query."""
    about = FEEDS[name]
    feed = _Atom(
        title=f"{settings.SITE_NAME}: {about.title}",
        link=f"{settings.SITE_URL}{about.list_path}",
        description=about.subtitle,
        language="en-IN",
        feed_url=settings.SITE_URL + feed_path(name),
        feed_guid=settings.SITE_URL + feed_path(name),
        author_name=settings.SITE_NAME,
    )
    for page in PublicPage.objects.newest(about.kind, MOST):
        feed.add_item(
            title=page.name,
            link=settings.SITE_URL + page.path,
            unique_id=settings.SITE_URL + page.path,
            description=escape(news(page)),  # Atom1Feed calls it HTML
            pubdate=page.first_seen_at,
            updateddate=page.changed_at,
        )
    return feed.writeString("utf-8")


def news(page: PublicPage) -> str:
    """What it comes to, and what it came to before."""
    if page.changed_at == page.first_seen_at:
        return page.says
    if page.says == page.said_before:
        return f"{page.says} (This is as before; something else on the page changed.)"
    return f"{page.says} Before: {page.said_before}" if page.said_before else page.says


class _Atom(Atom1Feed):
    """With the time of its newest entry; without entries, with the beginning of time, not that of the request."""

    def latest_post_date(self) -> datetime.datetime:
        return max((item["updateddate"] for item in self.items), default=EPOCH)
