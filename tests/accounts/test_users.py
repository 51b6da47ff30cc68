"""Who signs in: the address is the name, whatever its case."""

import pytest
from django.apps import apps

from accounts.models import User
from tests.constraints import Rule, assert_accepted, assert_refused, constraint_names, unique_fields
from tests.desk import add_address, change_address, errors, filled_in
from tests.factories import MemberFactory, UserFactory

PASSWORD = "correct horse battery"
RULES = [
    Rule(
        "user_email_once_whatever_its_case",
        "other capitals",
        User,
        lambda there: {"email": there.email.upper()},
        lambda there: {"email": f"another.{there.email}"},
    ),
]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_refuses(rule):
    assert_refused(rule)


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_accepts_the_neighbour(rule):
    assert_accepted(rule)


def test_no_constraint_is_forgotten():
    models = list(apps.get_app_config("accounts").get_models())
    assert constraint_names(models) == {rule.constraint for rule in RULES}
    assert [field.name for field in unique_fields(models)] == ["email"]


def test_user_without_an_address_is_refused():
    with pytest.raises(ValueError, match="needs an e-mail address"):
        User.objects.create_user("")


def test_new_user_may_nothing():
    user = User.objects.create_user("someone@Example.ORG", PASSWORD)
    assert user.email == "someone@example.org"
    assert (user.is_active, user.is_staff, user.is_superuser) == (True, False, False)
    assert user.check_password(PASSWORD)


def test_user_without_a_password_cannot_sign_in(client):
    User.objects.create_user("someone@example.org")
    assert not client.login(username="someone@example.org", password="")


def test_superuser_may_everything():
    user = User.objects.create_superuser("someone@example.org", PASSWORD)
    assert (user.is_staff, user.is_superuser) == (True, True)


@pytest.mark.parametrize("address", ["someone@example.org", "Someone@Example.org", "SOMEONE@EXAMPLE.ORG"])
def test_editor_signs_in_whatever_the_case(address, client):
    MemberFactory(email="Someone@example.org", password=PASSWORD, is_staff=True)
    response = client.post("/accounts/login/", {"login": address, "password": PASSWORD, "next": "/admin/"})
    assert response.headers.get("Location") == "/admin/"


def test_inactive_user_cannot_sign_in(client):
    User.objects.create_superuser("someone@example.org", PASSWORD, is_active=False)
    assert not client.login(username="someone@example.org", password=PASSWORD)


def test_user_who_may_not_edit_is_kept_out(client):
    client.force_login(UserFactory())
    assert client.get("/admin/", follow=True).status_code == 403


def test_user_is_added_and_then_changed(editor_client):
    form = {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD}
    response = editor_client.post(add_address(User), form)
    user = User.objects.get(email="new@example.org")
    assert response.headers["Location"] == change_address(user)
    assert user.check_password(PASSWORD)
    form = filled_in(editor_client.get(change_address(user))) | {"is_staff": "on"}
    assert editor_client.post(change_address(user), form).status_code == 302
    user.refresh_from_db()
    assert user.is_staff
    assert user.check_password(PASSWORD)


@pytest.mark.parametrize(
    ("form", "complaint"),
    [
        ({"email": "taken@example.org"}, "This address has an account."),
        ({"email": "TAKEN@example.ORG"}, "This address has an account."),
        ({"email": "no address"}, "Enter a valid email address."),
        ({"email": ""}, "This field is required."),
        ({"password2": "something else"}, "The two password fields didn’t match."),
        ({"password1": "1234", "password2": "1234"}, "This password is too short."),
    ],
)
def test_bad_new_user_is_a_form_error(form, complaint, editor_client):
    UserFactory(email="Taken@example.org")
    form = {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD} | form
    assert complaint in errors(editor_client.post(add_address(User), form))
    assert User.objects.count() == 2  # the editor and the one that was there


@pytest.mark.parametrize("address", ["taken@example.org", "TAKEN@EXAMPLE.ORG"])
def test_changing_to_a_taken_address_is_a_form_error(address, editor_client):
    UserFactory(email="taken@example.org")
    user = UserFactory()
    form = filled_in(editor_client.get(change_address(user))) | {"email": address}
    assert "This address has an account." in errors(editor_client.post(change_address(user), form))


def test_address_is_kept_in_small_letters(editor_client):
    user = UserFactory(email="someone@example.org")
    form = filled_in(editor_client.get(change_address(user))) | {"email": "Someone@Example.org"}
    assert editor_client.post(change_address(user), form).status_code == 302
    user.refresh_from_db()
    assert user.email == "someone@example.org"


def test_password_is_changed_by_the_link_in_the_form(editor_client):
    user = UserFactory(password="the old pass phrase")
    address = change_address(user).replace("/change/", "/password/")
    page = editor_client.get(change_address(user)).content.decode()
    assert 'href="../password/"' in page
    assert editor_client.get(address).status_code == 200
    form = {"usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}
    assert editor_client.post(address, form).status_code == 302
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


@pytest.mark.parametrize("page", ["password_change/", "auth/group/", "auth/group/add/", "auth/group/?name__regex=("])
def test_pages_of_accounts_answer(page, editor_client):
    assert editor_client.get(f"/admin/{page}").status_code < 500
