import re
from html import unescape

import pytest

from comparisons import fields
from comparisons.queries import home_pairs
from roles.models import Family, Role
from tests.factories import ComparisonNoteFactory, PairFactory, RoleFactory
from tests.prose import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def roles() -> dict[str, Role]:
    skills = {"python": 90, "sql": 80}
    return {
        "backend": RoleFactory(slug="backend-developer", family="software", core=skills),
        "analyst": RoleFactory(slug="data-analyst", core=skills),
        "engineer": RoleFactory(slug="data-engineer", core=skills | {"spark": 70}),
        "welder": RoleFactory(slug="welder", family="engineering", core={"welding": 90}),
    }


@pytest.fixture
def judged(roles) -> None:
    """Two pairs that the gate let pass, and one that it didn't."""
    PairFactory(first=roles["analyst"], second=roles["engineer"], overlap=52)
    PairFactory(first=roles["backend"], second=roles["analyst"], overlap=31)
    PairFactory(first=roles["analyst"], second=roles["welder"], overlap=2, reasons="far", measured=False)


def eight_near_roles() -> None:
    """28 pairs of one field, no two with the same overlap."""
    near = [RoleFactory(slug=f"near-{number}") for number in range(8)]
    pairs = [(first, second) for first in near for second in near if first.slug < second.slug]
    for overlap, (first, second) in enumerate(pairs, start=21):
        PairFactory(first=first, second=second, overlap=overlap)


def test_indexable_pairs_stand_under_both_their_fields_and_say_why(client, judged):
    html = client.get("/compare-roles/").content.decode()
    data, software = html.index("<h2>Data &amp; AI</h2>"), html.index("<h2>Software Development</h2>")
    assert html.count("/compare-roles/data-analyst-vs-data-engineer/", data, software) == 1
    assert html.count("/compare-roles/backend-developer-vs-data-analyst/", data, software) == 1
    assert html.count("/compare-roles/backend-developer-vs-data-analyst/", software) == 1
    assert html.count("52% in common") == 1
    assert "vs-welder" not in html


def test_before_a_judging_no_pair_is_offered(client, roles):
    html = client.get("/compare-roles/").content.decode()
    assert "-vs-" not in html
    assert client.get("/compare-roles/data-ai/").status_code == 404


def test_a_pair_whose_role_was_withdrawn_is_not_offered(client, judged):
    Role.objects.filter(slug="data-engineer").update(status="draft")
    assert "data-engineer" not in client.get("/compare-roles/").content.decode()


def test_the_hub_shows_the_nearest_of_a_field_and_leads_to_all(client):
    eight_near_roles()
    html = client.get("/compare-roles/").content.decode()
    assert html.count('<a href="/compare-roles/near-') == 6
    assert html.index("48% in common") < html.index("47% in common") < html.index("43% in common")
    assert '<a href="/compare-roles/data-ai/">All comparisons in Data &amp; AI (28)</a>' in html
    assert 'href="#data-ai"' in html
    assert 'id="data-ai"' in html


def test_a_field_has_all_its_pairs_nearest_first(client):
    eight_near_roles()
    html = client.get("/compare-roles/data-ai/").content.decode()
    assert html.count('<a href="/compare-roles/near-') == 28
    assert html.index("48% in common") < html.index("21% in common")
    assert "<h2>28 comparisons</h2>" in html
    assert "Page 1" not in html


def test_a_large_field_goes_over_several_pages(client, monkeypatch):
    monkeypatch.setattr(fields, "PER_PAGE", 10)
    eight_near_roles()
    pages = [client.get(f"/compare-roles/data-ai/{rest}").content.decode() for rest in ("", "2/", "3/")]
    assert [page.count('<a href="/compare-roles/near-') for page in pages] == [10, 10, 8]
    assert "48% in common" in pages[0]
    assert "21% in common" in pages[2]
    assert len({page[page.index("<title>") : page.index("</title>")] for page in pages}) == 3
    assert 'href="/compare-roles/data-ai/2/"' in pages[0]
    assert 'rel="canonical" href="http://127.0.0.1:8000/compare-roles/data-ai/2/"' in pages[1]


