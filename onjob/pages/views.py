"""What programs that go through the site ask for."""

import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import condition, require_safe

from comparisons.fields import fields
from jobs.addresses import LISTING
from jobs.counts import real_open_jobs
from onjob.pages import feeds, sitemaps
from onjob.pages.models import Kind, PublicPage, State

FORM = 1  # of sitemaps and feeds; goes up when they are written in another way, so that kept copies end
PLAIN, XML, ATOM = "text/plain; charset=utf-8", "application/xml", "application/atom+xml; charset=utf-8"


def _state(request: HttpRequest, kind: Kind | None = None, number: int = 1, name: str = "") -> State:
    """Of the pages that the answer lists: those of a sitemap's kind or of a feed's, else all."""
    listed = feeds.FEEDS[name].kind if name else kind
    return PublicPage.objects.state(*([listed] if listed else []))


def _etag(request: HttpRequest, **where: Kind | int | str) -> str:
    state = _state(request, **where)
    return f'"{FORM}-{state.count}-{state.moved_at.timestamp() if state.moved_at else 0:.6f}"'


def _moved_at(request: HttpRequest, **where: Kind | int | str) -> datetime.datetime | None:
    return _state(request, **where).moved_at


if_changed = condition(_etag, _moved_at)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    context = {
        "is_closed": settings.ROBOTS_DISALLOW_ALL,
        "extra": settings.ROBOTS_EXTRA,
        "site_url": settings.SITE_URL,
    }
    return render(request, "pages/robots.txt", context, content_type=PLAIN)


@require_safe
def llms(request: HttpRequest) -> HttpResponse:
    """The site in a page of Markdown. Five queries."""
    context = {"fields": fields(1), "has_jobs": real_open_jobs().exists(), "listing": LISTING}
    return render(request, "pages/llms.txt", context, content_type=PLAIN)


@require_safe
@if_changed
def sitemap_index(request: HttpRequest) -> HttpResponse:
    return _unlisted(HttpResponse(sitemaps.index(), content_type=XML))


@require_safe
@if_changed
def sitemap(request: HttpRequest, kind: Kind, number: int = 1) -> StreamingHttpResponse:
    pieces = sitemaps.urlset(kind, number)
    if pieces is None:
        raise Http404(f"No sitemap {number} of {kind}.")
    return _unlisted(StreamingHttpResponse(pieces, content_type=XML))


@require_safe
@if_changed
def feed(request: HttpRequest, name: str) -> HttpResponse:
    return _unlisted(HttpResponse(feeds.atom(name), content_type=ATOM))


@require_safe
def key_file(request: HttpRequest, key: str) -> HttpResponse:
    """By which IndexNow knows that a message comes from here."""
    if key != settings.INDEXNOW_KEY:
        raise Http404("No such key.")
    return _unlisted(HttpResponse(key, content_type=PLAIN))


def _unlisted(response: HttpResponse) -> HttpResponse:
    """A file for programs, no page for a list of results."""
    response["X-Robots-Tag"] = "noindex"
    return response
