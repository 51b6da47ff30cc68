"""Junk is refused and never a server error, on either database."""

import logging
from itertools import product

import pytest
from django.contrib import admin
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from onjob.wsgi_guard import readable
from tests.factories import RoleAliasFactory, RoleFactory
from tests.site.raw import ask

pytestmark = pytest.mark.django_db

FORM = "application/x-www-form-urlencoded"
NUL_COOKIE = r'sessionid="abcdefgh\000def"'

PAGES = ("/", "/compare-roles/", "/roles/", "/feedback/", "/healthz/", "/admin/login/")
HOSTILE = (
    "%00",
    "a%00b",
    "%ED%A0%80",
    "%ff%fe",
    "%",
    "%zz",
    "%C0%AF",
    "%F4%90%80%80",
    "%E2%80%AE",
    "%0D%0ASet-Cookie:a=b",
    "..%2f..%2fetc%2fpasswd",
    "//evil.example",
    "http://[",
    "%C2%B2",
    "9" * 400,
    "-1",
    "1e400",
    "NaN",
    "'%22%3E%3Cscript%3E",
    "';--",
    "%7B%7B7*7%7D%7D",
    "*" * 300,
    "(a%2B)%2B" * 30,
    "%F0%9F%98%80" * 40,
)


@pytest.fixture(autouse=True)
def roles() -> None:
    for slug in ("data-scientist", "ml-engineer"):
        RoleAliasFactory(slug=f"old-{slug}", role=RoleFactory(slug=slug))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/%00", 400),
        ("/roles/data%00scientist/", 400),
        ("/?role=a%00b", 400),
        ("/?a%00b=role", 400),
        ("/?role=%1b", 400),
        ("/?next=http://[", 400),
        ("/admin/login/?next=http://[", 400),
        ("/admin/login/?next=http://%E2%84%80.example", 400),
        ("/?role=" + "a" * 400, 200),
        ("/?role=" + "a" * 401, 400),
        ("/?" + "a" * 65 + "=1", 400),
        ("/?" + "&".join(f"p{n}=" for n in range(40)), 200),
        ("/?" + "&".join(f"p{n}=" for n in range(41)), 400),
        ("/?" + "&".join(["role=a"] * 2000), 414),
        ("/?role=" + "a" * 3000, 414),
        ("/" + "a" * 511, 404),
        ("/" + "a" * 512, 414),
        ("/" + "%ff" * 200, 414),
        ("/?role=two%0Alines%09and%20tabs", 200),
    ],
)
def test_junk_in_the_address_is_refused(address: str, status: int):
    assert ask(address).status == status


def test_junk_cookie_is_refused_on_every_page():
    assert [ask(page, HTTP_COOKIE=NUL_COOKIE).status for page in PAGES] == [400] * len(PAGES)


@pytest.mark.parametrize(
    ("cookie", "status"),
    [
        ("a=1; b=2", 200),
        ("sessionid=unknown; csrftoken=short; messages=junk", 200),
        ("\xff\xfe=\xff; =; ;;", 200),
        ('a="\\355\\240\\200"', 200),
        ('a="\\033"', 400),
        ("a=" + "x" * 8190, 200),
        ("a=" + "x" * 8191, 431),
        # 12 seconds in Python 3.11.7, if it were read.
        ('a="' + "\\" * 60_000 + '"', 431),
    ],
)
def test_cookie_is_fine_refused_or_too_long(cookie: str, status: int):
    assert ask("/", HTTP_COOKIE=cookie).status == status


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND", "ge\xff"])
def test_other_methods_get_405_and_the_list_of_those_allowed(method: str):
    answer = ask("/", method=method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD, POST, OPTIONS")


@pytest.mark.parametrize(("method", "status"), [("HEAD", 200), ("OPTIONS", 405), ("POST", 403)])
def test_public_page_is_for_reading(method: str, status: int):
    assert ask("/", method=method).status == status


UNREADABLE = (
    "text/html; charset*=utf-9''x",
    f"{FORM}; charset=rot13",
    f"{FORM}; charset=idna",
    f"{FORM}; charset=undefined",
    f"{FORM}; charset=utf-16",
    f'{FORM}; charset = "UTF-16"',
    f"{FORM}; charset=utf-8; charset=utf-16",
    "multipart/form-data; boundary=x; charset=hex",
    "text/plain; charset=\xff",
    "text/plain; x=" + "a" * 256,
)


@pytest.mark.parametrize("content_type", UNREADABLE)
def test_unreadable_content_type_is_ignored_without_a_body(content_type: str):
    for method in ("GET", "HEAD"):
        assert ask("/?role=a", method=method, CONTENT_TYPE=content_type).status == 200


@pytest.mark.parametrize("content_type", UNREADABLE)
def test_unreadable_content_type_of_a_body_is_refused(content_type: str):
    sent = ask(
        "/admin/login/?next=/admin/",
        method="POST",
        body="username=a&password=b",
        CONTENT_TYPE=content_type,
        HTTP_COOKIE="csrftoken=" + "a" * 32,
    )
    assert sent.status == 415


@pytest.mark.parametrize("content_type", ["", FORM, f"{FORM}; charset=UTF-8", f'{FORM};charset="utf-8"', "text/plain"])
def test_what_browsers_send_is_readable(content_type: str):
    assert readable(content_type)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        (FORM, "username=%00&password=%00&next=http://["),
        (FORM, "csrfmiddlewaretoken=%ED%A0%80"),
        (FORM, "&".join(f"a{n}=" for n in range(2001))),
        (FORM, "a=" + "b" * 1_000_001),
        ("multipart/form-data", "--x"),
        ("multipart/form-data; boundary=", "--x"),
        ("multipart/form-data; boundary=x", "--x\r\nnot a header\r\n"),
        ("multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'),
        ("application/json", "{"),
    ],
)
def test_junk_body_is_the_senders_mistake(content_type: str, body: str):
    sent = ask(
        "/admin/login/", method="POST", body=body, CONTENT_TYPE=content_type, HTTP_COOKIE="csrftoken=" + "a" * 32
    )
    assert sent.status in (400, 403)


@pytest.mark.parametrize("host", ["evil.example", "a b", "", "\xff", "127.0.0.1,evil.example"])
def test_foreign_host_is_refused(host: str):
    assert ask("/", HTTP_HOST=host).status == 400


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_value_is_no_server_error_anywhere(hostile: str):
    addresses = [
        f"{page}?{name}={hostile}" for page, name in product(PAGES, ("role", "q", "page", "fact", "next", "e"))
    ]
    addresses += [f"{page}{hostile}/" for page in PAGES]
    addresses += [f"/compare-roles/{hostile}-vs-ml-engineer/", f"/compare-roles/?role={hostile}&role=old-ml-engineer"]
    assert {address: status for address in addresses if (status := ask(address).status) >= 500} == {}


def bad_value(request: HttpRequest) -> HttpResponse:
    raise DataError("value out of range")


urlpatterns = [path("bad-value/", bad_value), path("admin/", admin.site.urls)]


def test_a_value_that_no_form_refused_is_a_400_and_noted(client: Client, settings, caplog):
    settings.ROOT_URLCONF = __name__
    with caplog.at_level(logging.WARNING, logger="onjob.middleware"):
        assert client.get("/bad-value/").status_code == 400
    assert "bad value reached the database: /bad-value/" in caplog.text
