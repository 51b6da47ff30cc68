"""The catalogue that the bench makes, its pairs, and the floor that pages are held against."""

import pytest

from bench.catalogue import grow
from bench.judging import judge
from bench.replay import plain_driver, record, replay
from comparisons.gate.candidates import Candidates
from comparisons.models import Pair
from roles.models import Role, RoleSkill, Skill
from tests.factories import ResponsibilityFactory, RoleFactory, SalaryRangeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def roles():
    made = [
        RoleFactory(slug="analyst", core={"sql": 90, "excel": 60}, secondary={"python": 40}),
        RoleFactory(slug="developer", core={"python": 90}, secondary={"sql": 60}),
        RoleFactory(slug="baker", core={"bread": 90}),
    ]
    for role in made:
        ResponsibilityFactory(role=role)
        SalaryRangeFactory(role=role)
    return made


def asked() -> list[tuple[str, str, int]]:
    return list(
        RoleSkill.objects.order_by("role__slug", "skill__slug").values_list("role__slug", "skill__slug", "importance")
    )


def test_it_grows_to_so_many_whole_roles(roles):
    grow(30)
    assert Role.objects.published().count() == 30
    copy = Role.objects.get(slug="baker-w1")
    assert copy.responsibilities.count() == copy.salary_ranges.count() == 1
    assert copy.name == "Baker w1"


def test_each_region_has_skills_of_its_own(roles):
    grow(30)  # worlds 1 to 9: regions 0, 1 and 2
    assert Skill.objects.filter(slug__in=["sql", "sql-r1", "sql-r2"]).count() == 3
    assert not RoleSkill.objects.filter(role__slug__endswith="-w4", skill__slug="sql").exists()


def test_it_is_the_same_each_time(roles):
    grow(12)
    first = asked()
    Role.objects.exclude(pk__in=[role.pk for role in roles]).delete()
    grow(12)
    assert asked() == first


def test_pairs_are_those_of_the_gate(roles):
    grow(9)
    kept = judge()
    expected = {
        (pair.left.pk, pair.right.pk): (pair.facts.overlap, pair.facts.shared_core)
        for pair in Candidates()
        if pair.facts.overlap
    }
    found = {(pair.first_id, pair.second_id): (pair.overlap, pair.shared_core) for pair in Pair.objects.all()}
    # A copy that kept all skills has just those of its original: 100 in the gate, here at most 99.
    assert {key: (min(99, overlap), core) for key, (overlap, core) in expected.items()} == found
    assert kept == len(found) > 0


def test_the_floor_reads_the_same_rows_and_is_as_long(roles, transactional_db):
    role = RoleFactory(slug="cook", name="Cook & <Chef>", plural="Cooks")
    recording = record(lambda: f"{Role.objects.get(slug='cook').name:<5000}".encode())
    assert len(recording.queries) == 1
    with plain_driver() as read:
        page = replay(recording, read)
        long_page = replay(recording.__class__(recording.queries, 60_000), read)
    assert len(page) == recording.size == 5000
    assert b"Cook &amp; &lt;Chef&gt;" in page
    assert len(long_page) == 60_000
    assert role.slug.encode() in page
