"""From the form to a confirmed address."""

from html import unescape

import pytest
from django.core import mail
from django.test import Client

from accounts.forms import ADULT_MISSING
from accounts.models import User
from tests.accounts.visits import PASSWORD, SIGN_UP, code_in_mail, is_signed_in, send, sign_in

pytestmark = pytest.mark.django_db


def test_sign_up_confirm_and_be_signed_in(client):
    answer = send(client, "signup/", **SIGN_UP)
    assert answer.headers["Location"] == "/accounts/confirm-email/"
    assert not is_signed_in(client)
    assert [letter.to for letter in mail.outbox] == [["asha@example.org"]]
    answer = send(client, "confirm-email/", code=code_in_mail())
    assert answer.headers["Location"] == "/profile/"
    assert is_signed_in(client)
    user = User.objects.get()
    assert (user.email, user.is_staff, user.is_superuser) == ("asha@example.org", False, False)
    assert user.check_password(PASSWORD)


def test_page_says_what_is_asked(client):
    page = client.get("/accounts/signup/").text
    for words in ("Make an account", "E-mail address", "10 characters or more", "I am 18 or older"):
        assert words in page


def test_address_is_kept_in_small_letters(client):
    send(client, "signup/", **SIGN_UP | {"email": "Asha@Example.ORG"})
    assert User.objects.get().email == "asha@example.org"


@pytest.mark.parametrize(
    ("form", "complaint"),
    [
        ({"is_adult": ""}, ADULT_MISSING),
        ({"email": ""}, "This field is required."),
        ({"email": "no address"}, "Enter a valid email address."),
        ({"email": "a" * 250 + "@example.org"}, "An address has 254 characters or fewer."),
        ({"password1": "short"}, "This password is too short. It must contain at least 10 characters."),
        ({"password1": "ninechars"}, "This password is too short."),
        ({"password1": "basketball"}, "This password is too common."),
        ({"password1": "8463920174"}, "This password is entirely numeric."),
        ({"password1": "asha@example.org"}, "The password is too similar to the e-mail address."),
        ({"password1": "kettle\0drum-orchard"}, "Null characters are not allowed."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(form, complaint, client):
    answer = send(client, "signup/", **SIGN_UP | form)
    assert answer.status_code == 200
    assert complaint in unescape(answer.text)
    assert 'aria-invalid="true"' in answer.text
    assert PASSWORD not in answer.text
    assert not User.objects.exists()
    assert mail.outbox == []


def test_ten_characters_are_enough(client):
    assert send(client, "signup/", **SIGN_UP | {"password1": "xq7vlm2pzk"}).status_code == 302


def test_wrong_code_three_times_ends_it(client):
    send(client, "signup/", **SIGN_UP)
    right = code_in_mail()
    wrong = "1111-1111" if right != "1111-1111" else "2222-2222"
    for _ in range(2):
        answer = send(client, "confirm-email/", code=wrong)
        assert "This code isn’t right" in answer.text
    assert send(client, "confirm-email/", code=wrong).headers["Location"] == "/accounts/login/"
    assert send(client, "confirm-email/", code=right).headers["Location"] == "/accounts/login/"
    assert not is_signed_in(client)


def test_code_may_be_typed_without_its_hyphen(client):
    send(client, "signup/", **SIGN_UP)
    send(client, "confirm-email/", code=f" {code_in_mail().replace('-', '')} ")
    assert is_signed_in(client)


def test_code_of_one_browser_is_no_use_in_another(client):
    send(client, "signup/", **SIGN_UP)
    other = Client()
    assert send(other, "confirm-email/", code=code_in_mail()).headers["Location"] == "/accounts/login/"
    assert not is_signed_in(other)


def test_code_ends_after_a_quarter_of_an_hour(client, settings):
    send(client, "signup/", **SIGN_UP)
    settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = -1
    send(client, "confirm-email/", code=code_in_mail())
    assert not is_signed_in(client)


def test_new_code_is_sent_on_demand_and_replaces_the_old(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "confirm_email": ""}
    send(client, "signup/", **SIGN_UP)
    old = code_in_mail()
    assert "Send a new code" in client.get("/accounts/confirm-email/").text
    send(client, "confirm-email/", action="resend")
    assert len(mail.outbox) == 2
    assert code_in_mail() != old
    send(client, "confirm-email/", code=code_in_mail())
    assert is_signed_in(client)


def test_who_never_confirmed_is_asked_to_at_sign_in(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "confirm_email": ""}
    send(client, "signup/", **SIGN_UP)
    later = Client()
    assert sign_in(later).headers["Location"] == "/accounts/confirm-email/"
    assert not is_signed_in(later)
    send(later, "confirm-email/", code=code_in_mail())
    assert is_signed_in(later)


def test_who_is_signed_in_needs_no_second_account(asha_client):
    assert asha_client.get("/accounts/signup/").headers["Location"] == "/profile/"


def test_stopping_half_way_leads_back_to_the_start(client):
    send(client, "signup/", **SIGN_UP)
    assert send(client, "logout/", next="/accounts/login/").headers["Location"] == "/accounts/login/"
    assert client.get("/accounts/confirm-email/").headers["Location"] == "/accounts/login/"
