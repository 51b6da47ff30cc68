"""The screens of feeds and of companies."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jobs.admin.feeds import HISTORY
from jobs.models import Company, FeedRun, JobFeed
from tests.desk import add_address, change_address, errors, filled_in, list_address, listed
from tests.factories import SEEN, CompanyFactory, FeedRunFactory, JobFactory, JobFeedFactory

pytestmark = pytest.mark.django_db

LIST = list_address(JobFeed)
HOUR = datetime.timedelta(hours=1)


def run(feed: JobFeed, hours: int, **fields: object) -> FeedRun:
    return FeedRunFactory(feed=feed, started_at=SEEN + hours * HOUR, ended_at=SEEN + hours * HOUR, **fields)


def test_the_list_says_how_the_last_reading_went(editor_client):
    feed, other = JobFeedFactory(name="Acme"), JobFeedFactory(name="Beta")
    run(feed, 0, outcome="failed", words="No answer.")
    run(feed, 2, new=3, closed=1, refused=2, words="4005: no title\n4006: no title")
    run(other, 3, outcome="failed", words="404 for the board.")
    JobFeedFactory(name="Gamma")
    html = editor_client.get(LIST).content.decode()
    for part in (
        "02 Nov 2026, 08:00 UTC: read",
        "3 new, 1 closed, 2 refused",
        "4005: no title And 1 more line.",
        "02 Nov 2026, 09:00 UTC: couldn’t be read",
        "404 for the board.",
        "never read",
    ):
        assert part in html, part
    assert "No answer." not in html


def test_feeds_are_found_by_their_last_reading(editor_client):
    well, ill, never = (JobFeedFactory() for _ in range(3))
    run(well, 0, outcome="failed", words="No answer.")
    run(well, 1)
    run(ill, 1, outcome="failed", words="No answer.")
    assert listed(editor_client.get(LIST, {"last": "done"})) == [well]
    assert listed(editor_client.get(LIST, {"last": "failed"})) == [ill]
    assert listed(editor_client.get(LIST, {"last": "never"})) == [never]


def test_the_form_shows_the_newest_readings_and_lets_nobody_change_them(editor_client):
    feed = JobFeedFactory()
    for hours in range(HISTORY + 5):
        run(feed, hours)
    run(JobFeedFactory(), 0)
    page = editor_client.get(change_address(feed))
    [inline] = page.context["inline_admin_formsets"]
    assert len(inline.formset.forms) == HISTORY
    assert inline.formset.forms[0].instance.started_at == SEEN + (HISTORY + 4) * HOUR
    assert editor_client.post(change_address(feed), filled_in(page) | {"every_hours": 12}).status_code == 302
    feed.refresh_from_db()
    assert feed.every_hours == 12


def test_a_feed_without_an_account_is_a_form_error(editor_client):
    feed = JobFeedFactory()
    form = filled_in(editor_client.get(change_address(feed))) | {"account": ""}
    assert "Say which account or address it reads." in errors(editor_client.post(change_address(feed), form))


def added(editor_client, **fields: str):
    form = filled_in(editor_client.get(add_address(Company))) | {"slug": "acme-2", **fields}
    return editor_client.post(add_address(Company), form)


def test_a_company_is_known_by_its_name_without_its_legal_form(editor_client):
    assert added(editor_client, name="ACME Pvt. Ltd.").status_code == 302
    assert Company.objects.get().key == "acme"


@pytest.mark.parametrize("name", ["Acme", "ACME Limited", "acme (P) Ltd."])
def test_another_spelling_of_a_company_is_a_form_error(editor_client, name):
    CompanyFactory(name="Acme", slug="acme", key="acme")
    assert "There is a company of this name." in errors(added(editor_client, name=name))


@pytest.mark.parametrize("name", ["—", "''"])
def test_a_name_of_signs_is_a_form_error(editor_client, name):
    assert "Write a name with letters or digits." in errors(added(editor_client, name=name))


def test_companies_count_their_open_jobs(editor_client):
    acme = CompanyFactory(about="It makes anvils.", website="https://acme.example/")
    JobFactory.create_batch(2, company=acme)
    JobFactory(company=acme, status="draft")
    idle = CompanyFactory()
    rows = listed(editor_client.get(list_address(Company)))
    assert {company.pk: company.open_count for company in rows} == {acme.pk: 2, idle.pk: 0}
    assert listed(editor_client.get(list_address(Company), {"missing": "jobs"})) == [idle]


# --- What an editor gives


def add(client, **fields) -> object:
    given = {"name": "Acme careers", "every_hours": 6, "is_active": "on", **fields}
    return client.post(add_address(JobFeed), filled_in(client.get(add_address(JobFeed))) | given)


def test_an_account_is_tried_before_it_is_saved(editor_client):
    assert add(editor_client, kind="greenhouse", account="acme").status_code == 302
    assert "account" in errors(add(editor_client, kind="lever", account="not an account", name="Other"))


def test_a_file_is_kept_until_it_is_read(editor_client):
    file = SimpleUploadedFile("jobs.csv", b"id,title")
    assert add(editor_client, kind="csv", account="", file=file).status_code == 302
    feed = JobFeed.objects.get()
    assert bytes(feed.upload) == b"id,title"
    assert list(JobFeed.objects.due(SEEN)) == [feed]
    JobFeed.objects.update(upload=b"")
    assert not JobFeed.objects.due(SEEN).exists()


def test_a_new_file_makes_the_feed_due_and_without_one_nothing_changes(editor_client):
    feed = JobFeedFactory(kind="csv", account="", upload=b"old", next_run_at=SEEN + 9 * HOUR)
    page = editor_client.get(change_address(feed))
    editor_client.post(change_address(feed), filled_in(page))
    feed.refresh_from_db()
    assert (bytes(feed.upload), feed.next_run_at) == (b"old", SEEN + 9 * HOUR)
    editor_client.post(change_address(feed), filled_in(page) | {"file": SimpleUploadedFile("a.csv", b"new")})
    feed.refresh_from_db()
    assert (bytes(feed.upload), feed.next_run_at) == (b"new", None)


@pytest.mark.parametrize(
    "fields", [{"kind": "lever", "account": "acme"}, {"kind": "csv", "account": "https://a.example/"}]
)
def test_a_file_is_for_a_feed_of_files(editor_client, fields):
    answer = add(editor_client, **fields, file=SimpleUploadedFile("jobs.csv", b"id,title"))
    assert "file" in errors(answer)


def test_a_file_has_a_limit(editor_client, monkeypatch):
    monkeypatch.setattr("jobs.admin.feeds.LARGEST_UPLOAD", 5)
    answer = add(editor_client, kind="csv", account="", file=SimpleUploadedFile("jobs.csv", b"id,title"))
    assert "At most 0 MB." in errors(answer)


def test_feeds_are_read_at_the_next_run(editor_client):
    feed = JobFeedFactory(next_run_at=SEEN + 9 * HOUR)
    editor_client.post(LIST, {"action": "read_soon", "_selected_action": [feed.pk]})
    feed.refresh_from_db()
    assert feed.next_run_at is None
