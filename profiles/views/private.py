"""What all pages of a person's own have in common: only they get them, and nobody keeps them."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from profiles.models import Profile

View = Callable[..., HttpResponse]
LONGEST_WAY_BACK = 1_100  # characters: as a parameter they are more, and the guard refuses queries of 2,048
NOBODY_KEEPS = {"Cache-Control": "no-store, private", "X-Robots-Tag": "noindex"}


def private(view: View) -> View:
    """Anonymous visitors are sent to sign in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        response = login_required(view)(request, *args, **options)
        for name, value in NOBODY_KEEPS.items():
            response[name] = value
        return response

    return guarded


def of_profile(view: View) -> View:
    """`view(request, profile, …)`; who has no profile is sent to where they can start one."""

    @private
    @wraps(view)
    def found(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        profile = Profile.objects.of(request.user)
        if profile is None:
            return redirect(_start_of(request))
        profile.user = request.user
        return view(request, profile, *args, **options)

    return found


def _start_of(request: HttpRequest) -> str:
    """Where a profile is started; who came to save something gets back to it from there."""
    start, asked_for = reverse("profiles:overview"), request.get_full_path()
    is_to_save = request.method == "GET" and request.META.get("QUERY_STRING") and len(asked_for) <= LONGEST_WAY_BACK
    return f"{start}?{urlencode({'next': asked_for})}" if is_to_save else start


def way_back(address: str) -> str:
    """The own page that somebody is sent back to; nothing for any other address."""
    is_own = address.startswith("/profile/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if is_own else ""


def own_page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    """Any: words of the template."""
    return render(request, f"profiles/{template}.html", context)


def posted(request: HttpRequest) -> Any:
    """What was sent, or None (Any: Django's QueryDict)."""
    return request.POST if request.method == "POST" else None
