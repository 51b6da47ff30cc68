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
NEXT, OWN = "next", "/profile/"
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
    return _found_for(view, lambda request: "")


def of_profile_or_back(view: View) -> View:
    """The same; who has started one comes back to where they wanted to go."""
    return _found_for(view, lambda request: f"?{urlencode({NEXT: request.get_full_path()})}")


def _found_for(view: View, coming_back: Callable[[HttpRequest], str]) -> View:
    @private
    @wraps(view)
    def found(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        profile = Profile.objects.of(request.user)
        if profile is None:
            return redirect(reverse("profiles:overview") + coming_back(request))
        profile.user = request.user
        return view(request, profile, *args, **options)

    return found


def wanted_next(sent: Any) -> str:
    """A person's own page that they wanted to go to, or nothing. Any: Django's QueryDict."""
    path = sent.get(NEXT, "")
    is_ours = path.startswith(OWN) and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_ours else ""


def own_page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    """Any: words of the template."""
    return render(request, f"profiles/{template}.html", context)


def posted(request: HttpRequest) -> Any:
    """What was sent, or None (Any: Django's QueryDict)."""
    return request.POST if request.method == "POST" else None
