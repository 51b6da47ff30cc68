"""Sitemaps, written piece by piece: however many pages there are, a few thousand are in memory.

A file holds the pages of one kind whose keys lie within one span of 50,000. A page never moves to another file, and no
row is counted off to find where a file starts.
"""

import datetime
from collections.abc import Iterator
from xml.sax.saxutils import escape

from django.conf import settings
from django.db.models import ExpressionWrapper, F, IntegerField, Max
from django.urls import reverse

from onjob.pages.models import Kind, PublicPage

SPAN = 50_000  # keys a file: the most addresses that the protocol allows
BATCH = 2_000  # addresses read and sent at once
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

Entry = tuple[str, datetime.datetime]  # an address on this site, and when it last changed


def sitemap_path(kind: str, number: int) -> str:
    """number: from 1."""
    return reverse("pages:sitemap", args=[kind] if number == 1 else [kind, number])


def index() -> str:
    """The files there are. One query."""
    span = ExpressionWrapper((F("id") - 1) / SPAN + 1, output_field=IntegerField())
    files = PublicPage.objects.live().order_by().values_list("kind", span).annotate(Max("changed_at"))
    entries = [(sitemap_path(kind, number), changed_at) for kind, number, changed_at in sorted(files)]
    body = "".join(_element("sitemap", entry) for entry in entries)
    return f'{DECLARATION}<sitemapindex xmlns="{NAMESPACE}">\n{body}</sitemapindex>\n'


def urlset(kind: Kind, number: int) -> Iterator[str] | None:
    """A file in pieces; None when nothing is in it. A query for every 2,000 addresses."""
    batches = _batches(kind, number)
    first = next(batches, None)
    return None if first is None else _pieces(first, batches)


def _pieces(first: list[Entry], further: Iterator[list[Entry]]) -> Iterator[str]:
    yield f'{DECLARATION}<urlset xmlns="{NAMESPACE}">\n{_elements(first)}'
    for batch in further:
        yield _elements(batch)
    yield "</urlset>\n"


def _batches(kind: Kind, number: int) -> Iterator[list[Entry]]:
    """Each is read to its end at once: a slow crawler keeps no query open."""
    pages = PublicPage.objects.live().filter(kind=kind, id__lte=number * SPAN).order_by("id")
    last = (number - 1) * SPAN
    while rows := list(pages.filter(id__gt=last).values_list("id", "path", "changed_at")[:BATCH]):
        yield [(path, changed_at) for _, path, changed_at in rows]
        last = rows[-1][0]


def _elements(entries: list[Entry]) -> str:
    return "".join(_element("url", entry) for entry in entries)


def _element(name: str, entry: Entry) -> str:
    path, changed_at = entry
    address, time = escape(settings.SITE_URL + path), changed_at.isoformat(timespec="seconds")
    return f"<{name}><loc>{address}</loc><lastmod>{time}</lastmod></{name}>\n"
