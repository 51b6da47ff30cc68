"""/jobs/: what it finds, what it says of it, and its one address."""

import datetime
import re
from collections import Counter
from html import unescape
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from jobs.listing.address import PARAMETERS, asked, having, path, without
from jobs.listing.choices import choices
from jobs.listing.finding import find, matching
from jobs.listing.page import HEADINGS, get_listing
from jobs.listing.wanted import Wanted
from jobs.models import Job
from roles.names import has_trigrams
from roles.salaries.form import PAY_UNKNOWN, YEARS_UNKNOWN
from tests.factories import CompanyFactory, JobFactory, JobPlaceFactory, JobSkillFactory, LocationFactory, RoleFactory
from tests.graphs import graph_faults
from tests.prose import parse, text_of

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 25)


@pytest.fixture(autouse=True)
def today(monkeypatch) -> None:
    now = datetime.datetime(2026, 11, 25, 6, tzinfo=datetime.UTC)
    monkeypatch.setattr(timezone, "now", lambda: now)


def days_ago(days: int) -> datetime.datetime:
    """Noon in India."""
    return datetime.datetime(2026, 11, 25, 6, 30, tzinfo=datetime.UTC) - datetime.timedelta(days=days)


def titles(client: Client, query: str = "") -> list[str]:
    response = client.get(f"/jobs/{query}")
    assert response.status_code == 200, response
    return [job.title for job in response.context["listing"].rows]


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
        ("page=abc", ""),
        ("page=0", ""),
        ("sort=fit", ""),
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


# --- What it says


def test_chosen_filters_can_be_taken_back_one_by_one(client):
    JobFactory(at=["pune"], mode="remote", posted_at=days_ago(0))
    html = client.get("/jobs/?city=pune&mode=remote&days=7").content.decode()
    chips = re.findall(r'<li><a href="([^"]+)"[^>]*><span class="visually-hidden">Without </span>(.+?) <', html)
    assert [(unescape(href), says) for href, says in chips] == [
        ("/jobs/?mode=remote&days=7", "Pune"),
        ("/jobs/?city=pune&days=7", "Remote"),
        ("/jobs/?city=pune&mode=remote", "Last 7 days"),
    ]


def test_nothing_found_says_what_to_let_go_of(client):
    JobFactory(title="Welder", at=["pune"], mode="office")
    JobFactory(title="Welder", at=["pune"], mode="office")
    LocationFactory(slug="mumbai")
    page = client.get("/jobs/?q=welder&city=mumbai&mode=office")
    assert [(less.chip.name, less.found) for less in page.context["listing"].looser] == [("city", "2 jobs")]
    assert "noindex, follow" in page.content.decode()
    lonely = client.get("/jobs/?q=plumber&city=mumbai").content.decode()
    assert "none with one of the filters less" in lonely


def test_facets_are_what_counting_by_hand_gives(client):
    roles = [RoleFactory(slug=slug) for slug in ("nurse", "welder")]
    for number in range(12):
        JobFactory(
            role=roles[number % 2] if number % 3 else None,
            at=["pune", "mumbai"][: number % 3],
            asks=["sql", "excel", "python"][number % 4 :],
            mode=("office", "remote", "")[number % 3],
            employment=("full_time", "")[number % 2],
        )
    jobs = Job.objects.for_rows(Job.objects.values_list("pk", flat=True))
    by_hand = {
        "Role": Counter(job.role.name for job in jobs if job.role),
        "City": Counter(row.location.name for job in jobs for row in job.place_rows.all()),
        "Skill": Counter(row.skill.name for job in jobs for row in job.skill_rows.all()),
        "Where you work": Counter(job.get_mode_display().capitalize() for job in jobs if job.mode),
        "Employment": Counter(job.get_employment_display().capitalize() for job in jobs if job.employment),
    }
    facets = client.get("/jobs/").context["listing"].facets
    assert {facet.heading: {link.name: link.count for link in facet.links} for facet in facets} == by_hand
    assert set(by_hand) == set(HEADINGS.values())
    html = client.get("/jobs/").content.decode()
    assert f">Pune ({by_hand['City']['Pune']})</option>" in html


def test_a_facet_leads_to_as_many_as_it_counts(client):
    for number in range(6):
        JobFactory(at=["pune"] if number % 2 else [], asks=["sql"] if number % 3 else [], mode="remote")
    for facet in client.get("/jobs/?mode=remote").context["listing"].facets:
        for link in facet.links:
            assert len(client.get(link.href).context["listing"].found.keys) == link.count


def test_a_row_says_what_the_advert_does(client):
    job = JobFactory(
        title="Data Analyst",
        company=CompanyFactory(name="Acme"),
        at=["pune"],
        asks=["sql", "excel", "python", "r", "sas", "spss"],
        mode="hybrid",
        years_min=2,
        years_max=4,
        pay_min=600_000,
        pay_max=900_000,
        posted_at=days_ago(3),
    )
    main = next(parse(client.get("/jobs/").content.decode()).iter("article"))
    assert text_of(main).split() == [
        *(["Data", "Analyst", "Acme", "₹6–9", "lakh", "a", "year", "Pune", "·", "Hybrid", "·", "2–4", "years"]),
        *(["SQL", "Excel", "Python", "R", "Sas", "Posted", "3", "days", "ago"]),
    ]
    assert job.get_absolute_url() in client.get("/jobs/").content.decode()


