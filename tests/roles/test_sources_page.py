import datetime
import re

import pytest

from roles import pay
from roles.models import PayrollYear
from tests.factories import PayrollYearFactory, RoleFactory, RoleSkillFactory, SalaryRangeFactory, SourceFactory

pytestmark = pytest.mark.django_db

PAGE = "/sources/"


@pytest.fixture
def survey():
    return SourceFactory(
        slug="pay-survey",
        name="Pay survey",
        publisher="Acme Research",
        method="survey",
        url="https://example.org/survey",
        licence="ODbL 1.0",
        caveat="Only developers answered.",
        speaks_of="large product companies",
        used_for="Medians by role.",
        attribution="Contains information from the survey.\nMade available under ODbL 1.0.",
    )


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_everything_about_a_source_is_there(client, survey):
    response = client.get(PAGE)
    text = text_of(response)
    for part in (
        "Published by Acme Research",
        "How it was made Survey",
        "Licence ODbL 1.0",
        "Taken on 1 November 2026",
        "How we use it: Medians by role.",
        "Beware: Only developers answered.",
        "Speaks of large product companies only: its figures are shown apart and never lead a page.",
        "Contains information from the survey. Made available under ODbL 1.0.",
    ):
        assert part in text, part
    html = response.content.decode()
    assert 'id="pay-survey"' in html
    assert 'href="#pay-survey"' in html
    assert 'href="https://example.org/survey"' in html


def test_what_rests_on_a_source_is_counted_for_published_roles(client, survey):
    analyst, engineer = RoleFactory(slug="analyst", experience_source=survey), RoleFactory(slug="engineer")
    draft = RoleFactory(slug="draft", status="draft", experience_source=survey)
    january, june = datetime.date(2024, 1, 1), datetime.date(2025, 6, 30)
    SalaryRangeFactory(role=analyst, source=survey, period_start=january, period_end=datetime.date(2024, 3, 31))
    SalaryRangeFactory(role=analyst, source=survey, period_start=datetime.date(2025, 4, 1), period_end=june)
    SalaryRangeFactory(role=engineer, source=survey, period_start=None, period_end=None)
    SalaryRangeFactory(role=draft, source=survey, period_start=datetime.date(2020, 1, 1))
    RoleSkillFactory(role=engineer, source=survey)
    RoleSkillFactory(role=draft, source=survey)
    RoleSkillFactory(role=engineer, source=None)
    text = text_of(client.get(PAGE))
    rests = "3 pay figures for 2 roles, 1 skill weight in 1 role and experience of 1 role"
    assert f"Pay survey survey {rests} Jan 2024 – Jun 2025" in text
    assert f"What rests on it {rests}" in text
    assert "Period of its pay Jan 2024 – Jun 2025" in text


def test_a_period_of_one_month_is_said_once_and_an_undated_source_says_so(client, survey):
    july = datetime.date(2022, 7, 1), datetime.date(2022, 7, 31)
    SalaryRangeFactory(source=survey, period_start=july[0], period_end=july[1])
    SalaryRangeFactory(source=SourceFactory(slug="editors"), period_start=None, period_end=None)
    text = text_of(client.get(PAGE))
    assert "Period of its pay Jul 2022 Taken" in text
    assert "Period of its pay not dated" in text


def test_the_source_that_most_rests_on_comes_first_and_an_idle_one_is_there_too(client):
    RoleSkillFactory(source=SourceFactory(slug="adverts"))
    SourceFactory(slug="a-first")
    text = text_of(client.get(PAGE))
    assert "2 sources, the one that most rests on first" in text
    assert text.index("Adverts survey 1 skill weight in 1 role") < text.index("A first survey Nothing at present")


def test_what_in_hand_pay_rests_on_is_counted_by_years(client):
    for year in (2026, 2027):
        PayrollYearFactory(starts_on=datetime.date(year, 4, 1))
    PayrollYear.objects.update(pf_source=SourceFactory(slug="tax-act"))
    text = text_of(client.get(PAGE))
    assert "What rests on it In-hand pay of 2 tax years" in text
    assert "Tax act survey In-hand pay of 2 tax years Fund scheme" in text  # once a year, though for two numbers
    assert "Fund scheme survey Nothing at present" in text


def test_the_smallest_sample_shown_is_the_one_that_is_applied(client, monkeypatch):
    assert f"fewer than {pay.MINIMUM_SAMPLE} answers or adverts" in text_of(client.get(PAGE))
    monkeypatch.setattr(pay, "MINIMUM_SAMPLE", 77)
    assert "fewer than 77 answers or adverts" in text_of(client.get(PAGE))


def test_without_sources_there_is_no_table(client):
    html = client.get(PAGE).content.decode()
    assert "<table" not in html


def test_the_budget_is_five_queries_and_the_version(client, survey, django_assert_max_num_queries):
    for number in range(3):
        source = SourceFactory(slug=f"source-{number}")
        role = RoleFactory(experience_source=source)
        SalaryRangeFactory(role=role, source=source)
        RoleSkillFactory(role=role, source=source)
        PayrollYearFactory(tax_source=source)
    with django_assert_max_num_queries(1 + 5):
        client.get(PAGE)
