"""What a profile says first."""

import pytest
from django.urls import resolve

from profiles.completeness import RULES, Wishes, completeness
from profiles.facts import ProfileFacts, SkillFact, Study
from profiles.next_step import BRING, CONFIRM, FIND, next_step
from tests.profiles.filled import FACTS

WISHES = Wishes(roles=1, notice_days=30)


def step(facts: ProfileFacts, wishes: Wishes = WISHES, has_reading: bool = False):
    return next_step(facts, completeness(facts, wishes), has_reading)


@pytest.mark.parametrize("facts", [ProfileFacts(), FACTS])
def test_what_waits_comes_before_all_else(facts):
    assert step(facts, has_reading=True) == CONFIRM


def test_who_has_written_nothing_of_their_work_brings_a_resume():
    assert step(ProfileFacts(headline="Data analyst", contact=FACTS.contact)) == BRING


@pytest.mark.parametrize("facts", [ProfileFacts(skills=(SkillFact("SQL"),)), ProfileFacts(studies=(Study("B.A."),))])
def test_what_counts_most_comes_first(facts):
    assert step(facts).words == "Name 5 skills"
    assert "20 points" in step(facts).why


def test_roles_are_asked_for_once_the_rest_is_there():
    assert step(FACTS, Wishes(roles=0, notice_days=30)).words == "Choose a role that you aim for"


def test_who_said_enough_is_sent_to_jobs_though_a_trifle_is_missing():
    assert step(FACTS) == FIND
    assert step(FACTS, Wishes(roles=1, notice_days=None)) == FIND


@pytest.mark.parametrize("href", [CONFIRM.href, BRING.href, FIND.href, *(f"/profile/{rule.place}/" for rule in RULES)])
def test_it_leads_to_a_page(href):
    assert resolve(href).namespace == "profiles"
