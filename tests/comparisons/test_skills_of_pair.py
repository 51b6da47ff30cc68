import pytest
from django.db import connection

from roles.models import RoleSkill, skills_of_pair
from tests.factories import RoleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    RoleFactory(slug="statistician", core={"sas": 90, "python": 40, "surveys": 60})
    left = RoleFactory(slug="data-scientist", core={"python": 98, "statistics": 85}, secondary={"sas": 71, "r": 60})
    right = RoleFactory(slug="ml-engineer", core={"python": 90, "mlops": 63}, secondary={"statistics": 51})
    return left, right


def skills_by_sql(left, right, operator: str) -> set[str]:
    one = "SELECT s.slug FROM roles_roleskill rs JOIN roles_skill s ON s.id = rs.skill_id WHERE rs.role_id = %s"
    with connection.cursor() as cursor:
        cursor.execute(f"{one} {operator} {one}", [left.pk, right.pk])
        return {slug for (slug,) in cursor.fetchall()}


def test_shared_and_unique_skills_equal_intersect_and_except(pair):
    left, right = pair
    rows = skills_of_pair(left, right)
    shared = {row.slug for row in rows if row.left_kind and row.right_kind}
    only_left = {row.slug for row in rows if row.left_kind and not row.right_kind}
    only_right = {row.slug for row in rows if row.right_kind and not row.left_kind}
    assert shared == skills_by_sql(left, right, "INTERSECT") == {"python", "statistics"}
    assert only_left == skills_by_sql(left, right, "EXCEPT") == {"sas", "r"}
    assert only_right == skills_by_sql(right, left, "EXCEPT") == {"mlops"}
    assert len(rows) == len({row.slug for row in rows})


def test_each_row_tells_what_both_roles_make_of_the_skill(pair):
    rows = {row.slug: row for row in skills_of_pair(*pair)}
    statistics, sas = rows["statistics"], rows["sas"]
    assert (statistics.left_importance, statistics.left_kind) == (85, "core")
    assert (statistics.right_importance, statistics.right_kind) == (51, "secondary")
    assert (sas.left_importance, sas.right_importance, sas.right_kind) == (71, None, None)


def test_it_takes_one_query(pair, django_assert_num_queries):
    with django_assert_num_queries(1):
        skills_of_pair(*pair)


def test_neighbours_share_core_skills_nearest_first(pair):
    left, right = pair
    near = RoleSkill.objects.neighbours(left)
    assert [(n.of, n.slug, n.shared) for n in near] == [
        ("data-scientist", "ml-engineer", 1),
        ("data-scientist", "statistician", 1),
    ]
    assert {(n.of, n.slug) for n in RoleSkill.objects.neighbours(left, right)} == {
        ("data-scientist", "statistician"),
        ("ml-engineer", "statistician"),
    }


def test_drafts_are_nobodys_neighbours(pair):
    RoleFactory(slug="secret", status="draft", core={"python": 50, "mlops": 50})
    assert "secret" not in {n.slug for n in RoleSkill.objects.neighbours(*pair)}


def test_the_skills_of_any_number_of_roles_take_one_query(pair, django_assert_num_queries):
    with django_assert_num_queries(1):
        rows = [(row.role_id, row.skill.slug, row.kind) for row in RoleSkill.objects.for_roles(*pair)]
    left, right = pair
    assert sorted(rows) == sorted(
        [(left.pk, slug, "core") for slug in ("python", "statistics")]
        + [(left.pk, slug, "secondary") for slug in ("sas", "r")]
        + [(right.pk, slug, "core") for slug in ("python", "mlops")]
        + [(right.pk, "statistics", "secondary")]
    )
