import re

import pytest

from tests.factories import LocationFactory, RoleFactory, SalaryRangeFactory, SourceFactory
from tests.prose import faults, parse, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def roles():
    """Of each kind: two for all experience, one for beginners, one estimate, one unknown."""
    source = SourceFactory(slug="adverts")
    SalaryRangeFactory(role=RoleFactory(slug="analyst"), source=source)
    SalaryRangeFactory(role=RoleFactory(slug="welder", family="engineering"), source=source, p50=1_100_000)
    beginner = RoleFactory(slug="builder", family="engineering")
    SalaryRangeFactory(
        role=beginner, source=source, experience_min=0, experience_max=2, p50=1_400_000, covers="helpers"
    )
    SalaryRangeFactory(
        role=RoleFactory(slug="chemist", family="engineering"),
        source=SourceFactory(slug="onjob", name="OnJob editorial range"),
        basis="editorial",
        low=5_000_000,
        high=9_000_000,
        p25=None,
        p50=None,
        p75=None,
        sample_size=None,
    )
    RoleFactory(slug="dancer")
    RoleFactory(slug="secret", status="draft")


def text(client, path="/salaries/") -> str:
    return text_of(next(parse(client.get(path).content.decode()).iter("main")))


def order(client, path, *words) -> list[str]:
    shown = text(client, path)
    shown = shown[shown.index("Sort by") :]
    return sorted(words, key=shown.index)


def test_each_role_has_its_figure_with_terms_source_and_sample(client, roles):
    shown = text(client)
    assert "Analyst ₹6L–₹15L a year, middle half of advertised pay, all experience; Adverts, 50 adverts" in shown
    assert "Builder ₹6L–₹15L a year, middle half of advertised pay, 0–2 years, helpers; Adverts, 50 adverts" in shown
    assert "Chemist ₹50L–₹90L a year, years not stated; OnJob editorial range, an estimate without a sample" in shown
    assert "Dancer Not known" in shown
    assert "Secret" not in shown


def test_by_name_stand_families_and_roles_from_a_to_z(client, roles):
    wanted = ["Data & AI", "Analyst", "Dancer", "Engineering", "Builder", "Chemist", "Welder"]
    assert order(client, "/salaries/", *wanted) == wanted


def test_by_pay_each_kind_stands_on_its_own_best_paid_first(client, roles):
    wanted = ["All experience", "Welder", "Analyst", "0–2 years", "Builder", "OnJob’s estimates", "Chemist", "Dancer"]
    assert order(client, "/salaries/?sort=pay", *wanted) == wanted
    assert "a role above another here needn’t pay more" in text(client)


def test_sorting_is_by_links_and_says_which_is_on(client, roles):
    html = client.get("/salaries/").content.decode()
    assert '<a href="?sort=pay" rel="nofollow">pay</a>' in html
    assert '<strong aria-current="true">name</strong>' in html
    html = client.get("/salaries/?sort=pay").content.decode()
    assert '<strong aria-current="true">pay</strong>' in html
    assert '<link rel="canonical" href="http://127.0.0.1:8000/salaries/">' in html


@pytest.mark.parametrize("sort", ["nonsense", "", "-pay", "9" * 300])
def test_an_unknown_order_is_the_usual_one(client, roles, sort):
    assert text(client, f"/salaries/?sort={sort}") == text(client)


def test_every_role_links_to_its_page(client, roles):
    html = client.get("/salaries/").content.decode()
    links = re.findall(r'href="(/salaries/[a-z]+/)"', html)
    assert sorted(links) == [f"/salaries/{slug}/" for slug in ("analyst", "builder", "chemist", "dancer", "welder")]


@pytest.mark.parametrize("path", ["/salaries/", "/salaries/?sort=pay"])
def test_the_budget_is_four_queries(client, roles, path, django_assert_max_num_queries):
    for place in ("pune", "mumbai", "chennai"):
        SalaryRangeFactory(role=RoleFactory(), location=LocationFactory(slug=place))
    with django_assert_max_num_queries(4):
        assert faults(client.get(path).content.decode()) == []


def test_an_empty_portal_still_opens(client):
    assert client.get("/salaries/").status_code == 200
