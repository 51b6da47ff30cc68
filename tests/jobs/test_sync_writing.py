"""From postings to openings: new, changed, gone, back, held, and the same one in two feeds."""

import datetime
from collections.abc import Iterable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from jobs.addresses import title_slug
from jobs.feeds.posting import Posting
from jobs.models import Company, Job, JobFeed, JobSource, JobStatus
from jobs.sync.planning import FEW, Shrunk, plan
from jobs.sync.writing import Writing, Written
from roles.models import DataVersion
from tests.factories import (
    CompanyFactory,
    JobFactory,
    JobFeedFactory,
    LocationFactory,
    RoleFactory,
    SkillFactory,
)
from tests.jobs.postings import DAY, NOW, posting, quietly, understand


def take_in(feed: JobFeed, postings: Iterable[Posting], now: datetime.datetime = NOW, edition: str = "1") -> Written:
    """As the command does it."""
    return Writing(feed, understand, now, quietly).write(plan(feed, postings, edition))


def many(*keys: str, **said: Any) -> list[Posting]:
    return [posting(key, **said) for key in keys]


@pytest.fixture
def feed(db):
    return JobFeedFactory(company=None)


def only_job() -> Job:
    return Job.objects.get()


# --- Addresses


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Sr. Data Analyst (Pune)", "sr-data-analyst-pune"),
        ("C++ / C# Developer_2", "c-c-developer-2"),
        ("डेटा विश्लेषक", "job"),
        ("---", "job"),
        ("x" * 300, "x" * 100),
    ],
)
def test_a_title_ends_an_address(title, slug):
    assert title_slug(title) == slug


# --- New


def test_what_is_new_becomes_an_opening_with_the_words_it_came_from(feed):
    LocationFactory(slug="pune")
    for slug in ("excel", "sql"):
        SkillFactory(slug=slug)
    said = {"places": ("Pune", "Atlantis"), "skills": ("SQL", "Excel", "sql")}
    written = take_in(feed, many("7", **said, posted_at=NOW - DAY))
    job = only_job()
    assert (written.new, written.held) == (1, 0)
    assert (job.status, job.title, job.slug, job.company.name) == (
        "open",
        "Data Analyst 7",
        "data-analyst-7",
        "Acme Labs",
    )
    assert (job.posted_at, job.is_posting_stated, job.first_seen_at) == (NOW - DAY, True, NOW)
    assert (job.places_words, job.apply_url, job.original_url) == ("Pune, Atlantis", "https://jobs.example/7", "")
    assert list(job.place_rows.values_list("location__slug", "words")) == [("pune", "Pune")]
    skills = job.skill_rows.order_by("pk").values_list("skill__slug", "words")
    assert list(skills) == [("sql", "SQL"), ("excel", "Excel")]  # in the advert's order


def test_when_it_was_posted_is_when_it_was_first_seen_where_nobody_says(feed):
    take_in(feed, many("1"))
    take_in(feed, many("1", title="Senior Data Analyst"), NOW + DAY)
    job = only_job()
    assert (job.title, job.posted_at, job.is_posting_stated) == ("Senior Data Analyst", NOW, False)


def test_a_day_to_come_is_today_and_a_last_day_before_the_first_is_none(feed):
    take_in(feed, many("1", posted_at=NOW + 9 * DAY, closes_at=NOW - DAY))
    assert (only_job().posted_at, only_job().closes_at) == (NOW, None)


def test_the_feeds_employer_goes_before_what_a_posting_says(db):
    acme = CompanyFactory(slug="acme")
    take_in(JobFeedFactory(company=acme), many("1", company="Acme Careers Team"))
    assert only_job().company == acme
    assert Company.objects.count() == 1


def test_companies_are_found_again_and_their_addresses_differ(feed):
    CompanyFactory(slug="acme-labs", name="Acme Labs of Surat", key="acme labs of surat")
    take_in(feed, [posting("1"), posting("2", company="ACME LABS PVT LTD"), posting("3", company="Acme-Labs 2")])
    assert sorted(Company.objects.values_list("slug", flat=True)) == ["acme-labs", "acme-labs-2", "acme-labs-2-2"]
    take_in(feed, [posting("1"), posting("2"), posting("3"), posting("4")])
    assert Company.objects.count() == 3


def test_a_company_whose_name_has_no_letter_is_one_too(feed):
    take_in(feed, [posting("1", company="—"), posting("2", company="—")])
    assert [company.slug for company in Company.objects.all()] == ["company"]


def test_where_the_employers_page_is_the_original_it_is_named(db):
    take_in(JobFeedFactory(is_original=True), many("1"))
    assert only_job().original_url == "https://jobs.example/1"


