"""Facts become rows and the same facts again; what doesn't fit a row doesn't get in."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from profiles.facts import Contact, Language, Link, Position, ProfileFacts, SkillFact, Study, When
from profiles.models import Experience, Profile, ProfileSkill
from tests.factories import ProfileFactory, SkillFactory
from tests.profiles.filled import FACTS


@pytest.fixture
def known(db) -> None:
    for slug in ("sql", "excel", "python"):
        SkillFactory(slug=slug)


def taken(profile: Profile, facts: ProfileFacts) -> ProfileFacts:
    profile.take(facts)
    return Profile.objects.get(pk=profile.pk).facts()


def test_facts_come_back_as_they_were(profile, known):
    assert taken(profile, FACTS) == FACTS


def test_taking_facts_again_replaces_them(profile, known):
    profile.take(FACTS)
    fewer = dataclasses.replace(FACTS, skills=FACTS.skills[:1], positions=())
    assert taken(profile, fewer) == fewer
    assert (ProfileSkill.objects.count(), Experience.objects.count()) == (1, 0)


def test_the_address_stays_that_of_the_account(profile):
    facts = taken(profile, ProfileFacts(contact=Contact(email="other@example.org")))
    assert facts.contact.email == "asha@example.org"


def test_reading_a_whole_profile_takes_nine_queries(profile, known, django_assert_num_queries):
    profile.take(FACTS)
    with django_assert_num_queries(8):
        whole = Profile.objects.select_related("user").whole().get(pk=profile.pk)
    with django_assert_num_queries(0):
        assert whole.facts() == FACTS


@pytest.mark.parametrize(
    ("given_facts", "kept"),
    [
        ((SkillFact("SQL", "sql"), SkillFact("sql", "")), (SkillFact("SQL", "sql"),)),
        ((SkillFact("SQL", "sql"), SkillFact("Structured", "sql")), (SkillFact("SQL", "sql"),)),
        ((SkillFact("Cobol", "no-such-skill", 9),), (SkillFact("Cobol"),)),
        ((SkillFact("  "), SkillFact("")), ()),
        (tuple(SkillFact(f"Skill {n}") for n in range(150)), tuple(SkillFact(f"Skill {n}") for n in range(100))),
    ],
)
def test_each_skill_is_kept_once_and_a_hundred_at_most(profile, known, given_facts, kept):
    assert taken(profile, ProfileFacts(skills=given_facts)).skills == kept


def test_what_no_row_can_be_is_left_out(profile):
    facts = ProfileFacts(
        contact=Contact(
            phone="call +91 98 <b>", links=(Link("x", "javascript:alert(1)"), Link("", "https://a.example"))
        ),
        months=9_000,
        positions=(Position("", "Acme"), Position("A" * 200, start=When(2024, 5), end=When(2024, 4))),
        studies=(Study("B.A.", start=When(1200), end=When(2020, 13)),),
        languages=(Language("Hindi"), Language("hindi", "B2")),
    )
    back = taken(profile, facts)
    assert back.contact.links == ()
    assert back.contact.phone.strip() == "+91 98"
    assert back.months is None
    assert back.positions == (Position("A" * 120, start=When(2024, 5)),)
    assert back.studies == (Study("B.A.", end=When(2020)),)
    assert back.languages == (Language("Hindi"),)


texts = st.text(max_size=40)
numbers = st.integers(-5, 3000)
whens = st.none() | st.builds(When, numbers, st.none() | st.integers(-1, 14))
anything = st.builds(
    ProfileFacts,
    contact=st.builds(
        Contact,
        name=texts,
        phone=texts,
        city=texts,
        links=st.tuples(st.builds(Link, texts, texts | st.just("https://a.b"))),
    ),
    headline=texts,
    months=st.none() | st.integers(-10, 10_000),
    skills=st.lists(st.builds(SkillFact, texts, level=st.integers(-2, 9)), max_size=3).map(tuple),
    positions=st.lists(
        st.builds(Position, texts, start=whens, end=whens, is_current=st.booleans(), lines=st.tuples(texts, texts)),
        max_size=3,
    ).map(tuple),
    studies=st.lists(st.builds(Study, texts, start=whens, end=whens), max_size=2).map(tuple),
    languages=st.lists(st.builds(Language, texts, texts), max_size=3).map(tuple),
)


class TestAnything(TestCase):
    """Whatever a file held: it is taken without an error of the database, and what was taken comes back as it is."""

    @settings(max_examples=40)
    @given(anything)
    def test_taking_what_came_back_changes_nothing(self, facts: ProfileFacts) -> None:
        profile = ProfileFactory()
        once = taken(profile, facts)
        assert taken(profile, once) == once
