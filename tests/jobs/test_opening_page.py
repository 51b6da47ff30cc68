"""The page of one opening: open, closed lately, closed long ago, or not there."""

import datetime
import re

import pytest
from django.db import connection
from django.utils import timezone

from jobs.models import Company, Job
from jobs.similar import OF_ALL, OF_ROLE
from tests.factories import (
    SEEN,
    CompanyFactory,
    JobFactory,
    JobPlaceFactory,
    JobSkillFactory,
    JobSourceFactory,
    LocationFactory,
    RoleFactory,
    SalaryRangeFactory,
    SkillFactory,
)
from tests.prose import faults

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


@pytest.fixture
def role():
    role = RoleFactory(slug="data-analyst", core={"sql": 90})
    # ₹6 to 15 lakh, 50 adverts of January to June 2026
    SalaryRangeFactory(role=role, experience_min=2, experience_max=5)
    return role


@pytest.fixture
def job(role) -> Job:
    job = JobFactory(
        role=role,
        company=CompanyFactory(name="Acme", slug="acme", is_verified=True),
        mode="hybrid",
        employment="full_time",
        years_min=2,
        years_max=4,
        years_words="2-4 yrs",
        stated_low=40_000,
        stated_high=60_000,
        stated_currency="INR",
        stated_period="month",
        pay_min=480_000,
        pay_max=720_000,
        apply_url="https://www.boards.example/acme/7",
        closes_at=SEEN + 60 * DAY,
        is_by_hand=False,
    )
    JobPlaceFactory(job=job, location=LocationFactory(slug="pune"))
    JobSkillFactory(job=job, skill=SkillFactory(slug="sql"), words="SQL")
    JobSkillFactory(job=job, skill=SkillFactory(slug="power-bi"), words="MS PowerBI")
    JobSourceFactory(job=job, key="4005", url="https://boards.example/acme/7")
    return job


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode().partition("<main")[2]).split())


def test_everything_that_is_known_of_an_opening_is_there(client, job):
    text = text_of(client.get(job.get_absolute_url()))
    for part in (
        "Data Analyst",
        "Acme verified",
        "₹40,000–₹60,000",
        "a month; ×12: ₹4.8L–₹7.2L a year",
        "Pune",
        "Hybrid",
        "2–4 years",
        "2-4 yrs",
        "Full time",
        "You answer questions with data.",
        "Power BI “MS PowerBI”",
        "Posted 2 November 2026",
        "First seen here 2 November 2026",
        "Last seen 2 November 2026",
        "Last day 1 January 2027",
        "boards.example , Greenhouse board, number 4005",
        "Apply at boards.example",
        "No honest employer asks a seeker for money",
    ):
        assert part in text, part
    assert "“SQL”" not in text  # the advert's word is the skill's name


def test_links_lead_on(client, job):
    html = client.get(job.get_absolute_url()).content.decode()
    for link in (
        'href="/companies/acme/"',
        'href="/roles/data-analyst/"',
        'href="/jobs/role/data-analyst/"',
        'href="/skills/power-bi/"',
        'href="/jobs/trust/"',
        f'href="/jobs/{job.pk}/report/" rel="nofollow"',
        'href="https://www.boards.example/acme/7" rel="nofollow noopener"',
        'href="/feeds/jobs.atom"',
    ):
        assert link in html, link
    assert "_blank" not in html


@pytest.mark.parametrize("form", ["{key}", "{key}/", "{key}-", "{key}-other/", "{key}-Data-Analyst", "{key}-a_b/"])
def test_every_other_form_is_one_redirect_away(client, job, form):
    response = client.get("/jobs/" + form.format(key=job.pk))
    assert (response.status_code, response["Location"]) == (301, f"/jobs/{job.pk}-data-analyst/")


