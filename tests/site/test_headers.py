"""Every answer carries the security headers; public pages are the same for everyone."""

import pytest
from django.test import Client

from tests.factories import RoleFactory
from tests.site.raw import Answer, ask, ask_with

pytestmark = pytest.mark.django_db

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
HTTPS = {
    "SITE_URL": "https://onjob.example",
    "ALLOWED_HOSTS": "onjob.example,127.0.0.1",
    "BEHIND_PROXY": "True",
}
THROUGH_TLS = {"HTTP_HOST": "onjob.example", "HTTP_X_FORWARDED_PROTO": "https"}
PUBLIC = (
    "/",
    "/compare-roles/",
    "/compare-roles/?role=data+scientist&role=qwxz",
    "/compare-roles/data-scientist-vs-ml-engineer/",
    "/compare-roles/data-scientist-vs-ml-engineer.png",
    "/compare-roles/data-scientist-vs-ml-engineer.md",
    "/compare-roles/data-scientist-vs-ml-engineer.json",
    "/compare-roles/schema.json",
    "/card.png",
    "/robots.txt",
    "/llms.txt",
    "/sitemap.xml",
    "/sitemap-roles.xml",
    "/feeds/pay.atom",
    "/roles/",
    "/roles/data-scientist/",
    "/sources/",
    "/nowhere/",
    "/healthz/",
)


@pytest.fixture
def roles() -> None:
    RoleFactory(slug="data-scientist", core={"python": 90})
    RoleFactory(slug="ml-engineer", core={"python": 80})


def policy(answer: Answer) -> dict[str, str]:
    """ "default-src 'none'; …" by directive."""
    parts = (part.strip().partition(" ") for part in answer.headers["Content-Security-Policy"].split(";"))
    return {directive: sources for directive, _, sources in parts}


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"address": "/"}, 200),
        ({"address": "/", "method": "HEAD"}, 200),
        ({"address": "/roles"}, 301),
        ({"address": "/admin/"}, 302),
        ({"address": "/%00"}, 400),
        ({"address": "/", "HTTP_HOST": "evil.example"}, 400),
        ({"address": "/admin/login/", "method": "POST"}, 403),
        ({"address": "/nowhere/"}, 404),
        ({"address": "/static/nowhere.css"}, 404),
        ({"address": "/", "method": "TRACE"}, 405),
        ({"address": "/", "method": "OPTIONS"}, 405),
        ({"address": "/" + "a" * 600}, 414),
        ({"address": "/", "method": "POST", "CONTENT_TYPE": "text/html; charset=rot13"}, 415),
        ({"address": "/", "HTTP_COOKIE": "a" * 9000}, 431),
        ({"address": "/admin/login/"}, 302),
        ({"address": "/accounts/login/"}, 200),
        ({"address": "/healthz/"}, 200),
    ],
)
def test_headers_are_on_every_kind_of_answer(request_: dict[str, str], status: int):
    answer = ask(**request_)
    assert answer.status == status
    assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert policy(answer)["default-src"] == "'none'"


def test_headers_are_on_static_files_too():
    answer = ask("/static/admin/css/base.css")
    assert answer.status == 200
    assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE


def test_policy_allows_our_own_files_and_nothing_inline():
    directives = policy(ask("/"))
    assert set(directives.values()) == {"'none'", "'self'", "'script'"}
    assert directives["script-src"] == directives["style-src"] == "'self'"
    assert directives["require-trusted-types-for"] == "'script'"


def test_admin_gives_up_trusted_types_only():
    public, admin = policy(ask("/")), policy(ask("/admin/login/"))
    assert public.keys() - admin.keys() == {"require-trusted-types-for"}
    assert all(admin[directive] == public[directive] for directive in admin)


def test_admin_is_kept_by_nobody():
    assert ask("/admin/login/").headers["Cache-Control"].count("no-store") == 1


@pytest.mark.parametrize("address", PUBLIC)
def test_public_page_is_the_same_for_everyone(roles: None, editor_client: Client, address: str):
    answer = ask(address)
    assert answer.status in (200, 404)
    assert answer.cookies == ()
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "csrfmiddlewaretoken" not in answer.text
    signed_in = f"sessionid={editor_client.cookies['sessionid'].value}; csrftoken={'a' * 32}"
    assert answer == ask(address, HTTP_COOKIE=signed_in)


def test_unchanged_page_is_not_sent_again(roles: None):
    etag = ask("/roles/").headers["ETag"]
    assert ask("/roles/", HTTP_IF_NONE_MATCH=etag).status == 304


def test_https_answers_tell_browsers_to_stay_with_https():
    asked = (
        {"address": "/healthz/"},
        {"address": "/%00"},
        {"address": "/", "method": "TRACE"},
        {"address": "/", "HTTP_COOKIE": "a" * 9000},
    )
    answers = ask_with(HTTPS, *(request | THROUGH_TLS for request in asked))
    assert [answer.status for answer in answers] == [200, 400, 405, 431]
    for answer in answers:
        assert answer.headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload"
        assert "upgrade-insecure-requests" in policy(answer)


def test_http_is_sent_to_https_but_for_the_health_check():
    page, health, foreign = ask_with(
        HTTPS,
        {"address": "/roles/", "HTTP_HOST": "onjob.example"},
        {"address": "/healthz/", "HTTP_HOST": "127.0.0.1"},
        {"address": "/roles/", "HTTP_HOST": "evil.example"},
    )
    assert (page.status, page.headers["Location"]) == (301, "https://onjob.example/roles/")
    assert health.status == 200
    assert foreign.status == 400
    assert {name: foreign.headers.get(name) for name in EVERYWHERE} == EVERYWHERE


def test_https_cookies_are_locked_to_the_host():
    [login] = ask_with(HTTPS, {"address": "/accounts/login/"} | THROUGH_TLS)
    [cookie] = login.cookies
    assert cookie.startswith("__Host-csrftoken=")
    assert {"Secure", "HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
