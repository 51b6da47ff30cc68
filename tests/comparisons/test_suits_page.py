import re

import pytest

from tests.factories import NearSkillFactory, RoleFactory, SkillPartFactory, WorkKindFactory
from tests.prose import faults

pytestmark = pytest.mark.django_db

PAGE = "/compare-roles/analyst-vs-developer/suits/"


@pytest.fixture
def roles():
    left = RoleFactory(slug="analyst", core={"python": 90, "tableau": 60}, duties=["Run tests", "Ask people"])
    right = RoleFactory(slug="developer", core={"python": 60, "power-bi": 40, "docker-and-kubernetes": 100})
    SkillPartFactory(whole__slug="docker-and-kubernetes", part__slug="docker")
    SkillPartFactory(whole__slug="docker-and-kubernetes", part__slug="kubernetes")
    NearSkillFactory(first__slug="tableau", second__slug="power-bi", credit=60)
    left.responsibilities.update(kind=WorkKindFactory(slug="tests", name="A/B tests"))
    return left, right


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_comparison_leads_to_it(client, roles):
    assert f'href="{PAGE}"' in client.get("/compare-roles/analyst-vs-developer/").content.decode()


def test_it_asks_before_it_answers(client, roles):
    html = client.get(PAGE).content.decode()
    assert 'name="have" value="docker"' in html
    assert 'name="like" value="tests"' in html
    assert "How they fit" not in html
    assert faults(html) == []


def test_what_is_ticked_is_answered_with_reasons_and_stands_in_the_address(client, roles):
    response = client.get(f"{PAGE}?have=python&have=tableau&have=docker&like=tests")
    html = response.content.decode()
    text = text_of(html)
    assert "By your skills and by the work you like, Analyst suits you better." in text
    assert "Skills: 100 of 100 points" in text
    # of 200 points 60, half of 100, and 60 % of 40
    assert "Skills: 67 of 100 points" in text
    assert "In part, by what is near to it Docker and kubernetes, and Power BI." in text
    assert html.count(" checked>") == 4
    assert not response.cookies
    assert faults(html) == []


def test_it_is_kept_out_of_search_and_costs_six_queries_and_the_version(client, roles, django_assert_max_num_queries):
    with django_assert_max_num_queries(1 + 6):
        html = client.get(f"{PAGE}?have=python").content.decode()
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.parametrize("query", ["have=nobody", "have=%00", "like=&have=", "have=" + "x" * 500, "have=a&" * 150])
def test_what_is_no_box_counts_for_nothing(client, roles, query):
    response = client.get(f"{PAGE}?{query}")
    assert response.status_code in (200, 400)
    assert "How they fit" not in response.content.decode()


def test_another_order_is_one_redirect_away_and_no_pair_is_not_found(client, roles):
    response = client.get("/compare-roles/developer-vs-analyst/suits/")
    assert (response.status_code, response["Location"]) == (301, PAGE)
    assert client.get("/compare-roles/analyst-vs-nobody/suits/").status_code == 404
    assert client.get("/compare-roles/analyst-vs-analyst/suits/").status_code == 404


def test_two_bare_roles_have_nothing_to_ask(client):
    RoleFactory(slug="baker")
    RoleFactory(slug="cook")
    assert "to ask about yet" in client.get("/compare-roles/baker-vs-cook/suits/").content.decode()
