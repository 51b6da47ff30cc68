"""The rules of the meter: they add up to 100, more never counts less, and all of them are pages that one can go to."""

import dataclasses

import pytest
from django.urls import resolve
from hypothesis import given
from hypothesis import strategies as st

from profiles.completeness import RULES, Wishes, completeness
from profiles.facts import Contact, Position, ProfileFacts, Project, SkillFact
from tests.profiles.filled import FACTS

WISHES = Wishes(roles=1, notice_days=30)
FIELDS = [field.name for field in dataclasses.fields(ProfileFacts)]


def of_some(fields: set[str]) -> ProfileFacts:
    return ProfileFacts(**{name: getattr(FACTS, name) for name in fields})


def test_points_add_up_to_a_hundred():
    assert sum(rule.points for rule in RULES) == 100
    assert all(rule.points > 0 for rule in RULES)


def test_nothing_said_is_nothing_and_everything_is_a_hundred():
    assert completeness(ProfileFacts(), Wishes()).score == 0
    assert completeness(FACTS, WISHES).score == 100
    assert completeness(FACTS, WISHES).missing == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.words)
def test_every_rule_leads_to_a_page_that_mends_it(rule):
    assert resolve(f"/profile/{rule.place}/").namespace == "profiles"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (ProfileFacts(contact=Contact(name="A")), {"Write your name"}),
        (ProfileFacts(skills=(SkillFact("a", level=1),) * 4), {"Say of 3 skills how well you know them"}),
        (ProfileFacts(skills=(SkillFact("a"),) * 5), {"Name 5 skills"}),
        (ProfileFacts(positions=(Position("a", lines=("x",)),)), {"Add a job or a project"}),
        (
            ProfileFacts(projects=(Project("a", lines=("x", "y")),)),
            {"Add a job or a project", "Say of a job or a project in 2 lines what you did"},
        ),
    ],
)
def test_what_counts(facts, words):
    assert {rule.words for rule in completeness(facts, Wishes()).met} == words


def test_no_notice_period_is_an_answer_too():
    assert completeness(ProfileFacts(), Wishes(notice_days=0)).score == 5


subsets = st.sets(st.sampled_from(FIELDS))


@given(subsets, subsets, st.integers(0, 5), st.integers(0, 5))
def test_more_never_counts_less_and_a_hundred_means_that_nothing_is_missing(some, more, roles, more_roles):
    fewer = completeness(of_some(some), Wishes(roles))
    whole = completeness(of_some(some | more), Wishes(roles + more_roles, 0))
    assert fewer.score <= whole.score
    assert set(fewer.met) <= set(whole.met)
    for each in (fewer, whole):
        assert (each.score == 100) == (not each.missing)
        assert set(each.met) | set(each.missing) == set(RULES)


@given(st.integers(0, 5), st.integers(0, 8), st.integers(0, 4), st.integers(0, 4))
def test_one_more_row_never_counts_less(positions, skills, levels, lines):
    facts = ProfileFacts(
        positions=tuple(Position("x", lines=("did",) * lines) for _ in range(positions)),
        skills=tuple(SkillFact(str(n), level=int(n < levels)) for n in range(skills)),
    )
    added = dataclasses.replace(
        facts, positions=(*facts.positions, Position("y")), skills=(*facts.skills, SkillFact("new"))
    )
    assert completeness(facts, Wishes()).score <= completeness(added, Wishes()).score
