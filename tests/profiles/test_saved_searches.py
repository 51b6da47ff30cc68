"""Searches that a person saved: what is kept, what the list says, mail switched on and off."""

import pytest
from django.utils import timezone

from profiles.alerts.models import Arrival
from profiles.models import Consent, SavedSearch
from profiles.notices import NOTICES, Purpose
from tests.factories import (
    JobFactory,
    LocationFactory,
    RoleFactory,
    SavedSearchFactory,
    SkillFactory,
)
from tests.prose import faults

pytestmark = pytest.mark.django_db

LIST = "/profile/searches/"


def save(owner, query: str, **fields):
    return owner.post(f"{LIST}new/?{query}", {"query": query, "name": "Mine", "often": "never", **fields})


def test_the_list_of_jobs_leads_to_saving_the_search(client, owner, profile):
    role, city = RoleFactory(slug="data-analyst"), LocationFactory(slug="pune")
    JobFactory(role=role, at=[city.slug], mode="remote")
    page = client.get("/jobs/?role=data-analyst&city=pune&mode=remote&days=7&sort=pay")
    link = '<a href="/profile/searches/new/?role=data-analyst&amp;city=pune&amp;mode=remote&amp;days=7" rel="nofollow">'
    assert link in page.content.decode()
    assert not page.cookies
    asked = owner.get("/profile/searches/new/?role=data-analyst&city=pune&mode=remote&days=7").content.decode()
    assert "Data Analyst jobs in Pune, remote" in asked
    assert "How old a job may be isn’t saved" in asked
    assert NOTICES[Purpose.ALERTS].why in asked
    assert faults(asked) == []
    assert not SavedSearch.objects.exists()  # not by a link
    query = "role=data-analyst&city=pune&mode=remote"
    assert f'name="query" value="{query.replace("&", "&amp;")}"' in asked
    assert save(owner, query, name="Data Analyst jobs in Pune, remote")["Location"] == LIST
    saved = SavedSearch.objects.get()
    assert (saved.profile, saved.query, saved.often) == (profile, query, "never")
    assert not Consent.objects.filter(purpose="alerts").exists()
    text = owner.get(LIST).content.decode()
    assert "1 open job" in text
    assert f'href="/jobs/?{query.replace("&", "&amp;")}"' in text
    assert faults(text) == []


@pytest.mark.parametrize(("address", "query"), [("/jobs/role/nurse/", "role=nurse"), ("/jobs/in/pune/", "city=pune")])
def test_pages_of_a_role_and_a_city_can_be_saved(client, owner, address, query):
    JobFactory(role=RoleFactory(slug="nurse"), at=["pune"])
    assert f"/profile/searches/new/?{query}" in client.get(address).content.decode()
    save(owner, query)
    assert SavedSearch.objects.get().query == query


def test_the_whole_list_isnt_a_search(client, owner):
    for query in ("", "?city=atlantis", "?days=7", "?sort=pay"):
        assert "Save this search" not in client.get(f"/jobs/{query}").content.decode()
    for query in ("", "sort=pay", "days=7", "city=atlantis", "other=1", "years=x", "years=99"):
        assert "can’t be saved" in owner.get(f"{LIST}new/?{query}").content.decode()
        assert "can’t be saved" in save(owner, query).content.decode()
    assert not SavedSearch.objects.exists()


def test_two_ways_to_write_a_search_are_one(owner):
    RoleFactory(slug="nurse")
    for query in (
        "role=nurse&q=night+shift",
        "q=+night++shift&role=nurse&sort=pay&page=3",
        "q=night%20shift&role=nurse",
    ):
        save(owner, query)
    assert SavedSearch.objects.get().query == "q=night+shift&role=nurse"


def test_mail_needs_a_tick_and_the_tick_is_consent(owner, profile):
    refused = save(owner, "mode=remote", often="daily").content.decode()
    assert "Tick this box if you want mail" in refused
    assert not SavedSearch.objects.exists()
    before = timezone.now()
    save(owner, "mode=remote", often="daily", is_agreed="on")
    consent = Consent.objects.get(purpose="alerts")
    assert consent.notice_version == NOTICES[Purpose.ALERTS].version
    assert consent.given_at >= before
    assert "is_agreed" not in owner.get(f"{LIST}new/?mode=office").content.decode()  # it is given already
    save(owner, "mode=office", often="weekly")
    assert Consent.objects.filter(purpose="alerts").count() == 1


