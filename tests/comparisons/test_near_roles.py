"""What is near a role: kept with the pairs, read for every comparison."""

from importlib import import_module

import pytest
from django.apps import apps

from comparisons.models import NearRoles, Pair, around, roles_with_shares
from comparisons.models.near_roles import LEAST, MOST, MOST_READ
from comparisons.routes import Near
from tests.factories import NearRolesFactory, PairFactory, RoleFactory

pytestmark = pytest.mark.django_db

migration = import_module("comparisons.migrations.0006_near_roles")


@pytest.fixture
def abc():
    return [RoleFactory(slug=slug) for slug in ("a-role", "b-role", "c-role", "d-role")]


def shares(role):
    return list(zip(*NearRoles.objects.get(role=role).shares, strict=True))


def test_it_is_what_the_pairs_say_nearest_first(abc):
    a, b, c, d = abc
    PairFactory(first=a, second=b, overlap=30)
    PairFactory(first=a, second=c, overlap=LEAST - 1)
    PairFactory(first=a, second=d, overlap=70)
    PairFactory(first=b, second=d, overlap=30)
    assert shares(a) == [(d.pk, 70), (b.pk, 30)]
    assert shares(b) == [(a.pk, 30), (d.pk, 30)]  # the same share: by key
    assert shares(c) == []
    assert shares(d) == [(a.pk, 70), (b.pk, 30)]


def test_it_follows_a_pair_that_changed_or_went(abc):
    a, b, c, _ = abc
    PairFactory(first=a, second=b, overlap=30)
    PairFactory(first=a, second=c, overlap=40)
    Pair.objects.filter(second=c).update(overlap=25)
    Pair.objects.filter(second=b).delete()
    NearRoles.objects.follow_pairs({a.pk})
    assert shares(a) == [(c.pk, 25)]
    assert shares(c) == [(a.pk, 40)]  # wasn't asked


def test_only_rows_that_say_something_else_are_written(abc, django_assert_num_queries):
    a, b, _, _ = abc
    PairFactory(first=a, second=b, overlap=30)
    with django_assert_num_queries(5):  # what is there, and two for each
        NearRoles.objects.follow_pairs({a.pk, b.pk})


def test_of_a_role_with_very_many_near_ones_the_nearest_are_kept():
    role = RoleFactory()
    others = RoleFactory.create_batch(MOST + 2)
    Pair.objects.bulk_create(PairFactory.build(first=role, second=other) for other in others[:-1])
    Pair.objects.bulk_create([PairFactory.build(first=others[-1], second=role, overlap=90)])
    NearRoles.objects.follow_pairs({role.pk})
    assert shares(role) == [(others[-1].pk, 90), *((other.pk, 40) for other in others[: MOST - 1])]


def test_a_migration_fills_it_from_the_pairs(abc):
    a, b, c, _ = abc
    PairFactory(first=a, second=b, overlap=30)
    PairFactory(first=b, second=c, overlap=60)
    PairFactory(first=a, second=c, overlap=LEAST - 1)
    NearRoles.objects.follow_pairs({role.pk for role in abc})
    as_judged = {row.role_id: row.shares for row in NearRoles.objects.all()}
    assert len(as_judged) == 4
    NearRoles.objects.all().delete()
    migration.from_pairs(apps, None)
    assert {row.role_id: row.shares for row in NearRoles.objects.all()} == as_judged
    assert (migration.LEAST, migration.MOST) == (LEAST, MOST)


def test_around_two_roles_is_what_is_near_either_and_whether_search_engines_see_the_pair(
    abc, django_assert_num_queries
):
    a, b, c, _ = abc
    PairFactory(first=a, second=b, overlap=30)
    PairFactory(first=b, second=c, overlap=70, reasons="thin")
    with django_assert_num_queries(1):
        found = around(a.pk, b.pk)
    assert found == ({b.pk: 30}, {c.pk: 70, a.pk: 30}, True)
    assert around(c.pk, b.pk) == ({b.pk: 70}, {c.pk: 70, a.pk: 30}, False)


def test_a_pair_that_an_editor_wants_is_seen_though_nothing_is_near(abc):
    a, b, c, _ = abc
    PairFactory(first=a, second=b, overlap=0, shared_core=0, indexing="always")
    assert around(a.pk, b.pk) == ({}, {}, True)
    assert around(a.pk, c.pk) == ({}, {}, False)


def test_near_roles_come_with_what_is_near_them(abc, django_assert_num_queries):
    a, b, _, d = abc
    PairFactory(first=a, second=b, overlap=30)
    with django_assert_num_queries(1):
        found = roles_with_shares([a.pk, d.pk])
    assert found == {a.pk: Near("a-role", "A Role", {b.pk: 30}), d.pk: Near("d-role", "D Role", {})}


def test_withdrawn_roles_are_not_among_them():
    row = NearRolesFactory(role=RoleFactory(status="draft"))
    assert roles_with_shares([row.role_id]) == {}


def test_no_roles_cost_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert roles_with_shares([]) == {}


def test_only_so_many_are_looked_at():
    roles = RoleFactory.create_batch(MOST_READ + 1)
    assert set(roles_with_shares(role.pk for role in roles)) == {role.pk for role in roles[:MOST_READ]}
