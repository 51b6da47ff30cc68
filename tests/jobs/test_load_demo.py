"""Invented openings."""

import datetime
import io

import pytest
from django.core.management import call_command
from django.utils import timezone

from jobs.demo.companies import INVENTED
from jobs.demo.openings import openings
from jobs.demo.questions import ASKED
from jobs.models import Company, Job, JobFeed, JobQuestion
from roles.models import Role
from roles.models.roles import Family
from tests.factories import (
    CareerStepFactory,
    JobFactory,
    LocationFactory,
    ResponsibilityFactory,
    RoleFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def catalogue():
    for name in ("Bengaluru", "Pune", "Chennai", "Hyderabad", "Mumbai", "Kolkata", "Delhi NCR", "Remote"):
        LocationFactory(name=name)
    for slug in ("data-analyst", "qa-engineer", "nurse"):
        role = RoleFactory(slug=slug, core={"sql": 90, "excel": 60}, family="health" if slug == "nurse" else "data")
        ResponsibilityFactory(role=role)
        for low, high in ((0, 2), (2, 5), (5, None)):
            CareerStepFactory(role=role, years_min=low, years_max=high)


def demo(*words: str) -> str:
    out = io.StringIO()
    call_command("load_demo", *words, stdout=out)
    return out.getvalue()


def test_every_field_has_a_company_that_hires_for_it():
    assert {family for company in INVENTED for family in company.fields} == set(Family.values)


def test_every_invented_company_says_so():
    assert all("(sample)" in company.name for company in INVENTED)


def test_openings_are_made_of_the_roles_and_marked(catalogue):
    assert demo() == "Invented openings: 6 new, 0 changed, 0 as they were\n"
    assert Job.objects.filter(status="open", is_sample=True, company__is_sample=True).count() == 6
    assert set(Job.objects.values_list("role__slug", flat=True)) == {"data-analyst", "qa-engineer", "nurse"}
    job = Job.objects.filter(role__slug="nurse").first()
    assert "This opening is invented" in job.description
    assert {skill.slug for skill in job.skills.all()} == {"sql", "excel"}
    assert job.mode == "office"
    assert job.apply_url.split("/")[2].endswith(".example")


def test_twice_is_once_and_tomorrow_their_dates_move(catalogue, monkeypatch):
    demo()
    before = list(Job.objects.order_by("pk").values_list("pk", "posted_at"))
    assert demo() == "Invented openings: 0 new, 0 changed, 6 as they were\n"
    now = timezone.now() + datetime.timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: now)
    assert demo() == "Invented openings: 0 new, 6 changed, 0 as they were\n"
    assert JobQuestion.objects.count() == 6 * len(ASKED)
    after = list(Job.objects.order_by("pk").values_list("pk", "posted_at"))
    assert after == [(pk, posted + datetime.timedelta(days=1)) for pk, posted in before]


def test_they_go_without_a_trace_and_take_nothing_along(catalogue):
    kept = JobFactory()
    demo()
    assert demo("--remove") == "Invented openings: 6 removed\n"
    assert list(Job.objects.all()) == [kept]
    assert list(Company.objects.all()) == [kept.company]
    assert not JobFeed.objects.exists()


def test_with_no_roles_there_are_no_openings():
    assert openings(timezone.now()) == []
    assert not Role.objects.exists()
