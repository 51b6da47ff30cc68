"""Links around a comparison, and the way from one of its roles to the other."""

import pytest

from comparisons.models import Pair
from comparisons.surroundings import BESIDE, surroundings
from tests.factories import PairFactory, RoleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def abc():
    return [RoleFactory(slug=slug) for slug in ("a-role", "b-role", "c-role", "d-role")]


def over(found) -> tuple[int, list[str]]:
    return found.way.least, [stone.slug for stone in found.way.stones]


def test_around_a_pair_are_links_with_reasons_and_a_way_between(abc, django_assert_num_queries):
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
    assert over(found) == (40, ["c-role", "d-role"])


def test_the_pair_itself_is_no_link_beside_it(abc):
    a, b, c, _ = abc
    PairFactory(first=a, second=b, overlap=90)
    PairFactory(first=a, second=c, overlap=30)
    found = surroundings(a, b, is_far=False)
    assert [link.path for link in found.sharing] == ["/compare-roles/a-role-vs-c-role/"]
    assert found.around == ()


def test_pairs_near_the_one_and_the_other_say_so(abc):
    a, b, c, d = abc
    PairFactory(first=a, second=c, overlap=60)
    PairFactory(first=b, second=d, overlap=40)
    PairFactory(first=c, second=d, overlap=30)
    assert [link.reason for link in surroundings(a, b, is_far=False).around] == [
        "30% in common; each close to one of these two"
    ]


def test_no_way_is_looked_for_where_a_switch_is_near(abc):
    a, b, c, _ = abc
    PairFactory(first=a, second=b, overlap=70)
    PairFactory(first=a, second=c, overlap=60)
    PairFactory(first=b, second=c, overlap=60)
    assert surroundings(a, b, is_far=False).way is None


def test_a_role_that_is_near_both_is_a_stone_however_many_are_nearer_to_one(abc):
    a, b, c, _ = abc
    others = RoleFactory.create_batch(BESIDE * 3)
    Pair.objects.bulk_create(PairFactory.build(first=a, second=other, overlap=80) for other in others)
    PairFactory(first=a, second=c, overlap=30)
    PairFactory(first=b, second=c, overlap=35)
    assert over(surroundings(a, b, is_far=True)) == (30, ["c-role"])


def test_withdrawn_roles_are_neither_linked_to_nor_led_over(abc):
    a, b, c, d = abc
    PairFactory(first=a, second=c, overlap=60)
    PairFactory(first=b, second=c, overlap=60)
    PairFactory(first=a, second=d, overlap=50)
    assert over(surroundings(a, b, is_far=True)) == (60, ["c-role"])
    c.status = "draft"
    c.save()
    found = surroundings(a, b, is_far=True)
    assert [link.path for link in found.sharing] == ["/compare-roles/a-role-vs-d-role/"]
    assert found.way is None
