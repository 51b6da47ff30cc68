"""Atom feeds of new and changed comparisons, and of pay."""

import datetime
from xml.etree import ElementTree

import pytest

from onjob.pages.feeds import MOST
from onjob.pages.models import PublicPage
from tests.factories import SEEN, PairFactory, PublicPageFactory, RoleFactory, SalaryRangeFactory

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
SITE = "http://127.0.0.1:8000"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed(client, name: str) -> ElementTree.Element:
    response = client.get(f"/feeds/{name}.atom")
    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    return ElementTree.fromstring(response.content)  # noqa: S314 (our own)


def texts(root: ElementTree.Element, *path: str) -> list[str]:
    return [found.text for found in root.findall("/".join(f"a:{part}" for part in path), ATOM)]


def test_what_changed_last_comes_first_under_a_lasting_id(client):
    pair = {"kind": "comparisons", "says": "52% in common."}
    PublicPageFactory(path="/compare-roles/a-vs-b/", name="A vs B", changed_at=SEEN + DAY, **pair)
    PublicPageFactory(path="/compare-roles/a-vs-c/", name="A vs C", changed_at=SEEN + 2 * DAY, **pair)
    PublicPageFactory(path="/compare-roles/b-vs-c/", gone_at=SEEN, **pair)
    PublicPageFactory(path="/salaries/a/", kind="salaries")
    root = feed(client, "comparisons")
    assert texts(root, "entry", "id") == [f"{SITE}/compare-roles/a-vs-c/", f"{SITE}/compare-roles/a-vs-b/"]
    assert texts(root, "entry", "title") == ["A vs C", "A vs B"]
    assert texts(root, "entry", "updated")[0] == "2026-11-04T06:00:00+00:00"
    assert texts(root, "entry", "published") == ["2026-11-02T06:00:00+00:00"] * 2
    assert texts(root, "updated") == ["2026-11-04T06:00:00+00:00"]
    assert texts(root, "id") == [f"{SITE}/feeds/comparisons.atom"]


@pytest.mark.parametrize(
    ("says", "before", "changed", "news"),
    [
        ("₹6L a year.", "", SEEN, "₹6L a year."),
        ("₹7L a year.", "₹6L a year.", SEEN + DAY, "₹7L a year. Before: ₹6L a year."),
        ("₹7L.", "₹7L.", SEEN + DAY, "₹7L. (This is as before; something else on the page changed.)"),
        ("₹7L.", "", SEEN + DAY, "₹7L."),
        ("R&D <pay>.", "", SEEN, "R&amp;D &lt;pay&gt;."),  # HTML, that the XML holds escaped once more
    ],
)
def test_an_entry_says_what_is_new(client, says, before, changed, news):
    PublicPageFactory(path="/salaries/a/", kind="salaries", says=says, said_before=before, changed_at=changed)
    assert texts(feed(client, "pay"), "entry", "summary") == [news]


def test_a_feed_ends_somewhere(client):
    for number in range(MOST + 2):
        PublicPageFactory(path=f"/salaries/{number}/", kind="salaries")
    assert len(texts(feed(client, "pay"), "entry", "id")) == MOST


def test_an_empty_feed_is_the_same_each_time(client):
    assert texts(feed(client, "pay"), "updated") == ["1970-01-01T00:00:00+00:00"]


def test_an_unchanged_feed_is_not_sent_again(client):
    page = PublicPageFactory(path="/salaries/a/", kind="salaries")
    first = client.get("/feeds/pay.atom")
    kept = {"If-None-Match": first["ETag"]}
    PublicPageFactory(path="/compare-roles/a-vs-b/", kind="comparisons", changed_at=SEEN + DAY)
    assert client.get("/feeds/pay.atom", headers=kept).status_code == 304
    PublicPage.objects.filter(pk=page.pk).update(changed_at=SEEN + DAY)
    assert client.get("/feeds/pay.atom", headers=kept).status_code == 200


def test_there_are_no_other_feeds(client):
    assert client.get("/feeds/roles.atom").status_code == 404


def test_pages_name_the_feed_that_tells_of_their_changes(client):
    left, right = RoleFactory(slug="data-analyst"), RoleFactory(slug="data-scientist")
    PairFactory(first=left, second=right)
    SalaryRangeFactory(role=left)
    for name, paths in {
        "comparisons": ["", "data-ai/", "data-analyst-vs-data-scientist/"],
        "pay": ["", "data-analyst/"],
    }.items():
        for path in paths:
            page = client.get({"comparisons": "/compare-roles/", "pay": "/salaries/"}[name] + path).content.decode()
            assert '<link rel="alternate" type="application/atom+xml" title="' in page.partition("</head>")[0]
            assert f'href="/feeds/{name}.atom"' in page.partition("</head>")[0], path