@pytest.mark.parametrize("address", ["/jobs/999999-x/", "/jobs/0-x/", "/jobs/01-x/", "/jobs/9999999999999999999-x/"])
def test_an_unknown_number_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("status", ["draft", "held", "refused"])
def test_what_no_reader_may_see_is_not_there(client, job, status):
    Job.objects.update(status=status, held_because="Asks for a fee.")
    assert client.get(job.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("bad", ["javascript://acme.example/%0aalert(1)", "data:text/html,x", "//acme.example/", "x"])
def test_only_addresses_of_the_web_are_linked(client, job, bad):
    Job.objects.update(apply_url=bad)
    job.sources.update(url=bad)
    Company.objects.update(website=bad)
    for path in (job.get_absolute_url(), "/companies/acme/"):
        assert f'href="{bad}"' not in client.get(path).content.decode()


def test_the_page_reads_well(client, job):
    JobFactory(role=job.role, at=["pune"])
    for path in (job.get_absolute_url(), closed(job, 3), closed(job, 99)):
        assert faults(client.get(path).content.decode()) == []


# --- Closed


def closed(job: Job, days_ago: int) -> str:
    """Closed at some minute of that day. Its address."""
    now = timezone.localtime().replace(hour=12, minute=0)
    Job.objects.filter(pk=job.pk).update(status="closed", closed_at=now - days_ago * DAY, closed_because="gone")
    return job.get_absolute_url()


@pytest.mark.parametrize(("days_ago", "status"), [(0, 200), (29, 200), (30, 410), (400, 410)])
def test_a_closed_opening_says_so_for_thirty_days(client, job, days_ago, status):
    other = JobFactory(role=job.role)
    response = client.get(closed(job, days_ago))
    html, text = response.content.decode(), text_of(response)
    assert response.status_code == status
    assert '<meta name="robots" content="noindex' in html
    assert "application/ld+json" not in html
    assert "the employer took it down" in text
    assert f'href="{other.get_absolute_url()}"' in html
    assert "Apply at" not in text
    assert ('rel="canonical"' in html) == (status == 200)


def test_a_closed_opening_is_open_to_readers_again_when_it_comes_back(client, job):
    closed(job, 40)
    job.refresh_from_db()
    job.reopen(SEEN + 10 * DAY)
    job.save()
    assert "Reopened 12 November 2026" in text_of(client.get(job.get_absolute_url()))


# --- Pay beside what is typical


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ((300_000, 500_000), "The offer is below what is typical"),
        ((500_000, 700_000), "The offer is partly below what is typical"),
        ((700_000, 800_000), "The offer is within what is typical"),
        ((1_600_000, 1_800_000), "The offer is above what is typical"),
    ],
)
def test_the_offer_stands_beside_what_is_typical(client, job, ends, said):
    low, high = ends
    Job.objects.update(pay_min=low, pay_max=high, stated_low=low, stated_high=high, stated_period="year")
    text = text_of(client.get(job.get_absolute_url()))
    assert f"{said} for Data Analysts with 2–5 years of experience: ₹6L–₹15L a year." in text
    assert "Middle half of advertised pay, India; n = 50 adverts; Jan – Jun 2026. Source: Pay survey ." in text


@pytest.mark.parametrize("otherwise", [{"stated_currency": "USD"}, {"stated_currency": ""}, {"stated_period": ""}])
def test_other_money_is_not_compared(client, job, otherwise):
    Job.objects.update(**otherwise)
    text = text_of(client.get(job.get_absolute_url()))
    assert "so we don’t compare it" in text
    assert "The offer is " not in text.replace("The offer isn’t", "")


def test_without_pay_the_typical_one_is_told(client, job):
    Job.objects.update(stated_low=None, stated_high=None, pay_min=None, pay_max=None)
    text = text_of(client.get(job.get_absolute_url()))
    assert "Pay Not stated" in text
    assert "The advert states no pay. Typical for Data Analysts with 2–5 years of experience is ₹6L–₹15L" in text


def test_where_nothing_is_comparable_the_page_says_so(client, job):
    job.role.salary_ranges.update(experience_min=8, experience_max=12)
    assert "Nothing comparable is known of what Data Analysts" in text_of(client.get(job.get_absolute_url()))


