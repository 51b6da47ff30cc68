"""Ready pages and 304: quick, the same for everyone, and never older than the data."""

import datetime
import gzip
import itertools
import re
from collections.abc import Iterator

import brotli
import pytest
from django.contrib import admin
from django.core.cache.backends.base import BaseCache
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, path, resolve
from django.utils import timezone
from django.utils.http import http_date

from onjob.page_cache import version
from onjob.page_cache.version import Versions
from roles import lists
from roles.models import DataVersion, Role
from tests.desk import change_address, filled_in
from tests.factories import (
    CompanyFactory,
    ComparisonNoteFactory,
    JobFactory,
    PairFactory,
    PayrollYearFactory,
    ProfileFactory,
    RoleFactory,
    SalaryRangeFactory,
)
from tests.profiles.fitting import with_skills
from tests.site.raw import ask

pytestmark = pytest.mark.django_db

PAGE = "/roles/data-scientist/"
PAIR = "/compare-roles/data-scientist-vs-ml-engineer"
# One of each kind of public page, that is of each address in the URLconf.
PUBLIC = [
    "/",
    "/card.png",
    "/compare-roles/",
    "/compare-roles/?role=data+scientist&role=qwxz",
    "/compare-roles/data-ai/",
    "/compare-roles/schema.json",
    f"{PAIR}/",
    f"{PAIR}/?first=ml-engineer",
    f"{PAIR}/suits/",
    f"{PAIR}.png",
    f"{PAIR}.md",
    f"{PAIR}.json",
    "/compare-roles/data-scientist-vs-ml-engineer-vs-welder/",
    "/roles/",
    "/roles/field/data-ai/",
    PAGE,
    "/salaries/",
    "/salaries/?sort=pay",
    "/salaries/field/data-ai/",
    "/salaries/data-scientist/",
    "/salaries/data-scientist/pay.csv",
    "/salaries/data-scientist/pay.json",
    "/skills/",
    "/skills/python/",
    "/jobs/",
    "/jobs/?mode=remote",
    "/jobs/feed/",
    "/jobs/in/pune/",
    "/jobs/role/welder/",
    "/skills/python/roles/2/",
    "/skills/kind/tool/",
    "/search/?q=data",
    "/search/suggest/?q=data",
    "/sources/",
    "/method/",
    "/fit/",
    "/data/",
    "/jobs/trust/",
    "/privacy/",
    "/jobs/900001-data-scientist/",
    "/companies/acme/",
    "/companies/acme/2/",
]
NOT_PUBLIC = ("admin:", "favicon", "feedback:", "healthz", "pages:", "trust:report", "trust:thanks")
NOT_PUBLIC += ("account_", "mfa_", "usersessions_", "alerts:", "profiles:", "applications:", "public_profile")
NEEDS_A_FILE = "data:download"
# What has an ETag or a Cache-Control of its own, and what shows files in place of rows.
OF_ITS_OWN = {"/card.png", f"{PAIR}.png", "/search/suggest/?q=data", "/data/"}
KEPT = [address for address in PUBLIC if address not in OF_ITS_OWN]
ENCODINGS = {"": lambda body: body, "gzip": gzip.decompress, "br": brotli.decompress}


@pytest.fixture(autouse=True)
def ready_pages(settings, pages_built_each_time, own_listener, monkeypatch) -> None:
    """As a server that has been running for a day, and whose data has."""
    settings.PAGE_CACHE_MB = 4
    monkeypatch.setattr(version, "STARTED", 0)
    monkeypatch.setattr(version, "SETTLED_AFTER", 0)


@pytest.fixture(autouse=True)
def lists_are_long(monkeypatch) -> None:
    """So that those of fields, kinds and a skill's roles are there too."""
    for name, most in (("ROLES_TOGETHER", 2), ("ROLES_A_PAGE", 1), ("SKILLS_TOGETHER", 0)):
        monkeypatch.setattr(lists, name, most)


