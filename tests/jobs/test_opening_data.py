"""What an opening tells machines: a JobPosting that is complete, or none."""

import datetime

import pytest
from django.conf import settings

from jobs.models import Company, Job, JobPlace
from roles.models import Location
from tests.factories import SEEN, CompanyFactory, JobFactory, JobPlaceFactory, JobSourceFactory, LocationFactory
from tests.factories import RoleFactory as Roles
from tests.graphs import graph_faults, node_of, types_of

pytestmark = pytest.mark.django_db

CLOSES = SEEN + datetime.timedelta(days=30)


@pytest.fixture
def job() -> Job:
    job = JobFactory(
        company=CompanyFactory(name="Acme", slug="acme", website="https://acme.example/"),
        role=Roles(slug="data-analyst"),
        description="<p>You answer questions.</p><ul><li>SQL</li></ul>",
        mode="office",
        employment="full_time",
        years_min=2,
        stated_low=40_000,
        stated_high=60_000,
        stated_currency="INR",
        stated_period="month",
        closes_at=CLOSES,
        asks=["sql"],
    )
    JobPlaceFactory(job=job, location=LocationFactory(slug="pune"))
    JobSourceFactory(job=job, key="4005")
    return job


def page(client, job: Job) -> str:
    return client.get(job.get_absolute_url()).content.decode()


def posting(client, job: Job) -> dict:
    return node_of(page(client, job), "JobPosting")


def test_a_complete_opening_is_told_in_full(client, job):
    url = f"http://127.0.0.1:8000/jobs/{job.pk}-data-analyst/"
    told = posting(client, job)
    occupation = "http://127.0.0.1:8000/roles/data-analyst/#occupation"
    assert told.pop("relevantOccupation")["@id"] == occupation
    assert [skill["name"] for skill in told.pop("skills")] == ["SQL"]
    assert told == {
        "@type": "JobPosting",
        "@id": f"{url}#job",
        "url": url,
        "title": "Data Analyst",
        "description": "<p>You answer questions.</p><ul><li>SQL</li></ul>",
        "datePosted": "2026-11-02T11:30:00+05:30",
        "validThrough": "2026-12-02T11:30:00+05:30",
        "hiringOrganization": {
            "@type": "Organization",
            "@id": "http://127.0.0.1:8000/companies/acme/#company",
            "name": "Acme",
            "sameAs": "https://acme.example/",
            "url": "http://127.0.0.1:8000/companies/acme/",
        },
        "jobLocation": {
            "@type": "Place",
            "address": {"@type": "PostalAddress", "addressLocality": "Pune", "addressCountry": "IN"},
        },
        "employmentType": "FULL_TIME",
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "INR",
            "value": {"@type": "QuantitativeValue", "minValue": 40_000, "maxValue": 60_000, "unitText": "MONTH"},
        },
        "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 24},
        "identifier": {"@type": "PropertyValue", "name": "Acme", "value": "4005"},
        "directApply": False,
    }


def test_the_graph_says_what_the_page_says(client, job):
    html = page(client, job)
    assert types_of(html) == ["WebPage", "JobPosting", "BreadcrumbList"]
    assert graph_faults(html, settings.SITE_URL) == []


MISSING = {
    "a date of the employer’s": lambda job: Job.objects.update(is_posting_stated=False),
    "a description": lambda job: Job.objects.update(description=""),
    "more than its title": lambda job: Job.objects.update(description="Data Analyst"),
    "a place": lambda job: JobPlace.objects.all().delete(),
    "a place that is one": lambda job: Location.objects.filter(slug="pune").update(kind="remote"),
    "an invented one": lambda job: Job.objects.update(is_sample=True),
    "ours": lambda job: Job.objects.update(original_url="https://acme.example/7"),
    "open": lambda job: Job.objects.update(status="closed", closed_at=SEEN + (CLOSES - SEEN), closed_because="gone"),
}


@pytest.mark.parametrize("what", MISSING)
def test_without_it_nothing_is_told(client, job, what):
    MISSING[what](job)
    assert "JobPosting" not in page(client, job)


def test_remote_work_says_who_may_do_it_and_hybrid_work_where(client, job):
    Job.objects.update(mode="remote")
    told = posting(client, job)
    assert told["jobLocationType"] == "TELECOMMUTE"
    assert told["applicantLocationRequirements"] == {"@type": "Country", "name": "IN"}
    assert "jobLocation" not in told
    Job.objects.update(mode="hybrid")
    told = posting(client, job)
    assert "jobLocationType" not in told
    assert "jobLocation" in told


def test_several_places_are_a_list(client, job):
    JobPlaceFactory(job=job, location=LocationFactory(slug="delhi"))
    assert len(posting(client, job)["jobLocation"]) == 2


def test_remote_work_in_india_needs_no_town(client, job):
    Job.objects.update(mode="remote")
    Location.objects.filter(slug="pune").update(name="Remote (India)", kind="remote")
    assert posting(client, job)["applicantLocationRequirements"] == {"@type": "Country", "name": "IN"}


def test_all_of_india_is_a_country_without_a_city(client, job):
    Location.objects.filter(slug="pune").update(kind="country")
    place = posting(client, job)["jobLocation"]
    assert place["address"] == {"@type": "PostalAddress", "addressCountry": "IN"}


@pytest.mark.parametrize(
    "stated",
    [
        {"stated_low": None},
        {"stated_high": None},
        {"stated_currency": ""},
        {"stated_period": ""},
        {"stated_low": None, "stated_high": None, "pay_min": 600_000, "pay_max": 800_000},
    ],
)
def test_pay_is_told_only_as_the_employer_states_it(client, job, stated):
    Job.objects.update(**stated)
    assert "baseSalary" not in posting(client, job)


def test_one_amount_is_a_value_in_its_own_currency(client, job):
    Job.objects.update(stated_low="90000.50", stated_high="90000.50", stated_currency="USD", stated_period="year")
    told = posting(client, job)["baseSalary"]
    assert told["currency"] == "USD"
    assert told["value"] == {"@type": "QuantitativeValue", "value": 90_000.5, "unitText": "YEAR"}


@pytest.mark.parametrize(
    ("employment", "told"), [("internship", "INTERN"), ("apprenticeship", "OTHER"), ("freelance", "CONTRACTOR")]
)
def test_employment_is_told_in_googles_words(client, job, employment, told):
    Job.objects.update(employment=employment)
    assert posting(client, job)["employmentType"] == told


def test_what_is_not_known_is_not_told(client, job):
    Job.objects.update(closes_at=None, employment="", years_min=None, role=None)
    job.sources.all().delete()
    Company.objects.update(website="")
    told = posting(client, job)
    unknown = {"validThrough", "employmentType", "experienceRequirements", "relevantOccupation", "identifier"}
    assert not unknown & set(told)
    assert "sameAs" not in told["hiringOrganization"]


def test_a_description_cannot_end_the_script(client, job):
    Job.objects.update(description="<p></script><b>x</p>")
    assert posting(client, job)["description"] == "<p></script><b>x</p>"