def test_without_a_role_nothing_is_compared(client, job):
    Job.objects.update(role=None)
    assert "we don’t know which role this job is" in text_of(client.get(job.get_absolute_url()))


# --- Similar ones


def similar(client, job: Job) -> list[str]:
    html = client.get(job.get_absolute_url()).content.decode().partition('id="similar"')[2]
    return re.findall(r'href="(/jobs/[0-9]+-[^"]+)"', html)


def test_similar_are_of_other_companies_first_then_of_the_role_then_by_skills(client, job):
    own = JobFactory(role=job.role, company=job.company)
    plain = JobFactory(role=job.role)
    shared = JobFactory(role=job.role, asks=["sql"])
    another_role = JobFactory(role=RoleFactory(), asks=["sql", "power-bi"])
    JobFactory(role=RoleFactory(), asks=["sql"])  # one skill in common isn't enough
    JobFactory(role=job.role, status="closed", closed_at=SEEN, closed_because="gone")
    JobFactory(role=job.role, is_sample=True)
    assert similar(client, job) == [each.get_absolute_url() for each in (shared, plain, another_role, own)]


def test_at_most_six_are_shown(client, job):
    JobFactory.create_batch(9, role=job.role)
    assert len(similar(client, job)) == 6


def test_an_opening_of_no_role_has_those_that_ask_for_the_same(client, job):
    Job.objects.filter(pk=job.pk).update(role=None)
    JobFactory(role=None)
    other = JobFactory(role=None, asks=["sql", "power-bi"])
    assert similar(client, job) == [other.get_absolute_url()]


# --- Search engines, budget


def head(client, job: Job) -> str:
    return client.get(job.get_absolute_url()).content.decode().partition("</head>")[0]


def test_the_employers_page_may_be_the_original(client, job):
    Job.objects.update(original_url="https://acme.example/jobs/7")
    html = head(client, job)
    assert '<link rel="canonical" href="https://acme.example/jobs/7">' in html
    assert "JobPosting" not in html


def test_an_invented_one_is_kept_out_and_says_so(client, job):
    Job.objects.update(is_sample=True)
    assert 'content="noindex, ' in head(client, job)
    assert "This job is invented" in text_of(client.get(job.get_absolute_url()))


def test_title_and_description_fit(client, job):
    html = head(client, job)
    assert "<title>Data Analyst at Acme, Pune</title>" in html
    assert 'content="Data Analyst at Acme: Pune; 2–4 years; ₹40,000–₹60,000 a month. Skills' in html
    Job.objects.update(title="Senior " * 20 + "Analyst")
    for name in ("title", "description"):
        assert len(client.get(job.get_absolute_url()).context[name]) <= {"title": 60, "description": 155}[name]


def test_the_budget_is_seven_queries_and_the_version(client, job, django_assert_max_num_queries):
    JobFactory.create_batch(5, role=job.role, at=["pune"], asks=["sql"])
    for number in range(3):
        JobSourceFactory(job=job)
        SalaryRangeFactory(role=job.role, experience_min=number, experience_max=9)
    with django_assert_max_num_queries(1 + 7):
        client.get(job.get_absolute_url())


def test_the_employers_words_are_shown_as_they_were_cleaned(client, job):
    Job.objects.update(description="<p>R&amp;D <strong>now</strong></p>")
    assert "<p>R&amp;D <strong>now</strong></p>" in client.get(job.get_absolute_url()).content.decode()


def test_few_rows_are_looked_at_for_similar_ones(job, client):
    """The plan hangs on the database; that a limit stands in the query doesn't."""
    with connection.execute_wrapper(lambda run, sql, *rest: seen.append(sql) or run(sql, *rest)):
        seen: list[str] = []
        client.get(job.get_absolute_url())
    [query] = [sql for sql in seen if "is_of_role" in sql]
    assert f"LIMIT {OF_ALL}" in query
    assert f"LIMIT {OF_ROLE}" in query
