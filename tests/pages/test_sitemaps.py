"""Sitemaps: only live pages, by kind, in files of bounded size, without holding all of it in memory."""

import datetime
import time
import tracemalloc
from xml.etree import ElementTree

import pytest

from onjob.pages import sitemaps
from onjob.pages.models import Kind, PublicPage
from tests.factories import SEEN, PublicPageFactory

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
SITE = "http://127.0.0.1:8000"
MANY = 50_000


def entries(xml: str) -> dict[str, str]:
    """Addresses and times, read by a parser."""
    root = ElementTree.fromstring(xml)  # noqa: S314 (our own)
    space = {"s": sitemaps.NAMESPACE}
    return {entry.find("s:loc", space).text: entry.find("s:lastmod", space).text for entry in root}


def fetched(client, path: str) -> dict[str, str]:
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    return entries(response.getvalue().decode())


def test_the_index_names_a_file_for_each_kind_of_page_with_its_last_change(client):
    PublicPageFactory(path="/roles/a/", changed_at=SEEN)
    PublicPageFactory(path="/roles/b/", changed_at=SEEN + DAY)
    PublicPageFactory(path="/skills/a/", kind="skills")
    PublicPageFactory(path="/salaries/a/", kind="salaries", gone_at=SEEN)
    assert fetched(client, "/sitemap.xml") == {
        f"{SITE}/sitemap-roles.xml": "2026-11-03T06:00:00+00:00",
        f"{SITE}/sitemap-skills.xml": "2026-11-02T06:00:00+00:00",
    }


def test_a_file_lists_the_live_pages_of_its_kind(client):
    PublicPageFactory(path="/roles/a/", changed_at=SEEN + DAY)
    PublicPageFactory(path="/roles/gone/", gone_at=SEEN)
    PublicPageFactory(path="/skills/a/", kind="skills")
    assert fetched(client, "/sitemap-roles.xml") == {f"{SITE}/roles/a/": "2026-11-03T06:00:00+00:00"}


def test_pages_go_over_files_by_their_keys_each_in_one(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "SPAN", 3)
    monkeypatch.setattr(sitemaps, "BATCH", 2)
    pages = [PublicPageFactory(path=f"/roles/{number}/") for number in range(8)]
    files = fetched(client, "/sitemap.xml")
    listed = [list(fetched(client, address.removeprefix(SITE))) for address in files]
    assert max(len(file) for file in listed) <= 3
    assert sorted(address for file in listed for address in file) == [f"{SITE}{page.path}" for page in pages]


@pytest.mark.parametrize("name", ["roles", "nothing", "roles-1", "roles-2", "roles-999999", "roles-9999999", "roles-0"])
def test_a_file_with_nothing_in_it_is_missing(client, name):
    PublicPageFactory(path="/skills/a/", kind="skills")
    assert client.get(f"/sitemap-{name}.xml").status_code == 404


def test_without_pages_the_index_is_empty_and_valid(client):
    assert fetched(client, "/sitemap.xml") == {}


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-roles.xml"])
def test_an_unchanged_sitemap_is_not_sent_again(client, path):
    page = PublicPageFactory()
    first = client.get(path)
    assert first["X-Robots-Tag"] == "noindex"
    assert first["Last-Modified"] == "Mon, 02 Nov 2026 06:00:00 GMT"
    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 304
    PublicPage.objects.filter(pk=page.pk).update(changed_at=SEEN + DAY)
    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_page_that_goes_changes_its_sitemap(client):
    PublicPageFactory()
    page = PublicPageFactory()
    first = client.get("/sitemap-roles.xml")
    PublicPage.objects.filter(pk=page.pk).update(gone_at=SEEN + DAY)
    assert client.get("/sitemap-roles.xml", headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.fixture
def many() -> int:
    """50,000 comparisons within one file: the number of the file."""
    start = (PublicPageFactory().pk // sitemaps.SPAN + 1) * sitemaps.SPAN + 1
    PublicPage.objects.bulk_create(
        (
            PublicPage(
                pk=start + number,
                path=f"/compare-roles/a-role-with-a-long-name-{number}-vs-another-role-with-a-long-name/",
                kind=Kind.COMPARISONS,
                name="A vs B",
                says="52% in common.",
                digest="0" * 32,
                first_seen_at=SEEN,
                changed_at=SEEN,
            )
            for number in range(MANY)
        ),
        batch_size=2_000,
    )
    return start // sitemaps.SPAN + 1


def test_50_000_addresses_take_little_time_and_memory(many, django_assert_num_queries):
    start = time.process_time()
    size = sum(len(piece) for piece in sitemaps.urlset(Kind.COMPARISONS, many))
    seconds = time.process_time() - start
    tracemalloc.start()
    count = sum(piece.count("<loc>") for piece in sitemaps.urlset(Kind.COMPARISONS, many))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{seconds:.2f} s, {size / 1e6:.1f} MB sent, {peak / 1e6:.1f} MB held")
    assert count == MANY
    assert size < 50_000_000
    assert seconds < 2
    assert peak < 8_000_000  # as all rows at once it would be some 30
    with django_assert_num_queries(1):
        assert f"/sitemap-comparisons-{many}.xml" in sitemaps.index()
