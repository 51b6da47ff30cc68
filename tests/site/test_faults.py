"""What a visitor gets when something behind the site is broken."""

import socket
from collections.abc import Callable, Iterator

import pytest
from django.db import DataError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client

from tests.site.raw import ask_with

PAGES = (
    "/",
    "/compare-roles/",
    "/compare-roles/a-vs-b/",
    "/roles/",
    "/roles/a/",
    "/roles/a/no-such-page/",
    "/healthz/",
)
SIGNED_IN = {"address": "/admin/", "HTTP_COOKIE": "sessionid=" + "a" * 32}


@pytest.fixture
def nobody_listens() -> str:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    return f"postgres://onjob@127.0.0.1:{port}/onjob"


@pytest.fixture
def nobody_answers() -> Iterator[str]:
    """Takes the connection and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"postgres://onjob@127.0.0.1:{server.getsockname()[1]}/onjob"


@pytest.mark.parametrize("database", ["nobody_listens", "no_folder"])
def test_database_down_is_a_503_that_says_when_to_come_back(database: str, request: pytest.FixtureRequest):
    missing = "sqlite:////nowhere/at/all/db.sqlite3"
    url = missing if database == "no_folder" else request.getfixturevalue(database)
    for answer in ask_with({"DATABASE_URL": url}, *({"address": page} for page in PAGES), SIGNED_IN):
        assert answer.status == 503
        assert answer.headers["Retry-After"] == "10"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "We’ll be right back" in answer.text


def test_silent_database_is_given_up(nobody_answers: str):
    [answer] = ask_with({"DATABASE_URL": nobody_answers}, {"address": "/healthz/"})
    assert answer.status == 503


def test_database_down_leaves_what_needs_none():
    login, missing, junk = ask_with(
        {"DATABASE_URL": "sqlite:////nowhere/at/all/db.sqlite3"},
        {"address": "/accounts/login/"},
        {"address": "/nowhere/"},
        {"address": "/%00"},
    )
    assert (login.status, missing.status, junk.status) == (200, 404, 400)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (OperationalError("server closed the connection"), 503, "We’ll be right back"),
        (InterfaceError("connection already closed"), 503, "We’ll be right back"),
        (DataError("value out of range"), 400, "We can’t read this address"),
        (ValueError("a bug"), 500, "Something went wrong on our side"),
    ],
)
@pytest.mark.parametrize("place", ["view", "middleware"])
def test_error_becomes_the_page_that_fits(settings, caplog, error: Exception, status: int, words: str, place: str):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{__name__}.{place}_that_fails"]
    answer = Client(raise_request_exception=False, headers={"x-error": str(ERRORS.index(type(error)))}).get("/roles/")
    assert answer.status_code == status
    assert words in answer.text
    assert answer.headers["X-Frame-Options"] == "DENY"


ERRORS = [OperationalError, InterfaceError, DataError, ValueError]


def fail(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    raise ERRORS[int(request.headers["x-error"])]("broken")


def middleware_that_fails(get_response: Callable) -> Callable:
    return fail


def view_that_fails(get_response: Callable) -> Callable:
    """Puts a failing view in the place of the page's own."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    middleware.process_view = lambda request, view, args, kwargs: fail(request)
    return middleware