# --- Search engines


def robots(html: str) -> str:
    return re.search(r'<meta name="robots" content="([^"]*)"', html)[1]


def test_the_whole_list_is_indexed_and_filtered_views_are_not(client):
    JobFactory(mode="remote")
    html = client.get("/jobs/").content.decode()
    assert "noindex" not in robots(html)
    assert graph_faults(html, "http://127.0.0.1:8000") == []
    assert robots(client.get("/jobs/?mode=remote").content.decode()) == "noindex, follow"


def test_samples_are_marked_and_make_no_page_indexable(client):
    nurse = RoleFactory(slug="nurse")
    JobFactory(is_sample=True, role=nurse, at=["pune"])
    for address in ("/jobs/", "/jobs/role/nurse/", "/jobs/in/pune/"):
        html = client.get(address).content.decode()
        assert "Sample, not a real job" in html
        assert "noindex" in robots(html)
    JobFactory(role=nurse, at=["pune"])
    for address in ("/jobs/", "/jobs/role/nurse/", "/jobs/in/pune/"):
        assert "noindex" not in robots(client.get(address).content.decode())


def test_a_role_and_a_city_with_jobs_have_a_page(client):
    RoleFactory(slug="welder")
    JobFactory(title="Night Nurse", role=RoleFactory(slug="nurse"), at=["pune"])
    LocationFactory(slug="mumbai")
    for address, heading in (("/jobs/role/nurse/", "Nurse jobs in India"), ("/jobs/in/pune/", "Jobs in Pune")):
        html = client.get(address).content.decode()
        assert f"<h1>{heading}</h1>" in html
        assert f'rel="canonical" href="http://127.0.0.1:8000{address}"' in html
        assert "Night Nurse" in html
        assert graph_faults(html, "http://127.0.0.1:8000") == []
        assert f'href="{address}"' in client.get("/jobs/").content.decode()
        assert client.get(address.rstrip("/"))["Location"] == address
    for address in ("/jobs/role/welder/", "/jobs/in/mumbai/", "/jobs/role/nobody/", "/jobs/in/india/"):
        assert client.get(address).status_code == 404


# --- The feed


def test_the_feed_has_the_newest_of_the_search(client):
    JobFactory(title="Old & gold", posted_at=days_ago(5), mode="remote", pay_min=600_000, pay_max=900_000)
    JobFactory(title="New", posted_at=days_ago(1), mode="remote", company=CompanyFactory(name="Acme"))
    JobFactory(title="Office", mode="office")
    page = client.get("/jobs/?mode=remote&sort=pay").content.decode()
    assert 'type="application/atom+xml" title="New jobs of this search" href="/jobs/feed/?mode=remote"' in page
    response = client.get("/jobs/feed/?mode=remote")
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = parse_xml(response.content)
    atom = "{http://www.w3.org/2005/Atom}"
    titled = [entry.find(f"{atom}title").text for entry in feed.iter(f"{atom}entry")]
    assert (titled[0], len(titled)) == ("New, Acme", 2)
    assert feed.find(f"{atom}updated").text == days_ago(1).isoformat()
    assert len({entry.find(f"{atom}id").text for entry in feed.iter(f"{atom}entry")}) == 2
    assert client.get("/jobs/feed/?city=atlantis").status_code == 404
    assert client.get("/jobs/feed/?mode=remote&sort=pay")["Location"] == "/jobs/feed/?mode=remote"


def parse_xml(text: bytes):
    from xml.etree import ElementTree

    return ElementTree.fromstring(text)  # noqa: S314 ours


# --- What it costs


def test_a_page_takes_at_most_eight_queries(client, django_assert_max_num_queries):
    role = RoleFactory(slug="nurse")
    for number in range(25):
        JobFactory(title=f"Nurse {number}", role=role, at=["pune"], asks=["sql", "excel"], mode="office", years_min=1)
    full = "?q=nurse&role=nurse&skill=sql&city=pune&mode=office&years=2&days=30"
    for address in ("", full, "?page=2", "role/nurse/", "in/pune/", "?q=plumber&city=pune&mode=office&years=1&days=30"):
        with django_assert_max_num_queries(9):  # one of them is the version of the data
            client.get(f"/jobs/{address}")


def test_closed_jobs_never_appear(client):
    job = JobFactory(title="Shut")
    assert titles(client) == ["Shut"]
    job.close("gone", timezone.now())
    job.save()
    assert titles(client) == []
    assert "There are no open jobs here yet." in client.get("/jobs/").content.decode()


def test_the_newest_are_read_without_reading_all(db):
    """By the index, in the order of the list."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL reads a small table whole")
    for wanted in (Wanted(), Wanted(is_by_pay=True)):
        order = ("-pay", "-job_id") if wanted.is_by_pay else ("-posted_at", "-job_id")
        plan = matching(wanted, TODAY).order_by(*order).values_list("job_id", "marks")[:20].explain()
        assert "USING INDEX openjob_" in plan
        assert "TEMP B-TREE" not in plan


def test_rows_of_a_place_without_a_city_keep_the_adverts_words():
    job = JobFactory(places_words="Kochi, Kerala")
    JobPlaceFactory(job=JobFactory())
    JobSkillFactory(job=job)
    listing = get_listing((), choices(), TODAY)
    assert "Kochi, Kerala" in {row.places for row in listing.rows}
    assert len(find(Wanted(), TODAY).keys) == 2
