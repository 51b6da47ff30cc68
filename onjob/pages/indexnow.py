"""IndexNow: telling the search engines that take part (Bing, Yandex, Naver, Seznam, Yep) which pages changed.

The protocol: https://www.indexnow.org/documentation
"""

import datetime
import json
import urllib.request
from collections.abc import Callable, Iterator
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from onjob.pages.models import PublicPage

MOST = 10_000  # addresses a message: the protocol's limit
TIMEOUT = 30  # seconds
ANSWERS = {
    400: "It couldn't read the message.",
    403: "It doesn't take the key: is the key file reachable from outside?",
    422: "The addresses don't belong to the key's site.",
    429: "It was told too much too often. Try again in some hours.",
}


class Refused(Exception):
    """Why nothing can be sent, or wasn't taken, in a sentence."""


def check() -> None:
    """Raises Refused where the settings don't allow to send."""
    if not settings.INDEXNOW_KEY:
        raise Refused("INDEXNOW_KEY is empty: give it 8 to 128 letters, digits or hyphens.")
    if urlsplit(settings.SITE_URL).scheme != "https":
        raise Refused(f"SITE_URL is {settings.SITE_URL}: only a public site with https:// has anything to tell.")


def send_all(sent: Callable[[int], None]) -> int:
    """Tell of every page that needs it; returns of how many. Raises Refused; what was taken before stays told.

    sent: called after each message with its number of pages.
    """
    check()
    count = 0
    for keys, paths, read_at in _messages():
        _post([settings.SITE_URL + path for path in paths])
        # What changes after it was read has a later time, so it stays to be told.
        PublicPage.objects.filter(pk__gte=keys[0], pk__lte=keys[-1]).untold().update(told_at=read_at)
        sent(len(paths))
        count += len(paths)
    return count


def _messages() -> Iterator[tuple[list[int], list[str], datetime.datetime]]:
    """Keys in order, paths, and when they were read."""
    last = 0
    while True:
        read_at = timezone.now()
        rows = list(PublicPage.objects.untold().filter(pk__gt=last).order_by("pk").values_list("pk", "path")[:MOST])
        if not rows:
            return
        yield [key for key, _ in rows], [path for _, path in rows], read_at
        last = rows[-1][0]


def _post(addresses: list[str]) -> None:
    key = settings.INDEXNOW_KEY
    message = {
        "host": urlsplit(settings.SITE_URL).netloc,
        "key": key,
        "keyLocation": settings.SITE_URL + reverse("pages:key", args=[key]),
        "urlList": addresses,
    }
    asked = urllib.request.Request(  # noqa: S310 (settings take http and https alone)
        settings.INDEXNOW_ENDPOINT,
        data=json.dumps(message).encode(),
        headers={"Content-Type": "application/json; charset=utf-8"},
        method="POST",
    )
    status = _answer(asked)
    if status not in (200, 202):
        reason = ANSWERS.get(status, "That is no answer of the protocol.")
        raise Refused(f"{settings.INDEXNOW_ENDPOINT} answered {status}. {reason}")


def _answer(asked: urllib.request.Request) -> int:
    """The status. Raises Refused where nobody answers."""
    try:
        with _OPENER.open(asked, timeout=TIMEOUT) as answer:
            return answer.status
    except HTTPError as error:
        with error:
            return error.code
    except (URLError, TimeoutError, ConnectionError) as error:
        raise Refused(f"{settings.INDEXNOW_ENDPOINT} doesn't answer: {error}.") from error


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A message that was sent elsewhere as a question for a page was not taken."""

    def redirect_request(self, *arguments: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect)
