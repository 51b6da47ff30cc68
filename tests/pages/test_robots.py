"""robots.txt by the settings, llms.txt, and the key file of IndexNow."""

import re

import pytest
from django.conf import settings as real

from tests.factories import PairFactory, RoleFactory, SalaryRangeFactory
from tests.pages.robots import Robots

pytestmark = pytest.mark.django_db


def robots(client) -> str:
    response = client.get("/robots.txt")
    assert (response.status_code, response["Content-Type"]) == (200, "text/plain; charset=utf-8")
    return response.content.decode()


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("/", True),
        ("/compare-roles/a-vs-b/", True),
        ("/compare-roles/a-vs-b.md", True),  # a twin says noindex itself: it has to be read for that
        ("/compare-roles/a-vs-b.png?v=abc", True),
        ("/card.png?v=abc", True),
        ("/static/css/site.css", True),
        ("/sitemap.xml", True),
        ("/admin/", False),
        ("/feedback/?page=/roles/a/", False),
        ("/search/", False),
        ("/search/suggest/?q=a", False),
        ("/compare-roles/?role=a", False),
        ("/compare-roles/a-vs-b/?first=b", False),
        ("/salaries/a/?pay=6", False),
        ("/jobs/1-data-analyst/", True),
        ("/jobs/role/data-analyst/", True),
        ("/jobs/?role=data-analyst", False),
        ("/jobs/1/report/", False),
    ],
)
def test_who_may_go_where(client, path, may):
    assert Robots(robots(client)).may_fetch(path) == may


def test_robots_name_the_sitemap_absolutely(client):
    assert "\nSitemap: http://127.0.0.1:8000/sitemap.xml\n" in robots(client)


def test_a_portal_that_is_tried_out_keeps_everybody_away(client, settings):
    settings.ROBOTS_DISALLOW_ALL = True
    assert robots(client).split("\n", 2)[:2] == ["User-agent: *", "Disallow: /"]
    assert "Sitemap" not in robots(client)


def test_an_operator_adds_lines(client, settings):
    settings.ROBOTS_EXTRA = "User-agent: CCBot\nDisallow: /"
    assert "\n\nUser-agent: CCBot\nDisallow: /\n" in robots(client)


def test_llms_txt_leads_to_pages_that_are_there(client):
    left, right = RoleFactory(slug="data-analyst"), RoleFactory(slug="data-scientist")
    PairFactory(first=left, second=right)
    response = client.get("/llms.txt")
    text = response.content.decode()
    assert text.startswith(f"# {real.SITE_NAME}\n\n> ")
    assert "- [Data & AI](http://127.0.0.1:8000/compare-roles/data-ai/): 1\n" in text
    links = re.findall(r"\]\(http://127\.0\.0\.1:8000(/[^)]*)\)", text)
    assert len(links) == 12
    assert {client.get(link).status_code for link in links} == {200}


def test_llms_txt_of_an_empty_portal(client):
    assert "by field" not in client.get("/llms.txt").content.decode()


def test_the_key_file_holds_the_key(client, settings):
    settings.INDEXNOW_KEY = "0123456789-abc"
    response = client.get("/0123456789-abc.txt")
    assert (response.status_code, response.content) == (200, b"0123456789-abc")
    assert client.get("/0123456789-abd.txt").status_code == 404


def test_without_a_key_there_is_no_key_file(client):
    assert real.INDEXNOW_KEY == ""
    assert client.get("/0123456789-abc.txt").status_code == 404
    assert client.get("/.txt").status_code == 404


def test_files_beside_pages_ask_not_to_be_listed(client):
    left, right = RoleFactory(slug="data-analyst"), RoleFactory(slug="data-scientist")
    SalaryRangeFactory(role=left)
    pair = f"/compare-roles/{left.slug}-vs-{right.slug}"
    salary = f"/salaries/{left.slug}/pay"
    for path in (f"{pair}.md", f"{pair}.json", "/compare-roles/schema.json", f"{salary}.csv", f"{salary}.json"):
        assert client.get(path)["X-Robots-Tag"] == "noindex", path
