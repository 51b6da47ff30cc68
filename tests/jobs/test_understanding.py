"""What an advert says, read by the names of the catalogue: the joints between the readers, which have tests of their
own."""

from decimal import Decimal

import pytest

from jobs.feeds.posting import StatedPay
from jobs.models import Employment, Mode
from jobs.reading import employment, modes
from jobs.sync.understanding import understanding
from jobs.sync.understood import Found, Pay, Understood
from roles.models import Role
from tests.factories import (
    LocationAliasFactory,
    LocationFactory,
    RoleAliasFactory,
    RoleFactory,
    ScamRuleFactory,
    SkillAliasFactory,
    SkillFactory,
)
from tests.jobs.postings import posting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def names():
    delhi = LocationFactory(name="Delhi NCR")
    LocationFactory(name="Jaipur")
    LocationAliasFactory(location=delhi, name="Gurgaon", town="Gurugram")
    role = RoleFactory(slug="data-analyst", core={"sql": 90})
    RoleAliasFactory(role=role, name="Reporting Analyst")
    SkillAliasFactory(skill=SkillFactory(slug="power-bi"), name="PowerBI")
    ScamRuleFactory(name="Asks for a fee", phrases="registration fee", unless="no registration fee")


def understood(**said) -> Understood:
    understand, _ = understanding()
    return understand(posting(**said))


def test_the_role_by_its_names_with_the_title_as_its_words():
    assert understood(title="Data Analyst").role == Found("data-analyst", "Data Analyst")
    assert understood(title="Senior Reporting Analyst - Pune").role.slug == "data-analyst"
    found = understood(title="Office Assistant")
    assert (found.role, found.role_confidence < 85) == (None, True)


def test_a_draft_is_no_role():
    Role.objects.update(status="draft")
    assert understood(title="Data Analyst").role is None


def test_skills_of_the_list_come_before_those_of_the_text_each_once():
    found = understood(skills=("MS SQL", "SQL"), description="<p>You write SQL and build reports in PowerBI.</p>")
    assert found.skills == (Found("sql", "SQL"), Found("power-bi", "PowerBI"))


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ({"places": ("Gurgaon, Haryana",)}, [("delhi-ncr", "Gurugram")]),
        ({"places": ("Jaipur", "Gurgaon")}, [("jaipur", "Jaipur"), ("delhi-ncr", "Gurugram")]),
        ({"places": ("Atlantis",)}, []),
        ({"places": ("Pan India",)}, [("india", "Pan India")]),
        ({"places": ("Remote",)}, [("remote", "Remote")]),
        ({"is_remote": True}, [("remote", "remote")]),
        ({"places": ("Jaipur",), "is_remote": True}, [("jaipur", "Jaipur")]),
        ({"places": ("Berlin, Germany",), "is_remote": True}, []),
        ({}, []),
    ],
)
def test_places_are_rows_and_keep_the_towns_name(said, places):
    assert [(place.slug, place.words) for place in understood(**said).places] == places


@pytest.mark.parametrize(
    ("said", "years", "words"),
    [
        ({"experience": "3-5 yrs"}, (3, 5), "3-5 yrs"),
        ({"experience": "6 months"}, (0, 1), "6 months"),
        ({"experience": "", "title": "Analyst (2+ years experience)"}, (2, None), "2+ years"),
        ({"description": "<p>Minimum 4 years of experience in SQL.</p>"}, (4, None), None),
        ({"experience": "Fresher"}, (0, 0), "Fresher"),
        ({"experience": "a lot"}, None, ""),
    ],
)
def test_years_are_whole_and_come_from_the_field_the_title_or_the_text(said, years, words):
    found = understood(**said)
    assert found.years == years
    assert words is None or found.years_words == words


@pytest.mark.parametrize(
    ("stated", "pay"),
    [
        (None, Pay()),
        (
            StatedPay(words="6-9 LPA"),
            Pay("6-9 LPA", (600_000, 900_000), Decimal(600_000), Decimal(900_000), "INR", "year"),
        ),
        (
            StatedPay(Decimal(50_000), Decimal(70_000), "INR", "month", "₹50,000 – 70,000 a month"),
            Pay("₹50,000 – 70,000 a month", (600_000, 840_000), Decimal(50_000), Decimal(70_000), "INR", "month"),
        ),
        (
            StatedPay(Decimal(80_000), Decimal(100_000), "USD", "year", "$80k–$100k"),
            Pay("$80k–$100k", None, Decimal(80_000), Decimal(100_000), "USD", "year"),
        ),
        (StatedPay(words="Not disclosed"), Pay(words="Not disclosed")),
        (StatedPay(words="-1"), Pay(words="-1")),
    ],
)
def test_pay_is_as_stated_and_a_year_in_rupees_where_that_is_known(stated, pay):
    assert understood(pay=stated).pay == pay


def test_what_breaks_a_rule_is_told_with_its_words():
    found = understood(description="<p>Pay the registration fee of Rs 500 first.</p>")
    assert found.warnings == ("Asks for a fee: “registration fee”",)
    assert understood(description="<p>There is no registration fee.</p>").warnings == ()


def test_the_description_is_cleaned_and_hides_addresses():
    found = understood(description="<script>x</script><p>Write to hr@acme.example.</p>")
    assert "script" not in found.description
    assert "hr@acme.example" not in found.description
    assert found.text.startswith("Write to")


def test_mode_and_employment_keep_their_words():
    found = understood(mode="Hybrid", employment="FULL_TIME")
    assert (found.mode, found.employment.slug) == (Found("hybrid", "Hybrid"), "full_time")
    assert type(found.mode.slug) is str


def test_what_is_read_is_what_an_opening_may_be():
    assert {mode.value for mode in modes.Mode} == set(Mode.values)
    assert {kind.value for kind in employment.Employment} == set(Employment.values)


def test_another_name_or_rule_makes_another_edition():
    editions = [understanding()[1]]
    SkillAliasFactory(skill=SkillFactory(slug="sql"), name="Structured Query Language")
    editions.append(understanding()[1])
    ScamRuleFactory(phrases="training fee")
    editions.append(understanding()[1])
    assert editions[-1] == understanding()[1]
    assert len(set(editions)) == 3


def test_it_takes_eight_queries_whatever_is_read(django_assert_num_queries):
    with django_assert_num_queries(8):
        understand, _ = understanding()
    with django_assert_num_queries(0):
        understand(posting())
