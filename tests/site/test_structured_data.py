"""What every kind of page tells machines, and that it is what the page tells readers."""

import datetime
import itertools
import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client

from roles.dataset import write
from roles.models import SalaryRange
from roles.structured_data.nodes import graph
from tests.factories import (
    LocationFactory,
    PairFactory,
    RoleFactory,
    SalaryRangeFactory,
    SkillFactory,
    SourceFactory,
)
from tests.graphs import graph_faults, node_of, nodes_of, types_of

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
SLUGS = ("data-scientist", "ml-engineer")
PAIR = "/compare-roles/data-scientist-vs-ml-engineer/"
TRIO = "/compare-roles/data-scientist-vs-ml-engineer-vs-welder/"
LIST = ["CollectionPage", "ItemList", "BreadcrumbList"]
WORDS = ["WebPage", "BreadcrumbList"]
TYPES = {
    "/": ["WebPage", "WebSite", "Organization"],
    "/compare-roles/": LIST,
    PAIR: ["WebPage", "Article", "Occupation", "Occupation", "BreadcrumbList"],
    TRIO: ["WebPage", "Occupation", "Occupation", "Occupation", "BreadcrumbList"],
    "/roles/": LIST,
    "/roles/data-scientist/": ["WebPage", "Occupation", "BreadcrumbList"],
    "/roles/welder/": ["WebPage", "Occupation", "BreadcrumbList"],
    "/salaries/": LIST,
    "/salaries/?sort=pay": LIST,
    "/salaries/data-scientist/": ["WebPage", "Occupation", "Dataset", "BreadcrumbList"],
    "/skills/": LIST,
    "/skills/python/": ["WebPage", "DefinedTerm", "BreadcrumbList"],
    "/sources/": WORDS,
    "/method/": WORDS,
    "/jobs/trust/": WORDS,
    "/fit/": WORDS,
    "/data/": ["WebPage", "Dataset", "BreadcrumbList"],
}
NOTHING = [  # kept out of search engines, or no page of the site's own
    "/search/?q=data",
    "/feedback/",
    f"{PAIR}suits/",
    "/salaries/welder/",
    "/salaries/data-scientist/?pay=6&years=2&city=india",
    "/nowhere/",
]
CENTILES = {"p10": 250_000, "p25": 404_000, "p50": 801_000, "p75": 1_250_000, "p90": 2_000_000}
EXPERIENCE = {"experience_min": 1, "experience_max": 8}


@pytest.fixture
def site(settings):
    """Two roles that two sources know on the same terms, and one that nobody knows anything of."""
    settings.SITE_URL = SITE
    adverts = SourceFactory(slug="adverts", name="Portal job adverts", method="adverts")
    left = RoleFactory(
        slug="data-scientist",
        core={"python": 98, "statistics": 85, "sql": 70},
        secondary={"r": 60},
        duties=["Frame “questions” & tests", "Explore data"],
        education="Any degree",
        experience_source=adverts,
        **EXPERIENCE,
    )
    right = RoleFactory(
        slug="ml-engineer",
        core={"ml-ops": 63, "python": 90, "sql": 40},
        secondary={"statistics": 40},
        duties=["Ship models"],
        experience_source=adverts,
        **EXPERIENCE,
    )
    RoleFactory(slug="welder", family="engineering")
    for role in (left, right):
        SalaryRangeFactory(role=role, source=adverts, sample_size=1070, **CENTILES)
        survey = SourceFactory(slug="survey", name="Survey of 2026")
        SalaryRangeFactory(role=role, source=survey, basis="reported", sample_size=45, p25=500_000)
    PairFactory(first=left, second=right)
    write(settings.DATASET_ROOT)
    return left, right


@pytest.fixture
def read(client: Client) -> Callable[[str], str]:
    return lambda path: client.get(path).content.decode()


# --- Every page


@pytest.mark.parametrize("path", TYPES)
def test_each_kind_of_page_has_one_graph_of_its_types(read, site, path):
    assert types_of(read(path)) == TYPES[path]


@pytest.mark.parametrize("path", TYPES)
def test_nothing_is_told_that_the_page_does_not_say(read, site, path):
    assert graph_faults(read(path), SITE) == []


@pytest.mark.parametrize("path", NOTHING)
def test_a_page_that_search_engines_are_not_shown_tells_nothing(read, site, path):
    assert nodes_of(read(path)) == []


