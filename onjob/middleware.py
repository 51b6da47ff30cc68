"""What stands between the network and the views."""

import logging
import re
from collections.abc import Callable
from functools import cache
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import DataError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.middleware.http import ConditionalGetMiddleware
from django.urls import reverse

from onjob.plain import bad_request, plain, unavailable
from onjob.wsgi_guard import REFUSED

logger = logging.getLogger(__name__)

Next = Callable[[HttpRequest], HttpResponse]

MAX_PATH = 512
MAX_QUERY = 2048
MAX_PARAMETERS = 40
MAX_VALUE = 400
PERSONAL = ("/accounts/", "/alerts/", "/profile/")
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
REDIRECT_PARAMETERS = ("next", "return_to", "redirect_to")
# Control characters (a NUL is an error in PostgreSQL) and lone surrogates (can't be encoded).
JUNK = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


# The first two have no setting in Django. The others SecurityMiddleware adds, but not to what it refuses itself.
HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
}


class SecurityHeadersMiddleware:
    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(_admin()):
            # The admin's jQuery assigns innerHTML.
            response._csp_replace = {"require-trusted-types-for": None}
            response.setdefault("Cache-Control", "no-store, private")
        for name, value in HEADERS.items():
            response.setdefault(name, value)
        return response


@cache
def _admin() -> str:
    return reverse("admin:index")


def is_personal(path: str) -> bool:
    return path.startswith(PERSONAL)


class PersonalPagesMiddleware:
    """What is one person's own is kept by nobody, and listed nowhere."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_personal(request.path):
            response["Cache-Control"] = "no-store, private"
            response["X-Robots-Tag"] = "noindex"
        return response


class UncachedMiddleware:
    """Compression and 304 for what the page cache leaves alone. Pictures are compressed already, and stay as their
    ETag names them."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response
        self.conditional = ConditionalGetMiddleware(get_response)
        self.gzip = GZipMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if getattr(request, "may_be_kept", False) and is_for_everyone(response):
            return response
        response = self.conditional.process_response(request, response)
        is_picture = response.get("Content-Type", "").startswith("image/")
        return response if is_picture else self.gzip.process_response(request, response)


def is_for_everyone(response: HttpResponse) -> bool:
    """Whether every visitor gets the same page until something changes. A page says when it isn't so: by a cookie, by
    an ETag or a Cache-Control of its own, by varying on anything but the compression."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not response.has_header("ETag")
        and not response.has_header("Cache-Control")
        and response.get("Vary", "Accept-Encoding") == "Accept-Encoding"
        and not response.get("Content-Type", "").startswith("image/")
    )


class RequestGuardMiddleware:
    """Refuses what no visitor sends: values that would become server errors further in."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.refuse(request) or self.get_response(request)

    def refuse(self, request: HttpRequest) -> HttpResponse | None:
        if request.method not in METHODS:
            return plain(405, "Method not allowed", Allow=", ".join(METHODS))
        if len(request.path_info) > MAX_PATH or len(request.META.get("QUERY_STRING", "")) > MAX_QUERY:
            return plain(414, "Address too long")
        if refused := request.META.get(REFUSED):
            return plain(*refused)
        try:
            fine = _fine_path(request) and _fine_parameters(request) and _fine_cookies(request)
        except (SuspiciousOperation, ValueError, LookupError):
            fine = False
        return None if fine else bad_request(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, OperationalError | InterfaceError):
            logger.error("database unavailable: %s", error)
            return unavailable()
        if isinstance(error, DataError | OverflowError | UnicodeEncodeError):
            # The last net: a value that no form refused. Each line here is a form to mend.
            logger.warning("bad value reached the database: %s %s", request.path, type(error).__name__)
            return bad_request(request)
        return None


def _fine_path(request: HttpRequest) -> bool:
    return not JUNK.search(request.path_info)


def _fine_parameters(request: HttpRequest) -> bool:
    """Raises ValueError for a redirect address that urlsplit can't read."""
    if not request.META.get("QUERY_STRING"):
        return True
    pairs = [(name, value) for name, values in request.GET.lists() for value in values]
    for name, value in pairs:
        longest = MAX_QUERY if name in REDIRECT_PARAMETERS else MAX_VALUE  # an address has a query of its own
        if len(name) > 64 or len(value) > longest or JUNK.search(name) or JUNK.search(value):
            return False
        if name in REDIRECT_PARAMETERS:
            urlsplit(value)
    return len(pairs) <= MAX_PARAMETERS


def _fine_cookies(request: HttpRequest) -> bool:
    if not request.META.get("HTTP_COOKIE"):
        return True
    return not any(JUNK.search(name) or JUNK.search(value) for name, value in request.COOKIES.items())