@pytest.fixture
def roles() -> list[Role]:
    made = [RoleFactory(slug=slug, core={"python": 90}) for slug in ("data-scientist", "ml-engineer", "welder")]
    SalaryRangeFactory(role=made[0])
    PayrollYearFactory()
    ComparisonNoteFactory(first=made[0], second=made[1])
    PairFactory(first=made[0], second=made[1])
    JobFactory(role=made[2], at=["pune"], mode="remote")
    acme = CompanyFactory(slug="acme")
    JobFactory(pk=900001, title="Data Scientist", role=made[0], company=acme)
    JobFactory.create_batch(50, company=acme)  # with the first one too many for a page
    return made


def headers_of(response: HttpResponse) -> dict[str, str]:
    return dict(response.items())


# --- Quick


@pytest.mark.parametrize("address", [each for each in KEPT if "?" not in each])
def test_the_second_answer_is_the_first_at_one_query(client, roles, django_assert_num_queries, address):
    first = client.get(address)
    with django_assert_num_queries(1):
        second = client.get(address)
    assert (second.status_code, second.content) == (200, first.content)
    assert headers_of(second) == headers_of(first)


@pytest.mark.parametrize("address", KEPT)
def test_an_unchanged_page_is_a_304_at_one_query(client, roles, django_assert_num_queries, address):
    page = client.get(address)
    with django_assert_num_queries(1):
        answer = Client(headers={"if-none-match": page["ETag"]}).get(address)
    assert (answer.status_code, answer.content) == (304, b"")
    assert {name: answer[name] for name in ("ETag", "Cache-Control", "Vary")} == {
        name: page[name] for name in ("ETag", "Cache-Control", "Vary")
    }


def test_pages_with_a_query_are_built_each_time(client, roles, django_assert_num_queries):
    address = f"{PAGE}?utm_source=a"
    client.get(address)
    assert client.get(address)["ETag"] != client.get(PAGE)["ETag"]
    with pytest.raises(pytest.fail.Exception), django_assert_num_queries(1):
        client.get(address)


def test_head_is_get_without_a_body(client, roles):
    for _ in range(2):
        head, get = client.head(PAGE), client.get(PAGE)
        assert headers_of(head) == headers_of(get)
        assert (head.content, int(get["Content-Length"])) == (b"", len(get.content))


def test_what_has_no_room_is_built_again(settings, client):
    """A tenth of a megabyte holds some of 30 pages; the answers stay right."""
    settings.PAGE_CACHE_MB = 0.1
    pages = [f"/roles/{RoleFactory(name=f'Welder {number}').slug}/" for number in range(30)]
    texts = [client.get(page).content for page in pages]
    with CaptureQueriesContext(connection) as queries:
        assert client.get(pages[-1]).content == texts[-1]
    assert len(queries) == 1
    with CaptureQueriesContext(connection) as queries:
        assert client.get(pages[0]).content == texts[0]
    assert len(queries) > 1


# --- Never older than the data


def test_what_an_editor_saves_shows_at_once_in_every_worker(roles, editor_client):
    workers = [Client(), Client()]
    [before] = {worker.get(PAGE)["ETag"] for worker in workers}
    screen = change_address(roles[0])
    form = filled_in(editor_client.get(screen)) | {"summary": "Reads what nobody else reads."}
    saved = editor_client.post(screen, form)
    assert saved.status_code == 302
    for worker in workers:
        assert "Reads what nobody else reads." in worker.get(PAGE).text
        assert worker.get(PAGE, headers={"if-none-match": before}).status_code == 200


def test_what_is_rolled_back_changes_nothing(client, roles):
    page = client.get(PAGE)
    with transaction.atomic():
        Role.objects.update(summary="Never said.")
        assert "Never said." in client.get(PAGE).text
        transaction.set_rollback(True)
    assert client.get(PAGE).content == page.content
    assert client.get(PAGE, headers={"if-none-match": page["ETag"]}).status_code == 304


def test_the_day_the_name_and_the_address_of_the_portal_count(client, roles, settings, monkeypatch):
    tags = [client.get(PAGE)["ETag"]]
    settings.SITE_NAME = "Kaam"
    tags.append(Client().get(PAGE)["ETag"])
    settings.SITE_URL = "https://kaam.example"
    tags.append(Client().get(PAGE)["ETag"])
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda: tomorrow)
    tags.append(Client().get(PAGE)["ETag"])
    assert len(set(tags)) == 4


