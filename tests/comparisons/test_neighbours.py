"""The roles near two roles, and the pairs between them."""

import pytest

from comparisons.models import Beside, Neighbour, neighbours, pairs_among
from comparisons.models.neighbours import MOST_NEAR
from comparisons.surroundings import surroundings
from tests.factories import PairFactory, RoleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def abc():
    return [RoleFactory(slug=slug) for slug in ("a-role", "b-role", "c-role", "d-role")]


def test_the_neighbours_of_two_roles_come_nearest_first(abc, django_assert_num_queries):
    a, b, c, d = abc
    PairFactory(first=a, second=c, overlap=30)
    PairFactory(first=b, second=c, overlap=70, reasons="thin")
    PairFactory(first=a, second=b, overlap=30)
    PairFactory(first=b, second=d, overlap=29)
    PairFactory(first=c, second=d, overlap=90)
    PairFactory(first=a, second=RoleFactory(status="draft"), overlap=80)
    with django_assert_num_queries(1):
        near = neighbours(a.pk, b.pk, least=30)
    assert [row for row in near if row.other == c.pk] == [
        Neighbour(b.pk, c.pk, 70, 0, "c-role", "C Role"),
        Neighbour(a.pk, c.pk, 30, 1, "c-role", "C Role"),
    ]
    assert {row[:3] for row in near if row.other != c.pk} == {(a.pk, b.pk, 30), (b.pk, a.pk, 30)}


def test_the_pair_itself_is_always_among_them(abc):
    a, b, c, _ = abc
    PairFactory(first=a, second=b, overlap=0, shared_core=0, reasons="far")
    PairFactory(first=a, second=c, overlap=29)
    assert [row[:3] for row in neighbours(a.pk, b.pk, least=30)] == [(a.pk, b.pk, 0)]


def test_pairs_among_some_roles_are_of_two_of_them(abc, django_assert_num_queries):
    a, b, c, d = abc
    PairFactory(first=a, second=b, overlap=30)
    PairFactory(first=a, second=c, overlap=29)
    PairFactory(first=b, second=c, overlap=50)
    PairFactory(first=c, second=d, overlap=90)
    with django_assert_num_queries(1):
        among = pairs_among([a.pk, b.pk, c.pk], least=30, step=0)
    assert set(among) == {Beside(b.pk, c.pk, 50), Beside(a.pk, b.pk, 30)}


def test_pairs_across_two_groups_come_in_either_order_where_they_are_a_step(abc):
    a, b, c, d = abc
    PairFactory(first=a, second=b, overlap=80)
    PairFactory(first=a, second=c, overlap=40)
    PairFactory(first=b, second=d, overlap=50)
    PairFactory(first=b, second=c, overlap=39)
    across = pairs_among([], [c.pk, d.pk], [a.pk, b.pk], least=30, step=40)
    assert set(across) == {Beside(b.pk, d.pk, 50), Beside(a.pk, c.pk, 40)}


def test_no_roles_cost_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert pairs_among([], [1], [], least=30, step=30) == []


def test_only_so_many_roles_are_looked_at_together():
    with pytest.raises(ValueError, match="at most 14"):
        pairs_among(range(1, 16), least=30, step=30)


def test_of_a_role_with_very_many_near_ones_the_nearest_are_read(abc):
    a, b, _, _ = abc
    for overlap in range(50, 50 + MOST_NEAR + 2):
        PairFactory(first=a, overlap=overlap)
    near = neighbours(a.pk, b.pk, least=30)
    assert [row.overlap for row in near] == list(range(50 + MOST_NEAR + 1, 51, -1))


def test_around_a_pair_are_links_with_reasons_and_the_moves_between(abc, django_assert_num_queries):
    a, b, c, d = abc
    PairFactory(first=a, second=b, overlap=10)
    PairFactory(first=a, second=c, overlap=60)
    PairFactory(first=c, second=d, overlap=50)
    PairFactory(first=b, second=d, overlap=40)
    PairFactory(first=b, second=c, overlap=25)
    with django_assert_num_queries(2):
        found = surroundings(a, b, is_far=True)
    assert found.is_indexable
    assert [(link.path, link.reason) for link in found.sharing] == [
        ("/compare-roles/a-role-vs-c-role/", "60% in common"),
        ("/compare-roles/b-role-vs-d-role/", "40% in common"),
        ("/compare-roles/b-role-vs-c-role/", "25% in common"),
    ]
    assert [(link.path, link.reason) for link in found.around] == [
        ("/compare-roles/c-role-vs-d-role/", "50% in common; both close to B Role")
    ]
    assert {(edge.slug, edge.other_slug, edge.overlap) for edge in found.edges} >= {
        ("a-role", "c-role", 60),
        ("c-role", "d-role", 50),
        ("b-role", "d-role", 40),
    }
    assert all(edge.overlap >= 30 for edge in found.edges)


def test_no_moves_are_looked_for_where_a_switch_is_near(abc):
    a, b, c, _ = abc
    PairFactory(first=a, second=b, overlap=70)
    PairFactory(first=a, second=c, overlap=60)
    assert surroundings(a, b, is_far=False).edges == ()
