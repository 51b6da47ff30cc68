"""One click stops mail: without a sign-in, a cookie or a token of a form."""

import uuid

import pytest
from django.test import Client

from profiles.models import AlertMail, Consent, SavedSearch
from profiles.notices import Purpose
from tests.factories import AlertMailFactory, SavedSearchFactory
from tests.prose import faults

pytestmark = pytest.mark.django_db

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def stranger() -> Client:
    """Django's tests leave out the check of tokens unless it is asked for."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def search(db) -> SavedSearch:
    search = SavedSearchFactory(is_mailable=True, often="daily", telling=7, name="Secret wish")
    SavedSearchFactory(profile=search.profile, often="weekly")
    return search


@pytest.fixture
def mail(search) -> AlertMail:
    return AlertMailFactory(profile=search.profile)


def path(row: SavedSearch | AlertMail) -> str:
    return row.stop_url.removeprefix("http://127.0.0.1:8000")


def mailed() -> int:
    return SavedSearch.objects.exclude(often="never").count()


def test_a_post_stops_all_mail_and_takes_consent_back(stranger, search, mail):
    other = SavedSearchFactory(is_mailable=True, often="daily")
    answer = stranger.post(path(mail), ONE_CLICK)
    assert answer.status_code == 200
    assert not answer.cookies
    assert list(SavedSearch.objects.exclude(often="never")) == [other]
    assert not Consent.objects.is_given(search.profile.user, Purpose.ALERTS)
    assert Consent.objects.is_given(search.profile.user, Purpose.PROFILE)
    assert Consent.objects.is_given(other.profile.user, Purpose.ALERTS)


def test_a_post_stops_one_search(stranger, search, mail):
    assert stranger.post(path(search), ONE_CLICK).status_code == 200
    search.refresh_from_db()
    assert (search.often, search.telling) == ("never", None)
    assert mailed() == 1
    assert Consent.objects.is_given(search.profile.user, Purpose.ALERTS)


def test_looking_changes_nothing_and_says_nothing_of_anybody(stranger, search, mail):
    for row in (search, mail):
        for method in (stranger.get, stranger.head):
            answer = method(path(row))
            assert answer.status_code == 200
            assert not answer.cookies
            assert answer["Cache-Control"] == "no-store, private"
            assert answer["X-Robots-Tag"] == "noindex"
        text = stranger.get(path(row)).content.decode()
        assert "Secret" not in text
        assert "@" not in text
        assert "csrf" not in text
        assert "without trackers or cookies" in text
        assert text.count('<button class="button"') == 1
        assert faults(text) == []
    assert mailed() == 2


@pytest.mark.parametrize("kind", ["", "search/"])
def test_an_unknown_code_gets_the_same_answer(stranger, search, mail, kind):
    known = path(search) if kind else path(mail)
    unknown = f"/alerts/{kind}{uuid.uuid4()}/stop/"
    for method in (stranger.get, stranger.post):
        answers = [method(each) for each in (unknown, known)]
        assert answers[0].content == answers[1].content
        assert answers[0].status_code == answers[1].status_code == 200
    again = stranger.post(known)
    assert (again.status_code, again.content) == (200, answers[1].content)


def test_what_mail_programs_send_is_enough(stranger, search, mail):
    """As RFC 8058 shows it: no cookie, no referrer, the body alone."""
    answer = stranger.post(path(mail), "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200
    assert mailed() == 0


@pytest.mark.parametrize("junk", ["x", "1", "00000000-0000-0000-0000-00000000000g", "%00"])
def test_what_is_no_code_isnt_there(stranger, junk):
    assert stranger.post(f"/alerts/{junk}/stop/").status_code in (400, 404)


def test_other_methods_are_refused(stranger, search):
    assert stranger.put(path(search)).status_code == 405
    assert mailed() == 2


def test_codes_are_another_for_each_and_have_no_address(search, mail):
    tokens = {*SavedSearch.objects.values_list("token", flat=True), mail.token}
    assert len(tokens) == 3
    assert all(token.version == 4 for token in tokens)