def test_a_server_that_runs_past_midnight_notices(roles, monkeypatch):
    versions, now = Versions(), timezone.now().timestamp()
    today = versions.current(now)
    assert versions.current(today.until - 1) is today
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda: tomorrow)
    then = versions.current(today.until)
    assert then.name != today.name
    assert then.changed_at == today.until  # a page of yesterday is older than that
    assert then.until == today.until + 24 * 60 * 60


def test_without_a_version_pages_are_built(client, roles):
    DataVersion.objects.all().delete()
    for _ in range(2):
        assert client.get(PAGE).status_code == 200
    Role.objects.filter(slug="data-scientist").update(summary="Another.")
    assert "Another." in client.get(PAGE).text


def test_with_debug_on_nothing_is_kept(roles, settings):
    settings.DEBUG = True
    assert "Cache-Control" not in Client().get(PAGE)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no server")
@pytest.mark.django_db(transaction=True)
def test_a_connection_that_was_cut_is_made_anew(client):
    address = f"/roles/{RoleFactory().slug}/"
    client.get(address)
    other = connection.copy()
    with connection.cursor() as cursor, other.cursor() as killer:
        cursor.execute("SELECT pg_backend_pid()")
        killer.execute("SELECT pg_terminate_backend(%s, 5000)", cursor.fetchone())
    other.close()
    assert client.get(address).status_code == 200


# --- Conditions


def changed(seconds_ago: int) -> None:
    """Both of one day, whatever the hour."""
    DataVersion.objects.update(changed_at=timezone.now() - datetime.timedelta(seconds=seconds_ago))


def since(seconds_ago: int) -> str:
    return http_date(timezone.now().timestamp() - seconds_ago)


def test_last_modified_is_when_something_changed(client, roles):
    page = client.get(PAGE)
    assert page["Last-Modified"] == http_date(DataVersion.objects.get().changed_at.timestamp())
    assert client.get(PAGE, headers={"if-modified-since": page["Last-Modified"]}).status_code == 304
    assert client.get(PAGE, headers={"if-modified-since": since(7 * 86_400)}).status_code == 200


def test_a_date_is_not_taken_for_a_page_that_is_gone(client, roles):
    """A crawler asks with the time of its last visit, which was after the page went."""
    page = client.get(PAGE)
    Role.objects.filter(slug="data-scientist").update(status="draft")
    asked = {"if-modified-since": since(-60), "if-none-match": page["ETag"]}
    for names in (["if-modified-since"], ["if-none-match"], ["if-modified-since", "if-none-match"]):
        assert client.get(PAGE, headers={name: asked[name] for name in names}).status_code == 404


def test_the_etag_goes_before_the_date(client, roles):
    page = client.get(PAGE)
    later, another = since(-60), '"another"'
    assert client.get(PAGE, headers={"if-none-match": another, "if-modified-since": later}).status_code == 200
    early = since(7 * 86_400)
    assert client.get(PAGE, headers={"if-none-match": page["ETag"], "if-modified-since": early}).status_code == 304


def test_dates_count_only_once_the_second_is_over(client, roles, monkeypatch):
    monkeypatch.setattr(version, "SETTLED_AFTER", 10)
    RoleFactory()
    assert "Last-Modified" not in client.get(PAGE)
    assert client.get(PAGE, headers={"if-modified-since": since(-60)}).status_code == 200


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ("{etag}", 304),
        ("W/{etag}", 304),
        ('"another", {etag}', 304),
        ("*", 304),
        ('"another"', 200),
        ("junk", 200),
        ("", 200),
    ],
)
def test_if_none_match_is_read_as_the_rules_say(client, roles, sent, status):
    etag = client.get(PAGE)["ETag"]
    assert client.get(PAGE, headers={"if-none-match": sent.format(etag=etag)}).status_code == status
    assert client.get("/roles/nobody/", headers={"if-none-match": sent.format(etag=etag)}).status_code == 404


