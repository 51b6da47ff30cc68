"""The search box: what is meant, the page of results, the suggestions."""

import pytest

from onjob.search import asked_pair
from tests.factories import RoleAliasFactory, RoleFactory, SkillFactory

pytestmark = pytest.mark.django_db

PAIR = "/compare-roles/data-scientist-vs-ml-engineer/"


@pytest.fixture
def some():
    RoleAliasFactory(role=RoleFactory(slug="data-scientist", core={"python": 90}), slug="ds", name="DS")
    RoleAliasFactory(role=RoleFactory(slug="ml-engineer", core={"python": 90}), slug="mle", name="MLE")
    RoleFactory(slug="data-analyst", core={"sql": 90})
    SkillFactory(slug="data-cleaning")


@pytest.mark.parametrize(
    "text",
    [
        "data scientist vs ml engineer",
        "ds vs mle",
        "DS VS. MLE",
        "ds v/s mle",
        "ds versus mle",
        "mle or ds",
        "difference between ds and mle",
        "what is the difference between a data scientist and an ml engineer?",
        "compare ds with mle",
        "ds and mle difference",
        "data scientst vs ml enginer",
        "ds vs mle vs data analyst",
    ],
)
def test_a_comparison_is_understood(client, some, text):
    html = client.get("/search/", {"q": text}).content.decode()
    assert f'<a href="{PAIR}">Data Scientist vs ML Engineer</a>' in html
    assert client.get("/search/suggest/", {"q": text}).json() == {
        "suggestions": [{"label": "Data Scientist vs ML Engineer", "kind": "comparison", "href": PAIR}]
    }


@pytest.mark.parametrize("text", ["data scientist", "research and development", "vs", "a vs", "compare", ""])
def test_what_is_no_comparison_is_none(text):
    assert asked_pair(text) is None


def test_an_uncertain_side_is_asked_for(client, some):
    html = client.get("/search/", {"q": "data vs mle"}).content.decode()
    assert "Which role is “data”?" in html
    assert 'href="?q=Data+Analyst+vs+ML+Engineer"' in html
    assert client.get("/search/suggest/", {"q": "data vs mle"}).json() == {"suggestions": []}


def test_roles_skills_pay_and_near_comparisons_are_found(client, some):
    html = client.get("/search/", {"q": "data scient"}).content.decode()
    for link in ("/roles/data-scientist/", "/salaries/data-scientist/", PAIR):
        assert f'href="{link}"' in html
    html = client.get("/search/", {"q": "data"}).content.decode()
    assert html.index("/roles/data-analyst/") < html.index("/skills/data-cleaning/")
    assert '<meta name="robots" content="noindex">' in html


def test_nothing_found_leads_on(client, some):
    html = client.get("/search/", {"q": "zzzzqq <b>"}).content.decode()
    assert "Nothing found for “zzzzqq &lt;b&gt;”" in html
    assert 'href="/roles/"' in html


def test_an_empty_search_explains_itself(client, some):
    assert "Type a role, a skill, or two roles to compare" in client.get("/search/").content.decode()


def test_a_profile_is_offered_skills_alone(client, some):
    offered = client.get("/search/suggest/?q=data&kind=skill").json()["suggestions"]
    assert {suggestion["kind"] for suggestion in offered} == {"skill"}


def test_suggestions_are_few_plain_and_may_be_kept(client, some):
    response = client.get("/search/suggest/", {"q": "dat"})
    labels = [each["label"] for each in response.json()["suggestions"]]
    assert labels[:2] == ["Data Analyst", "Data Scientist"]
    assert len(labels) <= 8
    assert response["Cache-Control"] == "public, max-age=300"
    assert not response.cookies


@pytest.mark.parametrize("text", ["\0", "x" * 10_000, " vs ", "a vs b vs c vs d", "👩 vs 👨", "' or 1=1 --", "%%%"])
def test_nothing_typed_breaks_it(client, some, text):
    for path in ("/search/", "/search/suggest/"):
        assert client.get(path, {"q": text}).status_code in (200, 400, 414)


def test_the_budget_is_small(client, some, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        client.get("/search/", {"q": "data"})


def test_the_box_is_on_every_page(client, some):
    for path in ("/", "/roles/", "/roles/data-scientist/", "/nothing/"):
        assert '<form class="search" role="search" action="/search/"' in client.get(path).content.decode()


def test_what_one_visitor_typed_is_in_nobody_elses_box(client, db):
    assert 'name="q" maxlength="200" autocomplete="off"' in (before := client.get("/method/").content.decode())
    assert ' value="secret words"' in client.get("/search/", {"q": "secret words"}).content.decode()
    assert client.get("/method/").content.decode() == before
    assert "secret words" not in client.get("/search/", {"q": "other words"}).content.decode()


def test_the_header_marks_where_a_reader_is(client, db):
    pages = {path: client.get(path).content.decode() for path in ("/roles/", "/skills/", "/method/")}
    assert '<a href="/roles/" aria-current="page">' in pages["/roles/"]
    assert '<a href="/skills/" aria-current="page">' in pages["/skills/"]
    assert '<a href="/roles/">' in pages["/skills/"]
    assert '<a href="/skills/" aria-current' not in pages["/method/"]
