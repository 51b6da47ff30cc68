"""Our list of allauth's pages is allauth's own, and none of them is loaded before it is asked for."""

import subprocess
import sys
from collections.abc import Iterable, Iterator

from allauth.mfa import urls as allauth_urls
from django.urls import URLPattern, URLResolver
from django.utils.module_loading import import_string

from accounts import views
from accounts.second_factor_urls import Later, urlpatterns

HEAVY = ("fido2", "cryptography", "PIL.Image", "rapidfuzz", "httpx")
LOADED = f"""
import onjob.wsgi, sys
from django.urls import reverse
reverse("home")
print(*(name for name in {HEAVY!r} if name in sys.modules))
"""


def pages(patterns: Iterable[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, str | None, object]]:
    """Address, name, view."""
    for entry in patterns:
        address = f"{before}{entry.pattern}"
        if isinstance(entry, URLResolver):
            yield from pages(entry.url_patterns, address)
        else:
            yield address, entry.name, entry.callback


def test_every_page_of_allauth_has_its_address_and_name():
    ours = {(address, name) for address, name, _ in pages(urlpatterns)}
    assert ours == {(address, name) for address, name, _ in pages(allauth_urls.urlpatterns)}


def test_each_leads_to_allauths_own_view_and_codes_are_no_file():
    theirs = {name: view for _, name, view in pages(allauth_urls.urlpatterns)}
    ours = {
        name: import_string(view.place) if isinstance(view, Later) else view for _, name, view in pages(urlpatterns)
    }
    assert ours == theirs | {"mfa_download_recovery_codes": views.no_file}


def test_a_worker_starts_without_what_few_of_its_pages_need():
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.split() == []
