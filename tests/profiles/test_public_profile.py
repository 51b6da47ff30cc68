"""The public page: only of who wants one, only what they ticked, gone when they say so."""

import dataclasses
import uuid

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from profiles.facts import ProfileFacts
from profiles.models import Consent, Part, Profile, ProfileView
from profiles.shown import shown
from tests.factories import ProfileFactory, SkillFactory
from tests.profiles.filled import FACTS

pytestmark = pytest.mark.django_db

# Of each part something that stands on the page only when it is ticked.
WORDS = {
    "name": "Asha Rao",
    "email": "asha@example.org",
    "phone": "98765",
    "city": "Pune",
    "links": "https://example.org/asha",
    "headline": "retail banking",
    "summary": "Five years of reports",
    "skills": "Loom weaving",
    "work": "Built reports",
    "education": "Fergusson",
    "projects": "Bus map",
    "certificates": "Tableau Specialist",
    "languages": "Marathi",
}
EVERY = list(Part.values)


@pytest.fixture
def public(profile: Profile, owner: Client) -> Profile:
    """With a page, and every section filled in; “Pune” only as the city."""
    SkillFactory(slug="sql")
    profile.take(dataclasses.replace(FACTS, positions=(dataclasses.replace(FACTS.positions[0], place=""),)))
    Profile.objects.filter(pk=profile.pk).update(pay_now=777_000, pay_wanted=888_000, notice_days=41)
    owner.post("/profile/public/start/")
    profile.refresh_from_db()
    return profile


def page(profile: Profile) -> str:
    answer = Client().get(profile.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_profile_begins_private(profile):
    assert (profile.is_public, profile.is_indexable) == (False, False)
    assert Client().get(profile.get_absolute_url()).status_code == 404


def test_going_public_takes_consent_and_shows_little(public):
    assert Consent.objects.is_given(public.user, "public")
    text = page(public)
    assert {part for part, word in WORDS.items() if word in text} == {"name", "headline"}


@pytest.mark.parametrize("part", EVERY)
def test_only_what_is_ticked_is_shown(public, owner, part):
    owner.post("/profile/public/", {"parts": [part]})
    text = page(public)
    assert {each for each, word in WORDS.items() if word in text} == {part}


def test_with_everything_ticked_pay_and_notice_stay_private(public, owner):
    owner.post("/profile/public/", {"parts": EVERY})
    text = page(public)
    assert all(word in text for word in WORDS.values())
    for hidden in ("7.77", "8.88", "777", "888", "41 day", "5 years and 2 months"):
        assert hidden not in text


def test_a_part_that_doesnt_exist_is_refused(public, owner):
    owner.post("/profile/public/", {"parts": ["pay_now", "name"]})
    assert set(public.shownpart_rows.values_list("part", flat=True)) == {"name", "headline"}


def test_the_page_sets_no_cookie_and_is_kept_nowhere(public):
    answer = Client().get(public.get_absolute_url())
    assert not answer.cookies
    assert "no-store" in answer["Cache-Control"]
    assert "Cookie" not in answer.get("Vary", "")
    assert "ETag" not in answer
    assert "csrf" not in answer.content.decode()


def test_it_is_the_same_for_its_owner_and_for_a_stranger(public, owner):
    assert owner.get(public.get_absolute_url()).content == Client().get(public.get_absolute_url()).content


def test_search_engines_are_kept_away_until_told_otherwise(public, owner):
    closed = Client().get(public.get_absolute_url())
    assert closed["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in closed.content.decode()
    owner.post("/profile/public/", {"parts": ["name"], "is_indexable": "on"})
    opened = Client().get(public.get_absolute_url())
    assert "X-Robots-Tag" not in opened
    assert "noindex" not in opened.content.decode()
    assert 'rel="canonical"' in opened.content.decode()


def test_a_private_a_missing_and_a_deleted_one_look_the_same(public, owner):
    address = public.get_absolute_url()
    owner.post("/profile/privacy/public/withdraw/")
    gone = Client().get(address)
    never = Client().get(f"/p/{uuid.uuid4()}/")
    private = Client().get(ProfileFactory().get_absolute_url())
    assert {answer.status_code for answer in (gone, never, private)} == {404}
    assert gone.content == never.content == private.content


def test_the_page_of_a_closed_account_isnt_there(public):
    public.user.is_active = False
    public.user.save()
    assert Client().get(public.get_absolute_url()).status_code == 404


def test_another_page_is_at_another_address_with_nothing_ticked_before(public, owner):
    owner.post("/profile/public/", {"parts": EVERY, "is_indexable": "on"})
    before = public.token
    owner.post("/profile/privacy/public/withdraw/")
    owner.post("/profile/public/start/")
    public.refresh_from_db()
    assert public.token != before
    assert not public.is_indexable
    assert set(public.shownpart_rows.values_list("part", flat=True)) == {"name", "headline"}


def test_a_new_address_ends_the_old_one(public, owner):
    before = public.get_absolute_url()
    owner.post("/profile/public/address/")
    public.refresh_from_db()
    assert Client().get(before).status_code == 404
    assert page(public)


def test_looks_are_counted_by_day_without_saying_whose(public):
    for _ in range(3):
        Client().get(public.get_absolute_url(), headers={"user-agent": "Someone"}, REMOTE_ADDR="203.0.113.9")
    Client().head(public.get_absolute_url())
    view = ProfileView.objects.get()
    assert (view.viewer, view.times) == ("public", 3)
    kept = [str(getattr(view, field.name)) for field in view._meta.fields]
    assert not any("203.0" in value or "Someone" in value for value in kept)


def test_the_page_is_read_in_few_queries(public, owner, django_assert_max_num_queries):
    owner.post("/profile/public/", {"parts": EVERY})
    Client().get(public.get_absolute_url())
    with django_assert_max_num_queries(10):
        Client().get(public.get_absolute_url())


@pytest.mark.parametrize("path", ["/p/", "/p/1/", "/p/00000000-0000-0000-0000-00000000000g/", "/p/%00/"])
def test_what_is_no_token_leads_nowhere(path):
    assert Client().get(path).status_code in (400, 404)


@given(st.sets(st.sampled_from(EVERY)), st.sets(st.sampled_from(EVERY)))
def test_more_ticks_show_more_and_never_less(some, more):
    fewer, whole = shown(FACTS, some), shown(FACTS, some | more)
    assert shown(whole, some) == fewer
    assert fewer.months is None
    assert shown(FACTS, set()) == ProfileFacts()
