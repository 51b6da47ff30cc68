"""What holds for every page of accounts: frame, headers, hostile input, the words of mails."""

import re
from itertools import product
from smtplib import SMTPServerDisconnected

import pytest
from django.conf import settings as real
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client

from tests.accounts.visits import NEW_PASSWORD, PASSWORD, SIGN_UP, add_app, give_password, send, sign_in
from tests.pages.robots import Robots
from tests.prose import faults, parse
from tests.site.raw import ask

pytestmark = pytest.mark.django_db

OPEN = ["login/", "signup/", "login/code/", "password/reset/", "inactive/", "password/reset/done/"]
OWN = ["", "email/", "password/change/", "sessions/", "2fa/", "logout/", "reauthenticate/", "2fa/totp/activate/"]
OWN += ["2fa/webauthn/", "2fa/webauthn/add/", "2fa/totp/deactivate/", "2fa/recovery-codes/generate/"]
OWN += ["2fa/recovery-codes/", "2fa/reauthenticate/"]
HOSTILE = [
    "\0",
    "a\0b",
    "x" * 5_000,
    "x" * 200_000,
    "😀" * 100,
    "İ@ı.example",
    "a@" + "b" * 300 + ".example",
    "a@\u202eexample.org",
    "\ud800".encode("utf-8", "surrogatepass"),
    b"\xff\xfe",
    "'; DROP TABLE accounts_user; --",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "a@example.org\r\nBcc: everybody@example.org",
    "²",
    "9" * 400,
    "-1",
    "http://[",
]
FIELDS = ("email", "login", "password", "password1", "password2", "oldpassword", "code", "name", "next", "action")


@pytest.fixture
def own_client(asha_client) -> Client:
    """Who has an app, and gave the password a moment ago."""
    add_app(asha_client)
    return asha_client


def test_pages_of_everybody_stand_in_our_own_frame(client):
    for page in OPEN:
        assert_ours(client, page)


def test_pages_of_an_account_stand_in_our_own_frame(asha_client, own_client):
    for page in OWN:
        if page == "2fa/totp/activate/":
            assert own_client.get(f"/accounts/{page}").status_code == 302
        else:
            assert_ours(own_client, page)


def test_pages_half_way_stand_in_our_own_frame(asha, asha_client, client):
    send(client, "signup/", **SIGN_UP | {"email": "new@example.org"})
    assert_ours(client, "confirm-email/")
    give_password(asha_client)
    assert_ours(asha_client, "2fa/totp/activate/")
    add_app(asha_client)
    half = Client()
    sign_in(half)
    assert_ours(half, "2fa/authenticate/")


def assert_ours(client: Client, page: str) -> None:
    """No template of allauth, nothing inline, kept by nobody, listed nowhere, read aloud well."""
    answer = client.get(f"/accounts/{page}")
    assert answer.status_code == 200, page
    foreign = [
        each.origin.name for each in answer.templates if str(real.BASE_DIR / "templates") not in each.origin.name
    ]
    assert [name for name in foreign if "/django/forms/" not in name] == [], page
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert not re.search(r"\sstyle=|\son\w+=|<style|javascript:", answer.text), page
    scripts = re.findall(r"<script[^>]*>", answer.text)
    assert all("src=" in script or 'type="application/json"' in script for script in scripts)
    tree = parse(answer.text)
    assert len(list(tree.iter("h1"))) == 1
    labels = {label.get("for") for label in tree.iter("label")}
    shown = [field for field in tree.iter("input") if field.get("type") != "hidden" and field.get("hidden") is None]
    assert all(field.get("id") in labels for field in shown), page
    described = [name for field in shown for name in (field.get("aria-describedby") or "").split()]
    assert set(described) <= {element.get("id") for element in tree.iter()}, page
    assert faults(answer.text) == [], page


def test_robots_stay_out(client):
    robots = Robots(client.get("/robots.txt").text)
    assert not robots.may_fetch("/accounts/login/")
    assert not robots.may_fetch("/profile/")


def test_headers_and_cookies(client):
    answer = client.get("/accounts/login/")
    assert answer.cookies["csrftoken"]["samesite"] == "Strict"
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "require-trusted-types-for 'script'" in answer.headers["Content-Security-Policy"]


def test_cookie_of_a_session(asha, client):
    cookie = sign_in(client).cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 8 * 60 * 60)


def test_every_page_names_the_way_in_alike_for_everybody(client, asha_client):
    pages = [each.get("/roles/").text for each in (client, asha_client)]
    assert pages[0] == pages[1]
    assert '<a class="own" href="/profile/">Sign in / My profile</a>' in pages[0]
    assert client.get("/profile/", follow=True).redirect_chain[-1] == ("/accounts/login/?next=/profile/", 302)