def test_if_match_of_another_version_fails(client, roles):
    assert client.get(PAGE, headers={"if-match": '"another"'}).status_code == 412
    assert client.get(PAGE, headers={"if-match": client.get(PAGE)["ETag"]}).status_code == 200


# --- Compressed once


def test_each_encoding_is_the_same_page_under_its_own_strong_etag(client, roles):
    pages = {encoding: client.get(PAGE, headers={"accept-encoding": encoding}) for encoding in ENCODINGS}
    assert {ENCODINGS[encoding](page.content) for encoding, page in pages.items()} == {pages[""].content}
    tags = [page["ETag"] for page in pages.values()]
    assert len(set(tags)) == 3
    assert all(tag.startswith('"') for tag in tags)
    assert [page.get("Content-Encoding", "") for page in pages.values()] == list(ENCODINGS)
    assert [int(page["Content-Length"]) for page in pages.values()] == [len(page.content) for page in pages.values()]
    assert {page["Vary"] for page in pages.values()} == {"Accept-Encoding"}
    asked = {"accept-encoding": "br", "if-none-match": pages["gzip"]["ETag"]}
    assert client.get(PAGE, headers=asked).status_code == 200


def test_whoever_refuses_an_encoding_does_not_get_it(client, roles):
    client.get(PAGE, headers={"accept-encoding": "gzip, br"})
    assert "Content-Encoding" not in client.get(PAGE, headers={"accept-encoding": "br;q=0, gzip;q=0"})
    assert client.get(PAGE, headers={"accept-encoding": "br;q=0, *"})["Content-Encoding"] == "gzip"


def test_what_the_cache_leaves_alone_is_still_compressed_and_still_a_304(client, roles):
    missing = client.get("/nothing/", headers={"accept-encoding": "gzip"})
    assert (missing.status_code, missing["Content-Encoding"]) == (404, "gzip")
    about = client.get("/data/", headers={"accept-encoding": "gzip"})
    assert about["Content-Encoding"] == "gzip"
    assert client.get("/data/", headers={"if-none-match": about["ETag"]}).status_code == 304


# --- The same for everyone


def names(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else space)
        elif pattern.name:
            yield f"{space}{pattern.name}"


def test_the_list_has_every_kind_of_public_page():
    public = {name for name in names(get_resolver().url_patterns) if not name.startswith(NOT_PUBLIC)}
    assert {resolve(address.partition("?")[0]).view_name for address in PUBLIC} == public - {NEEDS_A_FILE}


@pytest.fixture
def member_client() -> Client:
    """Somebody whom pages could say how well a role fits."""
    profile = ProfileFactory()
    with_skills(profile, ["python"])
    client = Client()
    client.force_login(profile.user)
    client.cookies["signed_in"] = "1"
    return client


@pytest.mark.parametrize("address", PUBLIC)
def test_no_public_page_has_a_cookie_a_token_or_a_nonce(roles, editor_client, member_client, address):
    for client in (Client(), editor_client, member_client):
        page = client.get(address)
        assert page.status_code == 200
        assert not page.cookies
        assert page.get("Vary", "Accept-Encoding") == "Accept-Encoding"
        assert not re.search(rb"csrf|nonce|sessionid", page.content)
        assert "nonce" not in page["Content-Security-Policy"]
    assert Client().get(address).content == editor_client.get(address).content == member_client.get(address).content


@pytest.mark.parametrize("address", KEPT)
def test_shared_caches_are_told_how_long(client, roles, address):
    assert client.get(address)["Cache-Control"] == "public, max-age=0, s-maxage=2, stale-while-revalidate=8"


calls = itertools.count()


def counted(**headers: str) -> HttpResponse:
    response = HttpResponse(f"call {next(calls)}")
    for name, value in headers.items():
        response[name.replace("_", "-")] = value
    return response


def with_cookie(request: HttpRequest) -> HttpResponse:
    response = counted()
    response.set_cookie("a", "b")
    return response


def with_session(request: HttpRequest) -> HttpResponse:
    request.session.get("a")
    return counted()


def failing(request: HttpRequest) -> HttpResponse:
    response = counted()
    response.status_code = 503
    return response


