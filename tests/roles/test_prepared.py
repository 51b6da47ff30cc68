"""SQL that is built once gives what the queryset itself would."""

import threading

import pytest
from django.db import connection
from django.db.models import F, QuerySet, Value

from roles.models import PayrollYear, Role, RoleSkill
from roles.prepared import prepared
from tests.factories import PayrollYearFactory, RoleFactory

pytestmark = pytest.mark.django_db


def asked(*roles: int) -> QuerySet:
    return RoleSkill.objects.filter(role__in=roles).order_by("skill__slug").values_list("role", "skill__slug")


@pytest.fixture
def cook():
    return RoleFactory(slug="cook", core={"soup": 90, "bread": 40})


@pytest.fixture
def baker():
    return RoleFactory(slug="baker", core={"bread": 90})


def test_rows_are_those_of_the_queryset_in_one_query(cook, baker, django_assert_num_queries):
    read = prepared(asked)
    for roles in ([cook.pk], [baker.pk], [cook.pk, baker.pk], [baker.pk, cook.pk], [cook.pk, cook.pk], [-1]):
        with django_assert_num_queries(1):
            found = read(*roles)
        assert list(map(tuple, found)) == list(asked(*roles))


def test_the_queryset_is_built_once_for_each_number_of_values(cook, baker):
    built = []

    @prepared
    def read(*roles: int) -> QuerySet:
        built.append(len(roles))
        return asked(*roles)

    for roles in ([cook.pk], [baker.pk], [cook.pk, baker.pk], [baker.pk, cook.pk]):
        read(*roles)
    assert built == [1, 2]


def test_values_go_to_their_places_whatever_the_order_in_the_query(cook, baker):
    @prepared
    def read(slug: str, least: int, most: int) -> QuerySet:
        rows = RoleSkill.objects.filter(importance__lte=most, role__slug=slug, importance__gte=least)
        return rows.annotate(constant=Value(7)).values_list("skill__slug", "constant")

    assert list(map(tuple, read("cook", 1, 50))) == [("bread", 7)]
    assert list(map(tuple, read("cook", 50, 100))) == [("soup", 7)]
    assert read("baker", 1, 50) == []


def test_one_value_may_stand_in_several_places(cook):
    @prepared
    def read(number: int) -> QuerySet:
        return Role.objects.filter(pk=number).annotate(same=Value(number) + F("pk")).values_list("slug", "same")

    assert list(map(tuple, read(cook.pk))) == [("cook", 2 * cook.pk)]


def test_constant_words_stand_in_the_statement_and_all_else_beside_it(cook):
    constants = {"word": "a-b_C", "empty": "", "quoted": "it's", "mark": "5%s", "number": 7}
    asked = []

    def note(execute, sql, values, *more):
        asked.append((sql, list(values)))
        return execute(sql, values, *more)

    @prepared
    def read(slug: str) -> QuerySet:
        rows = Role.objects.filter(slug=slug, status="published").exclude(name__contains="50%")
        return rows.annotate(**{name: Value(value) for name, value in constants.items()}).values_list(
            "slug", *constants
        )

    with connection.execute_wrapper(note):
        assert list(map(tuple, read("cook"))) == [("cook", *constants.values())]
    [(sql, values)] = asked
    assert "'a-b_C'" in sql
    assert "'published'" in sql
    assert {"it's", "5%s", 7, "cook"} <= set(values)
    assert sql.count("%s") == len(values) == 5


def test_columns_become_what_their_fields_say():
    year = PayrollYearFactory()
    fields = ("starts_on", "slabs", "employer_pf_in_ctc")
    [found] = prepared(lambda: PayrollYear.objects.values_list(*fields))()
    assert list(found) == [getattr(year, name) for name in fields]


def test_a_value_that_the_query_changes_is_refused(cook):
    read = prepared(lambda slug: Role.objects.filter(slug__startswith=slug).values_list("pk"))
    with pytest.raises(ValueError, match="every value"):
        read("coo")


@pytest.mark.django_db(transaction=True)
def test_every_thread_reads_by_its_own_connection(cook):
    read = prepared(asked)
    found = [read(cook.pk)]

    def in_a_thread() -> None:
        found.append(read(cook.pk))
        connection.close()

    thread = threading.Thread(target=in_a_thread)
    thread.start()
    thread.join()
    assert found[0] == found[1] != []