@pytest.mark.parametrize("path", [path for path in TYPES if path != "/"])
def test_the_page_is_a_part_of_the_site_and_the_last_step_of_its_way(read, site, path):
    page, *_, way = nodes_of(read(path))
    url = SITE + path.partition("?")[0]
    assert (page["url"], page["@id"]) == (url, f"{url}#webpage")
    assert page["isPartOf"] == {"@type": "WebSite", "@id": f"{SITE}/#website", "name": "OnJob", "url": f"{SITE}/"}
    assert page["breadcrumb"] == {"@id": way["@id"]}
    steps = way["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert (steps[0]["item"], steps[-1]["item"]) == (f"{SITE}/", url)


@pytest.mark.parametrize("path", TYPES)
def test_a_fault_is_seen(read, site, path):
    """The checker itself: another word in any text of the page is noticed."""
    html = read(path)
    name = nodes_of(html)[0]["name"]
    block = html[html.index("application/ld+json") :].partition("</script>")[0]
    wrong = html.replace(block, block.replace(f'"{name}"', f'"{name} of Mars"'))
    assert any("isn't on the page" in fault for fault in graph_faults(wrong, SITE))


def test_a_node_is_told_once_and_then_named():
    inner = {"@type": "Organization", "@id": "#us", "name": "Us"}
    first, second = graph(
        {"@id": "#page", "author": inner, "publisher": inner, "about": [{"@id": "#role"}, {"@id": "#page"}]},
        {"@id": "#role", "name": "Cook", "subjectOf": {"@id": "#page", "name": "Page"}},
    )["@graph"]
    assert (first["author"], first["publisher"]) == (inner, {"@id": "#us"})
    assert second == {"@id": "#role", "name": "Cook", "subjectOf": {"@id": "#page"}}


# --- Home and lists


def test_the_home_page_gives_the_site_its_name(read, site, settings):
    settings.SITE_NAME = "Kaam"
    website, publisher = node_of(read("/"), "WebSite"), node_of(read("/"), "Organization")
    assert (website["name"], website["url"]) == ("Kaam", f"{SITE}/")
    assert website["publisher"] == {"@id": publisher["@id"]}
    assert publisher["logo"] == f"{SITE}/static/icon.svg"


@pytest.mark.parametrize(
    ("path", "first", "total"),
    [
        ("/roles/", "/roles/data-scientist/", 3),
        ("/salaries/", "/salaries/data-scientist/", 3),
        ("/skills/", "/skills/python/", 5),
    ],
)
def test_a_list_tells_its_links_in_order(read, site, path, first, total):
    html = read(path)
    links = [item["url"].removeprefix(SITE) for item in node_of(html, "ItemList")["itemListElement"]]
    assert (links[0], len(links), node_of(html, "ItemList")["numberOfItems"]) == (first, total, total)
    names = [item["name"] for item in node_of(html, "ItemList")["itemListElement"]]
    assert all(
        re.search(rf'href="{link}"[^>]*>{re.escape(name)}<', html) for name, link in zip(names, links, strict=True)
    )
    places = [html.index(f'href="{link}"', html.index("<main")) for link in links]
    assert path == "/skills/" or places == sorted(places)  # the most widely used skills stand before the kinds


def test_comparisons_are_listed_once_although_they_stand_under_two_fields(read):
    roles = [RoleFactory(slug=f"role-{n}", family="data" if n % 2 else "design") for n in range(4)]
    for first, second in itertools.combinations(roles, 2):
        PairFactory(first=first, second=second)
    links = [item["url"] for item in node_of(read("/compare-roles/"), "ItemList")["itemListElement"]]
    assert (len(links), len(set(links))) == (6, 6)


def test_a_field_lists_its_comparisons(read):
    first, second = (RoleFactory(slug=slug, family="data") for slug in ("analyst", "modeller"))
    PairFactory(first=first, second=second)
    html = read("/compare-roles/data-ai/")
    assert node_of(html, "CollectionPage")["name"] == "Data & AI: roles compared"
    assert [item["url"] for item in node_of(html, "ItemList")["itemListElement"]] == [
        f"{SITE}/compare-roles/analyst-vs-modeller/"
    ]


def test_a_skill_is_a_term_among_all_skills(read, site):
    SkillFactory(slug="cobol", summary="An old language that banks still run on.")
    term = node_of(read("/skills/cobol/"), "DefinedTerm")
    assert term["description"] == "An old language that banks still run on."
    assert term["inDefinedTermSet"]["@id"] == node_of(read("/skills/"), "CollectionPage")["about"]["@id"]


# --- Occupations


def test_a_role_is_told_with_its_work_skills_experience_and_education(read, site):
    role = node_of(read("/roles/data-scientist/"), "Occupation")
    assert role["responsibilities"] == ["Frame “questions” & tests", "Explore data"]
    assert [(skill["name"], skill["url"]) for skill in role["skills"]] == [
        ("Python", f"{SITE}/skills/python/"),
        ("Statistics", f"{SITE}/skills/statistics/"),
        ("SQL", f"{SITE}/skills/sql/"),
    ]
    asked = role["experienceRequirements"]
    assert (asked["monthsOfExperience"], asked["description"]) == (12, "1–8 years")
    assert role["educationRequirements"] == "Usually asked for: Any degree"
    assert role["occupationLocation"] == {"@type": "Country", "name": "India"}


def test_a_role_nothing_is_known_of_is_told_by_its_name(read, site):
    role = node_of(read("/roles/welder/"), "Occupation")
    assert set(role) == {"@type", "@id", "name", "url", "description"}


def test_pay_on_a_roles_page_is_each_sources_own_and_rounded_as_shown(read, site):
    """₹4.04 lakh reads “₹4L”, ₹8.01 lakh “₹8L”; the outer percentiles aren't shown there."""
    adverts, survey = node_of(read("/roles/data-scientist/"), "Occupation")["estimatedSalary"]
    assert adverts == {
        "@type": "MonetaryAmountDistribution",
        "name": "Portal job adverts",
        "url": f"{SITE}/sources/#adverts",
        "description": "all experience; Jan – Jun 2026; 1,070 adverts",
        "currency": "INR",
        "duration": "P1Y",
        "percentile25": 400_000,
        "median": 800_000,
        "percentile75": 1_250_000,
    }
    assert (survey["name"], survey["percentile25"]) == ("Survey of 2026", 500_000)


@pytest.mark.parametrize(
    "pay",
    [
        {"basis": "editorial", "p25": None, "p50": None, "p75": None, "low": 600_000, "high": 900_000},
        {"basis": "official", "p25": None, "p50": None, "p75": None, "low": 600_000, "high": 900_000},
        {"p25": None, "p50": None, "p75": None, "mean": 700_000},
        {"location": "pune"},
        {"speaks_of": "large companies"},
    ],
)
def test_what_is_no_percentile_of_the_whole_market_is_not_told_as_one(read, pay):
    source = SourceFactory(slug="some", speaks_of=pay.pop("speaks_of", ""))
    place = LocationFactory(slug=pay.pop("location", "india"))
    role = RoleFactory(slug="baker", core={"bread": 90})
    SalaryRangeFactory(role=role, source=source, location=place, **pay)
    SalaryRangeFactory(role=RoleFactory(slug="cook"), source=source, location=place, **pay)
    for path in ("/roles/baker/", "/salaries/baker/", "/compare-roles/baker-vs-cook/"):
        html = read(path)
        told = next(node for node in nodes_of(html) if node["@type"] == "Occupation")
        assert "estimatedSalary" not in told
        assert "occupationLocation" not in told
        assert graph_faults(html, SITE) == []


# --- Comparisons


def test_a_comparison_is_an_article_about_its_two_occupations(read, site):
    html = read(PAIR)
    page, article, left, right, _ = nodes_of(html)
    both = [{"@id": left["@id"]}, {"@id": right["@id"]}]
    assert (page["about"], article["about"], page["mainEntity"]) == (both, both, {"@id": article["@id"]})
    assert [left["@id"], right["@id"]] == [f"{SITE}/roles/{slug}/#occupation" for slug in SLUGS]
    assert article["headline"] == "Data Scientist vs ML Engineer"
    assert (article["dateModified"], page["lastReviewed"]) == ("2026-11-01", "2026-11-01")
    assert f'<meta property="og:image" content="{article["image"]}">' in html
    assert article["publisher"] == {"@id": article["author"]["@id"]}


def test_both_sides_are_told_with_their_core_skills_most_important_first(read, site):
    *_, left, right, _ = nodes_of(read(PAIR))
    terms = {skill["@id"]: skill["name"] for skill in left["skills"] + right["skills"] if "name" in skill}
    assert [terms[skill["@id"]] for skill in left["skills"]] == ["Python", "Statistics", "SQL"]
    assert [terms[skill["@id"]] for skill in right["skills"]] == ["Python", "ML ops", "SQL"]
    assert right["skills"][0] == {"@id": f"{SITE}/skills/python/#term"}  # told on the left
    assert right["responsibilities"] == ["Ship models"]


def test_a_comparison_tells_the_pay_that_its_chart_shows(read, site):
    *_, left, right, _ = nodes_of(read(PAIR))
    for role in (left, right):
        assert [pay["name"] for pay in role["estimatedSalary"]] == ["Portal job adverts", "Survey of 2026"]
        assert role["estimatedSalary"][0]["median"] == 800_000


def test_pay_that_stands_alone_is_told_without_the_median_that_is_not_shown(read, site):
    SalaryRange.objects.filter(role=site[1]).delete()
    html = read(PAIR)
    *_, left, right, _ = nodes_of(html)
    [pay] = left["estimatedSalary"]
    assert {"percentile25": 400_000, "percentile75": 1_250_000}.items() <= pay.items()
    assert "median" not in pay
    assert "estimatedSalary" not in right
    assert graph_faults(html, SITE) == []


def test_pay_of_one_place_is_not_told_as_that_of_india(read, site):
    for role in site:
        SalaryRangeFactory(role=role, source=SourceFactory(slug="adverts"), location=LocationFactory(slug="pune"))
    html = read(f"{PAIR}?city=Pune")
    assert "Pay, before tax: Pune" in html
    assert all("estimatedSalary" not in node for node in nodes_of(html))


def test_experience_is_told_where_the_page_knows_it_of_all(read, site):
    assert all("experienceRequirements" in node for node in nodes_of(read(PAIR)) if node["@type"] == "Occupation")
    site[0].experience_min = site[0].experience_max = None
    site[0].save()
    assert all("experienceRequirements" not in node for node in nodes_of(read(PAIR)))


def test_three_roles_are_told_each_with_its_own(read, site):
    html = read(TRIO)
    page, left, right, welder, _ = nodes_of(html)
    assert page["about"] == [{"@id": node["@id"]} for node in (left, right, welder)]
    core = [skill["@id"].removeprefix(f"{SITE}/skills/") for skill in right["skills"]]
    assert core == ["python/#term", "sql/#term", "ml-ops/#term"]  # as on the page: first what is shared
    assert left["estimatedSalary"][0]["percentile75"] == 1_250_000
    assert "skills" not in welder


def test_the_columns_of_a_comparison_are_told_as_they_stand(read, site):
    html = read(f"{PAIR}?first=ml-engineer")
    assert [node["name"] for node in nodes_of(html) if node["@type"] == "Occupation"] == [
        "ML Engineer",
        "Data Scientist",
    ]
    assert graph_faults(html, SITE) == []


# --- Datasets


def test_a_roles_pay_is_a_dataset_with_its_files_and_all_percentiles(read, site):
    html = read("/salaries/data-scientist/")
    files = node_of(html, "Dataset")
    assert files["temporalCoverage"] == "2026-01-01/2026-06-30"
    assert [file["contentUrl"] for file in files["distribution"]] == [
        f"{SITE}/salaries/data-scientist/pay.{kind}" for kind in ("csv", "json")
    ]
    assert [source["name"] for source in files["isBasedOn"]] == ["Portal job adverts", "Survey of 2026"]
    assert [measured["name"] for measured in files["variableMeasured"]] == ["advertised pay", "self-reported pay"]
    assert files["description"] in unescape(html)
    assert 50 <= len(files["description"]) <= 5000  # as dataset searches want it
    pay = node_of(html, "Occupation")["estimatedSalary"][0]
    assert [pay[f"percentile{share}"] for share in (10, 25, 75, 90)] == [250_000, 400_000, 1_250_000, 2_000_000]


def test_pay_without_a_period_covers_none(read):
    SalaryRangeFactory(role=RoleFactory(slug="baker"), period_start=None, period_end=None)
    assert "temporalCoverage" not in node_of(read("/salaries/baker/"), "Dataset")


def test_the_open_dataset_names_each_of_its_files(read, site, settings):
    html = read("/data/")
    everything = node_of(html, "Dataset")
    paths = [file["contentUrl"].removeprefix(SITE) for file in everything["distribution"]]
    assert paths[0].endswith(".zip")
    assert {"/data/csv/pay.csv", "/data/json/40_pay.json", "/data/datapackage.json"} <= set(paths)
    assert all((settings.DATASET_ROOT / path.removeprefix("/data/")).is_file() for path in paths)
    assert all(f'href="{path}"' in html for path in paths)
    assert everything["version"].startswith(f"{datetime.date(2026, 11, 1)}-")
    assert everything["license"] == [
        "https://creativecommons.org/licenses/by/4.0/",
        "https://opendatacommons.org/licenses/odbl/1-0/",
    ]
    catalogs = [
        node_of(read(path), "Dataset")["includedInDataCatalog"] for path in ("/data/", "/salaries/ml-engineer/")
    ]
    assert catalogs[0] == catalogs[1]


def test_a_dataset_that_was_not_made_yet_is_not_told(read, settings, tmp_path):
    settings.DATASET_ROOT = tmp_path / "none"
    assert types_of(read("/data/")) == WORDS
