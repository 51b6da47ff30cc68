import re
from xml.etree.ElementTree import Element

import pytest
from django.template.loader import render_to_string

from comparisons.trio import compare_trio
from roles.facts import Duty
from roles.models import RoleSkill
from tests.comparisons.facts import role
from tests.factories import RoleAliasFactory, RoleFactory, SalaryRangeFactory, SourceFactory
from tests.prose import faults, parse, text_of

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
PAGE = "/compare-roles/data-analyst-vs-data-scientist-vs-ml-engineer/"
PAIR = "/compare-roles/data-scientist-vs-ml-engineer/"


@pytest.fixture
def roles():
    analyst = RoleFactory(
        slug="data-analyst",
        core={"sql": 95, "python": 60, "excel": 90},
        secondary={"statistics": 50},
        duties=["Chart sales", "Clean tables"],
        question="What happened?",
        education="Any degree",
        suits="like order\nask why\n",
        avoid="hate tables",
    )
    scientist = RoleFactory(
        slug="data-scientist",
        core={"python": 98, "statistics": 85, "sql": 60},
        duties=["Frame questions", "Explore data"],
        question="What will happen?",
        education="Any degree",
        suits="like order\nenjoy doubt",
    )
    engineer = RoleFactory(
        slug="ml-engineer",
        name="Machine Learning Engineer",
        family="software",
        core={"python": 90, "mlops": 63},
        secondary={"statistics": 51},
        duties=["Ship models"],
        question="Does it run?",
        education="Any degree",
        suits="like order\nlike pagers",
    )
    return analyst, scientist, engineer


def main_of(response) -> Element:
    return next(parse(response.content.decode()).iter("main"))


def read(client, path: str = PAGE) -> str:
    return text_of(main_of(client.get(path)))


# --- The address


def test_it_works_and_reads_well(client, roles):
    response = client.get(PAGE)
    assert response.status_code == 200
    assert faults(response.content.decode()) == []
    assert text_of(next(main_of(response).iter("h1"))) == "Data Analyst vs Data Scientist vs Machine Learning Engineer"


@pytest.mark.parametrize(
    "form",
    [
        "/compare-roles/ml-engineer-vs-data-analyst-vs-data-scientist/",
        "/compare-roles/data-scientist-vs-data-analyst-vs-ml-engineer/",
        "/compare-roles/data-analyst-vs-data-scientist-vs-ml-engineer",
        "/compare-roles/Data-Analyst-vs-Data-Scientist-vs-ML-Engineer/",
        "/compare-roles/data_analyst-vs-data_scientist-vs-ml_engineer",
        "/compare-roles/MLE-vs-da-vs-data-scientist",
    ],
)
def test_every_other_form_is_one_redirect_away(client, roles, form):
    RoleAliasFactory(role=roles[2], slug="mle")
    RoleAliasFactory(role=roles[0], slug="da")
    response = client.get(form)
    assert (response.status_code, response["Location"]) == (301, PAGE)


@pytest.mark.parametrize(
    "address", ["ml-engineer-vs-data-scientist-vs-ml-engineer", "mle-vs-data-scientist-vs-ml-engineer"]
)
def test_two_that_are_one_role_lead_to_the_pair_in_one_redirect(client, roles, address):
    RoleAliasFactory(role=roles[2], slug="mle")
    response = client.get(f"/compare-roles/{address}/")
    assert (response.status_code, response["Location"]) == (301, PAIR)


@pytest.mark.parametrize(
    "address",
    [
        "ml-engineer-vs-ml-engineer-vs-ml-engineer",
        "ml-engineer-vs-ml-engineer",
        "data-analyst-vs-data-scientist-vs-ml-engineer-vs-welder",
        "data-analyst-vs-data-scientist-vs-nobody",
        "data-analyst-vs-data-scientist-vs-secret",
    ],
)
def test_what_is_not_three_roles_is_not_found(client, roles, address):
    RoleFactory(slug="welder")
    RoleFactory(slug="secret", status="draft")
    response = client.get(f"/compare-roles/{address}/")
    assert response.status_code == 404
    assert "Secret" not in response.content.decode()


def test_an_unknown_third_role_is_offered_its_nearest_name(client, roles):
    response = client.get("/compare-roles/data-analyst-vs-data-scientist-vs-ml-enginer/")
    assert response.status_code == 404
    assert 'href="/roles/ml-engineer/"' in response.content.decode()


def test_a_pair_stays_a_pair(client, roles):
    response = client.get(PAIR)
    assert response.status_code == 200
    assert "Switching, both ways" in text_of(main_of(response))


def test_it_is_kept_out_of_search_and_has_its_own_address(client, roles):
    html = client.get(f"{PAGE}?utm_source=x").content.decode()
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="{SITE}{PAGE}">' in html


def test_the_budget_is_four_queries_and_the_version(client, roles, django_assert_max_num_queries):
    for one in roles:
        for slug in ("one", "two", "three"):
            SalaryRangeFactory(role=one, source=SourceFactory(slug=slug))
    with django_assert_max_num_queries(1 + 4):  # roles, duties, pay, skills
        client.get(PAGE)


def test_only_reading_is_allowed_and_no_cookie_is_set(client, roles):
    assert client.post(PAGE).status_code == 405
    assert client.head(PAGE).status_code == 200
    assert not client.get(PAGE).cookies


# --- What it says


def test_every_part_of_the_page_is_there(client, roles):
    text = read(client)
    for part in (
        "Data & AI / Software Development",
        "Key takeaways",
        "Python is core for all three.",
        "Change or remove roles",
        "At a glance",
        "No difference: Any degree",
        "In common, two by two",
        "What each of them does",
        "Core skills",
        "Which suits me?",
        "Explore each role in depth",
        "All three roles were last checked by an editor on or after 1 November 2026.",
    ):
        assert part in text, part


