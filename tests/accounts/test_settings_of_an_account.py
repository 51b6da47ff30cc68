"""Another address, another password, other browsers."""

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from tests.accounts.visits import NEW_PASSWORD, PASSWORD, code_in_mail, give_password, is_signed_in, send, sign_in
from tests.factories import MemberFactory

pytestmark = pytest.mark.django_db

NEW_ADDRESS = "asha.rao@example.org"


@pytest.mark.parametrize(
    "page",
    [
        "",
        "email/",
        "password/change/",
        "password/set/",
        "sessions/",
        "2fa/",
        "2fa/totp/activate/",
        "2fa/totp/deactivate/",
        "2fa/webauthn/",
        "2fa/webauthn/add/",
        "2fa/webauthn/keys/1/edit/",
        "2fa/webauthn/keys/1/remove/",
        "2fa/recovery-codes/",
        "2fa/recovery-codes/generate/",
        "reauthenticate/",
        "2fa/reauthenticate/",
        "2fa/webauthn/reauthenticate/",
    ],
)
def test_nobody_else_sees_them(client, page):
    assert client.get(f"/accounts/{page}").headers["Location"].startswith("/accounts/login/?next=")


def test_overview_leads_everywhere(asha_client):
    page = asha_client.get("/accounts/").text
    for address in ("email/", "password/change/", "2fa/", "sessions/", "logout/"):
        assert f'"/accounts/{address}"' in page
    assert "/admin/" not in page


# --- Another address


def test_new_address_is_asked_of_who_knows_the_password(asha_client):
    """What was sent waits for the password, and isn't lost."""
    answer = send(asha_client, "email/", action_add="", email=NEW_ADDRESS)
    assert answer.headers["Location"] == "/accounts/reauthenticate/?next=%2Faccounts%2Femail%2F"
    assert mail.outbox == []
    assert "This password isn’t right." in send(asha_client, "reauthenticate/", password="wrong").text
    answer = send(asha_client, "reauthenticate/", password=PASSWORD, next="/accounts/email/")
    assert answer.headers["Location"] == "/accounts/confirm-email/"
    assert mail.outbox[-1].to == [NEW_ADDRESS]


def test_new_address_counts_once_its_code_is_given(asha, asha_client):
    give_password(asha_client)
    answer = send(asha_client, "email/", action_add="", email=NEW_ADDRESS)
    assert answer.headers["Location"] == "/accounts/confirm-email/"
    assert mail.outbox[-1].to == [NEW_ADDRESS]
    code = code_in_mail()
    assert "Keep the old address" in asha_client.get("/accounts/confirm-email/").text
    asha.refresh_from_db()
    assert asha.email == "asha@example.org"
    send(asha_client, "confirm-email/", code=code)
    asha.refresh_from_db()
    assert asha.email == NEW_ADDRESS
    assert [row.email for row in EmailAddress.objects.all()] == [NEW_ADDRESS]
    told = mail.outbox[-1]
    assert told.to == ["asha@example.org"]
    assert f"from asha@example.org to {NEW_ADDRESS}" in told.body
    assert sign_in(Client(), NEW_ADDRESS).status_code == 302
    assert sign_in(Client(), "asha@example.org").status_code == 200


def test_address_of_somebody_else_is_neither_taken_nor_told(asha, asha_client):
    MemberFactory(email="taken@example.org")
    give_password(asha_client)
    answers = {}
    for address in ("taken@example.org", "free@example.org"):
        answer = send(asha_client, "email/", action_add="", email=address)
        page = asha_client.get("/accounts/confirm-email/").text
        answers[address] = answer.status_code, answer.headers["Location"], len(mail.outbox)
        assert address in page
        mail.outbox.clear()
    assert answers["taken@example.org"] == answers["free@example.org"]


def test_own_address_is_no_new_one(asha_client):
    assert "This is your address already." in send(
        asha_client, "email/", action_add="", email="asha@example.org"
    ).text.replace("&#x27;", "'")


