import re

import pytest
from django.db import connection

from comparisons.picker import pick
from roles.models import Role
from tests.factories import RoleAliasFactory, RoleFactory

pytestmark = pytest.mark.django_db

PAGE = "/compare-roles/data-scientist-vs-ml-engineer/"
OF_THREE = "/compare-roles/data-analyst-vs-data-scientist-vs-ml-engineer/"


@pytest.fixture(autouse=True)
def roles():
    RoleFactory(slug="data-scientist")
    RoleFactory(slug="data-analyst")
    role = RoleFactory(slug="ml-engineer", name="Machine Learning Engineer")
    RoleAliasFactory(role=role, slug="mle", name="MLE")
    RoleAliasFactory(role=role, slug="ml-developer", name="ML Developer")
    RoleFactory(slug="secret-agent", status="draft")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Data Scientist", "Machine Learning Engineer"),
        ("machine learning engineers", "DATA SCIENTISTS"),
        ("data-scientist", "mle"),
        ("data sciencist", "ml engneer"),
        ("  Data   Scientist ", "ML  developer"),
    ],
)
def test_any_name_of_two_roles_leads_to_their_page(client, first, second):
    response = client.get("/compare-roles/", {"role": [first, second]})
    assert (response.status_code, response["Location"]) == (302, PAGE)


def test_what_is_not_certain_is_offered_not_guessed(client):
    response = client.get("/compare-roles/", {"role": ["data", "mle"]})
    html = response.content.decode()
    assert response.status_code == 200
    assert "We don’t know “data”. Did you mean" in html
    assert 'href="/compare-roles/?role=Data+Analyst&amp;role=Machine+Learning+Engineer"' in html
    assert 'aria-invalid="true" aria-describedby="role-1-error"' in html


def test_an_offer_leads_on(client):
    response = client.get("/compare-roles/?role=Data+Analyst&role=Machine+Learning+Engineer")
    assert response["Location"] == "/compare-roles/data-analyst-vs-ml-engineer/"


def test_two_names_of_one_role_are_explained(client):
    html = client.get("/compare-roles/", {"role": ["mle", "ML developer"]}).content.decode()
    assert "two names of one role" in html


def test_what_nobody_knows_is_said_kindly_and_escaped(client):
    html = client.get("/compare-roles/", {"role": ["<b>zzzz</b>", ""]}).content.decode()
    assert "&lt;b&gt;zzzz&lt;/b&gt;" in html
    assert "Choose one from the list." in html


def test_drafts_are_not_found(client):
    html = client.get("/compare-roles/", {"role": ["Secret Agent", "mle"]}).content.decode()
    assert "We don’t know “Secret Agent”" in html


@pytest.mark.parametrize("typed", [[], [""], ["", " "], ["", "", "mle"]])
def test_an_empty_form_is_just_the_page(client, typed):
    response = client.get("/compare-roles/", {"role": typed})
    assert response.status_code == 200
    assert "We don’t know" not in response.content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        ["Data Scientist", "mle", "data-analyst"],
        ["ml engneer", "DATA ANALYSTS", " data sciencist"],
        ["data-analyst", "Data Scientist", "ML developer", "what stands in no box"],
    ],
)
def test_any_name_of_three_roles_leads_to_their_page(client, typed):
    response = client.get("/compare-roles/", {"role": typed})
    assert (response.status_code, response["Location"]) == (302, OF_THREE)
    assert client.get(OF_THREE).status_code == 200


@pytest.mark.parametrize("typed", [["mle", "Data Scientist", ""], ["mle", " ", "ds"], ["", "data-scientist", "mle"]])
def test_an_empty_box_is_skipped_wherever_it_stands(client, typed):
    RoleAliasFactory(role=Role.objects.get(slug="data-scientist"), slug="ds", name="DS")
    assert client.get("/compare-roles/", {"role": typed})["Location"] == PAGE


@pytest.mark.parametrize("typed", [["mle", "data analyst", "ML developer"], ["mle", "mle", "mle"]])
def test_a_role_that_is_named_twice_among_three_is_named(client, typed):
    html = client.get("/compare-roles/", {"role": typed}).content.decode()
    assert "Machine Learning Engineer is named more than once: put another role in its place." in html
    assert "two names of one role" not in html


@pytest.mark.parametrize("place", [0, 1, 2])
def test_suggestions_for_one_of_three_keep_the_other_two(client, place):
    typed = ["mle", "data scientist"]
    typed.insert(place, "analyst of data")
    html = client.get("/compare-roles/", {"role": typed}).content.decode()
    kept = ["Machine+Learning+Engineer", "Data+Scientist"]
    kept.insert(place, "Data+Analyst")
    assert f'aria-describedby="role-{place + 1}-error"' in html
    assert f'href="/compare-roles/?{"&amp;".join(f"role={name}" for name in kept)}"' in html
    assert client.get("/compare-roles/?" + "&".join(f"role={name}" for name in kept))["Location"] == OF_THREE


def test_only_the_third_box_may_stay_empty(client):
    html = client.get("/compare-roles/").content.decode()
    boxes = re.findall(r'<input id="role-\d"[^>]*>', html)
    assert [" required " in box for box in boxes] == [True, True, False]
    assert "<summary>Add a third role</summary>" not in html
    assert 'for="role-3">and, if you like, a third</label>' in html


def test_nothing_typed_costs_no_query(django_assert_num_queries, django_assert_max_num_queries):
    """What was typed costs two, on PostgreSQL six for each box: the index, its threshold in a savepoint, two reads."""
    with django_assert_num_queries(0):
        pick([])
    with django_assert_max_num_queries(13 if connection.vendor == "postgresql" else 2):
        pick(["data scientist", "mle"])
    with django_assert_max_num_queries(19 if connection.vendor == "postgresql" else 2):
        pick(["data scientist", "mle", "data analyst"])
