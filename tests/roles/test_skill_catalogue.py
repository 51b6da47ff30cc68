"""The matcher of the catalogue follows the catalogue."""

import pytest

from roles.matching.catalogue import skill_matcher
from roles.matching.names import Trusted
from roles.models import Trust
from tests.factories import SkillFactory

pytestmark = pytest.mark.django_db


def test_names_and_other_names_are_found_as_far_as_they_are_trusted():
    skill = SkillFactory(name="Kubernetes", slug="kubernetes", category="tool")
    skill.aliases.create(name="K8s")
    skill.aliases.create(name="kube", trust=Trust.SEARCH)
    found = skill_matcher().find("k8s, Kubernetes, kube")
    assert [hit.name for hit in found.hits] == ["K8s", "Kubernetes"]


def test_it_is_kept_until_something_changes(django_assert_num_queries):
    skill = SkillFactory(name="Kafka", slug="kafka")
    kept = skill_matcher()
    with django_assert_num_queries(1):
        assert skill_matcher() is kept
    skill.aliases.create(name="Apache Kafka")
    with django_assert_num_queries(3):
        assert [hit.name for hit in skill_matcher().find("Apache Kafka").hits] == ["Apache Kafka"]


def test_a_catalogue_without_skills_finds_none():
    assert skill_matcher().find("Python").hits == ()


def test_the_matcher_knows_every_trust():
    assert set(Trusted) == set(Trust.values)
