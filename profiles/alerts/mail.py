"""The mail itself."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from jobs.listing.rows import Row, row
from jobs.models import Job
from profiles.alerts.searches import href
from profiles.alerts.wording import COUNTED, counted_jobs, shares, subject
from profiles.models import SavedSearch

MOST_JOBS = 20  # in a mail


@dataclass(frozen=True)
class Found:
    """keys: of openings that are new in a search, the newest first, one or more."""

    search: SavedSearch
    keys: Sequence[int]


@dataclass(frozen=True)
class Letter:
    """What goes to one person, once. profile: its key; code: of the Message-ID, the same when it has to be sent again;
    stop_url: stops all mail."""

    profile: int
    address: str
    code: UUID
    stop_url: str
    found: tuple[Found, ...]


@dataclass(frozen=True)
class Part:
    """A search in the mail. more: new openings that aren't in it, in words; nothing where all are."""

    name: str
    count: str
    url: str
    rows: list[Row]
    more: str
    stop_url: str


def message(letter: Letter, today: datetime.date) -> EmailMultiAlternatives:
    """Three queries."""
    words = {
        "parts": parts(letter, today),
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "searches_url": f"{settings.SITE_URL}{reverse('profiles:searches')}",
        "stop_url": letter.stop_url,
    }
    new = {key for found in letter.found for key in found.keys}
    mail = EmailMultiAlternatives(
        subject([found.search.name for found in letter.found], len(new)),
        render_to_string("profiles/alerts/mail.txt", words),
        to=[letter.address],
        headers=headers(letter),
    )
    mail.attach_alternative(render_to_string("profiles/alerts/mail.html", words), "text/html")
    return mail


def headers(letter: Letter) -> dict[str, str]:
    """RFC 8058, 2919 and 3834."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return {
        "Message-ID": f"<{letter.code.hex}@{host}>",
        "List-Unsubscribe": f"<{letter.stop_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Id": f"New jobs <alerts.{host}>",
        "Auto-Submitted": "auto-generated",
        "Precedence": "bulk",
    }


def parts(letter: Letter, today: datetime.date) -> list[Part]:
    """An opening that two searches found stands in the first of them."""
    mine = _once(letter.found)
    chosen = [keys[:share] for keys, share in zip(mine, shares(list(map(len, mine)), MOST_JOBS), strict=True)]
    jobs = {job.pk: job for job in Job.objects.for_rows(key for keys in chosen for key in keys)}
    return [
        _part(found, [row(jobs[key], today) for key in keys if key in jobs], len(all_) - len(keys))
        for found, all_, keys in zip(letter.found, mine, chosen, strict=True)
    ]


def _once(found: Sequence[Found]) -> list[list[int]]:
    seen: set[int] = set()
    mine = []
    for each in found:
        mine.append([key for key in each.keys if key not in seen])
        seen.update(each.keys)
    return mine


def _part(found: Found, rows: list[Row], left: int) -> Part:
    is_cut = len(found.keys) > COUNTED
    return Part(
        name=found.search.name,
        count=counted_jobs(len(found.keys), "new"),
        url=f"{settings.SITE_URL}{href(found.search.query)}",
        rows=rows,
        more="" if left <= 0 else "more than these" if is_cut else f"{left} more",
        stop_url=found.search.stop_url,
    )
