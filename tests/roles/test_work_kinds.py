"""Kinds of work: how they reach a role's facts, what that costs, and their screen."""

import pytest

from comparisons.queries import find_roles, get_comparison
from roles.facts import Duty
from roles.guide import get_guide
from roles.models import Role, WorkKind, duties_of
from tests.desk import change_address, filled_in, list_address, listed, with_row
from tests.factories import ResponsibilityFactory, RoleFactory, WorkKindFactory

pytestmark = pytest.mark.django_db

MODELS = Duty("Build models", "building models", "model-building", "model building")
PLANS = Duty("Test plans", "testing plans")


@pytest.fixture
def role():
    role = RoleFactory(slug="data-scientist", core={"python": 90})
    ResponsibilityFactory(role=role, text="Test plans", kind=None, position=2)
    ResponsibilityFactory(role=role, text="Build models", kind=WorkKindFactory(slug="model-building"), position=1)
    return role


# --- Facts


def test_facts_have_the_kind_of_each_duty(role):
    assert role.facts(duties_of(role)[role.pk]).duties == (MODELS, PLANS)


def test_facts_of_duties_cost_one_query(role, django_assert_num_queries):
    with django_assert_num_queries(1):
        role.facts(duties_of(role)[role.pk])


def test_guide_has_the_kinds_and_its_budget(role, django_assert_num_queries):
    with django_assert_num_queries(5):
        assert get_guide(role).facts.duties == (MODELS, PLANS)


def test_comparison_has_the_kinds_and_its_budget(role, django_assert_num_queries):
    other = RoleFactory(slug="ml-engineer", core={"python": 80})
    ResponsibilityFactory(role=other, text="Train models", kind=WorkKindFactory(slug="model-building"))
    pair = find_roles(role.slug, other.slug)
    with django_assert_num_queries(4):
        comparison = get_comparison(*pair)
    kinds = [[duty.kind for duty in side.duties] for side in (comparison.left.role, comparison.right.role)]
    assert kinds == [["model-building", ""], ["model-building"]]


# --- The desk


def test_kinds_count_their_duties_and_name_their_roles_once(role, editor_client):
    kind = WorkKind.objects.get()
    ResponsibilityFactory(role=role, text="Train models", kind=kind)
    ResponsibilityFactory(role=RoleFactory(slug="ml-engineer"), kind=kind)
    page = editor_client.get(list_address(WorkKind)).content.decode()
    assert '<td class="field-duty_number">3</td>' in page
    assert '<td class="field-roles">Data Scientist and ML Engineer</td>' in page
    assert "Data Scientist and ML Engineer" in editor_client.get(change_address(kind)).content.decode()


def test_kind_is_found_by_its_name_and_by_having_no_duty(role, editor_client):
    unused = WorkKindFactory(slug="lesson-planning")
    assert listed(editor_client.get(list_address(WorkKind), {"q": "lesson"})) == [unused]
    assert listed(editor_client.get(list_address(WorkKind), {"missing": "duty"})) == [unused]


def test_role_with_a_duty_that_nobody_marked_is_found(role, editor_client):
    marked = RoleFactory(slug="ml-engineer")
    ResponsibilityFactory(role=marked, kind=WorkKind.objects.get())
    RoleFactory(slug="without-duties")
    assert listed(editor_client.get(list_address(Role), {"missing": "kinds"})) == [role]


def test_kind_is_chosen_by_its_name_beside_the_duty(role, editor_client):
    kind = WorkKindFactory(slug="lesson-planning")
    address = "/admin/autocomplete/?app_label=roles&model_name=responsibility&field_name=kind&term=lesson"
    assert editor_client.get(address).json()["results"] == [{"id": str(kind.pk), "text": "lesson planning"}]
    form = filled_in(editor_client.get(change_address(role)))
    form = with_row(form, "responsibilities", position=3, text="Plan work", gerund="planning work", kind=kind.pk)
    assert editor_client.post(change_address(role), form).status_code == 302
    assert list(role.responsibilities.values_list("kind__slug", flat=True)) == [
        "model-building",
        None,
        "lesson-planning",
    ]


def test_form_costs_the_same_with_any_number_of_kinds(role, editor_client, django_assert_num_queries):
    many = RoleFactory(slug="many")
    for number in range(8):
        ResponsibilityFactory(role=many, kind=WorkKindFactory(slug=f"kind-{number}"))
    editor_client.get(change_address(role))  # reads the content types once for all
    for one in (role, many):
        with django_assert_num_queries(8):  # session, editor, role, five kinds of rows
            editor_client.get(change_address(one))
