import pytest

from roles.models import Role
from tests.factories import ComparisonNoteFactory, RoleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def roles():
    skills = {"python": 90, "sql": 80}
    RoleFactory(slug="backend-developer", family="software", core=skills)
    RoleFactory(slug="data-analyst", core=skills)
    RoleFactory(slug="data-engineer", core=skills | {"spark": 70})
    RoleFactory(slug="welder", family="engineering", core={"welding": 90})


def test_pairs_stand_under_both_their_families(client, roles):
    html = client.get("/compare-roles/").content.decode()
    data, software = html.index("<h2>Data &amp; AI</h2>"), html.index("<h2>Software Development</h2>")
    assert html.count("/compare-roles/data-analyst-vs-data-engineer/", data, software) == 1
    assert html.count("/compare-roles/backend-developer-vs-data-analyst/", data, software) == 1
    assert html.count("/compare-roles/backend-developer-vs-data-analyst/", software) == 1
    assert "vs-welder" not in html


def test_the_nearest_pairs_of_a_family_stand_open_and_the_others_are_folded(client):
    for number in range(4):
        RoleFactory(slug=f"near-{number}", core={"python": 90, "sql": 80, "spark": 70})
    RoleFactory(slug="far", core={"python": 90, "sql": 80})
    html = client.get("/compare-roles/").content.decode()
    folded = html.index("<summary>More in Data &amp; AI: 4</summary>")
    assert html.index("/compare-roles/near-2-vs-near-3/") < folded < html.index("/compare-roles/far-vs-near-0/")
    assert 'href="#data-ai"' in html
    assert 'id="data-ai"' in html


def test_budgets(client, roles, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get("/compare-roles/")
    with django_assert_max_num_queries(6):
        client.get("/")


def test_home_starts_with_the_pairs_that_an_editor_placed(client, roles):
    by_slug = {role.slug: role for role in Role.objects.all()}
    ComparisonNoteFactory(first=by_slug["welder"], second=by_slug["backend-developer"], home_position=2)
    ComparisonNoteFactory(first=by_slug["data-engineer"], second=by_slug["backend-developer"], home_position=1)
    secret = RoleFactory(slug="secret", status="draft")
    ComparisonNoteFactory(first=by_slug["data-engineer"], second=secret, home_position=3)
    html = client.get("/").content.decode()
    places = [
        html.index("/compare-roles/backend-developer-vs-data-engineer/"),
        html.index("/compare-roles/backend-developer-vs-welder/"),
        html.index("/compare-roles/data-analyst-vs-data-engineer/"),
    ]
    assert places == sorted(places)
    assert "secret" not in html


def test_home_has_picker_pairs_and_families(client, roles):
    html = client.get("/").content.decode()
    assert html.count('name="role"') == 3
    assert html.index("<summary>Add a third role</summary>") < html.index('id="role-3"')
    assert '<option value="Welder">' in html
    assert '<a href="/roles/welder/">Welder</a>' in html


def test_an_empty_portal_still_opens(client):
    for path in ("/", "/compare-roles/", "/roles/", "/sources/"):
        assert client.get(path).status_code == 200
