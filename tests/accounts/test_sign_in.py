"""By password, by code, and out again; a forgotten password."""

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from tests.accounts.visits import NEW_PASSWORD, PASSWORD, code_in_mail, is_signed_in, send, sign_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_with_the_password(asha, client):
    assert sign_in(client).headers["Location"] == "/profile/"
    assert client.get("/profile/").status_code == 200
    assert "You are signed in as asha@example.org" in client.get("/accounts/").text


@pytest.mark.parametrize("address", ["ASHA@EXAMPLE.ORG", "Asha@example.org "])
def test_whatever_the_case(asha, client, address):
    assert sign_in(client, address).status_code == 302
    assert is_signed_in(client)


@pytest.mark.parametrize("password", ["wrong password", PASSWORD.upper(), f" {PASSWORD}", "", "\0"])
def test_not_with_another_password(asha, client, password):
    assert sign_in(client, password=password).status_code == 200
    assert not is_signed_in(client)


def test_session_gets_another_key(asha, client):
    client.get("/accounts/login/")
    session = client.session
    session["seen"] = True
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    sign_in(client)
    assert client.cookies["sessionid"].value != before


def test_editor_made_at_the_desk_signs_in_once_the_address_is_confirmed(client):
    UserFactory(email="Editor@example.org", password=PASSWORD, is_staff=True)
    assert sign_in(client, "editor@example.org").headers["Location"] == "/accounts/confirm-email/"
    send(client, "confirm-email/", code=code_in_mail())
    assert is_signed_in(client)


def test_inactive_account_is_told_apart_only_by_its_password(asha, client):
    asha.is_active = False
    asha.save()
    assert sign_in(client, password="wrong password").status_code == 200
    assert sign_in(client).headers["Location"] == "/accounts/inactive/"
    assert "This account is closed" in client.get("/accounts/inactive/").text
    assert not is_signed_in(client)


def test_user_without_a_password_cannot_sign_in(client):
    UserFactory(email="asha@example.org")
    assert sign_in(client, password="").status_code == 200
    assert sign_in(client, password="!").status_code == 200


# --- By code


def test_with_a_code(asha, client):
    answer = send(client, "login/code/", email=asha.email)
    assert answer.headers["Location"] == "/accounts/login/code/confirm/"
    assert send(client, "login/code/confirm/", code=code_in_mail()).headers["Location"] == "/profile/"
    assert is_signed_in(client)


def test_code_works_once(asha, client):
    send(client, "login/code/", email=asha.email)
    code = code_in_mail()
    send(client, "login/code/confirm/", code=code)
    send(client, "logout/")
    assert send(client, "login/code/confirm/", code=code).status_code == 302
    assert not is_signed_in(client)


def test_wrong_code_three_times_ends_the_code(asha, client):
    send(client, "login/code/", email=asha.email)
    right = code_in_mail()
    wrong = "1111-1111" if right != "1111-1111" else "2222-2222"
    answers = [send(client, "login/code/confirm/", code=wrong) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 302]
    send(client, "login/code/confirm/", code=right)
    assert not is_signed_in(client)


def test_code_confirms_the_address_too(asha, client):
    EmailAddress.objects.update(verified=False)
    send(client, "login/code/", email=asha.email)
    send(client, "login/code/confirm/", code=code_in_mail())
    assert is_signed_in(client)
    assert EmailAddress.objects.get().verified


# --- Out


def test_signing_out_takes_a_click(asha_client):
    assert "Sign out" in asha_client.get("/accounts/logout/").text
    assert is_signed_in(asha_client)
    assert send(asha_client, "logout/").headers["Location"] == "/accounts/login/"
    assert not is_signed_in(asha_client)
    assert "You are signed out." in asha_client.get("/accounts/login/").text


def test_only_our_own_form_signs_out(asha, client):
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(asha)
    assert send(careful, "logout/").status_code == 403
    assert is_signed_in(careful)


# --- A forgotten password


def test_new_password_by_a_code(asha, client):
    elsewhere = Client()
    sign_in(elsewhere)
    answer = send(client, "password/reset/", email=asha.email)
    assert answer.headers["Location"] == "/accounts/password/reset/confirm/"
    answer = send(client, "password/reset/confirm/", code=code_in_mail())
    assert answer.headers["Location"] == "/accounts/password/reset/complete/"
    answer = send(client, "password/reset/complete/", password1=NEW_PASSWORD, password2=NEW_PASSWORD)
    assert answer.headers["Location"] == "/accounts/password/reset/done/"
    assert "Your password is changed" in client.get("/accounts/password/reset/done/").text
    assert "with a code that we sent" in mail.outbox[-1].body
    assert not is_signed_in(client)
    assert not is_signed_in(elsewhere)
    assert sign_in(client).status_code == 200
    assert sign_in(client, password=NEW_PASSWORD).status_code == 302


@pytest.mark.parametrize(
    ("first", "second", "complaint"),
    [
        (NEW_PASSWORD, "another one", "You must type the same password each time."),
        ("short", "short", "This password is too short."),
        ("basketball", "basketball", "This password is too common."),
    ],
)
def test_new_password_keeps_the_rules(asha, client, first, second, complaint):
    send(client, "password/reset/", email=asha.email)
    send(client, "password/reset/confirm/", code=code_in_mail())
    assert complaint in send(client, "password/reset/complete/", password1=first, password2=second).text
    asha.refresh_from_db()
    assert asha.check_password(PASSWORD)


def test_no_new_password_without_the_code(asha, client):
    form = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    assert send(client, "password/reset/complete/", **form).headers["Location"] == "/accounts/password/reset/"
    send(client, "password/reset/", email=asha.email)
    send(client, "password/reset/complete/", **form)
    asha.refresh_from_db()
    assert asha.check_password(PASSWORD)


# --- Where it leads


@pytest.mark.parametrize("then", ["/jobs/?mode=remote", "/roles/", "/admin/"])
def test_it_goes_on_to_a_page_of_ours(asha, client, then):
    form = {"login": asha.email, "password": PASSWORD, "next": then}
    assert f'value="{then}"' in client.get("/accounts/login/", {"next": then}).text
    assert send(client, "login/", **form).headers["Location"] == then


@pytest.mark.parametrize(
    "then",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "http://127.0.0.1:8000/roles/",
        "http://localhost:9/",
        "javascript:alert(1)",
        "http://[",
        "http://℀.com/",
        "roles/",
        "/\t/evil.example/",
    ],
)
@pytest.mark.parametrize("page", ["login/", "login/code/confirm/", "logout/"])
def test_it_never_leads_elsewhere(asha, client, then, page):
    if page == "login/":
        answer = send(client, page, login=asha.email, password=PASSWORD, next=then)
    elif page == "logout/":
        sign_in(client)
        answer = send(client, page, next=then)
    else:
        send(client, "login/code/", email=asha.email)
        answer = send(client, page, code=code_in_mail(), next=then)
    assert answer.headers["Location"] in ("/profile/", "/accounts/login/")