def test_openings_of_an_invented_feed_are_marked_and_so_are_its_companies(db):
    take_in(JobFeedFactory(company=None, is_sample=True), many("1"))
    assert only_job().is_sample
    assert only_job().company.is_sample


# --- Twice is once


def everything() -> list[tuple]:
    jobs = Job.objects.order_by("pk").values_list()
    return [*jobs, *JobSource.objects.order_by("pk").values_list("pk", "key", "job", "digest", "is_listed")]


def test_the_same_again_changes_nothing_that_pages_show(feed):
    take_in(feed, many("1", "2", "3"))
    before, version = everything(), DataVersion.objects.get().number
    written = take_in(feed, many("1", "2", "3"))
    assert written == Written()
    assert (everything(), DataVersion.objects.get().number) == (before, version)


def test_unchanged_openings_cost_the_same_few_queries(feed):
    take_in(feed, many(*"123"))
    with CaptureQueriesContext(
        connection,
    ) as few:
        take_in(feed, many(*"123"))
    take_in(feed, many(*map(str, range(60))))
    with CaptureQueriesContext(connection) as more:
        take_in(feed, many(*map(str, range(60))))
    assert len(more) == len(few) <= 12


class TwiceIsOnce(TestCase):
    """Whatever a list holds and in whichever order: importing it twice is importing it once."""

    @settings(max_examples=30)
    @given(
        keys=st.lists(st.sampled_from("abcdefgh"), max_size=12),
        titles=st.lists(st.sampled_from(["Data Analyst", "Clerk", "ß", "A" * 400, ""]), min_size=1, max_size=3),
        texts=st.lists(st.sampled_from(["<p>Work.</p>", "a fee", ""]), min_size=1, max_size=3),
    )
    def test_importing_twice_is_importing_once(self, keys, titles, texts):
        feed = JobFeedFactory(company=None)
        postings = [
            posting(key, title=titles[n % len(titles)] or "Job", description=texts[n % len(texts)])
            for n, key in enumerate(keys)
        ]
        take_in(feed, postings)
        once = everything()
        assert Job.objects.count() == len(set(keys))
        take_in(feed, postings)
        assert everything() == once


def test_a_key_that_a_feed_lists_twice_is_refused_the_second_time(feed):
    planned = plan(feed, [posting("1"), posting("1", title="Another")], "1")
    assert [refused.key for refused in planned.refused] == ["1"]
    assert [entry.posting.title for entry in planned.new] == ["Data Analyst 1"]


# --- Changed


def test_what_changed_is_rewritten_with_its_places_and_skills(feed):
    for slug in ("pune", "delhi"):
        LocationFactory(slug=slug)
    for slug in ("sql", "excel"):
        SkillFactory(slug=slug)
    take_in(feed, many("1", places=("Pune",), skills=("SQL",)))
    kept = only_job().place_rows.get()
    written = take_in(feed, many("1", title="Analyst", places=("Pune", "Delhi"), skills=("Excel",)), NOW + DAY)
    job = only_job()
    assert (written.changed, written.new, job.title, job.first_seen_at) == (1, 0, "Analyst", NOW)
    assert kept in job.place_rows.all()
    assert set(job.places.values_list("slug", flat=True)) == {"pune", "delhi"}
    assert list(job.skills.values_list("slug", flat=True)) == ["excel"]


def test_another_edition_of_our_rules_reads_everything_anew(feed):
    take_in(feed, many("1", "2"))
    assert take_in(feed, many("1", "2"), edition="2").changed == 2


def test_a_role_that_an_editor_set_stays(feed):
    take_in(feed, many("1"))
    role = RoleFactory()
    Job.objects.update(role=role, role_confidence=100)
    take_in(feed, many("1", title="Analyst"))
    assert (only_job().title, only_job().role, only_job().role_confidence) == ("Analyst", role, 100)


# --- Held


def test_what_may_be_a_scam_waits_for_an_editor(feed):
    written = take_in(feed, many("1", description="Pay the fee."))
    assert (written.new, written.held) == (1, 1)
    assert (only_job().status, only_job().held_because) == ("held", "It asks for a fee.")


def test_what_an_editor_let_pass_is_not_held_again_for_the_same(feed):
    take_in(feed, many("1", description="Pay the fee."))
    job = only_job()
    job.let_stand(NOW)
    job.save()
    assert take_in(feed, many("1", description="Pay the small fee.")).held == 0
    assert only_job().status == "open"


def test_an_open_one_that_turns_bad_is_held(feed):
    take_in(feed, many("1"))
    assert take_in(feed, many("1", description="Pay the fee.")).held == 1
    assert only_job().status == "held"


