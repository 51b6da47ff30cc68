"""One click stops mail (RFC 8058): a POST, which needs no sign-in, cookie or token of a form, as mail programs send it.

Asking for the page changes nothing: programs that look at links in mails ask for each of them. A code that isn't known
gets the same answer. There is no limit on tries: a code has 122 random bits, knowing one lets nobody read anything, and
a mail service sends all its users' wishes from a few addresses.
"""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from profiles.models import Consent, Profile, SavedSearch
from profiles.notices import Purpose
from profiles.retention import end_purpose

METHODS = ["GET", "HEAD", "POST"]


@csrf_exempt
@require_http_methods(METHODS)
def stop_all(request: HttpRequest, token: str) -> HttpResponse:
    return _page(request, is_all=True, stop=lambda: _stop_all(token))


@csrf_exempt
@require_http_methods(METHODS)
def stop_search(request: HttpRequest, token: str) -> HttpResponse:
    return _page(request, is_all=False, stop=lambda: SavedSearch.objects.filter(token=token).stop())


def _page(request: HttpRequest, *, is_all: bool, stop: Callable[[], None]) -> HttpResponse:
    """The answer to the POST itself, as mail programs don't follow redirects."""
    if request.method == "POST":
        stop()
    words = {"is_all": is_all, "is_stopped": request.method == "POST", "is_cookieless": True}
    return render(request, "profiles/alerts/stop.html", words)


@transaction.atomic
def _stop_all(token: str) -> None:
    """With the consent."""
    for profile in Profile.objects.filter(alert_mail__token=token).select_related("user"):
        Consent.objects.withdraw(profile.user, Purpose.ALERTS)
        end_purpose(profile.user, Purpose.ALERTS)