def test_footer_says_what_cookies_there_are(client):
    assert "These pages set three cookies" in client.get("/accounts/login/").text
    assert "without trackers or cookies on these pages" in client.get("/roles/").text


# --- Hostile input


@pytest.fixture
def unlimited(settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = settings.MFA_RATE_LIMITS = False


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_form_is_no_server_error(hostile, asha, unlimited, client):
    pages = [*OPEN, "confirm-email/", "login/code/confirm/", "password/reset/confirm/", "2fa/authenticate/"]
    form = dict.fromkeys(FIELDS, hostile)
    for page in pages:
        assert send(client, page, **form).status_code < 500, page
    half = Client()
    send(half, "login/code/", email=asha.email)
    assert send(half, "login/code/confirm/", **form).status_code < 500
    send(half, "password/reset/", email=asha.email)
    assert send(half, "password/reset/confirm/", **form).status_code < 500
    send(half, "signup/", **SIGN_UP | {"email": "new@example.org"})
    assert send(half, "confirm-email/", **form).status_code < 500
    sign_in(client)
    for page in OWN:
        assert send(client, page, **form, action_add="").status_code < 500, page
        assert send(client, page, **form, action_remove="").status_code < 500, page
    assert all("everybody@example.org" not in letter.message().as_string().split("\n\n")[0] for letter in mail.outbox)


@pytest.mark.parametrize("hostile", ["%00", "a%00b", "%ED%A0%80", "%ff", "http://[", "//evil.example", "9" * 300])
def test_hostile_address_is_no_server_error(hostile):
    pages = [f"/accounts/{page}" for page in [*OPEN, "confirm-email/", "2fa/webauthn/login/"]]
    addresses = [f"{page}?{name}={hostile}" for page, name in product(pages, ("next", "email", "code"))]
    addresses += [f"{page}{hostile}/" for page in pages]
    addresses += [f"/accounts/2fa/webauthn/keys/{hostile}/edit/"]
    assert {address: status for address in addresses if (status := ask(address).status) >= 500} == {}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "TRACE"])
def test_other_methods_are_refused(method):
    assert ask("/accounts/login/", method=method).status == 405


def test_no_form_is_answered_in_json(asha, client, unlimited):
    """allauth would, with the password in it."""
    answer = client.post(
        "/accounts/login/", {"login": asha.email, "password": "wrong"}, headers={"accept": "application/json"}
    )
    assert answer.headers["Content-Type"].startswith("text/html")
    assert 'value="wrong"' not in answer.text


# --- Mails


@pytest.mark.parametrize("page", ["signup/", "login/code/", "password/reset/"])
@pytest.mark.parametrize("address", ["asha@example.org", "nobody@example.org"])
def test_mail_names_our_own_site_whatever_the_host_says(asha, settings, page, address):
    settings.ALLOWED_HOSTS = ["*"]
    settings.SITE_URL = "https://jobs.example.in"
    client = Client(headers={"host": "evil.example"})
    send(client, page, **SIGN_UP | {"email": address})
    [letter] = mail.outbox
    text = f"{letter.subject} {letter.body}"
    assert "evil" not in letter.message().as_string()
    assert set(re.findall(r"https?://[^/\s]+", text)) == {"https://jobs.example.in"}
    assert letter.from_email == real.DEFAULT_FROM_EMAIL
    assert not re.search(r"\{\{|\{%|&#|&amp;", text)


def test_addresses_in_mails_lead_to_pages(asha, client):
    send(client, "signup/", **SIGN_UP)
    send(Client(), "login/code/", email="nobody@example.org")
    links = [link for letter in mail.outbox for link in re.findall(r"http://127\.0\.0\.1:8000(/\S+)", letter.body)]
    assert links == ["/accounts/password/reset/", "/accounts/signup/"]
    assert [Client().get(link).status_code for link in links] == [200, 200]


class NoMail(BaseEmailBackend):
    def send_messages(self, letters: object) -> int:
        raise SMTPServerDisconnected("please run connect() first")


@pytest.fixture
def no_mail(settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.NoMail"


@pytest.mark.parametrize("page", ["signup/", "login/code/", "password/reset/"])
@pytest.mark.parametrize("address", ["asha@example.org", "nobody@example.org"])
def test_mail_that_cant_go_out_is_a_503(asha, client, no_mail, caplog, page, address):
    answer = send(client, page, **SIGN_UP | {"email": address})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "600")
    assert "We’ll be right back" in answer.text
    assert "mail unavailable: SMTPServerDisconnected" in caplog.text
    assert address not in caplog.text


def test_a_password_is_changed_though_no_mail_can_tell_of_it(asha, asha_client, no_mail):
    form = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    assert send(asha_client, "password/change/", **form).status_code == 302
    asha.refresh_from_db()
    assert asha.check_password(NEW_PASSWORD)