@pytest.mark.parametrize("family", Family)
def test_the_page_of_every_field_reads_well(client, monkeypatch, family):
    monkeypatch.setattr(fields, "PER_PAGE", 1)
    for _ in range(2):
        PairFactory(first__family=family, second__family=family)
    for number in (1, 2):
        html = client.get(fields.field_path(family, number)).content.decode()
        head = [
            unescape(re.search(pattern, html)[1]) for pattern in (r"<title>(.*?)<", r'"description" content="(.*?)"')
        ]
        assert faults(html) == []
        assert (len(head[0]) <= 60, len(head[1]) <= 155) == (True, True), head


@pytest.mark.parametrize("rest", ["2/", "0/", "9" * 30 + "/"])
def test_a_page_that_a_field_has_not_is_missing(client, judged, rest):
    assert client.get(f"/compare-roles/data-ai/{rest}").status_code == 404


def test_the_first_page_of_a_field_has_one_address(client, judged):
    for path in ("/compare-roles/data-ai/1/", "/compare-roles/data-ai"):
        response = client.get(path)
        assert (response.status_code, response["Location"]) == (301, "/compare-roles/data-ai/")


def test_budgets(client, judged, django_assert_max_num_queries):
    """The version of the data; the hub: two queries of roles for the picker, two of counts, two of pairs."""
    with django_assert_max_num_queries(1 + 6):
        client.get("/compare-roles/")
    with django_assert_max_num_queries(1 + 2):
        client.get("/compare-roles/data-ai/")
    with django_assert_max_num_queries(1 + 6):
        client.get("/")


def test_home_starts_with_the_pairs_that_an_editor_placed(client, roles, judged):
    ComparisonNoteFactory(first=roles["welder"], second=roles["backend"], home_position=2)
    ComparisonNoteFactory(first=roles["engineer"], second=roles["backend"], home_position=1)
    secret = RoleFactory(slug="secret", status="draft")
    ComparisonNoteFactory(first=roles["engineer"], second=secret, home_position=3)
    html = client.get("/").content.decode()
    places = [
        html.index("/compare-roles/backend-developer-vs-data-engineer/"),
        html.index("/compare-roles/backend-developer-vs-welder/"),
        html.index("/compare-roles/data-analyst-vs-data-engineer/"),
        html.index("/compare-roles/backend-developer-vs-data-analyst/"),
    ]
    assert places == sorted(places)
    assert "secret" not in html
    assert html.count("data-analyst-vs-welder") == 0
    assert html.index("52% in common") < html.index("31% in common")


def test_a_pair_on_the_home_page_says_how_much_is_in_common_whoever_placed_it(roles, judged):
    ComparisonNoteFactory(first=roles["welder"], second=roles["analyst"], home_position=1)
    ComparisonNoteFactory(first=roles["engineer"], second=roles["backend"], home_position=2)
    assert [(pair.path.split("/")[2], pair.reason) for pair in home_pairs(8)] == [
        ("data-analyst-vs-welder", "2% in common"),
        ("backend-developer-vs-data-engineer", ""),  # never judged
        ("data-analyst-vs-data-engineer", "52% in common"),
        ("backend-developer-vs-data-analyst", "31% in common"),
    ]


def test_home_has_picker_pairs_and_families(client, roles):
    html = client.get("/").content.decode()
    assert html.count('name="role"') == 3
    assert html.index("<summary>Add a third role</summary>") < html.index('id="role-3"')
    assert '<option value="Welder">' in html
    assert '<a href="/roles/welder/">Welder</a>' in html


def test_an_empty_portal_still_opens(client):
    for path in ("/", "/compare-roles/", "/roles/", "/sources/"):
        assert client.get(path).status_code == 200
