"""What all pages of a person's own have in common: only they get them, and nobody keeps them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from profiles.models import Profile

View = Callable[..., HttpResponse]
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
            return redirect("profiles:overview")
        profile.user = request.user
        return view(request, profile, *args, **options)

    return found


def own_page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    """Any: words of the template."""
    return render(request, f"profiles/{template}.html", context)


def posted(request: HttpRequest) -> Any:
    """What was sent, or None (Any: Django's QueryDict)."""
    return request.POST if request.method == "POST" else None
