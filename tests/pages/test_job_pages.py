"""What search engines are told of openings, of their companies and of the lists of them."""

import datetime

import pytest

from jobs.models import Company, Job, JobSkill
from onjob.pages import job_pages
from onjob.pages.models import Kind, PublicPage
from onjob.pages.noting import note_all
from roles.models import Location, Role
from tests.factories import SEEN, CompanyFactory, JobFactory, JobSkillFactory, RoleFactory

pytestmark = pytest.mark.django_db

MONDAY = datetime.datetime(2026, 11, 2, 6, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
ROLE, PUNE, ACME = "/jobs/role/data-analyst/", "/jobs/in/pune/", "/companies/acme/"


@pytest.fixture
def job() -> Job:
    acme, role = CompanyFactory(name="Acme", slug="acme"), RoleFactory(slug="data-analyst", core={"sql": 90})
    job = JobFactory(company=acme, role=role, mode="hybrid", pay_min=600_000, pay_max=800_000, at=["pune"])
    JobSkillFactory(job=job, skill=role.role_skills.get().skill)
    note_all(MONDAY)
    return job


def live(*kinds: str) -> set[str]:
    return set(PublicPage.objects.live().filter(kind__in=kinds).values_list("path", flat=True))


def changed() -> set[str]:
    """What another noting a day later finds changed, beside the home of the list."""
    outcome = note_all(MONDAY + DAY)
    assert not outcome.new
    return set(PublicPage.objects.filter(changed_at=MONDAY + DAY).values_list("path", flat=True)) - {"/jobs/"}


def test_an_opening_its_company_and_its_lists_are_noted(job):
    assert live("jobs", "job-lists", "companies") == {job.get_absolute_url(), ROLE, PUNE, ACME}
    assert "/jobs/" in live("hubs")
    page = PublicPage.objects.get(kind=Kind.JOBS)
    assert (page.name, page.says) == ("Data Analyst, Acme", "Pune; ₹6L–₹8L a year; hybrid.")


def test_what_is_noted_asks_to_be_indexed(job, client):
    for path in live("jobs", "companies"):
        response = client.get(path)
        assert (response.status_code, '"noindex' in response.content.decode()) == (200, False), path


HIDDEN = {
    "held": {"status": "held", "held_because": "Fee."},
    "closed": {"status": "closed", "closed_at": SEEN, "closed_because": "gone"},
    "draft": {"status": "draft"},
    "invented": {"is_sample": True},
}


@pytest.mark.parametrize("why", HIDDEN)
def test_an_opening_that_is_not_shown_goes_with_all_that_hung_on_it(job, why, client):
    Job.objects.update(**HIDDEN[why])
    assert note_all(MONDAY + DAY).gone.total() == 5
    assert live("jobs", "job-lists", "companies") == set()
    assert "/jobs/" not in live("hubs")
    assert job.get_absolute_url() not in client.get("/sitemap.xml").content.decode()
    assert client.get("/sitemap-jobs.xml").status_code == 404


def test_one_whose_original_is_elsewhere_only_stands_in_lists(job):
    Job.objects.update(original_url="https://acme.example/7")
    note_all(MONDAY + DAY)
    assert live("jobs", "job-lists", "companies") == {ROLE, PUNE, ACME}


def test_what_is_no_city_has_no_list(job):
    Location.objects.update(kind="remote")
    note_all(MONDAY + DAY)
    assert live("job-lists") == {ROLE}


def test_a_draft_of_a_role_has_no_list(job):
    Role.objects.update(status="draft")
    note_all(MONDAY + DAY)
    assert live("job-lists") == {PUNE}


SEEN_BY_READERS = {
    "its words": lambda: Job.objects.update(description="<p>Other.</p>"),
    "its last day": lambda: Job.objects.update(closes_at=SEEN + 60 * DAY),
    "where to apply": lambda: Job.objects.update(apply_url="https://acme.example/8"),
    "the advert's word for a skill": lambda: JobSkill.objects.update(words="Structured Query Language"),
}


@pytest.mark.parametrize("what", SEEN_BY_READERS)
def test_what_the_page_says_otherwise_is_a_change_of_it_alone(job, what):
    SEEN_BY_READERS[what]()
    assert changed() == {job.get_absolute_url()}


def test_another_pay_changes_the_lists_too(job):
    Job.objects.update(pay_max=900_000)
    assert changed() == {job.get_absolute_url(), ROLE, PUNE, ACME}


def test_words_about_a_company_change_its_page_alone(job):
    Company.objects.update(about="It makes anvils.")
    assert changed() == {ACME}


@pytest.mark.parametrize(
    "unseen",
    [{"last_seen_on": (SEEN + DAY).date()}, {"fingerprint": "a" * 32}, {"role_confidence": 90}],
    ids=lambda fields: next(iter(fields)),
)
def test_to_be_seen_again_is_no_change(job, unseen):
    Job.objects.update(**unseen)
    assert changed() == set()


def test_a_long_name_fits(job):
    Job.objects.update(title="Analyst " * 20)
    note_all(MONDAY + DAY)
    assert len(PublicPage.objects.get(kind=Kind.JOBS).name) <= 150


def test_openings_are_read_batch_by_batch(job, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(job_pages, "BATCH", 4)
    JobFactory.create_batch(8, company=job.company, at=["pune"])
    lists = job_pages.Lists()
    with django_assert_num_queries(3 + 3 * 3 + 1):  # what is referred to; nine jobs in three batches; the end
        assert len(list(job_pages.job_pages(lists))) == 9


def test_the_feed_tells_of_new_openings(job, client):
    text = client.get("/feeds/jobs.atom").content.decode()
    assert "<title>Data Analyst, Acme</title>" in text
    assert "Pune; ₹6L–₹8L a year; hybrid." in text
    assert 'href="http://127.0.0.1:8000/jobs/"' in text


def test_llms_txt_names_jobs_once_there_are_some(job, client):
    assert "[Jobs](http://127.0.0.1:8000/jobs/)" in client.get("/llms.txt").content.decode()
    Job.objects.update(is_sample=True)
    assert "/jobs/" not in client.get("/llms.txt").content.decode()


def test_a_company_that_was_taken_down_is_gone(job, client):
    Job.objects.all().delete()
    Company.objects.all().delete()
    note_all(MONDAY + DAY)
    assert client.get(ACME).status_code == 410
