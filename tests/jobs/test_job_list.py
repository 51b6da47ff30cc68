"""/jobs/: what it finds, in which order, and its one address."""

from html import unescape
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from jobs.listing.address import PARAMETERS, asked, having, path, without
from jobs.models import Job
from roles.names import has_trigrams
from roles.salaries.form import PAY_UNKNOWN, YEARS_UNKNOWN
from tests.factories import JobFactory, LocationFactory, RoleFactory
from tests.jobs.listed import days_ago, titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_25_november")]


# --- Each filter keeps and drops

KEPT_AND_DROPPED = {
    "q=welder": ({"title": "Welder"}, {"title": "Fitter"}),
    "role=nurse": ({"role": "nurse"}, {"role": None}),
    "skill=sql": ({"asks": ["sql", "excel"]}, {"asks": ["excel"]}),
    "city=pune": ({"at": ["pune", "mumbai"]}, {"at": ["mumbai"]}),
    "mode=remote": ({"mode": "remote"}, {"mode": "office"}),
    "employment=internship": ({"employment": "internship"}, {"employment": ""}),
    "years=3": ({"years_min": 2, "years_max": 4}, {"years_min": 4}),
    "years=5": ({"years_min": 5}, {"years_min": 2, "years_max": 4}),
    "years=0": ({}, {"years_min": 1}),
    "pay=8": ({"pay_min": 400_000, "pay_max": 800_000}, {"pay_min": 400_000, "pay_max": 790_000}),
    "pay=7.5": ({}, {"pay_min": 700_000, "pay_max": 700_000}),
    "pay=3&unstated=no": ({"pay_min": 300_000, "pay_max": 300_000}, {}),
    "days=1": ({"posted_at": days_ago(1)}, {"posted_at": days_ago(2)}),
    "days=7": ({"posted_at": days_ago(7)}, {"posted_at": days_ago(8)}),
}


def made(what: dict[str, object], title: str) -> Job:
    fields = {"title": title, "posted_at": days_ago(0), **what}
    if "role" in fields:
        fields["role"] = RoleFactory(slug=fields["role"]) if fields["role"] else None
    return JobFactory(**fields)


@pytest.mark.parametrize("query", KEPT_AND_DROPPED)
def test_each_filter_keeps_some_and_drops_others(client, query):
    kept, dropped = KEPT_AND_DROPPED[query]
    for slug in ("pune", "mumbai"):
        LocationFactory(slug=slug)
    keys = {made(kept, "Kept").pk, made(dropped, "Dropped").pk}
    listing = client.get(f"/jobs/?{query}").context["listing"]
    assert len(listing.found.keys) == 1
    assert set(listing.found.keys) == {min(keys)}
    assert [chip.name for chip in listing.chips] == [name for name, _ in parse_qsl(query)]
    assert len(client.get("/jobs/").context["listing"].found.keys) == 2


def test_filters_are_joined_by_and(client):
    nurse = RoleFactory(slug="nurse")
    JobFactory(title="All", role=nurse, at=["pune"], mode="office", asks=["sql"])
    JobFactory(title="Elsewhere", role=nurse, at=["mumbai"], mode="office", asks=["sql"])
    JobFactory(title="Remote", role=nurse, at=["pune"], mode="remote", asks=["sql"])
    assert titles(client, "?role=nurse&skill=sql&city=pune&mode=office") == ["All"]
    assert set(titles(client, "?role=nurse&skill=sql&city=pune")) == {"All", "Remote"}


# --- Order, pages


def test_the_newest_come_first_or_the_best_paid(client):
    JobFactory(title="Old", posted_at=days_ago(9), pay_min=1, pay_max=900_000)
    JobFactory(title="New", posted_at=days_ago(1))
    JobFactory(title="Middle", posted_at=days_ago(5), pay_min=1, pay_max=500_000)
    assert titles(client) == ["New", "Middle", "Old"]
    assert titles(client, "?sort=pay") == ["Old", "Middle", "New"]


def test_there_are_twenty_on_a_page_and_none_twice(client):
    for number in range(45):
        JobFactory(title=f"Job {number}", posted_at=days_ago(number % 3))
    pages = [titles(client, query) for query in ("", "?page=2", "?page=3")]
    assert [len(page) for page in pages] == [20, 20, 5]
    assert len({title for page in pages for title in page}) == 45
    assert client.get("/jobs/?page=4").status_code == 404
    assert client.get("/jobs/?page=99999999999").status_code == 404
    html = client.get("/jobs/?page=2").content.decode()
    assert 'href="/jobs/"' in html
    assert 'href="/jobs/?page=3"' in html


def test_a_long_list_ends_honestly(client, monkeypatch):
    monkeypatch.setattr("jobs.listing.finding.MOST", 40)
    monkeypatch.setattr("jobs.listing.page.MOST", 40)
    monkeypatch.setattr("jobs.listing.page.LAST_PAGE", 2)
    JobFactory.create_batch(41)
    assert "40+ jobs" in client.get("/jobs/").content.decode()
    last = client.get("/jobs/?page=2").content.decode()
    assert "Narrow your search" in last
    assert "Narrow your search" not in client.get("/jobs/").content.decode()
    assert client.get("/jobs/?page=3").status_code == 404


# --- Words


