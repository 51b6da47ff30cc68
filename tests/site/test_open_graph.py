"""What a shared link shows, on every kind of public page."""

import re
from collections import Counter

import pytest
from django.test import Client

from roles.models import Role
from tests.factories import RoleFactory, SalaryRangeFactory
from tests.prose import parse

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
PAGES = (
    "/",
    "/compare-roles/",
    "/compare-roles/data-scientist-vs-ml-engineer/",
    "/compare-roles/data-scientist-vs-ml-engineer-vs-welder/",
    "/roles/",
    "/roles/data-scientist/",
    "/salaries/",
    "/salaries/data-scientist/",
    "/salaries/data-scientist/?pay=6&years=2&city=india",
    "/skills/",
    "/skills/python/",
    "/sources/",
    "/method/",
    "/fit/",
    "/data/",
    "/search/?q=data",
    "/nowhere/",
)
WITHOUT_ADDRESS = ("/search/?q=data", "/nowhere/")  # the address of these isn't worth keeping
ALWAYS = {
    "og:site_name": "OnJob",
    "og:type": "website",
    "og:locale": "en_IN",
    "og:image:type": "image/png",
    "og:image:width": "1200",
    "og:image:height": "630",
    "twitter:card": "summary_large_image",
}


@pytest.fixture
def roles() -> None:
    left = RoleFactory(slug="data-scientist", core={"python": 90}, name="Data “&” Scientist's <b>")
    RoleFactory(slug="ml-engineer", core={"python": 80})
    RoleFactory(slug="welder")
    SalaryRangeFactory(role=left)


class Head:
    """A page's title, its meta elements by name or property, and its canonical address."""

    def __init__(self, client: Client, path: str) -> None:
        tree = parse(client.get(path).content.decode())
        self.title = next(tree.iter("title")).text
        metas = [(meta.get("name") or meta.get("property"), meta.get("content")) for meta in tree.iter("meta")]
        self.times = Counter(name for name, _ in metas if name != "theme-color")
        self.meta = dict(metas)
        self.canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)


@pytest.mark.parametrize("path", PAGES)
def test_each_tag_is_there_once_and_says_what_the_page_says(client, roles, path):
    head = Head(client, path)
    assert {name: times for name, times in head.times.items() if name and times > 1} == {}
    assert ALWAYS.items() <= head.meta.items()
    assert head.meta["og:title"] == head.title
    assert head.meta.get("og:description", "") == head.meta["description"]
    assert head.meta.get("og:url") == head.canonical


@pytest.mark.parametrize("path", PAGES)
def test_the_address_is_the_canonical_one(client, roles, path):
    expected = None if path in WITHOUT_ADDRESS else SITE + path.partition("?")[0]
    assert Head(client, path).canonical == expected


@pytest.mark.parametrize("path", PAGES)
def test_the_picture_of_every_page_is_there(client, roles, path):
    head = Head(client, path)
    image = head.meta["og:image"]
    response = client.get(image.removeprefix(SITE))
    assert image.startswith(f"{SITE}/")
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert response["Cache-Control"].endswith("immutable")
    assert head.meta["og:image:alt"]


def test_a_comparison_shows_its_own_picture_and_other_pages_the_sites(client, roles):
    Role.objects.filter(slug="data-scientist").update(name="Data “&” Scientist's")
    own, other = Head(client, "/compare-roles/data-scientist-vs-ml-engineer/"), Head(client, "/roles/data-scientist/")
    assert re.search(r"/compare-roles/data-scientist-vs-ml-engineer\.png\?v=\w+$", own.meta["og:image"])
    assert own.meta["og:image:alt"].startswith("Data “&” Scientist's vs ML Engineer. Data “&” Scientist's: ₹6L")
    assert re.search(r"/card\.png\?v=\w+$", other.meta["og:image"])
    assert other.meta["og:image:alt"] == "OnJob. Two jobs, side by side. Every figure with its source."


def test_a_comparison_that_has_no_picture_shows_the_sites(client):
    for name in ("Café Manager", "Chef", "<b>Cook</b>"):
        RoleFactory(name=name)
    for pair in ("cafe-manager-vs-chef", "bcookb-vs-chef"):
        assert Head(client, f"/compare-roles/{pair}/").meta["og:image"].startswith(f"{SITE}/card.png?v=")


def test_the_sites_picture_carries_the_portals_own_name(client, settings):
    ours = client.get("/card.png").content
    settings.SITE_NAME, settings.SITE_URL = "Kaam", "https://kaam.example"
    assert client.get("/card.png").content != ours
    assert Head(client, "/roles/").meta["og:image"].startswith("https://kaam.example/card.png?v=")
