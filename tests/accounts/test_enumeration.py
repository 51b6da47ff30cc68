"""Nobody learns from us who has an account: answer, page and number of mails are the same."""

import re

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.http import HttpResponse
from django.test import Client

from tests.accounts.visits import PASSWORD, SIGN_UP, send
from tests.factories import MemberFactory, UserFactory

pytestmark = pytest.mark.django_db

KNOWN, UNKNOWN, UNCONFIRMED, CLOSED = "known@example.org", "other@example.org", "later@example.org", "ended@example.org"
PASSWORDS = {"password1": PASSWORD, "password2": PASSWORD}


@pytest.fixture(autouse=True)
def accounts() -> None:
    MemberFactory(email=KNOWN, password=PASSWORD)
    UserFactory(email=UNCONFIRMED, password=PASSWORD)
    MemberFactory(email=CLOSED, password=PASSWORD, is_active=False)


def seen(answer: HttpResponse, address: str) -> tuple[int, str, str, list[str], bool]:
    """What somebody sees who gave this address: the page without it and without its token."""
    page = re.sub(r'(csrfmiddlewaretoken" value=)"\w+"', r"\1", answer.text).replace(address, "ADDRESS")
    page = re.sub(r"\b[\w.]+@example\.org", "OTHER", page)
    headers = {name: value for name, value in answer.items() if name != "Content-Length"}
    return answer.status_code, page, headers.get("Location", ""), sorted(headers), bool(answer.cookies)


def visit(page: str, address: str, *after: tuple[str, dict[str, str]], **form: str) -> list[object]:
    """The form, the page that it leads to, what comes after it; and how many mails went out, to that address alone."""
    mail.outbox.clear()
    client = Client()
    answers = [send(client, page, **form)]
    if answers[0].status_code == 302:
        answers.append(client.get(answers[0].headers["Location"]))
    answers += [send(client, *[step], **more) for step, more in after]
    assert {receiver for letter in mail.outbox for receiver in letter.to} <= {address}
    return [*(seen(answer, address) for answer in answers), len(mail.outbox)]


@pytest.mark.parametrize("address", [KNOWN, UNCONFIRMED, CLOSED])
def test_sign_up(address):
    wrong = [("confirm-email/", {"code": "1"})] * 3
    form = SIGN_UP | {"password1": "kettle-drum-orchard"}
    expected = visit("signup/", UNKNOWN, *wrong, **form | {"email": UNKNOWN})
    assert expected[-1] == 1
    assert visit("signup/", address, *wrong, **form | {"email": address}) == expected


@pytest.mark.parametrize("address", [KNOWN, UNCONFIRMED, CLOSED])
def test_sign_in_with_a_wrong_password(address):
    expected = visit("login/", UNKNOWN, login=UNKNOWN, password="wrong password")
    assert (expected[0][0], expected[-1]) == (200, 0)
    assert visit("login/", address, login=address, password="wrong password") == expected


@pytest.mark.parametrize("address", [KNOWN, UNCONFIRMED, CLOSED])
def test_code(address):
    wrong = [("login/code/confirm/", {"code": "1"})] * 3
    expected = visit("login/code/", UNKNOWN, *wrong, email=UNKNOWN)
    assert (expected[0][0], expected[-1]) == (302, 1)
    assert visit("login/code/", address, *wrong, email=address) == expected


@pytest.mark.parametrize("address", [KNOWN, UNCONFIRMED, CLOSED])
def test_new_password(address):
    after = [("password/reset/confirm/", {"code": "1"})] * 3 + [("password/reset/complete/", PASSWORDS)]
    expected = visit("password/reset/", UNKNOWN, *after, email=UNKNOWN)
    assert (expected[0][0], expected[-1]) == (302, 1)
    assert visit("password/reset/", address, *after, email=address) == expected


def test_mails_say_to_their_reader_alone_what_there_is():
    visit("signup/", KNOWN, **SIGN_UP | {"email": KNOWN})
    assert mail.outbox[0].subject == "You have an account at OnJob"
    visit("login/code/", UNKNOWN, email=UNKNOWN)
    assert mail.outbox[0].subject == "No account at OnJob with this address"


class CountedHasher(MD5PasswordHasher):
    """A real one takes half a second, so how often it is asked is the time that an answer takes."""

    algorithm = "counted"
    asked = 0

    def encode(self, password: str, salt: str) -> str:
        type(self).asked += 1
        return super().encode(password, salt)


@pytest.mark.parametrize(
    ("page", "form"),
    [
        ("signup/", {"password1": PASSWORD, "is_adult": "on"}),
        ("login/", {"password": "wrong password"}),
        ("login/code/", {}),
        ("password/reset/", {}),
    ],
)
def test_time_says_nothing_either(page, form, settings):
    settings.PASSWORD_HASHERS = [f"{__name__}.CountedHasher"]
    MemberFactory(email="counted@example.org", password=PASSWORD)
    taken = []
    for address in ("counted@example.org", UNKNOWN):
        CountedHasher.asked = 0
        send(Client(), page, **form, email=address, login=address)
        taken.append(CountedHasher.asked)
    assert taken in ([0, 0], [1, 1])
    assert bool(taken[0]) == ("code" not in page and "reset" not in page)
