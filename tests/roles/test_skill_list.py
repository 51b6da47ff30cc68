import re

import pytest

from roles.models import SkillCategory
from roles.skills.facts import HEADINGS
from roles.skills.index import GROUP_SHOWN
from tests.factories import RoleFactory, SkillFactory

pytestmark = pytest.mark.django_db

PAGE = "/skills/"


@pytest.fixture
def skills():
    SkillFactory(slug="python", category="language")
    SkillFactory(slug="sql", name="SQL", category="language")
    SkillFactory(slug="git", category="tool")
    SkillFactory(slug="cobol", category="language")
    RoleFactory(slug="analyst", core={"sql": 90}, secondary={"python": 50})
    RoleFactory(slug="engineer", core={"sql": 90, "git": 80})
    RoleFactory(slug="draft", status="draft", core={"cobol": 90, "python": 80, "sql": 70})


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).replace("&nbsp;", " ").split())


def test_it_counts_the_published_roles_of_every_skill(client, skills):
    text = text_of(client.get(PAGE))
    assert "3 skills that the 2 roles described here use." in text
    assert "Languages SQL 2 roles Python 1 role Tools Git 1 role" in text
    assert "1 more skill is known here, but no role names it." in text


def test_the_most_widely_used_come_on_top(client, skills):
    assert "Of 2 roles Skill Roles that use it SQL 2 2 Git 1 1 Python 1 1 Used:" in text_of(client.get(PAGE))


def test_each_kind_has_an_anchor_and_each_skill_a_link(client, skills):
    html = client.get(PAGE).content.decode()
    for slug in ("language", "tool"):
        assert f'href="#{slug}"' in html
        assert f'id="{slug}"' in html
    assert 'href="/skills/sql/"' in html
    assert "/skills/cobol/" not in html
    assert 'id="cloud"' not in html  # nothing there, nothing shown


def test_a_long_kind_shows_the_most_used_and_folds_the_others_from_a_to_z(client):
    for number in range(GROUP_SHOWN):
        SkillFactory(slug=f"wide-{number:02}")
    wide = {f"wide-{number:02}": 50 for number in range(GROUP_SHOWN)}
    RoleFactory(core=wide)
    RoleFactory(core={**wide, "zebra": 10, "apple": 10})
    text = text_of(client.get(PAGE))
    assert "Wide 17 2 roles 2 more, A to Z Apple 1 role Zebra 1 role" in text


def test_every_category_has_a_heading():
    assert list(HEADINGS) == SkillCategory.values


def test_an_empty_catalogue_says_so(client):
    text = text_of(client.get(PAGE))
    assert "No role described here names a skill yet." in text
    assert "Most widely used" not in text


def test_the_budget_is_three_queries_and_the_version(client, skills, django_assert_max_num_queries):
    with django_assert_max_num_queries(1 + 3):
        client.get(PAGE)


def test_other_forms_of_the_address_lead_to_it(client):
    assert client.get("/skills").status_code == 301
