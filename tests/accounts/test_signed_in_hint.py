"""The cookie that tells scripts that somebody is signed in: it comes and goes with the session, and says no more."""

import pytest
from django.conf import settings
from django.test import Client

from accounts.hint import HINT
from tests.factories import MemberFactory

pytestmark = pytest.mark.django_db

PASSWORD = "kettle-drum-orchard"


@pytest.fixture
def signed_in(client) -> Client:
    MemberFactory(email="asha@example.org", password=PASSWORD)
    client.answer = client.post("/accounts/login/", {"login": "asha@example.org", "password": PASSWORD})
    return client


def test_it_comes_with_the_session_and_says_only_that(signed_in):
    hint, session = (signed_in.answer.cookies[name] for name in (HINT, settings.SESSION_COOKIE_NAME))
    assert hint.value == "1"
    assert not hint["httponly"]
    assert (hint["max-age"], hint["samesite"], hint["path"], hint["domain"]) == (
        session["max-age"],
        session["samesite"],
        "/",
        "",
    )


def test_with_https_it_is_sent_by_https_alone(client, settings):
    settings.SESSION_COOKIE_SECURE = True
    MemberFactory(email="asha@example.org", password=PASSWORD)
    answer = client.post("/accounts/login/", {"login": "asha@example.org", "password": PASSWORD})
    assert answer.cookies[HINT]["secure"]


def test_it_goes_with_the_session(signed_in):
    answer = signed_in.post("/accounts/logout/")
    assert (answer.cookies[HINT].value, answer.cookies[HINT]["max-age"]) == ("", 0)
    assert HINT not in signed_in.get("/accounts/login/").cookies


def test_it_goes_when_the_session_ended_elsewhere(signed_in):
    from django.contrib.sessions.models import Session

    Session.objects.all().delete()
    assert signed_in.get("/profile/").cookies[HINT]["max-age"] == 0


def test_who_is_deleted_has_none(signed_in):
    signed_in.post("/profile/delete/", {"confirmation": PASSWORD})
    assert signed_in.cookies[HINT].value == ""


def test_a_wrong_password_brings_none(client):
    MemberFactory(email="asha@example.org", password=PASSWORD)
    assert HINT not in client.post("/accounts/login/", {"login": "asha@example.org", "password": "no"}).cookies


def test_public_pages_neither_set_it_nor_take_it_away(client, signed_in):
    client.cookies[HINT] = "1"
    for each in (client, signed_in):
        assert not each.get("/roles/").cookies