NEVER_KEPT = {
    "cookie": with_cookie,
    "session": with_session,
    "private": lambda request: counted(Cache_Control="private"),
    "no-store": lambda request: counted(Cache_Control="no-store"),
    "language": lambda request: counted(Vary="Accept-Language"),
    "etag": lambda request: counted(ETag='"own"'),
    "failing": failing,
    "stream": lambda request: StreamingHttpResponse([f"call {next(calls)}"]),
    "feedback/": lambda request: counted(),
}
urlpatterns = [
    path("admin/", admin.site.urls),
    path("plain", lambda request: counted()),
    *(path(address, view) for address, view in NEVER_KEPT.items()),
]


def test_a_plain_answer_is_kept(client, settings):
    settings.ROOT_URLCONF = __name__
    RoleFactory()
    assert client.get("/plain").content == client.get("/plain").content


@pytest.mark.parametrize("address", NEVER_KEPT)
def test_what_may_differ_is_never_kept(client, settings, address):
    settings.ROOT_URLCONF = __name__
    RoleFactory()
    first, second = (client.get(f"/{address}") for _ in range(2))
    assert first.getvalue() != second.getvalue()
    assert "s-maxage" not in first.get("Cache-Control", "")


def test_a_kept_page_is_not_for_those_whom_others_refuse(roles, settings):
    assert ask(PAGE).status == 200
    assert ask(PAGE, HTTP_HOST="evil.example").status == 400
    assert ask(PAGE, HTTP_COOKIE=r'sessionid="a\000"').status == 400
    assert ask(f"{PAGE}?a=%00").status == 400
    assert ask(PAGE, method="TRACE").status == 405
    assert ask(PAGE, method="POST").status == 403


def test_a_kept_page_is_still_sent_to_https(roles, settings):
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 60
    client = Client()
    for _ in range(2):
        assert client.get(PAGE, secure=True)["Strict-Transport-Security"] == "max-age=60"
    etag = client.get(PAGE, secure=True)["ETag"]
    assert client.get(PAGE).status_code == 301
    assert client.get(PAGE, headers={"if-none-match": etag}).status_code == 301


# --- Shared between workers


class BrokenCache(BaseCache):
    def __init__(self, *_: object) -> None:
        super().__init__({})

    def get(self, *_: object, **__: object) -> None:
        raise ConnectionError("refused")

    set = get


def test_a_worker_finds_what_another_built(settings, roles, django_assert_num_queries):
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    first = Client().get(PAGE)
    with django_assert_num_queries(1):
        second = Client().get(PAGE)
    assert (second.content, headers_of(second)) == (first.content, headers_of(first))
    Role.objects.filter(slug="data-scientist").update(summary="Another.")
    assert "Another." in Client().get(PAGE).text


def test_a_shared_cache_that_is_down_is_left_alone(settings, roles, caplog):
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": f"{__name__}.BrokenCache"}}
    client = Client()
    assert [client.get(address).status_code for address in (PAGE, "/roles/", PAGE)] == [200, 200, 200]
    assert caplog.text.count("shared cache: refused") == 1


# --- A crawl


def test_of_ten_thousand_visits_of_a_crawler_99_in_100_are_a_304():
    """It comes back to each of 91 comparisons 110 times; halfway an editor changes something."""
    roles = [RoleFactory(slug=f"role-{letter}", core={"python": 90}) for letter in "abcdefghijklmn"]
    pages = [f"/compare-roles/{a.slug}-vs-{b.slug}/" for a, b in itertools.combinations(roles, 2)]
    known = {page: ask(page, HTTP_ACCEPT_ENCODING="gzip").headers["ETag"] for page in pages}
    statuses = []
    for visit in range(10_000):
        if visit == 5_000:
            Role.objects.filter(slug="role-a").update(summary="Another.")
        page = pages[visit % len(pages)]
        answer = ask(page, HTTP_ACCEPT_ENCODING="gzip", HTTP_IF_NONE_MATCH=known[page])
        statuses.append(answer.status)
        known[page] = answer.headers["ETag"]
    assert statuses.count(304) == 10_000 - 91
    assert statuses.count(200) == 91
