"""Roles and skills by what people type, on either database."""

import random

import pytest
from django.core.management import call_command
from django.db import connection

from roles import names
from roles.likeness import plain
from roles.models import Role, RoleAlias, Skill, SkillAlias
from roles.names import Kind, RoleNames, search
from tests.factories import RoleAliasFactory, RoleFactory, SkillAliasFactory, SkillFactory

pytestmark = pytest.mark.django_db


def found(text: str, *kinds: Kind) -> list[str]:
    return [hit.slug for hit in search(text, *(kinds or Kind), most=8)]


@pytest.fixture
def some():
    RoleAliasFactory(role=RoleFactory(slug="ml-engineer", name="Machine Learning Engineer"), slug="mle", name="MLE")
    RoleFactory(slug="go-trainer", name="Go Trainer")
    SkillFactory(slug="go", name="Go")
    SkillFactory(slug="django", name="Django")
    SkillAliasFactory(skill=SkillFactory(slug="react", name="React"), name="ReactJS")
    SkillAliasFactory(skill=SkillFactory(slug="other", name="Other"), name="React lookalike", trust="search")


def test_a_role_is_found_by_name_alias_and_slug(some):
    for text in ("machine learning engineer", "MLE", "ml engineer", "Machine Lerning Enginer"):
        assert found(text)[0] == "ml-engineer"


def test_an_exact_name_goes_first(some):
    assert found("go") == ["go", "go-trainer"]
    assert found("reactjs")[0] == "react"


def test_a_less_trusted_name_goes_later(some):
    assert found("react", Kind.SKILL) == ["react", "other"]


def test_drafts_are_not_found(some):
    RoleAliasFactory(role=RoleFactory(slug="secret", name="Secret Role", status="draft"), slug="hidden", name="Hidden")
    assert found("secret role", Kind.ROLE) == []
    assert found("hidden", Kind.ROLE) == []


@pytest.mark.parametrize("text", ["", "  ", "%%%", "\0", "x" * 10_000, "'; drop table", "👩\u200d⚕️", "a\u0301" * 300])
def test_nothing_typed_breaks_it(some, text):
    assert isinstance(found(text), list)


def test_the_cost_is_few_queries(some, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):  # four, on PostgreSQL also the threshold in a savepoint
        found("engineer")


def slips(name: str, draw: random.Random) -> str:
    """The name with two neighbours swapped, a letter left out, doubled or replaced."""
    at = draw.randrange(1, len(name) - 1)
    return draw.choice(
        [
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
            name[:at] + draw.choice("aeirst") + name[at + 1 :],
        ]
    )


def queries() -> list[tuple[str, str]]:
    """Names of the real catalogue and slips of them, with the slug that is meant."""
    draw = random.Random(3)  # noqa: S311 the same slips each time
    roles = list(Role.objects.order_by("slug").values_list("name", "slug"))
    aliases = list(RoleAlias.objects.order_by("slug").values_list("name", "role__slug"))[::10]
    skills = list(Skill.objects.order_by("slug").values_list("name", "slug"))[::12]
    exact = [(name, slug) for name, slug in roles + aliases + skills]
    return exact + [(slips(name, draw), slug) for name, slug in roles + skills if len(name) >= 7]


@pytest.fixture
def catalogue():
    call_command("load_catalogue", verbosity=0)


@pytest.fixture
def trigrams(db):
    if not names.has_trigrams():
        pytest.skip("without pg_trgm all names are read: there is no index to compare with them")


def test_the_real_catalogue_is_found_slips_and_all(catalogue):
    """Among the first three: a slip of one name may come near another."""
    asked = queries()
    assert len(asked) > 300
    missed = [(text, slug, found(text)[:3]) for text, slug in asked if slug not in found(text)[:3]]
    assert missed == []


def test_the_index_finds_what_reading_all_names_does(catalogue, trigrams, monkeypatch):
    by_index = {text: found(text)[:3] for text, _ in queries()}
    monkeypatch.setattr(names, "has_trigrams", lambda: False)
    assert {text: found(text)[:3] for text in by_index} == by_index


def test_many_names_are_looked_up_through_the_index(trigrams):
    skill = SkillFactory(slug="react", name="React")
    SkillAlias.objects.bulk_create(
        [SkillAlias(skill=skill, name=f"name {number:05} of it") for number in range(20_000)]
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE roles_skillalias")
        cursor.execute("SET LOCAL pg_trgm.similarity_threshold = 0.3")
        cursor.execute("SET LOCAL enable_seqscan = off")  # fresh rows wait in the index's list, which looks dear
        cursor.execute("EXPLAIN SELECT name FROM roles_skillalias WHERE lower(name) %% %s", ["reactjs"])
        assert "skillalias_name_trigrams" in " ".join(line for (line,) in cursor.fetchall())


def test_a_role_is_taken_only_when_it_is_certain(some):
    role_names = RoleNames()
    assert role_names.find("mle").slug == "ml-engineer"
    assert role_names.find("machine learnin engineer").slug == "ml-engineer"
    assert role_names.find("engineer") is None
    assert role_names.find("") is None
    assert [role.slug for role in role_names.nearest("machine")] == ["ml-engineer"]


def test_plain_names_are_shared_by_both_sides():
    assert plain("ML-Engineer") == plain("ml engineer")