def test_each_role_stands_in_its_own_column_with_its_own_mark(client, roles):
    glance = next(table for table in main_of(client.get(PAGE)).iter("table") if table.get("class") == "versus")
    heads = [(head.get("class"), text_of(head)) for head in next(glance.iter("thead")).iter("th")]
    assert heads == [
        ("left", "Data Analyst"),
        ("right", "Data Scientist"),
        ("third", "Machine Learning Engineer"),
    ]
    cells = [text_of(cell) for cell in glance.iter("td")]
    assert cells[:3] == ["What happened?", "What will happen?", "Does it run?"]


def test_skills_are_sorted_by_the_roles_that_they_are_core_for(client, roles):
    text = read(client)
    places = [
        text.index(part)
        for part in (
            "Core for all three",
            "Core for Data Analysts and Data Scientists",
            "Core only for Data Analysts",
            "Core only for Data Scientists",
            "Core only for Machine Learning Engineers",
        )
    ]
    assert places == sorted(places)
    assert "Python" in text[places[0] : places[1]]
    assert "SQL" in text[places[1] : places[2]]
    assert "Excel" in text[places[2] : places[3]]
    assert "Statistics useful for Data Analysts and Machine Learning Engineers too" in text[places[3] : places[4]]


def test_a_shared_skill_shows_its_weight_and_evidence_for_each_role(client, roles):
    RoleSkill.objects.filter(role=roles[1], skill__slug="sql").update(adverts_naming=49, adverts_read=100)
    html = client.get(PAGE).content.decode()
    assert '<meter min="0" max="100" value="60" aria-label="Importance of SQL">60</meter> 60' in html
    assert "49% of 100 adverts" in html
    assert '–<span class="visually-hidden"> not asked for</span>' in html


def test_each_overlap_leads_to_the_page_of_the_two_and_is_the_number_there(client, roles):
    html = client.get(PAGE).content.decode()
    found = re.findall(r'<a href="([^"]+)">(\d+%)<span class="visually-hidden">: compare ([^<]+)</span>', html)
    assert len(found) == 6
    assert len(set(found)) == 3
    for path, per_cent, names in set(found):
        pair = client.get(path).content.decode()
        assert f'<dd class="figure">{per_cent}</dd>' in pair
        assert names.replace(" and ", " vs ") in pair


def test_without_a_shared_skill_it_says_so(client):
    for slug, skill in (("baker", "bread"), ("cook", "soup"), ("welder", "welding")):
        RoleFactory(slug=slug, core={skill: 90})
    text = read(client, "/compare-roles/baker-vs-cook-vs-welder/")
    assert "No two of them share a skill." in text
    assert "No skill is core for two of them." in text


def test_three_bare_roles_still_make_a_page_that_reads_well(client):
    for slug in ("baker", "cook", "welder"):
        RoleFactory(slug=slug)
    response = client.get("/compare-roles/baker-vs-cook-vs-welder/")
    assert response.status_code == 200
    assert faults(response.content.decode()) == []


def test_whom_each_suits_leaves_out_what_holds_for_another(client, roles):
    text = read(client)
    suits = text[text.index("Which suits me?") :]
    assert "like order" not in suits
    for clause in ("ask why", "enjoy doubt", "like pagers", "would rather be framing questions", "Avoid it if you"):
        assert clause in suits, clause


def test_shared_work_stands_in_the_columns_of_those_who_do_it():
    calls, tests = Duty("Ring buyers", "ringing buyers", "calls", "calls"), Duty("Test", "testing", "tests", "tests")
    facts = [role("Analyst", duties=(calls, tests)), role("Baker", duties=(calls,)), role("Cook", duties=(tests,))]
    html = render_to_string("comparisons/_trio_work.html", {"trio": compare_trio(facts, [[]] * 3, [[]] * 3)})
    table = next(parse(f"<!doctype html>{html}").iter("table"))
    assert [text_of(cell) for cell in table.iter("td")] == ["Ring buyers", "Ring buyers", "–", "Test", "–", "Test"]
    assert [text_of(head) for head in table.iter("th")][3:] == ["Calls", "Tests"]
    assert "Only Analysts" in html


# --- Pay


def test_like_pay_may_be_compared_and_has_its_sample(client, roles):
    for one, median in zip(roles, (400_000, 900_000, 1_000_000), strict=True):
        SalaryRangeFactory(role=one, p25=median - 100_000, p50=median, p75=median + 100_000)
    text = read(client)
    assert (
        "₹3L–₹5L a year, middle half of advertised pay, all experience; 50 adverts, Jan – Jun 2026. Pay survey" in text
    )
    assert "All three figures are on the same terms (Pay survey, all experience), so they can be compared." in text


def test_unlike_pay_is_not_to_be_compared(client, roles):
    for one, source in zip(roles, ("one", "two", "two"), strict=True):
        SalaryRangeFactory(role=one, source=SourceFactory(slug=source))
    assert (
        "Only the figures of Data Scientists and Machine Learning Engineers are on the same terms: "
        "don’t compare that of Data Analysts with them." in read(client)
    )


def test_unknown_pay_is_said(client, roles):
    assert read(client).count("Pay not known") == 3
    SalaryRangeFactory(role=roles[1])
    response = client.get(PAGE)
    assert read(client).count("Pay not known") == 2
    assert "compared" not in text_of(next(main_of(response).iter("dl")))
    assert 'href="/salaries/data-scientist/"' in response.content.decode()
    assert 'href="/salaries/ml-engineer/"' not in response.content.decode()
