"""Answers from what is known already: 304 from the version alone, a page from its ready bytes, else the page is built.

It comes first of all middleware, so what is kept is the whole answer with its headers, and the others needn't run. A
request that they would refuse or redirect is left to them.
"""

import time
from collections.abc import Callable, Mapping

from django.conf import settings
from django.core.exceptions import DisallowedHost, MiddlewareNotUsed
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import ResponseHeaders
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from onjob.middleware import PERSONAL, RequestGuardMiddleware, is_for_everyone
from onjob.page_cache.encodings import IDENTITY, chosen
from onjob.page_cache.pages import Page, Pages
from onjob.page_cache.shared import ALIAS, SharedPages
from onjob.page_cache.version import Version, Versions

Next = Callable[[HttpRequest], HttpResponse]

# Where answers are another for each visitor, come from elsewhere than the database (/data/ shows files), or change with
# what was noted of pages and not with what these say.
FOR_CRAWLERS = ("/feeds/", "/llms.txt", "/robots.txt", "/sitemap")
LEFT_ALONE = (
    "/admin/",
    "/data/",
    "/favicon.ico",
    "/feedback/",
    "/healthz/",
    "/p/",
    settings.STATIC_URL,
    *FOR_CRAWLERS,
    *PERSONAL,
)
# Browsers ask each time. A shared cache asks at most every two seconds and for eight more may answer while it asks, so
# a change is seen through it within ten seconds (eleven where PostgreSQL can't tell of it); as a question costs less
# than a millisecond, more would win nothing.
CACHE_CONTROL = "public, max-age=0, s-maxage=2, stale-while-revalidate=8"
OF_A_BODY = ("Content-Length", "Vary")  # headers that are said anew for each encoding
CONDITIONS = {"HTTP_IF_MATCH", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE"}


class CheckedHeaders(ResponseHeaders):
    """Of values that Django has checked before, or that we made: checking takes a fifth of the time of an answer."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        self._store = {name.lower(): (name, value) for name, value in headers.items()}


class Asked:
    """What a request asks for; `now` and last_modified in seconds since 1970."""

    def __init__(self, request: HttpRequest, version: Version, now: float) -> None:
        query = request.META.get("QUERY_STRING", "")
        self.request, self.version = request, version
        self.last_modified = version.last_modified(now)
        self.address = f"{request.path}?{query}"
        self.is_kept = not query  # there are too many of them
        self.name = version.name_of(self.address)
        self.encoding = chosen(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        # Another for each encoding, as its bytes are others.
        self.etag = f'"{self.name}"' if self.encoding == IDENTITY else f'"{self.name}-{self.encoding}"'

    def headers(self) -> dict[str, str]:
        """What a page says of itself beside what it said when it was built."""
        headers = self.headers_of_304()
        if self.encoding != IDENTITY:
            headers["Content-Encoding"] = self.encoding
        if self.last_modified:
            headers["Last-Modified"] = http_date(self.last_modified)
        return headers

    def headers_of_304(self) -> dict[str, str]:
        return {"ETag": self.etag, "Vary": "Accept-Encoding", "Cache-Control": CACHE_CONTROL}

    def unchanged_by_name(self) -> HttpResponse | None:
        """304 for the page's own ETag, which only who got the page knows: it needn't be looked for, nor exist anew."""
        named = self.request.META.get("HTTP_IF_NONE_MATCH", "*").strip()
        return None if named == "*" else self._condition()

    def unchanged(self) -> HttpResponse | None:
        """304 or 412 for a page that is known to exist."""
        if not CONDITIONS & self.request.META.keys():
            return None
        return self._condition(last_modified=self.last_modified)

    def _condition(self, last_modified: int | None = None) -> HttpResponse | None:
        answer = get_conditional_response(self.request, etag=self.etag, last_modified=last_modified)
        if answer:
            answer.headers = CheckedHeaders({**answer.headers, **self.headers_of_304()})
        return answer


class PageCacheMiddleware:
    def __init__(self, get_response: Next) -> None:
        if settings.DEBUG:
            raise MiddlewareNotUsed("With DEBUG on, templates change while the server runs.")
        self.get_response = get_response
        self.guard = RequestGuardMiddleware(get_response)
        self.is_https = settings.SECURE_SSL_REDIRECT
        self.versions = Versions()
        self.pages = Pages(settings.PAGE_CACHE_MB * 1_000_000)
        self.shared = SharedPages() if ALIAS in settings.CACHES else None

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = self._asked(request)
        return self._answer(asked) if asked else self.get_response(request)

    def _asked(self, request: HttpRequest) -> Asked | None:
        """None for what isn't ours. Without a database neither: some pages need none, the others say so themselves."""
        is_reading = request.method in ("GET", "HEAD")
        if not is_reading or request.path_info.startswith(LEFT_ALONE) or self._is_refused(request):
            return None
        now = time.time()
        try:
            version = self.versions.current(now, is_certain=_is_signed_in(request))
        except (OperationalError, InterfaceError):
            return None
        return Asked(request, version, now) if version else None

    def _is_refused(self, request: HttpRequest) -> bool:
        """Whether the middleware further in would refuse it, or send it to https."""
        try:
            request.get_host()
        except DisallowedHost:
            return True
        return (self.is_https and not request.is_secure()) or self.guard.refuse(request) is not None

    def _answer(self, asked: Asked) -> HttpResponse:
        if unchanged := asked.unchanged_by_name():
            return unchanged
        page = self._found(asked)
        if page is None:
            asked.request.may_be_kept = True
            response = self.get_response(asked.request)
            if not is_for_everyone(response):
                return response
            page = self._kept(asked, _page(response))
        return asked.unchanged() or self._full(asked, page)

    def _found(self, asked: Asked) -> Page | None:
        if not asked.is_kept:
            return None
        page = self.pages.get(asked.version.name, asked.address)
        if page is None and self.shared and (page := self.shared.get(asked.name)):
            self.pages.keep(asked.version.name, asked.address, page)
        return page

    def _kept(self, asked: Asked, page: Page) -> Page:
        """In memory only as it was asked for."""
        page = page.only(asked.encoding)
        if asked.is_kept:
            self.pages.keep(asked.version.name, asked.address, page)
            if self.shared:
                self.shared.keep(asked.name, page)
        return page

    def _full(self, asked: Asked, page: Page) -> HttpResponse:
        if asked.encoding not in page.bodies:
            page = page.packed(asked.encoding)
            self.pages.keep(asked.version.name, asked.address, page)
        body = page.bodies[asked.encoding]
        response = HttpResponse(body)
        response.headers = CheckedHeaders({**page.headers, **asked.headers(), "Content-Length": str(len(body))})
        return response


def _is_signed_in(request: HttpRequest) -> bool:
    """An editor, who looks for what they just saved: in whatever worker, before it may have been told of it."""
    return settings.SESSION_COOKIE_NAME in request.META.get("HTTP_COOKIE", "")


def _page(response: HttpResponse) -> Page:
    headers = {name: value for name, value in response.items() if name not in OF_A_BODY}
    return Page.of(headers, response.content)
