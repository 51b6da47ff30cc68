"""Codes of an app, recovery codes, passkeys; and the editors' desk, which opens to nobody without one."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from tests.accounts.visits import PASSWORD, add_app, code_in_mail, give_password, is_signed_in, send, sign_in, totp_code
from tests.desk import enter, list_address
from tests.factories import MemberFactory

pytestmark = pytest.mark.django_db


def recovery_codes(client: Client) -> list[str]:
    """As they stand on the page."""
    return re.findall(r"<li>(\d{8})</li>", client.get("/accounts/2fa/recovery-codes/").text)


# --- An app


def test_page_says_what_is_on(asha_client):
    page = asha_client.get("/accounts/2fa/").text
    assert "Set up an app" in page
    assert "Recovery codes" not in page
    add_app(asha_client)
    page = asha_client.get("/accounts/2fa/").text
    assert "Switch the app off" in page
    assert "You have 10 left" in page


def test_setting_up_takes_the_password_again(asha_client):
    page = asha_client.get("/accounts/2fa/totp/activate/")
    assert page.headers["Location"] == "/accounts/reauthenticate/?next=%2Faccounts%2F2fa%2Ftotp%2Factivate%2F"


@pytest.mark.django_db(transaction=True)  # mails are sent once what they tell of is certain
def test_setting_up_shows_a_picture_and_the_key_and_sends_a_mail(asha_client, settings):
    give_password(asha_client)
    page = asha_client.get("/accounts/2fa/totp/activate/")
    assert page.context["totp_url"].startswith("otpauth://totp/asha%40example.org?secret=")
    assert page.context["totp_url"].endswith(f"issuer={settings.SITE_NAME}")
    assert page.context["form"].secret in page.text
    assert '<svg class="qr" viewBox="0 0 ' in page.text
    assert "data:" not in page.text
    add_app(asha_client)
    assert mail.outbox[-1].subject == "A second step was switched on"


def test_wrong_code_leaves_it_off(asha_client):
    give_password(asha_client)
    asha_client.get("/accounts/2fa/totp/activate/")
    assert "This code isn’t right" in send(asha_client, "2fa/totp/activate/", code="12345").text
    assert not Authenticator.objects.exists()


def test_sign_in_takes_the_apps_code_too(asha, asha_client):
    secret = add_app(asha_client)
    client = Client()
    assert sign_in(client).headers["Location"] == "/accounts/2fa/authenticate/"
    assert not is_signed_in(client)
    assert "The second step" in client.get("/accounts/2fa/authenticate/").text
    assert "This code isn’t right" in send(client, "2fa/authenticate/", code="000000x").text
    assert not is_signed_in(client)
    assert send(client, "2fa/authenticate/", code=totp_code(secret, 1)).headers["Location"] == "/profile/"
    assert is_signed_in(client)


def test_code_of_the_app_works_once(asha, asha_client):
    code = totp_code(add_app(asha_client), 1)
    for is_first in (True, False):
        client = Client()
        sign_in(client)
        send(client, "2fa/authenticate/", code=code)
        assert is_signed_in(client) == is_first


def test_mailed_code_doesnt_replace_the_apps(asha, asha_client):
    add_app(asha_client)
    client = Client()
    send(client, "login/code/", email=asha.email)
    answer = send(client, "login/code/confirm/", code=code_in_mail())
    assert answer.headers["Location"] == "/accounts/2fa/authenticate/"
    assert not is_signed_in(client)


def test_new_password_doesnt_replace_the_apps_code(asha, asha_client):
    add_app(asha_client)
    client = Client()
    send(client, "password/reset/", email=asha.email)
    send(client, "password/reset/confirm/", code=code_in_mail())
    send(client, "password/reset/complete/", password1="quiet-river-lantern", password2="quiet-river-lantern")
    assert sign_in(client, password="quiet-river-lantern").headers["Location"] == "/accounts/2fa/authenticate/"


def test_five_wrong_codes_are_enough(asha, asha_client):
    secret = add_app(asha_client)
    client = Client()
    sign_in(client)
    for _ in range(5):
        send(client, "2fa/authenticate/", code="1")
    assert "Too many tries" in send(client, "2fa/authenticate/", code=totp_code(secret, 1)).text
    assert not is_signed_in(client)


def test_switching_off_takes_recovery_codes_along(asha_client):
    add_app(asha_client)
    assert asha_client.get("/accounts/2fa/totp/activate/").headers["Location"] == "/accounts/2fa/totp/deactivate/"
    assert "Switch the app off?" in asha_client.get("/accounts/2fa/totp/deactivate/").text
    assert send(asha_client, "2fa/totp/deactivate/").headers["Location"] == "/accounts/2fa/"
    assert not Authenticator.objects.exists()
    assert mail.outbox[-1].subject == "A second step was switched off"


# --- Recovery codes


def test_recovery_codes_are_shown_once_and_let_in_once(asha, asha_client):
    add_app(asha_client)
    codes = recovery_codes(asha_client)
    assert len(set(codes)) == 10
    page = asha_client.get("/accounts/2fa/recovery-codes/").text
    assert not any(code in page for code in codes)
    assert "You have 10 left. They were shown once" in page
    for is_first in (True, False):
        client = Client()
        sign_in(client)
        send(client, "2fa/authenticate/", code=codes[0])
        assert is_signed_in(client) == is_first
    assert "You have 9 left" in asha_client.get("/accounts/2fa/").text


@pytest.mark.django_db(transaction=True)
def test_new_recovery_codes_end_the_old(asha, asha_client):
    add_app(asha_client)
    old = recovery_codes(asha_client)
    assert "The 10 that you have left end with it." in asha_client.get("/accounts/2fa/recovery-codes/generate/").text
    answer = send(asha_client, "2fa/recovery-codes/generate/")
    assert answer.headers["Location"] == "/accounts/2fa/recovery-codes/"
    assert mail.outbox[-1].subject == "You have new recovery codes"
    new = recovery_codes(asha_client)
    assert not set(old) & set(new)
    client = Client()
    sign_in(client)
    send(client, "2fa/authenticate/", code=old[0])
    assert not is_signed_in(client)
    send(client, "2fa/authenticate/", code=new[0])
    assert is_signed_in(client)


def test_recovery_codes_are_no_file(asha_client):
    """Neither before they were shown nor after."""
    add_app(asha_client)
    assert asha_client.get("/accounts/2fa/recovery-codes/download/").status_code == 404
    recovery_codes(asha_client)
    assert asha_client.get("/accounts/2fa/recovery-codes/download/").status_code == 404


# --- The editors' desk


@pytest.fixture
def desk_client(asha, asha_client) -> Client:
    """An editor, signed in with the password alone."""
    asha.is_staff = asha.is_superuser = True
    asha.save()
    return asha_client


def test_desk_sends_strangers_to_sign_in(client):
    answer = client.get("/admin/roles/role/", follow=True)
    assert answer.redirect_chain[-1] == ("/accounts/login/?next=/admin/roles/role/", 302)


def test_desk_asks_editors_without_a_second_factor_for_one(desk_client):
    answer = desk_client.get("/admin/roles/role/", follow=True)
    assert answer.redirect_chain[-1][0] == "/accounts/2fa/?next=%2Fadmin%2Froles%2Frole%2F"
    assert "The editors’ desk opens with a second step" in answer.text


@pytest.mark.parametrize(
    "page", ["", "roles/role/", "roles/role/add/", "accounts/user/1/password/", "jsi18n/", "logout/"]
)
def test_no_page_of_the_desk_opens_without(desk_client, page):
    for answer in (desk_client.get(f"/admin/{page}"), desk_client.post(f"/admin/{page}")):
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith(("/admin/login/", "/accounts/login/", "/admin/"))


def test_desk_opens_once_a_code_is_given(desk_client):
    secret = add_app(desk_client)
    answer = desk_client.get("/admin/", follow=True)
    assert answer.redirect_chain[-1][0] == "/accounts/2fa/reauthenticate/?next=%2Fadmin%2F"
    answer = send(desk_client, "2fa/reauthenticate/", code=totp_code(secret, 1), next="/admin/")
    assert answer.headers["Location"] == "/admin/"
    assert desk_client.get("/admin/").status_code == 200


def test_desk_opens_after_a_sign_in_with_a_code(desk_client):
    secret = add_app(desk_client)
    client = Client()
    sign_in(client)
    send(client, "2fa/authenticate/", code=totp_code(secret, 1))
    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/login/", {"next": "/admin/roles/role/"}).headers["Location"] == "/admin/roles/role/"
    assert client.get("/admin/login/", {"next": "//evil.example/"}).headers["Location"] == "/admin/"


def test_second_factor_of_another_session_doesnt_count(desk_client):
    add_app(desk_client)
    client = Client()
    client.force_login(MemberFactory(is_staff=True))
    assert client.get("/admin/").status_code == 302


def test_who_is_no_editor_stays_out_with_a_second_factor_too(client, asha):
    enter(client, asha)
    assert client.get("/admin/", follow=True).status_code == 403


def test_where_the_operator_says_so_the_password_is_enough(desk_client, settings):
    settings.STAFF_NEED_SECOND_FACTOR = False
    assert desk_client.get("/admin/").status_code == 200


def test_editor_takes_away_a_lost_second_factor_but_sees_no_secret(asha, asha_client, editor_client):
    secret = add_app(asha_client)
    rows = list(Authenticator.objects.order_by("pk"))
    page = editor_client.get(list_address(Authenticator)).text
    assert asha.email in page
    page += editor_client.get(f"{list_address(Authenticator)}{rows[0].pk}/change/").text
    assert secret not in page
    for row in rows:
        editor_client.post(f"{list_address(Authenticator)}{row.pk}/delete/", {"post": "yes"})
    assert not Authenticator.objects.exists()
    assert sign_in(Client(), password=PASSWORD).headers["Location"] == "/profile/"
