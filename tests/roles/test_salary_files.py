import csv
import io
import json

import pytest

from tests.factories import LocationFactory, RoleAliasFactory, RoleFactory, SalaryRangeFactory, SourceFactory

pytestmark = pytest.mark.django_db

CSV, JSON = "/salaries/data-analyst/pay.csv", "/salaries/data-analyst/pay.json"


@pytest.fixture
def role():
    survey = SourceFactory(
        slug="survey",
        name="The “big” survey, 2024–25",
        caveat="Not random.",
        attribution="Contains data\nof the survey.",
    )
    role = RoleFactory(slug="data-analyst")
    SalaryRangeFactory(role=role, source=survey, includes='total pay, "before" tax', p10=300_000, covers="all kinds")
    adverts = SourceFactory(slug="adverts", url="", licence="", speaks_of="large companies")
    SalaryRangeFactory(
        role=role, source=adverts, location=LocationFactory(slug="pune"), experience_min=12, low=9, high=9
    )
    SalaryRangeFactory(role=role, source=SourceFactory(slug="tiny"), sample_size=9)
    return role


def rows(client) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(CSV).content.decode(), newline="")))


def test_every_row_that_may_be_shown_is_there_with_its_source(client, role):
    survey, adverts = rows(client)
    assert survey == {
        "role": "Data Analyst",
        "place": "India",
        "experience_min_years": "",
        "experience_max_years": "",
        "unit": "rupees a year",
        "p10": "300000",
        "p25": "600000",
        "p50": "1000000",
        "p75": "1500000",
        "p90": "",
        "mean": "",
        "low": "",
        "high": "",
        "basis": "advertised pay",
        "includes": 'total pay, "before" tax',
        "covers": "all kinds",
        "part_of_the_market": "",
        "sample_size": "50",
        "sample_of": "adverts",
        "period_start": "2026-01-01",
        "period_end": "2026-06-30",
        "confidence": "B: fair sample",
        "source": "The “big” survey, 2024–25",
        "source_url": "https://example.org/survey",
        "licence": "CC BY 4.0",
        "attribution": "Contains data of the survey.",
        "caveat": "Not random.",
    }
    assert (adverts["place"], adverts["experience_min_years"], adverts["experience_max_years"]) == ("Pune", "12", "")
    assert adverts["part_of_the_market"] == "large companies"
    assert adverts["source_url"] == "http://127.0.0.1:8000/sources/#adverts"
    assert (adverts["licence"], adverts["attribution"]) == ("", "Adverts, Acme Research")


def test_both_files_say_the_same(client, role):
    figures = client.get(JSON).json()["figures"]
    as_text = [{name: "" if value is None else str(value) for name, value in row.items()} for row in figures]
    assert as_text == rows(client)


def test_the_json_names_its_page(client, role):
    content = client.get(JSON).json()
    assert (content["role"], content["page"]) == ("Data Analyst", "http://127.0.0.1:8000/salaries/data-analyst/")


def test_the_csv_keeps_to_the_standard(client, role):
    response = client.get(CSV)
    lines = response.content.decode().split("\r\n")
    assert response["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert response["Content-Disposition"] == 'attachment; filename="onjob-pay-data-analyst.csv"'
    assert len(lines) == 4  # header, two rows, the last line's end
    assert lines[-1] == ""
    assert "\n" not in "".join(lines)
    assert '"total pay, ""before"" tax"' in lines[1]


def test_the_json_is_a_file_too(client, role):
    response = client.get(JSON)
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"] == 'attachment; filename="onjob-pay-data-analyst.json"'
    assert "“big”" in response.content.decode()


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_a_formula(client, role, first):
    role.salary_ranges.update(includes=f'{first}HYPERLINK("http://evil")', covers="1+1")
    assert rows(client)[0]["includes"] == f'\'{first}HYPERLINK("http://evil")'
    assert rows(client)[0]["covers"] == "1+1"
    assert client.get(JSON).json()["figures"][0]["includes"].startswith(first)


def test_the_same_data_gives_the_same_bytes(client, role):
    for path in (CSV, JSON):
        assert client.get(path).content == client.get(path).content


def test_a_role_without_figures_has_files_without_rows(client):
    RoleFactory(slug="data-analyst")
    assert rows(client) == []
    assert client.get(CSV).content.decode().startswith("role,place,")
    assert json.loads(client.get(JSON).content)["figures"] == []


@pytest.mark.parametrize("kind", ["csv", "json"])
@pytest.mark.parametrize("slug", ["Data_Analyst", "mis-analyst"])
def test_other_forms_are_one_redirect_away(client, role, slug, kind):
    RoleAliasFactory(role=role, slug="mis-analyst")
    response = client.get(f"/salaries/{slug}/pay.{kind}")
    assert (response.status_code, response["Location"]) == (301, f"/salaries/data-analyst/pay.{kind}")


def test_a_draft_has_no_files(client, role):
    role.status = "draft"
    role.save()
    assert client.get(CSV).status_code == client.get(JSON).status_code == 404
    assert client.get("/salaries/data-analyst/pay.xlsx").status_code == 404


def test_the_budget_is_three_queries(client, role, django_assert_max_num_queries):
    for path in (CSV, JSON):
        with django_assert_max_num_queries(3):
            client.get(path)
