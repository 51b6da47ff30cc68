"""A cookie that says no more than "somebody is signed in here", for scripts of public pages: they ask for what is
personal only then. It lives and ends with the session's, which no script can read."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse

Next = Callable[[HttpRequest], HttpResponse]

HINT = "signed_in"


class SignedInHintMiddleware:
    """Around the session's. What doesn't look at the session, as all public pages, is left as it is."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.session.accessed:
            return response
        is_signed_in = SESSION_KEY in request.session
        if is_signed_in and settings.SESSION_COOKIE_NAME in response.cookies:
            _set(response)
        elif not is_signed_in and request.COOKIES.get(HINT):
            response.delete_cookie(HINT, samesite=settings.SESSION_COOKIE_SAMESITE)
        return response


def _set(response: HttpResponse) -> None:
    response.set_cookie(
        HINT,
        "1",
        max_age=settings.SESSION_COOKIE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=False,
        samesite=settings.SESSION_COOKIE_SAMESITE,
    )