def test_unconfirmed_address_is_sent_another_code(asha, client, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "confirm_email": ""}
    client.force_login(asha)
    EmailAddress.objects.update(verified=False)
    assert "Not confirmed yet" in client.get("/accounts/email/").text
    answer = send(client, "email/", action_send="", email=asha.email)
    assert answer.headers["Location"] == "/accounts/confirm-email/"
    send(client, "confirm-email/", code=code_in_mail())
    assert EmailAddress.objects.get().verified


# --- Another password


def test_new_password_signs_out_other_browsers_only(asha, asha_client):
    other = Client()
    sign_in(other)
    form = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    assert send(asha_client, "password/change/", **form).headers["Location"] == "/accounts/password/change/"
    assert "Your password is changed." in asha_client.get("/accounts/password/change/").text
    assert is_signed_in(asha_client)
    assert not is_signed_in(other)
    assert "The password of your account was changed." in mail.outbox[-1].body
    assert sign_in(Client(), password=NEW_PASSWORD).status_code == 302


@pytest.mark.parametrize(
    ("form", "complaint"),
    [
        ({"oldpassword": "wrong"}, "This isn’t your password of now."),
        ({"password2": "another"}, "You must type the same password each time."),
        ({"password1": "asha@example.org", "password2": "asha@example.org"}, "too similar to the e-mail address"),
        ({"password1": "short", "password2": "short"}, "This password is too short."),
    ],
)
def test_new_password_keeps_the_rules(asha, asha_client, form, complaint):
    form = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD} | form
    assert complaint in send(asha_client, "password/change/", **form).text
    asha.refresh_from_db()
    assert asha.check_password(PASSWORD)


def test_who_has_no_password_sets_one(asha, client):
    asha.set_unusable_password()
    asha.save()
    client.force_login(asha)
    assert client.get("/accounts/password/change/").headers["Location"] == "/accounts/password/set/"
    assert client.get("/accounts/password/set/").status_code == 200
    send(client, "password/set/", password1=NEW_PASSWORD, password2=NEW_PASSWORD)
    asha.refresh_from_db()
    assert asha.check_password(NEW_PASSWORD)
    assert is_signed_in(client)


# --- Other browsers


def test_list_names_each_browser_and_others_are_signed_out(asha_client):
    other = Client(headers={"user-agent": "<b>Netscape</b> 4"})
    sign_in(other)
    page = asha_client.get("/accounts/sessions/").text
    assert "&lt;b&gt;Netscape&lt;/b&gt; 4" in page
    assert page.count("(this one)") == 1
    assert page.count("<td>127.0.0.1</td>") == 2
    assert "Sign out everywhere else" in page
    send(asha_client, "sessions/")
    page = asha_client.get("/accounts/sessions/").text
    assert is_signed_in(asha_client)
    assert not is_signed_in(other)
    assert UserSession.objects.count() == 1
    assert "You are signed out everywhere else." in page
    assert "Sign out everywhere else" not in page


def test_sessions_of_others_are_not_listed(asha_client):
    MemberFactory(email="ravi@example.org", password=PASSWORD)
    sign_in(Client(headers={"user-agent": "Ravi's"}), "ravi@example.org")
    assert "Ravi" not in asha_client.get("/accounts/sessions/").text


def test_sessions_that_ended_are_forgotten_and_others_stay(asha_client, capsys):
    gone, ended = Client(), Client()
    for client in (gone, ended):
        sign_in(client)
    Session.objects.filter(session_key=gone.session.session_key).delete()
    Session.objects.filter(session_key=ended.session.session_key).update(expire_date=timezone.now())
    call_command("forget_sessions")
    assert capsys.readouterr().out == "Forgot 2 sessions that ended.\n"
    assert [row.session_key for row in UserSession.objects.all()] == [asha_client.session.session_key]
    assert is_signed_in(asha_client)


# --- Cost


@pytest.mark.parametrize("page", ["", "email/", "password/change/", "sessions/", "2fa/", "logout/", "2fa/webauthn/"])
def test_page_takes_few_queries(asha_client, page, django_assert_max_num_queries):
    asha_client.get("/accounts/email/")  # an address of old is noted the first time
    with django_assert_max_num_queries(8):
        assert asha_client.get(f"/accounts/{page}").status_code == 200
