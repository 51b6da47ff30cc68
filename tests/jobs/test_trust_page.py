"""`/jobs/trust/`: every rule in force, in the words that the code goes by."""

import pytest

from jobs.models import UNSEEN_DAYS
from jobs.trust.mail import FREE_HOSTS
from onjob.pages.facts import Lists
from onjob.pages.hubs import hub_pages
from tests.factories import ScamRuleFactory
from tests.prose import faults, parse, text_of

pytestmark = pytest.mark.django_db

PAGE = "/jobs/trust/"


def main_of(response) -> str:
    return text_of(next(parse(response.content.decode()).iter("main")))


def test_page_states_every_active_rule_with_its_phrases(client, django_assert_num_queries):
    ScamRuleFactory(
        name="Asks for a fee", explanation="They don’t.", phrases="joining fee\n<b>fee", unless="no joining fee"
    )
    ScamRuleFactory(name="Sleeps", is_active=False)
    with django_assert_num_queries(2):  # one is for the version of the data
        response = client.get(PAGE)
    text = main_of(response)
    assert "Asks for a fee They don’t. 2 phrases" in text
    assert "“joining fee”, “<b>fee”" in text
    assert "Excused by: “no joining fee”" in text
    assert "Sleeps" not in text


def test_page_says_what_to_do_and_by_which_numbers_we_go(client):
    text = main_of(client.get(PAGE))
    assert "No honest employer asks a seeker for money: never pay." in text
    assert "Call 1930 at once" in text
    assert "cybercrime.gov.in" in text
    assert f"no list has shown it for {UNSEEN_DAYS} days" in text
    assert "starts above ₹20 lakh a year" in text
    assert "When 3 of them say" in text
    assert all(host in text for host in FREE_HOSTS)


def test_page_without_rules_reads_well(client):
    response = client.get(PAGE)
    assert faults(response.content.decode()) == []


def test_page_may_be_indexed_and_is_among_the_pages_that_search_engines_are_shown(client):
    assert "noindex" not in client.get(PAGE).content.decode()
    before = {page.path: page.digest for page in hub_pages(Lists())}
    ScamRuleFactory()
    after = {page.path: page.digest for page in hub_pages(Lists())}
    assert {path for path in before if before[path] != after[path]} == {PAGE}