def test_consent_is_taken_back_by_a_button(owner, profile):
    save(owner, "mode=remote", often="daily", is_agreed="on")
    for page in (LIST, "/profile/privacy/"):
        assert "/profile/privacy/alerts/withdraw/" in owner.get(page).content.decode()
    owner.post("/profile/privacy/alerts/withdraw/")
    assert SavedSearch.objects.get().often == "never"
    assert not Consent.objects.is_given(profile.user, Purpose.ALERTS)
    assert Consent.objects.is_given(profile.user, Purpose.PROFILE)


def test_new_is_what_comes_after_saving(owner):
    JobFactory(mode="remote")
    save(owner, "mode=remote")
    assert "1 open job<" in owner.get(LIST).content.decode()
    for _ in range(2):
        JobFactory(mode="remote")
    text = owner.get(LIST).content.decode()
    assert "3 open jobs, <strong>2 new jobs</strong>" in text
    search = SavedSearch.objects.get()
    assert owner.get(f"{LIST}{search.pk}/seen/").status_code == 405
    owner.post(f"{LIST}{search.pk}/seen/")
    assert "3 open jobs<" in owner.get(LIST).content.decode()


def test_switching_mail_on_brings_no_backlog(owner):
    save(owner, "mode=remote")
    JobFactory(mode="remote")
    search = SavedSearch.objects.get()
    owner.post(f"{LIST}{search.pk}/", {"name": "Home", "often": "daily", "is_agreed": "on"})
    search.refresh_from_db()
    assert (search.name, search.often) == ("Home", "daily")
    assert search.told == Arrival.objects.newest() > 0
    JobFactory(mode="remote")
    owner.post(f"{LIST}{search.pk}/", {"name": "House", "often": "weekly"})  # it was on: nothing is skipped
    Arrival.objects.catch_up(timezone.now())
    search.refresh_from_db()
    assert search.told == Arrival.objects.newest() - 1


def test_a_search_for_what_is_gone_says_so_and_finds_nothing(owner, profile):
    nurse = RoleFactory(slug="nurse")
    JobFactory()
    save(owner, "role=nurse", name="Nursing")
    nurse.delete()
    text = owner.get(LIST).content.decode()
    assert "Finds nothing any more" in text
    assert "open job" not in text
    assert faults(text) == []
    assert owner.get(f"{LIST}{SavedSearch.objects.get().pk}/").status_code == 200


def test_searches_of_others_are_not_there(owner, profile):
    mine, other = SavedSearchFactory(profile=profile), SavedSearchFactory(name="Secret")
    for path in ("", "remove/", "seen/"):
        assert owner.post(f"{LIST}{other.pk}/{path}", {"name": "x", "often": "never"}).status_code == 404
    assert owner.get(f"{LIST}{other.pk}/").status_code == 404
    assert "Secret" not in owner.get(LIST).content.decode()
    assert owner.get(f"{LIST}{mine.pk}/remove/").status_code == 405
    owner.post(f"{LIST}{mine.pk}/remove/")
    assert list(SavedSearch.objects.all()) == [other]


def test_there_is_a_limit_and_it_says_so(owner, profile, monkeypatch):
    monkeypatch.setattr(SavedSearch, "most", 2)
    for mode in ("remote", "office"):
        save(owner, f"mode={mode}")
    assert "2 saved searches is the most that a profile holds" in save(owner, "mode=field").content.decode()
    assert SavedSearch.objects.count() == 2
    assert save(owner, "mode=remote", name="Still").status_code == 302


def test_the_list_takes_as_many_queries_however_long_it_is(owner, profile, django_assert_num_queries):
    SkillFactory(slug="sql")
    for number in range(5):
        JobFactory(title=f"Word{number}", mode="remote", asks=["sql"])
    for count in (3, 47):
        for number in range(count):
            SavedSearchFactory(profile=profile, query=f"q=word{number}&skill=sql&years={count}")
        # session, user, profile, the searches, what they choose from, open ones, new ones, consent
        with django_assert_num_queries(8):
            text = owner.get(LIST).content.decode()
    assert text.count("1 open job, <strong>1 new job</strong>") == 3 + 5  # there are five such jobs
    assert faults(text) == []


def test_counting_stops_at_a_hundred(owner, profile):
    for _ in range(103):
        JobFactory(mode="remote")
    SavedSearchFactory(profile=profile, query="mode=remote", told=0)
    assert "100+ open jobs, <strong>100+ new jobs</strong>" in owner.get(LIST).content.decode()


def test_deleting_the_profile_takes_searches_and_their_consent_along(owner, profile):
    save(owner, "mode=remote", often="daily", is_agreed="on")
    owner.post("/profile/privacy/profile/withdraw/")
    assert not SavedSearch.objects.exists()
    assert not Consent.objects.current(profile.user).exists()
