"""How often each password, code and passkey may be wrong; and that nobody uses up the tries of another."""

import pytest
from django.test import Client

from accounts.models import User
from tests.accounts.visits import NEW_PASSWORD, PASSWORD, add_app, code_in_mail, is_signed_in, send, sign_in, totp_code
from tests.desk import enter

pytestmark = pytest.mark.django_db

TOO_MANY = "Too many tries"


def delete_account(client: Client, password: str) -> str:
    """What the page says; "" once the account is gone."""
    answer = client.post("/profile/delete/", {"confirmation": password})
    return "" if answer.status_code == 302 else answer.text


def test_five_wrong_passwords_delete_nothing_and_neither_does_the_right_one_then(asha, asha_client):
    for _ in range(5):
        assert "That isn’t your password. Nothing was deleted." in delete_account(asha_client, "wrong")
    assert TOO_MANY in delete_account(asha_client, PASSWORD)
    assert User.objects.filter(pk=asha.pk).exists()


def test_right_password_isnt_counted(asha, asha_client):
    for _ in range(4):
        delete_account(asha_client, "wrong")
    for _ in range(3):
        assert send(asha_client, "reauthenticate/", password=PASSWORD).status_code == 302
    assert delete_account(asha_client, PASSWORD) == ""
    assert not User.objects.exists()


def test_another_page_that_asks_for_the_password_gives_no_more_tries(asha_client):
    for _ in range(3):
        delete_account(asha_client, "wrong")
    for _ in range(2):
        send(asha_client, "reauthenticate/", password="wrong")
    assert TOO_MANY in send(asha_client, "reauthenticate/", password=PASSWORD).text
    assert TOO_MANY in delete_account(asha_client, PASSWORD)


def test_the_old_password_may_be_wrong_five_times(asha, asha_client):
    form = {"oldpassword": "wrong", "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    for _ in range(5):
        assert "This isn’t your password of now." in send(asha_client, "password/change/", **form).text
    answer = send(asha_client, "password/change/", **form | {"oldpassword": PASSWORD})
    assert (answer.status_code, TOO_MANY in answer.text) == (429, True)
    asha.refresh_from_db()
    assert asha.check_password(PASSWORD)


@pytest.mark.parametrize("page", ["2fa/reauthenticate/", "2fa/authenticate/"])
def test_an_apps_code_may_be_wrong_five_times(asha, asha_client, page):
    secret, client = add_app(asha_client), asha_client
    if page == "2fa/authenticate/":
        client = Client()
        sign_in(client)
    for _ in range(5):
        assert "This code isn’t right" in send(client, page, code="000000x").text
    assert TOO_MANY in send(client, page, code=totp_code(secret, 1)).text


def test_first_code_of_an_app_may_be_wrong_five_times(asha_client):
    send(asha_client, "reauthenticate/", password=PASSWORD)
    secret = asha_client.get("/accounts/2fa/totp/activate/").context["form"].secret
    for _ in range(5):
        assert "This code isn’t right" in send(asha_client, "2fa/totp/activate/", code="000000x").text
    assert TOO_MANY in send(asha_client, "2fa/totp/activate/", code=totp_code(secret)).text


def ask_for_code(client: Client, email: str, page: str) -> str:
    send(client, page, email=email)
    return code_in_mail()


@pytest.mark.parametrize(
    ("asked", "given"), [("login/code/", "login/code/confirm/"), ("password/reset/", "password/reset/confirm/")]
)
def test_a_mailed_code_may_be_wrong_twice_and_ends_with_the_third(asha, client, asked, given):
    code = ask_for_code(client, asha.email, asked)
    for _ in range(2):
        assert "This code isn’t right" in send(client, given, code="0000-0000").text
    assert send(client, given, code="0000-0000").status_code == 302
    send(client, given, code=code)
    assert not is_signed_in(client)
    assert client.get("/accounts/password/reset/complete/").headers["Location"] == "/accounts/password/reset/"


def test_a_new_address_has_three_tries_for_its_code(asha, asha_client):
    send(asha_client, "reauthenticate/", password=PASSWORD)
    send(asha_client, "email/", action_add="", email="new@example.org")
    code = code_in_mail()
    for _ in range(3):
        send(asha_client, "confirm-email/", code="0000-0000")
    send(asha_client, "confirm-email/", code=code)
    asha.refresh_from_db()
    assert asha.email == "asha@example.org"


# --- Nobody is locked out by others


def test_guesses_at_the_front_door_lock_nobody_out_inside(asha, asha_client):
    for _ in range(6):
        sign_in(Client(REMOTE_ADDR="203.0.113.1"), password="wrong password")
    assert TOO_MANY in sign_in(Client(REMOTE_ADDR="203.0.113.2")).text
    assert send(asha_client, "reauthenticate/", password=PASSWORD).status_code == 302
    assert delete_account(asha_client, PASSWORD) == ""


def test_guesses_in_a_stolen_session_leave_the_owner_theirs(asha, asha_client):
    thief = Client(REMOTE_ADDR="203.0.113.1")
    thief.cookies["sessionid"] = asha_client.cookies["sessionid"].value
    for _ in range(6):
        delete_account(thief, "wrong")
    assert TOO_MANY in delete_account(thief, PASSWORD)
    owner = Client()
    assert sign_in(owner).status_code == 302
    assert delete_account(owner, PASSWORD) == ""


def test_who_cant_give_the_password_any_more_gets_in_by_a_mailed_code(asha):
    for _ in range(6):
        sign_in(Client(REMOTE_ADDR="203.0.113.1"), password="wrong password")
    owner = Client(REMOTE_ADDR="203.0.113.2")
    assert TOO_MANY in sign_in(owner).text
    send(owner, "login/code/confirm/", code=ask_for_code(owner, asha.email, "login/code/"))
    assert is_signed_in(owner)


# --- The desk's own page for passwords


def test_the_desk_asks_for_no_password_of_its_own(asha, client):
    asha.is_staff = True
    asha.save()
    enter(client, asha)
    form = {"old_password": PASSWORD, "new_password1": NEW_PASSWORD, "new_password2": NEW_PASSWORD}
    assert client.post("/admin/password_change/", form).headers["Location"] == "/accounts/password/change/"
    asha.refresh_from_db()
    assert asha.check_password(PASSWORD)
