"""Reading by the catalogue in the database."""

import pytest

from profiles.importing.known import known_now
from profiles.importing.pieces import Understood
from profiles.importing.reading import read_text
from roles.models import LocationAlias
from roles.models.reference import LocationKind
from tests.factories import LocationFactory, SkillFactory

pytestmark = pytest.mark.django_db


def test_skills_and_towns_of_the_catalogue(django_assert_max_num_queries):
    SkillFactory(slug="frobnication", name="Frobnication")
    place = LocationFactory(name="Sampur", slug="sampur", kind=LocationKind.CITY)
    LocationAlias.objects.create(location=place, name="Old Sampur", town="Sampurgram")
    with django_assert_max_num_queries(5):
        known = known_now()
    assert known.towns == {"sampur", "old sampur", "sampurgram"}
    answer = read_text("Asha Testperson\nSampurgram\nSKILLS\nFrobnication, Tea", known)
    assert isinstance(answer, Understood)
    assert answer.city.value == "Sampurgram"
    assert [skill.slug for skill in answer.facts.skills] == ["frobnication"]


def test_without_a_catalogue_the_rest_is_read():
    answer = read_text("Asha Testperson\nasha@example.org\nSKILLS\nFrobnication")
    assert answer.email.value == "asha@example.org"
    assert answer.facts.skills == ()
