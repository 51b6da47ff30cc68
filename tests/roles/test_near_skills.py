"""What links the skills of two roles: near skills, bundles and their parts. And the screen of near skills."""

import pytest

from roles.models import NearSkill, Skill, SkillLink, links_between, skills_of_pair
from tests.desk import add_address, errors, filled_in, list_address, listed
from tests.factories import NearSkillFactory, RoleFactory, SkillAliasFactory, SkillFactory, SkillPartFactory

pytestmark = pytest.mark.django_db

BECAUSE = "both draw dashboards from a data model"


def near(first: str, second: str, credit: int = 60) -> NearSkill:
    return NearSkillFactory(first__slug=first, second__slug=second, credit=credit)


def part(whole: str, part: str) -> None:
    SkillPartFactory(whole__slug=whole, part__slug=part)


@pytest.fixture
def pair():
    """Both ask for SQL; the rest is asked for by one of them."""
    left = RoleFactory(slug="analyst", core={"sql": 90, "tableau": 80}, secondary={"docker": 30})
    right = RoleFactory(slug="developer", core={"power-bi": 90, "docker-and-kubernetes": 70}, secondary={"sql": 60})
    return left, right


# --- What is a link


@pytest.mark.parametrize("ends", [("tableau", "power-bi"), ("power-bi", "tableau")])
def test_near_skills_are_a_link_in_whichever_order_they_were_written(pair, ends):
    left, right = pair
    near(*ends)
    assert links_between(left, right) == [SkillLink("tableau", "power-bi", 60, 60, BECAUSE, "near")]
    assert links_between(right, left) == [SkillLink("power-bi", "tableau", 60, 60, BECAUSE, "near")]


def test_bundle_gives_all_of_its_part_and_a_part_half_of_its_bundle(pair):
    left, right = pair
    part("docker-and-kubernetes", "docker")
    assert links_between(left, right) == [SkillLink("docker", "docker-and-kubernetes", 50, 100, "", "part")]
    assert links_between(right, left) == [SkillLink("docker-and-kubernetes", "docker", 100, 50, "", "part")]


def test_links_of_both_kinds_come_together_a_to_z(pair):
    part("docker-and-kubernetes", "docker")
    near("power-bi", "tableau", 55)
    near("docker", "power-bi", 10)
    assert [(link.left_slug, link.right_slug, link.kind) for link in links_between(*pair)] == [
        ("docker", "docker-and-kubernetes", "part"),
        ("docker", "power-bi", "near"),
        ("tableau", "power-bi", "near"),
    ]


# --- What is none


def test_skill_that_both_roles_ask_for_is_in_no_link(pair):
    """Neither as the left end nor as the right one."""
    near("sql", "power-bi")
    near("tableau", "sql")
    part("sql", "docker")
    part("docker-and-kubernetes", "sql")
    assert links_between(*pair) == []


def test_two_skills_of_one_role_are_no_link(pair):
    near("tableau", "docker")
    part("docker-and-kubernetes", "power-bi")
    assert links_between(*pair) == []


def test_skills_of_other_roles_are_no_link(pair):
    RoleFactory(core={"qlik": 90})
    near("tableau", "qlik")
    near("qlik", "power-bi")
    assert links_between(*pair) == []


def test_role_has_no_links_with_itself(pair):
    near("tableau", "docker")
    assert links_between(pair[0], pair[0]) == []


# --- What it costs


def test_it_takes_one_query_besides_the_skills_with_any_number_of_links(pair, django_assert_num_queries):
    part("docker-and-kubernetes", "docker")
    near("tableau", "power-bi")
    with django_assert_num_queries(2):
        assert len(links_between(*pair)) == 2
    skills = skills_of_pair(*pair)
    with django_assert_num_queries(1):
        assert len(links_between(*pair, skills)) == 2
    with django_assert_num_queries(1):
        assert links_between(RoleFactory.build(pk=-1), RoleFactory.build(pk=-2), []) == []


def test_links_are_those_of_a_plain_reading(pair):
    """The same as going through every pair of skills in Python."""
    left, right = pair
    slugs = ["sql", "tableau", "docker", "power-bi", "docker-and-kubernetes", "qlik"]
    for number, (first, second) in enumerate((a, b) for a in slugs for b in slugs if a < b):
        near(first, second, 10 + number)
    ours, theirs = {"tableau", "docker"}, {"power-bi", "docker-and-kubernetes"}
    expected = set()
    for row in NearSkill.objects.all():
        for one, other in ((row.first.slug, row.second.slug), (row.second.slug, row.first.slug)):
            if one in ours and other in theirs:
                expected.add((one, other, row.credit))
    found = links_between(left, right)
    assert len(found) == len(expected) == 4
    assert {(link.left_slug, link.right_slug, link.left_to_right) for link in found} == expected


# --- The pair itself


def test_pair_is_known_by_its_two_skills_in_either_order():
    row = near("tableau", "power-bi")
    assert row.natural_key() == ("power-bi", "tableau")
    for key in [("power-bi", "tableau"), ("tableau", "power-bi")]:
        assert NearSkill.objects.get_by_natural_key(*key) == row


def test_pair_goes_with_its_skill():
    row = near("tableau", "power-bi")
    Skill.objects.get(slug="tableau").delete()
    assert not NearSkill.objects.filter(pk=row.pk).exists()


# --- The screen


def test_pair_is_found_by_any_name_of_either_skill(editor_client):
    row = near("tableau", "power-bi")
    SkillAliasFactory(skill=row.second, name="Microsoft dashboards")
    near("java", "kotlin")
    assert listed(editor_client.get(list_address(NearSkill), {"q": "dashboards"})) == [row]
    assert "Power BI" in editor_client.get(list_address(NearSkill)).content.decode()


def test_pair_is_added_once_whatever_the_order(editor_client):
    row = near("tableau", "power-bi")
    java = SkillFactory(slug="java")
    form = filled_in(editor_client.get(add_address(NearSkill)))
    twin = form | {"first": row.second_id, "second": row.first_id, "credit": 50, "reason": BECAUSE}
    complaint = "This pair is there already, perhaps in the other order."
    assert complaint in errors(editor_client.post(add_address(NearSkill), twin))
    assert editor_client.post(add_address(NearSkill), twin | {"first": java.pk}).status_code == 302
    assert NearSkill.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"credit": 81}, "less than or equal to 80"),
        ({"credit": 9}, "greater than or equal to 10"),
        ({"reason": "both are tools."}, "without a full stop at its end"),
    ],
)
def test_what_the_database_refuses_is_a_form_error(changes, complaint, editor_client):
    ends = {"first": SkillFactory().pk, "second": SkillFactory().pk}
    form = filled_in(editor_client.get(add_address(NearSkill))) | ends | {"credit": 50, "reason": BECAUSE}
    assert complaint in errors(editor_client.post(add_address(NearSkill), form | changes))
