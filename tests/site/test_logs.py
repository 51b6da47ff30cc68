"""What is written where the server runs has nothing of anybody in it, however much is written."""

import logging
from collections.abc import Iterator

import pytest
from django.db import DataError, IntegrityError, OperationalError
from django.urls import get_resolver

from onjob.log_lines import Lines
from profiles.views import private
from tests.site.addresses import routes
from tests.site.may import PERSONAL
from tests.site.visitors import EDITOR, FORGED, GET, OF_THE_OWNER, OWNER, POST, World

pytestmark = pytest.mark.django_db

ASKED = ((OWNER, GET), (OWNER, POST), (OWNER, FORGED), (EDITOR, GET), ("another member", GET))
SCREENS = ("/p/", "/admin/profiles/", "/admin/accounts/")
# As PostgreSQL words it, with the whole row in it.
WORDS = "new row violates check constraint “profile_phone_shape”\nDETAIL:  Failing row contains (7, {}, \n\nt)."
ROW = ", ".join(words.decode() for words in OF_THE_OWNER.values())


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def log(world, caplog) -> pytest.LogCaptureFixture:
    """All that an operator could switch on, as it stands on the console."""
    for name in ("", "django", "allauth", *("onjob", "accounts", "profiles", "roles", "jobs", "comparisons")):
        caplog.set_level(logging.DEBUG, name)
    caplog.handler.setFormatter(next(handler for handler in logging.root.handlers if handler.formatter).formatter)
    return caplog


def told(log: pytest.LogCaptureFixture) -> set[str]:
    return {what for what, words in OF_THE_OWNER.items() if words.decode() in log.text}


def personal_addresses() -> Iterator[tuple[str, str]]:
    for route in routes(get_resolver().url_patterns):
        if f"/{route.pieces}".startswith((*PERSONAL, *SCREENS)):
            yield from ((route.view, address) for address in route.addresses())


def test_a_walk_over_personal_pages_leaves_nothing(world, log):
    """With 200, 302, 403, 404 and 405 in it."""
    statuses = set()
    for view, address in personal_addresses():
        for visitor, asked in ASKED:
            statuses.add(world.ask(visitor, asked, view, address).status)
    assert {200, 302, 403, 404, 405} <= statuses
    assert told(log) == set()


@pytest.mark.parametrize("kind", [IntegrityError, DataError, OperationalError])
def test_a_fault_of_the_database_leaves_no_row(world, log, monkeypatch, kind):
    def fails(*_: object, **__: object) -> None:
        raise kind(WORDS.format(ROW)) from kind(WORDS.format(ROW))

    monkeypatch.setattr(private, "render", fails)
    assert world.ask(OWNER, GET, "profiles:overview", "/profile/").status in (400, 500, 503)
    assert any(words in log.text for words in (kind.__name__, "database unavailable"))
    assert told(log) == set()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("a line", "a line"),
        ("refused\nDETAIL:  Key (email)=(a@example.org) exists.", "refused"),
        ("refused\nLINE 1: SELECT 'a@example.org'\n       ^", "refused"),
        (
            "refused\nDETAIL:  (1,\n\nb)\n\nThe above exception was the direct cause",
            "refused\n\nThe above exception was the direct cause",
        ),
        ("see DETAIL: of it", "see DETAIL: of it"),
    ],
)
def test_what_a_database_says_of_values_is_cut_off(said, kept):
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, "%s", (said,), None)
    assert Lines("{message}", style="{").format(record) == kept
