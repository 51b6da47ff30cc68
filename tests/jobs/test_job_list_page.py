"""/jobs/: what its pages say, to readers and to machines, and what they cost."""

import re
from collections import Counter
from html import unescape

import pytest
from django.db import connection
from django.utils import timezone

from jobs.listing.choices import choices
from jobs.listing.finding import find, matching
from jobs.listing.page import HEADINGS, get_listing
from jobs.listing.wanted import Wanted
from jobs.models import Job
from tests.factories import CompanyFactory, JobFactory, JobPlaceFactory, JobSkillFactory, LocationFactory, RoleFactory
from tests.graphs import graph_faults
from tests.jobs.listed import TODAY, days_ago, titles
from tests.prose import faults, parse, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_25_november")]


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


def test_the_title_says_what_was_chosen(client):
    JobFactory.create_batch(21, at=["pune"], mode="remote")
    titled = "<title>Jobs in India: Pune, Remote{} | OnJob</title>"
    assert titled.format("") in client.get("/jobs/?city=pune&mode=remote").content.decode()
    assert titled.format(", page 2") in client.get("/jobs/?city=pune&mode=remote&page=2").content.decode()


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
    html = client.get("/jobs/").content.decode()
    assert job.get_absolute_url() in html
    assert faults(html) == []


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