def test_slips_find_titles_like_the_words(client):
    JobFactory(title="Data Analyst")
    html = client.get("/jobs/?q=data+analist").content.decode()
    if has_trigrams():
        assert "These titles look like them." in html
        assert titles(client, "?q=data+analist") == ["Data Analyst"]
    else:
        assert "No open job has all of this" in html


@pytest.mark.parametrize("typed", ["C++", '"C#" OR', "' --", "a" * 150, "%", "<script>alert(1)</script>", "(((", "*:*"])
def test_words_come_back_as_they_were_typed(client, typed):
    JobFactory()
    response = client.get("/jobs/", {"q": typed}, follow=True)
    assert response.status_code == 200
    assert response.context["listing"].form["q"].value() == " ".join(typed.split())[:100]
    assert "<script>alert" not in response.content.decode()


# --- The one address


@pytest.mark.parametrize(
    ("query", "clean"),
    [
        ("q=&role=&sort=", ""),
        ("utm_source=a&page=1", ""),
        ("city=pune&q=sales&utm_source=a", "q=sales&city=pune"),
        ("page=abc", ""),
        ("page=0", ""),
        ("sort=best", ""),
        ("mode=remote&q=+sales++manager+", "q=sales+manager&mode=remote"),
        ("q=a&q=b", "q=b"),
        ("unstated=no", ""),
        ("pay=5&unstated=no&unstated=yes", "pay=5"),
        ("unstated=no&pay=5", "pay=5&unstated=no"),
    ],
)
def test_an_address_is_made_clean_in_one_step(client, query, clean):
    response = client.get(f"/jobs/?{query}")
    assert response.status_code == 302
    assert response["Location"] == (f"/jobs/?{clean}" if clean else "/jobs/")
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.parametrize(("query", "clean"), [("utm_source=a", ""), ("gclid=b&q=sales&utm_source=a", "?q=sales")])
def test_what_counts_visits_changes_nothing(client, query, clean):
    JobFactory(title="Sales Manager")
    counted, page = client.get(f"/jobs/?{query}"), client.get(f"/jobs/{clean}")
    assert counted.status_code == 200
    assert counted.content == page.content


def test_who_asks_what_fits_is_sent_to_a_page_of_their_own(client, django_assert_num_queries):
    """At the one query that every page begins with."""
    with django_assert_num_queries(1):
        response = client.get("/jobs/?sort=fit&city=pune&page=2&q=")
    assert (response.status_code, response["Location"]) == (302, "/profile/jobs/?city=pune&sort=fit&page=2")
    assert not response.cookies


def test_every_list_offers_the_order_of_fit_as_a_plain_link(client):
    JobFactory(mode="remote")
    assert 'href="/jobs/?sort=fit" rel="nofollow">Best fit for you</a>' in client.get("/jobs/").text
    assert 'href="/jobs/?mode=remote&amp;sort=fit"' in client.get("/jobs/?mode=remote&sort=pay").text


@given(st.dictionaries(st.sampled_from([*PARAMETERS, "utm"]), st.text(max_size=120), max_size=8))
def test_a_clean_search_is_its_own_address(given):
    search = asked(given)
    query = urlsplit(path(search)).query
    assert asked(dict(parse_qsl(query))) == search
    assert [name for name, _ in search] == [name for name in PARAMETERS if name in dict(search)]
    for name, _ in search:
        assert name not in dict(without(search, name))
    assert dict(having(search, "city", "pune"))["city"] == "pune"


VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], min_codepoint=32), max_size=30),
    st.sampled_from(["nurse", "pune", "sql", "remote", "full_time", "pay", "no", "yes", "abc", "-1", "99999999999"]),
    st.integers().map(str),
)


class AnyQuery(TestCase):
    @settings(max_examples=150)
    @given(st.lists(st.tuples(st.sampled_from([*PARAMETERS, "x"]), VALUES), max_size=6))
    def test_no_query_is_an_error(self, pairs):
        JobFactory(role=RoleFactory(slug="nurse", name=f"Nurse {Job.objects.count()}"), at=["pune"], asks=["sql"])
        query = "&".join(f"{name}={quote(value)}" for name, value in pairs)
        for base in ("/jobs/", "/jobs/feed/"):
            response = self.client.get(f"{base}?{query}", follow=True)
            assert response.status_code in (200, 400, 404), query
            assert len(response.redirect_chain) <= 1
            if response.status_code == 200 and base == "/jobs/":
                assert 'rel="canonical" href="http://127.0.0.1:8000/jobs/"' in response.content.decode()


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("years=abc", YEARS_UNKNOWN),
        ("years=99999999999", YEARS_UNKNOWN),
        ("pay=abc", PAY_UNKNOWN),
        ("pay=99999999999999", PAY_UNKNOWN),
        ("city=atlantis", "We don’t know this one."),
        ("role=nobody", "We don’t know this one."),
        ("skill=nothing", "We don’t know this one."),
        ("mode=teleport", "We don’t know this one."),
        ("days=2", "We don’t know this one."),
    ],
)
def test_what_is_not_understood_is_said_and_left_out(client, query, sentence):
    JobFactory(title="There")
    html = unescape(client.get(f"/jobs/?{query}").content.decode())
    assert sentence in html
    assert titles(client, f"?{query}") == ["There"]
    assert "noindex" in html