def test_one_that_waits_goes_on_waiting_when_it_goes_and_comes_back(feed):
    take_in(feed, many("1", "2", description="Pay the fee."))
    take_in(feed, many("2", description="Pay the fee."))
    take_in(feed, many("1", "2", description="Pay the fee."))
    assert set(Job.objects.values_list("status", flat=True)) == {"held"}


def test_what_an_editor_refused_stays_refused(feed):
    take_in(feed, many("1"))
    Job.objects.update(status=JobStatus.REFUSED)
    take_in(feed, many("1", title="Analyst"))
    take_in(feed, [])
    take_in(feed, many("1"))
    assert only_job().status == "refused"


# --- Gone, and back


def test_what_the_feed_drops_is_closed_and_what_it_lists_again_is_open_again(feed):
    take_in(feed, many("1", "2"))
    written = take_in(feed, many("2"), NOW + DAY)
    gone = Job.objects.get(sources__key="1")
    assert (written.closed, gone.status, gone.closed_because, gone.closed_at) == (1, "closed", "gone", NOW + DAY)
    written = take_in(feed, many("1", "2"), NOW + 2 * DAY)
    gone.refresh_from_db()
    assert (written.reopened, gone.status, gone.reopened_at, gone.closed_at) == (1, "open", NOW + 2 * DAY, None)


@pytest.mark.parametrize("because", ["editor", "expired"])
def test_what_was_closed_otherwise_stays_closed(feed, because):
    take_in(feed, many("1"))
    Job.objects.update(status="closed", closed_at=NOW, closed_because=because)
    assert take_in(feed, many("1", title="Analyst")).reopened == 0
    assert only_job().status == "closed"


def test_last_seen_moves_once_a_day(feed):
    take_in(feed, many("1"))
    Job.objects.update(last_seen_on=(NOW - DAY).date())
    take_in(feed, many("1"))
    version = DataVersion.objects.get().number
    assert only_job().last_seen_on == NOW.date()
    take_in(feed, many("1"), NOW + datetime.timedelta(hours=1))
    assert DataVersion.objects.get().number == version
    assert only_job().sources.get().last_seen_at == NOW + datetime.timedelta(hours=1)


def test_a_feed_that_loses_most_waits_and_keeps_its_jobs(feed):
    take_in(feed, many(*"12345"))
    with pytest.raises(Shrunk, match="listed 5 openings and now lacks 3"):
        take_in(feed, many("1", "2"))
    assert Job.objects.filter(status="open").count() == 5
    feed.may_shrink = True
    assert take_in(feed, many("1", "2")).closed == 3


def test_half_of_it_or_one_of_a_few_may_go(feed):
    take_in(feed, many(*"1234"))
    assert take_in(feed, many("1", "2")).closed == 2
    assert FEW > 2
    assert take_in(feed, []).closed == 2


# --- In two feeds


def test_the_same_opening_of_two_feeds_is_one_with_two_sources(feed):
    other = JobFeedFactory(company=None)
    same = {"title": "Data Analyst", "description": "<p>Numbers all day.</p>"}
    take_in(feed, many("1", **same))
    written = take_in(other, many("x", **same))
    assert (written.new, written.merged, Job.objects.count()) == (0, 1, 1)
    take_in(feed, [])
    assert only_job().status == "open"
    assert take_in(other, []).closed == 1
    assert take_in(other, many("x", **same)).reopened == 1


def test_two_alike_of_one_feed_are_two(feed):
    same = {"title": "Data Analyst", "description": "<p>Numbers all day.</p>"}
    take_in(feed, many("1", "2", **same))
    assert Job.objects.count() == 2
    other = JobFeedFactory(company=None)
    assert take_in(other, many("x", "y", "z", **same)).new == 2


def test_only_the_leading_feed_changes_its_words(feed):
    other = JobFeedFactory(company=None)
    same = {"title": "Data Analyst", "description": "<p>Numbers all day.</p>"}
    take_in(feed, many("1", **same))
    take_in(other, many("x", **same))
    take_in(other, many("x", **same | {"title": "Number Cruncher"}))
    assert only_job().title == "Data Analyst"
    take_in(feed, [])
    take_in(other, many("x", **same | {"title": "Number Lover"}))
    assert only_job().title == "Number Lover"


def test_what_is_written_here_is_never_taken_for_a_feeds(feed):
    take_in(feed, many("1"))
    Job.objects.update(is_by_hand=True)
    JobSource.objects.all().delete()
    take_in(feed, many("1"))
    assert Job.objects.count() == 2
    assert JobFactory().is_by_hand
