import re

import pytest

from tests.factories import (
    CareerStepFactory,
    LocationFactory,
    RoleAliasFactory,
    RoleFactory,
    RoleFAQFactory,
    SalaryRangeFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db

PAGE = "/roles/data-analyst/"


@pytest.fixture
def role():
    source = SourceFactory(slug="adverts", caveat="Adverts, not payslips.")
    role = RoleFactory(
        slug="data-analyst",
        overview="Banks and shops hire them.",
        question="Why did sales fall?",
        output="reports that hold",
        measured_by="corrections needed",
        works_with="the finance team",
        typical_day="Mornings begin with yesterday's figures.",
        suits="like puzzles\nwrite short",
        avoid="hate spreadsheets",
        entry="A portfolio opens the door.",
        education="Any degree",
        core={"sql": 98, "excel": 93, "tableau": 86},
        secondary={"python": 60, "r": 50, "sas": 40},
        duties=["Clean exports", "Chart trends", "Explain results"],
        experience_min=1,
        experience_max=8,
        experience_sample_size=2260,
        experience_source=source,
    )
    role.role_skills.filter(skill__slug="sql").update(adverts_naming=1228, adverts_read=2868)
    CareerStepFactory(role=role, title="Trainee analyst", years_min=0, years_max=2, does="Learns the tables.")
    CareerStepFactory(role=role, title="Analytics head", years_min=8, years_max=None, does="Chooses the questions.")
    RoleAliasFactory(role=role, slug="mis-analyst", name="MIS Analyst")
    for place in ("india", "pune", "mumbai"):
        SalaryRangeFactory(role=role, source=source, location=LocationFactory(slug=place))
    for number in range(3):
        RoleFactory(slug=f"other-{number}", core={"sql": 90})
    return role


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_everything_known_of_the_role_is_there(client, role):
    text = text_of(client.get(PAGE))
    for part in (
        role.summary,
        "Banks and shops hire them.",
        "Explain results",
        "43% of 2,868",  # 1228 / 2868 = 42.8 %
        "₹6L–₹15L",
        "Why did sales fall?",
        "Reports that hold.",
        "Corrections needed.",
        "The finance team.",
        "Mornings begin with yesterday&#x27;s figures.",
        "It suits you if you … like puzzles write short",
        "Think twice if you … hate spreadsheets",
        "A portfolio opens the door.",
        "Trainee analyst 0–2 years Learns the tables.",
        "Analytics head 8 years and more Chooses the questions.",
        "Adverts, not payslips.",
        "1–8 years in 2,260 adverts.",
        "Usually asked for: Any degree.",
        "Adverts also say MIS Analyst.",
        "Last checked by an editor on 1 November 2026",
    ):
        assert part in text, part


def test_it_links_to_its_comparisons(client, role):
    html = client.get(PAGE).content.decode()
    assert 'href="/compare-roles/data-analyst-vs-other-0/"' in html


def test_it_links_to_its_skills_and_its_pay(client, role):
    html = client.get(PAGE).content.decode()
    assert 'href="/skills/sql/"' in html
    assert 'href="/salaries/data-analyst/"' in html


def test_the_budget_is_nine_queries_and_the_version(client, role, django_assert_max_num_queries):
    RoleFAQFactory.create_batch(3, role=role)
    with django_assert_max_num_queries(1 + 9):  # the ninth: open jobs of the role
        client.get(PAGE)


@pytest.mark.parametrize(
    "form", ["/roles/data-analyst", "/roles/Data-Analyst/", "/roles/mis-analyst/", "/roles/MIS_analyst"]
)
def test_every_other_form_is_one_redirect_away(client, role, form):
    response = client.get(form)
    assert (response.status_code, response["Location"]) == (301, PAGE)


def test_a_roles_own_address_wins_over_an_alias(client, role):
    RoleAliasFactory(role=role, slug="other-0", name="Other")
    assert client.get("/roles/other-0/").status_code == 200


def test_an_unknown_role_offers_the_nearest_names(client, role):
    response = client.get("/roles/data-analist/")
    assert response.status_code == 404
    assert 'href="/roles/data-analyst/"' in response.content.decode()
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_a_draft_is_not_found(client, role):
    role.status = "draft"
    role.save()
    assert client.get(PAGE).status_code == 404
    assert client.get("/roles/mis-analyst/").status_code == 404
    assert "Data Analyst" not in client.get("/roles/").content.decode()


def test_pay_shows_the_best_figure_of_each_source(client, role):
    SalaryRangeFactory(role=role, source=role.experience_source, experience_min=0, experience_max=2, p25=200_000)
    SalaryRangeFactory(role=role, source=SourceFactory(slug="other-survey"), p25=700_000, covers="two roles together")
    text = text_of(client.get(PAGE))
    assert "₹7L–₹15L" in text
    assert "all experience, two roles together" in text
    assert "₹2L–₹15L" not in text


def test_sources_that_disagree_are_said_to(client, role):
    assert "The sources disagree" not in text_of(client.get(PAGE))
    SalaryRangeFactory(
        role=role, source=SourceFactory(slug="other-survey"), p25=1_600_000, p50=2_000_000, p75=2_500_000
    )
    text = text_of(client.get(PAGE))
    assert "The sources disagree: Adverts has ₹10 lakh, Other survey has ₹20 lakh as the middle for all exp" in text


def test_without_pay_the_page_says_so(client, role):
    role.salary_ranges.all().delete()
    text = text_of(client.get(PAGE))
    assert "We know no pay figure for Data Analysts that we would stand behind." in text
    assert "How much do" not in text


def test_an_average_alone_is_called_one(client, role):
    role.salary_ranges.update(p25=None, p50=None, p75=None, mean=640_000)
    response = client.get(PAGE)
    assert response.status_code == 200
    assert "The average is ₹6.4 lakh a year: Adverts, all experience, 50 adverts." in text_of(response)


def test_an_editors_answer_takes_the_place_of_the_built_one(client, role):
    RoleFAQFactory(role=role, key="names", question="Other names?", answer="Plenty & more.")
    html = client.get(PAGE).content.decode()
    assert "Plenty &amp; more." in html
    assert "What else is a Data Analyst called?" not in html


def test_a_bare_role_still_has_a_page(client):
    RoleFactory(slug="baker")
    assert client.get("/roles/baker/").status_code == 200


def test_the_list_groups_roles_by_family(client, role, django_assert_max_num_queries):
    RoleFactory(slug="welder", family="engineering")
    with django_assert_max_num_queries(6):
        html = client.get("/roles/").content.decode()
    assert html.index("<h2>Data &amp; AI</h2>") < html.index(f'"{PAGE}"') < html.index("<h2>Engineering</h2>")


def test_sources_tell_method_licence_and_caveat(client, role):
    text = text_of(client.get("/sources/"))
    assert "Acme Research" in text
    assert "CC BY 4.0" in text
    assert "Adverts, not payslips." in text
